"""The history beside the window: of the whole case, or beginning with the current match."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.model import EntryId, MatchId

if TYPE_CHECKING:
    from reconciler.gui.dialogs.history import HistoryDialog
    from reconciler.gui.main_window import MainWindow


class HistoryCommands(QObject):
    """Opens the history; one at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: HistoryDialog | None = None

    def show(self) -> None:
        """Show every act of the case."""
        self._opened()

    def of_match(self) -> None:
        """Show the history at the last act on the current match."""
        case, current = self._window.session.case, self._window.session.current
        if case is None or current is None:
            return
        decisions = case.decisions(current)
        if decisions:
            self._opened().choose(decisions[-1].entry)
        else:
            self._window.say(self.tr("Nothing was decided of this match yet"))

    def show_act(self, entry: EntryId) -> None:
        """Show the history at an act."""
        self._opened().choose(entry)

    def _opened(self) -> "HistoryDialog":
        from reconciler.gui.dialogs.history import HistoryDialog

        if self._dialog is None:
            window = self._window
            window.inspector.commit_note()
            self._dialog = HistoryDialog(window.session, window.theme, window)
            self._dialog.addActions([window.actions_by_id["undo"], window.actions_by_id["redo"]])
            self._dialog.chosen.connect(self._show_matches)
            self._dialog.finished.connect(self._closed)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _show_matches(self, matches: Sequence[MatchId]) -> None:
        """Go to the first match of an act, and let all of them stand out."""
        if matches:
            self._window.session.set_current(matches[0])
        self._window.panes.light_up(matches)

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
            self._window.panes.light_up(())
