"""A case, printed: as a table for people, as JSON for programs, as CSV for a spreadsheet."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

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

    Raises:
        CaseError: WRITE_FAILED or DISK_FULL, for a file.
    """
    if output is None and form is Form.TABLE:
        _print_table(case)
        return
    data = _rendered(case, form)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with _replacing(output) as file:
        file.write(data)


def _print_table(case: "Case") -> None:
    from reconciler.cli.table import render

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal or "COLUMNS" in os.environ else FILE_WIDTH
    render(case, sys.stdout, width, terminal=terminal)


def _rendered(case: "Case", form: Form) -> bytes:
    from reconciler.cli import documents

    match form:
        case Form.JSON:
            return documents.as_json(case).encode()
        case Form.CSV:
            return documents.as_csv(case).encode("utf-8-sig")
        case Form.TABLE:
            return _table_text(case).encode()


def _table_text(case: "Case") -> str:
    import io

    from reconciler.cli.table import render

    text = io.StringIO()
    render(case, text, FILE_WIDTH, terminal=False)
    return text.getvalue()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes the place of `path` once it is whole and on disk."""
    import errno

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
            problem = Problem.DISK_FULL if error.errno == errno.ENOSPC else Problem.WRITE_FAILED
            raise CaseError(problem, str(path), error.strerror or "") from error
        raise


def _take_permissions(draft: Path, path: Path) -> None:
    """Give the new file the mode of the one it replaces, or that of any new file."""
    if path.exists():
        shutil.copymode(path, draft)
        return
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
