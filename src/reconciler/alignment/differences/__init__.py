"""What differs between two statements that are matched: their signals compared, kind by kind.

Signals are compared only where they speak of the same thing, as far as rules can tell: a false
conflict costs more trust than a missed one. Values in, values out; nothing is loaded but small
word lists.
"""

from collections.abc import Iterable

from reconciler.alignment.differences.values import Cause, StatementSignals
from reconciler.model import Difference, Outcome, Relation, SignalKind

__all__ = ["Cause", "StatementSignals", "compare", "kinds", "preload", "strength", "suggested_relation"]

_CONFLICTS = (SignalKind.FIGURE, SignalKind.DATE, SignalKind.NEGATION, SignalKind.CERTAINTY)

_STRENGTHS = {
    Cause.CONTRADICTION: 1.0,
    Cause.ATTRIBUTION_LOST: 0.85,
    Cause.HEDGE_LOST: 0.8,
    Cause.REVISION: 0.75,
    Cause.OTHER_SOURCE: 0.6,
    Cause.QUOTE_CHANGED: 0.55,
    Cause.QUOTE_SHORTENED: 0.45,
    Cause.QUOTE_MARKS_LOST: 0.4,
    Cause.QUOTE_PARAPHRASED: 0.35,
    Cause.OTHER_SCOPE: 0.3,
    Cause.BOUND: 0.15,
    Cause.ROUNDING: 0.15,
    Cause.COARSER: 0.1,
}
_OTHER_NAME = 0.5
_ORDER = {kind: place for place, kind in enumerate(SignalKind)}


def compare(left: StatementSignals, right: StatementSignals) -> tuple[Difference, ...]:
    """Return the signals of two statements compared, the strongest difference first.

    Swapping the statements swaps the sides of each difference and changes nothing else that
    matters. Numbers and dates that only one side has are no difference: articles leave things out.
    """
    from reconciler.alignment.differences import dates, figures, negations, quotes, side, voices

    one, other = side.read(left), side.read(right)
    found = [
        *figures.compare_figures(one, other),
        *dates.compare_dates(one, other),
        *negations.compare_negations(one, other),
        *voices.compare_attributions(one, other),
        *voices.compare_certainties(one, other),
        *quotes.compare_quotes(one, other),
        *voices.compare_names(one, other),
    ]
    distinct = dict.fromkeys(found)
    return tuple(sorted(distinct, key=lambda each: (-strength(each), _ORDER[each.kind])))


def preload() -> None:
    """Load libraries and word lists early: the first comparison takes some hundred times longer."""
    compare(StatementSignals("One was hurt, he said."), StatementSignals("Two were hurt."))


def strength(difference: Difference) -> float:
    """Return how much a difference matters, from 0 (none) to 1 (both can't be true)."""
    if difference.cause is not None:
        return _STRENGTHS.get(Cause(difference.cause), 0.0)
    return 0.0 if difference.outcome is Outcome.AGREES else _OTHER_NAME


def kinds(differences: Iterable[Difference], *, rounding: bool = False) -> frozenset[SignalKind]:
    """Return the kinds in which two statements differ; with `rounding`, numbers that agree only so too."""
    return frozenset(
        each.kind
        for each in differences
        if each.outcome is not Outcome.AGREES or (rounding and each.cause in (Cause.ROUNDING, Cause.BOUND))
    )


def suggested_relation(differences: Iterable[Difference]) -> Relation:
    """Return the relation that the differences suggest, for the analyst to set or not."""
    noted = [each for each in differences if each.outcome is not Outcome.AGREES]
    if any(each.kind in _CONFLICTS and each.cause in (Cause.CONTRADICTION, Cause.REVISION) for each in noted):
        return Relation.CONTRADICTS
    return Relation.DIFFERS if noted else Relation.AGREES
