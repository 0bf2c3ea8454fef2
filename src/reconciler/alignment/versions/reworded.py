"""Statements worded otherwise, paired: one optimum over all that is plausible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from reconciler.alignment.versions.joined import joined
from reconciler.alignment.versions.likeness import Pairs, Side, plausible
from reconciler.alignment.versions.order import Pair, expected_places
from reconciler.alignment.versions.values import Link, Worded
from reconciler.model import StatementKind

_Floats = NDArray[np.float64]
_Bools = NDArray[np.bool_]

_LEAST = 0.62
"""Likeness, with what the context adds, from which on two statements are one worded otherwise."""
_CONTEXT = 0.2
"""What a context adds that leaves no other place to a statement."""
_SURE_CONTEXT = 0.5
"""Context from which on a statement may have a rival that is nearly as like."""
_AHEAD = 0.06
"""Likeness by which, without it, a pair must be ahead of others: of two that are alike one can't tell."""
_GAP = 0.05
"""How fast a gap tells less, the more statements are in it."""
_TITLES = 0.8
"""What it says that both are titles, of all that a context can say."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions and the pairs of the same words: all of them, and those in the order of the text."""

    old: Worded
    new: Worded
    same: Sequence[Pair]
    chain: Sequence[Pair]


def pair_reworded(versions: Versions, sides: tuple[Side, Side]) -> list[Link]:
    """Return what was changed, split or merged among the statements that have no pair of the same words."""
    old_left = _left(len(versions.old), (pair[0] for pair in versions.same))
    new_left = _left(len(versions.new), (pair[1] for pair in versions.same))
    if not old_left or not new_left:
        return []
    expected = expected_places(versions.chain, len(versions.old), len(versions.new))
    pairs = plausible(sides, old_left, new_left, expected)
    links = joined(sides, pairs)
    old_taken = [place for link in links for place in link.old]
    new_taken = [place for link in links for place in link.new]
    free = ~(np.isin(pairs.old, old_taken) | np.isin(pairs.new, new_taken))
    context = _context(versions, pairs, old_left, new_left)
    score = pairs.likeness + _CONTEXT * context
    free &= score > _LEAST
    chosen = np.flatnonzero(free)[_optimum(pairs.old[free], pairs.new[free], score[free])]
    sure = chosen[
        (context[chosen] >= _SURE_CONTEXT)
        | _are_ahead(pairs, score)[chosen]
        | (_beside(versions, pairs, chosen)[chosen] >= 1.0)
    ]
    return links + [
        Link((int(pairs.old[place]),), (int(pairs.new[place]),), float(pairs.likeness[place]))
        for place in sure.tolist()
    ]


def _left(count: int, taken: Iterable[int]) -> list[int]:
    return sorted(set(range(count)).difference(taken))


def _context(versions: Versions, pairs: Pairs, old_left: Sequence[int], new_left: Sequence[int]) -> _Floats:
    """Return how much the statements around say for each pair, from 0 to 1.

    Either both are alone between the same two pairs in order (the fewer are with them, and the
    more alike their place among those is, the more it says), or their neighbours are pairs, or
    both are titles.
    """
    gap = _shared_gap(versions, pairs, old_left, new_left)
    beside = _beside(versions, pairs, np.zeros(0, dtype=np.int64))
    are_titles = [_are(version, StatementKind.TITLE) for version in (versions.old, versions.new)]
    titles = are_titles[0][pairs.old] & are_titles[1][pairs.new]
    result: _Floats = np.maximum(np.maximum(gap, beside), _TITLES * titles)
    return result


