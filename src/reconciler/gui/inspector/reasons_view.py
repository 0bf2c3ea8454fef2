"""Why the program proposes a match: one bar for each reason, all on one scale."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.theme import Theme
from reconciler.model import MadeBy, Match, Reason

BAR_HEIGHT = 6
PAD = 4


class ReasonRow(QWidget):
    """A reason's name and its bar. Under the mouse or the keyboard it points to the words it speaks of."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reason: Reason | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_reason(self, reason: Reason) -> None:
        """Show a reason."""
        self._reason = reason
        words = messages.reason_word(reason.name)
        spoken = self.tr("{reason}: {percent}").format(reason=words, percent=messages.percent(reason.value))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of text high."""
        return QSize(120, QFontMetrics(self.font()).height() + 2 * PAD)

    def minimumSizeHint(self) -> QSize:
        """Return that a long name is cut short."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point to the words."""
        super().enterEvent(event)
        self.pointed.emit(self._reason)

    def leaveEvent(self, event: QEvent) -> None:
        """Point to nothing."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point to the words."""
        super().focusInEvent(event)
        self.pointed.emit(self._reason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point to nothing."""
        super().focusOutEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name and bar."""
        del event
        if self._reason is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self.hasFocus() or self.underMouse()
        if pointed:
            painter.setPen(QPen(self._theme.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.raised)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        bar_width = min(112.0, self.width() * 0.4)
        room = QRectF(PAD, 0, self.width() - bar_width - 4 * PAD, self.height())
        text = QFontMetrics(self.font()).elidedText(
            messages.reason_word(self._reason.name), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.setPen(self._theme.text)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        top = (self.height() - BAR_HEIGHT) / 2
        bar = QRectF(self.width() - bar_width - PAD, top, bar_width, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        share = min(max(self._reason.value, 0.0), 1.0)
        if share > 0:
            bar.setWidth(max(BAR_HEIGHT, bar_width * share))
            painter.setBrush(self._theme.proposed.ink)
            painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.end()


class ReasonsView(QWidget):
    """All reasons of one match, with what the program makes of it in words."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary = QLabel(self)
        self._summary.setProperty("role", "quiet")
        self._summary.setWordWrap(True)
        self._rows: list[ReasonRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._summary)
        self._layout.addSpacing(4)

    def show_match(self, match: Match) -> None:
        """Show why these two are proposed, or that the analyst linked them."""
        self._summary.setText(self._words(match))
        self._show_rows(match.reasons)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _words(self, match: Match) -> str:
        likely = messages.likelihood(match.confidence)
        strength = messages.strength_word(match.confidence)
        if match.made_by is MadeBy.HAND:
            if not match.reasons and not match.confidence:
                return self.tr("Linked by hand. The program had not compared these two.")
            return self.tr("Linked by hand. The program calls it {strength}: {likely}.").format(
                strength=strength, likely=likely
            )
        return self.tr("The program calls it {strength}: {likely}.").format(strength=strength, likely=likely)

    def _show_rows(self, reasons: Sequence[Reason]) -> None:
        while len(self._rows) < len(reasons):
            row = ReasonRow(self._theme, self)
            row.pointed.connect(self.pointed)
            self._rows.append(row)
            self._layout.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(reasons))
            if place < len(reasons):
                row.show_reason(reasons[place])
