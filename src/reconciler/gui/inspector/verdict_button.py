"""A button of the inspector with its key on it; held down while what it says holds."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import MatchState, Theme

PAD, GAP = 8, 6


class VerdictButton(QAbstractButton):
    """Mark, word and key.

    `key_first` sets the key before the word, as in "1 Agrees"; such a button has room below it for
    the word that the program suggests it.
    """

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
        self._suggested = False
        self._has_caption = key_first
        self._tone: tuple[QColor, QColor] = (theme.accent, theme.accent_fill)
        self.setText(text)
        self.setAccessibleName(text)
        self._key_words = ""
        self._explain()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_key(self, key: str) -> None:
        """Show another key; one that has a mark by its mark, an empty one not at all."""
        shown = Mark.BACKSPACE if key == QCoreApplication.translate("QShortcut", "Backspace") else key
        if shown != self._key:
            self._key = shown
            self._explain()
            self.updateGeometry()
            self.update()

    def _explain(self) -> None:
        backspace = QCoreApplication.translate("QShortcut", "Backspace")
        name = backspace if self._key is Mark.BACKSPACE else self._key
        self._key_words = self.tr("Key: {key}").format(key=name) if name else ""
        words = self.tr("suggested by what was compared")
        told = [self._key_words, words] if self._suggested else [self._key_words]
        self.setAccessibleDescription(", ".join(filter(None, told)))

    def set_theme(self, theme: Theme, ink: QColor, fill: QColor) -> None:
        """Paint with other colours; `ink` on `fill` while it is held down."""
        self._theme, self._tone = theme, (ink, fill)
        self.update()

    @property
    def is_suggested(self) -> bool:
        """Whether the program hints at this button."""
        return self._suggested

    def suggest(self, on: bool) -> None:
        """Hint that the program would press it, or take the hint back; nothing is set by it."""
        if on != self._suggested:
            self._suggested = on
            words = self.tr("suggested by what was compared")
            self._explain()
            self.setToolTip(words if on else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room that mark, word and key take."""
        metrics = QFontMetrics(self._bold())
        width = 2 * PAD + metrics.horizontalAdvance(self.text()) + GAP + self._key_width()
        if self._mark is not None:
            width += self._side() + GAP
        return QSize(
            max(width, self._caption_width()), max(28, metrics.height() + 10) + self._caption_height()
        )

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
        hinted = self._suggested and not self.isChecked()
        painter.setPen(self._edge_pen(edge, focused=focused, hinted=hinted))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(self._body().adjusted(inset, inset, -inset, -inset), 4, 4)
        self._paint_words(painter, ink, key)
        if hinted:
            painter.setFont(self._small())
            painter.setPen(self._tone[0])
            room = QRectF(0, self._body().height(), self.width(), self._caption_height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._caption())
        painter.end()

    def _edge_pen(self, edge: QColor, *, focused: bool, hinted: bool) -> QPen:
        if focused:
            return QPen(self._theme.accent, 2)
        pen = QPen(self._tone[0] if hinted else edge, 1.2 if hinted else 1)
        if hinted:
            pen.setDashPattern([3, 2.2])
        return pen

    def _body(self) -> QRectF:
        """Return the button itself, without the room for the caption below it."""
        return QRectF(self.rect()).adjusted(0, 0, 0, -self._caption_height())

    def _caption(self) -> str:
        return self.tr("suggested")

    def _caption_width(self) -> int:
        return QFontMetrics(self._small()).horizontalAdvance(self._caption()) if self._has_caption else 0

    def _caption_height(self) -> int:
        return QFontMetrics(self._small()).height() if self._has_caption else 0

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(9)
        return font

    def _paint_words(self, painter: QPainter, ink: QColor, key: QColor) -> None:
        word = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        x: float = PAD
        if self._mark is not None:
            side = self._side()
            paint_mark(painter, QRectF(x, (self._body().height() - side) / 2, side, side), self._mark, ink)
            x += side + GAP
        if self._key_first:
            self._paint_key(painter, x, key)
            x += self._key_width() + GAP
        else:
            self._paint_key(painter, self.width() - PAD - self._key_width(), key)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(ink)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(x, 0, word + 2, self._body().height()), middle, self.text())

    def _paint_key(self, painter: QPainter, x: float, color: QColor) -> None:
        width = self._key_width()
        if isinstance(self._key, Mark):
            paint_mark(
                painter, QRectF(x, (self._body().height() - width) / 2, width, width), self._key, color
            )
        else:
            painter.setFont(self.font())
            painter.setPen(color)
            room = QRectF(x, 0, width + 2, self._body().height())
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
