"""What an export holds, as plain text to look at before it is written."""

from collections.abc import Iterable, Iterator

from reconciler.export.blocks import (
    Block,
    Figures,
    Heading,
    Items,
    Line,
    Pair,
    Paragraph,
    Report,
    Table,
)
from reconciler.export.looks import look_of
from reconciler.export.plain import one_line, shown
from reconciler.export.values import Dossier, Form

LONGEST = 60_000
"""Characters that are shown: enough to see what it is, and laid out at once."""


def preview(dossier: Dossier, form: Form, language: str) -> str:
    """Return the beginning of an export as text that nothing obeys; ``…`` ends what is not all."""
    text = shown("\n".join(_lines(dossier, form, language)))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}\n…"


def _lines(dossier: Dossier, form: Form, language: str) -> Iterator[str]:
    match form:
        case Form.HTML | Form.PDF | Form.DOCX:
            from reconciler.export.report import report

            yield from _report(report(dossier, language))
        case Form.XLSX:
            from reconciler.export.sheets import rows

            for name, head, body in rows(dossier, language):
                yield from (name, "=" * len(name), _row(head), "")
                yield from (f"{_row(cells)}\n" for cells in body)
        case _:
            from reconciler.export.rendering import rendered

            yield rendered(dossier, form, language).decode("utf-8-sig")


def _report(report: Report) -> Iterator[str]:
    yield from (report.subtitle, report.title, report.made, report.program, "")
    for block in report.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
            yield ("=" if block.level == 2 else "-") * len(block.text)
        case Paragraph():
            yield block.line.text
        case Figures():
            yield " · ".join(f"{each.number} {each.words}" for each in block.figures)
        case Items():
            yield from (f"• {_line(each)}" for each in block.lines)
        case Table():
            if block.head:
                yield _row(block.head)
            yield from (_row(" / ".join(map(_line, cell)) for cell in row) for row in block.rows)
        case Pair():
            yield f"{' ↔ '.join(block.places)}   {_line(block.standing)}"
            sides = zip(block.places, block.outlets, block.wordings, strict=True)
            yield from (f"{place} · {outlet}: {words.text}" for place, outlet, words in sides)
            yield from map(_line, block.notes)


def _line(line: Line) -> str:
    sign = look_of(line.state).sign
    return f"{sign} {line.text}" if sign else line.text


def _row(cells: Iterable[str]) -> str:
    return " | ".join(map(one_line, cells))
