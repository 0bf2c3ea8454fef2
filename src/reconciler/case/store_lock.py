"""Keeping a second window off a case file."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.errors import CaseError, Problem

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Lock:
    """Keeps a second window off a case file; the system lets go of it when the process dies."""

    def __init__(self, held: "BaseFileLock", path: Path) -> None:
        self._held = held
        self._path = path

    @classmethod
    def take(cls, case: Path) -> "Lock | None":
        """Lock the case, or return None where no lock can be made (the case is then only read).

        Raises:
            CaseError: LOCKED, another window of ours has the case.
        """
        import filelock

        path = lock_path(case)
        try:
            held = filelock.FileLock(path, timeout=0, mode=0o600, thread_local=False)
            held.acquire()
        except filelock.Timeout as error:
            raise CaseError(Problem.LOCKED, str(case)) from error
        except (OSError, NotImplementedError):
            return None
        return cls(held, path)

    def release(self) -> None:
        """Let the case go and leave nothing beside it."""
        if os.name == "posix":
            # While the lock is held: filelock tells a lock on a file that is gone from one that counts.
            with suppress(OSError):
                self._path.unlink()
        self._held.release()
        with suppress(OSError):
            self._path.unlink()


def lock_path(case: Path) -> Path:
    """Return the hidden file beside the case that is locked in its place."""
    real = case.resolve()
    return real.with_name(f".{real.name}.lock")
