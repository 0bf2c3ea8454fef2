"""The analyst's way through the seeds, keyboard only, from opening to reopening."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from reconciler.gui.main_window import MainWindow
from reconciler.gui.theme import MatchState
from reconciler.model import MadeBy, MatchId, Standing, Verdict

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(window.focusWidget(), key, modifiers)


def on_disk(case: Path) -> dict[int, tuple[str | None, str | None, str]]:
    """Read what stands through a second connection, as any SQLite tool would."""
    db = sqlite3.connect(f"file:{case}?mode=ro", uri=True)
    rows = db.execute("SELECT match, verdict, relation, note FROM live_verdicts").fetchall()
    db.close()
    return {match: (verdict, relation, note) for match, verdict, relation, note in rows}


def shown(window: MainWindow) -> dict[MatchId, Standing]:
    """Return what the window shows of every match."""
    assert window.session.case is not None
    return {match: window.session.standing(match) for match in window.session.case.matches}


def decide_all(window: MainWindow) -> None:
    """Decide every match: mostly confirm, some reject, some unsure, some with a relation."""
    keys = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_2, Qt.Key.Key_U, Qt.Key.Key_1, Qt.Key.Key_3)
    number = 0
    while window.queue.open_count():
        press(window, keys[number % len(keys)])
        number += 1
        assert number < 200


def link_two(window: MainWindow) -> MatchId:
    """Link the last statement of the left article with the last of the right one, by keys."""
    assert window.session.case is not None
    for pane in (Qt.Key.Key_1, Qt.Key.Key_2):
        press(window, pane, ALT)
        press(window, Qt.Key.Key_End, CTRL)
        for _ in range(60):
            press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_Return, CTRL)
    before = set(window.session.case.matches)
    press(window, Qt.Key.Key_L)
    (made,) = set(window.session.case.matches) - before
    return made


def write_note(window: MainWindow, text: str) -> MatchId:
    """Write a note on the current match."""
    match = window.session.current
    assert match is not None
    press(window, Qt.Key.Key_N)
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, text)
    press(window, Qt.Key.Key_Return, CTRL)
    return match


def test_from_opening_the_seeds_to_finding_all_again(window: MainWindow, open_window: object) -> None:
    assert callable(open_window)
    case = window.session.case
    assert case is not None
    path = case.path
    assert window.windowTitle() == f"{case.name} — Reconciler"
    assert window.session.current == window.queue.visible_matches()[0]

    decide_all(window)
    assert len(on_disk(path)) == len(case.matches)
    decided = shown(window)
    for _ in range(3):
        press(window, Qt.Key.Key_Z, CTRL)
    assert window.queue.open_count() == 3
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.queue.open_count() == 2

    noted = write_note(window, "Checked with the ministry's release")
    made = link_two(window)
    assert case.matches[made].made_by is MadeBy.HAND
    assert window.session.state(made) is MatchState.CONFIRMED
    assert "All decisions saved" in window.status.saved_text()

    left_at, text_size = window.session.current, window.text_size
    press(window, Qt.Key.Key_Plus, CTRL)
    standing = shown(window)
    window.close()

    again = open_window([path])
    assert shown(again) == standing
    assert again.session.current == left_at
    assert again.text_size == text_size + 1
    assert again.session.standing(noted).note == "Checked with the ministry's release"
    assert on_disk(path)[made][0] == Verdict.CONFIRMED
    assert sum(again.session.state(one) is MatchState.PROPOSED for one in standing) == 2
    press(again, Qt.Key.Key_Z, CTRL)
    assert made not in shown(again)
    for _ in range(2):
        press(again, Qt.Key.Key_Z, CTRL)
    assert set(decided) == set(shown(again))


def test_opening_the_same_articles_again_reopens_their_case(
    window: MainWindow, open_window: object, seeds: tuple[Path, Path]
) -> None:
    assert callable(open_window)
    assert window.session.case is not None
    path = window.session.case.path
    press(window, Qt.Key.Key_A)
    window.close()
    again = open_window([seeds[1], seeds[0]])
    assert again.session.case.path == path
    assert again.queue.open_count() == len(again.session.case.matches) - 1
