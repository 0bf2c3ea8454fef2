"""Reverting any one act of the history: what it changed of its matches is set back, by a new act.

Other than undo it leaves alone what was decided in between: an act on the verdict gives back verdict
and relation, one on the note the note.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from reconciler.case import remarks
from reconciler.case.plans import Plan, Ruling
from reconciler.case.records import Batch, EntryRows
from reconciler.case.remarks import Retraction
from reconciler.case.state import State
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Act,
    Decision,
    DecisionId,
    EntryId,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Standing,
    Subject,
)


@dataclass(frozen=True, slots=True)
class Reversal:
    """What reverting an act makes of one match; `later` are the decisions that it would overwrite."""

    match: MatchId
    row: DecisionId
    now: Standing
    then: Standing
    later: tuple[Decision, ...] = ()

    @property
    def subject(self) -> MatchId:
        """What it is about."""
        return self.match

    @property
    def overwrites(self) -> bool:
        """Whether something later would be overwritten."""
        return bool(self.later)


def foresee(state: State, entry: EntryId) -> tuple[Reversal, ...]:
    """Return what reverting an act would change; nothing where it speaks of more than its matches.

    Matches whose statements are gone, or whose sources are out of the case, are passed over, as are
    those of which what stood before stands again.
    """
    rows = state.ledger.rows_of(entry)
    if _is_of_more(rows):
        return ()
    first = {row.match: row for row in reversed(rows.decisions)}
    last = {row.match: row for row in rows.decisions}
    found = (_reversal(state, first[each], row) for each, row in last.items() if _is_there(state, each))
    return tuple(each for each in found if each.then != each.now)


def foresee_remarks(state: State, entry: EntryId) -> tuple[Retraction, ...]:
    """Return what reverting an act would change of silences, pins and what is said of claims."""
    rows = state.ledger.rows_of(entry)
    return () if _is_of_more(rows) else tuple(remarks.retractions(state, rows))


def plan(state: State, entry: EntryId, told: Collection[MatchId | Subject], *, where: str) -> Plan | None:
    """Plan to revert an act; `told` are the matches and subjects of which something later may be overwritten.

    Raises:
        CaseError: DECIDED_SINCE, one that is not told of was decided again later.
    """
    reversals, retractions = foresee(state, entry), foresee_remarks(state, entry)
    changes: tuple[Reversal | Retraction, ...] = (*reversals, *retractions)
    untold = sum(each.overwrites and each.subject not in told for each in changes)
    if untold:
        raise CaseError(Problem.DECIDED_SINCE, where, str(untold))
    if not changes:
        return None
    rulings = tuple(_ruling(state, each) for each in reversals)
    rows = EntryRows(remarks=remarks.retracted(state, retractions))
    return Plan(EntryKind.REVERT, rulings, undoes=entry, batch=Batch(rows=rows))


def _is_of_more(rows: EntryRows) -> bool:
    """Whether an act changed more than what is decided and said."""
    return bool(rows.edits or rows.settings or rows.statements or rows.carryings)


def _reversal(state: State, first: Decision, row: Decision) -> Reversal:
    """Return what taking back the rows of one match, from a first to a last one, makes of it."""
    before, now = state.ledger.before(first), state.ledger.standing(row.match)
    then = now
    if _verdict(row.standing) != _verdict(before):
        then = replace(then, verdict=before.verdict, relation=before.relation)
    if row.note != before.note:
        then = replace(then, note=before.note)
    later = tuple(
        each
        for each in state.ledger.decisions(row.match)
        if each.id > row.id
        and (
            (_verdict(then) != _verdict(now) and _verdict(now) != _verdict(row.standing))
            or now.note not in (then.note, row.note)
        )
    )
    return Reversal(row.match, first.id, now, then, later)


def _verdict(standing: Standing) -> tuple[object, object]:
    return standing.verdict, standing.relation


def _is_there(state: State, number: MatchId) -> bool:
    match = state.matches.all.get(number)
    if match is None or not state.stands(match):
        return False
    return not any(state.records[source].removed for source in state.matches.sources_of(match))


def _ruling(state: State, reversal: Reversal) -> Ruling:
    """Return a row that follows from its act: the journal is checked for that."""
    match, then = state.matches.all[reversal.match], reversal.then
    rows = state.ledger.decisions(reversal.match)
    row = next(each for each in rows if each.id == reversal.row)
    if then == state.ledger.before(row):
        return Ruling(match, Act.UNDO, then, row.id)
    return Ruling(match, _act(match, reversal), then)


def _act(match: Match, reversal: Reversal) -> Act:
    if _verdict(reversal.then) == _verdict(reversal.now):
        return Act.NOTE
    if reversal.then.verdict is not None:
        return Act.VERDICT
    return Act.UNLINK if match.made_by is MadeBy.HAND else Act.CLEAR
