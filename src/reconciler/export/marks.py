"""What two wordings share and where they differ, marked in both."""

from collections.abc import Iterable
from functools import lru_cache

from reconciler.alignment import ReasonName
from reconciler.alignment.word_changes import keys_of, spans_of
from reconciler.export.blocks import Piece, Tone
from reconciler.export.values import MatchRecord
from reconciler.model import Outcome, Span, Statement
from reconciler.signals import places_of

_ALIKE = (ReasonName.WORDS, ReasonName.NAMES, ReasonName.NUMBERS, ReasonName.DATES)
"""The reasons whose words are in both wordings, also in another form."""
_LIGHT = 3
"""Letters up to which a word that both have says nothing."""


def marked(record: MatchRecord, left: Statement, right: Statement) -> tuple[tuple[Piece, ...], ...]:
    """Return both wordings in pieces: what differs, what both have, and the rest; together the exact text."""
    wordings = []
    for own, other, is_left in ((left, right, True), (right, left, False)):
        differing = [
            span
            for each in record.differences
            if each.outcome is not Outcome.AGREES
            for span in places_of(own, each.kind, each.left if is_left else each.right)
        ]
        alike = [
            span
            for reason in record.match.reasons
            if reason.value > 0 and reason.name in _ALIKE
            for span in (reason.left if is_left else reason.right)
        ]
        wordings.append(_pieces(own.text, differing, [*alike, *shared(own.text, other.text)]))
    return tuple(wordings)


def shared(text: str, other: str) -> list[Span]:
    """Return where the words stand that the other wording has too, light ones only between others."""
    theirs = {folded for _span, _key, folded in _words(other)}
    found: list[Span] = []
    is_open = False
    for (start, end), key, folded in _words(text):
        if folded not in theirs:
            is_open = False
        elif len(key) <= _LIGHT and not key[0].isdigit():
            continue
        elif is_open:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
            is_open = True
    return found


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[tuple[tuple[int, int], str, str], ...]:
    """Return the words of a text: where each stands, its key, and that in small letters."""
    keys = keys_of(text)
    return tuple(zip(spans_of(text), keys, map(str.casefold, keys), strict=True))


def _pieces(text: str, differing: Iterable[Span], shared: Iterable[Span]) -> tuple[Piece, ...]:
    """Cut a text where its tone changes; what differs has precedence."""
    tones = [Tone.PLAIN] * len(text)
    cuts = {len(text)}
    for tone, spans in ((Tone.SHARED, shared), (Tone.DIFFERS, differing)):
        for span in spans:
            tones[span.start : span.end] = [tone] * len(text[span.start : span.end])
            cuts |= {span.start, span.end}
    pieces: list[Piece] = []
    start = 0
    for at in sorted(cuts):
        if start < at <= len(text) and (at == len(text) or tones[at] is not tones[start]):
            pieces.append(Piece(text[start:at], tones[start]))
            start = at
    return tuple(pieces)
