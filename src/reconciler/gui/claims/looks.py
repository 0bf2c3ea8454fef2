"""How a cell of the claims table looks in each state: a word, a mark, a line and colours, all at once."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reconciler.export.values import CellState
from reconciler.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class CellLook:
    """The look of a state: `ink` for mark, word and line on `fill`; `bar` where the source says something."""

    ink: QColor
    fill: QColor
    line: Qt.PenStyle
    bar: bool


def look(theme: Theme, state: CellState) -> CellLook:
    """Return how a state looks in a theme."""
    solid, dashed, dotted = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
    return {
        CellState.SAYS: CellLook(theme.confirmed.ink, theme.confirmed.fill, solid, True),
        CellState.ATTRIBUTED: CellLook(theme.differs, theme.differs_fill, dashed, True),
        CellState.HEDGED: CellLook(theme.unsure.ink, theme.unsure.fill, dotted, True),
        CellState.OTHERWISE: CellLook(theme.alarm, theme.alarm_fill, solid, True),
        CellState.SILENT: CellLook(theme.quiet, theme.page, dashed, False),
        CellState.SEARCHED: CellLook(theme.quiet, theme.ground, solid, False),
        CellState.OPEN: CellLook(theme.proposed.ink, theme.page, dashed, False),
    }[state]


def state_word(state: CellState) -> str:
    """Return the word for what a source makes of a claim."""
    words = {
        CellState.SAYS: QCoreApplication.translate("CellState", "says"),
        CellState.ATTRIBUTED: QCoreApplication.translate("CellState", "attributed"),
        CellState.HEDGED: QCoreApplication.translate("CellState", "hedged"),
        CellState.OTHERWISE: QCoreApplication.translate("CellState", "says otherwise"),
        CellState.SILENT: QCoreApplication.translate("CellState", "silent"),
        CellState.SEARCHED: QCoreApplication.translate("CellState", "searched, nothing there"),
        CellState.OPEN: QCoreApplication.translate("CellState", "open: a proposal waits"),
    }
    return words[state]


def state_title(state: CellState) -> str:
    """Return the word for a state at the beginning of a line."""
    word = state_word(state)
    return word[:1].upper() + word[1:]


def paint_state(painter: QPainter, box: QRectF, state: CellState, ink: QColor) -> None:
    """Draw the mark of a state into a square: each can be told by its shape alone."""
    painter.save()
    painter.translate(box.x(), box.y())
    painter.scale(box.width() / 16, box.height() / 16)
    painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    ring = QRectF(2.6, 2.6, 10.8, 10.8)
    match state:
        case CellState.SAYS:
            painter.setBrush(ink)
            painter.drawEllipse(ring)
        case CellState.ATTRIBUTED:
            painter.drawEllipse(ring)
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case CellState.HEDGED:
            painter.drawEllipse(ring)
            painter.drawLine(QPointF(5.6, 9.4), QPointF(7.4, 7.2))
            painter.drawLine(QPointF(7.4, 7.2), QPointF(8.8, 8.8))
            painter.drawLine(QPointF(8.8, 8.8), QPointF(10.6, 6.6))
        case CellState.OTHERWISE:
            painter.setBrush(ink)
            painter.drawPolygon(
                QPolygonF([QPointF(x, y) for x, y in ((8, 1.6), (14.4, 8), (8, 14.4), (1.6, 8))])
            )
        case CellState.SILENT:
            painter.drawEllipse(ring)
        case CellState.SEARCHED:
            painter.drawEllipse(ring)
            painter.drawLine(QPointF(5.2, 8.2), QPointF(7.2, 10.2))
            painter.drawLine(QPointF(7.2, 10.2), QPointF(10.8, 5.8))
        case CellState.OPEN:
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
            painter.drawEllipse(ring)
    painter.restore()
