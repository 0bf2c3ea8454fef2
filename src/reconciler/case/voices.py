"""Who said what of a match: one's own opinion, what a colleague's case brought, and where both part.

What a colleague's case brings stands in the journal as rows of the act `import`, with that
analyst's name and time. Where it goes against what stands here, one more row of the same act follows
that holds it back: it has no verdict, and names the row that it holds back in `undoes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reconciler.model import Act, Decision, Relation, Standing, Verdict


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one analyst says of a match, and since when; the standing has a verdict."""

    analyst: str
    at: str
    standing: Standing

    @property
    def said(self) -> tuple[Verdict | None, Relation | None]:
        """Verdict and relation."""
        return self.standing.verdict, self.standing.relation


def opinion(rows: Sequence[Decision]) -> Opinion | None:
    """Return what the rows of a match say that was decided in this case, not brought in from another."""
    place = _telling(rows, len(rows) - 1)
    while place is not None and rows[place].act is Act.IMPORT:
        place = _telling(rows, _before_entry(rows, place))
    return None if place is None else _opinion(rows, place)


def dispute(rows: Sequence[Decision]) -> tuple[Opinion, ...]:
    """Return what the analysts say of a match that waits to be settled, the own side first.

    Nothing where it does not wait. The own side is missing where it was no verdict: see
    `reconciler.case.standing.ReadableCase.dispute`.
    """
    place = _telling(rows, len(rows) - 1)
    return () if place is None else _dispute(rows, place)


def marker(rows: Sequence[Decision]) -> Decision | None:
    """Return the row that makes a match wait to be settled, if it waits."""
    place = _telling(rows, len(rows) - 1)
    return rows[place] if place is not None and holds_back(rows[place]) else None


def holds_back(row: Decision) -> bool:
    """Whether a row leaves a match to be settled."""
    return row.act is Act.IMPORT and row.verdict is None and row.undoes is not None


def _dispute(rows: Sequence[Decision], place: int) -> tuple[Opinion, ...]:
    if not holds_back(rows[place]):
        return ()
    held = next(number for number, row in enumerate(rows) if row.id == rows[place].undoes)
    theirs = _opinion(rows, held)
    earlier = _telling(rows, _before_entry(rows, place))
    if earlier is None:
        own: tuple[Opinion, ...] = ()
    else:
        stood = _opinion(rows, earlier)
        own = (stood,) if stood else _dispute(rows, earlier)
    return (*own, theirs) if theirs and theirs not in own else own


def _telling(rows: Sequence[Decision], place: int) -> int | None:
    """Return where the row is that says what stands at a place: what an undo or redo goes back to."""
    while place >= 0 and rows[place].act in (Act.UNDO, Act.REDO):
        named = next((number for number, row in enumerate(rows) if row.id == rows[place].undoes), -1)
        place = named - 1 if rows[place].act is Act.UNDO else named
    return place if place >= 0 else None


def _before_entry(rows: Sequence[Decision], place: int) -> int:
    entry = rows[place].entry
    return next(number for number, row in enumerate(rows) if row.entry == entry) - 1


def _opinion(rows: Sequence[Decision], place: int) -> Opinion | None:
    """Return what stands at a place, by who set the verdict: a note on it is no other opinion."""
    standing = rows[place].standing
    if standing.verdict is None:
        return None
    setter: int | None = place
    while setter is not None and rows[setter].act is Act.NOTE:
        setter = _telling(rows, setter - 1)
    by = rows[place if setter is None else setter]
    return Opinion(by.analyst, by.at, standing)
