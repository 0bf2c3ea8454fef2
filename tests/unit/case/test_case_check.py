"""What `check` finds in a case file, each kind of fault made for real."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reconciler.case import Case, Finding, FindingKind, check
from reconciler.errors import CaseError, Problem
from reconciler.model import MatchId, Relation, SourceId, SourceProperties, StatementId, Verdict

M1, M2 = MatchId(1), MatchId(2)


def work_on(case: Case) -> None:
    """Leave rows of every act in the journal."""
    case.decide([M1, M2], Verdict.CONFIRMED, Relation.AGREES)
    case.relate(M1, Relation.DIFFERS)
    case.annotate(M1, "note")
    case.link([StatementId(4)], [StatementId(7), StatementId(6)])
    case.clear(list(case.matches))
    case.edit_source(SourceId(1), SourceProperties("T", None, None, None, "fr"))
    for _ in range(5):
        case.undo()
    for _ in range(3):
        case.redo()
    case.decide([M2], Verdict.UNSURE)


def tamper(path: Path, *statements: str) -> None:
    """Change the file as one could with any SQLite tool, its guards taken off and put back."""
    with closing(sqlite3.connect(path)) as other, other:
        guards = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement)
        for _, sql in guards:
            other.execute(sql)


def found(path: Path) -> list[tuple[FindingKind, str]]:
    return [(finding.kind, finding.where) for finding in check(path)]


def test_a_sound_case_has_no_findings_open_or_closed_and_is_not_changed(case: Case, path: Path) -> None:
    work_on(case)
    assert check(path) == ()
    case.close()
    before = path.read_bytes()
    assert check(path) == ()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "kind", "where"),
    [
        ("UPDATE statements SET text = 'other' WHERE id = 2", FindingKind.NOT_ITS_TEXT, "statements 2"),
        ("UPDATE sources SET text = 'x' || text WHERE id = 2", FindingKind.NOT_ITS_TEXT, "statements 5"),
        (
            "INSERT INTO signals VALUES (1, 3, 'figure', 0, 3, 'Two', NULL)",
            FindingKind.NOT_ITS_TEXT,
            "statements 3",
        ),
        (
            "UPDATE statements SET start = 20, text = 's' || char(10) || text WHERE id = 2",
            FindingKind.OVERLAPPING,
            "statements 2",
        ),
        ('UPDATE matches SET "left" = 5, "right" = 1 WHERE id = 1', FindingKind.MISPLACED_MATCH, "matches 1"),
        ('UPDATE matches SET "right" = 2 WHERE id = 1', FindingKind.MISPLACED_MATCH, "matches 1"),
        (
            "UPDATE decisions SET note = 'changed' WHERE id = 3",
            FindingKind.INCONSISTENT_DECISION,
            "decisions 3",
        ),
        (
            "UPDATE decisions SET verdict = NULL, relation = NULL WHERE id = 1",
            FindingKind.INCONSISTENT_DECISION,
            "decisions 1",
        ),
        (
            "UPDATE decisions SET verdict = 'rejected', relation = NULL WHERE act = 'undo' AND id = 12",
            FindingKind.INCONSISTENT_DECISION,
            "decisions 12",
        ),
        ("DELETE FROM entries WHERE id = 1", FindingKind.DANGLING, "source_edits 1"),
        ("UPDATE entries SET undoes = 1 WHERE kind = 'undo'", FindingKind.BROKEN_HISTORY, "entries 8"),
    ],
)
def test_each_fault_is_named_with_its_row(
    case: Case, path: Path, sql: str, kind: FindingKind, where: str
) -> None:
    work_on(case)
    case.close()
    tamper(path, sql)
    assert (kind, where) in found(path)


def test_guards_that_were_taken_off_are_missed(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER decisions_no_update")
    assert found(path) == [(FindingKind.UNGUARDED, "decisions_no_update")]


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        (
            'CREATE TRIGGER quietly AFTER INSERT ON decisions BEGIN DELETE FROM "view"; END',
            "quietly",
        ),
        ("CREATE VIEW extra AS SELECT * FROM matches", "extra"),
        ("CREATE TABLE sqliteish (id INTEGER)", "sqliteish"),
    ],
)
def test_what_someone_added_to_the_file_is_found(case: Case, path: Path, sql: str, name: str) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute(sql)
    assert found(path) == [(FindingKind.STRANGER, name)]


def test_an_index_of_the_readers_own_is_no_finding(case: Case, path: Path) -> None:
    work_on(case)
    case.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE INDEX by_analyst ON decisions (analyst)")
        other.execute("ANALYZE")
    assert check(path) == ()


def test_a_view_that_went_or_was_altered_is_found(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP VIEW live_verdicts")
    assert found(path) == [(FindingKind.MISSING_VIEW, "live_verdicts")]
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE VIEW live_verdicts AS SELECT id AS match, 'confirmed' AS verdict FROM matches")
    assert found(path) == [(FindingKind.STRANGER, "live_verdicts")]


def test_a_value_that_the_schema_forbids_is_found(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE matches SET confidence = 7 WHERE id = 1")
    (finding,) = check(path)
    assert finding.kind is FindingKind.DAMAGED
    assert finding.detail == "CHECK constraint failed in matches"


def test_damage_is_reported_in_the_words_of_sqlite(case: Case, path: Path) -> None:
    work_on(case)
    case.close()
    data = bytearray(path.read_bytes())
    page = int.from_bytes(data[16:18], "big")
    data[3 * page : 4 * page] = b"\xff" * page
    path.write_bytes(data)
    findings = check(path)
    assert {finding.kind for finding in findings} == {FindingKind.DAMAGED}
    assert all(finding.detail for finding in findings)


@pytest.mark.parametrize(
    ("sql", "detail"),
    [
        ("DROP TABLE aligned", "no such table: aligned"),
        ("UPDATE matches SET evidence = 'no json'", "Expecting value: line 1 column 1 (char 0)"),
    ],
)
def test_rows_that_cannot_be_read_are_damage(case: Case, path: Path, sql: str, detail: str) -> None:
    case.close()
    tamper(path, sql)
    assert check(path) == (Finding(FindingKind.DAMAGED, str(path), detail),)


def test_what_is_no_case_is_an_error_and_no_finding(tmp_path: Path) -> None:
    other = tmp_path / "text.reconciler"
    other.write_text("text")
    for path, problem in ((other, Problem.NOT_A_DATABASE), (tmp_path / "none", Problem.NOT_FOUND)):
        with pytest.raises(CaseError) as caught:
            check(path)
        assert caught.value.problem is problem
