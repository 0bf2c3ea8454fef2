"""The sheet of a report as it is read: scrolled, followed within, replaced by a later one in place."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reconciler.export.blocks import Report
from reconciler.export.links import weblink
from reconciler.export.looks import is_upright
from reconciler.gui.panes.reader import PlainDocument
from reconciler.gui.report.sheet import Sheet, leaves_of
from reconciler.gui.theme import Theme

WIDEST, WIDEST_TABLE = 980, 1400
"""Pixels that the text is wide at most, and that of a report with a table of many sources."""
MARGIN = 28
TOP = 30
AHEAD = 3
"""So many windows' heights below what is seen are set; more of a long report when it is scrolled to."""
LEISURE = 1100
"""A report of so many blocks is set to its end at once, so that all of it can be searched and selected."""


class Paper(QTextBrowser):
    """Shows a report, and loads nothing. `reached` carries the anchor of the chapter that is read now."""

    reached = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report: Report | None = None
        self._scale = 1.0
        self._sheet: Sheet | None = None
        self._next: Sheet | None = None
        self._shown: PlainDocument | None = None
        self._goal = ""
        self._goal_offset = 0
        self._work = QTimer(self, interval=0)
        self._work.timeout.connect(self._go_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_report(self, report: Report | None) -> None:
        """Show a report, or nothing; what is read stays where it is as far as it is still there."""
        shown = self._report
        # The moment at which it was made is no news.
        if report and shown and replace(report, made="") == replace(shown, made=""):
            return
        self._report = report
        self._set_margins()
        self._set_anew()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; what is read stays where it is."""
        self._theme = theme
        self._set_anew()

    def set_scale(self, scale: float) -> None:
        """Set it in larger or smaller letters."""
        if scale != self._scale:
            self._scale = scale
            self._set_anew()

    def _set_anew(self) -> None:
        self._work.stop()
        self._next = None
        if self._report is None:
            self._sheet = None
            self._take(PlainDocument(self))
            return
        document = PlainDocument(self)
        document.setUndoRedoEnabled(False)
        sheet = Sheet(leaves_of(self._report, self._more), document, self._theme, self._scale)
        anchor, offset = self.anchor_in_view()
        if self._sheet is None:
            self._sheet = sheet
            self._take(document)
        else:
            # What is shown stays until there is as much of the later one.
            self._next, self._goal, self._goal_offset = sheet, anchor, offset
        self._work.start()

    def _more(self, count: int) -> str:
        return self.tr("%n more stand in the exported report.", None, count)

    def _take(self, document: PlainDocument) -> None:
        former, self._shown = self._shown, document
        document.setDocumentMargin(0)
        look = document.rootFrame().frameFormat()
        look.setTopMargin(TOP)
        look.setBottomMargin(TOP)
        document.rootFrame().setFrameFormat(look)
        self.setDocument(document)
        if former is not None:
            former.deleteLater()

    @property
    def is_at_work(self) -> bool:
        """Whether there is more of the report to be set."""
        return self._work.isActive()

    # Setting --------------------------------------------------------------------------------

    def _go_on(self) -> None:
        sheet = self._next or self._sheet
        if sheet is None:
            self._work.stop()
            return
        sheet.go_on()
        if self._next is not None:
            if sheet.is_whole or self._has_reached_goal(sheet):
                self._swap(sheet)
        elif self._goal and (self._goal in sheet.places or sheet.is_whole):
            self._show_place(self._goal, self._goal_offset)
            self._goal = ""
        if sheet.is_whole or (self._next is None and not self._needs_more(sheet)):
            self._work.stop()

    def _needs_more(self, sheet: Sheet) -> bool:
        if self._goal or sheet.document.blockCount() < LEISURE:
            return True
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() < AHEAD * self.viewport().height()

    def _has_reached_goal(self, sheet: Sheet) -> bool:
        """Whether the later sheet holds what is read, and about as much below it."""
        if sheet.document.blockCount() < LEISURE:
            return False
        return not self._goal or self._goal in sheet.places

    def _swap(self, sheet: Sheet) -> None:
        self._next, self._sheet = None, sheet
        document = sheet.document
        assert isinstance(document, PlainDocument)  # noqa: S101
        self._take(document)
        if self._goal:
            self._show_place(self._goal, self._goal_offset)
        self._goal = ""

    # Where it is read -----------------------------------------------------------------------

    def go_to(self, anchor: str) -> None:
        """Bring a chapter or a match to the top, as soon as it is set."""
        if self._sheet is None:
            return
        if anchor in self._sheet.places:
            self._show_place(anchor, 0)
        else:
            self._goal, self._goal_offset = anchor, 0
            self._work.start()

    def anchor_in_view(self) -> tuple[str, int]:
        """Return the last anchor above the top of the window, and how many pixels below it that is."""
        top = self.verticalScrollBar().value()
        # The bar stands at whole pixels: what was brought to the top may begin a fraction of one below it.
        places = [(round(self._y(place)), name) for name, place in self._places().items()]
        y, name = max((each for each in places if each[0] <= top), default=(0, ""))
        return name, top - y

    def _places(self) -> dict[str, int]:
        return self._sheet.places if self._sheet is not None else {}

    def _y(self, position: int) -> float:
        """Return how far down a place begins: a table stands below the small block before it."""
        return self.document().documentLayout().blockBoundingRect(self.document().findBlock(position)).top()

    def _show_place(self, anchor: str, offset: int) -> None:
        place = self._places().get(anchor)
        if place is not None:
            self.verticalScrollBar().setValue(round(self._y(place)) + offset)

    def _scrolled(self) -> None:
        sheet = self._sheet
        if sheet is not None and not sheet.is_whole and self._needs_more(sheet):
            self._work.start()
        self.reached.emit(self._chapter())

    def _chapter(self) -> str:
        """Return the chapter that is read: the last one that begins in the upper part of the window."""
        y = self.verticalScrollBar().value() + self.viewport().height() // 4
        chapters = self._sheet.chapters if self._sheet is not None else []
        return next(
            (name for name in reversed(chapters) if self._y(self._places()[name]) <= y),
            chapters[0] if chapters else "",
        )

    def _follow(self, link: QUrl) -> None:
        """Go to another part of the report; an address of the web is opened outside, if asked for."""
        text = link.toString()
        if text.startswith("#"):
            self.go_to(link.fragment())
        elif weblink(text) is not None:
            QDesktopServices.openUrl(link)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Load nothing."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in the middle of the window."""
        self._set_margins()
        super().resizeEvent(event)

    def _set_margins(self) -> None:
        """Keep the lines short enough to be read, and a table of many sources wide enough."""
        widest = WIDEST if self._report is None or is_upright(self._report) else WIDEST_TABLE
        side = max((self.width() - widest) // 2, MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setViewportMargins(side, 0, max(side - bar, MARGIN), 0)
