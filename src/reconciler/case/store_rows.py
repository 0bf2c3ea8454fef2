"""A case's values read from and written to the tables of its file."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Protocol, TypeVar

from reconciler.case import evidence
from reconciler.case import store_values as values
from reconciler.case.records import (
    Batch,
    Contents,
    EntryRows,
    FirstLook,
    OriginalRecord,
    Remark,
    Replaced,
)
from reconciler.case.store_values import Row
from reconciler.model import (
    ClaimPart,
    Entry,
    EntryId,
    EntryKind,
    Match,
    MatchId,
    Pin,
    RunId,
    Signal,
    SignalKind,
    Silence,
    SourceId,
    Statement,
    StatementId,
)


class _OfEntry(Protocol):
    @property
    def entry(self) -> EntryId: ...


_Of = TypeVar("_Of", bound=_OfEntry)
Choose = Callable[[str | None, Sequence[SourceId]], Sequence[SourceId]]
"""Says which sources are shown first, given what the window asked to keep and which sources there are."""


def write(conn: sqlite3.Connection, batch: Batch) -> None:
    """Write all rows of the batch, each after those that it refers to."""
    if batch.entry is not None:
        entry = batch.entry
        _insert(
            conn, "entries", values.ENTRY, [(entry.id, entry.kind, entry.analyst, entry.at, entry.undoes)]
        )
    if batch.run is not None:
        _insert(conn, "runs", values.RUN, [values.run_row(batch.run)])
    _write_sources(conn, batch)
    _write_statements(conn, batch)
    _write_signals(conn, batch)
    _write_replaced(conn, batch)
    _write_matches(conn, batch)
    _write_aligned(conn, batch)
    rows = batch.rows
    _insert(conn, "decisions", values.DECISION, map(values.decision_row, rows.decisions))
    _insert(conn, "source_edits", values.EDIT, map(values.edit_row, rows.edits))
    _insert(conn, "setting_edits", values.SETTING, map(values.setting_row, rows.settings))
    _insert(conn, "carryings", values.CARRYING, map(values.carrying_row, rows.carryings))
    _write_remarks(conn, rows.remarks)


def read(conn: sqlite3.Connection) -> Contents:
    """Read everything, each table once and in the order of its rows.

    Raises:
        sqlite3.DatabaseError, ValueError, KeyError, TypeError: the file does not hold what a case holds.
    """
    with _snapshot(conn):
        shared: values.Shared = {}
        rows = _read_journal(conn, shared)
        statements = _read_statements(conn)
        view = conn.execute('SELECT state FROM "view"').fetchone()
        last = conn.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'matches'").fetchone()
        return Contents(
            sources=tuple(map(values.source, _select(conn, "sources", values.SOURCE))),
            versions=tuple(map(values.version, _select(conn, "versions", values.VERSION))),
            statements=statements,
            retired=frozenset(
                StatementId(row[0]) for row in conn.execute("SELECT id FROM statements WHERE retired")
            ),
            matches=_read_matches(conn),
            held=frozenset(
                MatchId(row[0]) for row in conn.execute("SELECT DISTINCT match FROM replaced_proposals")
            ),
            runs=tuple(map(values.run, _select(conn, "runs", values.RUN))),
            aligned={
                (SourceId(left), SourceId(right)): RunId(run)
                for left, right, run in conn.execute('SELECT "left", "right", run FROM aligned')
            },
            entries=_read_entries(conn, rows, {each.id: each.source for each in statements}, shared),
            rows=rows,
            view_state=None if view is None else str(view[0]),
            last_match=MatchId(last[0] or 0),
        )


def read_first(conn: sqlite3.Connection, chosen: Choose) -> FirstLook:
    """Read the sources, and the present statements of those that are chosen, without their signals.

    Raises:
        sqlite3.DatabaseError, ValueError, KeyError, TypeError: the file does not hold what a case holds.
    """
    with _snapshot(conn):
        view = conn.execute('SELECT state FROM "view"').fetchone()
        records = map(values.source, _select(conn, "sources", values.SOURCE))
        there = sorted((each for each in records if not each.removed), key=lambda each: each.position)
        sources = tuple(each.source for each in there)
        numbers = chosen(None if view is None else str(view[0]), [each.id for each in sources])
        query = (
            f"SELECT {values.STATEMENT} FROM statements"  # noqa: S608 - names of ours
            " WHERE source = ? AND NOT retired ORDER BY ordinal"
        )
        return FirstLook(
            sources,
            {
                number: tuple(values.statement(row, ()) for row in conn.execute(query, (number,)))
                for number in numbers
            },
        )


def read_replaced(conn: sqlite3.Connection, entry: EntryId) -> Replaced:
    """Read what was proposed before an entry."""
    proposals = conn.execute(
        'SELECT m.id, m."left", m."right", p.confidence, m.made_by, p.run, p.evidence'
        " FROM replaced_proposals AS p JOIN matches AS m ON m.id = p.match WHERE p.entry = ? ORDER BY p.id",
        (entry,),
    )
    runs = conn.execute(
        'SELECT "left", "right", run FROM replaced_runs WHERE entry = ? ORDER BY id', (entry,)
    ).fetchall()
    return Replaced(
        tuple(values.match(row) for row in proposals),
        {(SourceId(left), SourceId(right)): None if run is None else RunId(run) for left, right, run in runs},
    )


def read_matches(conn: sqlite3.Connection, statements: Iterable[StatementId]) -> tuple[Match, ...]:
    """Read every match in which one of these statements stands, in the order of their numbers."""
    query = f'SELECT {values.MATCH} FROM matches WHERE "left" = ?1 OR "right" = ?1'  # noqa: S608 - names of ours
    rows = {row[0]: row for each in statements for row in conn.execute(query, (each,))}
    return tuple(values.match(rows[number]) for number in sorted(rows))


def read_match(conn: sqlite3.Connection, number: MatchId) -> Match | None:
    """Read one match, if there is one of this number."""
    query = f"SELECT {values.MATCH} FROM matches WHERE id = ?"  # noqa: S608 - names of ours
    row = conn.execute(query, (number,)).fetchone()
    return None if row is None else values.match(row)


def read_original(conn: sqlite3.Connection, source: SourceId, version: int) -> OriginalRecord | None:
    """Read what a version of a source was read from."""
    row = conn.execute(
        f"SELECT {values.ORIGINAL} FROM originals WHERE source = ? AND version = ?",  # noqa: S608 - names of ours
        (source, version),
    ).fetchone()
    return None if row is None else values.original(row)


@contextmanager
def _snapshot(conn: sqlite3.Connection) -> Iterator[None]:
    """One state of the file for all that is read, whatever another window writes meanwhile."""
    conn.execute("BEGIN")
    try:
        yield
    finally:
        conn.rollback()


def _read_statements(conn: sqlite3.Connection) -> tuple[Statement, ...]:
    signals: dict[int, list[Signal]] = defaultdict(list)
    kinds = {each.value: each for each in SignalKind}
    for number, kind, start, end, text, value in conn.execute(
        f'SELECT {values.SIGNAL} FROM signals ORDER BY statement, start, "end", id'  # noqa: S608 - names of ours
    ):
        signals[number].append(Signal(kinds[kind], start, end, text, value))
    return tuple(
        values.statement(row, tuple(signals.get(row[0], ())))
        for row in _select(conn, "statements", values.STATEMENT, "source, ordinal, id")
    )


def _read_journal(conn: sqlite3.Connection, shared: values.Shared) -> Mapping[EntryId, EntryRows]:
    read = partial(values.decision, shared=shared)
    decisions = _by_entry(map(read, _select(conn, "decisions", values.DECISION)))
    edits = _by_entry(map(values.edit, _select(conn, "source_edits", values.EDIT)))
    settings = _by_entry(map(values.setting, _select(conn, "setting_edits", values.SETTING)))
    changes = _by_entry(
        map(values.statement_change, _select(conn, "statement_changes", values.STATEMENT_CHANGE))
    )
    carryings = _by_entry(map(values.carrying, _select(conn, "carryings", values.CARRYING)))
    remarks = _by_entry(_read_remarks(conn))
    # Most entries of a long journal are decisions and nothing else.
    rows = {entry: EntryRows(tuple(found)) for entry, found in decisions.items()}
    for entry in {*edits, *settings, *changes, *carryings, *remarks}:
        rows[entry] = EntryRows(
            tuple(decisions.get(entry, ())),
            tuple(edits.get(entry, ())),
            tuple(settings.get(entry, ())),
            tuple(changes.get(entry, ())),
            tuple(carryings.get(entry, ())),
            tuple(remarks.get(entry, ())),
        )
    return {entry: rows[entry] for entry in sorted(rows)}


def _read_remarks(conn: sqlite3.Connection) -> Iterator[Remark]:
    yield from map(values.silence, _select(conn, "silences", values.SILENCE))
    yield from map(values.pin, _select(conn, "pins", values.PIN))
    yield from map(values.claim_edit, _select(conn, "claim_edits", values.CLAIM_EDIT))


def _write_remarks(conn: sqlite3.Connection, remarks: Iterable[Remark]) -> None:
    for remark in remarks:
        match remark.about:
            case Silence():
                row = values.silence_row(remark, remark.about)
                _insert(conn, "silences", values.SILENCE, [row])
            case Pin():
                _insert(conn, "pins", values.PIN, [values.pin_row(remark, remark.about)])
            case ClaimPart():
                row = values.claim_edit_row(remark, remark.about)
                _insert(conn, "claim_edits", values.CLAIM_EDIT, [row])


def _by_entry(rows: Iterable[_Of]) -> dict[EntryId, list[_Of]]:
    grouped: dict[EntryId, list[_Of]] = defaultdict(list)
    for row in rows:
        grouped[row.entry].append(row)
    return grouped


def _read_entries(
    conn: sqlite3.Connection,
    rows: Mapping[EntryId, EntryRows],
    sources: Mapping[StatementId, SourceId],
    shared: values.Shared,
) -> tuple[Entry, ...]:
    none = EntryRows()
    kinds = {each.value: each for each in EntryKind}
    share = shared.setdefault
    entries = []
    for number, kind, analyst, at, undoes in _select(conn, "entries", values.ENTRY):
        own = rows.get(number, none)
        matches = own.decided() if own.tells_of_matches_only else ()
        entry = Entry(
            EntryId(number), kinds[kind], share(analyst, analyst), share(at, at), undoes, matches, ()
        )
        entries.append(entry if own.tells_of_matches_only else own.described(entry, sources))
    return tuple(entries)


def _read_matches(conn: sqlite3.Connection) -> tuple[Match, ...]:
    return tuple(values.match(row) for row in _select(conn, "matches", values.MATCH))


def _select(conn: sqlite3.Connection, table: str, columns: str, order: str = "id") -> sqlite3.Cursor:
    return conn.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}')  # noqa: S608 - names of ours


def _insert(conn: sqlite3.Connection, table: str, columns: str, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" for _ in columns.split(","))
    conn.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)  # noqa: S608 - names of ours


def _write_aligned(conn: sqlite3.Connection, batch: Batch) -> None:
    conn.executemany(
        'INSERT OR REPLACE INTO aligned ("left", "right", run) VALUES (?, ?, ?)',
        [(*pair, run) for pair, run in batch.aligned.items() if run is not None],
    )
    conn.executemany(
        'DELETE FROM aligned WHERE "left" = ? AND "right" = ?',
        [pair for pair, run in batch.aligned.items() if run is None],
    )


def _write_sources(conn: sqlite3.Connection, batch: Batch) -> None:
    _insert(conn, "sources", values.SOURCE, map(values.source_row, batch.new_sources))
    _insert(conn, "versions", values.VERSION, map(values.version_row, batch.new_versions))
    _insert(conn, "originals", values.ORIGINAL, map(values.original_row, batch.originals))
    conn.executemany(
        "UPDATE sources SET title = ?, outlet = ?, url = ?, published = ?, published_assumed = ?,"
        " language = ?, given_date = ?, removed = ?, position = ? WHERE id = ?",
        [
            (
                *(s.title, s.outlet, s.url, s.published, s.published_assumed, s.language),
                *(record.given_date, record.removed, record.position, s.id),
            )
            for record in batch.changed_sources
            for s in [record.source]
        ],
    )
    conn.executemany(
        "UPDATE sources SET text = ?, sha256 = ?, imported_at = ?, name = ?, version = ?"
        " WHERE id = ? AND version <> ?",
        [
            (s.text, s.sha256, s.imported_at, s.name, record.version, s.id, record.version)
            for record in batch.changed_sources
            for s in [record.source]
        ],
    )


def _write_statements(conn: sqlite3.Connection, batch: Batch) -> None:
    _insert(conn, "statements", values.STATEMENT, map(values.statement_row, batch.new_statements))
    changes = batch.rows.statements
    _insert(conn, "statement_changes", values.STATEMENT_CHANGE, map(values.statement_change_row, changes))
    conn.executemany(
        "UPDATE statements SET retired = ? WHERE id = ?",
        [(change.retired, change.statement) for change in changes],
    )
    conn.executemany(
        "UPDATE statements SET ordinal = ? WHERE id = ?",
        [(statement.ordinal, statement.id) for statement in batch.renumbered],
    )


def _write_signals(conn: sqlite3.Connection, batch: Batch) -> None:
    conn.executemany(
        "DELETE FROM signals WHERE statement = ?", [(each.id,) for each in batch.changed_signals]
    )
    _insert(
        conn,
        "signals",
        values.SIGNAL,
        (
            (each.id, signal.kind, signal.start, signal.end, signal.text, signal.value)
            for each in batch.changed_signals
            for signal in each.signals
        ),
    )


def _write_replaced(conn: sqlite3.Connection, batch: Batch) -> None:
    if batch.replaced is None or batch.entry is None:
        return
    entry = batch.entry.id
    _insert(
        conn,
        "replaced_proposals",
        values.REPLACED_PROPOSAL,
        ((entry, m.id, m.confidence, m.run, evidence.encode(m.reasons)) for m in batch.replaced.proposals),
    )
    _insert(
        conn,
        "replaced_runs",
        'entry, "left", "right", run',
        ((entry, *pair, run) for pair, run in batch.replaced.runs.items()),
    )


def _write_matches(conn: sqlite3.Connection, batch: Batch) -> None:
    conn.executemany("DELETE FROM matches WHERE id = ?", [(match,) for match in batch.deleted_matches])
    conn.executemany(
        "UPDATE matches SET confidence = ?, run = ?, evidence = ? WHERE id = ?",
        [(m.confidence, m.run, evidence.encode(m.reasons), m.id) for m in batch.changed_matches],
    )
    _insert(conn, "matches", values.MATCH, map(values.match_row, batch.new_matches))
