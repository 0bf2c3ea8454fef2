"""What the analyst brings to the window: files, links, text from the clipboard; and how it is read.

What is dropped or pasted is taken out of Qt's hands at once, as values that a worker can read.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QMimeData

from reconciler.errors import Problem, ReadingError, UserError
from reconciler.gui.background import Task
from reconciler.model import Article, SourceDraft

if TYPE_CHECKING:
    from reconciler.language import Languages
    from reconciler.reading import Outcome
    from reconciler.reading.connection import Network

Prepared: TypeAlias = SourceDraft | UserError

_FETCHING = 0.6
"""The share of the work on a link after which the page is there and is read."""
_LONGEST_PASTE = 20 * 1024 * 1024
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)+/)\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileArrival:
    """A file that was chosen or dropped; an archive holds several articles."""

    path: Path


@dataclass(frozen=True, slots=True)
class LinkArrival:
    """An address that the analyst wants to be fetched."""

    url: str


@dataclass(frozen=True, slots=True)
class PastedArrival:
    """Text from the clipboard or from another window, with the HTML that came beside it."""

    text: str = field(repr=False)
    html: str | None = field(repr=False)


Arrival: TypeAlias = FileArrival | LinkArrival | PastedArrival


def arrival_name(arrival: Arrival) -> str:
    """Return what messages call an arrival before anything is known of it, fit to be shown."""
    from reconciler.reading.files import printable

    match arrival:
        case FileArrival(path):
            return printable(path.name)
        case LinkArrival(url):
            return printable(url)
        case PastedArrival():
            return QCoreApplication.translate("arrivals", "Pasted text")


def arrivals_of(data: QMimeData) -> tuple[Arrival, ...]:
    """Return what a drop or the clipboard holds: files before links before text; nothing for pictures."""
    urls = data.urls()
    files = tuple(FileArrival(Path(url.toLocalFile())) for url in urls if url.isLocalFile())
    if files:
        return files
    text = data.text() if data.hasText() else ""
    links = links_in(text)
    if links:
        return links
    html = data.html() if data.hasHtml() else None
    if text.strip() and not _names_only(text, [url.toString() for url in urls]):
        return (PastedArrival(text, html),)
    dropped = tuple(LinkArrival(url.toString()) for url in urls if url.scheme() in ("http", "https"))
    if dropped:
        return dropped
    return (PastedArrival("", html),) if html and html.strip() else ()


def brings_something(data: QMimeData) -> bool:
    """Whether a drag holds what may become a source; asked while it moves, so it looks at nothing large."""
    return data.hasUrls() or data.hasText() or data.hasHtml()


def links_in(text: str) -> tuple[LinkArrival, ...]:
    """Return the addresses of a text that holds nothing else, one in each line; otherwise nothing."""
    if len(text) > 100_000:
        return ()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not all(_LINK.fullmatch(line) for line in lines):
        return ()
    return tuple(LinkArrival(line) for line in dict.fromkeys(lines))


def completed_link(typed: str) -> str:
    """Return an address as it was typed, with https where it begins with the site."""
    link = typed.strip()
    return f"https://{link}" if _WITHOUT_SCHEME.fullmatch(link) else link


def _names_only(text: str, urls: Sequence[str]) -> bool:
    return bool(urls) and set(text.split()) <= set(urls)


# On the worker ------------------------------------------------------------------------------


def prepare_arrival(
    arrival: Arrival, languages: "Languages", task: Task, network: "Network | None" = None
) -> tuple[Prepared, ...]:
    """Read and cut what arrived, several articles for an archive; runs on the worker.

    What can't be read is an outcome. Raises `Cancelled`.
    """
    from reconciler.case.intake import prepare

    prepared: list[Prepared] = []
    for outcome in _read(arrival, task, network):
        if isinstance(outcome, Article):
            prepared.append(packed(prepare(outcome, languages)))
        else:
            prepared.append(outcome)
    return tuple(prepared)


def packed(draft: SourceDraft) -> SourceDraft:
    """Return a draft with its original as a case keeps it, made here to spare the GUI thread the work."""
    original = draft.article.original
    return draft if original is None else replace(draft, packed=zlib.compress(original))


def cut_anew(draft: SourceDraft, language: str, languages: "Languages") -> SourceDraft:
    """Return a draft cut by the rules of another language, or after its text has grown; on the worker."""
    return replace(draft, language=language, segments=languages.segment(draft.article.text, language))


def with_passage(draft: SourceDraft, place: int) -> SourceDraft:
    """Return a draft whose text ends with a passage that had been left out; it is to be cut anew."""
    article = draft.article
    passage = article.left_out[place]
    rest = (*article.left_out[:place], *article.left_out[place + 1 :])
    text = f"{article.text.rstrip()}\n\n{passage}"
    return replace(draft, article=replace(article, text=text, left_out=rest))


def _read(arrival: Arrival, task: Task, network: "Network | None") -> "Sequence[Outcome]":
    from reconciler.reading import read_sources

    match arrival:
        case FileArrival(path):
            return read_sources(path, cancelled=task.cancelled, progress=task.progress)
        case LinkArrival(url):
            return _fetched(url, task, network)
        case PastedArrival(text, html):
            return (_pasted(text, html, arrival_name(arrival), task),)


def _pasted(text: str, html: str | None, name: str, task: Task) -> "Outcome":
    from reconciler.reading import read_pasted

    if max(len(text), len(html or "")) > _LONGEST_PASTE:
        return ReadingError(Problem.TOO_LARGE, name, f"{_LONGEST_PASTE >> 20} MB")
    try:
        return read_pasted(text, html, name=name, cancelled=task.cancelled)
    except ReadingError as error:
        return error


def _fetched(url: str, task: Task, network: "Network | None") -> "Sequence[Outcome]":
    from reconciler.reading import read_sources
    from reconciler.reading.link import fetch

    try:
        page = fetch(url, task.cancelled, lambda share: task.progress(share * _FETCHING), network)
    except ReadingError as error:
        return (error,)
    task.progress(_FETCHING)
    outcomes = read_sources(
        page.content,
        name=page.url,
        origin=page.url,
        cancelled=task.cancelled,
        progress=lambda share: task.progress(_FETCHING + share * (1 - _FETCHING)),
    )
    return [_addressed(outcome, page.url) if len(outcomes) == 1 else outcome for outcome in outcomes]


def _addressed(outcome: "Outcome", url: str) -> "Outcome":
    """Return an article with the address that it was fetched from, where it names none itself."""
    from reconciler.reading.metadata import host_of

    if not isinstance(outcome, Article) or outcome.url:
        return outcome
    return replace(outcome, url=url, outlet=outcome.outlet or host_of(url))