def _beside(versions: Versions, pairs: Pairs, chosen: NDArray[np.int64]) -> _Floats:
    """Return for each pair how many of its two neighbours are pairs (so are the texts' ends): 0, 0.5 or 1.

    `chosen` says which of the pairs count beside those of the same words.
    """
    partner = np.full(len(versions.old) + 2, -9, dtype=np.int64)
    for one, other in (*versions.same, (-1, -1), (len(versions.old), len(versions.new))):
        partner[one + 1] = other
    partner[pairs.old[chosen] + 1] = pairs.new[chosen]
    before = partner[pairs.old] == pairs.new - 1
    after = partner[pairs.old + 2] == pairs.new + 1
    result: _Floats = (before.astype(np.float64) + after) / 2
    return result


def _shared_gap(
    versions: Versions, pairs: Pairs, old_left: Sequence[int], new_left: Sequence[int]
) -> _Floats:
    chain = np.array(versions.chain, dtype=np.int64).reshape(-1, 2)
    old_gap, old_place, old_size = _in_gaps(chain[:, 0], old_left, len(versions.old))
    new_gap, new_place, new_size = _in_gaps(chain[:, 1], new_left, len(versions.new))
    size = np.maximum(old_size[pairs.old], new_size[pairs.new])
    near = 1.0 - np.abs(old_place[pairs.old] - new_place[pairs.new])
    result: _Floats = (old_gap[pairs.old] == new_gap[pairs.new]) * near / (1.0 + _GAP * (size - 1.0))
    return result


def _in_gaps(
    borders: NDArray[np.int64], left: Sequence[int], count: int
) -> tuple[NDArray[np.int64], _Floats, _Floats]:
    """Return for each statement that is left its gap, its place in it from 0 to 1, and how many are there."""
    places = np.array(left, dtype=np.int64)
    gaps = np.searchsorted(borders, places)
    size = np.bincount(gaps)[gaps]
    before = np.searchsorted(gaps, gaps, side="left")
    gap = np.full(count, -1, dtype=np.int64)
    place, sizes = np.zeros(count), np.zeros(count)
    gap[places], sizes[places] = gaps, size
    place[places] = (np.arange(len(places)) - before + 0.5) / size
    return gap, place, sizes


def _are(version: Worded, kind: StatementKind) -> _Bools:
    return np.array([passage.kind is kind for passage in version.passages], dtype=np.bool_)


def _optimum(old: NDArray[np.int64], new: NDArray[np.int64], score: _Floats) -> NDArray[np.int64]:
    """Return which pairs make the most of all scores above the least, each statement at most once.

    The sparse counterpart of linear_sum_assignment (Jonker and Volgenant, A shortest augmenting
    path algorithm, 1987): every old statement has a column of its own that stands for no pair.
    """
    if not len(score):
        return np.zeros(0, dtype=np.int64)
    rows, row = np.unique(old, return_inverse=True)
    columns, column = np.unique(new, return_inverse=True)
    alone = np.arange(len(rows))
    cost = np.concatenate((2.0 - (score - _LEAST), np.full(len(rows), 2.0)))
    table = coo_array(
        (cost, (np.concatenate((row, alone)), np.concatenate((column, len(columns) + alone)))),
        shape=(len(rows), len(columns) + len(rows)),
    )
    chosen_rows, chosen = min_weight_full_bipartite_matching(csr_array(table))
    partner = np.full(len(rows), -1, dtype=np.int64)
    partner[chosen_rows] = chosen
    return np.flatnonzero(partner[row] == column)


def _are_ahead(pairs: Pairs, score: _Floats) -> _Bools:
    """Return which pairs have no rival that is nearly as good, on either side."""
    result = np.ones(len(score), dtype=np.bool_)
    for side in (pairs.old, pairs.new):
        order = np.lexsort((-score, side))
        places, values = side[order], score[order]
        starts = np.searchsorted(places, places, side="left")
        following = np.minimum(starts + 1, len(order) - 1)
        has_second = places[following] == places
        has_second &= following > starts
        second = np.where(has_second, values[following], 0.0)
        first = np.arange(len(order)) == starts
        result[order] &= first & (values - second >= _AHEAD)
    return result
