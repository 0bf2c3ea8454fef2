"""How far two analysts agree who judged the same articles, each in a case file of their own.

Sources are the same by their SHA-256, statements by source and span: their numbers do not count.
A statement that was mended in one of the cases has no partner, and what was decided of it is told
apart and counted. Only what was decided in a case itself counts as its analyst's: neither what was
brought in from another one, nor a decision that both files have from a common beginning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reconciler.case.colleague import Colleague, anchors
from reconciler.case.kappa import Concord, concord
from reconciler.case.voices import Opinion
from reconciler.model import MatchId, Statement, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case.standing import ReadableCase

Pair = tuple[StatementId, StatementId]


class Comparison(StrEnum):
    """How what two analysts say of a pair of statements goes together."""

    ALIKE = "alike"
    APART = "apart"
    ONLY_MINE = "only_mine"
    ONLY_THEIRS = "only_theirs"
    COMMON = "common"


@dataclass(frozen=True, slots=True)
class Judged:
    """Two statements that at least one of the analysts judged; numbers are those of the case here.

    `match` is None where they are not matched here yet.
    """

    left: StatementId
    right: StatementId
    match: MatchId | None
    mine: Opinion | None
    theirs: Opinion | None

    @property
    def comparison(self) -> Comparison:
        """How both go together; a relation that only one of them set is no disagreement."""
        if self.mine is None:
            return Comparison.ONLY_THEIRS
        if self.theirs is None:
            return Comparison.ONLY_MINE
        if self.mine == self.theirs:
            return Comparison.COMMON
        return Comparison.ALIKE if alike(self.mine, self.theirs) else Comparison.APART


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two analysts said of the statements that both cases have.

    `matches` compares their verdicts on what both judged, `relations` those on what both confirmed
    and related. `cut_mine` and `cut_theirs` are the statements that only one case has, `left_mine` and
    `left_theirs` the judged matches that therefore have no partner.
    """

    judged: tuple[Judged, ...]
    matches: Concord
    relations: Concord
    cut_mine: int
    cut_theirs: int
    left_mine: int
    left_theirs: int

    @property
    def disagreements(self) -> tuple[Judged, ...]:
        """The pairs on which they disagree, in the order of the case."""
        return self.of(Comparison.APART)

    def of(self, comparison: Comparison) -> tuple[Judged, ...]:
        """Return the pairs of which both go together in this way."""
        return tuple(each for each in self.judged if each.comparison is comparison)


def alike(one: Opinion, other: Opinion) -> bool:
    """Whether two opinions can stand as one."""
    (verdict, relation), (verdict_too, relation_too) = one.said, other.said
    return verdict is verdict_too and (relation is relation_too or None in (relation, relation_too))


def compare(case: "ReadableCase", colleague: Colleague) -> Agreement:
    """Compare what was decided in a case with what a colleague decided.

    Raises:
        CaseError: OTHER_SOURCES, the colleague compared other articles.
    """
    here = anchors(case)
    colleague.require_sources(frozenset(source.sha256 for source in case.sources))
    partner = colleague.joined(here)
    mine, left_mine = _opinions_here(case, set(partner.values()))
    theirs, left_theirs = _opinions_there(case, colleague, partner)
    places = _places(case)
    pairs = sorted({*mine, *theirs}, key=lambda pair: (places[pair[0]], places[pair[1]]))
    judged = tuple(_judged(case, pair, mine.get(pair), theirs.get(pair)) for pair in pairs)
    both = [(each.mine, each.theirs) for each in judged if each.comparison in _BOTH]
    return Agreement(
        judged=judged,
        matches=concord(_verdicts(both)),
        relations=concord(_relations(both)),
        cut_mine=len(here) - len(partner),
        cut_theirs=len(colleague.anchors) - len(partner),
        left_mine=left_mine,
        left_theirs=left_theirs,
    )


_BOTH = (Comparison.ALIKE, Comparison.APART)
_Both = Iterable[tuple[Opinion | None, Opinion | None]]


def _verdicts(both: _Both) -> list[tuple[Verdict | None, Verdict | None]]:
    return [(one.standing.verdict, other.standing.verdict) for one, other in both if one and other]


def _relations(both: _Both) -> list[tuple[object, object]]:
    relations = ((one.standing.relation, other.standing.relation) for one, other in both if one and other)
    return [pair for pair in relations if None not in pair]


def _judged(case: "ReadableCase", pair: Pair, mine: Opinion | None, theirs: Opinion | None) -> Judged:
    match = case.match_between(*pair)
    return Judged(*pair, None if match is None else match.id, mine, theirs)


def _opinions_here(case: "ReadableCase", joined: "set[StatementId]") -> tuple[dict[Pair, Opinion], int]:
    found: dict[Pair, Opinion] = {}
    left = 0
    for number, match in case.decided_matches().items():
        opinion = case.opinion(number)
        if opinion is None:
            continue
        if joined.issuperset((match.left, match.right)):
            found[match.left, match.right] = opinion
        else:
            left += 1
    return found, left


def _opinions_there(
    case: "ReadableCase", colleague: Colleague, partner: Mapping[StatementId, StatementId]
) -> tuple[dict[Pair, Opinion], int]:
    found: dict[Pair, Opinion] = {}
    left = 0
    for number, opinion in colleague.opinions.items():
        match = colleague.matches[number]
        if match.left in partner and match.right in partner:
            found[case.ordered(partner[match.left], partner[match.right])] = opinion
        else:
            left += 1
    return found, left


def _places(case: "ReadableCase") -> dict[StatementId, tuple[int, int]]:
    def place(statement: Statement, source: int) -> tuple[int, int]:
        return source, statement.ordinal

    return {
        each.id: place(each, number)
        for number, source in enumerate(case.sources)
        for each in case.statements(source.id)
    }
