"""A case file that is moved, deleted or replaced while it is open: noticed, told, saved whole elsewhere."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.conftest import MakeWindow
from tests.disk import disk_full
from tests.gui.driving import asked, case_of
from tests.gui.eight_sources import make_case

from reconciler.case import Case, check
from reconciler.gui.app import Faults
from reconciler.gui.dialogs.export import ExportDialog
from reconciler.gui.dialogs.fault_dialog import FaultDialog
from reconciler.gui.main_window import MainWindow
from reconciler.gui.report.report_view import ReportView
from reconciler.model import Verdict

CTRL = Qt.KeyboardModifier.ControlModifier
NOTICE = "file_gone"


@pytest.fixture
def window(open_window: MakeWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on a case in which one match was decided."""
    path = tmp_path / "here" / "case.reconciler"
    path.parent.mkdir()
    make_case(path)
    made = open_window([path])
    made.session.set_current(next(iter(case_of(made).matches)))
    made.session.decide(Verdict.REJECTED)
    yield made
    made.session.set_case(None)


def decide_next(window: MainWindow) -> None:
    match = next(one for one in case_of(window).matches if window.session.standing(one).verdict is None)
    window.session.set_current(match)
    window.session.decide(Verdict.CONFIRMED)


def verdicts(case: Case) -> dict[int, Verdict | None]:
    return {int(match): case.standing(match).verdict for match in case.matches}


def button(parent: MainWindow | QMessageBox, text: str) -> QPushButton:
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text)


def test_the_next_decision_after_a_deletion_says_that_the_file_is_gone(window: MainWindow) -> None:
    assert window.status.saved_text() == "All decisions saved"
    case_of(window).path.unlink()
    decide_next(window)
    assert window.status.saved_text() == "Case file gone"
    told = window.notices.text(NOTICE) or ""
    assert "case.reconciler" in told
    assert "lost when this window closes, unless you save the case again" in told


def test_a_file_that_is_moved_is_noticed_without_a_key_and_forgotten_when_it_is_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    path = case_of(window).path
    away = path.rename(path.with_name("away.reconciler"))
    qtbot.waitUntil(lambda: window.notices.text(NOTICE) is not None, timeout=10_000)
    away.rename(path)
    qtbot.waitUntil(lambda: window.notices.text(NOTICE) is None, timeout=10_000)
    assert window.status.saved_text() == "All decisions saved"


def test_another_file_in_its_place_is_noticed(window: MainWindow, tmp_path: Path) -> None:
    shutil.copy(case_of(window).path, tmp_path / "copy")
    (tmp_path / "copy").replace(case_of(window).path)
    decide_next(window)
    assert window.notices.text(NOTICE) is not None


@pytest.mark.parametrize("name", ["elsewhere.reconciler", "case.reconciler"])
def test_saving_makes_a_whole_case_of_one_whose_file_is_gone(window: MainWindow, name: str) -> None:
    path = case_of(window).path
    path.unlink()
    decide_next(window)
    kept = verdicts(case_of(window))
    assert Verdict.CONFIRMED in kept.values()
    assert Verdict.REJECTED in kept.values()
    target = path.with_name(name)
    button(window, "Save case as…").click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert case_of(window).path == target
    assert window.notices.keys() == ()
    assert window.status.saved_text() == "All decisions saved"
    decide_next(window)
    kept = verdicts(case_of(window))
    window.session.set_case(None)
    assert [each.name for each in path.parent.iterdir()] == [name], "nothing is left beside it"
    assert check(target) == ()
    with Case.open(target) as again:
        assert verdicts(again) == kept


def test_nothing_is_lost_when_a_case_without_its_file_is_renamed_or_put_in_the_trash(
    window: MainWindow,
) -> None:
    path = case_of(window).path
    path.unlink()
    window.commands.case.rename_to("other")
    window.commands.case.delete_now()
    assert case_of(window).path == path
    decide_next(window)
    window.commands.case.save_to(path.with_name("saved.reconciler"))
    assert {Verdict.CONFIRMED, Verdict.REJECTED} < set(verdicts(case_of(window)).values())


