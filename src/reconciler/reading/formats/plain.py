r"""Plain text, whatever wrote it: the one reader that parses nothing and runs in the program itself.

Line ends become ``\n``; nothing else is changed (no Unicode normalisation), so that what an
analyst quotes is what the article says.
"""

import codecs

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset(
    "àâäáãåæçéèêëíîïìñóôöòõøœúûüùÿýßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÌÑÓÔÖÒÕØŒÚÛÜÙŸÝ"
    "«»‹›‘’‚“”„–—…€£©®™°·•§ªº²½¼¾±×µ¿¡\u00a0\u00ad"
)
_SAMPLE = 64 * 1024
# Tab, line feed, form feed, carriage return and escape occur in texts; other controls hardly ever do.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r\x1b\x0b\x1c\x1d\x1e\x1f\x08\x1a")


def read(content: bytes) -> Extract:
    """Read a text in any encoding.

    Raises `ReadingError` with BINARY for what is no text.
    """
    return Extract(decode(content).replace("\r\n", "\n").replace("\r", "\n"))


def decode(content: bytes) -> str:
    """Return the characters of a text; its line ends are left as they are.

    Raises `ReadingError` with BINARY for what is no text.
    """
    encoding = mark_of_encoding(content) or _utf16_without_mark(content)
    if encoding:
        try:
            return _plain(content.decode(encoding))
        except UnicodeDecodeError:
            raise ReadingError(Problem.BINARY, "") from None
    if b"\x00" in content:
        raise ReadingError(Problem.BINARY, "")
    try:
        return _plain(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _plain(_guess(content))


def mark_of_encoding(content: bytes) -> str | None:
    """Return the encoding that a byte-order mark names, or None."""
    return next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)


def _plain(text: str) -> str:
    """Return the text unless it is full of control characters, which no article is."""
    sample = text[:_SAMPLE]
    if "\x00" in text or sum(ord(char) in _CONTROLS for char in sample) * 100 > len(sample):
        raise ReadingError(Problem.BINARY, "")
    return text


def _utf16_without_mark(content: bytes) -> str | None:
    """Tell UTF-16 without a byte-order mark by where its zero bytes stand."""
    sample = content[: _SAMPLE & ~1]
    if len(content) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high > half * 0.6 and low == 0:
        return "utf-16-le"
    if low > half * 0.6 and high == 0:
        return "utf-16-be"
    return None


def _western(content: bytes) -> str | None:
    """Decode Windows-1252, where all that is not ASCII is what Western languages write in it.

    A guess by statistics takes the few accents of a short article for Baltic or Turkish ones.
    """
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    special = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    usual = sum(char in _WESTERN for char in special)
    return text if usual == len(special) and letters > 3 * len(special) else None


def _guess(content: bytes) -> str:
    """Decode what is neither UTF-8 nor UTF-16: Windows-1252 mostly, or what its bytes look like."""
    sample = content[:_SAMPLE]
    if sum(byte in _CONTROLS for byte in sample) * 100 > len(sample):
        raise ReadingError(Problem.BINARY, "")
    if western := _western(content):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise ReadingError(Problem.BINARY, "")
    return str(best)
