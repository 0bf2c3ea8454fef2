"""The bytes that a source was read from, as text to look at: nothing of them is rendered or loaded."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from reconciler.errors import UserError
from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.gui.dialogs.sliced_reader import SlicedReader
from reconciler.gui.panes.article_text import plain
from reconciler.gui.source_messages import media_type_name, size_words
from reconciler.gui.theme import Theme
from reconciler.model import Original

LONGEST_LINE = 1000
ROW = 16
_DECODED_AT_ONCE = 1 << 16
_PRINTABLE = range(0x20, 0x7F)
_TURNING = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NAMED = (*range(0x20), *range(0x7F, 0xA0), *_TURNING)
# What would turn the line around or can't be seen is named.
_SEEN = {ord("\t"): "    "} | {code: f"⟨U+{code:04X}⟩" for code in _NAMED if code not in (0x09, 0x0A, 0x0D)}


class OriginalDialog(QDialog):
    """Shows what is written in the original; what is no text, as bytes in hexadecimal."""

    export_requested = Signal()

    def __init__(self, original: Original, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("original")
        self.setWindowTitle(self.tr("Original of {name}").format(name=name))
        size = size_words(len(original.data))
        facts = [media_type_name(original.media_type), size, original.origin or ""]
        heading = text_label(" · ".join(fact for fact in facts if fact), self, selectable=True)
        note = text_label(
            self.tr("As it was imported, sign by sign. Nothing in it is run, shown as a page or loaded."),
            self,
            role="quiet",
        )
        self.view = OriginalView(original.data, theme, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        export = buttons.addButton(self.tr("Export original…"), QDialogButtonBox.ButtonRole.ActionRole)
        export.setAutoDefault(False)
        export.clicked.connect(self.export_requested)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 12)
        layout.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(4)
        head.addWidget(heading)
        head.addWidget(note)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.addWidget(buttons)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        take_size(self, 860, 620)
        self.view.setFocus()


class OriginalView(SlicedReader):
    """Lines of a text of any length; one of a megabyte is broken."""

    def __init__(self, data: bytes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Original"))
        self.take_palette(theme)
        self._characters = QTextCharFormat()
        self._characters.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._characters.setForeground(QColor(theme.text))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines = lines_of(data)
        self.document().setDocumentMargin(20)
        self.begin()

    def write_next(self) -> bool:
        """Write a line; answers whether there are more."""
        line = next(self._lines, None)
        if line is None:
            return False
        self.write_block(line, self._characters)
        return True


def lines_of(data: bytes) -> Iterator[str]:
    """Return what is written in some bytes, line by line, safe to be shown; of what is no text its bytes."""
    encoding = encoding_of(data)
    return _hexadecimal(data) if encoding is None else _text_lines(data, encoding)


def encoding_of(data: bytes) -> str | None:
    """Return an encoding in which the beginning of some bytes is a text, or None."""
    from reconciler.reading.formats import plain as plain_text

    marked = plain_text.mark_of_encoding(data)
    if marked is not None:
        return marked
    if data.startswith((b"%PDF", b"PK\x03\x04")):
        return None
    try:
        plain_text.decode(data[: 1 << 14])
    except UserError:
        return None
    if b"\x00" in data[: 1 << 14]:
        return "utf-16-le" if data[:1] != b"\x00" else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _text_lines(data: bytes, encoding: str) -> Iterator[str]:
    import codecs

    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    pieces = (data[at : at + _DECODED_AT_ONCE] for at in range(0, len(data), _DECODED_AT_ONCE))
    rest = ""
    for text in chain((decoder.decode(piece) for piece in pieces), (decoder.decode(b"", final=True),)):
        *whole, rest = (rest + text).split("\n")
        for line in whole:
            yield from _broken(line)
        while len(rest) > LONGEST_LINE:
            end = _end_of_line(rest)
            yield plain(rest[:end].translate(_SEEN))
            rest = rest[end:]
    if rest:
        yield from _broken(rest)


def _broken(line: str) -> Iterator[str]:
    line = line.rstrip("\r")
    while len(line) > LONGEST_LINE:
        end = _end_of_line(line)
        yield plain(line[:end].translate(_SEEN))
        line = line[end:]
    yield plain(line.translate(_SEEN))


def _end_of_line(line: str) -> int:
    """Return where to break a long line: behind a blank, if there is one near."""
    blank = line.rfind(" ", LONGEST_LINE * 3 // 4, LONGEST_LINE)
    return LONGEST_LINE if blank < 0 else blank + 1


def _hexadecimal(data: bytes) -> Iterator[str]:
    for at in range(0, len(data), ROW):
        row = data[at : at + ROW]
        letters = "".join(chr(byte) if byte in _PRINTABLE else "·" for byte in row)
        yield f"{at:08x}  {row.hex(' '):<{3 * ROW - 1}}  {letters}"
