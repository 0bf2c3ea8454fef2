"""Ribbons that run out of view the same way: told together with their number, so that the gutter is calm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reconciler.gui import messages
from reconciler.gui.panes.links import Side
from reconciler.gui.panes.ribbons import Ribbon
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import MatchId

MOST_LOOSE = 4
"""So many ribbons may run out the same way before they are told together."""
STUB_END = 0.16
"""How far a bundled ribbon is drawn from its statement, as a share of the gutter's width."""
PAD, EDGE, ARROW = 6.0, 4.0, 7.0


@dataclass(frozen=True, slots=True)
class Bundle:
    """Ribbons whose statements of one side are in view, and whose other ends lie above or below."""

    side: Side
    upwards: bool
    ribbons: tuple[Ribbon, ...]

    def place(self, width: float, height: float) -> QRectF:
        """Return where its number stands: at its side of the gutter, where the ribbons lead."""
        metrics = QFontMetricsF(_font())
        size = metrics.horizontalAdvance(messages.number(len(self.ribbons))) + ARROW + 3 * PAD
        tall = metrics.height() + 4
        x = EDGE if self.side is Side.LEFT else width - EDGE - size
        return QRectF(x, EDGE if self.upwards else height - EDGE - tall, size, tall)

    def paint(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Paint an arrow and the number into a place."""
        painter.setFont(_font())
        painter.setBrush(theme.page)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(QPen(theme.quiet, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = QPointF(area.left() + PAD + ARROW / 2, area.center().y())
        tip = QPointF(0, -ARROW / 2 if self.upwards else ARROW / 2)
        painter.drawLine(middle - tip, middle + tip)
        for wing in (-ARROW / 2, ARROW / 2):
            painter.drawLine(middle + tip, middle + QPointF(wing, 0))
        painter.setPen(theme.text)
        words = area.adjusted(2 * PAD + ARROW, 0, -PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, messages.number(len(self.ribbons)))


def bundles(ribbons: Iterable[Ribbon], loose: frozenset[MatchId]) -> tuple[Bundle, ...]:
    """Return the bundles among ribbons; those of `loose` matches run by themselves, and rejected ones."""
    ways: dict[tuple[Side, bool], list[Ribbon]] = {}
    for ribbon in ribbons:
        if ribbon.whole or ribbon.link.match in loose or ribbon.link.state is MatchState.REJECTED:
            continue
        side = Side.LEFT if ribbon.left_seen else Side.RIGHT
        near, far = (ribbon.left, ribbon.right) if ribbon.left_seen else (ribbon.right, ribbon.left)
        ways.setdefault((side, far.middle < near.middle), []).append(ribbon)
    return tuple(
        Bundle(side, upwards, tuple(members))
        for (side, upwards), members in sorted(ways.items())
        if len(members) > MOST_LOOSE
    )


def bundle_at(found: Sequence[Bundle], point: QPointF, width: float, height: float) -> Bundle | None:
    """Return the bundle whose number is at a point."""
    return next((each for each in found if each.place(width, height).contains(point)), None)


def _font() -> QFont:
    font = QApplication.font()
    font.setPointSizeF(8.5)
    return font
