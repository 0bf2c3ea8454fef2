"""Whether two documents say things in the same order, and which pairs of statements fit into it."""

import numpy as np
from scipy.sparse import csr_array

from reconciler.alignment.evidence import Evidence
from reconciler.alignment.scan import Floats

LIKELY = 0.2
"""Confidence from which on a pair says something about the order."""
REACH, SPREAD = 4, 1.5
"""Steps in either document to which a pair speaks for others, and the deviation by which it fades."""
_UNSEEN = 0.3
"""Likely pairs taken to stand around every pair: few of them say little."""
_AT_RANDOM = 2.0
"""Likely pairs taken to stand in no order besides those that there are."""


def in_order(evidence: Evidence, sure: Floats) -> Floats:
    """Return how much more likely pairs stand around each pair than around others of its row and column.

    That is the logarithm of a ratio, times the root of the mean it has at the likely pairs themselves,
    each without what it says of its own statements: where two documents keep no common order that is
    0 or less, and nothing is said. `sure` is the confidence of each pair by itself.
    """
    likely = sure > LIKELY
    rows, columns = evidence.rows, evidence.columns
    if not likely.any():
        return np.zeros(len(sure))
    height, width = evidence.shape
    own = csr_array((sure[likely], (rows[likely], columns[likely])), shape=evidence.shape)
    around = csr_array(_band(height) @ own @ _band(width))
    around.sort_indices()
    of_row, of_column = around.sum(axis=1) / width, around.sum(axis=0) / height
    level_of_row, level_of_column = np.log(of_row + _UNSEEN), np.log(of_column + _UNSEEN)
    here = np.log(np.asarray(around[rows, columns]).ravel() + _UNSEEN)
    ahead: Floats = here - (level_of_row[rows] + level_of_column[columns]) / 2
    kept = float(sure[likely] @ ahead[likely]) / (float(sure[likely].sum()) + _AT_RANDOM)
    ahead *= np.sqrt(max(kept, 0.0))
    return ahead


def _band(size: int) -> csr_array[np.float64]:
    """Return what each statement says of those some steps away, and nothing of itself."""
    steps = np.array([step for step in range(-REACH, REACH + 1) if step])
    rows = np.repeat(np.arange(size), len(steps))
    columns = rows + np.tile(steps, size)
    values = np.tile(np.exp(-(steps**2) / (2 * SPREAD**2)), size)
    inside = (columns >= 0) & (columns < size)
    return csr_array((values[inside], (rows[inside], columns[inside])), shape=(size, size))
