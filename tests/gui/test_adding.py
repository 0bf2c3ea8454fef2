"""Getting sources in: what is dropped, pasted, fetched or chosen is seen, can be corrected, then goes in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.formats import samples
from tests.hostile_server import Server, serving

from reconciler.case import Case
from reconciler.gui.arrivals import FileArrival, LinkArrival, PastedArrival, arrivals_of
from reconciler.gui.dialogs.add_entries import Stage
from reconciler.gui.dialogs.add_link import AddLinkDialog
from reconciler.gui.dialogs.add_sources import AddSourcesDialog
from reconciler.gui.dialogs.fields import LanguageBox
from reconciler.gui.dialogs.original import OriginalDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import Source, StatementKind

Open = Callable[[list[Path]], MainWindow]

FIRST = "Bridge closed after cable snaps\n\nTwelve people were hurt on Friday when a bridge cable snapped.\n"
SECOND = "Cable fails on old bridge\n\nA cable of the bridge snapped and fifteen people were hurt.\n"
GERMAN = (
    "Seil der alten Brücke gerissen\n\nFünfzehn Menschen wurden am Freitag verletzt, als das Seil der alten "
    "Brücke riss. Die Stadt hat die Straße über den Fluss gesperrt.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two small articles on one event."""
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def window(open_window: Open, files: list[Path]) -> MainWindow:
    """The window on a case of both articles."""
    return open_window(files)


@pytest.fixture
def server() -> Iterator[Server]:
    """A site on this machine."""
    with serving() as running:
        yield running


def case_of(window: MainWindow) -> Case:
    assert window.session.case is not None
    return window.session.case


def letters(window: MainWindow) -> str:
    return "".join(source.letter for source in case_of(window).sources)


def last(window: MainWindow) -> Source:
    return case_of(window).sources[-1]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=60_000)


