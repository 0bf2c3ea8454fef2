"""`reconciler merge`: a colleague's decisions brought into a case, after saying how far both agree."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconciler.errors import CaseError, Problem
from reconciler.export.plain import one_line

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.agreement import Agreement
    from reconciler.case.bringing import Arrival
    from reconciler.case.kappa import Concord


def merge(case_path: Path, other: Path, output: Path | None) -> "tuple[Agreement, Arrival]":
    """Bring what was decided in another case into one, or into a copy of it where `output` is named.

    How far it got is said on standard error. The other case is only read.

    Raises:
        CaseError: one of both can't be opened; OTHER_SOURCES, EXISTS, READ_ONLY, LOCKED, DISK_FULL or
            WRITE_FAILED; nothing was written then. LOG_LEFT: it was, but not all into the one file.
    """
    from reconciler.case.agreement import compare
    from reconciler.case.colleague import Colleague

    _progress(f"Reading {one_line(str(other))}")
    colleague = Colleague.read(other)
    if output is not None and output.exists():
        raise CaseError(Problem.EXISTS, str(output))
    with _opened(case_path, read_only=output is not None) as case:
        _progress(f"Comparing {len(colleague.opinions)} decided matches with those of {one_line(case.name)}")
        agreement = compare(case, colleague)
        arrival = case.foresee_bringing_in(colleague)
        if output is not None:
            case.save_as(output)
        if arrival.rows or arrival.silences:
            _progress(f"Bringing in {arrival.rows} rows of the journal")
        case.bring_in(colleague)
        case.fold_back()
    return agreement, arrival


def _opened(path: Path, *, read_only: bool) -> "Case":
    from reconciler.case import Case

    case = Case.open(path, read_only=read_only)
    if case.read_only and not read_only:
        case.close()
        from reconciler.case.store_file import can_be_written

        raise CaseError(Problem.LOCKED if can_be_written(path) else Problem.READ_ONLY, str(path))
    return case


def _progress(line: str) -> None:
    click.echo(line, err=True)


def result_lines(agreement: "Agreement", arrival: "Arrival") -> list[str]:
    """Return what is printed of a merge: the agreement, what came in, what is to settle and what stayed."""
    lines = [
        f"Verdicts: {_concord_words(agreement.matches, 'judged')}.",
        f"Relations: {_concord_words(agreement.relations, 'set')}.",
        (
            f"Brought in: {arrival.taken} decided by the colleague alone, {arrival.alike} decided alike, "
            f"{arrival.disputed} to settle, {arrival.silences} searched silences "
            f"({arrival.rows} rows of the journal; {arrival.known} matches were known)."
        ),
    ]
    if agreement.cut_mine or agreement.cut_theirs:
        lines.append(
            f"Cut differently: {agreement.cut_mine} statements here, {agreement.cut_theirs} there; "
            f"{arrival.left_out} decided matches stay in the colleague's file."
        )
    return lines


def _concord_words(found: "Concord", done: str) -> str:
    if found.share is None:
        return f"none {done} by both"
    words = f"{found.alike} of {found.judged} {done} by both alike ({found.share:.0%}), kappa "
    if found.kappa is None:
        return words + "not defined: both always say the same"
    if found.low is None or found.high is None:
        return f"{words}{found.kappa:.2f} (these decisions give no interval)"
    return f"{words}{found.kappa:.2f} (95 % interval {found.low:.2f} to {found.high:.2f})"
