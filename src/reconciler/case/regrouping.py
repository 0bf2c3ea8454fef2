"""Which statements belong together, set right by hand: a match moved to another statement, a group parted."""

from collections.abc import Iterable, Sequence

from reconciler.case import acts, remarks
from reconciler.case.carrying import joined
from reconciler.case.plans import Plan, Ruling
from reconciler.case.records import Batch, EntryRows
from reconciler.case.state import State
from reconciler.model import (
    Act,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Proposal,
    Standing,
    StatementId,
    Verdict,
)


def retarget(
    state: State, number: MatchId, end: StatementId, statement: StatementId, proposals: Iterable[Proposal]
) -> Plan | None:
    """Plan to move a match from one of its statements to another one of the same source.

    Who moves a match says that its statements correspond there; one that was unsure stays unsure.

    Raises:
        ValueError: the match has no such end or is none of the case, or the other statement is of
            another source or retired.
    """
    old = state.matches.live.get(number)
    if old is None or end not in (old.left, old.right):
        raise ValueError(f"match {number} has no end {end}")
    if statement in state.retired or state.statements[statement].source != state.statements[end].source:
        raise ValueError(f"statement {statement} can't take the place of {end}")
    if statement == end:
        return None
    opposite = old.right if end == old.left else old.left
    new, made = acts.match_of(state, *state.matches.ordered(opposite, statement), proposals)
    was, now = state.ledger.standing(number), state.ledger.standing(new.id)
    note = joined([now.note, was.note])
    if was.verdict is Verdict.UNSURE and now.verdict is not Verdict.CONFIRMED:
        arrived = [Ruling(new, Act.VERDICT, Standing(Verdict.UNSURE, note=now.note))]
        if note != now.note:
            arrived.append(Ruling(new, Act.NOTE, Standing(Verdict.UNSURE, note=note)))
    else:
        relation = was.relation or (now.relation if now.verdict is Verdict.CONFIRMED else None)
        arrived = [Ruling(new, Act.LINK, Standing(Verdict.CONFIRMED, relation, note))]
    both = (_parted(state, old), *arrived)
    rulings = tuple(each for each in both if each.standing != state.ledger.standing(each.match.id))
    pins = remarks.pin_moved(state, number, new.id)
    if not rulings and not pins:
        return None
    return Plan(EntryKind.RETARGET, rulings, batch=Batch(rows=EntryRows(remarks=pins), new_matches=made))


def split_group(state: State, matches: Sequence[MatchId]) -> Plan | None:
    """Plan that these confirmed matches join nothing any more; others are left alone."""
    found = [state.matches.all[number] for number in dict.fromkeys(matches)]
    confirmed = [each for each in found if state.ledger.standing(each.id).verdict is Verdict.CONFIRMED]
    rulings = tuple(_parted(state, match) for match in confirmed)
    return Plan(EntryKind.SPLIT_GROUP, rulings) if rulings else None


def group_of(state: State, number: MatchId) -> tuple[MatchId, ...]:
    """Return the confirmed matches that hang together with one, itself among them, in the case's order."""
    if state.ledger.standing(number).verdict is not Verdict.CONFIRMED or number not in state.matches.live:
        return ()
    found: set[MatchId] = set()
    left = [number]
    while left:
        one = left.pop()
        if one in found:
            continue
        found.add(one)
        match = state.matches.all[one]
        for end in (match.left, match.right):
            left += [
                each
                for each in state.matches.of_statement(end)
                if each not in found and state.ledger.standing(each).verdict is Verdict.CONFIRMED
            ]
    return tuple(each for each in state.matches.live if each in found)


def _parted(state: State, match: Match) -> Ruling:
    """Return what takes a match away: one that only the analyst made is unlinked, else it is rejected."""
    note = state.ledger.standing(match.id).note
    if match.made_by is MadeBy.HAND and match.run is None:
        return Ruling(match, Act.UNLINK, Standing(note=note))
    return Ruling(match, Act.VERDICT, Standing(Verdict.REJECTED, note=note))
