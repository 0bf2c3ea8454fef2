"""A case as values, for an export."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reconciler.alignment.differences import suggested_relation
from reconciler.case.findings import findings
from reconciler.export.values import (
    Cell,
    CellState,
    ClaimRecord,
    Dossier,
    FindingRecord,
    JournalRow,
    MatchRecord,
    SourceRecord,
)
from reconciler.model import (
    Claim,
    ClaimBasis,
    MatchId,
    Relation,
    SignalKind,
    SourceId,
    Standing,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)
from reconciler.signals import Certainty, CertaintyValue, decode

if TYPE_CHECKING:
    from reconciler.case.case import Case

_RESERVED = (Certainty.HEDGED, Certainty.QUESTIONED, Certainty.DOUBTED)
_LEAST_LABEL = 25
"""Characters that the wording has which stands for a claim: a shorter one seldom says what it is about."""


def dossier(case: "Case", made: str) -> Dossier:
    """Return all that an export shows of a case; `made` is the moment that it is dated with."""
    matches = {
        number: MatchRecord(match, case.standing(number), case.differences(number), case.is_flagged(number))
        for number, match in case.matches.items()
    }
    rows = [
        JournalRow(decision, *(case.statement(end) for end in case.ends(decision.match)))
        for decision in case.journal()
    ]
    return Dossier(
        name=case.name,
        made=made,
        sources=tuple(
            SourceRecord(source, case.statements(source.id), case.versions(source.id))
            for source in case.sources
        ),
        matches=tuple(matches.values()),
        claims=tuple(
            _claim(case, claim, origins, matches)
            for claim, origins in zip(case.claims(), case.origins(), strict=True)
        ),
        findings=tuple(
            FindingRecord(each.match.id, each.difference, each.likelihood) for each in findings(case)
        ),
        journal=tuple(rows),
        entries=case.entries(),
        runs=tuple(case.runs.values()),
        orphans=len(case.orphans()),
    )


def _claim(
    case: "Case", claim: Claim, origins: tuple[str, ...], matches: Mapping[MatchId, MatchRecord]
) -> ClaimRecord:
    members = [case.statement(each) for each in claim.statements]
    label = _label(members)
    outlets = {case.source(each.source).outlet or each.source for each in members}
    otherwise = _against(case, label, claim, matches)
    waiting = _waiting(case, claim, matches)
    cells = []
    for source in case.sources:
        own = [each for each in members if each.source == source.id]
        if own:
            state = _state(own, otherwise)
        else:
            state = CellState.OPEN if source.id in waiting else CellState.SILENT
        cells.append(Cell(source.id, state, tuple(each.id for each in own)))
    return ClaimRecord(claim, label.id, len(outlets), origins, tuple(cells))


def _label(members: list[Statement]) -> Statement:
    """Return the shortest wording that is a sentence or a title and says enough; of two, the first."""
    rest = [each for each in members if each.kind is not StatementKind.HEADING] or members
    return min(rest, key=lambda each: (len(each.text) < _LEAST_LABEL, len(each.text), each.source, each.id))


def _state(own: list[Statement], otherwise: frozenset[StatementId]) -> CellState:
    """Return how a source says it: what it hedges everywhere is hedged, what it says once plainly is said."""
    if any(each.id in otherwise for each in own):
        return CellState.OTHERWISE
    hedged = [_is_hedged(each) for each in own]
    if all(hedged):
        return CellState.HEDGED
    attributed = (any(signal.kind is SignalKind.ATTRIBUTION for signal in each.signals) for each in own)
    if all(one or other for one, other in zip(hedged, attributed, strict=True)):
        return CellState.ATTRIBUTED
    return CellState.SAYS


def _is_hedged(statement: Statement) -> bool:
    values = (decode(signal) for signal in statement.signals if signal.kind is SignalKind.CERTAINTY)
    return any(isinstance(value, CertaintyValue) and value.level in _RESERVED for value in values)


def _against(
    case: "Case", label: Statement, claim: Claim, matches: Mapping[MatchId, MatchRecord]
) -> frozenset[StatementId]:
    """Return the statements that contradict a claim's label, by the analyst's word or else the program's."""
    found: set[StatementId] = set()
    for number in case.matches_of(label.id):
        record = matches.get(number)
        if record is None or not _joins(record.standing, claim.basis):
            continue
        relation = record.standing.relation or suggested_relation(record.differences)
        if relation is Relation.CONTRADICTS:
            found.update({record.match.left, record.match.right} - {label.id})
    return frozenset(found)


def _joins(standing: Standing, basis: ClaimBasis) -> bool:
    return standing.verdict is (Verdict.CONFIRMED if basis is ClaimBasis.CONFIRMED else None)


def _waiting(case: "Case", claim: Claim, matches: Mapping[MatchId, MatchRecord]) -> frozenset[SourceId]:
    """Return the sources of which a statement was proposed for this claim, and nobody said yes or no."""
    found: set[SourceId] = set()
    for statement in claim.statements:
        for number in case.matches_of(statement):
            record = matches.get(number)
            if record is not None and record.standing.verdict in (None, Verdict.UNSURE):
                ends = {record.match.left, record.match.right} - {statement}
                found.update(case.statement(end).source for end in ends)
    return frozenset(found)
