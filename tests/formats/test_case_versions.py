"""Case files of every version open for ever; older ones are brought up to date after a copy was made."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reconciler.alignment import Settings
from reconciler.case import Case, check
from reconciler.case.store import Store
from reconciler.case.store_migrations import Migration
from reconciler.case.store_schema import MIGRATIONS, version_after
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Assessment,
    ClaimBasis,
    ClaimStanding,
    EntryKind,
    MadeBy,
    MatchId,
    Reason,
    Relation,
    SourceId,
    Span,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

HERE = Path(__file__).parent


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the file of version 1."""
    return Path(shutil.copyfile(HERE / "case_v1.reconciler", tmp_path / "old.reconciler"))


@pytest.mark.parametrize("read_only", [True, False])
def test_a_case_of_version_1_holds_what_was_put_into_it(old: Path, read_only: bool) -> None:
    with Case.open(old, read_only=read_only) as case:
        assert [(each.letter, each.title, each.outlet) for each in case.sources] == [
            ("A", "Le pont de Sarlat ferme", None),
            ("B", "Bridge shut", "The Post"),
        ]
        assert [(each.published, each.published_assumed) for each in case.sources] == [
            ("2023-06-05", True),
            ("2023-06-05", False),
        ]
        assert case.statements(SourceId(1))[2].text == "« Douze blessés 🌉 », dit la mairie."
        assert case.statements(SourceId(2))[1].kind is StatementKind.METADATA
        assert {
            (match.left, match.right): (case.standing(number), match.confidence, match.made_by)
            for number, match in case.matches.items()
        } == {
            (1, 5): (Standing(Verdict.CONFIRMED), 0.875, MadeBy.MODEL),
            (2, 5): (Standing(Verdict.CONFIRMED), 0.125, MadeBy.HAND),
            (2, 7): (Standing(Verdict.UNSURE), 0.75, MadeBy.MODEL),
            (3, 8): (Standing(Verdict.CONFIRMED, Relation.CONTRADICTS, "12 ou 15 ?"), 0.5, MadeBy.MODEL),
        }
        assert case.matches[MatchId(1)].reasons == (
            *(Reason("words", 0.875, (Span(0, 2),), (Span(3, 5),)), Reason("names", 0.25)),
        )
        assert [(claim.statements, claim.basis) for claim in case.claims()] == [
            ((1, 2, 5), ClaimBasis.CONFIRMED),
            ((3, 8), ClaimBasis.CONFIRMED),
            ((7,), ClaimBasis.CONFIRMED),
        ]
        assert case.undoable is not None
        assert case.undoable.kind is EntryKind.EDIT_SOURCE
        assert case.redoable is not None
        assert case.redoable.kind is EntryKind.CLEAR
        assert case.view_state == '{"zoom": 1.25}'
    assert check(old) == ()


def test_work_goes_on_in_a_case_of_version_1(old: Path) -> None:
    with Case.open(old) as case:
        assert case.redo().entry is not None
        assert case.standing(MatchId(1)) == Standing()
        undone = 0
        while case.undoable is not None:
            assert case.undo().entry is not None
            undone += 1
        assert undone == 7
        assert len(case.sources) == 2
        assert all(case.standing(match) == Standing() for match in case.matches)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_case_of_version_2_holds_what_was_put_into_it(tmp_path: Path, read_only: bool) -> None:
    path = Path(shutil.copyfile(HERE / "case_v2.reconciler", tmp_path / "two.reconciler"))
    with Case.open(path, read_only=read_only) as case:
        assert [(each.id, each.letter, each.published) for each in case.sources] == [
            (3, "C", "2023-06-04"),
            (1, "A", "2023-06-04"),
            (2, "B", "2023-06-05"),
        ]
        assert [each.text for each in case.statements(SourceId(1))] == [
            "Le pont de Sarlat ferme",
            "« Treize blessés 🌉 », dit la mairie.",
            "Il rouvrira en mai.",
        ]
        cut = [(each.text, each.kind, len(each.signals)) for each in case.statements(SourceId(2))]
        assert cut[2:] == [
            ("15 were hurt", StatementKind.SENTENCE, 1),
            ("and two died.", StatementKind.SENTENCE, 0),
            ("Share", StatementKind.BOILERPLATE, 0),
        ]
        (stands, waits) = case.matches
        assert case.standing(stands) == Standing(Verdict.CONFIRMED, Relation.AGREES)
        assert (case.standing(waits), case.is_flagged(waits)) == (Standing(note="12 ou 15 ?"), True)
        (former,) = case.formers(waits)
        assert former.standing == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "12 ou 15 ?")
        assert case.statement(former.match.right).text == "15 were hurt and two died."
        (orphan,) = case.orphans()
        assert case.statement(orphan.match.left).text == "Il est fermé depuis lundi."
        assert case.settings == Settings(reach=0.75, learn=False)
        old, new = case.versions(SourceId(1))
        assert [each.text for each in old.statements][1] == "Il est fermé depuis lundi."
        original = case.original(SourceId(1))
        assert original is not None
        assert original.data == f"<html>{new.text}</html>".encode()
        assert (original.media_type, original.left_out) == ("text/html", ("Lire aussi",))
    assert check(path) == ()


