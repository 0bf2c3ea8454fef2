"""Whether a window can open here. Qt ends the whole process when it can't, so we look first."""

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_X11_NAME = re.compile(r"(?P<host>[^:/]*|\[[^\]]*\]):(?P<number>\d+)(?:\.\d+)?")
_X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  # fixed by the X Window System
_X11_PORT = 6000
_PATIENCE_SECONDS = 2.0


def why_no_window(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Return why no window can open, in words that fit into a sentence, or None if one can.

    Systems other than Linux always have a display; QT_QPA_PLATFORM means that someone chose one.
    """
    if platform != "linux" or environ.get("QT_QPA_PLATFORM"):
        return None
    if _wayland_answers(environ):
        return None
    display = environ.get("DISPLAY", "")
    if not display:
        return "there is no display"
    if not _x_answers(display):
        return f"the display {display} does not answer"
    missing = _missing_libraries()
    return f"the system lacks {', '.join(missing)}" if missing else None


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _connects(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name)


def _x_answers(display: str) -> bool:
    if display.startswith("/"):
        return _connects(Path(display))
    name = _X11_NAME.fullmatch(display)
    if name is None:
        return False
    host, number = name["host"].strip("[]"), int(name["number"])
    if host not in ("", "unix"):
        return _reaches(host, _X11_PORT + number)
    path = f"{_X11_SOCKETS}{number}"
    return _connects(Path(path)) or _connects(f"\0{path}")


def _connects(address: Path | str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_PATIENCE_SECONDS)
        try:
            probe.connect(str(address))
        except OSError:
            return False
    return True


def _reaches(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=_PATIENCE_SECONDS).close()
    except (OSError, OverflowError):
        return False
    return True


def _missing_libraries() -> list[str]:
    missing = []
    for library, package in _X11_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing
