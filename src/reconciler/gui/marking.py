"""Marks texts that are translated later than where they are written."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # the name that lupdate looks for
    """Mark a text for translation and return it as it is."""
    return text
