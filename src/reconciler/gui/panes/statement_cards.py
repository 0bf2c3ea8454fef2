"""How a statement's ground is painted: a quiet fill, a bar towards the gutter, rings for what is current."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.panes.facing import Facing
from reconciler.gui.theme import MatchState, Theme

BAR = 4.0
RADIUS = 4.0
OUTER = 26
"""Least room in pixels between a card and the outer edge of its pane: the statement's number stands there."""
BESIDE_NUMBER = 6
BADGE = 15.0


@dataclass(frozen=True, slots=True)
class CardLook:
    """What a statement's card has to show."""

    number: int
    state: MatchState | None
    matched: bool = True
    current: bool = False
    selected: bool = False
    hovered: bool = False
    focused: bool = False
    edges: tuple[MatchState | None, MatchState | None] | None = None
    """The states towards the left and the right gutter, where a card has both."""


def paint_card(painter: QPainter, rect: QRectF, facing: Facing, theme: Theme, look: CardLook) -> None:
    """Paint the card of one statement; `rect` reaches to the gutter's edge of the pane."""
    if look.matched:
        _paint_ground(painter, rect, facing, theme, look)
        _paint_bars(painter, rect, facing, theme, look)
    if look.selected:
        _paint_selected(painter, rect, facing, theme)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.text, 2))
        painter.drawRoundedRect(_clear_of_gutter(rect, facing).adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)


def paint_number(
    painter: QPainter, rect: QRectF, facing: Facing, look: CardLook, baseline: float, *, outer: int
) -> None:
    """Paint a statement's number in the painter's pen beside its first line: in the outer margin, if any.

    Between two gutters it stands in the card, where `outer` pixels are kept free for it.
    """
    text = str(look.number)
    width = painter.fontMetrics().horizontalAdvance(text)
    x = rect.right() + BESIDE_NUMBER
    if facing is not Facing.LEFT:
        edge = rect.left() if facing is Facing.RIGHT else rect.left() + BAR + outer
        x = edge - BESIDE_NUMBER - width
    painter.drawText(QPointF(x, baseline), text)


def outer_room(last: int) -> int:
    """Return the room in pixels beside the cards of an article in which the last number is this."""
    width = QFontMetricsF(number_font(QApplication.font())).horizontalAdvance("0" * len(str(last)))
    return max(OUTER, ceil(width) + 2 * BESIDE_NUMBER - 2)


def number_font(base: QFont) -> QFont:
    """Return the face of the numbers in the margin."""
    font = QFont(base)
    font.setPointSizeF(8)
    return font


def _clear_of_gutter(rect: QRectF, facing: Facing) -> QRectF:
    """Return the card without the few pixels at the gutter where a ring around it would be cut off."""
    return rect.adjusted(3 if facing.to_left else 0, 0, -3 if facing.to_right else 0, 0)


def _paint_ground(painter: QPainter, rect: QRectF, facing: Facing, theme: Theme, look: CardLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    fill = _fill(theme, look)
    if fill is not None:
        painter.setBrush(fill)
        painter.drawPath(_outer_rounded(rect, facing))
    if look.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent, 1.5))
        painter.drawPath(_outer_rounded(rect.adjusted(0.75, 0.75, -0.75, -0.75), facing))
    elif look.hovered:
        ink = QColor(theme.quiet if look.state is None else theme.state(look.state).ink)
        ink.setAlphaF(0.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1))
        painter.drawPath(_outer_rounded(rect.adjusted(0.5, 0.5, -0.5, -0.5), facing))


def _fill(theme: Theme, look: CardLook) -> QColor | None:
    if look.current:
        return theme.accent_fill
    if look.state is None or look.state is MatchState.REJECTED:
        return None
    return theme.state(look.state).fill


def _outer_rounded(rect: QRectF, facing: Facing) -> QPainterPath:
    """Return the outline of a card: round at the outer corners, square where ribbons begin."""
    path = QPainterPath()
    if facing is Facing.BOTH:
        path.addRect(rect)
        return path
    radius = min(RADIUS, rect.width() / 2, rect.height() / 2)
    corner = QRectF(0, 0, 2 * radius, 2 * radius)
    upper, lower = QRectF(corner), QRectF(corner)
    if facing is Facing.RIGHT:
        inner, turn, begin = rect.right(), 90, 180
        upper.moveTopLeft(rect.topLeft())
        lower.moveBottomLeft(rect.bottomLeft())
    else:
        inner, turn, begin = rect.left(), -90, 0
        upper.moveTopRight(rect.topRight())
        lower.moveBottomRight(rect.bottomRight())
    path.moveTo(inner, rect.top())
    path.arcTo(upper, 90, turn)
    path.arcTo(lower, begin, turn)
    path.lineTo(inner, rect.bottom())
    path.closeSubpath()
    return path


