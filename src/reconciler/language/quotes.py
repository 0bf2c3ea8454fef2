"""Which quotation marks open and which close, and what stands between them.

A straight mark says neither by itself: the spaces around it do, and where they don't, whether one
is open. Pairing never reaches beyond a paragraph, so an unclosed mark harms no other.
"""

import re
from dataclasses import dataclass

from reconciler.model import Span

_MARK = re.compile(r"``|''|[\"«»“”„‘’']")
_BRACKET = re.compile(r"[()\[\]（）「」『』]")
_CLOSING = {"(": ")", "[": "]", "（": "）", "「": "」", "『": "』"}
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f\u2009([{«“‘'’—–-:/")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f\u2009)]}»”.,;:!?…")
_STOPS = frozenset(".,!?…")
_FIXED = {
    "«": ("«", True),
    "»": ("«", False),
    "``": ('"', True),
    "''": ('"', False),
    "„": ("“", True),
    "”": ("“", False),
}
_MAX_BRACKET = 250


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of one paragraph: positions that open, positions that close, and the pairs."""

    opening: frozenset[int]
    closing: frozenset[int]
    pairs: tuple[Span, ...]


def find_quotes(text: str) -> Quotes:
    """Pair the quotation marks of a paragraph; a pair's span holds both marks."""
    opening: set[int] = set()
    closing: set[int] = set()
    pairs: list[Span] = []
    last: dict[str, int] = {}
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        role = _role(text, mark, at, found.end(), last)
        if role is None:
            continue
        family, opens = role
        if opens:
            opening.add(at)
            last[family] = at
        else:
            closing.add(at)
            if family in last:
                pairs.append(Span(last.pop(family), found.end()))
    return Quotes(frozenset(opening), frozenset(closing), tuple(pairs))


def find_brackets(text: str) -> tuple[Span, ...]:
    """Return the pairs of round or square brackets that close within reach."""
    pairs: list[Span] = []
    stack: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        if closing := _CLOSING.get(found[0]):
            stack.append((closing, found.start()))
        elif stack and stack[-1][0] == found[0]:
            start = stack.pop()[1]
            if found.end() - start <= _MAX_BRACKET:
                pairs.append(Span(start, found.end()))
        else:
            stack.clear()
    return tuple(sorted(pairs))


def _role(text: str, mark: str, start: int, end: int, last: dict[str, int]) -> tuple[str, bool] | None:
    """Return the family of a mark and whether it opens, or None for an apostrophe."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark == "''" and '"' not in last and after.isalnum() and not before.strip():
        # Some write the same two strokes on both sides.
        return '"', True
    if fixed := _FIXED.get(mark):
        return fixed
    may_open = not before or before in _BEFORE_OPENING
    may_close = not after or after in _AFTER_CLOSING
    if mark == "“":
        # German closes with the mark that English opens with.
        return "“", not ("“" in last and text[last["“"]] == "„")
    if mark == '"':
        return '"', may_open if may_open != may_close else '"' not in last
    # Most single marks are apostrophes: only one after a stop (tokenised text has a space between) closes,
    # only one before a capital opens.
    if mark != "’" and may_open and after.isupper():
        return "'", True
    ended = before in _STOPS or (before == " " and text[start - 2 : start - 1] in _STOPS)
    closes = "'" in last and ended and may_close
    return ("'", False) if closes else None
