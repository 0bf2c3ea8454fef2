"""What the program says differs in pairs of statements written for it, half of them traps.

All were written before the rules. Each line of ``signals/pairs.jsonl`` names the kinds that differ
and the kinds that agree and should be seen to; in every other kind nothing differs. The pairs of
``signals/figures_dates_negation.jsonl`` judge one kind each, and leave open whether what agrees is
said to.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment.differences import StatementSignals, compare, kinds
from reconciler.language import Languages
from reconciler.model import Outcome, Segment, SignalKind, StatementKind

FOLDER = Path(__file__).parent / "signals"
STRICT = (SignalKind.FIGURE, SignalKind.DATE, SignalKind.NEGATION)


@dataclass(frozen=True)
class Pair:
    """Two statements, the kinds that are judged, and what is so of them."""

    name: str
    language: str
    texts: tuple[str, str]
    published: tuple[str, str]
    judged: frozenset[str]
    differs: frozenset[str]
    agrees: frozenset[str]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def broad_pairs() -> list[Pair]:
    return [
        Pair(
            each["id"],
            each["lang"],
            (each["left"], each["right"]),
            (each["published_left"], each["published_right"]),
            frozenset(SignalKind),
            frozenset(each["differs"]),
            frozenset(each["agrees"]),
        )
        for each in lines("pairs.jsonl")
    ]


def narrow_pairs() -> list[Pair]:
    return [
        Pair(
            f"{each['left']} / {each['right']}",
            each["language"],
            (each["left"], each["right"]),
            (each["published"], each["published"]),
            frozenset({each["kind"]}),
            frozenset({each["kind"]} if each["outcome"] == "differs" else ()),
            frozenset(),
        )
        for each in lines("figures_dates_negation.jsonl")
        if "left" in each
    ]


class Score:
    """What was said and what is so, of one kind, with the names of the pairs that came out wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.false: list[str] = []
        self.missed: list[str] = []

    def count(self, name: str, *, said: bool, so: bool) -> None:
        self.counts.update(said=said, so=so, right=said and so)
        if said and not so:
            self.false.append(name)
        if so and not said:
            self.missed.append(name)

    @property
    def precision(self) -> float:
        return self.counts["right"] / max(self.counts["said"], 1)

    @property
    def recall(self) -> float:
        return self.counts["right"] / max(self.counts["so"], 1)


def statement(text: str, language: str, published: str, languages: Languages) -> StatementSignals:
    whole = (Segment(0, len(text), StatementKind.SENTENCE),)
    (signals,) = languages.signals(text, whole, language, published)
    return StatementSignals(text, signals, 0, language, published)


@pytest.fixture(scope="module")
def scores() -> dict[tuple[SignalKind, str], Score]:
    languages = Languages()
    found = {(kind, what): Score() for kind in SignalKind for what in ("differs", "agrees")}
    for pair in [*broad_pairs(), *narrow_pairs()]:
        left, right = (
            statement(text, pair.language, published, languages)
            for text, published in zip(pair.texts, pair.published, strict=True)
        )
        differences = compare(left, right)
        differing = kinds(differences)
        agreeing = {each.kind for each in differences if each.outcome is Outcome.AGREES}
        for kind in map(SignalKind, pair.judged):
            found[kind, "differs"].count(pair.name, said=kind in differing, so=kind in pair.differs)
            if kind in pair.agrees:
                found[kind, "agrees"].count(pair.name, said=kind in agreeing, so=True)
    return found


def _told(score: Score) -> str:
    return f"false: {', '.join(score.false) or 'none'}; missed: {', '.join(score.missed) or 'none'}"


@pytest.mark.parametrize("kind", STRICT)
def test_conflicts_are_told_and_seldom_false(
    kind: SignalKind, scores: dict[tuple[SignalKind, str], Score]
) -> None:
    score = scores[kind, "differs"]
    assert score.precision >= 0.90, _told(score)
    assert score.recall >= 0.80, _told(score)


@pytest.mark.parametrize("kind", [SignalKind.ATTRIBUTION, SignalKind.CERTAINTY, SignalKind.QUOTE])
def test_what_became_of_sources_hedges_and_quotes_is_told(
    kind: SignalKind, scores: dict[tuple[SignalKind, str], Score]
) -> None:
    score = scores[kind, "differs"]
    assert score.precision >= 0.80, _told(score)
    assert score.recall >= 0.80, _told(score)


def test_what_is_said_in_two_ways_is_seen_to_agree(scores: dict[tuple[SignalKind, str], Score]) -> None:
    found = [score for (_, what), score in scores.items() if what == "agrees"]
    missed = [f"{kind}: {_told(score)}" for (kind, what), score in scores.items() if what == "agrees"]
    seen, written = (sum(score.counts[what] for score in found) for what in ("right", "so"))
    assert seen >= 0.8 * written, "; ".join(missed)


def test_half_of_the_pairs_are_traps() -> None:
    pairs = broad_pairs()
    traps = sum(not pair.differs for pair in pairs)
    assert len(pairs) >= 120
    assert abs(traps - len(pairs) / 2) <= 0.05 * len(pairs)
    assert {pair.language for pair in pairs} == {"fr", "en"}
