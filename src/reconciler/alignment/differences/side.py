"""One side of a comparison: a statement with its signals read, its words and its clauses."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from reconciler.alignment.differences.values import StatementSignals
from reconciler.alignment.differences.wording import Token, clause_words, occurrence_of, tokens
from reconciler.model import SignalKind, Span
from reconciler.signals import (
    AttributionValue,
    CertaintyValue,
    DateValue,
    FigureValue,
    NameValue,
    NegationValue,
    QuoteValue,
    decode,
)

_BREAK = re.compile(r"[;:.!?()–—…\n]+(?=\s|$|[«\"“])|[()]|,(?=\s)|(?<=\s)[-–—](?=\s)")
_LEAST_WORDS = 2
"""Content words that a clause of its own has; one of fewer goes with its neighbour."""

Value = TypeVar(
    "Value",
    FigureValue,
    DateValue,
    QuoteValue,
    NameValue,
    AttributionValue,
    CertaintyValue,
    NegationValue,
)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A signal with its value; offsets are into the statement's text."""

    start: int
    end: int
    text: str
    value: Value


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One statement, read. Each is equal only to itself, so that what follows from it can be kept with it.

    `content` are its content words, plain; `times` which time of several some of its tokens speak of.
    """

    text: str
    published: str | None
    tokens: tuple[Token, ...]
    content: tuple[str, ...]
    times: tuple[tuple[int, str], ...]
    clauses: tuple[Span, ...]
    figures: tuple[Found[FigureValue], ...]
    dates: tuple[Found[DateValue], ...]
    quotes: tuple[Found[QuoteValue], ...]
    names: tuple[Found[NameValue], ...]
    attributions: tuple[Found[AttributionValue], ...]
    certainties: tuple[Found[CertaintyValue], ...]
    negations: tuple[Found[NegationValue], ...]

    def words(self) -> tuple[str, ...]:
        """Return the content words of the whole statement, plain."""
        return self.content

    def clause(self, start: int) -> Span:
        """Return the clause in which a place lies."""
        return next((each for each in self.clauses if each.start <= start < each.end), self.clauses[-1])

    def words_in(self, span: Span, *but: Found[Value]) -> tuple[str, ...]:
        """Return the content words within a span, without those of some signals."""
        start, end = span.start, span.end
        within = [each for each in self.tokens if each.is_content and start <= each.start < end]
        for one in but:
            within = [each for each in within if not one.start <= each.start < one.end]
        return tuple([each.plain for each in within])

    def words_about(self, found: Found[Value]) -> tuple[str, ...]:
        """Return the content words of a signal's clause without its own."""
        return self.words_in(self.clause(found.start), found)

    def words_governed_by(self, found: Found[Value]) -> tuple[str, ...]:
        """Return the content words of a signal's clause and of the next: "suggests that" speaks of that."""
        place = self.clauses.index(self.clause(found.start))
        following: Span = self.clauses[min(place + 1, len(self.clauses) - 1)]
        return (*self.words_about(found), *self.words_in(following, found))

    def occurrences(self, span: Span) -> set[str]:
        """Return which time of several the words of a span speak of."""
        return {time for place, time in self.times if span.start <= place < span.end}


@lru_cache(maxsize=1_000)
def read(statement: StatementSignals) -> Side:
    """Return a statement read; of a signal with a value that fits no kind nothing is known."""
    words = tokens(statement.text, statement.language)
    by_kind: dict[SignalKind, list[tuple[int, int, str, object]]] = {kind: [] for kind in SignalKind}
    for signal in statement.signals:
        value = decode(signal)
        if value is not None:
            place = (signal.start - statement.start, signal.end - statement.start)
            by_kind[signal.kind].append((*place, signal.text, value))
    return Side(
        statement.text,
        statement.published,
        words,
        tuple([word.plain for word in words if word.is_content]),
        tuple([(word.start, time) for word in words if (time := occurrence_of(word.plain))]),
        _clauses(statement.text, words),
        _of(FigureValue, by_kind[SignalKind.FIGURE]),
        _of(DateValue, by_kind[SignalKind.DATE]),
        _of(QuoteValue, by_kind[SignalKind.QUOTE]),
        _of(NameValue, by_kind[SignalKind.NAME]),
        _of(AttributionValue, by_kind[SignalKind.ATTRIBUTION]),
        _of(CertaintyValue, by_kind[SignalKind.CERTAINTY]),
        _of(NegationValue, by_kind[SignalKind.NEGATION]),
    )


def _of(kind: type[Value], rows: Iterable[tuple[int, int, str, object]]) -> tuple[Found[Value], ...]:
    return tuple(
        Found(start, end, text, value) for start, end, text, value in rows if isinstance(value, kind)
    )


def _clauses(text: str, words: Iterable[Token]) -> tuple[Span, ...]:
    """Cut a statement at its marks and before words that begin a clause; short ones join a neighbour."""
    listed, beginning = tuple(words), clause_words()
    content = [word.start for word in listed if word.is_content]
    cuts = {0, len(text), *(found.end() for found in _BREAK.finditer(text))}
    cuts.update(word.start for word in listed if word.plain in beginning)
    joined: list[Span] = []
    waiting = 0
    for _, end in pairwise(sorted(cuts)):
        count = bisect_left(content, end) - bisect_left(content, waiting)
        if count >= _LEAST_WORDS:
            joined.append(Span(waiting, end))
            waiting = end
    if not joined:
        return (Span(0, max(len(text), 1)),)
    joined[-1] = Span(joined[-1].start, max(len(text), 1))
    return tuple(joined)
