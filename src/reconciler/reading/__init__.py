"""Bytes, a file or a pasted text become an `Article`, or an error that says why not."""

from reconciler.reading.metadata import normalise_date
from reconciler.reading.sources import (
    Outcome,
    read_bytes,
    read_file,
    read_files,
    read_pasted,
    read_sources,
)

__all__ = [
    "Outcome",
    "normalise_date",
    "read_bytes",
    "read_file",
    "read_files",
    "read_pasted",
    "read_sources",
]
