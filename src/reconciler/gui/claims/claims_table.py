"""The table of claims against sources: its first column stays in place, its keys move from cell to cell."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reconciler.export.values import CellState
from reconciler.gui.claims.claims_delegate import ClaimsDelegate
from reconciler.gui.claims.claims_header import HEIGHT, ClaimsHeader
from reconciler.gui.claims.claims_model import ClaimsModel
from reconciler.gui.claims.rows import CellRow
from reconciler.gui.theme import Theme

CLAIM_WIDTH = 300
SCROLL_BAR = 12
NARROWEST = 190
"""Pixels of a source's column; more where there is room, to the width of the window."""


class ClaimsTable(QTableView):
    """Two views of one model: the sources, and beside them the first column, which never scrolls away.

    The first column lies where row heads would be, over nothing that scrolls: scrolling moves pixels
    and paints only what comes into view.

    `went` carries row and column of a cell to which the panes are to be brought, `order_wanted` the
    column whose head was clicked, `moved` says that another cell is current.
    """

    went = Signal(int, int)
    order_wanted = Signal(int)
    moved = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self, model: ClaimsModel, theme: Theme, points: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._claims = model
        self._delegate = ClaimsDelegate(theme, points, self)
        self._frozen = QTableView(self)
        self._heads = (ClaimsHeader(model, theme, self), ClaimsHeader(model, theme, self._frozen))
        for view, head in zip((self, self._frozen), self._heads, strict=True):
            self._set_up(view, head)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setSelectionModel(self.selectionModel())
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.selectionModel().currentChanged.connect(self._follow_current)
        model.modelReset.connect(self._fit_columns)
        self.verticalHeader().show()
        self._frozen.verticalHeader().hide()
        self.setAccessibleName(self.tr("Claims against sources"))
        self.set_theme(theme)
        self.set_text_size(points)

    def _set_up(self, view: QTableView, head: ClaimsHeader) -> None:
        view.setModel(self._claims)
        view.setHorizontalHeader(head)
        view.setItemDelegate(self._delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setMouseTracking(True)
        view.setWordWrap(False)
        view.setCornerButtonEnabled(False)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.setAutoScroll(False)
        view.clicked.connect(self._click)
        view.doubleClicked.connect(lambda index: self.went.emit(index.row(), index.column()))
        head.sectionClicked.connect(self.order_wanted)

    # Appearance -------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.set_theme(theme)
        for head in self._heads:
            head.set_theme(theme)
        # A style sheet would make them see-through, and scrolling would paint everything anew.
        for view in (self, self._frozen):
            colors = view.palette()
            colors.setColor(QPalette.ColorRole.Base, theme.page)
            view.setPalette(colors)
            view.viewport().setPalette(colors)
        self._repaint()

    def set_text_size(self, points: float) -> None:
        """Set the words in another size."""
        self._delegate.set_text_size(points)
        for view in (self, self._frozen):
            view.verticalHeader().setMinimumSectionSize(1)
            view.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._repaint()

    def mark_order(self, column: int) -> None:
        """Mark the column in whose order the claims come; -1 for none."""
        for head in self._heads:
            head.set_sorted_by(column)

    def _repaint(self) -> None:
        self.viewport().update()
        self._frozen.viewport().update()

    def _fit_columns(self) -> None:
        """Share the width among the sources, none narrower than can be read."""
        count = self._claims.columnCount()
        if count == 0:
            return
        first = min(CLAIM_WIDTH, max(self.width() // 3, 200))
        self.verticalHeader().setFixedWidth(first)
        width = max(NARROWEST, (self.width() - first - SCROLL_BAR) // max(count - 1, 1))
        self.setColumnHidden(0, True)
        self._frozen.setColumnHidden(0, False)
        self._frozen.horizontalHeader().resizeSection(0, first)
        for column in range(1, count):
            self.horizontalHeader().resizeSection(column, width)
            self._frozen.setColumnHidden(column, True)
        self._place_frozen()

    def _place_frozen(self) -> None:
        height = HEIGHT + self.viewport().height()
        self._frozen.setGeometry(0, 0, self.verticalHeader().width(), height)
        self._frozen.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; the current cell stays in view."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
        self._place_frozen()

    # Where the analyst is ---------------------------------------------------------------------

    def current_cell(self) -> tuple[int, int] | None:
        """Return row and column of the current cell, or None."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and bring it into view."""
        index = self._claims.index(row, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self._bring_into_view(index)

    def _bring_into_view(self, index: QModelIndex) -> None:
        """Scroll no more than is needed."""
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        height = self._delegate.row_height()
        top = index.row() * height
        bottom = top + height - self.viewport().height()
        vertical.setValue(min(max(vertical.value(), bottom), top))
        if index.column() > 0:
            left = self.columnViewportPosition(index.column()) + horizontal.value()
            right = left + self.columnWidth(index.column()) - self.viewport().width()
            horizontal.setValue(min(max(horizontal.value(), right), left))

    def _follow_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.row() != before.row():
            self._delegate.current_row = current.row()
            height = self._delegate.row_height()
            for row in {before.row(), current.row()} - {-1}:
                top = self.rowViewportPosition(row)
                for view in (self, self._frozen):
                    view.viewport().update(0, top, view.viewport().width(), height)
        self.moved.emit()

    # Keys and mouse ---------------------------------------------------------------------------

    def step(self, rows: int, columns: int = 0) -> None:
        """Move by so many rows and columns, as far as there are any."""
        current = self.current_cell()
        if current is None:
            self.go_to(0, 0)
            return
        row = min(max(current[0] + rows, 0), self._claims.rowCount() - 1)
        column = min(max(current[1] + columns, 0), self._claims.columnCount() - 1)
        self.go_to(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and page keys, go to the panes with Enter; leave all other keys alone."""
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        page = max(self.viewport().height() // self._delegate.row_height() - 1, 1)
        every = self._claims.rowCount()
        across = self._claims.columnCount()
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_PageUp: (-page, 0),
            Qt.Key.Key_PageDown: (page, 0),
            Qt.Key.Key_Home: (0, -across),
            Qt.Key.Key_End: (0, across),
        }
        ends = {Qt.Key.Key_Home: (-every, 0), Qt.Key.Key_End: (every, 0)}
        if plain == Qt.KeyboardModifier.NoModifier and key in steps:
            self.step(*steps[key])
        elif plain == Qt.KeyboardModifier.ControlModifier and key in ends:
            self.step(*ends[key])
        elif plain == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = self.current_cell()
            if current is not None:
                self.went.emit(*current)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters are keys of the window."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, at the first claim where none is current."""
        QWidget.focusInEvent(self, event)
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        self._repaint()

    def _click(self, index: QModelIndex) -> None:
        """Go to the panes where there is something to see; elsewhere a click only chooses."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        shown = self._claims.shown(index.row(), index.column())
        if isinstance(shown, CellRow) and shown.state not in (CellState.SILENT, CellState.SEARCHED):
            self.went.emit(index.row(), index.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell under the mouse, or of the current one."""
        index = self.currentIndex()
        view = self._frozen if index.column() == 0 else self
        place = view.visualRect(index).center()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            # The event may have come through the first column, in whose own place it is given.
            inside = self._frozen.rect().contains(self._frozen.mapFromGlobal(event.globalPos()))
            view = self._frozen if inside else self
            place = view.viewport().mapFromGlobal(event.globalPos())
            index = view.indexAt(place)
        if index.isValid():
            self.go_to(index.row(), index.column())
            self.menu_requested.emit(view.viewport().mapToGlobal(place))
