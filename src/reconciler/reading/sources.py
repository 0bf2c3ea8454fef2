"""From files, bytes and pasted text to articles: several at once, one that fails beside others that don't."""

import os
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from reconciler.errors import Cancelled, Problem, ReadingError
from reconciler.model import Article
from reconciler.reading.articles import Piece, article_of, clean
from reconciler.reading.confined import ConfinedReader, Limits
from reconciler.reading.files import MOST_BYTES, printable, read_content
from reconciler.reading.formats import archive, plain
from reconciler.reading.recognise import Format, recognise

MOST_TEXT_BYTES = 20 * 1024 * 1024
MOST_AT_ONCE = 4
_LOOK_UP = 0.05  # seconds between two looks at whether somebody cancelled
_LONGEST = 120.0
_ENOUGH = 0.8
_READERS = "reconciler.reading.formats"
_WORD = re.compile(r"\w+")

Outcome: TypeAlias = Article | ReadingError
Cancelling: TypeAlias = Callable[[], bool]
Progress: TypeAlias = Callable[[float], None]


def read_file(
    path: Path, *, cancelled: Cancelling | None = None, progress: Progress | None = None
) -> Article:
    """Read the one article of a file.

    Raises:
        ReadingError: the file can't be read, holds no article, or several (SEVERAL_ARTICLES).
        Cancelled: `cancelled` said so.
    """
    return _the_only(read_sources(path, cancelled=cancelled, progress=progress), printable(str(path)))


def read_bytes(name: str, data: bytes) -> Article:
    """Make an article of the bytes of a file; `name` is what messages call it. Raises like `read_file`."""
    return _the_only(read_sources(data, name=name), name)


def read_sources(
    what: Path | bytes,
    *,
    name: str = "",
    origin: str | None = None,
    cancelled: Cancelling | None = None,
    progress: Progress | None = None,
) -> tuple[Outcome, ...]:
    """Read a file or bytes: one outcome, or for an archive one for each of its members, in order.

    `name` and `origin` (a link) are those of bytes; a file has its own. `progress` is told how much
    is done, from 0 to 1.

    Raises `Cancelled` when `cancelled` says so; what can't be read is an outcome, never raised.
    """
    loaded = _piece_of(what) if isinstance(what, Path) else Piece(printable(name), what, origin)
    return tuple(_outcomes(_tasks((loaded,), 1), cancelled, progress))


def read_files(
    paths: Sequence[Path], *, cancelled: Cancelling | None = None, progress: Progress | None = None
) -> tuple[Outcome, ...]:
    """Read several files, a few of them at the same time; the outcomes are in the order of the files.

    Raises `Cancelled` like `read_sources`.
    """
    pieces = (_piece_of(path) for path in paths)
    return tuple(_outcomes(_tasks(pieces, len(paths)), cancelled, progress))


def read_pasted(
    text: str, html: str | None = None, *, name: str = "", cancelled: Cancelling | None = None
) -> Article:
    """Make an article of what was on the clipboard; `name` is what messages call it.

    `text` is what somebody selected, and all of it counts. `html`, which programs put beside it, knows
    paragraphs, headings and addresses: it is used where its article keeps (nearly) every word.

    Raises:
        ReadingError: there is no text in either.
        Cancelled: `cancelled` said so.
    """
    plainly = Piece(name, clean(text).encode())
    if html and html.strip():
        page = Piece(name, clean(html).encode())
        (outcome,) = _outcomes([_Task(page, Format.HTML)], cancelled, None)
        if not text.strip():
            return _the_only((outcome,), name)
        if isinstance(outcome, Article) and _kept_words(text, outcome.text) >= _ENOUGH:
            return outcome
    return _the_only(_outcomes([_Task(plainly, Format.PLAIN)], cancelled, None), name)


def _the_only(outcomes: Iterable[Outcome], where: str) -> Article:
    first, *others = outcomes
    if others:
        raise ReadingError(Problem.SEVERAL_ARTICLES, where, str(len(others) + 1))
    if isinstance(first, ReadingError):
        raise first
    return first


def _kept_words(text: str, extracted: str) -> float:
    """Return the share of a text's words that stand in what was extracted as well."""
    words = Counter(_WORD.findall(text))
    return 1.0 if not words else (words & Counter(_WORD.findall(extracted))).total() / words.total()


# From bytes to what is to be done with them -------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Task:
    """One outcome to come: a piece to be read as `kind`, or what is wrong with it already.

    `begins` and `ends` say which part of the whole work it is, in shares from 0 to 1.
    """

    piece: Piece
    kind: Format = Format.PLAIN
    problem: ReadingError | None = None
    begins: float = 0.0
    ends: float = 1.0


def _piece_of(path: Path) -> Piece | ReadingError:
    try:
        return Piece(printable(path.name), read_content(path), printable(str(path)))
    except ReadingError as error:
        return error


