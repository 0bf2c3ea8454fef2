"""From evidence to confidence: a logistic regression over a few features a person can read.

Each feature has a weight of known sign (what is shared never speaks against a match); weights,
and what they were trained on, stand in ``resources/alignment/model.json``.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.evidence import Evidence
from reconciler.resources import resource_path

_SPREAD = 0.05
"""Added to a standard deviation: a row of equal values has no outlier."""
_NEAREST = 3
"""How many of the best a statement has elsewhere say how close it is to everything."""


class Feature(StrEnum):
    """What the model sees of a pair of statements."""

    WORDS = "words"
    WORDS_ROOT = "words_root"
    COVERED = "covered"
    COVERED_BOTH = "covered_both"
    NAMES = "names"
    NUMBERS = "numbers"
    WORDING = "wording"
    STANDS_OUT = "stands_out"
    CLOSER = "closer"
    AHEAD = "ahead"
    WORDING_STANDS_OUT = "wording_stands_out"
    WORDING_CLOSER = "wording_closer"
    NEIGHBOURS = "neighbours"
    OTHER_NAMES = "other_names"
    OTHER_NUMBERS = "other_numbers"


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model and the rule by which links are shown.

    `bias` and `weights` make log-odds. A pair is shown from `least` confidence on, if it has at
    least the share `of_best` of the best confidence in its row or in its column.
    """

    name: str
    bias: float
    weights: dict[Feature, float]
    least: float
    of_best: float


@cache
def shipped() -> Weights:
    """Read the weights that come with the program."""
    stored = json.loads(resource_path("alignment", "model.json").read_text(encoding="utf-8"))
    return Weights(
        name=stored["name"],
        bias=stored["bias"],
        weights={feature: stored["weights"][feature] for feature in Feature if feature in stored["weights"]},
        least=stored["show"]["least"],
        of_best=stored["show"]["of_best"],
    )


def features_of(evidence: Evidence) -> Iterator[tuple[Feature, Callable[[], NDArray[np.float64]]]]:
    """Yield each feature with what computes its matrix, so that only one exists at a time."""
    e = evidence
    yield Feature.WORDS, lambda: e.words
    yield Feature.WORDS_ROOT, lambda: np.sqrt(e.words)
    yield Feature.COVERED, lambda: np.maximum(e.left_covered, e.right_covered)
    yield Feature.COVERED_BOTH, lambda: np.minimum(e.left_covered, e.right_covered)
    yield Feature.NAMES, lambda: e.names
    yield Feature.NUMBERS, lambda: e.numbers
    yield Feature.WORDING, lambda: e.wording
    yield Feature.STANDS_OUT, lambda: stands_out(e.words)
    yield Feature.CLOSER, lambda: closer(e.words)
    yield Feature.AHEAD, lambda: ahead(e.words)
    yield Feature.WORDING_STANDS_OUT, lambda: stands_out(e.wording)
    yield Feature.WORDING_CLOSER, lambda: closer(e.wording)
    yield Feature.NEIGHBOURS, lambda: neighbours(e.words)
    yield Feature.OTHER_NAMES, lambda: e.other_names
    yield Feature.OTHER_NUMBERS, lambda: e.other_numbers


def confidence(evidence: Evidence, weights: Weights) -> NDArray[np.float64]:
    """Return how sure the model is of each pair, between 0 and 1."""
    log_odds = np.full(evidence.words.shape, weights.bias)
    for feature, compute in features_of(evidence):
        weight = weights.weights.get(feature, 0.0)
        if weight:
            log_odds += weight * compute()
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return result


def stands_out(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean of the z-scores in row and column."""
    result = np.zeros_like(values)
    if values.size:
        for axis in (0, 1):
            mean, deviation = values.mean(axis=axis, keepdims=True), values.std(axis=axis, keepdims=True)
            result += (values - mean) / (deviation + _SPREAD) / 2
    return result


def closer(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return twice the value less the mean of the three best of its row and of its column.

    Cross-domain similarity local scaling (Conneau et al., Word translation without parallel
    data, 2018): what is close to everything is no counterpart of anything.
    """
    result = 2.0 * values
    for axis in (0, 1):
        size = values.shape[axis]
        if size:
            count = min(_NEAREST, size)
            nearest = np.partition(values, size - count, axis=axis).take(range(size - count, size), axis=axis)
            result -= nearest.mean(axis=axis, keepdims=True)
    return result


def ahead(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean margin to the best other value of the row and of the column."""
    return values - (best_other(values, 0) + best_other(values, 1)) / 2


def best_other(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return for each cell the best value of the other cells along an axis, 0 if there are none."""
    size = values.shape[axis]
    if size < 2:
        return np.zeros_like(values)
    two = np.partition(values, size - 2, axis=axis)
    second, first = two.take([size - 2], axis=axis), two.take([size - 1], axis=axis)
    return np.where(values == first, second, first)


def neighbours(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the best value among the cells one step down both or up both documents."""
    padded = np.pad(values, 1)
    return np.maximum(padded[:-2, :-2], padded[2:, 2:])
