"""A connection to a host at an address that was judged first, within one time for everything.

A timeout of a socket counts anew with each byte, so that a server which sends one now and then
could hold it for ever: here every wait is a slice of what is left, and asks whether to go on.
"""

import errno
import ipaddress
import os
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from selectors import EVENT_WRITE, DefaultSelector
from typing import TypeVar

from urllib3.connection import HTTPConnection, HTTPSConnection

from reconciler.errors import Cancelled, Problem, ReadingError
from reconciler.reading.addresses import Address, Allows, is_public

Resolve = Callable[[str, int], Sequence[Address]]
"""Finds the addresses of a host; raises OSError when there are none."""

_SLICE = 0.2
_SECONDS_EACH = 4.0
_T = TypeVar("_T")


class Patience:
    """How long is left of the time for a link, and whether the user still wants it."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool] | None = None) -> None:
        self._ends_at = time.monotonic() + seconds
        self._cancelled = cancelled

    def slice(self) -> float:
        """Return for how many seconds to wait before asking again.

        Raises Cancelled, or ReadingError with LINK_SLOW when nothing is left.
        """
        if self._cancelled and self._cancelled():
            raise Cancelled
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise ReadingError(Problem.LINK_SLOW, "")
        return min(left, _SLICE)


def resolve_by_system(host: str, port: int) -> Sequence[Address]:
    """Ask the system for the addresses of a host, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


def trusted_by_system() -> ssl.SSLContext:
    """Return whom the system trusts; a frozen program may not find that list, and brings one."""
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if sys.platform != "win32" and not places.cafile and not places.capath:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """The way out: how names are resolved, which addresses may be reached, whom TLS trusts, for how long."""

    resolve: Resolve = resolve_by_system
    allows: Allows = is_public
    trust: Callable[[], ssl.SSLContext] = trusted_by_system
    seconds: float = 20.0


def open_connection(
    scheme: str, host: str, port: int, network: Network, patience: Patience
) -> HTTPConnection:
    """Connect to a host; for https its certificate must be for the host's name.

    Raises ReadingError: LINK_PRIVATE, LINK_UNREACHABLE, LINK_UNTRUSTED, LINK_SLOW; Cancelled.
    """
    addresses = _resolved(host, port, network.resolve, patience)
    for address in addresses:
        if not network.allows(address, port):
            raise ReadingError(Problem.LINK_PRIVATE, "", str(address))

    def dial() -> socket.socket:
        return _dialled(addresses, port, patience)

    connection: _Plain | _Secure
    if scheme == "http":
        connection = _Plain(host, port)
    else:
        tls = network.trust()
        tls.sslsocket_class = _patient_tls(patience)
        connection = _Secure(host, port, ssl_context=tls)
    connection.dial = dial
    try:
        connection.connect()
    except BaseException as error:
        connection.close()
        if isinstance(error, ssl.SSLCertVerificationError):
            raise ReadingError(Problem.LINK_UNTRUSTED, "", error.verify_message) from error
        if isinstance(error, OSError):
            raise ReadingError(Problem.LINK_UNREACHABLE, "", error.strerror or "") from error
        raise
    return connection


class _Plain(HTTPConnection):
    """A connection that is dialled to an address that was judged, whatever its host resolves to by now."""

    dial: Callable[[], socket.socket]

    def _new_conn(self) -> socket.socket:
        return self.dial()


class _Secure(HTTPSConnection):
    """The same with TLS: server name and certificate are those of the host."""

    dial: Callable[[], socket.socket]

    def _new_conn(self) -> socket.socket:
        return self.dial()


class _PatientSocket(socket.socket):
    """A socket each of whose waits is within the time for the link."""

    patience: Patience

    def recv_into(self, buffer: bytearray | memoryview, nbytes: int = 0, flags: int = 0) -> int:  # type: ignore[override]  # fewer kinds of buffer than typeshed knows
        return _patiently(
            self, self.patience, lambda: super(_PatientSocket, self).recv_into(buffer, nbytes, flags)
        )


def _patient_tls(patience: Patience) -> type[ssl.SSLSocket]:
    """Return the class of sockets for one link: `ssl` makes them itself, and shakes hands at once."""

    class PatientTls(ssl.SSLSocket):
        def recv_into(self, buffer: bytearray | memoryview, nbytes: int | None = None, flags: int = 0) -> int:  # type: ignore[override]  # as above
            return _patiently(
                self, patience, lambda: super(PatientTls, self).recv_into(buffer, nbytes, flags)
            )

        def do_handshake(self, block: bool = False) -> None:
            try:
                _patiently(self, patience, lambda: super(PatientTls, self).do_handshake(block))
            except BaseException:
                # `ssl` closes the socket for errors of the system's alone.
                self.close()
                raise

    return PatientTls


def _patiently(sock: socket.socket, patience: Patience, act: Callable[[], _T]) -> _T:
    while True:
        sock.settimeout(patience.slice())
        try:
            return act()
        except TimeoutError:
            continue


def _resolved(host: str, port: int, resolve: Resolve, patience: Patience) -> Sequence[Address]:
    """Resolve a name in a thread of its own: the system's call takes its time and can't be ended."""
    answers: SimpleQueue[Sequence[Address] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except Exception as error:  # it is raised again where it is waited for
            answers.put(error)

    thread = threading.Thread(target=ask, name="resolve", daemon=True)
    thread.start()
    while True:
        try:
            answer = answers.get(timeout=patience.slice())
            break
        except Empty:
            continue
    thread.join()
    if isinstance(answer, (OSError, UnicodeError)):
        detail = (answer.strerror or "") if isinstance(answer, OSError) else str(answer)
        raise ReadingError(Problem.LINK_UNREACHABLE, "", detail) from answer
    if isinstance(answer, Exception):
        raise answer
    if not answer:
        raise ReadingError(Problem.LINK_UNREACHABLE, "", host)
    return answer


def _dialled(addresses: Sequence[Address], port: int, patience: Patience) -> socket.socket:
    """Connect to the first of the addresses that answers; one that doesn't must not take all the time."""
    failed = OSError("no address")
    for number, address in enumerate(addresses, 1):
        seconds = _SECONDS_EACH if number < len(addresses) else float("inf")
        try:
            return _dialled_one(address, port, patience, seconds)
        except OSError as error:
            failed = error
    raise failed


def _dialled_one(address: Address, port: int, patience: Patience, seconds: float) -> socket.socket:
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    sock = _PatientSocket(family, socket.SOCK_STREAM)
    try:
        sock.patience = patience
        sock.setblocking(False)
        sock.connect_ex((str(address), port))
        _await_connection(sock, patience, seconds)
        sock.settimeout(patience.slice())
    except BaseException:
        sock.close()
        raise
    return sock


def _await_connection(sock: socket.socket, patience: Patience, seconds: float) -> None:
    gives_up_at = time.monotonic() + seconds
    with DefaultSelector() as selector:
        selector.register(sock, EVENT_WRITE)
        while not selector.select(patience.slice()):
            if time.monotonic() > gives_up_at:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    if code := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        raise OSError(code, os.strerror(code))
