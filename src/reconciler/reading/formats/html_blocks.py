"""The passages of a page in the order in which they stand: a paragraph, a heading, a list item each one.

What a passage is told by where it stands: whether it is all link, and in which part of the page.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from reconciler.reading.formats.html_tree import tags
from reconciler.resources import entries

if TYPE_CHECKING:
    from lxml.etree import _Element


class Kind(StrEnum):
    """What a passage is by its mark-up."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A passage; `linked` counts its characters that are links.

    `path` numbers the containers around it, outermost first, `parts` those of the elements around it
    that look like furniture; `lead` says that its mark-up calls it a standfirst.
    """

    text: str
    kind: Kind
    linked: int
    parts: tuple[int, ...]
    path: tuple[int, ...]
    lead: bool = False

    @property
    def parent(self) -> int:
        """The innermost container."""
        return self.path[-1]


_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\x00+")
# Set between letters for the typesetter alone, and what no text holds.
_UNSET = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_BREAK, _CELL = "\x00", "\x1f"
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_KINDS = {
    "h1": Kind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "dt", "summary"), Kind.HEADING),
    **dict.fromkeys(("li", "dd"), Kind.ITEM),
    "blockquote": Kind.QUOTE,
    **dict.fromkeys(("figcaption", "caption", "figure"), Kind.CAPTION),
}
_HANDED_DOWN = frozenset((Kind.CAPTION, Kind.QUOTE, Kind.ITEM))
_ENDS = '.!?…:;»”"'
_ROW_LENGTH = 400
_ROW_ELEMENTS = 200
_QUOTES = {"fr": ("« ", " »")}


def read_blocks(tree: "_Element") -> list[Block]:
    """Return what stands in a cleaned tree (`html_tree.clean`), passage by passage."""
    from lxml import etree

    root = tree.find("body")
    if root is None:
        return []
    reader = _Reader((tree.get("lang") or "")[:2].lower())
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.start(element)
        else:
            reader.end(element, is_root=element is root)
    reader.flush()
    return reader.blocks


@dataclass(slots=True)
class _Frame:
    """An open block element, with what it hands on to what stands in it."""

    number: int
    kind: Kind
    parts: tuple[int, ...]
    path: tuple[int, ...]
    lead: bool
    in_row: bool


class _Reader:
    """Gathers text between the starts and ends of block elements."""

    def __init__(self, language: str) -> None:
        self.blocks: list[Block] = []
        self._quotes = _QUOTES.get(language, ("“", "”"))
        self._count = 0
        self._frames = [_Frame(0, Kind.TEXT, (), (0,), lead=False, in_row=False)]
        self._run: list[str] = []
        self._linked = 0
        self._links = 0
        self._pre = 0

    def start(self, element: "_Element") -> None:
        tag = str(element.tag)
        if tag in tags("block"):
            self._open(element, tag)
        elif tag == "br":
            self._run.append(_BREAK)
        elif tag == "a":
            self._links += 1
        elif tag == "q":
            self._run.append(self._quotes[0])
        self._add(element.text)

    def end(self, element: "_Element", *, is_root: bool) -> None:
        tag = str(element.tag)
        if tag in tags("block"):
            self._close(tag)
        elif tag == "a":
            self._links -= 1
        elif tag == "q":
            self._run.append(self._quotes[1])
        if not is_root:
            self._add(element.tail)

    def flush(self) -> None:
        """End the passage that was begun."""
        whole, linked = "".join(self._run), self._linked
        self._run.clear()
        self._linked = 0
        frame = self._frames[-1]
        lines = _lines(whole)
        for text in lines:
            share = linked if len(lines) == 1 else linked * len(text) // max(1, len(whole))
            place = (frame.parts, frame.path, frame.lead)
            self.blocks.append(Block(text, frame.kind, min(share, len(text)), *place))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = _UNSET.sub("", text)
        if self._pre:
            text = text.replace("\n", _BREAK)
        self._run.append(text)
        if self._links:
            self._linked += len(_SPACES.sub(" ", text).strip())

    def _open(self, element: "_Element", tag: str) -> None:
        above = self._frames[-1]
        if above.in_row:
            if self._run and tag in ("td", "th"):
                self._run.append(_CELL)
            self._frames.append(above)
            return
        self.flush()
        self._count += 1
        self._pre += tag == "pre"
        words = _class_words(element)
        kind = _KINDS.get(tag, above.kind if above.kind in _HANDED_DOWN else Kind.TEXT)
        if above.kind is Kind.CAPTION or (tag in tags("block") and words & _listed("caption_classes")):
            kind = Kind.CAPTION
        frame = _Frame(
            number=self._count,
            kind=kind,
            parts=(*above.parts, self._count) if _is_furniture(element, tag, words) else above.parts,
            path=above.path if tag in tags("leaf") else (*above.path, self._count),
            lead=above.lead or bool(words & _listed("lead_classes")),
            in_row=tag == "tr" and _is_row(element),
        )
        self._frames.append(frame)

    def _close(self, tag: str) -> None:
        frame = self._frames.pop()
        if self._frames[-1] is frame:
            return
        self._frames.append(frame)
        self.flush()
        self._frames.pop()
        self._pre -= tag == "pre"


def _lines(whole: str) -> list[str]:
    """Return the lines of a run of text; a break amid a sentence is no end of a line."""
    lines: list[list[str]] = []
    for part in _BREAKS.split(whole):
        cells = (_SPACES.sub(" ", cell).strip(" ") for cell in part.split(_CELL))
        line = "\t".join(cell for cell in cells if cell)
        if lines and line and line[0].islower() and lines[-1][-1][-1] not in _ENDS:
            lines[-1].append(line)
        elif line:
            lines.append([line])
    return [" ".join(parts) for parts in lines]


def _class_words(element: "_Element") -> frozenset[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " ":
        return frozenset()
    return frozenset(word.lower() for word in _CLASS_WORD.findall(names))


def _is_furniture(element: "_Element", tag: str, words: frozenset[str]) -> bool:
    if tag in ("body", "html", "main"):
        return False
    if tag in tags("furniture") or (element.get("role") or "").lower() in _listed("furniture_roles"):
        return True
    return bool(words & _listed("furniture_classes")) or any(pair <= words for pair in _furniture_pairs())


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(entries("reading", f"{name}.txt"))


@cache
def _furniture_pairs() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split()) for entry in _listed("furniture_classes") if " " in entry)


def _is_row(row: "_Element") -> bool:
    """Tell a row of figures from one that lays out a page: its cells are short and hold no paragraphs."""
    if len(row) < 2:
        return False
    length = 0
    for number, element in enumerate(row.iter()):
        length += len(element.text or "") + len(element.tail or "")
        is_cell = element.tag in ("tr", "td", "th")
        if number > _ROW_ELEMENTS or length > _ROW_LENGTH or (element.tag in tags("block") and not is_cell):
            return False
    return True
