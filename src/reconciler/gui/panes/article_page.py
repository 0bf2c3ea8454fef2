"""One article laid out in a pane: its text, where statements lie, what stays put when that changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor, QTextLayout, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from reconciler.gui.panes.article_layout import ArticleLayout
from reconciler.gui.panes.article_text import Margins, TypeLook, begins_paragraph
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.reader import Reader
from reconciler.gui.panes.scroll_sync import EYE, Extents
from reconciler.gui.panes.statement_cards import BAR, OUTER, outer_room
from reconciler.gui.panes.utf16 import from_units
from reconciler.gui.theme import Theme
from reconciler.model import Statement, StatementKind

INNER = 12
"""Space in pixels between a card's edge and its text."""
AT_ONCE = 500
SLICE = 500
LEISURE_MS = 50
TOLD_EACH = 10
"""So many slices below what is in view are written before the strip beside it shows them."""
MEASURED_AT_ONCE = 150
MEASURING_S = 0.003
TOLD_S = 2.0
"""So seldom is what was measured out of view told: links are followed anew from there on."""
REST_MS = 150
"""So long nothing out of view is measured after the reader scrolled or the width changed: more may follow."""
ROUNDS = 6
"""So often at most is measured what comes into view when what was guessed turns out to be less high."""
WHEEL_STEP = 120
"""What Qt calls one notch of a wheel, in eighths of a degree."""
BESIDE = 16
"""Space in pixels that is kept above and below a statement brought into view."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stays where it is when the layout changes: a share of a statement, at a height in the window."""

    place: int
    share: float
    line: float


