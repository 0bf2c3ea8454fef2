"""Evidence: what speaks for each pair of statements, as matrices computed in bulk.

Every matrix has the shape (matched units of the left, matched units of the right), and swapping the two
documents transposes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from reconciler.alignment.values import Document, Unit
from reconciler.alignment.words import NAME_WEIGHT, Vocabulary, best_in_rows, vocabulary_of

SMOOTHING = 3.0
"""Weight added to that of each statement before it divides: short ones that share all are not sure."""
GRAM = 3
"""Letters of the pieces that wordings are compared by."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document made ready: its matched units as rows over the vocabulary and over pieces of words.

    `rows` are their places among all units, `held` is the weight of each word a unit holds,
    `best` the best similarity of each word of the vocabulary to any word of the unit, `pieces`
    the rarity-weighted pieces, of length 1. `numbers` is what `held` has of numbers.
    """

    rows: NDArray[np.int64]
    held: csr_array[np.float64]
    numbers: csr_array[np.float64]
    best: csr_array[np.float64]
    pieces: csr_array[np.float64]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a case made ready to be compared, two by two.

    `weights` says how much each word of the vocabulary tells: rare in its language, and rare
    here, counting the statements that hold the word or a similar one.
    """

    vocabulary: Vocabulary
    weights: NDArray[np.float64]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is measured on each pair of statements of two documents.

    `words` is the weight of the shared words over that of all words (0 to 1), `numbers` the same
    for those alone, `left_covered` and `right_covered` the share of one statement's words that
    the other has, `wording` the cosine of their pieces of words. `other_numbers` is 1 where both
    have some and share none.
    """

    words: NDArray[np.float64]
    numbers: NDArray[np.float64]
    left_covered: NDArray[np.float64]
    right_covered: NDArray[np.float64]
    wording: NDArray[np.float64]
    other_numbers: NDArray[np.float64]


def corpus_of(documents: Sequence[Document]) -> Corpus:
    """Make documents ready; what is rare is counted over all of them."""
    vocabulary = vocabulary_of(documents)
    units = [[unit for unit in document.units if unit.kind.is_matched] for document in documents]
    held = [vocabulary.rows(unit.words for unit in some) for some in units]
    best = [best_in_rows(rows, vocabulary.similarity) for rows in held]
    weights = _weights(vocabulary, best)
    sides = zip(documents, held, best, _pieces(units), strict=True)
    return Corpus(
        vocabulary,
        weights,
        tuple(
            Side(
                rows=np.array(
                    [row for row, unit in enumerate(document.units) if unit.kind.is_matched], np.int64
                ),
                held=csr_array(rows @ diags_array(weights)),
                numbers=csr_array(rows @ diags_array(weights * vocabulary.is_number)),
                best=near,
                pieces=pieces,
            )
            for document, rows, near, pieces in sides
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


def _pieces(units: Sequence[Sequence[Unit]]) -> list[csr_array[np.float64]]:
    """Return for each document the pieces of its units, weighted by rarity, rows of length 1."""
    texts = [" ".join(word.norm for word in unit.words) for some in units for unit in some]
    counts = _gram_counts(texts)
    present = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log1p(counts.shape[0] / np.maximum(present, 1))
    weighted = csr_array(counts.sqrt() @ diags_array(rarity))
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)))
    weighted = csr_array(diags_array(1.0 / np.maximum(length, 1e-12)) @ weighted)
    ends = np.cumsum([len(some) for some in units])
    return [csr_array(weighted[end - len(some) : end]) for end, some in zip(ends, units, strict=True)]


def _gram_counts(texts: Sequence[str]) -> csr_array[np.float64]:
    """Count the runs of `GRAM` letters in each text, one column for each run in sorted order."""
    padded = [f" {text} " for text in texts]
    letters = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(
        np.int64
    )
    row_of = np.repeat(np.arange(len(padded), dtype=np.int64), [len(text) for text in padded])
    count = max(len(letters) - GRAM + 1, 0)
    codes = np.zeros(count, dtype=np.int64)
    for offset in range(GRAM):
        codes = (codes << 21) | letters[offset : offset + count]
    inside = row_of[:count] == row_of[len(row_of) - count :]
    grams, columns = np.unique(codes[inside], return_inverse=True)
    rows = row_of[:count][inside]
    counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(grams)))
    counts.sum_duplicates()
    return counts


def evidence_of(corpus: Corpus, left: int, right: int) -> Evidence:
    """Measure every pair of units of two of the corpus' documents."""
    one, two = corpus.sides[left], corpus.sides[right]
    words, forth, back = _shared(one.held, two.held, one, two)
    numbers, _, _ = _shared(one.numbers, two.numbers, one, two)
    both = (one.numbers.sum(axis=1) > 0)[:, None] & (two.numbers.sum(axis=1) > 0)[None, :]
    return Evidence(
        words=words,
        numbers=numbers,
        left_covered=forth,
        right_covered=back,
        wording=np.clip((one.pieces @ two.pieces.T).toarray(), 0.0, 1.0),
        other_numbers=(both & (numbers <= 0)).astype(np.float64),
    )


def _shared(
    first: csr_array[np.float64], second: csr_array[np.float64], one: Side, two: Side
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the shared weight over all weight, and the share of each side that is covered."""
    weight_first: NDArray[np.float64] = first.sum(axis=1)[:, None]
    weight_second: NDArray[np.float64] = second.sum(axis=1)[None, :]
    forth = (first @ two.best.T).toarray()
    back = (second @ one.best.T).toarray().T
    score = (forth + back) / 2 / np.sqrt((weight_first + SMOOTHING) * (weight_second + SMOOTHING))
    return score, forth / np.maximum(weight_first, 1e-12), back / np.maximum(weight_second, 1e-12)
