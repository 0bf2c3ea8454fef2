"""A page's tree, made safe and small: parsed without loading anything, cleaned, as deep as a page is.

lxml's parser reads any mark-up and expands no entity; what it leaves is copied element by element
into a tree that holds only what a reader of the page could see, and what describes the article.
"""

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from reconciler.resources import entries

if TYPE_CHECKING:
    from lxml.etree import TreeBuilder, _Element

MAX_DEPTH = 100
# Far more than a page of prose has; the text of those that follow is kept, in the last one.
MAX_ELEMENTS = 150_000

_HEAD = frozenset(("title", "meta", "link", "base"))
_KEPT_ATTRIBUTES = (
    *("class", "id", "role", "lang", "rel", "href", "name", "property", "content"),
    *("itemprop", "datetime", "type", "charset"),
)
_MAX_ATTRIBUTE = 2000
_MAX_JSON = 2_000_000
_NEVER_SEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:[a-z%]*)\s*(?:;|!|$)",
    re.IGNORECASE,
)
# Written for screen readers alone, or the number of a footnote.
_UNSEEN_CLASSES = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|visuallyhidden|screen-reader(?:-text)?|show-for-sr|u-hidden|is-hidden"
    r"|reference|mw-editsection|noprint)(?:\s|$)"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>?")
_OVERLONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,40})\s[^<>]{8000,}>?")
_MOST_ATTRIBUTES = 500
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:._-]{0,60}")
_EMPTY = re.compile(r"<p>(?:\s*<p>)+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_JSON_FRAME = re.compile(r"^[\s/*]*(?:<!--|<!\[CDATA\[)[\s/*]*|[\s/*]*(?:-->|\]\]>)[\s/*;]*$")


@cache
def tags(name: str) -> frozenset[str]:
    """Return a list of elements, named as its file in the resources."""
    return frozenset(tag for line in entries("reading", f"{name}_tags.txt") for tag in line.split())


def parse(text: str) -> "_Element | None":
    """Return the tree of a page, or None where there is none.

    The parser stops at 2,048 levels and forgets what follows; a page that deep, which is one of
    elements never closed, is read a second time without its nesting.
    """
    text = _OVERLONG_TAG.sub(_without_attributes, _CONTROLS.sub(" ", text))
    tree, too_deep = _parsed(text)
    if too_deep:
        tree, _ = _parsed(_flat(text))
    return tree


def _parsed(text: str) -> tuple["_Element | None", bool]:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, False
    deep = any(entry.level_name == "FATAL" and "depth" in entry.message for entry in parser.error_log)
    return tree, deep


def _without_attributes(tag: re.Match[str]) -> str:
    """Leave out attributes too many to be meant: the parser compares each with all others."""
    return f"<{tag[1]}>" if tag[0].count("=") > _MOST_ATTRIBUTES else tag[0]


def _flat(text: str) -> str:
    """Return mark-up in which nothing nests: blocks become paragraphs, which close each other."""

    def flattened(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in tags("own"):
            return tag[0]
        return "<p>" if name == "br" or name in tags("block") else ""

    return _EMPTY.sub("<p>", _TAG.sub(flattened, text))


def clean(tree: "_Element", *, noscript: bool = False, aria_hidden: bool = False) -> "_Element":
    """Copy what a reader could see of a page, at most `MAX_DEPTH` levels deep, and what describes it.

    `noscript` takes in what is shown without scripts, `aria_hidden` what is kept from screen readers
    (a page saved with a dialog open hides all of itself so). Deeper levels are merged into their parent.
    """
    from lxml import etree
    from lxml.html import html_parser

    builder = etree.TreeBuilder(element_factory=html_parser.makeelement)
    made: list[bool] = []
    depth = seen = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if made.pop():
                builder.end(_name(element))
                depth -= 1
            if element.tail and element is not tree:
                builder.data(_CONTROLS.sub("", element.tail))
            continue
        seen += 1
        if _is_dropped(element, noscript=noscript, aria_hidden=aria_hidden):
            _keep_description(builder, element)
            walk.skip_subtree()
            made.append(False)
            continue
        made.append(depth < MAX_DEPTH and seen < MAX_ELEMENTS)
        if made[-1]:
            builder.start(_name(element), _attributes(element))
            depth += 1
        elif element.tag in tags("block"):
            builder.data("\n")
        if element.text:
            builder.data(_CONTROLS.sub("", element.text))
    return builder.close()


def _name(element: "_Element") -> str:
    tag = str(element.tag)
    if tag == "noscript":
        return "div"
    return tag if _NAME.fullmatch(tag) else "span"


def _attributes(element: "_Element") -> dict[str, str]:
    return {
        name: _CONTROLS.sub("", value[:_MAX_ATTRIBUTE])
        for name in _KEPT_ATTRIBUTES
        if (value := element.get(name))
    }


def _is_dropped(element: "_Element", *, noscript: bool, aria_hidden: bool) -> bool:
    tag = element.tag
    if tag in ("html", "head", "body"):
        return False
    if tag in tags("unseen") or (tag == "noscript" and not noscript):
        return True
    if tag in _HEAD or not element.attrib:
        return False
    if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and not aria_hidden):
        return True
    style = element.get("style")
    if style and _NEVER_SEEN.search(style):
        return True
    names = element.get("class")
    return bool(names and _UNSEEN_CLASSES.search(names[:_MAX_ATTRIBUTE]))


def _keep_description(builder: "TreeBuilder", element: "_Element") -> None:
    """Keep structured data that can be read as such: what follows it trusts that it is sound."""
    if element.tag == "script" and "ld+json" in (element.get("type") or ""):
        text = element.text or ""
        if read_json(text) is not None:
            builder.start("script", {"type": "application/ld+json"})
            builder.data(_CONTROLS.sub(" ", text))
            builder.end("script")


def read_json(text: str) -> object | None:
    """Return what a page's structured data says, or None for what is no JSON, too long or too deep."""
    if len(text) > _MAX_JSON:
        return None
    try:
        return json.loads(_JSON_FRAME.sub("", text), strict=False)  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None
