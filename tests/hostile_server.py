"""A server on this machine that answers as it is told to, byte by byte, and the way to reach it."""

import ipaddress
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from reconciler.reading.addresses import Address, is_public
from reconciler.reading.connection import Network

LOOPBACK = ipaddress.ip_address("127.0.0.1")
Send = Callable[[bytes], None]


@dataclass
class Server:
    """A server whose every answer is a function that sends bytes; what it was asked is kept."""

    port: int = 0
    answers: dict[str, Callable[[Send], None]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "page.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def answer(self, path: str, content: bytes) -> str:
        self.answers[path] = lambda send: send(content)
        return self.url(path)

    def endlessly(self, path: str, first: bytes, again: bytes, pause: float, times: int = 400) -> str:
        """Answer in pieces with pauses; it ends some day, so that a client that waits for ever succeeds."""

        def drip(send: Send) -> None:
            send(first)
            for _ in range(times):
                if self.stopping.wait(pause):
                    return
                send(again)

        self.answers[path] = drip
        return self.url(path)

    def network(self, seconds: float = 20.0, **others: Address) -> Network:
        """Reach this server by the name page.example, and beside it what anybody may reach."""
        names = {"page.example": LOOPBACK} | {name.replace("_", "."): at for name, at in others.items()}

        def resolve(host: str, port: int) -> Sequence[Address]:
            del port
            with suppress(ValueError):
                return [ipaddress.ip_address(host)]
            if host not in names:
                raise OSError(-2, "Name or service not known")
            return [names[host]]

        return Network(resolve, self.allows, seconds=seconds)

    def allows(self, address: Address, port: int) -> bool:
        return (address, port) == (LOOPBACK, self.port) or is_public(address, port)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                connection = tls.wrap_socket(self.request, server_side=True) if tls else self.request
                with connection:
                    request = b""
                    while b"\r\n\r\n" not in request and (piece := connection.recv(65536)):
                        request += piece
                    if not request.endswith(b"\r\n\r\n"):
                        return
                    server.requests.append(request.decode("latin-1"))
                    server.answers[request.split()[1].decode()](connection.sendall)

    class Threaded(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        request_queue_size = 20

    with Threaded(("127.0.0.1", 0), Handler) as listening:
        server.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.stopping.set()
        listening.shutdown()
        thread.join()
