"""After an undo, or in another case, the window says and shows nothing of what no longer holds."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.conftest import MakeWindow
from tests.gui.driving import case_of
from tests.gui.eight_sources import make_case
from tests.gui.version_driver import accept_later, decided_on

from reconciler.case import Case
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.queue_model import ROW_ROLE, QueueRow
from reconciler.model import Verdict

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(window: MainWindow, name: str) -> None:
    window.actions_by_id[name].trigger()


@pytest.fixture
def updated(open_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on a decided case of which source A got a later text: the notice of that is shown."""
    window = decided_on(open_window, tmp_path, qtbot)
    accept_later(window, qtbot)
    assert "Source A has its later text." in (window.notices.text("updated") or "")
    return window


def test_the_notice_of_a_later_text_goes_with_that_text(updated: MainWindow) -> None:
    press(updated, "undo")
    assert updated.notices.text("updated") is None


def test_the_notice_of_a_later_text_counts_what_is_left(updated: MainWindow, qtbot: QtBot) -> None:
    case = case_of(updated)
    flagged = [match for match in case.matches if case.is_flagged(match)]
    assert flagged
    for match in flagged:
        updated.session.set_current(match)
        updated.session.decide(Verdict.CONFIRMED)
    qtbot.waitUntil(lambda: "to look at again" not in (updated.notices.text("updated") or ""))


def test_the_notice_of_one_case_does_not_stand_over_another(updated: MainWindow, tmp_path: Path) -> None:
    make_case(tmp_path / "eight.reconciler")
    updated.opening.open_case(tmp_path / "eight.reconciler", at_once=True)
    assert updated.notices.keys() == ()


@pytest.mark.parametrize("way", ["escape", "button"])
def test_the_tour_gives_the_own_case_back(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot, way: str
) -> None:
    own = tmp_path / "eight.reconciler"
    make_case(own)
    window = open_window([own])
    press(window, "tour")
    tour = window.commands.help.tour_shown
    qtbot.waitUntil(lambda: tour.is_shown, timeout=60_000)
    assert case_of(window).path != own
    if way == "escape":
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    else:
        next(each for each in window.findChildren(QPushButton) if each.text() == "End the tour").click()
    qtbot.waitUntil(lambda: window.session.case is not None and case_of(window).path == own)


@pytest.fixture
def three(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on three articles of one event."""
    path = tmp_path / "three.reconciler"
    make_case(path)
    with Case.open(path) as case:
        for source in case.sources[3:]:
            case.remove_source(source.id)
    window = open_window([path])
    window.queue.filters.set_filter(Filter.ALL)
    shown = {*window.panes.shown_sources()}
    case = case_of(window)
    between = (one for one in case.matches if {case.statement(end).source for end in case.ends(one)} == shown)
    window.session.set_current(next(between))
    return window


def rows(window: MainWindow) -> dict[int, str]:
    """Return what the queue calls each match, as its rows are painted."""
    window.grab()
    model = window.queue.findChild(type(window.queue._model))
    assert model is not None
    found = [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]
    return {int(each.match): each.name for each in found if isinstance(each, QueueRow)}


def letters(window: MainWindow) -> list[str]:
    return [case_of(window).source(each).letter for each in window.panes.shown_sources()]


def test_undoing_the_removal_of_a_source_brings_back_what_was_seen(three: MainWindow) -> None:
    before, seen, current = rows(three), letters(three), three.session.current
    assert seen == ["A", "B"]
    three.panes.focus_pane(0)
    press(three, "remove_source")
    assert letters(three) == ["B", "C"]
    assert all("B" not in name for name in rows(three).values()), "two sources need no letters"
    press(three, "undo")
    assert rows(three) == before
    assert letters(three) == seen
    assert three.session.current == current


def test_what_was_said_of_an_act_goes_when_it_is_undone(three: MainWindow) -> None:
    three.panes.focus_pane(0)
    press(three, "remove_source")
    assert "was removed" in three.status.said_text()
    press(three, "undo")
    assert three.status.said_text() == "Undone: remove 1 source(s)"
    press(three, "redo")
    assert three.status.said_text() == "Done again: remove 1 source(s)"


def test_what_was_said_of_one_act_goes_with_the_next(three: MainWindow) -> None:
    three.say("A word on an act")
    three.session.set_current(next(iter(case_of(three).matches)))
    three.session.decide(Verdict.REJECTED)
    assert three.status.said_text() == ""


def test_the_tour_waits_for_the_sample_also_where_something_is_decided_meanwhile(
    three: MainWindow, qtbot: QtBot
) -> None:
    own, tour = case_of(three).path, three.commands.help.tour_shown
    press(three, "tour")
    three.session.decide(Verdict.REJECTED)
    qtbot.waitUntil(lambda: tour.is_shown, timeout=60_000)
    assert case_of(three).path != own
