"""Tips that say words of articles and analysts: Qt would take some of them for markup."""

import html


def plain_tip(text: str) -> str:
    """Return a tip that is read as the characters it is, whatever stands in it."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
