"""Whose statement stands below: the source's letter in its hue, its name, and the statement's number."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reconciler.gui import messages
from reconciler.gui.theme import Theme
from reconciler.model import Source, Statement

GAP = 8


class SourceHeading(QAbstractButton):
    """Pressed, it leads to the source's properties."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letter, self._name, self._about, self._place = "", "", "", 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Properties of this source"))

    def show_source(self, source: Source, place: int, statement: Statement) -> None:
        """Name a source that stands at `place` (from 0) in the case, and one of its statements."""
        self._letter, self._name, self._place = source.letter, messages.source_name(source), place
        self._about = self.tr("statement {number}").format(number=statement.ordinal)
        spoken = self.tr("Source {letter}, {name}, {date}, {statement}")
        self.setAccessibleName(
            spoken.format(
                letter=self._letter,
                name=self._name,
                date=messages.source_date(source),
                statement=self._about,
            )
        )
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line high and as wide as there is room."""
        return QSize(120, max(22, QFontMetrics(self.font()).height() + 6))

    def minimumSizeHint(self) -> QSize:
        """Return that a long name is cut short."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint letter, name and number."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hue = self._theme.source(self._place)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        badge = self._badge(painter, bold)
        number = self._number_width(bold, round(badge.right()) + GAP)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        left = round(badge.right()) + GAP
        room = QRect(left, 0, self.width() - left - number - GAP, self.height())
        painter.setFont(bold)
        painter.setPen(hue if self.underMouse() else self._theme.text)
        name = QFontMetrics(bold).elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, name)
        painter.setFont(self.font())
        painter.setPen(self._theme.quiet)
        if number:
            painter.drawText(QRect(self.width() - number, 0, number, self.height()), middle, self._about)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _number_width(self, bold: QFont, left: int) -> int:
        """Return the room for the statement's number: none when the name needs it."""
        number = QFontMetrics(self.font()).horizontalAdvance(self._about)
        name = QFontMetrics(bold).horizontalAdvance(self._name)
        return number if left + name + GAP + number <= self.width() else 0

    def _badge(self, painter: QPainter, font: QFont) -> QRectF:
        side = QFontMetrics(font).height() + 2
        badge = QRectF(1, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.source(self._place))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(self._theme.page)
        painter.setFont(font)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), self._letter)
        return badge
