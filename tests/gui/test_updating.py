"""A source's later text: reported before anything changes, taken over with every decision, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.driving import case_of, caught_up
from tests.gui.version_driver import LATER, accept_later, decided_on, give, press, report

from reconciler.alignment.versions import Fate
from reconciler.gui.dialogs.update_source import UpdateSourceDialog
from reconciler.gui.inspector.former_view import FormerView
from reconciler.gui.main_window import MainWindow
from reconciler.model import Act, Match, MatchId, Verdict

Open = Callable[[list[Path]], MainWindow]


@pytest.fixture
def decided(open_window: Open, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Two articles of which every statement pair that is proposed is confirmed, the first noted."""
    return decided_on(open_window, tmp_path, qtbot)


def words(window: MainWindow, match: Match | MatchId) -> tuple[str, str]:
    """Return how both statements of a match begin."""
    case = case_of(window)
    found = case.matches[match] if isinstance(match, int) else match
    left, right = (case.statement(end).text[:12] for end in (found.left, found.right))
    return left, right


def confirmed(window: MainWindow) -> set[tuple[str, str]]:
    case = case_of(window)
    return {
        words(window, match) for match in case.matches if case.standing(match).verdict is Verdict.CONFIRMED
    }


@pytest.fixture
def updated(decided: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after the later text was accepted and aligned."""
    accept_later(decided, qtbot)
    return decided


def test_the_report_counts_what_became_of_each_statement_and_changes_nothing(
    decided: MainWindow, qtbot: QtBot
) -> None:
    before = confirmed(decided)
    give(decided, LATER)
    shown = report(decided, qtbot)
    counts = shown.counts()
    assert (counts[Fate.CHANGED], counts[Fate.NEW], counts[Fate.GONE]) == (1, 1, 1)
    assert counts[Fate.MOVED] >= 1
    assert counts[Fate.KEPT] >= 2
    assert "come(s) back to the queue" in shown.summary()
    assert "is/are orphaned" in shown.summary()
    shown.reject()
    assert confirmed(decided) == before
    assert case_of(decided).sources[0].text.startswith("Bridge closed")
    assert "Twelve" in case_of(decided).sources[0].text


def test_kept_and_moved_stand_changed_come_back_and_gone_are_orphaned(updated: MainWindow) -> None:
    case = case_of(updated)
    assert "Fifteen" in case.sources[0].text
    stands = {left for left, _right in confirmed(updated)}
    assert "The city cou" in stands
    assert "A choir had " in stands
    flagged = [words(updated, match)[0] for match in case.matches if case.is_flagged(match)]
    assert set(flagged) == {"Fifteen peop"}
    orphaned = [case.statement(each.match.left).text for each in case.orphans()]
    assert [text[:9] for text in orphaned] == ["The mayor"]
    notice = updated.notices.text("updated")
    assert notice is not None
    assert "to look at again" in notice
    assert "orphaned" in notice


def test_a_changed_match_shows_the_former_words_and_takes_the_verdict_up_again(updated: MainWindow) -> None:
    session = updated.session
    current = session.current
    assert current is not None
    assert case_of(updated).is_flagged(current)
    former = caught_up(updated.inspector).findChild(FormerView)
    assert former is not None
    assert former.isVisible()
    assert former.texts()[0].toPlainText().startswith("Twelve people were hurt")
    updated.actions_by_id["take_up"].trigger()
    assert session.standing(current).verdict is Verdict.CONFIRMED
    assert not case_of(updated).is_flagged(current)


def test_an_orphaned_decision_is_put_on_another_statement(updated: MainWindow) -> None:
    case, session = case_of(updated), updated.session
    (orphan,) = case.orphans()
    updated.actions_by_id["orphans"].trigger()
    assert updated.inspector.chosen_orphan() == orphan.match.id
    left = next(each for each in case.statements(case.sources[0].id) if each.text.startswith("A ferry"))
    session.select_statement(left.id)
    session.select_statement(orphan.match.right)
    updated.actions_by_id["reattach"].trigger()
    made = case.match_between(left.id, orphan.match.right)
    assert made is not None
    assert case.standing(made.id).verdict is Verdict.CONFIRMED
    assert case.orphans() == ()
    updated.actions_by_id["undo"].trigger()
    assert len(case.orphans()) == 1


def test_undo_brings_the_former_text_and_every_verdict_back(decided: MainWindow, qtbot: QtBot) -> None:
    before, journal = confirmed(decided), len(case_of(decided).journal())
    give(decided, LATER)
    press(report(decided, qtbot), "accept_version")
    qtbot.waitUntil(lambda: not decided.background.jobs, timeout=60_000)
    decided.actions_by_id["undo"].trigger()
    assert "Twelve" in case_of(decided).sources[0].text
    assert confirmed(decided) == before
    rows = case_of(decided).journal()
    assert len(rows) > journal
    assert Act.UNDO in {row.act for row in rows}


def test_both_versions_can_be_read(updated: MainWindow) -> None:
    updated.panes.focus_pane(0)
    updated.actions_by_id["former_version"].trigger()
    source = case_of(updated).sources[0].id
    assert updated.panes.shown_version(source) == 1
    assert "Twelve" in updated.panes.views()[0].toPlainText()
    updated.actions_by_id["later_version"].trigger()
    assert "Fifteen" in updated.panes.views()[0].toPlainText()


def test_the_same_text_is_said_to_be_the_same(decided: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    decided.panes.focus_pane(0)
    decided.actions_by_id["update_source"].trigger()
    dialog = decided.findChild(UpdateSourceDialog)
    assert dialog is not None
    dialog.give_file(tmp_path / "first.txt")
    qtbot.waitUntil(lambda: "byte for byte" in dialog.told(), timeout=60_000)
    assert not dialog.is_busy
    dialog.reject()


def test_a_text_that_cannot_be_read_is_named_and_nothing_changes(
    decided: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = confirmed(decided)
    (tmp_path / "empty.txt").write_bytes(b"")
    decided.actions_by_id["update_source"].trigger()
    dialog = decided.findChild(UpdateSourceDialog)
    assert dialog is not None
    dialog.give_file(tmp_path / "empty.txt")
    qtbot.waitUntil(lambda: "empty.txt" in dialog.told() and not dialog.is_busy, timeout=60_000)
    assert "holds no text" in dialog.told()
    dialog.reject()
    assert confirmed(decided) == before
