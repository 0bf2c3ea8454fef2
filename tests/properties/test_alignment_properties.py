"""What holds of any alignment, and a slow twin of the arithmetic on shared words."""

from collections.abc import Sequence
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from scipy.sparse import csr_array

from reconciler.alignment import Document, PairAlignment, ReasonName, Unit, align
from reconciler.alignment.corpus import corpus_of
from reconciler.alignment.evidence import Feature, evidence_of
from reconciler.alignment.evidence import covered as covered_shares
from reconciler.alignment.frequency import background_weight
from reconciler.alignment.scan import Covering, scan
from reconciler.alignment.similarity import Entry, roots_of, unaccented
from reconciler.alignment.vocabulary import entry_of
from reconciler.model import SourceId, Span, StatementId, StatementKind, Word, WordKind

# The first alignment of a process loads libraries and word lists, and no test here is timed.
untimed = settings(deadline=None)

# Few stems, many of them alike, so that words meet in every way they can.
STEMS = (
    "arme", "armement", "armé", "belg", "belgiqu", "belgorod", "utilis", "utilisation", "etat", "état",
    "cour", "coup", "frapp", "frapper", "12", "15", "1984", "", "é", "kiev", "la", "\U0001f600", "\ud800",
)  # fmt: skip


@st.composite
def words(draw: st.DrawFn) -> Word:
    stem = draw(st.sampled_from(STEMS))
    lemma = draw(st.sampled_from((stem, stem + "er", "lemme")))
    kind = draw(st.sampled_from(WordKind))
    if kind is WordKind.NUMBER:
        lemma = stem
    return Word(0, 1, lemma, lemma, stem, kind)


@st.composite
def documents(
    draw: st.DrawFn, number: int = 1, kinds: Sequence[StatementKind] = tuple(StatementKind)
) -> Document:
    units = draw(
        st.lists(
            st.builds(
                Unit,
                id=st.just(StatementId(0)),
                kind=st.sampled_from(kinds),
                text=st.text(max_size=5).map(lambda text: f"x{text}"),
                words=st.lists(words(), max_size=5).map(tuple),
            ),
            max_size=6,
        )
    )
    named = tuple(
        Unit(StatementId(100 * number + place), unit.kind, unit.text, unit.words)
        for place, unit in enumerate(units)
    )
    return Document(SourceId(number), draw(st.sampled_from(("fr", "en", "und"))), None, named)


def called(document: Document, number: int) -> Document:
    """Return the document as another source."""
    return Document(SourceId(number), document.language, document.published, document.units)


def table(pair: PairAlignment) -> NDArray[np.float64]:
    """Return the confidence of every pair."""
    assert pair.scores is not None
    return pair.scores.dense()


def told(pair: PairAlignment) -> dict[tuple[int, int], tuple[float, frozenset[tuple[str, float]]]]:
    """Return what is said of each proposal, without the order of its sides."""
    return {
        (one.left, one.right): (one.confidence, frozenset((part.name, part.value) for part in one.reasons))
        for one in pair.proposals
    }


@untimed
@given(documents(1), documents(2))
def test_swapping_the_two_documents_transposes_everything(one: Document, two: Document) -> None:
    (forth,) = align([one, two])
    (back,) = align([called(two, 1), called(one, 2)])
    assert np.allclose(table(forth), table(back).T, rtol=0, atol=1e-12)
    turned = {(right, left): rest for (left, right), rest in told(back).items()}
    # Sums are taken side by side, so only their last bits may depend on the order.
    assert told(forth).keys() == turned.keys()
    for link, (confidence, reasons) in told(forth).items():
        assert confidence == pytest.approx(turned[link][0], abs=1e-12)
        assert dict(reasons) == pytest.approx(dict(turned[link][1]), abs=1e-12)


@untimed
@given(st.tuples(*(documents(number) for number in (1, 2, 3))), st.permutations([0, 1, 2]))
def test_the_order_in_which_documents_are_given_changes_nothing(
    given_documents: tuple[Document, ...], order: list[int]
) -> None:
    one, two = align(given_documents), align([given_documents[place] for place in order])
    assert [(pair.left, pair.right) for pair in one] == [(pair.left, pair.right) for pair in two]
    for first, second in zip(one, two, strict=True):
        assert first.proposals == second.proposals
        assert np.array_equal(table(first), table(second))


