"""Bytes, a file or a pasted text become an `Article`, or an error that says why not."""

from reconciler.reading.metadata import normalise_date
from reconciler.reading.text import read_bytes, read_file

__all__ = ["normalise_date", "read_bytes", "read_file"]
