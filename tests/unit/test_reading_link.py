"""What a link gives, and what keeps it from giving anything, against a server that means harm."""

import gzip
import ipaddress
import shutil
import socketserver
import ssl
import subprocess
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reconciler import __version__
from reconciler.errors import Cancelled, Problem, ReadingError
from reconciler.reading.addresses import Address, is_public
from reconciler.reading.connection import Network
from reconciler.reading.link import Fetched, fetch

PAGE = (
    b"<html><head><title>Crue</title></head><body><p>La Lanterne est sortie de son lit dans la nuit de "
    b"mardi, et quarante familles du hameau ont dormi au gymnase, a dit le maire.</p></body></html>"
)
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


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def response(
    content: bytes = PAGE, *headers: str, status: str = "200 OK", length: int | None = None
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def redirect(location: str, status: str = "302 Found") -> bytes:
    return response(b"", f"Location: {location}", status=status)


def problem(url: str, network: Network | None = None) -> tuple[Problem, str]:
    """Return what keeps a link from giving anything, and the address that the message names."""
    with pytest.raises(ReadingError) as caught:
        fetch(url, network=network)
    return caught.value.problem, caught.value.where


# --- What comes ---------------------------------------------------------------------------------


def test_a_page_comes_as_it_is_with_its_type_and_encoding(server: Server) -> None:
    url = server.answer("/a?b=1", response(PAGE, "Content-Type: text/html; charset=ISO-8859-1"))

    assert fetch(url + "#part", network=server.network()) == Fetched(PAGE, "text/html", url, "iso-8859-1")


def test_it_says_who_asks_and_nothing_else(server: Server) -> None:
    url = server.answer("/", redirect("/b"))
    server.answer("/b", response(PAGE, "Set-Cookie: who=analyst"))

    fetch(url, network=server.network())
    names = {line.partition(":")[0].lower() for line in server.requests[1].split("\r\n")[1:] if line}

    assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert f"User-Agent: Reconciler/{__version__}" in server.requests[1]
    assert f"Host: page.example:{server.port}" in server.requests[1]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("identity", PAGE)],
)
def test_packed_pages_are_unpacked(server: Server, encoding: str, packed: bytes) -> None:
    url = server.answer("/", response(packed, f"Content-Encoding: {encoding}"))

    assert fetch(url, network=server.network()).content == PAGE


def test_a_body_in_chunks_is_put_together(server: Server) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:50], PAGE[50:])) + b"0\r\n\r\n"

    assert fetch(server.answer("/", head + chunks), network=server.network()).content == PAGE


def test_letters_beyond_ascii_in_an_address_are_escaped(server: Server) -> None:
    server.answer("/cr%C3%BCe?q=%C3%A9t%C3%A9", response())

    assert fetch(server.url("/crüe?q=été"), network=server.network()).content == PAGE


def test_up_to_five_redirects_are_followed_and_the_last_address_told(server: Server) -> None:
    for number in range(5):
        server.answer(f"/{number}", redirect(f"/{number + 1}", "301 Moved Permanently"))
    last = server.answer("/5", response())

    assert fetch(server.url("/0"), network=server.network()).url == last


def test_progress_goes_up_to_the_whole(server: Server) -> None:
    told: list[float] = []
    url = server.answer("/", response(PAGE * 2000))

    fetch(url, progress=told.append, network=server.network())

    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1.0


# --- What means harm ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    ],
    ids=["headers", "continues", "body", "chunks", "empty packings"],
)
def test_the_time_is_for_everything_not_for_each_byte(server: Server, first: bytes, again: bytes) -> None:
    url = server.endlessly("/", first, again, pause=0.02)

    assert problem(url, server.network(seconds=0.6)) == (Problem.LINK_SLOW, url)


def test_redirects_share_one_time(server: Server) -> None:
    for number in range(5):
        slow = redirect(f"/{number + 1}")
        server.endlessly(f"/{number}", b"", slow, pause=0.25, times=1)
    server.answer("/5", response())

    assert problem(server.url("/0"), server.network(seconds=0.6))[0] is Problem.LINK_SLOW


