"""Which pairs are put before the analyst: any number for a statement, crossing allowed."""

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.model import Weights


def shown(
    confidence: NDArray[np.float64], words: NDArray[np.float64], weights: Weights
) -> list[tuple[int, int]]:
    """Return the pairs to propose as (row, column), in reading order.

    A pair needs shared words (without any, only its neighbours speak for it and nothing can be
    shown) and a confidence of its own, and it has to hold up against the best counterpart of one
    of its two statements: a compound statement keeps several, a statement that resembles
    everything a little keeps few.
    """
    if not confidence.size:
        return []
    row_best, column_best = confidence.max(axis=1, keepdims=True), confidence.max(axis=0, keepdims=True)
    holds_up = confidence >= weights.of_best * np.minimum(row_best, column_best)
    rows, columns = np.nonzero((words > 0) & (confidence >= weights.least) & holds_up)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
