"""The head of the claims table: each source with its letter and hue; a click puts the claims in its order."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from reconciler.gui.claims.claims_model import ClaimsModel
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.panes.pane_header import ui_font
from reconciler.gui.theme import Theme

HEIGHT = 38
BADGE = 20.0


class ClaimsHeader(QHeaderView):
    """Paints the columns' names. `sorted_by` is the column in whose order the claims come, or -1."""

    def __init__(self, model: ClaimsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._claims, self._theme = model, theme
        self.sorted_by = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(140)
        self.setFixedHeight(HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.viewport().update()

    def set_sorted_by(self, column: int) -> None:
        """Mark the column in whose order the claims come."""
        self.sorted_by = column
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of the head."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Paint one column's name."""
        table = self._claims.table
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._theme.page)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.line)
        x = rect.left() + 14.0
        middle = rect.center().y() + 0.5
        font = ui_font(9.5)
        font.setWeight(QFont.Weight.DemiBold)
        if table is not None and logicalIndex > 0:
            x = rect.left() + 8.0
            self._paint_letter(painter, QRectF(x, middle - BADGE / 2, BADGE, BADGE), logicalIndex - 1)
            x += BADGE + 8
        right = rect.right() - 10.0
        if logicalIndex == self.sorted_by:
            right -= 12
            paint_mark(painter, QRectF(right, middle - 5, 11, 11), Mark.NEXT, self._theme.accent)
        metrics = QFontMetricsF(font)
        name = str(self._claims.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(font)
        painter.setPen(self._theme.text)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, right - 6 - x)
        painter.drawText(QPointF(x, middle + metrics.ascent() / 2 - 1), text)
        painter.restore()

    def _paint_letter(self, painter: QPainter, box: QRectF, place: int) -> None:
        table = self._claims.table
        assert table is not None  # noqa: S101
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.source(place))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(ui_font(9.0, bold=True))
        painter.setPen(self._theme.page)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, table.sources[place].letter)
