"""What `reconciler check` says of a case file."""

from reconciler.case import Finding, FindingKind
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
