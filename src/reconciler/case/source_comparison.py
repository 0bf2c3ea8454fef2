"""How the sources of a case compare: what each alone says, leaves out, asserts; what they share, and when.

Counts of what stands in the table of claims, each with the claims behind it: no score is made of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconciler.case.claim_table import ClaimTable
from reconciler.export.values import CellState, ClaimRecord
from reconciler.model import SourceId, StatementId

_RESERVED = (CellState.ATTRIBUTED, CellState.HEDGED)
_NOTHING = (CellState.SILENT, CellState.SEARCHED)


@dataclass(frozen=True, slots=True)
class Instance:
    """One of what was counted: a claim, by its place in the table, and the statement that shows it."""

    place: int
    statement: StatementId


@dataclass(frozen=True, slots=True)
class Profile:
    """What one source has and has not.

    `said` are the claims of which it says something, `alone` those of which no other does. `left_out`
    are those that most sources have and this one does not, as far as was looked: not where a proposal
    waits. `asserted` are those that it says plainly while another source attributes or hedges them.
    """

    source: SourceId
    said: tuple[Instance, ...]
    alone: tuple[Instance, ...]
    left_out: tuple[Instance, ...]
    asserted: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The claims that first appeared in an article of one date, ISO 8601 and as precise as that is."""

    date: str
    appeared: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class SourceComparison:
    """The sources of a table of claims, in its order.

    `shared` are the claims of which two sources say something, by the pair in the order of the table.
    `days` are in order of time; claims of articles whose date is assumed or unknown stand in none.
    """

    profiles: tuple[Profile, ...]
    shared: Mapping[tuple[SourceId, SourceId], tuple[Instance, ...]]
    days: tuple[Day, ...]
    undated: int

    def between(self, one: SourceId, other: SourceId) -> tuple[Instance, ...]:
        """Return what two sources share, whichever is named first."""
        return self.shared.get((one, other)) or self.shared.get((other, one), ())


def compare_sources(table: ClaimTable) -> SourceComparison:
    """Compare the sources by a table of claims."""
    shared: dict[tuple[SourceId, SourceId], list[Instance]] = {}
    days: dict[str, list[Instance]] = {}
    for place, record in enumerate(table.claims):
        saying = [cell.source for cell in record.cells if cell.statements]
        for pair in combinations(saying, 2):
            shared.setdefault(pair, []).append(Instance(place, record.label))
        if record.first:
            days.setdefault(record.first[:10], []).append(Instance(place, record.label))
    return SourceComparison(
        tuple(_profile(table.claims, column, source.id) for column, source in enumerate(table.sources)),
        {pair: tuple(found) for pair, found in shared.items()},
        tuple(Day(date, tuple(days[date])) for date in sorted(days)),
        sum(not record.first for record in table.claims),
    )


def _profile(claims: Sequence[ClaimRecord], column: int, source: SourceId) -> Profile:
    said, alone, left_out, asserted = [], [], [], []
    for place, record in enumerate(claims):
        cell = record.cells[column]
        if not cell.statements:
            if cell.state in _NOTHING and _most_have(record):
                left_out.append(Instance(place, record.label))
            continue
        own = Instance(place, record.label if record.label in cell.statements else cell.statements[0])
        said.append(own)
        if record.sources == 1:
            alone.append(own)
        if cell.state is CellState.SAYS and _some_reserve(record):
            asserted.append(own)
    return Profile(source, tuple(said), tuple(alone), tuple(left_out), tuple(asserted))


def _most_have(record: ClaimRecord) -> bool:
    """Whether more than half of all sources say something of a claim, and at least two."""
    return record.sources > 1 and 2 * record.sources > len(record.cells)


def _some_reserve(record: ClaimRecord) -> bool:
    return any(cell.state in _RESERVED for cell in record.cells)
