"""Searching in the window: the field, what the panes mark, the list of what was found and the way there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reconciler.gui.find_list import Target, Where
from reconciler.gui.find_results import FindResults
from reconciler.gui.finding import Found
from reconciler.gui.views import View
from reconciler.model import EntryId, MatchId

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class Searching(QObject):
    """Belongs to the parts of the window that it joins, and goes with them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.tool_bar)
        self._window = window
        self._field = window.tool_bar.find_field
        self.results = FindResults(window.session, window.theme, window.stack)
        self.is_on = False
        window.panes.look_with(window.finding.find)
        window.panes.found_changed.connect(self._show)
        window.finding.renewed.connect(self._again)
        self._field.searched.connect(self.search)
        self._field.stepped.connect(self._step)
        self._field.entered.connect(self._enter)
        self._field.went_down.connect(self.results.list.begin)
        self._field.left.connect(self._leave)
        self._field.lost_keys.connect(self._close_later)
        self.results.list.left.connect(self.focus)
        self.results.list.lost_keys.connect(self._close_later)
        self.results.list.chosen.connect(self.go_to)

    def focus(self) -> None:
        """Give the keyboard to the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search(self, text: str) -> None:
        """Look for a text everywhere; nothing, for an empty one."""
        window = self._window
        self.is_on = bool(text.strip()) and window.session.case is not None
        window.panes.find(text if self.is_on else "")
        if not self.is_on:
            window.tool_bar.show_hits(None)
            self.results.hide()
        elif self._field.hasFocus():
            self.results.open()
        window.renew()

    def _show(self, found: Found) -> None:
        if self.is_on:
            self._window.tool_bar.show_hits(found.in_sources)
            self.results.show_found(found)

    def _again(self) -> None:
        """Show what is found now that more is searched."""
        if self.is_on:
            self._window.panes.find_again()

    def _enter(self) -> None:
        """Make ready for what is going to be typed; what was looked for before is shown again."""
        self._window.finding.prepare()
        if self._field.text().strip():
            self.search(self._field.text())

    def _step(self, step: int) -> None:
        if step > 0:
            self._window.panes.find_next()
        else:
            self._window.panes.find_previous()

    def _leave(self) -> None:
        self.results.hide()
        self._window.focus_queue()

    def _close_later(self) -> None:
        """Close the list once the keys are neither in it nor in the field."""
        QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        if not self._field.hasFocus() and not self.results.list.hasFocus():
            self.results.hide()

    def go_to(self, target: Target) -> None:
        """Go to what was found: a statement in its article, a match, an act in the history."""
        window = self._window
        self.results.hide()
        if target.where is not Where.ACT:
            window.views.show(View.PANES)
        if target.source is not None:
            window.panes.go_to_found(target.source, target.number)
        elif target.where is Where.NOTE:
            window.session.set_current(MatchId(target.number))
            window.show_inspector()
            window.focus_queue()
        else:
            window.commands.history.show_act(EntryId(target.number))
