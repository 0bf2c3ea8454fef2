"""By what the review queue is narrowed, beside the verdict, the kinds of difference and the text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import TypeAlias

from reconciler.gui.review.arrangement import QueueItem
from reconciler.gui.strength import Strength
from reconciler.model import MatchId, SourceId

Pair: TypeAlias = tuple[SourceId, SourceId]
"""Two sources, the one that was added first at the left."""

_PAIR = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class Trait(StrEnum):
    """What a match can have: a decision of the analyst of this session, a note, a pin."""

    MINE = "mine"
    NOTED = "noted"
    PINNED = "pinned"


Facet: TypeAlias = Strength | Trait | Pair
"""One thing that matches are asked for: all that are chosen must hold, of several strengths one."""


def with_facet(chosen: frozenset[Facet], facet: Facet) -> frozenset[Facet]:
    """Ask for one thing more; another pair of sources takes the place of the one before."""
    if isinstance(facet, tuple):
        chosen = frozenset(one for one in chosen if not isinstance(one, tuple))
    return chosen | {facet}


def narrowed(
    items: Sequence[QueueItem], by: frozenset[Facet], mine: AbstractSet[MatchId] = frozenset()
) -> Sequence[QueueItem]:
    """Return the items that have what is asked for, in order; `mine` holds what this analyst decided."""
    strengths = {one for one in by if isinstance(one, Strength)}
    if strengths:
        items = [item for item in items if Strength.of(item.confidence) in strengths]
    for pair in by:
        if isinstance(pair, tuple):
            items = [item for item in items if item.pair == pair]
    if Trait.NOTED in by:
        items = [item for item in items if item.noted]
    if Trait.PINNED in by:
        items = [item for item in items if item.pinned]
    return [item for item in items if item.match in mine] if Trait.MINE in by else items


def count_facets(items: Sequence[QueueItem], mine: AbstractSet[MatchId]) -> Mapping[Facet, int]:
    """Count how many of these items have what can be asked for."""
    counts: Counter[Facet] = Counter([Strength.of(item.confidence) for item in items])
    counts.update([item.pair for item in items if item.pair is not None])
    counts[Trait.NOTED] = sum(item.noted for item in items)
    counts[Trait.PINNED] = sum(item.pinned for item in items)
    counts[Trait.MINE] = sum(item.match in mine for item in items)
    return counts


def facet_words(chosen: Iterable[Facet]) -> tuple[str, ...]:
    """Return what is chosen as words to keep in a file."""
    return tuple(sorted("-".join(map(str, one)) if isinstance(one, tuple) else one.value for one in chosen))


def facets_of(words: Iterable[str], sources: frozenset[SourceId]) -> frozenset[Facet]:
    """Return what words of a file stand for; what they no longer stand for is passed over."""
    chosen: frozenset[Facet] = frozenset()
    for word in words:
        if word in set(Strength):
            chosen |= {Strength(word)}
        elif word in set(Trait):
            chosen |= {Trait(word)}
        elif found := _PAIR.fullmatch(word):
            pair = SourceId(int(found[1])), SourceId(int(found[2]))
            chosen = with_facet(chosen, pair) if sources.issuperset(pair) else chosen
    return chosen
