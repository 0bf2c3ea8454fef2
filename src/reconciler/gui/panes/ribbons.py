"""Where ribbons run in the gutter: the shape of each link between its two statements in view.

A statement with several links shares its edge among them in the order of their other ends, so
that ribbons leave a statement side by side instead of on top of each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from reconciler.gui.panes.links import Link, Links, Side
from reconciler.gui.panes.scroll_sync import Extents
from reconciler.gui.theme import MatchState

THICKEST = 84.0
BEYOND = 48.0
"""How thick a ribbon is at most at an end that is out of view."""
STEEPEST = 220.0
"""How far a ribbon rises or falls at most that leads out of view: all that lead far off look alike."""
GAP = 2.0


def _rise(share: float) -> float:
    """Return how far a cubic with control points half way has risen at a share of its width."""
    low, high = 0.0, 1.0
    for _ in range(18):
        t = (low + high) / 2
        if 1.5 * t * (1 - t) + t**3 < share:
            low = t
        else:
            high = t
    t = (low + high) / 2
    return t * t * (3 - 2 * t)


@dataclass(frozen=True, slots=True)
class Port:
    """A stretch of a statement's edge, in pixels from the top of the gutter."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The middle of the stretch."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link as it runs through the gutter; an end that is not seen lies just beyond the window."""

    link: Link
    left: Port
    right: Port
    left_seen: bool
    right_seen: bool

    @property
    def whole(self) -> bool:
        """Whether both statements are in view."""
        return self.left_seen and self.right_seen

    def across(self, share: float) -> Port:
        """Return where the ribbon runs at a share of the gutter's width from the left."""
        rise = _rise(share)
        return Port(
            self.left.top + (self.right.top - self.left.top) * rise,
            self.left.bottom + (self.right.bottom - self.left.bottom) * rise,
        )

    def shape(self, width: int) -> "Shape":
        """Return the ribbon as it runs through a gutter of a width in pixels."""
        half, top, bottom = width / 2, (self.left.top, self.right.top), (self.left.bottom, self.right.bottom)
        edges = QPainterPath(QPointF(0, top[0]))
        edges.cubicTo(half, top[0], half, top[1], width, top[1])
        body = QPainterPath(edges)
        body.lineTo(width, bottom[1])
        body.cubicTo(half, bottom[1], half, bottom[0], 0, bottom[0])
        body.closeSubpath()
        edges.moveTo(0, bottom[0])
        edges.cubicTo(half, bottom[0], half, bottom[1], width, bottom[1])
        return Shape(body, edges)


@dataclass(frozen=True, slots=True)
class Shape:
    """What is filled of a ribbon, and its upper and lower edge."""

    body: QPainterPath
    edges: QPainterPath


def share_of_edge(link: Link) -> float:
    """Return how much of a statement's edge a link would like to have."""
    match link.state:
        case MatchState.CONFIRMED:
            return 1.0
        case MatchState.UNSURE:
            return 0.7
        case MatchState.PROPOSED:
            return 0.15 + 0.8 * link.confidence
        case MatchState.REJECTED:
            return 0.0


def ports(links: Sequence[Link], side: Side, top: float, bottom: float) -> dict[Link, Port]:
    """Divide a statement's edge among its links, in the order of the statements they lead to."""
    ordered = sorted(links, key=lambda link: (link.place(side.other), link.match))
    wanted = [share_of_edge(link) for link in ordered]
    height = bottom - top
    scale = height / max(sum(wanted), 1.0)
    free = height - scale * sum(wanted)
    at = top + free / 2
    found: dict[Link, Port] = {}
    for link, share in zip(ordered, wanted, strict=True):
        room = share * scale
        thick = min(max(room - GAP, 1.0), THICKEST)
        middle = at + room / 2
        found[link] = Port(middle - thick / 2, middle + thick / 2)
        at += room
    return found


def ribbons(
    links: Links,
    extents: tuple[Extents, Extents],
    scrolls: tuple[float, float],
    height: float,
    whole: frozenset[Link],
) -> list[Ribbon]:
    """Return the ribbons of all links with an end in view; those in `whole` take the full edge."""
    seen = tuple(
        extent.visible(scroll, scroll + height) for extent, scroll in zip(extents, scrolls, strict=True)
    )
    cache: dict[tuple[Side, int], dict[Link, Port]] = {}

    def port(side: Side, link: Link) -> Port:
        place = link.place(side)
        top = extents[side].tops[place] - scrolls[side]
        bottom = extents[side].bottoms[place] - scrolls[side]
        if link in whole and link.state is not MatchState.REJECTED:
            return Port(top, bottom)
        if (side, place) not in cache:
            cache[side, place] = ports(links.of(side, place), side, top, bottom)
        return cache[side, place][link]

    found: list[Ribbon] = []
    for link in links.within(*seen):
        if any(link.place(side) >= len(extents[side].tops) for side in Side):
            continue
        left, right = port(Side.LEFT, link), port(Side.RIGHT, link)
        left_seen, right_seen = link.left in seen[Side.LEFT], link.right in seen[Side.RIGHT]
        found.append(
            Ribbon(
                link,
                left if left_seen else _towards(left, right),
                right if right_seen else _towards(right, left),
                left_seen,
                right_seen,
            )
        )
    return found


def _towards(far: Port, near: Port) -> Port:
    """Bring an end that is out of view near the one in view, so that its ribbon leaves in a gentle curve."""
    thick = min(far.bottom - far.top, BEYOND)
    middle = near.middle + min(max(far.middle - near.middle, -STEEPEST), STEEPEST)
    return Port(middle - thick / 2, middle + thick / 2)
