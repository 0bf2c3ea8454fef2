"""What changed between two wordings, word by word, and whether anything did.

Two texts have the same words when nothing differs but white space, the shape of quotation marks,
apostrophes, hyphens and dashes, ligatures, the composition of accents and invisible characters.
A number is one word with its separators ("1 000", "12,5", "04.06.2023"), a mark is a word of its own.
Importing this module is light: rapidfuzz is loaded by the first difference.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reconciler.model import Span


class ChangeKind(StrEnum):
    """What happened to some words that follow one another."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that one wording has in the place of others.

    Offsets are code points; the side that has no words is an empty span where they would stand.
    """

    old: Span
    new: Span

    @property
    def kind(self) -> ChangeKind:
        """Which side has words."""
        if self.old.start == self.old.end:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.new.start == self.new.end else ChangeKind.REPLACED


@dataclass(frozen=True, slots=True)
class Run:
    """Words that differ: half-open ranges of positions in two lists of words, one of them may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


# One for one, so that offsets into the changed text are offsets into the text.
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("’‘‚‛‹›ʼ", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("—―", "–"),
    }
)
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_IN_KEYS = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE),
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)

# Accents and vowel signs that belong to the letter before them and are no word characters to `re`.
_JOINED = (
    _INVISIBLE + "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a"
)
# Scripts that put no space between words: each character is a word.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    r"(?<!\d)\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?(?!\d)"
    rf"|\d+(?:[.,:/]\d+)*[^\W{_UNSPACED}]*"
    rf"|[^\W\d{_UNSPACED}][^\W{_UNSPACED}]*(?:[{_JOINED}]+[^\W{_UNSPACED}]*)*"
    rf"|[{_UNSPACED}][{_JOINED}]*"
    r"|\.\.\."
    rf"|[^\s{_INVISIBLE}]"
)

_MOST_CELLS = 64_000_000
"""The table of a difference has a bit for every two words: 8 MB. What is longer differs as a whole."""
_LIGHT = 3
"""Letters up to which a word alone does not show that two stretches of text have to do with each other."""


def keys_of(text: str) -> tuple[str, ...]:
    """Return the words and marks of a text in the form in which they are compared."""
    return tuple(map(_key, _WORD.findall(text.translate(_SHAPES))))


def same_words(one: str, other: str) -> bool:
    """Return whether the texts have the same words and marks in the same order."""
    return one == other or keys_of(one) == keys_of(other)


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return what differs, in order, as spans of the two texts; nothing if they have the same words."""
    old_words, new_words = spans_of(old), spans_of(new)
    return tuple(
        WordChange(
            span_of(old_words, run.old_start, run.old_end), span_of(new_words, run.new_start, run.new_end)
        )
        for run in changed_runs(keys_of(old), keys_of(new))
    )


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return start and end of the words and marks of a text, one for each of its keys."""
    return [word.span() for word in _WORD.finditer(text.translate(_SHAPES))]


def span_of(words: Sequence[tuple[int, int]], start: int, end: int) -> Span:
    """Return the span of some words that follow one another or, of none, the place after the word before."""
    if start < end:
        return Span(words[start][0], words[end - 1][1])
    place = words[start - 1][1] if start else (words[0][0] if words else 0)
    return Span(place, place)


def changed_runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return which words differ: all but a longest common subsequence.

    A short common word between two changes is part of one change, since it says nothing alone.
    """
    head = _common_beginning(old, new)
    tail = _common_beginning(old[head:][::-1], new[head:][::-1])
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    runs = [
        Run(run.old_start + head, run.old_end + head, run.new_start + head, run.new_end + head)
        for run in _between_common(one, other)
    ]
    return _without_strays(runs, old, new)


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    if word.isascii():
        return "…" if word == "..." else word if word.isalnum() else " ".join(word.split())
    return " ".join(unicodedata.normalize("NFC", word.translate(_IN_KEYS)).split())


def _common_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between_common(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    if not old and not new:
        return
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        yield Run(0, len(old), 0, len(new))
        return
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    one, other = ([numbers.setdefault(key, len(numbers)) for key in keys] for keys in (old, new))
    old_place = new_place = 0
    for step in Indel.opcodes(one, other):
        if step.tag == "equal":
            if old_place < step.src_start or new_place < step.dest_start:
                yield Run(old_place, step.src_start, new_place, step.dest_start)
            old_place, new_place = step.src_end, step.dest_end
    if old_place < len(old) or new_place < len(new):
        yield Run(old_place, len(old), new_place, len(new))


def _without_strays(runs: Sequence[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined:
            last = joined[-1]
            between = old[last.old_end : run.old_start]
            size = min(_size(last, old, new), _size(run, old, new))
            if _is_stray(between, size) and not _has_figure(old[last.old_end - 1], old[run.old_start]):
                joined[-1] = Run(last.old_start, run.old_end, last.new_start, run.new_end)
                continue
        joined.append(run)
    return joined


def _is_stray(words: Sequence[str], around: int) -> bool:
    is_light = all(len(word) <= _LIGHT and not word[0].isdigit() for word in words)
    return is_light and 2 * sum(map(len, words)) <= around


def _has_figure(*words: str) -> bool:
    """Return whether one of the changed words beside a common one is a figure, which is to be seen alone."""
    return any(word[0].isdigit() for word in words)


def _size(run: Run, old: Sequence[str], new: Sequence[str]) -> int:
    """Return the letters of the shorter side: what was only added or removed takes nothing in."""
    return min(
        sum(map(len, old[run.old_start : run.old_end])), sum(map(len, new[run.new_start : run.new_end]))
    )
