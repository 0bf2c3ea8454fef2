"""A report set on a sheet that is scrolled: part by part, so that the window goes on working meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reconciler.export import looks
from reconciler.export.blocks import Block, Heading, Pair, Report, Table, Tone, plain
from reconciler.gui.pdf_setting import Kind, Part, Setter, Unit, parts_of, parts_of_block
from reconciler.gui.theme import Theme

CELLS = 36
"""So many cells of a table are set at once: some 5 ms."""
BUDGET_MS = 5
MOST = 100
"""So many parts of a chapter are shown; the rest of a large case is for the exported report."""
CHAPTER = 2
SCREEN_DOTS = 96.0
SCALE = 1.12
"""On a screen letters are read from farther away than on paper."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part with the name by which it is gone to, if it has one."""

    part: Part
    anchor: str = ""


def leaves_of(report: Report, more: Callable[[int], str]) -> Iterator[Leaf]:
    """Give the parts of a report in their order, tables in pieces, of a long chapter its beginning.

    `more` answers with the words for so many rows and matches that are left out of what is shown.
    """
    yield from (Leaf(part) for part in parts_of(replace(report, blocks=())))
    given = left_out = 0
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == CHAPTER:
            yield from _told(left_out, more)
            given = left_out = 0
        for leaf in _leaves_of(block):
            if given < MOST:
                given += 1
                yield leaf
            else:
                left_out += len(leaf.part.content.rows) if isinstance(leaf.part.content, Table) else 1
    yield from _told(left_out, more)


def _told(left_out: int, more: Callable[[int], str]) -> Iterator[Leaf]:
    if left_out:
        yield Leaf(Part(Kind.WORDS, plain(more(left_out), Tone.QUIET), before=8))


def _leaves_of(block: Block) -> Iterator[Leaf]:
    match block:
        case Heading():
            yield from (Leaf(part, block.anchor) for part in parts_of_block(block))
        case Pair():
            yield from (Leaf(part, "-".join(block.places)) for part in parts_of_block(block))
        case Table():
            columns = len(block.head) or max((len(row) for row in block.rows), default=1)
            step = max(CELLS // columns, 1)
            last = max(len(block.rows) - 1, 0)
            for start in range(0, max(len(block.rows), 1), step):
                rows = block.rows[start : start + step]
                table = Table(block.head if not start else (), rows, block.role)
                yield Leaf(Part(Kind.ROW, table, after=11 if start + step > last else 0))
        case _:
            yield from (Leaf(part) for part in parts_of_block(block))


def dye_of(theme: Theme) -> "Dye":
    """Return the colours that stand for those of paper in a theme."""
    return Dye(theme)


class Dye:
    """Turns a colour of paper into one of a theme: in a dark one what was light is dark."""

    def __init__(self, theme: Theme) -> None:
        self._dark = theme.dark
        self._own = {
            looks.INK: theme.text,
            looks.QUIET: theme.quiet,
            looks.LINE: theme.line,
            looks.LINK: theme.accent,
            looks.PAPER: theme.raised,
        }

    def __call__(self, colour: str) -> QColor:
        """Return the colour for one of paper."""
        if colour in self._own:
            return self._own[colour]
        found = QColor(colour)
        if not self._dark:
            return found
        light = min(max(1.05 - found.lightnessF(), 0.16), 0.8)
        return QColor.fromHslF(max(found.hslHueF(), 0.0), found.hslSaturationF() * 0.75, light)


class Sheet:
    """Sets a report into a document, a little at each call of `go_on`; `places` are where anchors stand.

    Of those, `chapters` are the anchors of headings.
    """

    def __init__(self, leaves: Iterator[Leaf], document: QTextDocument, theme: Theme, scale: float) -> None:
        self.document = document
        self.places: dict[str, int] = {}
        self.chapters: list[str] = []
        self.is_whole = False
        self._leaves = leaves
        self._unit = Unit(SCREEN_DOTS * scale)
        self._setter = Setter(document, self._unit, dye_of(theme), leads=True, scale=SCALE * scale)
        self._begun = False

    def go_on(self) -> None:
        """Set some more parts, for as long as nobody notices."""
        clock = QElapsedTimer()
        clock.start()
        edited = QTextCursor(self.document)
        # What is laid out already is so once for all that is added now.
        edited.beginEditBlock()
        while clock.elapsed() < BUDGET_MS and not self.is_whole:
            leaf = next(self._leaves, None)
            if leaf is None:
                self.is_whole = True
            else:
                self._set(leaf)
        edited.endEditBlock()

    def _set(self, leaf: Leaf) -> None:
        part = leaf.part
        if part.kind in (Kind.FIGURES, Kind.ROW, Kind.PAIR):
            self._make_bare()
            if leaf.anchor:
                self.places[leaf.anchor] = self._setter.go_to_end().position()
            table = self._setter.set(part)
            if table is not None:
                look = table.format().toTableFormat()
                look.setTopMargin(self._unit.points(part.before))
                look.setBottomMargin(self._unit.points(part.after))
                table.setFormat(look)
            self._make_bare()
        else:
            cursor = self._setter.go_to_end()
            if self._begun:
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            if leaf.anchor:
                self.places[leaf.anchor] = cursor.position()
                self.chapters.append(leaf.anchor)
            self._setter.set(part)
            block = cursor.blockFormat()
            block.setTopMargin(self._unit.points(part.before))
            block.setBottomMargin(self._unit.points(part.after))
            cursor.setBlockFormat(block)
            self._begun = True

    def _make_bare(self) -> None:
        """Make the block at the end, which Qt wants around each table, as low as it can be."""
        cursor = self._setter.go_to_end()
        look = QTextBlockFormat()
        look.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if cursor.block().text():
            cursor.insertBlock(look, QTextCharFormat())
        else:
            cursor.setBlockFormat(look)
        tiny = QTextCharFormat()
        tiny.setFontPointSize(1)
        cursor.setBlockCharFormat(tiny)
