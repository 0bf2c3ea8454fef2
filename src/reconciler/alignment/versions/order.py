"""Which pairs keep the order of the text, and where the others would be expected."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]

_ONE = 1 << 40
"""What a pair weighs beside its length: the longer text decides between chains of as many pairs."""


def longest_chain(pairs: Sequence[Pair], lengths: Sequence[int]) -> frozenset[Pair]:
    """Return the most pairs that come in the same order on both sides; of as many, the longest text.

    No position may stand in two pairs on the same side. A prefix maximum kept in a Fenwick tree
    (Fenwick, A new data structure for cumulative frequency tables, 1994) makes it n log n.
    """
    order = sorted(range(len(pairs)), key=lambda place: pairs[place])
    ranks = sorted(pair[1] for pair in pairs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(pairs) + 1)
    total = [0] * len(pairs)
    before = [-1] * len(pairs)
    for place in order:
        rank = bisect_left(ranks, pairs[place][1])
        weight, before[place] = _best_before(best, rank)
        total[place] = weight + _ONE + lengths[place]
        _enter(best, rank, (total[place], place))
    place = max(order, key=lambda each: total[each], default=-1)
    chain = []
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return frozenset(chain)


def _best_before(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, best[rank], key=lambda each: each[0])
        rank &= rank - 1
    return found


def _enter(best: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    rank += 1
    while rank < len(best):
        if value[0] > best[rank][0]:
            best[rank] = value
        rank += rank & -rank


def expected_places(pairs: Sequence[Pair], old_count: int, new_count: int) -> NDArray[np.float64]:
    """Return where each old statement would stand in the new version, between the pairs around it.

    `pairs` are in order on both sides. Shape (old_count,), positions in the new version.
    """
    known = [(-1, -1), *sorted(pairs), (old_count, new_count)]
    places = np.array(known, dtype=np.float64)
    result: NDArray[np.float64] = np.interp(np.arange(old_count), places[:, 0], places[:, 1])
    return result
