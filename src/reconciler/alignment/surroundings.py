"""What stands around each pair of statements: pairs some steps before or after one of them or both."""

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.scan import Floats, Outlining, Places

Step = tuple[int, int]

PARALLEL: tuple[Step, ...] = ((-1, -1), (1, 1))
BESIDE: tuple[Step, ...] = ((-1, 0), (1, 0), (0, -1), (0, 1))
CROSSING: tuple[Step, ...] = ((-1, 1), (1, -1))
NEAR, ACROSS = 0.4, 0.2
"""What a pair around counts in a passage; `ACROSS` where the order is turned round."""
WITHIN = 2
"""Steps in either text that the vicinity of a pair goes."""
_STEPS = range(-WITHIN, WITHIN + 1)
VICINITY: tuple[Step, ...] = tuple((down, across) for down in _STEPS for across in _STEPS if down or across)


class Surroundings:
    """Looks up values of the pairs around pairs; those that were not looked at have 0.

    `rows` and `columns` are the pairs that were looked at, in reading order.
    """

    def __init__(self, shape: tuple[int, int], rows: Places, columns: Places) -> None:
        self._shape = shape
        self._rows, self._columns = rows, columns
        self._is_whole = len(rows) == shape[0] * shape[1]
        self._found: dict[Step, tuple[NDArray[np.bool_], Places]] = {}

    def best(self, values: Floats, steps: Iterable[Step]) -> Floats:
        """Return the best value some steps away, 0 if there is none above."""
        best = np.zeros(len(values))
        for step in steps:
            np.maximum(best, self._shifted(values, step), out=best)
        return best

    def lead_of_passages(self, values: Floats) -> Floats:
        """Add up each value and those around it; return by how much a sum exceeds half the best others."""
        total = values.copy()
        for steps, share in ((BESIDE, NEAR), (PARALLEL, NEAR), (CROSSING, ACROSS)):
            for step in steps:
                total += share * self._shifted(values, step)
        by_row, by_column = self._best_others(total)
        lead: Floats = total - (by_row + by_column) / 2
        return lead

    def vicinity(self, values: Floats) -> Floats:
        """Add up the values above 0 of the pairs around, the nearer ones counting more."""
        above = np.maximum(values, 0.0)
        if self._is_whole:
            # Nearness is that of the rows times that of the columns: one after the other is enough.
            down = self._along(above, [(step, 0) for step in _STEPS])
            everything: Floats = self._along(down, [(0, step) for step in _STEPS])
            return everything - above
        total = np.zeros(len(values))
        for step in VICINITY:
            if step > (0, 0):
                # The same places are those of the step back.
                known, places = self._places(step)
                total[known] += _nearness(step) * above[places]
                total[places] += _nearness(step) * above[known]
        return total

    def _along(self, values: Floats, steps: Iterable[Step]) -> Floats:
        total = np.zeros(len(values))
        for step in steps:
            total += _nearness(step) * self._shifted(values, step)
        return total

    def _shifted(self, values: Floats, step: Step) -> Floats:
        if not self._is_whole:
            known, places = self._places(step)
            found = np.zeros(len(values))
            found[known] = values[places]
            return found
        grid, result = values.reshape(self._shape), np.zeros(self._shape)
        own, there = zip(
            *(_overlap(size, by) for size, by in zip(self._shape, step, strict=True)), strict=True
        )
        result[own] = grid[there]
        return result.ravel()

    def _places(self, step: Step) -> tuple[NDArray[np.bool_], Places]:
        """Return for which pairs the one some steps away was looked at, and its place."""
        if step in self._found:
            return self._found[step]
        height, width = self._shape
        rows, columns = self._rows + step[0], self._columns + step[1]
        keys = self._rows * width + self._columns
        known = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        wanted = rows * width + columns
        places = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        known &= keys[places] == wanted if len(keys) else False
        found = known, places[known]
        # Those next to a pair are asked for again; all of them would take too much room.
        if max(abs(step[0]), abs(step[1])) == 1:
            self._found[step] = found
        return found

    def _best_others(self, values: Floats) -> tuple[Floats, Floats]:
        """Return the best value of the other pairs of the row and of the column, 0 if there are none."""
        if self._is_whole:
            outlining = Outlining(self._shape)
            outlining.add(slice(0, self._shape[0]), values.reshape(self._shape))
            return outlining.outline().best_others(self._rows, self._columns, values)
        row = _best_other(self._shape[0], self._rows, values)
        return row, _best_other(self._shape[1], self._columns, values)


@cache
def _overlap(size: int, by: int) -> tuple[slice, slice]:
    """Return where values moved by some steps land, and where they come from."""
    return slice(max(0, -by), size - max(0, by)), slice(max(0, by), size - max(0, -by))


@cache
def _nearness(step: Step) -> float:
    return float(np.exp(-(step[0] ** 2 + step[1] ** 2) / (2.0 * WITHIN**2)))


def _best_other(size: int, places: Places, values: Floats) -> Floats:
    """Return for each value the best of the others in its place, 0 if there are none."""
    order = np.lexsort((values, places))
    ends = np.searchsorted(places[order], np.arange(size), side="right")
    starts = np.concatenate(([0], ends[:-1]))
    counts = ends - starts
    sorted_values = values[order]
    best, second = np.zeros(size), np.zeros(size)
    best[counts > 0] = sorted_values[ends[counts > 0] - 1]
    second[counts > 1] = sorted_values[ends[counts > 1] - 2]
    other: Floats = np.where(values >= best[places], second[places], best[places])
    return other
