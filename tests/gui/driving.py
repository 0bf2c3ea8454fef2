"""How tests drive the window: files for it, waiting for it, answering what it asks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reconciler.case import Case
from reconciler.gui.inspector import InspectorPanel
from reconciler.gui.main_window import MainWindow

BRIDGE = (
    "Bridge closed after cable snaps\n\nTwelve people were hurt on Friday when a bridge cable snapped.\n",
    "Cable fails on old bridge\n\nA cable of the bridge snapped and fifteen people were hurt.\n",
)
"""Two small articles on one event."""


def written(
    folder: Path, texts: Sequence[str], names: Sequence[str] = ("first.txt", "second.txt")
) -> list[Path]:
    """Write articles into a folder; return their files."""
    paths = [folder / name for name in names]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def caught_up(inspector: InspectorPanel) -> InspectorPanel:
    """Return an inspector that tells all of the current match, as it does in the turn after a key."""
    inspector.catch_up()
    return inspector


def case_of(window: MainWindow) -> Case:
    """Return the open case."""
    assert window.session.case is not None
    return window.session.case


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.background.jobs, timeout=60_000)


def asked(window: MainWindow, answer: str) -> str:
    """Answer the question that is shown; return it."""
    box = next(one for one in window.findChildren(QMessageBox) if one.isVisible())
    next(one for one in box.buttons() if one.text() == answer).click()
    return box.text()
