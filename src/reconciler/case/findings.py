"""What a case has to show: what contradicts, and the differences of all matches, the strongest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconciler.alignment.differences import strength
from reconciler.model import Difference, Match, MatchId, Outcome, Standing, Verdict

if TYPE_CHECKING:
    from reconciler.case.case import Case

LIKELY = 0.5
"""Below this the program itself takes it that two statements don't belong together."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference of one match.

    `strength` says how much the difference matters, `likelihood` how sure it is that the two
    statements belong together, which is certain once the match is confirmed; both from 0 to 1.
    """

    match: Match
    difference: Difference
    strength: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A match whose two statements contradict each other, as the analyst says."""

    match: Match


def contradictions(
    matches: Iterable[Match], standing: Callable[[MatchId], Standing]
) -> tuple[Contradiction, ...]:
    """Return what the analyst holds to contradict, in the order of the matches."""
    return tuple(Contradiction(match) for match in matches if standing(match.id).is_contradiction)


def findings(case: "Case") -> tuple[Finding, ...]:
    """Return what differs in the matches that nobody rejected, in the order of `strongest_first`."""
    return strongest_first(each for match in case.matches.values() for each in of_match(case, match))


def of_match(case: "Case", match: Match) -> tuple[Finding, ...]:
    """Return what differs in one match; nothing when it was rejected."""
    likelihood = _likelihood(case, match)
    if not likelihood:
        return ()
    return tuple(
        Finding(match, difference, strength(difference), likelihood)
        for difference in case.differences(match.id)
        if difference.outcome is not Outcome.AGREES
    )


def strongest_first(found: Iterable[Finding], *, score_visible: bool = True) -> tuple[Finding, ...]:
    """Put findings in order: the strongest first, of equally strong ones the likeliest.

    Those of weak proposals come behind all others: a contradiction between two statements that
    hardly belong together is no news. While the score is not visible the order does not tell it.
    """
    if not score_visible:
        return tuple(sorted(found, key=lambda each: -each.strength))
    return tuple(sorted(found, key=lambda each: (each.likelihood < LIKELY, -each.strength, -each.likelihood)))


def _likelihood(case: "Case", match: Match) -> float:
    match case.standing(match.id).verdict:
        case Verdict.CONFIRMED:
            return 1.0
        case Verdict.REJECTED:
            return 0.0
        case _:
            return match.confidence
