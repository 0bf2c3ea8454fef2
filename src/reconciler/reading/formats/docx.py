"""Word documents (DOCX, templates and documents with macros too, transitional and strict).

The text is taken from the XML itself: the paragraphs of python-docx leave out tracked insertions,
text boxes and content controls, and it unpacks every picture on opening. Elements are told by their
local names, in which the two forms of the standard agree.
"""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import believable_day, row_lines, split_lines, title_among, unique
from reconciler.reading.formats.package import Package, corrupt

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_PROPERTIES = frozenset({"pPr", "rPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"})
# What was deleted or moved away, the codes of fields, and the reading printed above a word.
_SKIPPED = _PROPERTIES | {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
# When the template of python-docx was made: it stands in every file of a program built on it.
_TEMPLATE_MADE = "2013-12-23T23:15:00Z"
_Related = list[tuple[str, str]]


def read(content: bytes) -> Extract:
    """Take the text of a Word document: body in order, then its notes; lists without their marks.

    Tracked deletions and hidden text are left out, insertions kept. A row of a table is a line.
    Raises `ReadingError` (EMPTY, ENCRYPTED, OLD_OFFICE, CORRUPT, TOO_LARGE).
    """
    package = Package(content)
    about = _related(package, "")
    main = next((name for kind, name in about if kind == "officeDocument"), None)
    if main is None:
        raise corrupt("officeDocument")
    story = _Story(package, _related(package, main))
    lines = story.lines(package.parse(main))
    lines += story.note_lines()
    if not lines:
        raise ReadingError(Problem.EMPTY, "")
    properties = _properties(package, about)
    return Extract(
        text="\n".join(lines),
        title=story.title or title_among(properties.get("title"), lines),
        published=believable_day(properties.get("created"), properties.get("modified")),
        left_out=unique([*story.left_out, *story.margins()]),
    )


def _related(package: Package, part: str) -> _Related:
    """Return kind and name of the parts that one refers to; what lies outside of the file is not followed."""
    folder, _, file = part.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in package:
        return []
    found = []
    for relation in package.parse(name):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target in package:
            found.append((relation.get("Type", "").rpartition("/")[2], target))
    return found


def _properties(package: Package, about: _Related) -> dict[str, str]:
    core = next((name for kind, name in about if kind == "core-properties"), None)
    if core is None:
        return {}
    found = {_local(child): (child.text or "").strip() for child in package.parse(core)}
    return {name: text for name, text in found.items() if text != _TEMPLATE_MADE}


class _Story:
    """Reads blocks of text; its notes wait in the order in which they are referred to."""

    def __init__(self, package: Package, related: _Related) -> None:
        self._package = package
        self._related = related
        self._styles = self._named_styles()
        self._notes: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self.title: str | None = None
        self.left_out: list[str] = []

    def lines(self, container: "_Element") -> list[str]:
        """Return the lines of what holds paragraphs and tables.

        A paragraph whose mark was deleted goes on in the next one.
        """
        lines: list[str] = []
        begun = ""
        for block in _blocks(container):
            if _local(block) == "tbl":
                lines += self._table(block)
            elif _local(block) == "sdt":
                self.left_out += self.lines(block[-1])
            else:
                boxes: list[_Element] = []
                begun += self._inline(block, boxes)
                if not _mark_is_gone(block):
                    lines += self._placed(block, split_lines(begun))
                    begun = ""
                for box in boxes:
                    lines += self.lines(box)
        return lines + split_lines(begun)

    def note_lines(self) -> list[str]:
        """Return the notes that were referred to; a note may refer to another one."""
        notes = {
            (kind, _value(note, "id")): note
            for kind in ("footnotes", "endnotes")
            for root in self._roots(kind)
            for note in root
        }
        lines: list[str] = []
        for number, key in enumerate(self._notes, 1):
            if (note := notes.get(key)) is not None and (text := self.lines(note)):
                lines += [f"[{number}] {text[0]}", *text[1:]]
        return lines

    def margins(self) -> list[str]:
        """Return the lines of headers, footers and comments."""
        kinds = ("header", "footer", "comments")
        return [line for kind in kinds for root in self._roots(kind) for line in self.lines(root)]

    def _roots(self, kind: str) -> "Iterator[_Element]":
        return (self._package.parse(name) for related, name in self._related if related == kind)

    def _named_styles(self) -> dict[str, str]:
        """Return the names of styles by their ids: ids are translated, names of the usual styles are not."""
        return {
            _value(style, "styleId"): _value(_child(style, "name"), "val").lower()
            for root in self._roots("styles")
            for style in root
            if _local(style) == "style"
        }

    def _placed(self, paragraph: "_Element", lines: list[str]) -> list[str]:
        """Return a paragraph's lines unless its style says that they are furniture."""
        style = _child(_child(paragraph, "pPr"), "pStyle")
        name = self._styles.get(_value(style, "val"), "")
        if name == "caption" or name.startswith("toc "):
            self.left_out += lines
            return []
        if name == "title" and lines and self.title is None:
            self.title = lines[0]
        return lines

    def _table(self, table: "_Element") -> list[str]:
        lines: list[str] = []
        for row in _inside(table, "tr"):
            if _child(_child(row, "trPr"), "del") is None:
                lines += row_lines([self.lines(cell) for cell in _inside(row, "tc")])
        return lines

    def _inline(self, element: "_Element", boxes: "list[_Element]") -> str:
        """Return the text of a paragraph; the text boxes anchored in it are put aside."""
        parts: list[str] = []
        for child in _shown(element):
            name = _local(child)
            if name == "t":
                parts.append((child.text or "").replace("\n", " "))
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name in _NOTES:
                parts.append(f"[{self._number((_NOTES[name], _value(child, 'id')))}]")
            elif name == "sym":
                parts.append(_symbol(_value(child, "char")))
            elif name == "txbxContent":
                boxes.append(child)
            elif name != "r" or not _is_hidden(child):
                parts.append(self._inline(child, boxes))
        return "".join(parts)

    def _number(self, note: tuple[str, str]) -> int:
        """Return a note's number, which the first reference to it gives."""
        if note not in self._numbers:
            self._notes.append(note)
            self._numbers[note] = len(self._notes)
        return self._numbers[note]


def _blocks(container: "_Element") -> "Iterator[_Element]":
    """Walk through paragraphs and tables, whatever wraps them; a table of contents comes as a whole."""
    for child in _shown(container):
        name = _local(child)
        if name in ("p", "tbl") or (name == "sdt" and _is_contents(child)):
            yield child
        else:
            yield from _blocks(child)


def _inside(element: "_Element", wanted: str) -> "Iterator[_Element]":
    """Walk through the rows of a table or the cells of a row, whatever wraps them."""
    for child in _shown(element):
        if _local(child) == wanted:
            yield child
        elif _local(child) not in ("p", "tbl"):
            yield from _inside(child, wanted)


def _shown(element: "_Element") -> "Iterator[_Element]":
    """Walk through the children that are shown; of alternatives for newer and older programs the first."""
    if _local(element) == "AlternateContent":
        yield from list(element)[:1]
        return
    for child in element:
        if _local(child) not in _SKIPPED:
            yield child


def _is_contents(control: "_Element") -> bool:
    gallery = _child(_child(_child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return _value(gallery, "val") == "Table of Contents"


def _mark_is_gone(paragraph: "_Element") -> bool:
    mark = _child(_child(paragraph, "pPr"), "rPr")
    return _child(mark, "del") is not None or _child(mark, "moveFrom") is not None


def _is_hidden(run: "_Element") -> bool:
    vanish = _child(_child(run, "rPr"), "vanish")
    return vanish is not None and _value(vanish, "val") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    """Return a symbol by its hexadecimal code; those of the private area are a font's own pictures."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() else ""


def _local(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _child(element: "_Element | None", name: str) -> "_Element | None":
    if element is None:
        return None
    return next((child for child in element if _local(child) == name), None)


def _value(element: "_Element | None", name: str) -> str:
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
