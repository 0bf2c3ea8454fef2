"""Getting articles and cases into the window: what goes in, what is told, and that nothing is lost."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.campaign.cases import rich_case
from tests.gui.adding_driver import drop, files_as_dropped
from tests.gui.conftest import draft
from tests.gui.driving import BRIDGE, case_of, settle, written
from tests.gui.heavy_case import heavy_case

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.case.sources import properties_of
from reconciler.errors import CaseError
from reconciler.gui.main_window import MainWindow
from reconciler.model import Proposal, Signal, SignalKind, Verdict
from reconciler.settings import Places
from reconciler.signals import DateValue, decode

Open = Callable[[list[Path]], MainWindow]


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two small articles on one event."""
    return written(tmp_path, BRIDGE)


def test_without_files_the_start_page_shows_ways_in(open_window: Open, qtbot: QtBot) -> None:
    window = open_window([])
    assert window.stack.currentWidget() is window.start_page
    assert window.session.case is None
    sample = next(
        button for button in window.start_page.findChildren(QPushButton) if button.text() == "Try the sample"
    )
    QTest.mouseClick(sample, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert len(case_of(window).sources) == 2
    assert len(case_of(window).matches) >= 4


def test_articles_become_a_case_named_after_their_titles(
    open_window: Open, articles: list[Path], places: Places
) -> None:
    window = open_window(articles)
    case = window.session.case
    assert case is not None
    assert case.path.parent == places.cases
    assert case.name == "Bridge closed after cable snaps – Cable fails on old bridge"
    assert window.windowTitle().startswith(case.name)
    assert window.focusWidget().accessibleName() == "Matches"


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (("gone.txt", None), "There is no file at"),
        (("empty.txt", b""), "holds no text"),
        (("blank.txt", b" \n\n\t "), "holds no text"),
        (
            ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
            "of a kind that can't be read",
        ),
        (("big.txt", b"a" * (20 * 1024 * 1024 + 1)), "larger than 20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_others_go_on(
    open_window: Open, articles: list[Path], tmp_path: Path, bad: tuple[str, bytes | None], told: str
) -> None:
    name, content = bad
    if content is not None:
        (tmp_path / name).write_bytes(content)
    window = open_window([articles[0], tmp_path / name, articles[1]])
    text = window.notices.text("problem")
    assert text is not None
    assert told in text
    assert name in text
    assert "\n" not in text
    assert window.session.case is not None
    assert [source.name for source in window.session.case.sources] == ["first.txt", "second.txt"]


def test_a_folder_is_told_apart(open_window: Open, tmp_path: Path) -> None:
    window = open_window([tmp_path])
    assert "is a folder" in (window.notices.text("problem") or "")
    assert window.session.case is None
    assert window.stack.currentWidget() is window.start_page


def add_dropped(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    """Drop files on the window and add what is previewed, with Enter."""
    drop(window, files_as_dropped(*paths))
    qtbot.waitUntil(lambda: window.findChild(QDialog, "add_sources") is not None)
    dialog = window.findChild(QDialog, "add_sources")
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible(), timeout=60_000)


def test_what_is_dropped_goes_into_the_open_case(
    open_window: Open, articles: list[Path], qtbot: QtBot
) -> None:
    window = open_window([articles[0]])
    assert not case_of(window).matches
    add_dropped(window, qtbot, articles[1])
    qtbot.waitUntil(lambda: bool(window.session.case and window.session.case.matches), timeout=60_000)
    assert [source.letter for source in case_of(window).sources] == ["A", "B"]


def test_adding_a_source_can_be_undone(open_window: Open, articles: list[Path], qtbot: QtBot) -> None:
    window = open_window([articles[0]])
    add_dropped(window, qtbot, articles[1])
    qtbot.waitUntil(lambda: bool(window.session.case and window.session.case.matches), timeout=60_000)
    settle(window, qtbot)
    window.actions_by_id["undo"].trigger()
    assert len(case_of(window).sources) == 1
    assert not window.queue.visible_matches()
    window.actions_by_id["redo"].trigger()
    assert len(case_of(window).sources) == 2
    assert window.queue.visible_matches()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no database at all, but long enough to look like something" * 40, "something else than a case"),
        ("foreign", "database of another program"),
        ("newer", "newer version"),
        ("damaged", "is damaged"),
    ],
)
def test_a_case_file_that_cannot_be_opened_is_left_as_it_is(
    open_window: Open, tmp_path: Path, content: bytes | str, told: str
) -> None:
    path = tmp_path / "some.reconciler"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        make_bad_case(path, content)
    before = path.read_bytes()
    window = open_window([path])
    assert told in (window.notices.text("problem") or "")
    assert window.stack.currentWidget() is window.start_page
    assert path.read_bytes() == before


