"""Which pairs fit into the order of two documents, and what that does to what is proposed."""

from collections.abc import Sequence

import numpy as np
import pytest

from reconciler.alignment import Document, Unit, align
from reconciler.alignment.evidence import Evidence, Feature
from reconciler.alignment.order import in_order
from reconciler.alignment.scan import Floats, Outlining
from reconciler.language import Languages
from reconciler.model import SourceId, StatementId, StatementKind

LANGUAGES = Languages()
SIZE = 10


def evidence(height: int, width: int) -> Evidence:
    """Return evidence of all pairs of two documents; only its places matter here."""
    rows, columns = (places.ravel() for places in np.indices((height, width)))
    features = np.zeros((height * width, len(Feature)))
    return Evidence((height, width), rows, columns, features, Outlining((height, width)).outline())


def ahead(likely: Sequence[tuple[int, int]], size: int = SIZE) -> Floats:
    """Return how each pair of two documents fits, with some pairs likely and the others not."""
    sure = np.full((size, size), 0.01)
    for pair in likely:
        sure[pair] = 0.9
    fits: Floats = in_order(evidence(size, size), sure.ravel()).reshape(size, size)
    return fits


def test_a_gap_between_likely_pairs_fits_and_a_pair_far_from_them_does_not() -> None:
    fits = ahead([(place, place) for place in range(SIZE) if place != 5])
    assert fits[5, 5] > 0.3
    assert fits[5, 5] == fits[5].max() == fits[:, 5].max()
    assert fits[5, 0] < -0.2
    assert fits[0, 9] < -0.2


def test_where_the_order_is_another_all_the_same_it_counts_by_passage() -> None:
    likely = [*((place, place + 5) for place in range(5)), *((place + 5, place) for place in range(5))]
    fits = ahead([pair for pair in likely if pair != (2, 7)])
    assert fits[2, 7] == fits[2].max()
    assert fits[2, 2] < 0


def test_pairs_in_no_order_say_nothing() -> None:
    scattered = [(0, 4), (1, 9), (2, 1), (3, 6), (4, 0), (5, 8), (6, 3), (7, 7), (8, 2), (9, 5)]
    straight = [(place, place) for place in range(SIZE)]
    assert abs(ahead(scattered)).max() < 0.2 * abs(ahead(straight)).max()


@pytest.mark.parametrize("size", [1, 2])
def test_next_to_nothing_is_in_no_order(size: int) -> None:
    assert not ahead([(0, 0)], size).any()
    assert not ahead([], size).any()


def test_what_stands_where_it_is_due_is_surer_than_the_same_elsewhere() -> None:
    story = [
        "Anselme vivait dans une vallée étroite avec sa roue.",
        "La rivière parlait à la pleine lune.",
        "Le meunier épousa Perrine au printemps.",
        "La roue du moulin cessa de tourner.",
        "Perrine descendit dans le lit avec une lanterne.",
        "La flaque éclata de rire à cette histoire.",
    ]
    plain = [*story[:3], "Tout se tut alors, et la roue ne fit rien.", *story[4:]]
    in_place = _sure(story, plain, (3, 3))
    moved = [plain[3], *plain[:3], *plain[4:]]
    assert in_place > _sure(story, moved, (3, 0))


def _sure(left: Sequence[str], right: Sequence[str], pair: tuple[int, int]) -> float:
    (found,) = align([_document(1, left), _document(2, right)])
    assert found.scores is not None
    return found.scores.at(*pair)


def _document(number: int, texts: Sequence[str]) -> Document:
    units = (
        Unit(StatementId(100 * number + place), StatementKind.SENTENCE, text, LANGUAGES.words(text, "fr"))
        for place, text in enumerate(texts)
    )
    return Document(SourceId(number), "fr", None, tuple(units))
