"""The history: every act in words, filtered, shown in the window, reverted by an act of its own."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from reconciler.case import Case
from reconciler.gui import history_model, history_rows
from reconciler.gui.dialogs.history import HistoryDialog
from reconciler.gui.history_rows import ActRow
from reconciler.gui.main_window import MainWindow
from reconciler.gui.session import Session
from reconciler.gui.theme import light
from reconciler.model import Entry, EntryKind, Relation, Verdict

Part = TypeVar("Part", bound=QWidget)


def part(dialog: HistoryDialog, kind: type[Part], name: str) -> Part:
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


def revert_button(dialog: HistoryDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if "evert" in one.text())


def lines(dialog: HistoryDialog) -> list[str]:
    """Return what a screen reader hears of each act."""
    table = dialog.findChild(QTableView)
    assert table is not None
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


@pytest.fixture
def worked(session: Session) -> Session:
    """Four acts: two verdicts, a note, a relation by another analyst."""
    assert session.case is not None
    first, second = list(session.case.matches)[:2]
    session.set_current(first)
    session.decide(Verdict.CONFIRMED)
    session.annotate(first, "ask the mayor")
    session.set_current(second)
    session.decide(Verdict.REJECTED)
    session.case.analyst = "Bo"
    session.set_current(first)
    session.relate(Relation.CONTRADICTS)
    return session


@pytest.fixture
def history(qtbot: QtBot, worked: Session) -> HistoryDialog:
    """The history of these acts."""
    dialog = HistoryDialog(worked, light())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_act_is_told_in_words_the_latest_first(history: HistoryDialog) -> None:
    told = lines(history)
    assert [line.split(",")[0] for line in told] == [
        "Relation of 1 ↔ 1: contradicts",
        "Reject 2 ↔ 2",
        "Note on 1 ↔ 1: “ask the mayor”",
        "Confirm 1 ↔ 1",
        "Add 2 source(s)",
    ]
    assert ", Bo, " in told[0]
    assert ", Ada, " in told[1]


@pytest.mark.parametrize(
    ("name", "choice", "shown"),
    [("Analyst", "Bo", 1), ("Kind of act", "Verdicts", 2), ("Kind of act", "Notes", 1)],
)
def test_it_is_filtered_by_analyst_and_by_kind(
    history: HistoryDialog, name: str, choice: str, shown: int
) -> None:
    box = part(history, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentText(choice)
    assert len(history.shown()) == shown


def test_words_are_found_whatever_their_case(qtbot: QtBot, history: HistoryDialog) -> None:
    field = part(history, QLineEdit, "Filter the history by text")
    assert isinstance(field, QLineEdit)
    field.setText("MAYOR note")
    qtbot.waitUntil(lambda: len(history.shown()) == 1)
    assert history.shown()[0].kind is EntryKind.NOTE
    field.setText("nowhere")
    qtbot.waitUntil(lambda: history.shown() == ())


def test_choosing_an_act_names_its_matches(qtbot: QtBot, history: HistoryDialog) -> None:
    rejected = history.shown()[1]
    with qtbot.waitSignal(history.chosen) as told:
        history.choose(rejected.id)
    assert told.args == [rejected.matches]


def test_reverting_an_act_is_shown_first_and_can_be_undone(history: HistoryDialog, worked: Session) -> None:
    assert worked.case is not None
    rejected = history.shown()[1]
    history.choose(rejected.id)
    assert history.preview() == ("Reverting this act changes 1 match(es):", "2 ↔ 2: rejected → proposed")
    revert_button(history).click()
    assert worked.standing(rejected.matches[0]).verdict is None
    assert lines(history)[0].startswith("Reverted: reject 2 ↔ 2, ")
    assert ", reverted, " in lines(history)[2]
    assert not revert_button(history).isEnabled()
    worked.undo()
    assert worked.standing(rejected.matches[0]).verdict is Verdict.REJECTED


def test_what_would_be_overwritten_is_said_before(history: HistoryDialog, worked: Session) -> None:
    confirmed = history.shown()[3]
    history.choose(confirmed.id)
    heading, line = history.preview()
    assert "decided again later" in heading
    assert line.startswith("1 ↔ 1: confirmed, contradicts → proposed (overwrites what Bo decided later")
    assert "overwrite" in revert_button(history).text()
    revert_button(history).click()
    standing = worked.standing(confirmed.matches[0])
    assert (standing.verdict, standing.note) == (None, "ask the mayor")


def test_what_was_decided_meanwhile_is_not_overwritten_unseen(
    history: HistoryDialog, worked: Session
) -> None:
    assert worked.case is not None
    rejected = history.shown()[1]
    history.choose(rejected.id)
    worked.case.decide(rejected.matches, Verdict.UNSURE)  # behind the window's back: nothing is told
    revert_button(history).click()
    assert worked.standing(rejected.matches[0]).verdict is Verdict.UNSURE
    assert "decided again meanwhile" in history.preview()[0]
    assert "overwrite" in revert_button(history).text()


def test_acts_on_sources_are_not_reverted(history: HistoryDialog) -> None:
    history.choose(history.shown()[-1].id)
    assert not revert_button(history).isEnabled()
    assert history.preview()[0].startswith("Nothing to revert here")


def test_it_keeps_up_with_what_is_decided_beside_it(
    qtbot: QtBot, history: HistoryDialog, worked: Session
) -> None:
    rejected = history.shown()[1]
    history.choose(rejected.id)
    worked.undo()
    qtbot.waitUntil(lambda: lines(history)[0].startswith("Undone: relation of 1 ↔ 1"))
    assert ", undone, " in lines(history)[1]
    assert history.preview()[1] == "2 ↔ 2: rejected → proposed"


def test_choosing_goes_to_the_match_in_the_window(window: MainWindow) -> None:
    first = window.session.current
    assert first is not None
    window.actions_by_id["confirm"].trigger()
    assert window.session.current != first
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    assert window.session.current != first
    dialog.choose(dialog.shown()[0].id)
    assert window.session.current == first
    assert window.panes.bands()[0].highlighted() == {first}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.panes.bands()[0].highlighted() == frozenset()


def test_the_history_begins_at_the_act_on_this_match(window: MainWindow) -> None:
    first = window.session.current
    window.actions_by_id["match_history"].trigger()
    assert window.status.said_text() == "Nothing was decided of this match yet"
    window.actions_by_id["confirm"].trigger()
    window.actions_by_id["reject"].trigger()
    window.session.set_current(first)
    window.actions_by_id["match_history"].trigger()
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    assert "confirmed → proposed" in dialog.preview()[1]
    window.close_case()
    assert not dialog.isVisible()


def test_twenty_thousand_acts_are_put_into_words_when_looked_at(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = session.case
    assert case is not None
    entry = case.entries()[0]
    many = tuple(replace(entry, id=type(entry.id)(number)) for number in range(1, 20_001))
    monkeypatch.setattr(type(case), "entries", lambda _case: many)
    monkeypatch.setattr(type(case), "foresee_revert", lambda _case, _entry: ())
    monkeypatch.setattr(type(case), "foresee_retractions", lambda _case, _entry: ())
    monkeypatch.setattr(type(case), "remarks_of", lambda _case, _entry: ())
    made: list[int] = []
    plain = history_rows.act_row

    def counted(case: Case, entry: Entry, fate: history_rows.Fate, undone: Entry | None) -> ActRow:
        made.append(1)
        return plain(case, entry, fate, undone)

    monkeypatch.setattr(history_model, "act_row", counted)
    dialog = HistoryDialog(session, light())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(made))
    assert len(dialog.shown()) == 20_000
    assert len(made) < 200
