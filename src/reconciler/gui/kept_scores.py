"""What the aligner said of every pair of statements, kept for links that the analyst makes by hand."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reconciler.model import Proposal, SourceId, StatementId

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment
    from reconciler.case import Case


class KeptScores:
    """The alignments of two sources each that were made since the case was opened."""

    def __init__(self) -> None:
        self._alignments: dict[tuple[SourceId, SourceId], PairAlignment] = {}

    def clear(self) -> None:
        """Forget all."""
        self._alignments.clear()

    def keep(self, alignments: "Sequence[PairAlignment]", there: Collection[SourceId]) -> None:
        """Keep alignments of the sources that are there.

        Each holds on to the words of all that it was made from: those of other sources are let go.
        """
        known = {**self._alignments, **{(each.left, each.right): each for each in alignments}}
        sources = set(there)
        self._alignments = {pair: each for pair, each in known.items() if sources.issuperset(pair)}

    def between(self, one: SourceId, other: SourceId) -> "PairAlignment | None":
        """Return what was said of two sources, or None."""
        return self._alignments.get((one, other)) or self._alignments.get((other, one))

    def of(self, case: "Case", ones: Sequence[StatementId], others: Sequence[StatementId]) -> list[Proposal]:
        """Return the score of each statement with each one of another source, as far as it is known."""
        left, right = case.statement(ones[0]).source, case.statement(others[0]).source
        alignment = self.between(left, right)
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
