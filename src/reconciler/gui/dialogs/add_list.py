"""How the articles that are being added look in their list: a mark, a name, what became of each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reconciler.gui.dialogs.add_entries import ENTRY_ROLE, Entries, Entry, Stage
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.theme import MatchState, Theme

PAD_X, PAD_Y, MARK, GAP = 14, 8, 14, 10


class AddList(QListView):
    """The list on the left; Space puts an article in or leaves it out."""

    toggled = Signal(int)

    def __init__(self, entries: Entries, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(entries)
        self.setItemDelegate(AddDelegate(entries, theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Articles to add"))
        self.setStyleSheet(f"QListView {{ background: {theme.ground.name()}; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the current article in or leave it out with Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AddDelegate(QStyledItemDelegate):
    """Paints two lines for an article."""

    def __init__(self, entries: Entries, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for two lines."""
        del index
        metrics = option.fontMetrics
        return QSize(120, metrics.height() + QFontMetrics(_small(option.font)).height() + 2 * PAD_Y + 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the mark, the name and what became of it."""
        entry = index.data(ENTRY_ROLE)
        assert isinstance(entry, Entry)  # noqa: S101
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.accent_fill)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.raised)
        metrics = QFontMetrics(option.font)
        first = QRect(rect).adjusted(PAD_X + MARK + GAP, PAD_Y, -PAD_X, 0)
        first.setHeight(metrics.height())
        mark = QRectF(rect.left() + PAD_X, first.center().y() - MARK / 2 + 1, MARK, MARK)
        self._paint_mark(painter, mark, entry)
        out = entry.stage is not Stage.READY or not entry.included
        painter.setPen(theme.quiet if out else theme.text)
        painter.setFont(option.font)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(first, middle, _elided(metrics, entry.title, first.width()))
        small = _small(option.font)
        below = QFontMetrics(small)
        second = QRect(first.left(), first.bottom() + 4, first.width(), below.height())
        painter.setFont(small)
        painter.setPen(theme.alarm if entry.stage is Stage.FAILED else theme.quiet)
        painter.drawText(second, middle, _elided(below, self._entries.words(entry), second.width()))
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        theme = self._theme
        match entry.stage:
            case Stage.READING:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.line, 2.2))
                painter.drawEllipse(box.adjusted(2, 2, -2, -2))
                painter.setPen(QPen(theme.accent, 2.2))
                painter.drawArc(box.adjusted(2, 2, -2, -2), 90 * 16, -round(entry.share * 360 * 16))
            case Stage.READY if entry.included:
                paint_mark(painter, box, MatchState.CONFIRMED, theme.confirmed.ink)
            case Stage.READY:
                paint_mark(painter, box, MatchState.PROPOSED, theme.quiet)
            case Stage.FAILED:
                paint_mark(painter, box, MatchState.REJECTED, theme.alarm)
            case Stage.HERE | Stage.TWICE | Stage.STOPPED:
                paint_mark(painter, box, Mark.HAND, theme.quiet)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() - 1.2, 7.5))
    return small


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(width, 0))
