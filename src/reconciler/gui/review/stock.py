"""All matches as the queue begins with them: put together on the worker for a large case, else at once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from reconciler.gui.review.arrangement import Order, QueueItem, in_passing
from reconciler.gui.review.ordered import Ordered
from reconciler.model import Match, MatchId, SourceId, Standing, StatementId

STEADY = (Order.DOCUMENT, Order.MOST_CERTAIN, Order.LEAST_CERTAIN)
"""Orders that a verdict does not change, but for what has one coming last in that by doubt."""


@dataclass(frozen=True, slots=True)
class QueueStock:
    """All live matches in document order, with what they are looked up by. Whoever takes it owns it.

    `statements` are those in which they stand, each once; `noted` the matches with a note; `ordered`
    holds them in the orders in which they will be wanted first.
    """

    items: list[QueueItem]
    places: dict[MatchId, int]
    ends: dict[MatchId, tuple[StatementId, StatementId]]
    statements: tuple[StatementId, ...]
    noted: set[MatchId]
    ordered: dict[Order, Ordered]


def take_stock(
    matches: Mapping[MatchId, Match],
    standing: Callable[[MatchId], Standing],
    again: Callable[[MatchId], bool],
    source_of: Callable[[StatementId], SourceId],
    *,
    pinned: Collection[MatchId],
    orders: Collection[Order] = (),
) -> QueueStock:
    """Put together what the queue begins with; `again` is asked of matches without a verdict alone."""
    ends = {number: (match.left, match.right) for number, match in matches.items()}
    items: list[QueueItem] = []
    for number, match in matches.items():
        stands = standing(number)
        verdict = stands.verdict
        pair = source_of(match.left), source_of(match.right)
        items.append(
            QueueItem(
                number,
                verdict,
                match.confidence,
                verdict is None and again(number),
                pair,
                bool(stands.note),
                number in pinned,
            )
        )
    return QueueStock(
        items,
        {item.match: place for place, item in enumerate(items)},
        ends,
        tuple(dict.fromkeys(end for pair in ends.values() for end in pair)),
        {item.match for item in items if item.noted},
        {order: Ordered(in_passing(items, order)) for order in orders if order in STEADY},
    )
