"""Pages saved with all they need in one file (MHTML), as Chrome and Edge do: the page itself is read.

The other parts, its pictures, styles and frames, are not looked at.
"""

from email import message_from_bytes
from email.message import Message

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.html import read_page
from reconciler.reading.formats.html_facts import web_address

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 5000


def read(content: bytes) -> Extract:
    """Take the article out of a saved page; its address is where it was saved from.

    Raises `ReadingError` (EMPTY, NO_ARTICLE, CORRUPT).
    """
    try:
        message = message_from_bytes(content)
        parts = _pages(message)
        saved = _address(message, "Snapshot-Content-Location") or _address(message, "Content-Location")
        page = _main(message, parts, saved)
        body = page.get_payload(decode=True)
        charset = page.get_content_charset()
    except (RecursionError, ValueError, LookupError) as error:
        # Of a page without a part; the other two are what the standard library makes of odd headers.
        raise ReadingError(Problem.CORRUPT, "", "MHTML") from error
    address = web_address(_address(page, "Content-Location")) or web_address(saved)
    return read_page(body if isinstance(body, bytes) else b"", charset=charset, address=address)


def _pages(message: Message) -> list[Message]:
    found = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        if part.get_content_type() in _PAGES and not part.is_multipart():
            found.append(part)
    return found


def _main(message: Message, pages: list[Message], saved: str) -> Message:
    """Return the page that was saved: the one named as start, or saved from that address, or the first."""
    start = message.get_param("start")
    for page in pages:
        if isinstance(start, str) and start and str(page.get("Content-ID", "")).strip() == start:
            return page
    return next((page for page in pages if saved and _address(page, "Content-Location") == saved), pages[0])


def _address(part: Message, header: str) -> str:
    """Return where a part came from; a long address may be folded over several lines."""
    return "".join(str(part.get(header, "")).split())
