"""What a link gives, and what keeps it from giving anything, against a server that means harm."""

import gzip
import ipaddress
import threading
import tracemalloc
import zlib
from collections.abc import Iterator, Sequence

import pytest
from tests.hostile_server import LOOPBACK, Send, Server, serving

from reconciler import __version__
from reconciler.errors import Cancelled, Problem, ReadingError
from reconciler.reading.addresses import Address
from reconciler.reading.connection import Network
from reconciler.reading.link import Fetched, fetch

PAGE = (
    b"<html><head><title>Crue</title></head><body><p>La Lanterne est sortie de son lit dans la nuit de "
    b"mardi, et quarante familles du hameau ont dormi au gymnase, a dit le maire.</p></body></html>"
)


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
