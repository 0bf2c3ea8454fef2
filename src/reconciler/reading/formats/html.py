"""Web pages, as they are saved: what was the article, and what stood around it.

Nothing a page refers to is loaded and no script of it runs. trafilatura (imported here only: a
quarter of a second and 40 MB) says where the article is; its text is the page's own, passage by passage.
"""

import codecs
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError
from reconciler.header import read_header
from reconciler.reading.formats import plain
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.html_article import Choice, choose, visible, words
from reconciler.reading.formats.html_blocks import Block, read_blocks
from reconciler.reading.formats.html_facts import Facts, moments, outlet_beside, read_facts, web_address
from reconciler.reading.formats.html_tree import clean, parse
from reconciler.reading.formats.lines import one_line, unique
from reconciler.reading.formats.progress import tell_progress

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATA = re.compile(rb"data:[A-Za-z0-9/+.;=_-]{0,100},[A-Za-z0-9+/=%_.~!*-]{200,}")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})")
_HEAD = 8192
_CHARSETS = re.compile(
    r"utf-?8|(?:windows|cp|x-cp)-?(?:125\d|874|932|949|950)|iso-?8859-?\d+|latin-?[1-9]|koi8-[ru]|gb(?:2312|k|18030)"
    r"|big5(?:-hkscs)?|euc-(?:jp|kr)|(?:x-)?(?:shift[_-]jis|sjis)|iso-2022-jp|macintosh|ibm866|tis-620|us-ascii"
)
# What pages declare, and what browsers take it for.
_TAKEN_FOR = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis", "x-shift_jis"), "cp932"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("euc-kr",), "cp949"),
    **dict.fromkeys(("macintosh",), "mac-roman"),
    **dict.fromkeys(("windows-874", "tis-620"), "cp874"),
}
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,8}\)|Page saved with SingleFile\s+url:)\s*(\S{1,2000})", re.IGNORECASE
)
# It takes some 5 seconds for as many, and its time grows faster than a page.
_MOST_ELEMENTS = 25_000
_ENOUGH_WORDS = 60
_LEAST_WORDS = 5
_HEADER_LINES = 8
_MAX_LEFT_OUT = 2000


def read(content: bytes) -> Extract:
    """Take the article out of a page; how far it is, is told through `progress`.

    Raises `ReadingError` (EMPTY, NO_ARTICLE).
    """
    return read_page(content)


def read_page(content: bytes, *, charset: str | None = None, address: str | None = None) -> Extract:
    """Take the article out of a page whose encoding or address is known from elsewhere.

    Raises `ReadingError` (EMPTY, NO_ARTICLE).
    """
    if not content.strip(b"\x00 \t\r\n\f\xef\xbb\xbf"):
        raise ReadingError(Problem.EMPTY, "")
    text = decode(_DATA.sub(b"data:,", content), charset)
    saved = _SAVED_FROM.search(text, 0, _HEAD)
    tree = parse(text)
    tell_progress(0.1)
    if tree is None:
        raise ReadingError(Problem.NO_ARTICLE, "")
    address = address or (web_address(saved[1]) if saved else None)
    found = _find(clean(tree), address)
    for mark in ("<noscript", "aria-hidden"):
        if found.size < _ENOUGH_WORDS and mark in text:
            again = _find(clean(tree, noscript=True, aria_hidden=mark == "aria-hidden"), address)
            found = again if again.size > 2 * found.size else found
    return _extract(found)


def decode(content: bytes, charset: str | None = None) -> str:
    """Decode a page: byte-order mark, then UTF-8 where it is sound, then what is declared, then a guess.

    Sound UTF-8 with letters beyond ASCII is that whatever a page declares.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    head = content[:_HEAD]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Every other byte of what is mostly ASCII is zero, and no other byte is.
        if head[place::2].count(0) * 2 > len(head[place::2]) and not head[1 - place :: 2].count(0):
            return content.decode(encoding, "replace")
    in_page = _DECLARED.search(head) or _DECLARED_XML.search(head)
    declared = _known(charset) or _known(in_page[1].decode("ascii") if in_page else None)
    try:
        if declared != "iso-2022-jp":
            return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return content.decode(declared, "replace") if declared else _guessed(content)


def _known(charset: str | None) -> str | None:
    name = (charset or "").strip().lower()
    if not _CHARSETS.fullmatch(name):
        return None
    try:
        return codecs.lookup(_TAKEN_FOR.get(name, name)).name
    except LookupError:
        return None


def _guessed(content: bytes) -> str:
    try:
        return plain.decode(content.replace(b"\x00", b" "))
    except ReadingError:
        return content.decode("cp1252", "replace")


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look at a page gave: the article's lines, the headline first, their words, and the rest."""

    facts: Facts = field(default_factory=Facts)
    lines: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    size: int = 0