def test_what_can_be_read_of_a_damaged_case_is_recovered_at_a_click(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = rich_case(tmp_path / "worn.reconciler")
    with closing(sqlite3.connect(path)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'pins'").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)
    window = open_window([path])
    [button] = [
        each for each in window.notices.findChildren(QPushButton) if each.text() == "Recover what can be read"
    ]
    button.click()
    qtbot.waitUntil(lambda: window.session.case is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=20_000)
    case = window.session.case
    assert case is not None
    assert case.path.name == "worn recovered.reconciler"
    assert len(case.matches) > 30
    assert "decided" in (window.notices.text("recovered") or "")
    assert window.notices.text("problem") is None
    assert path.read_bytes() == data


def make_bad_case(path: Path, fault: str) -> None:
    """Make a file that looks like a case but for one thing."""
    if fault != "foreign":
        Case.create(path).close()
    db = sqlite3.connect(path)
    if fault == "foreign":
        db.execute("CREATE TABLE notes (text)")
    if fault == "newer":
        db.execute("PRAGMA user_version = 4711")
    db.commit()
    db.close()
    if fault == "damaged":
        data = bytearray(path.read_bytes())
        data[4096:] = os.urandom(len(data) - 4096)
        path.write_bytes(data)


def test_a_case_that_is_open_elsewhere_is_opened_for_reading(open_window: Open, articles: list[Path]) -> None:
    first = open_window(articles)
    assert first.session.case is not None
    path, matches = first.session.case.path, len(first.session.case.matches)
    second = open_window([path])
    assert "open in another window" in (second.notices.text("read_only") or "")
    assert case_of(second).read_only
    assert len(case_of(second).matches) == matches
    assert second.status.saved_text() == "Open for reading only"
    assert not second.actions_by_id["confirm"].isEnabled()
    assert not second.actions_by_id["add_source"].isEnabled()
    assert second.actions_by_id["save_case_as"].isEnabled()


def test_save_as_goes_on_in_the_copy(
    open_window: Open, articles: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(articles)
    assert window.session.case is not None
    original = window.session.case.path
    target = tmp_path / "elsewhere" / "copy.reconciler"
    target.parent.mkdir()
    window.actions_by_id["save_case_as"].trigger()
    dialog = window.findChild(QFileDialog, "file_dialog")
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(target))
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert window.session.case.path == target
    assert window.windowTitle().startswith("copy")
    window.actions_by_id["confirm"].trigger()
    assert decided(target) == 1
    assert decided(original) == 0
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def decided(path: Path) -> int:
    """Count the decisions in a case file through a connection of its own."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    (count,) = db.execute("SELECT count(*) FROM decisions").fetchone()
    db.close()
    return int(count)


def test_rename_moves_the_file_and_the_recent_list(open_window: Open, articles: list[Path]) -> None:
    window = open_window(articles)
    assert window.session.case is not None
    before = window.session.case.path
    window.commands.case.rename_to("The bridge / March")
    after = window.session.case.path
    assert after != before
    assert not before.exists()
    assert after.exists()
    assert "/" not in after.name
    assert window.windowTitle() == f"{after.stem} — Reconciler"
    assert window.recent_cases() == (after,)


def test_delete_asks_and_moves_the_case_to_the_trash(
    open_window: Open, articles: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    window = open_window(articles)
    assert window.session.case is not None
    path = window.session.case.path
    window.actions_by_id["delete_case"].trigger()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert path.exists()
    next(one for one in box.buttons() if one.text() == "Move to the trash").click()
    qtbot.waitUntil(lambda: window.session.case is None)
    assert not path.exists()
    assert window.stack.currentWidget() is window.start_page
    assert window.recent_cases() == ()


def test_recent_cases_are_on_the_start_page(open_window: Open, articles: list[Path]) -> None:
    window = open_window(articles)
    assert window.session.case is not None
    name, path = window.session.case.name, window.session.case.path
    window.actions_by_id["close_case"].trigger()
    row = next(
        button
        for button in window.start_page.findChildren(QPushButton)
        if button.accessibleName().startswith(name)
    )
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.session.case is not None
    assert window.session.case.path == path


def test_nothing_in_an_article_or_its_name_is_taken_for_markup(open_window: Open, tmp_path: Path) -> None:
    one, other = tmp_path / "<b>one<b>.txt", tmp_path / "<img src=x>.txt"
    one.write_text("Alarm: <h1>Fire</h1> & <script>alert(1)</script> in the <i>harbour</i> hall on Monday.\n")
    other.write_text("A fire in the harbour hall on Monday & <img src='http://127.0.0.1:9/x.png'> smoke.\n")
    window = open_window([one, other])
    assert window.session.case is not None
    for label in window.findChildren(QLabel):
        shows_rich = label.textFormat() == Qt.TextFormat.RichText
        assert not (shows_rich and ("script" in label.text() or "img" in label.text()))
    texts = [view.toPlainText() for view in window.panes.views()]
    assert "<h1>Fire</h1> & <script>alert(1)</script>" in texts[0]


def test_signals_are_read_on_opening_and_again_when_a_date_was_corrected(
    open_window: Open, articles: list[Path], qtbot: QtBot
) -> None:
    window = open_window(articles)
    case = case_of(window)
    source = case.sources[0]

    def fridays() -> list[str]:
        statements = case.statements(source.id)
        found = (decode(signal) for each in statements for signal in each.signals)
        return [each.start or "" for each in found if isinstance(each, DateValue)]

    for published, friday in (("2024-03-13", "2024-03-08"), ("2024-03-20", "2024-03-15")):
        own = properties_of(case.source(source.id))
        window.session.edit_source(source.id, replace(own, published=published))
        settle(window, qtbot)
        assert fridays() == [friday]
    window.session.undo()
    settle(window, qtbot)
    assert fridays() == ["2024-03-08"]
    with closing(sqlite3.connect(case.path)) as connection:
        on_disk = connection.execute("SELECT value FROM signals WHERE kind = 'date'").fetchall()
    assert ["2024-03-08" in value for (value,) in on_disk] == [True]


def test_undo_goes_back_to_the_articles_and_never_behind_them(
    open_window: Open, articles: list[Path]
) -> None:
    window = open_window(articles)
    window.actions_by_id["confirm"].trigger()
    for _ in range(3):
        window.actions_by_id["undo"].trigger()
    assert len(case_of(window).sources) == 2
    assert window.queue.visible_matches()
    assert not window.actions_by_id["undo"].isEnabled()


def test_with_nothing_matched_the_keyboard_is_in_the_article_not_in_a_field(
    open_window: Open, articles: list[Path]
) -> None:
    window = open_window([articles[0]])
    assert not window.queue.visible_matches()
    assert window.focusWidget() in window.panes.views()


def test_recent_cases_are_there_when_the_program_starts(open_window: Open, articles: list[Path]) -> None:
    first = open_window(articles)
    name = case_of(first).name
    first.close()
    again = open_window([])
    rows = [button.accessibleName() for button in again.start_page.findChildren(QPushButton)]
    assert any(row.startswith(name) for row in rows)


def test_the_current_match_stays_in_view_when_the_window_gets_narrower(
    open_window: Open, seeds: tuple[Path, Path], qtbot: QtBot
) -> None:
    window = open_window(list(seeds))
    window.resize(1500, 700)
    for _ in range(9):
        window.actions_by_id["next_match"].trigger()
    window.resize(960, 700)
    qtbot.waitUntil(lambda: window.width() <= 1000)
    current = window.session.current
    assert current is not None
    case = case_of(window)
    places = (case.matches[current].left, case.matches[current].right)
    for view, statement in zip(window.panes.views(), places, strict=True):
        ordinal = case.statement(statement).ordinal
        assert view.card(ordinal - 1).intersects(view.viewport().rect().toRectF())


def test_a_folder_for_cases_that_cannot_be_made_is_told(
    open_window: Open, articles: list[Path], places: Places
) -> None:
    places.cases.parent.mkdir(parents=True, exist_ok=True)
    places.cases.write_text("a file where the folder should be", encoding="utf-8")
    window = open_window(articles)
    assert "could not be written" in (window.notices.text("problem") or "")
    assert window.session.case is None
    assert window.stack.currentWidget() is window.start_page


def test_a_large_case_is_lined_up_once_and_scored_when_statements_are_to_be_linked(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    lines = [f"Line {number} tells of {number % 7} boats." for number in range(1001)]
    with Case.create(path) as case:
        case.add_sources([draft("morning", lines), draft("evening", lines)])
        one, other = (case.statements(source.id) for source in case.sources)
        shown = Proposal(one[0].id, other[0].id, 0.9, ())
        case.record_run("test", "{}", [PairAlignment(case.sources[0].id, case.sources[1].id, (shown,))])
        figure = Signal(SignalKind.FIGURE, 5, 6, "0", None)
        case.record_signals({one[0].id: (figure,), other[0].id: (figure,)})
    window = open_window([])
    assert window.opening.open_case(path)
    assert not window.background.jobs
    sources = [source.id for source in case_of(window).sources]
    assert window.session.proposing.alignment_between(*sources) is None
    window.session.select_statement(one[3].id)
    assert not window.background.jobs
    window.session.select_statement(other[3].id)
    settle(window, qtbot)
    (score,) = window.session.proposing.scores_of((one[3].id,), (other[3].id,))
    assert score.reasons
    assert list(case_of(window).matches) == [1]


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """A case whose file is so large that a worker reads it."""
    return heavy_case(tmp_path / "heavy.reconciler")


def test_the_articles_of_a_large_case_can_be_read_before_the_rest_is_there(
    open_window: Open, heavy: Path, qtbot: QtBot
) -> None:
    window = open_window([])
    with qtbot.waitSignal(window.opening.previewed):
        assert window.opening.open_case(heavy)
        assert window.session.case is None
    assert window.session.case is None
    assert window.stack.currentWidget() is window.columns
    view = window.panes.views()[0]
    assert "people crossed the dyke 1." in view.toPlainText()
    # What is tried before the case is there does nothing.
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.card(1).center().toPoint())
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.session.case is not None)
    settle(window, qtbot)
    assert window.session.selected == ()
    assert window.queue.visible_matches()
    assert window.windowTitle() == "heavy — Reconciler"
    with pytest.raises(CaseError):
        Case.open(heavy)
    match = window.session.current
    assert match is not None
    window.actions_by_id["confirm"].trigger()
    assert window.session.standing(match).verdict is Verdict.CONFIRMED
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.card(1).center().toPoint())
    assert window.session.selected


def test_a_large_case_that_is_damaged_is_told_and_let_go(
    open_window: Open, heavy: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(heavy)) as db, db:
        db.execute("DELETE FROM matches WHERE id = 3")
    window = open_window([])
    assert window.opening.open_case(heavy)
    qtbot.waitUntil(lambda: not window.background.jobs)
    assert "heavy" in (window.notices.text("problem") or "")
    assert window.stack.currentWidget() is window.start_page
    assert not list(heavy.parent.glob(".heavy*.lock"))


def test_another_case_takes_the_place_of_a_large_one_that_is_being_read(
    open_window: Open, heavy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = rich_case(tmp_path / "other.reconciler")
    window = open_window([])
    assert window.opening.open_case(heavy)
    assert window.opening.open_case(other)
    settle(window, qtbot)
    assert case_of(window).name == "other"
    Case.open(heavy).close()
    with qtbot.waitSignal(window.opening.case_shown):
        assert window.opening.open_case(heavy)
        assert case_of(window).name == "other"
    settle(window, qtbot)
    assert window.opening.open_case(other)
    assert window.opening.open_case(heavy)
    window.close_case()
    qtbot.waitUntil(lambda: not window.background.jobs)
    assert window.stack.currentWidget() is window.start_page
    Case.open(heavy).close()
