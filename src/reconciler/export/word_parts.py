"""What python-docx has no words for, put where the schema of a Word document wants it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reconciler.export import looks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.font import Font
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

# What follows each element that is put in here, in the schema's order.
_AFTER_LANG = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_RTL = ("w:cs", "w:em", "w:lang", *_AFTER_LANG)
_AFTER_RUN_GROUND = ("w:fitText", "w:vertAlign", "w:rtl", *_AFTER_RTL)
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_GROUND = ("w:tabs", "w:suppressAutoHyphens", "w:bidi", *_AFTER_BIDI)
_AFTER_CELL_GROUND = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")
_AFTER_TABLE_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


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


def taken_out(document: "Document") -> "list[BaseOxmlElement]":
    """Take paragraphs and tables out of a document's body and return them in their order."""
    from docx.oxml.ns import qn

    body = document.element.body
    found = [each for each in body if each.tag != qn("w:sectPr")]
    for each in found:
        body.remove(each)
    return found


def put_back(document: "Document", elements: "Iterable[BaseOxmlElement]") -> None:
    """Put paragraphs and tables into a document's body, before what is said of its pages."""
    last = document.element.body[-1]
    for each in elements:
        last.addprevious(each)


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


def set_from_the_right(run: "Run") -> None:
    """Set a run's words from the right to the left."""
    run._r.get_or_add_rPr().insert_element_before(element("w:rtl", {}), *_AFTER_RTL)


def set_paragraph_from_the_right(paragraph: "Paragraph") -> None:
    """Set a paragraph from the right to the left."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("w:bidi", {}), *_AFTER_BIDI)


def ground_run(run: "Run", colour: str) -> None:
    """Put a colour behind a run."""
    run._r.get_or_add_rPr().insert_element_before(_ground(colour), *_AFTER_RUN_GROUND)


def ground_cell(cell: "_Cell", colour: str) -> None:
    """Put a colour behind a cell."""
    from docx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    if properties.find(qn("w:shd")) is None:
        properties.insert_element_before(_ground(colour), *_AFTER_CELL_GROUND)


def frame(paragraph: "Paragraph") -> None:
    """Set a paragraph in the frame of a warning."""
    line = {"w:val": "single", "w:sz": "6", "w:space": "6", "w:color": looks.WARNING_LINE[1:]}
    sides = (element(f"w:{side}", line) for side in ("top", "left", "bottom", "right"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("w:pBdr", {}, *sides), "w:shd", *_AFTER_GROUND)
    properties.insert_element_before(_ground(looks.WARNING_GROUND), *_AFTER_GROUND)


def pad(table: "Table", twips: int) -> None:
    """Leave room above and below what stands in the cells of a table."""
    room = (element(f"w:{side}", {"w:w": str(twips), "w:type": "dxa"}) for side in ("top", "bottom"))
    table._tbl.tblPr.insert_element_before(element("w:tblCellMar", {}, *room), "w:tblLook")


def border(table: "Table", sides: tuple[str, ...]) -> None:
    """Give a table's properties thin lines on these sides."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": looks.LINE[1:]}
    lines = (element(f"w:{side}", line) for side in sides)
    table._tbl.tblPr.insert_element_before(element("w:tblBorders", {}, *lines), *_AFTER_TABLE_BORDERS)


def new_row(table: "Table", *properties: str) -> "_Row":
    """Add a row to a table, with properties such as ``w:cantSplit``."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx says nothing of its type
    if properties:
        kept = row._tr.get_or_add_trPr()
        for each in properties:
            kept.append(element(each, {}))
    return row


def add_bookmark(paragraph: "Paragraph", name: str) -> None:
    """Make a paragraph a place that links lead to; names end in a number of their own."""
    number = {"w:id": name.rpartition("_")[2]}
    paragraph._p.append(element("w:bookmarkStart", {**number, "w:name": name}))
    paragraph._p.append(element("w:bookmarkEnd", number))


def lead(run: "Run", facts: dict[str, str]) -> None:
    """Make a run a link."""
    leading = element("w:hyperlink", facts)
    run._r.addprevious(leading)
    leading.append(run._r)


def add_page_field(paragraph: "Paragraph", instruction: str) -> None:
    """Add what shows the number of a page, or of all."""
    colour = element("w:color", {"w:val": looks.QUIET[1:]})
    number = element("w:t", {})
    number.text = "1"
    look = element("w:rPr", {}, colour, element("w:sz", {"w:val": "16"}))
    run = element("w:r", {}, look, number)
    paragraph._p.append(element("w:fldSimple", {"w:instr": instruction}, run))


def _ground(colour: str) -> "BaseOxmlElement":
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour[1:]})
