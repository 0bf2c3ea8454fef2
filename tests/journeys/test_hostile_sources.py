"""Articles that try everything, through the whole program: read, shown, decided, reported, taken back in."""

import csv
import json
import re
import socket
import zipfile
from collections.abc import Iterator
from html import escape
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import MakeWindow

from reconciler.case import Case, check
from reconciler.cli import main
from reconciler.export.values import Form
from reconciler.gui.main_window import MainWindow
from reconciler.model import Verdict

MARKUP = (
    'The page said <script>alert("1")</script> and <img src="http://127.0.0.1:{port}/seen.png"> on Monday.'
)
FORMULA = '=HYPERLINK("http://127.0.0.1:{port}/"&A1,"12 people") stood in the sheet of the harbour office.'
COMMAND = "+cmd|' /C calc' is what the second sheet of the harbour office said."
TURNED = "The file \u202egnp.exe\u202c was sent by \u2067the harbour office\u2069 to 14 ships."
CLOSING = "]]> --> </style></script></textarea></title> &lt;b&gt; ended the statement of the minister."
LONG = "The minister listed the ships: " + "ship " * 4000 + "and that was all."
PLAIN = "The harbour was closed on Tuesday for 3 days."
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that nobody may come to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def sentences(listener: socket.socket) -> tuple[str, ...]:
    port = listener.getsockname()[1]
    made = (MARKUP, FORMULA, COMMAND, TURNED, CLOSING, LONG, PLAIN)
    return tuple(each.replace("{port}", str(port)) for each in made)


@pytest.fixture
def hostile(
    open_window: MakeWindow, sentences: tuple[str, ...], listener: socket.socket, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    """The window on a page and a text that say the same, markup and all."""
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/seen"
    page = tmp_path / "<b>page<i>.html"
    body = "".join(f"<p>{escape(each)}</p>" for each in sentences)
    page.write_text(
        f"<html><head><title>Harbour &lt;script&gt;alert(2)&lt;/script&gt;</title>"
        f'<script src="{address}.js"></script><link rel="stylesheet" href="{address}.css">'
        f'<meta http-equiv="refresh" content="0; url={address}"></head><body onload="alert(3)">'
        f'<article><h1>Harbour closed</h1><iframe src="{address}.html"></iframe><img src="{address}.png">'
        f"{body}</article></body></html>",
        encoding="utf-8",
    )
    text = tmp_path / "text.txt"
    text.write_text("Harbour closed\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    window = open_window([page, text])
    qtbot.waitUntil(lambda: window.session.case is not None and bool(window.session.case.matches))
    return window


def spoken(widget: QWidget) -> Iterator[tuple[str, bool]]:
    """Give each text that a widget and its parts show, and whether Qt would take it for markup."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield each.toolTip(), QtGui.Qt.mightBeRichText(each.toolTip())
        if isinstance(each, QLabel):
            rich = each.textFormat() == Qt.TextFormat.RichText
            guessed = each.textFormat() == Qt.TextFormat.AutoText and QtGui.Qt.mightBeRichText(each.text())
            yield each.text(), rich or guessed
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            for index in rows(each.model()):
                tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
                yield tip, QtGui.Qt.mightBeRichText(tip)


def rows(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(), 50)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield model.index(row, column)


def require_plain(window: MainWindow) -> None:
    """Make sure that nothing that an article says is taken for markup anywhere in the window."""
    assert not window.grab().isNull()
    signs = ("<script", "<img", "</style", "</title", "<b>page")
    taken = [text for text, as_markup in spoken(window) if as_markup and any(sign in text for sign in signs)]
    assert taken == []


def nobody_came(listener: socket.socket) -> bool:
    with pytest.raises(BlockingIOError):
        listener.accept()
    return True


def test_hostile_articles_go_through_the_whole_program_as_text(
    hostile: MainWindow, sentences: tuple[str, ...], listener: socket.socket, tmp_path: Path, qtbot: QtBot
) -> None:
    case = hostile.session.case
    assert case is not None
    for source in case.sources:
        said = {one.text for one in case.statements(source.id)}
        assert said >= set(sentences), "to the last character, bidi marks and 20,000 letters too"
    pairs = {
        (case.statement(each.left).text, case.statement(each.right).text) for each in case.matches.values()
    }
    assert {(each, each) for each in sentences} <= pairs
    walk_through(hostile, qtbot)
    confirmed = {
        case.statement(match.left).text
        for number, match in case.matches.items()
        if case.standing(number).verdict is Verdict.CONFIRMED
    }
    assert confirmed >= set(sentences)
    export_all(hostile, tmp_path, qtbot)
    require_harmless_exports(tmp_path, sentences)
    path = case.path
    hostile.close_case()
    assert check(path) == ()
    again = tmp_path / "again.reconciler"
    assert main(["import", str(tmp_path / "case.json"), "--case", str(again)]) == 0
    with Case.open(path, read_only=True) as one, Case.open(again, read_only=True) as other:
        assert [one.standing(match) for match in sorted(one.matches)] == [
            other.standing(match) for match in sorted(other.matches)
        ]
    assert nobody_came(listener)


def walk_through(window: MainWindow, qtbot: QtBot) -> None:
    """Confirm every match by its key, looking at each, then open all views and lists."""
    case = window.session.case
    assert case is not None
    window.focus_queue()
    for _ in range(len(case.matches)):
        require_plain(window)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
        QApplication.processEvents()
    window.session.annotate(next(iter(case.matches)), '<script>note</script> =1+1 "&amp;')
    for name in (
        "view_claims",
        "view_sources",
        "view_panes",
        "findings",
        "signals",
        "overview",
        "focus_mode",
    ):
        window.actions_by_id[name].trigger()
        qtbot.waitUntil(lambda: not window.background.jobs)
        require_plain(window)
    window.actions_by_id["history"].trigger()
    window.tool_bar.find_field.setText("<script>")
    window.tool_bar.find_field.search_now()
    qtbot.waitUntil(lambda: not window.background.jobs)
    require_plain(window)


def export_all(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    for form in Form:
        window.actions_by_id["export"].trigger()
        qtbot.waitUntil(lambda: not window.background.jobs, timeout=20_000)
        window.commands.exporting.export_to(folder / f"case.{form}", form, "en")
        qtbot.waitUntil((folder / f"case.{form}").exists, timeout=60_000)
        qtbot.waitUntil(lambda: not window.background.jobs, timeout=20_000)


def require_harmless_exports(folder: Path, sentences: tuple[str, ...]) -> None:
    page = (folder / "case.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|img|iframe|object|link|form|base)\b|\son\w+=|http-equiv=.refresh", page)
    assert not BIDI.search(page)
    assert 'href="javascript' not in page
    whole = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    assert {each["text"] for each in whole["sources"][0]["statements"]} >= set(sentences)
    book = load_workbook(folder / "case.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    table = (folder / "case.csv").read_text(encoding="utf-8-sig")
    csv.field_size_limit(10_000_000)
    cells = [cell for row in csv.reader(StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t") and len(cell) > 1]
    with zipfile.ZipFile(folder / "case.docx") as document:
        relations = document.read("word/_rels/document.xml.rels").decode()
        assert "127.0.0.1" not in relations
        assert "<script" not in document.read("word/document.xml").decode()
    pdf = (folder / "case.pdf").read_bytes()
    assert not re.search(rb"/(?:JavaScript|JS|Launch|SubmitForm|OpenAction)\b", pdf)
