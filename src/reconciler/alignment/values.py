"""What goes into an alignment and what comes out of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from reconciler.alignment.reason_names import ReasonName
from reconciler.model import Proposal, Reason, Signal, SourceId, StatementId, StatementKind, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement as the aligner sees it; the words' offsets are into its text.

    Of its signals, figures and dates are evidence; without any the aligner has words only.
    """

    id: StatementId
    kind: StatementKind
    text: str
    words: tuple[Word, ...]
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One source as the aligner sees it.

    `units` are all its statements in order; those whose kind is not matched are never linked.
    """

    source: SourceId
    language: str
    published: str | None
    units: tuple[Unit, ...]


MIDDLE = 0.5
"""The setting between "whole statement" and "part of it" that the model was measured with."""
FEWEST = 20
"""Verdicts that something is learnt from at least, with `FEWEST_OF_A_KIND` of either kind."""
FEWEST_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """How a case is aligned.

    `reach` says how much of a statement must correspond to be proposed, from 0 ("whole
    statement") to 1 ("part of it"); `learn` whether the analyst's verdicts move the model.
    """

    reach: float = MIDDLE
    learn: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the analyst decided of a pair of statements: whether both say the same."""

    left: StatementId
    right: StatementId
    same: bool


class Relations(Protocol):
    """What a language knows of its words: pairs of places in a list of lemmas, with a strength in (0, 1]."""

    def synonyms(self, language: str, lemmas: Sequence[str]) -> Sequence[tuple[int, int, float]]:
        """Return which lemmas stand for each other (raid, incursion); each pair once."""
        ...

    def same_things(self, language: str, lemmas: Sequence[str]) -> Sequence[tuple[int, int, float]]:
        """Return which lemmas name one thing (Belgian, Brussels, Belgium); each pair once."""
        ...


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the verdicts of a case taught the model.

    `shift` is added to the log-odds of every pair that nobody has decided: below 0 the analyst is
    stricter than the model. `scales` multiply what each reason gives, 1 where nothing was learnt.
    """

    decisions: int
    shift: float
    scales: Mapping[ReasonName, float]


@dataclass(frozen=True)
class Scores:
    """The confidence of the pairs of statements that were looked at, by places among all units.

    Short texts have all their pairs here; of long ones only those that share something.
    `rows` and `columns` are in reading order.
    """

    shape: tuple[int, int]
    rows: "NDArray[np.int64]"
    columns: "NDArray[np.int64]"
    values: "NDArray[np.float64]"

    def place(self, row: int, column: int) -> int | None:
        """Return where a pair stands in `values`, None if it was not looked at."""
        key = row * self.shape[1] + column
        found = int(self._keys.searchsorted(key))
        return found if found < len(self._keys) and self._keys[found] == key else None

    def at(self, row: int, column: int) -> float:
        """Return the confidence of a pair, 0 if it was not looked at."""
        place = self.place(row, column)
        return 0.0 if place is None else float(self.values[place])

    def dense(self) -> "NDArray[np.float64]":
        """Return all confidences as a matrix of this shape, 0 for pairs not looked at; for short texts."""
        import numpy as np

        matrix = np.zeros(self.shape)
        matrix[self.rows, self.columns] = self.values
        return matrix

    @cached_property
    def _keys(self) -> "NDArray[np.int64]":
        return self.rows * self.shape[1] + self.columns


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """Two sources lined up; `left` is always the one with the smaller id.

    `proposals` is what the window shows, in order of the left and then of the right statement.
    `scores` holds the confidence of all pairs looked at. `left_units` and `right_units` name
    rows and columns, and `explain` answers the reasons for a row and a column, whether they are
    proposed or not. `lesson` is what the verdicts had taught the model by then.
    """

    left: SourceId
    right: SourceId
    proposals: tuple[Proposal, ...]
    scores: Scores | None = None
    left_units: tuple[StatementId, ...] = ()
    right_units: tuple[StatementId, ...] = ()
    explain: Callable[[int, int], tuple[Reason, ...]] | None = field(default=None, repr=False, compare=False)
    lesson: Lesson | None = None

    def proposal_for(self, left: StatementId, right: StatementId) -> Proposal:
        """Return what the model says of one pair, for a link made by hand.

        Raises KeyError when a statement does not belong to these two sources.
        """
        try:
            row, column = self.left_units.index(left), self.right_units.index(right)
        except ValueError as error:
            raise KeyError((left, right)) from error
        reasons = self.explain(row, column) if self.explain else ()
        confidence = self.scores.at(row, column) if self.scores else 0.0
        return Proposal(left, right, confidence, reasons)

    def best_for(self, statement: StatementId, count: int) -> tuple[Proposal, ...]:
        """Return what corresponds best to a statement, the likeliest first, whether it is proposed or not.

        Raises KeyError when the statement does not belong to these two sources.
        """
        at_left = statement in self.left_units
        if not at_left and statement not in self.right_units:
            raise KeyError(statement)
        scores = self.scores
        if scores is None:
            return ()
        own, others = (scores.rows, scores.columns) if at_left else (scores.columns, scores.rows)
        units, opposite = (
            (self.left_units, self.right_units) if at_left else (self.right_units, self.left_units)
        )
        pairs = (own == units.index(statement)).nonzero()[0]
        ranked = sorted(pairs.tolist(), key=lambda pair: (-float(scores.values[pair]), int(others[pair])))
        found = [opposite[int(others[pair])] for pair in ranked[:count]]
        return tuple(
            self.proposal_for(statement, other) if at_left else self.proposal_for(other, statement)
            for other in found
        )
