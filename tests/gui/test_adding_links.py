"""Getting sources in from the clipboard and from links: nothing is fetched before one says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.formats import samples
from tests.gui.adding_driver import (
    drop,
    enter,
    last,
    mime,
    press,
    preview,
    said,
    stages,
)
from tests.gui.driving import BRIDGE, case_of, settle, written
from tests.hostile_server import Server, serving

from reconciler.gui.dialogs.add_entries import Stage
from reconciler.gui.dialogs.add_link import AddLinkDialog
from reconciler.gui.dialogs.add_sources import AddSourcesDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import StatementKind

Open = Callable[[list[Path]], MainWindow]


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> MainWindow:
    """The window on a case of two small articles on one event."""
    return open_window(written(tmp_path, BRIDGE))


@pytest.fixture
def server() -> Iterator[Server]:
    """A site on this machine."""
    with serving() as running:
        yield running


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
