"""Wordings taken to pieces: runs of three letters, weighted by how rare they are in the case."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from reconciler.alignment.values import Unit

GRAM = 3
"""Letters of the pieces that wordings are compared by."""
MOST_HOLDING = 500
"""A piece that more statements hold is left out of the comparison: it tells next to nothing by then."""


def pieces_of(units: Sequence[Sequence[Unit]]) -> list[csr_array[np.float64]]:
    """Return for each document the pieces of its units, weighted by rarity, rows of length 1 at most."""
    texts = [" ".join(word.norm for word in unit.words) for some in units for unit in some]
    counts = _gram_counts(texts)
    present = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log1p(counts.shape[0] / np.maximum(present, 1))
    weighted = csr_array(counts.sqrt() @ diags_array(rarity))
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)))
    weighted = csr_array(diags_array(1.0 / np.maximum(length, 1e-12)) @ weighted)
    if present.size and int(present.max()) > MOST_HOLDING:
        weighted = csr_array(weighted @ diags_array((present <= MOST_HOLDING).astype(np.float64)))
        weighted.eliminate_zeros()
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
    codes: NDArray[np.int64] = np.zeros(count, dtype=np.int64)
    for offset in range(GRAM):
        codes = (codes << 21) | letters[offset : offset + count]
    inside = row_of[:count] == row_of[len(row_of) - count :]
    grams, columns = np.unique(codes[inside], return_inverse=True)
    rows = row_of[:count][inside]
    counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(grams)))
    counts.sum_duplicates()
    return counts