class ArticlePage(Reader):
    """Lays a source's statements out and scrolls through them.

    `moved` says that the visible part changed, with the pixels moved by the user, or 0 when the
    layout or the program did it; `laid_out` that statements lie elsewhere or more of them are there.
    """

    moved = Signal(int)
    laid_out = Signal()

    def __init__(self, facing: Facing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facing = facing
        self.outer = OUTER
        self._theme = theme
        self._look_of_type = TypeLook()
        self._statements: Sequence[Statement] = ()
        self._source = ""
        self._room: Mapping[int, int] = {}
        self._text = ArticleLayout(self.document(), theme)
        self.document().setDocumentLayout(self._text)
        self._anchor: Anchor | None = None
        self._value = 0
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._write_slice)
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure_slice)
        self._told = 0.0
        self._leisure = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # Qt would paint anew only the first line of a statement whose lines it does not know.
        self.selectionChanged.connect(self.viewport().update)
        self.take_palette(theme)

    def set_article(self, source: str, statements: Sequence[Statement]) -> None:
        """Show the statements of a source's text, from its beginning."""
        self._anchor = None
        self._refill(source, statements, {})

    def set_patient(self, on: bool) -> None:
        """Lay out what is not in view at leisure, while a worker needs the processor, or without delay."""
        self._leisure = LEISURE_MS if on else 0
        self._slices.setInterval(self._leisure)
        self._measuring.setInterval(self._leisure)

    def replace_article(
        self, source: str, statements: Sequence[Statement], place_of: Callable[[int], int]
    ) -> None:
        """Show the article cut otherwise, or its other version; what is read stays where it is.

        `place_of` answers where a statement that stood at a place stands now.
        """
        anchor = self._anchor
        self._anchor = anchor and replace(anchor, place=place_of(anchor.place))
        self._refill(source, statements, {})

    def make_room(self, room: Mapping[int, int]) -> None:
        """Leave so many pixels free above some statements, by place; what is read stays where it is."""
        self._room = room
        self._set_otherwise()

    def renew_statements(self, statements: Sequence[Statement]) -> None:
        """Take the same statements again, with what they carry now."""
        self._statements = statements
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self._text.theme = theme
        self.take_palette(theme)
        self.viewport().update()

    def set_text_size(self, points: float) -> None:
        """Take another size of type; what is read stays where it is."""
        self.set_type(replace(self._look_of_type, points=points))

    def set_type(self, look: TypeLook) -> None:
        """Set the article otherwise; what is read stays where it is."""
        if look != self._look_of_type:
            self._look_of_type = look
            self._set_otherwise()

    def set_facing(self, facing: Facing) -> None:
        """Turn to other gutters; what is read stays where it is."""
        if facing is not self.facing:
            self.facing = facing
            self._set_otherwise()

    @property
    def type_look(self) -> TypeLook:
        """How the article is set."""
        return self._look_of_type

    # Laying out -----------------------------------------------------------------------------

    def _refill(self, source: str, statements: Sequence[Statement], room: Mapping[int, int]) -> None:
        self._source, self._statements, self._room = source, statements, room
        self._slices.stop()
        self.outer = outer_room(statements[-1].ordinal) if statements else OUTER
        with self.holding():
            self._text.begin(source, statements, room)
            # What is read is written at once wherever it is: else the article would leap there and back.
            self._text.write(AT_ONCE + (self._anchor.place if self._anchor is not None else 0))
            # The editor's own cursor was carried to the end, and it would scroll there.
            self.setTextCursor(QTextCursor(self.document()))
        self._set_otherwise()
        if not self._text.is_complete:
            self._slices.start(self._leisure)

    def _margins(self) -> Margins:
        outer, inner = self.outer + INNER, INNER + int(BAR)
        # Between two gutters the number stands in the card, before the text.
        left = inner if self.facing is Facing.LEFT else outer
        left = self.outer + int(BAR) if self.facing is Facing.BOTH else left
        return Margins(left, outer if self.facing is Facing.LEFT else inner)

    def _set_otherwise(self, rest: int = 0) -> None:
        """Set what is written in the type, the margins and the width of now."""
        with self.holding():
            self._text.set_otherwise(self._look_of_type, self._margins(), self.viewport().width(), self._room)
            self.document().setDefaultFont(self._text.font)
        if len(self._statements) <= MEASURED_AT_ONCE:
            self._text.measure(range(len(self._statements)))
        self._after_layout()
        self._measure_later(rest)

    def _write_slice(self) -> None:
        first = self._text.written
        read = 0 if self._anchor is None else self._anchor.place
        out_of_sight = max(self.visible().stop, read) < first
        with self.holding():
            self._text.write(SLICE)
        if self._text.is_complete:
            self._slices.stop()
            self._measure_later()
        elif out_of_sight and first // SLICE % TOLD_EACH:
            return  # nothing in view has changed, and to paint it takes as long as to write some more
        self._after_layout()

    def _measure_later(self, rest: int = 0) -> None:
        """Measure at leisure what is only guessed, beginning when the window has rested for so long."""
        self._told = perf_counter()
        if self._text.is_complete and not self._text.is_measured:
            self._measuring.start(max(rest, self._leisure))

    def _measure_slice(self) -> None:
        self._measuring.setInterval(self._leisure)
        done = self._text.measure(range(self._text.written), MEASURING_S)
        if done:
            self._measuring.stop()
        if done or perf_counter() > self._told + TOLD_S:
            self._told = perf_counter()
            self._after_layout()

    def _measure_between(self, top: float, bottom: float) -> bool:
        """Measure what lies there and a window's height above and below; answers whether anything moved.

        So what is scrolled into view has been measured before it is seen, and nothing in view jumps.
        """
        height = self.viewport().height()
        self._text.measure(self.extents().visible(top - height, bottom + height))
        with self.holding():
            return self._text.renew()

    def _measure_in_view(self) -> bool:
        top = self.position()
        return self._measure_between(top, top + self.viewport().height())

    def ready(self, place: int) -> Extents:
        """Return where the statements lie once those around a place are measured."""
        for _ in range(ROUNDS):
            extents = self.extents()
            if place >= len(extents.tops):
                break
            if not self._measure_between(extents.tops[place], extents.bottoms[place]):
                break
            self._restore()
        return self.extents()

    def text_at(self, place: int) -> str:
        """Return the text of a statement."""
        return self._statements[place].text

    def selected_text(self) -> str:
        """Return the selection in the source's own words: sentences on, paragraphs apart."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = self.document().findBlock(start)
        last = self.document().findBlock(end)
        pieces: list[str] = []
        for place in range(first.blockNumber(), last.blockNumber() + 1):
            statement = self._statements[place]
            begin = (
                from_units(statement.text, start - first.position()) if place == first.blockNumber() else 0
            )
            stop = None if place != last.blockNumber() else from_units(statement.text, end - last.position())
            if pieces:
                before = self._statements[place - 1]
                pieces.append("\n\n" if begins_paragraph(self._source, before, statement) else " ")
            pieces.append(statement.text[begin:stop])
        return "".join(pieces).strip()

    @property
    def filled(self) -> int:
        """How many statements have their place in the article, be it a guess."""
        return self._text.filled

    @property
    def is_measured(self) -> bool:
        """Whether every statement is known to lie where it is said to."""
        return self._text.is_measured

    def lines(self, place: int) -> QTextLayout:
        """Return a statement's text in lines, with its place in the article."""
        return self._text.lines(place)

    def kind(self, place: int) -> StatementKind:
        """Return what a statement is in its article."""
        return self._statements[place].kind

    # Where things are -----------------------------------------------------------------------

    @property
    def em(self) -> float:
        """The size of the type in pixels."""
        return self._text.em

    def extents(self) -> Extents:
        """Return where the statements lie in the article."""
        return self._text.extents()

    def position(self) -> int:
        """Return how far the article is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def visible(self) -> range:
        """Return the places of the statements in view."""
        top = self.position()
        return self.extents().visible(top, top + self.viewport().height())

    def place_at(self, point: QPoint) -> int | None:
        """Return the statement at a point of the viewport, or None between statements and below them."""
        y = point.y() + self.position()
        extents = self.extents()
        place = extents.place_at(y)
        if place is None or not extents.tops[place] - 3 <= y <= extents.bottoms[place] + 3:
            return None
        return place

    def card(self, place: int) -> QRectF:
        """Return where a statement's card lies in the viewport; it reaches the edges of its gutters."""
        extents = self.extents()
        top = extents.tops[place] - self.position()
        x = self.outer if self.facing is Facing.RIGHT else 0
        width = self.viewport().width() - (0 if self.facing is Facing.BOTH else self.outer)
        return QRectF(x, top, width, extents.bottoms[place] - extents.tops[place])

    # Scrolling ------------------------------------------------------------------------------

    def scroll_to(self, value: float) -> None:
        """Scroll without telling that the user did."""
        with self.holding():
            self.verticalScrollBar().setValue(round(value))
        self._keep_anchor()
        if self._measure_in_view():
            self._restore()
        self.moved.emit(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift held this article alone, whatever else follows it otherwise."""
        if event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
            return
        # Some systems turn a wheel with Shift into one that goes sideways.
        pixels = event.pixelDelta().y() or event.pixelDelta().x()
        if not pixels:
            notches = (event.angleDelta().y() or event.angleDelta().x()) / WHEEL_STEP
            lines = QApplication.wheelScrollLines()
            pixels = round(notches * lines * self.verticalScrollBar().singleStep())
        self.scroll_to(self.position() - pixels)
        event.accept()

    def reveal(self, place: int) -> None:
        """Scroll, as if the user did, just so far that a statement is wholly in view."""
        extents = self.ready(place)
        top, bottom = extents.tops[place] - BESIDE, extents.bottoms[place] + BESIDE
        value, height = self.position(), self.viewport().height()
        if top < value or bottom - top > height:
            self.verticalScrollBar().setValue(round(top))
        elif bottom > value + height:
            self.verticalScrollBar().setValue(round(bottom - height))

    def anchor(self, line: float) -> Anchor | None:
        """Return what stands at a height of the window now."""
        extents = self.extents()
        y = self.position() + line
        place = extents.place_at(y)
        if place is None:
            return None
        top, bottom = extents.tops[place], extents.bottoms[place]
        return Anchor(place, (y - top) / (bottom - top), line)

    def set_anchor(self, anchor: Anchor) -> None:
        """Bring a part of a statement to a height of the window, also when it is laid out only later."""
        self._anchor = anchor
        self._restore()

    def _keep_anchor(self) -> None:
        line = self.viewport().height() * EYE if self.position() else 0.0
        self._anchor = self.anchor(line)
        self._value = self.position()

    def _restore(self) -> None:
        """Bring back to its height what is read, and measure what comes into view by that."""
        for _ in range(ROUNDS):
            with self.holding():
                self.verticalScrollBar().setValue(self._wanted())
            if not self._measure_in_view():
                break
        self._value = self.position()

    def _wanted(self) -> int:
        """Return the scroll value at which what is read stands at its height."""
        anchor, extents = self._anchor, self.extents()
        if anchor is None:
            return 0
        if anchor.place >= len(extents.tops):
            return self.position()
        if not anchor.line and not anchor.place and anchor.share <= 0:
            return 0
        top, bottom = extents.tops[anchor.place], extents.bottoms[anchor.place]
        return round(top + anchor.share * (bottom - top) - anchor.line)

    def _to_end(self) -> None:
        """Stay at the end of the article, wherever that is."""
        bar = self.verticalScrollBar()
        for _ in range(ROUNDS):
            with self.holding():
                bar.setValue(bar.maximum())
            if not self._measure_in_view():
                break
        self._keep_anchor()

    def _after_layout(self) -> None:
        with self.holding():
            self._text.renew()
        self._restore()
        self.viewport().update()
        self.laid_out.emit()

    def _scrolled(self, value: int) -> None:
        if self.held:
            return
        by, self._value = value - self._value, value
        is_end = value == self.verticalScrollBar().maximum()
        self._keep_anchor()
        if self._measuring.isActive():
            self._measuring.start(REST_MS)
        if self._measure_in_view():
            self._to_end() if is_end else self._restore()
        self.moved.emit(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new width and keep what is read where it is."""
        with self.holding():
            super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set_otherwise(REST_MS)
        else:
            self._after_layout()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where it is: an editor that is shown first scrolls to its cursor."""
        with self.holding():
            super().showEvent(event)
        self._restore()
