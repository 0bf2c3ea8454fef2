"""Fits the weights of the aligner's model on judged pairs, in the steps that `train_aligner` tells."""

from dataclasses import dataclass

import numpy as np
from aligner_sets import Judged, Set, Vector
from numpy.typing import NDArray
from scipy.optimize import minimize

from reconciler.alignment import MODEL
from reconciler.alignment.evidence import AGAINST, Feature
from reconciler.alignment.level import LevelFeature
from reconciler.alignment.model import (
    Expectation,
    Rule,
    Weights,
    both,
    confidence,
    ordered,
)

MOST_NEGATIVES = 8.0
"""In the first step, pairs that are no links count at most this many times the links of their set."""
SHRINKAGE = 0.03
LEVEL_FREEDOM = 0.01
"""How firmly each pair of documents is held to the common level in the first step."""
ORDER_SHRINKAGE = 0.03
"""More than the sign of the order's weight needs: few of the annotated pairs keep an order."""
LEVEL_SHRINKAGE = 0.0003
EVENT_SHRINKAGE = 0.001
SAME_EVENT_FIRST = 2.0
"""Log-odds before anything is seen that articles put side by side report the same event."""
THIRD_SOURCE = 3.0
RULE = Rule(least=0.355, of_best=0.5, doubt=1.0, whole=12.0, part=1.5)
"""What is shown, and how far its setting goes: the first three by held-out figures, the others by design."""
STEPS = 30
"""Of Newton's method; after about ten nothing changes any more."""


@dataclass(frozen=True, slots=True)
class Table:
    """Judged pairs of all sets: a weight for each row, and the pair of documents it comes from.

    `level` and `event` are those of the pairs of documents, which `records` are.
    """

    records: tuple[Judged, ...]

    features: Vector
    level: Vector
    event: Vector
    linked: Vector
    weight: Vector
    pair: NDArray[np.int64]


def table_of(sets: list[tuple[Set, list[Judged]]], most_negatives: float = np.inf) -> Table:
    """Put the judged pairs of all sets together; each set counts as much as its share says."""
    sets = [
        (one, kept)
        for one, records in sets
        if one.share and (kept := [each for each in records if len(each.seen)])
    ]
    weights = []
    for one, records in sets:
        linked = np.concatenate([record.linked for record in records])
        links = linked.sum()
        # A set of pairs of different events has next to no links, and is there for that.
        capped = (
            min(1.0, most_negatives * links / (len(linked) - links)) if 2 * links >= len(records) else 1.0
        )
        weight = np.where(linked > 0, 1.0, capped)
        weights.append(weight * one.share / weight.sum())
    rows = [record for _, records in sets for record in records]
    weight = np.concatenate(weights)
    return Table(
        records=tuple(rows),
        features=np.concatenate([record.evidence.features[record.seen] for record in rows]),
        level=np.stack([record.level.documents for record in rows]),
        event=np.stack([record.level.event for record in rows]),
        linked=np.concatenate([record.linked for record in rows]),
        weight=weight / weight.sum(),
        pair=np.repeat(np.arange(len(rows)), [len(record.seen) for record in rows]),
    )


def _loss(log_odds: Vector, table: Table) -> tuple[float, Vector]:
    """Return the weighted logistic loss and its derivative by the log-odds of each row."""
    loss = table.weight @ (np.logaddexp(0.0, log_odds) - table.linked * log_odds)
    return float(loss), table.weight * (confidence(log_odds) - table.linked)


