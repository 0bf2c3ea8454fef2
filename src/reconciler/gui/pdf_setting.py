"""A report set into a text document, piece by piece with a cursor: its words are never read as markup."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
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
_PLAIN, _SMALL, _TINY = 9.5, 8.5, 8.0


@dataclass(frozen=True, slots=True)
class Unit:
    """How many dots Qt takes an inch to have where lengths are set; a page's layout scales them."""

    dots: float

    def points(self, number: float) -> float:
        """Return so many points in dots."""
        return number * self.dots / 72


class Setter:
    """Sets one report. `units` are what pages may end before: headings, tables, pairs, paragraphs."""

    def __init__(self, document: QTextDocument, unit: Unit, report: Report) -> None:
        self._document = document
        self._unit = unit
        self._report = report
        self._cursor = QTextCursor(document)
        self._is_first = True
        self.units: list[QTextBlock | QTextTable] = []

    def set(self) -> None:
        """Set all of it."""
        report = self._report
        self._cursor.beginEditBlock()
        self._paragraph(_piece(report.subtitle, Tone.QUIET), after=0)
        self._paragraph(_piece(report.title), size=22, family=looks.SERIF, after=6, strong=True)
        self._paragraph(_piece(report.made, Tone.QUIET), after=0)
        self._paragraph(_piece(report.program, Tone.QUIET))
        for block in report.blocks:
            self._add(block)
        self._cursor.endEditBlock()

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                is_chapter = block.level == 2
                size, before = (15, 20) if is_chapter else (11, 12)
                self._paragraph(_piece(block.text), size=size, before=before, after=6, strong=True)
                self.units.append(self._cursor.block())
            case Paragraph():
                ground = looks.WARNING_GROUND if block.is_warning else None
                self._paragraph(block.line, strong=block.is_warning, ground=ground)
            case Items():
                for line in block.lines:
                    self._paragraph(line, after=4)
            case Figures():
                self._figures(block)
            case Table():
                self._table(block)
            case Pair():
                self._pair(block)

    # Blocks

    def _paragraph(
        self,
        line: Line,
        *,
        size: float = _PLAIN,
        before: float = 0,
        after: float = 6,
        family: Sequence[str] = looks.SANS,
        strong: bool = False,
        ground: str | None = None,
    ) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(self._unit.points(before))
        look.setBottomMargin(self._unit.points(after))
        look.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if ground is not None:
            look.setBackground(QBrush(QColor(ground)))
        self._new_block(look)
        self._line(self._cursor, line, size, strong=strong, family=family)

    def _new_block(self, look: QTextBlockFormat) -> None:
        if self._is_first:
            self._cursor.setBlockFormat(look)
            self._is_first = False
        else:
            self._cursor.insertBlock(look, QTextCharFormat())

    def _figures(self, block: Figures) -> None:
        table = self._grid(1, [1 / len(block.figures)] * len(block.figures))
        for column, figure in enumerate(block.figures):
            cell = table.cellAt(0, column)
            cursor = cell.firstCursorPosition()
            self._run(cursor, Piece(str(figure.number), Tone.STRONG), 20)
            cursor.insertBlock()
            self._run(cursor, Piece(figure.words, Tone.QUIET), _SMALL)
        self._after_table()

    def _table(self, block: Table) -> None:
        columns = len(block.head) or max((len(row) for row in block.rows), default=1)
        heads = 1 if block.head else 0
        table = self._grid(heads + len(block.rows), looks.widths(block.role, columns), heads=heads)
        for column, text in enumerate(block.head):
            cell = table.cellAt(0, column)
            self._run(cell.firstCursorPosition(), Piece(text, Tone.STRONG), _SMALL)
            self._border(cell, looks.INK, 1)
        for number, row in enumerate(block.rows, heads):
            for column, lines in enumerate(row):
                cell = table.cellAt(number, column)
                self._border(cell, looks.LINE, 0.75)
                self._lines(cell, lines, _SMALL)
        self._after_table()

    def _pair(self, block: Pair) -> None:
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
        self.units.append(table)
        self._after_table()

    # Tables

    def _grid(self, rows: int, shares: Sequence[float], *, heads: int = 0, boxed: bool = False) -> QTextTable:
        look = QTextTableFormat()
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * share) for share in shares]
        )
        look.setCellPadding(self._unit.points(4))
        look.setCellSpacing(0)
        look.setBorderCollapse(True)
        look.setHeaderRowCount(heads)
        look.setBorder(self._unit.points(0.75) if boxed else 0)
        look.setBorderBrush(QBrush(QColor(looks.LINE)))
        style = QTextFrameFormat.BorderStyle
        look.setBorderStyle(style.BorderStyle_Solid if boxed else style.BorderStyle_None)
        return self._cursor.insertTable(rows, len(shares), look)

    def _after_table(self) -> None:
        """Go on behind a table, with a little space."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        look = QTextBlockFormat()
        look.setLineHeight(self._unit.points(11), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(look)
        tiny = QTextCharFormat()
        tiny.setFontPointSize(1)
        self._cursor.setBlockCharFormat(tiny)

    def _border(self, cell: QTextTableCell, colour: str, points: float) -> None:
        look = QTextTableCellFormat(cell.format().toTableCellFormat())
        look.setBottomBorder(self._unit.points(points))
        look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBottomBorderBrush(QBrush(QColor(colour)))
        cell.setFormat(look)

    def _ground(self, cell: QTextTableCell, colour: str) -> None:
        look = QTextTableCellFormat(cell.format().toTableCellFormat())
        look.setBackground(QBrush(QColor(colour)))
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
        font.setPointSizeF(size - 1 if is_code else size)
        font.setBold(strong or piece.tone is Tone.STRONG)
        for joined in _LIGATURES:
            font.setFeature(joined, 0)
        look.setFont(font)
        inks = {Tone.QUIET: looks.QUIET, Tone.SHARED: looks.SHARED_INK, Tone.DIFFERS: looks.DIFFERS_INK}
        look.setForeground(QBrush(QColor(ink or inks.get(piece.tone, looks.INK))))
        if piece.tone is Tone.SHARED:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor("#8FB8AC"))
        if piece.tone is Tone.DIFFERS:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(QColor("#A86A00"))
            look.setBackground(QBrush(QColor(looks.DIFFERS_GROUND)))
        if piece.link and not piece.link.startswith("#"):
            look.setAnchor(True)
            look.setAnchorHref(encoded(shown(piece.link)))
            look.setForeground(QBrush(QColor(looks.LINK)))
        cursor.insertText(shown(piece.text).replace("\n", "\u2028"), look)


def _piece(text: str, tone: Tone = Tone.PLAIN) -> Line:
    return Line((Piece(text, tone),))