def mime(text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    """Return what another program gives: text, HTML, addresses."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def drop(window: MainWindow, data: QMimeData) -> None:
    action, button, keys = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, keys))


def preview(window: MainWindow, qtbot: QtBot, *, ready: bool = True) -> AddSourcesDialog:
    """Return the preview when it is there and, unless told otherwise, everything is read."""
    qtbot.waitUntil(lambda: window.findChild(AddSourcesDialog) is not None)
    dialog = window.findChild(AddSourcesDialog)
    assert dialog is not None
    if ready:
        qtbot.waitUntil(dialog.is_settled, timeout=60_000)
    return dialog


def drop_files(window: MainWindow, qtbot: QtBot, *paths: Path) -> AddSourcesDialog:
    drop(window, mime(urls=tuple(QUrl.fromLocalFile(str(path)).toString() for path in paths)))
    return preview(window, qtbot)


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


def press(dialog: QDialog, text: str) -> None:
    found = (one for one in dialog.findChildren(QPushButton) if one.isVisible())
    button = next(one for one in found if one.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def field(dialog: QDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def stages(dialog: AddSourcesDialog) -> list[Stage]:
    return [entry.stage for entry in dialog.entries]


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


# Paste and links ----------------------------------------------------------------------------------


def test_ctrl_v_previews_the_clipboard_but_is_text_in_a_field(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("The cable of the bridge was old. It snapped on Friday at noon.")
    window.actions_by_id["find"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.tool_bar.find_field.text().startswith("The cable")
    assert window.findChild(AddSourcesDialog) is None
    window.panes.focus_pane(0)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(window, qtbot)
    enter(dialog.form.preview)
    assert last(window).text.startswith("The cable of the bridge was old.")
    assert last(window).name == "Pasted text"
    settle(window, qtbot)


def test_pasted_html_brings_its_headings_and_no_markup(window: MainWindow, qtbot: QtBot) -> None:
    paragraph = (
        "The cable of the old bridge snapped on Friday at noon, the city said. Twelve people were hurt."
    )
    html = f"<h1>Cable snaps</h1><p>{paragraph}</p><script>alert(1)</script><img src='http://127.0.0.1:9/x'>"
    QGuiApplication.clipboard().setMimeData(mime(f"Cable snaps\n\n{paragraph}", html))
    window.focus_queue()
    window.actions_by_id["paste_source"].trigger()
    dialog = preview(window, qtbot)
    assert "alert" not in dialog.form.preview.toPlainText()
    enter(dialog.form.preview)
    kinds = [statement.kind for statement in case_of(window).statements(last(window).id)]
    assert kinds[0] is StatementKind.TITLE
    settle(window, qtbot)


def test_an_empty_clipboard_is_said_to_be_empty(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_by_id["paste_source"].trigger()
    assert "no link on the clipboard" in said(window.status)


def test_a_dropped_link_is_shown_and_fetched_only_on_enter(
    window: MainWindow, qtbot: QtBot, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    page = samples.html().replace(samples.URL.encode(), b"")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n".encode()
    url = server.answer("/story", head + page)
    window.adding.network = server.network()
    drop(window, mime(url, urls=(url,)))
    qtbot.waitUntil(lambda: window.findChild(AddLinkDialog) is not None)
    asking = window.findChild(AddLinkDialog)
    assert asking is not None
    assert asking.field.toPlainText() == url
    assert "Will be asked: page.example" in said(asking)
    assert not server.requests
    enter(asking.field)
    dialog = preview(window, qtbot)
    enter(dialog.form.preview)
    original = case_of(window).original(last(window).id)
    assert last(window).url == url
    assert original is not None
    assert (original.origin, original.data) == (url, page)
    settle(window, qtbot)


def test_a_link_that_cannot_be_fetched_says_why_and_can_be_changed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    window.actions_by_id["add_link"].trigger()
    asking = window.findChild(AddLinkDialog)
    assert asking is not None
    QTest.keyClicks(asking.field, "http://127.0.0.1/secret")
    enter(asking.field)
    dialog = preview(window, qtbot)
    assert stages(dialog) == [Stage.FAILED]
    assert "leads into a private network" in said(dialog)
    press(dialog, "Change the link…")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(AddLinkDialog)))
    again = next(one for one in window.findChildren(AddLinkDialog) if one.isVisible())
    assert again.field.toPlainText() == "http://127.0.0.1/secret"
    again.reject()


@pytest.mark.parametrize(
    ("typed", "says", "possible"),
    [
        ("www.example.org/story", "Will be asked: www.example.org", True),
        ("https://müller.example/x", "Will be asked: xn--mller-kva.example", True),
        ("https://good.example@evil.example/", "is no address", False),
        ("file:///etc/passwd", "is no address", False),
        ("", "", False),
    ],
)
def test_the_site_that_would_be_asked_is_named(qtbot: QtBot, typed: str, says: str, possible: bool) -> None:
    dialog = AddLinkDialog(typed)
    qtbot.addWidget(dialog)
    dialog.open()
    assert says in said(dialog)
    with qtbot.waitSignal(dialog.links_accepted, timeout=100, raising=False) as handed:
        enter(dialog.field)
    assert handed.signal_triggered is possible


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


# Sources that are there ---------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["move_source_right", "remove_source"])
def test_moving_and_removing_a_source_can_be_undone_and_redone(
    window: MainWindow, qtbot: QtBot, action: str
) -> None:
    settle(window, qtbot)
    before = window.panes.shown_sources()
    window.panes.focus_pane(0)
    window.actions_by_id[action].trigger()
    after = letters(window)
    assert after == {"move_source_right": "BA", "remove_source": "B"}[action]
    assert window.panes.shown_sources() == tuple(source.id for source in case_of(window).sources)
    window.actions_by_id["undo"].trigger()
    assert letters(window) == "AB"
    assert window.panes.shown_sources() == before
    window.actions_by_id["redo"].trigger()
    assert letters(window) == after
    settle(window, qtbot)


def test_what_is_found_is_stepped_through_from_a_pane_that_is_empty_by_now(
    window: MainWindow, qtbot: QtBot
) -> None:
    settle(window, qtbot)
    window.tool_bar.find_field.setText("hurt")
    window.tool_bar.find_field.search_now()
    settle(window, qtbot)
    window.session.remove_source(case_of(window).sources[1].id)
    window.panes.views()[1].setFocus()
    window.actions_by_id["find_next"].trigger()
    window.actions_by_id["find_previous"].trigger()
    assert " of " in window.tool_bar.hits.text()


def test_a_moved_source_keeps_the_keyboard_so_that_it_can_be_moved_back(window: MainWindow) -> None:
    window.panes.focus_pane(0)
    window.actions_by_id["move_source_right"].trigger()
    assert letters(window) == "BA"
    window.actions_by_id["move_source_right"].trigger()
    assert letters(window) == "BA"
    window.actions_by_id["move_source_left"].trigger()
    assert letters(window) == "AB"


def test_the_original_is_shown_as_text_and_exported_as_it_came(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = samples.html().replace(b"<h1>", "<script>alert('\u202e')</script><h1>".encode())
    path = tmp_path / "page.html"
    path.write_bytes(page)
    enter(drop_files(window, qtbot, path).form.preview)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.panes.focused_pane() == 1)
    window.actions_by_id["show_original"].trigger()
    dialog = window.findChild(OriginalDialog)
    assert dialog is not None
    # A long original is filled in slices.
    qtbot.waitUntil(lambda: "</html>" in dialog.view.toPlainText())
    text = dialog.view.toPlainText()
    assert "<script>alert('⟨U+202E⟩')</script><h1>" in text
    press(dialog, "Export original…")
    chooser = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    target = tmp_path / "out.html"
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    assert target.read_bytes() == page
    dialog.reject()
    settle(window, qtbot)


def test_an_original_that_cannot_be_written_is_told(window: MainWindow, tmp_path: Path) -> None:
    original = case_of(window).original(case_of(window).sources[0].id)
    assert original is not None
    window.commands.source.export_to(tmp_path / "nowhere" / "out.txt", original)
    assert "could not be written" in (window.notices.text("problem") or "")


def test_another_language_can_be_chosen_before_and_after(window: MainWindow, qtbot: QtBot) -> None:
    drop(window, mime(FIRST.replace("Twelve", "Thirteen")))
    dialog = preview(window, qtbot)
    box = dialog.findChild(LanguageBox)
    assert box is not None
    box.setCurrentIndex(box.findData("sv"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.entries[0].draft is not None and dialog.entries[0].draft.language == "sv")
    assert "in French and English only" in said(dialog)
    enter(dialog.form.preview)
    source = last(window)
    assert source.language == "sv"
    settle(window, qtbot)
    assert not any(statement.signals for statement in case_of(window).statements(source.id))
    window.commands.source.properties(source.id)
    properties = window.findChild(QDialog, "source_properties")
    assert isinstance(properties, QDialog)
    again = properties.findChild(LanguageBox)
    assert again is not None
    again.setCurrentIndex(again.findData("en"))
    assert "read anew by the rules of this language" in said(properties)
    press(properties, "Save")
    settle(window, qtbot)
    assert any(statement.signals for statement in case_of(window).statements(source.id))
    window.actions_by_id["undo"].trigger()
    settle(window, qtbot)
    assert not any(statement.signals for statement in case_of(window).statements(source.id))
