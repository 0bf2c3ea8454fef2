"""A button of the inspector with its key on it; held down while what it says holds."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import MatchState, Theme

PAD, GAP = 8, 6


class VerdictButton(QAbstractButton):
    """Mark, word and key. `key_first` sets the key before the word, as in "1 Agrees"."""

    def __init__(
        self,
        text: str,
        key: str | Mark,
        theme: Theme,
        *,
        mark: MatchState | Mark | None = None,
        key_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._mark, self._key_first, self._theme = key, mark, key_first, theme
        self._tone: tuple[QColor, QColor] = (theme.accent, theme.accent_fill)
        self.setText(text)
        self.setAccessibleName(text)
        name = self.tr("Backspace") if key is Mark.BACKSPACE else key
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme, ink: QColor, fill: QColor) -> None:
        """Paint with other colours; `ink` on `fill` while it is held down."""
        self._theme, self._tone = theme, (ink, fill)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that mark, word and key take."""
        metrics = QFontMetrics(self._bold())
        width = 2 * PAD + metrics.horizontalAdvance(self.text()) + GAP + self._key_width()
        if self._mark is not None:
            width += self._side() + GAP
        return QSize(width, max(28, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Return that nothing of it is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, key, edge = self._colors()
        painter.setBrush(ground)
        focused = self.hasFocus()
        painter.setPen(QPen(self._theme.accent if focused else edge, 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        self._paint_words(painter, ink, key)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: QColor, key: QColor) -> None:
        word = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        x: float = PAD
        if self._mark is not None:
            side = self._side()
            paint_mark(painter, QRectF(x, (self.height() - side) / 2, side, side), self._mark, ink)
            x += side + GAP
        if self._key_first:
            self._paint_key(painter, x, key)
            x += self._key_width() + GAP
        else:
            self._paint_key(painter, self.width() - PAD - self._key_width(), key)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(ink)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(x, 0, word + 2, self.height()), middle, self.text())

    def _paint_key(self, painter: QPainter, x: float, color: QColor) -> None:
        width = self._key_width()
        if isinstance(self._key, Mark):
            paint_mark(painter, QRectF(x, (self.height() - width) / 2, width, width), self._key, color)
        else:
            painter.setFont(self.font())
            painter.setPen(color)
            room = QRectF(x, 0, width + 2, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._key)

    def _key_width(self) -> int:
        if isinstance(self._key, Mark):
            return self._side() + 2
        return QFontMetrics(self.font()).horizontalAdvance(self._key)

    def _colors(self) -> tuple[QColor, QColor, QColor, QColor]:
        theme = self._theme
        ink, fill = self._tone
        if self.isChecked():
            return fill, ink, ink, ink
        if not self.isEnabled():
            return theme.ground, theme.quiet, theme.quiet, theme.line
        ground = theme.line if self.underMouse() or self.isDown() else theme.raised
        return ground, theme.text, theme.quiet, theme.line

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _side(self) -> int:
        return max(11, round(QFontMetrics(self.font()).ascent() * 1.05))
