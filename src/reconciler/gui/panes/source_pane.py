"""One source in the window: what it is, its article, and the strip that shows all of it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QScrollBar,
    QWidget,
)

from reconciler.gui.panes.article_page import INNER
from reconciler.gui.panes.article_text import TypeLook
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.overview import WIDTH, Overview
from reconciler.gui.panes.pane_header import PaneHeader
from reconciler.gui.panes.statement_cards import BAR, OUTER
from reconciler.gui.theme import Theme

ROOMY = 340
"""From this width on, in pixels, the header is indented like the text below it."""


class SourcePane(QWidget):
    """A header over an article, with the overview, or a scroll bar, at the side away from the gutter."""

    def __init__(self, facing: Facing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.facing = facing
        self._theme = theme
        self._outer = OUTER
        self.header = PaneHeader(theme, self)
        self.view = ArticleView(facing, theme, self)
        self.overview = Overview(self.view, theme, self)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        own = self.view.verticalScrollBar()
        own.rangeChanged.connect(self._take_range)
        own.valueChanged.connect(self.bar.setValue)
        self.view.moved.connect(self.overview.update)
        self.view.laid_out.connect(self.overview.redraw)
        self.view.laid_out.connect(self._follow_outer)
        self.bar.valueChanged.connect(own.setValue)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()
        self.header.set_theme(theme)
        self.view.set_theme(theme)
        self.overview.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the article in another size."""
        self.view.set_text_size(points)
        self._place()

    def set_type(self, look: TypeLook) -> None:
        """Set the article otherwise."""
        self.view.set_type(look)
        self._place()

    def set_facing(self, facing: Facing) -> None:
        """Turn to other gutters."""
        if facing is not self.facing:
            self.facing = facing
            self.view.set_facing(facing)
            self._place()

    def set_overview_visible(self, on: bool) -> None:
        """Show the overview, or a plain scroll bar in its stead."""
        self.overview.setVisible(on)
        self.bar.setVisible(not on)
        self._place()

    def header_height(self) -> int:
        """Return the height that the header needs."""
        return self.header.sizeHint().height()

    def _take_range(self, low: int, high: int) -> None:
        own = self.view.verticalScrollBar()
        self.bar.setRange(low, high)
        self.bar.setPageStep(own.pageStep())
        self.bar.setSingleStep(own.singleStep())
        self.bar.setValue(own.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place header, article and strip."""
        super().resizeEvent(event)
        self._place()

    def _follow_outer(self) -> None:
        """Indent the header as the text below it is: long numbers beside it take more room."""
        if self._outer != self.view.outer:
            self._place()

    def _place(self) -> None:
        """Give the article no more than a readable width, close to the gutter."""
        left, between = self.facing is Facing.RIGHT, self.facing is Facing.BOTH
        strip = WIDTH if not self.overview.isHidden() else self.bar.sizeHint().width()
        top = self.header_height()
        width = self.width() - strip
        measure = self.view.type_look.measure
        widest = (
            int(self.view.outer + 2 * INNER + BAR + measure * self.view.em)
            if measure and not between
            else width
        )
        article = min(width, max(widest, 120))
        x = strip + width - article if left else 0
        outer = x - strip if left else width - article
        self._outer = self.view.outer
        beside = self._outer if article > ROOMY else 10
        margins = (outer + beside, 8) if left else (4, outer + beside)
        if between:
            margins = (INNER, 8)
        self.header.column.setContentsMargins(margins[0], 8, margins[1], 8)
        self.header.setGeometry(QRect(strip if left else 0, 0, width, top))
        body = self.height() - top
        edge = QRect(0 if left else width, top, strip, body)
        self.overview.setGeometry(edge)
        self.bar.setGeometry(edge)
        self.view.setGeometry(QRect(x, top, article, body))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page beside the article."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.page)
        painter.end()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(420, 600)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can still be read."""
        return QSize(220, 200)
