"""What a page's head and structured data say of its article: headline, outlet, address, date, text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from reconciler.dates import parse_date
from reconciler.reading.formats.html_tree import read_json

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE = re.compile(r"(?:Article|Posting|NewsStory|Report|Review)$")
# Lists of other articles, and what others wrote under this one.
_ASIDE_KEYS = frozenset(
    ("itemListElement", "hasPart", "comment", "review", "isPartOf", "relatedLink", "mentions")
)
_MAX_NODES = 5000
_MAX_VALUE = 500
_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?(?: ?[+-]\d\d:?\d\d)?$")
_DATE_NAMES = (
    *("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
    *("datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dcterms.issued"),
    *("dc.date.issued", "dcterms.created", "dc.date.created", "publish-date", "publishdate", "publish_date"),
    *("pubdate", "publication_date", "citation_publication_date", "dcterms.date", "dc.date", "date"),
)
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_SPACES = re.compile(r"\s+")
_TITLE_PARTS = re.compile(r"\s+(?:[|–—·•-]|::)\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; `body` is the article's text where structured data holds it."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    body: str | None = None


def read_facts(tree: "_Element", saved_from: str | None = None) -> Facts:
    """Read them from a cleaned tree; `saved_from` is what a browser noted when saving the page."""
    metas = _metas(tree)
    nodes = list(_nodes(tree))
    url = _address(tree, metas, nodes, saved_from)
    article = _article(nodes, url)
    outlet = _outlet(metas, nodes, article)
    return Facts(
        title=_title(tree, metas, article, outlet, url),
        outlet=outlet,
        url=url,
        published=_published(tree, metas, article),
        body=_string(article.get("articleBody"), limit=None),
    )


def _metas(tree: "_Element") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _nodes(tree: "_Element") -> Iterator[Mapping[str, object]]:
    """Yield the objects of the page's structured data, outer ones first, without those of other articles."""
    budget = _MAX_NODES
    for script in tree.iter("script"):
        waiting = [read_json(script.text or "")]
        while waiting and budget:
            budget -= 1
            node = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
            if isinstance(node, list):
                waiting.extend(node[:_MAX_NODES])
            elif isinstance(node, dict):
                yield node
                waiting.extend(
                    value
                    for key, value in node.items()
                    if key not in _ASIDE_KEYS and isinstance(value, list | dict)
                )


def _types(node: Mapping[str, object]) -> list[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in listed if isinstance(kind, str)]


def _article(nodes: list[Mapping[str, object]], url: str | None) -> Mapping[str, object]:
    """Return the node that describes this page's article: the one with its address, else the first."""
    found = [
        node
        for node in nodes
        if any(map(_ARTICLE.search, _types(node))) and (node.get("headline") or node.get("articleBody"))
    ]
    if url:
        for node in found:
            if any(_same_page(address, url) for address in _addresses(node)):
                return node
    return found[0] if found else {}


def _addresses(node: Mapping[str, object]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id")
        if isinstance(value, str):
            yield value


def _same_page(one: str, other: str) -> bool:
    return urldefrag(one).url.rstrip("/") == urldefrag(other).url.rstrip("/")


def _string(value: object, *, limit: int | None = _MAX_VALUE) -> str | None:
    """Return a text of structured data; its writers often escape it as if it were mark-up."""
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), None)
    if not isinstance(value, str):
        return None
    if limit is None:
        return value.strip() or None
    return _SPACES.sub(" ", unescape(unescape(value))).strip()[:limit] or None


def _address(
    tree: "_Element",
    metas: Mapping[str, list[str]],
    nodes: list[Mapping[str, object]],
    saved_from: str | None,
) -> str | None:
    """Return the page's own address: the first that names more than a site, wherever it stands."""
    base = next((link.get("href") for link in tree.iter("base") if link.get("href")), None) or saved_from
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    canonical = [link.get("href") or "" for link in links]
    articles = (node for node in nodes if any(map(_ARTICLE.search, _types(node))))
    described = [address for node in articles for address in _addresses(node)]
    listed = [*canonical, *metas.get("og:url", ()), saved_from or "", *described[:1]]
    usable = [url for each in listed if (url := web_address(each, base or ""))]
    return next((url for url in usable if urlsplit(url).path.strip("/")), usable[0] if usable else None)


