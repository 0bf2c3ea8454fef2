"""Where ribbons run in the gutter: the shape of each link between its two statements in view.

A statement with several links shares its edge among them in the order of their other ends, so
that ribbons leave a statement side by side instead of on top of each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from reconciler.gui.panes.links import Link, Links, Side
from reconciler.gui.panes.scroll_sync import Extents
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId

THICKEST = 84.0
BEYOND = 48.0
"""How thick a ribbon is at most at an end that is out of view."""
STEEPEST = 220.0
"""How far a ribbon rises or falls at most that leads out of view: all that lead far off look alike."""
GAP = 2.0


@cache
def _parameter(share: float) -> float:
    """Return the parameter at which a cubic with control points half way has come so far across."""
    low, high = 0.0, 1.0
    for _ in range(18):
        t = (low + high) / 2
        if 1.5 * t * (1 - t) + t**3 < share:
            low = t
        else:
            high = t
    return (low + high) / 2


def _rise(share: float) -> float:
    """Return how far such a cubic has risen at a share of its width."""
    t = _parameter(share)
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

    def shape(self, width: int, reach: float = 1.0) -> "Shape":
        """Return the ribbon as it runs through a gutter of a width in pixels.

        `reach` is how far it goes, as a share of that width, from the end that is seen.
        """
        x, far_x = (0.0, float(width)) if self.left_seen else (float(width), 0.0)
        near, far = (self.left, self.right) if self.left_seen else (self.right, self.left)
        upper = _curve(x, near.top, far_x, far.top, reach)
        lower = _curve(x, near.bottom, far_x, far.bottom, reach)
        edges = QPainterPath(upper[0])
        edges.cubicTo(*upper[1:])
        body = QPainterPath(edges)
        body.lineTo(lower[3])
        body.cubicTo(lower[2], lower[1], lower[0])
        body.closeSubpath()
        edges.moveTo(lower[0])
        edges.cubicTo(*lower[1:])
        return Shape(body, edges)


def _curve(
    x: float, y: float, far_x: float, far_y: float, reach: float
) -> tuple[QPointF, QPointF, QPointF, QPointF]:
    """Return where a curve across begins, its control points, and where it ends: after a share of its way."""
    if reach >= 1:
        half = (x + far_x) / 2
        return QPointF(x, y), QPointF(half, y), QPointF(half, far_y), QPointF(far_x, far_y)
    t = _parameter(reach)
    wide, high = far_x - x, far_y - y
    # De Casteljau's algorithm: y keeps still until half way, x comes half way at either control point.
    return (
        QPointF(x, y),
        QPointF(x + wide * t / 2, y),
        QPointF(x + wide * (t - t * t / 2), y + high * t * t),
        QPointF(x + wide * (1.5 * t * (1 - t) + t**3), y + high * t * t * (3 - 2 * t)),
    )


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


def ports(links: Sequence[Link], side: Side, top: float, bottom: float) -> dict[MatchId, Port]:
    """Divide a statement's edge among its links, in the order of the statements they lead to."""
    ordered = sorted((link.place(side.other), link.match, link) for link in links)
    wanted = [share_of_edge(link) for _, _, link in ordered]
    height = bottom - top
    scale = height / max(sum(wanted), 1.0)
    free = height - scale * sum(wanted)
    at = top + free / 2
    found: dict[MatchId, Port] = {}
    for (_, match, _), share in zip(ordered, wanted, strict=True):
        room = share * scale
        thick = min(max(room - GAP, 1.0), THICKEST)
        middle = at + room / 2
        found[match] = Port(middle - thick / 2, middle + thick / 2)
        at += room
    return found


def ribbons(
    links: Links,
    extents: tuple[Extents, Extents],
    scrolls: tuple[float, float],
    height: float,
    whole: MatchId | None,
) -> list[Ribbon]:
    """Return the ribbons of all links with an end in view; that of `whole` takes the full edge."""
    seen = tuple(
        extent.visible(scroll, scroll + height) for extent, scroll in zip(extents, scrolls, strict=True)
    )
    shared: dict[tuple[Side, int], dict[MatchId, Port]] = {}

    def port(side: Side, link: Link) -> Port:
        place = link.place(side)
        top = extents[side].tops[place] - scrolls[side]
        bottom = extents[side].bottoms[place] - scrolls[side]
        if link.match == whole and link.state is not MatchState.REJECTED:
            return Port(top, bottom)
        if (side, place) not in shared:
            shared[side, place] = ports(links.around(side, place), side, top, bottom)
        return shared[side, place][link.match]

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
