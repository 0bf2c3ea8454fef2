"""An article as a screen reader is told of it: a list of statements, each with its name, role and state."""

from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from reconciler.gui.panes.article_view import ArticleView
from reconciler.model import StatementKind

_HEADINGS = (StatementKind.TITLE, StatementKind.HEADING)


class StatementList(QAccessibleWidget):
    """Stands for an article view; its children are the statements that are laid out."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._items: list[StatementItem] = []

    def childCount(self) -> int:  # noqa: N802
        """Return how many statements there are."""
        return self._view.filled if isValid(self._view) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt knows none
        """Return the statement at a place; it stays the same for as long as the view lives."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._items) <= index:
            self._items.append(StatementItem(self._view, len(self._items)))
        return self._items[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """Return the statement at a point of the screen."""
        if not isValid(self._view):
            return None
        place = self._view.place_at(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        return None if place is None else self.child(place)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Return the place of a statement."""
        return child.place if isinstance(child, StatementItem) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """Return the statement that the keys act on."""
        place = self._view.focus_place() if isValid(self._view) and self._view.hasFocus() else None
        return None if place is None else self.child(place)


class StatementItem(QAccessibleInterface):
    """One statement: always what stands at its place now."""

    def __init__(self, view: ArticleView, place: int) -> None:
        super().__init__()
        self._view = view
        self.place = place

    def isValid(self) -> bool:  # noqa: N802
        """Whether there still is a statement at this place."""
        return isValid(self._view) and self.place < self._view.filled

    def object(self) -> QObject | None:  # type: ignore[override]  # as above
        """Return no object: a statement is painted, it is no widget."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # none is what Qt takes for nothing
        """Return the window that it is shown in."""
        return self._view.window().windowHandle() if isValid(self._view) else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # none is what Qt takes for nothing
        """Return the article."""
        return QAccessible.queryAccessibleInterface(self._view) if isValid(self._view) else None

    def childCount(self) -> int:  # noqa: N802
        """Return that nothing stands below a statement."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        """Return nothing."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802, ARG002
        """Return nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802, ARG002
        """Return that it has none."""
        return -1

    def text(self, which: QAccessible.Text) -> str:
        """Return how it stands and what it says."""
        if which != QAccessible.Text.Name or not self.isValid():
            return ""
        return self._view.spoken(self.place)

    def setText(self, which: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Change nothing: an article is only read."""

    def rect(self) -> QRect:
        """Return where it lies on the screen."""
        if not self.isValid():
            return QRect()
        card = self._view.card(self.place).toRect()
        return QRect(self._view.viewport().mapToGlobal(card.topLeft()), card.size())

    def role(self) -> QAccessible.Role:
        """Return whether it is a heading or an item to choose."""
        is_heading = self.isValid() and self._view.kind(self.place) in _HEADINGS
        return QAccessible.Role.Heading if is_heading else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is in view, has the keys, is chosen."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        view = self._view
        told = {
            "focusable": True,
            "selectable": True,
            "readOnly": True,
            "focused": view.hasFocus() and view.focus_place() == self.place,
            "selected": view.is_chosen(self.place),
            "offscreen": self.place not in view.visible(),
        }
        for name, on in told.items():
            setattr(state, name, on)
        return state

    def relations(self, match: Any = None) -> list[Any]:  # noqa: ANN401, ARG002
        """Return none."""
        return []

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """Return nothing."""
        return None

    def backgroundColor(self) -> QColor:  # noqa: N802
        """Return no colour: none is meant by it."""
        return QColor()

    def foregroundColor(self) -> QColor:  # noqa: N802
        """Return no colour."""
        return QColor()


def tell_focus(view: ArticleView, place: int) -> None:
    """Tell a screen reader that the keys went to a statement."""
    _tell(view, QAccessible.Event.Focus, place)


def tell_renamed(view: ArticleView, place: int) -> None:
    """Tell a screen reader that a statement stands otherwise now."""
    _tell(view, QAccessible.Event.NameChanged, place)


def tell_refilled(view: ArticleView) -> None:
    """Tell a screen reader that an article holds other statements now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))


def _tell(view: ArticleView, what: QAccessible.Event, place: int) -> None:
    if QAccessible.isActive():
        event = QAccessibleEvent(view, what)
        event.setChild(place)
        QAccessible.updateAccessibility(event)
