"""What all tests share: no test touches the user's files, leaks a thread or logs a warning unseen."""

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from reconciler.settings import Places, PreferencesFile

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `make test` tries the same examples each time, so that it says something of the change and not of
# chance. `HYPOTHESIS_PROFILE=search pytest tests/properties` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MakeWindow = Callable[[Sequence[Path]], "MainWindow"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILER_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_leaked_thread() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def _no_warning_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert not told, f"logged above info: {told}"


@pytest.fixture(scope="session", autouse=True)
def _garbage_on_the_main_thread() -> Iterator[None]:
    """As in the program (`gui.collecting`): a worker must never delete what belongs to Qt."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_collected(_garbage_on_the_main_thread: None) -> Iterator[None]:
    yield
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def _clipboard_released() -> Iterator[None]:
    yield
    from PySide6.QtGui import QGuiApplication

    from reconciler.gui.app import release_clipboard

    if QGuiApplication.instance() is not None:
        release_clipboard()


@pytest.fixture
def seeds() -> tuple[Path, Path]:
    """The two articles that the project began with."""
    first, second = sorted(SEEDS.glob("*.txt"))
    return first, second


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where the window keeps its files in this test."""
    return Places(tmp_path / "cases", tmp_path / "config")


@pytest.fixture
def open_window(qtbot: QtBot, places: Places) -> Iterator[MakeWindow]:
    """Open a window on files, and wait until its matches are there; it is closed after the test."""
    from PySide6.QtWidgets import QApplication

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
    opened.clear()
    gc.collect()


@pytest.fixture
def window(open_window: MakeWindow, seeds: tuple[Path, Path]) -> "MainWindow":
    """The window on the two seeds, aligned."""
    return open_window(seeds)
