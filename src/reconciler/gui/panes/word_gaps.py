"""Where a statement could be cut in two: pure functions over its text, offsets in code points."""

import re
from bisect import bisect_left
from collections.abc import Sequence

# Scripts without spaces are cut after the marks that end a sentence.
_GAP = re.compile(r"\s+|(?<=[。！？｡])(?=\S)")
_ENDS = (re.compile(r"[.!?…。！？｡][\"'”’»)\]]*\s*$"), re.compile(r"[;:]\s*$"), re.compile(r"[,–—-]\s*$"))
_WORD = re.compile(r"\S+")


def gaps(text: str) -> tuple[int, ...]:
    """Return where the second of two parts could begin: after the spaces between the words."""
    found = (gap for gap in _GAP.finditer(text) if text[: gap.start()].strip() and text[gap.end() :].strip())
    return tuple(gap.end() for gap in found)


def nearest(places: Sequence[int], offset: int) -> int:
    """Return which of the places, in order, is nearest to an offset."""
    at = bisect_left(places, offset)
    around = [each for each in (at - 1, at) if 0 <= each < len(places)]
    return min(around, key=lambda each: abs(places[each] - offset))


def likeliest(text: str, places: Sequence[int]) -> int:
    """Return which place to begin at: after a sentence, else a clause, of those the nearest the middle."""
    middle = len(text) / 2
    for end in _ENDS:
        fitting = [number for number, place in enumerate(places) if end.search(text, 0, place)]
        if fitting:
            return min(fitting, key=lambda number: abs(places[number] - middle))
    return nearest(places, round(middle))


def words_around(text: str, gap: int) -> tuple[str, str]:
    """Return the word before a gap and the one after it."""
    before, after = text[:gap].split(), _WORD.search(text, gap)
    return (before[-1] if before else "", after[0] if after else "")
