"""One open case in the window: the only road by which anything in it changes.

Every act goes key → action → `Session` → `Case` (one transaction, on disk) → `changed` → views.
An act that could not be written (a full disk) is kept here, shown as not saved, and tried again
until it is on disk; nothing is dropped and nothing is shown as saved that is not.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.gui import acts, selecting
from reconciler.gui.case_file import CaseFile
from reconciler.gui.differing import Differing
from reconciler.gui.proposing import Proposing
from reconciler.gui.theme import MatchState
from reconciler.gui.waiting_acts import PendingAct, WaitingActs
from reconciler.model import (
    Change,
    EntryId,
    Former,
    MatchId,
    Relation,
    SourceDraft,
    SourceId,
    SourceProperties,
    Standing,
    StatementId,
    Verdict,
)

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.gui.ready import Ready

RETRY_MS = 3000


class Session(QObject):
    """The open case, the current match, the selection for linking, and all acts of the analyst.

    Beside it stand `file`, where the case is kept, `proposing`, what the program finds in it, and
    `differing`, in what its matches differ.
    """

    closing = Signal()
    opened = Signal()
    changed = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal()
    unsaved_changed = Signal()
    refused = Signal(object)
    analyst_changed = Signal()
    blind_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.current: MatchId | None = None
        self.leaves_current = False
        self.selected: tuple[StatementId, ...] = ()
        self.analyst = ""
        self.blind = False
        self.differing = Differing(self)
        self.proposing = Proposing(self)
        self.file = CaseFile(self)
        self.ready: Ready | None = None
        self._waiting = WaitingActs()
        self._taken_along: tuple[EntryId, MatchId] | None = None
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self.save_waiting)

    # The case -------------------------------------------------------------------------------

    def set_case(self, case: "Case | None", ready: "Ready | None" = None) -> None:
        """Show another case, or none; the one before is closed with its log folded back.

        What is `ready` of it is there for the views while `opened` is told.
        """
        self.close()
        self.case = case
        if case is not None:
            case.analyst = self.analyst or case.analyst
            case.score_visible = not self.blind
        self.differing.follow(case)
        if case is not None and ready is not None and ready.score_visible == case.score_visible:
            self.ready = ready
        try:
            self.opened.emit()
        finally:
            self.ready = None

    def close(self) -> None:
        """Close the case. Acts that still wait are tried a last time."""
        if self.case is not None:
            self.closing.emit()
        if self._waiting:
            self.save_waiting()
        self.drop_waiting()
        self.file.let_go()
        self.proposing.forget()
        self._taken_along = None
        case, self.case = self.case, None
        self.differing.follow(None)
        self.current = None
        self.selected = ()
        if case is not None:
            case.close()
        self.file.look()

    @property
    def read_only(self) -> bool:
        """Whether the case can be read but not changed."""
        return self.case is not None and self.case.read_only

    @property
    def can_change(self) -> bool:
        """Whether there is a case that acts can be written to."""
        return self.case is not None and not self.case.read_only

    def delete_case(self) -> None:
        """Close the case and move its file to the trash.

        Raises:
            CaseError: the file is still there, and the case is closed all the same; CASE_GONE, it stays open.
        """
        case = self.case
        if case is not None:
            if not self.file.look():
                raise CaseError(Problem.CASE_GONE, str(case.path))
            try:
                case.move_to_trash()
            finally:
                self.case = None
                self.set_case(None)

    # Who decides ----------------------------------------------------------------------------

    def set_analyst(self, name: str) -> None:
        """Keep decisions under another name from now on."""
        self.analyst = name
        if self.case is not None:
            self.case.analyst = name
        self.analyst_changed.emit()

    def set_blind(self, on: bool) -> None:
        """Hide what the program thinks of matches from now on, or show it; each decision records that."""
        if on == self.blind:
            return
        self.blind = on
        if self.case is not None:
            self.case.score_visible = not on
        self.blind_changed.emit()

    # What is shown --------------------------------------------------------------------------

    @property
    def unsaved(self) -> frozenset[MatchId]:
        """The matches with an act that is not on disk yet."""
        return self._waiting.matches

    @property
    def unsaved_acts(self) -> int:
        """How many acts wait to be written."""
        return len(self._waiting)

    @property
    def unsaved_reason(self) -> NotSavedError | None:
        """Why an act could not be written, the last time that one could not."""
        return self._waiting.reason

    def standing(self, match: MatchId) -> Standing:
        """Return what the window shows of a match: the journal, and after it what waits."""
        assert self.case is not None  # noqa: S101
        return self._waiting.standing(match, self.case.standing(match))

    def state(self, match: MatchId) -> MatchState:
        """Return the state that the window shows a match in."""
        return MatchState.of(self.standing(match))

    def states(self, matches: Iterable[MatchId] | None = None) -> dict[MatchId, MatchState]:
        """Return the state that the window shows each match in, of all or of some."""
        case = self.case
        if case is None:
            return {}
        if self.ready is not None and matches is None:
            return dict(self.ready.states)
        standing, of_verdict = case.standing, MatchState.by_verdict()
        wanted = case.matches if matches is None else matches
        found = {match: of_verdict[standing(match).verdict] for match in wanted}
        found.update((match, self.state(match)) for match in self.unsaved if match in found)
        return found

    def former(self) -> Former | None:
        """Return what was decided of the current match on other words, while it waits for a verdict again."""
        case, match = self.case, self.current
        if case is None or match is None or self.standing(match).verdict is not None:
            return None
        if not case.is_flagged(match):
            return None
        decided = (each for each in case.formers(match) if each.standing.verdict is not None)
        return next(decided, None)

    # Where the analyst is -------------------------------------------------------------------

    def set_current(self, match: MatchId | None) -> None:
        """Move to a match; one that is not live any more counts as none."""
        if match is not None and (self.case is None or match not in self.case.matches):
            match = None
        if match != self.current:
            self.current, self.leaves_current = match, False
            self.differing.give_way()
            self.current_changed.emit(match)

    def select_statement(
        self, statement: StatementId, *, extend: bool = False, among: Collection[SourceId] | None = None
    ) -> None:
        """Select a statement for linking: alone in its source, or, with `extend`, added or taken out.

        `among` are the sources in which others stay selected, all of them when none is named.
        """
        assert self.case is not None  # noqa: S101
        self._select(
            selecting.with_statement(self.case, self.selected, statement, extend=extend, among=among)
        )

    def select_in(self, source: SourceId, statements: Sequence[StatementId]) -> None:
        """Select these statements of a source for linking, in the place of what was selected in it."""
        assert self.case is not None  # noqa: S101
        self._select(selecting.with_source(self.case, self.selected, source, statements))

    def is_present(self, statement: StatementId) -> bool:
        """Whether a statement is one of its source as it stands now, and no other in its place."""
        if self.case is None:
            return False
        found = self.case.statement(statement)
        return any(each.id == statement for each in self.case.statements(found.source))

    def clear_selection(self) -> None:
        """Select nothing for linking."""
        self._select(())

    def _select(self, chosen: tuple[StatementId, ...]) -> None:
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit()

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Decide and move in here: what shows the current match alone is then filled once, with the next.

        `leaves_current` is set until then; `current_changed` follows in any case.
        """
        self.leaves_current = True
        try:
            yield
        finally:
            if self.leaves_current:
                self.leaves_current = False
                self.current_changed.emit(self.current)

    # Acts -----------------------------------------------------------------------------------

    def decide(self, verdict: Verdict, relation: Relation | None = None) -> bool:
        """Set a verdict on the current match; answers whether anything was decided."""
        match = self.current
        return match is not None and self.perform_act(acts.decided(match, verdict, relation))

    def decide_all(self, matches: Sequence[MatchId], verdict: Verdict) -> bool:
        """Set one verdict on several matches in one act; what has one by now keeps it."""
        live = {} if self.case is None else self.case.matches
        undecided = tuple([one for one in matches if one in live and self.standing(one).verdict is None])
        return bool(undecided) and self.perform_act(acts.all_decided(undecided, verdict))

    def relate(self, relation: Relation) -> bool:
        """Set what the current match is; a match that is not confirmed is confirmed by it."""
        match = self.current
        return match is not None and self.perform_act(acts.related(match, relation))

    def clear(self) -> bool:
        """Take verdict and relation of the current match away; one made by hand is unlinked."""
        match = self.current
        return match is not None and self.perform_act(acts.cleared(match))

    def annotate(self, match: MatchId, note: str) -> bool:
        """Set the note of a match."""
        return self.perform_act(acts.annotated(match, note))

    def link_groups(self) -> tuple[tuple[StatementId, ...], ...]:
        """Return what is selected, source by source in the case's order; nothing unless it can be linked."""
        return () if self.case is None else selecting.groups(self.case, self.selected)

    def link_ends(self) -> tuple[tuple[StatementId, ...], tuple[StatementId, ...]] | None:
        """Return the two sides that the selection would link, or None when it can't be linked."""
        groups = self.link_groups()
        return (groups[0], groups[1]) if len(groups) == 2 else None

    def link(self) -> bool:
        """Link the selected statements of two sources or more and go to the first of these matches."""
        groups = self.link_groups()
        done = bool(groups) and self.link_statements(groups)
        if done:
            self.clear_selection()
        return done

    def link_statements(self, groups: Sequence[Sequence[StatementId]]) -> bool:
        """Link each statement with those of all other groups, one group a source; go to the first match."""
        scores_of = self.proposing.scores_of
        scores = [score for one, other in combinations(groups, 2) for score in scores_of(one, other)]
        statements = [statement for group in groups for statement in group]
        done = self.perform_act(acts.linked(statements, scores))
        if done and self.case is not None:
            made = self.case.match_between(groups[0][0], groups[1][0])
            self.set_current(made.id if made is not None else None)
        return done

    def record(self, write: "Callable[[Case], Change]") -> None:
        """Put into the case what the program found; one that is open read-only has it in memory."""
        if self.case is not None and self.case.read_only:
            self._tell(write(self.case))
        else:
            self._perform(PendingAct(write))

    def perform_act(self, act: PendingAct) -> bool:
        """Do an act that can wait for room on the disk."""
        return self._perform(act)

    def edit_source(self, source: SourceId, properties: SourceProperties) -> bool:
        """Correct what is known of a source."""
        return self.perform_act(acts.source_edited(source, properties))

    def remove_source(self, source: SourceId) -> bool:
        """Take a source out of the case; what was decided stays in the file."""
        return self._perform(PendingAct(lambda case: case.remove_source(source)), may_wait=False)

    def arrange(self, order: Sequence[SourceId]) -> bool:
        """Put the sources in another order."""
        return self._perform(PendingAct(lambda case: case.arrange(order)), may_wait=False)

    def add_sources(self, drafts: Sequence[SourceDraft]) -> bool:
        """Put further articles into the case."""
        return self._perform(PendingAct(lambda case: case.add_sources(drafts)), may_wait=False)

    def perform(self, write: "Callable[[Case], Change]") -> bool:
        """Do an act that puts others in the place of statements or matches; one that fails does not wait.

        Acts that wait speak of what is there now: they go first.
        """
        if self._waiting:
            self.save_waiting()
        if self._waiting and self.unsaved_reason is not None:
            self.refused.emit(self.unsaved_reason)
            return False
        return self._perform(PendingAct(write), may_wait=False)

    def undo(self) -> bool:
        """Take the last act back, also one of an earlier day; goes to the match it was about."""
        if self._waiting:
            dropped = self._waiting.take_back()
            self._tell_waiting(dropped.matches)
            return True
        return self._travel(lambda case: case.undo())

    def redo(self) -> bool:
        """Bring back what was undone last."""
        return not self._waiting and self._travel(lambda case: case.redo())

    def _travel(self, step: "Callable[[Case], Change]") -> bool:
        with self.going_on():
            return self._perform(PendingAct(step), may_wait=False)

    def _perform(self, act: PendingAct, *, may_wait: bool = True) -> bool:
        """Write an act and tell the views; what can't be written now waits."""
        if self.case is None:
            return False
        if self.case.read_only:
            self.refused.emit(CaseError(Problem.READ_ONLY, str(self.case.path)))
            return False
        if self._waiting and may_wait:
            self._wait(act)
            self.save_waiting()
            return True
        try:
            change = act.write(self.case)
        except NotSavedError as error:
            self._waiting.reason = error
            if may_wait:
                self._wait(act)
            self.refused.emit(error)
            return may_wait
        self._tell(change)
        return True

    def _tell(self, change: Change) -> None:
        if self.current is not None and self.case is not None and self.current not in self.case.matches:
            if change.entry is not None:
                self._taken_along = change.entry.id, self.current
            self.current = None
        if change.structure:
            self._select(tuple(one for one in self.selected if self.is_present(one)))
        self.file.look()
        self.differing.renew(change.matches, anew=change.structure and bool(change.sources))
        self.changed.emit(change)
        if change.entry is not None and change.entry.undoes is not None:
            self._follow(change)
        elif self.current is None:
            self.current_changed.emit(None)
        self.file.fold_back_soon()

    def _follow(self, change: Change) -> None:
        """Go to the match that an undo or redo was about, so that its effect is seen."""
        assert self.case is not None  # noqa: S101
        if change.entry is not None:
            live = [match for match in change.entry.matches if match in self.case.matches]
            if self._taken_along is not None and self._taken_along[0] == change.entry.undoes:
                # The act took along the match that was shown; now it is back.
                live = [match for match in (self._taken_along[1],) if match in self.case.matches] or live
            self.set_current(live[0] if live else self.current)

    # Acts that wait -------------------------------------------------------------------------

    def _wait(self, act: PendingAct) -> None:
        assert self.case is not None  # noqa: S101
        self._waiting.add(act, self.case)
        self._retry.start()
        self._tell_waiting(act.matches)

    def _tell_waiting(self, matches: Sequence[MatchId]) -> None:
        self.changed.emit(Change(None, frozenset(matches)))
        self.unsaved_changed.emit()
        if not self._waiting:
            self._retry.stop()

    def save_waiting(self) -> None:
        """Try to write the acts that wait, in their order."""
        written = self._waiting.write(self.case) if self.case is not None else []
        for change in written:
            self._tell(change)
        if written:
            self._tell_waiting(())

    def drop_waiting(self) -> None:
        """Give up the acts that could not be written."""
        self._retry.stop()
        if self._waiting:
            self._waiting.clear()
            self.unsaved_changed.emit()