def web_address(text: str, base: str = "") -> str | None:
    """Return a http or https address as it stands, made absolute, or None for anything else."""
    text = text.strip()
    try:
        url = urljoin(base, text) if text else ""
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if is_web and len(url) <= 2000 and not re.search(r"\s", url) else None


def _outlet(
    metas: Mapping[str, list[str]], nodes: list[Mapping[str, object]], article: Mapping[str, object]
) -> str | None:
    publisher = article.get("publisher")
    named = [*metas.get(_SITE_NAMES[0], ()), *_names(publisher, nodes)]
    named += [name for each in _SITE_NAMES[1:] for name in metas.get(each, ())]
    named += [name for node in nodes if "WebSite" in _types(node) for name in _names(node, nodes)]
    tidy = [_SPACES.sub(" ", unescape(name)).strip() for name in named]
    usable = [name for name in tidy if 1 < len(name) <= 80 and not name.startswith(("@", "http"))]
    # An address in place of a name is only taken where nothing names the outlet.
    return next((name for name in usable if "." not in name or " " in name), usable[0] if usable else None)


def _names(value: object, nodes: list[Mapping[str, object]]) -> list[str]:
    """Return the name of an organisation, which may stand elsewhere under the identifier given here."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Mapping):
        return []
    name = _string(value.get("name"))
    if name is None and (reference := value.get("@id")):
        found = (_string(node.get("name")) for node in nodes if node.get("@id") == reference)
        name = next(filter(None, found), None)
    return [name] if name else []


def _title(
    tree: "_Element",
    metas: Mapping[str, list[str]],
    article: Mapping[str, object],
    outlet: str | None,
    url: str | None,
) -> str | None:
    if headline := _string(article.get("headline")):
        return headline
    heads = [*metas.get("og:title", ()), *metas.get("twitter:title", ())]
    heads += [element.text or "" for element in tree.iter("title")]
    for head in heads:
        if title := _without_site(_SPACES.sub(" ", unescape(head)).strip()[:_MAX_VALUE], outlet, url):
            return title
    return None


def _without_site(title: str, outlet: str | None, url: str | None) -> str:
    """Cut the outlet's name off a page's title ("Headline | Section | Outlet")."""
    host = (urlsplit(url).hostname or "") if url else ""
    site = _letters(f"{outlet or ''} {host}")
    while cuts := list(_TITLE_PARTS.finditer(title)):
        tail = _letters(title[cuts[-1].end() :])
        is_site = tail and (tail in site or (outlet and _letters(outlet) in tail))
        if not is_site:
            break
        title = title[: cuts[-1].start()]
    return title.strip()


def outlet_beside(tree: "_Element", headline: str) -> str | None:
    """Return what the page's title names beside its headline, where that is short enough to be a name."""
    title = _SPACES.sub(" ", unescape(next((each.text or "" for each in tree.iter("title")), ""))).strip()
    parts = [part.strip() for part in _TITLE_PARTS.split(title[:_MAX_VALUE])]
    shown = _letters(headline)
    if len(parts) < 2 or not any(_letters(part) == shown for part in (parts[0], parts[-1])):
        return None
    name = parts[-1] if _letters(parts[0]) == shown else parts[0]
    return name if 0 < len(name.split()) <= 5 else None


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _published(tree: "_Element", metas: Mapping[str, list[str]], article: Mapping[str, object]) -> str | None:
    """Return the date of publication: the first that is named, and of those of its day the most precise."""
    named = [_string(article.get("datePublished")) or ""]
    named += [value for name in _DATE_NAMES for value in metas.get(name, ())[:3]]
    named += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span", "div", "p", "abbr")
        if "datePublished" in (element.get("itemprop") or "") or element.get("pubdate") is not None
    ][:3]
    dates = [date for value in named if (date := _date(value))]
    if not dates:
        return None
    return max((date for date in dates if date[:10] == dates[0][:10]), key=_precision)


def moments(tree: "_Element") -> dict[str, str]:
    """Return the times that a page marks as such, the first of each day under that day."""
    found: dict[str, str] = {}
    for element in tree.iter("time"):
        if date := _date(element.get("datetime") or ""):
            found.setdefault(date[:10], date)
    return found


def _precision(date: str) -> tuple[bool, bool]:
    clock = date[10:]
    return ":" in clock, clock.endswith("Z") or "+" in clock or "-" in clock


def _date(value: str) -> str | None:
    value = value.strip()[:60]
    if _ISO_DAY.match(value):
        return value
    if parse_date(value):
        return value
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
