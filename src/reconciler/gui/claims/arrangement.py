"""Which claims are shown and in which order: pure functions over the table of claims."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reconciler.alignment.differences import strength
from reconciler.case.claim_table import ClaimTable
from reconciler.export.values import LIKELY, CellState, ClaimRecord
from reconciler.model import Assessment, SourceId, StatementId

CONTRADICTION = "contradiction"
SAID = (CellState.SAYS, CellState.ATTRIBUTED, CellState.HEDGED)
NEVER = "9999"
"""Sorts behind all dates."""


class OrderKind(StrEnum):
    """By what claims are put in order."""

    DOCUMENT = "document"
    FINDINGS = "findings"
    AGREEMENT = "agreement"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the claims; `source` is that in whose order they come where the kind says so."""

    kind: OrderKind = OrderKind.DOCUMENT
    source: SourceId | None = None


class Scope(StrEnum):
    """Which claims are shown, by how many sources say them and whether anything differs."""

    ALL = "all"
    SEVERAL = "several"
    ONE = "one"
    FINDINGS = "findings"


NOT_ASSESSED = "none"
"""Asks for claims without an assessment, where one of `Assessment` asks for those with that one."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What the claims shown have in common; empty parts ask for nothing.

    `state` must be that of one of the cells, `assessed` is an `Assessment` or `NOT_ASSESSED`, and all
    words of `text` must stand in the claim's name, its statements, its note or its origins.
    """

    text: str = ""
    scope: Scope = Scope.ALL
    state: CellState | None = None
    assessed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether all claims are shown."""
        return self == ClaimFilter()


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in a table of claims. `agreed` are said by several sources, and nothing differs."""

    claims: int
    disputed: int
    agreed: int
    alone: int
    conflicts: int
    suggestions: int


def is_contradicted(record: ClaimRecord) -> bool:
    """Whether a source says otherwise, or the program finds a contradiction among likely matches."""
    if any(cell.state is CellState.OTHERWISE for cell in record.cells):
        return True
    return any(
        each.difference.cause == CONTRADICTION and each.likelihood >= LIKELY for each in record.findings
    )


def is_disputed(record: ClaimRecord) -> bool:
    """Whether the analyst says so, or, while they say nothing, a source contradicts another."""
    said = record.standing.assessment
    return said is Assessment.DISPUTED or (said is None and is_contradicted(record))


def counts(table: ClaimTable) -> Counts:
    """Count what there is in a table."""
    alone = sum(record.sources == 1 for record in table.claims)
    disputed = sum(map(is_disputed, table.claims))
    conflicts = sum(each.is_conflict for each in table.triangles)
    agreed = sum(
        record.sources > 1 and not record.findings and not is_disputed(record) for record in table.claims
    )
    return Counts(len(table.claims), disputed, agreed, alone, conflicts, len(table.triangles) - conflicts)


class Arranger:
    """Puts the claims of one table after another in order; what it looks text up in, it keeps."""

    def __init__(self) -> None:
        self._texts: dict[StatementId, tuple[ClaimRecord, str]] = {}
        self._prepared: tuple[ClaimTable | None, int] = None, 0

    def prepare(self, table: ClaimTable, seconds: float) -> bool:
        """Make some texts ready to be looked up in; answers whether all are."""
        end = time.perf_counter() + seconds
        of, first = self._prepared
        for place in range(first if of is table else 0, len(table.claims)):
            self._text(table, table.claims[place])
            if time.perf_counter() > end:
                self._prepared = table, place + 1
                return False
        self._prepared = table, len(table.claims)
        return True

    def arrange(self, table: ClaimTable, which: ClaimFilter, order: Order) -> tuple[int, ...]:
        """Return the places in the table of the claims that are shown, in their order."""
        words = which.text.casefold().split()
        places = list(range(len(table.claims)))
        if not which.is_empty:
            places = [
                place
                for place, record in enumerate(table.claims)
                if _passes(record, which) and (not words or self._holds(table, record, words))
            ]
        return tuple(_in_order(table, places, order))

    def _holds(self, table: ClaimTable, record: ClaimRecord, words: Iterable[str]) -> bool:
        text = self._text(table, record)
        return all(word in text for word in words)

    def _text(self, table: ClaimTable, record: ClaimRecord) -> str:
        """Return all that is looked up in of a claim, in small letters."""
        first = record.claim.statements[0]
        kept = self._texts.get(first)
        if kept is None or kept[0] is not record:
            statements = (table.statements[each].text for each in record.claim.statements)
            parts = (record.words, record.standing.note, *record.origin_words, *statements)
            kept = self._texts[first] = record, " ".join(parts).casefold()
        return kept[1]


def _passes(record: ClaimRecord, which: ClaimFilter) -> bool:
    if which.state is not None and all(cell.state is not which.state for cell in record.cells):
        return False
    if which.assessed and (record.standing.assessment or NOT_ASSESSED) != which.assessed:
        return False
    match which.scope:
        case Scope.ALL:
            return True
        case Scope.SEVERAL:
            return record.sources > 1
        case Scope.ONE:
            return record.sources == 1
        case Scope.FINDINGS:
            return bool(record.findings)


def _in_order(table: ClaimTable, places: list[int], order: Order) -> list[int]:
    """Sort places; what nothing sets apart stays in the order of the articles."""
    claims = table.claims
    match order.kind:
        case OrderKind.DOCUMENT:
            return places
        case OrderKind.FINDINGS:
            return sorted(places, key=lambda place: _weight(claims[place]))
        case OrderKind.AGREEMENT:
            return sorted(places, key=lambda place: _agreement(claims[place]))
        case OrderKind.DATE:
            return sorted(places, key=lambda place: claims[place].first or NEVER)
        case OrderKind.SOURCE:
            return sorted(places, key=lambda place: _first_in(table, claims[place], order.source))


def _weight(record: ClaimRecord) -> tuple[object, ...]:
    """Return by what findings weigh: contradictions first, then the strongest, then the most."""
    likely = [strength(each.difference) for each in record.findings if each.likelihood >= LIKELY]
    return not is_contradicted(record), -max(likely, default=0.0), -len(likely), -len(record.findings)


def _agreement(record: ClaimRecord) -> tuple[int, ...]:
    saying = sum(cell.state in SAID for cell in record.cells)
    otherwise = sum(cell.state is CellState.OTHERWISE for cell in record.cells)
    return otherwise - saying, -len(record.origins)


def _first_in(table: ClaimTable, record: ClaimRecord, source: SourceId | None) -> float:
    there = (table.statements[each] for each in record.claim.statements)
    return min((each.ordinal for each in there if each.source == source), default=float("inf"))
