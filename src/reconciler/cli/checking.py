"""What `reconciler check` says of a case file, and `reconciler recover` of the one it made."""

from reconciler.case import Finding, FindingKind, Recovered
from reconciler.export.plain import one_line

_FINDINGS = {
    FindingKind.DAMAGED: "the file is damaged",
    FindingKind.DANGLING: "{where} refers to a row that is not there",
    FindingKind.UNGUARDED: "{where} is missing or not ours, which keeps the journal from being rewritten",
    FindingKind.STRANGER: "{where} is a table, view or trigger that Reconciler did not make",
    FindingKind.MISSING_VIEW: "the view {where} is missing, which other tools read",
    FindingKind.NOT_ITS_TEXT: "{where} is not what stands at its place in the source's text",
    FindingKind.OVERLAPPING: "{where} overlaps the one before it",
    FindingKind.MISNUMBERED: "{where} is not numbered after the one before it",
    FindingKind.MISLAID: "{where} does not stand, or stands, against what the history says of it",
    FindingKind.MISPLACED_MATCH: "{where} does not go from an earlier source to a later one",
    FindingKind.BROKEN_HISTORY: "{where} takes back an act whose turn it is not",
    FindingKind.INCONSISTENT_DECISION: "{where} does not follow from the decision before it",
    FindingKind.INCONSISTENT_REMARK: "what {where} says does not follow from what was said before it",
}


def finding_sentence(finding: Finding) -> str:
    """Return the line that tells of one thing that is wrong."""
    detail = f" ({finding.detail})" if finding.detail else ""
    return one_line(_FINDINGS[finding.kind].format(where=finding.where) + detail)


def recovered_sentence(found: Recovered) -> str:
    """Return what of a damaged case stands in the new one."""
    history = "with the whole history" if found.whole_history else "as it stood last, without the history"
    lost = "nothing was left out"
    if found.gaps or found.dropped:
        lost = (
            f"left out: {_counted(found.dropped, 'row')}, and what stood in {_counted(found.gaps, 'place')}"
        )
        lost += " that can't be read"
    kept = ", ".join(
        (
            _counted(found.sources, "source"),
            _counted(found.statements, "statement"),
            f"{found.matches} match" + ("" if found.matches == 1 else "es"),
            f"{found.decided} decided",
        )
    )
    return f"{kept}, {history}; {lost}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
