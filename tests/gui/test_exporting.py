"""Export from the window: what is said before, what is written, and what happens when it can't be."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.conftest import MakeWindow
from tests.hostile_case import HOSTILE, hostile_case

from reconciler.cli import main
from reconciler.export.values import Form
from reconciler.gui.dialogs.export import ExportDialog
from reconciler.gui.main_window import MainWindow

MOMENT = "2031-02-03T04:05:06.000Z"


@pytest.fixture
def hostile(open_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """The window on the hostile case."""
    with hostile_case(tmp_path) as case:
        path = case.path
    return open_window([path])


def opened(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(ExportDialog)
    qtbot.waitUntil(lambda: not window.background.jobs)
    return dialog


def texts(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def choose(dialog: ExportDialog, form: Form, window: MainWindow, qtbot: QtBot) -> None:
    forms, _languages = dialog.findChildren(QComboBox)
    forms.setCurrentIndex(forms.findData(form.value))
    qtbot.waitUntil(lambda: not window.background.jobs)


def export_button(dialog: ExportDialog) -> QPushButton:
    (box,) = dialog.findChildren(QDialogButtonBox)
    return next(each for each in box.buttons() if "xport" in each.text())  # type: ignore[return-value]  # all are


def preview_of(dialog: ExportDialog) -> str:
    (shown,) = dialog.findChildren(QPlainTextEdit)
    return shown.toPlainText()


def test_it_says_what_is_in_and_what_is_left_out_and_shows_it(hostile: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(hostile, qtbot)
    assert "In it: 2 confirmed, 1 unsure" in texts(dialog)
    assert "Left out: 1 weak proposal, 1 rejected" in texts(dialog)
    shown = preview_of(dialog)
    assert shown.startswith("Comparison of sources")
    assert HOSTILE[0] in shown, "as plain text"
    assert "\u202e" not in shown
    choose(dialog, Form.JSONLD, hostile, qtbot)
    assert "In it: 2 confirmed" in texts(dialog)
    assert preview_of(dialog).startswith('{\n "@context": "http://www.w3.org/ns/anno.jsonld"')
    choose(dialog, Form.XLSX, hostile, qtbot)
    assert "Left out: none" in texts(dialog)
    assert preview_of(dialog).startswith("Claims\n======")


def test_the_language_of_the_report_can_be_another_than_that_of_the_window(
    hostile: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(hostile, qtbot)
    _forms, languages = dialog.findChildren(QComboBox)
    languages.setCurrentIndex(languages.findData("fr"))
    qtbot.waitUntil(lambda: not hostile.background.jobs)
    assert preview_of(dialog).startswith("Comparaison de sources")
    assert "In it: 2 confirmed, 1 unsure" in texts(dialog)
    choose(dialog, Form.CSV, hostile, qtbot)
    assert not languages.isEnabled()


@pytest.mark.parametrize("form", list(Form))
def test_it_writes_the_same_bytes_as_the_command_line(
    hostile: MainWindow, qtbot: QtBot, tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reconciler.case.opened.now", lambda: MOMENT)
    dialog = opened(hostile, qtbot)
    choose(dialog, form, hostile, qtbot)
    export_button(dialog).click()
    (asking,) = (each for each in hostile.findChildren(QFileDialog) if each.isVisible())
    assert asking.selectedFiles()[0].endswith(f"a <b> case.{form}")
    target = tmp_path / f"window.{form}"
    asking.fileSelected.emit(str(target))
    asking.close()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: hostile.notices.text("exported") is not None)
    told = hostile.notices.text("exported") or ""
    assert told.startswith(f"Exported as window.{form}. In it: 2 confirmed")
    qtbot.waitUntil(lambda: not hostile.findChildren(ExportDialog))
    case = hostile.session.case
    assert case is not None
    other = tmp_path / f"line.{form}"
    arguments = ("export", str(case.path), "--format", form.value, "--output", str(other))
    assert main(arguments) == 0
    assert target.read_bytes() == other.read_bytes()


def test_the_file_can_be_shown_in_its_folder(
    hostile: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        "reconciler.gui.exporting.QDesktopServices.openUrl", lambda url: shown.append(url.toLocalFile())
    )
    opened(hostile, qtbot)
    hostile.commands.exporting.export_to(tmp_path / "out.csv", Form.CSV, "en")
    qtbot.waitUntil(lambda: hostile.notices.text("exported") is not None)
    for name in ("Show in folder", "Open"):
        next(each for each in hostile.notices.findChildren(QPushButton) if each.text() == name).click()
    assert shown == [str(tmp_path), str(tmp_path / "out.csv")]


def test_what_can_not_be_written_is_told_and_the_dialog_stays(
    hostile: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(hostile, qtbot)
    hostile.commands.exporting.export_to(tmp_path / "missing" / "out.html", Form.HTML, "en")
    qtbot.waitUntil(lambda: not hostile.background.jobs)
    assert dialog.isVisible()
    assert any("out.html" in text and "could not be written" in text for text in texts(dialog))
    assert export_button(dialog).isEnabled()
    case = hostile.session.case
    assert case is not None
    before = case.path.read_bytes()
    hostile.commands.exporting.export_to(case.path, Form.HTML, "en")
    assert any("is there already" in text for text in texts(dialog))
    assert case.path.read_bytes() == before


def test_giving_up_leaves_no_file_and_the_dialog_open(
    hostile: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(hostile, qtbot)
    target = tmp_path / "out.pdf"
    hostile.commands.exporting.export_to(target, Form.PDF, "en")
    assert not export_button(dialog).isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not hostile.background.jobs)
    assert dialog.isVisible()
    assert not target.exists()
    assert export_button(dialog).isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not hostile.findChildren(ExportDialog))


def test_closing_the_case_closes_it(hostile: MainWindow, qtbot: QtBot) -> None:
    opened(hostile, qtbot)
    hostile.close_case()
    qtbot.waitUntil(lambda: not hostile.findChildren(ExportDialog))


def test_an_exported_case_is_opened_as_a_case_of_its_own(
    hostile: MainWindow, open_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(hostile, qtbot)
    target = tmp_path / "handed over.json"
    hostile.commands.exporting.export_to(target, Form.JSON, "en")
    qtbot.waitUntil(lambda: hostile.notices.text("exported") is not None)
    first = hostile.session.case
    assert first is not None
    standings = [first.standing(number) for number in first.matches]
    other = open_window([target])
    case = other.session.case
    assert case is not None
    assert case.path.parent == other.places.cases
    assert [case.standing(number) for number in case.matches] == standings
    assert other.actions_by_id["undo"].isEnabled()
    assert [match.confidence for match in case.matches.values()] == pytest.approx([0.8, 0.7, 0.6, 0.5, 0.4])


def test_a_document_that_does_not_fit_is_told(open_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"reconciler": "1", "case": "x", "format": 1, "sources": [{}]}', encoding="utf-8")
    window = open_window([])
    window.opening.open_any([path])
    qtbot.waitUntil(lambda: not window.background.jobs)
    shown = window.notices.keys()
    told = [window.notices.text(key) or "" for key in shown]
    assert any("bad.json" in text and "document.sources[0].id" in text for text in told)
    assert window.session.case is None
