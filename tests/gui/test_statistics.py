"""Statistics of a review: said in words and figures, following what is decided, printable."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reconciler.gui.dialogs.reliability_plot import ReliabilityPlot
from reconciler.gui.dialogs.statistics import StatisticsDialog
from reconciler.gui.main_window import MainWindow
from reconciler.gui.session import Session
from reconciler.gui.theme import light
from reconciler.model import Verdict


def texts(dialog: StatisticsDialog) -> str:
    """Return all that is read in the dialog."""
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> StatisticsDialog:
    """The statistics of five proposals."""
    made = StatisticsDialog(session, light())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.statistics is not None)
    return made


def decide(session: Session, place: int, verdict: Verdict) -> None:
    assert session.case is not None
    session.set_current(list(session.case.matches)[place])
    session.decide(verdict)


def test_before_anything_is_decided_it_says_so(dialog: StatisticsDialog) -> None:
    said = texts(dialog)
    assert "0 % of 5 match(es) decided" in said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "No verdict was given yet." in said
    assert "No proposal was confirmed or rejected yet." in said
    assert not dialog.findChildren(ReliabilityPlot)[0].isVisibleTo(dialog)


def test_it_follows_what_is_decided(dialog: StatisticsDialog, session: Session, qtbot: QtBot) -> None:
    decide(session, 0, Verdict.CONFIRMED)
    decide(session, 1, Verdict.REJECTED)
    qtbot.waitUntil(lambda: "40" in texts(dialog))
    said = texts(dialog)
    assert "1 confirmed, 1 rejected, 3 proposed" in said
    assert "2 verdict(s) given" in said
    plot = dialog.findChildren(ReliabilityPlot)[0]
    assert plot.isVisibleTo(dialog)
    assert plot.accessibleDescription() == "55 % sure: 0 % of 1 confirmed; 92 % sure: 100 % of 1 confirmed"
    session.undo()
    qtbot.waitUntil(lambda: "20" in texts(dialog))


def test_what_is_printed_holds_the_figures_and_the_plot(
    dialog: StatisticsDialog, session: Session, qtbot: QtBot
) -> None:
    decide(session, 0, Verdict.CONFIRMED)
    qtbot.waitUntil(lambda: dialog.statistics is not None and dialog.statistics.judged == 1)
    document = dialog.document()
    text = document.toPlainText()
    assert session.case is not None
    assert f"Statistics of {session.case.name}" in text
    for words in ("1 confirmed", "1 verdict(s) given", "Confidence", "Share"):
        assert words in text
    assert "\ufffc" in text, "the plot stands in it as a picture"


def test_the_key_opens_it_once_and_closing_the_case_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["statistics"].trigger()
    window.actions_by_id["statistics"].trigger()
    (shown,) = window.findChildren(StatisticsDialog)
    qtbot.waitUntil(lambda: shown.statistics is not None)
    window.close_case()
    qtbot.waitUntil(lambda: not window.findChildren(StatisticsDialog))
