"""Linked scrolling as pure functions: where one article is, given where the other is.

Positions are pixels from the top of an article as it is laid out now; places count statements
from 0. Articles reorder facts, so not every match can be followed: scrolling follows the
heaviest chain of matches that runs forward in both articles and goes linearly in between.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

EYE = 1 / 3
"""Where in the window people read, as a share of its height from the top."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A match that scrolling may follow: the places of its two statements, and how much it is worth."""

    left: int
    right: int
    weight: float


@dataclass(frozen=True, slots=True)
class Extents:
    """Where the statements of an article lie: ascending tops and bottoms, and the height of it all."""

    tops: Sequence[float]
    bottoms: Sequence[float]
    height: float

    def visible(self, top: float, bottom: float) -> range:
        """Return the places of the statements that reach into the band from `top` to `bottom`."""
        return range(bisect_right(self.bottoms, top), bisect_left(self.tops, bottom))

    def place_at(self, y: float) -> int | None:
        """Return the statement at `y`, or the nearest one; None for an article without statements."""
        if not self.tops:
            return None
        place = max(bisect_right(self.tops, y) - 1, 0)
        after = place + 1
        if after < len(self.tops) and y - self.bottoms[place] > self.tops[after] - y:
            return after
        return place


@dataclass(frozen=True, slots=True)
class Polyline:
    """A function that is linear between its points and flat before the first and after the last."""

    xs: Sequence[float]
    ys: Sequence[float]

    def __call__(self, x: float) -> float:
        """Return the value at `x`."""
        after = bisect_right(self.xs, x)
        if after == 0:
            return self.ys[0]
        if after == len(self.xs):
            return self.ys[-1]
        x0, x1 = self.xs[after - 1], self.xs[after]
        share = (x - x0) / (x1 - x0)
        return self.ys[after - 1] + (self.ys[after] - self.ys[after - 1]) * share

    def through(self, xs: Iterable[float]) -> list[float]:
        """Return the values at places that ascend: for many of them quicker than to ask for each."""
        known, values, found, after = self.xs, self.ys, [], 0
        for x in xs:
            while after < len(known) and known[after] <= x:
                after += 1
            if after == 0 or after == len(known):
                found.append(values[min(after, len(known) - 1)])
                continue
            x0, y0 = known[after - 1], values[after - 1]
            found.append(y0 + (values[after] - y0) * ((x - x0) / (known[after] - x0)))
        return found

    def inverse(self) -> "Polyline":
        """Return the same line read the other way; it must rise everywhere."""
        return Polyline(self.ys, self.xs)


def chain(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    """Return the rungs of the greatest total weight that rise strictly in both articles.

    The heaviest increasing subsequence: a frontier holds, by ascending right place, the best
    totals so far; what a heavier total at an earlier place makes useless is dropped from it.
    """
    ordered = sorted(rungs, key=lambda rung: (rung.left, -rung.right, rung.weight))
    places: list[int] = []
    heads: list[tuple[float, int]] = []
    before: list[int] = []
    for number, rung in enumerate(ordered):
        at = bisect_left(places, rung.right)
        total, previous = heads[at - 1] if at else (0.0, -1)
        total += rung.weight
        before.append(previous)
        if at < len(places) and places[at] == rung.right and heads[at][0] >= total:
            continue
        end = at
        while end < len(places) and heads[end][0] <= total:
            end += 1
        places[at:end] = [rung.right]
        heads[at:end] = [(total, number)]
    found: list[Rung] = []
    number = heads[-1][1] if heads else -1
    while number >= 0:
        found.append(ordered[number])
        number = before[number]
    return tuple(reversed(found))


def content_map(rungs: Sequence[Rung], left: Extents, right: Extents) -> Polyline:
    """Return which position of the right article says what a position of the left one says.

    `rungs` is a chain. Tops meet tops and bottoms meet bottoms of linked statements, both starts
    and both ends of the articles meet; without a chain it is proportional.
    """
    xs, ys = [0.0], [0.0]
    for rung in rungs:
        for x, y in (
            (left.tops[rung.left], right.tops[rung.right]),
            (left.bottoms[rung.left], right.bottoms[rung.right]),
        ):
            if x > xs[-1] and y > ys[-1]:
                xs.append(x)
                ys.append(y)
    if left.height > xs[-1] and right.height > ys[-1]:
        xs.append(left.height)
        ys.append(right.height)
    return Polyline(xs, ys)


def eye_line(viewport: float, height: float) -> Polyline:
    """Return the position that is read, for a scroll value.

    It lies a third down the window, but slides from its top edge at the start of the article and
    to its bottom edge at the end, so that every part of an article comes under it.
    """
    end = max(height - viewport, 0.0)
    if end == 0:
        return Polyline([0.0], [min(height, viewport) * EYE])
    rise, fall = viewport * EYE, viewport * (1 - EYE)
    if end <= viewport:
        return Polyline([0.0, end], [0.0, height])
    return Polyline([0.0, rise, end - fall, end], [0.0, 2 * rise, end - fall + rise, height])


def scroll_map(content: Polyline, viewport: float, height: float, other_height: float) -> Polyline:
    """Return the scroll value of the following article for one of the article that is scrolled.

    What is read in the one comes level with what corresponds to it in the other, except where
    that would move the other backwards or past its ends. Never falls.
    """
    eye = eye_line(viewport, height)
    if len(eye.xs) == 1:
        return Polyline([0.0], [0.0])
    ends = bisect_left(content.xs, 0), bisect_right(content.xs, height)
    scrolls = sorted({*eye.xs, *eye.inverse().through(content.xs[slice(*ends)])})
    end = max(other_height - viewport, 0.0)
    read = eye.through(scrolls)
    level = (y - (x - scroll) for scroll, x, y in zip(scrolls, read, content.through(read), strict=True))
    return Polyline(scrolls, list(accumulate([min(max(value, 0.0), end) for value in level], max)))


def catch_up(offset: float, moved: float, viewport: float) -> float:
    """Return how far the follower still is from its place after the other was moved by `moved`.

    After a jump to a match outside the chain the two are apart on purpose; scrolling on brings
    them together again within about a window's height, without a leap.
    """
    left = offset * math.exp(-abs(moved) / (0.25 * max(viewport, 1.0)))
    return left if abs(left) >= 1 else 0.0


@dataclass(frozen=True, slots=True)
class Stand:
    """One article before a jump: where the statement to show begins and ends, and its own height."""

    top: float
    bottom: float
    height: float


def level_scrolls(
    left: Stand, right: Stand, viewport: float, line: float | None = None
) -> tuple[float, float]:
    """Return scroll values that put both statements into view, their tops level, near `line`.

    `line` is a distance from the top of the window, by default where people read. Where the ends
    of the articles do not allow one level, each is brought as near to the line as it goes.
    """
    wanted = viewport * EYE if line is None else line
    ends = tuple(max(one.height - viewport, 0.0) for one in (left, right))
    lowest = max(0.0, left.top - ends[0], right.top - ends[1])
    tallest = max(left.bottom - left.top, right.bottom - right.top)
    highest = min(left.top, right.top, max(viewport - tallest, lowest))
    if lowest <= highest:
        wanted = min(max(wanted, lowest), highest)
    left_scroll, right_scroll = (
        min(max(one.top - wanted, 0.0), end) for one, end in zip((left, right), ends, strict=True)
    )
    return left_scroll, right_scroll
