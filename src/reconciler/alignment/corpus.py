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
from reconciler.model import StatementKind

UNSEEN = 4
"""Statements that each document is taken to have besides its own: of a short one little is known."""
_OPENING = frozenset({StatementKind.TITLE, StatementKind.LEAD})


@dataclass(frozen=True, slots=True)
class Side:
    """One document made ready: its matched units as rows over the vocabulary and over pieces of words.

    `rows` are their places among all units, `held` is the weight of each word a unit holds,
    `best` the best similarity of each word of the vocabulary to any word of the unit, `pieces`
    the rarity-weighted pieces, of length 1. `told` is what the units' signals say. `is_title` and
    `opens` mark titles, and titles and leads.
    """

    rows: NDArray[np.int64]
    is_title: NDArray[np.bool_]
    opens: NDArray[np.bool_]
    held: csr_array[np.float64]
    best: csr_array[np.float64]
    pieces: csr_array[np.float64]
    told: Told


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a case made ready to be compared, two by two.

    `weights` says how much each word of the vocabulary tells: rare in its language, and rare
    in every document, counting the statements that hold the word or a similar one.
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
    parts = zip(documents, units, held, best, pieces_of(units), told_of(units), strict=True)
    return Corpus(
        vocabulary,
        weights,
        tuple(
            Side(
                rows=np.array(
                    [row for row, unit in enumerate(document.units) if unit.kind.is_matched], np.int64
                ),
                is_title=np.array([unit.kind is StatementKind.TITLE for unit in some], np.bool_),
                opens=np.array([unit.kind in _OPENING for unit in some], np.bool_),
                held=csr_array(rows @ diags_array(weights)),
                best=near,
                pieces=pieces,
                told=told,
            )
            for document, some, rows, near, pieces, told in parts
        ),
    )


def _weights(vocabulary: Vocabulary, best: Sequence[csr_array[np.float64]]) -> NDArray[np.float64]:
    """Weigh words by the root of their background weight and the square of their rarity here.

    A word is as rare as it is in the document that holds it most: what one author says again and
    again tells little of any of his statements, however seldom the other one says it.
    """
    statements = sum(near.shape[0] for near in best)
    share = np.full(len(vocabulary), 1.0 / max(statements, 1))
    for near in best:
        np.maximum(share, near.sum(axis=0) / (near.shape[0] + UNSEEN), out=share)
    rarity = np.log1p(1.0 / share) / np.log1p(max(statements, 1))
    kind = np.where(vocabulary.is_name, NAME_WEIGHT, 1.0)
    weights: NDArray[np.float64] = 2.0 * np.sqrt(vocabulary.background) * rarity**2 * kind
    return weights
