"""A long text to look at: what is in view first, more of it as the reader goes on, never all at once."""

from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from reconciler.gui.panes.reader import Reader

SLICE_SECONDS = 0.005
AHEAD = 3
"""How many heights of the window are written ahead of what is in view."""


class SlicedReader(Reader):
    """Asks `write_next` for more as long as there is some and the reader comes near the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = False
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._write_slice)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead())

    def write_next(self) -> bool:
        """Write a little more; answers whether there is still more of it."""
        raise NotImplementedError

    @property
    def is_complete(self) -> bool:
        """Whether all of the text is written."""
        return not self._more

    def begin(self) -> None:
        """Empty the view and write from the beginning."""
        self.document().clear()
        self.document().setUndoRedoEnabled(False)
        self._more = True
        self._write_slice()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._look_ahead()

    def write_block(
        self, text: str, characters: QTextCharFormat, block: QTextBlockFormat | None = None
    ) -> None:
        """Write a paragraph of characters, never of markup, after what stands there."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        form = block or QTextBlockFormat()
        if self.document().isEmpty() and self.document().blockCount() == 1:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(form, characters)
        cursor.insertText(text, characters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write more where there is more room now."""
        super().resizeEvent(event)
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self._more and not self._is_ahead():
            self._slices.start()

    def _is_ahead(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() > AHEAD * max(self.viewport().height(), 200)

    def _write_slice(self) -> None:
        until = perf_counter() + SLICE_SECONDS
        with self.holding():
            while self._more and perf_counter() < until:
                self._more = self.write_next()
        if not self._more or self._is_ahead():
            self._slices.stop()
