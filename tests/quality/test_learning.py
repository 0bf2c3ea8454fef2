"""Learning from verdicts, played through on articles with gold: it must not spoil what is left undecided."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reconciler.alignment import FEWEST, Document, ReasonName, Unit
from reconciler.alignment.corpus import corpus_of
from reconciler.alignment.evidence import evidence_of
from reconciler.alignment.learning import learn
from reconciler.alignment.level import level_of
from reconciler.alignment.model import Parts, confidence, parts_of, same_event, shipped
from reconciler.alignment.values import Lesson
from reconciler.language import Languages
from reconciler.model import SourceId, StatementId, StatementKind

QUALITY = Path(__file__).parent
LANGUAGES = Languages()
Floats = NDArray[np.float64]
Order = Callable[[Floats], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Scored:
    """One pair of articles: what the scores of its pairs of statements are made of, and the truth.

    `least` is the confidence from which on a pair is shown.
    """

    parts: Parts
    linked: NDArray[np.bool_]
    least: Floats


@cache
def scored(name: str) -> Scored:
    """Score one annotated pair of articles with the shipped model."""
    path = next(QUALITY.glob(f"alignment*/{name}.json"))
    stored = json.loads(path.read_text(encoding="utf-8"))
    documents = [
        _document(number, stored["language"], stored[side]) for number, side in enumerate(("left", "right"))
    ]
    corpus = corpus_of(documents, LANGUAGES)
    evidence = evidence_of(corpus, 0, 1)
    level, model = level_of(corpus, 0, 1, evidence), shipped()
    together = confidence(np.array(same_event(level, model)))
    least = model.rule.least + model.rule.doubt * (1.0 - together)
    links = {tuple(link) for link in [*stored["links"], *stored["optional"]]}
    cells = zip(evidence.rows.tolist(), evidence.columns.tolist(), strict=True)
    linked = np.array([cell in links for cell in cells])
    return Scored(parts_of(evidence, level, model), linked, np.full(len(linked), least))


def _document(number: int, language: str, texts: Sequence[str]) -> Document:
    units = (
        Unit(
            StatementId(1000 * number + place), StatementKind.SENTENCE, text, LANGUAGES.words(text, language)
        )
        for place, text in enumerate(texts)
    )
    return Document(SourceId(number + 1), language, None, tuple(units))


def least_certain(sure: Floats) -> NDArray[np.int64]:
    return np.argsort(np.abs(sure - 0.5), kind="stable")


def most_certain(sure: Floats) -> NDArray[np.int64]:
    return np.argsort(-sure, kind="stable")


@dataclass(frozen=True, slots=True)
class Played:
    """What was undecided in the end: the truth, the confidence before and after learning, what is shown."""

    linked: NDArray[np.bool_]
    before: Floats
    after: Floats
    least: Floats

    def gain(self, figure: Callable[[NDArray[np.bool_], Floats], float]) -> float:
        return figure(self.linked, self.after) - figure(self.linked, self.before)

    def gain_in_f1(self) -> float:
        return f1(self.linked, self.after >= self.least) - f1(self.linked, self.before >= self.least)


def play(pairs: Sequence[Scored], decisions: int, order: Order) -> tuple[Lesson | None, Played]:
    """Let an analyst who is always right decide some proposals of a case of several pairs of articles."""
    sure = np.concatenate([confidence(one.parts.total) for one in pairs])
    linked = np.concatenate([one.linked for one in pairs])
    decided = [place for place in order(sure).tolist() if sure[place] >= 0.15][:decisions]
    ends = np.cumsum([len(one.linked) for one in pairs])
    judged: list[dict[int, bool]] = [{} for _ in pairs]
    for place in decided:
        number = int(np.searchsorted(ends, place, side="right"))
        judged[number][place - int(ends[number] - len(pairs[number].linked))] = bool(linked[place])
    lesson = learn([one.parts for one in pairs], judged)
    rest = np.ones(len(sure), dtype=np.bool_)
    rest[decided] = False
    taught = np.concatenate([confidence(_taught(one.parts, lesson)) for one in pairs])
    least = np.concatenate([one.least for one in pairs])
    return lesson, Played(linked[rest], sure[rest], taught[rest], least[rest])


def _taught(parts: Parts, lesson: Lesson | None) -> Floats:
    if lesson is None:
        return parts.total
    log_odds: Floats = parts.scaled(dict(lesson.scales)).total + lesson.shift
    return log_odds


def average_precision(linked: NDArray[np.bool_], sure: Floats) -> float:
    hits = np.nonzero(linked[np.argsort(-sure, kind="stable")])[0]
    return float(np.mean((np.arange(len(hits)) + 1) / (hits + 1))) if len(hits) else 1.0


def f1(linked: NDArray[np.bool_], shown: NDArray[np.bool_]) -> float:
    return float(2 * (shown & linked).sum() / max(shown.sum() + linked.sum(), 1))


def surprise(linked: NDArray[np.bool_], sure: Floats) -> float:
    return float(-np.log(np.where(linked, sure, 1.0 - sure)).mean())


def cases(size: int) -> Iterator[list[Scored]]:
    """Yield cases of some annotated pairs of one language that follow one another, some of one kind."""
    for prefix in ("fr_", "en_", "de_"):
        names = sorted(path.stem for path in QUALITY.glob(f"alignment*/{prefix}*.json"))
        for start in range(0, len(names), 2):
            yield [scored(names[(start + step) % len(names)]) for step in range(min(size, len(names)))]


@pytest.mark.parametrize("order", [least_certain, most_certain])
@pytest.mark.parametrize("decisions", [FEWEST, 40, 80])
def test_the_undecided_rest_is_not_spoilt(decisions: int, order: Order) -> None:
    played = [play(pairs, decisions, order) for pairs in cases(6)]
    taught = [rest for lesson, rest in played if lesson is not None]
    # Of the surest twenty nearly all are right, which teaches next to no case anything.
    assert len(taught) >= (1 if decisions == FEWEST and order is most_certain else 3)
    gains = {
        "average precision": [one.gain(average_precision) for one in taught],
        "F1": [one.gain_in_f1() for one in taught],
        "surprise": [-one.gain(surprise) for one in taught],
    }
    report = {name: (round(float(np.mean(some)), 4), round(min(some), 4)) for name, some in gains.items()}
    assert np.mean(gains["average precision"]) >= -0.005, report
    assert np.mean(gains["F1"]) >= -0.01, report
    assert np.mean(gains["surprise"]) >= -0.005, report
    assert min(gains["average precision"]) >= -0.05, report


def test_few_verdicts_and_verdicts_of_one_kind_teach_nothing() -> None:
    pairs = next(cases(6))
    assert play(pairs, FEWEST - 1, least_certain)[0] is None
    sure = confidence(pairs[0].parts.total)
    only_yes = {int(place): True for place in np.argsort(-sure)[:FEWEST]}
    assert learn([pairs[0].parts], [only_yes]) is None


def test_an_analyst_who_rejects_what_the_model_is_sure_of_makes_it_stricter() -> None:
    pairs = next(cases(6))
    sure = [confidence(one.parts.total) for one in pairs]
    judged = [
        {int(place): number == 0 for number, place in enumerate(np.argsort(-some)[:5])} for some in sure
    ]
    lesson = learn([one.parts for one in pairs], judged)
    assert lesson is not None
    assert lesson.decisions == 30
    assert lesson.shift < -0.2
    assert not lesson.scales


def test_from_forty_verdicts_on_reasons_change_their_worth_within_bounds() -> None:
    parts = next(cases(6))[0].parts
    names = parts.of(ReasonName.WORDING)
    order = np.argsort(-confidence(parts.total))[:60]
    judged = {int(place): bool(names[place] > np.median(names[order])) for place in order}
    lesson = learn([parts], [judged])
    assert lesson is not None
    assert lesson.scales[ReasonName.WORDING] > 1.02
    assert all(0.5 <= scale <= 1.5 for scale in lesson.scales.values())
    assert ReasonName.ARTICLES not in lesson.scales
