"""A case, printed: as a table for people, as JSON for programs, as CSV for a spreadsheet, as a report."""

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconciler.cli.table import plain_table, render
from reconciler.errors import CaseError, Problem
from reconciler.export.writing import not_written, write_whole

if TYPE_CHECKING:
    from reconciler.case import Case

FILE_WIDTH = 110
"""Columns of a table in a file or a pipe, where there is no terminal to fit."""


class Form(StrEnum):
    """What the comparison is printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


def write(case: "Case", form: Form, output: Path | None, language: str = "en") -> None:
    """Print the case, or put it into a file that is either complete or not touched at all.

    `language` is that of a report's own words.

    Raises:
        CaseError: IS_FOLDER, WRITE_FAILED or DISK_FULL.
    """
    if output is None:
        _require_output()
        if form is Form.TABLE and sys.stdout.isatty():
            render(case, sys.stdout, shutil.get_terminal_size().columns, terminal=True)
            return
        _print(_rendered(case, form, language))
        return
    write_whole(output, _rendered(case, form, language))


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
        raise not_written("The output", error) from error


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
        raise not_written("The output", error) from error


def _rendered(case: "Case", form: Form, language: str) -> bytes:
    if form is Form.TABLE:
        return plain_table(case, _file_width()).encode()
    from reconciler.case.dossier import dossier
    from reconciler.case.opened import now
    from reconciler.export.rendering import rendered
    from reconciler.export.values import Form as ExportForm
    from reconciler.export.whole import comparison

    values = dossier(case, now())
    if form is Form.JSON:
        return comparison(values).encode()
    return rendered(values, ExportForm(form), language)


def _file_width() -> int:
    return shutil.get_terminal_size((FILE_WIDTH, 0)).columns
