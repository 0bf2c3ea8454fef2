"""What the claims of a case follow from, as values that a worker may have."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from reconciler.model import (
    ClaimStanding,
    Difference,
    Match,
    MatchId,
    Outcome,
    Silence,
    Source,
    Standing,
    Statement,
    StatementId,
)

if TYPE_CHECKING:
    from reconciler.case.case import Case


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A case at one moment, as far as its claims follow from it.

    `standings` and `differences` are by match; a match without an entry is undecided, or not yet
    compared. Of the differences only what differs or is missing is looked at. While the score is not
    visible nothing follows from how likely a match is.
    """

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    matches: Mapping[MatchId, Match]
    standings: Mapping[MatchId, Standing]
    differences: Mapping[MatchId, tuple[Difference, ...]]
    silences: frozenset[Silence]
    said: Mapping[StatementId, ClaimStanding]
    score_visible: bool = True

    @classmethod
    def of(
        cls,
        case: "Case",
        differences: Mapping[MatchId, tuple[Difference, ...]] | None = None,
        standings: Mapping[MatchId, Standing] | None = None,
    ) -> Self:
        """Return the facts of a case; what is not given is asked of it, and compared where it must be."""
        matches = case.matches
        if standings is None:
            standings = {number: case.standing(number) for number in matches}
        if differences is None:
            differences = compared(matches, case.differences)
        return cls(
            case.sources,
            tuple(each for source in case.sources for each in case.statements(source.id)),
            matches,
            standings,
            differences,
            frozenset(case.silences()),
            case.claim_standings(),
            case.score_visible,
        )

    def standing(self, match: MatchId) -> Standing:
        """Return what stands for a match."""
        return self.standings.get(match, Standing())


def compared(
    matches: Iterable[MatchId], differences: Callable[[MatchId], tuple[Difference, ...]]
) -> dict[MatchId, tuple[Difference, ...]]:
    """Return what differs in each of these matches."""
    return {
        match: tuple(each for each in differences(match) if each.outcome is not Outcome.AGREES)
        for match in matches
    }
