"""A case that others reach too: who has it, stale notes, file systems without a shared log, copies."""

import json
import platform
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import (
    RENEWED_AFTER,
    Case,
    Holder,
    check,
    conflict_copies,
    conflict_copy_of,
    holder_of,
    is_held,
)
from reconciler.case.store_lock import STALE_AFTER, note_path
from reconciler.case.store_place import is_remote, is_remote_kind, kind_of_mount
from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.model import MatchId, Standing, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1, M2 = MatchId(1), MatchId(2)
HOLDING = (
    "import pathlib, sys\n"
    "from reconciler.case import Case\n"
    "from reconciler.model import MatchId, Verdict\n"
    "case = Case.open(pathlib.Path(sys.argv[1]), analyst='Grace')\n"
    "case.decide([MatchId(1)], Verdict.CONFIRMED)\n"
    "print(case.has_log, flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def held_elsewhere(case: Case, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in which Grace has the case open, one match confirmed."""
    case.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield other
        other.kill()


def write_note(path: Path, **said: object) -> None:
    """Leave the note of a window of another machine beside a case."""
    note = {
        "analyst": "Ada",
        "machine": "lisbon",
        "since": "2026-01-02T03:04:05+00:00",
        "seen": time.time(),
        "window": "w",
    }
    note_path(path).write_text(json.dumps(note | said))


# Who has it ---------------------------------------------------------------------------------------------


def test_the_second_window_reads_and_knows_who_has_the_case(
    held_elsewhere: subprocess.Popen[str], path: Path
) -> None:
    assert held_elsewhere.poll() is None
    with Case.open_or_read(path, analyst="Ada") as second:
        assert second.read_only
        assert second.holder is not None
        assert (second.holder.analyst, second.holder.machine) == ("Grace", platform.node())
        assert second.holder.is_here
        assert second.holder.since.startswith("20")
        assert second.standing(M1).verdict is Verdict.CONFIRMED, "what the first window decided so far"
        with pytest.raises(NotSavedError):
            second.decide([M2], Verdict.REJECTED)
    assert is_held(path)


def test_the_case_is_free_when_its_window_was_killed(
    held_elsewhere: subprocess.Popen[str], path: Path
) -> None:
    held_elsewhere.kill()
    held_elsewhere.wait()
    assert note_path(path).exists(), "a killed window leaves its note"
    assert not is_held(path)
    with Case.open_or_read(path) as second:
        assert not second.read_only
        assert second.holder is None
        assert second.standing(M1).verdict is Verdict.CONFIRMED
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_lock_that_another_machine_does_not_see_still_keeps_it_off(case: Case, path: Path) -> None:
    case.close()
    write_note(path)
    with Case.open_or_read(path) as second:
        assert second.read_only
        assert second.holder == Holder("Ada", "lisbon", "2026-01-02T03:04:05+00:00")
        assert not second.holder.is_here
    with pytest.raises(CaseError) as caught:
        Case.open(path)
    assert (caught.value.problem, caught.value.detail) == (Problem.LOCKED, "Ada, lisbon")
    assert note_path(path).exists(), "whoever only reads leaves the note alone"


@pytest.mark.parametrize(
    "said",
    [
        {"seen": time.time() - STALE_AFTER - 60},
        {"seen": time.time() + 1e9},
        {"machine": platform.node()},
        {"seen": "soon"},
    ],
)
def test_a_stale_note_does_not_block(case: Case, path: Path, said: dict[str, object]) -> None:
    case.close()
    write_note(path, **said)
    with Case.open(path, analyst="Grace") as second:
        assert not second.read_only
        assert holder_of(path).analyst == "Grace"
    assert not note_path(path).exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"seen": 1}', "[" * 5000, "\udcff"])
def test_a_note_that_is_none_is_passed_over(case: Case, path: Path, text: str) -> None:
    case.close()
    note_path(path).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert holder_of(path) == Holder()
    with Case.open(path) as second:
        assert not second.read_only


def test_what_a_note_says_is_no_more_than_a_name(case: Case, path: Path) -> None:
    case.close()
    write_note(path, analyst="x" * 9000, machine="a\nb\x1b[31m")
    assert holder_of(path).machine == ""
    assert len(holder_of(path).analyst) <= 200


