"""Small marks drawn with strokes, so that no font has to have them: states, kinds of signal, tools."""

from collections.abc import Callable
from enum import StrEnum
from math import ceil, floor
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from reconciler.gui.kind_marks import strokes_of_kind
from reconciler.gui.theme import MatchState
from reconciler.model import SignalKind


class Mark(StrEnum):
    """What can be drawn beside the states of a match."""

    NOTE = "note"
    HAND = "hand"
    UNSAVED = "unsaved"
    SEARCH = "search"
    CLEAR = "clear"
    BACKSPACE = "backspace"
    ADD = "add"
    NEXT = "next"
    PREVIOUS = "previous"
    UNDO = "undo"
    REDO = "redo"
    AGAIN = "again"
    SLIDER = "slider"
    CHANGED = "changed"
    GONE = "gone"
    MOVED = "moved"
    KEPT = "kept"
    PIN = "pin"
    NOTHING = "nothing"
    CONTRADICTS = "contradicts"


PARTS = 4
"""Into so many parts of a pixel the place of a mark is rounded."""
AnyMark: TypeAlias = MatchState | Mark | SignalKind


def paint_mark(painter: QPainter, rect: QRectF, mark: AnyMark, color: QColor) -> None:
    """Draw a mark into the largest square in the middle of `rect`."""
    device, transform = painter.device(), painter.worldTransform()
    seen = isinstance(device, QWidget | QPixmap)
    if not seen or transform.type().value > QTransform.TransformationType.TxTranslate.value:
        _draw_mark(painter, rect, mark, color)
        return
    # The same few marks are drawn by every key: each is stroked once for each place between pixels.
    x, y = floor(rect.x() * PARTS) / PARTS, floor(rect.y() * PARTS) / PARTS
    left, top, ratio = floor(x), floor(y), device.devicePixelRatioF()
    inside = QRectF(x - left + 1, y - top + 1, rect.width(), rect.height())
    key = f"mark {mark!r} {color.rgba()} {inside.x()} {inside.y()} {rect.width()} {rect.height()} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        size = (ceil(inside.right()) + 1, ceil(inside.bottom()) + 1)
        picture = QPixmap(ceil(size[0] * ratio), ceil(size[1] * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        drawing = QPainter(picture)
        _draw_mark(drawing, inside, mark, color)
        drawing.end()
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(left - 1, top - 1, picture)


def _draw_mark(painter: QPainter, rect: QRectF, mark: AnyMark, color: QColor) -> None:
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    pen = QPen(color, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _strokes(mark)(painter)
    painter.restore()


def mark_icon(mark: AnyMark, color: QColor, size: int = 16) -> QIcon:
    """Return a mark as an icon, sharp on displays of up to three times the usual density."""
    icon = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, size, size), mark, color)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _strokes(mark: AnyMark) -> Callable[[QPainter], None]:
    if isinstance(mark, SignalKind):
        return strokes_of_kind(mark)
    return {
        MatchState.PROPOSED: _dashed_circle,
        MatchState.CONFIRMED: _check,
        MatchState.REJECTED: _cross,
        MatchState.UNSURE: _question,
        Mark.NOTE: _note,
        Mark.HAND: _link,
        Mark.UNSAVED: _unsaved,
        Mark.SEARCH: _search,
        Mark.CLEAR: _clear,
        Mark.BACKSPACE: _backspace,
        Mark.ADD: _add,
        Mark.NEXT: _down,
        Mark.PREVIOUS: _up,
        Mark.UNDO: _undo,
        Mark.REDO: _redo,
        Mark.AGAIN: _again,
        Mark.SLIDER: _slider,
        Mark.CHANGED: _changed,
        Mark.GONE: _gone,
        Mark.MOVED: _moved,
        Mark.KEPT: _kept,
        Mark.PIN: _pin,
        Mark.NOTHING: _nothing,
        Mark.CONTRADICTS: _unlike,
    }[mark]


def _unlike(painter: QPainter) -> None:
    """Draw the sign for what is not equal."""
    painter.drawLine(QPointF(2.6, 5.6), QPointF(13.4, 5.6))
    painter.drawLine(QPointF(2.6, 10.4), QPointF(13.4, 10.4))
    painter.drawLine(QPointF(10.8, 2.2), QPointF(5.2, 13.8))


def _dashed_circle(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.9, 1.37])
    painter.setPen(pen)
    painter.drawEllipse(QPointF(8, 8), 5.4, 5.4)


def _check(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(2.8, 8.6), QPointF(6.4, 12.2), QPointF(13.2, 4.2)]))


def _cross(painter: QPainter) -> None:
    painter.drawLine(QPointF(3.8, 3.8), QPointF(12.2, 12.2))
    painter.drawLine(QPointF(12.2, 3.8), QPointF(3.8, 12.2))


def _question(painter: QPainter) -> None:
    path = QPainterPath(QPointF(5, 5.4))
    path.cubicTo(QPointF(5, 1.4), QPointF(11.4, 1.4), QPointF(11.4, 5.4))
    path.cubicTo(QPointF(11.4, 7.6), QPointF(8.2, 7.6), QPointF(8.2, 10.2))
    painter.drawPath(path)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(8.2, 13.4), 1.2, 1.2)


