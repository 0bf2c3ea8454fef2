"""How a pane marks what changed since the former version: new words, statements, and what is gone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QApplication

from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import Theme
from reconciler.model import Span

if TYPE_CHECKING:
    from reconciler.alignment.versions import Fate

GONE_ROOM = 20
"""Space in pixels that is made between two statements for a line on what stood there."""
SIDE = 11.0


def paint_new_words(
    painter: QPainter,
    layout: QTextLayout,
    origin: QPointF,
    spans: Sequence[Span],
    theme: Theme,
) -> None:
    """Paint a ground and a line under the words that the former version had not.

    The spans are of UTF-16 units.
    """
    ground = QColor(theme.accent)
    ground.setAlphaF(0.30 if theme.dark else 0.16)
    for span in spans:
        for run in layout.glyphRuns(span.start, span.end - span.start):
            box = run.boundingRect().translated(origin).adjusted(-1, 0, 1, 1)
            painter.fillRect(box, ground)
            painter.setPen(QPen(theme.accent, 1.4))
            painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))


def paint_fate(painter: QPainter, at: QPointF, fate: "Fate", theme: Theme) -> None:
    """Paint beside a statement, with its top left at a point, whether it is new, changed or moved."""
    from reconciler.alignment.versions import Fate

    mark = {Fate.NEW: Mark.ADD, Fate.MOVED: Mark.MOVED}.get(fate, Mark.CHANGED)
    paint_mark(painter, QRectF(at.x(), at.y(), SIDE, SIDE), mark, theme.accent)


def paint_gone(painter: QPainter, line: QRectF, texts: Sequence[str], theme: Theme) -> None:
    """Paint what stood here in the former version as one quiet line, cut short where room ends."""
    painter.save()
    font = QFont(QApplication.font())
    font.setPointSizeF(8.5)
    side = SIDE - 1
    box = QRectF(line.left(), line.center().y() - side / 2, side, side)
    paint_mark(painter, box, Mark.GONE, theme.rejected.ink)
    painter.setPen(theme.quiet)
    font.setStrikeOut(True)
    painter.setFont(font)
    room = line.adjusted(side + 6, 0, 0, 0)
    words = QFontMetrics(font).elidedText(
        " ".join(" ".join(texts).split()), Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    painter.restore()
