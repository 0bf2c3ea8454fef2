"""Files that get their name when they are whole: made under another one, named, put in place, moved."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reconciler.case.store_connect import log_paths
from reconciler.case.store_lock import Lock
from reconciler.errors import CaseError, Problem


@contextmanager
def appearing_whole(path: Path) -> Iterator[Path]:
    """Give a hidden file to write that gets its name when it is whole: one that dies leaves none by half.

    Raises:
        CaseError: EXISTS, NOT_FOUND (there is no such folder), DISK_FULL, WRITE_FAILED; then no file is left.
    """
    if path.exists():
        raise CaseError(Problem.EXISTS, str(path))
    fresh = path.with_name(f".{path.name}.{os.getpid()}.part"[-200:])
    remove(fresh)
    try:
        with told_as(path, fresh):
            reserve(fresh)
            yield fresh
            _name(fresh, path)
    except BaseException:
        remove(fresh)
        raise


@contextmanager
def told_as(path: Path, fresh: Path) -> Iterator[None]:
    """Tell what goes wrong with a file that is made first by the name that was asked for."""
    try:
        yield
    except CaseError as error:
        if error.where != str(fresh):
            raise
        # What was just written and can't be read was not written.
        refused = error.problem in (Problem.DAMAGED, Problem.NOT_A_DATABASE, Problem.UNREADABLE)
        problem = Problem.WRITE_FAILED if refused else error.problem
        raise CaseError(problem, str(path), error.detail) from error


def _name(fresh: Path, path: Path) -> None:
    """Give a whole file its name, where none has that by now."""
    try:
        os.link(fresh, path)
    except FileExistsError as error:
        raise CaseError(Problem.EXISTS, str(path)) from error
    except OSError:
        # A file system without links: between the look and the move is no more than a moment.
        if path.exists():
            raise CaseError(Problem.EXISTS, str(path)) from None
        try:
            fresh.rename(path)
        except OSError as error:
            raise file_error(path, error) from error
    else:
        fresh.unlink()


def reserve(path: Path) -> None:
    """Make an empty file that only its owner may read, where nothing stands yet.

    Raises:
        CaseError: EXISTS, NOT_FOUND (there is no such folder), DISK_FULL, WRITE_FAILED.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise CaseError(Problem.EXISTS, str(path)) from error
    except OSError as error:
        raise file_error(path, error) from error


def remove(path: Path) -> None:
    """Take away a file that did not become a case, with its logs; silent when it is not there."""
    for each in (path, *log_paths(path)):
        with suppress(OSError):
            each.unlink()


def put_in_place(fresh: Path, target: Path) -> None:
    """Move a new case file to where it shall stand, in place of what stands there.

    Raises:
        CaseError: LOCKED (what stands there is open in another window), DISK_FULL, WRITE_FAILED.
    """
    lock = Lock.take(target)
    try:
        # The log of the file that goes would be taken for the new one's.
        for log in log_paths(target):
            log.unlink(missing_ok=True)
        fresh.replace(target)
    except OSError as error:
        raise file_error(target, error) from error
    finally:
        if lock is not None:
            lock.release()


def move(path: Path, target: Path) -> None:
    """Give a closed case file another name.

    Raises:
        CaseError: LOCKED (a reader keeps its log from being folded back), NOT_FOUND, WRITE_FAILED.
    """
    log = log_paths(path)[0]
    if log.exists() and log.stat().st_size:
        raise CaseError(Problem.LOCKED, str(path))
    try:
        path.rename(target)
    except OSError as error:
        raise file_error(target, error) from error


def file_error(path: Path, error: OSError) -> CaseError:
    """Say what a failed call of the operating system means for a case file."""
    full = (errno.ENOSPC, errno.EDQUOT)
    problem = Problem.WRITE_FAILED
    if error.errno in full:
        problem = Problem.DISK_FULL
    elif error.errno == errno.ENOENT:
        problem = Problem.NOT_FOUND
    return CaseError(problem, str(path), error.strerror or "")
