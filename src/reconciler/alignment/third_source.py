"""Agreement through a third source: two statements that are both like one of another article."""

from collections.abc import Mapping

import numpy as np

from reconciler.alignment.evidence import Evidence
from reconciler.alignment.scan import Floats, Places

LEAST = 0.1
"""Shared words from which on a statement of a third source counts as like another."""

Pair = tuple[int, int]


def through_others(evidence: Mapping[Pair, Evidence]) -> dict[Pair, Floats]:
    """Return for each pair of documents how much a third one speaks for each of its pairs of statements.

    T(i, j) is the maximum over the statements k of all other documents of √(u(i, k)·u(k, j)), less its
    mean over the pairs of statements, so that a third source makes no pair of articles closer as a whole.
    """
    documents = sorted({place for pair in evidence for place in pair})
    found = {}
    for pair, own in evidence.items():
        best = np.zeros(len(own.rows))
        for third in documents:
            if third not in pair:
                left, right = _from(evidence, pair[0], third), _from(evidence, pair[1], third)
                best = np.maximum(best, _joined(own, left, right))
        found[pair] = best - best.mean() if len(best) else best
    return found


def _from(evidence: Mapping[Pair, Evidence], document: int, third: int) -> tuple[Places, Places, Floats]:
    """Return statement, statement of the third document and √u, for those that are alike."""
    straight = (document, third) in evidence
    one = evidence[(document, third) if straight else (third, document)]
    alike = one.words >= LEAST
    own, other = (one.rows, one.columns) if straight else (one.columns, one.rows)
    return own[alike], other[alike], np.sqrt(one.words[alike])


def _joined(
    own: Evidence, left: tuple[Places, Places, Floats], right: tuple[Places, Places, Floats]
) -> Floats:
    """Return for each pair the best product over the statements that both sides are like."""
    order = np.argsort(right[1], kind="stable")
    ours, thirds, values = (part[order] for part in right)
    starts = np.searchsorted(thirds, left[1], side="left")
    counts = np.searchsorted(thirds, left[1], side="right") - starts
    total = int(counts.sum())
    offsets = np.arange(total, dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
    picked = np.repeat(starts, counts) + offsets
    width = own.shape[1]
    keys = np.repeat(left[0], counts) * width + ours[picked]
    products = np.repeat(left[2], counts) * values[picked]
    # The pairs are in reading order, so that each is found by its place in the rectangle.
    wanted = own.rows * width + own.columns
    places = np.searchsorted(wanted, keys)
    known = places < len(wanted)
    known[known] = wanted[places[known]] == keys[known]
    best = np.zeros(len(wanted))
    np.maximum.at(best, places[known], products[known])
    return best
