"""`reconciler export`: a case file as a report or as tables, and what of it is in and what is left out."""

import os
from pathlib import Path

import click

from reconciler.cli.comparing import opened
from reconciler.errors import CaseError, Problem
from reconciler.export.rendering import rendered
from reconciler.export.values import Dossier, Extent, Form, Share, extent
from reconciler.export.words import words
from reconciler.export.writing import write_whole


def export(case_path: Path, form: Form, output: Path, language: str, *, replace: bool) -> None:
    """Write a case to a file, after saying on standard error what is in it and what is left out.

    Raises:
        CaseError: the case can't be opened; EXISTS, IS_FOLDER, DISK_FULL or WRITE_FAILED.
        NoPdfError: the form is PDF, and Qt can't be loaded.
    """
    from reconciler.case.dossier import dossier
    from reconciler.case.opened import now

    if output.is_file() and not replace:
        raise CaseError(Problem.EXISTS, str(output))
    with opened(case_path) as case:
        values = dossier(case, now())
    click.echo(extent_line(extent(values, form)), err=True)
    write_whole(output, _rendered(values, form, language))


class NoPdfError(Exception):
    """A library of the system that Qt sets type with is missing."""


def _rendered(values: Dossier, form: Form, language: str) -> bytes:
    if form is not Form.PDF:
        return rendered(values, form, language)
    try:
        from reconciler.gui import pdf
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise
        raise NoPdfError(str(error)) from error
    from reconciler.gui.export_work import rendered_any

    application = pdf.start_without_window()
    try:
        return rendered_any(values, form, language)
    finally:
        del application


def extent_line(found: Extent) -> str:
    """Return what an export holds and what it leaves out, in one line."""
    return f"In: {_counted(found.included)}. Left out: {_counted(found.left_out)}."


def _counted(shares: tuple[Share, ...]) -> str:
    return words("en").shares(shares)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both names lead to one file, through links too."""
    return os.path.realpath(one) == os.path.realpath(other)