def fit_event(sets: list[tuple[Set, list[Judged]]]) -> tuple[float, Vector]:
    """Return bias and weights of what tells whether two documents report the same event.

    Both answers count the same, and the bias is that of articles which were put side by side.
    """
    values = np.stack([record.level.event for _, records in sets for record in records])
    same = np.array([one.same_event for one, records in sets for _ in records], dtype=np.float64)
    weight = np.array([one.events / len(records) for one, records in sets for _ in records])
    weight = weight / np.where(same > 0, weight @ same, weight @ (1.0 - same)) / 2
    centre, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(values)), (values - centre) / spread))
    drawn = np.array([0.0] + [EVENT_SHRINKAGE] * values.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        sure = confidence(scaled @ found)
        slope = scaled.T @ (weight * (sure - same)) + 2 * drawn * found
        bend = (scaled * (weight * sure * (1.0 - sure))[:, None]).T @ scaled + np.diag(2 * drawn)
        found = found - np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    return float(found[0] - weights @ centre) + SAME_EVENT_FIRST, weights


def fit_ranking(table: Table) -> tuple[float, Vector]:
    """Return the bias and the weights of the statements' features."""
    against = np.array([one in AGAINST for one in Feature])
    return _ranking(table, table.features, against, np.full(len(against), SHRINKAGE))


def fit_order(table: Table, ranked: Vector, order: Vector) -> float:
    """Return the weight of the order of two documents beside what was ranked without it."""
    columns = np.column_stack((ranked, order))
    _, (scale, weight) = _ranking(table, columns, np.zeros(2, np.bool_), np.array([0.0, ORDER_SHRINKAGE]))
    return float(weight / scale)


def _ranking(
    table: Table, columns: Vector, against: NDArray[np.bool_], shrinkage: Vector
) -> tuple[float, Vector]:
    """Return the bias and the weights of some columns, by Newton's method.

    The free levels of the pairs of documents are many, but each bends the loss alone: they are
    eliminated. A weight at 0 that would change its sign stays there.
    """
    spread = columns.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(columns)), columns / spread))
    pairs = len(table.level)
    firm = 2 * LEVEL_FREEDOM * np.bincount(table.pair, table.weight, pairs)
    drawn = np.concatenate(([1e-9], 2 * shrinkage))
    least = np.concatenate(([-np.inf], np.where(against, -np.inf, 0.0)))
    most = np.concatenate(([np.inf], np.where(against, 0.0, np.inf)))
    starts = np.searchsorted(table.pair, np.arange(pairs))

    def loss_of(slopes: Vector, levels: Vector) -> float:
        log_odds = scaled @ slopes + levels[table.pair]
        loss, _ = _loss(log_odds, table)
        return loss + float(drawn @ slopes**2 + firm @ levels**2) / 2

    slopes, levels = np.zeros(scaled.shape[1]), np.zeros(pairs)
    for _ in range(STEPS):
        log_odds = scaled @ slopes + levels[table.pair]
        _, error = _loss(log_odds, table)
        bend = table.weight * confidence(log_odds) * (1.0 - confidence(log_odds))
        slope, level_slope = (
            scaled.T @ error + drawn * slopes,
            np.bincount(table.pair, error, pairs) + firm * levels,
        )
        free = ~(((slopes <= least) & (slope > 0)) | ((slopes >= most) & (slope < 0)))
        moving = scaled[:, free]
        bent = moving * bend[:, None]
        own = np.bincount(table.pair, bend, pairs) + firm
        across = np.add.reduceat(bent, starts, axis=0)
        left = moving.T @ bent + np.diag(drawn[free]) - (across.T / own) @ across
        step = np.zeros(len(slopes))
        step[free] = -np.linalg.solve(left, slope[free] - (across.T / own) @ level_slope)
        level_step = -(level_slope + across @ step[free]) / own
        share, before = 1.0, loss_of(slopes, levels)
        while share > 1e-6:
            moved = np.clip(slopes + share * step, least, most), levels + share * level_step
            if loss_of(*moved) <= before + 1e-15:
                break
            share /= 2
        slopes, levels = moved
    return float(slopes[0]), slopes[1:] / spread


def fit_level(table: Table, ranked: Vector, event: Vector) -> Expectation:
    """Return what is to be expected of statements of two documents on the same event.

    `event` are the log-odds that each pair of documents reports the same event.
    """
    columns = np.column_stack((ranked, table.level[table.pair]))
    centre, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(columns)), (columns - centre) / spread))
    drawn = np.array([0.0, 0.0] + [LEVEL_SHRINKAGE] * len(LevelFeature))
    gate = event[table.pair]

    def target(values: Vector) -> tuple[float, Vector]:
        if_same = scaled @ values
        log_odds = both(if_same, gate)
        loss, slope = _loss(log_odds, table)
        slope = slope * confidence(-if_same) / confidence(-log_odds)
        return loss + float(drawn @ values**2), scaled.T @ slope + 2 * drawn * values

    start = np.zeros(scaled.shape[1])
    found = minimize(
        target,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 10_000, "ftol": 0.0, "gtol": 1e-12},
    ).x
    slopes = found[1:] / spread
    return Expectation(float(found[0] - slopes @ centre), float(slopes[0]), tuple(slopes[1:].tolist()))


def ordered_of(table: Table, bias: float, features: Vector, first: Expectation) -> Vector:
    """Return how each row of a table fits into the order of its two documents."""
    return np.concatenate(
        [
            ordered(one.evidence, one.level, first, one.evidence.features @ features + bias)[one.seen]
            for one in table.records
        ]
    )


def fit(sets: list[tuple[Set, list[Judged]]]) -> Weights:
    """Fit all four steps."""
    sets = [(one, records) for one, records in sets if records]
    event_bias, event = fit_event(sets)
    capped, table = table_of(sets, MOST_NEGATIVES), table_of(sets)
    bias, features = fit_ranking(capped)
    ranked, on_event = table.features @ features + bias, table.event @ event + event_bias
    first = fit_level(table, ranked, on_event)
    order = ordered_of(table, bias, features, first)
    weight = fit_order(capped, ranked, order)
    return Weights(
        name=MODEL,
        bias=bias,
        features=tuple(features.tolist()),
        order=weight,
        first=first,
        last=fit_level(table, ranked + weight * order, on_event),
        event_bias=event_bias,
        event=tuple(event.tolist()),
        third_source=THIRD_SOURCE,
        rule=RULE,
    )
