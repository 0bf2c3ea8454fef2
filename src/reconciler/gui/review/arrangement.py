"""Which matches the review queue shows and in which order: pure functions over values."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reconciler.model import MatchId, Verdict

_COMBINING = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'", "ʼ": "'"})


class Filter(StrEnum):
    """Which matches are shown. The kinds of difference will add theirs here."""

    TO_REVIEW = "to_review"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
    ALL = "all"

    def shows(self, verdict: Verdict | None) -> bool:
        """Return whether a match with this verdict is shown; unsure counts neither as open nor as decided."""
        match self:
            case Filter.ALL:
                return True
            case Filter.TO_REVIEW:
                return verdict is None
            case Filter.CONFIRMED:
                return verdict is Verdict.CONFIRMED
            case Filter.REJECTED:
                return verdict is Verdict.REJECTED
            case Filter.UNSURE:
                return verdict is Verdict.UNSURE


class Order(StrEnum):
    """In which order matches are shown."""

    DOCUMENT = "document"
    MOST_CERTAIN = "most_certain"
    LEAST_CERTAIN = "least_certain"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """What the queue has to know of a match to place it."""

    match: MatchId
    verdict: Verdict | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The matches shown, in order, and how many each filter would show under the same text."""

    shown: tuple[MatchId, ...]
    counts: Mapping[Filter, int]
    open: int


def arrange(
    items: Sequence[QueueItem],
    which: Filter,
    order: Order = Order.DOCUMENT,
    found: Callable[[MatchId], bool] | None = None,
) -> Arrangement:
    """Filter and order matches in one pass.

    `items` stand in document order; `found` says whether a match holds the text looked for.
    `Arrangement.open` counts all matches without a verdict, whatever the text.
    """
    kept: list[QueueItem] = []
    verdicts: dict[Verdict | None, int] = dict.fromkeys((None, *Verdict), 0)
    still_open = 0
    for item in items:
        still_open += item.verdict is None
        if found is not None and not found(item.match):
            continue
        verdicts[item.verdict] += 1
        if which.shows(item.verdict):
            kept.append(item)
    counts = {one: sum(count for verdict, count in verdicts.items() if one.shows(verdict)) for one in Filter}
    return Arrangement(tuple(item.match for item in in_order(kept, order)), counts, still_open)


def in_order(items: Sequence[QueueItem], order: Order) -> Sequence[QueueItem]:
    """Put items that stand in document order into another one; equals stay in document order."""
    match order:
        case Order.DOCUMENT:
            return items
        case Order.MOST_CERTAIN:
            return sorted(items, key=lambda item: -item.confidence)
        case Order.LEAST_CERTAIN:
            return sorted(items, key=lambda item: abs(item.confidence - 0.5))


def fold(text: str) -> str:
    """Return a text without case, accents, ligatures and typographic apostrophes, for looking things up."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return _COMBINING.sub("", unicodedata.normalize("NFKD", folded)).translate(_LETTERS)


def terms(text: str) -> tuple[str, ...]:
    """Return the folded words of what was typed: a match is found when it holds each of them."""
    return tuple(fold(text).split())


def nearest(
    full: Sequence[MatchId], shown: Sequence[MatchId], anchor: MatchId | None, step: int
) -> int | None:
    """Return the row of `shown` that comes `step` (1 or -1) after `anchor`, or None at the end.

    `full` holds all matches in the order of `shown`; the anchor itself need not be shown: its place
    counts. Without an anchor the walk begins at the first row, or at the last one backwards.
    """
    places = {match: place for place, match in enumerate(full)}
    if not shown:
        return None
    if anchor is None or anchor not in places:
        return 0 if step > 0 else len(shown) - 1
    at = places[anchor]
    if step > 0:
        return next((row for row, match in enumerate(shown) if places[match] > at), None)
    return next((row for row in reversed(range(len(shown))) if places[shown[row]] < at), None)
