"""The guide in both languages with the keys of now, and the tour through the sample."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reconciler.gui.actions import ACTIONS
from reconciler.gui.dialogs.guide import GuideDialog, guide_text
from reconciler.gui.dialogs.key_sheet import KeySheet
from reconciler.gui.main_window import MainWindow
from reconciler.gui.notice_bar import Choice
from reconciler.gui.style import style_sheet
from reconciler.gui.theme import light
from reconciler.gui.tour import Bubble, bubble_place

Open = Callable[[list[Path]], MainWindow]
KEYS = {spec.id: spec.keys[0] for spec in ACTIONS if spec.keys}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_that_the_guide_names_is_one(language: str, qtbot: QtBot) -> None:
    markdown = guide_text(language, KEYS)
    assert "{" not in markdown
    assert "**…**" not in markdown, "an action without a key, or one that is none"
    guide = GuideDialog(language, KEYS, light())
    qtbot.addWidget(guide)
    text = guide.text.toPlainText()
    assert "Ctrl+Shift+T" in text
    assert "*" not in text
    assert guide.contents.count() == 12


def test_a_changed_key_is_told_with_its_new_name(qtbot: QtBot) -> None:
    guide = GuideDialog("en", {**KEYS, "confirm": "Y_*"}, light())
    qtbot.addWidget(guide)
    assert "Y_* confirms" in guide.text.toPlainText()


def test_the_contents_lead_to_their_headings(qtbot: QtBot) -> None:
    guide = GuideDialog("en", KEYS, light())
    qtbot.addWidget(guide)
    guide.show()
    guide.contents.setCurrentRow(3)
    title = guide.contents.item(3).text()
    heading_at = guide.text.document().find(title, 0, QTextDocument.FindFlag.FindCaseSensitively)
    assert heading_at.block().text() == title
    assert 0 <= guide.text.cursorRect(heading_at).top() < 60


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_of_the_contents_is_read_whole(language: str, qtbot: QtBot) -> None:
    guide = GuideDialog(language, KEYS, light())
    qtbot.addWidget(guide)
    guide.setStyleSheet(style_sheet(light()))
    guide.show()
    contents, padding = guide.contents, 2 * 8
    metrics = contents.fontMetrics()
    for row in range(contents.count()):
        item = contents.item(row)
        assert item is not None
        area = contents.visualItemRect(item)
        room = contents.viewport().width() - padding
        wraps = metrics.horizontalAdvance(item.text()) > room
        assert area.height() >= (2 if wraps else 1) * metrics.height(), item.text()


def test_guide_opens_once_and_from_the_sheet_of_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["keys"].trigger()
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    button = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Guide")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.actions_by_id["guide"].trigger()
    assert len(window.findChildren(GuideDialog)) == 1
    assert not sheet.isVisible()
    del qtbot


def heading(bubble: Bubble) -> str:
    return next(label.text() for label in bubble.findChildren(QLabel) if label.property("role") == "heading")


@pytest.fixture
def touring(open_window: Open, qtbot: QtBot) -> MainWindow:
    """The window at the first step of the tour."""
    window = open_window([])
    start = next(
        button for button in window.start_page.findChildren(QPushButton) if button.text() == "Take the tour"
    )
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.commands.help.tour_shown.is_shown, timeout=60_000)
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=60_000)
    return window


def test_five_steps_of_which_a_verdict_ends_one(touring: MainWindow) -> None:
    tour = touring.commands.help.tour_shown
    assert touring.session.case is not None
    assert len(touring.session.case.sources) == 2
    seen = []
    for _step in range(3):
        bubble = tour.bubble
        assert bubble is not None
        seen.append(heading(bubble))
        QTest.keyClick(touring.focusWidget(), Qt.Key.Key_Space)
    assert tour.bubble is not None
    seen.append(heading(tour.bubble))
    current = touring.session.current
    assert current is not None
    QTest.keyClick(touring.focusWidget(), Qt.Key.Key_A)
    assert touring.session.standing(current).verdict is not None
    seen.append(heading(tour.bubble))
    assert len(set(seen)) == 5
    QTest.keyClick(touring.focusWidget(), Qt.Key.Key_Space)
    assert not tour.is_shown
    assert touring.focusWidget().accessibleName() == "Matches"


def test_enter_leads_on_in_the_tour_as_space_does(touring: MainWindow) -> None:
    tour = touring.commands.help.tour_shown
    assert tour.bubble is not None
    first = heading(tour.bubble)
    QTest.keyClick(touring.focusWidget(), Qt.Key.Key_Return)
    assert heading(tour.bubble) != first


def test_enter_presses_the_button_of_a_notice_that_has_the_keys(touring: MainWindow) -> None:
    pressed = []
    touring.notices.show_notice("done", "It is done.", [Choice("Show", lambda: pressed.append("shown"))])
    (button,) = (each for each in touring.notices.findChildren(QPushButton) if each.text() == "Show")
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["shown"]


def test_escape_and_closing_the_case_end_the_tour(touring: MainWindow) -> None:
    tour = touring.commands.help.tour_shown
    QTest.keyClick(touring.focusWidget(), Qt.Key.Key_Escape)
    assert not tour.is_shown
    tour.begin()
    touring.close_case()
    assert not tour.is_shown


def test_the_words_stay_within_the_window_beside_what_they_speak_of() -> None:
    room, bubble = QRect(0, 0, 1280, 800), QRect(0, 0, 330, 180)
    for target in (
        QRect(0, 60, 236, 700), QRect(236, 60, 748, 700), QRect(984, 60, 296, 700),
        QRect(0, 30, 1280, 40), QRect(0, 770, 1280, 30), QRect(0, 0, 1280, 800),
    ):  # fmt: skip
        placed = QRect(bubble_place(target, bubble, room), bubble.size())
        assert room.contains(placed)
        if target.width() * target.height() < 1280 * 400:
            assert not placed.intersects(target)


def test_the_tour_begins_again_in_the_sample_that_is_open(touring: MainWindow, qtbot: QtBot) -> None:
    tour = touring.commands.help.tour_shown
    QTest.keyClick(touring.focusWidget(), Qt.Key.Key_Escape)
    assert not tour.is_shown
    touring.actions_by_id["tour"].trigger()
    qtbot.waitUntil(lambda: tour.is_shown)
