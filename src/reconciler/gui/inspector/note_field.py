"""A note: plain text that belongs to the match, or the claim, it was begun on, and is never lost."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reconciler.gui.keymap import key_name, with_key


class NoteField(QPlainTextEdit):
    """Tells `finished` once when a changed note is left, and `left` when the keyboard is to go elsewhere.

    What a note is about is named by its number.
    """

    finished = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: int | None = None
        self._kept = ""
        self.setObjectName("note")
        self.setTabChangesFocus(True)
        self.renew_key()
        self.setAccessibleName(self.tr("Note on this match"))
        self.setAccessibleDescription(self.tr("Ctrl+Enter keeps the note, Esc leaves the field"))

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._about is not None and self._typed() != self._kept

    def renew_key(self) -> None:
        """Name the key that leads here."""
        hint = with_key(self.tr("Note…"), key_name(self, "note"))
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)

    def show_note(self, about: int | None, note: str) -> None:
        """Show a note; what was typed about something else is handed over first."""
        if about != self._about:
            self.finish()
            self._about, self._kept = about, note
            self.setPlainText(note)
        elif note != self._kept:
            typing = self.is_changed
            self._kept = note
            if not typing:
                self.setPlainText(note)

    def finish(self) -> None:
        """Hand over what was typed, if it differs from what is kept."""
        if self.is_changed:
            about, self._kept = self._about, self._typed()
            self.finished.emit(about, self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc and on Ctrl+Enter; both keep the note."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            self.finish()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the note, unless it is only a menu that opens over it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def sizeHint(self) -> QSize:
        """Return three lines."""
        return QSize(120, 3 * self.fontMetrics().lineSpacing() + 16)

    def minimumSizeHint(self) -> QSize:
        """Return that it keeps its lines."""
        return self.sizeHint()

    def _typed(self) -> str:
        return self.toPlainText().rstrip()
