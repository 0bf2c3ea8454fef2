"""What corresponds to nothing: searched for among the best candidates, said by one key, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.hand_driver import ask, at, key, linked, said, statement

from reconciler.gui.history_rows import Fate, act_row
from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import MatchState
from reconciler.model import MadeBy, Silence


@pytest.mark.parametrize("which", [Qt.Key.Key_0, Qt.Key.Key_Agrave], ids=["0", "à"])
def test_nothing_corresponds_is_kept_after_a_look_and_undone(
    hand: MainWindow, qtbot: QtBot, which: Qt.Key
) -> None:
    case = hand.session.case
    assert case is not None
    at(hand, 0, 4)
    key(hand, which)
    dialog = ask(hand)
    assert case.silences() == (), "nothing is written before the analyst has looked"
    qtbot.waitUntil(lambda: not hand.background.jobs)
    first = dialog.shown()[0]
    assert (first.name, first.likely) != ("", "")
    assert len(dialog.shown()) <= 5
    QTest.keyClick(dialog, which)
    wanted = Silence(statement(hand, 0, 4).id, case.sources[1].id)
    assert case.silences() == (wanted,)
    match = case.match_between(wanted.statement, statement(hand, 1, 4).id)
    assert match is not None
    assert hand.session.state(match.id) is MatchState.REJECTED, "what was proposed there is rejected with it"
    view = hand.panes.views()[0]
    assert view.tag(4) == "searched, nothing in B"
    assert "A5: searched, nothing in B" in said(hand)
    at(hand, 0, 3)
    key(hand, Qt.Key.Key_Down)
    assert "searched, nothing in B" in view.accessibleDescription()
    row = act_row(case, case.entries()[-1], Fate.STANDS, None)
    assert row.what == "Nothing corresponds to A5 in B"
    hand.actions_by_id["undo"].trigger()
    assert case.silences() == ()
    assert view.tag(4) == ""
    assert hand.session.state(match.id) is MatchState.PROPOSED
    hand.actions_by_id["redo"].trigger()
    assert view.tag(4) == "searched, nothing in B"


def test_the_mark_of_a_silence_is_painted_on_its_statement(hand: MainWindow) -> None:
    view = hand.panes.views()[0]
    before = view.grab().toImage()
    case = hand.session.case
    assert case is not None
    hand.session.perform(lambda case: case.set_silence(statement(hand, 0, 2).id, case.sources[1].id, True))
    assert view.grab().toImage() != before


def test_a_candidate_is_linked_instead_by_its_digit(hand: MainWindow, qtbot: QtBot) -> None:
    at(hand, 0, 2)
    key(hand, Qt.Key.Key_0)
    dialog = ask(hand)
    qtbot.waitUntil(lambda: not hand.background.jobs)
    assert len(dialog.shown()) > 1
    second = dialog.shown()[1]
    QTest.keyClick(dialog, Qt.Key.Key_Eacute)
    assert linked(hand) == {("A3", second.name)}
    case = hand.session.case
    assert case is not None
    assert case.silences() == ()
    current = hand.session.current
    assert current is not None
    assert case.matches[current].made_by is MadeBy.HAND
    assert case.matches[current].confidence > 0, "the model's own score is kept"


def test_return_links_what_was_chosen_with_the_arrows_and_else_says_nothing_corresponds(
    hand: MainWindow, qtbot: QtBot
) -> None:
    at(hand, 0, 3)
    key(hand, Qt.Key.Key_0)
    dialog = ask(hand)
    qtbot.waitUntil(lambda: not hand.background.jobs)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert linked(hand) == {("A4", "B4")}
    at(hand, 0, 4)
    key(hand, Qt.Key.Key_0)
    QTest.keyClick(ask(hand).focusWidget(), Qt.Key.Key_Return)
    case = hand.session.case
    assert case is not None
    assert [each.statement for each in case.silences()] == [statement(hand, 0, 4).id]


def test_nothing_is_said_to_correspond_where_a_match_is_confirmed(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    match = case.match_between(statement(hand, 0, 0).id, statement(hand, 1, 1).id)
    assert match is not None
    hand.session.set_current(match.id)
    key(hand, Qt.Key.Key_A)
    hand.panes.show_sources(case.sources[0].id, case.sources[1].id)
    at(hand, 0, 0)
    key(hand, Qt.Key.Key_0)
    dialog = ask(hand)
    assert any("B2" in label.text() and "reject" in label.text() for label in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_0)
    assert dialog.isVisible()
    assert case.silences() == ()


def test_a_second_time_the_silence_is_taken_back(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    for _time in range(2):
        at(hand, 0, 2)
        key(hand, Qt.Key.Key_0)
        QTest.keyClick(ask(hand), Qt.Key.Key_0)
    assert case.silences() == ()
    assert hand.panes.views()[0].tag(2) == ""


def test_escape_leaves_everything_as_it_was(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    entries = case.entries()
    at(hand, 1, 2)
    key(hand, Qt.Key.Key_0)
    QTest.keyClick(ask(hand), Qt.Key.Key_Escape)
    assert case.entries() == entries


def test_focus_mode_dims_a_statement_that_was_searched_in_vain(hand: MainWindow) -> None:
    view = hand.panes.views()[0]
    hand.commands.reading.set_focus_mode(on=True)
    assert not view.is_dimmed(2)
    case = hand.session.case
    assert case is not None
    hand.session.perform(lambda case: case.set_silence(statement(hand, 0, 2).id, case.sources[1].id, True))
    assert view.is_dimmed(2)
    hand.actions_by_id["undo"].trigger()
    assert not view.is_dimmed(2)
