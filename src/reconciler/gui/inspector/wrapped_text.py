"""Plain text set in a width, over as many lines as it needs up to a limit."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


class WrappedText:
    """Breaks between words, within one that is wider than all the room; cut short with an ellipsis."""

    def __init__(self, text: str, font: QFont, width: float, most: int = 1000) -> None:
        self._metrics = QFontMetricsF(font)
        self._font = font
        if text.isprintable() and self._metrics.horizontalAdvance(text) <= width:
            self._lines = [text.strip()]
        else:
            self._lines = self._wrapped(text, width, most)

    def _wrapped(self, text: str, width: float, most: int) -> list[str]:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts = []
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1.0))
            starts.append(line.textStart())
            line = layout.createLine()
        layout.endLayout()
        # Qt counts in UTF-16 units.
        units = text.encode("utf-16-le", "surrogatepass")
        ends = [*starts[1:], len(units) // 2]
        pieces = [
            units[2 * start : 2 * end].decode("utf-16-le", "replace")
            for start, end in zip(starts, ends, strict=True)
        ]
        lines = [piece.strip() for piece in pieces[:most]]
        if len(pieces) > most:
            rest = " ".join(piece.strip() for piece in pieces[most - 1 :])
            lines[-1] = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return lines

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple(self._lines)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self._lines) * self._metrics.height()

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines in the painter's pen, the first one's top left at `at`."""
        painter.setFont(self._font)
        for number, line in enumerate(self._lines):
            base = at.y() + number * self._metrics.height() + self._metrics.ascent()
            painter.drawText(QPointF(at.x(), base), line)
