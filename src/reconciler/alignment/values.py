"""What goes into an alignment and what comes out of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reconciler.model import Proposal, Reason, SourceId, StatementId, StatementKind, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement as the aligner sees it; the words' offsets are into its text."""

    id: StatementId
    kind: StatementKind
    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One source as the aligner sees it.

    `units` are all its statements in order; those whose kind is not matched are never linked.
    """

    source: SourceId
    language: str
    published: str | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a case is aligned.

    `reach` says how much of a statement must correspond to be proposed, from 0 ("whole
    statement") to 1 ("part of it"); `learn` whether the analyst's verdicts move the model.
    """

    reach: float = 0.5
    learn: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the analyst decided of a pair of statements: whether both say the same."""

    left: StatementId
    right: StatementId
    same: bool


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """Two sources lined up; `left` is always the one with the smaller id.

    `proposals` is what the window shows, in order of the left and then of the right statement.
    `scores` is the confidence of every pair of statements, shape (units of left, units of right),
    0 where either is not matched. `left_units` and `right_units` name its rows and columns, and
    `explain` answers the reasons for a row and a column, whether they are proposed or not.
    """

    left: SourceId
    right: SourceId
    proposals: tuple[Proposal, ...]
    scores: "NDArray[np.float64]"
    left_units: tuple[StatementId, ...] = ()
    right_units: tuple[StatementId, ...] = ()
    explain: Callable[[int, int], tuple[Reason, ...]] | None = field(default=None, repr=False, compare=False)

    def proposal_for(self, left: StatementId, right: StatementId) -> Proposal:
        """Return what the model says of one pair, for a link made by hand.

        Raises KeyError when a statement does not belong to these two sources.
        """
        try:
            row, column = self.left_units.index(left), self.right_units.index(right)
        except ValueError as error:
            raise KeyError((left, right)) from error
        reasons = self.explain(row, column) if self.explain else ()
        return Proposal(left, right, float(self.scores[row, column]), reasons)
