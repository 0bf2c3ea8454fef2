"""The bytes of a file, and a name for it that can be shown."""

import os
import re
from pathlib import Path

from reconciler.errors import Problem, ReadingError

MOST_BYTES = 100 * 1024 * 1024
"""The largest file that is read at all; what is text has a smaller limit of its own."""

# Python has surrogates for what it can't decode; the rest would break a line or turn it around.
_UNSHOWN = re.compile("[\ud800-\udfff\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(name: str) -> str:
    """Return a file's name as it can be shown and kept."""
    return _UNSHOWN.sub("\ufffd", name)


def read_content(path: Path) -> bytes:
    """Return what a file holds.

    Raises `ReadingError`: NOT_FOUND, IS_FOLDER, UNREADABLE, TOO_LARGE, CHANGED_WHILE_READ.
    """
    where = printable(str(path))
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            content = file.read(MOST_BYTES + 1)
            after = os.fstat(file.fileno())
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
    if len(content) > MOST_BYTES:
        raise ReadingError(Problem.TOO_LARGE, where, f"{MOST_BYTES >> 20} MB")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadingError(Problem.CHANGED_WHILE_READ, where)
    return content
