"""What the views of a large case begin with: put together by the worker that has read it."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from reconciler.gui.panes.contents import FEWEST
from reconciler.gui.panes.links import Links
from reconciler.gui.panes.shown_links import links_among
from reconciler.gui.review.arrangement import Order
from reconciler.gui.review.stock import QueueStock, take_stock
from reconciler.gui.theme import MatchState
from reconciler.gui.view_state import ViewState
from reconciler.model import MatchId, SourceId, Standing, StatementId

if TYPE_CHECKING:
    from reconciler.alignment import Judgement
    from reconciler.case.loading import Outset


@dataclass(frozen=True, slots=True)
class Ready:
    """How a case stands when it is opened, as the views want it: each takes its part, which is its own then.

    `links` run between the articles of `sources`, the first two; `digest` is that of the ground on which
    the last lesson stood, or empty where there was none. It holds as long as nothing is done in the case.
    """

    standings: dict[MatchId, Standing]
    states: dict[MatchId, MatchState]
    judgements: "tuple[Judgement, ...]"
    digest: str
    queue: QueueStock
    sources: tuple[SourceId, ...]
    links: Links
    score_visible: bool

    @classmethod
    def of(cls, outset: "Outset", *, score_visible: bool) -> "Ready":
        """Put all together; runs on the worker."""
        from reconciler.case.intake import ground_digest

        states = _states(outset.standings)
        sources = outset.sources[:FEWEST]
        return cls(
            outset.standings,
            states,
            outset.judgements,
            ground_digest(outset.settings, outset.judgements) if '"lesson"' in outset.last_run else "",
            _stock(outset),
            sources,
            _links(outset, sources, states, is_told=score_visible),
            score_visible,
        )


def preload() -> None:
    """Import what the window wants of a case once it is there (40 ms), so that a worker can do it before."""
    for name in (
        "reconciler.case.claim_table",
        "reconciler.gui.by_hand",
        "reconciler.gui.claims.claims_view",
        "reconciler.gui.claims.commands",
        "reconciler.gui.mending",
        "reconciler.gui.reading_commands",
        "reconciler.gui.realigning",
        "reconciler.gui.review_commands",
        "reconciler.gui.version_commands",
    ):
        import_module(name)


def _states(standings: dict[MatchId, Standing]) -> dict[MatchId, MatchState]:
    of_verdict = MatchState.by_verdict()
    return {match: of_verdict[standing.verdict] for match, standing in standings.items()}


def _stock(outset: "Outset") -> QueueStock:
    source_of = {each.id: each.source for found in outset.statements.values() for each in found}
    order = ViewState.from_json(outset.view_state).order
    orders = {Order.DOCUMENT, *(one for one in Order if one == order)}
    return take_stock(
        outset.matches,
        outset.standings.__getitem__,
        outset.again.__contains__,
        source_of.__getitem__,
        pinned=outset.pinned,
        orders=orders,
    )


def _links(
    outset: "Outset", sources: tuple[SourceId, ...], states: dict[MatchId, MatchState], *, is_told: bool
) -> Links:
    places: dict[StatementId, tuple[int, int]] = {
        statement.id: (pane, place)
        for pane, source in enumerate(sources)
        for place, statement in enumerate(outset.statements.get(source, ()))
    }
    found = links_among(outset.matches.values(), places.get, states, is_told=is_told)
    return Links(found.get((0, 1), ()))
