"""From evidence to confidence: a logistic regression over a few features a person can read.

Each feature has a weight of known sign (what is shared never speaks against a match); weights,
and what they were trained on, stand in ``resources/alignment/model.json``.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.evidence import Evidence
from reconciler.resources import resource_path

_SPREAD = 0.05
"""Added to a standard deviation: a row of equal values has no outlier."""
_LEAST_MEAN = 0.02
"""Added to the mean of all pairs: two documents without a common word have no contrast."""
_MOST = 30.0
"""Log-odds are held within this, so that no confidence is 0 or 1."""
_NEAREST = 3
"""How many of the best a statement has elsewhere say how close it is to everything."""


class Feature(StrEnum):
    """What the model sees of a pair of statements.

    The plain ones are those of `Evidence` (`words_root` is the square root, `covered` the better
    covered side). The others say what the pair is next to the rest: how it stands out of its row
    and column, whether it is closer than what each statement is close to anyway, how far it is
    ahead of the next best, and whether the statements before or after match too.
    """

    WORDS = "words"
    WORDS_ROOT = "words_root"
    COVERED = "covered"
    NUMBERS = "numbers"
    OTHER_NUMBERS = "other_numbers"
    WORDING = "wording"
    STANDS_OUT = "stands_out"
    CLOSER = "closer"
    AHEAD = "ahead"
    WORDING_STANDS_OUT = "wording_stands_out"
    WORDING_CLOSER = "wording_closer"
    NEIGHBOURS = "neighbours"


class PairFeature(StrEnum):
    """What the model sees of a pair of documents: whether they can have much in common at all.

    `typical` is the mean over all statements of the best shared words with any other, `contrast`
    how much that is above the mean of all pairs.
    """

    TYPICAL = "typical"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model and the rule by which links are shown.

    `bias`, `statements` and `documents` make log-odds. A pair is shown from `least` confidence
    on, if it has at least the share `of_best` of the best confidence in its row or its column.
    """

    name: str
    bias: float
    statements: Mapping[Feature, float]
    documents: Mapping[PairFeature, float]
    least: float
    of_best: float


@cache
def shipped() -> Weights:
    """Read the weights that come with the program."""
    stored = json.loads(resource_path("alignment", "model.json").read_text(encoding="utf-8"))
    return Weights(
        name=stored["name"],
        bias=stored["bias"],
        statements={feature: stored["statements"][feature] for feature in Feature},
        documents={feature: stored["documents"][feature] for feature in PairFeature},
        least=stored["show"]["least"],
        of_best=stored["show"]["of_best"],
    )


def features_of(evidence: Evidence) -> Iterator[tuple[Feature, NDArray[np.float64]]]:
    """Yield each feature's matrix, one after the other, so that few exist at a time."""
    e = evidence
    yield Feature.WORDS, e.words
    yield Feature.WORDS_ROOT, np.sqrt(e.words)
    yield Feature.COVERED, np.maximum(e.left_covered, e.right_covered)
    yield Feature.NUMBERS, e.numbers
    yield Feature.OTHER_NUMBERS, e.other_numbers
    yield Feature.WORDING, e.wording
    yield Feature.STANDS_OUT, stands_out(e.words)
    yield Feature.CLOSER, closer(e.words)
    yield Feature.AHEAD, ahead(e.words)
    yield Feature.WORDING_STANDS_OUT, stands_out(e.wording)
    yield Feature.WORDING_CLOSER, closer(e.wording)
    yield Feature.NEIGHBOURS, neighbours(e.words)


def document_features(evidence: Evidence) -> dict[PairFeature, float]:
    """Return the features of the pair of documents, 0 when either has no statement."""
    words = evidence.words
    if not words.size:
        return dict.fromkeys(PairFeature, 0.0)
    typical = float(words.max(axis=0).mean() + words.max(axis=1).mean()) / 2
    contrast = typical / (float(words.mean()) + _LEAST_MEAN)
    return {PairFeature.TYPICAL: typical, PairFeature.CONTRAST: contrast}


def confidence(evidence: Evidence, weights: Weights) -> NDArray[np.float64]:
    """Return how sure the model is of each pair, between 0 and 1."""
    documents = document_features(evidence)
    level = weights.bias + sum(weights.documents[feature] * documents[feature] for feature in PairFeature)
    log_odds = np.full(evidence.words.shape, level)
    for feature, values in features_of(evidence):
        log_odds += weights.statements[feature] * values
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -_MOST, _MOST)))
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
