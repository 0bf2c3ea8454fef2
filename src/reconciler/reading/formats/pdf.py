"""PDFs: the text as it is read, without what repeats on every page.

PDFium opens the file and finds the letters; columns, paragraphs and furniture are found here.
"""

import re
from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import believable_day, one_line, title_among, unique
from reconciler.reading.formats.pdf_margins import Margins, part_margins
from reconciler.reading.formats.pdf_order import in_order
from reconciler.reading.formats.pdf_page import Page, read_page
from reconciler.reading.formats.pdf_paragraphs import Paragraph, join_lines
from reconciler.reading.formats.progress import tell_progress
from reconciler.resources import entries

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = (4, 5)
_IMAGE = 3
_LARGER = 1.15
_TITLE_WORDS = 4
_HALF = 0.5
_LONGEST_TITLE = 300
_FEW_LETTERS = 15
# What programs write where a title should stand, and what browsers print.
_NO_TITLE = re.compile(
    r"microsoft word|powerpoint|untitled|sans titre|unbenannt|layout \d|slide \d|document\s*\d*$|about:"
    r"|https?:|.*\.(?:docx?|odt|pdf|indd|qxp|qxd|tex|rtf|pages|pptx?|xlsx?|html?|dvi|ps|txt)$|\S+$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"skia|chrom|mozilla|firefox|safari|webkit|quartz|print to pdf|wkhtml|cairo|headless", re.IGNORECASE
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(content: bytes) -> Extract:
    """Take the text of a PDF, page by page; how far it is, is told through `progress`.

    Raises `ReadingError` (ENCRYPTED, CORRUPT, SCANNED for pages that are pictures, EMPTY).
    """
    document = _open(content)
    try:
        pages = _pages(document)
        _require_text(document, pages)
        properties = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    margins = part_margins(pages)
    paragraphs = join_lines(in_order(margins.pages))
    return _extract(paragraphs, margins, pages, properties)


def _open(content: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        problem = Problem.ENCRYPTED if error.err_code in _PASSWORD else Problem.CORRUPT
        raise ReadingError(problem, "", "" if problem is Problem.ENCRYPTED else "PDF") from error
    if not len(document):
        document.close()
        raise ReadingError(Problem.CORRUPT, "", "PDF")
    return document


def _pages(document: "PdfDocument") -> list[Page]:
    """Read all pages; one that is damaged is passed over, unless all are."""
    from pypdfium2 import PdfiumError

    pages, count = [], len(document)
    for number in range(count):
        try:
            page = document[number]
            try:
                pages.append(read_page(page))
            finally:
                page.close()
        except PdfiumError:
            continue
        finally:
            tell_progress(0.9 * (number + 1) / count)
    if not pages:
        raise ReadingError(Problem.CORRUPT, "", "PDF")
    return pages


def _require_text(document: "PdfDocument", pages: Sequence[Page]) -> None:
    """Refuse what holds no text, hardly any beside its pictures, or letters that nothing can tell."""
    text = "".join(piece.text for page in pages for piece in page.pieces)
    letters = sum(char.isalpha() for char in text)
    unreadable = sum(page.unreadable for page in pages)
    if unreadable > letters or (letters < _FEW_LETTERS * len(pages) and _has_pictures(document)):
        raise ReadingError(Problem.SCANNED, "")
    if not letters:
        raise ReadingError(Problem.EMPTY, "")


def _has_pictures(document: "PdfDocument") -> bool:
    page = document[0]
    try:
        return any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3))
    finally:
        page.close()


def _extract(
    paragraphs: list[Paragraph], margins: Margins, pages: Sequence[Page], properties: dict[str, str]
) -> Extract:
    sizes = [paragraph.size for paragraph in paragraphs for _ in range(1 + len(paragraph.text) // 80)]
    body = median(sizes) if sizes else 0.0
    paragraphs = _with_initials(paragraphs, body)
    captions = [each for each in paragraphs if _is_caption(each, body)]
    article = [each for each in paragraphs if not _is_caption(each, body)] or captions
    title = _title(article, body, properties.get("Title", ""))
    lines = [each.text for each in article]
    if title is not None and title in lines:
        lines.remove(title)
        lines.insert(0, title)
    left_out = [*margins.left_out, *(each.text for each in captions if each not in article)]
    aslant = [text for page in pages for text in page.aslant]
    return Extract(
        text="\n".join(lines),
        title=title,
        url=margins.address,
        published=_published(properties),
        left_out=unique([*left_out, *aslant]),
    )


def _is_caption(paragraph: Paragraph, body: float) -> bool:
    return (
        paragraph.size < 0.97 * body and len(paragraph.text) < 400 and bool(_captions().match(paragraph.text))
    )


@cache
def _captions() -> re.Pattern[str]:
    words = "|".join(map(re.escape, entries("reading", "captions.txt")))
    return re.compile(rf"(?:{words})\b\.?\s*(?:\d+\s*)?[.:|–—-]|©|\(c\)", re.IGNORECASE)


def _with_initials(paragraphs: list[Paragraph], body: float) -> list[Paragraph]:
    """Put a large initial back before the word that it begins."""
    whole: list[Paragraph] = []
    initial: Paragraph | None = None
    for paragraph in paragraphs:
        if initial is not None:
            joint = "" if paragraph.text[0].islower() or paragraph.text[:2].isupper() else " "
            text = initial.text + joint + paragraph.text
            paragraph = Paragraph(text, paragraph.size, paragraph.page, paragraph.top)  # noqa: PLW2901
            initial = None
        is_initial = len(paragraph.text) <= 2 and paragraph.text[0].isupper() and paragraph.size > 1.8 * body
        if is_initial:
            initial = paragraph
        else:
            whole.append(paragraph)
    return whole + ([initial] if initial else [])


def _title(article: list[Paragraph], body: float, said: str) -> str | None:
    """Return what the file calls itself where that can be believed, else what is set largest on page one."""
    first = [each for each in article if each.page == article[0].page]
    said = one_line(said)
    if said and not _NO_TITLE.match(said) and len(said) <= _LONGEST_TITLE:
        shown = title_among(said, [each.text for each in first])
        if shown:
            return shown
    large = [each for each in first if each.size >= _LARGER * body and len(each.text) <= _LONGEST_TITLE]
    if large:
        return _headline(large).text
    return said if said and not _NO_TITLE.match(said) and len(said) <= _LONGEST_TITLE else None


def _headline(large: list[Paragraph]) -> Paragraph:
    """Return the largest text, or the headline under it where that looks like a paper's own name."""
    largest = max(large, key=lambda each: each.size)
    if len(largest.text.split()) >= _TITLE_WORDS:
        return largest
    below = [each for each in large[large.index(largest) + 1 :] if len(each.text.split()) >= _TITLE_WORDS]
    under = max(below, key=lambda each: each.size, default=largest)
    return under if under.size >= _HALF * largest.size else largest


def _published(properties: dict[str, str]) -> str | None:
    """Return the day the file was made on, unless a browser made it: that is the day of printing."""
    if _PRINTED.search(f"{properties.get('Creator', '')} {properties.get('Producer', '')}"):
        return None
    created, modified = (_PDF_DATE.match(properties.get(name, "")) for name in ("CreationDate", "ModDate"))
    if not created:
        return None
    day = "-".join(created.groups())
    return believable_day(day, "-".join(modified.groups()) if modified else day)
