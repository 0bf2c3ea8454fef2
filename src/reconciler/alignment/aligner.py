"""Lines up all pairs of documents: evidence, then log-odds, then what is shown and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from reconciler.alignment.corpus import Corpus, corpus_of
from reconciler.alignment.evidence import Evidence, covered, evidence_of
from reconciler.alignment.learning import learn
from reconciler.alignment.level import Level, level_of
from reconciler.alignment.linking import reach, shown
from reconciler.alignment.model import Parts, Weights, confidence, parts_of, same_event, shipped
from reconciler.alignment.reason_names import ReasonName
from reconciler.alignment.reasons import Explainer, Reader
from reconciler.alignment.third_source import through_others
from reconciler.alignment.values import (
    MIDDLE,
    Document,
    Judgement,
    Lesson,
    PairAlignment,
    Relations,
    Scores,
    Settings,
)
from reconciler.errors import Cancelled
from reconciler.model import Proposal, SourceId, StatementId

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be aligned, and how."""

    documents: Sequence[Document]
    settings: Settings
    judgements: Sequence[Judgement]
    relations: Relations | None


def align_all(
    work: Work, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> tuple[PairAlignment, ...]:
    """Do the work of `reconciler.alignment.align`, which documents it."""
    # Everything is computed in an order that only the documents' content decides, so that
    # sums come out the same to the last bit whatever the order of the sources.
    ordered = sorted(work.documents, key=_content)
    pairs = list(combinations(range(len(ordered)), 2))
    steps = _Steps(1 + len(pairs), progress, cancelled)
    steps.done(0.0)
    corpus = corpus_of(ordered, work.relations)
    steps.next()
    weights = shipped()
    evidence: dict[Pair, Evidence] = {}
    for pair in pairs:
        evidence[pair] = evidence_of(corpus, *pair, steps.done)
        steps.next()
    levels = {pair: level_of(corpus, *pair, one) for pair, one in evidence.items()}
    parts = _scored(corpus, evidence, levels, work.settings)
    lesson = _lesson(ordered, evidence, parts, work)
    found = (
        _result(
            (
                Reader(ordered[one].units, corpus.sides[one]),
                Reader(ordered[other].units, corpus.sides[other]),
            ),
            (ordered[one].source, ordered[other].source),
            _Judged(
                corpus,
                evidence[one, other],
                levels[one, other],
                _taught(parts[one, other], lesson),
                lesson,
                weights,
            ),
        )
        for one, other in pairs
    )
    return tuple(sorted(found, key=lambda pair: (pair.left, pair.right)))


def _content(document: Document) -> tuple[object, ...]:
    return (
        tuple((unit.kind.value, unit.text) for unit in document.units),
        document.language,
        document.published or "",
        document.source,
    )


class _Steps:
    """Tells how far the work has come, and stops it when asked to."""

    def __init__(
        self, total: int, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total = total
        self._taken = 0
        self._progress = progress
        self._cancelled = cancelled

    def done(self, share: float) -> None:
        """Say how much of the present step is done; raises Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(min((self._taken + share) / self._total, 1.0))

    def next(self) -> None:
        """Begin the next step."""
        self._taken += 1
        self.done(0.0)


def _scored(
    corpus: Corpus, evidence: Mapping[Pair, Evidence], levels: Mapping[Pair, Level], settings: Settings
) -> dict[Pair, Parts]:
    """Return what the score of each pair of statements is made of, before anything was learnt."""
    weights = shipped()
    thirds = through_others(evidence) if len(evidence) > 1 else {}
    scored = {}
    for pair, one in evidence.items():
        parts = parts_of(one, levels[pair], weights)
        if thirds:
            parts = parts.joined(ReasonName.THIRD_SOURCE, weights.third_source * thirds[pair])
        if settings.reach != MIDDLE:
            parts = parts.joined(
                ReasonName.REACH, reach(covered(corpus, pair, one), settings.reach, weights.rule)
            )
        scored[pair] = parts
    return scored


def _lesson(
    documents: Sequence[Document],
    evidence: Mapping[Pair, Evidence],
    parts: Mapping[Pair, Parts],
    work: Work,
) -> Lesson | None:
    if not work.settings.learn or not work.judgements:
        return None
    place = {
        unit.id: (number, row)
        for number, document in enumerate(documents)
        for row, unit in enumerate(unit for unit in document.units if unit.kind.is_matched)
    }
    judged: dict[Pair, dict[int, bool]] = {pair: {} for pair in evidence}
    for one in work.judgements:
        if one.left in place and one.right in place:
            (first, row), (second, column) = sorted((place[one.left], place[one.right]))
            if (first, second) in evidence:
                found = _looked_at(evidence[first, second], row, column)
                if found is not None:
                    judged[first, second][found] = one.same
    if not evidence:
        return None
    return learn([parts[pair] for pair in evidence], [judged[pair] for pair in evidence])


def _looked_at(evidence: Evidence, row: int, column: int) -> int | None:
    keys = evidence.rows * evidence.shape[1] + evidence.columns
    key = row * evidence.shape[1] + column
    place = int(np.searchsorted(keys, key))
    return place if place < len(keys) and keys[place] == key else None


def _taught(parts: Parts, lesson: Lesson | None) -> Parts:
    """Return the parts as the verdicts taught them; what they add together is a reason of its own."""
    if lesson is None:
        return parts
    changed = parts.scaled(dict(lesson.scales)).total - parts.total + lesson.shift
    return parts.joined(ReasonName.LEARNT, changed)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is known of the pairs of statements of two documents, in the order of their content."""

    corpus: Corpus
    evidence: Evidence
    level: Level
    parts: Parts
    lesson: Lesson | None
    weights: Weights


def _result(
    readers: tuple[Reader, Reader], sources: tuple[SourceId, SourceId], judged: _Judged
) -> PairAlignment:
    """Put what was found into the order of the sources, the smaller id left."""
    evidence, parts = judged.evidence, judged.parts
    sure = confidence(parts.total)
    together = float(confidence(np.array(same_event(judged.level, judged.weights))))
    proposed = np.zeros(len(sure), dtype=np.bool_)
    proposed[shown(evidence, sure, together, judged.weights.rule)] = True
    places = evidence.rows, evidence.columns
    if sources[0] > sources[1]:
        readers, sources, places = readers[::-1], sources[::-1], places[::-1]
    one, two = readers
    rows, columns = one.side.rows[places[0]], two.side.rows[places[1]]
    order = np.lexsort((columns, rows))
    scores = Scores((len(one.units), len(two.units)), rows[order], columns[order], sure[order])
    explain = Explainer(judged.corpus, one, two, scores, Parts(parts.names, parts.values[order]))
    return PairAlignment(
        left=sources[0],
        right=sources[1],
        proposals=tuple(_proposals(np.nonzero(proposed[order])[0].tolist(), explain)),
        scores=scores,
        left_units=_ids(one),
        right_units=_ids(two),
        explain=explain,
        lesson=judged.lesson,
    )


def _ids(reader: Reader) -> tuple[StatementId, ...]:
    return tuple(unit.id for unit in reader.units)


def _proposals(places: Sequence[int], explain: Explainer) -> Iterator[Proposal]:
    scores, left, right = explain.scores, explain.left.units, explain.right.units
    for place in places:
        row, column = int(scores.rows[place]), int(scores.columns[place])
        yield Proposal(left[row].id, right[column].id, float(scores.values[place]), explain(row, column))
