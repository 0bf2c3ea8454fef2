"""Outlet, address and publication date of an article, from the text it stands in."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from reconciler.dates import date_in_url, parse_date
from reconciler.errors import Problem, UserError
from reconciler.header import HeaderLine, header_tail, read_header

_HEAD_LINES = 40
_PREFIXES = re.compile(r"^(?:www\d?|m|amp|mobile|[a-z]{2})\.(?=[^.]+\.)")
_DATELINE = re.compile(r"^(?P<head>[^\n]{4,60}?)\.?\s(?:-{1,2}|–|—)\s")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text says about itself; `published` is ISO 8601, as precise as the text is."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def find_metadata(text: str) -> Metadata:
    """Gather what the header lines of an article say of it.

    Of several dates the most precise wins, of equally precise ones the first; a date of a later
    update counts only where there is no other. The outlet is one that is named; the address may
    stand in for it (`host_of`).
    """
    headers = _headers(text)
    url = next((header.url for header in headers if header.url), None)
    outlet = next((header.outlet for header in headers if header.outlet), None)
    first = [date.iso for header in headers if not header.updated for date in header.dates]
    later = [date.iso for header in headers if header.updated for date in header.dates]
    if url and (carried := date_in_url(url)):
        first.append(carried)
    published = max(first or later, key=len, default=None)
    return Metadata(outlet, url, published)


def normalise_date(text: str) -> str:
    """Turn a date as a person types it, in French or English, into ISO 8601 as precise as it was typed.

    Raises `UserError` with BAD_DATE for anything that is no date.
    """
    iso = parse_date(" ".join(text.split()))
    if iso is None:
        raise UserError(Problem.BAD_DATE, text.strip())
    return iso


def _headers(text: str) -> tuple[HeaderLine, ...]:
    found = []
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if header := read_header(line):
            found.append(header)
        elif tail := header_tail(line):
            found.append(tail[1])
        elif (
            (dateline := _DATELINE.match(line)) and (header := read_header(dateline["head"])) and header.dates
        ):
            found.append(header)
    return tuple(found)


def host_of(url: str | None) -> str | None:
    """Return the site that an address belongs to, without ``www.`` and the like."""
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    return _PREFIXES.sub("", host) if host else None
