"""What DOCX and ODT share: a ZIP of XML parts, opened so that no file can grow beyond bounds.

A central directory may lie about sizes, so that what is unpacked is counted as it comes. Neither
format may hold a document type, and without one there are no entities that could expand.
"""

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError

if TYPE_CHECKING:
    from lxml import etree

MAX_BYTES = 64 * 1024 * 1024
MAX_TAGS = 2_000_000
MAX_ENTRIES = 20_000

_CHUNK = 64 * 1024
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# Encodings in which "<!DOCTYPE" reads as in ASCII, zero bytes left away.
_LEGIBLE = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})


class Package:
    """The parts of a document, read on demand; `MAX_BYTES` and `MAX_TAGS` hold for all that is read.

    Raises `ReadingError` (ENCRYPTED, OLD_OFFICE, CORRUPT, TOO_LARGE), here and from `read`.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(_COMPOUND):
            raise ReadingError(_problem_of_compound(content), "")
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise corrupt("ZIP") from error
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise ReadingError(Problem.TOO_LARGE, "", f"{MAX_ENTRIES} files inside")
        self._infos = {info.filename: info for info in infos}
        self._bytes_left = MAX_BYTES
        self._tags_left = MAX_TAGS

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Return a part's bytes."""
        info = self._infos.get(name)
        if info is None:
            raise corrupt(name)
        if info.flag_bits & 0x1:
            raise ReadingError(Problem.ENCRYPTED, "")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise corrupt(name)
        pieces: list[bytes] = []
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_CHUNK):
                    self._bytes_left -= len(piece)
                    if self._bytes_left < 0:
                        raise too_large()
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
            raise corrupt(name) from error
        return b"".join(pieces)

    def read_xml(self, name: str) -> bytes:
        """Return a part's XML, once it is known to hold no document type and not too many tags."""
        xml = self.read(name)
        self._tags_left -= xml.count(b"<")
        if self._tags_left < 0:
            raise too_large()
        plain = xml.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        declared = _DECLARED.match(plain)
        if not plain.startswith(b"<") or (declared and declared[1].lower() not in _LEGIBLE):
            raise corrupt(name)
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise corrupt(name)
        return xml

    def parse(self, name: str) -> "etree._Element":
        """Return the root of a part's XML."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(self.read_xml(name), parser)
        except (etree.LxmlError, ValueError) as error:
            raise corrupt(name) from error


def corrupt(part: str) -> ReadingError:
    """Return the error for a part that is missing or no good."""
    return ReadingError(Problem.CORRUPT, "", part)


def too_large() -> ReadingError:
    """Return the error for what unpacks to more than is read."""
    return ReadingError(Problem.TOO_LARGE, "", f"{MAX_BYTES // 1024 // 1024} MB")


def _problem_of_compound(content: bytes) -> Problem:
    """Say what an OLE container holds: an encrypted package, or an Office document before 2007."""
    is_encrypted = "EncryptedPackage".encode("utf-16-le") in content
    return Problem.ENCRYPTED if is_encrypted else Problem.OLD_OFFICE
