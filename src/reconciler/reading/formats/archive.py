"""ZIP: the members of an archive, one by one, none of them larger than it may be.

What an archive says of itself is not believed: its directory is bounded before it is parsed, and a
member is unpacked only as far as it may go.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from reconciler.errors import Problem, ReadingError

MOST_MEMBERS = 200
MOST_BYTES = 200 * 1024 * 1024
MOST_RATIO = 200
"""How many times a member may grow when it is unpacked; prose grows three times, tables thirty."""

_SUSPICIOUS = 4 * 1024 * 1024  # below this it doesn't matter how much something grows
_LONGEST_KIND = 200
_LONGEST_DIRECTORY = 8 * 1024 * 1024
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_END_LENGTH = 22
_LONGEST_COMMENT = 0xFFFF
_PLAINLY_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What broken archives make zipfile raise, beside its own error.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    LookupError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its content, or what keeps it from being unpacked."""

    name: str
    content: bytes = field(default=b"", repr=False)
    problem: ReadingError | None = None


def directory(content: bytes) -> list[zipfile.ZipInfo]:
    """Return what an archive says it holds.

    Raises `ReadingError`: CORRUPT, or ARCHIVE_TOO_LARGE for a directory that is too long to be parsed.
    """
    _require_short_directory(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as pack:
            return pack.infolist()
    except _BROKEN as error:
        raise ReadingError(Problem.CORRUPT, "", type(error).__name__) from error


def kind_of_document(content: bytes, members: Sequence[zipfile.ZipInfo]) -> str:
    """Return what a packed document calls itself (``mimetype``), "" if it doesn't."""
    info = next((each for each in members if each.filename == "mimetype"), None)
    if info is None or info.compress_type != zipfile.ZIP_STORED or info.file_size > _LONGEST_KIND:
        return ""
    try:
        with zipfile.ZipFile(BytesIO(content)) as pack, pack.open(info) as file:
            return file.read(_LONGEST_KIND).decode("ascii", "replace").strip()
    except _BROKEN:
        return ""


def articles_in(content: bytes) -> list[zipfile.ZipInfo]:
    """Return the members of an archive that somebody put there to be read.

    Raises `ReadingError`: CORRUPT, ARCHIVE_EMPTY, ARCHIVE_TOO_LARGE for more than `MOST_MEMBERS` or
    `MOST_BYTES`.
    """
    # `is_dir` fails on a name without a character.
    members = [info for info in directory(content) if not info.filename.endswith("/")]
    pages = {str(PurePosixPath(info.filename).with_suffix("")) for info in members if _is_page(info)}
    wanted = [info for info in members if not _is_litter(PurePosixPath(info.filename), pages)]
    if not wanted:
        raise ReadingError(Problem.ARCHIVE_EMPTY, "")
    if len(wanted) > MOST_MEMBERS:
        raise ReadingError(Problem.ARCHIVE_TOO_LARGE, "", str(len(wanted)))
    size = sum(info.file_size for info in wanted)
    if size > MOST_BYTES:
        raise ReadingError(Problem.ARCHIVE_TOO_LARGE, "", f"{size >> 20} MB")
    return wanted


def unpack(content: bytes, wanted: Sequence[zipfile.ZipInfo]) -> Iterator[Member]:
    """Unpack members one by one; what is wrong with one stands in it."""
    with zipfile.ZipFile(BytesIO(content)) as pack:
        for info in wanted:
            yield _unpacked(pack, info)


def _unpacked(pack: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    def failed(problem: Problem, detail: str = "") -> Member:
        return Member(info.filename, problem=ReadingError(problem, "", detail))

    if info.flag_bits & 0x1:
        return failed(Problem.ENCRYPTED)
    if info.compress_type not in _PLAINLY_PACKED:
        return failed(Problem.READER_FAILED)
    if info.file_size > max(_SUSPICIOUS, info.compress_size * MOST_RATIO):
        return failed(Problem.ARCHIVE_TOO_LARGE, f"{info.file_size >> 20} MB")
    try:
        with pack.open(info) as file:
            # With a size, or zipfile unpacks all that is there before it cuts it to what was stated.
            return Member(info.filename, file.read(info.file_size))
    except _BROKEN as error:
        return failed(Problem.CORRUPT, type(error).__name__)


def _require_short_directory(content: bytes) -> None:
    """Refuse a directory that would take gigabytes to parse: an entry takes ten times its bytes."""
    tail = content[-(_END_LENGTH + _LONGEST_COMMENT) :]
    place = tail.rfind(_END)
    if place < 0 or place + _END_LENGTH > len(tail):
        raise ReadingError(Problem.CORRUPT, "", "BadZipFile")
    (length,) = struct.unpack_from("<I", tail, place + 12)
    # The larger form is for archives over 4 GB, which none is that gets here.
    if length > _LONGEST_DIRECTORY or _END_64 in tail:
        raise ReadingError(Problem.ARCHIVE_TOO_LARGE, "", f"{_LONGEST_DIRECTORY >> 20} MB")


def _is_page(info: zipfile.ZipInfo) -> bool:
    return info.filename.lower().endswith((".html", ".htm", ".xhtml"))


def _is_litter(path: PurePosixPath, pages: set[str]) -> bool:
    """Say whether a member is a system's own file, or a picture or script saved along with a page."""
    if "__MACOSX" in path.parts or path.name.startswith(".") or path.name in ("Thumbs.db", "desktop.ini"):
        return True
    return any(
        str(folder).endswith(ending) and str(folder).removesuffix(ending) in pages
        for folder in path.parents
        for ending in ("_files", "_fichiers", "-Dateien", ".files")
    )
