"""The vocabulary of a case: which words its statements hold, and how much each one tells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from reconciler.alignment.compounds import compounds
from reconciler.alignment.frequency import NUMBER, background_weight
from reconciler.alignment.similarity import Entry, similarity_of
from reconciler.alignment.values import Document, Relations
from reconciler.model import Word, WordKind

NAME_WEIGHT = 0.7
"""Names are rare everywhere and repeated all over a story, so each tells less than its rarity says."""


def entry_of(word: Word) -> Entry:
    """Return the entry under which a word is counted."""
    return Entry(word.stem, word.lemma, word.kind is WordKind.NUMBER)


def content_words(words: Iterable[Word]) -> list[Word]:
    """Return the words of a statement that carry content, in order."""
    return [word for word in words if word.kind is not WordKind.STOP]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All content words of some documents, in one order that does not depend on theirs.

    `similarity` is symmetric, shape (entries, entries), 1 on its diagonal. `background` is the
    weight of each entry by its frequency in the language. `is_name` and `is_number` mark what
    counts as evidence of its own.
    """

    index: dict[Entry, int]
    similarity: csr_array[np.float64]
    background: NDArray[np.float64]
    is_name: NDArray[np.bool_]
    is_number: NDArray[np.bool_]

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.index)

    def rows(self, statements: Iterable[Iterable[Word]]) -> csr_array[np.float64]:
        """Return which statement holds which entry, 1 or nothing, shape (statements, entries)."""
        columns = [
            sorted({self.index[entry_of(word)] for word in content_words(words)}) for words in statements
        ]
        pointers = np.concatenate(([0], np.cumsum([len(row) for row in columns], dtype=np.int64)))
        indices = np.fromiter(chain.from_iterable(columns), dtype=np.int64, count=int(pointers[-1]))
        return csr_array((np.ones(len(indices)), indices, pointers), shape=(len(columns), len(self)))


def vocabulary_of(documents: Sequence[Document], relations: Relations | None = None) -> Vocabulary:
    """Collect the words of all matched statements, and which of them can stand for each other."""
    forms: defaultdict[Entry, set[tuple[str, str]]] = defaultdict(set)
    as_name: Counter[Entry] = Counter()
    times: Counter[Entry] = Counter()
    for document in documents:
        for word in chain.from_iterable(
            content_words(unit.words) for unit in document.units if unit.kind.is_matched
        ):
            entry = entry_of(word)
            forms[entry].add((document.language, word.norm))
            times[entry] += 1
            as_name[entry] += word.kind is WordKind.NAME
    entries = sorted(forms)
    is_name = np.array([not one.is_number and 2 * as_name[one] > times[one] for one in entries], np.bool_)
    is_number = np.array([entry.is_number for entry in entries], dtype=np.bool_)
    spoken = [{language for language, _ in forms[entry]} for entry in entries]
    similarity = csr_array(similarity_of(entries).maximum(compounds(entries, spoken)))
    if relations is not None:
        related = _related(entries, spoken, is_name | is_number, relations)
        similarity = csr_array(similarity.maximum(related))
    return Vocabulary(
        index={entry: position for position, entry in enumerate(entries)},
        similarity=similarity,
        background=np.array([_weight(entry, forms[entry]) for entry in entries], dtype=np.float64),
        is_name=is_name,
        is_number=is_number,
    )


def _related(
    entries: Sequence[Entry],
    spoken: Sequence[set[str]],
    is_fixed: NDArray[np.bool_],
    relations: Relations,
) -> csr_array[np.float64]:
    """Return how far words stand for each other in their languages; what `is_fixed` has no synonyms."""
    best: dict[tuple[int, int], float] = {}
    for language in sorted(set().union(*spoken)):
        own = [place for place, languages in enumerate(spoken) if language in languages]
        words = [place for place in own if not is_fixed[place]]
        for places, pairs in (
            (own, relations.same_things(language, [entries[place].lemma for place in own])),
            (words, relations.synonyms(language, [entries[place].lemma for place in words])),
        ):
            for one, other, strength in pairs:
                key = places[one], places[other]
                best[key] = max(best.get(key, 0.0), strength)
    rows, columns = (np.array([key[side] for key in best], dtype=np.int64) for side in (0, 1))
    values = np.array(list(best.values()), dtype=np.float64)
    shape = (len(entries), len(entries))
    half = coo_array((values, (rows, columns)), shape=shape)
    return csr_array(half + half.T)


def _weight(entry: Entry, forms: Iterable[tuple[str, str]]) -> float:
    """Return the background weight of the most frequent of a word's forms (language, spelling)."""
    if entry.is_number:
        return NUMBER
    return min(background_weight(language, form, entry.lemma) for language, form in forms)


def best_in_rows(rows: csr_array[np.float64], similarity: csr_array[np.float64]) -> csr_array[np.float64]:
    """Return for each row the best similarity of each entry to any entry the row holds.

    That is the product of the two in which the maximum stands in the place of the sum.
    """
    counts = np.diff(rows.indptr)
    row_of = np.repeat(np.arange(rows.shape[0], dtype=np.int64), counts)
    starts, lengths = similarity.indptr[rows.indices], np.diff(similarity.indptr)[rows.indices]
    total = int(lengths.sum())
    offsets = np.arange(total, dtype=np.int64) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    picked = np.repeat(starts, lengths) + offsets
    keys = np.repeat(row_of, lengths) * similarity.shape[1] + similarity.indices[picked]
    order = np.lexsort((similarity.data[picked], keys))
    keys, values = keys[order], similarity.data[picked][order]
    last = np.append(keys[1:] != keys[:-1], True) if total else np.zeros(0, dtype=np.bool_)
    place = np.divmod(keys[last], max(similarity.shape[1], 1))
    return csr_array((values[last], place), shape=(rows.shape[0], similarity.shape[1]))
