"""Quoted words compared with what the other side quotes, and with what it says in words of its own."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconciler.alignment.differences.side import Found, Side
from reconciler.alignment.differences.values import Cause
from reconciler.alignment.differences.wording import share, tokens
from reconciler.model import Difference, Outcome, SignalKind
from reconciler.signals import QuoteValue

_EQUAL = 97.0
"""Similarity, of 100, from which on two quotes are one: what is left is punctuation."""
_SHORTENED = 92.0
_CHANGED = 60.0
_VERBATIM = 90.0
_PARAPHRASED = 0.5
"""Share of a quote's content words that the other side takes up in its own words."""
_NUMBER = re.compile(r"\d+")
_MARKS = re.compile(r"[^\w\s]+")


def compare_quotes(left: Side, right: Side) -> Iterator[Difference]:
    """Yield a difference for each quote that the other side has too, quoted or in its own words.

    Of the pieces of a quote that one side interrupts the nearest stands for all.
    """
    near = [
        (nearness, one, other)
        for one in left.quotes
        for other in right.quotes
        if (nearness := _nearness(one, other)) >= _CHANGED
    ]
    paired: list[Found[QuoteValue]] = []
    for _, one, other in sorted(near, key=lambda pair: -pair[0]):
        if one not in paired and other not in paired:
            paired += (one, other)
            yield _both(one, other)
    answered = {quote for _, *pair in near for quote in pair}
    for quote in left.quotes:
        if quote not in answered and (cause := _own_words(quote, right)) is not None:
            yield Difference(SignalKind.QUOTE, quote.text, None, Outcome.MISSING, cause)
    for quote in right.quotes:
        if quote not in answered and (cause := _own_words(quote, left)) is not None:
            yield Difference(SignalKind.QUOTE, None, quote.text, Outcome.MISSING, cause)


def _both(one: Found[QuoteValue], other: Found[QuoteValue]) -> Difference:
    left, right = _bare(one.value.words), _bare(other.value.words)
    if fuzz.ratio(left, right) >= _EQUAL:
        return Difference(SignalKind.QUOTE, one.text, other.text, Outcome.AGREES)
    shortened = fuzz.partial_ratio(left, right) >= _SHORTENED
    cause = Cause.QUOTE_SHORTENED if shortened else Cause.QUOTE_CHANGED
    return Difference(SignalKind.QUOTE, one.text, other.text, Outcome.DIFFERS, cause)


def _nearness(one: Found[QuoteValue], other: Found[QuoteValue]) -> float:
    """Return how near two quotes are, 0 to 100; a word or two is not looked for inside a long one."""
    left, right = _bare(one.value.words), _bare(other.value.words)
    whole = fuzz.ratio(left, right)
    if min(len(left.split()), len(right.split())) < 3:
        return whole
    return max(whole, fuzz.partial_ratio(left, right) - 5)


def _own_words(quote: Found[QuoteValue], other: Side) -> Cause | None:
    """Return what became of a quote on a side that does not quote it; None when it is not there at all."""
    bare = _bare(quote.value.words)
    if quote.value.scare and " " not in bare:
        return None
    if (
        len(bare) >= 8
        and fuzz.partial_ratio(bare, _bare(other.text)) >= _VERBATIM
        and len(bare) <= len(other.text)
    ):
        return Cause.QUOTE_MARKS_LOST
    if quote.value.scare:
        return None
    words = [each.plain for each in tokens(quote.value.words, "und") if each.is_content]
    words += _NUMBER.findall(quote.value.words)
    if share(words, (*other.words(), *_NUMBER.findall(other.text))) >= _PARAPHRASED:
        return Cause.QUOTE_PARAPHRASED
    return None


def _bare(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text.casefold()).split())
