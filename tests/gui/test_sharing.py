"""Two windows, two machines: the second reads and takes over; network folders and conflict copies."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.campaign.cases import draft, rich_case
from tests.conftest import MakeWindow
from tests.gui.driving import case_of

from reconciler.case import Case, holder_of
from reconciler.case.loading import LARGE
from reconciler.case.store_lock import STALE_AFTER, note_path
from reconciler.gui.actions import ACTIONS, Needs
from reconciler.gui.dialogs.colleague import ColleagueDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import MatchId, Verdict

HOLDING = (
    "import pathlib, sys\n"
    "from reconciler.case import Case\n"
    "case = Case.open(pathlib.Path(sys.argv[1]), analyst='Grace')\n"
    "print('open', flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def path(open_window: MakeWindow, seeds: tuple[Path, Path], qtbot: QtBot) -> Path:
    """A case of the two seeds, closed."""
    window = open_window(seeds)
    case = window.session.case
    assert case is not None
    window.close()
    window.session.set_case(None)
    qtbot.waitUntil(lambda: not window.background.jobs)
    return case.path


def press(window: MainWindow, text: str) -> None:
    """Press the button of a notice."""
    (button,) = (each for each in window.notices.findChildren(QPushButton) if each.text() == text)
    button.click()


def taken_over(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.jobs)
    window.sharing.look()
    qtbot.waitUntil(lambda: not window.background.jobs)


def test_the_second_window_says_who_has_the_case_and_takes_it_over(
    open_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    first = open_window([path])
    first.session.set_analyst("Grace Hopper")
    second = open_window([path])
    told = second.notices.text("read_only") or ""
    assert told.startswith("Grace Hopper has this case open in another window since ")
    assert "can be changed as soon as it is closed there" in told
    taken_over(second, qtbot)
    assert case_of(second).read_only, "the first window has it still"
    here = list(case_of(second).matches)[7]
    second.session.set_current(here)
    first.session.decide(Verdict.CONFIRMED)
    decided = first.session.case.entries()[-1].matches if first.session.case else ()
    first.close_case()
    taken_over(second, qtbot)
    assert second.session.can_change
    assert second.notices.text("read_only") is None
    assert "you can change it" in (second.notices.text("taken") or "")
    assert case_of(second).standing(decided[0]).verdict is Verdict.CONFIRMED, "as it is now"
    assert second.session.current == here, "the analyst stays where they were"
    second.actions_by_id["reject"].trigger()
    assert case_of(second).standing(here).verdict is Verdict.REJECTED
    second.close_case()
    assert second.notices.keys() == ()


def test_a_large_case_is_taken_over_while_it_can_still_be_read_here(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = rich_case(tmp_path / "heavy.reconciler")
    third = draft("three", ("A third article.",))
    with Case.open(path) as case:
        case.add_sources([replace(third, article=replace(third.article, original=os.urandom(LARGE)))])
    first = Case.open(path, analyst="Grace")
    window = open_window([path])
    qtbot.waitUntil(lambda: window.session.case is not None and not window.background.jobs)
    decided = list(first.matches)[5]
    first.decide([decided], Verdict.UNSURE)
    first.close()
    for way in ("cancelled", "awaited"):
        window.sharing.look()
        assert case_of(window).read_only, "the worker reads it"
        assert [job.name for job in window.background.jobs] == ["Opening heavy…"]
        other = list(case_of(window).matches)[7]
        window.session.set_current(other)
        if way == "cancelled":
            window.background.cancel_all()
            qtbot.waitUntil(lambda: not window.background.jobs)
            assert case_of(window).read_only
            Case.open(path).close()
    qtbot.waitUntil(lambda: window.session.can_change)
    assert window.session.current == other
    assert case_of(window).standing(decided).verdict is Verdict.UNSURE
    assert "you can change it" in (window.notices.text("taken") or "")
    window.actions_by_id["reject"].trigger()
    assert case_of(window).standing(other).verdict is Verdict.REJECTED


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_it_is_taken_over_without_being_asked_when_the_other_process_is_gone(
    open_window: MakeWindow, path: Path, qtbot: QtBot, end: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        window = open_window([path])
        assert "Grace" in (window.notices.text("read_only") or "")
        if end == "killed":
            other.kill()
        else:
            other.communicate(b"")
        qtbot.waitUntil(lambda: window.session.can_change, timeout=20_000)
    assert window.notices.text("taken") is not None


def test_a_case_that_another_program_writes_to_is_read_until_it_is_done(
    open_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window = open_window([path])
        assert "another program writes to it" in (window.notices.text("read_only") or "")
        taken_over(window, qtbot)
        assert case_of(window).read_only
        other.execute("ROLLBACK")
    taken_over(window, qtbot)
    assert window.session.can_change


def test_every_act_that_changes_is_off_and_says_why(open_window: MakeWindow, path: Path) -> None:
    open_window([path])
    second = open_window([path])
    actions = second.actions_by_id
    changing = {
        Needs.CHANGE, Needs.INTAKE, Needs.MATCH_CHANGE, Needs.AGAIN, Needs.LINK, Needs.PAIR, Needs.UNDO,
        Needs.REDO, Needs.CLAIM_CHANGE,
    }  # fmt: skip
    able = [spec.id for spec in ACTIONS if spec.needs in changing and actions[spec.id].isEnabled()]
    mute = [
        spec.id
        for spec in ACTIONS
        if spec.needs in changing and "reading only" not in actions[spec.id].toolTip()
    ]
    assert (able, mute) == ([], [])
    for name in ("export", "find", "next_match", "history", "statistics", "save_case_as", "view_claims"):
        assert actions[name].isEnabled(), name
    second.actions_by_id["close_case"].trigger()
    assert "reading only" not in actions["add_source"].toolTip()


def test_what_is_only_read_is_found_and_exported(
    open_window: MakeWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from reconciler.export.values import Form

    open_window([path])
    second = open_window([path])
    second.tool_bar.find_field.setText("Nova Kakhovka")
    second.tool_bar.find_field.search_now()
    qtbot.waitUntil(lambda: " of " in second.tool_bar.hits.text() or "found" in second.tool_bar.hits.text())
    second.actions_by_id["export"].trigger()
    qtbot.waitUntil(lambda: not second.background.jobs, timeout=20_000)
    second.commands.exporting.export_to(tmp_path / "report.html", Form.HTML, "en")
    qtbot.waitUntil((tmp_path / "report.html").exists, timeout=20_000)
    assert (tmp_path / "report.html").read_text().rstrip().endswith("</html>")


def test_a_window_on_another_machine_is_named(open_window: MakeWindow, path: Path, qtbot: QtBot) -> None:
    note = {"analyst": "Ada", "machine": "lisbon", "since": "2026-01-02T03:04:05+00:00", "window": "w"}
    note_path(path).write_text(json.dumps(note | {"seen": time.time()}))
    window = open_window([path])
    assert (window.notices.text("read_only") or "").startswith("Ada has this case open on lisbon since ")
    note_path(path).write_text(json.dumps(note | {"seen": time.time() - STALE_AFTER - 1}))
    taken_over(window, qtbot)
    assert case_of(window).holder is None
    assert window.session.can_change
    note_path(path).write_text(json.dumps(note | {"seen": time.time()}))
    window.sharing.renew_hold()
    assert case_of(window).read_only, "it was taken over while this machine slept"
    assert holder_of(path).analyst == "Ada"


def test_a_case_that_the_other_window_moved_away_is_said_to_be_gone(
    open_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    first, second = open_window([path]), open_window([path])
    first.commands.case.rename_to("moved")
    qtbot.waitUntil(lambda: second.notices.text("file_gone") is not None)
    assert "open the case where it is now" in (second.notices.text("file_gone") or "")
    second.sharing.look()
    assert second.notices.text("problem") is None
    assert case_of(second).read_only


def test_a_copy_of_a_case_that_is_held_can_be_changed(
    open_window: MakeWindow, path: Path, tmp_path: Path
) -> None:
    open_window([path])
    second = open_window([path])
    second.commands.case.save_to(tmp_path / "mine.reconciler")
    assert second.session.can_change
    assert second.notices.text("read_only") is None
    assert second.actions_by_id["confirm"].isEnabled()


def test_a_folder_without_a_log_is_told(open_window: MakeWindow, path: Path) -> None:
    path.with_name(path.name + "-shm").mkdir()
    window = open_window([path])
    assert "network folder" in (window.notices.text("place") or "")
    assert window.session.can_change
    window.actions_by_id["confirm"].trigger()
    assert window.status.saved_text() == "All decisions saved"


def has_room(label: QLabel) -> bool:
    """Whether all lines of a notice are seen."""
    return label.height() >= label.heightForWidth(label.width()) > 0


def part_ways(path: Path, names: Sequence[str]) -> None:
    """Let a case be decided differently in copies of it."""
    for number, name in enumerate(names, start=1):
        copy = path.with_name(f"{path.stem}{name}.reconciler")
        shutil.copyfile(path, copy)
        with Case.open(copy, analyst="Grace") as case:
            case.decide([MatchId(number)], Verdict.CONFIRMED)


def test_a_conflict_copy_is_told_and_merged(open_window: MakeWindow, path: Path, qtbot: QtBot) -> None:
    part_ways(path, [" (conflicted copy 2026-01-02)"])
    copy = path.with_name(f"{path.stem} (conflicted copy 2026-01-02).reconciler")
    window = open_window([path])
    key = f"conflict {copy.name}"
    qtbot.waitUntil(lambda: window.notices.text(key) is not None)
    assert "It holds 1 decision" in (window.notices.text(key) or "")
    window.resize(window.minimumSizeHint().width(), 700)
    qtbot.waitUntil(lambda: all(has_room(each) for each in window.notices.findChildren(QLabel)))
    press(window, "Compare and merge…")
    qtbot.waitUntil(lambda: bool(window.findChildren(ColleagueDialog)))
    (dialog,) = window.findChildren(ColleagueDialog)
    dialog.wanted.emit()
    qtbot.waitUntil(lambda: case_of(window).standing(MatchId(1)).verdict is Verdict.CONFIRMED)
    dialog.reject()
    assert window.notices.text(key) is None
    window.close_case()
    window.opening.open_case(path)
    qtbot.waitUntil(lambda: window.notices.text(key) is not None)
    assert "can be deleted" in (window.notices.text(key) or "")


def test_a_conflict_copy_that_is_opened_leads_to_its_case(
    open_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    part_ways(path, [".sync-conflict-20260102-103045-ABCDEFG"])
    copy = path.with_name(f"{path.stem}.sync-conflict-20260102-103045-ABCDEFG.reconciler")
    window = open_window([copy])
    qtbot.waitUntil(lambda: window.notices.text("conflict_of") is not None)
    assert path.name in (window.notices.text("conflict_of") or "")
    press(window, f"Open {path.stem}")
    assert case_of(window).path == path
    assert window.notices.text("conflict_of") is None


def test_a_conflict_copy_that_cannot_be_read_is_told_as_well(
    open_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    copy = path.with_name(f"{path.stem}-conflict.reconciler")
    copy.write_bytes(path.read_bytes()[:3000])
    window = open_window([path])
    qtbot.waitUntil(lambda: window.notices.text(f"conflict {copy.name}") is not None)
    assert "damaged" in (window.notices.text(f"conflict {copy.name}") or "")
