"""A colleague's case beside this one: figures, disagreements settled from the keyboard, all undone."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from reconciler.case import Case, check
from reconciler.gui.dialogs.colleague import ColleagueDialog
from reconciler.gui.dialogs.statistics import StatisticsDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import EntryKind, MatchId, Relation, Verdict


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def bo(window: MainWindow, tmp_path: Path) -> Path:
    """Bo's copy of the case, decided otherwise in part; Ada's own decisions are in the window."""
    case = window.session.case
    assert case is not None
    path = tmp_path / "bo.reconciler"
    assert case.checkpoint()
    path.write_bytes(case.path.read_bytes())
    first, second, third, fourth = list(case.matches)[:4]
    with Case.open(path, analyst="Bo") as other:
        other.decide([first], Verdict.CONFIRMED)
        other.decide([second], Verdict.REJECTED)
        other.annotate(second, "not the same day")
        other.decide([third], Verdict.CONFIRMED, Relation.CONTRADICTS)
        other.decide([fourth], Verdict.UNSURE)
    window.session.set_analyst("Ada")
    case.decide([first], Verdict.CONFIRMED)
    case.decide([second], Verdict.CONFIRMED)
    case.decide([third], Verdict.CONFIRMED, Relation.DIFFERS)
    return path


@pytest.fixture
def shown(window: MainWindow, bo: Path, qtbot: QtBot) -> ColleagueDialog:
    window.commands.colleague.compare_with(bo)
    qtbot.waitUntil(lambda: bool(window.findChildren(ColleagueDialog)))
    (dialog,) = window.findChildren(ColleagueDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def lines(dialog: ColleagueDialog) -> list[str]:
    model = dialog.findChildren(QListView)[0].model()
    return [str(model.index(row, 0).data()).split("   ")[1] for row in range(model.rowCount())]


def bring_in(dialog: ColleagueDialog, qtbot: QtBot) -> QPushButton:
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text().startswith("Bring in"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled(), "it is under way"
    qtbot.waitUntil(lambda: button.text() == "Everything is brought in")
    return button


def second_and_third(window: MainWindow) -> tuple[Case, MatchId, MatchId]:
    case = window.session.case
    assert case is not None
    _, second, third = list(case.matches)[:3]
    return case, second, third


def test_it_shows_how_far_both_agree_and_changes_nothing_yet(
    shown: ColleagueDialog, window: MainWindow
) -> None:
    case, second, _ = second_and_third(window)
    said = plain(shown.words())
    assert "Verdicts: 2 of 3 alike (67 %), Cohen’s kappa 0.00" in said
    assert "Relations: 0 of 1 alike (0 %), Cohen’s kappa 0.00 (these decisions give no interval)" in said
    assert "only in this case: 0" in said
    assert "only in the colleague’s: 1" in said
    assert lines(shown) == ["not brought in yet"] * 2
    assert case.standing(second).verdict is Verdict.CONFIRMED


def test_keys_settle_one_after_the_other_and_each_names_both(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, second, third = second_and_third(window)
    items = shown.findChildren(QListView)[0]
    QTest.keyClick(items, Qt.Key.Key_A)
    assert case.disputes() == (), "there is nothing to settle before the decisions are in"
    button = bring_in(shown, qtbot)
    assert not button.isEnabled()
    assert case.disputes() == (second, third)
    assert lines(shown) == ["to settle", "to settle"]
    items.setCurrentIndex(items.model().index(0, 0))
    QTest.keyClick(items, Qt.Key.Key_R)
    assert case.standing(second).verdict is Verdict.REJECTED
    assert case.standing(second).note == "not the same day\nsettles Ada: confirmed, Bo: rejected"
    assert items.currentIndex().row() == 1, "it goes on to the next one"
    QTest.keyClick(items, Qt.Key.Key_3)
    assert case.standing(third).relation is Relation.CONTRADICTS
    assert lines(shown) == ["settled: rejected", "settled: confirmed (contradicts)"]
    assert "All disagreements are settled." in shown.words()
    assert [each.kind for each in case.entries()[-3:]] == [
        EntryKind.IMPORT,
        EntryKind.SETTLE,
        EntryKind.SETTLE,
    ]


def test_after_bringing_in_by_key_the_keys_are_those_of_the_list(
    shown: ColleagueDialog, qtbot: QtBot
) -> None:
    (button,) = (each for each in shown.findChildren(QPushButton) if each.text().startswith("Bring in"))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: button.text() == "Everything is brought in")
    assert shown.focusWidget() is shown.findChildren(QListView)[0]


def test_undo_opens_a_settled_one_again_and_takes_back_what_came_in(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, second, third = second_and_third(window)
    button = bring_in(shown, qtbot)
    items = shown.findChildren(QListView)[0]
    items.setCurrentIndex(items.model().index(0, 0))
    QTest.keyClick(items, Qt.Key.Key_U)
    window.session.undo()
    assert case.disputes() == (second, third)
    assert lines(shown) == ["to settle", "to settle"]
    window.session.undo()
    assert case.disputes() == ()
    assert case.standing(second).verdict is Verdict.CONFIRMED
    qtbot.waitUntil(button.isEnabled)
    assert lines(shown) == ["not brought in yet"] * 2


def test_what_waits_to_be_settled_waits_in_the_queue_too(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, second, _ = second_and_third(window)
    bring_in(shown, qtbot)
    shown.reject()
    assert case.is_flagged(second)
    assert second in window.queue.visible_matches()
    window.session.set_current(second)
    window.session.decide(Verdict.CONFIRMED)
    assert not case.is_disputed(second)


def test_a_case_of_other_articles_is_refused_in_one_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "else.reconciler"
    Case.create(other).close()
    window.commands.colleague.compare_with(other)
    qtbot.waitUntil(lambda: window.notices.text("problem") is not None)
    assert not window.findChildren(ColleagueDialog)


def test_the_words_are_french_too(
    window: MainWindow, bo: Path, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("fr")
    window.commands.colleague.compare_with(bo)
    qtbot.waitUntil(lambda: bool(window.findChildren(ColleagueDialog)))
    (dialog,) = window.findChildren(ColleagueDialog)
    assert "Verdicts : 2 sur 3 identiques" in plain(dialog.words())
    assert "kappa de Cohen 0,00" in plain(dialog.words())
    dialog.reject()


def test_the_file_holds_together_after_all_of_it(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, _, _ = second_and_third(window)
    bring_in(shown, qtbot)
    QTest.keyClick(shown.findChildren(QListView)[0], Qt.Key.Key_1)
    assert case.checkpoint()
    assert check(case.path) == ()


def refuse(error: Exception) -> None:
    raise error


def hold_worker(window: MainWindow) -> Callable[[], None]:
    """Keep the worker busy until what is answered is called."""
    gate = Event()
    window.background.run("held", lambda _task: gate.wait(20), lambda _done: None, refuse)
    return gate.set


def halt(dialog: ColleagueDialog) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Cancel")
    return found


def test_bringing_in_can_be_given_up_and_leaves_the_case_as_it_was(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, _, _ = second_and_third(window)
    before = case.journal()
    (button,) = (each for each in shown.findChildren(QPushButton) if each.text().startswith("Bring in"))
    go_on = hold_worker(window)
    button.click()
    assert not button.isEnabled()
    assert shown.findChildren(QProgressBar)[0].isVisible()
    QTest.mouseClick(halt(shown), Qt.MouseButton.LeftButton)
    go_on()
    qtbot.waitUntil(lambda: not window.background.jobs)
    assert case.journal() == before
    assert button.isEnabled()
    assert not halt(shown).isVisible()
    assert "Bring the decisions in first" in shown.words()
    bring_in(shown, qtbot)
    assert len(case.disputes()) == 2


def test_what_is_decided_while_it_is_reckoned_is_reckoned_with(
    shown: ColleagueDialog, window: MainWindow, qtbot: QtBot
) -> None:
    case, second, third = second_and_third(window)
    go_on = hold_worker(window)
    fourth = list(case.matches)[3]
    (button,) = (each for each in shown.findChildren(QPushButton) if each.text().startswith("Bring in"))
    button.click()
    reckoned = Event()
    window.background.run("after it", lambda _task: reckoned.set(), lambda _done: None, refuse)
    go_on()
    assert reckoned.wait(20), "the worker has its answer, which the window has not heard yet"
    case.decide([fourth], Verdict.CONFIRMED)
    qtbot.waitUntil(lambda: button.text() == "Everything is brought in")
    assert case.disputes() == (second, third, fourth)
    assert check(case.path) == ()


def test_statistics_do_not_deny_the_verdicts_that_came_in(window: MainWindow, bo: Path, qtbot: QtBot) -> None:
    with Case.open(bo, analyst="Bo") as other:
        other.decide([list(other.matches)[4]], Verdict.REJECTED)
    window.commands.colleague.compare_with(bo)
    qtbot.waitUntil(lambda: bool(window.findChildren(ColleagueDialog)))
    (shown,) = window.findChildren(ColleagueDialog)
    bring_in(shown, qtbot)
    shown.reject()
    window.actions_by_id["statistics"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(StatisticsDialog)))
    (dialog,) = window.findChildren(StatisticsDialog)
    qtbot.waitUntil(lambda: dialog.statistics is not None)
    said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog)]
    assert any("Verdicts that were brought in or carried over are not counted here." in each for each in said)
