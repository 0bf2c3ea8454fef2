"""The steps that bring an older case file up to date, each as it was when its version came out.

A step holds its own SQL: what `store_schema.SCHEMA` says later must not change what it does.
SQLite does not check references while they are taken, so that a table that others refer to can be
made anew.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]


def to_version_2(db: "Database") -> None:
    """Originals, versions, mended statements, settings, and alignments that can be taken back."""
    for sql in _TO_VERSION_2.split(";;\n"):
        db.conn.execute(sql)
    db.conn.execute("DROP TRIGGER IF EXISTS sources_no_update")
    whole = [(table, event, "", "") for table in _NEW_AND_ONLY_ADDED for event in ("UPDATE", "DELETE")]
    another_text = "WHEN NEW.id IS NOT OLD.id OR NEW.version IS OLD.version "
    for table, event, columns, condition in (
        *whole,
        ("statements", "DELETE", "", ""),
        ("statements", "UPDATE", 'OF id, source, start, "end", kind, text, version ', ""),
        ("sources", "UPDATE", "OF id, text, sha256, imported_at, name ", another_text),
    ):
        db.conn.execute(
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} {columns}ON {table} {condition}"
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or taken away'); END"
        )


def to_version_3(db: "Database") -> None:
    """Silences that were searched, pinned matches, and what is said of claims."""
    for sql in _TO_VERSION_3.split(";;\n"):
        db.conn.execute(sql)
    for table in ("silences", "pins", "claim_edits"):
        for event in ("UPDATE", "DELETE"):
            db.conn.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or taken away'); END"
            )


def to_version_4(db: "Database") -> None:
    """Keep what differed when a match was decided, and show claims, findings and journal as views."""
    for sql in _TO_VERSION_4.split(";;\n"):
        db.conn.execute(sql)


def to_version_5(db: "Database") -> None:
    """Let one entry have several decisions on a match: what brings in a colleague's journal has them."""
    views = db.conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid"
    ).fetchall()
    for name, _ in views:
        db.conn.execute('DROP VIEW "' + str(name).replace('"', '""') + '"')
    for sql in _TO_VERSION_5.strip().split(";;\n"):
        db.conn.execute(sql)
    for event in ("UPDATE", "DELETE"):
        db.conn.execute(
            f"CREATE TRIGGER decisions_no_{event.lower()} BEFORE {event} ON decisions "
            f"BEGIN SELECT RAISE(ABORT, 'rows of decisions are never changed or taken away'); END"
        )
    for _, sql in views:
        db.conn.execute(sql)


