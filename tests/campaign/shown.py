"""What a window says of its case, view by view, in words: two windows on one file must say the same."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reconciler.gui.claims.claims_model import ClaimsModel
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.queue_model import QueueModel
from reconciler.gui.views import View

PATIENCE = 60.0
LOOKED_AT = 12
"""So many matches are looked at in the inspector, from the first to the last."""
Said = dict[str, list[str]]


def turn() -> None:
    """Do what the event loop does in one turn: also take away what was to be deleted later.

    `processEvents` alone leaves that to a loop that never comes here: closed dialogs would pile up.
    """
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait(until: Callable[[], bool]) -> None:
    """Let the window and its workers work until something is so.

    Raises:
        TimeoutError: it was not so within a minute.
    """
    end = monotonic() + PATIENCE
    while not until():
        turn()
        if monotonic() > end:
            raise TimeoutError


def close_dialogs(window: MainWindow) -> None:
    """Close whatever stands before the window."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            if isinstance(widget, QDialog):
                widget.reject()
            elif isinstance(widget, QMenu):
                widget.close()


def settle(window: MainWindow) -> None:
    """Wait until the window has nothing left to do, but for what it does now and then."""

    def rests() -> bool:
        is_known = window.session.differing.is_complete
        waits = window.learning.is_due or window.commands.mend.is_due
        return is_known and not window.background.jobs and not waits

    turn()
    wait(rests)
    turn()


def say(window: MainWindow) -> Said:
    """Return what each view of the window says, brought into the same state in every window."""
    close_dialogs(window)
    settle(window)
    window.resize(1440, 900)
    window.views.show(View.PANES)
    window.tool_bar.find_field.clear()
    window.searching.search("")
    for name in ("orphans", "focus_mode", "version_changes", "signals"):
        if window.actions_by_id[name].isChecked():
            window.actions_by_id[name].trigger()
    window.session.set_current(None)
    window.session.clear_selection()
    said = {"title": [window.windowTitle()], "queue": _queue(window)}
    said |= dict(_panes(window))
    said |= dict(_inspector(window))
    said["claims"] = _claims(window)
    said["sources"] = _sources(window)
    for name in ("history", "statistics", "findings"):
        said[name] = _dialog(window, name)
    window.views.show(View.PANES)
    settle(window)
    return said


def differing(ours: Said, fresh: Said) -> list[str]:
    """Return in a line each where two windows say different things."""
    found = []
    for view in {**ours, **fresh}:
        one, other = ours.get(view, []), fresh.get(view, [])
        if one != other:
            place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
            words = [side[place] if 0 <= place < len(side) else f"{len(side)} lines" for side in (one, other)]
            found.append(f"{view} says {words[0]!r}, a fresh reading {words[1]!r}")
    return found


def _queue(window: MainWindow) -> list[str]:
    queue = window.queue
    queue.filters.clear()
    queue.filters.set_filter(Filter.ALL)
    queue.filters.set_order(Order.DOCUMENT)
    settle(window)
    return [*_of_model(queue.findChild(QueueModel)), str(queue.open_count())]


def _panes(window: MainWindow) -> Iterator[tuple[str, list[str]]]:
    case = window.session.case
    assert case is not None
    order = [source.id for source in case.sources]
    pairs = [tuple(order[:2])] if order else []
    if len(order) > 2:
        pairs.append((order[1], order[-1]))
        pairs.append(tuple(order[:4]))
    for pair in pairs:
        for source in window.panes.shown_sources():
            window.panes.show_version(source, None)
        window.panes.show_sources(*pair)
        settle(window)
        for source, pane in zip(window.panes.shown_sources(), window.panes.panes(), strict=False):
            view, count = pane.view, len(case.statements(source))
            wait(lambda view=view, count=count: view.filled == count)  # type: ignore[misc]
            words = [view.spoken(place) for place in range(count)]
            yield f"pane of {source} in {pair}", [*words, *_words(pane.header)]


def _inspector(window: MainWindow) -> Iterator[tuple[str, list[str]]]:
    case = window.session.case
    assert case is not None
    matches = list(case.matches)
    step = max(len(matches) // LOOKED_AT, 1)
    for match in matches[::step]:
        window.session.set_current(match)
        settle(window)
        yield f"inspector of {match}", _words(window.inspector)
    window.session.set_current(None)


def _claims(window: MainWindow) -> list[str]:
    window.views.show(View.CLAIMS)
    claims = window.views.claims
    wait(lambda: window.views.following.is_ready)
    claims.clear_filters()
    settle(window)
    return [claims.summary_text(), claims.basis_text(), *_of_model(claims.findChild(ClaimsModel))]


def _sources(window: MainWindow) -> list[str]:
    window.views.show(View.SOURCES)
    wait(lambda: window.views.following.is_ready)
    settle(window)
    return _words(window.views.sources)


def _dialog(window: MainWindow, name: str) -> list[str]:
    """Return what a dialog says when its figures and rows have all come."""
    window.views.show(View.PANES)
    window.actions_by_id[name].trigger()
    dialog = next((one for one in window.findChildren(QDialog) if one.isVisible()), None)
    if dialog is None:
        return []
    before: list[str] = []
    end = monotonic() + PATIENCE
    rest = monotonic() + 0.5
    while monotonic() < min(rest, end):
        settle(window)
        now = _words(dialog)
        if now != before:
            before, rest = now, monotonic() + 0.5
    close_dialogs(window)
    settle(window)
    return before


def _words(widget: QWidget) -> list[str]:
    """Return all words in a part of the window, in alphabetical order: parts are built in any order."""
    return sorted(
        word
        for child in widget.findChildren(QWidget)
        if child.isVisibleTo(widget) and isinstance(child, QWidget)
        for word in _of_widget(child)
        if word
    )


def _of_widget(widget: QWidget) -> Sequence[str]:
    match widget:
        case QLabel() | QLineEdit():
            return (widget.text(), widget.accessibleName())
        case QAbstractButton():
            return (f"{widget.text()} {'✓' if widget.isChecked() else ''}", widget.accessibleName())
        case QPlainTextEdit() | QTextEdit():
            return (widget.toPlainText(), widget.accessibleName())
        case QAbstractItemView():
            return _of_model(widget.model())
        case _:
            return (widget.accessibleName(), widget.accessibleDescription())


def _of_model(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> list[str]:
    if model is None:
        return []
    below = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(below)):
        # Of a list Qt keeps the number of columns to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(below)):
            index = model.index(row, column, below)
            told = model.data(index, Qt.ItemDataRole.AccessibleTextRole) or model.data(index)
            found.append(f"{row}.{column} {told}")
            if column == 0 and model.rowCount(index):
                found += _of_model(model, index)
    return found
