"""The guide in the interface's language, with the keys as they are set now."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QKeySequence, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.dialogs.parts import print_or_close, take_size
from reconciler.gui.printing import ask_and_print
from reconciler.gui.theme import Theme
from reconciler.resources import resource_path

_KEY = re.compile(r"\{(\w+)\}")
_MARGIN = 28.0


def guide_text(language: str, keys: Mapping[str, str]) -> str:
    """Return the guide as Markdown; `keys` holds the key of each action by its id.

    An action without a key is named in the menus only: its place says so with an ellipsis.
    """
    path = resource_path("help", language, "guide.md")
    if not path.is_file():
        path = resource_path("help", "en", "guide.md")
    text = path.read_text(encoding="utf-8")
    return _KEY.sub(lambda found: f"**{_escaped(keys.get(found[1]) or '…')}**", text)


class GuideDialog(QDialog):
    """Contents on the left, the text on the right; stays open beside the window."""

    def __init__(
        self, language: str, keys: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide"))
        self.text = Pages(self)
        self.text.setMarkdown(guide_text(language, keys))
        self._headings = _headings(self.text.document())
        _dress(self.text.document(), theme)
        self.text.setAccessibleName(self.tr("Guide"))
        self.contents = QListWidget(self)
        self.contents.setObjectName("guide_contents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setFixedWidth(220)
        self.contents.setWordWrap(True)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems([heading.text() for heading in self._headings])
        self.contents.currentRowChanged.connect(self._go)
        self._build()
        take_size(self, 860, 640)
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._headings):
            bar = self.text.verticalScrollBar()
            layout = self.text.document().documentLayout()
            bar.setValue(int(layout.blockBoundingRect(self._headings[row]).top()) - 8)

    def _print(self) -> None:
        ask_and_print(self, self.text.document)

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.contents)
        across.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(across, 1)
        layout.addLayout(print_or_close(self, self.tr("Print…"), self._print))


class Pages(QTextBrowser):
    """Text that follows no link and loads nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing, whatever the text refers to."""
        return None


def native_keys(shortcuts: Mapping[str, QKeySequence]) -> dict[str, str]:
    """Return keys as they are called on this system, by action."""
    native = QKeySequence.SequenceFormat.NativeText
    return {name: key.toString(native) for name, key in shortcuts.items() if not key.isEmpty()}


def _escaped(key: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#+\-.!<>&|~])", r"\\\1", key)


def _headings(document: QTextDocument) -> tuple[QTextBlock, ...]:
    found = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append(block)
        block = block.next()
    return tuple(found)


def _dress(document: QTextDocument, theme: Theme) -> None:
    """Give headings air and paragraphs a line that is easy to follow."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        shape.setLineHeight(135, 1)
        level = shape.headingLevel()
        shape.setTopMargin(22 if level else 4)
        shape.setBottomMargin(8)
        cursor.setBlockFormat(shape)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = cursor.charFormat()
            letters.setFontPointSize(document.defaultFont().pointSizeF() * 1.35)
            letters.setFontWeight(QFont.Weight.DemiBold)
            letters.setForeground(theme.text)
            cursor.setCharFormat(letters)
        block = block.next()
