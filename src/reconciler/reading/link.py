"""One page from the web, when the analyst asks for it, and nothing that it refers to.

The address is judged after it is resolved, and connected to as it was judged: a name that leads
elsewhere the second time (DNS rebinding) is never asked a second time. TLS still checks the name.

Proxies are not used. Behind one, the proxy resolves names, so that no check of ours would hold; to
go around one that is set would show the analyst's own address to a site from which the proxy may
be there to hide it. So a link that would go through one is refused with a word that says why.
"""

import ipaddress
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from reconciler import __version__
from reconciler.errors import Problem, ReadingError
from reconciler.reading.connection import Network, Patience, open_connection

MAX_BYTES = 20 * 1024 * 1024
MAX_REDIRECTS = 5

_CHUNK = 64 * 1024
_LONGEST_LINK = 8_000
_SHORT_PAGE = 4_000
_SHORT_TEXT = 120
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ANSWERS = {
    401: Problem.LINK_LOGIN,
    402: Problem.LINK_LOGIN,
    403: Problem.LINK_REFUSED,
    404: Problem.LINK_GONE,
    407: Problem.LINK_LOGIN,
    410: Problem.LINK_GONE,
    429: Problem.LINK_TOO_OFTEN,
    451: Problem.LINK_WITHHELD,
}
_NO_TEXT = re.compile(
    r"(?:image|audio|video|font|model)/|application/(?:json|javascript|wasm|x-msdownload)|text/css"
)
_TAGS = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(script|style|noscript|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([a-z0-9._:-]{1,40})")
_ENCODINGS = frozenset({"identity", "", "gzip", "x-gzip", "deflate"})
_PORTS = {"http": 80, "https": 443}
_NOT_IN_A_LINK = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,252}[a-z0-9_.])?")
_PASSWORD = re.compile(r"//[^/@]*@")
_IN_PATH = "/%:@!$&'()*+,;=~"
_IN_QUERY = _IN_PATH + "?[]|"
_REQUEST = {
    "User-Agent": f"Reconciler/{__version__} (a program for readers; it fetches one page on demand)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link led to: the bytes as they came, decompressed, and where they came from in the end."""

    content: bytes = field(repr=False)
    media_type: str
    url: str
    charset: str | None = None


def fetch(
    url: str,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
    network: Network | None = None,
) -> Fetched:
    """Fetch what a link leads to: http and https, 20 seconds in all, 20 MB, at most 5 redirects.

    No cookies, no referrer, no credentials. `progress` is told a share from 0 to 1 where the site
    says how much there is.

    Raises:
        ReadingError: why there is nothing to read (LINK_…, TOO_LARGE); `where` is the address that
            answered so, which after a redirect is another one.
        Cancelled: `cancelled` said so.
    """
    network = network or Network()
    patience = Patience(network.seconds, cancelled)
    asked = url.strip()
    visited: set[str] = set()
    try:
        for _ in range(MAX_REDIRECTS + 1):
            link = _Link.parse(asked)
            if str(link) in visited:
                break
            visited.add(str(link))
            answer = _ask(link, network, patience, progress)
            if isinstance(answer, Fetched):
                return answer
            asked = answer
    except ReadingError as error:
        raise ReadingError(error.problem, _shown(asked), error.detail) from error
    raise ReadingError(Problem.LINK_REDIRECTS, _shown(url))


@dataclass(frozen=True, slots=True)
class _Link:
    """An address that may be asked for: its parts as they go over the wire, without the fragment."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @classmethod
    def parse(cls, text: str) -> "_Link":
        """Take an address apart.

        Raises ReadingError with LINK_INVALID: not http or https, a password in it, no proper address.
        """
        if len(text) > _LONGEST_LINK or _NOT_IN_A_LINK.search(text):
            raise ReadingError(Problem.LINK_INVALID, "")
        try:
            parts = urlsplit(text)
            host, port = _ascii_host(parts.hostname or ""), parts.port
        except ValueError as error:
            raise ReadingError(Problem.LINK_INVALID, "") from error
        if parts.scheme not in _PORTS or "@" in parts.netloc or not host or port == 0:
            raise ReadingError(Problem.LINK_INVALID, "", parts.scheme[:20])
        query = f"?{quote(parts.query, safe=_IN_QUERY)}" if parts.query else ""
        target = quote(parts.path or "/", safe=_IN_PATH) + query
        return cls(parts.scheme, host, port or _PORTS[parts.scheme], target)


def _ascii_host(host: str) -> str:
    """Return a host's name as it is resolved. Raises ValueError for what is none."""
    if ":" in host and "%" not in host:
        return str(ipaddress.IPv6Address(host))
    name = host.encode("idna").decode("ascii").lower()
    if not _HOST.fullmatch(name):
        raise ValueError(name)
    return name


def _ask(
    link: _Link, network: Network, patience: Patience, progress: Callable[[float], None] | None
) -> Fetched | str:
    """Ask one host for one page: what it gave, or where it sends on to."""
    if _goes_by_proxy(link):
        raise ReadingError(Problem.LINK_PROXY, "")
    connection = open_connection(link.scheme, link.host, link.port, network, patience)
    try:
        connection.request("GET", link.target, headers=_REQUEST, preload_content=False)
        response = connection.getresponse()
        try:
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return _joined(link, location)
            return _fetched(link, response, progress)
        finally:
            response.close()
    except (HTTPException, HTTPError, OSError, ValueError, zlib.error) as error:
        raise ReadingError(Problem.LINK_CUT_SHORT, "", type(error).__name__) from error
    finally:
        connection.close()


def _goes_by_proxy(link: _Link) -> bool:
    proxies = getproxies()
    return bool(proxies.get(link.scheme) or proxies.get("all")) and not proxy_bypass(link.host)


def _joined(link: _Link, location: str) -> str:
    """Return where a redirect leads to; sites write addresses in UTF-8 and with spaces."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(str(link), location.strip().replace(" ", "%20"))


def _fetched(link: _Link, response: BaseHTTPResponse, progress: Callable[[float], None] | None) -> Fetched:
    detail = f"HTTP {response.status}"
    if response.status >= 500:
        raise ReadingError(Problem.LINK_SERVER_FAULT, "", detail)
    if response.status != 200:
        raise ReadingError(_ANSWERS.get(response.status, Problem.LINK_ANSWER), "", detail)
    named = response.headers.get("Content-Type", "").lower()
    media_type = named.partition(";")[0].strip()
    if _NO_TEXT.match(media_type):
        raise ReadingError(Problem.LINK_NOT_TEXT, "", media_type[:60])
    content = _body(response, progress)
    if _is_nearly_empty(content):
        raise ReadingError(Problem.LINK_EMPTY, "")
    charset = _CHARSET.search(named)
    return Fetched(content, media_type, str(link), charset[1] if charset else None)


def _body(response: BaseHTTPResponse, progress: Callable[[float], None] | None) -> bytes:
    """Return the body, decompressed piece by piece, so that no bomb can grow beyond the limit."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in _ENCODINGS:
        raise ReadingError(Problem.LINK_CUT_SHORT, "", f"Content-Encoding: {encoding[:40]}")
    total = response.length_remaining or 0
    content = bytearray()
    if total <= MAX_BYTES:
        for piece in response.stream(_CHUNK, decode_content=True):
            content += piece
            if len(content) > MAX_BYTES:
                break
            if progress and total:
                progress(min(response.tell() / total, 1.0))
    if total > MAX_BYTES or len(content) > MAX_BYTES:
        raise ReadingError(Problem.TOO_LARGE, "", f"{MAX_BYTES // 1024 // 1024} MB")
    return bytes(content)


def _is_nearly_empty(content: bytes) -> bool:
    """Say whether a short answer holds hardly any text: a page that scripts would fill, a wall, a notice."""
    if len(content) > _SHORT_PAGE or b"\x00" in content or content.startswith((b"%PDF", b"PK")):
        return not content.strip()
    text = _TAGS.sub(" ", _UNSEEN.sub(" ", content.decode("utf-8", "replace")))
    return len(" ".join(text.split())) < _SHORT_TEXT


def _shown(url: str) -> str:
    """Return an address as a message can show it: in one line, not endless, without a password."""
    return _PASSWORD.sub("//…@", " ".join(url.split()))[:300]
