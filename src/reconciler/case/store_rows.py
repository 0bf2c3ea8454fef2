"""How the values of a case lie in the rows of its file."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from reconciler.case import evidence
from reconciler.case.records import Batch, Contents, SourceEdit, SourceRecord
from reconciler.case.store_schema import create_script, guards
from reconciler.model import (
    Act,
    Decision,
    DecisionId,
    Entry,
    EntryId,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Relation,
    Run,
    RunId,
    Signal,
    SignalKind,
    Source,
    SourceId,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)

Row = tuple[Any, ...]
"""What SQLite takes and gives: the schema's STRICT tables hold the types."""

_SOURCE = (
    "id, letter, title, outlet, url, published, published_assumed, language, text, sha256, imported_at, name,"
    " given_date, removed"
)
_STATEMENT = 'id, source, ordinal, start, "end", kind, text'
_MATCH = 'id, "left", "right", confidence, made_by, run, evidence'
_SIGNAL = 'statement, kind, start, "end", text, value'
_ENTRY = "id, kind, analyst, at, undoes"
_DECISION = (
    "id, entry, match, act, verdict, relation, note, analyst, at, undoes, confidence, evidence, model,"
    " score_visible"
)
_EDIT = "entry, source, field, before, after"
_RUN = "id, at, model, settings"


def write(conn: sqlite3.Connection, batch: Batch) -> None:
    """Write all rows of the batch, each after those that it refers to."""
    _write_history(conn, batch)
    _write_sources(conn, batch)
    _write_signals(conn, batch)
    _write_matches(conn, batch)
    _insert(conn, "decisions", _DECISION, map(_decision_row, batch.decisions))
    _insert(conn, "source_edits", _EDIT, map(_edit_row, batch.edits))


def read(conn: sqlite3.Connection) -> Contents:
    """Read everything, each table once and in the order of its rows.

    Raises:
        sqlite3.DatabaseError, ValueError, KeyError, TypeError: the file does not hold what a case holds.
    """
    with _snapshot(conn):
        decisions = list(map(_decision, _select(conn, "decisions", _DECISION)))
        edits = list(map(_edit, _select(conn, "source_edits", _EDIT)))
        view = conn.execute('SELECT state FROM "view"').fetchone()
        last = conn.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'matches'").fetchone()
        return Contents(
            sources=tuple(map(_source, _select(conn, "sources", _SOURCE))),
            statements=_read_statements(conn),
            matches=_read_matches(conn),
            runs=tuple(map(_run, _select(conn, "runs", _RUN))),
            aligned={
                (SourceId(left), SourceId(right)): RunId(run)
                for left, right, run in conn.execute('SELECT "left", "right", run FROM aligned')
            },
            entries=_read_entries(conn, decisions, edits),
            decisions=tuple(decisions),
            edits=tuple(edits),
            view_state=None if view is None else str(view[0]),
            last_match=MatchId(last[0] or 0),
        )


