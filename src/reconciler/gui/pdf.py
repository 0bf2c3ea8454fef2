"""The report as a PDF, by Qt's own printer: set word by word, so that nothing in it is taken for markup.

Nothing is loaded: the document that is printed answers every request with nothing.
"""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
    QUuid,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from reconciler.errors import Cancelled
from reconciler.export import looks
from reconciler.export.blocks import Report
from reconciler.export.plain import shown
from reconciler.gui.pdf_setting import Setter, Unit

_RESOLUTION = 600
_MARGIN = 18.0
"""Millimetres that stay free on all sides of a page; the foot stands in them."""
_HEAD_NEEDS = 28.0
"""Millimetres that must be free below a heading, or it goes to the next page."""
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


def as_pdf(
    report: Report,
    made: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the report as a PDF; `made` is the moment of its properties. May run on a worker.

    Raises:
        Cancelled: `cancelled` said so.
    """
    timers = QEventLoop()  # a layout starts timers, for which a worker has no dispatcher of its own
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    document = _Document()
    screen = QGuiApplication.primaryScreen()
    setter = Setter(document, Unit(screen.logicalDotsPerInchY()), report)
    setter.set()
    document.documentLayout().setPaintDevice(writer)  # not before: each word that is set would be laid out
    room = QRectF(writer.pageLayout().paintRectPixels(_RESOLUTION))
    document.setPageSize(QSizeF(room.width(), -1))
    breaks = _breaks(document, setter.units, room.height())
    for unit in breaks:
        _break_before(unit)
    document.setPageSize(room.size())
    _print(document, writer, report, progress or (lambda _: None), cancelled or (lambda: False))
    buffer.close()
    del document, timers
    return _dated(bytes(buffer.data().data()), made)


class _Document(QTextDocument):
    """A document that loads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
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


@dataclass(frozen=True, slots=True)
class _Foot:
    """What stands below each page."""

    font: QFont
    title: str


def _print(
    document: QTextDocument,
    writer: QPdfWriter,
    report: Report,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    size = document.pageSize()
    pages = document.pageCount()
    font = QFont(list(looks.SANS))
    font.setPointSizeF(8)
    foot = _Foot(font, shown(report.title))
    painter = QPainter(writer)
    try:
        for number in range(pages):
            if cancelled():
                raise Cancelled
            if number:
                writer.newPage()
            _draw(painter, document, number, size)
            _draw_foot(painter, foot, f"{number + 1} / {pages}", size)
            progress((number + 1) / pages)
    finally:
        painter.end()


def _draw(painter: QPainter, document: QTextDocument, number: int, size: QSizeF) -> None:
    painter.save()
    painter.translate(0, -number * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, number * size.height(), size.width(), size.height())
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(looks.INK))
    context.palette = palette
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, foot: _Foot, page: str, size: QSizeF) -> None:
    painter.save()
    painter.setFont(foot.font)
    painter.setPen(QColor(looks.QUIET))
    metrics = QFontMetricsF(foot.font, painter.device())
    place = QRectF(0, size.height() + metrics.height(), size.width(), metrics.height() * 1.5)
    title = metrics.elidedText(foot.title, Qt.TextElideMode.ElideRight, size.width() * 0.8)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, title)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine, page)
    painter.restore()


def _breaks(
    document: QTextDocument, units: list[QTextBlock | QTextTable], page: float
) -> list[QTextBlock | QTextTable]:
    """Return before what a page ends early: pairs that should stay whole, headings that nothing follows.

    The document is laid out as one endless page, so that heights are known; what breaks is reckoned
    in one pass, however long the report is. A chapter of pairs begins a page, so that it is exact there.
    """
    layout = document.documentLayout()
    boxes = (
        layout.frameBoundingRect(each) if isinstance(each, QTextTable) else layout.blockBoundingRect(each)
        for each in units
    )
    tops = [each.top() for each in boxes]
    tops.append(document.size().height())
    found: list[QTextBlock | QTextTable] = []
    at = tops[0] if tops else 0.0
    for place, (unit, top, bottom) in enumerate(zip(units, tops, tops[1:], strict=False)):
        height = bottom - top
        is_heading = isinstance(unit, QTextBlock)
        opens_pairs = is_heading and isinstance(next(iter(units[place + 1 : place + 2]), None), QTextTable)
        needs = _HEAD_NEEDS / 25.4 * _RESOLUTION if is_heading else height
        if opens_pairs or (at > 0 and needs < page and at + needs > page):
            found.append(unit)
            at = 0.0
        at = (at + height) % page
    return found


def _break_before(unit: QTextBlock | QTextTable) -> None:
    flag = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    if isinstance(unit, QTextTable):
        look = unit.format()
        look.setPageBreakPolicy(flag)
        unit.setFormat(look)
        return
    cursor = QTextCursor(unit)
    block = cursor.blockFormat()
    block.setPageBreakPolicy(flag)
    cursor.setBlockFormat(block)


def _dated(data: bytes, made: str) -> bytes:
    """Return the file with the moment of the export in the place of that at which Qt wrote it."""
    moment = datetime.fromisoformat(made)
    stamp = f"(D:{moment:%Y%m%d%H%M%S}Z)".encode()

    def put(found: re.Match[bytes]) -> bytes:
        # As long as before, so that all that follows is found where the file's table says.
        return (b"/" + found[1] + b" " + stamp).ljust(len(found[0]))

    return _DATES.sub(put, data)
