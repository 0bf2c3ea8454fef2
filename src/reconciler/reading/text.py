r"""The text of a file, whatever wrote it.

Line ends become ``\n``; nothing else is changed (no Unicode normalisation), so that what an
analyst quotes is what the article says.
"""

import codecs
import hashlib
import re
from dataclasses import replace
from pathlib import Path

from reconciler.errors import Problem, ReadingError
from reconciler.model import Article
from reconciler.reading.metadata import find_metadata

MAX_BYTES = 20 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
)
_WESTERN = frozenset(
    "àâäáãåæçéèêëíîïìñóôöòõøœúûüùÿýßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÌÑÓÔÖÒÕØŒÚÛÜÙŸÝ"
    "«»‹›‘’‚“”„–—…€£©®™°·•§ªº²½¼¾±×µ¿¡\u00a0\u00ad"
)
_SAMPLE = 64 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")
# Tab, line feed, form feed, carriage return and escape occur in texts; other controls hardly ever do.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r\x1b\x0b\x1c\x1d\x1e\x1f\x08\x1a")


def read_file(path: Path) -> Article:
    """Read one article from a text file.

    Raises `ReadingError` (NOT_FOUND, IS_FOLDER, EMPTY, BINARY, UNREADABLE, TOO_LARGE).
    """
    where = _printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadingError(Problem.NOT_FOUND, where) from None
    except IsADirectoryError:
        raise ReadingError(Problem.IS_FOLDER, where) from None
    except (OSError, ValueError) as error:
        # Windows answers "permission denied" for a folder; a name with a NUL is a ValueError.
        if isinstance(error, PermissionError) and path.is_dir():
            raise ReadingError(Problem.IS_FOLDER, where) from None
        detail = (error.strerror or "") if isinstance(error, OSError) else str(error)
        raise ReadingError(Problem.UNREADABLE, where, detail) from error
    try:
        return read_bytes(_printable(path.name), data)
    except ReadingError as error:
        raise ReadingError(error.problem, where, error.detail) from None


def _printable(name: str) -> str:
    """Return a file's name as it can be shown and kept: Python has surrogates for what it can't decode."""
    return _SURROGATE.sub("\ufffd", name)


def read_bytes(name: str, data: bytes) -> Article:
    """Make an article of the bytes of a text; `name` is what messages call it.

    Raises `ReadingError` (EMPTY, BINARY, TOO_LARGE).
    """
    if len(data) > MAX_BYTES:
        raise ReadingError(Problem.TOO_LARGE, name, f"{MAX_BYTES // 1024 // 1024} MB")
    text = _decode(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip().strip("\ufeff\u200b"):
        raise ReadingError(Problem.EMPTY, name)
    found = find_metadata(text)
    article = Article(name=name, text=text, sha256=hashlib.sha256(data).hexdigest())
    return replace(article, outlet=found.outlet, url=found.url, published=found.published)


def _decode(name: str, data: bytes) -> str:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if encoding is None and not data.startswith(_MAGIC):
        encoding = _utf16_without_mark(data)
    if encoding:
        try:
            return _plain(name, data.decode(encoding))
        except UnicodeDecodeError:
            raise ReadingError(Problem.BINARY, name) from None
    if data.startswith(_MAGIC) or b"\x00" in data:
        raise ReadingError(Problem.BINARY, name)
    try:
        return _plain(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _plain(name, _guess(name, data))


def _plain(name: str, text: str) -> str:
    """Return the text unless it is full of control characters, which no article is."""
    sample = text[:_SAMPLE]
    if "\x00" in text or sum(ord(char) in _CONTROLS for char in sample) * 100 > len(sample):
        raise ReadingError(Problem.BINARY, name)
    return text


def _utf16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 without a byte-order mark by where its zero bytes stand."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high > half * 0.6 and low == 0:
        return "utf-16-le"
    if low > half * 0.6 and high == 0:
        return "utf-16-be"
    return None


def _western(data: bytes) -> str | None:
    """Decode Windows-1252, where all that is not ASCII is what Western languages write in it.

    A guess by statistics takes the few accents of a short article for Baltic or Turkish ones.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    special = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    usual = sum(char in _WESTERN for char in special)
    return text if usual == len(special) and letters > 3 * len(special) else None


def _guess(name: str, data: bytes) -> str:
    """Decode what is neither UTF-8 nor UTF-16: Windows-1252 mostly, or what its bytes look like."""
    sample = data[:_SAMPLE]
    if sum(byte in _CONTROLS for byte in sample) * 100 > len(sample):
        raise ReadingError(Problem.BINARY, name)
    if western := _western(data):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ReadingError(Problem.BINARY, name)
    return str(best)
