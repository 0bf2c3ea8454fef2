"""Which pairs are put before the analyst: any number for a statement, crossing allowed."""

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.evidence import Evidence
from reconciler.alignment.model import Rule
from reconciler.alignment.scan import Floats


def shown(evidence: Evidence, confidence: Floats, same_event: float, rule: Rule) -> NDArray[np.int64]:
    """Return which of the pairs looked at are proposed, in reading order.

    `same_event` is the probability that both documents report the same event. A pair needs shared
    words (without any, only its neighbours speak for it and nothing can be shown) and a confidence of
    its own, and it has to hold up against the best counterpart of one of its two statements: a
    compound statement keeps several, a statement that resembles everything a little keeps few. The
    less sure it is that the documents have to do with each other, the surer a pair must be by itself.
    """
    best = [np.zeros(size) for size in evidence.shape]
    np.maximum.at(best[0], evidence.rows, confidence)
    np.maximum.at(best[1], evidence.columns, confidence)
    rival = np.minimum(best[0][evidence.rows], best[1][evidence.columns])
    least = rule.least + rule.doubt * (1.0 - same_event)
    holds_up = (confidence >= least) & (confidence >= rule.of_best * rival)
    return np.nonzero(holds_up & (evidence.words > 0))[0]


def reach(covered: tuple[Floats, Floats], setting: float, rule: Rule) -> Floats:
    """Return what the setting between "whole statement" (0) and "part of it" (1) adds to the log-odds.

    `covered` is the share of either statement's words that the other has. In the middle the setting
    adds nothing. Towards the whole a pair loses by what its less covered statement has alone;
    towards the part it gains by what its better covered one shares.
    """
    least, most = np.minimum(*covered), np.maximum(*covered)
    strict, loose = max(0.0, 1.0 - 2.0 * setting), max(0.0, 2.0 * setting - 1.0)
    added: Floats = loose * rule.part * most - strict * rule.whole * (1.0 - least)
    return added
