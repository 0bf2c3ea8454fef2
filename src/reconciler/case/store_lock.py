"""Keeping a second window off a case file, and saying who has it.

A lock of the system's keeps off the windows of this machine, and of others where the file system
carries it over; it ends with the process. Beside it stands a note of who has the case, renewed now
and then: by that a window on another machine knows, also in a folder that is only synchronised.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.errors import CaseError, Problem

if TYPE_CHECKING:
    from filelock import BaseFileLock

RENEWED_AFTER = 60
"""Seconds after which the note of who has a case is renewed."""
STALE_AFTER = 3 * RENEWED_AFTER
"""Seconds after which another machine's note is that of a window which is gone."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open: the analyst, on which machine, since when (UTC, ISO 8601); empty is not known."""

    analyst: str = ""
    machine: str = ""
    since: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a window of this machine."""
        return self.machine == this_machine()


@dataclass(frozen=True, slots=True)
class _Note:
    """What stands in the note: `seen` is when its window was last there, in seconds since 1970."""

    analyst: str
    machine: str
    since: str
    seen: float
    window: str

    @property
    def holder(self) -> Holder:
        return Holder(self.analyst, self.machine, self.since)

    @property
    def counts(self) -> bool:
        """Whether it keeps us off: another machine's, and not older than its window would let it get."""
        return not self.holder.is_here and abs(time.time() - self.seen) < STALE_AFTER


class Lock:
    """Keeps a second window off a case file; the system lets go of it when the process dies."""

    def __init__(self, held: "BaseFileLock", case: Path, note: _Note) -> None:
        self._held = held
        self._path = lock_path(case)
        self._note_path = note_path(case)
        self._note = note
        _write_note(self._note_path, note, _mode_of(case))

    @classmethod
    def take(cls, case: Path, analyst: str = "") -> "Lock | None":
        """Lock the case, or return None where no lock can be made (the case is then only read).

        Raises:
            CaseError: LOCKED, another window of ours has the case; its detail is who, as far as known.
        """
        import filelock

        try:
            held = filelock.FileLock(lock_path(case), timeout=0, mode=_mode_of(case), thread_local=False)
            held.acquire()
        except filelock.Timeout as error:
            raise _locked(case) from error
        except (OSError, NotImplementedError):
            return None
        note = _read_note(note_path(case))
        if note is not None and note.counts:
            # Its window has a lock that this file system did not carry over to us.
            held.release()
            raise _locked(case)
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(held, case, _Note(analyst, this_machine(), since, time.time(), os.urandom(8).hex()))

    @property
    def is_doubtful(self) -> bool:
        """Whether it was not renewed for so long that another machine may have taken the case over."""
        return abs(time.time() - self._note.seen) > STALE_AFTER

    def renew(self, analyst: str | None = None) -> bool:
        """Say that we are still there; false when another machine's window has the case by now."""
        found = _read_note(self._note_path)
        if found is not None and found.window != self._note.window and found.counts:
            return False
        named = self._note.analyst if analyst is None else analyst
        self._note = replace(self._note, seen=time.time(), analyst=named)
        _write_note(self._note_path, self._note, _mode_of(self._path))
        return True

    def release(self) -> None:
        """Let the case go and leave nothing beside it."""
        found = _read_note(self._note_path)
        if found is None or found.window == self._note.window or not found.counts:
            with suppress(OSError):
                self._note_path.unlink()
        if os.name == "posix":
            # While the lock is held: filelock tells a lock on a file that is gone from one that counts.
            with suppress(OSError):
                self._path.unlink()
        self._held.release()
        with suppress(OSError):
            self._path.unlink()


def this_machine() -> str:
    """Return the name that this machine has on its network."""
    import platform

    return platform.node()


def is_held(case: Path) -> bool:
    """Whether a window, of this machine or of another, has the case open to change it."""
    try:
        lock = Lock.take(case)
    except CaseError:
        return True
    if lock is not None:
        lock.release()
    return False


def holder_of(case: Path) -> Holder:
    """Return who has the case open, as far as the note beside it tells."""
    note = _read_note(note_path(case))
    return Holder() if note is None else note.holder


def lock_path(case: Path) -> Path:
    """Return the hidden file beside the case that is locked in its place."""
    real = case.resolve()
    return real.with_name(f".{real.name}.lock")


def note_path(case: Path) -> Path:
    """Return the hidden file beside the case that says who has it open."""
    real = case.resolve()
    return real.with_name(f".{real.name}.holder")


def _locked(case: Path) -> CaseError:
    holder = holder_of(case)
    return CaseError(Problem.LOCKED, str(case), ", ".join(filter(None, (holder.analyst, holder.machine))))


def _mode_of(path: Path) -> int:
    """Return who may read and write what stands beside a file: those who may do so with the file."""
    try:
        return path.stat().st_mode & 0o666
    except OSError:
        return 0o600


def _read_note(path: Path) -> _Note | None:
    try:
        with path.open("rb") as file:
            raw = json.loads(file.read(4096))
        texts = (str(raw[name])[:_LONGEST] for name in ("analyst", "machine", "since"))
        analyst, machine, since = (each if each.isprintable() else "" for each in texts)
        return _Note(analyst, machine, since, float(raw["seen"]), str(raw["window"]))
    except (OSError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _write_note(path: Path, note: _Note, mode: int) -> None:
    """Write the note whole or not at all; without one the lock still holds on this machine."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as out:
            json.dump(asdict(note), out)
        fresh.chmod(mode)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
