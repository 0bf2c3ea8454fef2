"""What stands on a page of a PDF: pieces of lines, each with its place and size, as PDFium finds them.

PDFium gives characters in the order in which they were drawn. Here they become pieces: runs along
one line without a gap as wide as between columns. What order they are read in is told by `pdf_order`.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import degrees
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line; places in points from the page's lower left, `size` the line's height."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False

    @property
    def width(self) -> float:
        """How far it reaches."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page's pieces, its height, and what was written across or up it; `unreadable` counts lost letters."""

    pieces: tuple[Piece, ...]
    height: float
    aslant: tuple[str, ...] = ()
    unreadable: int = 0


_MOST_CHARACTERS = 200_000
# PDFium's own marks: a hyphen that it takes for one of the typesetter's.
_HYPHENS = frozenset((0x02, 0xFFFE))
# Spaces that don't break are kept in the text; these part words, and the others of them lines.
_BLANKS = frozenset((0x20, 0x09))
_SPACES = _BLANKS | {0x0A, 0x0D, 0x0C, 0x0B}
_LOST = frozenset((0x01, 0xFFFD, *range(0xE000, 0xF900)))
_UNSEEN = frozenset((0x200B, 0x2060, 0xFEFF, 0x00))
# Between words of a piece, in sizes; less where PDFium ends a line, which it also does amid words.
_GAP = 1.0
_BROKEN_GAP = 0.6
_LETTER_GAP = 0.12
_NAME_LENGTH = 128
_FORCE_BOLD = 1 << 18
_BOLD = (b"bold", b"black", b"heavy", b"demi")


def read_page(page: "PdfPage") -> Page:
    """Read the text of a page. Raises `pypdfium2.PdfiumError` for one that can't be read."""
    text_page = page.get_textpage()
    try:
        return _Gatherer(text_page, page.get_height(), page.get_rotation()).page()
    finally:
        text_page.close()


def _letter(code: int) -> str:
    return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"


class _Gatherer:
    """Walks over a page's characters; asks for places at the ends of words only, which are few."""

    def __init__(self, text_page: "PdfTextPage", height: float, rotation: int) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._handle = text_page.raw
        self._count = min(text_page.count_chars(), _MOST_CHARACTERS)
        self._height = height
        self._rotation = rotation
        self._box = raw.FS_RECTF()
        self._box_at = ctypes.byref(self._box)
        self._unreadable = 0
        self._pieces: list[tuple[Piece, int]] = []
        self._words: list[str] = []
        self._place: tuple[float, float, float, float] | None = None
        self._angle = 0
        self._broken = False
        self._first = self._last = 0
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()

    def page(self) -> Page:
        start = -1
        letters: list[str] = []
        for at, code in self._codes():
            if code in _SPACES or code in _HYPHENS:
                if code in _HYPHENS:
                    letters.append("-")
                    start = at if start < 0 else start
                if start >= 0:
                    self._word("".join(letters), start, at if code in _HYPHENS else at - 1)
                    start, letters = -1, []
                if code in _HYPHENS:
                    # A parted word ends its line, though no end of a line is given.
                    self._end()
                self._broken = self._broken or code not in _BLANKS
            elif code not in _UNSEEN:
                start = at if start < 0 else start
                letters.append(_letter(code))
                self._unreadable += code in _LOST
        if start >= 0:
            self._word("".join(letters), start, self._count - 1)
        self._end()
        return self._finished()

    def _codes(self) -> Iterator[tuple[int, int]]:
        """Yield the characters' places and codes; two halves of one are one."""
        unicode_of, handle = self._raw.FPDFText_GetUnicode, self._handle
        high = 0
        for at in range(self._count):
            code = unicode_of(handle, at)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            yield at, code

    def _word(self, text: str, start: int, end: int) -> None:
        """Add a word to the piece that was begun, or begin another with it."""
        if self._place is not None and not self._go_on(text, start, end):
            self._end()
        if self._place is None:
            self._angle = round(degrees(self._raw.FPDFText_GetCharAngle(self._handle, start)) / 90) % 4
            self._place = self._span(start, end)
            self._first = start
            self._words.append(text)
        self._broken = False
        self._last = end

    def _go_on(self, text: str, start: int, end: int) -> bool:
        if self._place is None:
            return False
        left, bottom, right, top = self._span(start, end)
        first, below, before, above = self._place
        size = min(above - below, top - bottom) or 1.0
        gap = (left - before) / size
        is_beside = min(above, top) - max(below, bottom) >= 0.4 * size
        if not is_beside or not -0.5 < gap < (_BROKEN_GAP if self._broken else _GAP):
            return False
        if self._broken and gap < _LETTER_GAP:
            self._words[-1] += text
        else:
            self._words.append(text)
        if top - bottom >= 1.6 * size:  # an initial or a formula does not make the line higher
            bottom, top = below, above
        self._place = (min(first, left), min(below, bottom), max(before, right), max(above, top))
        return True

    def _span(self, start: int, end: int) -> tuple[float, float, float, float]:
        first, last = self._box_of(start), self._box_of(end)
        return (
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[2], last[2]),
            max(first[3], last[3]),
        )

    def _is_bold(self, at: int) -> bool:
        length = self._raw.FPDFText_GetFontInfo(self._handle, at, self._name, _NAME_LENGTH, self._flags)
        name = self._name.value.lower() if 0 < length <= _NAME_LENGTH else b""
        return bool(self._flags.value & _FORCE_BOLD) or any(word in name for word in _BOLD)

    def _box_of(self, at: int) -> tuple[float, float, float, float]:
        self._raw.FPDFText_GetLooseCharBox(self._handle, at, self._box_at)
        box = self._box
        sides = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        return _turned(sides, self._angle) if self._angle else sides

    def _end(self) -> None:
        if self._place is not None and self._words:
            left, bottom, right, top = self._place
            text = " ".join(self._words).strip()
            if text:
                bold = self._is_bold(self._first) and self._is_bold(self._last)
                piece = Piece(text, left, bottom, right, top, top - bottom or 1.0, bold)
                self._pieces.append((piece, self._angle))
        self._words = []
        self._place = None

    def _finished(self) -> Page:
        """Return the page as most of it is written; leave out what is written across that."""
        letters = [0, 0, 0, 0]
        for piece, angle in self._pieces:
            letters[angle] += len(piece.text)
        upright = max(range(4), key=letters.__getitem__)
        pieces = [piece for piece, angle in self._pieces if angle == upright]
        aslant = tuple(piece.text for piece, angle in self._pieces if angle != upright)
        return Page(tuple(pieces), self._height, aslant, self._unreadable)


def _turned(sides: tuple[float, float, float, float], angle: int) -> tuple[float, float, float, float]:
    """Return a box as it is seen by who reads at this angle, in quarters of a turn to the right."""
    left, bottom, right, top = sides
    if angle == 1:
        return -top, left, -bottom, right
    if angle == 2:
        return -right, -top, -left, -bottom
    return bottom, -right, top, -left


def usual_size(pieces: "list[Piece] | tuple[Piece, ...]") -> float:
    """Return the height of most of the text, in points."""
    sizes = [piece.size for piece in pieces for _ in range(max(1, len(piece.text) // 20))]
    return median(sizes) if sizes else 10.0
