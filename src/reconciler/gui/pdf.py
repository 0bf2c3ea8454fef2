"""The report as a PDF, by Qt's own printer: set word by word, so that nothing in it is taken for markup."""

import os
import re
import sys
from datetime import datetime

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from reconciler.export import looks
from reconciler.export.blocks import Report
from reconciler.export.plain import shown
from reconciler.gui.pdf_pages import RESOLUTION, Book
from reconciler.gui.pdf_setting import parts_of
from reconciler.pace import Pace

_MARGIN = 18.0
"""Millimetres that stay free on all sides of a page; the foot stands in them."""
_NAMES = QUuid("{5e1f0c5c-9a0b-5d0c-8f53-1d5f6c2b7a10}")
_METADATA = QByteArray(
    b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta><?xpacket end='w'?>"
)
"""Qt would put the present moment there."""
_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")


def start_without_window() -> object:
    """Make what Qt needs to set type where no window is open; what is returned must be kept until the end."""
    there = QGuiApplication.instance()
    if there is not None:
        return there
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a display is not needed, and may not be there
    return QGuiApplication(["reconciler"])


def as_pdf(report: Report, made: str, pace: Pace | None = None) -> bytes:
    """Return the report as a PDF; `made` is the moment of its properties. May run on a worker.

    Raises:
        Cancelled: the pace said so.
    """
    pace = pace or Pace()
    timers = QEventLoop()  # a layout starts timers, for which a worker has no dispatcher of its own
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    book = Book(writer, tuple(parts_of(report)), shown(report.title))
    places = book.placed(pace.part(0, 0.5))
    book.printed(places, pace.part(0.5, 1))
    buffer.close()
    del timers
    return _dated(bytes(buffer.data().data()), made)


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    way = QPageLayout.Orientation
    upright = way.Portrait if looks.is_upright(report) else way.Landscape
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, QPageLayout.Unit.Millimeter)
    )
    writer.setDocumentXmpMetadata(_METADATA)
    writer.setDocumentId(QUuid.createUuidV5(_NAMES, report.title.encode()))
    writer.setTitle(shown(report.title))
    writer.setCreator(shown(report.program))
    return writer


def _dated(data: bytes, made: str) -> bytes:
    """Return the file with the moment of the export in the place of that at which Qt wrote it."""
    moment = datetime.fromisoformat(made)
    stamp = f"(D:{moment:%Y%m%d%H%M%S}Z)".encode()

    def put(found: re.Match[bytes]) -> bytes:
        # As long as before, so that all that follows is found where the file's table says.
        return (b"/" + found[1] + b" " + stamp).ljust(len(found[0]))

    return _DATES.sub(put, data)
