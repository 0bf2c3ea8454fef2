"""How tests give a source its later text: two articles that are decided, and what becomes of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.driving import case_of, settle, written

from reconciler.gui.dialogs.update_source import UpdateSourceDialog
from reconciler.gui.dialogs.version_report import VersionReport
from reconciler.gui.main_window import MainWindow
from reconciler.model import Verdict

FIRST = """Bridge closed after cable snaps

Twelve people were hurt on Friday when a cable of the bridge snapped.

The mayor visited the injured in hospital on Saturday morning.

A choir had been singing beside the bridge when the cable gave way.

The city council will publish its inspection report on Monday.
"""
SECOND = """Cable of bridge fails

A cable of the bridge snapped on Friday and twelve people were hurt.

On Saturday morning the mayor visited the injured in hospital.

When the cable gave way a choir was singing beside the bridge.

The inspection report will be published by the city council on Monday.
"""
LATER = """Bridge closed after cable snaps

Fifteen people were hurt on Friday when a cable of the bridge snapped.

The city council will publish its inspection report on Monday.

A choir had been singing beside the bridge when the cable gave way.

A ferry will run every hour until the bridge opens again.
"""


def decided_on(open_window: Callable[[list[Path]], MainWindow], folder: Path, qtbot: QtBot) -> MainWindow:
    """Open two articles and confirm every match that is proposed."""
    window = open_window(written(folder, (FIRST, SECOND)))
    settle(window, qtbot)
    for match in list(case_of(window).matches):
        window.session.set_current(match)
        assert window.session.decide(Verdict.CONFIRMED)
    return window


def give(window: MainWindow, text: str) -> None:
    """Paste a later text of the left article, as the analyst does."""
    window.panes.focus_pane(0)
    window.actions_by_id["update_source"].trigger()
    dialog = window.findChild(UpdateSourceDialog)
    assert dialog is not None
    dialog.field.setPlainText(text)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def report(window: MainWindow, qtbot: QtBot) -> VersionReport:
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in window.findChildren(VersionReport)), timeout=60_000
    )
    return next(one for one in window.findChildren(VersionReport) if one.isVisible())


def press(widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def accept_later(window: MainWindow, qtbot: QtBot) -> None:
    """Give the left article its later text, accept it, and wait until it is aligned."""
    give(window, LATER)
    press(report(window, qtbot), "accept_version")
    settle(window, qtbot)
