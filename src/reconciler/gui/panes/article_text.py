"""An article as a document to read: one block for each statement, typography by kind.

Only characters go in, never markup: what an article's text looks like is decided here alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from reconciler.gui.panes.scroll_sync import Extents
from reconciler.model import Statement, StatementKind

SERIFS = ("Charter", "Source Serif 4", "Noto Serif", "Georgia", "DejaVu Serif", "Liberation Serif")
SANS = ("Inter", "Noto Sans", "Segoe UI", "DejaVu Sans")
LINE_HEIGHT = 1.38
LARGE_TIGHTER = 0.13
MEASURE_EM = 40
"""The longest line of text, in ems of the body: beyond about 75 characters the eye loses the line."""
PAD = 6
"""Space in pixels between a statement's text and the upper and lower edge of its ground."""
STATEMENT_GAP = 5
END_SPACE = 64

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\r|\u2029")
# Line breaks and the code points with which Qt marks frames and objects must not shape the text.
_PLAIN = {
    **dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys((0, 0xFDD0, 0xFDD1, 0xFFFC), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class KindLook:
    """How statements of one kind are set: `scale` of the body size, the gap before and after in ems."""

    scale: float = 1.0
    bold: bool = False
    dimmed: bool = False
    before: float = 0.0
    after: float = 0.0


LOOKS = {
    StatementKind.TITLE: KindLook(scale=1.28, bold=True, after=0.9),
    StatementKind.HEADING: KindLook(scale=1.12, bold=True, before=1.1, after=0.35),
    StatementKind.LEAD: KindLook(scale=1.04, after=0.6),
    StatementKind.SENTENCE: KindLook(),
    StatementKind.BOILERPLATE: KindLook(scale=0.8, dimmed=True, before=0.5, after=0.5),
    StatementKind.METADATA: KindLook(scale=0.8, dimmed=True, before=0.3, after=0.3),
}
PARAGRAPH_EM = 0.85


@dataclass(frozen=True, slots=True)
class TypeLook:
    """How an article is set: size in points, `family` as in Preferences, line height, longest line in ems.

    A `measure` of 0 lets lines be as long as the pane is wide.
    """

    points: float = 11.0
    family: str = "serif"
    spacing: float = LINE_HEIGHT
    measure: int = MEASURE_EM


@dataclass(frozen=True, slots=True)
class Margins:
    """Space in pixels beside the text of every statement."""

    left: int
    right: int


def plain(text: str) -> str:
    """Return a statement's text for display, as long in code points as it is, on one line."""
    return text.translate(_PLAIN)


def serif(points: float) -> QFont:
    """Return the face that articles are set in."""
    font = QFont(list(SERIFS))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def reading_font(family: str, points: float) -> QFont:
    """Return the face for a choice of the preferences; one that is not installed is replaced by a serif."""
    match family:
        case "serif":
            return serif(points)
        case "sans":
            font = QFont(list(SANS))
            font.setStyleHint(QFont.StyleHint.SansSerif)
        case "system":
            font = QFont(QApplication.font())
        case _:
            font = QFont([family, *SERIFS])
    font.setPointSizeF(points)
    return font


def begins_paragraph(source: str, before: Statement, statement: Statement) -> bool:
    """Whether a blank line of the source's text stands between two neighbouring statements."""
    between = source[before.end : statement.start].replace("\r\n", "\n")
    return _BLANK_LINE.search(between) is not None


class ArticleText:
    """Writes an article into a document, all of it or slice by slice, and knows where each statement lies.

    `room` are pixels to be left free above some statements, by place.
    """

    def __init__(self, document: QTextDocument, source: str, statements: Sequence[Statement]) -> None:
        self._document = document
        self._source = source
        self._statements = statements
        self._margins = Margins(0, 0)
        self._gaps: list[float] = []
        self._leads: list[float] = []
        self._extents = Extents((), (), 0.0)
        self._formats: dict[StatementKind, tuple[QTextCharFormat, float, float]] = {}
        self._font = QFont()
        self._em = 0.0
        self._spacing = LINE_HEIGHT
        self.room: Mapping[int, int] = {}

    @property
    def filled(self) -> int:
        """How many statements stand in the document."""
        return len(self._gaps)

    @property
    def complete(self) -> bool:
        """Whether all statements stand in the document."""
        return self.filled == len(self._statements)

    @property
    def em(self) -> float:
        """The size of the body's type in pixels."""
        return self._em

    def begin(self, look: TypeLook, dim: QColor, margins: Margins) -> None:
        """Empty the document and take a way of setting it, the colour of dimmed kinds, and the margins."""
        font = self._font = reading_font(look.family, look.points)
        self._spacing = look.spacing
        self._em = float(QFontInfo(font).pixelSize())
        self._margins = margins
        self._formats = {kind: _format(font, each, dim, look.spacing) for kind, each in LOOKS.items()}
        self._gaps.clear()
        self._leads.clear()
        self.forget_layout()
        self._document.clear()
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(font)
        frame = self._document.rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setTopMargin(PAD + 10 + self.room.get(0, 0))
        frame.setBottomMargin(END_SPACE)
        self._document.rootFrame().setFrameFormat(frame)

    def write(self, count: int) -> None:
        """Write the next `count` statements in one edit, without touching what stands there."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for place in range(self.filled, min(self.filled + count, len(self._statements))):
            statement = self._statements[place]
            characters, line_height, lead = self._formats[statement.kind]
            gap = self._gap(place)
            block = QTextBlockFormat()
            block.setLeftMargin(self._margins.left)
            block.setRightMargin(self._margins.right)
            block.setTopMargin(gap + 2 * PAD - lead if place else 0)
            block.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            if place:
                cursor.insertBlock(block, characters)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(characters)
            cursor.insertText(plain(statement.text), characters)
            self._gaps.append(gap)
            self._leads.append(lead)
        cursor.endEditBlock()

    def dim(self, color: QColor) -> None:
        """Give the dimmed kinds another colour."""
        self._formats = {
            kind: _format(self._font, look, color, self._spacing) for kind, look in LOOKS.items()
        }
        change = QTextCharFormat()
        change.setForeground(color)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for place in range(self.filled):
            if LOOKS[self._statements[place].kind].dimmed:
                cursor.setPosition(self._document.findBlockByNumber(place).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(change)
        cursor.endEditBlock()

    def _gap(self, place: int) -> float:
        if place == 0:
            return 0.0
        before, statement = self._statements[place - 1], self._statements[place]
        paragraph = PARAGRAPH_EM if begins_paragraph(self._source, before, statement) else 0.0
        ems = max(LOOKS[before.kind].after, LOOKS[statement.kind].before, paragraph)
        return round(max(STATEMENT_GAP, ems * self._em)) + self.room.get(place, 0)

    def forget_layout(self) -> None:
        """Measure anew at the next question: the width has changed."""
        self._extents = Extents((), (), 0.0)

    def extents(self) -> Extents:
        """Return where the grounds of the statements lie; measured once for each layout."""
        if len(self._extents.tops) < self.filled:
            self._extents = self._measure(list(self._extents.tops), list(self._extents.bottoms[:-1]))
        return self._extents

    def _measure(self, tops: list[float], bottoms: list[float]) -> Extents:
        layout = self._document.documentLayout()
        end = layout.blockBoundingRect(self._document.lastBlock()).bottom()
        block = self._document.findBlockByNumber(len(tops))
        for place in range(len(tops), self.filled):
            # Whole pixels, so that statements can be exactly level in both panes.
            top = round(block.layout().position().y() + self._leads[place]) - PAD
            tops.append(top)
            if place:
                bottoms.append(top - self._gaps[place])
            block = block.next()
        bottoms.append(round(end + self._leads[-1]) + PAD)
        return Extents(tops, bottoms, layout.documentSize().height())


def _format(font: QFont, look: KindLook, dim: QColor, spacing: float) -> tuple[QTextCharFormat, float, float]:
    """Return a kind's character format, its line height, and what of that stands above the first line."""
    own = QFont(font)
    own.setPointSizeF(font.pointSizeF() * look.scale)
    own.setBold(look.bold)
    if look.dimmed:
        own.setFamilies(list(SANS))
        own.setStyleHint(QFont.StyleHint.SansSerif)
    characters = QTextCharFormat()
    characters.setFont(own)
    if look.dimmed:
        characters.setForeground(dim)
    height = QFontMetricsF(own).height()
    ratio = spacing if look.scale <= 1.2 else max(1.0, spacing - LARGE_TIGHTER)
    line_height = float(max(round(QFontInfo(own).pixelSize() * ratio), round(height)))
    return characters, line_height, max(line_height - height, 0.0)
