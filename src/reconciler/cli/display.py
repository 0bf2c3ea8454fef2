"""Whether a window can open here. Qt ends the whole process when it can't, so we look first."""

import ctypes
import os
import socket
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from reconciler.cli.x_display import PATIENCE_SECONDS, Answer, greet

_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_WAYLAND_SYNC = struct.pack("=IHHI", 1, 0, 12, 2)
"""Asks object 1, the display, by its request 0, `sync`, to answer on a new object 2: 12 bytes in all."""


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
    match greet(display, environ):
        case Answer.NONE:
            return f"the display {display} does not answer"
        case Answer.REFUSED:
            return f"the display {display} refuses us, its key is missing or wrong (XAUTHORITY)"
    missing = _missing_libraries()
    return f"the system lacks {', '.join(missing)}" if missing else None


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    """Whether a compositor takes us and keeps us; one that is slow to say so counts."""
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.settimeout(PATIENCE_SECONDS)
        try:
            compositor.connect(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name))
            compositor.sendall(_WAYLAND_SYNC)
            return bool(compositor.recv(1))
        except TimeoutError:
            return True
        except OSError:
            return False


def _missing_libraries() -> list[str]:
    missing = []
    for library, package in _X11_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing
