"""The statements that a search found, source after source, and the one that was gone to last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reconciler.model import SourceId


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, by its place in its source."""

    source: SourceId
    place: int


class PaneSearch:
    """What was found in reading order; steps go all around."""

    def __init__(self) -> None:
        self._found: tuple[tuple[SourceId, Sequence[int]], ...] = ()
        self.active: Hit | None = None

    def show(self, found: Sequence[tuple[SourceId, Sequence[int]]]) -> None:
        """Take what was found now: places by source. What was gone to last stays so if it was found again."""
        self._found = tuple(found)
        active = self.active
        if active is not None and self._row(active) is None:
            self.active = None

    @property
    def total(self) -> int:
        """How many statements were found."""
        return sum(len(places) for _source, places in self._found)

    @property
    def number(self) -> int:
        """Which of them was gone to last, from 1; 0 before any was."""
        if self.active is None:
            return 0
        row = self._row(self.active)
        return 0 if row is None else row + 1

    def in_source(self, source: SourceId) -> Sequence[int]:
        """Return the places that were found in one source."""
        return next((places for each, places in self._found if each == source), ())

    def go_to(self, hit: Hit) -> None:
        """Go on from here."""
        self.active = hit

    def step(self, by: int, source: SourceId, place: int) -> Hit | None:
        """Go on by one statement, or back, all around; the first step starts from a place of a source."""
        total = self.total
        if not total:
            return None
        row = self._row(self.active) if self.active is not None else None
        if row is None:
            row = self._first(source, place) - (1 if by < 0 else 0)
        else:
            row += by
        self.active = self._at(row % total)
        return self.active

    def _row(self, hit: Hit) -> int | None:
        before = 0
        for source, places in self._found:
            if source == hit.source:
                row = bisect_left(places, hit.place)
                return before + row if row < len(places) and places[row] == hit.place else None
            before += len(places)
        return None

    def _first(self, source: SourceId, place: int) -> int:
        before = 0
        for each, places in self._found:
            if each == source:
                return before + bisect_left(places, place)
            before += len(places)
        return 0

    def _at(self, row: int) -> Hit:
        for source, places in self._found:
            if row < len(places):
                return Hit(source, places[row])
            row -= len(places)
        raise IndexError(row)
