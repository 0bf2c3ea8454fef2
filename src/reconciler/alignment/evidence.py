"""What speaks for each pair of statements of two documents, measured in bulk.

The share of weighted words that both have is symmetric, and swapping the two documents transposes it:
u(i, j) = (c(i→j) + c(j→i)) / 2√((W_i + 4)(W_j + 4)), c(i→j) the sum over the words of i of their weight
times their best similarity to a word of j, W the sum of weights.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.sparse import csr_array, diags_array

from reconciler.alignment.corpus import Corpus, Side
from reconciler.alignment.scan import Covering, Floats, Outline, Places, Scan, scan
from reconciler.alignment.surroundings import BESIDE, PARALLEL, Surroundings

SMOOTHING = 4.0
"""Weight added to that of each statement before it divides: short ones that share all are not sure."""
_LEAST_BEST = 0.02
"""Added to the best of a row or column: where all share next to nothing, nothing comes near the best."""
_AT_ONCE = 100_000
"""Pairs whose words are gathered at a time."""


class Feature(StrEnum):
    """What the model sees of a pair of statements.

    `words` is u, `contained` the share of the statement more of which is shared. `wording` is the
    cosine of pieces of words; the `_out` ones say how far a pair stands out of its row and its column,
    the `_lead` ones how it compares with the best others of both: u by difference, wording by share.
    `words_best` is how near u comes to the best of its row or of its column.
    `parallel` is how far the better of the pairs one step before and after both stands out by u,
    `beside` the best u of one statement with a neighbour of the other, `passage` how u together with
    that of the pairs around compares with the best others, `vicinity` how far the pairs up to two
    steps away stand out. `figures` and `days` are how rare equal
    ones are; `other_numbers` is 1 where both have numbers and share none. `apart` is how far from each
    other the two stand, in lengths of an article; `titles` and `openings` are 1 for two titles and for
    two titles or leads.
    """

    WORDS = "words"
    WORDS_OUT = "words_out"
    WORDS_LEAD = "words_lead"
    WORDS_BEST = "words_best"
    CONTAINED = "contained"
    WORDING = "wording"
    WORDING_OUT = "wording_out"
    WORDING_LEAD = "wording_lead"
    PARALLEL = "parallel"
    BESIDE = "beside"
    PASSAGE = "passage"
    VICINITY = "vicinity"
    FIGURES = "figures"
    DAYS = "days"
    OTHER_NUMBERS = "other_numbers"
    APART = "apart"
    TITLES = "titles"
    OPENINGS = "openings"


AGAINST = frozenset({Feature.OTHER_NUMBERS, Feature.APART})
"""What may only speak against a match; all else only for it."""


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
    found = scan(_covering(one, other), (one.pieces, other.pieces), step)
    rows, columns = found.rows, found.columns
    measured = _features(found, one, other)
    return Evidence(
        shape=(len(one.rows), len(other.rows)),
        rows=rows,
        columns=columns,
        features=np.column_stack([measured[feature] for feature in Feature]),
        outline=found.outline_words,
    )


def _covering(one: Side, other: Side) -> Covering:
    """Return the factors of the share of each statement's weighted words that one of the other side has."""
    sums = [side.held.sum(axis=1) + SMOOTHING for side in (one, other)]
    shares = [
        csr_array(diags_array(1.0 / total) @ side.held)
        for total, side in zip(sums, (one, other), strict=True)
    ]
    return Covering((shares[0], other.best), (one.best, shares[1]), (np.sqrt(sums[0]), np.sqrt(sums[1])))


def _features(found: Scan, one: Side, other: Side) -> dict[Feature, Floats]:
    rows, columns = found.rows, found.columns
    words, wording = found.outline_words, found.outline_wording
    around = Surroundings((len(one.rows), len(other.rows)), rows, columns)
    out = words.standing_out(rows, columns, found.words)
    next_words, next_wording = (
        np.add(*outline.best_others(rows, columns, values))
        for outline, values in ((words, found.words), (wording, found.wording))
    )
    best = np.minimum(words.best[0][rows], words.best[1][columns])
    one_told, other_told = one.told, other.told
    counts = one_told.numbers.sum(axis=1) > 0, other_told.numbers.sum(axis=1) > 0
    both_count = counts[0][rows] & counts[1][columns]
    same_number = _product(one_told.numbers, other_told.numbers, rows, columns) > 0
    return {
        Feature.WORDS: found.words,
        Feature.WORDS_OUT: out,
        Feature.WORDS_LEAD: found.words - next_words / 2,
        Feature.WORDS_BEST: found.words / (best + _LEAST_BEST),
        Feature.CONTAINED: found.contained,
        Feature.WORDING: found.wording,
        Feature.WORDING_OUT: wording.standing_out(rows, columns, found.wording),
        Feature.WORDING_LEAD: found.wording / (found.wording + next_wording + 1e-6),
        Feature.PARALLEL: around.best(out, PARALLEL),
        Feature.BESIDE: around.best(found.words, BESIDE),
        Feature.PASSAGE: around.lead_of_passages(found.words),
        Feature.VICINITY: around.vicinity(out),
        Feature.FIGURES: np.minimum(_product(one_told.figures, other_told.figures, rows, columns), 1.0),
        Feature.DAYS: np.minimum(_product(one_told.days, other_told.days, rows, columns), 1.0),
        Feature.OTHER_NUMBERS: (both_count & ~same_number).astype(np.float64),
        Feature.APART: np.abs(_progress(one)[rows] - _progress(other)[columns]),
        Feature.TITLES: (one.is_title[rows] & other.is_title[columns]).astype(np.float64),
        Feature.OPENINGS: (one.opens[rows] & other.opens[columns]).astype(np.float64),
    }


def _progress(side: Side) -> Floats:
    """Return how far into its document each statement stands, from 0 to 1."""
    progress: Floats = np.arange(len(side.rows)) / max(len(side.rows) - 1, 1)
    return progress


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
