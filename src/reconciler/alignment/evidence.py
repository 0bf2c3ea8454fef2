"""What speaks for each pair of statements of two documents, measured in bulk.

The share of weighted words that both have is symmetric, and swapping the two documents transposes it:
u(i, j) = (c(i→j) + c(j→i)) / 2√((W_i + 3)(W_j + 3)), c(i→j) the sum over the words of i of their weight
times their best similarity to a word of j, W the sum of weights.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.sparse import coo_array, csr_array, diags_array, hstack

from reconciler.alignment.corpus import Corpus, Side
from reconciler.alignment.scan import Floats, Outline, Places, Scan, scan

SMOOTHING = 3.0
"""Weight added to that of each statement before it divides: short ones that share all are not sure."""
_AT_ONCE = 100_000
"""Pairs whose words are gathered at a time."""


class Feature(StrEnum):
    """What the model sees of a pair of statements.

    `words` is u; the `_out` ones say how far a pair stands out of its row and its column by u or by
    the cosine of pieces of words, the `_lead` ones how it compares with the best others of both: u by
    difference, wording by share. `parallel` is the best u of the statements one step before or after
    both, `beside` that of one statement with a neighbour of the other. `figures` and `days` are how
    rare equal ones are; `other_numbers` is 1 where both have numbers and share none.
    """

    WORDS = "words"
    WORDS_OUT = "words_out"
    WORDS_LEAD = "words_lead"
    WORDING_OUT = "wording_out"
    WORDING_LEAD = "wording_lead"
    PARALLEL = "parallel"
    BESIDE = "beside"
    FIGURES = "figures"
    DAYS = "days"
    OTHER_NUMBERS = "other_numbers"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured on the pairs of statements of two documents that were looked at.

    `rows` and `columns` are places among the matched units, in reading order. `features` has one
    column for each `Feature`. `outline` is that of u over all pairs.
    """

    shape: tuple[int, int]
    rows: Places
    columns: Places
    features: Floats
    outline: Outline

    @property
    def words(self) -> Floats:
        """The share of weighted words that both have, u, of each pair."""
        return self.features[:, list(Feature).index(Feature.WORDS)]


def evidence_of(
    corpus: Corpus, left: int, right: int, step: Callable[[float], None] = lambda _: None
) -> Evidence:
    """Measure the pairs of units of two of the corpus' documents; `step` is told how much is done."""
    one, other = corpus.sides[left], corpus.sides[right]
    found = scan(_halves(one, other), (one.pieces, other.pieces), step)
    rows, columns = found.rows, found.columns
    measured = _features(found, one, other)
    return Evidence(
        shape=(len(one.rows), len(other.rows)),
        rows=rows,
        columns=columns,
        features=np.column_stack([measured[feature] for feature in Feature]),
        outline=found.outline_words,
    )


def _halves(one: Side, other: Side) -> tuple[csr_array[np.float64], csr_array[np.float64]]:
    """Return the two matrices whose product is u."""
    norms = [diags_array(1.0 / np.sqrt(side.held.sum(axis=1) + SMOOTHING)) for side in (one, other)]
    left = hstack([norms[0] @ one.held * 0.5, norms[0] @ one.best * 0.5], format="csr")
    right = hstack([norms[1] @ other.best, norms[1] @ other.held], format="csr")
    return csr_array(left), csr_array(right)


def _features(found: Scan, one: Side, other: Side) -> dict[Feature, Floats]:
    rows, columns = found.rows, found.columns
    shape = len(one.rows), len(other.rows)
    words, wording = found.outline_words, found.outline_wording
    next_words, next_wording = (
        np.add(*outline.best_others(rows, columns, values))
        for outline, values in ((words, found.words), (wording, found.wording))
    )
    near = csr_array(coo_array((found.words, (rows, columns)), shape=shape))
    one_told, other_told = one.told, other.told
    counts = one_told.numbers.sum(axis=1) > 0, other_told.numbers.sum(axis=1) > 0
    both_count = counts[0][rows] & counts[1][columns]
    same_number = _product(one_told.numbers, other_told.numbers, rows, columns) > 0
    return {
        Feature.WORDS: found.words,
        Feature.WORDS_OUT: words.standing_out(rows, columns, found.words),
        Feature.WORDS_LEAD: found.words - next_words / 2,
        Feature.WORDING_OUT: wording.standing_out(rows, columns, found.wording),
        Feature.WORDING_LEAD: found.wording / (found.wording + next_wording + 1e-6),
        Feature.PARALLEL: _around(near, rows, columns, ((-1, -1), (1, 1))),
        Feature.BESIDE: _around(near, rows, columns, ((-1, 0), (1, 0), (0, -1), (0, 1))),
        Feature.FIGURES: np.minimum(_product(one_told.figures, other_told.figures, rows, columns), 1.0),
        Feature.DAYS: np.minimum(_product(one_told.days, other_told.days, rows, columns), 1.0),
        Feature.OTHER_NUMBERS: (both_count & ~same_number).astype(np.float64),
    }


def _around(
    near: csr_array[np.float64], rows: Places, columns: Places, steps: tuple[tuple[int, int], ...]
) -> Floats:
    """Return the best u of the pairs some steps away."""
    best = np.zeros(len(rows))
    for down, right in steps:
        there = rows + down, columns + right
        inside = (there[0] >= 0) & (there[0] < near.shape[0]) & (there[1] >= 0) & (there[1] < near.shape[1])
        best[inside] = np.maximum(best[inside], _cells(near, there[0][inside], there[1][inside]))
    return best


def _cells(matrix: csr_array[np.float64], rows: Places, columns: Places) -> Floats:
    return np.asarray(matrix[rows, columns]).ravel() if len(rows) else np.zeros(0)


def _product(
    first: csr_array[np.float64], second: csr_array[np.float64], rows: Places, columns: Places
) -> Floats:
    """Return some cells of a product whose other cells are mostly empty."""
    return _cells(csr_array(first @ second.T), rows, columns)


def covered(corpus: Corpus, pair: tuple[int, int], evidence: Evidence) -> tuple[Floats, Floats]:
    """Return the share of the left and of the right statement's weighted words that the other has."""
    one, other = corpus.sides[pair[0]], corpus.sides[pair[1]]
    rows, columns = evidence.rows, evidence.columns
    return _covered(one, other, rows, columns), _covered(other, one, columns, rows)


def _covered(one: Side, other: Side, rows: Places, columns: Places) -> Floats:
    weight = np.maximum(one.held.sum(axis=1), 1e-12)
    shared = np.zeros(len(rows))
    for start in range(0, len(rows), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        shared[part] = one.held[rows[part]].multiply(other.best[columns[part]]).sum(axis=1)
    share: Floats = np.minimum(shared / weight[rows], 1.0)
    return share
