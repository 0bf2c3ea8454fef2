"""Words that are made of words, in languages that write them as one: Wildbienen has Bienen in it.

A plain version of a text takes them apart (Geh-Weg, Bienen-Arten) or says the last part alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from scipy.sparse import coo_array, csr_array

from reconciler.alignment.similarity import SHORTEST, Entry, unaccented

LANGUAGES = frozenset({"da", "de", "nb", "nl", "nn", "no", "sv"})
"""Languages that write a noun of several as one word, and have articles in them."""
SAME_PART = 0.9
"""Similarity of a word to a part that is nearly all of it; less by the root of the part's share."""
LEAST_REST = 2
"""Letters that a word must have besides its part: be-zahlen counts, the ending of a form does not."""


def compounds(entries: Sequence[Entry], spoken: Sequence[Collection[str]]) -> csr_array[np.float64]:
    """Return how alike words are to their own first or last part, (entries, entries) and symmetric.

    A part is a word of the vocabulary; `spoken` are the languages that each entry stands in. Words
    that differ by hyphens alone are the same.
    """
    places: defaultdict[str, set[int]] = defaultdict(set)
    for place, (entry, languages) in enumerate(zip(entries, spoken, strict=True)):
        if not entry.is_number and not LANGUAGES.isdisjoint(languages):
            for form in _forms(entry):
                places[form].add(place)
    found: dict[tuple[int, int], float] = {}
    for word, own in places.items():
        for alike, others in ((1.0, own), *_parts(word, places)):
            for one, other in product(own, others):
                key = min(one, other), max(one, other)
                if one != other:
                    found[key] = max(found.get(key, 0.0), alike)
    rows, columns = (np.array([key[side] for key in found], dtype=np.int64) for side in (0, 1))
    values = np.array(list(found.values()), dtype=np.float64)
    half = coo_array((values, (rows, columns)), shape=(len(entries), len(entries)))
    return csr_array(half + half.T)


def _parts(word: str, places: Mapping[str, set[int]]) -> Iterator[tuple[float, set[int]]]:
    """Yield how alike a word is to each of its parts, and where these stand."""
    for length in range(SHORTEST, len(word) - LEAST_REST + 1):
        for part in (word[:length], word[-length:]):
            if part in places:
                yield SAME_PART * (length / len(word)) ** 0.5, places[part]


def _forms(entry: Entry) -> set[str]:
    """Return both forms of a word: a stem may have lost more of a compound than of its part."""
    return {unaccented(form).replace("-", "") for form in (entry.stem, entry.lemma)}
