"""What repeats on the pages of a PDF: running heads and feet, page numbers, the address of a printed page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconciler.header import URL
from reconciler.reading.formats.pdf_page import Page, Piece

_LINES = 3.0  # from the first line down and from the last line up, in their sizes
_DEPTH = 6  # pieces from the top and from the foot of a page that may repeat
_WANDER = 5.0  # points that a running head may stand higher or lower
_NUMBER = re.compile(r"\d+|(?<![^\W\d_])[ivxlc]+(?![^\W\d_])")
_ONLY_NUMBER = re.compile(
    r"[\s\[|·•–—-]*(?:(?:page|p\.|seite|s\.)\s*)?"
    r"(?:\d{1,4}(?:\s*(?:/|sur|of|von|de)\s*\d{1,4})?|[ivxl]{1,6})[\s\]|·•–—-]*",
    re.IGNORECASE,
)

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Margins:
    """The pieces of each page without what repeats; that, once each; and the address among it."""

    pages: tuple[tuple[Piece, ...], ...]
    left_out: tuple[str, ...]
    address: str | None


def part_margins(pages: Sequence[Page]) -> Margins:
    """Part the text of pages from running heads and feet.

    What stands at the head or foot repeats if it is found at the same height on half of the pages or
    on three, with at most its numbers changed. A number alone at the edge is the page's.
    """
    places: defaultdict[tuple[str, int], list[_Place]] = defaultdict(list)
    dropped: set[_Place] = set()
    for number, page in enumerate(pages):
        for at, is_outermost in _at_margins(page):
            piece = page.pieces[at]
            alike = _NUMBER.sub("#", piece.text.casefold())
            level = round(piece.bottom / _WANDER)
            for near in (level, level + 1):
                places[alike, near].append((number, at))
            if is_outermost and (_ONLY_NUMBER.fullmatch(piece.text) or URL.fullmatch(piece.text)):
                dropped.add((number, at))
    for found in places.values():
        count = len({page for page, _ in found})
        if count >= 3 or (count == 2 and len(pages) <= 4):
            dropped.update(found)
    kept = tuple(
        tuple(piece for at, piece in enumerate(page.pieces) if (number, at) not in dropped)
        for number, page in enumerate(pages)
    )
    left = [pages[number].pieces[at].text for number, at in sorted(dropped)]
    return Margins(kept, tuple(dict.fromkeys(left)), _address(left))


def _at_margins(page: Page) -> list[tuple[int, bool]]:
    """Return which pieces stand at the head or foot of a page, and which of them nothing stands beyond."""
    pieces = page.pieces
    if len(pieces) < 2:
        return []
    down = sorted(range(len(pieces)), key=lambda at: -pieces[at].top)
    up = sorted(range(len(pieces)), key=lambda at: pieces[at].bottom)
    top, foot = pieces[down[0]].top, pieces[up[0]].bottom
    found = {}
    for at in down[:_DEPTH]:
        if top - pieces[at].top < _LINES * pieces[down[0]].size:
            found[at] = top - pieces[at].top < _WANDER
    for at in up[:_DEPTH]:
        if pieces[at].bottom - foot < _LINES * pieces[up[0]].size:
            found[at] = found.get(at, False) or pieces[at].bottom - foot < _WANDER
    return sorted(found.items())


def _address(left: Sequence[str]) -> str | None:
    """Return the one address that stands in full at head or foot."""
    found = {url for text in left for url in URL.findall(text) if url.startswith("http")}
    return found.pop() if len(found) == 1 else None
