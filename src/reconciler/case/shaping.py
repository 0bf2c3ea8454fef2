"""What follows when statements of a source give way to others: their order, and what is aligned no more."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reconciler.case.records import Pair, StatementChange
from reconciler.case.state import State
from reconciler.model import RunId, SourceId, Statement, StatementId


def changes(
    state: State, retired: Iterable[StatementId], put_in: Iterable[StatementId]
) -> tuple[StatementChange, ...]:
    """Return the rows that tell which statements an entry retires and which it puts in."""
    entry = state.next_entry
    return (
        *(StatementChange(entry, statement, retired=True) for statement in retired),
        *(StatementChange(entry, statement, retired=False) for statement in put_in),
    )


def in_order(
    state: State, rows: Sequence[StatementChange], new: Sequence[Statement] = ()
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return the statements of the sources concerned in order of their starts, numbered anew.

    First those of the case that get another ordinal, then the new ones with theirs.
    """
    if not rows and not new:
        return (), ()
    known = {**state.statements, **{each.id: each for each in new}}
    gone = {row.statement for row in rows if row.retired}
    arriving = [known[row.statement] for row in rows if not row.retired]
    changed: list[Statement] = []
    placed: dict[StatementId, Statement] = {}
    for source in {known[row.statement].source for row in rows}:
        staying = [each for each in state.of_source.get(source, ()) if each.id not in gone]
        members = [*staying, *(each for each in arriving if each.source == source)]
        for ordinal, each in enumerate(sorted(members, key=lambda one: one.start), 1):
            if each.id not in state.statements:
                placed[each.id] = replace(each, ordinal=ordinal)
            elif each.ordinal != ordinal:
                changed.append(replace(each, ordinal=ordinal))
    return tuple(changed), tuple(placed[each.id] for each in new)


def unaligned(state: State, sources: AbstractSet[SourceId]) -> Mapping[Pair, RunId | None]:
    """Return that the pairs of these sources are aligned no more, for `Batch.aligned`."""
    return dict.fromkeys(pair for pair in state.aligned if not sources.isdisjoint(pair))
