"""From evidence to log-odds: a logistic regression over a few features a person can read.

Each feature has a weight of known sign (what is shared never speaks against a match); weights,
and what they were trained on, stand in ``resources/alignment/model.json``. It is asked twice: what is
likely at first tells whether both documents keep a common order, and how a pair fits into that order is
one more feature. Two statements correspond when both documents report the same event and, if they do,
these two statements say the same: the probability is the product of both.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from reconciler.alignment.evidence import Evidence, Feature
from reconciler.alignment.level import EventFeature, Level, LevelFeature
from reconciler.alignment.order import in_order
from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.scan import Floats
from reconciler.resources import resource_path

MOST = 30.0
"""Log-odds are held within this, so that no confidence is 0 or 1."""
GROUPS: tuple[tuple[ReasonName, tuple[Feature, ...]], ...] = (
    (
        ReasonName.WORDS,
        (
            Feature.WORDS,
            Feature.WORDS_OUT,
            Feature.WORDS_LEAD,
            Feature.WORDS_BEST,
            Feature.CONTAINED,
        ),
    ),
    (ReasonName.WORDING, (Feature.WORDING, Feature.WORDING_OUT, Feature.WORDING_LEAD)),
    (ReasonName.NUMBERS, (Feature.FIGURES, Feature.OTHER_NUMBERS)),
    (ReasonName.DATES, (Feature.DAYS,)),
    (ReasonName.NEIGHBOURS, (Feature.PARALLEL, Feature.BESIDE, Feature.PASSAGE, Feature.VICINITY)),
    (ReasonName.PLACE, (Feature.APART, Feature.TITLES, Feature.OPENINGS)),
)
"""The features by the reason that they are told as."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which pairs are shown, and how far the setting between a whole statement and a part of one goes.

    A pair is shown from `least` confidence on, and more by as much as it is uncertain, times `doubt`,
    that both documents report the same event, if it has at least the share `of_best` of the best
    confidence in its row or its column. `whole` is taken from the log-odds of a pair that covers
    nothing of the less covered statement at the one end, `part` added for one that covers all of
    the better covered one at the other.
    """

    least: float
    of_best: float
    doubt: float
    whole: float
    part: float


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is to be expected of statements of two documents on the same event.

    What is seen of two statements counts `firmness` times; `documents` are weights in the order of
    `LevelFeature`.
    """

    bias: float
    firmness: float
    documents: tuple[float, ...]

    def of(self, ranked: Floats, level: Level) -> Floats:
        """Return log-odds, if both documents report the same event, of what was seen of statements."""
        log_odds: Floats = self.firmness * ranked + self.common(level)
        return log_odds

    def common(self, level: Level) -> float:
        """Return the part of the log-odds that all pairs of two documents have in common."""
        return self.bias + float(level.documents @ np.array(self.documents))


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: weights in the order of `Feature` and of `EventFeature`, and the rule.

    `order` is the weight of how a pair fits into the order of the two documents; what is likely
    without it is expected by `first`, all is by `last`.
    """

    name: str
    bias: float
    features: tuple[float, ...]
    order: float
    first: Expectation
    last: Expectation
    event_bias: float
    event: tuple[float, ...]
    third_source: float
    rule: Rule


@cache
def shipped() -> Weights:
    """Read the weights that come with the program."""
    stored = json.loads(resource_path("alignment", "model.json").read_text(encoding="utf-8"))
    return Weights(
        name=stored["name"],
        bias=stored["bias"],
        features=tuple(stored["statements"][feature] for feature in Feature),
        order=stored["order"],
        first=_expectation(stored["before_order"]),
        last=_expectation(stored["with_order"]),
        event_bias=stored["event_bias"],
        event=tuple(stored["same_event"][feature] for feature in EventFeature),
        third_source=stored["third_source"],
        rule=Rule(**stored["show"]),
    )


def _expectation(stored: dict[str, Any]) -> Expectation:
    documents = tuple(stored["documents"][feature] for feature in LevelFeature)
    return Expectation(stored["bias"], stored["firmness"], documents)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the score of each pair is made of: log-odds by reason, one row a pair, and their sum."""

    names: tuple[ReasonName, ...]
    values: Floats

    @property
    def total(self) -> Floats:
        """The log-odds of each pair."""
        total: Floats = self.values.sum(axis=1)
        return total

    def of(self, name: ReasonName) -> Floats:
        """Return what one reason gives each pair."""
        return self.values[:, self.names.index(name)]

    def scaled(self, scales: dict[ReasonName, float]) -> "Parts":
        """Return the parts with some of them made stronger or weaker."""
        factors = np.array([scales.get(name, 1.0) for name in self.names])
        return Parts(self.names, self.values * factors)

    def joined(self, name: ReasonName, values: Floats) -> "Parts":
        """Return the parts with one more."""
        return Parts((*self.names, name), np.column_stack((self.values, values)))


def parts_of(evidence: Evidence, level: Level, weights: Weights) -> Parts:
    """Return what speaks for and against each pair; what the documents are as a whole is the last part."""
    order = list(Feature)
    values = {
        name: (
            evidence.features[:, [order.index(one) for one in features]]
            * [weights.features[order.index(one)] for one in features]
        ).sum(axis=1)
        for name, features in GROUPS
    }
    values[ReasonName.NEIGHBOURS] += weights.order * ordered(
        evidence, level, weights.first, np.sum(list(values.values()), axis=0) + weights.bias
    )
    parts = [weights.last.firmness * some for some in values.values()]
    common = weights.last.firmness * weights.bias + weights.last.common(level)
    if_same = np.sum(parts, axis=0) + common
    documents = common + both(if_same, same_event(level, weights)) - if_same
    return Parts((*values, ReasonName.ARTICLES), np.column_stack((*parts, documents)))


def ordered(evidence: Evidence, level: Level, first: Expectation, ranked: Floats) -> Floats:
    """Return how each pair fits into the order of the two documents, by what is likely without it."""
    return in_order(evidence, confidence(first.of(ranked, level)))


def same_event(level: Level, weights: Weights) -> float:
    """Return the log-odds that two documents report the same event."""
    return weights.event_bias + float(level.event @ np.array(weights.event))


def both(one: Floats, other: Floats | float) -> Floats:
    """Return the log-odds of the product of two probabilities, given as log-odds."""
    odds_against: Floats = np.logaddexp(np.logaddexp(-one, -other), -one - other)
    return -odds_against


def confidence(log_odds: Floats) -> Floats:
    """Return probabilities from log-odds."""
    result: Floats = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -MOST, MOST)))
    return result
