"""OpenDocument texts (ODT)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import believable_day, row_lines, split_lines, title_among, unique
from reconciler.reading.formats.package import Package, corrupt

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = _NAMESPACE + "office:1.0}"
_STYLE = _NAMESPACE + "style:1.0}"
_TEXT = _NAMESPACE + "text:1.0}"
_TABLE = _NAMESPACE + "table:1.0}"
_DRAW = _NAMESPACE + "drawing:1.0}"
_SVG = _NAMESPACE + "svg-compatible:1.0}"

_PARAGRAPHS = frozenset({_TEXT + "p", _TEXT + "h"})
_ROW, _CELLS = _TABLE + "table-row", frozenset({_TABLE + "table-cell", _TABLE + "covered-table-cell"})
_SIGNS = {_TEXT + "s": " ", _TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_INDEXES = frozenset(
    _TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
_COMMENT = _OFFICE + "annotation"
# Text that was deleted is kept beside the body; a hidden paragraph and what describes a picture aren't read.
_SKIPPED = frozenset(
    {
        _TEXT + "tracked-changes",
        _TEXT + "hidden-text",
        _TEXT + "hidden-paragraph",
        _TEXT + "ruby-text",
        _TEXT + "note-citation",
        _SVG + "title",
        _SVG + "desc",
        _OFFICE + "forms",
        _OFFICE + "event-listeners",
        _TEXT + "sequence-decls",
        _TEXT + "variable-decls",
        _TEXT + "user-field-decls",
    }
)
_SPACES = re.compile(r"[ \t\r\n]+")
_MARGINS = frozenset(_STYLE + name for name in ("header", "footer", "header-first", "footer-first"))
_MARGINS |= {_STYLE + "header-left", _STYLE + "footer-left"}


def read(content: bytes) -> Extract:
    """Take the text of an OpenDocument text: body in order, then its notes; lists without their marks.

    Tracked deletions and hidden text are left out, insertions kept. A row of a table is a line.
    Raises `ReadingError` (EMPTY, ENCRYPTED, CORRUPT, TOO_LARGE).
    """
    package = Package(content)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise ReadingError(Problem.ENCRYPTED, "")
    root = package.parse("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise corrupt("office:text")
    story = _Story(_title_styles(root))
    lines = story.lines(body)
    lines += story.note_lines()
    if not lines:
        raise ReadingError(Problem.EMPTY, "")
    properties = _properties(package)
    return Extract(
        text="\n".join(lines),
        title=story.title or title_among(properties.get("title"), lines),
        published=believable_day(properties.get("creation-date"), properties.get("date")),
        left_out=unique([*story.left_out, *_margin_lines(package)]),
    )


def _title_styles(root: "_Element") -> frozenset[str]:
    """Return the names of the style of titles, and of those that a title's own formatting made of it."""
    styles = root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    made = (
        style.get(_STYLE + "name", "")
        for style in styles
        if style.get(_STYLE + "parent-style-name") == "Title"
    )
    return frozenset({"Title", *made})


def _properties(package: Package) -> dict[str, str]:
    if "meta.xml" not in package:
        return {}
    found = package.parse("meta.xml").find(f"{_OFFICE}meta")
    if found is None:
        return {}
    return {str(child.tag).rpartition("}")[2]: (child.text or "").strip() for child in found}


def _margin_lines(package: Package) -> list[str]:
    """Return the lines of headers and footers, which belong to the styles of pages."""
    if "styles.xml" not in package:
        return []
    pages = package.parse("styles.xml").find(f"{_OFFICE}master-styles")
    if pages is None:
        return []
    story = _Story(frozenset())
    return [line for part in pages.iter(*_MARGINS) for line in story.lines(part)]


class _Story:
    """Reads blocks of text; its notes wait in the order in which they stand."""

    def __init__(self, title_styles: frozenset[str]) -> None:
        self._title_styles = title_styles
        self._notes: list[_Element] = []
        self.title: str | None = None
        self.left_out: list[str] = []

    def lines(self, container: "_Element") -> list[str]:
        """Return the lines of what holds paragraphs and tables."""
        lines: list[str] = []
        for block in self._blocks(container):
            if block.tag == _ROW:
                lines += row_lines([self.lines(cell) for cell in block if cell.tag in _CELLS])
                continue
            boxes: list[_Element] = []
            found = split_lines(self._inline(block, boxes))
            if found and self.title is None and block.get(_TEXT + "style-name") in self._title_styles:
                self.title = found[0]
            lines += found
            for box in boxes:
                lines += self.lines(box)
        return lines

    def note_lines(self) -> list[str]:
        """Return the notes, numbered as they are referred to."""
        lines: list[str] = []
        for number, note in enumerate(self._notes, 1):
            if text := self.lines(note):
                lines += [f"[{number}] {text[0]}", *text[1:]]
        return lines

    def _blocks(self, container: "_Element") -> "Iterator[_Element]":
        """Walk through paragraphs and rows of tables, whatever wraps them."""
        for child in container:
            if child.tag in _PARAGRAPHS or child.tag == _ROW:
                yield child
            elif child.tag in _INDEXES or child.tag == _COMMENT:
                self.left_out += self.lines(child)
            elif child.tag not in _SKIPPED and child.get(_TEXT + "display") != "none":
                yield from self._blocks(child)

    def _inline(self, element: "_Element", boxes: "list[_Element]") -> str:
        """Return the text of a paragraph; the text boxes anchored in it are put aside."""
        parts = [_flat(element.text)]
        for child in element:
            if child.tag in _SIGNS:
                parts.append(_SIGNS[child.tag])
            elif child.tag == _DRAW + "text-box":
                boxes.append(child)
            elif child.tag == _TEXT + "note":
                body = child.find(_TEXT + "note-body")
                if body is not None:
                    self._notes.append(body)
                    parts.append(f"[{len(self._notes)}]")
            elif child.tag == _COMMENT:
                self.left_out += self.lines(child)
            elif child.tag not in _SKIPPED:
                parts.append(self._inline(child, boxes))
            parts.append(_flat(child.tail))
        return "".join(parts)


def _flat(text: str | None) -> str:
    """Return text with its white space as the format means it: any of it is one space."""
    return _SPACES.sub(" ", text or "")
