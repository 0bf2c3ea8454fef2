"""The list of findings: what contradicts or differs, strongest first, and the way to its match."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListView
from pytestqt.qtbot import QtBot

from reconciler.gui.dialogs.findings import FindingsDialog
from reconciler.gui.session import Session
from reconciler.gui.theme import light
from reconciler.model import MatchId, Relation, SignalKind, Verdict

ATTRIBUTION = SignalKind.ATTRIBUTION


def matches(session: Session) -> tuple[MatchId, ...]:
    assert session.case is not None
    return tuple(session.case.matches)


@pytest.fixture
def findings(qtbot: QtBot, differing_session: Session) -> FindingsDialog:
    dialog = FindingsDialog(differing_session, light())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: FindingsDialog) -> list[str]:
    view = dialog.findChild(QListView)
    assert view is not None
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_findings_stand_strongest_first_with_both_wordings(findings: FindingsDialog) -> None:
    figure, attribution = lines(findings)
    assert figure.startswith("Figure, contradiction, 2 and 2, proposed, 55 %. A: Twelve: Twelve people")
    assert figure.endswith("B: Fifteen: Fifteen were hurt.")
    assert attribution.startswith("Attribution lost, 4 and 4")
    assert "A: nobody named: Trains run again from Monday." in attribution


def test_what_the_analyst_holds_to_contradict_comes_first(qtbot: QtBot, differing_session: Session) -> None:
    third = matches(differing_session)[2]
    differing_session.set_current(third)
    differing_session.relate(Relation.CONTRADICTS)
    dialog = FindingsDialog(differing_session, light())
    qtbot.addWidget(dialog)
    dialog.show()
    first, *others = lines(dialog)
    assert first.startswith("Contradicts, says the analyst, 3 and 3, confirmed, 30 %. A: The mayor thanked")
    assert first.count("Builders were thanked.") == 2
    assert len(others) == 2
    view, box = dialog.findChild(QListView), dialog.findChild(QComboBox)
    assert view is not None
    assert box is not None
    drawn = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert light().alarm.name() in colours
    box.setCurrentIndex(1)
    assert not any("says the analyst" in line for line in lines(dialog))
    box.setCurrentIndex(0)
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(dialog.chosen) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [third]


def test_enter_goes_to_the_match_of_a_finding(
    qtbot: QtBot, findings: FindingsDialog, differing_session: Session
) -> None:
    view = findings.findChild(QListView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(findings.chosen) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [matches(differing_session)[3]]
    assert not findings.isVisible()


def test_findings_begin_at_the_current_match(qtbot: QtBot, differing_session: Session) -> None:
    differing_session.set_current(matches(differing_session)[3])
    dialog = FindingsDialog(differing_session, light())
    qtbot.addWidget(dialog)
    view = dialog.findChild(QListView)
    assert view is not None
    assert view.currentIndex().row() == 1


def test_findings_of_rejected_matches_are_left_out(qtbot: QtBot, differing_session: Session) -> None:
    differing_session.set_current(matches(differing_session)[1])
    differing_session.decide(Verdict.REJECTED)
    dialog = FindingsDialog(differing_session, light())
    qtbot.addWidget(dialog)
    assert [one.difference.kind for one in dialog.findings()] == [ATTRIBUTION]
