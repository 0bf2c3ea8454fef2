"""A report set into a text document, piece by piece with a cursor: its words are never read as markup."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reconciler.export import looks
from reconciler.export.blocks import (
    Block,
    Figures,
    Heading,
    Items,
    Line,
    Pair,
    Paragraph,
    Piece,
    Report,
    Table,
    Tone,
)
from reconciler.export.links import encoded
from reconciler.export.plain import shown

_LIGATURES = (QFont.Tag("liga"), QFont.Tag("clig"))
"""Not set: what is copied from the page, or searched in it, would have them in the place of letters."""
_BELOW_TABLE = 11.0
_PLAIN, _SMALL, _TINY = 9.5, 8.5, 8.0


@dataclass(frozen=True, slots=True)
class Unit:
    """How many dots Qt takes an inch to have where lengths are set; a page's layout scales them."""

    dots: float

    def points(self, number: float) -> float:
        """Return so many points in dots."""
        return number * self.dots / 72


class Kind(Enum):
    """What a part is set as."""

    WORDS = auto()
    TITLE = auto()
    CHAPTER = auto()
    HEADING = auto()
    WARNING = auto()
    FIGURES = auto()
    ROW = auto()
    PAIR = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """What stays on one page if it has room there: some words, a row of a table, a pair of wordings.

    `before` and `after` are the points that stay free around it. `head` is the row that is said again
    above it where it begins a page. A part that `leads` stands on no other page than what follows.
    """

    kind: Kind
    content: Line | Figures | Table | Pair
    before: float = 0
    after: float = 6
    head: "Part | None" = None
    leads: bool = False


def parts_of(report: Report) -> Iterator[Part]:
    """Give the parts of a report in their order."""
    yield Part(Kind.WORDS, _piece(report.subtitle, Tone.QUIET), after=0)
    yield Part(Kind.TITLE, _piece(report.title))
    yield Part(Kind.WORDS, _piece(report.made, Tone.QUIET), after=0)
    yield Part(Kind.WORDS, _piece(report.program, Tone.QUIET))
    for block in report.blocks:
        yield from parts_of_block(block)


def parts_of_block(block: Block) -> Iterator[Part]:
    """Give the parts of one block."""
    match block:
        case Heading():
            kind, before = (Kind.CHAPTER, 20) if block.level == 2 else (Kind.HEADING, 12)
            yield Part(kind, _piece(block.text), before, leads=True)
        case Paragraph():
            yield Part(Kind.WARNING if block.is_warning else Kind.WORDS, block.line)
        case Items():
            yield from (Part(Kind.WORDS, line, after=4) for line in block.lines)
        case Figures():
            yield Part(Kind.FIGURES, block, after=_BELOW_TABLE)
        case Pair():
            yield Part(Kind.PAIR, block, after=_BELOW_TABLE)
        case Table():
            yield from _rows_of(block)


def _rows_of(table: Table) -> Iterator[Part]:
    head = Part(Kind.ROW, replace(table, rows=()), after=0, leads=True) if table.head else None
    if head is not None:
        yield head
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        after = _BELOW_TABLE if number == last else 0
        yield Part(Kind.ROW, Table((), (row,), table.role), after=after, head=head)


@dataclass(frozen=True, slots=True)
class _Words:
    """How the words of a part are set."""

    size: float = _PLAIN
    is_strong: bool = False
    family: tuple[str, ...] = looks.SANS
    ground: str | None = None


_LOOKS = MappingProxyType(
    {
        Kind.WORDS: _Words(),
        Kind.TITLE: _Words(22, is_strong=True, family=looks.SERIF),
        Kind.CHAPTER: _Words(15, is_strong=True),
        Kind.HEADING: _Words(11, is_strong=True),
        Kind.WARNING: _Words(is_strong=True, ground=looks.WARNING_GROUND),
    }
)


