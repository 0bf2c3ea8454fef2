"""A case in each of the forms that it can be handed over in."""

from collections.abc import Iterable
from io import BytesIO

from reconciler.export.values import Dossier, Form
from reconciler.pace import Pace


def rendered(dossier: Dossier, form: Form, language: str = "en", pace: Pace | None = None) -> bytes:
    """Return the bytes of an export; two of one case differ in nothing but the line with `dossier.made`.

    `language` is that of the report's own words, one of `words.LANGUAGES`; the forms for programs
    (CSV, JSON, JSON-LD) are the same in all of them. A PDF needs Qt: see `reconciler.gui.pdf`.

    Raises:
        ValueError: a PDF was asked for.
        Cancelled: the pace said so.
    """
    pace = pace or Pace()
    match form:
        case Form.HTML:
            from reconciler.export.html import html_lines
            from reconciler.export.report import report_in_pieces

            lines = html_lines(*report_in_pieces(dossier, language, pace))
            return _joined(f"{line}\n" for line in lines)
        case Form.DOCX:
            from reconciler.export.document import as_docx
            from reconciler.export.report import report

            return as_docx(report(dossier, language, pace.part(0, 0.3)), dossier.made, pace.part(0.3, 1))
        case Form.XLSX:
            from reconciler.export.sheets import as_xlsx

            return as_xlsx(dossier, language, pace)
        case Form.CSV:
            from reconciler.export.tables import as_csv

            return as_csv(dossier).encode("utf-8-sig")
        case Form.JSON:
            from reconciler.export.whole import json_pieces

            return _joined(json_pieces(dossier))
        case Form.JSONLD:
            from reconciler.export.annotations import as_jsonld

            return as_jsonld(dossier).encode()
        case _:
            raise ValueError(form)


def _joined(pieces: Iterable[str]) -> bytes:
    """Return pieces as one text: each is gone before the next one is made."""
    text = BytesIO()
    for piece in pieces:
        text.write(piece.encode())
    return text.getvalue()
