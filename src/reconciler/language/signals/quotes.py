"""Quoted words: what was said, told from words held at a distance, and who said it."""

from reconciler.language.signals.attribution import Attribution, attributions, carried_attribution
from reconciler.language.signals.quoted_words import Quoted, quoted
from reconciler.language.signals.saying import looks_like_title
from reconciler.language.signals.view import StatementView
from reconciler.model import Signal, SignalKind
from reconciler.signals import QuoteValue

_SCARE_WORDS = 2


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the quotes of a statement; one inside another is part of it."""
    quotes = quoted(statement)
    if not quotes:
        return ()
    said_by = attributions(statement)
    found = []
    for quote in quotes:
        start, end = quote.span.start, _end(statement, quote, said_by)
        scare = _is_scare(statement, quote, said_by)
        speaker = None if scare else _speaker(statement, quote, said_by)
        words = " ".join(statement.text[start:end].strip("«»“”„\"'‘’`").split()).strip(" ,")
        found.append(statement.span_signal(SignalKind.QUOTE, start, end, QuoteValue(words, scare, speaker)))
    return tuple(found)


def _end(statement: StatementView, quote: Quoted, said_by: tuple[Attribution, ...]) -> int:
    """Return where a quote ends; one that is not closed ends where its speaker is named."""
    if not quote.is_open:
        return quote.span.end
    for one in said_by:
        at = statement.tokens[one.first].start
        if quote.span.start < at < quote.span.end:
            return len(statement.text[:at].rstrip(" ,\u00a0\u202f"))
    return quote.span.end


def _is_scare(statement: StatementView, quote: Quoted, said_by: tuple[Attribution, ...]) -> bool:
    if looks_like_title(quote) and not _touching(statement, quote, said_by):
        return True
    if quote.is_sentence or quote.size > _SCARE_WORDS or quote.text[-2:-1] == ",":
        return False
    return not _touching(statement, quote, said_by)


def _touching(statement: StatementView, quote: Quoted, said_by: tuple[Attribution, ...]) -> bool:
    """Say whether an attribution stands beside a quote, in its clause."""
    for one in said_by:
        start, end = statement.tokens[one.first].start, statement.tokens[one.behind - 1].end
        between = statement.text[min(end, quote.span.end) : max(start, quote.span.start)]
        if not any(mark in between for mark in ".;!?"):
            return True
    return False


def _speaker(statement: StatementView, quote: Quoted, said_by: tuple[Attribution, ...]) -> str | None:
    if not said_by:
        carried = carried_attribution(statement)
        return carried.source if carried else None

    def distance(one: Attribution) -> int:
        start, end = statement.tokens[one.first].start, statement.tokens[one.behind - 1].end
        return min(abs(start - quote.span.end), abs(quote.span.start - end))

    return min(said_by, key=distance).source
