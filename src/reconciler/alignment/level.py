"""How much two documents have in common as a whole: what a pair of their statements can be expected to be."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reconciler.alignment.corpus import Corpus, Side
from reconciler.alignment.evidence import Evidence
from reconciler.alignment.scan import Floats

_LEAST_MEAN = 0.02
"""Added to the mean of all pairs: two documents without a common word have no contrast."""
_EXPECTED = 10.0
"""Weight of words taken as shared, and as much as not: texts with few of a kind say little by them."""
CONNECTED, SCATTERED = 5.0, 6.0
"""Contrast up to which texts hang together, and from which on they are mere lists of sentences."""
LOOSE, DENSE = 0.08, 0.10
"""Mean u up to which texts are as dense as articles are, and from which on nothing gets denser."""


class LevelFeature(StrEnum):
    """What the model sees of a pair of documents that is none of ordinary articles.

    `scattered` is how far the best counterparts stand above the mean of all pairs, more than in texts
    that hang together: in a list of sentences on anything a counterpart is one by chance more often.
    `dense` is how far the mean of all pairs exceeds that of articles: all sentences speak of one thing.
    Both are 0 for most pairs of articles, and bounded.
    """

    SCATTERED = "scattered"
    DENSE = "dense"


class EventFeature(StrEnum):
    """What tells whether two documents report the same event.

    `shared_names` and `shared_numbers` are the share of the weight of names and of numbers that both
    hold, `contained` the share of the weight of all words of one document that the other holds, of
    the document more of which is held, `strongest` the logarithm of the mean u of the strongest
    counterparts.
    """

    SHARED_NAMES = "shared_names"
    SHARED_NUMBERS = "shared_numbers"
    CONTAINED = "contained"
    STRONGEST = "strongest"


@dataclass(frozen=True, slots=True)
class Level:
    """What was measured on a pair of documents: the values of `LevelFeature` and of `EventFeature`."""

    documents: Floats
    event: Floats


def level_of(corpus: Corpus, left: int, right: int, evidence: Evidence) -> Level:
    """Measure two of the corpus' documents as a whole; all is 0 when either has no statement."""
    if not all(evidence.shape):
        return Level(np.zeros(len(LevelFeature)), np.zeros(len(EventFeature)))
    rows, columns = evidence.outline.best
    mean = float(evidence.outline.mean[0].mean())
    contrast = float(rows.mean() + columns.mean()) / 2 / (mean + _LEAST_MEAN)
    count = max(min(evidence.shape) // 2, 1)
    strongest = (_top_mean(rows, count) + _top_mean(columns, count)) / 2
    vocabulary = corpus.vocabulary
    one, other = (_held(side, vocabulary.background) for side in (corpus.sides[left], corpus.sides[right]))
    # A name that one text repeats counts for more, but not as often as it stands there.
    names = np.log1p(one.times) * vocabulary.is_name, np.log1p(other.times) * vocabulary.is_name
    numbers = one.times * vocabulary.is_number, other.times * vocabulary.is_number
    contained = max(
        _share(here.times * here.weight, there.best) for here, there in ((one, other), (other, one))
    )
    return Level(
        documents=np.array(
            [
                min(max(contrast, CONNECTED), SCATTERED) - CONNECTED,
                min(max(mean, LOOSE), DENSE) - LOOSE,
            ]
        ),
        event=np.array(
            [
                _shared(one, other, names),
                _shared(one, other, numbers),
                contained,
                float(np.log(0.05 + strongest)),
            ]
        ),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """Of each word of the vocabulary: how many statements of a document hold it, how alike its best is."""

    times: Floats
    best: Floats
    weight: Floats


def _held(side: Side, weight: Floats) -> _Held:
    times = np.bincount(side.held.indices, minlength=len(weight)).astype(np.float64)
    return _Held(times, np.asarray(side.best.max(axis=0).toarray()).ravel(), weight)


def _share(weights: Floats, best: Floats) -> float:
    """Return which share of the weights is that of words which the other document holds."""
    return float(weights @ best) / max(float(weights.sum()), 1e-9)


def _shared(one: _Held, other: _Held, counts: tuple[Floats, Floats]) -> float:
    """Return which share of the weight of some words both documents hold."""
    first, second = counts[0] * one.weight, counts[1] * other.weight
    shared = float(first @ other.best + second @ one.best)
    return (shared + _EXPECTED) / (float(first.sum() + second.sum()) + 2 * _EXPECTED)


def _top_mean(values: Floats, count: int) -> float:
    return float(np.sort(values)[-count:].mean())
