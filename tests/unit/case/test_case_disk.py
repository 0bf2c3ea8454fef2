"""What is on disk when an act returns, and when the disk is full."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.disk import disk_full

from reconciler.case import Case, check, find_case, recover
from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.model import MatchId, SourceDraft, Standing, StatementId, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1, M2 = MatchId(1), MatchId(2)


def fill_up(case: Case) -> None:
    """Let SQLite find no page more, as on a disk without space."""
    assert case._store._db is not None
    used = case._store._db.execute("PRAGMA page_count").fetchone()[0]
    case._store._db.execute(f"PRAGMA max_page_count = {used}")


def make_room(case: Case) -> None:
    assert case._store._db is not None
    case._store._db.execute("PRAGMA max_page_count = 1000000")


def decide_until_full(case: Case) -> Verdict:
    """Decide to and fro until an act can't be saved, and return what stood before it."""
    for _ in range(1000):
        stood = case.standing(M1).verdict
        verdict = Verdict.REJECTED if stood is Verdict.CONFIRMED else Verdict.CONFIRMED
        try:
            case.decide([M1], verdict)
        except NotSavedError:
            assert stood is not None
            return stood
    pytest.fail("the disk never filled up")


def test_the_one_file_alone_holds_a_decision_after_the_log_was_folded_back(
    case: Case, path: Path, tmp_path: Path, on_disk: OnDisk
) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    assert case.checkpoint()
    copy = tmp_path / "mailed" / "copy.reconciler"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    assert on_disk("SELECT match, verdict FROM live_verdicts", of=copy) == [(1, "confirmed")]
    with Case.open(copy) as mailed:
        assert mailed.standing(M1) == Standing(Verdict.CONFIRMED)


def test_nothing_is_left_beside_a_case_that_was_closed(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    case.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_reader_in_the_way_of_folding_back_loses_nothing(case: Case, path: Path, on_disk: OnDisk) -> None:
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM decisions").fetchone()
        case.decide([M1], Verdict.CONFIRMED)
        assert not case.checkpoint()
    assert on_disk("SELECT verdict FROM decisions") == [("confirmed",)]
    assert case.checkpoint()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of files there")
def test_a_log_that_there_is_no_room_for_is_told_of_and_loses_nothing(case: Case, path: Path) -> None:
    case.annotate(M1, "x" * 50_000)
    with disk_full(path):
        with pytest.raises(CaseError) as told:
            case.fold_back()
        assert told.value.problem is Problem.LOG_LEFT
        assert told.value.detail == path.name + "-wal"
        case.close()
    assert path.with_name(path.name + "-wal").exists()
    with Case.open(path) as again:
        assert again.standing(M1).note == "x" * 50_000
        again.fold_back()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def fold_back_by_half(path: Path) -> None:
    """Bring the first page into the file as the log has it, and no other: as when the disk is full then."""
    log = path.with_name(path.name + "-wal").read_bytes()
    size = int.from_bytes(log[8:12], "big")
    frames = [log[start : start + 24 + size] for start in range(32, len(log), 24 + size)]
    first = [frame[24:] for frame in frames if int.from_bytes(frame[:4], "big") == 1][-1]
    path.write_bytes(first + path.read_bytes()[size:])


def test_a_log_that_was_folded_back_by_half_is_no_damage(case: Case, path: Path, tmp_path: Path) -> None:
    case.annotate(M1, "x" * 50_000)
    case.decide([M1], Verdict.CONFIRMED)
    left = tmp_path / "left" / "left.reconciler"
    left.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{left}{end}")
    fold_back_by_half(left)
    for read_only in (True, False):
        with Case.open(left, read_only=read_only) as again:
            assert again.standing(M1).verdict is Verdict.CONFIRMED
    assert check(left) == ()


def test_a_full_disk_leaves_everything_as_it_was(
    case: Case, on_disk: OnDisk, draft: Callable[..., SourceDraft]
) -> None:
    fill_up(case)
    stood = decide_until_full(case)
    rows, entries, undoable = on_disk("SELECT * FROM decisions"), case.entries(), case.undoable
    assert case.standing(M1).verdict is stood
    for act in (
        lambda: case.annotate(M2, "x" * 10_000),
        lambda: case.add_sources([draft("Long", "y" * 100_000)]),
        lambda: case.save_view_state("z" * 10_000),
    ):
        with pytest.raises(NotSavedError) as caught:
            act()
        assert caught.value.problem is Problem.DISK_FULL
    assert on_disk("SELECT * FROM decisions") == rows
    assert (case.entries(), case.undoable, len(case.sources)) == (entries, undoable, 2)
    assert case.standing(M2) == Standing()
    assert case.view_state is None


def test_an_act_that_was_not_saved_can_be_tried_again(case: Case, path: Path, on_disk: OnDisk) -> None:
    fill_up(case)
    stood = decide_until_full(case)
    make_room(case)
    case.decide([M2], Verdict.UNSURE)
    case.close()
    assert on_disk("SELECT match, verdict FROM live_verdicts ORDER BY match") == [(1, stood), (2, "unsure")]
    with Case.open(path) as again:
        assert again.undoable is not None
        assert again.undoable.matches == (M2,)


LIMITED = """
import pathlib, resource, sys
from reconciler.case import Case, check, find_case
from reconciler.errors import NotSavedError
from reconciler.model import MatchId, Verdict
path = pathlib.Path(sys.argv[1])
case = Case.open(path)
limit = path.stat().st_size + 40_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for turn in range(100_000):
    try:
        case.decide([MatchId(1)], (Verdict.CONFIRMED, Verdict.REJECTED)[turn % 2])
    except NotSavedError as error:
        print(turn, error.problem, case.standing(MatchId(1)).verdict)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
"""


def test_a_write_that_the_system_refuses_is_not_called_saved(case: Case, path: Path, on_disk: OnDisk) -> None:
    case.close()
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=False)
    turn, problem, verdict = done.stdout.split()
    assert int(turn) > 0
    assert problem in (Problem.WRITE_FAILED, Problem.DISK_FULL)
    assert on_disk("SELECT verdict FROM live_verdicts") == [(verdict,)]
    assert on_disk("SELECT count(*) FROM decisions") == [(int(turn),)]
    with Case.open(path) as again:
        assert again.standing(M1).verdict == verdict


