"""How like two statements are, by their words and by their letters, for all pairs that may be."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist
from scipy.sparse import csr_array

from reconciler.alignment.versions.values import Worded

_Floats = NDArray[np.float64]
_Places = NDArray[np.int64]

_MOST_PRODUCTS = 1_000_000
"""Words are looked at from the rarest on, until so many pairs of statements have one in common."""
_BEST = 8
"""Counterparts of a statement, each way, that are looked at for the words they share."""
_NEAREST = 3
"""Counterparts each way that are looked at for standing where the statement is expected."""
_MOST_LETTERS = 4_000
"""Letters of a statement that are compared one by one; of longer ones the words must tell."""
_CONTAINED = 0.75
"""What it says at most that all words of one statement are in the other."""
_LEAST_WORDS = 4
"""Distinct words below which that says nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """The statements of one version: their words in order, and how much each distinct one weighs.

    `weights` has shape (statements, words of both versions), `total` the sum of each of its rows.
    """

    texts: Sequence[str]
    weights: csr_array[np.float64]
    total: _Floats
    counts: _Places


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of statements, by position, each of shape (pairs,), in order of `old`, then `new`.

    `likeness` is from 0 to 1; `old_covered` is which share of the old statement's words, by
    weight, is in the new one, `new_covered` the other way.
    """

    old: _Places
    new: _Places
    likeness: _Floats
    old_covered: _Floats
    new_covered: _Floats


def sides_of(old: Worded, new: Worded) -> tuple[Side, Side]:
    """Weigh the words of both versions: the fewer statements have a word, the more it tells."""
    numbers: dict[str, int] = {}
    keys = (*old.keys, *new.keys)
    rows = [_distinct(key, numbers) for key in keys]
    counts = np.array([len(row) for row in rows], dtype=np.int64)
    columns = np.array([column for row in rows for column in row], dtype=np.int64)
    held_by = np.bincount(columns, minlength=len(numbers))
    weight = np.log1p(len(rows) / np.maximum(held_by, 1))
    pointers = np.concatenate(([0], np.cumsum(counts)))
    table = csr_array((weight[columns], columns, pointers), shape=(len(rows), len(numbers)))
    total = np.asarray(table.sum(axis=1), dtype=np.float64)
    texts = [key.replace("\n", " ")[:_MOST_LETTERS] for key in keys]
    cut = len(old)
    return (
        Side(texts[:cut], csr_array(table[:cut]), total[:cut], counts[:cut]),
        Side(texts[cut:], csr_array(table[cut:]), total[cut:], counts[cut:]),
    )


def _distinct(key: str, numbers: dict[str, int]) -> list[int]:
    words = (word for word in key.casefold().split("\n") if word and word[0].isalnum())
    return sorted({numbers.setdefault(word, len(numbers)) for word in words})


def plausible(
    sides: tuple[Side, Side], rows: Sequence[int], columns: Sequence[int], expected: _Floats
) -> Pairs:
    """Measure the pairs of some old and some new statements that share telling words or a place.

    `rows` and `columns` are positions in order, `expected` says of every old statement where it
    would stand in the new version.
    """
    row_places, column_places = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
    if not rows or not columns:
        return measured(sides, row_places[:0], column_places[:0])
    found = [
        _sharing_words(sides, row_places, column_places),
        _at_the_place(expected[row_places], column_places),
    ]
    keys = np.unique(np.concatenate([one * len(columns) + other for one, other in found]))
    one, other = np.divmod(keys, len(columns))
    return measured(sides, row_places[one], column_places[other])


def measured(sides: tuple[Side, Side], old: _Places, new: _Places) -> Pairs:
    """Measure pairs of old and new statements, given by position."""
    one, other = sides
    held = other.weights[new]
    held.data = np.ones_like(held.data)
    overlap = np.asarray(one.weights[old].multiply(held).sum(axis=1), dtype=np.float64).ravel()
    old_covered = overlap / np.maximum(one.total[old], 1e-9)
    new_covered = overlap / np.maximum(other.total[new], 1e-9)
    shared = 2 * overlap / np.maximum(one.total[old] + other.total[new], 1e-9)
    letters = cpdist(
        [one.texts[place] for place in old.tolist()],
        [other.texts[place] for place in new.tolist()],
        scorer=Indel.normalized_similarity,
        dtype=np.float64,
    )
    enough = np.minimum(one.counts[old], other.counts[new]) >= _LEAST_WORDS
    contained = np.where(enough, _CONTAINED * np.maximum(old_covered, new_covered), 0.0)
    likeness = np.maximum((shared + letters) / 2, contained)
    return Pairs(old, new, likeness, old_covered, new_covered)


def _sharing_words(sides: tuple[Side, Side], rows: _Places, columns: _Places) -> tuple[_Places, _Places]:
    """Return row and column numbers of the pairs that share most, by weight, of the rarer words."""
    one, other = sides[0].weights[rows], sides[1].weights[columns]
    products = np.bincount(one.indices, minlength=one.shape[1]) * np.bincount(
        other.indices, minlength=one.shape[1]
    )
    amounts, times = np.unique(products, return_counts=True)
    affordable = amounts[np.cumsum(amounts * times) <= _MOST_PRODUCTS]
    chosen = np.flatnonzero((products > 0) & np.isin(products, affordable))
    held = csr_array(other[:, chosen])
    held.data = np.ones_like(held.data)
    shared = csr_array(one[:, chosen] @ held.T).tocoo()
    value = shared.data / (sides[0].total[rows][shared.row] + sides[1].total[columns][shared.col])
    keep = _are_best(shared.row, value) | _are_best(shared.col, value)
    return shared.row[keep].astype(np.int64), shared.col[keep].astype(np.int64)


def _are_best(groups: NDArray[np.int32], values: _Floats) -> NDArray[np.bool_]:
    """Return which values, from 0 to 1, are among the best of their group; of equal ones the first."""
    order = np.argsort(groups + (1.0 - values), kind="stable")
    sorted_groups = groups[order]
    first = np.append(True, sorted_groups[1:] != sorted_groups[:-1])[: len(values)]
    number = np.arange(len(values))
    best = np.zeros(len(values), dtype=np.bool_)
    best[order] = number - np.maximum.accumulate(np.where(first, number, 0)) < _BEST
    return best


def _at_the_place(expected: _Floats, columns: _Places) -> tuple[_Places, _Places]:
    nearest = np.searchsorted(columns, expected)[:, None] + np.arange(-_NEAREST, _NEAREST)
    row = np.repeat(np.arange(len(expected)), 2 * _NEAREST).reshape(nearest.shape)
    inside = (nearest >= 0) & (nearest < len(columns))
    return row[inside].astype(np.int64), nearest[inside].astype(np.int64)
