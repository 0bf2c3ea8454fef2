"""What differs across a match, compared when it is first asked for and kept while it holds."""

from collections.abc import Container, Iterable

from reconciler.alignment.differences import StatementSignals, compare
from reconciler.case.state import State
from reconciler.language.lexicon import OWN_LANGUAGES
from reconciler.model import Difference, Match, MatchId, StatementId

Inputs = tuple[StatementSignals, StatementSignals]


class Comparisons:
    """The differences of a case's matches. What they were compared from tells whether they still hold."""

    def __init__(self) -> None:
        self._kept: dict[MatchId, tuple[Inputs, tuple[Difference, ...]]] = {}

    def of(self, match: Match, state: State) -> tuple[Difference, ...]:
        """Return the differences of a match, the strongest first; none in a language without signals."""
        inputs = as_compared(match.left, state), as_compared(match.right, state)
        kept = self._kept.get(match.id)
        if kept is None or kept[0] != inputs:
            kept = inputs, compare(*inputs) if all(map(_can_be_compared, inputs)) else ()
            self._kept[match.id] = kept
        return kept[1]

    def let_go(self, matches: Iterable[MatchId]) -> None:
        """Let go of what was compared for these matches: they are none of the case's now."""
        for number in matches:
            self._kept.pop(number, None)

    def keep(self, matches: Container[MatchId]) -> None:
        """Let go of what was compared for other matches than these: they are none of the case's now."""
        self._kept = {number: kept for number, kept in self._kept.items() if number in matches}


def _can_be_compared(side: StatementSignals) -> bool:
    """Whether signals are found in a language: where none can be, none is lost."""
    return side.language in OWN_LANGUAGES


def as_compared(number: StatementId, state: State) -> StatementSignals:
    """Return a statement as the comparison sees it."""
    statement = state.statements[number]
    source = state.records[statement.source].source
    return StatementSignals(
        statement.text, statement.signals, statement.start, source.language, source.published
    )
