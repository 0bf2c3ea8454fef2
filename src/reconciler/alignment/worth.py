"""What the signals of statements tell an aligner: figures and days, as rows over their values."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from reconciler.alignment.values import Unit
from reconciler.model import WordKind
from reconciler.signals import DateValue, FigureValue, decode

SMALL = 3.0
"""Figures up to this one are in every text, and tell half as much."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the matched units of a document say in figures and dates.

    `figures` and `days` hold the root of how rare each value is in the case, so that the product
    of two documents' is the rarity of what both say; `numbers` holds 1 for each plain number.
    """

    figures: csr_array[np.float64]
    days: csr_array[np.float64]
    numbers: csr_array[np.float64]


def told_of(units: Sequence[Sequence[Unit]]) -> list[Told]:
    """Read what is told, document by document; what is rare is counted over all of them."""
    figures = _rows([[_figures(unit) for unit in some] for some in units], _figure_weight)
    days = _rows([[_days(unit) for unit in some] for some in units], _full_weight)
    numbers = _rows([[_numbers(unit) for unit in some] for some in units], None)
    return [Told(*parts) for parts in zip(figures, days, numbers, strict=True)]


def _figures(unit: Unit) -> set[Hashable]:
    values = (decode(signal) for signal in unit.signals)
    return {(one.low, one.high, one.unit) for one in values if isinstance(one, FigureValue)}


def _days(unit: Unit) -> set[Hashable]:
    values = (decode(signal) for signal in unit.signals)
    return {
        (one.start, one.end)
        for one in values
        if isinstance(one, DateValue) and one.resolved and one.start and one.end
    }


def _numbers(unit: Unit) -> set[Hashable]:
    return {word.norm for word in unit.words if word.kind is WordKind.NUMBER}


def _figure_weight(value: Hashable) -> float:
    low = value[0] if isinstance(value, tuple) else None
    return 1.0 if low is not None and low > SMALL else 0.5


def _full_weight(value: Hashable) -> float:
    del value
    return 1.0


def _rows(
    documents: Sequence[Sequence[set[Hashable]]], weight: Callable[[Hashable], float] | None
) -> list[csr_array[np.float64]]:
    """Return one matrix for each document, its columns the values of all; without a weight, of ones."""
    values = sorted(set(chain.from_iterable(chain.from_iterable(documents))), key=repr)
    place = {value: column for column, value in enumerate(values)}
    rows = [_incidence(some, place) for some in documents]
    if weight is None:
        return rows
    statements = max(sum(matrix.shape[0] for matrix in rows), 1)
    holding = np.sum([np.bincount(matrix.indices, minlength=len(values)) for matrix in rows], axis=0)
    rarity = np.log1p(statements / np.maximum(holding, 1)) / np.log1p(statements)
    scale = np.sqrt(rarity * np.array([weight(value) for value in values]))
    return [
        csr_array(matrix @ diags_array(scale.astype(np.float64), shape=(len(values),) * 2)) for matrix in rows
    ]


def _incidence(some: Iterable[set[Hashable]], place: dict[Hashable, int]) -> csr_array[np.float64]:
    columns = [sorted(place[value] for value in values) for values in some]
    pointers = np.concatenate(([0], np.cumsum([len(row) for row in columns], dtype=np.int64)))
    indices: NDArray[np.int64] = np.fromiter(
        chain.from_iterable(columns), dtype=np.int64, count=int(pointers[-1])
    )
    return csr_array((np.ones(len(indices)), indices, pointers), shape=(len(columns), len(place)))