@untimed
@given(st.tuples(*(documents(number) for number in (1, 2, 3))), st.permutations([1, 2, 3]))
def test_the_order_in_which_sources_were_added_changes_nothing(
    given_documents: tuple[Document, ...], numbers: list[int]
) -> None:
    plain = {(pair.left, pair.right): table(pair) for pair in align(given_documents)}
    renamed = [called(document, number) for document, number in zip(given_documents, numbers, strict=True)]
    for pair in align(renamed):
        one, two = numbers.index(pair.left) + 1, numbers.index(pair.right) + 1
        expected = plain[SourceId(one), SourceId(two)] if one < two else plain[SourceId(two), SourceId(one)].T
        assert np.allclose(table(pair), expected, rtol=0, atol=1e-12)


@untimed
@given(documents(1), documents(2))
def test_scores_are_probabilities_of_matched_statements_only(one: Document, two: Document) -> None:
    (pair,) = align([one, two])
    assert table(pair).shape == (len(one.units), len(two.units))
    for row, left in enumerate(one.units):
        for column, right in enumerate(two.units):
            if left.kind.is_matched and right.kind.is_matched:
                assert 0.0 < table(pair)[row, column] < 1.0
            else:
                assert table(pair)[row, column] == 0.0


@untimed
@given(documents(1), documents(2))
def test_proposals_join_matched_statements_of_either_source_and_say_why(one: Document, two: Document) -> None:
    (pair,) = align([one, two])
    left = {unit.id: unit for unit in one.units}
    right = {unit.id: unit for unit in two.units}
    places = [
        (pair.left_units.index(link.left), pair.right_units.index(link.right)) for link in pair.proposals
    ]
    assert places == sorted(set(places))
    for link, place in zip(pair.proposals, places, strict=True):
        assert left[link.left].kind.is_matched
        assert right[link.right].kind.is_matched
        assert link.confidence == table(pair)[place]
        assert link.reasons[0].name == ReasonName.WORDS
        assert len({reason.name for reason in link.reasons}) == len(link.reasons)
        for reason in link.reasons:
            assert np.isfinite(reason.value)
            assert reason.name in set(ReasonName)
            assert set(reason.left) <= {Span(word.start, word.end) for word in left[link.left].words}


@untimed
@given(documents(1), documents(2))
def test_any_pair_can_be_asked_for(one: Document, two: Document) -> None:
    (pair,) = align([one, two])
    for row, left in enumerate(one.units):
        for column, right in enumerate(two.units):
            asked = pair.proposal_for(left.id, right.id)
            assert asked.confidence == table(pair)[row, column]
            assert asked.reasons[0].name == ReasonName.WORDS


@untimed
@given(documents(1, (StatementKind.SENTENCE,)))
def test_a_document_against_its_own_copy_is_symmetric(document: Document) -> None:
    (pair,) = align([document, called(document, 2)])
    assert np.allclose(table(pair), table(pair).T, rtol=0, atol=1e-12)


# --- The slow twin: the definitions, word by word and pair by pair. ---


def likeness(one: Entry, other: Entry) -> float:
    """Return the similarity of two words, straight from its definition."""
    if one.is_number != other.is_number:
        return 0.0
    if one.stem == other.stem or one.lemma == other.lemma:
        return 1.0
    if one.is_number:
        return 0.0
    first, second = unaccented(one.stem), unaccented(other.stem)
    best = 0.9 if set(roots_of(first)) & set(roots_of(second)) else 0.0
    short, long = sorted((len(first), len(second)))
    if short >= 4 and short > long / 2 and first[0] == second[0]:
        ratio = JaroWinkler.similarity(first, second)
        best = max(best, 0.9 * ratio**2 if ratio >= 0.9 else 0.0)
    return best


def entries_of(unit: Unit) -> set[Entry]:
    return {entry_of(word) for word in unit.words if word.kind is not WordKind.STOP}


