"""Files that were damaged, or made to harm: opened or refused with a word, in bounded time, never run."""

import json
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.campaign import damage
from tests.campaign.cases import rich_case

from reconciler.case import Case, check, find_case, recover
from reconciler.case.dossier import dossier
from reconciler.case.opened import now
from reconciler.case.store_trust import MOST_ROWS
from reconciler.errors import CaseError, Problem
from reconciler.export.rendering import rendered
from reconciler.export.values import Form
from reconciler.model import SourceId, Verdict

SHORT = 84


def test_damaged_files_are_opened_or_refused_with_a_word() -> None:
    outcomes = list(damage.campaign(SHORT, seed=7))
    assert [each for each in outcomes if each.fault] == []
    assert len(outcomes) == SHORT
    told = {each.told.split(",")[0] for each in outcomes}
    assert {"opened", "damaged"} <= told
    assert any("recovered" in each.told for each in outcomes)


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    return rich_case(tmp_path / "rich.reconciler")


def altered(path: Path, *statements: str) -> bytes:
    """Alter a case with what the schema does not forbid a stranger; return the file as it is then."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        for sql in statements:
            db.execute(sql)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
GUARD = (
    f"CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions WHEN ({ENDLESS})"
    " BEGIN SELECT RAISE(ABORT, 'no'); END"
)
VIEW = "CREATE VIEW pins AS SELECT * FROM pins_2, (" + ENDLESS + ")"  # noqa: S608


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM pins; END",),
        ('CREATE TRIGGER t AFTER UPDATE ON "view" BEGIN SELECT count(*) FROM matches; END',),
        ("DROP TRIGGER decisions_no_delete", GUARD),
        ("ALTER TABLE pins RENAME TO pins_2", VIEW),
        ("DROP TABLE pins", "CREATE VIRTUAL TABLE pins USING fts5(entry, match, before, after)"),
    ],
    ids=["insert", "update", "guard", "view", "virtual"],
)  # fmt: skip
def test_what_acts_by_itself_is_refused_and_never_run(rich: Path, statements: tuple[str, ...]) -> None:
    before = altered(rich, *statements)
    for read_only in (False, True):
        with pytest.raises(CaseError) as caught:
            Case.open(rich, read_only=read_only)
        assert caught.value.problem is Problem.STRANGE_SCHEMA
    assert find_case(["0" * 64], rich.parent / "none", [rich]) is None
    assert check(rich)
    assert rich.read_bytes() == before
    assert [each.name for each in rich.parent.iterdir()] == [rich.name]
    recover(rich, rich.with_name("new.reconciler"))
    assert check(rich.with_name("new.reconciler")) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note TEXT NOT NULL,", "note TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x',"),
        ("match INTEGER NOT NULL REFERENCES matches (id),",
         "match INTEGER NOT NULL REFERENCES matches (id) ON DELETE CASCADE,"),
        ("relation TEXT CHECK (relation IN", "relation TEXT CHECK (likely(1) AND relation IN"),
    ],
    ids=["replace", "cascade", "check"],
)  # fmt: skip
def test_a_table_with_other_rules_is_refused(rich: Path, old: str, new: str) -> None:
    sql = "UPDATE sqlite_master SET sql = replace(sql, '" + old + "', '" + new.replace("'", "''") + "')"  # noqa: S608
    before = altered(rich, sql + " WHERE name = 'decisions'")
    assert new.encode() in before
    for read_only in (False, True):
        with pytest.raises(CaseError) as caught:
            Case.open(rich, read_only=read_only)
        assert (caught.value.problem, caught.value.detail) == (Problem.STRANGE_SCHEMA, "table decisions")
    assert rich.read_bytes() == before


def test_a_former_version_with_a_trigger_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.reconciler"
    path.write_bytes((damage.FORMATS / "case_v1.reconciler").read_bytes())
    before = altered(path, "CREATE TRIGGER t AFTER UPDATE ON sources BEGIN DELETE FROM signals; END")
    with pytest.raises(CaseError) as caught:
        Case.open(path)
    assert caught.value.problem is Problem.STRANGE_SCHEMA
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_former_version_that_cannot_be_read_afterwards_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.reconciler"
    path.write_bytes((damage.FORMATS / "case_v1.reconciler").read_bytes())
    before = altered(path, "DROP TRIGGER IF EXISTS entries_no_delete", "DELETE FROM entries WHERE id = 2")
    with pytest.raises(CaseError) as caught:
        Case.open(path)
    assert caught.value.problem is Problem.DAMAGED
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


OPEN = """
import pathlib, resource, sys
from reconciler.case import Case
from reconciler.errors import CaseError
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
try:
    Case.open(pathlib.Path(sys.argv[1]))
except CaseError as error:
    print(error.problem)
"""


def many_rows(db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO pins (entry, match, before, after) WITH RECURSIVE n (i) AS"
        " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ?) SELECT 1, 1, 0, 1 FROM n",
        (MOST_ROWS + 1,),
    )


def huge_value(db: sqlite3.Connection) -> None:
    db.execute("""INSERT OR REPLACE INTO "view" VALUES (1, CAST(zeroblob(300000000) AS TEXT))""")


def deep_reasons(db: sqlite3.Connection) -> None:
    db.execute("UPDATE matches SET evidence = ?", ("[" * 100_000,))


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (many_rows, Problem.CASE_TOO_LARGE),
        (huge_value, Problem.CASE_TOO_LARGE),
        (deep_reasons, Problem.DAMAGED),
    ],
)
def test_opening_is_bounded(rich: Path, make: Callable[[sqlite3.Connection], None], problem: Problem) -> None:
    with closing(sqlite3.connect(rich)) as db:
        make(db)
        db.commit()
    done = subprocess.run(
        [sys.executable, "-c", OPEN, rich], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == problem, done.stderr


def test_an_original_that_unpacks_to_more_than_any_article_is_damage(rich: Path) -> None:
    bomb = zlib.compressobj()
    packed = b"".join(bomb.compress(bytes(1 << 20)) for _ in range(257)) + bomb.flush()
    with closing(sqlite3.connect(rich)) as db:
        db.execute("DROP TRIGGER originals_no_update")
        db.execute("UPDATE originals SET data = ?", (packed,))
        db.commit()
    with Case.open(rich) as case, pytest.raises(CaseError) as caught:
        case.original(SourceId(1))
    assert caught.value.problem is Problem.DAMAGED


def test_a_readers_own_table_is_let_be(rich: Path) -> None:
    altered(
        rich, "CREATE TABLE my_tags (match INTEGER, tag TEXT)", "CREATE VIEW mine AS SELECT * FROM my_tags"
    )
    with Case.open(rich) as case:
        case.decide(list(case.matches)[:1], Verdict.UNSURE)
        assert json.loads(case.view_state or "")["zoom"] == 1.25


def test_what_is_no_json_in_a_file_of_others_is_exported_as_it_stands(rich: Path) -> None:
    altered(rich, "UPDATE signals SET value = '{broken' WHERE id = 1")
    with Case.open(rich) as case:
        whole = json.loads(rendered(dossier(case, now()), Form.JSON))
    found = [signal["value"] for source in whole["sources"] for each in source["statements"]
             for signal in each["signals"]]  # fmt: skip
    assert "{broken" in found
