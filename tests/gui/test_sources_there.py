"""Sources that are in the case: moved, taken out, shown as they came, read in another language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from tests.formats import samples
from tests.gui.adding_driver import drop, drop_files, enter, last, letters, mime, press, preview, said
from tests.gui.driving import BRIDGE, case_of, settle, written

from reconciler.gui.dialogs.fields import LanguageBox
from reconciler.gui.dialogs.original import OriginalDialog
from reconciler.gui.main_window import MainWindow

Open = Callable[[list[Path]], MainWindow]


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> MainWindow:
    """The window on a case of two small articles on one event."""
    return open_window(written(tmp_path, BRIDGE))


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
    drop(window, mime(BRIDGE[0].replace("Twelve", "Thirteen")))
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