def test_closing_a_case_whose_file_is_gone_asks_first(window: MainWindow) -> None:
    case_of(window).path.unlink()
    window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "no longer in its place" in box.text()
    assert button(box, "Save case as…").isDefault()
    button(box, "Keep open").click()
    assert window.isVisible()
    assert window.session.case is not None


def test_a_moved_case_is_opened_where_it_is_now_with_all_decisions(window: MainWindow) -> None:
    path = case_of(window).path
    away = path.rename(path.with_name("away.reconciler"))
    decide_next(window)
    kept = verdicts(case_of(window))
    window.opening.open_case(away, at_once=True)
    assert case_of(window).path == away
    assert verdicts(case_of(window)) == kept
    assert window.notices.text(NOTICE) is None


def test_report_and_export_say_in_a_sentence_that_the_file_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    faults: list[object] = []
    window.fault.connect(faults.append)
    path = case_of(window).path
    path.unlink()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_3, CTRL)
    view = window.findChild(ReportView)
    assert isinstance(view, ReportView)
    qtbot.waitUntil(lambda: not window.background.jobs)
    labels = [each.text() for each in view.findChildren(QLabel) if each.isVisible()]
    assert any("case.reconciler is no longer there" in each for each in labels)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E, CTRL)
    assert "Save the case under another name" in (window.notices.text("problem") or "")
    assert faults == []
    window.commands.case.save_to(path.with_name("saved.reconciler"))
    qtbot.waitUntil(lambda: view.is_ready and bool(view.paper.toPlainText()), timeout=30_000)


@pytest.mark.parametrize("gone", [False, True])
def test_a_fault_promises_only_what_was_looked_after(window: MainWindow, *, gone: bool) -> None:
    if gone:
        case_of(window).path.unlink()
    Faults(window).show(ValueError("seven"))
    dialog = window.findChild(FaultDialog)
    assert dialog is not None
    told = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert ("all that you decided is written in it" in told) is not gone
    assert ("save the case under another name before you quit" in told) is gone
    dialog.accept()


@pytest.fixture
def reading(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on a case that is open for reading only."""
    path = tmp_path / "here" / "case.reconciler"
    path.parent.mkdir()
    make_case(path)
    made = open_window([])
    made.opening.open_case(path, read_only=True, at_once=True)
    assert case_of(made).read_only
    return made


def test_a_case_that_is_only_read_and_moved_is_noticed_and_nothing_is_asked_on_leaving(
    reading: MainWindow, qtbot: QtBot
) -> None:
    path = case_of(reading).path
    path.rename(path.with_name("away.reconciler"))
    qtbot.waitUntil(lambda: reading.notices.text(NOTICE) is not None, timeout=10_000)
    told = reading.notices.text(NOTICE) or ""
    assert "open the case where it is now" in told
    assert "What you decide" not in told
    reading.close()
    assert reading.findChild(QMessageBox) is None
    assert not reading.isVisible()


def test_what_stands_in_the_place_of_a_case_that_is_only_read_is_not_taken_for_it(
    reading: MainWindow, tmp_path: Path
) -> None:
    path, matches = case_of(reading).path, list(case_of(reading).matches)
    make_case(tmp_path / "other.reconciler", confirmed=False)
    (tmp_path / "other.reconciler").replace(path)
    reading.commands.case.save_to(tmp_path / "mine.reconciler")
    assert "is no longer there" in (reading.notices.text("problem") or "")
    assert not (tmp_path / "mine.reconciler").exists()
    reading.actions_by_id["export"].trigger()
    assert reading.findChild(ExportDialog) is None
    assert list(case_of(reading).matches) == matches
    reading.opening.open_case(path, at_once=True)
    assert reading.session.can_change, "it is opened as it is now"
    assert reading.notices.text(NOTICE) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of files there")
def test_whoever_stays_after_all_is_asked_again_the_next_time(window: MainWindow) -> None:
    case = case_of(window)
    window.session.annotate(next(iter(case.matches)), "x" * 100_000)
    with disk_full(case.path):
        case.path.unlink()
        window.close_case()
        assert "no longer in its place" in asked(window, "Close all the same")
        assert "-wal" in asked(window, "Keep open")
        window.close_case()
        assert "no longer in its place" in asked(window, "Keep open")
    assert case_of(window) is case
