"""The review queue shows what is to be reviewed, and moves on without jumping or skipping."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from reconciler.gui.review import QueuePanel, queue_model
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.review.queue_list import QueueList
from reconciler.gui.session import Session
from reconciler.gui.theme import dark, light
from reconciler.model import MatchId, Relation, Verdict

MakeSession = Callable[..., Session]


@pytest.fixture
def queue(qtbot: QtBot, session: Session) -> QueuePanel:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> QueuePanel:
    """Show a queue in a window of its own and begin with the first match."""
    panel = QueuePanel(session, light())
    panel.resize(236, 600)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.select_first_undecided()
    panel.focus_list()
    return panel


def view_of(queue: QueuePanel) -> QueueList:
    view = queue.findChild(QueueList)
    assert view is not None
    return view


def current_row(queue: QueuePanel) -> int:
    return view_of(queue).currentIndex().row()


def words_of_row(queue: QueuePanel, row: int) -> str:
    model = view_of(queue).model()
    return str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))


def chips(queue: QueuePanel) -> dict[Filter, QPushButton]:
    found = {which: queue.findChild(QPushButton, f"filter_{which}") for which in Filter}
    return {which: button for which, button in found.items() if button is not None}


def said(queue: QueuePanel) -> str:
    """Return all that stands in visible labels and unfiltered buttons."""
    labels = [label.text() for label in queue.findChildren(QLabel) if label.isVisible()]
    return " ".join(labels)


def button(queue: QueuePanel, text: str) -> QPushButton:
    return next(one for one in queue.findChildren(QPushButton) if one.text() == text and one.isVisible())


def test_it_begins_with_what_is_to_be_reviewed(queue: QueuePanel, session: Session) -> None:
    assert session.case is not None
    assert queue.visible_matches() == tuple(session.case.matches)
    assert session.current == queue.visible_matches()[0]
    assert chips(queue)[Filter.TO_REVIEW].isChecked()
    assert "5 left" in said(queue)


def test_counts_follow_each_decision(queue: QueuePanel, session: Session) -> None:
    session.decide(Verdict.CONFIRMED)
    queue.next_undecided(1)
    session.decide(Verdict.UNSURE)
    counts = {which: chip.text().split()[-1] for which, chip in chips(queue).items()}
    assert counts == {
        Filter.TO_REVIEW: "3",
        Filter.AGAIN: "0",
        Filter.CONFIRMED: "1",
        Filter.REJECTED: "0",
        Filter.UNSURE: "1",
        Filter.ALL: "5",
    }
    assert "3 left" in said(queue)


def test_a_decided_match_leaves_and_the_next_one_takes_its_place(queue: QueuePanel, session: Session) -> None:
    first, second, third, *_ = queue.visible_matches()
    queue.next(1)
    session.decide(Verdict.REJECTED)
    assert queue.next_undecided(1)
    assert second not in queue.visible_matches()
    assert session.current == third
    assert queue.visible_matches()[current_row(queue)] == third
    assert queue.next(-1)
    assert session.current == first


def test_undo_brings_the_match_back_to_its_place_and_to_the_fore(queue: QueuePanel, session: Session) -> None:
    before = queue.visible_matches()
    session.decide(Verdict.CONFIRMED)
    queue.next_undecided(1)
    session.undo()
    assert queue.visible_matches() == before
    assert session.current == before[0]
    assert current_row(queue) == 0


def test_at_the_ends_it_stays_and_says_so(qtbot: QtBot, queue: QueuePanel, session: Session) -> None:
    last = queue.visible_matches()[-1]
    with qtbot.waitSignal(queue.end_reached) as told:
        assert not queue.next(-1)
    assert told.args == [-1]
    while queue.next(1):
        pass
    assert session.current == last
    session.decide(Verdict.CONFIRMED)
    with qtbot.waitSignal(queue.end_reached):
        assert not queue.next_undecided(1)
    assert session.current == last


def test_next_undecided_passes_over_what_has_a_verdict(queue: QueuePanel, session: Session) -> None:
    queue.filters.set_filter(Filter.ALL)
    matches = queue.visible_matches()
    session.set_current(matches[1])
    session.decide(Verdict.CONFIRMED)
    session.set_current(matches[0])
    assert queue.next_undecided(1)
    assert session.current == matches[2]
    assert queue.next_undecided(-1)
    assert session.current == matches[0]


@pytest.mark.parametrize(
    ("order", "places"),
    [
        (Order.DOCUMENT, (0, 1, 2, 3, 4)),
        (Order.MOST_CERTAIN, (0, 3, 1, 4, 2)),
        (Order.LEAST_CERTAIN, (4, 1, 2, 3, 0)),
    ],
)
def test_steps_follow_the_order_shown(
    queue: QueuePanel, session: Session, order: Order, places: tuple[int, ...]
) -> None:
    matches = queue.visible_matches()
    queue.filters.set_order(order)
    assert queue.visible_matches() == tuple(matches[place] for place in places)
    session.set_current(matches[places[0]])
    walked = [session.current]
    while queue.next(1):
        walked.append(session.current)
    assert walked == list(queue.visible_matches())


@pytest.mark.parametrize("typed", ["ETAT eclaircissements", "l'état", "pays"])
def test_the_text_filter_looks_at_both_statements_without_accents(queue: QueuePanel, typed: str) -> None:
    last = queue.visible_matches()[-1]
    queue.filters.set_text(typed)
    assert queue.visible_matches() == (last,)


def test_the_text_filter_looks_at_the_note_as_it_is_now(queue: QueuePanel, session: Session) -> None:
    third = queue.visible_matches()[2]
    queue.filters.set_text("ministère")
    assert queue.visible_matches() == ()
    session.annotate(third, "Ask the MINISTERE")
    assert queue.visible_matches() == (third,)


def test_a_note_that_is_written_while_words_are_typed_is_found(queue: QueuePanel, session: Session) -> None:
    shown = queue.visible_matches()
    queue.filters.set_text("zebr")
    assert queue.visible_matches() == ()
    assert session.annotate(shown[1], "zebra crossing")
    queue.filters.set_text("zebra")
    assert queue.visible_matches() == (shown[1],)
    queue.filters.set_text("zebra cross")
    assert queue.visible_matches() == (shown[1],)
    queue.filters.set_text("z")
    assert shown[1] in queue.visible_matches()


@pytest.mark.parametrize("many", [0, 1000])
def test_another_list_is_shown_from_its_top_with_the_current_match_marked(
    queue: QueuePanel, session: Session, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(queue_model, "MANY", many)  # rows are put in all at once, or one after the other
    before = queue.visible_matches()
    session.set_current(before[2])
    session.decide(Verdict.REJECTED)
    queue.filters.set_filter(Filter.REJECTED)
    assert queue.visible_matches() == (before[2],)
    assert view_of(queue).model().rowCount() == 1
    assert current_row(queue) == 0
    queue.filters.set_filter(Filter.TO_REVIEW)
    assert queue.visible_matches() == tuple(one for one in before if one != before[2])
    assert view_of(queue).model().rowCount() == len(before) - 1
    assert current_row(queue) == -1
    assert [words_of_row(queue, row) for row in range(len(before) - 1)] == [
        queue_model.queue_row(session, one).in_words for one in before if one != before[2]
    ]


def test_esc_empties_the_text_filter_and_goes_back_to_the_list(queue: QueuePanel) -> None:
    queue.filters.focus_text()
    field = queue.findChild(QLineEdit)
    assert field is not None
    assert field.hasFocus()
    QTest.keyClicks(field, "trains")
    assert len(queue.visible_matches()) == 1
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert queue.filters.text == ""
    assert len(queue.visible_matches()) == 5
    assert view_of(queue).hasFocus()


def test_up_and_down_move_and_stop_at_the_ends(queue: QueuePanel, session: Session) -> None:
    matches = queue.visible_matches()
    view = view_of(queue)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert session.current == matches[1]
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert session.current == matches[-1]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert session.current == matches[-2]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Escape]
)
def test_letters_digits_and_space_are_left_to_the_window(qtbot: QtBot, session: Session, key: Qt.Key) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    queue = QueuePanel(session, light())
    window.setCentralWidget(queue)
    action = QAction("act", window)
    action.setShortcut(key)
    window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    queue.select_first_undecided()
    queue.focus_list()
    before = session.current
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    view_of(queue).keyPressEvent(pressed)
    assert not pressed.isAccepted()
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(view_of(queue), key)
    assert session.current == before


def test_choosing_a_filter_does_not_take_the_keyboard_away(queue: QueuePanel) -> None:
    QTest.mouseClick(chips(queue)[Filter.ALL], Qt.MouseButton.LeftButton)
    assert queue.filters.filter is Filter.ALL
    assert view_of(queue).hasFocus()


def test_the_list_does_not_move_under_the_eye(qtbot: QtBot, make_session: MakeSession) -> None:
    count = 300
    sentences = [f"Sentence number {number} is here." for number in range(count)]
    session = make_session(sentences, sentences, [0.5] * count)
    queue = shown(qtbot, session)
    view = view_of(queue)
    session.set_current(queue.visible_matches()[150])
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 100)
    scrolled = view.verticalScrollBar().value()
    place = view.visualRect(view.currentIndex()).top()
    for _ in range(5):
        session.decide(Verdict.CONFIRMED)
        assert queue.next_undecided(1)
        QApplication.processEvents()
        assert view.verticalScrollBar().value() == scrolled
        assert view.visualRect(view.currentIndex()).top() == place


def test_the_current_match_is_brought_into_view(qtbot: QtBot, make_session: MakeSession) -> None:
    sentences = [f"Sentence number {number} is here." for number in range(200)]
    session = make_session(sentences, sentences, [0.5] * 200)
    queue = shown(qtbot, session)
    session.set_current(queue.visible_matches()[180])
    view = view_of(queue)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_an_act_on_a_match_that_was_scrolled_away_brings_it_back(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    sentences = [f"Sentence number {number} is here." for number in range(200)]
    session = make_session(sentences, sentences, [0.5] * 200)
    queue = shown(qtbot, session)
    queue.filters.set_filter(Filter.ALL)
    view = view_of(queue)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    session.relate(Relation.AGREES)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_row_says_everything_in_words(queue: QueuePanel, session: Session) -> None:
    assert words_of_row(queue, 1) == "2 and 2, proposed, 55 percent likely, Fifteen were hurt."
    queue.filters.set_filter(Filter.ALL)
    session.set_current(queue.visible_matches()[1])
    session.relate(Relation.CONTRADICTS)
    session.annotate(queue.visible_matches()[1], "12 or 15?")
    assert words_of_row(queue, 1).startswith("2 and 2, confirmed, contradicts, 55 percent likely, has a note")


def test_an_act_that_is_not_on_disk_is_marked_until_it_is(queue: QueuePanel, session: Session) -> None:
    assert session.case is not None
    database = session.case._store._db
    assert database is not None
    queue.filters.set_filter(Filter.ALL)
    database.execute("PRAGMA max_page_count = 1")
    while not session.unsaved:
        session.annotate(queue.visible_matches()[0], "x" * 9000)
    assert "not saved yet" in words_of_row(queue, 0)
    database.execute("PRAGMA max_page_count = 1000000")
    session.save_waiting()
    assert "not saved yet" not in words_of_row(queue, 0)


def test_a_match_made_by_hand_appears_and_its_place_is_taken_when_unlinked(
    queue: QueuePanel, session: Session
) -> None:
    assert session.case is not None
    queue.filters.set_filter(Filter.ALL)
    left, right = session.case.sources
    session.select_statement(session.case.statements(left.id)[0].id)
    session.select_statement(session.case.statements(right.id)[3].id)
    session.link()
    assert len(queue.visible_matches()) == 6
    assert current_row(queue) == 1
    assert "linked by hand" in words_of_row(queue, 1)
    session.clear()
    assert len(queue.visible_matches()) == 5
    assert current_row(queue) == 1
    assert session.current == queue.visible_matches()[1]


def test_right_click_asks_for_the_menu_of_that_match(qtbot: QtBot, queue: QueuePanel) -> None:
    view = view_of(queue)
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(queue.match_menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
    match, where = asked.args or (MatchId(0), QPoint())
    assert match == queue.visible_matches()[2]
    assert where == view.viewport().mapToGlobal(place)


def test_when_nothing_is_found_a_button_clears_the_filter(queue: QueuePanel) -> None:
    queue.filters.set_text("zebra")
    assert "No match in this list holds “zebra”" in said(queue)
    QTest.mouseClick(button(queue, "Clear filter"), Qt.MouseButton.LeftButton)
    assert len(queue.visible_matches()) == 5


def test_when_all_is_decided_it_leads_to_the_unsure_ones(queue: QueuePanel, session: Session) -> None:
    session.decide(Verdict.UNSURE)
    unsure = session.current
    while queue.next_undecided(1):
        session.decide(Verdict.CONFIRMED)
    assert "Nothing is left to review" in said(queue)
    QTest.mouseClick(button(queue, "Show unsure"), Qt.MouseButton.LeftButton)
    assert queue.visible_matches() == (unsure,)


def test_when_nothing_is_proposed_it_says_what_can_be_done(qtbot: QtBot, make_session: MakeSession) -> None:
    queue = shown(qtbot, make_session(confidences=()))
    assert "No matches yet." in said(queue)
    assert "press L" in said(queue)


def test_another_case_takes_the_place_of_the_one_before(
    queue: QueuePanel, session: Session, make_session: MakeSession
) -> None:
    other = make_session(("One.", "Two."), ("One.", "Two."), (0.4, 0.7))
    case, other.case = other.case, None
    session.set_case(case)
    assert len(queue.visible_matches()) == 2
    assert "One." in words_of_row(queue, 0)


def test_state_is_told_without_colour_in_both_themes(queue: QueuePanel, session: Session) -> None:
    queue.filters.set_filter(Filter.ALL)
    view = view_of(queue)
    for verdict in (Verdict.CONFIRMED, Verdict.REJECTED, Verdict.UNSURE):
        session.decide(verdict)
        queue.next(1)
    for theme in (light(), dark()):
        queue.set_theme(theme)
        image = view.viewport().grab().toImage()
        shapes = {icon_shape(image, view.visualRect(view.model().index(row, 0))) for row in range(4)}
        assert len(shapes) == 4


def icon_shape(image: QImage, row: QRect) -> str:
    """Return the strokes of a row's state icon, whatever their colour."""
    side = 20
    left = row.right() - 24 - QFontMetrics(QApplication.font()).horizontalAdvance("100 %") - side // 2
    ground = image.pixelColor(left, row.top() + 4)
    return "".join(
        "x" if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40 else " "
        for y in range(row.top() + 4, row.top() + row.height() // 2)
        for x in range(left, left + side)
    )


def test_rows_painted_before_are_shown_as_they_are_now(
    qtbot: QtBot, queue: QueuePanel, session: Session
) -> None:
    queue.filters.set_filter(Filter.ALL)
    view = view_of(queue)

    def seen(panel: QueuePanel) -> QImage:
        shown_list = view_of(panel)
        return shown_list.viewport().grab().toImage()

    seen(queue)
    session.decide(Verdict.CONFIRMED)
    confirmed = seen(queue)
    queue.next(1)
    assert session.current is not None
    session.annotate(session.current, "Ask the office.")
    noted = seen(queue)
    assert noted != confirmed
    queue.next(-1)
    back = seen(queue)
    assert back not in (noted, confirmed)

    fresh = shown(qtbot, session)
    fresh.filters.set_filter(Filter.ALL)
    fresh.select_first_undecided()
    session.set_current(queue.visible_matches()[0])
    view.setFocus()
    row = view.visualRect(view.model().index(1, 0))
    assert seen(queue).copy(row) == seen(fresh).copy(row)
    queue.set_theme(dark())
    fresh.set_theme(dark())
    assert seen(queue).copy(row) == seen(fresh).copy(row) != back.copy(row)
