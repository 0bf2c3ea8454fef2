"""The caret that goes from word gap to word gap in a statement, until it is split there or left alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextLayout, QTextLine

from reconciler.gui.panes.utf16 import from_units, to_units
from reconciler.gui.panes.word_gaps import gaps, likeliest, nearest
from reconciler.gui.theme import Theme

if TYPE_CHECKING:
    from reconciler.gui.panes.article_page import ArticlePage

HANDLE = 4.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SplitCaret(QObject):
    """Belongs to one article. `moved` carries a place and an offset into the statement's text there.

    `chosen` carries the same once Enter was pressed; `left` that the mode has ended without.
    """

    moved = Signal(int, int)
    chosen = Signal(int, int)
    left = Signal()

    def __init__(self, page: "ArticlePage") -> None:
        super().__init__(page)
        self._page = page
        self._gaps: tuple[int, ...] = ()
        self._at = 0
        self.place: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether the keys move the caret now."""
        return self.place is not None

    @property
    def offset(self) -> int:
        """Where the second part would begin, in the statement's text."""
        return self._gaps[self._at]

    def begin(self, place: int) -> bool:
        """Put the caret into a statement; answers False for one that is a single word."""
        text = self._page.text_at(place)
        found = gaps(text)
        if not found:
            return False
        self.place, self._gaps, self._at = place, found, likeliest(text, found)
        self._tell()
        return True

    def end(self) -> None:
        """Leave the mode; nothing is split."""
        if self.place is not None:
            self.place = None
            self._page.viewport().update()
            self.left.emit()

    def gap_near(self, place: int, point: QPointF) -> int | None:
        """Return the gap of a statement that is nearest to a point of the viewport; None without gaps."""
        text = self._page.text_at(place)
        found = gaps(text)
        unit = (
            self._page.document()
            .documentLayout()
            .hitTest(QPointF(point.x(), point.y() + self._page.position()), Qt.HitTestAccuracy.FuzzyHit)
        )
        inside = unit - self._page.document().findBlockByNumber(place).position()
        return found[nearest(found, from_units(text, max(inside, 0)))] if found else None

    def point(self, place: int | None, point: QPointF) -> bool:
        """Take a click: in the statement it moves the caret, elsewhere it ends the mode."""
        if place is None or place != self.place:
            self.end()
            return False
        gap = self.gap_near(place, point)
        self._go(self._gaps.index(gap) if gap is not None else self._at)
        return True

    def press(self, key: int) -> None:
        """Take a key: arrows, Home and End move, Enter splits, Escape leaves; all others are dead."""
        if key in _STEPS:
            self._go(self._at + _STEPS[Qt.Key(key)])
        elif key in _LINES:
            self._go(self._on_line(_LINES[Qt.Key(key)]))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._gaps) - 1)
        elif key in _ENTER and self.place is not None:
            place, offset = self.place, self.offset
            self.end()
            self.chosen.emit(place, offset)
        elif key == Qt.Key.Key_Escape:
            self.end()

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._gaps) - 1)
        self._tell()

    def _tell(self) -> None:
        self._page.viewport().update()
        if self.place is not None:
            self.moved.emit(self.place, self.offset)

    # Where it stands --------------------------------------------------------------------------

    def _layout(self) -> QTextLayout:
        assert self.place is not None  # noqa: S101
        return self._page.lines(self.place)

    def _line_of(self, gap: int) -> tuple[int, float]:
        """Return the number of the line of text that a gap stands in, and how far from its left."""
        assert self.place is not None  # noqa: S101
        unit = to_units(self._page.text_at(self.place), gap)
        line = self._layout().lineForTextPosition(unit)
        return line.lineNumber(), _x(line, unit)

    def _on_line(self, by: int) -> int:
        """Return the gap above or below the caret."""
        line, x = self._line_of(self.offset)
        beyond = [(at, self._line_of(gap)) for at, gap in enumerate(self._gaps)]
        fitting = [(at, where) for at, (number, where) in beyond if number == line + by]
        if not fitting:
            return 0 if by < 0 else len(self._gaps) - 1
        return min(fitting, key=lambda each: abs(each[1] - x))[0]

    def rect(self) -> QRectF:
        """Return where the caret stands in the viewport."""
        layout = self._layout()
        number, x = self._line_of(self.offset)
        line = layout.lineAt(number)
        origin = layout.position() - QPointF(0, self._page.position())
        # Between the words, not at the first letter of the second one.
        return QRectF(origin.x() + x - 2.5, origin.y() + line.y(), 2.0, line.height())

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the caret, with a handle at each end so that it is no text cursor."""
        if self.place is None:
            return
        caret = self.rect()
        middle = caret.center().x()
        painter.setPen(QPen(theme.accent, caret.width()))
        painter.drawLine(QLineF(middle, caret.top() - 1, middle, caret.bottom() + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        for tip, away in ((caret.top() + 2, -1), (caret.bottom() - 2, 1)):
            base = tip + away * (HANDLE + 2)
            corners = (QPointF(middle, tip), QPointF(middle - HANDLE, base), QPointF(middle + HANDLE, base))
            painter.drawPolygon(QPolygonF(list(corners)))


def _x(line: QTextLine, unit: int) -> float:
    at: object = line.cursorToX(unit)
    # PySide answers with the cursor as well, which its annotations do not say.
    x = at[0] if isinstance(at, tuple) else at
    assert isinstance(x, float)  # noqa: S101
    return x
