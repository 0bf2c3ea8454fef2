"""What a case file from elsewhere may hold: nothing that acts by itself, and no more than can be read.

SQLite runs what a schema says: triggers on writing, views and generated columns on reading. Of a
file whose schema is not ours nothing is read or written.
"""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reconciler.case.store_schema import create_script
from reconciler.errors import CaseError, Problem

MOST_ROWS = 2_000_000
"""Rows that a case is opened with: ten times those of a large case, read in some twenty seconds."""
LONGEST_VALUE = 1 << 28
"""Bytes that one value of a file may have."""
PATIENCE = 30.0
"""Seconds after which a file that is still being looked over or read is given up."""
_STEPS = 50_000
# A trigger that can do nothing but refuse, as those that guard our tables in all versions do.
_GUARD = re.compile(
    r"CREATE TRIGGER \w+ BEFORE (?:UPDATE|DELETE) (?:OF [\w, \"]+)?ON \w+ "
    r"(?:WHEN NEW\.id IS NOT OLD\.id OR NEW\.version IS OLD\.version )?"
    r"BEGIN SELECT RAISE\(ABORT, '[\w ]+'\); END"
)


def limit(conn: sqlite3.Connection) -> None:
    """Bound what one value and one pattern of a file can cost."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100)


def require_harmless(conn: sqlite3.Connection, path: Path) -> None:
    """Make sure that the schema holds no trigger but guards, and no view or virtual table in a table's place.

    Raises:
        CaseError: STRANGE_SCHEMA, with the name of what is not ours.
    """
    tables = set(_table_definitions())
    for kind, name, sql in conn.execute("SELECT type, name, sql FROM sqlite_master ORDER BY rowid"):
        virtual = re.match(r"\s*CREATE\s+VIRTUAL", str(sql), re.IGNORECASE)
        strange = kind == "trigger" and not _GUARD.fullmatch(str(sql))
        if strange or (name in tables and (kind != "table" or virtual)):
            raise CaseError(Problem.STRANGE_SCHEMA, str(path), f"{kind} {name}")


def altered_tables(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of our tables that have other columns or rules than those of the present version."""
    present = dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    return tuple(
        name
        for name, sql in _table_definitions().items()
        if name in present and _bare(str(present[name])) != _bare(sql)
    )


def require_bounded(conn: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file has no more rows than a case is opened with.

    Raises:
        CaseError: CASE_TOO_LARGE.
    """
    rows = 0
    for name in _table_definitions():
        with_it = conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
        if with_it.fetchone():
            # No more are counted than decide it: a file can be made to count without end.
            counted = f'SELECT count(*) FROM (SELECT 1 FROM "{name}" LIMIT {MOST_ROWS + 1})'  # noqa: S608 - ours
            rows += int(conn.execute(counted).fetchone()[0])
            if rows > MOST_ROWS:
                raise CaseError(Problem.CASE_TOO_LARGE, str(path))


@contextmanager
def bounded_time(conn: sqlite3.Connection, seconds: float = PATIENCE) -> Iterator[None]:
    """Have SQLite give up what it does after so many seconds, by SQLITE_INTERRUPT."""
    end = time.monotonic() + seconds
    conn.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        conn.set_progress_handler(None, 0)


def _table_definitions() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(create_script())
        return {
            str(name): str(sql)
            for name, sql in fresh.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if not str(name).startswith("sqlite_")
        }


def _bare(sql: str) -> str:
    """Return a definition without blanks and quotes: SQLite sets them anew when a table is altered."""
    return re.sub(r'[\s"]', "", sql)
