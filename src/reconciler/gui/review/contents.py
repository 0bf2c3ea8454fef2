"""What the queue knows of all matches of the case, kept up to date match by match."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reconciler.gui.review.arrangement import (
    Arrangement,
    Filter,
    Order,
    QueueItem,
    Rank,
    arrange,
    fold,
    in_order,
    in_passing,
    terms,
)
from reconciler.gui.review.folded import FoldedStatements
from reconciler.gui.review.narrowing import Facet, Trait, narrowed
from reconciler.gui.review.ordered import Ordered
from reconciler.gui.review.stock import STEADY, QueueStock, take_stock
from reconciler.gui.session import Session
from reconciler.model import Act, Change, MadeBy, MatchId, StatementId, Verdict

FEW = 500
"""So many matches that come or go are put in or taken out one by one."""
CERTAIN = 1.0
LIKELY = 0.5
"""Findings of weaker proposals come behind all others, as in the list of all findings."""


class QueueContents:
    """All live matches in document order with their verdicts, and what they can be looked up by."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._items: list[QueueItem] = []
        self._places: dict[MatchId, int] = {}
        self._ends: dict[MatchId, tuple[StatementId, StatementId]] = {}
        self._folded = FoldedStatements()
        self._notes: dict[MatchId, str] = {}
        self._unread: set[MatchId] = set()
        self._decided: dict[MatchId, tuple[float, str]] = {}
        self._ordered: dict[Order, Ordered] = {}
        self._last_found: tuple[tuple[str, ...], list[MatchId]] | None = None

    def __contains__(self, match: object) -> bool:
        return match in self._places

    @property
    def items(self) -> list[QueueItem]:
        """All matches in document order."""
        return self._items

    def verdict(self, match: MatchId) -> Verdict | None:
        """Return the verdict of a match; None also for one that is not live."""
        place = self._places.get(match)
        return None if place is None else self._items[place].verdict

    def fill(self, stock: QueueStock | None = None) -> None:
        """Take all matches in anew, or as they were put together already."""
        stock = self._stock() if stock is None else stock
        self._last_found = None
        self._notes.clear()
        self._decided.clear()
        self._folded.follow(self._session.case, stock.statements)
        self._items, self._places, self._ends = stock.items, stock.places, stock.ends
        self._unread, self._ordered = stock.noted, stock.ordered

    def _stock(self) -> QueueStock:
        session, case = self._session, self._session.case
        if case is None:
            return QueueStock([], {}, {}, (), set(), {})
        statement, matches = case.statement, case.matches
        return take_stock(
            matches,
            session.standing,
            case.is_flagged,
            lambda one: statement(one).source,
            pinned=case.pinned(),
        )

    def follow(self, change: Change) -> None:
        """Take in that matches came or went; all of them anew where more may be different than is said."""
        case = self._session.case
        live = {} if case is None else case.matches
        gone = [one for one in change.matches if one in self._places and one not in live]
        come = [one for one in change.matches if one in live and one not in self._places]
        accounted = len(self._items) - len(gone) + len(come) == len(live)
        if case is None or change.sources or len(change.matches) > FEW or not accounted:
            self.fill()
            return
        for place in sorted((self._places[one] for one in gone), reverse=True):
            del self._items[place]
        for one in gone:
            del self._ends[one]
            self._notes.pop(one, None)
            self._unread.discard(one)
            self._decided.pop(one, None)
        self._places = dict(zip(live, range(len(live)), strict=True))
        self._ends.update((one, case.ends(one)) for one in come)
        self._folded.add(end for one in come for end in self._ends[one])
        new = [self._item(one, live[one].confidence, pinned=case.is_pinned(one)) for one in come]
        for item in sorted(new, key=lambda item: self._places[item.match]):
            self._items.insert(self._places[item.match], item)
        document = self._ordered.get(Order.DOCUMENT)
        self._ordered.clear()
        if document is not None:
            document.change(self._places, gone, new)
            self._ordered[Order.DOCUMENT] = document
        self.refresh(change.matches)

    def refresh(self, matches: Iterable[MatchId]) -> None:
        """Take in what changed of these matches."""
        case = self._session.case
        live = {} if case is None else case.matches
        self._last_found = None
        for match in matches:
            place = self._places.get(match)
            if place is not None:
                pinned = case is not None and case.is_pinned(match)
                item = self._items[place] = self._item(match, live[match].confidence, pinned=pinned)
                for ordered in self._ordered.values():
                    ordered.refresh(item)
                self._notes.pop(match, None)
                self._unread.discard(match)
                if item.noted:
                    self._unread.add(match)
                self._decided.pop(match, None)

    def prepare(self, seconds: float) -> bool:
        """Make ready for the first word typed, for about so long; answers whether more is to do."""
        return self._folded.fold_for(seconds)

    def finder(self, text: str, facets: frozenset[Facet] = frozenset()) -> Callable[[MatchId], bool] | None:
        """Return what says whether a match holds each of the words typed and has what is asked for.

        None when nothing was typed and nothing is asked for.
        """
        wanted = terms(text)
        if not wanted and not facets:
            return None
        found = self._among(wanted, facets)
        for word in wanted:
            statements, notes = self._folded.holding(word), self._noted(word)
            ends = self._ends.items() if found is None else [(match, self._ends[match]) for match in found]
            found = [
                match
                for match, (left, right) in ends
                if left in statements or right in statements or match in notes
            ]
        found = found or []
        self._last_found = None if facets else (wanted, found)
        return frozenset(found).__contains__

    def _among(self, wanted: tuple[str, ...], facets: frozenset[Facet]) -> list[MatchId] | None:
        """Return the matches among which words are looked up, or None for all of them."""
        if not facets:
            words, found = self._last_found or ((), [])
            # What holds the words that are typed on holds what they were so far.
            typed_on = bool(words) and len(words) == len(wanted)
            typed_on = typed_on and all(word in now for word, now in zip(words, wanted, strict=True))
            return found if typed_on else None
        mine = self.mine() if Trait.MINE in facets else frozenset()
        return [item.match for item in narrowed(self._items, facets, mine)]

    def arrange(
        self, which: Filter, order: Order, found: Callable[[MatchId], bool] | None = None
    ) -> Arrangement:
        """Return what a filter shows in an order, of all matches or of those that `found` holds of."""
        if order in STEADY:
            open_first = order is Order.LEAST_CERTAIN
            return self._in(order).arrangement(which, open_first=open_first, found=found)
        return arrange(self._items, which, order, found, self.rank(order))

    def places(self, which: Filter, order: Order) -> Mapping[MatchId, int]:
        """Return the place of each match among all as a filter shows them; one that left keeps its place."""
        open_only = which in (Filter.TO_REVIEW, Filter.AGAIN)
        if open_only or (order is not Order.LATEST and which is not Filter.ALL):
            return self.passing(order)
        if order in (Order.DOCUMENT, Order.MOST_CERTAIN):
            return self.passing(order)
        return _placed(in_order(self._items, order, self.rank(order)))

    def passing(self, order: Order) -> Mapping[MatchId, int]:
        """Return the place of each match in an order in which a verdict moves nothing."""
        if order is Order.LATEST:
            order = Order.DOCUMENT
        if order in STEADY:
            return self._in(order).places
        return _placed(in_passing(self._items, order, self.rank(order)))

    def _in(self, order: Order) -> Ordered:
        if order not in self._ordered:
            self._ordered[order] = Ordered(in_passing(self._items, order))
        return self._ordered[order]

    def mine(self) -> frozenset[MatchId]:
        """Return the matches with a decision or a note of which the last is this analyst's."""
        case = self._session.case
        if case is None:
            return frozenset()
        unsaved, me = self._session.unsaved, case.analyst
        touched = [item.match for item in self._items if item.verdict is not None or item.noted]
        return frozenset(match for match in touched if match in unsaved or self._last(match)[1] == me)

    def rank(self, order: Order) -> Rank | None:
        """Return what puts matches into an order that the items don't know; None for other orders."""
        match order:
            case Order.LATEST:
                return lambda match: (-self._last(match)[0],)
            case Order.STRONGEST:
                return self._finding_rank
            case _:
                return None

    def _item(self, match: MatchId, confidence: float, *, pinned: bool) -> QueueItem:
        case = self._session.case
        assert case is not None  # noqa: S101
        standing = self._session.standing(match)
        left, right = self._ends[match]
        pair = case.statement(left).source, case.statement(right).source
        again = standing.verdict is None and case.is_flagged(match)
        return QueueItem(match, standing.verdict, confidence, again, pair, bool(standing.note), pinned)

    def _noted(self, word: str) -> set[MatchId]:
        for match in self._unread:
            self._notes[match] = fold(self._session.standing(match).note)
        self._unread.clear()
        return {match for match, note in self._notes.items() if word in note}

    def _last(self, match: MatchId) -> tuple[float, str]:
        """Return the number of the last decision on a match, 0 without any, and who made it.

        A note is no decision, but counts for who where nothing else does; an act that waits is the last.
        """
        known = self._decided.get(match)
        if known is None:
            case = self._session.case
            assert case is not None  # noqa: S101
            rows = case.decisions(match)
            decided = [row for row in rows if row.act is not Act.NOTE]
            number = float(decided[-1].id) if decided else 0.0
            if match in self._session.unsaved:
                number = float("inf")
            who = (decided or rows)[-1].analyst if rows else ""
            known = self._decided[match] = number, who
        return known

    def _finding_rank(self, match: MatchId) -> tuple[float, ...]:
        """Return what puts the strongest finding first; what is not compared yet, and what agrees, last."""
        from reconciler.alignment.differences import strength

        case, differing = self._session.case, self._session.differing
        assert case is not None  # noqa: S101
        if not differing.known.get(match):
            return (2.0,)
        proposed = case.matches[match]
        # While confidence is hidden the order must not tell it.
        plain = proposed.made_by is MadeBy.HAND or not case.score_visible
        likely = CERTAIN if plain else proposed.confidence
        strongest = max(strength(each) for each in differing.noted(match))
        return float(likely < LIKELY), -strongest, -likely


def _placed(items: Sequence[QueueItem]) -> dict[MatchId, int]:
    return {item.match: place for place, item in enumerate(items)}
