"""The strip beside an article: all of it in miniature, by state, with what is in view."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.theme import MatchState, Theme

WIDTH = 16


class Overview(QWidget):
    """Blocks for the statements of a view, a frame around those in view; a click or a drag scrolls there."""

    def __init__(self, view: ArticleView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._states: dict[int, MatchState | None] = {}
        self._current: int | None = None
        self._lit: frozenset[int] = frozenset()
        self._hits: Sequence[int] = ()
        self._blocks: QPixmap | None = None
        self._grip = 0.0
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.redraw()

    def set_states(self, states: Mapping[int, MatchState | None]) -> None:
        """Show these states, by place; statements that are never matched are left out."""
        self._states = dict(states)
        self.redraw()

    def update_states(self, states: Mapping[int, MatchState | None]) -> None:
        """Show other states for some of the statements shown."""
        known = {place: state for place, state in states.items() if place in self._states}
        self._states.update(known)
        if self._blocks is not None:
            painter = QPainter(self._blocks)
            self._draw_some(painter, known)
            painter.end()
        self.update()

    def set_current(self, place: int | None) -> None:
        """Show which statement belongs to the current match."""
        self._current = place
        self.update()

    def set_lit(self, places: frozenset[int]) -> None:
        """Show which statements correspond to what the mouse or the keys are at."""
        if places != self._lit:
            self._lit = places
            self.update()

    def set_hits(self, hits: Sequence[int]) -> None:
        """Show in which statements a search found something, by their places in order."""
        if hits != self._hits:
            self._hits = hits
            self.update()

    def redraw(self) -> None:
        """Draw the blocks anew: their places or looks have changed."""
        self._blocks = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(WIDTH, 100)

    # Painting -------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Return pixels of the strip for a pixel of the article."""
        height = max(self._view.extents().height, self._view.viewport().height(), 1.0)
        return self.height() / height

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the blocks, and over them the frame of what is in view."""
        if self._blocks is None:
            self._blocks = self._draw_blocks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blocks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top, bottom in self._hit_bands():
            painter.fillRect(QRectF(1, top, WIDTH - 2, bottom - top), self._theme.differs)
        extents = self._view.extents()
        if self._current is not None and self._current < len(extents.tops):
            block = self._block(extents.tops[self._current], extents.bottoms[self._current])
            painter.fillRect(block.adjusted(-2, 0, 2, 0), self._theme.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.text, 1.2))
        for place in self._lit:
            if place < len(extents.tops) and place != self._current:
                block = self._block(extents.tops[place], extents.bottoms[place])
                painter.drawRect(block.adjusted(-2, -1, 2, 1))
        frame = self.frame().adjusted(1, 1, -1, -1)
        self._paint_frame(painter, frame.toAlignedRect())
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRect) -> None:
        """Shade what is in view, with a line around it: filled, as stroking something so tall takes long."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        shade = QColor(self._theme.text)
        shade.setAlphaF(0.06)
        painter.fillRect(frame, shade)
        shade.setAlphaF(0.55)
        for side in (
            QRect(frame.left(), frame.top(), frame.width(), 1),
            QRect(frame.left(), frame.bottom(), frame.width(), 1),
            QRect(frame.left(), frame.top() + 1, 1, frame.height() - 2),
            QRect(frame.right(), frame.top() + 1, 1, frame.height() - 2),
        ):
            painter.fillRect(side, shade)

    def frame(self) -> QRectF:
        """Return the frame of what is in view."""
        scale = self._scale()
        top = self._view.position() * scale
        height = max(self._view.viewport().height() * scale, 10.0)
        return QRectF(0, min(top, self.height() - height), self.width(), min(height, self.height()))

    def _draw_blocks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.ground)
        painter = QPainter(pixmap)
        if len(self._states) <= 2 * self.height():
            self._draw_some(painter, self._states)
        else:
            self._draw_lines(painter)
        painter.end()
        return pixmap

    def _draw_lines(self, painter: QPainter) -> None:
        """Draw a line of pixels for each of many statements that stand close: of those on one line the last.

        All of a state at once: each call of the painter lets a worker go first that is under way.
        """
        tops, scale = self._view.extents().tops, self._scale()
        last = [bisect_left(tops, (line + 1) / scale) - 1 for line in range(self.height())]
        lines: dict[MatchState | None, list[QRectF]] = {}
        for line, place in enumerate(last):
            if place in self._states and (not line or last[line - 1] != place):
                state = self._states[place]
                narrow = self._narrow(state)
                lines.setdefault(state, []).append(QRectF(5 + narrow, line + 1, WIDTH - 10 - 2 * narrow, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        for state, rects in lines.items():
            painter.setBrush(self._ink(state))
            painter.drawRects(rects)

    def _hit_lines(self) -> Iterator[float]:
        """Return where what was found stands, on each line of pixels once however many stand there."""
        extents, scale = self._view.extents(), self._scale()
        hits, tops, bottoms = self._hits, extents.tops, extents.bottoms
        last, number = bisect_left(hits, len(tops)), 0
        while number < last:
            y = (tops[hits[number]] + bottoms[hits[number]]) / 2 * scale
            yield y
            number += 1
            if number < last and tops[hits[number]] * scale < y + 1:
                number = bisect_left(hits, bisect_left(tops, (y + 1) / scale), number)

    def _hit_bands(self) -> Iterator[tuple[float, float]]:
        """Return from where to where what was found is marked: marks that touch are one."""
        top = bottom = -1.0
        for y in self._hit_lines():
            if y - 1.5 > bottom:
                if bottom > 0:
                    yield top, bottom
                top = y - 1.5
            bottom = y + 1.5
        if bottom > 0:
            yield top, bottom

    def _block(self, top: float, bottom: float, scale: float | None = None) -> QRectF:
        scale = self._scale() if scale is None else scale
        return QRectF(5, top * scale + 0.5, WIDTH - 10, max((bottom - top) * scale - 1.5, 1.0))

    def _draw_some(self, painter: QPainter, places: Iterable[int]) -> None:
        extents, scale = self._view.extents(), self._scale()
        for place in places:
            if place < len(extents.tops):
                block = self._block(extents.tops[place], extents.bottoms[place], scale)
                painter.fillRect(block, self._theme.ground)
                self._draw_block(painter, self._states[place], block)

    def _draw_block(self, painter: QPainter, state: MatchState | None, rect: QRectF) -> None:
        narrow = self._narrow(state)
        painter.fillRect(rect.adjusted(narrow, 0, -narrow, 0), self._ink(state))

    def _narrow(self, state: MatchState | None) -> float:
        """Return by how much a block is narrower than those of matches that may be, on each side."""
        if state is None:
            return 1.5
        return 2.0 if state is MatchState.REJECTED else 0.0

    def _ink(self, state: MatchState | None) -> QColor:
        if state is None:
            return self._theme.line
        ink = QColor(self._theme.state(state).ink)
        if state is not MatchState.CONFIRMED:
            ink.setAlphaF(0.5)
        return ink

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the new height."""
        super().resizeEvent(event)
        self.redraw()

    # Pointing -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame where it is held, or bring it under the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            frame = self.frame()
            held = frame.contains(event.position())
            self._grip = event.position().y() - frame.top() if held else frame.height() / 2
            self._scroll(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along with the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll(event.position())

    def _scroll(self, point: QPointF) -> None:
        value = (point.y() - self._grip) / self._scale()
        self._view.verticalScrollBar().setValue(round(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the article."""
        QApplication.sendEvent(self._view.viewport(), event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the blocks sharp on another display."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.redraw()
