r"""What a reader took out of a file becomes an `Article`: cleaned, named, dated.

A plain text is left as it is but for its line ends. What comes out of other formats was put
together by a reader, so that characters which no text is made of are taken out of it here.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from reconciler.dates import find_dates, parse_date
from reconciler.errors import Problem, ReadingError
from reconciler.model import Article
from reconciler.reading.formats.extract import Extract
from reconciler.reading.metadata import Metadata, find_metadata, host_of
from reconciler.reading.recognise import Format

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = " \t\n\r\x0b\x0c\ufeff\u200b\u00a0\u00ad\u200e\u200f\u2060"
_LONGEST_FIELD = 1000
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
# A page says itself where and when it appeared; what else stands in its text may be of another.
_PAGES = frozenset((Format.HTML, Format.MHTML))


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that are to become one article: what they are called, and where they came from."""

    name: str
    content: bytes = field(repr=False)
    origin: str | None = None

    @property
    def where(self) -> str:
        """What messages call it."""
        return self.origin or self.name


def article_of(extract: Extract, piece: Piece, kind: Format) -> Article:
    """Return the article that a reader took out of `piece`.

    Raises `ReadingError` with EMPTY when there is no text in it.
    """
    text = extract.text if kind is Format.PLAIN else clean(extract.text)
    if not text.strip(_BLANK):
        raise ReadingError(Problem.EMPTY, piece.where)
    found = _completed(find_metadata(text), extract, from_page=kind in _PAGES)
    return Article(
        name=piece.name,
        text=text,
        sha256=hashlib.sha256(piece.content).hexdigest(),
        title=_line(extract.title),
        outlet=found.outlet,
        url=found.url,
        published=found.published,
        media_type=kind.media_type,
        origin=piece.origin,
        original=piece.content,
        left_out=tuple(passage for each in extract.left_out if (passage := clean(each).strip(_BLANK))),
    )


def clean(text: str) -> str:
    r"""Return a text with ``\n`` for every kind of line end and without what no text is made of."""
    return _NEVER.sub("", _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def _completed(found: Metadata, extract: Extract, *, from_page: bool) -> Metadata:
    """Complete what the text says of itself by what the format says, or for a page the other way round."""
    said_url = _address(extract.url)
    said_outlet = _line(extract.outlet)
    said_date = _date(extract.published)
    if from_page:
        url = said_url or found.url
        published = _preferred(said_date, found.published)
        outlet = said_outlet or found.outlet
    else:
        url = found.url or said_url
        published = _preferred(found.published, said_date)
        outlet = found.outlet or said_outlet
    return Metadata(outlet or host_of(url), url, published)


def _preferred(first: str | None, second: str | None) -> str | None:
    """Return the first date; the second where there is none, or where it says the same more precisely."""
    if first and second and second.startswith(first):
        return second
    return first or second


def _address(url: str | None) -> str | None:
    line = _line(url)
    return line if line and _WEB_ADDRESS.match(line) and " " not in line else None


def _line(text: str | None) -> str | None:
    """Return a field on one line; nothing for one that is blank or far too long to be what it should be."""
    line = " ".join(clean(text or "").split()).strip(_BLANK)
    return line if 0 < len(line) <= _LONGEST_FIELD else None


def _date(said: str | None) -> str | None:
    """Return a date as a format has it (ISO 8601, of a mail, of a PDF, in words) as ISO 8601."""
    line = _line(said)
    if not line:
        return None
    if iso := parse_date(line):
        return iso
    if pdf := re.match(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?", line):
        year, month, day, hour, minute = pdf.groups()
        return parse_date(f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else ""))
    try:
        moment: datetime = parsedate_to_datetime(line)
    except (ValueError, TypeError, IndexError, OverflowError):
        return next((each.iso for each in find_dates(line)), None)
    return moment.isoformat(timespec="minutes")
