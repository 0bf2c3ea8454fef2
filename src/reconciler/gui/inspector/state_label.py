"""The state of a match as icon and word, in its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reconciler.gui import messages
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Relation

GAP = 4


class StateLabel(QWidget):
    """Never colour alone: the icon and the word say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = MatchState.PROPOSED
        self._contradicts = False

    def show_state(self, state: MatchState, *, contradicts: bool = False) -> None:
        """Show a state, and that the analyst holds the two to contradict each other."""
        self._state, self._contradicts = state, contradicts
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that icon and word take."""
        metrics = QFontMetrics(self.font())
        word = metrics.horizontalAdvance(self._word())
        return QSize(self._side() + GAP + word + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return that nothing of it is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word."""
        del event
        painter = QPainter(self)
        ink = self._theme.alarm if self._contradicts else self._theme.state(self._state).ink
        mark = Mark.CONTRADICTS if self._contradicts else self._state
        side = self._side()
        paint_mark(painter, QRectF(0, (self.height() - side) / 2, side, side), mark, ink)
        painter.setPen(ink)
        room = QRectF(side + GAP, 0, self.width() - side - GAP, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._word())
        painter.end()

    def _word(self) -> str:
        """Return what is painted: what contradicts is confirmed, and there is little room."""
        if self._contradicts:
            return messages.relation_word(Relation.CONTRADICTS)
        return messages.state_word(self._state)

    def _words(self) -> str:
        state = messages.state_word(self._state)
        return f"{state} · {messages.relation_word(Relation.CONTRADICTS)}" if self._contradicts else state

    def _side(self) -> int:
        return max(11, round(QFontMetrics(self.font()).ascent() * 1.05))
