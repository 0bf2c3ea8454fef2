"""Which addresses an export may lead to, and how they are written."""

from urllib.parse import quote

_KEPT = "%:/?#[]@!$&'*+,;=~"


def weblink(url: str | None) -> str | None:
    """Return an address that may be followed from a report: http or https, without white space."""
    if url is None or any(character.isspace() or not character.isprintable() for character in url):
        return None
    return url if url.casefold().startswith(("http://", "https://")) else None


def encoded(address: str) -> str:
    """Return an address in the characters that addresses are made of; brackets of a PDF's texts are none."""
    return quote(address, safe=_KEPT)
