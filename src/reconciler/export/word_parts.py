"""The body of a Word document in its own markup, each part as the schema orders it.

Text, not python-docx's objects: those look through all of a cell, a row and a body for each piece that
is added, which takes minutes for a large case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from reconciler.export import looks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.font import Font
    from docx.text.paragraph import Paragraph

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_AFTER_LANG = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
"""What follows the language in the properties of a style, in the schema's order."""
_LOOK = (
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>'
)


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; what is empty is as its paragraph's style says. `size` is in points."""

    size: float = 0
    ink: str = ""
    font: str = ""
    ground: str = ""
    underline: str = ""
    language: str = ""
    is_bold: bool = False
    is_from_the_right: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks. `after` and `line` are twips: the room below it, and how tall its lines are."""

    style: str = ""
    after: int | None = None
    line: int | None = None
    keeps_with_next: bool = False
    is_framed: bool = False
    is_from_the_right: bool = False


_PLAIN = ParagraphLook()


def run(text: str, look: RunLook) -> str:
    """Return a run of words; line ends and tabs in them are kept."""
    parts = ["<w:r>"]
    properties = _run_properties(look)
    if properties:
        parts += ("<w:rPr>", properties, "</w:rPr>")
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.append("<w:br/>")
        for place, words in enumerate(line.split("\t")):
            if place:
                parts.append("<w:tab/>")
            if words:
                parts += ('<w:t xml:space="preserve">', escape(words), "</w:t>")
    parts.append("</w:r>")
    return "".join(parts)


def _run_properties(look: RunLook) -> str:
    parts = []
    if look.font:
        font = quoteattr(look.font)
        parts.append(f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>")
    if look.is_bold:
        parts.append("<w:b/>")
    if look.ink:
        parts.append(f'<w:color w:val="{look.ink[1:]}"/>')
    if look.size:
        parts.append(f'<w:sz w:val="{round(look.size * 2)}"/>')
    if look.underline:
        parts.append(f'<w:u w:val="{look.underline}"/>')
    if look.ground:
        parts.append(_ground(look.ground))
    if look.is_from_the_right:
        parts.append("<w:rtl/>")
    if look.language:
        parts.append(f"<w:lang w:val={quoteattr(look.language)}/>")
    return "".join(parts)


def paragraph(runs: str, look: ParagraphLook = _PLAIN) -> str:
    """Return a paragraph of runs and links."""
    parts = []
    if look.style:
        parts.append(f"<w:pStyle w:val={quoteattr(look.style)}/>")
    if look.keeps_with_next:
        parts.append("<w:keepNext/>")
    if look.is_framed:
        line = f'w:val="single" w:sz="6" w:space="6" w:color="{looks.WARNING_LINE[1:]}"'
        sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
        parts.append(f"<w:pBdr>{sides}</w:pBdr>{_ground(looks.WARNING_GROUND)}")
    if look.is_from_the_right:
        parts.append("<w:bidi/>")
    spacing = "" if look.after is None else f' w:after="{look.after}"'
    if look.line is not None:
        spacing += f' w:line="{look.line}" w:lineRule="exact"'
    if spacing:
        parts.append(f"<w:spacing{spacing}/>")
    properties = f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""
    return f"<w:p>{properties}{runs}</w:p>"


def link(runs: str, *, place: str = "", relation: str = "") -> str:
    """Return runs that lead to a bookmark of the document, or to what a relation of it names."""
    fact = f"w:anchor={quoteattr(place)}" if place else f"r:id={quoteattr(relation)}"
    return f"<w:hyperlink {fact}>{runs}</w:hyperlink>"


def bookmark(name: str) -> str:
    """Return what makes a paragraph a place that links lead to; names end in a number of their own."""
    number = name.rpartition("_")[2]
    return f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/><w:bookmarkEnd w:id="{number}"/>'


def cell(paragraphs: str, width: int, *, columns: int = 1, ground: str | None = None) -> str:
    """Return a cell of a row, `width` twips wide, over so many columns."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    behind = _ground(ground) if ground else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{behind}</w:tcPr>{paragraphs}</w:tc>'


def row(cells: Iterable[str], *, is_head: bool = False, is_whole: bool = True) -> str:
    """Return a row of a table: its head, which is said again on each page, or what no page breaks."""
    kept = ("<w:cantSplit/>" if is_whole else "") + ("<w:tblHeader/>" if is_head else "")
    properties = f"<w:trPr>{kept}</w:trPr>" if kept else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[int], sides: Sequence[str]) -> str:
    """Return a table of fixed columns (twips) with thin lines on these sides, in the schema's order."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{looks.LINE[1:]}"'
    lines = "".join(f"<w:{side} {line}/>" for side in sides)
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    room = "".join(f'<w:{side} w:w="50" w:type="dxa"/>' for side in ("top", "bottom"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{room}</w:tblCellMar>{_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def fill(document: "Document", markup: str) -> None:
    """Make paragraphs and tables the whole of a document's body, before what is said of its pages."""
    from docx.oxml import parse_xml

    empty = document.element.body
    body = parse_xml(f'<w:body xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}">{markup}</w:body>')
    body.append(empty[-1])
    document.element.replace(empty, body)


# What python-docx makes, and has no words for


def element(name: str, facts: dict[str, str], *inside: "BaseOxmlElement") -> "BaseOxmlElement":
    """Return an element such as ``w:shd`` with its attributes and what is in it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in facts.items():
        made.set(qn(key), value)
    for each in inside:
        made.append(each)
    return made


def set_fonts(font: "Font", name: str) -> None:
    """Set the font of all scripts."""
    from docx.oxml.ns import qn

    font.name = name
    fonts = font.element.get_or_add_rPr().rFonts
    if fonts is not None:
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), name)


def set_language(font: "Font", language: str) -> None:
    """Say in which language the words are, for those who check or read them out."""
    from docx.oxml.ns import qn

    properties = font.element.get_or_add_rPr()
    for each in properties.findall(qn("w:lang")):
        properties.remove(each)
    properties.insert_element_before(element("w:lang", {"w:val": language}), *_AFTER_LANG)


def add_page_field(paragraph: "Paragraph", instruction: str) -> None:
    """Add what shows the number of a page, or of all."""
    colour = element("w:color", {"w:val": looks.QUIET[1:]})
    number = element("w:t", {})
    number.text = "1"
    look = element("w:rPr", {}, colour, element("w:sz", {"w:val": "16"}))
    paragraph._p.append(element("w:fldSimple", {"w:instr": instruction}, element("w:r", {}, look, number)))


def _ground(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour[1:]}"/>'