def _find(tree: "_Element", address: str | None) -> _Found:
    blocks = read_blocks(tree)
    tell_progress(0.3)
    passages, guess = _judged(tree)
    tell_progress(0.7)
    facts = _completed(read_facts(tree, address), guess)
    body = _body_lines(facts.body)
    choice = choose(blocks, [*passages, *body], facts.title)
    if not any(choice.chosen):
        choice = visible(blocks, facts.title)
    lines = [block.text for block, is_in in zip(blocks, choice.chosen, strict=True) if is_in]
    left_out = [block.text for block, is_in in zip(blocks, choice.chosen, strict=True) if not is_in]
    if sum(map(len, body)) > 2 * sum(map(len, lines)):
        # A script would have written the article into the page from what describes it.
        lines, left_out, choice = body, [block.text for block in blocks], Choice(())
    if choice.headline is not None:
        facts = _with_headline(facts, blocks[choice.headline].text, tree)
        lines[0] = facts.title or lines[0]
    elif facts.title and lines and words(lines[0]) != words(facts.title):
        lines = [facts.title, *lines]
    facts = replace(
        facts,
        outlet=facts.outlet or guess.outlet,
        published=facts.published or _dated(blocks, choice) or moments(tree).get(guess.published or ""),
    )
    return _Found(facts, tuple(lines), tuple(left_out), sum(len(words(line)) for line in lines))


def _with_headline(facts: Facts, shown: str, tree: "_Element") -> Facts:
    """Take the headline as the page shows it, but for a catchword before it that no description has."""
    described = words(facts.title or "")
    if described and facts.title and words(shown)[-len(described) :] == described:
        shown = facts.title if words(shown) != described else shown
    return replace(facts, title=shown, outlet=facts.outlet or outlet_beside(tree, shown))


def _judged(tree: "_Element") -> tuple[list[str], Facts]:
    """Ask trafilatura for the passages of the article and for what the page says of it.

    It keeps nothing from one page to the next (no deduplication), asks no network, and no clock: the
    latest date it may believe is the same every day.
    """
    from trafilatura import bare_extraction

    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS)) == _MOST_ELEMENTS:
        return [], Facts()
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    with _silenced():
        try:
            document = bare_extraction(
                tree,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                deduplicate=False,
                date_extraction_params=dates,
            )
        except Exception:  # whatever it trips over: the page's own text is left to fall back on
            document = None
    if document is None:
        return [], Facts()
    said = document.as_dict() if not isinstance(document, dict) else document
    guess = Facts(said.get("title"), said.get("sitename"), said.get("url"), said.get("date"))
    return str(said.get("text") or "").splitlines(), guess


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep libraries from writing to the log: what they have to say is of one page in a million."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _completed(facts: Facts, guess: Facts) -> Facts:
    return replace(
        facts,
        title=facts.title or guess.title,
        url=facts.url or (web_address(guess.url) if guess.url else None),
    )


def _dated(blocks: Sequence[Block], choice: Choice) -> str | None:
    """Return the date that stands in a line of its own around the headline, or above the text without one."""
    first = choice.headline if choice.headline is not None else next(iter(_chosen(choice)), None)
    if first is None:
        return None
    for block in blocks[max(0, first - 3) : first + _HEADER_LINES]:
        if (header := read_header(block.text)) and header.dates and not header.updated:
            return header.dates[0].iso
    return None


def _chosen(choice: Choice) -> Iterator[int]:
    return (at for at, is_in in enumerate(choice.chosen) if is_in)


def _body_lines(body: str | None) -> list[str]:
    """Return the lines of an article in structured data, which some sites write as mark-up."""
    if not body:
        return []
    tree = parse(body.replace("\n", "<br>")) if "<" in body or "&" in body else None
    if tree is not None:
        return [block.text for block in read_blocks(clean(tree))]
    return [line for each in body.splitlines() if (line := one_line(each))]


def _extract(found: _Found) -> Extract:
    if found.size - len(words(found.facts.title or "")) < _LEAST_WORDS:
        raise ReadingError(Problem.NO_ARTICLE, "")
    return Extract(
        text="\n".join(found.lines),
        title=found.facts.title,
        outlet=found.facts.outlet,
        url=found.facts.url,
        published=found.facts.published,
        left_out=unique(found.left_out)[:_MAX_LEFT_OUT],
    )
