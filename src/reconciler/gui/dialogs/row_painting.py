"""How rows of dialogs' lists are painted: their ground, and words in a line."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reconciler.gui.theme import Theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint a rule below a row, and whether it is the current one or below the mouse."""
    area: QRect = option.rect
    state: QStyle.StateFlag = option.state
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.line)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.accent_fill)
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QPen(theme.accent, 1) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(area).adjusted(2.5, 1.5, -2.5, -1.5), 4, 4)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area.adjusted(0, 0, 0, -1), theme.raised)


def write(painter: QPainter, line: QRect, words: str, font: QFont, ink: QColor) -> int:
    """Write words into a line, cut short if they must be; returns their width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(line.width(), 0))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)
