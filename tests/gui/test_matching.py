"""What counts as a match, aligning the rest again, and learning: what keys do, and what decisions become."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up

from reconciler.alignment import FEWEST, MODEL, Lesson, ReasonName, Settings
from reconciler.gui.dialogs.matching import MatchingDialog, ReachSlider
from reconciler.gui.inspector.reasons_view import ReasonRow, ReasonsView, adds_up, unfolded
from reconciler.gui.learning import IDLE_MS
from reconciler.gui.main_window import MainWindow
from reconciler.gui.matching_messages import lesson_words
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.queue_list import QueueList
from reconciler.model import EntryKind, MatchId, Reason, Verdict

Open = Callable[[Sequence[Path]], MainWindow]
THINGS = (
    "bakery", "bridge", "cinema", "dam", "factory", "ferry", "garage", "harbour", "hospital", "library",
    "market", "mill", "mine", "museum", "orchard", "pier", "quarry", "railway", "school", "shipyard",
    "stadium", "station", "theatre", "tower", "tunnel", "vineyard", "warehouse", "windmill",
)  # fmt: skip
WHO = ("council", "mayor", "owner", "region")


@pytest.fixture
def town(speak: Callable[[str], None], open_window: Open, tmp_path: Path) -> MainWindow:
    """The window on two reports that tell the same of many places, each in its own words."""
    speak("en")
    first = [
        f"The {WHO[place % 4]} closed the old {thing} after the flood damaged its walls."
        for place, thing in enumerate(THINGS)
    ]
    second = [
        f"Because of the flood the {thing} was closed, the {WHO[(place + place % 3) % 4]} said."
        for place, thing in enumerate(THINGS)
    ]
    paths = [tmp_path / "morning.txt", tmp_path / "noon.txt"]
    for path, sentences in zip(paths, (first, second), strict=True):
        path.write_text("\n\n".join(["What the flood closed", *sentences]), encoding="utf-8")
    return open_window(paths)


def confidences(window: MainWindow, verdict: Verdict | None = None) -> dict[MatchId, float]:
    """Return the matches that have this verdict, with their confidence."""
    case = window.session.case
    assert case is not None
    return {
        number: match.confidence
        for number, match in case.matches.items()
        if case.standing(number).verdict is verdict
    }


def settings(window: MainWindow) -> Settings:
    """Return how the case is aligned."""
    case = window.session.case
    assert case is not None
    return case.settings


def decide(window: MainWindow, count: int, *, every: int = 3) -> None:
    """Decide so many matches, each `every`-th with no, the others with yes."""
    for number, match in enumerate(list(confidences(window))[:count]):
        window.session.set_current(match)
        assert window.session.decide(Verdict.REJECTED if number % every == 0 else Verdict.CONFIRMED)


def has_learnt(window: MainWindow) -> bool:
    return window.learning.lesson is not None


def ranked(window: MainWindow, qtbot: QtBot) -> None:
    """Have the rest ranked without waiting for the analyst to pause, and wait until it is."""
    with qtbot.waitSignal(window.learning.ranked, timeout=30_000):
        window.learning.rank_now()


def aligned_again(window: MainWindow, qtbot: QtBot) -> str:
    """Wait until aligning again has ended, and return what is said of it."""
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=30_000)
    return window.notices.text("aligned_again") or window.status.said_text()


def dialog_of(window: MainWindow) -> MatchingDialog:
    """Open the dialog by its key."""
    window.activateWindow()  # what a window manager does when a dialog before it has closed
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    (found,) = (dialog for dialog in window.findChildren(MatchingDialog) if dialog.isVisible())
    return found


# What counts as a match ---------------------------------------------------------------------------


def test_the_slider_is_moved_by_keys_and_its_place_kept_in_the_case(town: MainWindow, qtbot: QtBot) -> None:
    before = set(confidences(town))
    dialog = dialog_of(town)
    slider = dialog.findChild(ReachSlider)
    assert isinstance(slider, ReachSlider)
    assert dialog.reach() == 0.5
    words = slider.accessibleDescription()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert dialog.reach() == 0.0
    assert slider.accessibleDescription() != words
    QTest.keyClick(slider, Qt.Key.Key_Return)
    said = aligned_again(town, qtbot)
    assert settings(town).reach == 0.0
    after = set(confidences(town))
    assert after < before
    less = len(before - after)
    assert f"{less} proposal{'s' if less > 1 else ''} less; what you decided stands" in said
    assert dialog_of(town).reach() == 0.0


def test_what_another_place_would_do_is_said_before_it_is_done(
    town: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = town.session.case
    assert case is not None
    dialog = dialog_of(town)
    slider = dialog.findChild(ReachSlider)
    assert isinstance(slider, ReachSlider)
    before = confidences(town)
    said: list[str] = []
    monkeypatch.setattr(dialog, "show_effect", said.append)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: any("again gives" in each for each in said), timeout=30_000)
    assert confidences(town) == before
    assert case.undoable is None
    dialog.accept()
    foreseen = next(each for each in said if "again gives" in each)
    assert foreseen.removeprefix("Aligning again gives ") in aligned_again(town, qtbot)


def test_leaving_the_dialog_leaves_the_case_as_it_is(town: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(town)
    slider = dialog.findChild(ReachSlider)
    assert isinstance(slider, ReachSlider)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert dialog.reach() == 0.625
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not town.background.jobs, timeout=30_000)
    assert settings(town).reach == 0.5


def test_the_queue_has_a_button_for_it(town: MainWindow) -> None:
    button = town.queue.filters._tool
    assert button is not None
    assert button.isVisible()
    assert button.accessibleName() == "What counts as a match"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert town.findChildren(MatchingDialog)


# Aligning again -----------------------------------------------------------------------------------


def test_aligning_again_is_one_act_that_leaves_decisions_alone(town: MainWindow, qtbot: QtBot) -> None:
    case = town.session.case
    assert case is not None
    decide(town, 6)
    dialog = dialog_of(town)
    slider = dialog.findChild(ReachSlider)
    assert isinstance(slider, ReachSlider)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    before, decided = confidences(town), {one: confidences(town, one) for one in Verdict}
    entries = len(case.entries())
    dialog.accept()
    aligned_again(town, qtbot)
    assert confidences(town) != before
    assert {one: confidences(town, one) for one in Verdict} == decided
    assert [each.kind for each in case.entries()[entries:]] == [EntryKind.REALIGN]
    assert "align the rest again" in town.actions_by_id["undo"].text()
    town.actions_by_id["undo"].trigger()
    assert confidences(town) == before
    assert settings(town).reach == 0.5
    assert town.notices.text("aligned_again") is None
    town.actions_by_id["redo"].trigger()
    assert settings(town).reach == 0.0


def test_aligning_again_the_same_way_writes_nothing(town: MainWindow, qtbot: QtBot) -> None:
    case = town.session.case
    assert case is not None
    decide(town, 2)
    entries = case.entries()
    QTest.keyClick(town.focusWidget(), Qt.Key.Key_F5)
    assert aligned_again(town, qtbot) == "Aligned again: nothing changes"
    assert case.entries() == entries


def test_the_current_match_stays_current(town: MainWindow, qtbot: QtBot) -> None:
    last = max(confidences(town), key=lambda match: confidences(town)[match])
    town.session.set_current(last)
    dialog = dialog_of(town)
    slider = dialog.findChild(ReachSlider)
    assert isinstance(slider, ReachSlider)
    QTest.keyClick(slider, Qt.Key.Key_End)
    dialog.accept()
    aligned_again(town, qtbot)
    assert town.session.current == last


# Learning -----------------------------------------------------------------------------------------


def test_after_enough_decisions_the_rest_is_ranked_anew_in_a_pause(town: MainWindow, qtbot: QtBot) -> None:
    before = confidences(town)
    decide(town, FEWEST - 1)
    assert not has_learnt(town)
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        decide(town, 1)
    lesson = town.learning.lesson
    assert lesson is not None
    assert lesson.decisions == FEWEST
    after = confidences(town)
    assert set(after) < set(before)
    assert all(after[match] != before[match] for match in after)
    assert lesson_words(lesson) in town.status.said_text()
    case = town.session.case
    assert case is not None
    assert len(case.entries()) == FEWEST + 1, "ranking is no act of the analyst"


def test_nothing_is_ranked_anew_while_one_moves_from_match_to_match(town: MainWindow, qtbot: QtBot) -> None:
    decide(town, FEWEST)
    matches = list(confidences(town))
    began = town.learning.is_due
    for number in range(IDLE_MS // 50 + 10):
        town.session.set_current(matches[number % 2])
        qtbot.wait(50)
        assert not town.background.jobs
    assert began
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        pass


def test_too_few_decisions_teach_nothing_and_it_is_said_how_many_there_are(
    town: MainWindow, qtbot: QtBot
) -> None:
    decide(town, 7)
    before = confidences(town)
    town.learning.rank_now()
    qtbot.waitUntil(lambda: not town.background.jobs)
    assert confidences(town) == before
    dialog = dialog_of(town)
    box = dialog.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    assert box.accessibleDescription() == "Learns from 20 decisions on; 7 so far."


def test_learning_is_switched_off_on_and_taken_back(town: MainWindow, qtbot: QtBot) -> None:
    plain = confidences(town)
    decide(town, FEWEST)
    ranked(town, qtbot)
    learnt = confidences(town)
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        QTest.keyClick(town.focusWidget(), Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert not settings(town).learn
    assert not town.actions_by_id["learn"].isChecked()
    assert confidences(town) == {match: plain[match] for match in learnt}
    assert town.learning.lesson is None
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        town.actions_by_id["undo"].trigger()
    assert town.actions_by_id["learn"].isChecked()
    assert confidences(town) == learnt
    dialog = dialog_of(town)
    box = dialog.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    assert box.accessibleDescription().startswith(f"Learnt from {FEWEST} decisions: ")
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        box.click()
    assert not settings(town).learn
    assert box.accessibleDescription() == "Off: proposals are ranked as the program came."


def test_what_was_learnt_goes_when_decisions_are_taken_back(town: MainWindow, qtbot: QtBot) -> None:
    plain = confidences(town)
    decide(town, FEWEST)
    ranked(town, qtbot)
    town.actions_by_id["undo"].trigger()
    ranked(town, qtbot)
    assert town.learning.lesson is None
    assert confidences(town) == {match: plain[match] for match in confidences(town)}


def test_a_decision_overtakes_a_ranking_under_way(town: MainWindow, qtbot: QtBot) -> None:
    decide(town, FEWEST)
    before = confidences(town)
    town.learning.rank_now()
    assert town.background.jobs
    decide(town, 1)
    qtbot.waitUntil(lambda: not town.background.jobs, timeout=30_000)
    now = confidences(town)
    assert now == {match: before[match] for match in now}, "its result was dropped"
    ranked(town, qtbot)
    assert town.learning.lesson is not None
    assert town.learning.lesson.decisions == FEWEST + 1


def test_a_ranking_gives_way_to_what_the_analyst_asks_for(town: MainWindow, qtbot: QtBot) -> None:
    decide(town, FEWEST)
    town.learning.rank_now()
    (ranking,) = town.background.jobs
    town.actions_by_id["align_again"].trigger()
    assert ranking.task.cancelled()
    aligned_again(town, qtbot)
    assert town.learning.lesson is not None, "aligning again learns as well"


def test_ranking_moves_the_queue_only_where_it_is_ordered_by_confidence(
    town: MainWindow, qtbot: QtBot
) -> None:
    decide(town, FEWEST)
    town.queue.select_first_undecided()
    current = town.session.current
    in_document = town.queue.visible_matches()
    ranked(town, qtbot)
    assert town.queue.visible_matches() == in_document
    assert town.session.current == current
    town.queue.filters.set_order(Order.MOST_CERTAIN)
    now = confidences(town)
    assert list(town.queue.visible_matches()) == sorted(now, key=lambda match: -now[match])
    decide(town, 4, every=1)
    ranked(town, qtbot)
    now = confidences(town)
    assert list(town.queue.visible_matches()) == sorted(now, key=lambda match: -now[match])


def test_the_row_that_is_read_stays_where_it_is_on_screen(town: MainWindow, qtbot: QtBot) -> None:
    town.resize(1000, 560)
    town.queue.filters.set_order(Order.LEAST_CERTAIN)
    town.queue.filters.set_filter(Filter.ALL)
    decide(town, FEWEST)
    rows = town.findChild(QueueList)
    assert isinstance(rows, QueueList)
    current = list(confidences(town))[2]
    town.session.set_current(current)
    QTest.qWait(0)
    place = rows.visualRect(rows.currentIndex()).top()
    ranked(town, qtbot)
    assert town.session.current == current
    moved = abs(rows.visualRect(rows.currentIndex()).top() - place)
    bar = rows.verticalScrollBar()
    assert moved == 0 or bar.value() in (bar.minimum(), bar.maximum())


def test_the_inspector_shows_the_confidence_that_a_decision_keeps(town: MainWindow, qtbot: QtBot) -> None:
    case = town.session.case
    assert case is not None
    decide(town, FEWEST)
    town.queue.select_first_undecided()
    current = town.session.current
    assert current is not None
    old = case.matches[current]
    ranked(town, qtbot)
    view = caught_up(town.inspector).findChild(ReasonsView)
    assert isinstance(view, ReasonsView)
    shown = case.matches[current]
    assert shown.confidence != old.confidence
    assert f"{min(max(round(shown.confidence * 100), 1), 99)} % likely" in view._likely.text()
    assert town.session.decide(Verdict.CONFIRMED)
    ranked(town, qtbot)
    with sqlite3.connect(f"file:{case.path}?mode=ro", uri=True) as db:
        (kept,) = db.execute(
            "SELECT confidence, evidence, model, score_visible FROM decisions ORDER BY id DESC LIMIT 1"
        ).fetchall()
        early = db.execute(
            "SELECT count(DISTINCT model), min(score_visible) FROM decisions WHERE id <= 20"
        ).fetchall()
    db.close()
    confidence, evidence, model, visible = kept
    assert confidence == shown.confidence
    assert json.loads(evidence) == [{"name": each.name, "value": each.value} for each in shown.reasons]
    assert ReasonName.LEARNT in {each["name"] for each in json.loads(evidence)}
    assert (model, visible) == (MODEL, 1)
    assert early == [(1, 1)]
    assert case.matches[current].confidence == shown.confidence, "what is decided is not ranked"


def test_a_case_left_before_it_was_ranked_is_ranked_when_it_is_opened(town: MainWindow, qtbot: QtBot) -> None:
    case = town.session.case
    assert case is not None
    path = case.path
    decide(town, FEWEST)
    before = confidences(town)
    town.close_case()
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        assert town.opening.open_case(path)
    assert town.learning.lesson is not None
    assert set(confidences(town)) == set(before)
    assert confidences(town) != before


def test_what_was_learnt_is_known_when_the_case_is_opened_again(town: MainWindow, qtbot: QtBot) -> None:
    case = town.session.case
    assert case is not None
    path = case.path
    with qtbot.waitSignal(town.learning.ranked, timeout=30_000):
        decide(town, FEWEST)
    learnt = town.learning.lesson
    assert learnt is not None
    town.close_case()
    assert town.opening.open_case(path)
    assert town.learning.lesson == learnt
    assert town.session.case is not None
    town.session.set_current(next(iter(town.session.case.matches)))
    town.close_case()
    with closing(sqlite3.connect(path)) as db, db:
        # Of a file from elsewhere nothing is taken that can't be a lesson.
        db.execute("DROP TRIGGER runs_no_update")
        db.execute("UPDATE runs SET settings = replace(settings, '\"shift\"', '\"shaft\"')")
        db.execute(
            "CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs "
            "BEGIN SELECT RAISE(ABORT, 'rows of runs are never changed or taken away'); END"
        )
    assert town.opening.open_case(path)
    assert town.learning.lesson is None


# In words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shift", "scales", "words"),
    [
        (0.05, {}, "about as strict as the program."),
        (-0.4, {}, "you are a little stricter than the program."),
        (
            -1.6,
            {ReasonName.NAMES: 0.7},
            "you are stricter than the program; counts for less than before: names.",
        ),
        (
            0.9,
            {ReasonName.WORDS: 1.3, ReasonName.DATES: 0.8, ReasonName.WORDING: 1.05},
            "than the program; counts for less than before: dates; counts for more than before: words.",
        ),
    ],
)
def test_a_lesson_in_words(
    town: MainWindow, shift: float, scales: dict[ReasonName, float], words: str
) -> None:
    del town
    said = lesson_words(Lesson(24, shift, scales))
    assert said.startswith("Learnt from 24 decisions: ")
    assert said.endswith(words)


def reasons(*values: float) -> tuple[Reason, ...]:
    return tuple(Reason(name, value) for name, value in zip(ReasonName, values, strict=False))


def test_reasons_that_say_little_are_folded_but_never_all() -> None:
    assert [one.value for one in unfolded(reasons(2.0, -0.1, -1.0, 0.05))] == [2.0, -1.0]
    assert len(unfolded(reasons(2.0, 0.1))) == 2, "a button takes as much room as the one row"
    assert [one.value for one in unfolded(reasons(0.1, 0.05, 0.02))] == [0.1, 0.05]


def test_the_inspector_says_that_reasons_add_up_and_unfolds_the_small_ones(
    town: MainWindow,
) -> None:
    case = town.session.case
    assert case is not None
    view = caught_up(town.inspector).findChild(ReasonsView)
    assert isinstance(view, ReasonsView)
    assert all(adds_up(match) for match in case.matches.values())
    # Four that speak, two that hardly do.
    match = replace(next(iter(case.matches.values())), reasons=reasons(2.0, 1.0, -0.1, -1.5, 0.9, 0.05))
    view.show_match(match)
    shown = [row for row in view.findChildren(ReasonRow) if row.isVisible()]
    assert len(shown) == len(unfolded(match.reasons))
    more = view.findChild(QPushButton)
    assert isinstance(more, QPushButton)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    shown = [row for row in view.findChildren(ReasonRow) if row.isVisible()]
    assert len(shown) == len(match.reasons)
    assert not more.isVisible()
    assert town.focusWidget() in shown
