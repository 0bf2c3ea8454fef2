"""PDFs set by hand: pages of lines in a typewriter's font, whose letters are all equally wide.

A word may hold soft hyphens where it can be parted at a line's end, as a typesetter would.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.formats.samples import pdf_of

WIDE, HIGH = 595, 842
_LETTER = 0.6  # of the size, in Courier
# \x01 and \x02 are ligatures.
_ENCODING = b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding %s >>"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text and where it begins, in points from the page's lower left."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A place to set paragraphs in: its left edge, its top, and how many letters of `size` go into a line."""

    x: float
    top: float
    letters: int
    size: float = 10.0
    pitch: float = 12.0
    indent: int = 0
    gap: float = 0.0
    bold: bool = False

    def fill(self, paragraphs: Iterable[str]) -> list[Placed]:
        """Set paragraphs one under the other."""
        placed: list[Placed] = []
        y = self.top
        for paragraph in paragraphs:
            for at, line in enumerate(wrapped(paragraph, self.letters, self.indent)):
                shift = self.indent * self.size * _LETTER if at == 0 else 0.0
                placed.append(Placed(self.x + shift, y, self.size, line, self.bold))
                y -= self.pitch
            y -= self.gap
        return placed


def wrapped(text: str, letters: int, indent: int = 0) -> list[str]:
    """Break a paragraph into lines; soft hyphens that are not needed vanish."""
    lines, room = [""], letters - indent
    for word in text.split(" "):
        plain = word.replace("\u00ad", "")
        joint = " " if lines[-1] else ""
        if len(lines[-1]) + len(joint) + len(plain) <= room:
            lines[-1] += joint + plain
            continue
        head, tail = _parted(word, room - len(lines[-1]) - len(joint))
        if head:
            lines[-1] += joint + head
        lines.append(tail)
        room = letters
    return [line for line in lines if line]


def _parted(word: str, room: int) -> tuple[str, str]:
    """Part a word behind a hyphen of its own, or at a soft one, so that its head has room."""
    best = 0
    for at, char in enumerate(word):
        head = word[: at + 1].replace("\u00ad", "")
        if char in "\u00ad-" and len(head) + (char == "\u00ad") <= room:
            best = at + 1
    head, tail = word[:best], word[best:].replace("\u00ad", "")
    return (head.rstrip("\u00ad").replace("\u00ad", "") + "-" * head.endswith("\u00ad"), tail)


def document(pages: Sequence[Sequence[Placed]], *, info: str = "", extra: str = "", turned: int = 0) -> bytes:
    """Return a PDF of these pages; `info` are its properties, `extra` goes into its trailer."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _FONT % (b"Courier", _ENCODING),
        _FONT % (b"Courier-Bold", _ENCODING),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}] /Rotate {turned} "
            f"/Contents {6 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        drawn = b"\n".join(map(_drawn, page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    content = pdf_of([*objects, f"<< {info} >>".encode("cp1252")])
    return content.replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Info %d 0 R %s" % (len(objects) + 1, extra.encode())
    )


def _drawn(line: Placed) -> bytes:
    text = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    place = (
        f"1 0 0 1 {line.x:.2f} {line.y:.2f}" if not line.upwards else f"0 1 -1 0 {line.x:.2f} {line.y:.2f}"
    )
    return f"BT /F{1 + line.bold} {line.size} Tf {place} Tm ({text}) Tj ET".encode("cp1252")
