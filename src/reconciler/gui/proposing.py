"""What the program finds in the open case: put into it, and kept for links that are made by hand."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reconciler.errors import NotSavedError
from reconciler.model import Change, MatchId, Proposal, SourceId, StatementId

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment, Settings
    from reconciler.gui.session import Session
    from reconciler.model import Signal as StatementSignal


class Proposing(QObject):
    """Proposals, their ranks and the statements' signals, on their way into a session's case.

    Scores of pairs are kept here alone, as long as the case is open: `scored` says that there are new ones.
    """

    scored = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._alignments: dict[tuple[SourceId, SourceId], PairAlignment] = {}
        self._ranked: frozenset[MatchId] = frozenset()

    def forget(self) -> None:
        """Forget what was said of a case that is closed."""
        self._alignments.clear()
        self._ranked = frozenset()

    # Into the case ----------------------------------------------------------------------------

    def record_run(self, model: str, settings: str, alignments: "Sequence[PairAlignment]") -> None:
        """Put an alignment's proposals into the case; what was decided stays."""
        self.keep_scores(alignments)
        if self._session.can_change:
            self._session.record(lambda case: case.record_run(model, settings, alignments))

    def realign(
        self, model: str, run_settings: str, settings: "Settings", alignments: "Sequence[PairAlignment]"
    ) -> bool:
        """Align again with these settings from now on, an act of the analyst; what was decided stays."""
        done = self._session.perform(lambda case: case.realign(model, run_settings, settings, alignments))
        if done:
            self.keep_scores(alignments)
        return done

    def record_signals(self, by_statement: "Mapping[StatementId, Sequence[StatementSignal]]") -> None:
        """Put into the case what its statements carry; one that is open read-only has it in memory."""
        self._session.record(lambda case: case.record_signals(by_statement))

    def rank(self, model: str, run_settings: str, proposals: Sequence[Proposal]) -> bool:
        """Give undecided proposals another confidence; the views hear of it from `show_ranked`.

        Answers False, with nothing written, while decisions wait for room on the disk.
        """
        case = self._session.case
        if case is None or self._session.unsaved_acts:
            return False
        try:
            self._ranked |= case.rank(model, run_settings, proposals).matches
        except NotSavedError:
            return False
        return True

    def show_ranked(self) -> None:
        """Let the views show at once all that `rank` changed; in what matches differ is known already."""
        ranked, self._ranked = self._ranked, frozenset()
        if ranked:
            self._session.changed.emit(Change(None, ranked))
            self._session.file.fold_back_soon()

    # Scores -----------------------------------------------------------------------------------

    def keep_scores(self, alignments: "Sequence[PairAlignment]") -> None:
        """Keep what the aligner said of every pair of statements of the case's sources.

        Each alignment holds on to the words of all that it was made from: those of other sources are let go.
        """
        case = self._session.case
        there = set() if case is None else {source.id for source in case.sources}
        known = {**self._alignments, **{(each.left, each.right): each for each in alignments}}
        self._alignments = {pair: each for pair, each in known.items() if there.issuperset(pair)}
        self.scored.emit(tuple(alignments))

    def alignment_between(self, one: SourceId, other: SourceId) -> "PairAlignment | None":
        """Return what the aligner said of two sources, if it was asked since the case was opened."""
        return self._alignments.get((one, other)) or self._alignments.get((other, one))

    def scores_of(self, ones: Sequence[StatementId], others: Sequence[StatementId]) -> list[Proposal]:
        """Return the model's own score of each statement with each one of another source, if it is known."""
        case = self._session.case
        assert case is not None  # noqa: S101
        left, right = case.statement(ones[0]).source, case.statement(others[0]).source
        alignment = self.alignment_between(left, right)
        if alignment is None:
            return []
        if alignment.left != left:
            ones, others = others, ones
        known = frozenset((*alignment.left_units, *alignment.right_units))
        return [
            alignment.proposal_for(one, other)
            for one in ones
            for other in others
            if one in known and other in known
        ]
