"""A case in each of the forms that it can be handed over in."""

from reconciler.export.values import Dossier, Form


def rendered(dossier: Dossier, form: Form, language: str = "en") -> bytes:
    """Return the bytes of an export; two of one case differ in nothing but the line with `dossier.made`.

    `language` is that of the report's own words, one of `words.LANGUAGES`.
    """
    match form:
        case Form.HTML:
            from reconciler.export.html import as_html
            from reconciler.export.report import report

            return as_html(report(dossier, language)).encode()
        case _:
            raise NotImplementedError(form)
