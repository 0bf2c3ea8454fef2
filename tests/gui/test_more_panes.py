"""Up to four articles side by side: chosen by letter, linked across, with notes of what is elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.benchmarks.made_case import make_case as make_large
from tests.conftest import MakeWindow
from tests.gui.eight_sources import make_case

from reconciler.gui.main_window import MainWindow
from reconciler.gui.panes.elsewhere import boxes, note_words
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId, Verdict

ALT = Qt.KeyboardModifier.AltModifier
WIDE = 1920


@pytest.fixture
def wide(open_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A wide window on eight articles of one event."""
    path = tmp_path / "eight.reconciler"
    make_case(path)
    window = open_window([path])
    widen(window, qtbot, WIDE)
    show(window, "AB")
    return window


def widen(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 900)
    qtbot.waitUntil(lambda: window.width() == width)
    QApplication.processEvents()


def show(window: MainWindow, letters: str) -> None:
    case = window.session.case
    assert case is not None
    ids = {source.letter: source.id for source in case.sources}
    window.session.set_current(None)
    window.panes.show_sources(*(ids[letter] for letter in letters))


def letters_of(window: MainWindow) -> str:
    case = window.session.case
    assert case is not None
    letters = {source.id: source.letter for source in case.sources}
    return "".join(letters[each] for each in window.panes.shown_sources())


def press(
    window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget(), key, keys)
    QApplication.processEvents()


def match_between(window: MainWindow, one: str, other: str) -> MatchId:
    """Return the first match between two sources, by letter and number, as in "A2"."""
    case = window.session.case
    assert case is not None
    ids = {source.letter: source.id for source in case.sources}
    ends = [case.statements(ids[name[0]])[int(name[1:]) - 1].id for name in (one, other)]
    found = case.match_between(*ends)
    assert found is not None
    return found.id


def test_panes_are_added_and_taken_away_by_key(wide: MainWindow) -> None:
    press(wide, Qt.Key.Key_Plus, ALT)
    assert letters_of(wide) == "ABC"
    press(wide, Qt.Key.Key_Equal, ALT)  # the same key of a French keyboard, unshifted
    assert letters_of(wide) == "ABCD"
    assert all(pane.isVisible() for pane in wide.panes.panes())
    press(wide, Qt.Key.Key_Plus, ALT)
    assert letters_of(wide) == "ABCD"
    assert wide.status.said_text() == "Four articles at most stand side by side"
    press(wide, Qt.Key.Key_2, ALT)
    press(wide, Qt.Key.Key_Minus, ALT)
    assert letters_of(wide) == "ACD"
    assert wide.panes.focused_pane() == 1
    wide.focus_queue()
    press(wide, Qt.Key.Key_Minus, ALT)
    press(wide, Qt.Key.Key_Minus, ALT)
    assert letters_of(wide) == "AC"
    assert wide.status.said_text() == "Two articles at least stand side by side"
    assert len([pane for pane in wide.panes.panes() if pane.isVisible()]) == 2


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_pane_is_given_another_source_by_its_letter(wide: MainWindow, qtbot: QtBot) -> None:
    show(wide, "ABC")
    wide.panes.focus_pane(1)

    def choose(letter: str) -> None:
        press(wide, Qt.Key.Key_V)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClicks(menu, letter)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    choose("F")
    assert letters_of(wide) == "AFC"
    choose("C")
    assert letters_of(wide) == "ACF"


