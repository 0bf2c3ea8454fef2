"""What is done for an export off the GUI thread: the case is read, shown as text, written to a file.

A worker reads the case file by itself, as the command line does, so that both write the same bytes.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reconciler.errors import Cancelled, CaseError, Problem
from reconciler.export.values import Dossier, Form
from reconciler.pace import Pace


def gathered(path: Path) -> Dossier:
    """Return all that an export may hold of a case file, as it is on disk now.

    Raises:
        CaseError: CASE_GONE, there is none any more; it can't be read.
    """
    from reconciler.case import Case
    from reconciler.case.dossier import dossier
    from reconciler.case.opened import now

    try:
        case = Case.open(path, read_only=True)
    except CaseError as error:
        if error.problem is Problem.NOT_FOUND:
            raise CaseError(Problem.CASE_GONE, str(path)) from error
        raise
    try:
        return dossier(case, now())
    finally:
        case.close()


def written(
    values: Dossier,
    form: Form,
    language: str,
    path: Path,
    *,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    """Write an export, dated with this moment, to a file that is whole or not touched.

    Raises:
        CaseError: IS_FOLDER, DISK_FULL or WRITE_FAILED.
        Cancelled: `cancelled` said so; nothing was written.
    """
    from reconciler.case.opened import now
    from reconciler.export.writing import write_whole

    data = rendered_any(replace(values, made=now()), form, language, progress, cancelled)
    if cancelled():
        raise Cancelled
    write_whole(path, data)


def rendered_any(
    values: Dossier,
    form: Form,
    language: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the bytes of an export in any form, a PDF too.

    Raises:
        Cancelled: `cancelled` said so.
    """
    pace = Pace(progress or (lambda _share: None), cancelled or (lambda: False))
    if form is Form.PDF:
        from reconciler.export.report import report
        from reconciler.gui.pdf import as_pdf

        return as_pdf(report(values, language, pace.part(0, 0.1)), values.made, pace.part(0.1, 1))
    from reconciler.export.rendering import rendered

    return rendered(values, form, language, pace)
