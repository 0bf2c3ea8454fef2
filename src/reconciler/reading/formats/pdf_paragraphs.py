"""Lines of a PDF joined into paragraphs, with words that were parted at a line's end made whole."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reconciler.reading.formats.pdf_order import Line
from reconciler.resources import entries

_CLOSED = (".", "!", "?", "…", "»", "”", '"', ":", ";", ")")
_BULLET = re.compile(r"(?:[•▪■●◦‣∙·–—-]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)(?=\S)")
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"\W*\w\S*")
_BEGINS = re.compile(r"([^\W\d_]+)(?P<goes_on>[-\u2010][^\W\d_])?")
_LEADER = re.compile(r"(?:\. ?){6}|…{3}")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LANGUAGES = ("fr", "en", "de", "es")
# On Zipf's scale, 3 is one word in a million; what is rarer than 1 are mistakes of other texts.
_KNOWN = 1.0
_USUAL = 2.9
_COMMON = 3.5
_FAR = 2.3
_PITCH = 1.2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the size of its letters and the page it begins on."""

    text: str
    size: float
    page: int
    top: float


def join_lines(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Join the lines of all pages, in the order in which they are read."""
    lines = [(number, line) for number, page in enumerate(pages) for line in page]
    pitches = _pitches(pages)
    seen = Counter(word.casefold() for _, line in lines for word in _WORD.findall(line.text))
    groups: list[list[tuple[int, Line]]] = []
    for page, line in lines:
        before = groups[-1][-1] if groups else None
        if before is None or _parts(before, (page, line), pitches):
            groups.append([(page, line)])
        else:
            groups[-1].append((page, line))
    return [
        Paragraph(
            _joined([line.text for _, line in group], seen), group[0][1].size, group[0][0], group[0][1].top
        )
        for group in groups
    ]


def _pitches(pages: Sequence[Sequence[Line]]) -> dict[tuple[int, int], float]:
    """Return each column's usual distance from line to line, in sizes of its letters; (-1, -1) for all."""
    gathered: dict[tuple[int, int], list[float]] = {}
    for number, page in enumerate(pages):
        for upper, lower in pairwise(page):
            step = (upper.bottom - lower.bottom) / upper.size
            if upper.column == lower.column and 0 < step < 3 and _alike(upper.size, lower.size):
                gathered.setdefault((number, upper.column), []).append(step)
    everything = [step for steps in gathered.values() for step in steps]
    usual = {place: _closest(steps) for place, steps in gathered.items() if len(steps) > 5}
    usual[-1, -1] = _closest(everything) if everything else _PITCH
    return usual


def _closest(steps: list[float]) -> float:
    """Return the usual step within a paragraph, however many gaps between short ones there are."""
    return sorted(steps)[len(steps) // 10]


def _parts(before: tuple[int, Line], after: tuple[int, Line], pitches: dict[tuple[int, int], float]) -> bool:
    """Say whether a paragraph ends between two lines that are read one after the other."""
    page, upper = before
    below, lower = after
    if _LEADER.search(upper.text):
        return True
    if not _alike(upper.size, lower.size) or _BULLET.match(lower.text) or "\t" in upper.text + lower.text:
        return True
    if (page, upper.column) != (below, lower.column):
        return _parts_columns(upper, lower)
    pitch = pitches.get((page, upper.column), pitches[-1, -1])
    if upper.bottom - lower.bottom > 1.3 * pitch * upper.size or upper.bold != lower.bold:
        return True
    if _is_indented(lower) and not _BULLET.match(upper.text):
        # Under an indented line, a passage that is set in as a whole may go on.
        return not _is_indented(upper) or upper.text.endswith(_CLOSED)
    return _has_room(upper, lower)


def _parts_columns(upper: Line, lower: Line) -> bool:
    """Say whether a paragraph ends at the foot of a column or page: where it need not, by its last words."""
    if lower.text[0].islower():
        return False
    if upper.text.endswith(("-", "\u2010", "\u00ad", ",")):
        return False
    return upper.text.endswith(_CLOSED) or _room(upper) > 0.3


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)


def _is_indented(line: Line) -> bool:
    return 0.6 * line.size < line.left - line.left_edge < 6 * line.size


def _room(line: Line) -> float:
    """Return how much of a column's width was left at the end of a line."""
    width = line.right_edge - line.left_edge
    return (line.right_edge - line.right) / width if width > 0 else 0.0


def _has_room(upper: Line, lower: Line) -> bool:
    """Say whether the next word would have stood in a line, so that the line was ended on purpose."""
    first = _FIRST_WORD.match(lower.text)
    letter = (lower.right - lower.left) / max(1, len(lower.text))
    if upper.right_edge - upper.right < ((len(first[0]) if first else 1) + 1.5) * letter:
        return False
    if upper.text.endswith(_CLOSED):
        return True
    return _room(upper) > 0.35 and not lower.text[0].islower() and not upper.text.endswith((",", "-"))


def _joined(lines: Sequence[str], seen: Counter[str]) -> str:
    """Return lines as one text; a hyphen at a line's end stays where it belongs to the word."""
    text = [lines[0]]
    for line in lines[1:]:
        parted, begins = _PARTED.search(text[-1][-60:]), _BEGINS.match(line)
        if not parted or not begins:
            glued = text[-1].endswith(("-", "\u2010")) and text[-1][-2:-1].isalnum()
            text[-1] += "" if glued else " "
        elif not (begins["goes_on"] and parted[1][0].isupper()) and not _keeps_hyphen(
            parted[1], begins[1], seen
        ):
            text[-1] = text[-1][:-1]
        text.append(line)
    return "".join(text).replace("\u00ad", "")


def _keeps_hyphen(first: str, second: str, seen: Counter[str]) -> bool:
    """Say whether two parts of a word are joined by a hyphen of its own."""
    whole, hyphened = (first + second).casefold(), f"{first}-{second}".casefold()
    if second[0].isupper() or first.isupper():
        return not (first.isupper() and second.isupper() and _frequency(whole) >= _KNOWN)
    if (together := seen[whole]) != (apart := seen[hyphened]):
        return apart > together
    known = _frequency(whole)
    if first.casefold() in _listed("before") or second.casefold() in _listed("after"):
        return known < _USUAL
    # Two words that are common, and together hardly ever written as one.
    parts = min(_frequency(first), _frequency(second))
    return known < _USUAL and parts >= _COMMON and parts - known >= _FAR


@cache
def _listed(side: str) -> frozenset[str]:
    return frozenset(word for line in entries("reading", f"{side}_hyphen.txt") for word in line.split())


@lru_cache(maxsize=4096)
def _frequency(word: str) -> float:
    """Return how frequent a word is in the languages that words are looked up in, on Zipf's scale."""
    from wordfreq import zipf_frequency

    return max(zipf_frequency(word, language) for language in _LANGUAGES)
