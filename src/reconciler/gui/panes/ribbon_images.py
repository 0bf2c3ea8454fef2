"""Ribbons as they are painted, and pictures of those that stand still from one painting to the next.

A key changes the look of one or two ribbons, and linked scrolling moves them without changing their
shape: stroking them all anew each time would take most of what a key may take. A jump elsewhere, on the
other hand, shows each in a shape that it has once: a picture is made where the same shape comes again.
"""

from dataclasses import dataclass
from math import ceil, floor
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap

from reconciler.gui.panes.bundles import STUB_END
from reconciler.gui.panes.links import Link
from reconciler.gui.panes.ribbons import Ribbon
from reconciler.gui.theme import MatchState, Theme

DIMMED = 0.35
"""What is left of a decided ribbon's strength while focus mode is on."""
PROPOSED_DASHES = (4.0, 3.0)
UNSURE_DASHES = (1.0, 2.0)
EDGE = 2
"""Pixels around a ribbon that its edges may spread into."""
MOST_INKS = 400
GRID = 4
"""On displays of 125, 150 and 175 % pictures begin at multiples of so many pixels, which are whole dots."""


@dataclass(frozen=True, slots=True)
class Fade:
    """How a ribbon runs out: its strength at shares of the width, counted from the end in view."""

    stops: tuple[tuple[float, float], ...]

    @property
    def end(self) -> float:
        """The share of the width at which nothing of it is left."""
        return self.stops[-1][0]


WHOLE = Fade(((0.0, 1.0), (1.0, 1.0)))
LOOSE = Fade(((0.0, 0.9), (0.5, 0.0)))
BUNDLED = Fade(((0.0, 0.85), (STUB_END, 0.6)))
CURRENT = Fade(((0.0, 1.0), (0.3, 0.95), (0.75, 0.4), (1.0, 0.1)))


@dataclass(frozen=True, slots=True)
class RibbonLook:
    """The colours of a ribbon's fill and edges, how thick and in what dashes these are, how it runs out."""

    fill: int
    line: int
    thick: float
    state: MatchState
    fade: Fade

    def inks(self, width: int, *, from_left: bool) -> "Inks":
        """Return with what it is painted, beginning at one side of a gutter of a width in pixels."""
        fill, line = QColor.fromRgba(self.fill), QColor.fromRgba(self.line)
        fades = self.fade is not WHOLE
        pen = QPen(_faded(line, self.fade, width, from_left=from_left) if fades else QBrush(line), 1.0)
        # A cosmetic pen of one pixel has a much faster stroker, dashes included.
        pen.setCosmetic(True)
        if self.state is MatchState.PROPOSED:
            pen.setDashPattern(PROPOSED_DASHES)
        elif self.state is MatchState.UNSURE:
            pen.setDashPattern(UNSURE_DASHES)
        return Inks(_faded(fill, self.fade, width, from_left=from_left) if fades else QBrush(fill), pen)


@dataclass(frozen=True, slots=True)
class Inks:
    """The brush of a ribbon's fill and the pen of its edges."""

    fill: QBrush
    line: QPen


def ribbon_look(
    link: Link, theme: Theme, fade: Fade, *, current: bool, highlighted: bool, dims_decided: bool
) -> RibbonLook:
    """Return how a link that was not rejected looks."""
    ink, thick = theme.state(link.state).ink, 1.0
    if current:
        ink, fill, line, thick = theme.accent, 0.34, 1.0, 1.6
    elif link.state is MatchState.CONFIRMED:
        fill, line = 0.24, 0.85
    elif link.state is MatchState.UNSURE:
        fill, line = 0.13, 1.0
    else:
        fill, line = 0.04 + 0.15 * link.confidence, 0.2 + 0.5 * link.confidence
    if highlighted and not current:
        fill, line = fill + 0.16, 1.0
    elif dims_decided and link.state is not MatchState.PROPOSED and not current:
        fill, line = fill * DIMMED, line * DIMMED
    return RibbonLook(with_alpha(ink, fill).rgba(), with_alpha(ink, line).rgba(), thick, link.state, fade)


_Key: TypeAlias = tuple[float | str, ...]
"""What two ribbons with the same picture have in common; as a plain tuple it is compared in no time."""


