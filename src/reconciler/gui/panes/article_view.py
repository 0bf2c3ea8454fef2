"""One article, set to be read: statements on quiet grounds that the mouse and the keys can reach."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from reconciler.gui.panes.elsewhere import note_words
from reconciler.gui.panes.painted_article import PaintedArticle

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCROLLS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_EXTEND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleView(PaintedArticle):
    """Shows a source's statements; says what was pointed at, decides nothing.

    `pointed` carries a place and whether it extends the selection by one (Ctrl) or up to there
    (Shift); `entered` the same from the keyboard. `stretched` carries from where to where Shift with
    an arrow went. `menu_requested` carries a place, where on the
    screen, and the gap between two words that was clicked at, if any.
    """

    pointed = Signal(int, object)
    entered = Signal(int, bool)
    hovered = Signal(int)
    menu_requested = Signal(int, QPoint, object)
    stretched = Signal(int, int)
    focus_entered = Signal()
    focus_left = Signal()
    went_elsewhere = Signal(object)

    # Mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection of text; while a place is being chosen, move its mark."""
        place = self.place_at(event.position().toPoint())
        if self._mode.is_on and self._mode.point(place, event.position()):
            return
        elsewhere = self._note_at(event.position())
        if elsewhere is not None and event.button() is Qt.MouseButton.LeftButton:
            self.went_elsewhere.emit(elsewhere.match)
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            if event.modifiers() & _EXTEND:
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click as another click: clicking on goes round a statement's matches."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select text while dragging, else tell what the mouse is over."""
        point = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            if not event.modifiers() & _EXTEND:
                super().mouseMoveEvent(event)
            return
        super().mouseMoveEvent(event)
        self._hover(self.place_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, unless text was selected."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        point = event.position().toPoint()
        if (point - pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance():
            return
        place = self.place_at(point)
        if place is not None and not self.textCursor().hasSelection():
            self._set_focus(place)
            self.pointed.emit(place, event.modifiers() & _EXTEND)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over nothing."""
        super().leaveEvent(event)
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the statement under the mouse, or of the focused one."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            place, at = self.place_at(event.pos()), event.globalPos()
            gap = None if place is None else self.caret.gap_near(place, event.pos().toPointF())
        else:
            place, gap = self._focus, None
            at = event.globalPos()
            if place is not None:
                at = self.viewport().mapToGlobal(self.card(place).center().toPoint())
        if place is not None:
            self._set_focus(place)
            self.menu_requested.emit(place, at, gap)
        event.accept()

    def _hover(self, place: int | None) -> None:
        under = -1 if place is None else place
        if under != self._under:
            self._under = under
            self.hovered.emit(under)

    # Keys -----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are; coming in by Tab they begin at what is in view."""
        super().focusInEvent(event)
        visible = self.visible()
        if self._focus is None and visible and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._set_focus(visible.start)
        elif self._focus is not None:
            self._update_card(self._focus)
        self.focus_entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; a statement that was being split stays whole, a match where it is."""
        super().focusOutEvent(event)
        self._mode.end()
        if self._focus is not None:
            self._update_card(self._focus)
        self.focus_left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave every key that is not this view's own to the window's actions."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            point = self.viewport().mapFrom(self, event.pos())
            place = self.place_at(point) if self._note_at(QPointF(point)) else None
            QToolTip.showText(event.globalPos(), note_words(self.note(place)) if place is not None else "")
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._is_own(event))
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if self._mode.is_on and not event.modifiers() & _COMMANDS:
            return True
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.textCursor().hasSelection()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _STEPS and plain == Qt.KeyboardModifier.ShiftModifier:
            return True
        if event.key() in _ENTER:
            return not plain & ~_EXTEND
        return not plain and (event.key() in _STEPS or event.key() in _SCROLLS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from statement to statement, choose, scroll and copy; all else passes."""
        if not self._is_own(event):
            event.ignore()
            return
        if self._mode.is_on:
            self._mode.press(event.key())
        elif event.key() in _STEPS:
            before = self._focus
            self._step(_STEPS[Qt.Key(event.key())])
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._focus is not None:
                self.stretched.emit(self._focus if before is None else before, self._focus)
        elif event.key() in _ENTER:
            if self._focus is not None:
                self.entered.emit(self._focus, bool(event.modifiers() & _EXTEND))
        elif event.key() in _SCROLLS:
            self._page(Qt.Key(event.key()))
        else:
            self.copy()
        event.accept()

    def _step(self, by: int) -> None:
        if not self._statements:
            return
        visible = self.visible()
        if self._focus is None:
            place = visible.start if by > 0 else max(visible.stop - 1, 0)
        else:
            place = self._focus + by
        place = min(max(place, 0), self._text.filled - 1)
        self._set_focus(place)
        self.reveal(place)

    def _page(self, key: Qt.Key) -> None:
        bar = self.verticalScrollBar()
        value = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() * 9 // 10,
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() * 9 // 10,
        }[key]
        bar.setValue(value)
