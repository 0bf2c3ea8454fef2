"""Undo and redo: what takes an entry back, or brings it back after that."""

from dataclasses import replace

from reconciler.case import realign, shaping
from reconciler.case.plans import Plan, Ruling
from reconciler.case.records import Batch, EntryRows, Replaced
from reconciler.case.state import State
from reconciler.model import Act, Entry, EntryKind


def plan(state: State, entry: Entry, kind: EntryKind, replaced: Replaced | None) -> Plan:
    """Plan to take an entry back (UNDO), or to bring it back after that (REDO).

    `replaced` is what was proposed before the entry's last turn, where it aligned again.
    """
    back = kind is EntryKind.UNDO
    rows = _turned(state, state.ledger.rows_of(entry.id), back=back)
    renumbered, _ = shaping.in_order(state, rows.statements)
    reshaped = {state.statements[change.statement].source for change in rows.statements}
    proposals = Batch() if replaced is None else realign.restored(state, replaced)
    batch = replace(
        proposals,
        rows=rows,
        renumbered=renumbered,
        aligned={**shaping.unaligned(state, reshaped), **proposals.aligned},
    )
    return Plan(kind, _rulings(state, entry, back=back), entry.id, batch)


def _rulings(state: State, entry: Entry, *, back: bool) -> tuple[Ruling, ...]:
    """Return one row a match, which names its first row of the entry on the way back, else its last."""
    rows = state.ledger.rows_of(entry.id).decisions
    named = {row.match: row for row in (reversed(rows) if back else rows)}
    order = dict.fromkeys(row.match for row in rows)
    return tuple(
        Ruling(
            state.matches.all[row.match],
            Act.UNDO if back else Act.REDO,
            state.ledger.before(row) if back else row.standing,
            row.id,
        )
        for row in (named[match] for match in order)
    )


def _turned(state: State, rows: EntryRows, *, back: bool) -> EntryRows:
    """Return the rows of an entry as those of the next one; going back, before and after change over."""
    number = state.next_entry
    edits = (replace(edit, entry=number) for edit in rows.edits)
    settings = (replace(edit, entry=number) for edit in rows.settings)
    changes = (replace(change, entry=number) for change in rows.statements)
    remarks = (replace(remark, entry=number) for remark in rows.remarks)
    if not back:
        return EntryRows(
            edits=tuple(edits),
            settings=tuple(settings),
            statements=tuple(changes),
            remarks=tuple(remarks),
        )
    return EntryRows(
        edits=tuple(replace(edit, before=edit.after, after=edit.before) for edit in edits),
        settings=tuple(replace(edit, before=edit.after, after=edit.before) for edit in settings),
        statements=tuple(replace(change, retired=not change.retired) for change in changes),
        remarks=tuple(replace(each, before=each.after, after=each.before) for each in remarks),
    )
