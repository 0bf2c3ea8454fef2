"""What stands between quotation marks in a statement, whoever says it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconciler.language.quotes import find_quotes
from reconciler.language.signals.view import StatementView
from reconciler.model import Span

# Single marks are apostrophes but where they embrace words: not before a year ("'98"), not behind a plural.
_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\W\d_])([^'‘’\n]|(?<=\w)['’](?=\w)){3,400}['’](?!\w)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_OPENING = '«“„"`'
_SENTENCE_END = re.compile(r"[.!?…]")
_UNCLOSED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words, by their span with the marks in the statement's text; `is_open` lacks a mark."""

    span: Span
    text: str
    is_open: bool

    @property
    def inner(self) -> str:
        """The words without marks around them, white space as single blanks."""
        return " ".join(self.text.strip("«»“”„\"'‘’`").split()).strip(" ,")

    @property
    def size(self) -> int:
        """How many words are quoted."""
        return len(_WORD.findall(self.text))

    @property
    def is_sentence(self) -> bool:
        """Whether the words end like a sentence or hold one that does."""
        return bool(_SENTENCE_END.search(self.inner))


@lru_cache(maxsize=64)
def quoted(statement: StatementView) -> tuple[Quoted, ...]:
    """Return the outermost quotes of a statement in order, also those that are not closed or not opened."""
    text = statement.text
    marks = find_quotes(text)
    spans = [*marks.pairs, *(Span(*found.span()) for found in _SINGLE.finditer(text))]
    whole = {(span.start, span.end) for span in spans}
    spans += _half_open(statement, marks.opening, marks.closing, spans)
    outer: list[Quoted] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if outer and span.start < outer[-1].span.end:
            continue
        shown = text[span.start : span.end]
        if any(char.isalnum() for char in shown):
            outer.append(Quoted(span, shown, (span.start, span.end) not in whole))
    return tuple(outer)


def _half_open(
    statement: StatementView, opening: frozenset[int], closing: frozenset[int], pairs: list[Span]
) -> list[Span]:
    """Return the last quote that is opened and not closed, and the first that is closed and not opened."""
    text = statement.text
    inside = [(pair.start, pair.end) for pair in pairs]
    found = []
    lone = [
        at
        for at in sorted(opening)
        if text[at] in _OPENING and not any(start <= at < end for start, end in inside)
    ]
    if lone:
        end = len(text.rstrip())
        last = next((start for start, _ in sorted(inside) if start > lone[-1]), end)
        if last == end and len(_WORD.findall(text[lone[-1] : end])) >= _UNCLOSED_WORDS:
            found.append(Span(lone[-1], end))
    ends = [
        at
        for at in sorted(closing)
        if not any(start <= at < end for start, end in inside)
        and text[at] in '»”"'
        and not text[at - 1 : at].isdigit()
    ]
    first = min((start for start, _ in inside), default=len(text))
    if ends and ends[0] < first and not any(at < ends[0] for at in lone):
        behind = ends[0] + 1
        if len(_WORD.findall(text[:behind])) >= _UNCLOSED_WORDS:
            found.append(Span(len(text) - len(text.lstrip()), behind))
    return found
