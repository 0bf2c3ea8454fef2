"""What can still be read of a damaged case file, as the rows of a new one that hold together.

SQLite stops at the first damaged page. Here each table is read row by row from both ends, going on
behind what can't be read; what a row can't be in a case is left out, and with it what refers to it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconciler.case import evidence, store_file, store_naming, store_trust
from reconciler.case import store_values as values
from reconciler.case.store_connect import copied
from reconciler.case.store_schema import APPLICATION_ID, MIGRATIONS, SCHEMA, guards, version_after
from reconciler.errors import CaseError, Problem
from reconciler.model import EntryKind, SignalKind

Row = tuple[Any, ...]
_SECONDS = 120.0
_LAST = (1 << 63) - 1


@dataclass(slots=True)
class Salvage:
    """How much was read: rows by table, places where nothing could be, rows that no case can hold."""

    rows: dict[str, int] = field(default_factory=dict)
    gaps: int = 0
    dropped: int = 0


def salvage(path: Path, target: Path) -> Salvage:
    """Write what can be read of a case file into an empty one; the old one is only copied.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE (there is no table of a
            case in it), NEWER_VERSION, NOTHING_RECOVERED; EXISTS, DISK_FULL, WRITE_FAILED for the new file.
    """
    found = Salvage()
    with _copy_of(path) as damaged:
        _require_tables(damaged, path)
        try:
            with store_file.saving(target), closing(sqlite3.connect(target)) as fresh:
                fresh.executescript(f"BEGIN; {SCHEMA} COMMIT;")
                for table in _tables(fresh):
                    _take_over(damaged, fresh, table, found)
                _hold_together(fresh, found)
                found.rows = {table: _count(fresh, table) for table in _tables(fresh)}
                _finish(fresh)
        except BaseException:
            store_naming.remove(target)
            raise
    return found


@contextmanager
def _copy_of(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a private copy of the file with its log: what is done to read it leaves the file as it is."""
    if path.is_dir():
        raise CaseError(Problem.IS_FOLDER, str(path))
    if not path.exists():
        raise CaseError(Problem.NOT_FOUND, str(path))
    if path.stat().st_size == 0:
        raise CaseError(Problem.NOT_A_DATABASE, str(path))
    with copied(path) as copy:
        conn = sqlite3.connect(copy)
        try:
            conn.text_factory = lambda data: data.decode("utf-8", "replace")
            store_trust.limit(conn)
            conn.execute("PRAGMA trusted_schema = OFF")
            # Of a schema that is damaged in part the rest is still used.
            conn.execute("PRAGMA writable_schema = ON")
            with store_trust.bounded_time(conn, _SECONDS):
                yield conn
        finally:
            conn.close()


def _require_tables(conn: sqlite3.Connection, path: Path) -> None:
    try:
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
        ours = _columns(conn, "sources")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        is_other = code == sqlite3.SQLITE_NOTADB
        problem = Problem.NOT_A_DATABASE if is_other else Problem.NOTHING_RECOVERED
        raise CaseError(problem, str(path), str(error)) from error
    if not ours:
        raise CaseError(Problem.NOT_A_CASE, str(path))
    if version > version_after(MIGRATIONS) and conn.execute("PRAGMA application_id").fetchone()[0]:
        raise CaseError(Problem.NEWER_VERSION, str(path), str(version))


def _tables(conn: sqlite3.Connection) -> Sequence[str]:
    rows = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [str(row[0]) for row in rows]


def _columns(conn: sqlite3.Connection, table: str) -> Sequence[str]:
    """Return the columns of a real table, of which nothing is computed; none where it is something else."""
    kind = conn.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if kind is None or kind[0] != "table" or "VIRTUAL" in str(kind[1])[:30].upper():
        return ()
    return [str(row[1]) for row in conn.execute(f'PRAGMA table_xinfo("{table}")') if row[6] == 0]


def _take_over(damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str, found: Salvage) -> None:
    wanted = _columns(fresh, table)
    try:
        present = set(_columns(damaged, table))
    except sqlite3.Error:
        found.gaps += 1
        return
    columns = [each for each in wanted if each in present]
    if not columns:
        return
    names = ", ".join(f'"{each}"' for each in columns)
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - ours
    reads = _READERS.get(table)
    with fresh:
        fresh.execute("PRAGMA foreign_keys = OFF")
        for row in _rows(damaged, table, names, found):
            try:
                fresh.execute(insert, row)
                if reads is not None:
                    order, reader = reads
                    there = f'SELECT {order} FROM "{table}" WHERE rowid = last_insert_rowid()'  # noqa: S608 - ours
                    reader(fresh.execute(there).fetchone())
            except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError):
                found.dropped += 1
            except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
                fresh.execute(f'DELETE FROM "{table}" WHERE rowid = last_insert_rowid()')  # noqa: S608 - ours
                found.dropped += 1