def _note(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.4)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(2.5, 3, 11, 10), 1.5, 1.5)
    painter.drawLine(QPointF(5, 6.4), QPointF(11, 6.4))
    painter.drawLine(QPointF(5, 9.6), QPointF(9, 9.6))


def _link(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.6)
    painter.setPen(pen)
    painter.translate(8, 8)
    painter.rotate(-45)
    painter.drawRoundedRect(QRectF(-7.4, -2.6, 7.6, 5.2), 2.6, 2.6)
    painter.drawRoundedRect(QRectF(-0.2, -2.6, 7.6, 5.2), 2.6, 2.6)


def _unsaved(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawPolygon(QPolygonF([QPointF(8, 2.2), QPointF(14.4, 13.4), QPointF(1.6, 13.4)]))
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.2))
    painter.drawPoint(QPointF(8, 11.4))


def _search(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(6.8, 6.8), 4.2, 4.2)
    painter.drawLine(QPointF(10.1, 10.1), QPointF(13.6, 13.6))


def _add(painter: QPainter) -> None:
    painter.drawLine(QPointF(8, 3), QPointF(8, 13))
    painter.drawLine(QPointF(3, 8), QPointF(13, 8))


def _down(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(3.4, 6), QPointF(8, 10.6), QPointF(12.6, 6)]))


def _up(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(3.4, 10.4), QPointF(8, 5.8), QPointF(12.6, 10.4)]))


def _undo(painter: QPainter) -> None:
    path = QPainterPath(QPointF(3, 6))
    path.lineTo(9.5, 6)
    path.cubicTo(QPointF(14.4, 6), QPointF(14.4, 13), QPointF(9.5, 13))
    path.lineTo(6, 13)
    painter.drawPath(path)
    painter.drawPolyline(QPolygonF([QPointF(6.2, 2.8), QPointF(3, 6), QPointF(6.2, 9.2)]))


def _redo(painter: QPainter) -> None:
    painter.translate(16, 0)
    painter.scale(-1, 1)
    _undo(painter)


def _again(painter: QPainter) -> None:
    """Draw an arrow that goes round."""
    painter.drawArc(QRectF(2.8, 2.8, 10.4, 10.4), 60 * 16, 285 * 16)
    painter.drawPolyline(QPolygonF([QPointF(7.2, 1.2), QPointF(10.8, 3.5), QPointF(7.6, 6.4)]))


def _changed(painter: QPainter) -> None:
    """Draw two lines of which one is struck through."""
    painter.drawLine(QPointF(3, 5.4), QPointF(13, 5.4))
    painter.drawLine(QPointF(3, 10.6), QPointF(13, 10.6))
    painter.drawLine(QPointF(10.6, 2.8), QPointF(5.4, 13.2))


def _gone(painter: QPainter) -> None:
    painter.drawLine(QPointF(3, 8), QPointF(13, 8))


def _moved(painter: QPainter) -> None:
    painter.drawLine(QPointF(8, 2.4), QPointF(8, 13.6))
    painter.drawPolyline(QPolygonF([QPointF(4.8, 5.4), QPointF(8, 2.2), QPointF(11.2, 5.4)]))
    painter.drawPolyline(QPolygonF([QPointF(4.8, 10.6), QPointF(8, 13.8), QPointF(11.2, 10.6)]))


def _kept(painter: QPainter) -> None:
    painter.drawLine(QPointF(3, 5.8), QPointF(13, 5.8))
    painter.drawLine(QPointF(3, 10.2), QPointF(13, 10.2))


def _pin(painter: QPainter) -> None:
    """Draw a drawing pin, its point to the lower left."""
    pen = painter.pen()
    pen.setWidthF(1.4)
    painter.setPen(pen)
    head = [
        (8.6, 1.8),
        (14.2, 7.4),
        (12.0, 7.8),
        (9.6, 10.2),
        (9.2, 12.4),
        (3.6, 6.8),
        (5.8, 6.4),
        (8.2, 4.0),
    ]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in head]))
    painter.drawLine(QPointF(6.2, 9.8), QPointF(2.2, 13.8))


def _nothing(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawEllipse(QPointF(8, 8), 4.6, 4.6)
    painter.drawLine(QPointF(3.2, 13.2), QPointF(12.8, 2.8))


def _slider(painter: QPainter) -> None:
    """Draw two tracks, each with a knob at another place."""
    pen = painter.pen()
    pen.setWidthF(1.5)
    painter.setPen(pen)
    for height, knob in ((5.0, 10.4), (11.0, 5.6)):
        painter.drawLine(QPointF(2, height), QPointF(knob - 1.9, height))
        painter.drawEllipse(QPointF(knob, height), 1.9, 1.9)
        painter.drawLine(QPointF(knob + 1.9, height), QPointF(14, height))


def _clear(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawEllipse(QPointF(8, 8), 5.6, 5.6)
    painter.drawLine(QPointF(4.2, 11.8), QPointF(11.8, 4.2))


def _backspace(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(1.3)
    painter.setPen(pen)
    outline = [(1.2, 8), (5.2, 3.4), (14.6, 3.4), (14.6, 12.6), (5.2, 12.6)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
    painter.drawLine(QPointF(7.6, 6), QPointF(11.6, 10))
    painter.drawLine(QPointF(11.6, 6), QPointF(7.6, 10))
