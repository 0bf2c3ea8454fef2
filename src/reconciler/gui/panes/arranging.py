"""Which of the chosen sources stand in the panes: as many as there is room for, a match's side by side."""

from collections.abc import Collection, Sequence

from reconciler.model import SourceId

MOST = 4
"""So many articles can stand side by side."""
FEWEST = 2
LEAST_WIDTH = 288
"""The least width in pixels of an article beside two others or more: some 33 letters a line."""

Row = tuple[SourceId, ...]


def room_for(width: int, gutter: int) -> int:
    """Return for how many articles a width is enough, with gutters of so many pixels between them."""
    count = (width + gutter) // (LEAST_WIDTH + gutter)
    return min(max(count, FEWEST), MOST)


def fitting(chosen: Sequence[SourceId], room: int, needed: Collection[SourceId] = ()) -> Row:
    """Return those of the chosen sources that there is room for, in their order; those needed first."""
    first = sorted(chosen, key=lambda source: source not in needed)[:room]
    return tuple(source for source in chosen if source in first)


def are_neighbours(row: Sequence[SourceId], one: SourceId, other: SourceId) -> bool:
    """Whether two sources stand side by side."""
    return one in row and other in row and abs(row.index(one) - row.index(other)) == 1


def brought_together(chosen: Sequence[SourceId], room: int, one: SourceId, other: SourceId) -> Row:
    """Return the choice changed as little as it takes for two sources to be shown side by side.

    One that is not chosen takes the place beside the other; both take the last two places.
    """
    if len(chosen) <= FEWEST:
        return (one, other)
    row = list(chosen)
    if one not in row and other not in row:
        row[-2:] = [one, other]
    elif one not in row or other not in row:
        here, new = (one, other) if one in row else (other, one)
        at = row.index(here)
        row[at + 1 if at + 1 < len(row) else at - 1] = new
    elif not are_neighbours(fitting(row, room, (one, other)), one, other):
        return _moved_together(row, one, other)
    return tuple(row)


def _moved_together(row: Sequence[SourceId], one: SourceId, other: SourceId) -> Row:
    """Return the row with two sources moved side by side.

    What stood beside them stays there where it can, and most of all beside the first, so that going
    through the matches of one source does not turn the row about at each step.
    """
    beside = {each: _neighbours(row, each) for each in (one, other)}

    def kept(found: Row) -> tuple[int, int]:
        stays = [len(beside[each] & _neighbours(found, each)) for each in (one, other)]
        return 2 * stays[0] + stays[1], sum(a == b for a, b in zip(found, row, strict=True))

    ways = []
    for moved, anchor in ((one, other), (other, one)):
        rest = [each for each in row if each != moved]
        at = rest.index(anchor)
        ways += [(*rest[:place], moved, *rest[place:]) for place in (at, at + 1)]
    return max(ways, key=kept)


def _neighbours(row: Sequence[SourceId], source: SourceId) -> set[SourceId]:
    return {each for each in row if are_neighbours(row, each, source)}


def put_at(chosen: Sequence[SourceId], old: SourceId, new: SourceId) -> Row:
    """Return the choice with one source in the place of another; one that is chosen changes places."""
    row = list(chosen)
    place = row.index(old)
    if new in row:
        row[row.index(new)] = old
    row[place] = new
    return tuple(row)
