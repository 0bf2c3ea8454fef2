"""What the verdicts of a case teach: the model's level first, later what each reason is worth.

Simulations on annotated articles showed what is safe: the level from about 20 verdicts, worths from
about 40, all drawn towards the shipped model, with that model's own word on the undecided rest kept
as soft labels. Verdicts from the top of a list are nearly all yes; learnt from by themselves they
would drag everything up.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reconciler.alignment.model import Parts, confidence
from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.scan import Floats
from reconciler.alignment.values import FEWEST, FEWEST_OF_A_KIND, Lesson

FEWEST_FOR_WORTH = 40
LEVEL_FIRMNESS = 8.0
"""How firmly the level is held to the shipped one, in verdicts' worth of squared log-odds."""
WORTH_FIRMNESS = 40.0
REST_WEIGHT = 8.0
"""What the undecided rest counts as a whole, in verdicts."""
_FIXED = frozenset({ReasonName.ARTICLES, ReasonName.REACH})
_MOST_SHIFT = 2.0
_LEAST_SCALE, _MOST_SCALE = 0.5, 1.5


def learn(parts: Sequence[Parts], judged: Sequence[dict[int, bool]]) -> Lesson | None:
    """Return what the verdicts teach, None as long as they are too few or all of one kind.

    `parts` are the scores of some pairs of documents, `judged` the verdicts on them by row.
    """
    marks = [np.array(sorted(one), dtype=np.int64) for one in judged]
    said = np.array([one[row] for one, rows in zip(judged, marks, strict=True) for row in rows.tolist()])
    if len(said) < FEWEST or min(said.sum(), (~said).sum()) < FEWEST_OF_A_KIND:
        return None
    names = parts[0].names
    values = np.concatenate([one.values[rows] for one, rows in zip(parts, marks, strict=True)])
    rest = np.concatenate(
        [np.delete(one.values, rows, axis=0) for one, rows in zip(parts, marks, strict=True)]
    )
    free = np.array([name not in _FIXED and len(said) >= FEWEST_FOR_WORTH for name in names])
    shift, scales = _fit(values, said.astype(np.float64), _telling(rest), free)
    learnt = {name: float(scale) for name, scale, moves in zip(names, scales, free, strict=True) if moves}
    return Lesson(len(said), shift, learnt)


def _telling(rest: Floats) -> Floats:
    """Return the undecided pairs that are no plain no: only they say anything of the level."""
    telling: Floats = rest[rest.sum(axis=1) > -4.0]
    return telling


def _fit(values: Floats, said: Floats, rest: Floats, free: NDArray[np.bool_]) -> tuple[float, Floats]:
    believed = confidence(rest.sum(axis=1))
    share = REST_WEIGHT / max(len(rest), 1)
    loose = values[:, free], rest[:, free]

    def target(moved: Floats) -> tuple[float, Floats]:
        loss = LEVEL_FIRMNESS * moved[0] ** 2 + WORTH_FIRMNESS * float(moved[1:] @ moved[1:])
        slope = np.concatenate(([2 * LEVEL_FIRMNESS * moved[0]], 2 * WORTH_FIRMNESS * moved[1:]))
        for own, all_of, truth, weight in (
            (loose[0], values, said, 1.0),
            (loose[1], rest, believed, share),
        ):
            log_odds = all_of.sum(axis=1) + moved[0] + own @ moved[1:]
            loss += weight * float((np.logaddexp(0.0, log_odds) - truth * log_odds).sum())
            error = weight * (confidence(log_odds) - truth)
            slope += np.concatenate(([error.sum()], own.T @ error))
        return loss, slope

    from scipy.optimize import minimize  # a third of a second to load, for cases with enough verdicts

    width = int(free.sum())
    bounds = [(-_MOST_SHIFT, _MOST_SHIFT), *[(_LEAST_SCALE - 1, _MOST_SCALE - 1)] * width]
    found = minimize(target, np.zeros(1 + width), jac=True, bounds=bounds, method="L-BFGS-B").x
    scales = np.ones(len(free))
    scales[free] += found[1:]
    return float(found[0]), scales
