"""What an article looks like, whatever its text says: typography by kind of statement, plain characters."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

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

OBJECT = "\ufffc"
"""What Qt puts where an object stands; of all that must not shape a text it alone counts as printable."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\r|\u2029")
# Line breaks and the code points with which Qt marks frames and objects must not shape the text.
_PLAIN = {
    **dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys((0, 0xFDD0, 0xFDD1, ord(OBJECT)), "\ufffd"),
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
    if text.isprintable() and OBJECT not in text:
        return text
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
    between = source[before.end : statement.start]
    if len(between) < 2:
        return between == "\u2029"
    between = between.replace("\r\n", "\n")
    return _BLANK_LINE.search(between) is not None