def _rows(conn: sqlite3.Connection, table: str, names: str, found: Salvage) -> Iterator[Row]:
    """Read a table upwards, past each gap, and what can't be reached from below downwards from its end."""
    # Not what is greater than the last row: SQLite would look for that one first, and find the gap.
    up = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid >= ? ORDER BY rowid'  # noqa: S608 - ours
    start, last, read = -_LAST, -_LAST - 1, 0
    while read < store_trust.MOST_ROWS:
        try:
            for number, *row in conn.execute(up, (start,)):
                read += 1
                if number <= last:
                    raise sqlite3.DatabaseError("rows out of their order")
                last = number
                yield tuple(row)
        except sqlite3.Error:
            found.gaps += 1
        else:
            return
        behind = _behind_gap(conn, table, max(last, start))
        if behind is None:
            yield from _from_the_end(conn, table, names, last)
            return
        start = behind


def _from_the_end(conn: sqlite3.Connection, table: str, names: str, last: int) -> Iterator[Row]:
    down = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid DESC'  # noqa: S608 - ours
    kept: list[Row] = []
    lowest = _LAST
    with suppress(sqlite3.Error):
        for number, *row in conn.execute(down, (last,)):
            if number >= lowest and kept:
                break
            lowest = number
            kept.append(tuple(row))
    yield from reversed(kept)


def _behind_gap(conn: sqlite3.Connection, table: str, last: int) -> int | None:
    """Return the number of the first row above `last` that can be read again, or None."""

    def reached(number: int) -> int | None:
        try:
            seek = f'SELECT rowid FROM "{table}" NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1'  # noqa: S608 - ours
            row = conn.execute(seek, (number,)).fetchone()
        except sqlite3.Error:
            return None
        return int(row[0]) if row is not None and row[0] > last else None

    step, low = 1, max(last, 0)
    while (there := reached(low + step)) is None:
        if step > 1 << 40:
            return None
        step *= 2
    low, high = low + step // 2, low + step
    while low + 1 < high:
        middle = (low + high) // 2
        nearer = reached(middle)
        if nearer is None:
            low = middle
        else:
            high, there = middle, min(there, nearer)
    return there


def _hold_together(conn: sqlite3.Connection, found: Salvage) -> None:
    """Take away what refers to rows that are not there, and what is not at its place in its source's text."""
    with conn:
        conn.execute("UPDATE sources SET position = id WHERE position = 0")
        texts = {(source, version): text for source, version, text in conn.execute(_TEXTS)}
        for number, source, version, start, end, text in conn.execute(_SPANS).fetchall():
            if texts.get((source, version), "")[start:end] != text:
                conn.execute("DELETE FROM statements WHERE id = ?", (number,))
                found.dropped += 1
        while lost := conn.execute("PRAGMA foreign_key_check").fetchall():
            for table, number in {(row[0], row[1]) for row in lost}:
                conn.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))  # noqa: S608 - ours
                found.dropped += 1
        for number, ordinal in conn.execute(_ORDINALS).fetchall():
            conn.execute("UPDATE statements SET ordinal = ? WHERE id = ?", (ordinal, number))


def _count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - ours


def _finish(conn: sqlite3.Connection) -> None:
    script = "".join(f"{sql};" for _, sql in guards())
    conn.executescript(
        f"BEGIN; {script} PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {version_after(MIGRATIONS)}; COMMIT; VACUUM;"
    )


def _signal(row: Row) -> object:
    return SignalKind(row[0])


def _entry(row: Row) -> object:
    return EntryKind(row[0])


_READERS: Mapping[str, tuple[str, Callable[[Row], object]]] = {
    "sources": (values.SOURCE, values.source),
    "versions": (values.VERSION, values.version),
    "originals": (values.ORIGINAL, values.original),
    "statements": (values.STATEMENT, lambda row: values.statement(row, ())),
    "signals": ("kind", _signal),
    "matches": (values.MATCH, values.match),
    "entries": ("kind", _entry),
    "decisions": (values.DECISION, values.decision),
    "claim_edits": (values.CLAIM_EDIT, values.claim_edit),
    "carryings": (values.CARRYING, values.carrying),
    "replaced_proposals": ("evidence", lambda row: evidence.decode(row[0])),
}
"""What must come of a row, read as a case reads it."""

_TEXTS = "SELECT source, number, text FROM versions UNION ALL SELECT id, version, text FROM sources"
_SPANS = 'SELECT id, source, version, start, "end", text FROM statements'
_ORDINALS = (
    "SELECT id, row_number() OVER (PARTITION BY source ORDER BY start, id) FROM statements WHERE NOT retired"
)
