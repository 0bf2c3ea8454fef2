"""The state of a match as icon and word, in its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reconciler.gui import messages
from reconciler.gui.marks import paint_mark
from reconciler.gui.theme import MatchState, Theme

GAP = 4


class StateLabel(QWidget):
    """Never colour alone: the icon and the word say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = MatchState.PROPOSED

    def show_state(self, state: MatchState) -> None:
        """Show a state."""
        self._state = state
        self.setAccessibleName(messages.state_word(state))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that icon and word take."""
        metrics = QFontMetrics(self.font())
        word = metrics.horizontalAdvance(messages.state_word(self._state))
        return QSize(self._side() + GAP + word + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return that nothing of it is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word."""
        del event
        painter = QPainter(self)
        ink = self._theme.state(self._state).ink
        side = self._side()
        paint_mark(painter, QRectF(0, (self.height() - side) / 2, side, side), self._state, ink)
        painter.setPen(ink)
        room = QRectF(side + GAP, 0, self.width() - side - GAP, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), messages.state_word(self._state))
        painter.end()

    def _side(self) -> int:
        return max(11, round(QFontMetrics(self.font()).ascent() * 1.05))
