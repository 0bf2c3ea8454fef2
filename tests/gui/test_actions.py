"""The action table: every action has its keys, its menu entry, its words, and is undoable if it changes."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reconciler.gui.actions import ACTIONS, Needs
from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import MatchState
from reconciler.model import Relation, Standing, Verdict

CHANGING = [spec for spec in ACTIONS if spec.changes]
BY_HAND = {"add_source", "add_link", "paste_source", "source_properties", "link"} | {
    "move_source_left", "move_source_right", "remove_source",
    "split_statement", "merge_statements",
    "kind_title", "kind_lead", "kind_heading", "kind_sentence", "kind_boilerplate",
    "update_source", "take_up", "reattach",
    "silence", "retarget", "split_group",  # test_by_hand.py
    "confirm_sure", "reject_rest", "confirm_up_to_here",  # test_bulk.py
    "align_again", "matching", "learn",  # test_matching.py
    "claim_wording",  # test_claims_acts.py
    "claim_corroborated", "claim_disputed", "claim_single_source", "claim_unclear",
}  # fmt: skip


def standings(window: MainWindow) -> dict[int, Standing]:
    """Return what stands for every live match."""
    case = window.session.case
    assert case is not None
    return {match: case.standing(match) for match in case.matches}


def decided(window: MainWindow) -> object:
    """Return all that the analyst says of matches."""
    case = window.session.case
    assert case is not None
    return standings(window), [case.is_pinned(match) for match in case.matches], case.silences()


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(window.focusWidget(), key, modifier)


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(
        QKeySequence(key).toString() for spec in ACTIONS for key in (*spec.keys, *spec.alternatives)
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_action_stands_in_a_menu_with_its_key_shown(window: MainWindow) -> None:
    shown: dict[str, QAction] = {}
    menus = [window.menuBar().actions()]
    while menus:
        for action in menus.pop():
            shown[action.objectName()] = action
            inner = action.menu()
            if isinstance(inner, QMenu):
                menus.append(inner.actions())
    for spec in ACTIONS:
        assert spec.id in shown, spec.id
        assert shown[spec.id].text()
        if spec.keys:
            assert shown[spec.id].shortcut() == QKeySequence(spec.keys[0]), spec.id


def test_without_a_case_only_what_needs_none_is_possible(open_window: object, window: MainWindow) -> None:
    del open_window
    window.close_case()
    for spec in ACTIONS:
        assert window.actions_by_id[spec.id].isEnabled() == (spec.needs in (Needs.NOTHING, Needs.INTAKE)), (
            spec.id
        )


@pytest.mark.parametrize(
    "spec", [spec for spec in CHANGING if spec.id not in BY_HAND], ids=lambda spec: spec.id
)
def test_whatever_changes_a_match_can_be_undone_and_redone(window: MainWindow, spec: object) -> None:
    assert hasattr(spec, "id")
    session = window.session
    first = session.current
    assert first is not None
    if spec.id == "clear":
        session.decide(Verdict.CONFIRMED)
    before = decided(window)
    window.actions_by_id[spec.id].trigger()
    after = decided(window)
    assert after != before
    window.actions_by_id["undo"].trigger()
    assert decided(window) == before
    assert session.current == first
    window.actions_by_id["redo"].trigger()
    assert decided(window) == after


def test_every_changing_action_is_covered_here() -> None:
    names = {spec.id for spec in CHANGING}
    assert names >= BY_HAND
    assert all(spec.needs is Needs.MATCH_CHANGE for spec in CHANGING if spec.id not in BY_HAND)


@pytest.mark.parametrize(
    ("key", "verdict", "relation"),
    [
        (Qt.Key.Key_A, Verdict.CONFIRMED, None),
        (Qt.Key.Key_R, Verdict.REJECTED, None),
        (Qt.Key.Key_U, Verdict.UNSURE, None),
        (Qt.Key.Key_1, Verdict.CONFIRMED, Relation.AGREES),
        (Qt.Key.Key_2, Verdict.CONFIRMED, Relation.DIFFERS),
        (Qt.Key.Key_3, Verdict.CONFIRMED, Relation.CONTRADICTS),
        (Qt.Key.Key_Ampersand, Verdict.CONFIRMED, Relation.AGREES),
        (Qt.Key.Key_Eacute, Verdict.CONFIRMED, Relation.DIFFERS),
        (Qt.Key.Key_QuoteDbl, Verdict.CONFIRMED, Relation.CONTRADICTS),
    ],
)
def test_one_key_decides_and_goes_on(
    window: MainWindow, key: Qt.Key, verdict: Verdict, relation: Relation | None
) -> None:
    first = window.session.current
    assert first is not None
    press(window, key)
    standing = window.session.standing(first)
    assert (standing.verdict, standing.relation) == (verdict, relation)
    assert window.session.current != first
    assert window.session.current is not None
    assert window.session.state(window.session.current) is MatchState.PROPOSED


def test_a_relation_on_a_confirmed_match_stays_there(window: MainWindow) -> None:
    first = window.session.current
    assert first is not None
    press(window, Qt.Key.Key_A)
    window.session.set_current(first)
    press(window, Qt.Key.Key_3)
    assert window.session.current == first
    assert window.session.standing(first).relation is Relation.CONTRADICTS


@pytest.mark.parametrize("pane", [0, 1])
def test_the_letters_work_in_the_panes_as_well(window: MainWindow, pane: int) -> None:
    window.panes.focus_pane(pane)
    first = window.session.current
    assert first is not None
    press(window, Qt.Key.Key_R)
    assert window.session.state(first) is MatchState.REJECTED
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.state(first) is MatchState.PROPOSED


def test_letters_digits_and_backspace_are_text_in_text_fields(window: MainWindow) -> None:
    before = standings(window)
    window.actions_by_id["note"].trigger()
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "are 123 ju kn lu")
    press(window, Qt.Key.Key_Backspace)
    assert field.toPlainText() == "are 123 ju kn l"
    assert standings(window) == before
    window.actions_by_id["find"].trigger()
    search = window.focusWidget()
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, 'arjk 1&"')
    assert search.text() == 'arjk 1&"'
    window.actions_by_id["filters"].trigger()
    QTest.keyClicks(window.focusWidget(), "ua 2")
    changed = {match: (now.verdict, now.relation) for match, now in standings(window).items()}
    assert changed == {match: (was.verdict, was.relation) for match, was in before.items()}


def test_space_skips_in_the_queue_but_presses_a_focused_button(window: MainWindow) -> None:
    first = window.session.current
    press(window, Qt.Key.Key_Space)
    second = window.session.current
    assert second != first
    button = next(one for one in window.tool_bar._buttons if one.defaultAction().objectName() == "reject")
    button.setFocus()
    press(window, Qt.Key.Key_Space)
    assert second is not None
    assert window.session.state(second) is MatchState.REJECTED


@pytest.mark.parametrize("width", [940, 1024, 1280, 1920])
def test_every_tool_and_the_search_field_have_room(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    for button in window.tool_bar._buttons:
        assert button.isVisible(), button.defaultAction().objectName()
    assert window.tool_bar.find_field.isVisible()
    window.actions_by_id["find"].trigger()
    assert window.focusWidget() is window.tool_bar.find_field


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_A])
def test_what_was_selected_for_linking_does_not_outlive_going_on(window: MainWindow, key: Qt.Key) -> None:
    case = window.session.case
    assert case is not None
    for source in case.sources:
        window.session.select_statement(case.statements(source.id)[-1].id)
    assert window.actions_by_id["link"].isEnabled()
    press(window, key)
    assert window.session.selected == ()
    assert not window.actions_by_id["link"].isEnabled()


def test_undo_is_named_in_the_menu(window: MainWindow) -> None:
    assert not window.actions_by_id["undo"].isEnabled() or "add" in window.actions_by_id["undo"].text()
    press(window, Qt.Key.Key_A)
    assert "confirm" in window.actions_by_id["undo"].text()
    assert "↔" in window.actions_by_id["undo"].text()
