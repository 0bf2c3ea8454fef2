"""How tests bring sources in: what is dropped, what the preview says, what is pressed in it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.driving import case_of

from reconciler.gui.dialogs.add_entries import Stage
from reconciler.gui.dialogs.add_sources import AddSourcesDialog
from reconciler.gui.main_window import MainWindow
from reconciler.model import Source


def letters(window: MainWindow) -> str:
    """Return the letters of the sources, in their order."""
    return "".join(source.letter for source in case_of(window).sources)


def last(window: MainWindow) -> Source:
    """Return the last source."""
    return case_of(window).sources[-1]


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


def files_as_dropped(*paths: Path) -> QMimeData:
    """Return what a file manager gives."""
    return mime(urls=tuple(QUrl.fromLocalFile(str(path)).toString() for path in paths))


def drop(window: MainWindow, data: QMimeData) -> None:
    """Drop what another program gives on the window."""
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
    """Drop files on the window; return the preview once they are read."""
    drop(window, files_as_dropped(*paths))
    return preview(window, qtbot)


def enter(widget: QWidget) -> None:
    """Press Enter in a widget."""
    QTest.keyClick(widget, Qt.Key.Key_Return)


def press(dialog: QDialog, text: str) -> None:
    """Press a button of a dialog by its text."""
    found = (one for one in dialog.findChildren(QPushButton) if one.isVisible())
    button = next(one for one in found if one.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def field(dialog: QDialog, name: str) -> QLineEdit:
    """Return a field by what a screen reader calls it."""
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def said(widget: QWidget) -> str:
    """Return all that a widget says in labels."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def stages(dialog: AddSourcesDialog) -> list[Stage]:
    """Return how far each entry is."""
    return [entry.stage for entry in dialog.entries]