def test_work_goes_on_in_a_case_of_version_2(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(HERE / "case_v2.reconciler", tmp_path / "two.reconciler"))
    with Case.open(path) as case:
        case.redo()
        assert [source.letter for source in case.sources] == ["A", "B"]
        undone = 0
        while case.undo().entry is not None:
            undone += 1
        assert undone == 13
        assert case.settings == Settings()
        assert len(case.statements(SourceId(1))) == 3
        assert [source.letter for source in case.sources] == ["A"]
        for _ in range(undone):
            assert case.redo().entry is not None
        assert len(case.matches) == 2
        assert len(case.orphans()) == 1
    assert check(path) == ()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_case_of_version_3_holds_what_was_put_into_it(tmp_path: Path, read_only: bool) -> None:
    path = Path(shutil.copyfile(HERE / "case_v3.reconciler", tmp_path / "three.reconciler"))
    a, b = SourceId(1), SourceId(2)
    with Case.open(path, read_only=read_only) as case:
        said = {(case.statement(each.statement).text, each.source) for each in case.silences()}
        assert said == {("« Douze blessés 🌉 », dit la mairie.", b), ("Share", a)}
        assert [case.is_pinned(MatchId(number)) for number in (1, 2, 3)] == [True, True, False]
        assert case.standing(MatchId(3)).verdict is Verdict.REJECTED
        assert case.claim_standing(StatementId(1)) == ClaimStanding("1", Assessment.CORROBORATED)
        third = case.statements(a)[2]
        assert (third.id, third.kind) == (8, StatementKind.LEAD)
        assert case.claim_standing(third.id) == ClaimStanding(
            "", Assessment.SINGLE_SOURCE, "la mairie « seule »"
        )
        assert case.claim_standing(StatementId(3)) == ClaimStanding()
    assert check(path) == ()


def test_work_goes_on_in_a_case_of_version_3(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(HERE / "case_v3.reconciler", tmp_path / "three.reconciler"))
    with Case.open(path) as case:
        undone = 0
        while case.undo().entry is not None:
            undone += 1
        assert undone == 12
        assert case.silences() == ()
        assert not any(case.is_pinned(number) for number in case.matches)
        assert case.claim_standing(StatementId(3)) == ClaimStanding()
        for _ in range(undone):
            case.redo()
        assert len(case.silences()) == 2
        assert case.redo().entry is not None
        assert [each.statement for each in case.silences()] == [8]
    assert check(path) == ()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_case_of_version_4_holds_what_was_put_into_it(tmp_path: Path, read_only: bool) -> None:
    path = Path(shutil.copyfile(HERE / "case_v4.reconciler", tmp_path / "four.reconciler"))
    with Case.open(path, read_only=read_only) as case:
        first, second, third = case.matches
        assert case.standing(first).verdict is Verdict.UNSURE
        assert case.standing(second) == Standing(Verdict.CONFIRMED, Relation.DIFFERS)
        assert [each.cause for each in case.differences(second)] == ["attribution_lost"]
        assert case.standing(third) == Standing()
        kept = [each.differences for each in case.journal()]
        assert [bool(each and "attribution_lost" in each) for each in kept] == [True, False, False, False]
    (found,) = ask(path, "SELECT * FROM findings")
    assert found[1:9] == (
        *("A2", "B2", "attribution", "selon la mairie", None, "missing", "attribution_lost", 0.85),
    )
    assert found[9:12] == ("confirmed", "differs", "Ada")
    assert check(path) == ()


def test_work_goes_on_in_a_case_of_version_4(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(HERE / "case_v4.reconciler", tmp_path / "four.reconciler"))
    with Case.open(path) as case:
        undone = 0
        while case.undo().entry is not None:
            undone += 1
        assert undone == 4
        assert ask(path, "SELECT count(*) FROM findings") == [(0,)]
        for _ in range(undone):
            case.redo()
        assert ask(path, "SELECT cause FROM findings") == [("attribution_lost",)]
    assert check(path) == ()


