"""The window's parts built anew around the open case, for another language: where the analyst is stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QMenuBar, QStatusBar, QWidget

from reconciler.gui.help_commands import HelpCommands
from reconciler.gui.view_state import ViewState
from reconciler.gui.views import View
from reconciler.gui.workplace import capture, put_back
from reconciler.model import SourceId

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow
    from reconciler.gui.panes.reading_place import Reading
    from reconciler.gui.review.trail import Trail


_PANE = "pane "
_STATES = ("learn", "full_screen", "blind")
"""Actions that only show how something stands; nothing is to be done when they are checked again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the analyst is, beyond what a case file keeps of it.

    `keys` names the part that has the keyboard, `beside` the dialogs that stand beside the window.
    """

    view: ViewState
    trail: "Trail"
    reading: "Reading"
    versions: tuple[tuple[SourceId, int | None], ...]
    find: str
    keys: str
    orphans: bool
    changes: bool
    checked: tuple[str, ...]
    notices: tuple[str, ...]
    beside: tuple[str, ...]
    shown: View | None


def rebuild(window: "MainWindow") -> None:
    """Build all parts anew in the language that is spoken now, and put everything back in its place."""
    window.inspector.commit_note()
    standing = _standing(window)
    _strip(window)
    window.furnish()
    window.apply_theme(window.theme)
    _stand_again(window, standing)


def _standing(window: "MainWindow") -> Standing:
    panes, actions = window.panes, window.actions_by_id
    beside = [each for each in window.findChildren(QDialog) if each.isVisible() and not each.isModal()]
    return Standing(
        view=capture(window),
        trail=window.queue.trail,
        reading=panes.reading(),
        versions=tuple((source, panes.shown_version(source)) for source in panes.shown_sources()),
        find=window.tool_bar.find_field.text(),
        keys=_keys(window),
        orphans=actions["orphans"].isChecked(),
        changes=actions["version_changes"].isChecked(),
        checked=tuple(name for name in _STATES if actions[name].isChecked()),
        notices=window.notices.keys(),
        beside=tuple(each.objectName() for each in beside),
        shown=window.views.shown,
    )


def _keys(window: "MainWindow") -> str:
    focused: QWidget | None = window.focusWidget()
    pane = window.panes.focused_pane()
    if pane is not None:
        return f"{_PANE}{pane}"
    for name, part in (("find", window.tool_bar), ("inspector", window.inspector)):
        if focused is not None and part.isAncestorOf(focused):
            return name
    return "queue"


def _strip(window: "MainWindow") -> None:
    """Take the parts out; what they still hear until they are gone does no harm."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible() and not dialog.isModal():
            dialog.close()
    for group in window.commands.made():
        if isinstance(group, HelpCommands):
            group.tour_shown.end()
    for action in window.actions_by_id.values():
        action.setShortcuts([])
        action.setObjectName("")
        window.removeAction(action)
        action.deleteLater()
    _discard(*window.commands.made(), window.views)
    window.removeToolBar(window.tool_bar)
    _discard(window.tool_bar)
    window.setMenuBar(QMenuBar())
    window.setStatusBar(QStatusBar())


def _discard(*parts: QObject) -> None:
    for part in parts:
        part.deleteLater()


def _stand_again(window: "MainWindow", standing: Standing) -> None:
    window.show_start_or_case()
    _lay_out(window)
    for name in standing.checked:
        window.actions_by_id[name].setChecked(True)
    if window.session.case is not None:
        _work_again(window, standing)
    window.telling.again(standing.notices)
    _open_beside(window, standing.beside)
    window.renew()


def _lay_out(window: "MainWindow") -> None:
    """Show the new parts now: Qt would do it only later, and what was scrolled to would be lost by that."""
    for part in (window.menuBar(), window.statusBar(), window.notices.parentWidget()):
        if part is not None:
            part.show()
    layout = window.layout()
    if layout is not None:
        layout.activate()


def _work_again(window: "MainWindow", standing: Standing) -> None:
    for source, number in standing.versions:
        if number is not None and source in window.panes.shown_sources():
            window.panes.show_version(source, number)
    put_back(window, standing.view, geometry=False)
    window.queue.trail = standing.trail
    window.panes.read_again(standing.reading)
    if standing.changes:
        window.actions_by_id["version_changes"].trigger()
    if standing.orphans:
        window.actions_by_id["orphans"].trigger()
    if standing.find:
        window.tool_bar.find_field.setText(standing.find)
        window.tool_bar.find_field.search_now()
    if standing.shown is not None:
        window.views.show(standing.shown)
    QTimer.singleShot(0, window.panes, lambda: _give_keys(window, standing.keys))


def _give_keys(window: "MainWindow", keys: str) -> None:
    match keys:
        case _ if keys.startswith(_PANE):
            window.panes.focus_pane(int(keys.removeprefix(_PANE)))
        case "inspector":
            window.inspector.focus_first()
        case "find":
            window.focus_find()
        case _:
            window.focus_queue()


def _open_beside(window: "MainWindow", names: Sequence[str]) -> None:
    for name in names:
        action = window.actions_by_id.get(name)
        if action is not None and action.isEnabled():
            action.trigger()
