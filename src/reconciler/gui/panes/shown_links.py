"""The matches among all articles that are shown: between neighbours, where ribbons run, and farther apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reconciler.gui.panes.contents import FEWEST, PaneContents
from reconciler.gui.panes.links import EVEN, STRENGTH, Link, Links, Side
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState
from reconciler.model import Match, MatchId, StatementId

Pair = tuple[int, int]
"""Two panes, the left one first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link with the two panes that it ties together, counted from 0 at the left."""

    link: Link
    left: int
    right: int

    @property
    def ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The pane and the place of both statements."""
        return (self.left, self.link.left), (self.right, self.link.right)

    @property
    def is_near(self) -> bool:
        """Whether the two panes stand side by side."""
        return self.right == self.left + 1

    def side(self, pane: int) -> Side:
        """Return which end of the link stands in a pane."""
        return Side.LEFT if pane == self.left else Side.RIGHT

    def opposite(self, pane: int) -> int:
        """Return the pane at the other end."""
        return self.right if pane == self.left else self.left


class ShownLinks:
    """All links among the panes, looked up by match and by statement; a statement by pane and place."""

    def __init__(self) -> None:
        self._panes = FEWEST
        self._between: dict[Pair, Links] = {(0, 1): Links()}

    def renew(self, session: Session, contents: PaneContents) -> None:
        """Take all links anew."""
        self._panes = len(contents.panes)
        ready = session.ready
        if ready is not None and ready.sources == contents.sources and contents.is_present:
            self._between = {(0, 1): ready.links}
            return
        found = _of_session(session, contents)
        near = ((pane, pane + 1) for pane in range(self._panes - 1))
        self._between = {pair: Links(found.pop(pair, ())) for pair in near}
        self._between |= {pair: Links(links) for pair, links in found.items()}

    def follow(
        self, session: Session, contents: PaneContents, matches: Iterable[MatchId]
    ) -> set[tuple[int, int]]:
        """Take in that matches came, went or are others; returns the panes and places of their statements."""
        case, touched = session.case, set[tuple[int, int]]()
        live = {} if case is None else case.matches
        for number in matches:
            tie, match = self.get(number), live.get(number)
            if tie is not None:
                self._between[tie.left, tie.right].remove(number)
                touched.update(tie.ends)
            if match is not None and case is not None:
                states = {number: session.state(number)}
                found = links_among((match,), contents.where, states, is_told=case.score_visible)
                for pair, links in found.items():
                    self._between.setdefault(pair, Links()).put(links[0])
                    touched.update(Tie(links[0], *pair).ends)
        return touched

    @property
    def gutters(self) -> tuple[Links, ...]:
        """The links between neighbours, gutter by gutter."""
        return tuple(self._between[pane, pane + 1] for pane in range(self._panes - 1))

    def all(self) -> Iterator[Link]:
        """Return every link."""
        for links in self._between.values():
            yield from links.all()

    def get(self, match: MatchId | None) -> Tie | None:
        """Return the link of a match, or None when it is not among what is shown."""
        for pair, links in self._between.items():
            link = links.get(match)
            if link is not None:
                return Tie(link, *pair)
        return None

    def of(self, pane: int, place: int) -> list[Tie]:
        """Return the links of a statement to its neighbours, the strongest and surest first."""
        return [tie for tie in self.everywhere(pane, place) if tie.is_near]

    def everywhere(self, pane: int, place: int) -> list[Tie]:
        """Return the links of a statement to all other panes, the strongest and surest first."""
        found = [
            Tie(link, *pair)
            for pair, links in self._between.items()
            if pane in pair
            for link in links.of(Side.LEFT if pane == pair[0] else Side.RIGHT, place)
        ]
        return sorted(found, key=lambda tie: (-STRENGTH.index(tie.link.state), -tie.link.confidence))

    def _beside(self, pane: int) -> Iterator[tuple[Links, Side]]:
        """Return the links through the gutters of a pane, with the side that the pane is of each."""
        if pane > 0:
            yield self._between[pane - 1, pane], Side.RIGHT
        if pane < self._panes - 1:
            yield self._between[pane, pane + 1], Side.LEFT

    def state(self, pane: int, place: int) -> MatchState | None:
        """Return the strongest state of a statement's matches with its neighbours, or None without any."""
        found = [state for links, side in self._beside(pane) if (state := links.state(side, place))]
        return max(found, key=STRENGTH.index, default=None)

    def states(self, pane: int, count: int) -> dict[int, MatchState | None]:
        """Return the strongest states of the first `count` statements of a pane."""
        beside = [links.states(side) for links, side in self._beside(pane)]
        if len(beside) == 1:
            state = beside[0].get
            return {place: state(place) for place in range(count)}
        return {place: self.state(pane, place) for place in range(count)}

    def edges(self, pane: int, place: int) -> tuple[MatchState | None, MatchState | None]:
        """Return the states of a statement's matches towards the left and the right neighbour."""
        found = {side: links.state(side, place) for links, side in self._beside(pane)}
        return found.get(Side.RIGHT), found.get(Side.LEFT)

    def is_open(self, pane: int, place: int) -> bool:
        """Whether a match of a statement with a neighbour waits for a verdict."""
        return any(links.is_open(side, place) for links, side in self._beside(pane))

    def decided(self, pane: int) -> frozenset[int]:
        """Return the places of a pane with matches none of which waits for a verdict."""
        found = frozenset[int]().union(*(links.decided(side) for links, side in self._beside(pane)))
        return frozenset(place for place in found if not self.is_open(pane, place))

    def linked(self, pane: int) -> int:
        """Return how many statements of a pane have a match with a neighbour that was not rejected."""
        places = [links.linked(side) for links, side in self._beside(pane)]
        # The places beside one gutter are only counted: after a key there is no time to copy 20,000.
        return len(places[0]) if len(places) == 1 else len(frozenset[int]().union(*places))

    def update(self, states: Mapping[MatchId, MatchState]) -> tuple[Tie, ...]:
        """Take in new states of links that are here; returns those that changed."""
        return tuple(
            Tie(link, *pair) for pair, links in self._between.items() for link in links.update(states)
        )


def _of_session(session: Session, contents: PaneContents) -> dict[Pair, list[Link]]:
    case = session.case
    if case is None:
        return {}
    return links_among(case.matches.values(), contents.where, session.states(), is_told=case.score_visible)


def links_among(
    matches: Iterable[Match],
    where: Callable[[StatementId], tuple[int, int] | None],
    states: Mapping[MatchId, MatchState],
    *,
    is_told: bool,
) -> dict[Pair, list[Link]]:
    """Return the links between each two panes; `where` says in which pane a statement is, and its place.

    While confidence is hidden, neither ribbons nor the order of counterparts may tell it.
    """
    found: defaultdict[Pair, list[Link]] = defaultdict(list)
    for match in matches:
        one, other = where(match.left), where(match.right)
        if one is None or other is None or one[0] == other[0]:
            continue
        # The case puts the earlier source first; the panes may show them the other way round.
        left, right = (one, other) if one[0] < other[0] else (other, one)
        confidence = match.confidence if is_told else EVEN
        found[left[0], right[0]].append(Link(match.id, left[1], right[1], confidence, states[match.id]))
    return found
