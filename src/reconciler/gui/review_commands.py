"""Decisions, and the way from match to match."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from reconciler.gui.messages import entry_name
from reconciler.gui.theme import MatchState
from reconciler.gui.views import View
from reconciler.model import Entry, Relation, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class ReviewCommands(QObject):
    """Decisions and the way from match to match."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def next(self) -> None:
        """Go to the next match of the queue."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous match of the queue."""
        self._step(-1)

    def _step(self, step: int) -> None:
        """Go on; what was selected for linking belonged to where the analyst was."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.step(step)
        if self._window.views.shown is not View.PANES:
            return
        if self._window.queue.next(step):
            self._session.clear_selection()

    def skip(self) -> None:
        """Go to the next match without a verdict; Space on a focused button presses it all the same."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()
        else:
            self._window.queue.next_undecided(1)

    def previous_undecided(self) -> None:
        """Go to the previous match without a verdict."""
        self._window.queue.next_undecided(-1)

    def next_finding(self) -> None:
        """Go to the next match that differs in something."""
        self._go_to_finding(1)

    def previous_finding(self) -> None:
        """Go to the match before that differs in something."""
        self._go_to_finding(-1)

    def _go_to_finding(self, step: int) -> None:
        if self._window.queue.next_finding(step):
            return
        if not self._session.differing.is_complete:
            self._window.say(self.tr("Still comparing: try again in a moment"))
        elif step > 0:
            self._window.say(self.tr("No finding further down in this list"))
        else:
            self._window.say(self.tr("No finding further up in this list"))

    def next_contradiction(self) -> None:
        """Go to the next match that contradicts."""
        self._go_to_contradiction(1)

    def previous_contradiction(self) -> None:
        """Go to the match before that contradicts."""
        self._go_to_contradiction(-1)

    def _go_to_contradiction(self, step: int) -> None:
        if self._window.queue.next_contradiction(step):
            return
        if not self._session.differing.is_complete:
            self._window.say(self.tr("Still comparing: try again in a moment"))
        elif step > 0:
            self._window.say(self.tr("No contradiction further down in this list"))
        else:
            self._window.say(self.tr("No contradiction further up in this list"))

    def back(self) -> None:
        """Go back to where the last jump began."""
        if not self._window.queue.back():
            self._window.say(self.tr("Nowhere to go back to"))

    def forward(self) -> None:
        """Go forward again."""
        if not self._window.queue.forward():
            self._window.say(self.tr("Nowhere to go forward to"))

    def findings(self) -> None:
        """Show all that differs in the case."""
        from reconciler.gui.dialogs.findings import FindingsDialog

        dialog = FindingsDialog(self._session, self._window.theme, self._window)
        dialog.chosen.connect(self._session.set_current)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def statistics(self) -> None:
        """Show the review in figures, beside the window."""
        from reconciler.gui.dialogs.statistics import StatisticsDialog

        shown = self._window.findChild(StatisticsDialog)
        if shown is None:
            self._window.inspector.commit_note()
            shown = StatisticsDialog(self._session, self._window.theme, self._window)
            shown.finished.connect(shown.deleteLater)
            shown.show()
        shown.raise_()
        shown.activateWindow()

    def confirm(self) -> None:
        """Confirm and go on."""
        self._decide(Verdict.CONFIRMED)

    def reject(self) -> None:
        """Reject and go on."""
        self._decide(Verdict.REJECTED)

    def unsure(self) -> None:
        """Mark unsure and go on."""
        self._decide(Verdict.UNSURE)

    def _decide(self, verdict: Verdict) -> None:
        with self._session.going_on():
            if self._session.decide(verdict):
                self._session.clear_selection()
                self._window.queue.next_undecided(1)

    def relate_agrees(self) -> None:
        """Say that a match agrees."""
        self._relate(Relation.AGREES)

    def relate_differs(self) -> None:
        """Say that a match differs."""
        self._relate(Relation.DIFFERS)

    def relate_contradicts(self) -> None:
        """Say that a match contradicts."""
        self._relate(Relation.CONTRADICTS)

    def _relate(self, relation: Relation) -> None:
        current = self._session.current
        if current is None:
            return
        stays = self._session.state(current) is MatchState.CONFIRMED
        if stays:
            self._session.relate(relation)
            return
        with self._session.going_on():
            if self._session.relate(relation):
                self._window.queue.next_undecided(1)

    def take_up(self) -> None:
        """Decide as was decided before the words changed, and go on."""
        former = self._session.former()
        if former is None or former.standing.verdict is None:
            return
        if self._session.decide(former.standing.verdict, former.standing.relation):
            self._session.clear_selection()
            self._window.queue.next_undecided(1)

    def clear(self) -> None:
        """Take verdict and relation away."""
        self._window.inspector.commit_note()
        self._session.clear()

    def note(self) -> None:
        """Go to the note of the current match."""
        self._window.show_inspector()
        self._window.inspector.focus_note()

    def link(self) -> None:
        """Link the selected statements."""
        self._window.inspector.commit_note()
        self._session.link()

    def undo(self) -> None:
        """Take the last act back, and say which it was."""
        self._window.inspector.commit_note()
        case, waiting = self._session.case, self._session.unsaved_acts
        entry = case.undoable if case is not None and not waiting else None
        if self._session.undo():
            self._say_turn(QCoreApplication.translate("ActRow", "Undone: {what}"), entry)

    def redo(self) -> None:
        """Bring back what was undone, and say what it was."""
        case = self._session.case
        entry = case.redoable if case is not None else None
        if self._session.redo():
            self._say_turn(QCoreApplication.translate("ActRow", "Done again: {what}"), entry)

    def _say_turn(self, text: str, entry: Entry | None) -> None:
        case = self._session.case
        if entry is not None and case is not None:
            self._window.say(text.format(what=entry_name(entry, case)))

    def copy_statement(self, statement: StatementId | None = None) -> None:
        """Copy a statement with its citation: the one meant, or the one in use."""
        case = self._session.case
        chosen = statement if statement is not None else self._window.panes.focused_statement()
        if case is not None and chosen is not None:
            from reconciler.gui.citation import cite_statement

            QGuiApplication.clipboard().setText(cite_statement(case, chosen))
            self._window.say(self.tr("Statement copied with its citation"))

    def copy_match(self) -> None:
        """Copy the current match, both statements with their citations."""
        case, current = self._session.case, self._session.current
        if case is not None and current is not None:
            from reconciler.gui.citation import cite_match

            QGuiApplication.clipboard().setText(cite_match(case, current))
            self._window.say(self.tr("Match copied with its citations"))