def test_an_endless_body_ends_at_twenty_megabytes(server: Server) -> None:
    sent: list[int] = []

    def flood(send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for number in range(1000):
            send(b"word " * 20_000)
            sent.append(number)

    server.answers["/"] = flood

    assert problem(server.url(), server.network())[0] is Problem.TOO_LARGE
    assert len(sent) < 500


def test_a_length_over_the_limit_is_believed_at_once(server: Server) -> None:
    url = server.answer("/", response(b"short", length=30_000_000))

    assert problem(url, server.network())[0] is Problem.TOO_LARGE


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("wbits", [zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_a_bomb_never_unfolds(server: Server, wbits: int, chunked: bool) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    encoding = "Content-Encoding: " + ("gzip" if wbits > zlib.MAX_WBITS else "deflate")
    whole = response(bomb, encoding)
    if chunked:
        head = f"HTTP/1.1 200 OK\r\n{encoding}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        whole = head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(bomb), bomb)
    url = server.answer("/", whole)

    tracemalloc.start()
    try:
        assert problem(url, server.network())[0] is Problem.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "answer",
    [
        response(PAGE, length=len(PAGE) + 10),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n500\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE,
        response(b"no gzip at all, whatever the header says" * 9, "Content-Encoding: gzip"),
        response(PAGE, "Content-Encoding: br"),
        response(PAGE, "Content-Encoding: gzip, gzip, gzip"),
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    ],
    ids=["length", "chunk", "size", "gzip", "br", "layers", "nothing", "ssh", "long header", "many headers"],
)
def test_a_broken_answer_is_no_page(server: Server, answer: bytes) -> None:
    url = server.answer("/", answer)

    assert problem(url, server.network()) == (Problem.LINK_CUT_SHORT, url)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("401 Unauthorized", Problem.LINK_LOGIN),
        ("402 Payment Required", Problem.LINK_LOGIN),
        ("403 Forbidden", Problem.LINK_REFUSED),
        ("404 Not Found", Problem.LINK_GONE),
        ("410 Gone", Problem.LINK_GONE),
        ("429 Too Many Requests", Problem.LINK_TOO_OFTEN),
        ("451 Unavailable For Legal Reasons", Problem.LINK_WITHHELD),
        ("500 Internal Server Error", Problem.LINK_SERVER_FAULT),
        ("503 Service Unavailable", Problem.LINK_SERVER_FAULT),
        ("302 Found", Problem.LINK_ANSWER),
        ("206 Partial Content", Problem.LINK_ANSWER),
        ("418 I'm a teapot", Problem.LINK_ANSWER),
    ],
)
def test_an_error_page_is_never_taken_for_the_article(server: Server, status: str, expected: Problem) -> None:
    url = server.answer("/", response(PAGE, status=status))

    assert problem(url, server.network()) == (expected, url)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"Please enable cookies.",
        b"<html><head><title>%s</title></head><body><div id=root></div></body></html>"
        % (b"Long title " * 20),
        b"<html><body><script>%s</script><p>Loading</p></body></html>" % (b"let a = 1; " * 50),
    ],
)
def test_hardly_any_text_is_said_to_be_so(server: Server, content: bytes) -> None:
    url = server.answer("/", response(content, "Content-Type: text/html"))

    assert problem(url, server.network()) == (Problem.LINK_EMPTY, url)


@pytest.mark.parametrize(
    "kind", ["image/png", "VIDEO/mp4; x=y", "application/json", "text/css", "font/woff2"]
)
def test_what_is_no_text_by_its_type_is_not_fetched(server: Server, kind: str) -> None:
    url = server.endlessly("/", f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode(), b"x", pause=0.05)

    assert problem(url, server.network(seconds=5)) == (Problem.LINK_NOT_TEXT, url)


