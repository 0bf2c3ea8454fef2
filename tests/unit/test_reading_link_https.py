"""A link to a site with TLS: whose name is asked for, whom is believed, and for how long."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.hostile_server import LOOPBACK, Server, serving

from reconciler.errors import Problem, ReadingError
from reconciler.reading.connection import Network
from reconciler.reading.link import fetch

PAGE = b"<p>La Lanterne est sortie de son lit dans la nuit de mardi, quarante familles sont parties.</p>" * 2
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def problem(url: str, network: Network) -> tuple[Problem, str]:
    with pytest.raises(ReadingError) as caught:
        fetch(url, network=network)
    return caught.value.problem, caught.value.where


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
    secure.answer("/", ANSWER)

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


def test_a_handshake_that_never_ends_does() -> None:
    """A server without TLS waits for a request, and the client for an answer to its greeting."""
    with serving() as server:
        assert problem(server.url(scheme="https"), server.network(seconds=0.5))[0] is Problem.LINK_SLOW
