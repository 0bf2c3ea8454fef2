"""Differences are learned little by little: the window never waits, and in the end all are known."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconciler.gui.main_window import MainWindow
from reconciler.gui.session import Session
from reconciler.model import MatchId, SignalKind, Verdict

MakeSession = Callable[..., Session]


def test_many_matches_are_compared_in_slices_and_what_is_asked_for_first(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    sentences = [f"Sentence number {number} tells of the harbour." for number in range(2500)]
    session = make_session(sentences, sentences, [0.5] * len(sentences))
    assert session.case is not None
    differing, last = session.differing, list(session.case.matches)[-1]
    QApplication.processEvents()
    assert not differing.is_complete
    assert differing.kinds(last) is None
    learned: list[frozenset[MatchId]] = []
    differing.learned.connect(learned.append)
    qtbot.waitUntil(lambda: bool(learned))
    assert last in learned[0]
    assert differing.kinds(last) == frozenset()
    qtbot.waitUntil(lambda: differing.is_complete, timeout=20_000)
    assert set(differing.known) == set(session.case.matches)
    assert len(learned) > 1


def test_after_a_step_only_what_is_asked_for_is_compared_for_a_moment(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    sentences = [f"Sentence number {number} tells of the harbour." for number in range(400)]
    session = make_session(sentences, sentences, [0.5] * len(sentences))
    assert session.case is not None
    differing, matches = session.differing, list(session.case.matches)
    session.set_current(matches[5])
    before = set(differing.known)
    assert differing.kinds(matches[-1]) is None
    QApplication.processEvents()
    assert set(differing.known) - before == {matches[-1]}
    assert not differing.is_complete
    qtbot.waitUntil(lambda: differing.is_complete, timeout=20_000)
    assert set(differing.known) == set(matches)


def test_what_is_known_stays_known_when_a_match_is_decided(differing_session: Session) -> None:
    session = differing_session
    assert session.case is not None
    second = list(session.case.matches)[1]
    session.set_current(second)
    session.decide(Verdict.CONFIRMED)
    assert session.differing.is_complete
    assert session.differing.kinds(second) == frozenset((SignalKind.FIGURE,))


def test_nothing_is_known_of_a_case_that_was_closed(differing_session: Session) -> None:
    differing_session.set_case(None)
    assert differing_session.differing.is_complete
    assert not differing_session.differing.known


def test_filter_and_signals_are_as_they_were_when_a_case_is_opened_again(window: MainWindow) -> None:
    case = window.session.case
    assert case is not None
    path = case.path
    window.queue.filters.set_kinds(frozenset((SignalKind.ATTRIBUTION,)))
    window.actions_by_id["signals_name"].trigger()
    window.close_case()
    window.actions_by_id["signals"].setChecked(False)
    window.queue.filters.set_kinds(frozenset())
    window.opening.open_case(path)
    assert window.queue.filters.kinds == {SignalKind.ATTRIBUTION}
    assert window.actions_by_id["signals"].isChecked()
    assert SignalKind.NAME not in window.commands.view.signal_kinds_chosen()
    assert window.commands.view.signal_kinds_chosen() == frozenset(SignalKind) - {SignalKind.NAME}


def test_signals_are_off_at_first_and_a_key_shows_and_hides_them(window: MainWindow) -> None:
    left = window.panes.views()[0]
    assert not window.actions_by_id["signals"].isChecked()
    assert left.underlined(0) == ()
    window.actions_by_id["signals"].trigger()
    assert {kind for _, kind in left.underlined(0)} >= {SignalKind.NAME}
    window.actions_by_id["signals_name"].trigger()
    assert SignalKind.NAME not in {kind for _, kind in left.underlined(0)}
    window.actions_by_id["signals"].trigger()
    assert left.underlined(0) == ()
