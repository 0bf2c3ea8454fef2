"""Mail saved as a file (EML): the newest layer of what was sent, with what it quotes.

The standard library splits a message into parts; headers are decoded here, because its own parser
for them fails on some that are malformed and is slow on very long ones.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import one_line, split_lines, unique
from reconciler.reading.formats.plain import decode

_MAX_HEADER = 2_000
_MAX_LINES = 1_000_000
_MAX_NESTING = 50
_MAX_PARTS = 1_000
_STUB = 400
_MAX_DESCRIBED = 20_000
_DESCRIBED = re.compile(rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_REPLY = re.compile(r"^(?:(?:re|fwd?|tr|wg|aw|rv|réf)(?:\[\d+\])?\s?:\s*)+", re.IGNORECASE)
_ENCODING = re.compile(
    r"ascii|utf|iso8859|cp\d|koi8|mac|gb|big5|euc|shift|iso2022|hz|johab|tis|latin|ptcp|kz", re.ASCII
)
_SIGNATURE = "-- "
_DESK_WORDS = """
    actu alert alerts alertes briefing communication communications contact desk digest editor editors
    edition info infos mail media medias news newsdesk newsletter newsletters noreply nepasrepondre no-reply
    ne-pas-repondre press presse pressoffice redaction redac service update updates
"""
_FREE_HOSTS = """
    aol bluewin free gmail gmx googlemail hotmail icloud laposte live mail me msn orange outlook proton
    protonmail sfr skynet t-online wanadoo web yahoo yandex
"""
_DESKS = frozenset(_DESK_WORDS.split())
_FREE = frozenset(_FREE_HOSTS.split())

_SECOND_LEVELS = frozenset({"ac", "co", "com", "gouv", "gov", "net", "org"})


def read(content: bytes) -> Extract:
    """Take the text of a mail: the plain form unless it is a stub beside the HTML form; quotes are kept.

    The subject is the title, the sender the outlet where it is a newsroom's or office's address.
    Attachments and the signature are listed as left out. Raises `ReadingError` (EMPTY, CORRUPT,
    TOO_LARGE).
    """
    message = _parsed(content)
    bodies = _bodies(message)
    lines, left_out = bodies.chosen()
    if not lines and bodies.messages:
        # A mail passed on as an attachment to an empty one.
        message = bodies.messages[0]
        bodies = _bodies(message)
        lines, left_out = bodies.chosen()
    if not lines:
        raise ReadingError(Problem.EMPTY, "")
    title = one_line(_REPLY.sub("", _header(message, "subject"))) or None
    if title and title not in lines[:3]:
        lines.insert(0, title)
    return Extract(
        text="\n".join(lines),
        title=title,
        outlet=_outlet(_raw(message, "from")),
        published=_date(_header(message, "date")),
        left_out=unique([*left_out, *bodies.attachments]),
    )


def _parsed(content: bytes) -> Message:
    """Parse a message that is not beyond reason nested, cut into lines, or described.

    Each line is compared with the end of each nest, each parameter of a header with all before it.
    """
    if content.count(b"\n") > _MAX_LINES:
        raise ReadingError(Problem.TOO_LARGE, "", f"{_MAX_LINES} lines")
    if content.lower().count(b"boundary") > 2 * _MAX_NESTING or any(
        len(header[0]) > _MAX_DESCRIBED for header in _DESCRIBED.finditer(content)
    ):
        raise ReadingError(Problem.CORRUPT, "", "MIME")
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    try:
        message = message_from_bytes(content)
    except (RecursionError, ValueError, LookupError) as error:
        raise ReadingError(Problem.CORRUPT, "", "MIME") from error
    if not message.keys():
        raise ReadingError(Problem.CORRUPT, "", "MIME")
    return message


def _bodies(message: Message) -> "_Bodies":
    bodies = _Bodies()
    for part in _leaves(message):
        bodies.take(part)
    return bodies


def _leaves(message: Message) -> Iterator[Message]:
    """Walk through the parts that hold something; a message sent as an attachment is one of them."""
    waiting = [message]
    for _ in range(_MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting += reversed(_inside(part))
        else:
            yield part


def _inside(part: Message) -> list[Message]:
    """Return the messages in a part; one without any isn't asked for content, which may have no encoding."""
    inner = part.get_payload() if part.is_multipart() else ()
    return [each for each in inner if isinstance(each, Message)]