class Setter:
    """Sets parts into a document. `dye` gives the colour that stands for one of those on paper.

    With `leads` what points to another part of the report, or to an address, can be followed. All
    letters are `scale` times as large as on paper.
    """

    def __init__(
        self,
        document: QTextDocument,
        unit: Unit,
        dye: Callable[[str], QColor] = QColor,
        *,
        leads: bool = False,
        scale: float = 1.0,
    ) -> None:
        self._unit = unit
        self._dye = dye
        self._leads = leads
        self._scale = scale
        self._cursor = QTextCursor(document)

    def go_to_end(self) -> QTextCursor:
        """Set the next part behind all that is there; answers with where that is."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        return self._cursor

    def leave(self, points: float) -> None:
        """Leave so much free above what is set."""
        look = QTextBlockFormat()
        look.setLineHeight(self._unit.points(points), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(look)
        tiny = QTextCharFormat()
        tiny.setFontPointSize(1)
        self._cursor.insertText("\N{NO-BREAK SPACE}", tiny)
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())

    def set(self, part: Part) -> QTextTable | None:
        """Set a part; answers with the table that it became, if it did."""
        self._cursor.beginEditBlock()
        try:
            match part.content:
                case Line():
                    self._paragraph(part.content, _LOOKS[part.kind])
                    return None
                case Figures():
                    return self._figures(part.content)
                case Table():
                    return self._table(part.content)
                case Pair():
                    return self._pair(part.content)
        finally:
            self._cursor.endEditBlock()

    def _paragraph(self, line: Line, words: _Words) -> None:
        look = QTextBlockFormat()
        look.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if words.ground is not None:
            look.setBackground(QBrush(self._dye(words.ground)))
        self._cursor.setBlockFormat(look)
        self._line(self._cursor, line, words.size, strong=words.is_strong, family=words.family)

    def _figures(self, block: Figures) -> QTextTable:
        table = self._grid(1, [1 / len(block.figures)] * len(block.figures))
        for column, figure in enumerate(block.figures):
            cell = table.cellAt(0, column)
            cursor = cell.firstCursorPosition()
            self._run(cursor, Piece(str(figure.number), Tone.STRONG), 20)
            cursor.insertBlock()
            self._run(cursor, Piece(figure.words, Tone.QUIET), _SMALL)
        return table

    def _table(self, block: Table) -> QTextTable:
        columns = len(block.head) or max((len(row) for row in block.rows), default=1)
        heads = 1 if block.head else 0
        table = self._grid(heads + len(block.rows), looks.widths(block.role, columns))
        for column, text in enumerate(block.head):
            cell = table.cellAt(0, column)
            self._run(cell.firstCursorPosition(), Piece(text, Tone.STRONG), _SMALL)
            self._border(cell, looks.INK, 1)
        for number, row in enumerate(block.rows, heads):
            for column, lines in enumerate(row):
                cell = table.cellAt(number, column)
                self._border(cell, looks.LINE, 0.75)
                self._lines(cell, lines, _SMALL)
        return table

    def _pair(self, block: Pair) -> QTextTable:
        table = self._grid(3 if block.notes else 2, [0.5, 0.5], boxed=True)
        table.mergeCells(0, 0, 1, 2)
        head = table.cellAt(0, 0)
        cursor = head.firstCursorPosition()
        self._run(cursor, Piece(f"{' ↔ '.join(block.places)}   ", Tone.STRONG), _SMALL)
        self._line(cursor, block.standing, _SMALL)
        self._ground(head, looks.PAPER)
        sides = zip(block.places, block.outlets, block.wordings, strict=True)
        for column, (place, outlet, words) in enumerate(sides):
            cursor = table.cellAt(1, column).firstCursorPosition()
            self._run(cursor, Piece(f"{place} · {outlet}", Tone.QUIET), _TINY)
            cursor.insertBlock()
            self._line(cursor, words, 10)
        if block.notes:
            table.mergeCells(2, 0, 1, 2)
            self._lines(table.cellAt(2, 0), block.notes, _SMALL)
        return table

    # Tables

    def _grid(self, rows: int, shares: Sequence[float], *, boxed: bool = False) -> QTextTable:
        look = QTextTableFormat()
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * share) for share in shares]
        )
        look.setCellPadding(self._unit.points(4))
        look.setCellSpacing(0)
        look.setBorderCollapse(True)
        look.setBorder(self._unit.points(0.75) if boxed else 0)
        look.setBorderBrush(QBrush(self._dye(looks.LINE)))
        style = QTextFrameFormat.BorderStyle
        look.setBorderStyle(style.BorderStyle_Solid if boxed else style.BorderStyle_None)
        return self._cursor.insertTable(rows, len(shares), look)

    def _border(self, cell: QTextTableCell, colour: str, points: float) -> None:
        look = QTextTableCellFormat(cell.format().toTableCellFormat())
        look.setBottomBorder(self._unit.points(points))
        look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBottomBorderBrush(QBrush(self._dye(colour)))
        cell.setFormat(look)

    def _ground(self, cell: QTextTableCell, colour: str) -> None:
        look = QTextTableCellFormat(cell.format().toTableCellFormat())
        look.setBackground(QBrush(self._dye(colour)))
        cell.setFormat(look)

    # Words

    def _lines(self, cell: QTextTableCell, lines: Iterable[Line], size: float) -> None:
        cursor = cell.firstCursorPosition()
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            self._line(cursor, line, size)
            ground = looks.look_of(line.state).ground
            if ground is not None:
                self._ground(cell, ground)

    def _line(
        self,
        cursor: QTextCursor,
        line: Line,
        size: float,
        *,
        strong: bool = False,
        family: Sequence[str] = looks.SANS,
    ) -> None:
        look = looks.look_of(line.state)
        own = looks.SERIF if line.language is not None else family
        if look.sign:
            self._run(cursor, Piece(f"{look.sign} "), size, ink=look.ink)
        for piece in line.pieces:
            ink = look.ink if look.sign else None
            self._run(cursor, piece, size, ink=ink, family=own, strong=strong or bool(look.sign))

    def _run(
        self,
        cursor: QTextCursor,
        piece: Piece,
        size: float,
        *,
        ink: str | None = None,
        family: Sequence[str] = looks.SANS,
        strong: bool = False,
    ) -> None:
        look = QTextCharFormat()
        is_code = piece.tone is Tone.CODE
        font = QFont(list(looks.MONO if is_code else family))
        font.setPointSizeF((size - 1 if is_code else size) * self._scale)
        font.setBold(strong or piece.tone is Tone.STRONG)
        for joined in _LIGATURES:
            font.setFeature(joined, 0)
        look.setFont(font)
        inks = {Tone.QUIET: looks.QUIET, Tone.SHARED: looks.SHARED_INK, Tone.DIFFERS: looks.DIFFERS_INK}
        look.setForeground(QBrush(self._dye(ink or inks.get(piece.tone, looks.INK))))
        if piece.tone is Tone.SHARED:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(self._dye("#8FB8AC"))
        if piece.tone is Tone.DIFFERS:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(self._dye("#A86A00"))
            look.setBackground(QBrush(self._dye(looks.DIFFERS_GROUND)))
        if piece.link and (self._leads or not piece.link.startswith("#")):
            look.setAnchor(True)
            look.setAnchorHref(encoded(shown(piece.link)))
            look.setForeground(QBrush(self._dye(looks.LINK)))
        cursor.insertText(shown(piece.text).replace("\n", "\u2028"), look)


def _piece(text: str, tone: Tone = Tone.PLAIN) -> Line:
    return Line((Piece(text, tone),))
