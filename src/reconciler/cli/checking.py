"""What `reconciler check` says of a case file."""

from typing import TYPE_CHECKING

from reconciler.cli.plain import one_line

if TYPE_CHECKING:
    from reconciler.case.store_check import Finding, Report

_FLAWS = {
    "storage": "the file is damaged: {where}",
    "reference": "a row refers to one that is not there: {where}",
    "schema": "a part that every case file has is missing: {where}",
    "statement_text": "a statement is not what stands in its source's text: {where}",
    "statement_order": "a statement overlaps the one before it: {where}",
    "match_sides": "a match joins two statements of one source: {where}",
}


def finding_sentence(finding: "Finding") -> str:
    """Return the line that tells of one thing that is wrong."""
    return one_line(_FLAWS[finding.flaw].format(where=finding.where))


def sound_sentence(report: "Report") -> str:
    """Return the line that says a case file is sound, and what was looked at."""
    return (
        f"sound: {report.sources} sources, {report.statements} statements, "
        f"{report.matches} matches, {report.decisions} decisions"
    )
