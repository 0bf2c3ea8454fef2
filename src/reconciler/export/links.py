"""Which addresses an export may lead to."""


def weblink(url: str | None) -> str | None:
    """Return an address that may be followed from a report: http or https, without white space."""
    if url is None or any(character.isspace() or not character.isprintable() for character in url):
        return None
    return url if url.casefold().startswith(("http://", "https://")) else None