def _tasks(loaded: Iterable[Piece | ReadingError], total: int) -> Iterator[_Task]:
    """Recognise every piece, and take archives apart."""
    for number, piece in enumerate(loaded):
        begins, ends = number / total, (number + 1) / total
        if isinstance(piece, ReadingError):
            yield _Task(Piece("", b""), problem=piece, begins=begins, ends=ends)
            continue
        task = replace(_task(piece), begins=begins, ends=ends)
        if task.kind is Format.ARCHIVE:
            yield from _members(task)
        else:
            yield task


def _task(piece: Piece) -> _Task:
    try:
        _require_size(piece, MOST_BYTES)
        kind = recognise(piece.content, piece.name)
        if kind in (Format.PLAIN, Format.MARKDOWN):
            _require_size(piece, MOST_TEXT_BYTES)
    except ReadingError as error:
        return _Task(piece, problem=_told_of(piece, error))
    return _Task(piece, kind)


def _members(whole: _Task) -> Iterator[_Task]:
    """Take an archive apart; an archive in it is left as it is."""
    pack, step = whole.piece, whole.ends - whole.begins
    try:
        wanted = archive.articles_in(pack.content)
    except ReadingError as error:
        yield replace(whole, problem=_told_of(pack, error))
        return
    for number, member in enumerate(archive.unpack(pack.content, wanted)):
        path = printable(member.name)
        piece = Piece(PurePosixPath(path).name or path or "?", member.content, f"{pack.where}/{path}")
        task = (
            _task(piece) if member.problem is None else _Task(piece, problem=_told_of(piece, member.problem))
        )
        if task.kind is Format.ARCHIVE:
            task = _Task(piece, problem=ReadingError(Problem.ARCHIVE_NESTED, piece.where))
        begins = whole.begins + step * number / len(wanted)
        yield replace(task, begins=begins, ends=begins + step / len(wanted))


def _require_size(piece: Piece, most: int) -> None:
    if len(piece.content) > most:
        raise ReadingError(Problem.TOO_LARGE, piece.where, f"{most >> 20} MB")


def _told_of(piece: Piece, error: ReadingError) -> ReadingError:
    return ReadingError(error.problem, piece.where, error.detail)


# The readers at work -------------------------------------------------------------------------


def _outcomes(
    tasks: Iterable[_Task], cancelled: Cancelling | None, progress: Progress | None
) -> Iterator[Outcome]:
    """Do the tasks, a few at the same time; the outcomes keep their order."""
    at_once = min(MOST_AT_ONCE, os.cpu_count() or 1)
    under_way: deque[tuple[_Task, ConfinedReader | Outcome]] = deque()
    try:
        for task in tasks:
            under_way.append((task, _begun(task)))
            if len(under_way) >= at_once:
                yield _finished(*under_way[0], cancelled, progress)
                under_way.popleft()
        while under_way:
            yield _finished(*under_way[0], cancelled, progress)
            under_way.popleft()
    finally:
        for _task_left, work in under_way:
            if isinstance(work, ConfinedReader):
                work.close()


def _begun(task: _Task) -> ConfinedReader | Outcome:
    if task.problem is not None:
        return task.problem
    try:
        if task.kind is Format.PLAIN:
            return article_of(plain.read(task.piece.content), task.piece, task.kind)
        return ConfinedReader(f"{_READERS}.{task.kind}", task.piece.content, _limits(task))
    except ReadingError as error:
        return _told_of(task.piece, error)


def _limits(task: _Task) -> Limits:
    """Return what reading may take; pages of a PDF are many, and each takes its time."""
    usual = Limits()
    if task.kind is not Format.PDF:
        return usual
    return Limits(seconds=min(usual.seconds + (len(task.piece.content) >> 20), _LONGEST))


def _finished(
    task: _Task, work: ConfinedReader | Outcome, cancelled: Cancelling | None, progress: Progress | None
) -> Outcome:
    _require_wanted(cancelled)
    if isinstance(work, ConfinedReader):
        with work:
            outcome = _waited_for(task, work, cancelled, progress)
    else:
        outcome = work
    _tell(progress, task.ends)
    return outcome


def _waited_for(
    task: _Task, work: ConfinedReader, cancelled: Cancelling | None, progress: Progress | None
) -> Outcome:
    while True:
        _require_wanted(cancelled)
        _tell(progress, task.begins + (task.ends - task.begins) * work.progress)
        try:
            extract = work.wait(_LOOK_UP)
            if extract is not None:
                return article_of(extract, task.piece, task.kind)
        except ReadingError as error:
            return _told_of(task.piece, error)


def _require_wanted(cancelled: Cancelling | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled


def _tell(progress: Progress | None, share: float) -> None:
    if progress is not None:
        progress(round(share, 4))
