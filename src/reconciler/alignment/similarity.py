"""Which words are alike, and how much: the similarity of every two words of a vocabulary.

The largest of: 1 for the same lemma or the same stem; 0.9 for the same root, four letters or
more, with an ending of derivation; 0.9 times the square of the Jaro–Winkler similarity of the
stems from 0.9 on. Numbers are alike only when equal.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist
from scipy.sparse import coo_array, csr_array

from reconciler.resources import resource_path

SHORTEST = 4
"""Letters that a stem or a root needs before it can be alike without being equal."""
SAME_ROOT = 0.9
LEAST_FUZZY = 0.9
"""Jaro–Winkler similarity from which on two stems may be spellings of one word."""
FUZZY_SCALE = 0.9
LEAST_LENGTH = 0.5
"""Share of the longer stem that the shorter one must exceed: Jaro–Winkler forgives what is missing."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One word of the vocabulary: what the forms of a word have in common."""

    stem: str
    lemma: str
    is_number: bool


def similarity_of(entries: Sequence[Entry]) -> csr_array[np.float64]:
    """Return the similarity of every two entries, shape (entries, entries), symmetric and sparse."""
    plain = [unaccented(entry.stem) for entry in entries]
    roots = [() if entry.is_number else roots_of(stem) for entry, stem in zip(entries, plain, strict=True)]
    similarity = _sharing([[(entry.is_number, entry.stem)] for entry in entries])
    similarity = similarity.maximum(_sharing([[(entry.is_number, entry.lemma)] for entry in entries]))
    similarity = similarity.maximum(_sharing(roots) * SAME_ROOT)
    return csr_array(similarity.maximum(_fuzzy(entries, plain)))


def roots_of(stem: str) -> tuple[str, ...]:
    """Return what the stem may derive from: itself, and itself without an ending of derivation."""
    endings = _endings()
    return tuple(
        stem[:length]
        for length in range(SHORTEST, len(stem) + 1)
        if length == len(stem) or stem[length:] in endings
    )


@cache
def _endings() -> frozenset[str]:
    text = resource_path("alignment", "suffixes.txt").read_text(encoding="utf-8")
    return frozenset(
        ending for line in text.splitlines() if not line.startswith("#") for ending in line.split()
    )


def _sharing(forms: Sequence[Iterable[Hashable]]) -> csr_array[np.float64]:
    """Return 1 for every two entries that have a form in common, shape (entries, entries)."""
    numbers: dict[Hashable, int] = {}
    places = [
        (row, numbers.setdefault(form, len(numbers))) for row, some in enumerate(forms) for form in some
    ]
    rows, columns = np.array(places, dtype=np.int64).reshape(-1, 2).T
    group = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(forms), len(numbers)))
    shared = csr_array(group @ group.T)
    shared.data[:] = 1.0
    return shared


def _fuzzy(entries: Sequence[Entry], plain: Sequence[str]) -> csr_array[np.float64]:
    """Return the similarity of stems that are spelt alike, bucket by bucket of the first letter.

    Words that differ in their first letter hardly ever reach the threshold, and buckets keep
    large vocabularies from being compared all with all.
    """
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for position, (entry, stem) in enumerate(zip(entries, plain, strict=True)):
        if not entry.is_number and len(stem) >= SHORTEST:
            buckets[stem[0]].append(position)
    shape = (len(entries), len(entries))
    result: csr_array[np.float64] = csr_array(shape, dtype=np.float64)
    found = [_alike(np.array(buckets[letter], dtype=np.int64), plain) for letter in sorted(buckets)]
    if found:
        rows, columns, values = (np.concatenate(parts) for parts in zip(*found, strict=True))
        result = csr_array(coo_array((values, (rows, columns)), shape=shape))
    return result


def _alike(
    members: NDArray[np.int64], plain: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return row, column and similarity of every two of some entries that are spelt alike."""
    stems = [plain[member] for member in members]
    ratios = cdist(stems, stems, scorer=JaroWinkler.similarity, score_cutoff=LEAST_FUZZY, dtype=np.float64)
    length = np.array([len(stem) for stem in stems])
    near = np.minimum(length[:, None], length) > LEAST_LENGTH * np.maximum(length[:, None], length)
    rows, columns = np.nonzero(near & (ratios > 0))
    return members[rows], members[columns], FUZZY_SCALE * ratios[rows, columns] ** 2


def unaccented(text: str) -> str:
    """Return the text without accents: État and Etat are spellings of one word."""
    if text.isascii():
        return text
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
