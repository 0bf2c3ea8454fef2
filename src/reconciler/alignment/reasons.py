"""Why a pair has its score: what each reason adds to the log-odds, with the words it speaks of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from reconciler.alignment.corpus import Corpus, Side
from reconciler.alignment.model import Parts
from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.values import Scores, Unit
from reconciler.alignment.vocabulary import content_words, entry_of
from reconciler.model import Reason, SignalKind, Span

LEAST_ALIKE = 0.5
"""Similarity from which on two words are marked as shared."""


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

    The values of the reasons of a pair that was looked at add up to the log-odds of its confidence.
    """

    corpus: Corpus
    left: Reader
    right: Reader
    scores: Scores
    parts: Parts

    def __call__(self, left_unit: int, right_unit: int) -> tuple[Reason, ...]:
        """Return the reasons for one pair of units, WORDS first, the others by how much they tell.

        A pair of long texts that share next to nothing was not looked at and has one of value 0.
        """
        row, column = self.left.place(left_unit), self.right.place(right_unit)
        place = self.scores.place(left_unit, right_unit)
        if row is None or column is None or place is None:
            return (Reason(ReasonName.WORDS, 0.0),)
        values = dict(zip(self.parts.names, self.parts.values[place].tolist(), strict=True))
        words, *others = self._reasons(values, row, column)
        told = (one for one in others if one.value)
        return (words, *sorted(told, key=lambda one: (-abs(one.value), one.name)))

    def _reasons(self, values: dict[ReasonName, float], row: int, column: int) -> Iterator[Reason]:
        """Yield all reasons, that for the words first.

        Names and numbers get as much of what shared words give as is theirs among these. WORDS marks
        all of them, so that one reason shows all that is shared.
        """
        vocabulary = self.corpus.vocabulary
        shared = self._shared(row, column)
        weight = sum(one.shared for one in shared)
        of_names, of_numbers = (
            sum(one.shared_in(kind) for one in shared) / weight if weight > 0 else 0.0
            for kind in (vocabulary.is_name, vocabulary.is_number)
        )
        common = values[ReasonName.WORDS]
        everything = np.ones(len(vocabulary), dtype=np.bool_)
        spans = self._marked(row, column, shared, everything)
        yield Reason(ReasonName.WORDS, common * (1.0 - of_names - of_numbers), *spans)
        spans = self._marked(row, column, shared, vocabulary.is_name)
        yield Reason(ReasonName.NAMES, common * of_names, *spans)
        for name, value in values.items():
            match name:
                case ReasonName.WORDS:
                    continue
                case ReasonName.NUMBERS:
                    spans = self._marked(row, column, shared, vocabulary.is_number)
                    yield Reason(name, value + common * of_numbers, *spans)
                case ReasonName.DATES:
                    yield Reason(name, value, *self._dates(row, column))
                case _:
                    yield Reason(name, value)

    def _shared(self, row: int, column: int) -> "tuple[_Shared, _Shared]":
        left, right = self.left.side, self.right.side
        return (
            _shared(left.held, row, right.best, column),
            _shared(right.held, column, left.best, row),
        )

    def _marked(
        self, row: int, column: int, shared: "tuple[_Shared, _Shared]", kind: NDArray[np.bool_]
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return where the shared words of a kind stand in both statements."""
        left, right = self._units(row, column)
        return self._spans(left, shared[0].alike(kind)), self._spans(right, shared[1].alike(kind))

    def _spans(self, unit: Unit, entries: Collection[int]) -> tuple[Span, ...]:
        index = self.corpus.vocabulary.index
        return tuple(
            Span(word.start, word.end)
            for word in content_words(unit.words)
            if index[entry_of(word)] in entries
        )

    def _dates(self, row: int, column: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return where days that both name stand; their signals' offsets are into the article."""
        left, right = self._units(row, column)
        values = [
            {one.value for one in unit.signals if one.kind is SignalKind.DATE} for unit in (left, right)
        ]
        return _date_spans(left, values[0] & values[1]), _date_spans(right, values[0] & values[1])

    def _units(self, row: int, column: int) -> tuple[Unit, Unit]:
        left, right = self.left, self.right
        return left.units[left.side.rows[row]], right.units[right.side.rows[column]]


def _date_spans(unit: Unit, values: Collection[str | None]) -> tuple[Span, ...]:
    spans = []
    for signal in unit.signals:
        if signal.kind is SignalKind.DATE and signal.value in values:
            start = unit.text.find(signal.text)
            if start >= 0:
                spans.append(Span(start, start + len(signal.text)))
    return tuple(sorted(set(spans)))


@dataclass(frozen=True, slots=True)
class _Shared:
    """The words of one statement: their weights, and how alike the other's best word is to each."""

    entries: NDArray[np.int64]
    weights: NDArray[np.float64]
    similarity: NDArray[np.float64]

    @property
    def shared(self) -> float:
        return float(self.weights @ self.similarity)

    def shared_in(self, kind: NDArray[np.bool_]) -> float:
        """Return the weight of what is shared among the words of a kind."""
        own = kind[self.entries]
        return float(self.weights[own] @ self.similarity[own])

    def alike(self, kind: NDArray[np.bool_]) -> frozenset[int]:
        """Return the words of a kind that the other statement has too."""
        return frozenset(self.entries[(self.similarity >= LEAST_ALIKE) & kind[self.entries]].tolist())


def _shared(held: csr_array[np.float64], row: int, best: csr_array[np.float64], other: int) -> _Shared:
    cells = slice(held.indptr[row], held.indptr[row + 1])
    entries, weights = held.indices[cells], held.data[cells]
    near = slice(best.indptr[other], best.indptr[other + 1])
    alike = dict(zip(best.indices[near].tolist(), best.data[near].tolist(), strict=True))
    similarity = np.array([alike.get(entry, 0.0) for entry in entries.tolist()])
    return _Shared(entries.astype(np.int64), weights, similarity.astype(np.float64))
