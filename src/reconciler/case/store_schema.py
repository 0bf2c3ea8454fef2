"""The tables of a case file, and the steps that bring an older file up to date.

Names of tables and columns are promised to readers of case files with other tools; columns and
tables may be added, none renamed. Whoever changes `SCHEMA` adds the step that makes the same
change to `MIGRATIONS`, and a case file of the version before to ``tests/formats``.
"""

from reconciler.case.store_migrations import (
    Migration,
    to_version_2,
    to_version_3,
    to_version_4,
    to_version_5,
)

APPLICATION_ID = 0x52434E43  # "RCNC", at byte 68 of the file, where `file` and our opening look for it
SUFFIX = ".reconciler"

MIGRATIONS: tuple[Migration, ...] = (to_version_2, to_version_3, to_version_4, to_version_5)
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
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- All texts of a source that was ever brought up to date; one that never was has no row here.
-- Text, sha256, imported_at and name of a source are always those of its present version.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (source, number)
) STRICT;

-- The imported bytes, compressed by zlib; left_out is a JSON list of passages.
CREATE TABLE originals (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id),
    version INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    origin TEXT,
    left_out TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (source, version)
) STRICT;

-- A retired statement is one that others stand in the place of: since it was mended, or since its
-- source has a later version. Ordinals count those that are not retired.
CREATE TABLE statements (
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
) STRICT;
CREATE INDEX statements_of_source ON statements (source, version);

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

-- One row a match and entry, but for an import, which repeats all rows of a colleague's journal. One
-- of those without a verdict that names another in "undoes" leaves the match to be settled.
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
    differences TEXT,
    CHECK (relation IS NULL OR verdict IS 'confirmed')
) STRICT;
CREATE INDEX decisions_of_match ON decisions (match);
CREATE INDEX decisions_of_entry ON decisions (entry);

CREATE TABLE source_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    field TEXT NOT NULL
        CHECK (field IN ('title', 'outlet', 'url', 'published', 'language', 'removed', 'version',
                         'position')),
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX source_edits_of_entry ON source_edits (entry);

-- What is kept of how the case is aligned: the last row of a field tells.
CREATE TABLE setting_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    field TEXT NOT NULL CHECK (field IN ('reach', 'learn')),
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

-- The analyst searched a source, and nothing in it corresponds to a statement of another one: the
-- last row of both tells whether that stands (1).
CREATE TABLE silences (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    before INTEGER NOT NULL CHECK (before IN (0, 1)),
    after INTEGER NOT NULL CHECK (after IN (0, 1))
) STRICT;

-- Matches that the analyst keeps at hand: the last row of a match tells whether it is pinned (1).
CREATE TABLE pins (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    match INTEGER NOT NULL REFERENCES matches (id),
    before INTEGER NOT NULL CHECK (before IN (0, 1)),
    after INTEGER NOT NULL CHECK (after IN (0, 1))
) STRICT;

