"""The whole window over a folder of its own, as its user has it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconciler.settings import Places, PreferencesFile

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

MakeWindow = Callable[[Sequence[Path]], "MainWindow"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where the window keeps its files in this test."""
    return Places(tmp_path / "cases", tmp_path / "config")


@pytest.fixture
def open_window(qtbot: QtBot, places: Places) -> Iterator[MakeWindow]:
    """Open a window on files, and wait until its matches are there; it is closed after the test."""
    from reconciler.gui.app import make_window

    opened: list[MainWindow] = []

    def make(paths: Sequence[Path]) -> "MainWindow":
        window = make_window(places, PreferencesFile.load(places.preferences))
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.begin(paths)
        qtbot.waitUntil(lambda: not window.background.jobs, timeout=60_000)
        return window

    yield make
    for window in opened:
        window.session.drop_waiting()
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(open_window: MakeWindow, seeds: tuple[Path, Path]) -> "MainWindow":
    """The window on the two seeds, aligned."""
    return open_window(seeds)
