"""Where the panes are brought from a cell of the claims table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconciler.export.values import ClaimRecord
from reconciler.model import MatchId, SourceId, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case import Case


@dataclass(frozen=True, slots=True)
class Target:
    """A match, with the statement to be read; without one, a statement beside the source of the cell."""

    match: MatchId | None
    statement: StatementId
    beside: SourceId | None = None


def target(case: "Case", record: ClaimRecord, column: int) -> Target:
    """Return where a cell leads; column 0 is the claim itself, which leads to what differs most in it."""
    if column == 0:
        match = record.findings[0].match if record.findings else next(iter(record.matches), None)
        statement = record.label if match is None else case.matches[match].left
        return Target(match, statement)
    cell = record.cells[column - 1]
    if cell.statements:
        first = record.label if record.label in cell.statements else cell.statements[0]
        match = joining(case, record, first) or joining(case, record, *cell.statements)
        return Target(match, first)
    waiting = _waiting(case, record, cell.source)
    if waiting is not None:
        return Target(waiting, record.label)
    return Target(None, record.label, cell.source)


def joining(case: "Case", record: ClaimRecord, *ends: StatementId) -> MatchId | None:
    """Return a match of the claim with one of these statements, one with the claim's label if it can be."""
    found = [each for each in record.matches if {*case.ends(each)} & {*ends}]
    with_label = (each for each in found if record.label in case.ends(each))
    return next(with_label, found[0] if found else None)


def _waiting(case: "Case", record: ClaimRecord, source: SourceId) -> MatchId | None:
    """Return the likeliest undecided match of a claim's statement with one of a source.

    While confidence is hidden it is the first one: where the panes are brought must not tell it.
    """
    found = {
        match
        for each in record.claim.statements
        for match in case.matches_of(each)
        if case.standing(match).verdict in (None, Verdict.UNSURE)
        and source in _sources(case, case.ends(match))
    }
    if not case.score_visible:
        return min(found, default=None)
    return max(found, key=lambda each: (case.matches[each].confidence, -each), default=None)


def _sources(case: "Case", ends: Iterable[StatementId]) -> set[SourceId]:
    return {case.statement(end).source for end in ends}
