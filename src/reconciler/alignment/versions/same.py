"""Statements of the same words in both versions, paired."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from reconciler.alignment.versions.order import Pair, expected_places, longest_chain
from reconciler.alignment.versions.values import Worded

_MOST_CELLS = 900
"""Pairs up to which repeated statements are told by context; beyond, they are paired in order."""
_NEAR = ((1, 9.0), (2, 3.0), (3, 1.0))
"""How far a neighbour stands, and what it weighs that it is the same on both sides."""
_PLACE = 0.5
"""What it weighs at most that one stands where the other would be expected."""


def pair_same(old: Worded, new: Worded) -> list[Pair]:
    """Pair statements of the same words, as many as there are on the side that has fewer, in old order.

    What stands once on both sides is paired wherever it stands; of repeated statements those
    that have the same neighbours, then those nearest to where they would be expected.
    """
    olds, news = _places(old.keys), _places(new.keys)
    shared = [key for key in olds if key in news]
    single = [key for key in shared if len(olds[key]) == len(news[key]) == 1]
    pairs = [(olds[key][0], news[key][0]) for key in single]
    in_order = longest_chain(pairs, [len(old.passages[row].text) for row, _ in pairs])
    expected = expected_places(sorted(in_order), len(old), len(new))
    for key in sorted(set(shared).difference(single)):
        pairs += _paired(old, new, olds[key], news[key], expected)
    return sorted(pairs)


def _paired(
    old: Worded, new: Worded, rows: Sequence[int], columns: Sequence[int], expected: NDArray[np.float64]
) -> list[Pair]:
    if len(rows) * len(columns) > _MOST_CELLS:
        return list(zip(rows, columns, strict=False))
    score = np.array([[_context(old.keys, new.keys, row, column) for column in columns] for row in rows])
    score += _PLACE * _nearness(expected[rows], columns, max(len(old), len(new)))
    chosen = linear_sum_assignment(score, maximize=True)
    return [(rows[row], columns[column]) for row, column in np.column_stack(chosen).tolist()]


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return dict(places)


def _context(old: Sequence[str], new: Sequence[str], row: int, column: int) -> float:
    return sum(
        (
            weight
            for distance, weight in _NEAR
            for step in (-distance, distance)
            if _at(old, row + step) == _at(new, column + step)
        ),
        start=0.0,
    )


def _at(keys: Sequence[str], place: int) -> str | None:
    return keys[place] if 0 <= place < len(keys) else None


def _nearness(expected: NDArray[np.float64], places: Sequence[int], count: int) -> NDArray[np.float64]:
    return 1.0 - np.abs(expected[:, None] - np.array(places, dtype=np.float64)) / count
