"""The inspector shows one match whole, and loses no note."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTranslator
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QListWidget,
    QMainWindow,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.driving import caught_up

from reconciler.gui.inspector import InspectorPanel
from reconciler.gui.inspector.note_field import NoteField
from reconciler.gui.inspector.reasons_view import ReasonRow
from reconciler.gui.inspector.statement_text import StatementText
from reconciler.gui.session import Session
from reconciler.gui.theme import dark, light
from reconciler.model import MatchId, Relation, Verdict

MakeSession = Callable[..., Session]


class Window(QMainWindow):
    """An inspector beside something else that can have the keyboard."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.inspector = InspectorPanel(session, light())
        self.setCentralWidget(self.inspector)
        self.list = QListWidget(self)
        self.setMenuWidget(self.list)
        self.resize(296, 700)

    def texts(self) -> tuple[StatementText, StatementText]:
        left, right = caught_up(self.inspector).findChildren(StatementText, "statement_text")
        return left, right

    def note(self) -> NoteField:
        note = self.inspector.findChild(NoteField)
        assert note is not None
        return note

    def told(self) -> str:
        """Return what can be read now, also where it has not caught up with the last key."""
        return "\n".join(one.text() for one in self.inspector.findChildren(QLabel) if one.isVisible())

    def button(self, action: str) -> QAbstractButton:
        button = self.inspector.findChild(QAbstractButton, f"button_{action}")
        assert button is not None
        return button

    def said(self) -> str:
        caught_up(self.inspector)
        return self.told()


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    return shown(qtbot, session)


