"""Case files in the user's folders: named, found again by their articles, moved to the trash."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, count, islice
from pathlib import Path

from reconciler.case import store
from reconciler.case.store_connect import log_paths
from reconciler.case.store_lock import Lock, this_machine
from reconciler.case.store_schema import SUFFIX
from reconciler.errors import CaseError, Problem
from reconciler.resources import entries

_LONGEST_NAME = 80
_LONGEST_TITLE = 36
_LEAST_HEAD = 12
"""Characters that what stands before a title's colon has to be a name: "Live: …" is none."""
_HEAD = re.compile(r"\s*(?::\s|\s[|–—]\s)")
_LANGUAGES = ("en", "fr")
_MOST_FILES = 500
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))]
)
# "case (Ada's conflicted copy 2026-01-02)", "case.sync-conflict-20260102-103045-ABC", "case (Konflikt)".
_CONFLICT = re.compile(r"[ ._(\[~-].*(?:conflict|conflit|konflikt|conflito)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


def file_name(name: str) -> str:
    """Return a name that every file system takes, with the ending of case files."""
    return _safe(name.removesuffix(SUFFIX), _LONGEST_NAME) + SUFFIX


def new_case_path(folder: Path, titles: Sequence[str]) -> Path:
    """Return where in the folder a case of articles with these titles shall be kept; nothing is there yet."""
    short = [_short_title(title) for title in titles if title.strip()]
    name = " – ".join(short[:2]) + (f" +{len(short) - 2}" if len(short) > 2 else "")
    stem = file_name(name or "Case").removesuffix(SUFFIX)
    names = chain([stem], (f"{stem} {number}" for number in count(2)))
    return next(path for each in names if not (path := folder / (each + SUFFIX)).exists())


def find_case(digests: Iterable[str], folder: Path, paths: Iterable[Path] = ()) -> Path | None:
    """Return the case file that holds exactly the articles with these SHA-256.

    Looks at `paths` (recent cases) first, then at the newest files of the folder; whatever is no
    case of ours is passed over.
    """
    wanted = frozenset(digests)
    if not wanted:
        return None
    for path in islice(chain(paths, _newest(folder)), _MOST_FILES):
        with suppress(CaseError, OSError):
            if store.read_digests(path) == wanted:
                return path
    return None


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return what a synchronised folder put beside a case because it was changed in two places.

    Told by their names, as the programs that synchronise folders make them.
    """
    stem = _plain(path.stem)
    return tuple(sorted(each for each in _beside(path) if _is_conflict(_plain(each.stem), stem)))


def conflict_copy_of(path: Path) -> Path | None:
    """Return the case beside it of which a case is such a copy, by its name."""
    stem = _plain(path.stem)
    return next((each for each in _beside(path) if _is_conflict(stem, _plain(each.stem))), None)


def _beside(path: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(path.absolute().parent) as entries:
        for entry in islice(entries, _MOST_FILES * 10):
            if entry.name.endswith(SUFFIX) and entry.name != path.name and not entry.name.startswith("."):
                yield path.with_name(entry.name)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _is_conflict(name: str, of: str) -> bool:
    rest = name.removeprefix(of) if name.startswith(of) else ""
    # OneDrive appends the machine's name alone.
    here = f"-{this_machine().split('.')[0]}".casefold()
    return _CONFLICT.match(rest) is not None or (len(here) > 1 and rest.casefold() == here)


def move_to_trash(path: Path) -> None:
    """Move a case file that is closed to the trash, with what SQLite keeps beside it.

    Raises:
        CaseError: NOT_FOUND; LOCKED, a window has it open; WRITE_FAILED, there is no trash for it.
    """
    from send2trash import send2trash

    if not path.exists():
        raise CaseError(Problem.NOT_FOUND, str(path))
    lock = Lock.take(path)
    try:
        for each in (path, *log_paths(path)):
            if each.exists():
                send2trash(each)
    except OSError as error:
        raise CaseError(Problem.WRITE_FAILED, str(path), error.strerror or str(error)) from error
    finally:
        if lock is not None:
            lock.release()


def _newest(folder: Path) -> Iterator[Path]:
    found: list[tuple[float, Path]] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in islice(entries, _MOST_FILES * 10):
            if entry.name.endswith(SUFFIX):
                with suppress(OSError):
                    found.append((entry.stat().st_mtime, Path(entry.path)))
    return (path for _, path in sorted(found, reverse=True))


def _short_title(title: str) -> str:
    """Return the beginning of a title as a name: what stands before its colon, or as many whole words."""
    title = " ".join(title.split())
    head = _HEAD.split(title, maxsplit=1)[0]
    if len(title) > _LONGEST_TITLE and len(head) >= _LEAST_HEAD:
        title = head
    short = _safe(title, _LONGEST_TITLE)
    if len(title) <= _LONGEST_TITLE:
        return short
    words = short.split(" ")
    small = frozenset(word for language in _LANGUAGES for word in entries("language", language, "stop.txt"))
    while len(words) > 1 and _last_part(words[-1]) in small:
        words.pop()
    return " ".join(words).rstrip(". ,;–-'’")


def _last_part(word: str) -> str:
    """Return a word as lists of small words have it: "d’un" ends on "un"."""
    return re.split(r"['’]", word.casefold().strip('«»“”"(),;'))[-1]


def _safe(name: str, longest: int) -> str:
    kept = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", name))
    kept = "".join(each if unicodedata.category(each)[0] not in "CZ" else " " for each in kept)
    kept = " ".join(kept.split()).strip(". ")
    kept = _shortened(kept, longest)
    if not kept:
        return "Case"
    return f"{kept}_" if kept.split(".")[0].casefold() in _RESERVED else kept


def _shortened(name: str, longest: int) -> str:
    """Cut after a word where there is one, and so that no file system's 255 bytes are passed."""
    if len(name) > longest:
        head = name[:longest]
        is_whole = name[longest] == " " or " " not in head[longest // 2 :]
        name = head if is_whole else head.rsplit(" ", 1)[0]
    return name.encode("utf-8")[: 2 * longest].decode("utf-8", "ignore").strip(". ,;–-")