def test_a_wrong_type_does_not_matter_where_the_bytes_decide(server: Server) -> None:
    url = server.answer("/", response(b"%PDF-1.7 short", "Content-Type: text/html"))

    assert fetch(url, network=server.network()).content == b"%PDF-1.7 short"


def test_the_sixth_redirect_and_a_loop_are_refused(server: Server) -> None:
    for number in range(6):
        server.answer(f"/{number}", redirect(f"/{number + 1}"))
    url = server.answer("/loop", redirect("/back"))
    server.answer("/back", redirect("/loop"))

    assert problem(server.url("/0"), server.network()) == (Problem.LINK_REDIRECTS, server.url("/0"))
    assert "/6" not in "".join(server.requests)
    server.requests.clear()
    assert problem(url, server.network())[0] is Problem.LINK_REDIRECTS
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "data:text/html,hello", "ftp://page.example/a", "javascript:alert(1)", "https://"],
)
def test_a_redirect_leaves_the_web_nowhere(server: Server, target: str) -> None:
    url = server.answer("/", redirect(target))

    assert problem(url, server.network()) == (Problem.LINK_INVALID, target)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "10.1.1.1", "169.254.169.254", "intranet.example"])
def test_a_redirect_into_a_private_network_is_refused(server: Server, host: str) -> None:
    """It is refused by its address and port: the server itself stands on the loopback."""
    target = f"http://{host}:{server.port + 1}/secret"
    url = server.answer("/", redirect(target))
    network = server.network(intranet_example=ipaddress.ip_address("10.0.0.5"))

    assert problem(url, network) == (Problem.LINK_PRIVATE, target)


def test_without_leave_no_local_address_is_asked(server: Server) -> None:
    server.answer("/", response())

    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"):
        assert problem(server.url("/", host))[0] is Problem.LINK_PRIVATE
    assert not server.requests


def test_a_name_is_resolved_once_and_connected_to_as_it_was_judged(server: Server) -> None:
    """A name that changes under way (DNS rebinding) would otherwise be judged once and reached elsewhere."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[Address]:
        del port
        asked.append(host)
        return [LOOPBACK if len(asked) == 1 else ipaddress.ip_address("10.0.0.5")]

    url = server.answer("/", response())

    assert fetch(url, network=Network(resolve, server.allows)).content == PAGE
    assert asked == ["page.example"]


def test_one_private_address_among_several_is_enough_to_refuse(server: Server) -> None:
    mixed = [LOOPBACK, ipaddress.ip_address("192.168.1.1")]
    url = server.answer("/", response())

    assert problem(url, Network(lambda _host, _port: mixed, server.allows))[0] is Problem.LINK_PRIVATE
    assert not server.requests


def test_an_address_that_does_not_answer_is_followed_by_the_next(server: Server) -> None:
    several = [ipaddress.ip_address("127.0.0.2"), LOOPBACK]
    url = server.answer("/", response())

    assert fetch(url, network=Network(lambda _host, _port: several, lambda _at, _port: True)).content == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "",
        "page.example/a",
        "file:///etc/passwd",
        "ftp://page.example/",
        "data:text/plain,words",
        "https://",
        "https://user:secret@page.example/",
        "https://user@page.example/",
        "http://page.example\\@10.0.0.1/",
        "http://page.example:99999/",
        "http://page.example:0/",
        "http://page.example/a b",
        "http://page.example/\nHost: other",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://pa%67e.example/",
        "http://a..example/",
        "http://page.example/" + "a" * 9000,
        "http://page.example/\ud800",
    ],
)
def test_what_is_no_address_of_a_page(url: str, server: Server) -> None:
    found, where = problem(url, server.network())

    assert found is Problem.LINK_INVALID
    assert "secret" not in where


def test_a_name_nobody_has_and_a_port_nobody_listens_on(server: Server) -> None:
    dead = Network(lambda _host, _port: [LOOPBACK], lambda _at, _port: True)

    assert problem("http://nobody.example/", server.network())[0] is Problem.LINK_UNREACHABLE
    assert problem("http://page.example:1/", dead)[0] is Problem.LINK_UNREACHABLE


def test_a_name_server_that_does_not_answer_takes_no_longer_than_the_rest() -> None:
    answered = threading.Event()

    def resolve(host: str, port: int) -> Sequence[Address]:
        answered.wait(30)
        raise OSError(host, port)

    try:
        assert problem("http://page.example/", Network(resolve, seconds=0.3))[0] is Problem.LINK_SLOW
    finally:
        answered.set()
        for thread in threading.enumerate():
            if thread.name == "resolve":
                thread.join()


def test_it_stops_when_told_to(server: Server) -> None:
    url = server.endlessly("/", b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n", b"x", pause=0.02)

    with pytest.raises(Cancelled):
        fetch(url, cancelled=lambda: bool(server.requests), network=server.network())


def test_behind_a_proxy_nothing_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = server.answer("/", response())
    monkeypatch.setenv("http_proxy", server.url())

    assert problem(url, server.network()) == (Problem.LINK_PROXY, url)
    assert not server.requests
    monkeypatch.setenv("no_proxy", "page.example")
    assert fetch(url, network=server.network()).content == PAGE


# --- Addresses ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.8.8.8 168.63.129.16 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.192 192.0.2.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1
    240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
    64:ff9b::10.0.0.1 64:ff9b::127.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::
    fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 3fff::1 5f00::1
    """.split(),  # noqa: SIM905  # a list of so many is easier to read so
)
def test_addresses_that_no_link_may_lead_to(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address), 80)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "2a00:1450:4007:80c::200e",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2002:808:808::",
        "::ffff:8.8.8.8",
    ],
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(ipaddress.ip_address(address), 443)


