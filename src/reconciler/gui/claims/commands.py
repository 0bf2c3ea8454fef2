"""What the actions on claims do, and how the panes are brought to one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui import messages
from reconciler.gui.views import View
from reconciler.gui.waiting_acts import PendingAct
from reconciler.model import Assessment, Change, ClaimField, MatchId, Silence, SourceId, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.export.values import ClaimRecord
    from reconciler.gui.claims.details import Detail
    from reconciler.gui.main_window import MainWindow


class ClaimCommands(QObject):
    """Acts on the claim that is current in the claims view."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def show_panes(self) -> None:
        """Show the articles side by side."""
        self._window.views.show(View.PANES)

    def show_claims(self) -> None:
        """Show who says what."""
        self._window.views.show(View.CLAIMS)

    def show_report(self) -> None:
        """Show the report."""
        self._window.views.show(View.REPORT)

    def show_sources(self) -> None:
        """Show how the sources compare."""
        self._window.views.show(View.SOURCES)

    def bring_statement(self, statement: StatementId, beside: SourceId | None) -> None:
        """Show a statement in the panes: with a match of its own, or beside a source that is silent on it."""
        case = self._session.case
        if case is None:
            return
        confirmed = [
            each for each in case.matches_of(statement) if case.standing(each).verdict is Verdict.CONFIRMED
        ]
        match = confirmed[0] if confirmed and beside is None else None
        self._bring(match, statement, beside)

    def go_to_panes(self) -> None:
        """Bring the panes to the current cell."""
        self._window.views.claims.go_to_panes()

    def order(self) -> None:
        """Open the list of orders."""
        self._window.views.claims.filters.open_orders()

    def bring_panes(self, record: "ClaimRecord", column: int) -> None:
        """Show in the panes what a cell stands for: a match, or a statement beside a silent source."""
        from reconciler.gui.claims.targets import target

        case = self._session.case
        if case is not None:
            found = target(case, record, column)
            self._bring(found.match, found.statement, found.beside)

    def bring_panes_to(self, row: "Detail") -> None:
        """Show in the panes a statement of the current claim, or the match of a finding."""
        case, record = self._session.case, self._window.views.claims.current_record()
        if case is None or record is None:
            return
        if row.match is not None:
            self._bring(row.match, case.ends(row.match)[0])
        elif row.statement is not None:
            from reconciler.gui.claims.targets import joining

            self._bring(joining(case, record, row.statement), row.statement)

    def _bring(self, match: MatchId | None, statement: StatementId, beside: SourceId | None = None) -> None:
        """Show the panes with a match or, without one, with a statement beside another source."""
        window, session, case = self._window, self._session, self._session.case
        assert case is not None  # noqa: S101
        window.views.show(View.PANES)
        own = case.statement(statement).source
        if match is None:
            session.set_current(None)
            shown = window.panes.shown_sources()
            others = (*shown, *(each.id for each in case.sources))
            other = beside or next((each for each in others if each != own), None)
            if other is None:
                window.panes.bring_source(own)
            elif own not in shown or other not in shown:
                window.panes.bring_together(own, other)
        elif session.current == match:
            window.panes.show_match(match)
        else:
            session.set_current(match)
        shown = window.panes.shown_sources()
        if own in shown:
            window.panes.focus_pane(shown.index(own))
        window.panes.reveal(statement)

    def triangles(self) -> None:
        """Show what the decisions imply, and where they contradict each other."""
        from reconciler.gui.dialogs.triangles import TrianglesDialog

        window = self._window
        shown = window.findChild(TrianglesDialog)
        if shown is None:
            window.inspector.commit_note()
            shown = TrianglesDialog(self._session, window.views.following, window.theme, window)
            shown.undo_wanted.connect(window.actions_by_id["undo"].trigger)
            shown.finished.connect(shown.deleteLater)
            shown.show()
        shown.raise_()
        shown.activateWindow()

    # Acts -------------------------------------------------------------------------------------

    def label(self) -> None:
        """Go to the name of the claim."""
        self._show_panel()
        self._window.views.claims.panel.focus_name()

    def note(self) -> None:
        """Go to the note on the claim."""
        self._show_panel()
        self._window.views.claims.panel.focus_note()

    def panel(self) -> None:
        """Show the current claim beside the table, or not any more."""
        action = self._window.actions_by_id["claim_panel"]
        self._window.views.claims.set_panel_visible(action.isChecked())

    def _show_panel(self) -> None:
        self._window.actions_by_id["claim_panel"].setChecked(True)
        self.panel()

    def edit(self, statement: StatementId, field: ClaimField, text: str) -> None:
        """Say something of a claim; a name of digits alone would be taken for a statement's number."""
        if field is ClaimField.LABEL and text.isdecimal():
            self._window.say(self.tr("A name needs more than digits"))
            self._window.views.claims.renew()
            return
        self._perform(lambda case: case.edit_claim(statement, field, text))

    def wording(self) -> None:
        """Measure the claim against what the current cell says, or against its next statement."""
        view = self._window.views.claims
        record, column = view.current_record(), view.current_column()
        if record is None:
            return
        chosen = view.panel.details.current_statement()
        if chosen is None:
            own = record.cells[column - 1].statements if column else ()
            after = own.index(record.label) + 1 if record.label in own else 0
            chosen = own[after % len(own)] if own else None
        if chosen is None:
            self._window.say(self.tr("Choose a cell that says something first"))
        elif chosen != record.label:
            self._perform(self._edit(record, ClaimField.LABEL, str(chosen)))

    def corroborated(self) -> None:
        """Say that independent sources say it."""
        self._assess(Assessment.CORROBORATED)

    def disputed(self) -> None:
        """Say that sources contradict each other."""
        self._assess(Assessment.DISPUTED)

    def single_source(self) -> None:
        """Say that all leads back to one source."""
        self._assess(Assessment.SINGLE_SOURCE)

    def unclear(self) -> None:
        """Say that it can't be told."""
        self._assess(Assessment.UNCLEAR)

    def _assess(self, assessment: Assessment) -> None:
        """Set the assessment of the current claim; the one that it has is taken back."""
        view = self._window.views.claims
        record = view.current_record()
        if record is None:
            return
        taken_back = record.standing.assessment is assessment
        value = "" if taken_back else assessment.value
        if self._perform(self._edit(record, ClaimField.ASSESSMENT, value)):
            word = messages.assessment_word(assessment)
            text = self.tr("Not {word} any more") if taken_back else self.tr("Claim {number}: {word}")
            self._window.say(text.format(word=word, number=view.current_number()))

    def _edit(self, record: "ClaimRecord", field: ClaimField, value: str) -> "Callable[[Case], Change]":
        return lambda case: case.edit_claim(record.said_on[field], field, value)

    def searched(self) -> None:
        """Say of a silent cell that the source was searched and has nothing there, or take that back."""
        from reconciler.export.values import CellState

        view, case = self._window.views.claims, self._session.case
        record, column = view.current_record(), view.current_column()
        if record is None or case is None:
            return
        if column == 0:
            self._search_all(record)
            return
        cell = record.cells[column - 1]
        letter = case.source(cell.source).letter
        match cell.state:
            case CellState.SILENT:
                if self._perform(lambda case: case.set_silence(record.label, cell.source, True)):
                    self._window.say(self.tr("Searched: nothing in {letter}").format(letter=letter))
            case CellState.SEARCHED:
                self._unsearch(record, cell.source)
                self._window.say(self.tr("To be searched in {letter} again").format(letter=letter))
            case CellState.OPEN:
                self._window.say(self.tr("A proposal waits there: Enter goes to it"))
            case _:
                self._window.say(self.tr("{letter} says something of it").format(letter=letter))

    def _search_all(self, record: "ClaimRecord") -> None:
        """Say that all silent sources of a claim were searched or, where all were, take that back."""
        from reconciler.export.values import CellState

        silent = [cell.source for cell in record.cells if cell.state is CellState.SILENT]
        if silent:
            silences = [Silence(record.label, source) for source in silent]
            if self._perform(lambda case: case.set_silences(silences, True)):
                letters = messages.listed(self._letter(source) for source in silent)
                self._window.say(self.tr("Searched: nothing in {letter}").format(letter=letters))
            return
        searched = [cell.source for cell in record.cells if cell.state is CellState.SEARCHED]
        if searched:
            self._unsearch(record, *searched)
            letters = messages.listed(map(self._letter, searched))
            self._window.say(self.tr("To be searched in {letter} again").format(letter=letters))
        else:
            self._window.say(self.tr("No source is silent on it"))

    def _letter(self, source: SourceId) -> str:
        assert self._session.case is not None  # noqa: S101
        return self._session.case.source(source).letter

    def _unsearch(self, record: "ClaimRecord", *sources: SourceId) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        silences = [
            Silence(each, source)
            for source in sources
            for each in record.claim.statements
            if case.is_silent(each, source)
        ]
        self._perform(lambda case: case.set_silences(silences, False))

    def _perform(self, write: "Callable[[Case], Change]") -> bool:
        return self._session.perform_act(PendingAct(write))
