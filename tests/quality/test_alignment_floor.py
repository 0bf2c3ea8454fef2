"""The aligner on articles with a gold of our own: figures may rise, not fall below their floors.

The floors hold with a thesaurus and without.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reconciler.alignment import Document, PairAlignment, Unit, align
from reconciler.language import Languages
from reconciler.model import SourceId, StatementId, StatementKind
from reconciler.reading import read_file

QUALITY = Path(__file__).parent
# The model was trained on the articles of the first folder; nobody tuned anything to those of the other.
GOLD = {
    path.stem: path for name in ("alignment", "alignment_blind") for path in (QUALITY / name).glob("*.json")
}
LANGUAGES = Languages()
Cells = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well one pair of articles was lined up."""

    name: str
    average_precision: float
    f1: float
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def document(number: int, language: str, texts: list[str]) -> Document:
    """Return a document whose first statement is its title."""
    units = tuple(
        Unit(
            StatementId(100 * number + place),
            StatementKind.SENTENCE if place else StatementKind.TITLE,
            text,
            LANGUAGES.words(text, language),
        )
        for place, text in enumerate(texts)
    )
    return Document(SourceId(number), language, None, units)


def seed_document(number: int, path: Path) -> Document:
    """Return one of the seeds, cut by the program itself."""
    text = read_file(path).text
    units = tuple(
        Unit(
            StatementId(100 * number + place),
            segment.kind,
            text[segment.start : segment.end],
            LANGUAGES.words(text[segment.start : segment.end], "fr"),
        )
        for place, segment in enumerate(LANGUAGES.segment(text, "fr"))
    )
    return Document(SourceId(number), "fr", None, units)


@cache
def gold(name: str) -> dict[str, Any]:
    """Read one annotated pair of articles."""
    stored: dict[str, Any] = json.loads(GOLD[name].read_text(encoding="utf-8"))
    return stored


def documents_of(name: str, seeds: tuple[Path, Path]) -> tuple[Document, Document]:
    """Return the articles of a gold file, or the seeds."""
    if name == "seeds":
        return seed_document(1, seeds[0]), seed_document(2, seeds[1])
    stored = gold(name)
    return document(1, stored["language"], stored["left"]), document(2, stored["language"], stored["right"])


def outcome_of(name: str, documents: tuple[Document, Document]) -> Outcome:
    """Line the two up and hold the result against the gold."""
    (pair,) = align(documents, relations=LANGUAGES)
    assert pair.scores is not None
    links, optional = cells(gold(name)["links"]), cells(gold(name)["optional"])
    shown = places(pair) - optional
    right = len(shown & links)

    def told(some: Cells) -> tuple[str, ...]:
        left_units, right_units = (one.units for one in documents)
        return tuple(
            f"{i} {left_units[i].text[:50]} — {j} {right_units[j].text[:50]}" for i, j in sorted(some)
        )

    return Outcome(
        name=name,
        average_precision=average_precision(pair.scores.dense(), links, optional),
        right=right,
        f1=2 * right / (len(shown) + len(links)) if shown or links else 1.0,
        missed=told(links - shown),
        wrong=told(shown - links),
    )


def cells(stored: list[list[int]]) -> Cells:
    """Return pairs of places as they stand in a gold file."""
    return frozenset((left, right) for left, right in stored)


def places(pair: PairAlignment) -> Cells:
    """Return the places of what would be shown."""
    return frozenset(
        (pair.left_units.index(proposal.left), pair.right_units.index(proposal.right))
        for proposal in pair.proposals
    )


def average_precision(scores: NDArray[np.float64], links: Cells, optional: Cells) -> float:
    """Return the mean, over the links, of the precision down to each of them; 1 without links."""
    ranked = sorted(
        (cell for cell in np.ndindex(*scores.shape) if cell not in optional), key=lambda cell: -scores[cell]
    )
    hits = [place for place, cell in enumerate(ranked, 1) if cell in links]
    return sum(found / place for found, place in enumerate(hits, 1)) / len(hits) if hits else 1.0


def report(outcomes: list[Outcome]) -> str:
    """Say pair by pair what became better or worse than its floor, with the statements concerned."""
    lines = []
    for one in outcomes:
        floor = gold(one.name)["floor_f1"], gold(one.name)["floor_average_precision"]
        change = "regressed" if is_below(one) else "improved" if one.f1 > floor[0] + 0.1 else "held"
        lines.append(
            f"{one.name}: {change}, F1 {one.f1:.2f} (floor {floor[0]}), "
            f"average precision {one.average_precision:.2f} (floor {floor[1]})"
        )
        lines += [f"    missed {text}" for text in one.missed] + [f"    wrong  {text}" for text in one.wrong]
    return "\n".join(lines)


def is_below(one: Outcome) -> bool:
    """Say whether a pair fell below a floor of its own."""
    stored = gold(one.name)
    too_many = len(one.wrong) > stored.get("most_false", np.inf)
    below = one.average_precision < stored["floor_average_precision"] or one.f1 < stored["floor_f1"]
    return bool(too_many or (stored["links"] and below))


def test_no_pair_of_articles_falls_below_its_floor(seeds: tuple[Path, Path]) -> None:
    outcomes = [outcome_of(name, documents_of(name, seeds)) for name in sorted(GOLD)]
    assert len(outcomes) >= 30
    if any(is_below(one) for one in outcomes):
        pytest.fail("\n" + report(outcomes), pytrace=False)


def test_links_are_found_and_right_over_all_articles(seeds: tuple[Path, Path]) -> None:
    outcomes = [outcome_of(name, documents_of(name, seeds)) for name in sorted(GOLD)]
    with_links = [one for one in outcomes if gold(one.name)["links"]]
    mean = sum(one.f1 for one in with_links) / len(with_links)
    assert mean >= 0.64, report(outcomes)
    shown = sum(one.right + len(one.wrong) for one in with_links)
    assert sum(one.right for one in with_links) >= 0.75 * shown, report(outcomes)
