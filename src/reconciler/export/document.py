"""The report as a Word document (DOCX): nothing is loaded from anywhere, nothing of an article obeyed."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reconciler.export import looks
from reconciler.export import word_parts as parts
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
from reconciler.export.plain import shown

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}


def as_docx(report: Report, made: str) -> bytes:
    """Return the report as a document; `made` is the moment of its properties.

    Two of one case differ in the date, which stands in the text and in the properties.
    """
    file = io.BytesIO()
    document = _Writer(report, datetime.fromisoformat(made)).document()
    document.save(file)
    return _timeless(file.getvalue())


def _timeless(packed: bytes) -> bytes:
    """Return the same archive with one time for all members, so that two of the same are the same."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            info = zipfile.ZipInfo(each.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(each))
    return file.getvalue()


class _Writer:
    """One document on its way."""

    def __init__(self, report: Report, made: datetime) -> None:
        from docx import Document

        self._report = report
        self._made = made
        self._document: WordDocument = Document()
        self._bookmarks: dict[str, str] = {}
        self._width = 0

    def document(self) -> "WordDocument":
        report = self._report
        self._set_properties()
        self._set_page()
        self._set_styles()
        self._document.add_paragraph(shown(report.subtitle), style="Subtitle")
        self._document.add_paragraph(shown(report.title), style="Title")
        for text in (report.made, report.program):
            self._run(self._document.add_paragraph(), Piece(text, Tone.QUIET))
        self._contents()
        # What is set stands aside until the end: python-docx looks through the whole body for each addition.
        aside = parts.taken_out(self._document)
        for block in report.blocks:
            self._add(block)
            aside += parts.taken_out(self._document)
        parts.put_back(self._document, aside)
        return self._document

    # The document itself

    def _set_properties(self) -> None:
        kept = self._document.core_properties
        kept.author = kept.last_modified_by = kept.keywords = ""
        kept.title = shown(self._report.title)[:250]
        kept.subject = shown(self._report.subtitle)
        kept.comments = shown(self._report.program)
        kept.language = _LANGUAGES.get(self._report.language, self._report.language)
        kept.created = kept.modified = self._made.replace(tzinfo=None)
        kept.revision = 1
        package = self._document.part.package
        for name, relation in list(package.rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                del package.rels[name]

    def _set_page(self) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        section = self._document.sections[0]
        is_upright = looks.is_upright(self._report)
        sides = (Mm(210), Mm(297)) if is_upright else (Mm(297), Mm(210))
        section.page_width, section.page_height = sides
        section.orientation = WD_ORIENT.PORTRAIT if is_upright else WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        self._width = sides[0] - 2 * Mm(18)
        footer = section.footer.paragraphs[0]
        footer.style = self._document.styles["Normal"]
        self._run(footer, Piece(f"{self._report.title}\t", Tone.QUIET), size=8)
        footer.paragraph_format.tab_stops.add_tab_stop(self._width, WD_TAB_ALIGNMENT.RIGHT)
        for number, field in enumerate(("PAGE", "NUMPAGES")):
            if number:
                self._run(footer, Piece(" / ", Tone.QUIET), size=8)
            parts.add_page_field(footer, field)

    def _set_styles(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        ink = RGBColor.from_string(looks.INK[1:])
        sizes = {"Normal": 10, "Title": 22, "Subtitle": 10, "Heading 1": 15, "Heading 2": 11.5}
        for name, size in sizes.items():
            style = self._document.styles[name]
            style.font.size = Pt(size)
            style.font.color.rgb = RGBColor.from_string(looks.QUIET[1:]) if name == "Subtitle" else ink
            style.font.italic = False
            style.font.bold = name.startswith(("Heading", "Title"))
            parts.set_fonts(style.font, looks.SERIF[1] if name == "Title" else looks.SANS[2])
            parts.set_language(style.font, _LANGUAGES.get(self._report.language, self._report.language))
        for name, before, after in (
            ("Normal", 0, 5), ("Title", 0, 6), ("Subtitle", 0, 0), ("Heading 1", 20, 8), ("Heading 2", 12, 4),
        ):  # fmt: skip
            layout = self._document.styles[name].paragraph_format
            layout.space_before, layout.space_after = Pt(before), Pt(after)
        title = self._document.styles["Title"].element.get_or_add_pPr()
        for line in title.findall(qn("w:pBdr")):
            title.remove(line)

    def _contents(self) -> None:
        chapters = [each for each in self._report.blocks if isinstance(each, Heading) and each.level == 2]
        paragraph = self._document.add_paragraph()
        for number, each in enumerate(chapters):
            if number:
                self._run(paragraph, Piece("  ·  ", Tone.QUIET))
            self._run(paragraph, Piece(each.text, link=f"#{each.anchor}"))

    # Blocks

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                paragraph = self._document.add_paragraph(style=f"Heading {block.level - 1}")
                self._run(paragraph, Piece(block.text))
                if block.anchor:
                    self._mark(paragraph, block.anchor)
            case Paragraph():
                paragraph = self._document.add_paragraph()
                self._fill(paragraph, block.line, strong=block.is_warning)
                if block.is_warning:
                    parts.frame(paragraph)
            case Figures():
                self._figures(block)
            case Items():
                for line in block.lines:
                    paragraph = self._document.add_paragraph()
                    self._fill(paragraph, line)
            case Table():
                self._table(block)
            case Pair():
                self._pair(block)

    def _figures(self, block: Figures) -> None:
        from docx.shared import Pt

        table = self._grid([1 / len(block.figures)] * len(block.figures), lines=False)
        for cell, figure in zip(parts.new_row(table).cells, block.figures, strict=True):
            number = cell.paragraphs[0].add_run(str(figure.number))
            number.bold = True
            number.font.size = Pt(20)
            self._run(cell.add_paragraph(), Piece(figure.words, Tone.QUIET))
        self._gap()

    def _table(self, block: Table) -> None:
        columns = len(block.head) or max((len(row) for row in block.rows), default=1)
        table = self._grid(looks.widths(block.role, columns))
        if block.head:
            row = parts.new_row(table, "w:tblHeader")
            for cell, text in zip(row.cells, block.head, strict=True):
                self._run(cell.paragraphs[0], Piece(text, Tone.STRONG), size=9)
        for cells in block.rows:
            row = parts.new_row(table, "w:cantSplit")
            for cell, lines in zip(row.cells, cells, strict=True):
                self._lines(cell, lines, size=9)
        self._gap()

    def _pair(self, block: Pair) -> None:
        table = self._grid([0.5, 0.5], boxed=True)
        head = parts.new_row(table, "w:cantSplit").cells
        top = head[0].merge(head[1]).paragraphs[0]
        self._run(top, Piece(f"{' ↔ '.join(block.places)}   ", Tone.STRONG), size=9)
        self._fill(top, block.standing, size=9)
        self._mark(top, "-".join(block.places))
        parts.ground_cell(head[0], looks.PAPER)
        sides = parts.new_row(table, "w:cantSplit").cells
        for cell, place, outlet, words in zip(
            sides, block.places, block.outlets, block.wordings, strict=True
        ):
            self._run(cell.paragraphs[0], Piece(f"{place} · {outlet}", Tone.QUIET), size=8.5)
            self._fill(cell.add_paragraph(), words, size=10.5)
        if block.notes:
            last = parts.new_row(table, "w:cantSplit").cells
            self._lines(last[0].merge(last[1]), block.notes, size=9)
        for row in table.rows[:-1]:
            for paragraph in row.cells[0].paragraphs:
                paragraph.paragraph_format.keep_with_next = True
        self._gap()

    # Parts

    def _grid(self, shares: Sequence[float], *, lines: bool = True, boxed: bool = False) -> "WordTable":
        """Return an empty table over the whole width; `boxed` gives it lines on all sides."""
        table: WordTable = self._document.add_table(rows=0, cols=len(shares))
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(self._width * share)
        sides = ("top", "left", "bottom", "right", "insideV", "insideH") if boxed else ("bottom", "insideH")
        if lines:
            parts.border(table, sides)
        parts.pad(table, 50)
        return table

    def _gap(self) -> None:
        """Set a little space: two tables that touch would become one."""
        from docx.shared import Pt

        layout = self._document.add_paragraph().paragraph_format
        layout.space_after = Pt(0)
        layout.line_spacing = Pt(9)

    def _lines(self, cell: "_Cell", lines: Iterable[Line], size: float) -> None:
        for number, line in enumerate(lines):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            self._fill(paragraph, line, size=size)
            paragraph.paragraph_format.space_after = 0
            ground = looks.look_of(line.state).ground
            if ground is not None:
                parts.ground_cell(cell, ground)

    def _fill(self, paragraph: "WordParagraph", line: Line, *, size: float = 0, strong: bool = False) -> None:
        look = looks.look_of(line.state)
        if look.sign:
            self._run(paragraph, Piece(f"{look.sign} "), size=size, ink=look.ink)
        if looks.is_from_the_right(line.language):
            parts.set_paragraph_from_the_right(paragraph)
        for piece in line.pieces:
            run = self._run(paragraph, piece, size=size, ink=look.ink if look.sign else "")
            run.bold = run.bold or bool(strong or look.sign)
            if line.language is not None:
                self._set_words(run, line.language)

    def _run(self, paragraph: "WordParagraph", piece: Piece, *, size: float = 0, ink: str = "") -> "Run":
        from docx.enum.text import WD_UNDERLINE
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(shown(piece.text))
        if size:
            run.font.size = Pt(size)
        colour = {Tone.QUIET: looks.QUIET, Tone.SHARED: looks.SHARED_INK, Tone.DIFFERS: looks.DIFFERS_INK}
        colour_of = looks.LINK if piece.link else ink or colour.get(piece.tone, "")
        if colour_of:
            run.font.color.rgb = RGBColor.from_string(colour_of[1:])
        match piece.tone:
            case Tone.STRONG:
                run.bold = True
            case Tone.CODE:
                parts.set_fonts(run.font, looks.MONO[1])
                run.font.size = Pt(8.5)
            case Tone.SHARED:
                run.font.underline = True
            case Tone.DIFFERS:
                run.font.underline = WD_UNDERLINE.DASH
                parts.ground_run(run, looks.DIFFERS_GROUND)
        if piece.link:
            self._lead(paragraph, run, piece.link)
        return run

    def _set_words(self, run: "Run", language: str) -> None:
        """Set a source's own words: in the type of what is quoted, in their language."""
        parts.set_fonts(run.font, looks.SERIF[1])
        if looks.is_from_the_right(language):
            parts.set_from_the_right(run)
        if language.isalpha() and language != "und":
            parts.set_language(run.font, _LANGUAGES.get(language, language))

    def _lead(self, paragraph: "WordParagraph", run: "Run", link: str) -> None:
        """Make a run lead to a place of the document, or to an address when the reader follows it."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if link.startswith("#"):
            facts = {"w:anchor": self._bookmark(link[1:])}
        else:
            relation = paragraph.part.relate_to(shown(link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            facts = {"r:id": relation}
        parts.lead(run, facts)

    def _bookmark(self, anchor: str) -> str:
        return self._bookmarks.setdefault(anchor, f"place_{len(self._bookmarks) + 1}")

    def _mark(self, paragraph: "WordParagraph", anchor: str) -> None:
        parts.add_bookmark(paragraph, self._bookmark(anchor))
