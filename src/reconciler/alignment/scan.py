"""Every statement of one document against every one of another, a stripe of rows at a time.

Long documents never stand in memory as a matrix: of each stripe only the pairs that share something
are kept, with what rows and columns look like as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

ALL_PAIRS = 160_000
"""Cells up to which every pair is kept: two documents of 400 statements."""
STRIPE_CELLS = 2_000_000
"""Cells that are held in memory at a time."""
MOST_PAIRS = 2_000_000
"""Pairs that are kept of long documents; when there are more, the weakest half goes."""
LEAST_SHARED = 0.15
"""What words and wording together must reach for a pair of long documents to be kept at first."""
_SPREAD = 0.05
"""Added to a standard deviation: a row of equal values has no outlier."""

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rows and the columns of a matrix look like as a whole: mean, deviation, the two best."""

    mean: tuple[Floats, Floats]
    deviation: tuple[Floats, Floats]
    best: tuple[Floats, Floats]
    second: tuple[Floats, Floats]

    def standing_out(self, rows: Places, columns: Places, values: Floats) -> Floats:
        """Return the mean of the z-scores that values have in their row and in their column."""
        result = np.zeros(len(values))
        for axis, places in ((0, rows), (1, columns)):
            result += (values - self.mean[axis][places]) / (self.deviation[axis][places] + _SPREAD) / 2
        return result

    def best_others(self, rows: Places, columns: Places, values: Floats) -> tuple[Floats, Floats]:
        """Return the best value of the other cells of the row and of the column, 0 if there are none."""
        row, column = (
            np.where(values >= self.best[axis][places], self.second[axis][places], self.best[axis][places])
            for axis, places in ((0, rows), (1, columns))
        )
        return row, column


@dataclass(frozen=True, slots=True)
class Scan:
    """The pairs that were kept, in reading order, with three measures of each and two outlines.

    `words` is the shared weight of both, `contained` that of the statement more of which is shared.
    """

    rows: Places
    columns: Places
    words: Floats
    contained: Floats
    wording: Floats
    outline_words: Outline
    outline_wording: Outline


@dataclass(frozen=True, slots=True)
class Covering:
    """Factors, (rows, k) and (columns, k): which share of a row a column covers, and the other way round.

    `roots` are the square roots of what the shares of rows and of columns are shares of.
    """

    of_rows: tuple[csr_array[np.float64], csr_array[np.float64]]
    of_columns: tuple[csr_array[np.float64], csr_array[np.float64]]
    roots: tuple[Floats, Floats]


def scan(
    words: Covering,
    wording: tuple[csr_array[np.float64], csr_array[np.float64]],
    step: Callable[[float], None],
) -> Scan:
    """Multiply matrices, (rows, k) by (columns, k), and keep what is worth looking at.

    `step` is told after each stripe how much is done, from 0 to 1.
    """
    shape = wording[0].shape[0], wording[1].shape[0]
    across = [csr_array(factors[1].T) for factors in (words.of_rows, words.of_columns, wording)]
    outlines = Outlining(shape), Outlining(shape)
    kept = _Kept(floor=0.0 if shape[0] * shape[1] <= ALL_PAIRS else LEAST_SHARED)
    height = max(STRIPE_CELLS // max(shape[1], 1), 1)
    for top in range(0, shape[0], height):
        stripe = slice(top, min(top + height, shape[0]))
        forth = np.asarray((words.of_rows[0][stripe] @ across[0]).toarray())
        back = np.asarray((words.of_columns[0][stripe] @ across[1]).toarray())
        ratio = words.roots[0][stripe, None] / words.roots[1]
        one = (forth * ratio + back / ratio) / 2
        other = np.minimum((wording[0][stripe] @ across[2]).toarray(), 1.0)
        outlines[0].add(stripe, one)
        outlines[1].add(stripe, other)
        kept.add(top, one, other, np.maximum(forth, back))
        step(stripe.stop / shape[0])
    rows, columns, one, other, contained = kept.pairs()
    return Scan(rows, columns, one, contained, other, outlines[0].outline(), outlines[1].outline())


class _Kept:
    """Gathers the pairs whose measures together reach a floor, which rises when there are too many."""

    def __init__(self, floor: float) -> None:
        self._floor = floor
        self._parts: list[tuple[Places, Places, Floats, Floats, Floats]] = []
        self._count = 0

    def add(self, top: int, words: Floats, wording: Floats, contained: Floats) -> None:
        if self._floor > 0.0:
            rows, columns = np.nonzero(words + wording >= self._floor)
        else:
            rows, columns = (places.ravel() for places in np.indices(words.shape))
        cells = rows, columns
        self._parts.append((rows + top, columns, words[cells], wording[cells], contained[cells]))
        self._count += len(rows)
        if self._floor > 0.0 and self._count > MOST_PAIRS:
            self._raise_floor()

    def _raise_floor(self) -> None:
        rows, columns, words, wording, contained = self.pairs()
        both = words + wording
        # The next greater number: pairs that are all alike must not stay all.
        self._floor = float(np.nextafter(np.partition(both, len(both) // 2)[len(both) // 2], np.inf))
        stays = both >= self._floor
        left = rows[stays], columns[stays], words[stays], wording[stays], contained[stays]
        self._parts = [left]
        self._count = int(stays.sum())

    def pairs(self) -> tuple[Places, Places, Floats, Floats, Floats]:
        if not self._parts:
            nothing, nowhere = np.zeros(0), np.zeros(0, dtype=np.int64)
            return nowhere, nowhere, nothing, nothing, nothing
        rows, columns, words, wording, contained = (
            np.concatenate(part) for part in zip(*self._parts, strict=True)
        )
        return rows, columns, words, wording, contained


class Outlining:
    """Gathers an outline stripe by stripe."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._shape = shape
        self._mean, self._deviation, self._best, self._second = (np.zeros(shape[0]) for _ in range(4))
        self._sum, self._squares = np.zeros(shape[1]), np.zeros(shape[1])
        self._two = np.zeros((2, shape[1]))

    def add(self, stripe: slice, values: Floats) -> None:
        """Take in the rows of a stripe."""
        if not values.size:
            return
        squares = np.square(values)
        self._mean[stripe] = values.mean(axis=1)
        self._deviation[stripe] = _deviation(values.sum(axis=1), squares.sum(axis=1), values.shape[1])
        self._second[stripe], self._best[stripe] = _two_best(values.T)
        self._sum += values.sum(axis=0)
        self._squares += squares.sum(axis=0)
        self._two = np.stack(_two_best(np.concatenate((self._two, np.stack(_two_best(values))))))

    def outline(self) -> Outline:
        """Return the outline of all that was taken in."""
        rows = max(self._shape[0], 1)
        return Outline(
            mean=(self._mean, self._sum / rows),
            deviation=(self._deviation, _deviation(self._sum, self._squares, rows)),
            best=(self._best, self._two[1]),
            second=(self._second, self._two[0]),
        )


def _deviation(total: Floats, squares: Floats, count: int) -> Floats:
    deviation: Floats = np.sqrt(np.maximum(squares / count - np.square(total / count), 0.0))
    return deviation


def _two_best(values: Floats) -> tuple[Floats, Floats]:
    """Return the second best and the best of each column, 0 where there is no second."""
    if len(values) < 2:
        return np.zeros(values.shape[1]), values[0].copy()
    columns = np.arange(values.shape[1])
    places = values.argmax(axis=0)
    best = values[places, columns]
    values[places, columns] = -np.inf
    second: Floats = values.max(axis=0)
    values[places, columns] = best
    return second, best
