"""What the readers of documents share: lines, rows, and which of a file's properties can be believed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

# Set between letters for the typesetter alone: words with them match no others.
_UNSET = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_WORDS = re.compile(r"\w+")
_HEAD = 8
_EARLIEST = 1995


def one_line(text: str) -> str:
    """Return text as one line: white space that XML and mail wrap at becomes one space."""
    return _SPACES.sub(" ", text).strip(" ")


def split_lines(text: str) -> list[str]:
    r"""Return the lines that hold anything; a tab between two of a row's cells is kept."""
    tidy = (re.sub(r"[ \t]*\t[ \t]*", "\t", line).strip() for line in _UNSET.sub("", text).split("\n"))
    return [line for line in tidy if line]


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's row: one line with tabs, or each cell's lines where one holds paragraphs.

    A table that lays out a page holds whole columns of an article in its cells.
    """
    if all(len(cell) <= 1 for cell in cells):
        joined = "\t".join(cell[0] for cell in cells if cell)
        return [joined] if joined else []
    return [line for cell in cells for line in cell]


def unique(passages: Iterable[str]) -> tuple[str, ...]:
    """Return passages without empty ones and repetitions, in order."""
    return tuple(dict.fromkeys(passage for passage in passages if passage))


def title_among(title: str | None, lines: Sequence[str]) -> str | None:
    """Return the line among a text's first that a file's property names as its title.

    A property that stands nowhere in the text is a template's, or the title of an older document.
    """
    wanted = _folded(title or "")
    if not wanted:
        return None
    return next((line for line in lines[:_HEAD] if _folded(line) == wanted), None)


def believable_day(created: str | None, modified: str | None) -> str | None:
    """Return the day on which a document was written, where its properties can be believed.

    A file that was made long before it was last changed was copied from another, or has been kept:
    its dates say nothing of the article's. ISO 8601 in, the day alone out, so that a time of saving
    never wins over a date that stands in the text.
    """
    first = _day(created)
    last = _day(modified) or first
    if first is None or last is None or first.year < _EARLIEST:
        return None
    return first.isoformat() if 0 <= (last - first).days <= 1 else None


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
