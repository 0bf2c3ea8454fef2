"""The panel below the search field: what was found, in groups, with counts; Enter goes there."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import messages
from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.find_list import ROW_ROLE, FoundModel, FoundRow, Heading, More, Target
from reconciler.gui.finding import Found
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme

WIDTH, PAD_X, PAD_Y, GAP = 500, 12, 4, 8
ROOM = 0.62
"""How much of the window's height the panel takes at most."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class FoundDelegate(QStyledItemDelegate):
    """Paints headings, and of each thing its name and the words around what was found, which are marked."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height that all rows have."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(120, metrics.height() + 2 * PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        shown = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        line = area.adjusted(PAD_X, 0, -PAD_X, 0)
        if isinstance(shown, FoundRow):
            self._paint_ground(painter, option, area)
            self._paint_row(painter, line, shown, option)
        else:
            painter.setPen(self.theme.quiet)
            self._paint_heading(painter, line, shown, option, str(index.data()))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, line: QRect, shown: object, option: QStyleOptionViewItem, words: str
    ) -> None:
        if isinstance(shown, Heading):
            painter.drawText(line, _RIGHT, messages.number(shown.count))
            words = shown.words
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        indent = GAP if isinstance(shown, More) else 0
        painter.drawText(line.adjusted(indent, 0, -40, 0), _LEFT, words)

    def _paint_row(self, painter: QPainter, line: QRect, row: FoundRow, option: QStyleOptionViewItem) -> None:
        metrics: QFontMetrics = option.fontMetrics
        x = line.left() + GAP
        painter.setPen(self.theme.quiet)
        right = line.right()
        if row.beside:
            painter.drawText(line, _RIGHT, row.beside)
            right -= metrics.horizontalAdvance(row.beside) + GAP
        if row.name:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self.theme.text)
            painter.drawText(QRect(x, line.top(), right - x, line.height()), _LEFT, row.name)
            x += QFontMetrics(font).horizontalAdvance(row.name) + GAP
        painter.setFont(option.font)
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, right - x)
        self._mark(painter, QRect(x, line.top(), right - x, line.height()), row, text)
        painter.setPen(self.theme.text)
        painter.drawText(QRect(x, line.top(), right - x + 2, line.height()), _LEFT, text)

    def _mark(self, painter: QPainter, at: QRect, row: FoundRow, text: str) -> None:
        """Mark what was found in the text that is shown from the left of a place on."""
        metrics = QFontMetricsF(painter.font())
        ground = QColor(self.theme.differs)
        ground.setAlphaF(0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        whole = len(text) if text == row.text else max(len(text) - 1, 0)
        for span in row.spans:
            if span.start < whole:
                left = metrics.horizontalAdvance(text[: span.start])
                width = metrics.horizontalAdvance(text[: min(span.end, whole)]) - left
                box = QRectF(at.x() + left - 1, at.y() + PAD_Y, width + 2, at.height() - 2 * PAD_Y)
                painter.drawRoundedRect(box, 2, 2)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self.theme.accent_fill)
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(self.theme.accent, 1) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(area).adjusted(4.5, 0.5, -4.5, -0.5), 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self.theme.raised)


class FoundList(QListView):
    """A list in which arrows go from one thing to the next; Up from the first, and Escape, leave it."""

    chosen = Signal(object)
    left = Signal()
    lost_keys = Signal()

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def begin(self) -> bool:
        """Take the keys, to the first thing; False where nothing was found."""
        first = self._model.next_target(-1, 1)
        if first is None:
            return False
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._model.index(first))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose and leave."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        row = self._model.next_target(self.currentIndex().row(), by)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
        elif by < 0:
            self.left.emit()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self._model.line(index.row())
            if isinstance(line, Target):
                self.chosen.emit(line)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.lost_keys.emit()


class FindResults(QFrame):
    """Lies over the window's upper right corner, below the search field, while something is looked for."""

    def __init__(self, session: Session, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("find_results")
        self._model = FoundModel(session, self)
        self.list = FoundList(self._model, self)
        self.list.setAccessibleName(self.tr("What was found"))
        self._delegate = FoundDelegate(theme, self)
        self.list.setItemDelegate(self._delegate)
        self._told = text_label("", self)
        self._hint = text_label(
            self.tr("Enter: next in the articles · ↓: this list · “quotes”: words together"),
            self,
            role="quiet",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for label in (self._told, self.list, self._hint):
            layout.addWidget(label, 1 if label is self.list else 0)
        for label in (self._told, self._hint):
            label.setContentsMargins(PAD_X, 6, PAD_X, 6)
        over.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.theme = theme
        self.setStyleSheet(
            f"QFrame#find_results {{ background: {theme.page.name()};"
            f" border: 1px solid {theme.quiet.name()}; border-radius: 6px; }}"
            f"QFrame#find_results QListView {{ background: {theme.page.name()}; }}"
        )

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        self._model.show_found(found)
        self._told.setText(self._words(found))
        self._place()

    def words(self) -> str:
        """Return what is said of what was found."""
        return self._told.text()

    def lines(self) -> list[str]:
        """Return the lines of the list as they are spoken."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]

    def _words(self, found: Found) -> str:
        elsewhere = self.tr("%n elsewhere", None, found.elsewhere) if found.elsewhere else ""
        if found.is_waiting:
            parts = [self.tr("Searching the articles…"), elsewhere]
        elif not found.in_sources and not found.elsewhere:
            parts = [self.tr("Nothing found: each word, or a beginning of it, must stand there")]
        else:
            parts = [self.tr("%n statement(s)", None, found.in_sources), elsewhere]
        return " · ".join(part for part in parts if part)

    def open(self) -> None:
        """Show the panel."""
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        room = self._over.size()
        width = min(WIDTH, room.width() - 24)
        for label in (self._told, self._hint):
            label.setFixedHeight(label.heightForWidth(width - 2))
        labels = self._told.height() + self._hint.height()
        rows = self._model.rowCount() * max(self.list.sizeHintForRow(0), 0)
        self.list.setVisible(rows > 0)
        height = min(labels + rows + 4, round(room.height() * ROOM))
        self.setGeometry(room.width() - width - 12, 4, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window takes another size."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
