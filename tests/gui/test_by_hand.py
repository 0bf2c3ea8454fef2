"""What is done by hand: selecting in panes, linking many to many, pins, groups and ends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up
from tests.gui.hand_driver import CONTROL, SHIFT, ask, at, chosen, click, key, linked, said, statement

from reconciler.gui.dialogs.split_group import SplitGroupDialog, parts
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.narrowing import Trait
from reconciler.gui.review.queue_model import queue_row
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId, Relation, StatementId, Verdict

# Selecting and linking ------------------------------------------------------------------------


def test_a_range_is_selected_with_shift_and_a_statement_added_or_taken_out_with_control(
    hand: MainWindow,
) -> None:
    click(hand, 0, 1)
    click(hand, 0, 3, SHIFT)
    assert chosen(hand) == [(0, 1), (0, 2), (0, 3)]
    click(hand, 0, 2, SHIFT)
    assert chosen(hand) == [(0, 1), (0, 2)], "a range gets shorter as well"
    click(hand, 0, 1, CONTROL)
    assert chosen(hand) == [(0, 2)]
    click(hand, 1, 4, CONTROL)
    assert chosen(hand) == [(0, 2), (1, 4)]
    click(hand, 0, 0)
    assert chosen(hand) == [(0, 0), (1, 4)]


def test_the_keyboard_selects_what_the_mouse_does(hand: MainWindow) -> None:
    at(hand, 0, 1)
    key(hand, Qt.Key.Key_Down, SHIFT)
    key(hand, Qt.Key.Key_Down, SHIFT)
    assert chosen(hand) == [(0, 1), (0, 2), (0, 3)]
    key(hand, Qt.Key.Key_Up, SHIFT)
    assert chosen(hand) == [(0, 1), (0, 2)]
    at(hand, 1, 0)
    key(hand, Qt.Key.Key_X)
    key(hand, Qt.Key.Key_Down)
    key(hand, Qt.Key.Key_Space, CONTROL)
    assert chosen(hand) == [(0, 1), (0, 2), (1, 0), (1, 1)]
    key(hand, Qt.Key.Key_X)
    assert chosen(hand) == [(0, 1), (0, 2), (1, 0)]


def test_x_outside_the_articles_says_what_to_do(hand: MainWindow) -> None:
    hand.focus_queue()
    key(hand, Qt.Key.Key_X)
    assert chosen(hand) == []
    assert "Choose a statement in one of the articles first" in said(hand)


def test_many_are_linked_to_many_in_one_act(hand: MainWindow) -> None:
    at(hand, 0, 1)
    key(hand, Qt.Key.Key_Down, SHIFT)
    at(hand, 1, 0)
    key(hand, Qt.Key.Key_X)
    key(hand, Qt.Key.Key_Down)
    key(hand, Qt.Key.Key_X)
    key(hand, Qt.Key.Key_L)
    four = {("A2", "B1"), ("A2", "B2"), ("A3", "B1"), ("A3", "B2")}
    assert linked(hand) == four
    assert chosen(hand) == []
    case = hand.session.case
    assert case is not None
    current = hand.session.current
    assert current is not None
    assert case.matches[current].left == statement(hand, 0, 1).id
    key(hand, Qt.Key.Key_Z, CONTROL)
    assert linked(hand) == set()
    key(hand, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert linked(hand) == four


def test_statements_of_three_sources_are_linked_in_one_act(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    click(hand, 0, 0)
    click(hand, 1, 1, CONTROL)
    hand.panes.show_sources(case.sources[0].id, case.sources[2].id)
    click(hand, 1, 0, CONTROL)
    assert chosen(hand) == [(0, 0), (1, 1), (2, 0)]
    hint = [label.text() for label in caught_up(hand.inspector).findChildren(QLabel) if label.isVisible()]
    assert any("A, B, C" in text for text in hint)
    before = len(case.entries())
    key(hand, Qt.Key.Key_L)
    assert linked(hand) == {("A1", "B2"), ("A1", "C1"), ("B2", "C1")}
    assert len(case.entries()) == before + 1
    key(hand, Qt.Key.Key_Z, CONTROL)
    assert linked(hand) == set()


def test_a_plain_click_forgets_what_is_selected_out_of_sight(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    click(hand, 1, 1)
    hand.panes.show_sources(case.sources[0].id, case.sources[2].id)
    click(hand, 0, 0)
    click(hand, 1, 0)
    assert chosen(hand) == [(0, 0), (2, 0)]


# Pinning --------------------------------------------------------------------------------------


def test_a_pinned_match_is_kept_at_hand_by_mark_word_and_filter(hand: MainWindow) -> None:
    session, case = hand.session, hand.session.case
    assert case is not None
    match = session.current
    assert match is not None
    key(hand, Qt.Key.Key_P)
    assert case.is_pinned(match)
    assert "pinned" in queue_row(session, match).in_words
    hand.queue.filters.set_filter(Filter.ALL)
    hand.queue.filters.set_facets(frozenset({Trait.PINNED}))
    assert hand.queue.visible_matches() == (match,)
    assert "Pinned" in hand.queue.filters.words()
    hand.actions_by_id["undo"].trigger()
    assert not case.is_pinned(match)
    assert hand.queue.visible_matches() == ()
    hand.actions_by_id["redo"].trigger()
    assert hand.queue.visible_matches() == (match,)
    session.set_current(match)
    key(hand, Qt.Key.Key_P)
    assert not case.is_pinned(match)


# Groups and ends ------------------------------------------------------------------------------


def between(window: MainWindow, one: tuple[int, int], other: tuple[int, int]) -> MatchId:
    case = window.session.case
    assert case is not None
    found = case.match_between(statement(window, *one).id, statement(window, *other).id)
    assert found is not None
    return found.id


def verdicts(window: MainWindow) -> dict[MatchId, object]:
    case = window.session.case
    assert case is not None
    return {number: (case.standing(number), case.is_pinned(number)) for number in case.matches}


def test_statements_fall_into_parts() -> None:
    a, b, c, d = map(StatementId, range(1, 5))
    assert parts((a, b, c, d), [(a, c), (b, c)]) == ((a, b, c), (d,))
    assert parts((a, b, c, d), [(a, d), (b, c), (a, c)]) == ((a, b, c, d),)
    assert parts((a, b), []) == ((a,), (b,))


def test_a_group_is_split_in_one_act_and_undone(hand: MainWindow) -> None:
    at(hand, 0, 0)
    key(hand, Qt.Key.Key_Down, SHIFT)
    at(hand, 1, 0)
    key(hand, Qt.Key.Key_Down, SHIFT)
    key(hand, Qt.Key.Key_L)
    four = {("A1", "B1"), ("A1", "B2"), ("A2", "B1"), ("A2", "B2")}
    assert linked(hand) == four
    before = verdicts(hand)
    key(hand, Qt.Key.Key_D)
    (dialog,) = hand.findChildren(SplitGroupDialog)
    assert dialog.falls_into().split(": ")[1] == "A1 A2 B1 B2"
    entries = entries_of(dialog)
    for row in (0, 3):
        entries.setCurrentIndex(entries.model().index(row, 0))
        QTest.keyClick(entries, Qt.Key.Key_Space)
    assert dialog.falls_into().split(": ")[1] == "A1 B2  ·  A2 B1"
    assert verdicts(hand) == before, "nothing is written before the analyst says so"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert linked(hand) == {("A1", "B2"), ("A2", "B1")}
    hand.actions_by_id["undo"].trigger()
    assert verdicts(hand) == before
    hand.actions_by_id["redo"].trigger()
    assert linked(hand) == {("A1", "B2"), ("A2", "B1")}


def entries_of(dialog: SplitGroupDialog) -> QListView:
    view = dialog.findChild(QListView)
    assert view is not None
    return view


def test_a_match_that_stands_alone_is_no_group(hand: MainWindow) -> None:
    hand.session.set_current(between(hand, (0, 3), (1, 3)))
    hand.session.decide(Verdict.CONFIRMED)
    hand.focus_queue()
    key(hand, Qt.Key.Key_D)
    assert hand.findChildren(SplitGroupDialog) == []
    assert any("No group to split" in text for text in said(hand))


def test_an_end_is_moved_with_verdict_relation_note_and_pin_in_one_act(hand: MainWindow) -> None:
    session, case = hand.session, hand.session.case
    assert case is not None
    old = between(hand, (0, 0), (1, 1))
    session.set_current(old)
    session.relate(Relation.DIFFERS)
    session.annotate(old, "check the day")
    key(hand, Qt.Key.Key_P)
    before, count = verdicts(hand), len(case.entries())
    hand.focus_queue()
    key(hand, Qt.Key.Key_E)
    assert hand.panes.focused_pane() == 1
    assert any("↑ ↓" in text for text in said(hand))
    key(hand, Qt.Key.Key_Down)
    key(hand, Qt.Key.Key_R)
    assert verdicts(hand) == before, "letters are dead while a statement is chosen"
    assert any("Move A1 ↔ B2 to A1 ↔ B3" in text for text in said(hand))
    key(hand, Qt.Key.Key_Return)
    new = between(hand, (0, 0), (1, 2))
    assert session.current == new
    standing = case.standing(new)
    assert (standing.verdict, standing.relation, standing.note) == (
        Verdict.CONFIRMED, Relation.DIFFERS, "check the day",
    )  # fmt: skip
    assert case.is_pinned(new)
    assert not case.is_pinned(old)
    assert session.state(old) is MatchState.REJECTED
    assert len(case.entries()) == count + 1
    assert "A1 ↔ B2 to A1 ↔ B3" in hand.actions_by_id["undo"].text()
    hand.actions_by_id["undo"].trigger()
    assert verdicts(hand) == before
    assert session.current == old
    hand.actions_by_id["redo"].trigger()
    assert case.is_pinned(new)


def test_the_end_in_the_article_that_has_the_keys_is_moved_by_mouse(hand: MainWindow) -> None:
    hand.session.set_current(between(hand, (0, 0), (1, 1)))
    at(hand, 0, 0)
    key(hand, Qt.Key.Key_E)
    click(hand, 0, 2)
    assert linked(hand) == set(), "a click shows where it would go"
    click(hand, 0, 2)
    assert linked(hand) == {("A3", "B2")}


def test_escape_and_the_same_statement_leave_a_match_where_it_is(hand: MainWindow) -> None:
    case = hand.session.case
    assert case is not None
    hand.session.set_current(between(hand, (0, 0), (1, 1)))
    entries = case.entries()
    for last in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        hand.focus_queue()
        key(hand, Qt.Key.Key_E)
        key(hand, Qt.Key.Key_Down)
        if last == Qt.Key.Key_Return:
            key(hand, Qt.Key.Key_Up)
        key(hand, last)
        assert case.entries() == entries
        assert not hand.panes.views()[1].picker.is_on


def test_other_keys_count_in_the_dialog_as_well_and_link_nothing_by_chance(
    hand: MainWindow, qtbot: QtBot
) -> None:
    action = hand.actions_by_id["silence"]
    action.setShortcuts([QKeySequence("4")])
    at(hand, 0, 4)
    action.trigger()
    dialog = ask(hand)
    qtbot.waitUntil(lambda: not hand.background.jobs)
    assert len(dialog.shown()) > 3
    assert any(button.text().endswith("(4)") for button in dialog.findChildren(QPushButton))
    QTest.keyClick(dialog, Qt.Key.Key_4)
    case = hand.session.case
    assert case is not None
    assert linked(hand) == set()
    assert [each.statement for each in case.silences()] == [statement(hand, 0, 4).id]
