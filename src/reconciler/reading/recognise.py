"""Which format a file is in: told from what stands in it, never from what it is called.

A name decides between plain text and Markdown only, where nothing in the text does.
"""

import re
from enum import StrEnum
from pathlib import PurePath

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats import archive
from reconciler.reading.formats.plain import mark_of_encoding


class Format(StrEnum):
    """A format that can be read; the value is the name of its module in `formats`."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    MAIL = "mail"
    ARCHIVE = "archive"

    @property
    def media_type(self) -> str:
        """The registered name of the format, as a case keeps it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.PLAIN: "text/plain",
    Format.MARKDOWN: "text/markdown",
    Format.HTML: "text/html",
    Format.MHTML: "multipart/related",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.RTF: "application/rtf",
    Format.MAIL: "message/rfc822",
    Format.ARCHIVE: "application/zip",
}

_HEAD = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
# What begins like this is neither an article nor a text, though its bytes may pass for one.
_OTHERS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf\x27\x1c",
    b"\xfd7zXZ\x00",
    b"Rar!\x1a\x07",
    b"SQLite format 3\x00",
    b"%!PS",
    b"AT&TFORM",
    b"bplist00",
    b"MZ\x90\x00",
    b"\x7fELF",
)
# In slides and spreadsheets, in programs, in what Pages writes.
_OF_OTHER_DOCUMENTS = frozenset(("[Content_Types].xml", "META-INF/MANIFEST.MF", "Index/Document.iwa"))
_OLD_TOOLS = (b"\xdb\xa5", b"{\\pwi", b"\xffWPC")
_ASIDE = re.compile(
    r"\s*(?:<\?xml\b[^>]*\?>|<!--.*?-->|<!doctype\b[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE
)
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"\s*<(?:article|main|section|div|p|h[1-6]|table|ul|ol|span|meta|title|link|script|style|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_OTHER_XML = re.compile(r"\s*<(?:\?xml\b|!doctype\b|svg\b|rss\b|feed\b)", re.IGNORECASE)
_HEADER = re.compile(r"([!-9;-~]+):(?:[ \t]|$)")
_OF_A_MAIL = frozenset(
    (
        *("received", "return-path", "delivered-to", "message-id", "dkim-signature", "mime-version"),
        *("from", "to", "cc", "subject", "date", "reply-to", "content-type", "content-transfer-encoding"),
    )
)
_FRONT_MATTER = re.compile(r"---\n(?:[\w-]+:[^\n]*\n|(?:[ \t]|- )[^\n]*\n|\n){1,60}---\n")
_MARKS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"^[^\n]{3,}\n={3,}$", re.MULTILINE),
    re.compile(r"(?<!!)\[[^\[\]\n]+\]\((?:https?://|/|\.|#|mailto:)[^()\s]*\)"),
    re.compile(r"!\[[^\[\]\n]*\]\([^()\s]+\)"),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^\[[^\]\n]+\]: +https?://", re.MULTILINE),
)
_MARKDOWN_NAMES = frozenset((".md", ".markdown", ".mdown", ".mkd"))


def recognise(content: bytes, name: str = "") -> Format:
    """Return the format that `content` is in; `name` is the file's.

    What is not recognised is plain text, whose reader refuses what is no text.

    Raises `ReadingError`: BINARY for what is known to be something else, OLD_OFFICE, ENCRYPTED for
    an Office file with a password, and what `archive.directory` raises.
    """
    if found := _by_signature(content):
        return found
    head = _text_of(content[:_HEAD])
    if _is_page(head):
        return Format.HTML
    if _OTHER_XML.match(head):
        raise ReadingError(Problem.BINARY, "")
    if found := _message(head):
        return found
    is_marked_up = _looks_like_markdown(head) or PurePath(name).suffix.lower() in _MARKDOWN_NAMES
    return Format.MARKDOWN if is_marked_up else Format.PLAIN


def _by_signature(content: bytes) -> Format | None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start.startswith(b"%PDF-") or (b"\n%PDF-" in content[:1024] and b"startxref" in content[-2048:]):
        return Format.PDF
    if start.startswith(b"{\\rtf"):
        return Format.RTF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content)
    if content.startswith(_OLE):
        locked = _ENCRYPTED_OFFICE in content
        raise ReadingError(Problem.ENCRYPTED if locked else Problem.OLD_OFFICE, "")
    if content.startswith(_OLD_TOOLS):
        raise ReadingError(Problem.OLD_OFFICE, "")
    if content.startswith(_OTHERS) or content[4:12] in (b"ftypheic", b"ftypavif", b"ftypisom", b"ftypmp42"):
        raise ReadingError(Problem.BINARY, "")
    return None


def _packed(content: bytes) -> Format:
    """Tell documents that are packed as a ZIP from an archive of articles."""
    members = archive.directory(content)
    names = {member.filename for member in members}
    kind = archive.kind_of_document(content, members)
    if kind == Format.ODT.media_type or (not kind and {"content.xml", "META-INF/manifest.xml"} <= names):
        return Format.ODT
    if "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names):
        return Format.DOCX
    if kind or names & _OF_OTHER_DOCUMENTS:
        raise ReadingError(Problem.BINARY, "")
    return Format.ARCHIVE


def _text_of(head: bytes) -> str:
    """Return the beginning of a text, good enough to recognise mark-up in it."""
    encoding = mark_of_encoding(head)
    if encoding is None and head[:2].strip(b"\x00") and b"\x00" in head[:2]:
        encoding = "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    text = head.decode(encoding or "utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\u200b \t\n\f")


def _is_page(head: str) -> bool:
    place = 0
    while not _PAGE.match(head, place):
        aside = _ASIDE.match(head, place)
        if aside is None:
            return bool(_FRAGMENT.match(head, place)) and ("</" in head or "<br" in head.lower())
        place = aside.end()
    return True


def _message(head: str) -> Format | None:
    """Recognise a mail or a saved page by the headers that it begins with."""
    names: set[str] = set()
    lines = head.split("\n")
    if lines[0].startswith("From "):
        del lines[0]
    block = []
    for line in lines:
        if not line.strip():
            break
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not (line[0] in " \t" and names):
            return None
        block.append(line)
    if len(names & _OF_A_MAIL) < 3 or not names & {"from", "mime-version", "received"}:
        return None
    kind = re.search(r"^content-type:\s*([^;\s]+)", "\n".join(block), re.IGNORECASE | re.MULTILINE)
    if kind and kind[1].lower() == "multipart/related" and _is_saved_page(names, head):
        return Format.MHTML
    return Format.MAIL


def _is_saved_page(names: set[str], head: str) -> bool:
    """Tell a page saved in one file from a mail with pictures, which is multipart/related as well."""
    if "snapshot-content-location" in names or "<Saved by " in head:
        return True
    sent = names & {"received", "message-id", "to", "delivered-to", "return-path"}
    return not sent and bool(re.search(r"^content-location:", head, re.IGNORECASE | re.MULTILINE))


def _looks_like_markdown(head: str) -> bool:
    """Say whether a text bears marks that nobody types without meaning them: two kinds, or front matter."""
    if _FRONT_MATTER.match(head):
        return True
    return sum(bool(mark.search(head)) for mark in _MARKS) >= 2
