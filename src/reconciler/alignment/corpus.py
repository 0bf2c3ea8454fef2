"""The documents of a case made ready to be compared: which statement holds what, and how much it tells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from reconciler.alignment.pieces import pieces_of
from reconciler.alignment.values import Document, Relations
from reconciler.alignment.vocabulary import NAME_WEIGHT, Vocabulary, best_in_rows, vocabulary_of
from reconciler.alignment.worth import Told, told_of


@dataclass(frozen=True, slots=True)
class Side:
    """One document made ready: its matched units as rows over the vocabulary and over pieces of words.

    `rows` are their places among all units, `held` is the weight of each word a unit holds,
    `best` the best similarity of each word of the vocabulary to any word of the unit, `pieces`
    the rarity-weighted pieces, of length 1. `told` is what the units' signals say.
    """

    rows: NDArray[np.int64]
    held: csr_array[np.float64]
    best: csr_array[np.float64]
    pieces: csr_array[np.float64]
    told: Told


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a case made ready to be compared, two by two.

    `weights` says how much each word of the vocabulary tells: rare in its language, and rare
    here, counting the statements that hold the word or a similar one.
    """

    vocabulary: Vocabulary
    weights: NDArray[np.float64]
    sides: tuple[Side, ...]


def corpus_of(documents: Sequence[Document], relations: Relations | None = None) -> Corpus:
    """Make documents ready; what is rare is counted over all of them."""
    vocabulary = vocabulary_of(documents, relations)
    units = [[unit for unit in document.units if unit.kind.is_matched] for document in documents]
    held = [vocabulary.rows(unit.words for unit in some) for some in units]
    best = [best_in_rows(rows, vocabulary.similarity) for rows in held]
    weights = _weights(vocabulary, best)
    parts = zip(documents, held, best, pieces_of(units), told_of(units), strict=True)
    return Corpus(
        vocabulary,
        weights,
        tuple(
            Side(
                rows=np.array(
                    [row for row, unit in enumerate(document.units) if unit.kind.is_matched], np.int64
                ),
                held=csr_array(rows @ diags_array(weights)),
                best=near,
                pieces=pieces,
                told=told,
            )
            for document, rows, near, pieces, told in parts
        ),
    )


def _weights(vocabulary: Vocabulary, best: Sequence[csr_array[np.float64]]) -> NDArray[np.float64]:
    """Weigh words by background frequency and by the square of their rarity in the case."""
    statements = sum(near.shape[0] for near in best)
    holding = np.zeros(len(vocabulary))
    for near in best:
        holding += near.sum(axis=0)
    rarity = np.log1p(statements / np.maximum(holding, 1.0)) / np.log1p(max(statements, 1))
    kind = np.where(vocabulary.is_name, NAME_WEIGHT, 1.0)
    weights: NDArray[np.float64] = vocabulary.background * rarity**2 * kind
    return weights
