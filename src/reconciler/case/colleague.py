"""What a colleague's case file holds of decisions: values that any thread may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reconciler.case import voices
from reconciler.errors import CaseError, Problem
from reconciler.model import Decision, Match, MatchId, Silence, SourceId, Standing, Statement, StatementId

if TYPE_CHECKING:
    from reconciler.case.standing import ReadableCase


class Anchor(NamedTuple):
    """Where a statement stands, whatever its number in a case is: the imported bytes, and the span."""

    sha256: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """The decisions of a case file that another analyst worked on.

    Of the matches those are here whose statements stand and of which something was decided; `rows`
    are their rows of the journal, oldest first, `standings` what stands for them (what its analyst
    said, where that waits to be settled), `opinions` what was decided in that case itself.
    """

    path: Path
    digests: Mapping[str, SourceId]
    anchors: Mapping[Anchor, StatementId]
    matches: Mapping[MatchId, Match]
    rows: Mapping[MatchId, tuple[Decision, ...]]
    standings: Mapping[MatchId, Standing]
    opinions: Mapping[MatchId, voices.Opinion]
    silences: tuple[Silence, ...]

    @classmethod
    def read(cls, path: Path) -> "Colleague":
        """Read a case file, which is left as it is.

        Raises:
            CaseError: as `Case.open`.
        """
        from reconciler.case.standing import ReadableCase

        with ReadableCase.open(path, read_only=True) as case:
            return cls.of(case)

    @classmethod
    def of(cls, case: "ReadableCase") -> "Colleague":
        """Return the decisions of an open case."""
        found = case.decided_matches()
        opinions = {number: case.opinion(number) for number in found}
        return cls(
            path=case.path,
            digests={source.sha256: source.id for source in case.sources},
            anchors=anchors(case),
            matches=found,
            rows={number: case.own_rows(number) for number in found},
            standings={number: _said(case, number) for number in found},
            opinions={number: each for number, each in opinions.items() if each is not None},
            silences=case.silences(),
        )

    def require_sources(self, digests: "frozenset[str]") -> None:
        """Make sure that the colleague compared the same articles.

        Raises:
            CaseError: OTHER_SOURCES.
        """
        if self.digests.keys() != digests:
            raise CaseError(Problem.OTHER_SOURCES, str(self.path))

    def joined(self, here: Mapping[Anchor, StatementId]) -> dict[StatementId, StatementId]:
        """Return for each statement of the colleague's the same one here, where it was cut the same."""
        return {number: here[anchor] for anchor, number in self.anchors.items() if anchor in here}


def anchors(case: "ReadableCase") -> dict[Anchor, StatementId]:
    """Return where each statement of a case stands."""
    return {
        anchor(source.sha256, each): each.id for source in case.sources for each in case.statements(source.id)
    }


def anchor(sha256: str, statement: Statement) -> Anchor:
    """Return where a statement stands."""
    return Anchor(sha256, statement.start, statement.end, statement.text)


def _said(case: "ReadableCase", match: MatchId) -> Standing:
    standing, own = case.standing(match), case.opinion(match)
    return own.standing if own is not None and case.dispute(match) else standing