# --- https --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for page.example, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl program")
    path = tmp_path_factory.mktemp("tls") / "page.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", path),
            *("-out", path.with_suffix(".crt"), "-subj", "/CN=page.example"),
            *("-addext", "subjectAltName=DNS:page.example"),
        ],
        check=True,
        capture_output=True,
    )
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as running:
        context.sni_callback = lambda _socket, name, _context: running.names.append(name)
        yield running


def trusting(server: Server, certificate: Path, seconds: float = 20.0) -> Network:
    return Network(
        lambda _host, _port: [LOOPBACK],
        server.allows,
        lambda: ssl.create_default_context(cafile=str(certificate.with_suffix(".crt"))),
        seconds,
    )


def test_https_asks_for_the_host_by_name(secure: Server, certificate: Path) -> None:
    secure.answer("/", response())

    page = fetch(secure.url(scheme="https"), network=trusting(secure, certificate))

    assert (page.content, page.url) == (PAGE, secure.url(scheme="https"))
    assert secure.names == ["page.example"]


def test_a_certificate_for_another_name_is_refused(secure: Server, certificate: Path) -> None:
    url = secure.url(host="other.example", scheme="https")

    assert problem(url, trusting(secure, certificate)) == (Problem.LINK_UNTRUSTED, url)
    assert not secure.requests


def test_a_certificate_nobody_vouches_for_is_refused(secure: Server) -> None:
    url = secure.url(scheme="https")

    assert problem(url, secure.network()) == (Problem.LINK_UNTRUSTED, url)
    assert not secure.requests


def test_https_is_held_to_the_same_time(secure: Server, certificate: Path) -> None:
    secure.endlessly("/", b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n", b"x", pause=0.02)
    network = trusting(secure, certificate, seconds=1.0)

    assert problem(secure.url(scheme="https"), network)[0] is Problem.LINK_SLOW


def test_a_handshake_that_never_ends_does(server: Server) -> None:
    """A server without TLS waits for a request, and the client for an answer to its greeting."""
    assert problem(server.url(scheme="https"), server.network(seconds=0.5))[0] is Problem.LINK_SLOW
