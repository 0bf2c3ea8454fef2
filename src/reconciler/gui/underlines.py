"""Underlines of signals: a colour and a line style for each kind, drawn below words laid out by Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine

from reconciler.gui.theme import Theme
from reconciler.model import SignalKind, Span

BELOW = 3.0
"""How far below the baseline the first line runs, in pixels; overlapping ones run further down."""
STEP = 2.5
LANES = 3
THICK = 1.8
_DASHES: dict[SignalKind, tuple[float, ...]] = {
    SignalKind.FIGURE: (),
    SignalKind.DATE: (4.0, 1.4),
    SignalKind.NAME: (0.9, 1.3),
    SignalKind.QUOTE: (5.0, 1.3, 0.9, 1.3),
    SignalKind.ATTRIBUTION: (9.0, 1.6),
    SignalKind.CERTAINTY: (2.0, 2.0),
    SignalKind.NEGATION: (2.4, 1.2, 0.9, 1.2, 0.9, 1.2),
}


@dataclass(frozen=True, slots=True)
class Underline:
    """Words to underline: a span of UTF-16 units of the text laid out, and what kind they are."""

    span: Span
    kind: SignalKind


def kind_pen(kind: SignalKind, theme: Theme) -> QPen:
    """Return the pen that a kind is underlined with."""
    pen = QPen(QColor(theme.signals[kind]), THICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if _DASHES[kind]:
        pen.setDashPattern(_DASHES[kind])
    return pen


def underline_words(
    painter: QPainter, layout: QTextLayout, origin: QPointF, underlines: Sequence[Underline], theme: Theme
) -> None:
    """Underline words of a text that is laid out by itself with its top left at `origin`."""
    text = layout.text()
    for lane, underline in _in_lanes(underlines):
        painter.setPen(kind_pen(underline.kind, theme))
        for line in _lines(layout, text, underline.span):
            painter.drawLine(_sharp(painter, line.translated(origin + QPointF(0, BELOW + lane * STEP))))


def _sharp(painter: QPainter, line: QLineF) -> QLineF:
    """Move a level line by less than a dot, so that its upper edge is the edge of a row of dots."""
    to_dots = painter.deviceTransform()
    scale, shift = to_dots.m22(), to_dots.dy()
    upper = (line.y1() - THICK / 2) * scale + shift
    return line.translated(0, (round(upper) - upper) / scale)


def _in_lanes(underlines: Iterable[Underline]) -> list[tuple[int, Underline]]:
    """Give each underline the first lane that is free where it runs, the longest first."""
    taken: list[list[Span]] = [[] for _ in range(LANES)]
    placed = []
    for one in sorted(underlines, key=lambda each: (each.span.start - each.span.end, each.span.start)):
        free = (
            lane
            for lane in range(LANES)
            if all(one.span.end <= other.start or other.end <= one.span.start for other in taken[lane])
        )
        lane = next(free, LANES - 1)
        taken[lane].append(one.span)
        placed.append((lane, one))
    return placed


def _lines(layout: QTextLayout, text: str, span: Span) -> list[QLineF]:
    """Return the baseline below the words, one piece for each line of text that they run over."""
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(span.start, line.textStart())
        end = min(span.end, line.textStart() + line.textLength())
        while end > start and text[end - 1 : end].isspace():
            end -= 1
        if start < end:
            base = line.y() + line.ascent()
            found.append(QLineF(_x(line, start), base, _x(line, end), base))
    return found


def _x(line: QTextLine, unit: int) -> float:
    at: object = line.cursorToX(unit)
    # PySide answers with the cursor as well, which its annotations do not say.
    x = at[0] if isinstance(at, tuple) else at
    assert isinstance(x, float)  # noqa: S101
    return x
