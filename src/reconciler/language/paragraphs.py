"""A text's lines as paragraphs: what no statement reaches across."""

import re
from itertools import pairwise

from reconciler.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_MAX = 110
_ENDS = (".", "!", "?", "…", ":", ";", '"', "»", "”", ")")


def paragraphs(text: str) -> list[Span]:
    """Return the lines that hold anything, trimmed; lines of hard-wrapped text are joined again.

    A text counts as wrapped when its lines are short and most of those that go on below break
    off in the middle of a sentence. A line that had room for the first word of the next was
    ended on purpose.
    """
    lines = [span for found in _LINE.finditer(text) if (span := trimmed(text, *found.span()))]
    width = max((line.end - line.start for line in lines), default=0)
    if len(lines) < 4 or width > _WRAP_MAX or not _is_wrapped(text, lines):
        return lines
    joined = [lines[0]]
    for before, line in pairwise(lines):
        first = text[line.start : line.end].split(None, 1)[0]
        room = before.end - before.start + 1 + len(first) <= width
        if text.count("\n", before.end, line.start) > 1 or room:
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
    return joined


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a range without white space at its ends, or None when nothing is left."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    return Span(start, end) if start < end else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    adjoining = [
        (before, line) for before, line in pairwise(lines) if text.count("\n", before.end, line.start) == 1
    ]
    broken = sum(
        text[line.start].islower() and not text[before.start : before.end].endswith(_ENDS)
        for before, line in adjoining
    )
    return broken >= 3 and broken > len(adjoining) * 0.4