class _Bodies:
    """What stands in the parts of a message: text in two forms, and attachments."""

    def __init__(self) -> None:
        self.attachments: list[str] = []
        self.messages: list[Message] = []
        self._plain: list[str] = []
        self._pages: list[bytes] = []

    def take(self, part: Message) -> None:
        """Sort one part by what it says it is."""
        kind = part.get_content_type()
        name = _file_name(part)
        is_attached = part.get_content_disposition() == "attachment" or kind == "message/rfc822"
        if kind == "message/rfc822":
            self.messages += _inside(part)
        if is_attached or kind not in ("text/plain", "text/html") or (name and (self._plain or self._pages)):
            self.attachments.append(one_line(f"{name or ''} ({kind})"))
        elif kind == "text/plain":
            self._plain.append(_unfolded(part, _text(part)))
        else:
            self._pages.append(_text(part).encode("utf-8-sig", "replace"))

    def chosen(self) -> tuple[list[str], list[str]]:
        """Return the lines of the text and what was left out of it."""
        text, _, signature = ("\n" + "\n".join(self._plain)).rpartition(f"\n{_SIGNATURE}\n")
        if not text.strip():
            text, signature = signature, ""
        plain = [line.strip() for line in text.split("\n") if line.strip()]
        if self._pages and sum(map(len, plain)) < _STUB:
            lines, left_out = self._of_pages()
            if sum(map(len, lines)) > 2 * sum(map(len, plain)):
                return lines, left_out
        return plain, split_lines(signature)

    def _of_pages(self) -> tuple[list[str], list[str]]:
        from reconciler.reading.formats.html import read as read_page

        lines: list[str] = []
        left_out: list[str] = []
        for page in self._pages:
            try:
                found = read_page(page)
            except ReadingError:
                continue
            lines += split_lines(found.text)
            left_out += found.left_out
        return lines, left_out


def _text(part: Message) -> str:
    """Return the characters of a part, by the encoding that it names if they are in it."""
    try:
        payload = part.get_payload(decode=True)
        named = part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    if not isinstance(payload, bytes):
        return ""
    return _decoded(payload, named).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(payload: bytes, named: str) -> str:
    """Return characters by the encoding named, or by what the bytes look like if they aren't in it."""
    known = _known(named)
    with suppress(UnicodeError, LookupError):
        if known:
            return payload.decode(known).replace("\x00", "")
    with suppress(ReadingError):
        return decode(payload)
    return payload.decode("cp1252", "replace").replace("\x00", "")


def _known(named: str) -> str | None:
    """Return the name of an encoding of text; Python has others, some of which take forever."""
    try:
        name = codecs.lookup(named).name
    except (LookupError, ValueError):
        return None
    return name if _ENCODING.match(name.replace("-", "").replace("_", "")) else None


def _unfolded(part: Message, text: str) -> str:
    """Return text with the lines joined that a mail program folded (RFC 3676, "format=flowed")."""
    if _parameter(part, "format") != "flowed":
        return text
    space = "" if _parameter(part, "delsp") == "yes" else " "
    lines: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        body = line[depth:].removeprefix(" ")
        folded = body.endswith(" ") and line != _SIGNATURE
        shown = body.rstrip(" ") + space if folded else body
        if depth == open_depth:
            lines[-1] += shown
        else:
            lines.append(f"{'>' * depth} {shown}" if depth else shown)
        open_depth = depth if folded else -1
    return "\n".join(lines)


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, TypeError):
        return ""
    return value.lower() if isinstance(value, str) else ""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return _unescaped(name)[:200]


def _header(message: Message, name: str) -> str:
    return _unescaped(_raw(message, name))


def _raw(message: Message, name: str) -> str:
    """Return a header as it stands; bytes beyond ASCII stand in it as surrogates."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name)
    return one_line(next(found, ""))[:_MAX_HEADER]


def _unescaped(header: str) -> str:
    """Return a header's characters; what is malformed stays as it is."""
    if not header.isascii():
        return one_line(_decoded(header.encode("utf-8", "surrogateescape"), "utf-8"))
    try:
        pieces = decode_header(header)
    except (HeaderParseError, ValueError):
        return header
    return one_line(
        "".join(
            piece if isinstance(piece, str) else _decoded(piece, encoding or "ascii")
            for piece, encoding in pieces
        )
    )


def _date(header: str) -> str | None:
    try:
        return parsedate_to_datetime(header).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _outlet(sender: str) -> str | None:
    """Return the sender's name where it is a house's: a desk's address, or a name that is its domain's.

    Anybody can write anything there, so that it is a proposal like the rest of an article's properties.
    """
    name, address = parseaddr(sender)
    local, _, domain = address.lower().rpartition("@")
    labels = [label for label in domain.split(".") if label]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVELS:
        del labels[:-3]
    else:
        del labels[:-2]
    if len(labels) < 2 or labels[0] in _FREE:
        return None
    name, site = _unescaped(name), _folded(labels[0])
    called = _folded(name)
    if local.partition("+")[0].strip("0123456789") in _DESKS:
        return name or ".".join(labels)
    return name if len(called) > 2 and (called in site or (len(site) > 2 and site in called)) else None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())
