"""Pages of a report: each part is set by itself, measured, put on a page, and drawn there.

One text document for all of it would be laid out again for each page that ends early, and breaks the
rows of its tables across pages. Here a part that a page has room for stays whole, and the time it takes
grows with the report, not with its square.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextTable,
)

from reconciler.export import looks
from reconciler.gui.pdf_setting import Kind, Part, Setter, Unit
from reconciler.pace import Pace

RESOLUTION = 600
"""Dots of an inch of the page."""
_HEAD_NEEDS = 28.0
"""Millimetres that must be free from the top of a heading on, or it goes to the next page."""
_LINE = 12.0
"""Dots of a line that a part may draw outside of its own place."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: the page it begins on and how far down, in dots.

    A part that is taller than a page goes on at `again` of the pages that follow, below its head.
    `is_headed` says that its head is said again above it on its first page, too.
    """

    part: Part
    page: int
    top: float
    pages: int = 1
    again: float = 0.0
    is_headed: bool = False


@dataclass(frozen=True, slots=True)
class _Laid:
    """A part laid out: where it, or each page of it, begins on a page, and how tall that is."""

    document: QTextDocument
    top: float
    height: float


class _Document(QTextDocument):
    """A document that loads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None


class Book:
    """The parts of a report and the pages that they are put on."""

    def __init__(self, writer: QPdfWriter, parts: tuple[Part, ...], title: str) -> None:
        self._writer = writer
        self._parts = parts
        self._title = title
        self._unit = Unit(QGuiApplication.primaryScreen().logicalDotsPerInchY())
        self._room = QSizeF(writer.pageLayout().paintRectPixels(RESOLUTION).size())
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(looks.INK))
        self._palette = palette

    def placed(self, pace: Pace) -> tuple[Place, ...]:
        """Return where each part goes.

        Raises:
            Cancelled: the pace said so.
        """
        heights = [self._set(part)[1] for part in pace.over(self._parts)]
        return tuple(self._places(heights))

    def printed(self, places: tuple[Place, ...], pace: Pace) -> None:
        """Draw all parts and what stands below each page.

        Raises:
            Cancelled: the pace said so.
        """
        painter = QPainter(self._writer)
        last = max((each.page + each.pages for each in places), default=1)
        at = 0
        try:
            for each in pace.over(places):
                laid = self._laid(each)
                for number in range(each.page, each.page + each.pages):
                    while at < number:
                        self._end_page(painter, at, last)
                        self._writer.newPage()
                        at += 1
                    if each.part.head is not None and (each.is_headed or number > each.page):
                        self._draw(painter, self._laid(Place(each.part.head, number, 0)), 0)
                    self._draw(painter, laid, number - each.page)
            self._end_page(painter, at, last)
        finally:
            painter.end()

    # Setting

    def _laid(self, place: Place) -> "_Laid":
        if place.pages == 1:
            document, height = self._set(place.part)
            return _Laid(document, place.top, height)
        return _Laid(*self._broken(place.part, place.top, place.again)[:2], self._room.height() - place.again)

    def _set(self, part: Part) -> tuple[QTextDocument, float]:
        """Return a part in one piece, and its height."""
        document = _Document()
        table = Setter(document, self._unit).set(part)
        return document, self._lay_out(document, table, -1)

    def _broken(self, part: Part, top: float, again: float) -> tuple[QTextDocument, float, float]:
        """Return a part broken into pages, where those begin, and its height with what is above it."""
        document = _Document()
        setter = Setter(document, self._unit)
        setter.leave((top - again) * 72 / RESOLUTION)
        table = setter.set(part)
        return document, again, self._lay_out(document, table, self._room.height() - again)

    def _lay_out(self, document: QTextDocument, table: QTextTable | None, height: float) -> float:
        layout = document.documentLayout()
        layout.setPaintDevice(self._writer)  # not before: each word that is set would be laid out
        document.setPageSize(QSizeF(self._room.width(), height))
        box = layout.frameBoundingRect(table) if table else layout.blockBoundingRect(document.lastBlock())
        return box.bottom()

    # Placing

    def _places(self, heights: list[float]) -> Iterator[Place]:
        page, at, gap, head, is_led = 0, 0.0, 0.0, 0.0, False
        whole = self._room.height()
        for part, height, following in zip(self._parts, heights, [*heights[1:], 0.0], strict=True):
            if part.kind is Kind.ROW and part.head is None:
                head = height
            again = head if part.head is not None else 0.0
            free = max(gap, self._points(part.before)) if at else 0.0
            is_tall = height > whole - again
            needs = self._needs(part, height, following)
            is_moved = bool(at) and at + free + needs > whole and not (is_tall and is_led)
            if is_moved:
                page, at, free = page + 1, again, 0.0
            top = at + free
            is_headed = is_moved and part.head is not None
            if top + height <= whole:
                yield Place(part, page, top, is_headed=is_headed)
                at = top + height
            else:
                _, _, end = self._broken(part, top, again)
                pages = ceil(end / (whole - again))
                yield Place(part, page, top, pages, again, is_headed)
                page, at = page + pages - 1, again + end - (pages - 1) * (whole - again)
            gap, is_led = self._points(part.after), part.leads

    def _needs(self, part: Part, height: float, following: float) -> float:
        """Return how much must be free for a part, and for what it leads to."""
        whole = self._room.height()
        if not part.leads:
            return height
        together = height + following if height + following <= whole / 2 else height
        return max(together, min(_HEAD_NEEDS / 25.4 * RESOLUTION, whole))

    def _points(self, number: float) -> float:
        return number * RESOLUTION / 72

    # Drawing

    def _draw(self, painter: QPainter, laid: "_Laid", page: int) -> None:
        """Draw a part, or the page of it that is asked for, at its place on the present page."""
        above = page * laid.height
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._palette
        context.clip = QRectF(0, above, self._room.width(), laid.height)
        painter.save()
        painter.translate(0, laid.top - above)
        painter.setClipRect(context.clip.adjusted(-_LINE, -_LINE, _LINE, _LINE))
        laid.document.documentLayout().draw(painter, context)
        painter.restore()

    def _end_page(self, painter: QPainter, number: int, last: int) -> None:
        size = self._room
        font = QFont(list(looks.SANS))
        font.setPointSizeF(8)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(looks.QUIET))
        metrics = QFontMetricsF(font, painter.device())
        place = QRectF(0, size.height() + metrics.height(), size.width(), metrics.height() * 1.5)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, size.width() * 0.8)
        line = Qt.TextFlag.TextSingleLine
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | line, title)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | line, f"{number + 1} / {last}")
        painter.restore()