def shape(path: Path) -> object:
    """All that tables, columns, references, indexes, views and triggers are, however they were written."""
    tables = ask(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return (
        [
            (
                name,
                ask(path, f'PRAGMA table_xinfo("{name}")'),
                ask(path, f'PRAGMA foreign_key_list("{name}")'),
            )
            for (name,) in tables
        ],
        ask(
            path, "SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name"
        ),
        ask(path, "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"),
    )


def test_an_old_file_becomes_what_a_new_one_is(old: Path) -> None:
    rows = [ask(old, sql) for sql in ("SELECT * FROM decisions", "SELECT * FROM matches")]
    Case.open(old).close()
    fresh = old.with_name("fresh.reconciler")
    Case.create(fresh).close()
    assert shape(old) == shape(fresh)
    decisions, matches = rows
    assert ask(old, "SELECT * FROM decisions") == [(*row, None) for row in decisions]
    assert ask(old, "SELECT * FROM matches") == matches
    assert ask(old, "PRAGMA foreign_key_check") == []
    with closing(sqlite3.connect(old)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        for sql in ("DELETE FROM statements WHERE id = 4", "UPDATE statements SET kind = 'lead'"):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(sql)


def _add_colour(db: "Database") -> None:
    db.conn.execute("ALTER TABLE sources ADD COLUMN colour TEXT")


def _fill_colour(db: "Database") -> None:
    db.conn.execute("UPDATE sources SET colour = letter || '!'")


def _fail(db: "Database") -> None:
    db.conn.execute("UPDATE sources SET colour = 'half done'")
    raise sqlite3.OperationalError("database or disk is full")


LATER: tuple[Migration, ...] = (*MIGRATIONS, _add_colour, _fill_colour)


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_an_older_file_is_brought_up_to_date_after_a_copy_was_made(old: Path) -> None:
    before = old.read_bytes()
    store = Store.open(old, migrations=LATER)
    store.close()
    backup = old.with_name("old.v1-backup.reconciler")
    assert sorted(old.parent.glob("*.*")) == [old, backup]
    assert ask(old, "SELECT colour FROM sources") == [("A!",), ("B!",)]
    assert ask(old, "PRAGMA user_version") == [(len(LATER) + 1,)]
    assert int.from_bytes(old.read_bytes()[60:64], "big") == len(LATER) + 1
    assert ask(backup, "PRAGMA user_version") == [(1,)]
    again = old.with_name("before.reconciler")
    again.write_bytes(before)
    with closing(sqlite3.connect(again)) as one, closing(sqlite3.connect(backup)) as other:
        assert list(one.iterdump()) == list(other.iterdump())
    Store.open(old, migrations=LATER).close()
    assert len(list(old.parent.glob("*backup*"))) == 1, "a file that is up to date is not copied again"
    with pytest.raises(CaseError) as caught:
        Case.open(old)
    assert caught.value.problem is Problem.NEWER_VERSION


def test_an_older_file_that_is_only_read_is_left_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    store = Store.open(old, read_only=True, migrations=LATER)
    assert len(store.read().sources) == 2
    store.close()
    assert old.read_bytes() == before
    assert list(old.parent.glob("*.reconciler*")) == [old]


def test_steps_that_fail_leave_the_file_at_its_version(old: Path) -> None:
    before = ask(old, "SELECT * FROM sources")
    with pytest.raises(CaseError):
        Store.open(old, migrations=(*MIGRATIONS, _add_colour, _fail))
    assert ask(old, "PRAGMA user_version") == [(1,)]
    assert ask(old, "SELECT * FROM sources") == before
    with Case.open(old) as case:
        case.annotate(MatchId(1), "still works")


def test_a_backup_never_takes_the_place_of_another(old: Path) -> None:
    taken = old.with_name("old.v1-backup.reconciler")
    taken.write_text("precious")
    Store.open(old, migrations=LATER).close()
    assert taken.read_text() == "precious"
    assert old.with_name("old.v1-backup-2.reconciler").exists()


FILES = sorted(HERE.glob("case_v*.reconciler"))


def test_there_is_a_file_of_every_version_so_far() -> None:
    former = range(1, version_after(MIGRATIONS))
    assert [path.name for path in FILES] == [f"case_v{number}.reconciler" for number in former]


JOURNAL = (
    "SELECT id, entry, match, act, verdict, relation, note, analyst, at, undoes FROM decisions ORDER BY id"
)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_older_file_keeps_all_its_decisions_and_a_backup(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / "case.reconciler"))
    path.chmod(0o600)
    journal = ask(path, JOURNAL)
    with Case.open(path, read_only=True) as case:
        stood = {match: case.standing(match) for match in case.matches}
        acts = [(each.id, each.kind, each.matches) for each in case.entries()]
    with Case.open(path) as case:
        assert {match: case.standing(match) for match in case.matches} == stood
        assert [(each.id, each.kind, each.matches) for each in case.entries()] == acts
    assert len(journal) > 3
    assert ask(path, JOURNAL) == journal
    assert ask(path, "PRAGMA user_version") == [(version_after(MIGRATIONS),)]
    assert check(path) == ()
    (backup,) = tmp_path.glob("*backup*")
    assert ask(backup, JOURNAL) == journal
    assert ask(backup, "PRAGMA user_version") == ask(file, "PRAGMA user_version")
    assert backup.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, backup.name]