def test_a_window_that_slept_does_not_write_over_the_one_that_took_over(
    case: Case, path: Path, on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    later = time.time() + STALE_AFTER + RENEWED_AFTER
    monkeypatch.setattr("reconciler.case.store_lock.time.time", lambda: later)
    case.decide([M1], Verdict.UNSURE)
    assert on_disk("SELECT verdict FROM live_verdicts") == [("unsure",)], "nobody came meanwhile"
    later += STALE_AFTER + RENEWED_AFTER
    write_note(path, seen=later - 1)
    with pytest.raises(NotSavedError) as caught:
        case.decide([M1], Verdict.REJECTED)
    assert caught.value.problem is Problem.LOCKED
    assert not case.renew_hold()
    assert on_disk("SELECT verdict FROM live_verdicts") == [("unsure",)]
    case.close()
    assert holder_of(path).analyst == "Ada", "the note of the window that took over stays"


def test_the_note_says_who_works_now_and_goes_with_the_file(case: Case, path: Path) -> None:
    case.analyst = "Grace"
    assert case.renew_hold()
    assert holder_of(path).analyst == "Grace"
    case.rename("another")
    assert holder_of(case.path).analyst == "Grace"
    assert not note_path(path).exists()


def test_what_stands_beside_a_case_is_for_those_who_may_have_the_case(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    assert modes(path.parent) == {0o600}
    case.close()
    path.chmod(0o660)
    with Case.open(path) as shared:
        shared.decide([M1], Verdict.CONFIRMED)
        assert modes(path.parent) == {0o660}


def modes(folder: Path) -> set[int]:
    """Return the permissions of all files of a folder: a case, its logs, its lock, its note."""
    found = [each for each in folder.iterdir() if each.is_file()]
    assert len(found) == 5
    return {stat.S_IMODE(each.stat().st_mode) for each in found}


# Where no log works -------------------------------------------------------------------------------------


@pytest.fixture(params=["the log's index can't be made", "a folder of another machine"])
def lose_log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], object]:
    """Let a case lie where SQLite's write-ahead log does not work, or must not be used."""
    if request.param.startswith("the log"):
        return lambda path: path.with_name(path.name + "-shm").mkdir()
    return lambda _path: monkeypatch.setattr("reconciler.case.store_connect.is_remote", lambda _path: True)


@pytest.fixture(params=["closed", "killed"])
def left(case: Case, path: Path, request: pytest.FixtureRequest) -> Path:
    """A case that was written with a log: folded back, or with its last act in the log only."""
    case.decide([M2], Verdict.REJECTED)
    if request.param == "closed":
        case.close()
        return path
    taken = {end: (path.parent / (path.name + end)).read_bytes() for end in ("", "-wal")}
    case.close()
    for end, data in taken.items():
        (path.parent / (path.name + end)).write_bytes(data)
    return path


def test_where_no_log_works_a_journal_does(left: Path, lose_log: Callable[[Path], object]) -> None:
    lose_log(left)
    with Case.open(left) as again:
        assert not again.read_only
        assert not again.has_log
        assert again.standing(M2).verdict is Verdict.REJECTED
        again.decide([M1], Verdict.CONFIRMED)
        with closing(sqlite3.connect(left)) as other:
            rows = other.execute("SELECT verdict FROM live_verdicts ORDER BY match").fetchall()
            assert rows == [("confirmed",), ("rejected",)], "in the file at once"
        with Case.open_or_read(left) as second:
            assert second.read_only
            assert second.standing(M1).verdict is Verdict.CONFIRMED
        again.undo()
        assert again.checkpoint()
    assert check(left) == ()


def test_a_write_that_was_cut_short_without_a_log_is_taken_back(
    case: Case, path: Path, lose_log: Callable[[Path], object]
) -> None:
    case.close()
    lose_log(path)
    torn = path.with_name("torn.reconciler")
    with Case.open(path) as again:
        again.decide([M1], Verdict.CONFIRMED)
        assert again._store._db is not None
        conn = again._store._db.conn
        conn.execute("PRAGMA cache_spill = 1")
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN")
        conn.execute("UPDATE view SET state = 'x'")
        conn.execute("INSERT OR REPLACE INTO view (id, state) VALUES (1, ?)", ("y" * 400_000,))
        # As a machine that died leaves it: pages in the file, and the journal that takes them back.
        shutil.copyfile(path, torn)
        shutil.copyfile(path.with_name(path.name + "-journal"), torn.with_name(torn.name + "-journal"))
        conn.execute("ROLLBACK")
    for read_only in (True, False):
        with Case.open(torn, read_only=read_only) as case_again:
            assert case_again.standing(M1).verdict is Verdict.CONFIRMED
            assert case_again.view_state is None
    assert check(torn) == ()


