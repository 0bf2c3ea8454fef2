"""Whether an X server takes us: its greeting, with the key of the authority file, as libxcb sends it."""

import os
import re
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from types import MappingProxyType

PATIENCE_SECONDS = 2.0
_NAME = re.compile(r"(?P<host>[^:/]*|\[[^\]]*\]):(?P<number>\d+)(?:\.\d+)?")
_NUMBER = re.compile(r":(\d+)(?:\.\d+)?$")
_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  # fixed by the X Window System
_PORT = 6000
_MAJOR, _MINOR = 11, 0
_INTERNET, _INTERNET6, _LOCAL, _WILD = 0, 6, 256, 65535
_COOKIE, _OTHER_WAY = b"MIT-MAGIC-COOKIE-1", b"XDM-AUTHORIZATION-1"


class Answer(StrEnum):
    """What an X server answers to whoever wants a window."""

    WELCOME = "welcome"
    REFUSED = "refused"
    NONE = "none"


_ANSWERS = MappingProxyType({b"\0": Answer.REFUSED, b"\1": Answer.WELCOME, b"\2": Answer.REFUSED})
"""By the first byte of the server: failed, success, or "authenticate", for which libxcb knows no way."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A row of the authority file: what it is the key to, which way of proving oneself, and the proof."""

    family: int
    address: bytes
    number: bytes
    name: bytes
    data: bytes

    def fits(self, family: int, address: bytes, number: bytes) -> bool:
        is_there = self.family == _WILD or (self.family, self.address) == (family, address)
        return is_there and self.number in (b"", number)


def greet(display: str, environ: Mapping[str, str] = os.environ) -> Answer:
    """Greet the X server of a display, and say what it answers within some seconds."""
    try:
        with _connected(display) as server:
            number = _NUMBER.search(display)
            return _greeted(server, (number[1] if number else "").encode(), environ)
    except (OSError, OverflowError):
        return Answer.NONE


def _connected(display: str) -> socket.socket:
    """Connect to the server of a display.

    Raises:
        OSError: nobody serves it, or it is no name of a display.
        OverflowError: its number is none of a port.
    """
    if display.startswith("/"):
        return _local(display)
    name = _NAME.fullmatch(display)
    if name is None:
        raise OSError
    host, number = name["host"].strip("[]"), int(name["number"])
    if host not in ("", "unix"):
        return socket.create_connection((host, _PORT + number), timeout=PATIENCE_SECONDS)
    path = f"{_SOCKETS}{number}"
    try:
        return _local(path)
    except OSError:
        return _local(f"\0{path}")


def _local(address: str) -> socket.socket:
    server = socket.socket(socket.AF_UNIX)
    try:
        server.settimeout(PATIENCE_SECONDS)
        server.connect(address)
    except BaseException:
        server.close()
        raise
    return server


def _greeted(server: socket.socket, number: bytes, environ: Mapping[str, str]) -> Answer:
    family, address = _address(server)
    keys = {each.name: each.data for each in _keys(environ) if each.fits(family, address, number)}
    if _OTHER_WAY in keys:
        return Answer.WELCOME  # as far as we can tell: libxcb proves itself by that one first
    name, data = (_COOKIE, keys[_COOKIE]) if _COOKIE in keys else (b"", b"")
    server.sendall(
        struct.pack("<cxHHHHxx", b"l", _MAJOR, _MINOR, len(name), len(data)) + _padded(name) + _padded(data)
    )
    return _ANSWERS.get(server.recv(1), Answer.NONE)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _address(server: socket.socket) -> tuple[int, bytes]:
    """Return under which address the authority file has the keys of a server."""
    host = None if server.family == socket.AF_UNIX else _plain(ip_address(server.getpeername()[0]))
    if host is None or host.is_loopback:
        return _LOCAL, socket.gethostname().encode()
    return (_INTERNET if host.version == 4 else _INTERNET6), host.packed


def _plain(host: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return (host.ipv4_mapped if isinstance(host, IPv6Address) else None) or host


def _keys(environ: Mapping[str, str]) -> Iterator[_Key]:
    """Give the keys of the authority file, the first that fits last; none where there is no file."""
    path = environ.get("XAUTHORITY") or Path(environ.get("HOME", "/")) / ".Xauthority"
    try:
        data, rows = Path(path).read_bytes(), list[_Key]()
    except OSError:
        return iter(())
    with suppress(struct.error):  # it is cut off: what stands before counts
        at = 0
        while at < len(data):
            (family,) = struct.unpack_from(">H", data, at)
            at, fields = at + 2, list[bytes]()
            for _ in range(4):
                (length,) = struct.unpack_from(">H", data, at)
                fields.append(data[at + 2 : at + 2 + length])
                at += 2 + length
            rows.append(_Key(family, *fields))
    return reversed(rows)
