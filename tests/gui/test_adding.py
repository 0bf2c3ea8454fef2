"""Getting sources in: what is dropped or chosen is seen, can be corrected, then goes in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.formats import samples
from tests.gui.adding_driver import (
    drop,
    drop_files,
    enter,
    field,
    last,
    letters,
    mime,
    press,
    preview,
    said,
    stages,
)
from tests.gui.driving import BRIDGE, case_of, settle, written

from reconciler.gui.arrivals import FileArrival, LinkArrival, PastedArrival, arrivals_of
from reconciler.gui.dialogs.add_entries import Stage
from reconciler.gui.dialogs.add_sources import AddSourcesDialog
from reconciler.gui.dialogs.fields import LanguageBox
from reconciler.gui.main_window import MainWindow
from reconciler.model import StatementKind

Open = Callable[[list[Path]], MainWindow]

GERMAN = (
    "Seil der alten Brücke gerissen\n\nFünfzehn Menschen wurden am Freitag verletzt, als das Seil der alten "
    "Brücke riss. Die Stadt hat die Straße über den Fluss gesperrt.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two small articles on one event."""
    return written(tmp_path, BRIDGE)


@pytest.fixture
def window(open_window: Open, files: list[Path]) -> MainWindow:
    """The window on a case of both articles."""
    return open_window(files)


# What arrives -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mime(urls=("file:///a/one.pdf", "file:///a/two.txt")), [FileArrival, FileArrival]),
        (mime("https://a.example/x", urls=("https://a.example/x",)), [LinkArrival]),
        (mime(urls=("https://a.example/x",)), [LinkArrival]),
        (mime("https://a.example/x\r\n http://b.example/y \n"), [LinkArrival, LinkArrival]),
        (mime("Read https://a.example/x today"), [PastedArrival]),
        (mime("Words of a page", "<p>Words of a page</p>", ("https://a.example/x",)), [PastedArrival]),
        (mime("", "<p>Only a page</p>"), [PastedArrival]),
        (mime("javascript:alert(1)"), [PastedArrival]),
        (mime(urls=("ftp://a.example/x",)), []),
        (mime(" \n "), []),
    ],
)
def test_files_links_and_text_are_told_apart(data: QMimeData, expected: list[type]) -> None:
    assert [type(arrival) for arrival in arrivals_of(data)] == expected


