"""How much two documents have in common as a whole: what a pair of their statements can be expected to be."""

from enum import StrEnum

import numpy as np

from reconciler.alignment.corpus import Corpus, Side
from reconciler.alignment.evidence import Evidence
from reconciler.alignment.scan import Floats

_LEAST_MEAN = 0.02
"""Added to the mean of all pairs: two documents without a common word have no contrast."""
_EXPECTED_NAMES = 20.0
"""Weight of names taken as shared, and as much as not: texts with few names say little by them."""
FEW_NAMES = 0.4
LITTLE_SHARED = 0.12


class LevelFeature(StrEnum):
    """What the model sees of a pair of documents.

    `contrast` is how far the best counterparts stand above the mean of all pairs, `other_names` how
    much of the weight of names is not shared where two reports of one event share it, `little_shared`
    how far the best counterparts fall short of what such reports have, `strongest` the logarithm of
    the mean u of the strongest counterparts.
    """

    CONTRAST = "contrast"
    OTHER_NAMES = "other_names"
    LITTLE_SHARED = "little_shared"
    STRONGEST = "strongest"


def level_features(corpus: Corpus, left: int, right: int, evidence: Evidence) -> Floats:
    """Return the values of `LevelFeature`, in order; 0 when either document has no statement."""
    if not all(evidence.shape):
        return np.zeros(len(LevelFeature))
    rows, columns = evidence.outline.best
    typical = float(rows.mean() + columns.mean()) / 2
    mean = float(evidence.outline.mean[0].mean())
    count = max(min(evidence.shape) // 2, 1)
    strongest = (_top_mean(rows, count) + _top_mean(columns, count)) / 2
    return np.array(
        [
            typical / (mean + _LEAST_MEAN),
            max(0.0, FEW_NAMES - _shared_names(corpus, corpus.sides[left], corpus.sides[right])),
            max(0.0, LITTLE_SHARED - typical),
            float(np.log(0.05 + strongest)),
        ]
    )


def _top_mean(values: Floats, count: int) -> float:
    return float(np.sort(values)[-count:].mean())


def _shared_names(corpus: Corpus, one: Side, other: Side) -> float:
    """Return which share of the names' weight the two texts share; one repeated counts for more."""
    vocabulary = corpus.vocabulary
    weight = vocabulary.background * vocabulary.is_name
    shared = total = 0.0
    for here, there in ((one, other), (other, one)):
        held = np.bincount(here.held.indices, minlength=len(vocabulary))
        own = np.log1p(held) * weight
        shared += float(own @ np.asarray(there.best.max(axis=0).toarray()).ravel())
        total += float(own.sum())
    return (shared + _EXPECTED_NAMES) / (total + 2 * _EXPECTED_NAMES)