def _paint_bars(painter: QPainter, rect: QRectF, facing: Facing, theme: Theme, look: CardLook) -> None:
    left, right = look.edges or (look.state, look.state)
    if facing.to_left:
        _paint_bar(painter, QRectF(rect.left(), rect.top(), BAR, rect.height()), left, theme, look)
    if facing.to_right:
        _paint_bar(painter, QRectF(rect.right() - BAR, rect.top(), BAR, rect.height()), right, theme, look)


def _paint_bar(
    painter: QPainter, bar: QRectF, state: MatchState | None, theme: Theme, look: CardLook
) -> None:
    middle = QLineF(bar.center().x(), bar.top() + 2, bar.center().x(), bar.bottom() - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    if state is None:
        pen = QPen(theme.line.darker(115) if not theme.dark else theme.line.lighter(140), 1.6)
        pen.setDashPattern([1.2, 2.4])
        painter.setPen(pen)
        painter.drawLine(middle)
        return
    ink = theme.accent if look.current else theme.state(state).ink
    match state:
        case MatchState.CONFIRMED:
            painter.fillRect(bar, ink)
        case MatchState.PROPOSED:
            pen = QPen(ink, BAR, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.5, 0.9])
            painter.setPen(pen)
            painter.drawLine(QLineF(middle.x1(), bar.top(), middle.x2(), bar.bottom()))
        case MatchState.UNSURE:
            pen = QPen(ink, BAR, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 1.9])
            painter.setPen(pen)
            painter.drawLine(middle)
        case MatchState.REJECTED:
            painter.fillRect(bar.adjusted(1.25, 0, -1.25, 0), ink)


def _paint_selected(painter: QPainter, rect: QRectF, facing: Facing, theme: Theme) -> None:
    """Paint that a statement is selected for linking: a dashed ring and a badge with a link in it."""
    pen = QPen(theme.accent, 1.5)
    pen.setDashPattern([4, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_outer_rounded(rect.adjusted(0.75, 0.75, -0.75, -0.75), facing))
    x = rect.right() if facing is Facing.LEFT else rect.left()
    if facing is Facing.BOTH:
        x += BAR + BADGE / 2
    badge = QRectF(0, 0, BADGE, BADGE)
    badge.moveCenter(QPointF(x, rect.bottom() - BADGE / 2 + 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(badge)
    paint_mark(painter, badge.adjusted(2.5, 2.5, -2.5, -2.5), Mark.HAND, theme.on_accent)


def note_edge(rect: QRectF, facing: Facing) -> float:
    """Return where what is said on the lower edge of a card ends: clear of the bar, if there is one."""
    return rect.right() - (14 if facing.to_right else 4)


def tag_width(words: str) -> float:
    """Return how much room the words on the lower edge of a card take, in pixels."""
    metrics = QFontMetricsF(number_font(QApplication.font()))
    return metrics.ascent() + 5 + metrics.horizontalAdvance(words) + 12


def paint_tag(painter: QPainter, rect: QRectF, facing: Facing, theme: Theme, words: str) -> None:
    """Paint that nothing corresponds to a statement: a mark and words on the lower edge of its card."""
    font = number_font(QApplication.font())
    metrics = QFontMetricsF(font)
    mark = metrics.ascent()
    width = tag_width(words)
    height = metrics.height() + 1
    tag = QRectF(note_edge(rect, facing) - width, rect.bottom() - height / 2 + 1, width, height)
    painter.setPen(QPen(theme.quiet, 1))
    painter.setBrush(theme.page)
    painter.drawRoundedRect(tag, height / 2, height / 2)
    square = QRectF(tag.left() + 6, tag.center().y() - mark / 2, mark, mark)
    paint_mark(painter, square, Mark.NOTHING, theme.quiet)
    painter.setFont(font)
    painter.setPen(theme.text)
    painter.drawText(tag.adjusted(mark + 10, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
