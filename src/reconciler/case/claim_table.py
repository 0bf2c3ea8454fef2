"""Who says what: the claims of a case against its sources, and how much of them is accounted for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reconciler.alignment import origins
from reconciler.alignment.differences import strength, suggested_relation
from reconciler.case import claims
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.origin_words import OriginWords
from reconciler.case.triangles import Triangle, triangles
from reconciler.export.values import Cell, CellState, ClaimRecord, FindingRecord
from reconciler.model import (
    Claim,
    ClaimBasis,
    ClaimField,
    ClaimStanding,
    Match,
    MatchId,
    Relation,
    SignalKind,
    Silence,
    Source,
    SourceId,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)
from reconciler.pace import Pace
from reconciler.signals import Certainty, CertaintyValue, decode

_RESERVED = (Certainty.HEDGED, Certainty.QUESTIONED, Certainty.DOUBTED)
_LEAST_LABEL = 25
"""Characters that the wording has which stands for a claim: a shorter one seldom says what it is about."""

_CUT = ("…", "...", "[…]", "[...]", "(…)", "(...)")
"""How a wording ends that a page cut off, as teasers are: any other stands for the claim before it."""
_CLOSING = " \t\n\u00a0\u202f\"”»’'"


@dataclass(frozen=True, slots=True)
class Account:
    """How much of all sources is accounted for, in statements that are compared.

    A statement is `matched` when a match of it is confirmed, and `searched` when every other source
    was searched for what it says and has nothing.
    """

    matched: int
    searched: int
    total: int

    @property
    def share(self) -> float:
        """Which share is accounted for, from 0 to 1; of nothing all is."""
        return (self.matched + self.searched) / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """The claims of a case in the order of their first statements, with what they are made of."""

    sources: tuple[Source, ...]
    statements: Mapping[StatementId, Statement]
    claims: tuple[ClaimRecord, ...]
    basis: ClaimBasis
    account: Account
    triangles: tuple[Triangle, ...]
    leads: tuple[StatementId, ...]
    place_of: Mapping[StatementId, int]


def claim_table(
    facts: ClaimFacts,
    former: ClaimTable | None = None,
    touched: Collection[StatementId] = (),
    pace: Pace | None = None,
) -> ClaimTable:
    """Return the claims of a case; which they are does not depend on the order of its sources.

    `former` is the table of the same sources and statements a moment ago, and `touched` are the
    statements of which a match, a silence or what is said changed since: all other claims are taken
    over as they were.

    Raises:
        Cancelled: it should stop.
    """
    found = claims.build(
        facts.statements, ((match, facts.standing(number)) for number, match in facts.matches.items())
    )
    touched = frozenset(touched)
    before = {} if former is None else {each.claim: each for each in former.claims}
    kept = {
        claim: before[claim] for claim in found if claim in before and touched.isdisjoint(claim.statements)
    }
    new = [claim for claim in found if claim not in kept]
    builder = _Builder(facts)
    led_back = origins.of_claims(
        facts.sources, facts.statements, new, OriginWords(facts.sources, facts.statements)
    )
    anew = (pace or Pace()).over(tuple(zip(new, led_back, strict=True)))
    kept.update((claim, builder.record(claim, whom)) for claim, whom in anew)
    records = tuple(kept[claim] for claim in found)
    return ClaimTable(
        facts.sources,
        builder.statements,
        records,
        found[0].basis if found else ClaimBasis.PROPOSED,
        _account(facts, builder.statements, records),
        triangles(facts),
        tuple(claim.statements[0] for claim in found),
        {statement: place for place, claim in enumerate(found) for statement in claim.statements},
    )


class _Builder:
    """Makes the records of claims, with what they all need looked up once."""

    def __init__(self, facts: ClaimFacts) -> None:
        self._facts = facts
        self._sources = {source.id: source for source in facts.sources}
        self.statements = {each.id: each for each in facts.statements}
        self._of_statement: dict[StatementId, list[Match]] = {}
        for match in facts.matches.values():
            self._of_statement.setdefault(match.left, []).append(match)
            self._of_statement.setdefault(match.right, []).append(match)

    def record(self, claim: Claim, whom: tuple[origins.Origin, ...]) -> ClaimRecord:
        """Return one claim with its cells."""
        members = [self.statements[each] for each in claim.statements]
        briefest = sorted(members, key=self._briefness)
        shortest = briefest[0]
        standing, said_on = self._standing(briefest)
        label = self._chosen(standing, claim) or shortest
        joins = self._joins(claim)
        joined = dict.fromkeys(match.id for matches in joins.values() for match in matches)
        own_words = bool(standing.label) and not standing.label.isdecimal()
        return ClaimRecord(
            claim=claim,
            label=label.id,
            words=standing.label if own_words else label.text,
            outlets=len({self._sources[each.source].outlet or each.source for each in members}),
            origins=tuple(each.key for each in whom),
            origin_words=tuple(each.words for each in whom),
            cells=self._cells(claim, members, self._otherwise(label.id, claim, joins)),
            matches=tuple(joined),
            findings=self._findings(joined),
            standing=standing,
            said_on={each: said_on.get(each, shortest.id) for each in ClaimField},
            first=min(self._dates(members), default=None),
        )

    def _briefness(self, statement: Statement) -> tuple[object, ...]:
        """Return by what the wording is found that stands for a claim, whatever the order of the sources."""
        text = statement.text
        is_heading = statement.kind is StatementKind.HEADING
        is_cut = text.rstrip(_CLOSING).endswith(_CUT)
        digest = self._sources[statement.source].sha256
        return is_heading, is_cut, len(text) < _LEAST_LABEL, len(text), text, digest, statement.ordinal

    def _standing(self, members: Sequence[Statement]) -> tuple[ClaimStanding, dict[ClaimField, StatementId]]:
        """Return what the analyst says of a claim and on which statements; of two, on the briefer one."""
        standing = ClaimStanding()
        said_on: dict[ClaimField, StatementId] = {}
        for each in members:
            said = self._facts.said.get(each.id)
            if said is None:
                continue
            if not standing.label and self._names(said.label, members):
                standing, said_on[ClaimField.LABEL] = replace(standing, label=said.label), each.id
            if standing.assessment is None and said.assessment is not None:
                standing = replace(standing, assessment=said.assessment)
                said_on[ClaimField.ASSESSMENT] = each.id
            if not standing.note and said.note:
                standing, said_on[ClaimField.NOTE] = replace(standing, note=said.note), each.id
        return standing, said_on

    def _names(self, label: str, members: Sequence[Statement]) -> bool:
        """Whether a label says anything here: the number of a statement of another claim does not."""
        return bool(label) and (not label.isdecimal() or any(label == str(each.id) for each in members))

    def _chosen(self, standing: ClaimStanding, claim: Claim) -> Statement | None:
        if standing.label.isdecimal() and StatementId(int(standing.label)) in claim.statements:
            return self.statements[StatementId(int(standing.label))]
        return None

    def _dates(self, members: Iterable[Statement]) -> set[str]:
        articles = (self._sources[each.source] for each in members)
        return {each.published for each in articles if each.published and not each.published_assumed}

    # Matches

    def _joins(self, claim: Claim) -> dict[StatementId, list[Match]]:
        """Return the matches that join a claim, by each of their statements."""
        wanted = Verdict.CONFIRMED if claim.basis is ClaimBasis.CONFIRMED else None
        if len(claim.statements) == 1:
            return {}
        return {
            each: [
                match
                for match in self._of_statement.get(each, ())
                if self._facts.standing(match.id).verdict is wanted
            ]
            for each in claim.statements
        }

    def _otherwise(
        self, label: StatementId, claim: Claim, joins: Mapping[StatementId, Sequence[Match]]
    ) -> frozenset[StatementId]:
        """Return the statements that say otherwise than the label of their claim.

        They contradict it themselves, by the analyst's word or else the program's, or are joined to
        it only through statements that do.
        """
        if not joins:
            return frozenset()
        against = {_other(match, label) for match in joins[label] if self._contradicts(match)}
        reached, open_ends = {label}, [label]
        while open_ends:
            here = open_ends.pop()
            for match in joins[here]:
                there = _other(match, here)
                if there not in reached and there not in against and not self._contradicts(match):
                    reached.add(there)
                    open_ends.append(there)
        return frozenset(claim.statements).difference(reached)

    def _contradicts(self, match: Match) -> bool:
        relation = self._facts.standing(match.id).relation
        if relation is None:
            relation = suggested_relation(self._facts.differences.get(match.id, ()))
        return relation is Relation.CONTRADICTS

    def _findings(self, joined: Iterable[MatchId]) -> tuple[FindingRecord, ...]:
        """Return what differs within a claim, the strongest first."""
        found = [
            FindingRecord(number, each, self._likelihood(number))
            for number in joined
            for each in self._facts.differences.get(number, ())
        ]
        return tuple(sorted(found, key=lambda each: -strength(each.difference)))

    def _likelihood(self, match: MatchId) -> float:
        confirmed = self._facts.standing(match).verdict is Verdict.CONFIRMED
        if confirmed or not self._facts.score_visible:
            return 1.0
        return self._facts.matches[match].confidence

    # Cells

    def _cells(
        self, claim: Claim, members: Sequence[Statement], otherwise: frozenset[StatementId]
    ) -> tuple[Cell, ...]:
        waiting = self._waiting(claim)
        cells = []
        for source in self._facts.sources:
            own = [each for each in members if each.source == source.id]
            if own:
                state = _state(own, otherwise)
            elif any(Silence(each.id, source.id) in self._facts.silences for each in members):
                state = CellState.SEARCHED
            else:
                state = CellState.OPEN if source.id in waiting else CellState.SILENT
            cells.append(Cell(source.id, state, tuple(each.id for each in own)))
        return tuple(cells)

    def _waiting(self, claim: Claim) -> frozenset[SourceId]:
        """Return the sources of which a statement was proposed for this claim, and nobody said yes or no."""
        return frozenset(
            self.statements[_other(match, each)].source
            for each in claim.statements
            for match in self._of_statement.get(each, ())
            if self._facts.standing(match.id).verdict in (None, Verdict.UNSURE)
        )


def _other(match: Match, statement: StatementId) -> StatementId:
    return match.right if match.left == statement else match.left


def _state(own: Sequence[Statement], otherwise: frozenset[StatementId]) -> CellState:
    """Return how a source says it: what it hedges everywhere is hedged, what it says once plainly is said."""
    if any(each.id in otherwise for each in own):
        return CellState.OTHERWISE
    hedged = [_is_hedged(each) for each in own]
    if all(hedged):
        return CellState.HEDGED
    attributed = (any(signal.kind is SignalKind.ATTRIBUTION for signal in each.signals) for each in own)
    if all(one or other for one, other in zip(hedged, attributed, strict=True)):
        return CellState.ATTRIBUTED
    return CellState.SAYS


def _is_hedged(statement: Statement) -> bool:
    values = (decode(signal) for signal in statement.signals if signal.kind is SignalKind.CERTAINTY)
    return any(isinstance(value, CertaintyValue) and value.level in _RESERVED for value in values)


def _account(
    facts: ClaimFacts, statements: Mapping[StatementId, Statement], records: Iterable[ClaimRecord]
) -> Account:
    confirmed = {
        end
        for number, match in facts.matches.items()
        if facts.standing(number).verdict is Verdict.CONFIRMED
        for end in (match.left, match.right)
    }
    matched = searched = total = 0
    for record in records:
        # Alone in a case, a source leaves nothing to search; it is accounted for by a match only.
        all_searched = len(record.cells) > 1 and all(
            bool(cell.statements) or cell.state is CellState.SEARCHED for cell in record.cells
        )
        for each in record.claim.statements:
            if statements[each].kind.is_matched:
                total += 1
                matched += each in confirmed
                searched += each not in confirmed and all_searched
    return Account(matched, searched, total)