class RibbonImages:
    """Paints ribbons of one gutter; between `begin` and `end` it keeps what it may need the next time."""

    def __init__(self) -> None:
        self._kept: dict[_Key, QPixmap | None] = {}
        self._used: dict[_Key, QPixmap | None] = {}
        self._inks: dict[tuple[RibbonLook, bool], Inks] = {}
        self._size: tuple[int, int, float] = (0, 0, 1.0)
        self._grid = 1

    def begin(self, width: int, height: int, ratio: float) -> None:
        """Start on a gutter of a size in pixels, on a display with so many dots for each of them."""
        if self._size != (width, height, ratio):
            self._kept = {}
            self._inks = {}
        self._used = {}
        self._size = (width, height, ratio)
        self._grid = 1 if ratio.is_integer() else GRID

    def end(self) -> None:
        """Let the pictures go that were not needed this time."""
        self._kept = self._used
        if len(self._inks) > MOST_INKS:
            self._inks = {}

    def paint(self, painter: QPainter, ribbon: Ribbon, look: RibbonLook) -> None:
        """Paint a ribbon; from a picture where it had this very shape and look the time before."""
        area = self._area(ribbon, look.fade)
        if area.isEmpty():
            return
        key = _key(ribbon, look, area)
        picture = None
        if key in self._kept:
            picture = self._kept[key] or self._pictured(ribbon, look, area)
            painter.drawPixmap(area.topLeft(), picture)
        else:
            self._draw(painter, ribbon, look)
        self._used[key] = picture

    def _area(self, ribbon: Ribbon, fade: Fade) -> QRect:
        """Return what a ribbon covers of the gutter."""
        width, height, _ = self._size
        near, far = (ribbon.left, ribbon.right) if ribbon.left_seen else (ribbon.right, ribbon.left)
        reach = ribbon.across(fade.end if ribbon.left_seen else 1 - fade.end) if fade.end < 1 else far
        top = max(min(near.top, reach.top) - EDGE, 0)
        bottom = min(max(near.bottom, reach.bottom) + EDGE, height)
        long = ceil(width * fade.end)
        left = 0 if ribbon.left_seen else self._snapped(width - long)
        first = self._snapped(top)
        return QRect(left, first, (long if ribbon.left_seen else width - left), ceil(bottom) - first)

    def _snapped(self, place: float) -> int:
        return floor(place / self._grid) * self._grid

    def _pictured(self, ribbon: Ribbon, look: RibbonLook, area: QRect) -> QPixmap:
        ratio = self._size[2]
        picture = QPixmap(ceil(area.width() * ratio), ceil(area.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(-QPointF(area.topLeft()))
        self._draw(painter, ribbon, look)
        painter.end()
        return picture

    def _draw(self, painter: QPainter, ribbon: Ribbon, look: RibbonLook) -> None:
        width = self._size[0]
        inks = self._inks.get((look, ribbon.left_seen))
        if inks is None:
            inks = self._inks[look, ribbon.left_seen] = look.inks(width, from_left=ribbon.left_seen)
        shape = ribbon.shape(width, look.fade.end)
        # The edges smooth the fill's own, which is several times faster without.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillPath(shape.body, inks.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(inks.line)
        painter.drawPath(shape.edges)
        if look.thick > 1:
            painter.translate(0, look.thick - 1)
            painter.drawPath(shape.edges)
            painter.translate(0, 1 - look.thick)


def _key(ribbon: Ribbon, look: RibbonLook, area: QRect) -> _Key:
    top = area.top()
    return (
        round(ribbon.left.top - top, 2),
        round(ribbon.left.bottom - top, 2),
        round(ribbon.right.top - top, 2),
        round(ribbon.right.bottom - top, 2),
        area.width(),
        area.height(),
        ribbon.left_seen,
        ribbon.whole,
        look.fill,
        look.line,
        look.thick,
        look.state.value,
        look.fade.end,
    )


def with_alpha(color: QColor, alpha: float) -> QColor:
    """Return a colour that lets through what lies below it."""
    changed = QColor(color)
    changed.setAlphaF(min(alpha, 1.0))
    return changed


def _faded(ink: QColor, fade: Fade, width: int, *, from_left: bool) -> QBrush:
    gradient = QLinearGradient(0 if from_left else width, 0, width if from_left else 0, 0)
    for place, strength in fade.stops:
        gradient.setColorAt(place, with_alpha(ink, ink.alphaF() * strength))
    return QBrush(gradient)
