"""The order in which the pieces of a page are read: columns first down, then on to the next.

A gutter is looked for where pieces begin at one and the same place, and holds as far up and down as
nothing runs across it; what runs across (a headline, a full-width paragraph) parts the page above
from the page below. Both halves are taken apart in the same way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconciler.reading.formats.pdf_page import Piece, usual_size

_LEAST_LINES = 3
_LEAST_WIDTH = 6.0  # of a column's lines on average, in sizes of its letters
_EDGE = 2.0
_CELL_GAP = 2.5
_DEEPEST = 12
_MOST_KNOWN = 8
_MOST_BEGINNINGS = 20
# A page of small print has some 300; what has more is no page to read.
_MOST_PIECES = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column; `column` tells columns apart, `left_edge` and `right_edge` are the column's."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    column: int
    left_edge: float
    right_edge: float
    bold: bool = False


def in_order(pages: Sequence[Sequence[Piece]]) -> list[list[Line]]:
    """Return the lines of each page as they are read.

    Where columns began on one page, they may on the next, even if only a line or two are left of them.
    """
    known: list[float] = []
    ordered = []
    for page in pages:
        columns = _columns(list(page), known)
        lines: list[Line] = []
        for number, column in enumerate(columns):
            left = min(piece.left for piece in column)
            right = max(piece.right for piece in column)
            lines += [_line(row, number, left, right) for row in _rows(column)]
        ordered.append(lines)
    return ordered


def _columns(pieces: list[Piece], known: list[float], depth: int = 0) -> list[list[Piece]]:
    """Take pieces apart into columns; add to `known` where columns begin."""
    if not pieces:
        return []
    found = _gutter(pieces, known) if depth < _DEEPEST and len(pieces) <= _MOST_PIECES else None
    if found is None:
        return [pieces]
    x, parts = found
    if len(known) < _MOST_KNOWN and not _is_known(x, known):
        known.append(x)
    return [column for part in parts for column in _columns(part, known, depth + 1)]


def _is_known(x: float, known: list[float]) -> bool:
    return any(abs(x - other) <= _EDGE for other in known)


_Parts = tuple[list[Piece], list[Piece], list[Piece], list[Piece]]


def _gutter(pieces: list[Piece], known: list[float]) -> tuple[float, _Parts] | None:
    """Find the gutter that parts most of these pieces, and what lies above, left, right and below."""
    size = usual_size(pieces)
    best: tuple[float, float, _Parts] | None = None
    for x in _beginnings(pieces, known):
        crossing = sorted(
            (piece for piece in pieces if piece.left < x - _EDGE and piece.right > x - _EDGE / 2),
            key=lambda piece: -piece.top,
        )
        tops = [float("inf"), *(piece.bottom for piece in crossing)]
        bottoms = [*(piece.top for piece in crossing), float("-inf")]
        least = 1 if _is_known(x, known) else _LEAST_LINES
        for between in zip(tops, bottoms, strict=True):
            if between[0] - between[1] < least * size:
                continue
            score, parts = _parted(pieces, x, between, size=size, least=least)
            if parts is not None and (best is None or score > best[0]):
                best = (score, x, parts)
    return best[1:] if best else None


def _beginnings(pieces: list[Piece], known: list[float]) -> list[float]:
    """Return the places where several pieces begin one under the other, but for the leftmost."""
    lefts = sorted(piece.left for piece in pieces)
    found: list[tuple[int, float]] = []
    at = 0
    while at < len(lefts):
        end = at
        while end < len(lefts) and lefts[end] - lefts[at] <= _EDGE:
            end += 1
        least = 1 if _is_known(lefts[at], known) else _LEAST_LINES
        if end - at >= least and lefts[at] > lefts[0] + _EDGE:
            found.append((end - at, lefts[at]))
        at = end
    return [x for _, x in sorted(found, reverse=True)[:_MOST_BEGINNINGS]]


def _parted(
    pieces: list[Piece], x: float, between: tuple[float, float], *, size: float, least: int
) -> tuple[float, _Parts | None]:
    """Part the pieces at `x` between two heights if that makes columns; score how much it parts."""
    top, bottom = between
    inside = [piece for piece in pieces if bottom <= piece.middle <= top]
    left = [piece for piece in inside if piece.left < x - _EDGE]
    right = [piece for piece in inside if piece.left >= x - _EDGE]
    if len(left) < least or len(right) < least or x - max(piece.right for piece in left) < 0.5 * size:
        return 0.0, None
    for side in (left, right):
        if sum(piece.width for piece in side) < _LEAST_WIDTH * size * len(side):
            return 0.0, None
    shared = min(max(piece.top for piece in side) for side in (left, right)) - max(
        min(piece.bottom for piece in side) for side in (left, right)
    )
    if shared < 0.8 * least * size:
        return 0.0, None
    above = [piece for piece in pieces if piece.middle > top]
    below = [piece for piece in pieces if piece.middle < bottom]
    return shared, (above, left, right, below)


def _rows(column: list[Piece]) -> list[list[Piece]]:
    """Gather pieces that stand beside each other, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(column, key=lambda piece: (-piece.middle, piece.left)):
        if rows:
            beside = rows[-1][0]
            overlap = min(beside.top, piece.top) - max(beside.bottom, piece.bottom)
            if overlap > 0.5 * min(beside.size, piece.size):
                rows[-1].append(piece)
                continue
        rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _line(row: list[Piece], column: int, left_edge: float, right_edge: float) -> Line:
    main = max(row, key=lambda piece: (len(piece.text), -piece.left))
    text = row[0].text
    for before, piece in pairwise(row):
        gap = piece.left - before.right
        joint = "\t" if gap > _CELL_GAP * main.size else " " if gap > 0.12 * main.size else ""
        text += joint + piece.text
    return Line(
        text,
        row[0].left,
        max(piece.right for piece in row),
        main.bottom,
        main.top,
        main.size,
        column,
        left_edge,
        right_edge,
        all(piece.bold for piece in row),
    )
