"""A file that is either complete or not touched at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reconciler.errors import CaseError, Problem


def write_whole(path: Path, data: bytes) -> None:
    """Put the data into a file that takes the place of `path` once it is whole and on disk.

    A link stays, and what it leads to is written. What is no file (a pipe, a device) is written to
    as it stands: it can't be replaced.

    Raises:
        CaseError: IS_FOLDER, WRITE_FAILED or DISK_FULL; nothing half written is left.
    """
    with _opened(path) as file:
        file.write(data)


def not_written(where: str, error: OSError) -> CaseError:
    """Return the fault that tells of what the system said."""
    problem = Problem.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else Problem.WRITE_FAILED
    return CaseError(problem, where, error.strerror or "")


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    try:
        is_special = path.exists() and not path.is_file() and not path.is_dir()
    except OSError as error:
        raise not_written(str(path), error) from error
    return _straight(path) if is_special else _replacing(_target(path))


def _target(path: Path) -> Path:
    """Return where a link leads to, or the path itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # links that lead to each other
        raise CaseError(Problem.WRITE_FAILED, str(path)) from error


@contextmanager
def _straight(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        raise not_written(str(path), error) from error


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes the place of `path` once it is whole and on disk."""
    if path.is_dir():
        raise CaseError(Problem.IS_FOLDER, str(path))
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.absolute().parent, prefix=".reconciler-", delete=False
        ) as file:
            draft = Path(file.name)
            yield file  # type: ignore[misc]  # typeshed calls it a wrapper of a binary file
            file.flush()
            os.fsync(file.fileno())
        _take_permissions(draft, path)
        draft.replace(path)
    except BaseException as error:
        if draft is not None:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise not_written(str(path), error) from error
        raise


def _take_permissions(draft: Path, path: Path) -> None:
    """Give the new file the mode of the one it replaces, or that of any new file."""
    if path.exists():
        shutil.copymode(path, draft)
        return
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
