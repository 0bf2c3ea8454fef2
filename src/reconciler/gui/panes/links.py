"""The matches between two articles that stand side by side, by the places of their statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import IntEnum

from reconciler.gui.panes.scroll_sync import Rung
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId

CONFIRMED_WEIGHT = 2.0
UNSURE_SHARE = 0.5
EVEN = 0.5
STRENGTH = (MatchState.REJECTED, MatchState.PROPOSED, MatchState.UNSURE, MatchState.CONFIRMED)
"""From the weakest state of a match to the strongest."""
_RANK = {state: rank for rank, state in enumerate(STRENGTH)}


class Side(IntEnum):
    """Which of two neighbours: the ends of a link, and of the gutter that it runs through."""

    LEFT = 0
    RIGHT = 1

    @property
    def other(self) -> "Side":
        """The end opposite."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class Link:
    """A match as the panes show it; places count the statements of each pane from 0."""

    match: MatchId
    left: int
    right: int
    confidence: float
    state: MatchState

    def place(self, side: Side) -> int:
        """Return the place of the statement that the link has on a side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def rung(self) -> Rung:
        """What the link is worth to linked scrolling."""
        weight = {
            MatchState.CONFIRMED: CONFIRMED_WEIGHT,
            MatchState.UNSURE: self.confidence * UNSURE_SHARE,
        }.get(self.state, self.confidence)
        return Rung(self.left, self.right, weight + 1e-6)


class Links:
    """All links between two sources, looked up by match and by statement."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._links = {link.match: link for link in links}
        places: tuple[defaultdict[int, list[MatchId]], ...] = (defaultdict(list), defaultdict(list))
        self._states: tuple[dict[int, MatchState], ...] = ({}, {})
        for link in self._links.values():
            state = link.state
            for by_place, states, place in zip(places, self._states, (link.left, link.right), strict=True):
                by_place[place].append(link.match)
                if place not in states or _RANK[states[place]] < _RANK[state]:
                    states[place] = state
        self._by_place = tuple(dict(by_place) for by_place in places)
        self._linked: tuple[set[int], ...] = tuple(
            {place for place, state in states.items() if state is not MatchState.REJECTED}
            for states in self._states
        )

    def put(self, link: Link) -> None:
        """Add a link of a match that has none here."""
        self._links[link.match] = link
        for side in Side:
            self._by_place[side].setdefault(link.place(side), []).append(link.match)
            self._weigh(side, link.place(side))

    def remove(self, match: MatchId) -> None:
        """Take the link of a match out."""
        link = self._links.pop(match)
        for side in Side:
            self._by_place[side][link.place(side)].remove(match)
            self._weigh(side, link.place(side))

    def _weigh(self, side: Side, place: int) -> None:
        states = [self._links[match].state for match in self._by_place[side][place]]
        if not states:
            del self._by_place[side][place]
            self._states[side].pop(place, None)
            self._linked[side].discard(place)
            return
        state = self._states[side][place] = max(states, key=_RANK.__getitem__)
        if state is MatchState.REJECTED:
            self._linked[side].discard(place)
        else:
            self._linked[side].add(place)

    def all(self) -> Iterable[Link]:
        """Return every link."""
        return self._links.values()

    def get(self, match: MatchId | None) -> Link | None:
        """Return the link of a match, or None when it is not between these two sources."""
        return self._links.get(match) if match is not None else None

    def around(self, side: Side, place: int) -> list[Link]:
        """Return the links of a statement in no order."""
        return [self._links[match] for match in self._by_place[side].get(place, ())]

    def of(self, side: Side, place: int) -> list[Link]:
        """Return the links of a statement, the strongest and surest first."""
        return sorted(
            self.around(side, place), key=lambda link: (-STRENGTH.index(link.state), -link.confidence)
        )

    def within(self, left: range, right: range) -> list[Link]:
        """Return the links with at least one end among these places."""
        found = dict.fromkeys(
            match
            for side, places in zip(Side, (left, right), strict=True)
            for place in places
            for match in self._by_place[side].get(place, ())
        )
        return [self._links[match] for match in found]

    def state(self, side: Side, place: int) -> MatchState | None:
        """Return the strongest state of a statement's matches, or None when it has none."""
        return self._states[side].get(place)

    def states(self, side: Side) -> Mapping[int, MatchState]:
        """Return the strongest state of each statement that has matches, by place."""
        return self._states[side]

    def decided(self, side: Side) -> frozenset[int]:
        """Return the places of a side with matches none of which waits for a verdict."""
        return frozenset(place for place in self._by_place[side] if self.is_decided(side, place))

    def is_open(self, side: Side, place: int) -> bool:
        """Whether a match of a statement waits for a verdict."""
        matches = self._by_place[side].get(place, ())
        return any(self._links[one].state is MatchState.PROPOSED for one in matches)

    def is_decided(self, side: Side, place: int) -> bool:
        """Whether a statement has matches and none of them waits for a verdict."""
        matches = self._by_place[side].get(place, ())
        return bool(matches) and all(self._links[one].state is not MatchState.PROPOSED for one in matches)

    def linked(self, side: Side) -> AbstractSet[int]:
        """Return the places of a side with a match that was not rejected, as they stand from now on."""
        return self._linked[side]

    def rungs(self) -> list[Rung]:
        """Return what linked scrolling may follow: the matches that were not rejected."""
        return [link.rung for link in self.all() if link.state is not MatchState.REJECTED]

    def update(self, states: Mapping[MatchId, MatchState]) -> tuple[Link, ...]:
        """Take in new states of links that are here; returns those that changed."""
        changed = tuple(
            replace(link, state=state)
            for match, state in states.items()
            if (link := self._links.get(match)) is not None and link.state is not state
        )
        self._links.update((link.match, link) for link in changed)
        for link in changed:
            for side in Side:
                self._weigh(side, link.place(side))
        return changed