-- What the analyst says of the claim that a statement belongs to: the last row of both tells. A
-- label is a text, or the number of the statement whose words were chosen; '' says nothing.
CREATE TABLE claim_edits (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    field TEXT NOT NULL CHECK (field IN ('label', 'assessment', 'note')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    CHECK (field <> 'assessment'
        OR after IN ('', 'corroborated', 'disputed', 'single source', 'unclear'))
) STRICT;

-- Statements that an entry retired (1), and those that it put in their place or brought back (0).
CREATE TABLE statement_changes (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    statement INTEGER NOT NULL REFERENCES statements (id),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

-- Where what was decided of a match went when one of its statements was retired: to a match of the
-- same words, to one of other words (it waits for a verdict), nowhere, or where the analyst put it.
CREATE TABLE carryings (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    former INTEGER NOT NULL REFERENCES matches (id),
    match INTEGER REFERENCES matches (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('same', 'changed', 'gone', 'reattached')),
    CHECK ((match IS NULL) = (outcome IS 'gone'))
) STRICT;
CREATE INDEX carryings_of_former ON carryings (former);
CREATE INDEX carryings_of_match ON carryings (match);

-- What was proposed before an entry that aligned again, or took that back: undo needs it.
CREATE TABLE replaced_proposals (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    match INTEGER NOT NULL REFERENCES matches (id),
    confidence REAL NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX replaced_proposals_of_entry ON replaced_proposals (entry);
CREATE INDEX replaced_proposals_of_match ON replaced_proposals (match);
CREATE TABLE replaced_runs (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    "left" INTEGER NOT NULL REFERENCES sources (id),
    "right" INTEGER NOT NULL REFERENCES sources (id),
    run INTEGER REFERENCES runs (id)
) STRICT;
CREATE INDEX replaced_runs_of_entry ON replaced_runs (entry);

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
WHERE d.verdict IS NOT NULL AND NOT ls.removed AND NOT rs.removed AND NOT l.retired AND NOT r.retired;

-- What each confirmed match, or each run of them, joins: one row a statement. Statements that nothing
-- joins are claims of their own, if they are of a kind that is compared. Columns: claim (the lowest
-- number of a statement in it), label (the analyst's words for it, those of the statement they chose,
-- or the shortest wording), assessment and note (the analyst's), sources (how many say something of
-- it), then the statement: its number, source, letter, outlet, ordinal, kind and text, and its state:
-- says, attributed or hedged. Which source says otherwise, and which is silent, the program derives.
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
FROM members AS m;

-- What differed in each match that stands and was not rejected, as the program found it when the match
-- was decided last; one row a difference. A match without a verdict has no row here, nor one that was
-- decided by a program before version 4 of the schema or carried over to a later text. Columns: match,
-- the places of its statements (B4 is the fourth of source B), kind of signal, the words of both sides
-- (NULL for nothing), outcome (differs or missing), cause, strength (how much it matters, 0 to 1), and
-- what stands for the match: verdict, relation, analyst and at.
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
WHERE v.verdict <> 'rejected';

-- The journal, readable: one row a decision, in the order in which they were made. Columns: decision,
-- entry (the act that it belongs to) and what kind of act that was, at, analyst, act, match, the places
-- and words of both statements, what stood after it (verdict, relation, note), and what the analyst had
-- before them: confidence, model, score_visible; undoes is the decision that it takes back.
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
JOIN sources AS rs ON rs.id = r.source;
"""

_ONLY_ADDED = (
    *("entries", "decisions", "source_edits", "setting_edits", "statement_changes", "carryings"),
    *("silences", "pins", "claim_edits"),
    *("runs", "versions", "originals", "replaced_proposals", "replaced_runs"),
)
_NEVER_DELETED = ("sources", "statements")
NOT_READ_AT_OPENING = frozenset(["originals", "replaced_proposals", "replaced_runs"])
"""Tables that are read on demand, however much is in them: opening looks into none of them."""


def guards() -> tuple[tuple[str, str], ...]:
    """Return name and SQL of each trigger that keeps rows from being changed or taken away."""
    made = [_guard(table, event) for table in _ONLY_ADDED for event in ("UPDATE", "DELETE")]
    made += [_guard(table, "DELETE") for table in _NEVER_DELETED]
    made.append(_guard("statements", "UPDATE", 'OF id, source, start, "end", kind, text, version '))
    another_text = "WHEN NEW.id IS NOT OLD.id OR NEW.version IS OLD.version "
    made.append(_guard("sources", "UPDATE", "OF id, text, sha256, imported_at, name ", another_text))
    return tuple(made)


def create_script() -> str:
    """Return the SQL that makes an empty case file of the present version."""
    return SCHEMA + "".join(f"{sql};\n" for _, sql in guards())


def _guard(table: str, event: str, columns: str = "", condition: str = "") -> tuple[str, str]:
    name = f"{table}_no_{event.lower()}"
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} {columns}ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or taken away'); END"
    )
