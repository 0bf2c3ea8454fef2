import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciler.cli.display import why_no_window


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Path]:
    """Give a socket that takes connections, as a display server's does."""
    path = tmp_path / "display-0"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        yield path


def test_without_any_display_the_reason_says_so() -> None:
    assert why_no_window({}, "linux") == "there is no display"


def test_other_systems_always_have_a_display() -> None:
    assert why_no_window({}, "darwin") is None
    assert why_no_window({}, "win32") is None


def test_a_chosen_qt_platform_is_taken_at_its_word() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


@pytest.mark.parametrize(
    "display", [":987", "unix:987.0", "/nowhere/display:0", "localhost:59000", "nonsense"]
)
def test_a_display_that_nobody_serves_is_named(display: str) -> None:
    assert why_no_window({"DISPLAY": display}, "linux") == f"the display {display} does not answer"


def test_a_display_that_answers_lets_the_window_open(server: Path) -> None:
    reason = why_no_window({"DISPLAY": str(server)}, "linux")
    # A machine that only runs tests may lack what an X display needs; that is another reason.
    assert reason is None or reason.startswith("the system lacks lib")


def test_wayland_counts_only_when_its_socket_answers(server: Path) -> None:
    answering = {"WAYLAND_DISPLAY": server.name, "XDG_RUNTIME_DIR": str(server.parent)}
    assert why_no_window(answering, "linux") is None
    assert why_no_window({**answering, "WAYLAND_DISPLAY": "gone-0"}, "linux") == "there is no display"