def test_a_case_comes_back_to_its_log_on_a_disk_of_its_own(case: Case, path: Path) -> None:
    case.close()
    index = path.with_name(path.name + "-shm")
    index.mkdir()
    with Case.open(path) as there:
        assert not there.has_log
    index.rmdir()
    with Case.open(path) as here:
        assert here.has_log


MOUNTS = r"""
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/team\040share rw - cifs //server/share rw
31 22 0:41 / /home rw - nfs4 server:/home rw
32 31 0:42 / /home/ada/local rw - xfs /dev/sdb1 rw
33 22 0:43 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
34 22 0:44 / /data rw - nfs server:/data rw
35 22 8:2 / /data rw - ext4 /dev/sdc1 rw
broken
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/srv/case.reconciler", False),
        ("/mnt/team share/case.reconciler", True),
        ("/mnt/team/case.reconciler", False),
        ("/home/ada/case.reconciler", True),
        ("/home/ada/local/case.reconciler", False),
        ("/run/user/1000/gvfs/smb-share:server=x/case.reconciler", True),
        ("/data/case.reconciler", False),
    ],
)
def test_a_folder_of_another_machine_is_known_by_its_file_system(path: str, remote: bool) -> None:
    assert is_remote_kind(kind_of_mount(MOUNTS, Path(path))) is remote


def test_a_disk_of_this_machine_is_none_of_another(tmp_path: Path) -> None:
    assert not is_remote(tmp_path / "case.reconciler")


# Copies -------------------------------------------------------------------------------------------------


def test_a_file_copied_while_it_is_open_holds_each_decision(case: Case, path: Path, tmp_path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    assert case.checkpoint()
    alone = tmp_path / "alone" / "copy.reconciler"
    alone.parent.mkdir()
    shutil.copyfile(path, alone)
    case.decide([M2], Verdict.REJECTED)
    folder = shutil.copytree(path.parent, tmp_path / "folder")
    with Case.open(alone) as copy:
        assert copy.standing(M1) == Standing(Verdict.CONFIRMED)
    with Case.open(folder / path.name) as copy:
        assert not copy.read_only, "the lock and the note that were copied along are nobody's"
        assert (copy.standing(M1).verdict, copy.standing(M2).verdict) == (Verdict.CONFIRMED, Verdict.REJECTED)
    assert check(folder / path.name) == ()


CONFLICTS = (
    "case (Ada's conflicted copy 2026-01-02)",
    "case (conflicted copy 2026-01-02 103045)",
    "case.sync-conflict-20260102-103045-ABCDEFG",
    "case_conflict-20260102-103045",
    "case-conflict",
    "case (SFConflict ada@example.org 2026-01-02-10-30-45)",
    "case (Copie en conflit de Ada 2026-01-02)",
    "case [Conflict]",
    f"case-{platform.node()}",
)
OTHERS = ("case 2", "case.v3-backup", "cases (conflicted copy)", "conflict", "case recovered", "caseconflict")


def test_conflict_copies_are_known_by_the_names_that_programs_give_them(tmp_path: Path) -> None:
    path = tmp_path / "case.reconciler"
    for name in ("case", *CONFLICTS, *OTHERS):
        (tmp_path / f"{name}.reconciler").touch()
    (tmp_path / "case (conflicted copy).txt").touch()
    assert {each.stem for each in conflict_copies(path)} == set(CONFLICTS)
    for name in CONFLICTS:
        assert conflict_copy_of(tmp_path / f"{name}.reconciler") == path
    assert [conflict_copy_of(tmp_path / f"{name}.reconciler") for name in ("case", *OTHERS[:2])] == [None] * 3


@pytest.mark.parametrize("far", [False, True])
def test_a_file_that_is_only_read_in_a_network_folder_is_not_known_by_its_number(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch, far: bool
) -> None:
    """There a file may have another number whenever it is looked at."""
    case.close()
    monkeypatch.setattr("reconciler.case.store.is_remote", lambda _path: far)
    with Case.open(path, read_only=True) as read:
        assert read.is_in_place
        again = path.with_name("again")
        again.write_bytes(path.read_bytes())
        again.replace(path)
        assert read.is_in_place is far
        path.unlink()
        assert not read.is_in_place
