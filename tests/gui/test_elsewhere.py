"""The inspector tells what corresponds in the sources that are not shown, and leads there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.conftest import MakeWindow
from tests.gui.driving import caught_up
from tests.gui.eight_sources import make_case

from reconciler.gui.inspector.elsewhere_view import ElsewhereView
from reconciler.gui.main_window import MainWindow
from reconciler.model import MatchId, Verdict


@pytest.fixture
def eight(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on eight articles of one event."""
    path = tmp_path / "eight.reconciler"
    make_case(path)
    return open_window([path])


def shown(window: MainWindow) -> list[QPushButton]:
    (view,) = caught_up(window.inspector).findChildren(ElsewhereView)
    return [each for each in view.findChildren(QPushButton) if each.isVisibleTo(window)]


def first_with_others(window: MainWindow) -> MatchId:
    case = window.session.case
    assert case is not None
    for number in case.matches:
        window.session.set_current(number)
        if len(shown(window)) > 1:
            return number
    raise AssertionError("no match has counterparts elsewhere")


def test_counterparts_in_other_sources_are_named_and_gone_to(eight: MainWindow) -> None:
    case = eight.session.case
    assert case is not None
    first_with_others(eight)
    button = shown(eight)[0]
    letter, number = button.text().split(" ")
    assert button.accessibleName().startswith(f"Also in source {letter}, statement {number}, ")
    assert letter not in {case.source(each).letter for each in eight.panes.shown_sources()}
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert letter in {case.source(each).letter for each in eight.panes.shown_sources()}
    current = eight.session.current
    assert current is not None
    ends = [case.statement(end) for end in case.ends(current)]
    assert (letter, int(number)) in {(case.source(each.source).letter, each.ordinal) for each in ends}


def test_what_is_rejected_leads_nowhere(eight: MainWindow) -> None:
    case = eight.session.case
    assert case is not None
    current = first_with_others(eight)
    before = len(shown(eight))
    ends = set(case.ends(current))
    others = [each for end in ends for each in case.matches_of(end) if each != current]
    case_change = eight.session.perform(lambda open_case: open_case.decide(others, Verdict.REJECTED))
    assert case_change
    assert before > 1
    assert shown(eight) == []


def test_with_two_sources_nothing_is_said(window: MainWindow) -> None:
    assert window.session.current is not None
    assert shown(window) == []
