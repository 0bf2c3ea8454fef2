"""Verdicts on many matches at once: shown first, undone together, never on what is decided."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListView
from pytestqt.qtbot import QtBot

from reconciler.gui import evidence_words
from reconciler.gui.dialogs.bulk import ROW_ROLE, BulkDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import MatchId, Verdict


def proposed(window: MainWindow) -> list[MatchId]:
    case = window.session.case
    assert case is not None
    return [number for number in case.matches if case.standing(number).verdict is None]


def verdicts(window: MainWindow) -> dict[MatchId, Verdict | None]:
    case = window.session.case
    assert case is not None
    return {number: case.standing(number).verdict for number in case.matches}


def ask(window: MainWindow, action: str) -> BulkDialog:
    window.actions_by_id[action].trigger()
    dialog = window.findChild(BulkDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def at_least(window: MainWindow, percent: int) -> set[MatchId]:
    case = window.session.case
    assert case is not None
    return {one for one in proposed(window) if round(case.matches[one].confidence * 100) >= percent}


def choose_share(dialog: BulkDialog, percent: int) -> None:
    box = dialog.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(next(place for place in range(box.count()) if f"{percent}" in box.itemText(place)))


@pytest.mark.parametrize("percent", [90, 80, 75])
def test_the_sure_ones_are_confirmed_and_one_undo_takes_all_back(window: MainWindow, percent: int) -> None:
    before = verdicts(window)
    sure = at_least(window, percent)
    assert 0 < len(sure) < len(before)
    dialog = ask(window, "confirm_sure")
    choose_share(dialog, percent)
    assert set(dialog.included()) == sure
    assert verdicts(window) == before, "nothing is written before the analyst says so"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    after = verdicts(window)
    assert {one for one, verdict in after.items() if verdict is Verdict.CONFIRMED} == sure
    window.actions_by_id["undo"].trigger()
    assert verdicts(window) == before
    window.actions_by_id["redo"].trigger()
    assert verdicts(window) == after


def test_what_is_decided_is_never_decided_again(window: MainWindow) -> None:
    first, *rest = sorted(at_least(window, 90))
    assert rest
    window.session.set_current(first)
    window.session.decide(Verdict.REJECTED)
    dialog = ask(window, "confirm_sure")
    assert first not in dialog.included()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert verdicts(window)[first] is Verdict.REJECTED
    assert all(verdicts(window)[one] is Verdict.CONFIRMED for one in rest)


def test_one_can_be_left_out_by_the_keyboard_and_escape_writes_nothing(window: MainWindow) -> None:
    before = verdicts(window)
    dialog = ask(window, "confirm_sure")
    shown = dialog.included()
    view = dialog.findChild(QListView, "")
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.included() == shown[1:]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.included() == shown
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert verdicts(window) == before


def test_only_what_the_filter_shows_is_meant(window: MainWindow) -> None:
    case = window.session.case
    assert case is not None
    match = case.matches[proposed(window)[0]]
    word = max(case.statement(match.left).text.split(), key=len).strip(".,;«»\"'’")
    window.queue.filters.focus_text()
    QTest.keyClicks(window.focusWidget(), word)
    shown = set(window.queue.visible_matches())
    assert 0 < len(shown) < len(proposed(window))
    window.session.set_current(window.queue.visible_matches()[-1])
    dialog = ask(window, "confirm_up_to_here")
    assert set(dialog.included()) == shown & set(proposed(window))


def test_confirm_up_to_here_takes_the_list_from_its_top_to_the_current_match(window: MainWindow) -> None:
    order = window.queue.visible_matches()
    window.session.set_current(order[3])
    dialog = ask(window, "confirm_up_to_here")
    assert dialog.included() == tuple(order[:4])
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert {one for one, verdict in verdicts(window).items() if verdict is not None} == set(order[:4])
    assert window.session.current == order[4], "the analyst goes on at the next undecided match"


def test_the_rest_of_a_statement_is_rejected_and_the_match_itself_stays(window: MainWindow) -> None:
    case = window.session.case
    assert case is not None
    several = next(
        number
        for number, match in case.matches.items()
        if len(case.matches_of(match.left)) > 1 or len(case.matches_of(match.right)) > 1
    )
    match = case.matches[several]
    rivals = {*case.matches_of(match.left), *case.matches_of(match.right)} - {several}
    window.session.set_current(several)
    dialog = ask(window, "reject_rest")
    box = dialog.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.count() - 1)
    assert set(dialog.included()) == rivals
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    after = verdicts(window)
    assert after[several] is None
    assert all(after[one] is Verdict.REJECTED for one in rivals)
    window.actions_by_id["undo"].trigger()
    assert set(verdicts(window).values()) == {None}


def test_a_row_says_in_what_its_match_differs_as_the_queue_does(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.differing.is_complete)
    dialog = ask(window, "confirm_sure")
    choose_share(dialog, 75)
    view = dialog.findChild(QListView)
    assert view is not None
    spoken = Qt.ItemDataRole.AccessibleTextRole
    seen = set()
    for place, match in enumerate(dialog.included()):
        index = view.model().index(place, 0)
        kinds = window.session.differing.strongest(match)
        for kind in kinds:
            assert evidence_words.kind_word(kind) in index.data(spoken)
        assert index.data(ROW_ROLE).kinds == kinds
        view.scrollTo(index)
        ink = view.viewport().grab(view.visualRect(index)).toImage()
        colors = {ink.pixelColor(x, y).name() for x in range(ink.width()) for y in range(ink.height())}
        assert (window.theme.differs.name() in colors) == bool(kinds)
        seen.add(bool(kinds))
    assert seen == {True, False}