# Into the case ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plain", "html", "pdf", "docx", "odt", "rtf", "email", "mhtml", "markdown"])
def test_a_dropped_file_of_any_format_is_shown_and_goes_in_with_enter(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    content = getattr(samples, name)()
    path = tmp_path / f"sample.{name}"
    path.write_bytes(content)
    dialog = drop_files(window, qtbot, path)
    shown = dialog.form.preview.toPlainText()
    assert all(words in shown for words in ("old suspension bridge at Montrivel", "repair will take five"))
    assert letters(window) == "AB"
    enter(dialog.form.preview)
    assert letters(window) == "ABC"
    original = case_of(window).original(last(window).id)
    assert original is not None
    assert original.data == content
    assert original.origin == str(path)
    assert last(window).id in window.panes.shown_sources()
    settle(window, qtbot)


def test_the_preview_shows_what_is_known_and_what_was_left_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(samples.html())
    dialog = drop_files(window, qtbot, path)
    assert field(dialog, "Title").text() == samples.TITLE
    assert field(dialog, "Outlet").text() == samples.OUTLET
    assert field(dialog, "Address (URL)").text() == samples.URL
    assert field(dialog, "Published").text().startswith(samples.PUBLISHED)
    box = dialog.findChild(LanguageBox)
    assert box is not None
    assert box.code() == "en"
    left_out = [dialog.form.left_out.item(row).text() for row in range(dialog.form.left_out.count())]
    assert any("All rights reserved" in passage for passage in left_out)
    assert "All rights reserved" not in dialog.form.preview.toPlainText()


def test_what_is_corrected_in_the_preview_is_what_goes_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(samples.html())
    dialog = drop_files(window, qtbot, path)
    for name, text in (("Title", "Another title"), ("Outlet", ""), ("Published", "6 March 2024")):
        line = field(dialog, name)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
    view = dialog.form.preview
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    enter(field(dialog, "Title"))
    source = last(window)
    assert (source.title, source.outlet, source.published) == ("Another title", None, "2024-03-06")
    kinds = [statement.kind for statement in case_of(window).statements(source.id)]
    assert kinds.index(StatementKind.BOILERPLATE) == 2
    settle(window, qtbot)


def test_a_passage_that_was_left_out_can_be_taken_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(samples.html())
    dialog = drop_files(window, qtbot, path)
    QTest.keyClick(dialog.form.preview, Qt.Key.Key_Delete)
    passages = [dialog.form.left_out.item(row).text() for row in range(dialog.form.left_out.count())]
    place = next(row for row, passage in enumerate(passages) if "All rights reserved" in passage)
    press(dialog, f"Left out of the page: {len(passages)}")
    dialog.form.left_out.setCurrentRow(place)
    press(dialog, "Take into the article")
    qtbot.waitUntil(lambda: "All rights reserved" in dialog.form.preview.toPlainText())
    assert dialog.form.left_out.count() == len(passages) - 1
    enter(dialog.form.preview)
    assert last(window).text.endswith(passages[place])
    kinds = [statement.kind for statement in case_of(window).statements(last(window).id)]
    assert kinds[0] is StatementKind.BOILERPLATE
    settle(window, qtbot)


def test_a_date_that_is_none_keeps_the_article_out_and_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "third.txt"
    path.write_text("A third article.\n\nThe cable of the bridge had been inspected on Monday.\n")
    dialog = drop_files(window, qtbot, path)
    line = field(dialog, "Published")
    QTest.keyClicks(line, "31 June 2023")
    enter(line)
    assert dialog.isVisible()
    assert dialog.focusWidget() is line
    assert "“31 June 2023” is not a date" in said(dialog)
    assert letters(window) == "AB"
    line.clear()
    QTest.keyClicks(line, "2023-06")
    enter(line)
    assert last(window).published == "2023-06"
    settle(window, qtbot)


def test_enter_at_once_adds_what_is_still_being_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    good, bad = tmp_path / "page.html", tmp_path / "photo.jpg"
    good.write_bytes(samples.html())
    bad.write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
    drop(window, mime(urls=(good.as_uri(), bad.as_uri())))
    dialog = preview(window, qtbot, ready=False)
    assert not dialog.is_settled()
    enter(dialog)
    qtbot.waitUntil(lambda: letters(window) == "ABC", timeout=60_000)
    assert "photo.jpg is of a kind that can't be read" in (window.notices.text("problem") or "")
    settle(window, qtbot)


def test_escape_stops_the_reading_and_leaves_the_case_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(samples.html())
    entries = len(case_of(window).entries())
    drop(window, mime(urls=(path.as_uri(),)))
    dialog = preview(window, qtbot, ready=False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert window.findChild(AddSourcesDialog) is None
    assert letters(window) == "AB"
    assert len(case_of(window).entries()) == entries


def test_reading_can_be_stopped_and_begun_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(samples.html())
    drop(window, mime(urls=(path.as_uri(),)))
    dialog = preview(window, qtbot, ready=False)
    press(dialog, "Stop")
    assert stages(dialog) == [Stage.STOPPED]
    settle(window, qtbot)
    assert stages(dialog) == [Stage.STOPPED]
    press(dialog, "Read it after all")
    qtbot.waitUntil(lambda: stages(dialog) == [Stage.READY], timeout=60_000)
    dialog.reject()


# Several at once ----------------------------------------------------------------------------------


def test_of_several_the_bad_ones_say_why_and_the_good_ones_go_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    archive, empty = tmp_path / "two.zip", tmp_path / "empty.txt"
    archive.write_bytes(samples.zip_of({"a.html": samples.html(), "b.txt": GERMAN.encode()}))
    empty.write_bytes(b"")
    dialog = drop_files(window, qtbot, empty, archive, tmp_path / "gone.pdf")
    assert stages(dialog) == [Stage.FAILED, Stage.READY, Stage.READY, Stage.FAILED]
    index = dialog.entries.index(0)
    assert "holds no text" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    dialog.list.setCurrentIndex(index)
    assert "holds no text" in said(dialog.message)
    dialog.list.setCurrentIndex(dialog.entries.index(1))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    enter(dialog.list)
    assert letters(window) == "ABC"
    assert last(window).language == "de"
    settle(window, qtbot)
    assert "German (no signals)" in said(window.panes)


def test_the_same_bytes_are_already_here_and_can_be_gone_to(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, files: list[Path]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(files[1].read_bytes())
    dialog = drop_files(window, qtbot, copy)
    assert stages(dialog) == [Stage.HERE]
    assert "what source B was made of" in said(dialog)
    enter(dialog)
    qtbot.waitUntil(lambda: window.findChild(AddSourcesDialog) is None)
    assert letters(window) == "AB"
    assert window.focusWidget() is window.panes.views()[1]


def test_the_same_bytes_twice_in_a_choice_go_in_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one.txt", "other.txt"):
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    dialog = drop_files(window, qtbot, tmp_path / "one.txt", tmp_path / "other.txt")
    assert stages(dialog) == [Stage.READY, Stage.TWICE]
    enter(dialog.list)
    assert letters(window) == "ABC"
    settle(window, qtbot)


# A new case, a case for reading only --------------------------------------------------------------


def test_without_a_case_what_is_added_makes_one_or_opens_the_one_it_is(
    open_window: Open, qtbot: QtBot, files: list[Path]
) -> None:
    window = open_window([])
    for _ in range(2):
        drop_files(window, qtbot, *files)
        enter(preview(window, qtbot).list)
        qtbot.waitUntil(lambda: window.session.case is not None, timeout=60_000)
        settle(window, qtbot)
        assert letters(window) == "AB"
        window.actions_by_id["close_case"].trigger()
    assert len(window.recent_cases()) == 1


def test_a_case_for_reading_only_takes_nothing_in(open_window: Open, files: list[Path], qtbot: QtBot) -> None:
    first = open_window(files)
    path = case_of(first).path
    window = open_window([])
    window.opening.open_case(path, read_only=True)
    assert not window.actions_by_id["paste_source"].isEnabled()
    drop(window, mime("Words of an article that somebody drags."))
    qtbot.waitUntil(lambda: window.notices.text("problem") is not None)
    assert "open for reading only" in (window.notices.text("problem") or "")
    assert window.findChild(AddSourcesDialog) is None
