"""Sets statements in lines: which face each kind has, how its lines are broken, how high that is."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextOption

from reconciler.gui.panes.article_text import (
    LARGE_TIGHTER,
    LOOKS,
    PAD,
    SANS,
    KindLook,
    TypeLook,
    plain,
    reading_font,
)
from reconciler.model import Statement, StatementKind

SAMPLE = "The harbour minister said that twelve people had been hurt; « la préfecture n’a rien confirmé »."
"""Prose whose letters are as wide on average as those of an article: heights are guessed from it."""
RAGGED = 2.5
"""So many letters of a line stay empty on average, since words are not broken."""
_RIGHT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Face:
    """How statements of a kind are set: the least height of a line, and what of it is above the letters.

    `advance` is the width of a letter on average; all are pixels.
    """

    font: QFont
    line: float
    lead: float
    advance: float

    def high(self, lines: int) -> int:
        """Return how high a card with so many lines of this face's own letters is."""
        return round(lines * self.line - self.lead) + 2 * PAD

    def guess(self, length: int, width: float) -> int:
        """Return how high a card with so many characters in it may be."""
        return self.high(1 + int(length * self.advance / max(width - RAGGED * self.advance, self.advance)))


class Typesetter:
    """Sets statements in lines of one width, in pixels, by one look."""

    def __init__(self, look: TypeLook, width: float) -> None:
        self.font = reading_font(look.family, look.points)
        self.em = float(QFontInfo(self.font).pixelSize())
        self.faces: Mapping[StatementKind, Face] = {
            kind: _face(self.font, each, look.spacing) for kind, each in LOOKS.items()
        }
        self.width = max(width, 1.0)
        # One layout measures all: to make one for each statement takes longer than to break its lines.
        self._gauge = QTextLayout()
        self._gauge.setTextOption(_option(""))
        self._gauge_face: Face | None = None
        self._own: dict[StatementKind, set[str]] = {kind: set() for kind in LOOKS}

    def guess(self, kind: StatementKind, length: int) -> int:
        """Return how high the card of a statement with so many characters may be, without setting it."""
        return self.faces[kind].guess(length, self.width)

    def measure(self, statement: Statement) -> int:
        """Return how high a statement's card is."""
        face, text = self.faces[statement.kind], plain(statement.text)
        gauge = self._gauge
        if face is not self._gauge_face:
            gauge.setFont(face.font)
            self._gauge_face = face
        gauge.setText(text)
        if not self._has_own_letters(statement.kind, text):
            return round(_set_lines(gauge, face, self.width)) + 2 * PAD
        width, lines = self.width, 0
        gauge.beginLayout()
        line = gauge.createLine()
        while line.isValid():
            line.setLineWidth(width)
            lines += 1
            line = gauge.createLine()
        gauge.endLayout()
        return face.high(lines)

    def _has_own_letters(self, kind: StatementKind, text: str) -> bool:
        """Whether all letters are of the kind's own face, so that all lines are equally high."""
        known = self._own[kind]
        letters = set(text) - known
        if not letters:
            return True
        metrics = QFontMetricsF(self.faces[kind].font)
        own = {each for each in letters if metrics.inFontUcs4(ord(each))}
        known |= own
        return len(own) == len(letters)

    def set(self, statement: Statement) -> QTextLayout:
        """Return a statement set in lines, its first line at the top."""
        face, text = self.faces[statement.kind], plain(statement.text)
        layout = QTextLayout(text, face.font)
        layout.setTextOption(_option(text))
        layout.setCacheEnabled(True)
        _set_lines(layout, face, self.width)
        return layout


def _set_lines(layout: QTextLayout, face: Face, width: float) -> float:
    """Break a text into lines and put one below the other; answers how high they are."""
    height = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        own = line.height()
        # What a line has more than its letters need stands above them; above the first nothing does.
        above = max(face.line - own, 0.0) if height else 0.0
        line.setPosition(QPointF(0, height + above))
        height += above + own
        line = layout.createLine()
    layout.endLayout()
    return height


def _option(text: str) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if runs_from_right(text) else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def runs_from_right(text: str) -> bool:
    """Whether the first letter of a text with a direction belongs to a script that runs from the right."""
    if text.isascii():
        return False
    classes = (unicodedata.bidirectional(character) for character in text)
    return next((each in _RIGHT for each in classes if each in ("L", *_RIGHT)), False)


def _face(font: QFont, look: KindLook, spacing: float) -> Face:
    own = QFont(font)
    own.setPointSizeF(font.pointSizeF() * look.scale)
    own.setBold(look.bold)
    if look.dimmed:
        own.setFamilies(list(SANS))
        own.setStyleHint(QFont.StyleHint.SansSerif)
    layout = QTextLayout(SAMPLE, own)
    layout.beginLayout()
    sample = layout.createLine()
    layout.endLayout()
    height = sample.height()
    ratio = spacing if look.scale <= 1.2 else max(1.0, spacing - LARGE_TIGHTER)
    line = float(max(round(QFontInfo(own).pixelSize() * ratio), round(height)))
    return Face(own, line, line - height, sample.naturalTextWidth() / len(SAMPLE))