def test_a_case_that_cannot_be_made_leaves_no_file(tmp_path: Path) -> None:
    script = (
        "import pathlib, resource, sys\n"
        "from reconciler.case import Case, preload\n"
        "from reconciler.errors import CaseError\n"
        "preload()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try:\n"
        "    Case.create(pathlib.Path(sys.argv[1]))\n"
        "except CaseError as error:\n"
        "    print(error.problem)\n"
    )
    path = tmp_path / "new.reconciler"
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
    assert done.stdout.strip() in (Problem.WRITE_FAILED, Problem.DISK_FULL)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_written_leaves_the_case_where_it_was(case: Case, path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        case.save_as(path.parent / "no such folder" / "x.reconciler")
    assert caught.value.problem is Problem.NOT_FOUND
    case.decide([M1], Verdict.CONFIRMED)
    assert case.path == path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 400 kB, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def annotate_until_full(case: Case) -> int:
    """Return how many notes were called saved before one could not be."""
    for saved in range(1000):
        try:
            case.annotate(M1, f"note {saved}")
        except NotSavedError:
            return saved
    pytest.fail("the disk never filled up")


def test_on_a_disk_that_is_really_full_all_that_was_called_saved_is_there(
    small_disk: Path, draft: Callable[..., SourceDraft], on_disk: OnDisk
) -> None:
    path = small_disk / "small.reconciler"
    with Case.create(path) as case:
        case.add_sources([draft("One", "Text."), draft("Two", "Text.")])
        case.link([StatementId(1)], [StatementId(3)])
        saved = annotate_until_full(case)
        with pytest.raises(NotSavedError) as caught:
            case.clear([M1])
        assert caught.value.problem is Problem.DISK_FULL
        assert case.standing(M1) == Standing(Verdict.CONFIRMED, note=f"note {saved - 1}")
    notes = on_disk("SELECT note FROM decisions WHERE act = 'note' ORDER BY id", of=path)
    assert notes == [(f"note {number}",) for number in range(saved)]
    assert check(path) == ()


VISITOR = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM decisions").fetchone()[0])
connection.close()
"""


def visited(path: Path) -> int:
    """Let another program open the case, count its decisions and close it again."""
    done = subprocess.run([sys.executable, "-c", VISITOR, path], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_looking_at_an_open_case_does_not_give_its_locks_away(case: Case, path: Path) -> None:
    """To close any handle of a file takes all of a process's POSIX locks on it away.

    Another program would then think itself alone, and remove the log that we go on writing to.
    """
    case.decide([M1], Verdict.CONFIRMED)
    digests = {source.sha256 for source in case.sources}
    assert find_case(digests, path.parent) == path
    assert check(path) == ()
    with pytest.raises(CaseError):
        Case.open(path)
    Case.open(path, read_only=True).close()
    assert visited(path) == 1
    case.decide([M1], Verdict.REJECTED)
    assert visited(path) == 2
    assert path.with_name(path.name + "-wal").exists()
    case.close()
    assert visited(path) == 2


def test_a_full_folder_of_temporary_files_is_named(
    small_disk: Path, case: Case, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    (small_disk / "large").write_bytes(bytes(380_000))
    with pytest.raises(CaseError) as caught:
        recover(path, tmp_path / "recovered.reconciler")
    assert (caught.value.problem, caught.value.where) == (Problem.DISK_FULL, str(small_disk))
    assert not list(tmp_path.glob("*recovered*"))
