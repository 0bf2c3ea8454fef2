"""Why a pair is proposed, in parts that a person understands, with the words each part speaks of."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from reconciler.alignment.evidence import Corpus, Side
from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.values import Unit
from reconciler.alignment.words import content_words, entry_of
from reconciler.model import Reason, Span

LEAST_ALIKE = 0.6
"""Similarity from which on two words are marked as shared."""
LEAST_TOLD = 0.05
"""A part that gives less than this is left out."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One document as reasons need it: its units, and where each stands among the matched ones."""

    units: tuple[Unit, ...]
    side: Side

    def place(self, unit: int) -> int | None:
        """Return the row of a unit among the matched ones, None if it is not matched."""
        row = int(np.searchsorted(self.side.rows, unit))
        return row if row < len(self.side.rows) and self.side.rows[row] == unit else None


@dataclass(frozen=True, slots=True)
class Explainer:
    """Answers why, for any pair of two documents: holds what reasons are made from, not the reasons.

    `confidence` and `wording` cover the matched units only.
    """

    corpus: Corpus
    left: Reader
    right: Reader
    confidence: NDArray[np.float64]
    wording: NDArray[np.float64]

    def __call__(self, left_unit: int, right_unit: int) -> tuple[Reason, ...]:
        """Return the reasons for one pair of units: "words" first, the others where they tell."""
        row, column = self.left.place(left_unit), self.right.place(right_unit)
        if row is None or column is None:
            return (Reason(ReasonName.WORDS, 0.0),)
        vocabulary = self.corpus.vocabulary
        parts = (
            self._shared(ReasonName.NAMES, row, column, vocabulary.is_name),
            self._shared(ReasonName.NUMBERS, row, column, vocabulary.is_number),
            Reason(ReasonName.WORDING, _unit_interval(self.wording[row, column])),
            Reason(ReasonName.ONLY_COUNTERPART, self._lead(row, column)),
            Reason(ReasonName.NEIGHBOURS, self._beside(row, column)),
        )
        everything = np.ones(len(vocabulary), dtype=np.bool_)
        words = self._shared(ReasonName.WORDS, row, column, everything)
        return (words, *(part for part in parts if part.value >= LEAST_TOLD))

    def _shared(self, name: ReasonName, row: int, column: int, marked: NDArray[np.bool_]) -> Reason:
        """Return how much of the marked words of both is shared, and where those words stand."""
        left, right = self.left.side, self.right.side
        forth = _covered(left.held, row, right.best, column, marked)
        back = _covered(right.held, column, left.best, row, marked)
        total = forth.weight + back.weight
        return Reason(
            name,
            _unit_interval((forth.shared + back.shared) / total) if total > 0 else 0.0,
            self._spans(self.left.units[left.rows[row]], forth.entries),
            self._spans(self.right.units[right.rows[column]], back.entries),
        )

    def _spans(self, unit: Unit, entries: Collection[int]) -> tuple[Span, ...]:
        index = self.corpus.vocabulary.index
        return tuple(
            Span(word.start, word.end)
            for word in content_words(unit.words)
            if index[entry_of(word)] in entries
        )

    def _lead(self, row: int, column: int) -> float:
        """Return how far the pair is ahead of the next best of its row and of its column."""
        own = self.confidence[row, column]
        others = np.delete(self.confidence[row], column), np.delete(self.confidence[:, column], row)
        shares = [other.max(initial=0.0) / own if own > 0 else 1.0 for other in others]
        return _unit_interval(1.0 - sum(shares) / 2)

    def _beside(self, row: int, column: int) -> float:
        """Return the confidence of the pair of statements before or after both, the better one."""
        rows, columns = self.confidence.shape
        near = [(row - 1, column - 1), (row + 1, column + 1)]
        return max(
            (float(self.confidence[i, j]) for i, j in near if 0 <= i < rows and 0 <= j < columns), default=0.0
        )


@dataclass(frozen=True, slots=True)
class _Covered:
    """What one statement holds of some words, and how much of it the other has too."""

    weight: float
    shared: float
    entries: frozenset[int]


def _covered(
    held: csr_array[np.float64],
    row: int,
    best: csr_array[np.float64],
    other: int,
    marked: NDArray[np.bool_],
) -> _Covered:
    cells = slice(held.indptr[row], held.indptr[row + 1])
    entries, weights = held.indices[cells], held.data[cells]
    keep = marked[entries]
    entries, weights = entries[keep], weights[keep]
    near = slice(best.indptr[other], best.indptr[other + 1])
    alike = dict(zip(best.indices[near].tolist(), best.data[near].tolist(), strict=True))
    similarity = np.array([alike.get(entry, 0.0) for entry in entries.tolist()])
    return _Covered(
        weight=float(weights.sum()),
        shared=float((weights * similarity).sum()),
        entries=frozenset(entries[similarity >= LEAST_ALIKE].tolist()),
    )


def _unit_interval(value: float) -> float:
    return min(max(float(value), 0.0), 1.0)
