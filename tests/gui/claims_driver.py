"""How the tests drive the claims view: by keys and clicks, and by what is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot
from tests.gui.driving import case_of

from reconciler.gui.claims.claims_view import ClaimsView
from reconciler.gui.claims.rows import CellRow, ClaimRow
from reconciler.gui.main_window import MainWindow
from reconciler.gui.views import View
from reconciler.model import StatementId

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def key(window: MainWindow, which: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    widget = window.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, which, keys)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is under way and the claims are those of the case."""
    qtbot.waitUntil(
        lambda: (
            not window.background.jobs
            and window.session.differing.is_complete
            and (window.views.shown is not View.CLAIMS or window.views.following.is_ready)
        ),
        timeout=30_000,
    )


def window_of(view: ClaimsView) -> MainWindow:
    """Return the window of a view."""
    window = view.window()
    assert isinstance(window, MainWindow)
    return window


def shown(window: MainWindow) -> View | None:
    """Return the view that is shown."""
    return window.views.shown


def titles(view: ClaimsView) -> list[str]:
    """Return the claims shown, in order."""
    rows = (view.model.shown(row, 0) for row in range(view.model.rowCount()))
    return [row.title for row in rows if isinstance(row, ClaimRow)]


def row_of(view: ClaimsView, words: str) -> int:
    """Return the row of the one claim with these words among those of its first column or cells."""
    (row,) = (row for row, title in enumerate(titles(view)) if words in title)
    return row


def states(view: ClaimsView, row: int) -> str:
    """Return the states of a row's cells, source by source, as words."""
    cells = (view.model.shown(row, column) for column in range(1, view.model.columnCount()))
    return ", ".join(str(cell.state) for cell in cells if isinstance(cell, CellRow))


def click(view: ClaimsView, row: int, column: int, *, double: bool = False) -> None:
    """Click on a cell, where it is seen."""
    view.table.go_to(row, column)
    table: QTableView = view.table
    if column == 0:
        (table,) = (each for each in view.table.findChildren(QTableView) if each.isVisible())
    place = table.visualRect(view.model.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)
    if double:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)


def in_view(window: MainWindow, statement: StatementId) -> bool:
    """Whether a statement can be seen in a pane."""
    case = case_of(window)
    found = case.statement(statement)
    shown = window.panes.shown_sources()
    if found.source not in shown or window.views.shown is not View.PANES:
        return False
    article = window.panes.views()[shown.index(found.source)]
    place = case.statements(found.source).index(found)
    return article.card(place).intersects(article.viewport().rect().toRectF())


def chord(window: MainWindow, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for which in keys:
        key(window, which)
