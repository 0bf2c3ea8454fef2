"""A disk that is full while the analyst decides: shown as not saved, said so, and saved in the end."""

import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.campaign.cases import rich_case
from tests.disk import disk_full
from tests.gui.driving import asked

from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import MatchState


def limit_pages(window: MainWindow, pages: int) -> None:
    """Let SQLite refuse to grow beyond some pages, as on a full disk."""
    assert window.session.case is not None
    database = window.session.case._store._db
    assert database is not None
    database.execute(f"PRAGMA max_page_count = {pages}")


def verdicts_on_disk(window: MainWindow) -> int:
    """Count verdicts through a connection of its own."""
    assert window.session.case is not None
    db = sqlite3.connect(f"file:{window.session.case.path}?mode=ro", uri=True)
    (count,) = db.execute("SELECT count(*) FROM live_verdicts WHERE verdict IS NOT NULL").fetchone()
    db.close()
    return int(count)


@pytest.fixture
def full(window: MainWindow) -> MainWindow:
    """The window on the seeds, on a disk that has no room for another note or verdict."""
    limit_pages(window, 1)
    first = window.session.current
    assert first is not None
    while not window.session.unsaved_acts:  # some acts still fit into the pages there are
        window.session.annotate(first, "x" * 4000 + str(len(window.session.standing(first).note)))
        window.session.annotate(first, "y" * 8000)
    return window


def test_a_verdict_on_a_full_disk_is_shown_as_not_saved_and_saved_once_there_is_room(
    full: MainWindow,
) -> None:
    first = full.session.current
    assert first is not None
    before = verdicts_on_disk(full)
    QTest.keyClick(full.focusWidget(), Qt.Key.Key_R)
    assert full.session.state(first) is MatchState.REJECTED
    assert verdicts_on_disk(full) == before
    waiting = full.session.unsaved_acts
    assert full.status.saved_text().startswith(str(waiting))
    assert "not saved" in full.status.saved_text()
    assert "disk" in (full.notices.text("unsaved") or "")
    limit_pages(full, 1_000_000)
    again = next(one for one in full.notices.findChildren(QPushButton) if one.text() == "Try again now")
    again.click()
    assert full.notices.text("unsaved") is None
    assert full.status.saved_text() == "All decisions saved"
    assert verdicts_on_disk(full) == before + 1


def test_a_decision_that_waited_keeps_who_made_it_and_what_they_saw(full: MainWindow) -> None:
    match, me = full.session.current, full.session.analyst
    QTest.keyClick(full.focusWidget(), Qt.Key.Key_F2)
    QTest.keyClick(full.focusWidget(), Qt.Key.Key_R)
    full.commands.analyst.change_to("Grace")
    QTest.keyClick(full.focusWidget(), Qt.Key.Key_F2)
    limit_pages(full, 1_000_000)
    full.session.save_waiting()
    case = full.session.case
    assert case is not None
    assert match is not None
    last = case.decisions(match)[-1]
    assert (last.analyst, last.score_visible) == (me, False)
    assert (case.analyst, case.score_visible) == ("Grace", True)


def test_closing_with_decisions_that_are_not_saved_asks_first(full: MainWindow) -> None:
    full.close()
    assert full.isVisible()
    box = full.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "could not be saved" in box.text()
    next(one for one in box.buttons() if one.text() == "Keep open").click()
    assert full.isVisible()
    assert full.session.unsaved_acts
    limit_pages(full, 1_000_000)
    full.close()
    assert not full.isVisible()


def test_another_case_takes_the_place_of_unsaved_decisions_only_when_it_may(
    full: MainWindow, tmp_path: Path
) -> None:
    assert full.session.case is not None
    here, other = full.session.case.path, tmp_path / "other.reconciler"
    rich_case(other)
    waiting = full.session.unsaved_acts
    full.opening.open_case(other)
    assert "could not be saved" in asked(full, "Keep open")
    assert full.session.case.path == here
    assert full.session.unsaved_acts == waiting
    full.opening.open_case(other)
    asked(full, "Close and lose them")
    assert full.session.case.path == other
    assert not full.session.case.read_only, "the other case was let go of when it was not wanted"
    assert not full.session.unsaved_acts


def test_a_moved_case_is_opened_again_only_when_what_is_not_saved_may_be_lost(full: MainWindow) -> None:
    case = full.session.case
    assert case is not None
    waiting, moved = full.session.unsaved_acts, case.path.with_name("moved.reconciler")
    case.path.rename(moved)
    full.opening.open_case(moved)
    assert "could not be saved" in asked(full, "Keep open")
    assert full.session.case is case
    assert full.session.unsaved_acts == waiting
    full.opening.open_case(moved, at_once=True)
    asked(full, "Close and lose them")
    assert full.session.case is not None
    assert full.session.case.path == moved
    assert full.session.can_change


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of files there")
def test_a_case_that_ends_beside_its_log_says_so_before_it_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    case, first = window.session.case, window.session.current
    assert case is not None
    assert first is not None
    qtbot.waitUntil(lambda: not window.background.jobs)
    window.session.annotate(first, "x" * 100_000)
    log = case.path.with_name(case.path.name + "-wal")
    with disk_full(case.path):
        window.close_case()
        assert log.name in asked(window, "Keep open")
        assert window.session.case is case
        window.close()
        asked(window, "Close all the same")
        assert not window.isVisible()
    assert log.exists()
