"""What a case has to show: the differences of all its matches, the strongest first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconciler.alignment.differences import strength
from reconciler.model import Difference, Match, Outcome, Verdict

if TYPE_CHECKING:
    from reconciler.case.case import Case


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


def findings(case: "Case") -> tuple[Finding, ...]:
    """Return what differs in the matches that nobody rejected.

    The strongest come first, of equally strong ones the likeliest, then the case's order decides.
    """
    found = [
        Finding(match, difference, strength(difference), likelihood)
        for match in case.matches.values()
        if (likelihood := _likelihood(case, match)) > 0
        for difference in case.differences(match.id)
        if difference.outcome is not Outcome.AGREES
    ]
    return tuple(sorted(found, key=lambda each: (-each.strength, -each.likelihood)))


def _likelihood(case: "Case", match: Match) -> float:
    match case.standing(match.id).verdict:
        case Verdict.CONFIRMED:
            return 1.0
        case Verdict.REJECTED:
            return 0.0
        case _:
            return match.confidence