def test_a_narrow_window_shows_fewer_and_a_wide_one_all_again(wide: MainWindow, qtbot: QtBot) -> None:
    show(wide, "ABCD")
    wide.session.set_current(match_between(wide, "C1", "D1"))
    widen(wide, qtbot, 1280)
    assert letters_of(wide) == "CD"
    press(wide, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert letters_of(wide) == "ACD"
    assert wide.columns.sizes()[0] == wide.columns.sizes()[2] == 0
    press(wide, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert letters_of(wide) == "CD"
    assert all(wide.columns.sizes())
    widen(wide, qtbot, WIDE)
    assert letters_of(wide) == "ABCD"


def test_what_there_is_no_room_for_is_told(wide: MainWindow, qtbot: QtBot) -> None:
    widen(wide, qtbot, 1280)
    press(wide, Qt.Key.Key_Plus, ALT)
    assert letters_of(wide) == "AB"
    assert wide.status.said_text() == (
        "Source C is shown as soon as there is room: widen the window, or press Shift+F11"
    )


def test_a_match_brings_its_sources_side_by_side(wide: MainWindow) -> None:
    show(wide, "ABCD")
    for one, other in (("A2", "H2"), ("E3", "F1"), ("B1", "G1"), ("A1", "D1")):
        wide.session.set_current(match_between(wide, one, other))
        shown = letters_of(wide)
        assert len(shown) == 4
        assert abs(shown.index(one[0]) - shown.index(other[0])) == 1


def test_an_article_that_stays_is_left_where_it_is_read(wide: MainWindow, qtbot: QtBot) -> None:
    show(wide, "ABC")
    widen(wide, qtbot, WIDE)
    wide.set_text_size(30)
    bar = wide.panes.views()[1].verticalScrollBar()
    wide.panes.set_linked_scrolling(on=False)
    bar.setValue(60)
    assert bar.value() == 60
    article = wide.panes.views()[1]
    first, second, third = wide.panes.shown_sources()
    wide.panes.show_sources(second, first, third)
    assert wide.panes.views()[0] is article
    assert abs(article.position() - 60) <= 2


def test_ribbons_run_between_neighbours_and_notes_tell_the_rest(wide: MainWindow) -> None:
    show(wide, "ABC")
    bands = wide.panes.bands()
    assert [band.accessibleName() for band in bands] == [
        "Links between source A and source B",
        "Links between source B and source C",
    ]
    buttons = [pane.header.choose.accessibleName() for pane in wide.panes.panes()]
    assert buttons == [f"Show another source in the place of source {letter}" for letter in "ABC"]
    first, middle, last = wide.panes.views()
    assert note_words(first.note(0)) == "also in C, D, E, G, H"
    assert note_words(middle.note(0)) == "also in D, E, G, H"
    assert note_words(last.note(4)) == "also in D, F"
    assert "also in D, F" in last.spoken(4)
    show(wide, "ACDF")
    assert note_words(wide.panes.views()[1].note(4)) == "also in F"
    show(wide, "FCD")
    assert wide.panes.views()[1].note(4) == ()


def test_a_note_follows_a_verdict(wide: MainWindow) -> None:
    show(wide, "ABC")
    match = match_between(wide, "A2", "H2")
    assert note_words(wide.panes.views()[0].note(1)) == "also in C, D, E, G, perhaps in H"
    case = wide.session.case
    assert case is not None
    wide.session.perform(lambda case: case.decide([match], Verdict.REJECTED))
    assert "H" not in note_words(wide.panes.views()[0].note(1))
    wide.session.perform(lambda case: case.decide([match], Verdict.CONFIRMED))
    assert note_words(wide.panes.views()[0].note(1)) == "also in C, D, E, G, H"


def test_a_letter_of_a_note_leads_there(wide: MainWindow) -> None:
    show(wide, "ABC")
    view = wide.panes.views()[0]
    (letter, box) = boxes(view.note(0), *view._note_corner(0))[-1]
    assert letter.letter == "H"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert wide.session.current == match_between(wide, "A1", "H1")
    assert letters_of(wide) == "AHC"


def test_the_bars_of_an_article_between_two_say_how_it_stands_with_each(wide: MainWindow) -> None:
    show(wide, "ABC")
    links = wide.panes._links
    assert links.edges(1, 0) == (MatchState.CONFIRMED, MatchState.CONFIRMED)
    show(wide, "AHB")
    assert wide.panes._links.edges(1, 1) == (MatchState.PROPOSED, None)
    assert wide.panes.views()[1].state(1) is MatchState.PROPOSED
    headers = [pane.header.linked.text() for pane in wide.panes.panes()]
    assert headers == ["3 of 6 linked", "3 of 4 linked", "2 of 4 linked"]


def test_scrolling_one_article_takes_all_others_along(wide: MainWindow, qtbot: QtBot) -> None:
    show(wide, "ABCD")
    wide.set_text_size(32)
    widen(wide, qtbot, WIDE)
    views = wide.panes.views()
    ends = [view.verticalScrollBar().maximum() for view in views]
    assert all(ends)
    for driver in (0, 2, 3):
        for view in views:
            view.scroll_to(0)
        for value in range(0, ends[driver] + 40, 40):
            views[driver].verticalScrollBar().setValue(value)
        for view, end in zip(views, ends, strict=True):
            assert end - view.position() <= 3
    wide.panes.set_linked_scrolling(on=False)
    views[0].verticalScrollBar().setValue(0)
    assert [view.position() for view in views[1:]] == ends[1:]


def test_a_match_levels_what_corresponds_in_all_panes(wide: MainWindow, qtbot: QtBot) -> None:
    show(wide, "ABCD")
    wide.set_text_size(28)
    widen(wide, qtbot, WIDE)
    wide.session.set_current(match_between(wide, "B2", "C2"))
    tops = [view.card(1).top() for view in wide.panes.views()]
    assert max(tops) - min(tops) <= 3


def test_statements_of_three_panes_are_linked_at_once(wide: MainWindow) -> None:
    show(wide, "ACD")
    for pane, place in ((0, 5), (1, 4), (2, 2)):
        view = wide.panes.views()[pane]
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            view.card(place).center().toPoint(),
        )
    assert len(wide.session.selected) == 3
    before = set(wide.session.case.matches) if wide.session.case else set()
    press(wide, Qt.Key.Key_L)
    case = wide.session.case
    assert case is not None
    made = set(case.matches) - before
    assert {wide.session.state(each) for each in made} == {MatchState.CONFIRMED}
    assert len(made) == 3


def test_the_keys_reach_every_pane_and_the_inspector(wide: MainWindow) -> None:
    show(wide, "ABCD")
    for key, pane in ((Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_4, 3)):
        press(wide, key, ALT)
        assert wide.panes.focused_pane() == pane
    press(wide, Qt.Key.Key_QuoteDbl, ALT)
    assert wide.panes.focused_pane() == 2
    press(wide, Qt.Key.Key_5, ALT)
    assert wide.inspector.isAncestorOf(wide.focusWidget())
    wide.actions_by_id["view_claims"].trigger()
    press(wide, Qt.Key.Key_4, ALT)
    assert wide.panes.focused_pane() == 3
    show(wide, "AB")
    wide.focus_queue()
    press(wide, Qt.Key.Key_3, ALT)
    assert wide.inspector.isAncestorOf(wide.focusWidget())


def test_a_counterpart_is_jumped_to_in_each_neighbour_and_back(wide: MainWindow) -> None:
    show(wide, "ABC")
    wide.panes.focus_pane(1)
    wide.panes.views()[1].set_focus_place(1)
    reached = []
    for _step in range(2):
        press(wide, Qt.Key.Key_G)
        reached.append(wide.panes.focused_pane())
    assert sorted(reached, key=str) == [0, 2]
    press(wide, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert wide.panes.focused_statement() is not None
    assert wide.panes.focused_pane() == 1


def test_the_choice_comes_back_with_the_case(wide: MainWindow, open_window: MakeWindow) -> None:
    show(wide, "DBGA")
    wide.session.set_current(match_between(wide, "B1", "G1"))
    case = wide.session.case
    assert case is not None
    path = case.path
    wide.close()
    reopened = open_window([path])
    reopened.resize(WIDE, 900)
    QApplication.processEvents()
    assert letters_of(reopened) == "DBGA"


def test_a_source_that_is_removed_leaves_the_others(wide: MainWindow) -> None:
    show(wide, "ABCD")
    wide.panes.focus_pane(1)
    wide.actions_by_id["remove_source"].trigger()
    assert len(wide.panes.shown_sources()) == 3
    texts = [pane.header.outlet.text() for pane in wide.panes.panes()]
    assert "Agence Littoral" not in texts


def test_pointing_lights_counterparts_up_in_all_panes(wide: MainWindow) -> None:
    show(wide, "ABCD")
    view = wide.panes.views()[0]
    QTest.mouseMove(view.viewport(), QPoint(3, 3))
    QTest.mouseMove(view.viewport(), view.card(0).center().toPoint())
    assert [other.lit() for other in wide.panes.views()] == [frozenset({0})] * 4


def test_a_match_far_down_is_gone_to_at_once_after_all_was_set_anew(
    open_window: MakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / "large.reconciler"
    make_large(path, 900, 40, 0)
    window = open_window([path])
    case = window.session.case
    assert case is not None
    last = max(case.matches, key=lambda each: case.statement(case.matches[each].left).ordinal)
    window.set_text_size(window.text_size + 1)
    window.session.set_current(last)
    views, match = window.panes.views(), case.matches[last]
    tops = [
        view.card(case.statement(statement).ordinal - 1).top()
        for view, statement in zip(views, (match.left, match.right), strict=True)
    ]
    assert not views[0].is_measured
    assert tops[0] == tops[1]
    assert 0 < tops[0] < views[0].viewport().height() / 2
    window.panes.resize(window.panes.width() - 60, window.panes.height())
    assert case.statement(match.left).ordinal - 1 in views[0].visible()


def test_another_language_leaves_four_articles_where_they_are(
    wide: MainWindow, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("en")
    show(wide, "ABCD")
    wide.session.set_current(match_between(wide, "C1", "D1"))
    wide.panes.focus_pane(3)
    wide.panes.views()[3].set_focus_place(2)
    wide.preferring.take(replace(wide.preferring.current(), language="fr"))
    qtbot.waitUntil(lambda: wide.menuBar().actions()[0].text() == "&Dossier", timeout=20_000)
    qtbot.waitUntil(lambda: wide.panes.focused_pane() == 3, timeout=20_000)
    assert letters_of(wide) == "ABCD"
    assert wide.panes.views()[3].focus_place() == 2
    assert note_words(wide.panes.views()[0].note(0)) == "aussi dans C, D, E, G, H"
    assert wide.panes.bands()[2].accessibleName() == "Liens entre la source C et la source D"
    wide.preferring.take(replace(wide.preferring.current(), language="en"))
    qtbot.waitUntil(lambda: wide.menuBar().actions()[0].text() == "&Case", timeout=20_000)
