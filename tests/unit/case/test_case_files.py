"""Case files: named after their articles, found again by them, copied, renamed, put in the trash."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import Case, find_case, new_case_path
from reconciler.case.files import file_name
from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.model import EntryKind, MatchId, SourceDraft, Standing, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1, M2 = MatchId(1), MatchId(2)


def problem_of(act: Callable[[], object]) -> Problem:
    with pytest.raises(CaseError) as caught:
        act()
    return caught.value.problem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Belgorod", "Belgorod.reconciler"),
        ("Belgorod.reconciler", "Belgorod.reconciler"),
        ("../../etc/passwd", "etc passwd.reconciler"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.reconciler"),
        ("line\nbreak\x00and\u202eturned", "line break and turned.reconciler"),
        ("  .hidden. ", "hidden.reconciler"),
        ("CON", "CON_.reconciler"),
        ("nul.txt", "nul.txt_.reconciler"),
        ("", "Case.reconciler"),
        ("???", "Case.reconciler"),
        ("Le pont 🌉 est fermé", "Le pont 🌉 est fermé.reconciler"),
    ],
)
def test_a_name_is_made_safe_for_every_file_system(name: str, expected: str) -> None:
    assert file_name(name) == expected


@pytest.mark.parametrize("letter", ["x", "é", "橋", "🌉"])
def test_the_longest_title_makes_a_name_that_can_be_written(tmp_path: Path, letter: str) -> None:
    path = new_case_path(tmp_path, [letter * 5000, f"{letter} " * 5000])
    Case.create(path).close()
    assert path.exists()


def test_a_case_is_named_after_its_titles_and_never_takes_anothers_place(tmp_path: Path) -> None:
    titles = ["The old bridge closes for good after the accident of May", "Bridge shut", "Third"]
    first = new_case_path(tmp_path, titles)
    assert first.name == "The old bridge closes for good – Bridge shut +1.reconciler"
    first.touch()
    second = new_case_path(tmp_path, titles)
    assert second.name == "The old bridge closes for good – Bridge shut +1 2.reconciler"
    assert new_case_path(tmp_path, ["", " "]).name == "Case.reconciler"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("La Belgique est préoccupée par des informations selon lesquelles", "La Belgique est préoccupée"),
        ("Raid raté de Belgorod: la Belgique veut des explications sur l’emploi", "Raid raté de Belgorod"),
        ("Ce que l’on sait de l’incendie d’un hangar du port", "Ce que l’on sait de l’incendie"),
        ("The minister was seen in the harbour of the town", "The minister was seen in the harbour"),
        ("Live: a fire in the harbour of the old town", "Live a fire in the harbour"),
        ("What it is for", "What it is for"),
    ],
)
def test_a_case_s_name_ends_where_a_reader_would_end_it(tmp_path: Path, title: str, name: str) -> None:
    assert new_case_path(tmp_path, [title]).stem == name


def test_the_case_of_the_same_articles_is_found(case: Case, path: Path, tmp_path: Path) -> None:
    digests = {source.sha256 for source in case.sources}
    (tmp_path / "broken.reconciler").write_bytes(b"SQLite format 3\x00" + bytes(200))
    (tmp_path / "folder.reconciler").mkdir()
    (tmp_path / "text.reconciler").write_text("no case")
    assert find_case(digests, tmp_path) == path, "also while a window has it open"
    case.close()
    assert find_case(digests, tmp_path) == path
    assert find_case(digests, tmp_path / "none", [tmp_path / "gone.reconciler", path]) == path
    assert find_case({*digests, "another"}, tmp_path) is None
    assert find_case(set(list(digests)[:1]), tmp_path) is None
    assert find_case(set(), tmp_path) is None
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        *("bridge.reconciler", "broken.reconciler", "folder.reconciler", "text.reconciler")
    ]


def test_sources_whose_adding_was_undone_do_not_count(
    case: Case, path: Path, draft: Callable[..., SourceDraft]
) -> None:
    digests = {source.sha256 for source in case.sources}
    case.add_sources([draft("Third", "Text.")])
    assert find_case(digests, path.parent) is None
    case.undo()
    assert find_case(digests, path.parent) == path


def test_save_as_moves_on_to_the_new_file(case: Case, path: Path, on_disk: OnDisk) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    target = path.with_name("elsewhere.reconciler")
    case.save_as(target)
    case.decide([M2], Verdict.REJECTED)
    assert (case.path, case.name) == (target, "elsewhere")
    assert on_disk("SELECT match FROM live_verdicts", of=path) == [(1,)]
    assert on_disk("SELECT match FROM live_verdicts ORDER BY match", of=target) == [(1,), (2,)]
    assert target.stat().st_mode & 0o777 == 0o600
    assert problem_of(lambda: Case.open(target)) is Problem.LOCKED
    with Case.open(path) as left:
        assert left.standing(M2) == Standing()
    case.close()
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "bridge.reconciler",
        "elsewhere.reconciler",
    ]


def test_save_as_replaces_a_file_only_when_told_to(case: Case, path: Path) -> None:
    target = path.with_name("other.reconciler")
    with Case.create(target) as other:
        other.save_view_state("{}")
        assert problem_of(lambda: case.save_as(target, replace=True)) is Problem.LOCKED
    assert problem_of(lambda: case.save_as(target)) is Problem.EXISTS
    case.save_as(path, replace=True)
    assert problem_of(lambda: case.save_as(path.parent, replace=True)) is Problem.IS_FOLDER
    assert case.path == path
    case.save_as(target, replace=True)
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    with Case.open(target) as again:
        assert again.standing(M1) == Standing(Verdict.CONFIRMED)
    assert sorted(each.name for each in path.parent.iterdir()) == ["bridge.reconciler", "other.reconciler"]


def test_the_log_of_a_replaced_file_does_not_get_into_the_new_one(case: Case, path: Path) -> None:
    target = path.with_name("crashed.reconciler")
    with Case.create(target) as other:
        other.save_view_state("of the other")
        for ending in ("", "-wal"):
            shutil.copyfile(f"{target}{ending}", f"{path.with_name('left.reconciler')}{ending}")
    target = path.with_name("left.reconciler")
    case.save_as(target, replace=True)
    case.close()
    with Case.open(target) as again:
        assert again.view_state is None
        assert len(again.sources) == 2


def test_a_case_that_is_only_read_can_be_saved_elsewhere_and_worked_on(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    with Case.open(path, read_only=True) as read:
        with pytest.raises(NotSavedError):
            read.undo()
        read.save_as(path.with_name("mine.reconciler"))
        assert not read.read_only
        assert read.undo().entry is not None
    assert case.standing(M1) == Standing(Verdict.CONFIRMED)


def test_rename_keeps_the_case_open_under_its_new_name(case: Case, path: Path, on_disk: OnDisk) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.rename("Bridge: what happened?")
    assert case.name == "Bridge what happened"
    case.decide([M2], Verdict.CONFIRMED)
    assert not path.exists()
    assert len(on_disk("SELECT * FROM decisions", of=case.path)) == 2
    case.close()
    assert [each.name for each in path.parent.iterdir()] == ["Bridge what happened.reconciler"]


def test_rename_takes_no_other_files_place(case: Case, path: Path) -> None:
    taken = path.with_name("taken.reconciler")
    taken.write_text("precious")
    assert problem_of(lambda: case.rename("taken")) is Problem.EXISTS
    case.rename("bridge")
    assert case.path == path
    case.decide([M1], Verdict.CONFIRMED)
    assert taken.read_text() == "precious"


def test_a_case_that_cannot_be_renamed_stays_open(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    missing = path.with_name("gone") / "x.reconciler"
    assert problem_of(lambda: case._store.rename(missing)) is Problem.NOT_FOUND
    case.decide([M1], Verdict.REJECTED)
    assert case.standing(M1) == Standing(Verdict.REJECTED)


def test_undo_and_history_move_with_the_file(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.rename("moved")
    assert case.undoable is not None
    assert case.undoable.kind is EntryKind.CONFIRM
    case.undo()
    assert case.standing(M1) == Standing()


TRASH = """
import pathlib, sys
from reconciler.case import Case
case = Case.open(pathlib.Path(sys.argv[1]))
case.move_to_trash()
"""


def test_a_case_goes_to_the_trash_and_can_be_had_back(
    case: Case, path: Path, tmp_path: Path, on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    case.decide([M1], Verdict.CONFIRMED)
    case.close()
    subprocess.run([sys.executable, "-c", TRASH, path], check=True)
    assert [each.name for each in tmp_path.iterdir()] == ["data"]
    trashed = tmp_path / "data" / "Trash" / "files" / path.name
    assert on_disk("SELECT match FROM live_verdicts", of=trashed) == [(1,)]


def test_a_case_that_a_window_has_open_is_not_put_in_the_trash(case: Case, path: Path) -> None:
    from reconciler.case.files import move_to_trash

    assert problem_of(lambda: move_to_trash(path)) is Problem.LOCKED
    assert problem_of(lambda: move_to_trash(path.with_name("none"))) is Problem.NOT_FOUND
    case.decide([M1], Verdict.CONFIRMED)
