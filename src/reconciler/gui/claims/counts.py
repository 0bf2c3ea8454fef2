"""Small tables of counts, each number leading to what was counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reconciler.case.source_comparison import Instance
from reconciler.gui.claims.claims_model import AnyIndex
from reconciler.gui.panes.pane_header import ui_font
from reconciler.gui.theme import Theme

COUNT_ROLE = Qt.ItemDataRole.UserRole
ROW, BADGE, PAD = 32, 20.0, 10.0
WIDE, SCROLL_BAR = 800, 12
"""Pixels from which on a table may have to be scrolled, and what that takes of its height."""
MOVING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """One cell: a number, or a name with `letter` and the `place` of its source.

    `sentence` says what was counted, `found` is what it was; `share` (0 to 1) is how long its bar is.
    """

    text: str
    sentence: str
    found: tuple[Instance, ...] = ()
    share: float = 0.0
    letter: str = ""
    place: int = -1
    is_name: bool = False
    absent_from: int | None = None


class CountsModel(QAbstractTableModel):
    """Rows of counts under names of columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.tips: tuple[str, ...] = ()
        self.rows: tuple[tuple[Count, ...], ...] = ()

    def show(self, heads: Sequence[str], tips: Sequence[str], rows: Sequence[tuple[Count, ...]]) -> None:
        """Show other counts."""
        self.beginResetModel()
        self.heads, self.tips, self.rows = tuple(heads), tuple(tips), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a `Count`, its text, or what was counted in words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        count = self.rows[index.row()][index.column()]
        if role == COUNT_ROLE:
            return count
        if role == Qt.ItemDataRole.DisplayRole:
            return count.text
        return count.sentence if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called, and what it counts."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return self.tips[section] if role == Qt.ItemDataRole.ToolTipRole else None


class CountsDelegate(QStyledItemDelegate):
    """Paints a number with a bar of its share behind it, or a source's letter and name."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        count = index.data(COUNT_ROLE)
        if not isinstance(count, Count):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.theme.page)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self.theme.line)
        box = QRectF(area).adjusted(3, 3, -3, -4)
        if count.share > 0:
            fill = QColor(self.theme.accent)
            fill.setAlpha(46 if self.theme.dark else 34)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            bar = QRectF(box)
            bar.setWidth(max(box.width() * count.share, 3.0))
            painter.drawRoundedRect(bar, 3, 3)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self.theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        self._paint_words(painter, QRectF(area), count)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, count: Count) -> None:
        x = area.left() + PAD
        middle = area.center().y()
        if count.letter:
            badge = QRectF(x, middle - BADGE / 2, BADGE, BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.source(count.place))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setFont(ui_font(9.0, bold=True))
            painter.setPen(self.theme.page)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, count.letter)
            x += BADGE + 8
        font = ui_font(10.0)
        if not count.is_name and count.found:
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.text if count.is_name or count.found else self.theme.quiet)
        text = metrics.elidedText(count.text, Qt.TextElideMode.ElideRight, area.right() - 6 - x)
        painter.drawText(QPointF(x, middle + metrics.ascent() / 2 - 1), text)


class CountsTable(QTableView):
    """As high as its rows; what is current is told by `chosen`. Letters stay keys of the window."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = CountsModel(self)
        self._delegate = CountsDelegate(theme, self)
        self.setModel(self.counts)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(30)
        self.selectionModel().currentChanged.connect(self._tell)
        self.set_theme(theme)

    def show_counts(
        self,
        heads: Sequence[str],
        tips: Sequence[str],
        rows: Sequence[tuple[Count, ...]],
        widths: tuple[int, int],
    ) -> None:
        """Show counts; `widths` are those of the first column and of each other one, in pixels."""
        self.counts.show(heads, tips, rows)
        for column in range(self.counts.columnCount()):
            self.setColumnWidth(column, widths[1] if column else widths[0])
        total = sum(map(self.columnWidth, range(self.counts.columnCount())))
        self.setMaximumWidth(max(total, 1))
        self.setFixedHeight(30 + ROW * self.counts.rowCount() + (SCROLL_BAR if total > WIDE else 0))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        colors = self.palette()
        colors.setColor(colors.ColorRole.Base, theme.page)
        self.setPalette(colors)
        # Under the window's style sheet what is scrolled has a palette of its own.
        self.viewport().setPalette(colors)
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ background: {theme.page.name()}; color: {theme.quiet.name()};"
            f" border: none; border-bottom: 1px solid {theme.line.name()}; padding: 0 8px; }}"
        )
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and page keys; leave all other keys to the window."""
        if Qt.Key(event.key()) in MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters are keys of the window."""

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        count = now.data(COUNT_ROLE)
        if isinstance(count, Count):
            self.chosen.emit(count)
