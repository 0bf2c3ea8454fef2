"""What a screen reader is told of widgets that are painted here: their roles, and what is in them."""

from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.statement_access import StatementList

_ROLES = MappingProxyType(
    {
        "Badge": QAccessible.Role.Graphic,
        "DifferenceRow": QAccessible.Role.ListItem,
        "Gauge": QAccessible.Role.ProgressBar,
        "InspectorPanel": QAccessible.Role.Grouping,
        "LinkBand": QAccessible.Role.Graphic,
        "NoticeBar": QAccessible.Role.AlertMessage,
        "Overview": QAccessible.Role.Graphic,
        "PaneHeader": QAccessible.Role.Grouping,
        "PanesView": QAccessible.Role.Grouping,
        "QueuePanel": QAccessible.Role.Grouping,
        "ReasonRow": QAccessible.Role.ListItem,
        "ReliabilityPlot": QAccessible.Role.Chart,
        "StateLabel": QAccessible.Role.StaticText,
        "VerdictBar": QAccessible.Role.Grouping,
        "ViewSwitch": QAccessible.Role.Grouping,
    }
)
"""By the names of classes; what is not named here has the role of the Qt widget that it is made of."""
_INSTALLED = "reconciler_accessible"


def install(app: QApplication) -> None:
    """Have our widgets described; done once for an application."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def _interface(name: str, of: QObject | None) -> QAccessibleInterface | None:
    if isinstance(of, ArticleView) and name == ArticleView.__name__:
        return StatementList(of)
    role = _ROLES.get(name)
    return QAccessibleWidget(of, role) if role is not None and isinstance(of, QWidget) else None
