"""Opening: what is no case, what is damaged, newer, locked or read-only, and that it is left as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import Case, preload, recover
from reconciler.case.store_schema import MIGRATIONS, version_after
from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.model import MatchId, Standing, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1 = MatchId(1)
NEWER = version_after(MIGRATIONS) + 1


def problem_of(path: Path) -> Problem:
    with pytest.raises(CaseError) as caught:
        Case.open(path)
    assert caught.value.where == str(path)
    return caught.value.problem


def patch(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Give up the rights of root, before which no file is read-only, for a while."""
    if os.getuid() != 0:
        yield
        return
    preload()
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def shelf(case: Case, path: Path) -> Iterator[Path]:
    """A copy of the case with one decision, in a folder that anyone may enter."""
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    folder = Path(tempfile.mkdtemp(prefix="shelf-"))
    folder.chmod(0o777)
    copy = folder / "shelf.reconciler"
    shutil.copyfile(path, copy)
    copy.chmod(0o666)
    yield copy
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.reconciler") is Problem.NOT_FOUND
    assert problem_of(tmp_path) is Problem.IS_FOLDER


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"A text\n" * 100, bytes(4096)])
def test_what_is_no_database_is_left_as_it_was(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert problem_of(path) is Problem.NOT_A_DATABASE
    assert path.read_bytes() == content
    assert list(path.parent.glob("*bridge*")) == [path]


def test_somebody_elses_database_is_no_case(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE matches (id)")
    before = path.read_bytes()
    assert problem_of(path) is Problem.NOT_A_CASE
    assert path.read_bytes() == before


def test_a_case_of_a_newer_version_is_left_untouched(case: Case, path: Path) -> None:
    case.close()
    patch(path, 60, NEWER.to_bytes(4, "big"))
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    assert problem_of(path) is Problem.NEWER_VERSION
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names


def test_a_newer_version_that_shows_in_the_log_only_is_refused_too(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {NEWER}")
        assert path.read_bytes()[60:64] == (NEWER - 1).to_bytes(4, "big")
        for read_only in (False, True):
            with pytest.raises(CaseError) as caught:
                Case.open(path, read_only=read_only)
            assert caught.value.problem is Problem.NEWER_VERSION


def test_damaged_pages_are_found_before_use(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    page = int.from_bytes(path.read_bytes()[16:18], "big")
    patch(path, 3 * page, b"\xff" * page)
    assert problem_of(path) is Problem.DAMAGED
    patch(path, 100, b"\xff" * 400)
    assert problem_of(path) is Problem.DAMAGED


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE decisions",
        "DROP TABLE aligned",
        "UPDATE matches SET evidence = 'no json'",
        "UPDATE matches SET evidence = '[{}]'",
        "INSERT INTO entries VALUES (2, 'undo', 'Ada', 'now', 77)",
        "INSERT INTO entries VALUES (2, 'dance', 'Ada', 'now', NULL)",
    ],
)
def test_rows_that_are_no_case_are_called_damage(case: Case, path: Path, sql: str) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(sql)
    assert problem_of(path) is Problem.DAMAGED
    with pytest.raises(CaseError):
        Case.open(path, read_only=True)
    assert not list(path.parent.glob(".*lock")), "a case that can't be opened is not kept locked"


def test_a_case_that_a_window_has_open_is_locked_but_can_be_read(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    assert problem_of(path) is Problem.LOCKED
    with Case.open(path, read_only=True) as second:
        assert second.read_only
        assert second.standing(M1) == Standing(Verdict.CONFIRMED), "also what is in the log only"
        with pytest.raises(NotSavedError) as caught:
            second.decide([M1], Verdict.REJECTED)
        assert caught.value.problem is Problem.READ_ONLY
        assert second.standing(M1) == Standing(Verdict.CONFIRMED)
        second.save_view_state("{}")
    case.decide([M1], Verdict.REJECTED)
    case.close()
    with Case.open(path) as third:
        assert not third.read_only
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]


def test_a_link_to_a_case_is_the_same_case(case: Case, path: Path) -> None:
    link = path.with_name("link.reconciler")
    link.symlink_to(path)
    assert problem_of(link) is Problem.LOCKED
    case.close()
    with Case.open(link) as again:
        assert problem_of(path) is Problem.LOCKED
        assert again.name == "link"


def test_the_lock_of_a_program_that_died_is_gone(case: Case, path: Path) -> None:
    case.close()
    script = (
        "import os, sys, pathlib; from reconciler.case import Case\n"
        "case = Case.open(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert problem_of(path) is Problem.LOCKED
        other.kill()
    with Case.open(path) as again:
        assert not again.read_only


def test_a_file_that_cannot_be_written_opens_read_only(shelf: Path) -> None:
    shelf.chmod(0o444)
    before = shelf.read_bytes()
    with ordinary_user(), Case.open(shelf) as case:
        assert case.read_only
        assert case.standing(M1) == Standing(Verdict.CONFIRMED)
        with pytest.raises(NotSavedError) as caught:
            case.undo()
        assert caught.value.problem is Problem.READ_ONLY
    assert shelf.read_bytes() == before
    assert list(shelf.parent.iterdir()) == [shelf]


def test_a_folder_that_cannot_be_written_opens_read_only(shelf: Path) -> None:
    shelf.parent.chmod(0o555)
    with ordinary_user(), Case.open(shelf) as case:
        assert case.read_only
        assert case.standing(M1) == Standing(Verdict.CONFIRMED)
    assert list(shelf.parent.iterdir()) == [shelf]


def test_a_log_left_on_a_folder_that_cannot_be_written_is_read_too(
    case: Case, path: Path, shelf: Path
) -> None:
    with Case.open(path) as crashed:
        crashed.decide([M1], Verdict.UNSURE)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{shelf}{ending}")
            Path(f"{shelf}{ending}").chmod(0o644)
    shelf.parent.chmod(0o555)
    with ordinary_user(), Case.open(shelf) as read:
        assert read.read_only
        assert read.standing(M1) == Standing(Verdict.UNSURE)
    assert case.path == path


def test_a_file_that_cannot_even_be_read_is_said_so(shelf: Path) -> None:
    shelf.chmod(0o000)
    with ordinary_user():
        assert problem_of(shelf) is Problem.UNREADABLE


def test_a_case_that_cannot_be_made_is_told_by_the_name_that_was_asked_for(shelf: Path) -> None:
    shelf.parent.chmod(0o555)
    wanted = shelf.with_name("new.reconciler")
    for make in (Case.create, lambda path: Case.open(shelf).save_as(path), lambda path: recover(shelf, path)):
        with ordinary_user(), pytest.raises(CaseError) as caught:
            make(wanted)
        assert (caught.value.problem, caught.value.where) == (Problem.WRITE_FAILED, str(wanted))
    assert list(shelf.parent.iterdir()) == [shelf]


def test_reading_a_case_leaves_it_as_it_was(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    before = path.read_bytes()
    with Case.open(path, read_only=True) as read:
        assert len(read.matches) == 3
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_new_case_is_its_owners_and_of_our_make(case: Case, path: Path, on_disk: OnDisk) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert on_disk("PRAGMA application_id") == [(0x52434E43,)]
    assert on_disk("PRAGMA user_version") == [(NEWER - 1,)]
    assert on_disk("PRAGMA journal_mode") == [("wal",)]
    for pragma, value in (("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0)):
        assert case._store._db is not None
        assert case._store._db.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_new_case_never_takes_the_place_of_a_file(case: Case, path: Path, tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        Case.create(path)
    assert caught.value.problem is Problem.EXISTS
    with pytest.raises(CaseError) as caught:
        Case.create(tmp_path / "no such folder" / "x.reconciler")
    assert caught.value.problem is Problem.NOT_FOUND
    assert len(case.sources) == 2


def test_the_package_is_imported_without_what_only_an_open_case_needs() -> None:
    script = (
        "import sys, reconciler.case\n"
        "heavy = {'sqlite_utils', 'filelock', 'numpy', 'spacy', 'send2trash', 'platformdirs'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
