"""The mark that goes from statement to statement until a match is moved there, or left where it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import Theme

if TYPE_CHECKING:
    from reconciler.gui.panes.painted_article import PaintedArticle

BADGE = 18.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EndPicker(QObject):
    """Belongs to one article. `moved` and `chosen` carry from which place to which.

    `left` tells that the mode has ended. A click moves the mark; a click where it is, or Enter, chooses.
    """

    moved = Signal(int, int)
    chosen = Signal(int, int)
    left = Signal()

    def __init__(self, view: "PaintedArticle") -> None:
        super().__init__(view)
        self._view = view
        self._places: Sequence[int] = ()
        self._at = 0
        self._start: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether the keys move the mark now."""
        return self._start is not None

    @property
    def place(self) -> int:
        """Where the match would be moved to."""
        return self._places[self._at]

    def begin(self, place: int, places: Sequence[int]) -> None:
        """Put the mark on the statement at `place`, to go among `places`, which hold it, in order."""
        self._start, self._places, self._at = place, places, places.index(place)
        self._tell()

    def end(self) -> None:
        """Leave the mode; the match stays where it is."""
        if self._start is not None:
            self._start = None
            self._view.viewport().update()
            self.left.emit()

    def point(self, place: int | None, _point: QPointF) -> bool:
        """Take a click: it moves the mark, chooses where the mark is, or ends the mode."""
        if place is None or place not in self._places:
            self.end()
            return False
        if place == self.place:
            self._choose()
        else:
            self._go(self._places.index(place))
        return True

    def press(self, key: int) -> None:
        """Take a key: arrows, Home and End move, Enter chooses, Escape leaves; all others are dead."""
        if key in _STEPS:
            self._go(self._at + _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._places) - 1)
        elif key in _ENTER:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.end()

    def _choose(self) -> None:
        start, place = self._start, self.place
        self.end()
        if start is not None and place != start:
            self.chosen.emit(start, place)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._places) - 1)
        self._tell()

    def _tell(self) -> None:
        self._view.set_focus_place(self.place)
        self._view.reveal(self.place)
        self._view.viewport().update()
        if self._start is not None:
            self.moved.emit(self._start, self.place)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint a ring around the statement, with the mark of a link at its upper corner."""
        if self._start is None:
            return
        ring = self._view.card(self.place).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent, 3))
        painter.drawRoundedRect(ring, 4, 4)
        badge = QRectF(0, 0, BADGE, BADGE)
        badge.moveCenter(QPointF(ring.right() - BADGE, ring.top()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(badge)
        paint_mark(painter, badge.adjusted(3, 3, -3, -3), Mark.HAND, theme.on_accent)
