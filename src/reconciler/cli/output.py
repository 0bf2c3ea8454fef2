"""A case, printed: as a table for people, as JSON for programs, as CSV for a spreadsheet."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from reconciler.cli.documents import as_csv, as_json
from reconciler.cli.table import plain_table, render
from reconciler.errors import CaseError, Problem

if TYPE_CHECKING:
    from reconciler.case import Case

FILE_WIDTH = 110
"""Columns of a table in a file or a pipe, where there is no terminal to fit."""


class Form(StrEnum):
    """What the comparison is printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write(case: "Case", form: Form, output: Path | None) -> None:
    """Print the case, or put it into a file that is either complete or not touched at all.

    A link stays, and what it leads to is written. What is no file (a pipe, a device) is written to
    as it stands: it can't be replaced.

    Raises:
        CaseError: IS_FOLDER, WRITE_FAILED or DISK_FULL.
    """
    if output is None:
        _require_output()
        if form is Form.TABLE and sys.stdout.isatty():
            render(case, sys.stdout, shutil.get_terminal_size().columns, terminal=True)
            return
        _print(_rendered(case, form))
        return
    data = _rendered(case, form)
    with _straight(output) if _is_special(output) else _replacing(_target(output)) as file:
        file.write(data)


def say(line: str) -> None:
    """Print one line of result.

    Raises:
        CaseError: WRITE_FAILED or DISK_FULL.
    """
    _require_output()
    try:
        click.echo(line)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_written("The output", error) from error


def _require_output() -> None:
    # None is what Python makes of a standard output that the caller closed.
    if sys.stdout is None:
        raise CaseError(Problem.WRITE_FAILED, "The output", "standard output is closed")


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_written("The output", error) from error


def _rendered(case: "Case", form: Form) -> bytes:
    match form:
        case Form.TABLE:
            return plain_table(case, _file_width()).encode()
        case Form.JSON:
            return as_json(case).encode()
        case Form.CSV:
            return as_csv(case).encode("utf-8-sig")


def _file_width() -> int:
    return shutil.get_terminal_size((FILE_WIDTH, 0)).columns


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


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
        raise _not_written(str(path), error) from error


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
            raise _not_written(str(path), error) from error
        raise


def _not_written(where: str, error: OSError) -> CaseError:
    problem = Problem.DISK_FULL if error.errno == errno.ENOSPC else Problem.WRITE_FAILED
    return CaseError(problem, where, error.strerror or "")


def _take_permissions(draft: Path, path: Path) -> None:
    """Give the new file the mode of the one it replaces, or that of any new file."""
    if path.exists():
        shutil.copymode(path, draft)
        return
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
