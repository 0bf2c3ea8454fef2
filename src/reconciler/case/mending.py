"""The analyst mends how a source was cut: split, merge, another kind."""

from collections.abc import Sequence
from dataclasses import replace

from reconciler.case import carrying, remarks, shaping
from reconciler.case.carrying import Heir, HeirOf
from reconciler.case.plans import Plan
from reconciler.case.records import Batch, EntryRows
from reconciler.case.state import State
from reconciler.model import EntryKind, Match, Signal, Span, Statement, StatementId, StatementKind


def split(state: State, statement: StatementId, offset: int) -> Plan:
    """Plan two statements in the place of one; `offset` is where in the source's text the second begins.

    What was decided goes with the part in which most of its evidence lies or, without any, most
    of the text.

    Raises:
        ValueError: the statement is retired, or nothing but spaces would stand in one of the parts.
    """
    old = _present(state, statement)
    first = _piece(state, old, old.start, offset, 1)
    second = _piece(state, old, offset, old.end, 2)
    parts = tuple(replace(part, signals=_within(old.signals, part)) for part in (first, second))

    def heir(match: Match, side: StatementId) -> Heir:
        shares = [_evidence(match, side, part, old) for part in parts]
        if shares[0] == shares[1]:
            shares = [len(part.text) for part in parts]
        return Heir(parts[0] if shares[0] >= shares[1] else parts[1], same=False)

    longer = max(parts, key=lambda part: len(part.text))
    return _plan(state, EntryKind.SPLIT, (old,), parts, (heir, Heir(longer, same=False)))


def merge(state: State, statement: StatementId, following: StatementId) -> Plan:
    """Plan one statement, of the kind of the first, in the place of two that follow one another.

    Raises:
        ValueError: one is retired, or the second is not the next one of the same source.
    """
    first, second = _present(state, statement), _present(state, following)
    if (second.source, second.ordinal) != (first.source, first.ordinal + 1):
        raise ValueError(f"statement {following} does not follow {statement}")
    whole = replace(
        _piece(state, first, first.start, second.end, 1), signals=(*first.signals, *second.signals)
    )
    heir = Heir(whole, same=False)
    return _plan(state, EntryKind.MERGE, (first, second), (whole,), (lambda *_: heir, heir))


def set_kind(state: State, statement: StatementId, kind: StatementKind) -> Plan | None:
    """Plan another kind of a statement; what was decided on its words stands.

    Raises:
        ValueError: the statement is retired.
    """
    old = _present(state, statement)
    if kind is old.kind:
        return None
    new = replace(old, id=StatementId(state.last.statement + 1), kind=kind)
    heir = Heir(new, same=True)
    return _plan(state, EntryKind.KIND, (old,), (new,), (lambda *_: heir, heir))


def _plan(
    state: State,
    kind: EntryKind,
    old: Sequence[Statement],
    new: Sequence[Statement],
    heirs: tuple[HeirOf, Heir],
) -> Plan:
    of_matches, of_remarks = heirs
    retired = [each.id for each in old]
    changes = shaping.changes(state, retired, [each.id for each in new])
    renumbered, placed = shaping.in_order(state, changes, new)
    carried = carrying.carry(state, frozenset(retired), of_matches)
    said = remarks.carry(state, frozenset(retired), carried.moved, lambda _statement: of_remarks)
    return Plan(
        kind,
        carried.rulings,
        batch=Batch(
            rows=EntryRows(statements=changes, carryings=carried.carryings, remarks=said),
            new_statements=placed,
            renumbered=renumbered,
            changed_signals=tuple(each for each in placed if each.signals),
            new_matches=carried.matches,
            aligned=shaping.unaligned(state, {old[0].source}),
        ),
    )


def _present(state: State, statement: StatementId) -> Statement:
    if statement in state.retired:
        raise ValueError(f"another statement stands in the place of {statement}")
    return state.statements[statement]


def _piece(state: State, like: Statement, start: int, end: int, place: int) -> Statement:
    """Return the span without spaces around it as a statement that is new by `place` numbers."""
    text = state.records[like.source].source.text[start:end]
    if not like.start <= start < end or not text.strip():
        raise ValueError(f"nothing stands from {start} to {end}")
    start += len(text) - len(text.lstrip())
    text = text.strip()
    number = StatementId(state.last.statement + place)
    return replace(like, id=number, start=start, end=start + len(text), text=text, signals=())


def _within(signals: Sequence[Signal], part: Statement) -> tuple[Signal, ...]:
    return tuple(each for each in signals if part.start <= each.start and each.end <= part.end)


def _evidence(match: Match, side: StatementId, part: Statement, old: Statement) -> float:
    """Return how much of what speaks for a match lies in a part of its statement."""
    start, end = part.start - old.start, part.end - old.start

    def share(spans: Sequence[Span]) -> int:
        return sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans)

    return sum(
        max(0.0, reason.value) * share(reason.left if side == match.left else reason.right)
        for reason in match.reasons
    )