def weights_of(documents: Sequence[Document]) -> dict[Entry, float]:
    """Return how much each word tells, straight from its definition."""
    units = [(document, unit) for document in documents for unit in document.units if unit.kind.is_matched]
    found = [
        (document, word) for document, unit in units for word in unit.words if word.kind is not WordKind.STOP
    ]
    weights = {}
    for entry in {entry_of(word) for _, word in found}:
        mine = [(document, word) for document, word in found if entry_of(word) == entry]
        background = min(
            background_weight(document.language, word.norm, word.lemma) for document, word in mine
        )
        share = max(share_of(entry, document) for document in documents)
        rarity = log(1 + 1 / max(share, 1 / len(units))) / log(1 + len(units))
        named = 2 * sum(word.kind is WordKind.NAME for _, word in mine) > len(mine)
        kind = 0.7 if named and not entry.is_number else 1.0
        weights[entry] = 2 * sqrt(4.5 if entry.is_number else background) * rarity**2 * kind
    return weights


def share_of(entry: Entry, document: Document) -> float:
    """Return the share of a document's statements that hold a word, straight from its definition."""
    units = [unit for unit in document.units if unit.kind.is_matched]
    best = (max((likeness(entry, other) for other in entries_of(unit)), default=0.0) for unit in units)
    return sum(best) / (len(units) + 4)


def covered(one: set[Entry], other: set[Entry], weights: dict[Entry, float]) -> float:
    return sum(weights[word] * max((likeness(word, there) for there in other), default=0.0) for word in one)


@untimed
@given(documents(1, (StatementKind.SENTENCE, StatementKind.HEADING)), documents(2, (StatementKind.TITLE,)))
def test_shared_words_are_what_their_definition_says(one: Document, two: Document) -> None:
    corpus = corpus_of([one, two])
    evidence = evidence_of(corpus, 0, 1)
    shares = covered_shares(corpus, (0, 1), evidence)
    contained = evidence.features[:, list(Feature).index(Feature.CONTAINED)]
    weights = weights_of([one, two])
    left = [entries_of(unit) for unit in one.units if unit.kind.is_matched]
    right = [entries_of(unit) for unit in two.units]
    assert evidence.shape == (len(left), len(right))
    assert len(evidence.words) == len(left) * len(right)
    for i, first in enumerate(left):
        for j, second in enumerate(right):
            place = i * len(right) + j
            all_first, all_second = (sum(weights[word] for word in some) for some in (first, second))
            forth, back = covered(first, second, weights), covered(second, first, weights)
            score = (forth + back) / 2 / sqrt((all_first + 4) * (all_second + 4))
            assert evidence.words[place] == pytest.approx(score, abs=1e-9)
            most = max(forth / (all_first + 4), back / (all_second + 4))
            assert contained[place] == pytest.approx(most, abs=1e-9)
            if first and second:
                assert shares[0][place] == pytest.approx(forth / all_first, abs=1e-9)
                assert shares[1][place] == pytest.approx(back / all_second, abs=1e-9)


matrices = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from((0.0, 0.1, 0.25, 0.5, 1.0)), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    ).map(np.array)
)


@untimed
@given(matrices)
def test_what_stands_out_is_what_its_definition_says(values: NDArray[np.float64]) -> None:
    """A product with the unit matrix is the matrix itself, so that any matrix can be scanned."""
    unit = csr_array(np.eye(values.shape[1]))
    factors, roots = (csr_array(values), unit), tuple(np.ones(size) for size in values.shape)
    found = scan(Covering(factors, factors, (roots[0], roots[1])), factors, lambda _: None)
    assert np.array_equal(found.words, values.ravel())
    out = found.outline_words.standing_out(found.rows, found.columns, found.words)
    others = found.outline_words.best_others(found.rows, found.columns, found.words)
    for place, ((i, j), value) in enumerate(np.ndenumerate(values)):
        row, column = list(values[i]), list(values[:, j])
        assert others[0][place] == max([*row[:j], *row[j + 1 :]], default=0.0)
        assert others[1][place] == max([*column[:i], *column[i + 1 :]], default=0.0)
        scores = [(value - np.mean(some)) / (np.std(some) + 0.05) for some in (row, column)]
        assert out[place] == pytest.approx(np.mean(scores), abs=1e-6)
