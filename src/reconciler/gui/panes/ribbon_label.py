"""The pill on the current match's ribbon: how likely it is, its state, and in what the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reconciler.gui import evidence_words
from reconciler.gui.marks import AnyMark, paint_mark
from reconciler.gui.theme import Theme
from reconciler.model import SignalKind

PAD, GAP, ICON = 8.0, 4.0, 11.0
EDGE = 3.0


@dataclass(frozen=True, slots=True)
class RibbonLabel:
    """What the pill says; `kinds` with the strongest first, as a word where there is room for it."""

    text: str
    mark: AnyMark | None
    kinds: Sequence[SignalKind]
    ink: QColor

    def paint(self, painter: QPainter, area: QRect, y: float, theme: Theme) -> None:
        """Paint the pill in the middle of `area`, as near to the height `y` as it is wholly seen."""
        font = QApplication.font()
        font.setPointSizeF(9)
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        room = area.width() - 2 * EDGE
        if self.text and self.mark is not None and self._width(metrics, (), "") > room:
            # Where the gutter is too narrow for words, the mark alone says it.
            replace(self, text="").paint(painter, area, y, theme)
            return
        marks, word = self._fitting(metrics, room)
        width, height = self._width(metrics, marks, word), metrics.height() + 6
        y = min(max(y, height / 2 + EDGE), area.height() - height / 2 - EDGE)
        pill = QRectF((area.width() - width) / 2, y - height / 2, width, height)
        painter.setBrush(theme.page)
        painter.setPen(QPen(self.ink, 1.4))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        x, base = pill.left() + PAD, y + (metrics.ascent() - metrics.descent()) / 2
        if self.mark is not None:
            paint_mark(painter, _square(x, y), self.mark, self.ink)
            x += ICON + GAP
        painter.setPen(self.ink)
        painter.drawText(QPointF(x, base), self.text)
        x += metrics.horizontalAdvance(self.text) + GAP + 2
        for kind in marks:
            paint_mark(painter, _square(x, y), kind, theme.differs)
            x += ICON + GAP
        painter.setPen(theme.differs)
        painter.drawText(QPointF(x, base), word)

    def _fitting(self, metrics: QFontMetricsF, room: float) -> tuple[Sequence[SignalKind], str]:
        """Return the marks and the word that there is room for."""
        if self.kinds and not self.kinds[1:]:
            word = evidence_words.kind_word(self.kinds[0])
            if self._width(metrics, self.kinds, word) <= room:
                return self.kinds, word
        marks = self.kinds
        while marks and self._width(metrics, marks, "") > room:
            marks = marks[:-1]
        return marks, ""

    def _width(self, metrics: QFontMetricsF, marks: Sequence[SignalKind], word: str) -> float:
        width = 2 * PAD + metrics.horizontalAdvance(self.text)
        width += ICON + GAP if self.mark is not None else 0
        width += 2 + len(marks) * (ICON + GAP) if marks else 0
        return width + (metrics.horizontalAdvance(word) + GAP if word else 0)


def _square(x: float, y: float) -> QRectF:
    return QRectF(x, y - ICON / 2, ICON, ICON)
