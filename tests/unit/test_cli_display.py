import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from reconciler.cli.display import why_no_window

COOKIE = bytes(range(16))
LOCAL, WILD = 256, 65535
NEEDS_COOKIE = b"Authorization required"
Serve = Callable[[Callable[[socket.socket], None]], Path]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve a display by a function that answers one client; gives the path of its socket."""
    threads: list[Thread] = []
    with socket.socket(socket.AF_UNIX) as listening:

        def begin(answer: Callable[[socket.socket], None]) -> Path:
            path = tmp_path / "display:0"
            listening.bind(str(path))
            listening.listen()

            def work() -> None:
                client, _ = listening.accept()
                with client:
                    client.settimeout(10)
                    answer(client)

            threads.append(Thread(target=work))
            threads[-1].start()
            return path

        yield begin
        for thread in threads:
            thread.join(10)


def x_server(cookie: bytes = b"") -> Callable[[socket.socket], None]:
    """Return how an X server answers that lets in whoever has the cookie, or everybody without one."""

    def answer(client: socket.socket) -> None:
        order, major, _, name, data = struct.unpack("<cxHHHHxx", client.recv(12, socket.MSG_WAITALL))
        assert (order, major) == (b"l", 11)
        rest = client.recv(-(-name // 4) * 4 + -(-data // 4) * 4, socket.MSG_WAITALL) if name else b""
        proof = rest[-(-name // 4) * 4 :][:data]
        if cookie in (b"", proof):
            client.sendall(struct.pack("<BxHHH", 1, 11, 0, 0))
        else:
            reason = NEEDS_COOKIE + bytes(-len(NEEDS_COOKIE) % 4)
            client.sendall(struct.pack("<BBHHH", 0, len(NEEDS_COOKIE), 11, 0, len(reason) // 4) + reason)

    return answer


def authority(path: Path, *rows: tuple[int, bytes, bytes, bytes]) -> str:
    """Write an authority file of families, addresses, numbers and cookies; return its path."""
    data = b""
    for family, *fields, cookie in rows:
        data += struct.pack(">H", family)
        for field in (*fields, b"MIT-MAGIC-COOKIE-1", cookie):
            data += struct.pack(">H", len(field)) + field
    path.write_bytes(data)
    return str(path)


def lets_in(reason: str | None) -> bool:
    # A machine that only runs tests may lack what an X display needs; that is another reason.
    return reason is None or reason.startswith("the system lacks lib")


def test_without_any_display_the_reason_says_so() -> None:
    assert why_no_window({}, "linux") == "there is no display"


def test_other_systems_always_have_a_display() -> None:
    assert why_no_window({}, "darwin") is None
    assert why_no_window({}, "win32") is None


def test_a_chosen_qt_platform_is_taken_at_its_word() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


@pytest.mark.parametrize(
    "display",
    [":987", "unix:987.0", "/nowhere/display:0", "localhost:59000", "localhost:99999", "nonsense"],
)
def test_a_display_that_nobody_serves_is_named(display: str) -> None:
    assert why_no_window({"DISPLAY": display}, "linux") == f"the display {display} does not answer"


def test_a_display_that_takes_everybody_lets_the_window_open(serve: Serve, tmp_path: Path) -> None:
    display = str(serve(x_server()))
    assert lets_in(why_no_window({"DISPLAY": display, "HOME": str(tmp_path)}, "linux"))


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        ([], False),
        ([(LOCAL, b"here", b"0", COOKIE)], True),
        ([(WILD, b"", b"", COOKIE)], True),
        ([(LOCAL, b"here", b"0", COOKIE), (WILD, b"", b"", b"a later one")], True),
        ([(LOCAL, b"here", b"0", b"of another session")], False),
        ([(LOCAL, b"elsewhere", b"0", COOKIE)], False),
        ([(LOCAL, b"here", b"7", COOKIE)], False),
    ],
)
def test_a_display_with_a_key_lets_in_who_has_it_and_says_so_to_the_others(
    serve: Serve,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rows: list[tuple[int, bytes, bytes, bytes]],
    taken: bool,
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "here")
    display = str(serve(x_server(COOKIE)))
    keys = authority(tmp_path / "keys", *rows)
    reason = why_no_window({"DISPLAY": display, "XAUTHORITY": keys}, "linux")
    if taken:
        assert lets_in(reason)
    else:
        assert reason == f"the display {display} refuses us, its key is missing or wrong (XAUTHORITY)"


def test_an_authority_file_that_is_cut_off_gives_what_stands_before(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "here")
    display = str(serve(x_server(COOKIE)))
    keys = authority(tmp_path / "keys", (LOCAL, b"here", b"0", COOKIE), (WILD, b"", b"", b"cut off"))
    (tmp_path / "keys").write_bytes((tmp_path / "keys").read_bytes()[:-20])
    assert lets_in(why_no_window({"DISPLAY": display, "XAUTHORITY": keys}, "linux"))


def test_a_display_that_hangs_up_does_not_answer(serve: Serve, tmp_path: Path) -> None:
    display = str(serve(lambda client: client.close()))
    reason = why_no_window({"DISPLAY": display, "HOME": str(tmp_path)}, "linux")
    assert reason == f"the display {display} does not answer"


def test_wayland_counts_only_when_its_compositor_answers(serve: Serve) -> None:
    def compositor(client: socket.socket) -> None:
        assert struct.unpack("=IHHI", client.recv(12, socket.MSG_WAITALL)) == (1, 0, 12, 2)
        client.sendall(struct.pack("=IHHI", 2, 0, 12, 0))

    path = serve(compositor)
    answering = {"WAYLAND_DISPLAY": path.name, "XDG_RUNTIME_DIR": str(path.parent)}
    assert why_no_window(answering, "linux") is None
    assert why_no_window({**answering, "WAYLAND_DISPLAY": "gone-0"}, "linux") == "there is no display"


def test_a_compositor_that_hangs_up_is_no_display(serve: Serve) -> None:
    path = serve(lambda client: client.close())
    refusing = {"WAYLAND_DISPLAY": path.name, "XDG_RUNTIME_DIR": str(path.parent)}
    assert why_no_window(refusing, "linux") == "there is no display"


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server to try it on")
def test_a_real_server_refuses_who_has_no_key_and_takes_who_has(tmp_path: Path) -> None:
    keys = authority(tmp_path / "keys", (WILD, b"", b"", COOKIE))
    command = ["Xvfb", "-displayfd", "1", "-auth", keys, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            display = f":{server.stdout.readline().strip()}"
            assert lets_in(why_no_window({"DISPLAY": display, "XAUTHORITY": keys}, "linux"))
            environ = {"PATH": "/usr/bin", "DISPLAY": display, "RECONCILER_HOME": str(tmp_path)}
            environ |= {"PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path)}
            program = [sys.executable, "-m", "reconciler"]
            ran = subprocess.run(program, env=environ, capture_output=True, text=True, check=False)
        finally:
            server.terminate()
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"No window: the display {display} refuses us")
    assert len(ran.stderr.splitlines()) == 1
