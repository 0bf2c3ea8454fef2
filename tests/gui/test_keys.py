"""Keys: every one reachable on a French keyboard, changed with a word on conflicts, shown wherever named."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up

from reconciler.gui.actions import ACTIONS
from reconciler.gui.dialogs.keys_page import KeysPage
from reconciler.gui.dialogs.preferences import PreferencesDialog
from reconciler.gui.inspector.verdict_button import VerdictButton
from reconciler.gui.keymap import Preset, keys_of, preset_keys, with_keys
from reconciler.gui.main_window import MainWindow
from reconciler.gui.menus import key_rows
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.theme import MatchState
from reconciler.settings import Places, Preferences, PreferencesFile

PLAIN_FRENCH = "²&é\"'(-è_çà)=^$ù*<,;:!"
"""What the keys of a French keyboard give without Shift, beside the letters."""
NAMED = {
    "Space", "Backspace", "Del", "Delete", "Return", "Esc", "PgUp", "PgDown", "Left", "Right", "Up", "Down",
    *(f"F{number}" for number in range(1, 13)),
}  # fmt: skip
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> KeysPage:
    """The keys in the preferences of a window on the seeds."""
    window.preferring.show("keys")
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not window.background.jobs)
    found = dialog.page()
    assert isinstance(found, KeysPage)
    return found


def part(page: KeysPage, name: str) -> QWidget:
    """Return a part of the page by its name."""
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def press(page: KeysPage, action: str, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    """Choose an action and press the key that it is to have."""
    page.choose(action)
    edit = part(page, "key_edit")
    edit.setFocus()
    QTest.keyClick(edit, key, modifier)


def click(page: KeysPage, name: str) -> None:
    """Press a button of the page."""
    button = part(page, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()


def back_to(window: MainWindow, qtbot: QtBot) -> None:
    """Close the preferences and take the window up again, as a window manager does."""
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


# The table ------------------------------------------------------------------------------------


def reached_on_a_french_keyboard(key: str) -> bool:
    """Whether a key needs no Shift that is not part of it; of keys pressed in turn, whether none does."""
    if ", " in key:
        return all(map(reached_on_a_french_keyboard, key.split(", ")))
    last = key.rpartition("+")[2] or "+"
    return (
        last in NAMED
        or (len(last) == 1 and (last.isascii() and last.isalpha()))
        or (last.lower() in PLAIN_FRENCH)
    )


@pytest.mark.parametrize("preset", list(Preset))
def test_every_key_is_reached_on_a_french_keyboard(preset: Preset) -> None:
    keys = preset_keys(preset)
    unreached = {
        action: each
        for action, each in keys.items()
        if each and not any(reached_on_a_french_keyboard(key) for key in each)
    }
    assert unreached == {}


@pytest.mark.parametrize("preset", list(Preset))
def test_in_each_preset_no_key_stands_twice_and_no_action_loses_its_last(preset: Preset) -> None:
    keys = preset_keys(preset)
    counted = Counter(key for each in keys.values() for key in each)
    assert [key for key, count in counted.items() if count > 1] == []
    assert [spec.id for spec in ACTIONS if spec.keys and not keys[spec.id]] == []


def test_with_function_keys_no_single_letter_or_digit_decides() -> None:
    keys = preset_keys(Preset.FUNCTION)
    deciding = [spec.id for spec in ACTIONS if spec.slot.startswith(("review.relate", "review.confirm"))]
    deciding += ["reject", "unsure", "clear", "take_up", "link"]
    assert [key for action in deciding for key in keys[action] if len(key) == 1] == []


SOME_KEYS = st.sampled_from(["A", "J", "Ctrl+Z", "F5", "Ctrl+,", "Space", "Q", "nonsense key", "", "1"])


@given(
    st.lists(
        st.tuples(st.sampled_from([spec.id for spec in ACTIONS]), st.lists(SOME_KEYS, max_size=3)), max_size=8
    ),
    st.sampled_from([*Preset, "unknown"]),
)
def test_whatever_the_file_holds_no_key_stands_for_two_actions(
    changed: list[tuple[str, list[str]]], preset: str
) -> None:
    value = Preferences(key_preset=preset, keys=tuple((name, "; ".join(keys)) for name, keys in changed))
    counted = Counter(key for each in keys_of(value).values() for key in each)
    assert [key for key, count in counted.items() if count > 1] == []
    assert "" not in counted


def test_only_what_differs_is_kept() -> None:
    value = Preferences()
    value = replace(value, keys=with_keys(value, "confirm", ("Q",)))
    assert value.keys == (("confirm", "Q"),)
    assert keys_of(value)["confirm"] == ("Q",)
    assert with_keys(value, "confirm", ("A",)) == ()


# Changing --------------------------------------------------------------------------------------


def test_a_changed_key_acts_and_is_shown_wherever_it_is_named(
    page: KeysPage, window: MainWindow, places: Places, qtbot: QtBot
) -> None:
    press(page, "confirm", Qt.Key.Key_Q)
    press(page, "note", Qt.Key.Key_W)
    assert page.told() == ""
    assert PreferencesFile.load(places.preferences).value.keys == (("confirm", "Q"), ("note", "W"))
    assert window.actions_by_id["confirm"].toolTip().endswith("(Q)")
    assert ("Review", "Confirm", "Q") in key_rows(window.actions_by_id)
    button = caught_up(window.inspector).findChild(VerdictButton, "button_confirm")
    assert button is not None
    assert button.accessibleDescription() == "Key: Q"
    note = caught_up(window.inspector).findChild(QWidget, "note")
    assert note is not None
    assert note.property("placeholderText") == "Note… (W)"
    back_to(window, qtbot)
    first = window.session.current
    assert first is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
    assert window.session.state(first) is MatchState.PROPOSED
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Q)
    assert window.session.state(first) is MatchState.CONFIRMED


def test_a_key_that_is_taken_is_told_and_changes_nothing_until_it_is_settled(
    page: KeysPage, window: MainWindow, places: Places
) -> None:
    press(page, "confirm", Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.told() == "Ctrl+F is the key of “Find in all sources”: nothing was changed."
    assert PreferencesFile.load(places.preferences).value.keys == ()
    assert window.actions_by_id["find"].shortcut() == QKeySequence("Ctrl+F")
    assert window.actions_by_id["confirm"].shortcut() == QKeySequence("A")
    click(page, "key_take_over")
    assert window.actions_by_id["confirm"].shortcut() == QKeySequence("Ctrl+F")
    assert window.actions_by_id["find"].shortcut().isEmpty()
    assert page.told() == "“Find in all sources” has no key now."
    page.choose("find")
    click(page, "key_reset")
    assert "Ctrl+F is the key of “Confirm”" in page.told()
    page.choose("confirm")
    click(page, "key_reset")
    page.choose("find")
    click(page, "key_reset")
    assert PreferencesFile.load(places.preferences).value.keys == ()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Up, NO), (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Home, NO)],
)
def test_keys_that_move_and_copy_are_not_given_away(
    page: KeysPage, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    press(page, "confirm", key, modifier)
    assert "is needed to move, choose or copy" in page.told()
    assert window.actions_by_id["confirm"].shortcut() == QKeySequence("A")


def test_an_action_can_do_without_a_key_and_all_come_back(page: KeysPage, window: MainWindow) -> None:
    page.choose("quit")
    click(page, "key_none")
    press(page, "about", Qt.Key.Key_F12)
    assert window.actions_by_id["quit"].shortcut().isEmpty()
    assert window.actions_by_id["about"].shortcut() == QKeySequence("F12")
    click(page, "key_reset_all")
    assert window.actions_by_id["quit"].shortcut() == QKeySequence("Ctrl+Q")
    assert window.actions_by_id["about"].shortcut().isEmpty()


def test_a_preset_changes_all_keys_at_once(page: KeysPage, window: MainWindow, qtbot: QtBot) -> None:
    box = part(page, "key_preset")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(Preset.LEFT_HAND.value))
    back_to(window, qtbot)
    first = window.session.current
    assert first is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F)
    assert window.session.state(first) is MatchState.CONFIRMED
    assert not window.actions_by_id["focus_mode"].isChecked()
    assert window.actions_by_id["focus_mode"].shortcut() == QKeySequence("Shift+F")


def test_the_filter_finds_by_action_by_menu_and_by_key(page: KeysPage) -> None:
    field = part(page, "key_filter")
    assert isinstance(field, QLineEdit)

    def shown() -> list[str]:
        return [name for name, item in page._items.items() if not item.isHidden()]

    for typed, wanted in (
        ("linked scroll", "linked_scrolling"),
        ("f7", "linked_scrolling"),
        ("HELP tour", "tour"),
    ):
        field.setText(typed)
        assert wanted in shown()
        assert len(shown()) < 6
    field.setText("zzz")
    assert shown() == []
    field.clear()
    assert len(shown()) == len(ACTIONS)


def test_tab_leaves_the_field_in_which_a_key_is_pressed(page: KeysPage) -> None:
    page.choose("confirm")
    edit = part(page, "key_edit")
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is part(page, "key_none")
    assert page.told() == ""
    assert isinstance(edit, QKeySequenceEdit)
    assert edit.keySequence() == QKeySequence("A")


def test_changed_keys_hold_in_a_new_window_and_in_the_key_sheet(
    places: Places, open_window: Callable[[list[Path]], MainWindow], seeds: tuple[Path, Path]
) -> None:
    PreferencesFile(places.preferences).update(Preferences(keys=(("link", "F12"), ("gone_action", "F10"))))
    window = open_window(list(seeds))
    assert window.actions_by_id["link"].shortcut() == QKeySequence("F12")
    window.actions_by_id["keys"].trigger()
    sheet = window.findChild(QWidget, "key_sheet")
    assert sheet is not None
    caps = [label.text() for label in sheet.findChildren(QLabel)]
    assert "F12" in caps
    assert "L" not in caps
    case = window.session.case
    assert case is not None
    for source, place in ((0, 1), (1, 8)):
        window.session.select_statement(case.statements(case.sources[source].id)[place].id)
    said = [label.text() for label in caught_up(window.inspector).findChildren(QLabel)]
    assert any("F12 links them" in text for text in said)


def test_what_is_said_where_there_is_no_match_names_the_keys_that_are_set(window: MainWindow) -> None:
    def said(part: QWidget) -> str:
        return " ".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())

    window.queue.filters.set_filter(Filter.UNSURE)
    assert "U marks the current one" in said(window.queue)
    window.preferring.take(replace(window.preferences.value, keys=(("link", "Q"), ("unsure", "Y"))))
    assert "Y marks the current one" in said(window.queue)
    window.session.set_current(None)
    assert "press Q." in said(window.inspector)
