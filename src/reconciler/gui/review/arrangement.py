"""Which matches the review queue shows and in which order: pure functions over values."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reconciler.model import MatchId, SignalKind, SourceId, Verdict

_COMBINING = re.compile("[\u0300-\u036f]+")
_LETTERS = (("’", "'"), ("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ʼ", "'"))


class Filter(StrEnum):
    """Which matches are shown, by their verdict.

    Those to look at again had one, on words that are others now; they are to review as well.
    """

    TO_REVIEW = "to_review"
    AGAIN = "again"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
    ALL = "all"

    @property
    def verdicts(self) -> tuple[Verdict | None, ...]:
        """The verdicts of the matches shown; unsure counts neither as open nor as decided."""
        match self:
            case Filter.ALL:
                return (None, *Verdict)
            case Filter.TO_REVIEW | Filter.AGAIN:
                return (None,)
            case Filter.CONFIRMED:
                return (Verdict.CONFIRMED,)
            case Filter.REJECTED:
                return (Verdict.REJECTED,)
            case Filter.UNSURE:
                return (Verdict.UNSURE,)


class Order(StrEnum):
    """In which order matches are shown.

    Least certain are those closest to an even chance; what has a verdict is certain, and comes last.
    The strongest finding and the latest decision are no matter of the items: see `Rank`.
    """

    DOCUMENT = "document"
    MOST_CERTAIN = "most_certain"
    LEAST_CERTAIN = "least_certain"
    STRONGEST = "strongest"
    LATEST = "latest"


Rank: TypeAlias = Callable[[MatchId], tuple[float, ...]]
"""What says how far to the front a match comes, the lowest first, in an order that only the case knows."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """What the queue has to know of a match to place it."""

    match: MatchId
    verdict: Verdict | None
    confidence: float
    again: bool = False
    pair: tuple[SourceId, SourceId] | None = None
    noted: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The matches shown, in order, and how many each filter would show under the same text."""

    shown: tuple[MatchId, ...]
    counts: Mapping[Filter, int]
    open: int


@dataclass(frozen=True, slots=True)
class KindCounts:
    """How many matches differ in each kind, and in any of them."""

    by_kind: Mapping[SignalKind, int]
    any: int


def arrange(
    items: Sequence[QueueItem],
    which: Filter,
    order: Order = Order.DOCUMENT,
    found: Callable[[MatchId], bool] | None = None,
    rank: Rank | None = None,
) -> Arrangement:
    """Filter, count and order matches.

    `items` stand in document order; `found` says whether a match holds the text looked for; `rank`
    is needed for the orders that speak of findings and decisions.
    `Arrangement.open` counts all matches without a verdict, whatever the text.
    """
    candidates = items if found is None else [item for item in items if found(item.match)]
    verdicts = Counter([item.verdict for item in candidates])
    counts = {one: sum(verdicts[verdict] for verdict in one.verdicts) for one in Filter}
    again = [item for item in candidates if item.again]
    counts[Filter.AGAIN] = len(again)
    kept = candidates
    if which is Filter.AGAIN:
        kept = again
    elif which is not Filter.ALL:
        (wanted,) = which.verdicts
        kept = [item for item in candidates if item.verdict is wanted]
    still_open = [item.verdict for item in items].count(None)
    return Arrangement(tuple([item.match for item in in_order(kept, order, rank)]), counts, still_open)


def differing(
    kinds: Mapping[MatchId, frozenset[SignalKind]],
    wanted: frozenset[SignalKind],
    found: Callable[[MatchId], bool] | None = None,
) -> Callable[[MatchId], bool] | None:
    """Narrow what is looked for to the matches that differ in one of the wanted kinds, if any is wanted.

    `kinds` holds what is known; a match that is not known yet is not shown.
    """
    if not wanted:
        return found
    none: frozenset[SignalKind] = frozenset()

    def differs(match: MatchId) -> bool:
        return not wanted.isdisjoint(kinds.get(match, none)) and (found is None or found(match))

    return differs


def count_kinds(
    items: Sequence[QueueItem],
    which: Filter,
    kinds: Mapping[MatchId, frozenset[SignalKind]],
    found: Callable[[MatchId], bool] | None = None,
) -> KindCounts:
    """Count in how many of the matches that a filter shows there is a difference of each kind."""
    verdicts = which.verdicts
    none: frozenset[SignalKind] = frozenset()
    together = Counter(
        kinds.get(item.match, none)
        for item in items
        if item.verdict in verdicts
        and (item.again or which is not Filter.AGAIN)
        and (found is None or found(item.match))
    )
    by_kind = {kind: sum(count for has, count in together.items() if kind in has) for kind in SignalKind}
    return KindCounts(by_kind, together.total() - together[none])


def in_order(items: Sequence[QueueItem], order: Order, rank: Rank | None = None) -> Sequence[QueueItem]:
    """Put items that stand in document order into another one; equals stay in document order."""
    match order:
        case Order.DOCUMENT:
            return items
        case Order.MOST_CERTAIN:
            return sorted(items, key=lambda item: -item.confidence)
        case Order.LEAST_CERTAIN:
            return sorted(items, key=lambda item: (item.verdict is not None, _distance(item)))
        case Order.STRONGEST | Order.LATEST:
            return items if rank is None else sorted(items, key=lambda item: rank(item.match))


def in_passing(items: Sequence[QueueItem], order: Order, rank: Rank | None = None) -> Sequence[QueueItem]:
    """Put items into an order in which a verdict moves nothing, to go on from what was just decided."""
    if order is Order.LEAST_CERTAIN:
        return sorted(items, key=_distance)
    return items if order is Order.LATEST else in_order(items, order, rank)


def _distance(item: QueueItem) -> float:
    """Return how far from an even chance a match is."""
    return abs(item.confidence - 0.5)


def fold(text: str) -> str:
    """Return a text without case, accents, ligatures and typographic apostrophes, for looking things up."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _COMBINING.sub("", unicodedata.normalize("NFKD", folded))
    for letter, plain in _LETTERS:
        folded = folded.replace(letter, plain)
    return folded


def terms(text: str) -> tuple[str, ...]:
    """Return the folded words of what was typed: a match is found when it holds each of them."""
    return tuple(fold(text).split())


def nearest(
    places: Mapping[MatchId, int], shown: Sequence[MatchId], anchor: MatchId | None, step: int
) -> int | None:
    """Return the row of `shown` that comes `step` (1 or -1) after `anchor`, or None at the end.

    `places` holds all matches in the order of `shown`; the anchor itself need not be shown: its place
    counts. Without an anchor the walk begins at the first row, or at the last one backwards.
    """
    if not shown:
        return None
    if anchor is None or anchor not in places:
        return 0 if step > 0 else len(shown) - 1
    at = places[anchor]
    if step > 0:
        row = bisect_right(shown, at, key=places.__getitem__)
        return row if row < len(shown) else None
    row = bisect_left(shown, at, key=places.__getitem__) - 1
    return row if row >= 0 else None
