"""What all tests share: no test touches the user's files, leaks a thread or logs a warning unseen."""

import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


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


@pytest.fixture
def seeds() -> tuple[Path, Path]:
    """The two articles that the project began with."""
    first, second = sorted(SEEDS.glob("*.txt"))
    return first, second