def unguarded(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the triggers against changing the journal that are missing or were altered."""
    present = set(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return tuple(name for name, sql in guards() if (name, sql) not in present)


def strangers(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of tables, views and triggers that are not ours, and of views that were altered.

    SQLite's own tables are passed over, and indexes: they change nothing of what is read or written.
    """
    ours, present = _own_objects(), _objects(conn)
    return tuple(
        name
        for name, (kind, sql) in present.items()
        if name not in ours or ours[name][0] != kind or (kind == "view" and ours[name][1] != sql)
    )


def missing_views(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the views for readers with other tools that are not there."""
    present = _objects(conn)
    return tuple(name for name, (kind, _) in _own_objects().items() if kind == "view" and name not in present)


def _own_objects() -> dict[str, tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(create_script())
        return _objects(fresh)


def _objects(conn: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Return kind and SQL of the tables, views and triggers, by name."""
    rows = conn.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view', 'trigger') "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return {str(name): (str(kind), str(sql)) for name, kind, sql in rows}


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
    for statement, kind, start, end, text, value in conn.execute(
        f'SELECT {_SIGNAL} FROM signals ORDER BY statement, start, "end", id'  # noqa: S608 - names from above
    ):
        signals[statement].append(Signal(SignalKind(kind), start, end, text, value))
    kinds = {kind.value: kind for kind in StatementKind}
    return tuple(
        Statement(
            StatementId(number),
            SourceId(source),
            ordinal,
            start,
            end,
            kinds[kind],
            text,
            tuple(signals.get(number, ())),
        )
        for number, source, ordinal, start, end, kind, text in _select(
            conn, "statements", _STATEMENT, "source, ordinal"
        )
    )


def _read_entries(
    conn: sqlite3.Connection, decisions: Iterable[Decision], edits: Iterable[SourceEdit]
) -> tuple[Entry, ...]:
    matches: dict[EntryId, list[MatchId]] = defaultdict(list)
    for decision in decisions:
        matches[decision.entry].append(decision.match)
    sources: dict[EntryId, dict[SourceId, None]] = defaultdict(dict)
    for edit in edits:
        sources[edit.entry][edit.source] = None
    return tuple(
        Entry(
            EntryId(number),
            EntryKind(kind),
            analyst,
            at,
            None if undoes is None else EntryId(undoes),
            tuple(matches.get(number, ())),
            tuple(sources.get(number, ())),
        )
        for number, kind, analyst, at, undoes in _select(conn, "entries", _ENTRY)
    )


_ACTS = {act.value: act for act in Act}
_VERDICTS: dict[str | None, Verdict | None] = {None: None, **{verdict.value: verdict for verdict in Verdict}}
_RELATIONS: dict[str | None, Relation | None] = {None: None, **{each.value: each for each in Relation}}
_MADE_BY = {maker.value: maker for maker in MadeBy}


def _select(conn: sqlite3.Connection, table: str, columns: str, order: str = "id") -> sqlite3.Cursor:
    return conn.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}')  # noqa: S608 - names from above


def _insert(conn: sqlite3.Connection, table: str, columns: str, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" for _ in columns.split(","))
    conn.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)  # noqa: S608 - names from above


def _write_history(conn: sqlite3.Connection, batch: Batch) -> None:
    if batch.entry is not None:
        entry = batch.entry
        _insert(conn, "entries", _ENTRY, [(entry.id, entry.kind, entry.analyst, entry.at, entry.undoes)])
    if batch.run is not None:
        run = batch.run
        _insert(conn, "runs", _RUN, [(run.id, run.at, run.model, run.settings)])
        conn.executemany(
            'INSERT OR REPLACE INTO aligned ("left", "right", run) VALUES (?, ?, ?)',
            [(left, right, run.id) for left, right in batch.aligned],
        )


def _write_sources(conn: sqlite3.Connection, batch: Batch) -> None:
    _insert(conn, "sources", _SOURCE, (_source_row(record) for record in batch.new_sources))
    _insert(conn, "statements", _STATEMENT, (_statement_row(each) for each in batch.new_statements))
    conn.executemany(
        "UPDATE sources SET title = ?, outlet = ?, url = ?, published = ?, published_assumed = ?,"
        " language = ?, given_date = ?, removed = ? WHERE id = ?",
        [
            (
                *(s.title, s.outlet, s.url, s.published, s.published_assumed, s.language),
                *(record.given_date, record.removed, s.id),
            )
            for record in batch.changed_sources
            for s in [record.source]
        ],
    )


def _write_signals(conn: sqlite3.Connection, batch: Batch) -> None:
    conn.executemany(
        "DELETE FROM signals WHERE statement = ?", [(each.id,) for each in batch.changed_signals]
    )
    _insert(
        conn,
        "signals",
        _SIGNAL,
        (
            (each.id, signal.kind, signal.start, signal.end, signal.text, signal.value)
            for each in batch.changed_signals
            for signal in each.signals
        ),
    )


def _write_matches(conn: sqlite3.Connection, batch: Batch) -> None:
    conn.executemany("DELETE FROM matches WHERE id = ?", [(match,) for match in batch.deleted_matches])
    conn.executemany(
        "UPDATE matches SET confidence = ?, run = ?, evidence = ? WHERE id = ?",
        [(m.confidence, m.run, evidence.encode(m.reasons), m.id) for m in batch.changed_matches],
    )
    _insert(
        conn,
        "matches",
        _MATCH,
        (
            (m.id, m.left, m.right, m.confidence, m.made_by, m.run, evidence.encode(m.reasons))
            for m in batch.new_matches
        ),
    )


def _source_row(record: SourceRecord) -> Row:
    s = record.source
    return (
        *(s.id, s.letter, s.title, s.outlet, s.url, s.published, s.published_assumed, s.language),
        *(s.text, s.sha256, s.imported_at, s.name, record.given_date, record.removed),
    )


def _statement_row(statement: Statement) -> Row:
    s = statement
    return (s.id, s.source, s.ordinal, s.start, s.end, s.kind, s.text)


def _decision_row(decision: Decision) -> Row:
    d = decision
    return (
        *(d.id, d.entry, d.match, d.act, d.verdict, d.relation, d.note, d.analyst, d.at, d.undoes),
        *(d.confidence, d.evidence, d.model, d.score_visible),
    )


def _edit_row(edit: SourceEdit) -> Row:
    return (edit.entry, edit.source, edit.field, edit.before, edit.after)


def _source(row: Row) -> SourceRecord:
    (
        number,
        letter,
        title,
        outlet,
        url,
        published,
        assumed,
        language,
        text,
        sha256,
        imported_at,
        name,
        given_date,
        removed,
    ) = row
    source = Source(
        SourceId(number),
        letter,
        title,
        outlet,
        url,
        published,
        bool(assumed),
        language,
        text,
        sha256,
        imported_at,
        name,
    )
    return SourceRecord(source, given_date, bool(removed))


def _run(row: Row) -> Run:
    number, at, model, settings = row
    return Run(RunId(number), at, model, settings)


def _read_matches(conn: sqlite3.Connection) -> tuple[Match, ...]:
    decode = evidence.decoder()
    return tuple(
        Match(
            MatchId(number),
            StatementId(left),
            StatementId(right),
            confidence,
            _MADE_BY[made_by],
            None if run is None else RunId(run),
            decode(reasons),
        )
        for number, left, right, confidence, made_by, run, reasons in _select(conn, "matches", _MATCH)
    )


def _decision(row: Row) -> Decision:
    (
        number,
        entry,
        match,
        act,
        verdict,
        relation,
        note,
        analyst,
        at,
        undoes,
        confidence,
        reasons,
        model,
        score_visible,
    ) = row
    return Decision(
        DecisionId(number),
        EntryId(entry),
        MatchId(match),
        _ACTS[act],
        _VERDICTS[verdict],
        _RELATIONS[relation],
        note,
        analyst,
        at,
        None if undoes is None else DecisionId(undoes),
        confidence,
        reasons,
        model,
        bool(score_visible),
    )


def _edit(row: Row) -> SourceEdit:
    entry, source, field, before, after = row
    return SourceEdit(EntryId(entry), SourceId(source), field, before, after)
