"""The list of the review queue: arrows move, letters and Space belong to the window."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reconciler.gui.review.queue_delegate import QueueDelegate

_OWN_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
AHEAD_MS = 12
"""So long after the rows were painted those of the next step are made ready."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QueueList(QListView):
    """A plain list whose unused keys go on to the window: no search by typing, no Space.

    What the next step down shows is painted ahead, while nobody waits.
    """

    stepped = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._ahead = QTimer(self, interval=AHEAD_MS, singleShot=True)
        self._ahead.timeout.connect(self._look_ahead)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and be ready for the next step once all the window is painted."""
        super().paintEvent(event)
        self._ahead.start()

    def _look_ahead(self) -> None:
        row = self.currentIndex().row()
        below = self.indexAt(QPoint(0, self.viewport().height() - 1)).row() + 1
        current = QStyle.StateFlag.State_Selected
        if self.hasFocus():
            current |= QStyle.StateFlag.State_HasFocus
        plain = QStyle.StateFlag.State_None
        for place, state in ((row, plain), (row + 1, current), (below, plain)):
            self._prepare(self.model().index(place, 0), state)

    def _prepare(self, index: QModelIndex, state: QStyle.StateFlag) -> None:
        delegate = self.itemDelegate()
        if not index.isValid() or not isinstance(delegate, QueueDelegate):
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        option.state |= state
        delegate.picture(option, index, self.viewport().devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and page keys; leave all other keys to the window."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        step = _STEPS.get(Qt.Key(event.key())) if plain else None
        if step is not None:
            self.stepped.emit(step)
        elif plain and event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without moving to the first row, as a list without a current row would."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)
            self.viewport().update()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters are keys of the window."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the current one."""
        index = self.currentIndex()
        place = self.visualRect(index).center()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.pos()
        if index.isValid():
            self.menu_requested.emit(index.row(), self.viewport().mapToGlobal(place))
