"""A text to read and copy from, and nothing more: no markup, no loading, no editing, no dropping."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QPalette, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reconciler.gui.theme import Theme


class PlainDocument(QTextDocument):
    """A document that loads nothing, whatever it refers to.

    That a view refuses to load is not enough: its document would still read local files.
    """

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing."""


class Reader(QTextEdit):
    """A read-only text for what comes from articles. Its selection is copied as `selected_text` says."""

    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holds = 0
        self.setDocument(PlainDocument(self))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        # Files may be dropped anywhere on the window: let them through.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002
        """Take nothing in."""
        return False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection as plain text only."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return the selection as it is to be copied."""
        return self.textCursor().selection().toPlainText()

    def take_palette(self, theme: Theme) -> None:
        """Take the colours of the page, the text and the selection."""
        palette = self.palette()
        for role, color in (
            (QPalette.ColorRole.Base, theme.page),
            (QPalette.ColorRole.Window, theme.page),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Highlight, theme.accent),
            (QPalette.ColorRole.HighlightedText, theme.on_accent),
        ):
            palette.setColor(role, color)
        self.setPalette(palette)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another size of text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.zoom_requested.emit(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @property
    def held(self) -> bool:
        """Whether scrolling comes from the program and not from the user."""
        return self._holds > 0

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Change the scroll position, or what decides it, without its counting as the user's scrolling."""
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
