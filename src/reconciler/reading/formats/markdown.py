"""Markdown (CommonMark with tables), with the notes and the front matter that people add to it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import one_line, split_lines, title_among, unique
from reconciler.reading.formats.plain import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_BYTES = 2 * 1024 * 1024
# Quotes in quotes and lists in lists: what is nested deeper, the parser would drop without a word.
_MAX_NESTING = 100
_MAX_FRONT = 200
_MAX_LINES = 200_000
# Each bracket may open a link that another one closes; more of them in a paragraph are no links.
_MAX_BRACKETS = 2_000
_FRONT_MARKS = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]{0,40})\s*[:=]\s*(?P<value>\S.*)")
_TITLES = ("title", "titre")
_DATES = ("date", "published", "publication_date", "pubdate")
_URLS = ("url", "canonical_url", "canonical", "link", "source")
_OUTLETS = ("outlet", "publisher", "publication", "site_name", "site")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def read(content: bytes) -> Extract:
    """Take the text of a Markdown file: a line each block, lists and quotes without their marks.

    Title, date, outlet and address are those of the front matter; otherwise the first heading of the
    first level is the title. Raises `ReadingError` (EMPTY, BINARY, TOO_LARGE).
    """
    if len(content) > MAX_BYTES:
        raise ReadingError(Problem.TOO_LARGE, "", f"{MAX_BYTES // 1024 // 1024} MB")
    source = decode(content).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n")
    if source.count("\n") > _MAX_LINES:
        raise ReadingError(Problem.TOO_LARGE, "", f"{_MAX_LINES} lines")
    front, source = _front_matter(source)
    fields = _fields(front)
    notes = [f"[{name}] {one_line(text)}" for name, text in _NOTE.findall(source)]
    page = _Page()
    page.take(_parsed(_NOTE_MARK.sub(r"\\[\1\\]", _NOTE.sub("", source))))
    lines = page.lines + notes
    title = page.title
    if named := _first(fields, _TITLES):
        title = title_among(named, lines) or named
        if title not in lines:
            lines.insert(0, title)
    if not lines:
        raise ReadingError(Problem.EMPTY, "")
    url = _first(fields, _URLS)
    return Extract(
        text="\n".join(lines),
        title=title,
        outlet=_first(fields, _OUTLETS),
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=_first(fields, _DATES),
        left_out=unique([*map(one_line, front), *page.left_out]),
    )


def _parsed(source: str) -> "Sequence[Token]":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    if any(paragraph.count("[") > _MAX_BRACKETS for paragraph in source.split("\n\n")):
        parser.disable(["link", "image"])
    try:
        return parser.parse(source)
    except RecursionError as error:
        raise ReadingError(Problem.CORRUPT, "", ">>>") from error


def _front_matter(source: str) -> tuple[list[str], str]:
    """Return the lines between the marks at the top of a file, and what follows them."""
    head = source.split("\n", _MAX_FRONT)
    ends = _FRONT_MARKS.get(head[0].rstrip())
    if ends is None:
        return [], source
    end = next((number for number, line in enumerate(head[1:], 1) if line.rstrip() in ends), None)
    if end is None or not any(_FIELD.match(line) for line in head[1:end]):
        return [], source
    return head[1:end], "\n".join(head[end + 1 :])


def _fields(front: Sequence[str]) -> dict[str, str]:
    """Return the fields of front matter that have one value, which is all that is asked of it."""
    found = (_FIELD.match(line) for line in front)
    pairs = ((field["name"].lower().replace("-", "_"), _unquoted(field["value"])) for field in found if field)
    return {name: value for name, value in pairs if value}


def _unquoted(value: str) -> str:
    value = one_line(value)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return one_line(value[1:-1].replace('\\"', '"').replace("''", "'"))
    return "" if value[0] in "[{|>&*" else value


def _first(fields: dict[str, str], names: Sequence[str]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


class _Page:
    """Gathers lines from the parser's tokens."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.title: str | None = None
        self.left_out: list[str] = []

    def take(self, tokens: "Sequence[Token]") -> None:
        """Add the lines of these tokens."""
        cells: list[str] | None = None
        heading = ""
        for token in tokens:
            match token.type:
                case "heading_open":
                    heading = token.tag
                case "tr_open":
                    cells = []
                case "tr_close":
                    self.lines += split_lines("\t".join(filter(None, cells or [])))
                    cells = None
                case "inline":
                    text = "".join(self._inline(token.children or []))
                    if cells is not None:
                        cells.append(one_line(text))
                    else:
                        self._add(split_lines(text), heading)
                    heading = ""
                case "fence" | "code_block":
                    self.lines += [line for line in token.content.split("\n") if line.strip()]
                case "html_block":
                    self.lines += _seen_lines(token.content)

    def _add(self, lines: list[str], heading: str) -> None:
        if heading == "h1" and lines and self.title is None:
            self.title = lines[0]
        self.lines += lines

    def _inline(self, tokens: "Sequence[Token]") -> Iterator[str]:
        """Return the words of a block; what describes a picture is furniture."""
        for token in tokens:
            match token.type:
                case "text" | "code_inline" | "text_special":
                    yield token.content
                case "softbreak":
                    yield " "
                case "hardbreak":
                    yield "\n"
                case "html_inline" if _BREAK.match(token.content):
                    yield "\n"
                case "image":
                    self.left_out.append(one_line("".join(self._inline(token.children or []))))


def _seen_lines(html: str) -> list[str]:
    """Return the lines of mark-up between those of the text, as a page would show them."""
    from reconciler.reading.formats.html_blocks import read_blocks
    from reconciler.reading.formats.html_tree import clean, parse

    tree = parse(html)
    return [] if tree is None else split_lines("\n".join(block.text for block in read_blocks(clean(tree))))
