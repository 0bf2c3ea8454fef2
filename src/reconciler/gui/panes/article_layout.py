"""An article's statements in lines, one below the other: only those near what is read are kept in lines.

Qt's own layout of a document keeps some seven kilobytes for each statement, which a long article makes
hundreds of megabytes. Of most statements nothing is needed but how high they are: that is guessed, measured
at leisure, and the lines are thrown away.
"""

from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from reconciler.gui.panes.article_text import (
    END_SPACE,
    LOOKS,
    PAD,
    PARAGRAPH_EM,
    STATEMENT_GAP,
    Margins,
    TypeLook,
    begins_paragraph,
    plain,
)
from reconciler.gui.panes.heights import Heights
from reconciler.gui.panes.scroll_sync import Extents
from reconciler.gui.panes.typesetting import Typesetter
from reconciler.gui.theme import Theme
from reconciler.model import Statement, StatementKind

KEPT = 240
"""So many statements are kept in lines: more than any window shows."""
FIRST_TOP = 10
SEPARATOR = "\u2029"
"""What Qt takes for the end of a block."""


class ArticleLayout(QAbstractTextDocumentLayout):
    """Lays out a document in which each block is a statement, and says where each of them lies.

    The document holds the characters, so that Qt selects in it and finds what is under the mouse.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._source = ""
        self._statements: Sequence[Statement] = ()
        self._paragraphs = bytearray()
        self._sorts: dict[tuple[StatementKind, int], int] = {}
        self._sort_of: list[int] = []
        self._look, self._margins, self._width = TypeLook(), Margins(0, 0), 1.0
        self._room: Mapping[int, int] = {}
        self._setter = Typesetter(self._look, self._width)
        self._heights = Heights(END_SPACE)
        self._kept: dict[int, QTextLayout] = {}
        self.theme = theme

    # What is laid out -----------------------------------------------------------------------

    @property
    def filled(self) -> int:
        """How many statements have their place."""
        return len(self._heights.extents().tops)

    @property
    def written(self) -> int:
        """How many statements stand in the document."""
        return len(self._heights)

    @property
    def is_complete(self) -> bool:
        """Whether all statements stand in the document."""
        return len(self._heights) == len(self._statements)

    @property
    def is_measured(self) -> bool:
        """Whether every statement is known to lie where it is said to."""
        return self.is_complete and self._heights.is_measured and not self._heights.is_changed

    @property
    def font(self) -> QFont:
        """The face of the body."""
        return self._setter.font

    @property
    def em(self) -> float:
        """The size of the body's type in pixels."""
        return self._setter.em

    def begin(self, source: str, statements: Sequence[Statement], room: Mapping[int, int]) -> None:
        """Empty the document for the statements of a source's text.

        `room` are pixels to be left free above some of them, by place.
        """
        self._source, self._statements, self._room = source, statements, room
        self._paragraphs = bytearray()
        self._sorts, self._sort_of = {}, []
        self._heights = Heights(END_SPACE)
        self._kept.clear()
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()

    def write(self, count: int) -> None:
        """Write the next `count` statements without touching what stands there; `renew` gives them places."""
        start = len(self._heights)
        places = range(start, min(start + count, len(self._statements)))
        if not places:
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        words = SEPARATOR.join(plain(self._statements[place].text) for place in places)
        cursor.insertText(SEPARATOR + words if start else words)
        self._paragraphs.extend(
            place > 0 and begins_paragraph(self._source, self._statements[place - 1], self._statements[place])
            for place in places
        )
        for each in self._statements[places.start : places.stop]:
            sort = each.kind, len(each.text)
            self._sort_of.append(self._sorts.setdefault(sort, len(self._sorts)))
        self._heights.add(self._gaps(places), self._guesses(places))

    def set_otherwise(
        self, look: TypeLook, margins: Margins, width: float, room: Mapping[int, int] | None = None
    ) -> None:
        """Take another way of setting what stands there, and another width of it all in pixels."""
        room = self._room if room is None else room
        is_as_far = (look, room) == (self._look, self._room)
        self._look, self._margins, self._width, self._room = look, margins, width, room
        self._setter = Typesetter(look, width - margins.left - margins.right)
        self._kept.clear()
        written = range(len(self._heights))
        self._heights.set_all(None if is_as_far else self._gaps(written), self._guesses(written))

    def _guesses(self, places: range) -> list[int]:
        """Return how high statements may be; those of one kind and length are equally high."""
        high = [self._setter.guess(*sort) for sort in self._sorts]
        return [high[sort] for sort in self._sort_of[places.start : places.stop]]

    def _gaps(self, places: range) -> Iterable[int]:
        """Return what is kept free above statements; it is the same between any two of the same kinds."""
        known: dict[tuple[StatementKind | None, StatementKind, int], int] = {}
        before = self._statements[places.start - 1].kind if places.start else None
        found = []
        for place in places:
            kind = self._statements[place].kind
            between = (before, kind, self._paragraphs[place])
            if between not in known:
                known[between] = self._gap(*between)
            found.append(known[between] + self._room.get(place, 0))
            before = kind
        return found

    def _gap(self, before: StatementKind | None, kind: StatementKind, paragraph: int) -> int:
        if before is None:
            return round(FIRST_TOP + self._setter.faces[kind].lead)
        ems = max(LOOKS[before].after, LOOKS[kind].before, PARAGRAPH_EM if paragraph else 0.0)
        return round(max(STATEMENT_GAP, ems * self._setter.em))

    # Where it lies --------------------------------------------------------------------------

    def measure(self, places: range, seconds: float | None = None) -> bool:
        """Measure statements that are only guessed, for so long at most; answers whether that was enough.

        They stay where they are said to be until `renew`.
        """
        end = None if seconds is None else perf_counter() + seconds
        for place in self._heights.unmeasured(places):
            self._heights.measure(place, self._setter.measure(self._statements[place]))
            if end is not None and perf_counter() > end:
                return False
        return True

    def renew(self) -> bool:
        """Let the statements lie where they do by what is known now; answers whether anything has moved."""
        moved = self._heights.renew()
        if moved:
            self.documentSizeChanged.emit(self.documentSize())
        return moved

    def extents(self) -> Extents:
        """Return where the grounds of the statements lie."""
        return self._heights.extents()

    def lines(self, place: int) -> QTextLayout:
        """Return a statement in lines, at its place; it is set if it is not kept so."""
        layout = self._kept.pop(place, None)
        if layout is None:
            layout = self._setter.set(self._statements[place])
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
        self._kept[place] = layout
        layout.setPosition(QPointF(self._margins.left, self.extents().tops[place] + PAD))
        return layout

    def _ink(self, place: int) -> QColor:
        return self.theme.quiet if LOOKS[self._statements[place].kind].dimmed else self.theme.text

    # What Qt asks ---------------------------------------------------------------------------

    def documentChanged(self, at: int, removed: int, added: int) -> None:
        """Do nothing: what is written is told by `write`."""

    def documentSize(self) -> QSizeF:  # noqa: N802
        """Return how large the article is."""
        return QSizeF(self._width, self.extents().height)

    def pageCount(self) -> int:  # noqa: N802
        """Return that it is one page."""
        return 1

    def frameBoundingRect(self, _frame: object) -> QRectF:  # noqa: N802
        """Return where the article lies: it has no frames in it."""
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """Return where a statement lies."""
        extents, place = self.extents(), block.blockNumber()
        if not 0 <= place < len(extents.tops):
            return QRectF()
        top = extents.tops[place]
        return QRectF(0, top, self._width, extents.bottoms[place] - top)

    def hitTest(self, point: QPointF, _accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]  # noqa: N802
        """Return the position in the document that is nearest to a point of it."""
        place = self.extents().place_at(point.y())
        if place is None:
            return 0
        layout = self.lines(place)
        inside = point - layout.position()
        return self.document().findBlockByNumber(place).position() + _unit_at(layout, inside)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the text in view, and what of it is selected."""
        clip = context.clip
        selections = [each for each in context.selections if each.cursor.hasSelection()]
        for place in self.extents().visible(clip.top(), clip.bottom()):
            painter.setPen(self._ink(place))
            ranges = []
            start = self.document().findBlockByNumber(place).position() if selections else 0
            for each in selections:
                part = QTextLayout.FormatRange()
                part.start = each.cursor.selectionStart() - start
                part.length = each.cursor.selectionEnd() - each.cursor.selectionStart()
                part.format = each.format
                ranges.append(part)
            self.lines(place).draw(painter, QPointF(), ranges, clip)


def _unit_at(layout: QTextLayout, point: QPointF) -> int:
    """Return the offset in UTF-16 units that is nearest to a point of a statement in lines."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    line = next((each for each in reversed(lines) if each.y() <= point.y()), lines[0])
    return int(line.xToCursor(point.x()))
