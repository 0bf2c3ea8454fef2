"""What stands in the schema of a case file beside its tables: ours, missing, or a stranger's."""

import sqlite3
from contextlib import closing

from reconciler.case.store_schema import create_script, guards
from reconciler.case.store_trust import altered_tables


def unguarded(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the triggers against changing the journal that are missing or were altered."""
    present = set(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return tuple(name for name, sql in guards() if (name, sql) not in present)


def strangers(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of tables, views and triggers that are not ours, and of those that were altered.

    SQLite's own tables are passed over, and indexes: they change nothing of what is read or written.
    """
    ours, present = _own_objects(), _objects(conn)
    altered = altered_tables(conn)
    return tuple(
        name
        for name, (kind, sql) in present.items()
        if name not in ours
        or name in altered
        or ours[name][0] != kind
        or (kind == "view" and ours[name][1] != sql)
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
