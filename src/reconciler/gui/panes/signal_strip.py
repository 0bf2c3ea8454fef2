"""What the underlines in the articles mean, in a strip below them while signals are shown."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reconciler.gui.legend import Legend
from reconciler.gui.theme import Theme
from reconciler.model import SignalKind

MARGIN_X, MARGIN_Y = 16, 5


class SignalStrip(QWidget):
    """A legend across both articles, as high as it has to be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._legend = Legend(theme, self)
        self.hide()

    def show_kinds(self, kinds: frozenset[SignalKind]) -> None:
        """Explain the underlines of these kinds; without any there is no strip."""
        self._legend.show_marks([kind for kind in SignalKind if kind in kinds])
        self.setVisible(bool(kinds))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._legend.set_theme(theme)
        self.update()

    def height_at(self, width: int) -> int:
        """Return the height that it takes at a width: none while it is hidden."""
        if self.isHidden():
            return 0
        return self._legend.heightForWidth(width - 2 * MARGIN_X) + 2 * MARGIN_Y + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legend in the middle."""
        super().resizeEvent(event)
        room = self.width() - 2 * MARGIN_X
        width = min(self._legend.one_row_width(), room)
        self._legend.setGeometry(
            MARGIN_X + (room - width) // 2, MARGIN_Y + 1, width, self.height() - 2 * MARGIN_Y - 1
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.page)
        painter.fillRect(0, 0, self.width(), 1, self._theme.line)
        painter.end()
