"""How high the statements of an article are, guessed or measured, and where each of them lies by that."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add

from reconciler.gui.panes.scroll_sync import Extents


class Heights:
    """Stacks statements, with gaps between them, in whole pixels.

    What is measured moves nothing until `renew`, so that all is where it was said to be in the meantime.
    `end` are the pixels that are kept free below the last statement.
    """

    def __init__(self, end: int) -> None:
        self._end = end
        self._gaps: list[int] = []
        self._heights: list[int] = []
        self._measured = bytearray()
        self._extents = Extents((), (), 0.0)
        self._changed = False

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def is_changed(self) -> bool:
        """Whether anything lies elsewhere than `extents` says."""
        return self._changed

    @property
    def is_measured(self) -> bool:
        """Whether no height is a guess."""
        return b"\0" not in self._measured

    def add(self, gaps: Iterable[int], guesses: Iterable[int]) -> None:
        """Put more statements below the others: the gap above each, and how high it may be."""
        self._gaps.extend(gaps)
        self._heights.extend(guesses)
        self._measured.extend(bytes(len(self._heights) - len(self._measured)))
        self._changed = True

    def set_all(self, gaps: Iterable[int] | None, guesses: Iterable[int]) -> None:
        """Guess anew: all statements are set otherwise; without `gaps` those between them stay."""
        gaps = self._gaps if gaps is None else gaps
        self._gaps, self._heights, self._measured = [], [], bytearray()
        self.add(gaps, guesses)

    def unmeasured(self, places: range) -> Iterator[int]:
        """Return which of the places have a height that is only guessed."""
        place = self._measured.find(0, places.start, places.stop)
        while place >= 0:
            yield place
            place = self._measured.find(0, place + 1, places.stop)

    def measure(self, place: int, height: int) -> None:
        """Take how high a statement is."""
        self._measured[place] = 1
        if self._heights[place] != height:
            self._heights[place] = height
            self._changed = True

    def extents(self) -> Extents:
        """Return where the statements lie."""
        return self._extents

    def renew(self) -> bool:
        """Let the statements lie where they do by what is known now; answers whether anything has moved."""
        if not self._changed:
            return False
        self._changed = False
        self._extents = _stacked(self._gaps, self._heights, self._end)
        return True


def _stacked(gaps: Sequence[int], heights: Sequence[int], end: int) -> Extents:
    if not heights:
        return Extents((), (), float(end))
    steps = map(add, heights, gaps[1:])
    tops = list(accumulate(steps, initial=gaps[0]))
    bottoms = list(map(add, tops, heights))
    return Extents(tops, bottoms, float(bottoms[-1] + end))
