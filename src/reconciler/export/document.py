"""The report as a Word document (DOCX): nothing is loaded from anywhere, nothing of an article obeyed."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
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
from reconciler.export.word_parts import ParagraphLook, RunLook
from reconciler.pace import Pace

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
_EMU = 635
"""What a twip, the twentieth of a point, is in the units that python-docx reckons in."""
_IN_CELL, _GAP = ParagraphLook(after=0), ParagraphLook(after=0, line=180)
_INKS = {Tone.QUIET: looks.QUIET, Tone.SHARED: looks.SHARED_INK, Tone.DIFFERS: looks.DIFFERS_INK}


def as_docx(report: Report, made: str, pace: Pace | None = None) -> bytes:
    """Return the report as a document; `made` is the moment of its properties.

    Two of one case differ in the date, which stands in the text and in the properties.

    Raises:
        Cancelled: the pace said so.
    """
    pace = pace or Pace()
    file = io.BytesIO()
    document = _Writer(report, datetime.fromisoformat(made)).document(pace.part(0, 0.7))
    pace.tell(0.85)
    document.save(file)
    pace.tell(0.95)
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

    def document(self, pace: Pace) -> "WordDocument":
        report = self._report
        self._set_properties()
        self._set_page()
        self._set_styles()
        title = (("Subtitle", report.subtitle), ("Title", report.title))
        body = [parts.paragraph(self._run(Piece(text)), ParagraphLook(style)) for style, text in title]
        facts = (Piece(text, Tone.QUIET) for text in (report.made, report.program))
        body += (*(parts.paragraph(self._run(piece)) for piece in facts), self._contents())
        sizes = [len(each.rows) + 1 if isinstance(each, Table) else 1 for each in report.blocks]
        done, whole = 0, sum(sizes)
        for block, size in zip(report.blocks, sizes, strict=True):
            part = pace.part(done / whole, (done + size) / whole)
            if size > 1 or done % 20 == 0:
                part.tell(0)
            body += self._block(block, part)
            done += size
        pace.tell(1)
        parts.fill(self._document, "".join(body))
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
        from docx.shared import Mm, Pt, RGBColor

        section = self._document.sections[0]
        is_upright = looks.is_upright(self._report)
        sides = (Mm(210), Mm(297)) if is_upright else (Mm(297), Mm(210))
        section.page_width, section.page_height = sides
        section.orientation = WD_ORIENT.PORTRAIT if is_upright else WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        self._width = (sides[0] - 2 * Mm(18)) // _EMU
        footer = section.footer.paragraphs[0]
        footer.style = self._document.styles["Normal"]
        footer.paragraph_format.tab_stops.add_tab_stop(self._width * _EMU, WD_TAB_ALIGNMENT.RIGHT)
        for before, field in ((f"{self._report.title}\t", "PAGE"), (" / ", "NUMPAGES")):
            words = footer.add_run(shown(before)).font
            words.size, words.color.rgb = Pt(8), RGBColor.from_string(looks.QUIET[1:])
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

    def _contents(self) -> str:
        chapters = [each for each in self._report.blocks if isinstance(each, Heading) and each.level == 2]
        between = self._run(Piece("  ·  ", Tone.QUIET))
        return parts.paragraph(
            between.join(self._run(Piece(each.text, link=f"#{each.anchor}")) for each in chapters)
        )

    # Blocks

    def _block(self, block: Block, pace: Pace) -> Iterable[str]:
        match block:
            case Heading():
                place = parts.bookmark(self._bookmark(block.anchor)) if block.anchor else ""
                yield parts.paragraph(
                    self._run(Piece(block.text)) + place, ParagraphLook(f"Heading{block.level - 1}")
                )
            case Paragraph():
                look = ParagraphLook(is_framed=block.is_warning)
                yield self._paragraph(block.line, look, RunLook(is_bold=block.is_warning))
            case Figures():
                yield from self._figures(block)
            case Items():
                yield from map(self._paragraph, block.lines)
            case Table():
                yield from self._table(block, pace)
            case Pair():
                yield from self._pair(block)

    def _figures(self, block: Figures) -> Iterable[str]:
        widths = [self._width // len(block.figures)] * len(block.figures)
        cells = (
            parts.cell(
                parts.paragraph(parts.run(str(figure.number), RunLook(20, is_bold=True)))
                + parts.paragraph(self._run(Piece(figure.words, Tone.QUIET))),
                width,
            )
            for width, figure in zip(widths, block.figures, strict=True)
        )
        yield parts.table([parts.row(cells)], widths, ())
        yield parts.paragraph("", _GAP)

    def _table(self, block: Table, pace: Pace) -> Iterable[str]:
        columns = len(block.head) or max((len(row) for row in block.rows), default=1)
        widths = [round(self._width * share) for share in looks.widths(block.role, columns)]
        rows = []
        if block.head:
            heads = (self._run(Piece(text, Tone.STRONG), RunLook(9)) for text in block.head)
            cells = zip(map(parts.paragraph, heads), widths, strict=True)
            rows.append(parts.row((parts.cell(*each) for each in cells), is_head=True))
        rows += (
            parts.row(self._cell(lines, width) for lines, width in zip(cells, widths, strict=True))
            for cells in pace.over(block.rows)
        )
        # Two tables that touch would become one.
        yield parts.table(rows, widths, ("bottom", "insideH"))
        yield parts.paragraph("", _GAP)

    def _cell(self, lines: tuple[Line, ...], width: int, columns: int = 1) -> str:
        grounds = (looks.look_of(line.state).ground for line in lines)
        ground = next((each for each in grounds if each is not None), None)
        words = "".join(self._paragraph(line, _IN_CELL, RunLook(9)) for line in lines)
        return parts.cell(words or parts.paragraph(""), width, columns=columns, ground=ground)

    def _pair(self, block: Pair) -> Iterable[str]:
        widths = [self._width // 2] * 2
        kept = ParagraphLook(keeps_with_next=True)
        top = (
            self._run(Piece(f"{' ↔ '.join(block.places)}   ", Tone.STRONG), RunLook(9))
            + self._line(block.standing, RunLook(9))
            + parts.bookmark(self._bookmark("-".join(block.places)))
        )
        head = parts.cell(parts.paragraph(top, kept), self._width, columns=2, ground=looks.PAPER)
        below = kept if block.notes else ParagraphLook()
        sides = (
            parts.cell(
                parts.paragraph(self._run(Piece(f"{place} · {outlet}", Tone.QUIET), RunLook(8.5)), below)
                + self._paragraph(words, below, RunLook(10.5)),
                width,
            )
            for place, outlet, words, width in zip(
                block.places, block.outlets, block.wordings, widths, strict=True
            )
        )
        rows = [parts.row([head]), parts.row(sides)]
        if block.notes:
            rows.append(parts.row([self._cell(block.notes, self._width, columns=2)]))
        yield parts.table(rows, widths, ("top", "left", "bottom", "right", "insideH", "insideV"))
        yield parts.paragraph("", _GAP)

    # Words

    def _paragraph(self, line: Line, look: ParagraphLook | None = None, words: RunLook | None = None) -> str:
        is_from_the_right = looks.is_from_the_right(line.language)
        look = replace(look or ParagraphLook(), is_from_the_right=is_from_the_right)
        return parts.paragraph(self._line(line, words or RunLook()), look)

    def _line(self, line: Line, words: RunLook) -> str:
        look = looks.look_of(line.state)
        if look.sign:
            words = replace(words, ink=look.ink, is_bold=True)
        sign = self._run(Piece(f"{look.sign} "), words) if look.sign else ""
        if line.language is not None:
            words = self._quoted(words, line.language)
        return sign + "".join(self._run(piece, words) for piece in line.pieces)

    def _quoted(self, look: RunLook, language: str) -> RunLook:
        """Return how a source's own words look: in the type of what is quoted, in their language."""
        is_known = language.isalpha() and language != "und"
        return replace(
            look,
            font=looks.SERIF[1],
            language=_LANGUAGES.get(language, language) if is_known else "",
            is_from_the_right=looks.is_from_the_right(language),
        )

    def _run(self, piece: Piece, look: RunLook | None = None) -> str:
        look = look or RunLook()
        ink = looks.LINK if piece.link else look.ink or _INKS.get(piece.tone, "")
        look = replace(look, ink=ink, is_bold=look.is_bold or piece.tone is Tone.STRONG)
        match piece.tone:
            case Tone.CODE:
                look = replace(look, font=look.font or looks.MONO[1], size=8.5)
            case Tone.SHARED:
                look = replace(look, underline="single")
            case Tone.DIFFERS:
                look = replace(look, underline="dash", ground=looks.DIFFERS_GROUND)
        run = parts.run(shown(piece.text), look)
        return self._lead(run, piece.link) if piece.link else run

    def _lead(self, run: str, link: str) -> str:
        """Make a run lead to a place of the document, or to an address when the reader follows it."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if link.startswith("#"):
            return parts.link(run, place=self._bookmark(link[1:]))
        part = self._document.part
        relation = part.relate_to(shown(link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return parts.link(run, relation=relation)

    def _bookmark(self, anchor: str) -> str:
        return self._bookmarks.setdefault(anchor, f"place_{len(self._bookmarks) + 1}")