class Longer(QTranslator):
    """Makes every text as much longer as French often is."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, _context: str, text: str, _hint: str | None = None, count: int = -1) -> str:
        plain = text.replace("%n", str(count))
        return f"{plain} {'é' * (len(text) * 3 // 10)}" if len(text) > 1 else plain


@pytest.fixture
def lengthened(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    yield
    QCoreApplication.removeTranslator(longer)


def shown(qtbot: QtBot, session: Session) -> Window:
    """Show an inspector on the first match."""
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.set_current(matches(session)[0])
    window.list.setFocus()
    return window


def matches(session: Session) -> tuple[MatchId, ...]:
    assert session.case is not None
    return tuple(session.case.matches)


def notes(session: Session) -> list[tuple[int, str]]:
    """Read the notes in the journal through a second connection."""
    assert session.case is not None
    db = sqlite3.connect(f"file:{session.case.path}?mode=ro", uri=True)
    found = db.execute("SELECT match, note FROM decisions WHERE act = 'note' ORDER BY id").fetchall()
    db.close()
    return [tuple(row) for row in found]


def test_shared_words_are_marked_in_both_statements(window: Window) -> None:
    left, right = window.texts()
    assert left.toPlainText() == "𝄞 A choir sang as the old bridge reopened."
    assert left.marked_words() == ("choir", "bridge")
    assert right.marked_words() == ("choir", "bridge")


def test_a_reason_points_to_its_own_words_while_the_mouse_is_on_it(window: Window) -> None:
    row = next(
        one
        for one in caught_up(window.inspector).findChildren(ReasonRow)
        if "Wording" in one.accessibleName()
    )
    place = QPointF(5, 5)
    QApplication.sendEvent(row, QEnterEvent(place, place, place))
    assert [text.marked_words() for text in window.texts()] == [("sang",), ("sang",)]
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert [text.marked_words() for text in window.texts()] == [("choir", "bridge")] * 2


def test_a_reason_points_to_its_words_from_the_keyboard_too(window: Window) -> None:
    row = next(
        one
        for one in caught_up(window.inspector).findChildren(ReasonRow)
        if "Wording" in one.accessibleName()
    )
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.texts()[0].marked_words() == ("sang",)


def test_confidence_and_reasons_stand_in_words(window: Window) -> None:
    assert "Match 1 ↔ 1" in window.said()
    assert "92 % likely" in window.said()
    assert "strong" in window.said()
    names = [
        row.accessibleName() for row in caught_up(window.inspector).findChildren(ReasonRow) if row.isVisible()
    ]
    assert names == ["Words: speaks a little for it", "Wording: speaks a little for it"]


def test_markup_in_an_article_or_note_is_shown_as_it_is(window: Window, session: Session) -> None:
    session.set_current(matches(session)[1])
    assert "<b>crowd</b>" in window.texts()[0].toPlainText()
    session.annotate(matches(session)[1], "<i>why?</i>")
    line = next(one for one in caught_up(window.inspector).findChildren(QLabel) if "why?" in one.text())
    assert line.text() == "Note: “<i>why?</i>”"
    assert line.textFormat() is Qt.TextFormat.PlainText


def test_a_note_is_one_act_however_long_it_was_typed(window: Window, session: Session) -> None:
    window.inspector.focus_note()
    QTest.keyClicks(window.note(), "ask the mayor")
    assert notes(session) == []
    window.list.setFocus()
    assert notes(session) == [(matches(session)[0], "ask the mayor")]
    window.inspector.focus_note()
    window.list.setFocus()
    assert len(notes(session)) == 1


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_esc_and_ctrl_enter_keep_the_note_and_give_the_keyboard_back(
    window: Window, session: Session, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.inspector.focus_note()
    assert window.note().hasFocus()
    QTest.keyClicks(window.note(), "twelve")
    QTest.keyClick(window.note(), key, modifier)
    assert notes(session) == [(matches(session)[0], "twelve")]
    assert window.list.hasFocus()


def test_a_note_typed_while_the_match_changes_goes_to_the_match_it_was_begun_on(
    window: Window, session: Session
) -> None:
    first, second, *_ = matches(session)
    window.inspector.focus_note()
    QTest.keyClicks(window.note(), "about the first")
    session.decide(Verdict.CONFIRMED)
    session.set_current(second)
    assert notes(session) == [(first, "about the first")]
    assert window.note().toPlainText() == ""
    session.set_current(first)
    assert window.note().toPlainText() == "about the first"


def test_what_is_being_typed_survives_a_change_from_elsewhere(window: Window, session: Session) -> None:
    window.inspector.focus_note()
    QTest.keyClicks(window.note(), "half a sen")
    session.decide(Verdict.UNSURE)
    assert window.note().toPlainText() == "half a sen"


def test_what_is_being_typed_is_not_overwritten_by_an_older_note_coming_back(
    window: Window, session: Session
) -> None:
    first = matches(session)[0]
    session.annotate(first, "old")
    session.annotate(first, "new")
    window.note().selectAll()
    QTest.keyClicks(window.note(), "newest")
    session.undo()
    assert window.note().toPlainText() == "newest"
    window.inspector.commit_note()
    assert notes(session)[-1] == (first, "newest")


def test_undoing_a_note_shows_the_one_before(window: Window, session: Session) -> None:
    first = matches(session)[0]
    session.annotate(first, "one")
    session.annotate(first, "two")
    session.undo()
    assert window.note().toPlainText() == "one"


def test_letters_are_typed_in_the_note_and_are_keys_elsewhere(qtbot: QtBot, window: Window) -> None:
    action = QAction("confirm", window)
    action.setShortcut("A")
    window.addAction(action)
    fired: list[bool] = []
    action.triggered.connect(lambda: fired.append(True))
    for place in (window.texts()[0], window.button("reject")):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_A)
    assert len(fired) == 2
    window.inspector.focus_note()
    QTest.keyClick(window.note(), Qt.Key.Key_A)
    assert len(fired) == 2
    assert window.note().toPlainText() == "a"
    del qtbot


@pytest.mark.parametrize(
    "action",
    ["confirm", "reject", "unsure", "clear", "relate_agrees", "relate_differs", "relate_contradicts"],
)
def test_each_button_asks_for_its_action_and_space_presses_it(
    qtbot: QtBot, window: Window, action: str
) -> None:
    button = window.button(action)
    with qtbot.waitSignal(window.inspector.action_requested) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [action]
    assert window.list.hasFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(window.inspector.action_requested):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_pressed_button_shows_what_stands_not_that_it_was_pressed(window: Window) -> None:
    QTest.mouseClick(window.button("confirm"), Qt.MouseButton.LeftButton)
    assert not window.button("confirm").isChecked()


def test_what_stands_is_held_down(window: Window, session: Session) -> None:
    session.relate(Relation.DIFFERS)
    held = [name for name in ("confirm", "reject", "unsure") if window.button(name).isChecked()]
    assert held == ["confirm"]
    assert window.button("relate_differs").isChecked()
    session.decide(Verdict.REJECTED)
    assert window.button("reject").isChecked()
    assert not window.button("relate_differs").isChecked()
    session.clear()
    assert not any(window.button(name).isChecked() for name in ("confirm", "reject", "unsure"))


def test_history_tells_the_latest_first_and_undo_as_such(window: Window, session: Session) -> None:
    session.relate(Relation.CONTRADICTS)
    session.annotate(matches(session)[0], "really?")
    session.undo()
    said = window.said()
    order = [
        said.index(text) for text in ("Undone: Note: “really?”", "\nNote: “really?”", "Confirmed: contra")
    ]
    assert order == sorted(order)
    assert "Ada, " in said


def test_a_long_history_is_folded_and_can_be_unfolded(window: Window, session: Session) -> None:
    for number in range(12):
        session.annotate(matches(session)[0], f"note {number}")
    assert "note 11" in window.said()
    assert "note 0”" not in window.said()
    more = next(one for one in caught_up(window.inspector).findChildren(QPushButton) if "older" in one.text())
    more.click()
    assert "note 0”" in window.said()


def test_read_only_disables_what_changes_and_says_why(qtbot: QtBot, make_session: MakeSession) -> None:
    window = shown(qtbot, make_session(read_only=True))
    assert not window.button("confirm").isEnabled()
    assert window.note().isReadOnly()
    assert "reading only" in window.said()


def test_selected_statements_can_be_linked_and_the_match_says_so(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    assert session.case is not None
    left, right = session.case.sources
    session.set_current(None)
    session.select_statement(session.case.statements(left.id)[0].id)
    assert "Select one in the other pane" in window.said()
    session.select_statement(session.case.statements(right.id)[4].id)
    assert "L links them" in window.said()
    link = next(one for one in caught_up(window.inspector).findChildren(QPushButton) if "(L)" in one.text())
    with qtbot.waitSignal(window.inspector.action_requested) as asked:
        link.click()
    assert asked.args == ["link"]
    session.link()
    assert "Match 1 ↔ 5" in window.said()
    assert "Linked by hand" in window.said()
    assert "L links them" not in window.said()


def test_without_a_match_it_says_how_to_come_to_one(window: Window, session: Session) -> None:
    session.set_current(None)
    assert "No match selected" in window.said()
    assert not window.note().isVisible()


def test_no_line_of_a_statement_is_cut_at_any_width(qtbot: QtBot, make_session: MakeSession) -> None:
    long = "The harbour master said on Monday that no ship had left before the storm had passed. " * 8
    session = make_session((long, long[:270]), ("Short.", "Short, too."), (0.5, 0.5))
    window = shown(qtbot, session)
    text = window.texts()[0]

    def whole() -> None:
        assert text.document().size().height() <= text.height()
        assert text.document().textWidth() == text.viewport().width()

    for width in (260, 296, 340, 284):
        for size in (9, 16, 11):
            window.resize(width, 700)
            window.inspector.set_text_size(size)
            for match in matches(session):
                session.set_current(match)
                for _ in range(5):
                    QApplication.processEvents()
                whole()


def test_nothing_reaches_past_the_right_edge_in_longer_words(
    qtbot: QtBot, session: Session, lengthened: None
) -> None:
    del lengthened
    window = shown(qtbot, session)
    session.relate(Relation.CONTRADICTS)
    window.resize(240, 700)
    qtbot.wait(50)
    right = window.inspector.width()
    over = [
        part
        for part in caught_up(window.inspector).findChildren(QWidget)
        if part.isVisible() and part.mapTo(window.inspector, part.rect().topRight()).x() >= right
    ]
    assert over == []


def test_the_source_above_a_statement_leads_to_its_properties(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    assert session.case is not None
    heading = next(
        one
        for one in caught_up(window.inspector).findChildren(QAbstractButton)
        if one.accessibleName().startswith("Source B")
    )
    assert "2 May 2024" in heading.accessibleName()
    with qtbot.waitSignal(window.inspector.properties_requested) as asked:
        QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert asked.args == [session.case.sources[1].id]


def test_another_theme_marks_with_its_own_colour(window: Window) -> None:
    window.inspector.set_theme(dark())
    selections = window.texts()[0].extraSelections()
    assert [one.format.background().color() for one in selections] == [dark().mark] * 2


def test_what_is_told_follows_a_key_by_itself_and_what_is_decided_on_is_there_at_once(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    first, second, third = matches(session)[:3]
    session.decide(Verdict.CONFIRMED)
    qtbot.waitUntil(lambda: "Match 1 ↔ 1" in window.told())
    session.set_current(second)
    assert not window.button("confirm").isChecked()
    window.note().setPlainText("seen")
    window.note().finish()
    session.set_current(third)
    assert notes(session) == [(second, "seen")]
    qtbot.waitUntil(lambda: "Match 3 ↔ 3" in window.told())
    session.set_current(first)
    assert window.button("confirm").isChecked()
    session.set_current(None)
    assert "Match" not in window.told()
