"""A case file that another program changed: what `check` finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.case.store_check import Finding, Flaw, check
from reconciler.model import Article, Segment, SourceDraft, StatementKind, Verdict

ONE = "Snow fell on the pass. The road is closed."
TWO = "The pass road is closed. Snow was the cause."


def draft(text: str, digest: str) -> SourceDraft:
    middle = text.index(". ") + 1
    segments = (
        Segment(0, middle, StatementKind.SENTENCE),
        Segment(middle + 1, len(text), StatementKind.SENTENCE),
    )
    return SourceDraft(Article(f"{digest}.txt", text, digest * 64), "en", segments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a sound case file with a decision in it."""
    path = tmp_path / "pass.reconciler"
    case = Case.create(path)
    case.add_sources([draft(ONE, "a"), draft(TWO, "b")])
    first, second = case.sources
    change = case.link([case.statements(first.id)[1].id], [case.statements(second.id)[0].id])
    case.decide(sorted(change.matches), Verdict.UNSURE)
    case.close()
    return path


def tampered(path: Path, *statements: str) -> tuple[Finding, ...]:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(";".join(statements))
    return check(path).findings


def test_a_sound_case_is_counted_and_has_no_findings(path: Path) -> None:
    report = check(path)
    assert (report.sources, report.statements, report.matches, report.findings) == (2, 4, 1, ())
    assert report.decisions == 2


def test_looking_leaves_everything_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    check(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_guard_is_found(path: Path) -> None:
    found = tampered(path, "DROP TRIGGER decisions_no_delete")
    assert found == (Finding(Flaw.SCHEMA, "trigger decisions_no_delete"),)


def test_what_others_added_is_theirs(path: Path) -> None:
    assert tampered(path, "CREATE TABLE theirs (id INTEGER)") == ()


def test_a_statement_that_is_not_in_its_text_is_found(path: Path) -> None:
    found = tampered(
        path, *unguarded("statements", "UPDATE statements SET text = 'No snow fell.' WHERE id = 1")
    )
    assert found == (Finding(Flaw.STATEMENT_TEXT, "statements 1"),)


def test_statements_that_overlap_are_found(path: Path) -> None:
    change = "UPDATE statements SET start = start - 2, text = ' ' || text WHERE ordinal = 2 AND source = 1"
    found = tampered(path, *unguarded("statements", change))
    assert Finding(Flaw.STATEMENT_ORDER, "statements 2") in found


def test_a_match_within_one_source_is_found(path: Path) -> None:
    found = tampered(path, 'UPDATE matches SET "left" = 1, "right" = 2')
    assert found == (Finding(Flaw.MATCH_SIDES, "matches 1"),)


def test_a_row_that_refers_to_nothing_is_found(path: Path) -> None:
    found = tampered(
        path, "PRAGMA foreign_keys = OFF", *unguarded("decisions", "UPDATE decisions SET match = 9")
    )
    assert {finding.flaw for finding in found} == {Flaw.REFERENCE}


def unguarded(table: str, change: str) -> tuple[str, ...]:
    """Return the change with the table's guard taken away before and put back after it."""
    guard = f"{table}_no_update"
    return (
        f"DROP TRIGGER {guard}",
        change,
        f"CREATE TRIGGER {guard} BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