_NEW_AND_ONLY_ADDED = (
    *("source_edits", "setting_edits", "statement_changes", "carryings"),
    *("versions", "originals", "replaced_proposals", "replaced_runs"),
)
_TO_VERSION_2 = """
DROP VIEW live_verdicts;;
ALTER TABLE sources ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);;
ALTER TABLE sources ADD COLUMN position INTEGER NOT NULL DEFAULT 0;;
UPDATE sources SET position = id;;
CREATE TABLE statements_2 (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    kind TEXT NOT NULL
        CHECK (kind IN ('title', 'heading', 'lead', 'sentence', 'boilerplate', 'metadata')),
    text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;;
INSERT INTO statements_2 (id, source, ordinal, start, "end", kind, text)
SELECT id, source, ordinal, start, "end", kind, text FROM statements;;
DROP TABLE statements;;
ALTER TABLE statements_2 RENAME TO statements;;
CREATE INDEX statements_of_source ON statements (source, version);;
CREATE TABLE source_edits_2 (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    field TEXT NOT NULL
        CHECK (field IN ('title', 'outlet', 'url', 'published', 'language', 'removed', 'version',
                         'position')),
    before TEXT,
    after TEXT
) STRICT;;
INSERT INTO source_edits_2 (id, entry, source, field, before, after)
SELECT id, entry, source, field, before, after FROM source_edits;;
DROP TABLE source_edits;;
ALTER TABLE source_edits_2 RENAME TO source_edits;;
CREATE INDEX source_edits_of_entry ON source_edits (entry);;
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (source, number)
) STRICT;;
CREATE TABLE originals (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    version INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    origin TEXT,
    left_out TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (source, version)
) STRICT;;
CREATE TABLE setting_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    field TEXT NOT NULL CHECK (field IN ('reach', 'learn')),
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;;
CREATE TABLE statement_changes (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;;
CREATE TABLE carryings (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    former INTEGER NOT NULL REFERENCES matches (id),
    match INTEGER REFERENCES matches (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('same', 'changed', 'gone', 'reattached')),
    CHECK ((match IS NULL) = (outcome IS 'gone'))
) STRICT;;
CREATE TABLE replaced_proposals (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    match INTEGER NOT NULL REFERENCES matches (id),
    confidence REAL NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    evidence TEXT NOT NULL
) STRICT;;
CREATE TABLE replaced_runs (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    "left" INTEGER NOT NULL REFERENCES sources (id),
    "right" INTEGER NOT NULL REFERENCES sources (id),
    run INTEGER REFERENCES runs (id)
) STRICT;;
CREATE INDEX carryings_of_former ON carryings (former);;
CREATE INDEX carryings_of_match ON carryings (match);;
CREATE INDEX replaced_proposals_of_entry ON replaced_proposals (entry);;
CREATE INDEX replaced_proposals_of_match ON replaced_proposals (match);;
CREATE INDEX replaced_runs_of_entry ON replaced_runs (entry);;
CREATE VIEW live_verdicts (match, "left", "right", verdict, relation, note, analyst, at) AS
SELECT m.id, m."left", m."right", d.verdict, d.relation, d.note, d.analyst, d.at
FROM matches AS m
JOIN decisions AS d ON d.id = (SELECT max(last.id) FROM decisions AS last WHERE last.match = m.id)
JOIN statements AS l ON l.id = m."left"
JOIN statements AS r ON r.id = m."right"
JOIN sources AS ls ON ls.id = l.source
JOIN sources AS rs ON rs.id = r.source
WHERE d.verdict IS NOT NULL AND NOT ls.removed AND NOT rs.removed AND NOT l.retired AND NOT r.retired
"""
_TO_VERSION_3 = """
CREATE TABLE silences (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    before INTEGER NOT NULL CHECK (before IN (0, 1)),
    after INTEGER NOT NULL CHECK (after IN (0, 1))
) STRICT;;
CREATE TABLE pins (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    match INTEGER NOT NULL REFERENCES matches (id),
    before INTEGER NOT NULL CHECK (before IN (0, 1)),
    after INTEGER NOT NULL CHECK (after IN (0, 1))
) STRICT;;
CREATE TABLE claim_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    field TEXT NOT NULL CHECK (field IN ('label', 'assessment', 'note')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    CHECK (field <> 'assessment'
        OR after IN ('', 'corroborated', 'disputed', 'single source', 'unclear'))
) STRICT
"""
_TO_VERSION_4 = """
ALTER TABLE decisions ADD COLUMN differences TEXT;;
CREATE VIEW claim_table (claim, label, assessment, note, sources, statement, source, letter, outlet, ordinal,
                         kind, text, state) AS
WITH RECURSIVE present AS MATERIALIZED (
    SELECT t.id, t.source, s.letter, s.outlet, s.sha256, t.ordinal, t.kind, t.text
    FROM statements AS t JOIN sources AS s ON s.id = t.source
    WHERE NOT t.retired AND NOT s.removed
), edges (a, b) AS MATERIALIZED (
    SELECT "left", "right" FROM live_verdicts WHERE verdict = 'confirmed'
    UNION SELECT "right", "left" FROM live_verdicts WHERE verdict = 'confirmed'
), reached (start, statement) AS (
    SELECT id, id FROM present
    WHERE kind IN ('title', 'lead', 'sentence') OR id IN (SELECT a FROM edges)
    UNION SELECT r.start, e.b FROM reached AS r JOIN edges AS e ON e.a = r.statement
), members AS MATERIALIZED (
    SELECT c.claim, p.*, row_number() OVER (
        PARTITION BY c.claim
        ORDER BY p.kind = 'heading', length(p.text) < 25, length(p.text), p.text, p.sha256, p.ordinal
    ) AS place
    FROM (SELECT start AS id, min(statement) AS claim FROM reached GROUP BY start) AS c
    JOIN present AS p ON p.id = c.id
), said AS MATERIALIZED (
    SELECT m.claim, m.place, e.field, coalesce(named.text, e.after) AS words
    FROM claim_edits AS e
    JOIN members AS m ON m.id = e.statement
    LEFT JOIN members AS named
        ON e.field = 'label' AND e.after = CAST(named.id AS TEXT) AND named.claim = m.claim
    WHERE e.after <> '' AND e.id IN (SELECT max(id) FROM claim_edits GROUP BY statement, field)
        AND (e.field <> 'label' OR named.id IS NOT NULL OR e.after GLOB '*[^0-9]*')
)
SELECT m.claim,
    coalesce(
        (SELECT words FROM said WHERE claim = m.claim AND field = 'label' ORDER BY place LIMIT 1),
        (SELECT text FROM members WHERE claim = m.claim AND place = 1)
    ),
    (SELECT words FROM said WHERE claim = m.claim AND field = 'assessment' ORDER BY place LIMIT 1),
    (SELECT words FROM said WHERE claim = m.claim AND field = 'note' ORDER BY place LIMIT 1),
    (SELECT count(DISTINCT source) FROM members WHERE claim = m.claim),
    m.id, m.source, m.letter, m.outlet, m.ordinal, m.kind, m.text,
    CASE
        WHEN EXISTS (SELECT 1 FROM signals WHERE statement = m.id AND kind = 'certainty'
            AND json_extract(value, '$.level') IN ('hedged', 'questioned', 'doubted')) THEN 'hedged'
        WHEN EXISTS (SELECT 1 FROM signals WHERE statement = m.id AND kind = 'attribution') THEN 'attributed'
        ELSE 'says'
    END
FROM members AS m;;
CREATE VIEW findings (match, "left", "right", kind, left_words, right_words, outcome, cause, strength,
                      verdict, relation, analyst, at) AS
SELECT v.match, ls.letter || l.ordinal, rs.letter || r.ordinal,
    json_extract(f.value, '$.kind'), json_extract(f.value, '$.left'), json_extract(f.value, '$.right'),
    json_extract(f.value, '$.outcome'), json_extract(f.value, '$.cause'),
    json_extract(f.value, '$.strength'), v.verdict, v.relation, v.analyst, v.at
FROM live_verdicts AS v
JOIN decisions AS d ON d.id = (SELECT max(last.id) FROM decisions AS last WHERE last.match = v.match)
JOIN json_each(d.differences) AS f
JOIN statements AS l ON l.id = v."left"
JOIN statements AS r ON r.id = v."right"
JOIN sources AS ls ON ls.id = l.source
JOIN sources AS rs ON rs.id = r.source
WHERE v.verdict <> 'rejected';;
CREATE VIEW decision_log (decision, entry, entry_kind, at, analyst, act, match, "left", "right", left_text,
                          right_text, verdict, relation, note, confidence, model, score_visible, undoes) AS
SELECT d.id, d.entry, e.kind, d.at, d.analyst, d.act, d.match, ls.letter || l.ordinal,
    rs.letter || r.ordinal, l.text, r.text, d.verdict, d.relation, d.note, d.confidence, d.model,
    d.score_visible, d.undoes
FROM decisions AS d
JOIN entries AS e ON e.id = d.entry
JOIN matches AS m ON m.id = d.match
JOIN statements AS l ON l.id = m."left"
JOIN statements AS r ON r.id = m."right"
JOIN sources AS ls ON ls.id = l.source
JOIN sources AS rs ON rs.id = r.source
"""
_TO_VERSION_5 = """
CREATE TABLE decisions_5 (
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
    undoes INTEGER REFERENCES decisions_5 (id),
    confidence REAL,
    evidence TEXT,
    model TEXT,
    score_visible INTEGER NOT NULL CHECK (score_visible IN (0, 1)),
    differences TEXT,
    CHECK (relation IS NULL OR verdict IS 'confirmed')
) STRICT;;
INSERT INTO decisions_5 (id, entry, match, act, verdict, relation, note, analyst, at, undoes, confidence,
                         evidence, model, score_visible, differences)
SELECT id, entry, match, act, verdict, relation, note, analyst, at, undoes, confidence, evidence, model,
    score_visible, differences
FROM decisions;;
DROP TABLE decisions;;
ALTER TABLE decisions_5 RENAME TO decisions;;
CREATE INDEX decisions_of_match ON decisions (match);;
CREATE INDEX decisions_of_entry ON decisions (entry)
"""
