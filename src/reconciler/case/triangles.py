"""What confirmed matches imply of two statements: a match to look at, or a contradiction to settle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from reconciler.case.claim_facts import ClaimFacts
from reconciler.model import Match, MatchId, Silence, SourceId, Statement, StatementId, Verdict


@dataclass(frozen=True, slots=True)
class Triangle:
    """A = B and B = C are confirmed, A = C is not.

    `left` and `right` are A and C, in the case's order, `middle` is B; `first` joins A and B,
    `second` B and C, `match` A and C, where there is one. `is_conflict` when A = C was rejected, or
    the one's source searched for the other; else it is a suggestion.
    """

    left: StatementId
    middle: StatementId
    right: StatementId
    first: MatchId
    second: MatchId
    match: MatchId | None
    is_conflict: bool


def triangles(facts: ClaimFacts) -> tuple[Triangle, ...]:
    """Return what the confirmed matches of a case imply and nobody confirmed: conflicts first.

    Two statements come once, also where several others lie between them: with the one that stands
    first in the case. Statements of one source are never the same thing said twice.
    """
    places = {each.id: place for place, each in enumerate(facts.statements)}
    statements = {each.id: each for each in facts.statements}
    confirmed = _confirmed(facts)
    between = {(match.left, match.right): match for match in facts.matches.values()}
    found: dict[tuple[StatementId, StatementId], Triangle] = {}
    for middle in sorted(confirmed, key=places.__getitem__):
        joined = sorted(confirmed[middle].items(), key=lambda item: places[item[0]])
        for (left, first), (right, second) in combinations(joined, 2):
            pair = left, right
            if pair in found or right in confirmed[left] or _one_source(statements, pair):
                continue
            match = between.get(pair) or between.get((right, left))
            conflict = _is_denied(facts, statements, pair, match)
            number = None if match is None else match.id
            found[pair] = Triangle(left, middle, right, first, second, number, conflict)
    return tuple(
        sorted(found.values(), key=lambda each: (not each.is_conflict, places[each.left], places[each.right]))
    )


def _confirmed(facts: ClaimFacts) -> dict[StatementId, dict[StatementId, MatchId]]:
    """Return for each statement those that are confirmed to say the same, with their matches."""
    found: dict[StatementId, dict[StatementId, MatchId]] = {}
    for number, match in facts.matches.items():
        if facts.standing(number).verdict is Verdict.CONFIRMED:
            found.setdefault(match.left, {})[match.right] = number
            found.setdefault(match.right, {})[match.left] = number
    return found


def _one_source(statements: Mapping[StatementId, Statement], pair: Iterable[StatementId]) -> bool:
    sources: set[SourceId] = {statements[each].source for each in pair}
    return len(sources) == 1


def _is_denied(
    facts: ClaimFacts,
    statements: Mapping[StatementId, Statement],
    pair: tuple[StatementId, StatementId],
    match: Match | None,
) -> bool:
    if match is not None and facts.standing(match.id).verdict is Verdict.REJECTED:
        return True
    one, other = (statements[each] for each in pair)
    return not facts.silences.isdisjoint((Silence(one.id, other.source), Silence(other.id, one.source)))
