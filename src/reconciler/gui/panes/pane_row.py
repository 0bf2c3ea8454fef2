"""The articles side by side with gutters between them: how they lie and look, whatever they say."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reconciler.gui.panes.arranging import room_for
from reconciler.gui.panes.article_text import TypeLook
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.contents import FEWEST
from reconciler.gui.panes.facing import Facing, facing
from reconciler.gui.panes.link_band import NARROW, LinkBand, gutter_width
from reconciler.gui.panes.signal_strip import SignalStrip
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import SignalKind

BARE_GUTTER = 12
"""Pixels between the articles while no ribbons are shown."""


class PaneRow(QWidget):
    """Panes from left to right, at least two, and a band for the ribbons between each two neighbours.

    More are made when they are first wanted, and kept aside when they are not. `pane_made` and
    `band_made` tell of each, once.
    """

    pane_made = Signal(object)
    band_made = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._looks = (TypeLook(), TypeLook())
        self._has_overviews = True
        self._has_ribbons = True
        self._focus_mode = False
        self._layers: frozenset[SignalKind] = frozenset()
        self._filled = 0
        self._row: list[SourcePane] = []
        self._aside: list[SourcePane] = []
        self._bands: list[LinkBand] = []
        self._strip = SignalStrip(theme, self)

    # What there is --------------------------------------------------------------------------

    def panes(self) -> tuple[SourcePane, ...]:
        """Return the panes from left to right."""
        return tuple(self._row)

    def views(self) -> tuple[ArticleView, ...]:
        """Return the articles from left to right."""
        return tuple(pane.view for pane in self._row)

    def bands(self) -> tuple[LinkBand, ...]:
        """Return the bands between the panes, from left to right."""
        return tuple(self._bands[: len(self._row) - 1])

    def bands_at(self, pane: int) -> tuple[LinkBand, ...]:
        """Return the bands at the edges of a pane."""
        return tuple(self._bands[max(pane - 1, 0) : min(pane + 1, len(self._row) - 1)])

    def line_up(self, kept: Sequence[int | None]) -> None:
        """Put panes side by side: for each the place where it stood before, or None for any that is free.

        To be followed by `arrange`, once they are filled: what is hidden may give the keys to another.
        """
        stayed = {place for place in kept if place is not None}
        self._aside += [pane for place, pane in enumerate(self._row) if place not in stayed]
        wanted = [None if place is None else self._row[place] for place in kept]
        wanted += [None] * (FEWEST - len(wanted))
        row = [pane or (self._aside.pop(0) if self._aside else self._make_pane()) for pane in wanted]
        changed = row != self._row
        self._row, self._filled = row, len(kept)
        while len(self._bands) < len(row) - 1:
            self._make_band()
        if changed:
            for number, pane in enumerate(row):
                pane.set_facing(facing(number, len(row)))
                pane.set_type(self._look(number))
            for number, band in enumerate(self._bands[: len(row) - 1]):
                band.set_views((row[number].view, row[number + 1].view))
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Let the keys and a screen reader go from left to right."""
        for number, pane in enumerate(self._row):
            pane.raise_()
            if number:
                QWidget.setTabOrder(self._row[number - 1].view, pane.view)
        for band in self._bands:
            band.raise_()
        self._strip.raise_()

    def _make_pane(self) -> SourcePane:
        pane = SourcePane(Facing.RIGHT, self._theme, self)
        pane.set_overview_visible(self._has_overviews)
        pane.view.set_layers(self._layers)
        pane.view.moved.connect(lambda _by: self._update_at(pane))
        pane.view.laid_out.connect(lambda: self._update_at(pane))
        self.pane_made.emit(pane)
        return pane

    def _make_band(self) -> None:
        number = len(self._bands)
        views = (self._row[number].view, self._row[number + 1].view)
        band = LinkBand(self._session, views, self._theme, self)
        band.set_focus_mode(self._focus_mode)
        self._bands.append(band)
        self.band_made.emit(band)

    def _update_at(self, pane: SourcePane) -> None:
        """Paint the ribbons of a pane anew: its statements lie elsewhere."""
        if pane in self._row:
            for band in self.bands_at(self._row.index(pane)):
                band.update()

    # How it looks ---------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; what is read stays where it is."""
        self._theme = theme
        for pane in (*self._row, *self._aside):
            pane.set_theme(theme)
        for band in self._bands:
            band.set_theme(theme)
        self._strip.set_theme(theme)
        self.update()

    def set_text_size(self, points: float) -> None:
        """Set the articles in another size; what is read stays where it is."""
        for pane in self._row:
            pane.set_text_size(points)

    def set_types(self, left: TypeLook, right: TypeLook) -> None:
        """Set the leftmost article in its own way, and all others; what is read stays where it is."""
        self._looks = (left, right)
        for number, pane in enumerate(self._row):
            pane.set_type(self._look(number))

    def _look(self, pane: int) -> TypeLook:
        return self._looks[min(pane, 1)]

    def set_ribbons_visible(self, on: bool) -> None:
        """Show the ribbons, or put the articles close to each other."""
        self._has_ribbons = on
        self.arrange()

    def set_overview_visible(self, on: bool) -> None:
        """Show the overview strips, or plain scroll bars in their stead."""
        self._has_overviews = on
        for pane in (*self._row, *self._aside):
            pane.set_overview_visible(on)

    def set_signals(self, kinds: frozenset[SignalKind]) -> None:
        """Underline what the statements carry of these kinds, with a legend; none shows no signals."""
        self._layers = kinds
        for pane in (*self._row, *self._aside):
            pane.view.set_layers(kinds)
        self._strip.show_kinds(kinds)
        self.arrange()

    def room(self) -> int:
        """Return for how many articles there is room."""
        return room_for(self.width(), NARROW if self._has_ribbons else BARE_GUTTER)

    # Where it lies --------------------------------------------------------------------------

    def arrange(self) -> None:
        """Share the width among the articles and the gutters."""
        width = self.width()
        strip = self._strip.height_at(width)
        height = self.height() - strip
        self._strip.setGeometry(QRect(0, height, width, strip))
        count = self._filled
        gutter = 0
        if count > 1:
            gutter = gutter_width(width, count) if self._has_ribbons else BARE_GUTTER
        shared = (width - gutter * (count - 1)) // max(count, 1)
        for number, pane in enumerate(self._row):
            x = number * (shared + gutter)
            last = number == max(count, 1) - 1
            pane.setGeometry(QRect(x, 0, width - x if last else shared, height))
            pane.setVisible(number < count)
        for pane in self._aside:
            if pane.view.hasFocus():
                self._row[max(count, 1) - 1].view.setFocus(Qt.FocusReason.OtherFocusReason)
            pane.hide()
        top = self._row[0].header_height() if self._row else 0
        for number, band in enumerate(self._bands):
            x = shared + number * (shared + gutter)
            band.setGeometry(QRect(x, top, gutter, max(height - top, 0)))
            band.setVisible(number < count - 1 and self._has_ribbons)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground above the gutters."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        if self._bands:
            painter.fillRect(0, self._bands[0].y() - 1, self.width(), 1, self._theme.line)
        painter.end()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(960, 640)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can still be read."""
        return QSize(400, 240)
