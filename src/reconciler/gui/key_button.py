"""A tool bar button that shows its key: icon, name, and the key in a quiet hand."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import MatchState, Theme

PAD, BARE_PAD, GAP, ICON, HEIGHT = 10, 6, 7, 14, 30
LONGEST_KEY = 3
"""Letters of a key up to which it is shown on the button; a longer one stands in the tip."""


class KeyButton(QToolButton):
    """Shows an action of the table; `primary` is the one filled with colour."""

    def __init__(
        self, action: QAction, mark: MatchState | Mark, theme: Theme, *, primary: bool = False
    ) -> None:
        super().__init__()
        self._mark, self._theme, self._primary = mark, theme, primary
        self._compact = self._bare = False
        self._widths: dict[tuple[bool, bool], int] = {}
        self._hint: QSize | None = None
        self._name = self._key = ""
        self.setDefaultAction(action)
        self._take_words()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        action.changed.connect(self._renew)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def set_compact(self, compact: bool, *, bare: bool = False) -> None:
        """Leave the name, or, bare, the key too, out where there is no room; the tool tip still says both."""
        if (compact, bare) != (self._compact, self._bare):
            self._compact, self._bare, self._hint = compact, bare, None
            self._renew()

    def natural_width(self, *, compact: bool, bare: bool = False) -> int:
        """Return how wide the button is with its name, or, compact, without, or, bare, without its key."""
        if (compact, bare) not in self._widths:
            self._widths[compact, bare] = self._measured(compact=compact, bare=bare)
        return self._widths[compact, bare]

    def _measured(self, *, compact: bool, bare: bool) -> int:
        metrics = QFontMetrics(self.font())
        width = ICON + 2 * (BARE_PAD if bare else PAD) + 4
        if not compact:
            width += GAP + metrics.horizontalAdvance(self._name)
        if self._has_short_key() and not bare:
            width += GAP + metrics.horizontalAdvance(self._key)
        return width

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()
        super().changeEvent(event)

    def _measure_anew(self) -> None:
        self._widths.clear()
        self._hint = None

    def _renew(self) -> None:
        self._take_words()
        self.updateGeometry()
        self.update()

    def _take_words(self) -> None:
        """Take the action's name and key as they are now: layouts ask for their width all the time."""
        action = self.defaultAction()
        name = action.iconText().rstrip("…")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if (name, key) != (self._name, self._key):
            self._name, self._key = name, key
            self._measure_anew()

    def _has_short_key(self) -> bool:
        return 0 < len(self._key) <= LONGEST_KEY

    def sizeHint(self) -> QSize:
        """Leave room for icon, name and a key of one letter."""
        # Layouts ask a hundred times a key; measuring text each time is felt.
        if self._hint is None:
            height = max(HEIGHT, QFontMetrics(self.font()).height() + 12)
            self._hint = QSize(self.natural_width(compact=self._compact, bare=self._bare), height)
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what is written on it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, key = self._colors()
        frame = self.rect().adjusted(2, 1, -2, -1)
        painter.setPen(self._theme.accent if self.hasFocus() else fill)
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 5, 5)
        x = frame.left() + (BARE_PAD if self._bare else PAD)
        box = QRectF(x, frame.center().y() - ICON // 2 + 1, ICON, ICON)
        paint_mark(painter, box, self._mark, ink)
        x += ICON + GAP
        metrics = QFontMetrics(self.font())
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if not self._compact:
            painter.drawText(QRect(x, frame.top(), frame.width(), frame.height()), middle, self._name)
            x += metrics.horizontalAdvance(self._name) + GAP
        if self._has_short_key() and not self._bare:
            painter.setPen(key)
            painter.drawText(QRect(x, frame.top(), 40, frame.height()), middle, self._key)
        painter.end()

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        theme = self._theme
        if not self.isEnabled():
            faint = QColor(theme.quiet)
            faint.setAlpha(130)
            return theme.ground, faint, faint
        if self._primary:
            fill = QColor(theme.confirmed.ink)
            if self.underMouse():
                fill = fill.lighter(112) if not theme.dark else fill.darker(108)
            return fill, theme.on_accent, theme.on_accent
        fill = theme.line if self.underMouse() or self.isDown() else theme.raised
        return fill, theme.text, theme.quiet
