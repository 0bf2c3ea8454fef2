"""The marks of the kinds of signal: drawn on a square of 16 by 16 with the painter's pen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from reconciler.model import SignalKind


def strokes_of_kind(kind: SignalKind) -> Callable[[QPainter], None]:
    """Return what draws the mark of a kind."""
    return {
        SignalKind.QUOTE: _quote,
        SignalKind.FIGURE: _figure,
        SignalKind.DATE: _date,
        SignalKind.NAME: _name,
        SignalKind.ATTRIBUTION: _attribution,
        SignalKind.CERTAINTY: _certainty,
        SignalKind.NEGATION: _negation,
    }[kind]


def _thin(painter: QPainter, width: float = 1.5) -> None:
    pen = painter.pen()
    pen.setWidthF(width)
    painter.setPen(pen)


def _lines(painter: QPainter, *ends: tuple[float, float, float, float]) -> None:
    for x1, y1, x2, y2 in ends:
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _quote(painter: QPainter) -> None:
    """Draw opening quotation marks."""
    for x in (2.6, 9.0):
        path = QPainterPath(QPointF(x + 4.2, 3.6))
        path.cubicTo(QPointF(x + 0.6, 4.6), QPointF(x, 7), QPointF(x, 9.8))
        painter.drawPath(path)
        painter.drawEllipse(QPointF(x + 1.7, 10.6), 1.7, 1.7)


def _figure(painter: QPainter) -> None:
    """Draw a number sign."""
    _thin(painter)
    _lines(
        painter, (6.4, 2.6, 4.6, 13.4), (11.4, 2.6, 9.6, 13.4), (2.6, 5.9, 13.8, 5.9), (2.2, 10.1, 13.4, 10.1)
    )


def _date(painter: QPainter) -> None:
    """Draw a leaf of a calendar."""
    _thin(painter, 1.4)
    painter.drawRoundedRect(QRectF(2.4, 3.6, 11.2, 9.8), 1.5, 1.5)
    _lines(painter, (2.6, 7, 13.4, 7), (5.4, 1.8, 5.4, 4.6), (10.6, 1.8, 10.6, 4.6))


def _name(painter: QPainter) -> None:
    """Draw a head and shoulders."""
    _thin(painter)
    painter.drawEllipse(QPointF(8, 5.2), 2.7, 2.7)
    path = QPainterPath(QPointF(2.8, 13.6))
    path.cubicTo(QPointF(3.2, 8.6), QPointF(12.8, 8.6), QPointF(13.2, 13.6))
    painter.drawPath(path)


def _attribution(painter: QPainter) -> None:
    """Draw a balloon of speech."""
    _thin(painter)
    outline = [(2, 3), (14, 3), (14, 10.6), (7.8, 10.6), (4.6, 13.6), (4.6, 10.6), (2, 10.6)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))


def _certainty(painter: QPainter) -> None:
    """Draw a wave: more or less."""
    for y in (5.8, 10.6):
        path = QPainterPath(QPointF(2.4, y))
        path.cubicTo(QPointF(5.4, y - 4), QPointF(10.6, y + 4), QPointF(13.6, y))
        painter.drawPath(path)


def _negation(painter: QPainter) -> None:
    """Draw an equals sign struck through."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _thin(painter)
    _lines(painter, (3, 6, 13, 6), (3, 10, 13, 10), (10.6, 2.8, 5.4, 13.2))
