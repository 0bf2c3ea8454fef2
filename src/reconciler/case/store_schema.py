"""The tables of a case file, and the steps that bring an older file up to date.

Names of tables and columns are promised to readers of case files with other tools; columns and
tables may be added, none renamed. Whoever changes `SCHEMA` adds the step that makes the same
change to `MIGRATIONS`, and a case file of the version before to ``tests/formats``.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x52434E43  # "RCNC", at byte 68 of the file, where `file` and our opening look for it
SUFFIX = ".reconciler"

Migration = Callable[["Database"], None]
MIGRATIONS: tuple[Migration, ...] = ()
"""Step i takes a file of version i + 1 to version i + 2, inside one transaction for all steps."""


def version_after(migrations: tuple[Migration, ...]) -> int:
    """Return the schema's version that a file has once all steps were taken."""
    return 1 + len(migrations)


SCHEMA = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    letter TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    url TEXT,
    published TEXT,
    published_assumed INTEGER NOT NULL DEFAULT 0 CHECK (published_assumed IN (0, 1)),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    name TEXT NOT NULL,
    given_date TEXT,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    kind TEXT NOT NULL
        CHECK (kind IN ('title', 'heading', 'lead', 'sentence', 'boilerplate', 'metadata')),
    text TEXT NOT NULL,
    UNIQUE (source, ordinal)
) STRICT;

CREATE TABLE signals (
    id INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statements (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('quote', 'figure', 'date', 'name', 'attribution', 'certainty', 'negation')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT
) STRICT;
CREATE INDEX signals_of_statement ON signals (statement);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    model TEXT NOT NULL,
    settings TEXT NOT NULL
) STRICT;

-- The last alignment of each pair of sources, so that a pair that was never aligned can be told
-- from one in which nothing was found.
CREATE TABLE aligned (
    "left" INTEGER NOT NULL REFERENCES sources (id),
    "right" INTEGER NOT NULL REFERENCES sources (id),
    run INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY ("left", "right")
) STRICT;

-- AUTOINCREMENT: the number of a proposal that went away never names another match.
CREATE TABLE matches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "left" INTEGER NOT NULL REFERENCES statements (id),
    "right" INTEGER NOT NULL REFERENCES statements (id),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    made_by TEXT NOT NULL CHECK (made_by IN ('model', 'hand')),
    run INTEGER REFERENCES runs (id),
    evidence TEXT NOT NULL,
    UNIQUE ("left", "right")
) STRICT;
CREATE INDEX matches_of_right ON matches ("right");

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    analyst TEXT NOT NULL,
    at TEXT NOT NULL,
    undoes INTEGER REFERENCES entries (id)
) STRICT;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    match INTEGER NOT NULL REFERENCES matches (id),
    act TEXT NOT NULL CHECK (act IN ('verdict', 'clear', 'relation', 'note', 'link', 'unlink',
                                     'undo', 'redo', 'carry', 'import')),
    verdict TEXT CHECK (verdict IN ('confirmed', 'rejected', 'unsure')),
    relation TEXT CHECK (relation IN ('agrees', 'differs', 'contradicts')),
    note TEXT NOT NULL,
    analyst TEXT NOT NULL,
    at TEXT NOT NULL,
    undoes INTEGER REFERENCES decisions (id),
    confidence REAL,
    evidence TEXT,
    model TEXT,
    score_visible INTEGER NOT NULL CHECK (score_visible IN (0, 1)),
    CHECK (relation IS NULL OR verdict IS 'confirmed'),
    UNIQUE (entry, match)
) STRICT;
CREATE INDEX decisions_of_match ON decisions (match);

CREATE TABLE source_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    field TEXT NOT NULL
        CHECK (field IN ('title', 'outlet', 'url', 'published', 'language', 'removed')),
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX source_edits_of_entry ON source_edits (entry);

CREATE TABLE "view" (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL
) STRICT;

-- Every row of decisions carries all that stands after it: the last one of a match is its standing.
CREATE VIEW live_verdicts (match, "left", "right", verdict, relation, note, analyst, at) AS
SELECT m.id, m."left", m."right", d.verdict, d.relation, d.note, d.analyst, d.at
FROM matches AS m
JOIN decisions AS d ON d.id = (SELECT max(last.id) FROM decisions AS last WHERE last.match = m.id)
JOIN statements AS l ON l.id = m."left"
JOIN statements AS r ON r.id = m."right"
JOIN sources AS ls ON ls.id = l.source
JOIN sources AS rs ON rs.id = r.source
WHERE d.verdict IS NOT NULL AND NOT ls.removed AND NOT rs.removed;
"""

_ONLY_ADDED = ("entries", "decisions", "source_edits", "statements", "runs")
_NEVER_DELETED = ("sources",)


def guards() -> tuple[tuple[str, str], ...]:
    """Return name and SQL of each trigger that keeps rows from being changed or taken away."""
    made = [_guard(table, event) for table in _ONLY_ADDED for event in ("UPDATE", "DELETE")]
    made += [_guard(table, "DELETE") for table in _NEVER_DELETED]
    made.append(_guard("sources", "UPDATE", "OF id, text, sha256, imported_at "))
    return tuple(made)


def create_script() -> str:
    """Return the SQL that makes an empty case file of the present version."""
    return SCHEMA + "".join(f"{sql};\n" for _, sql in guards())


def _guard(table: str, event: str, columns: str = "") -> tuple[str, str]:
    name = f"{table}_no_{event.lower()}"
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} {columns}ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or taken away'); END"
    )
