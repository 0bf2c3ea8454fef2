"""Fit the aligner's model on annotated pairs of articles and print it as JSON.

    python tests/benchmarks/train_aligner.py FOLDER > resources/alignment/model.json
    python tests/benchmarks/train_aligner.py FOLDER --check
    python tests/benchmarks/train_aligner.py FOLDER --held-out [corpus | folds] [PICTURE.svg]

FOLDER holds the ``*.dev.jsonl`` files named in `SETS`: records with "id", "lang", "left", "right",
"gold", "ignore" and, where only some statements were judged, "judged_left" and "judged_right". The
project's own articles in tests/quality/alignment are a set too.

Four steps. First what tells whether two documents report the same event, from whole documents alone.
Then the weights of what is seen of two statements, with a free level for each pair of documents, so
that they learn to rank within a pair and not to tell one collection from another; each weight keeps the
sign it must have, and all are drawn towards 0. Then their common scale, and what is to be expected of
two documents on the same event. Last, from what is likely by then, the weight of the order of both
documents, in the way of the second step, and scale and expectation once more.

``--check`` fits again and says by how much the weights of the program differ. With ``--held-out``
nothing is printed but figures: each set scored by a model that did not see it (``corpus``), or not the
topics or events it is scored on (``folds``). The picture shows how often what was shown at some
confidence was right.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from predict import documents_of
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score

from reconciler.alignment import MODEL
from reconciler.alignment.corpus import corpus_of
from reconciler.alignment.evidence import AGAINST, Evidence, Feature, evidence_of
from reconciler.alignment.level import EventFeature, Level, LevelFeature, level_of
from reconciler.alignment.linking import shown
from reconciler.alignment.model import (
    Expectation,
    Rule,
    Weights,
    both,
    confidence,
    ordered,
    parts_of,
    same_event,
    shipped,
)
from reconciler.language import Languages

Vector = NDArray[np.float64]

OWN = Path(__file__).parent.parent / "quality" / "alignment"
MOST_NEGATIVES = 8.0
"""In the first step, pairs that are no links count at most this many times the links of their set."""
SHRINKAGE = 0.03
LEVEL_FREEDOM = 0.01
"""How firmly each pair of documents is held to the common level in the first step."""
ORDER_SHRINKAGE = 0.03
"""More than the sign of the order's weight needs: few of the annotated pairs keep an order."""
LEVEL_SHRINKAGE = 0.0003
EVENT_SHRINKAGE = 0.001
SAME_EVENT_FIRST = 2.0
"""Log-odds before anything is seen that articles put side by side report the same event."""
THIRD_SOURCE = 3.0
RULE = Rule(least=0.355, of_best=0.5, doubt=1.0, whole=12.0, part=1.5)
"""What is shown, and how far its setting goes: the first three by held-out figures, the others by design."""
FOLDS = 5
REPRODUCED = 1e-6
"""By how much weights that are fitted again may differ from the program's."""
STEPS = 30
"""Of Newton's method; after about ten nothing changes any more."""


@dataclass(frozen=True, slots=True)
class Set:
    """A set of annotated pairs: how much its pairs of statements count, and its pairs of documents.

    Sets of one `corpus` have their topics in common, and are held out together.
    """

    file: str
    source: str
    licence: str
    share: float
    events: float
    corpus: str = ""
    same_event: bool = True


SETS = (
    Set(
        "frnews",
        "French news on two events",
        "two news articles, reworded pages, French Wikinews CC BY 2.5",
        1.0,
        0.2,
    ),
    Set("ecbpool", "ECB+, sentences of two reports pooled", "CC BY 3.0", 1.0, 0.3, "ecb"),
    Set("ecbplus", "ECB+, reports of one event", "CC BY 3.0", 0.0, 1.0, "ecb"),
    Set("ecbneg", "ECB+, reports of two different events", "CC BY 3.0", 0.4, 1.0, "ecb", same_event=False),
    Set("propseg", "PropSegmEnt", "CC BY-SA 3.0", 0.5, 0.1),
    Set(
        "stsbfr",
        "STS benchmark, translated by machine into French",
        "as the STS benchmark",
        0.7,
        0.3,
    ),
)
OWN_SETS = (
    Set("own-news", "articles written for this project", "MIT", 0.6, 0.2),
    Set("own-simplified", "texts and their simple versions written for this project", "MIT", 0.6, 0.2),
    Set(
        "own-different",
        "articles on two different events written for this project",
        "MIT",
        0.2,
        0.3,
        same_event=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged pairs of statements of two documents: what was measured on them, and which are links.

    `seen` are their places among the pairs looked at, `missed` the links that were not looked at.
    """

    group: str
    evidence: Evidence
    level: Level
    seen: NDArray[np.int64]
    linked: Vector
    missed: int


@dataclass(frozen=True, slots=True)
class Table:
    """Judged pairs of all sets: a weight for each row, and the pair of documents it comes from.

    `level` and `event` are those of the pairs of documents, which `records` are.
    """

    records: tuple[Judged, ...]

    features: Vector
    level: Vector
    event: Vector
    linked: Vector
    weight: Vector
    pair: NDArray[np.int64]


def judged_of(record: dict[str, Any], languages: Languages) -> Judged:
    """Measure the judged pairs of one record; its group is the event or topic."""
    corpus = corpus_of(documents_of(record, languages), languages)
    evidence = evidence_of(corpus, 0, 1)
    rows, columns = ({int(unit): place for place, unit in enumerate(side.rows)} for side in corpus.sides)
    ignored, gold = ({tuple(pair) for pair in record.get(name, [])} for name in ("ignore", "gold"))
    place = {pair: number for number, pair in enumerate(zip(evidence.rows, evidence.columns, strict=True))}
    cells = [
        (i, j)
        for i in record.get("judged_left", range(len(record["left"])))
        for j in record.get("judged_right", range(len(record["right"])))
        if i in rows and j in columns and (i, j) not in ignored
    ]
    group = str(record.get("group", record["id"]))
    return Judged(
        # ECB+ calls the two events of a topic 12ecb and 12plus.
        group=group.removesuffix("ecb").removesuffix("plus"),
        evidence=evidence,
        level=level_of(corpus, 0, 1, evidence),
        seen=np.array([place[rows[i], columns[j]] for i, j in cells], dtype=np.int64),
        linked=np.array([cell in gold for cell in cells], dtype=np.float64),
        missed=len(gold - ignored - set(cells)),
    )


def read(folder: Path, languages: Languages) -> Iterator[tuple[Set, list[Judged]]]:
    """Read and measure each set."""
    for one in SETS:
        with (folder / f"{one.file}.dev.jsonl").open(encoding="utf-8") as lines:
            yield one, [judged_of(json.loads(line), languages) for line in lines if line.strip()]
    own: dict[str, list[Judged]] = {one.file: [] for one in OWN_SETS}
    for path in sorted(OWN.glob("*.json")):
        stored = json.loads(path.read_text(encoding="utf-8"))
        if "left" in stored:
            own[_own_set(stored)].append(judged_of(_own_record(path.stem, stored), languages))
    yield from ((one, own[one.file]) for one in OWN_SETS)


def _own_set(stored: dict[str, Any]) -> str:
    if not stored["links"]:
        return "own-different"
    return "own-news" if stored.get("genre", "news") == "news" else "own-simplified"


def _own_record(name: str, stored: dict[str, Any]) -> dict[str, Any]:
    kinds = {
        f"kinds_{side}": ["title"] + ["sentence"] * (len(stored[side]) - 1) for side in ("left", "right")
    }
    gold = {"gold": stored["links"], "ignore": stored["optional"], "lang": stored["language"]}
    return {"id": name, "left": stored["left"], "right": stored["right"], **gold, **kinds}


def table_of(sets: list[tuple[Set, list[Judged]]], most_negatives: float = np.inf) -> Table:
    """Put the judged pairs of all sets together; each set counts as much as its share says."""
    sets = [
        (one, kept)
        for one, records in sets
        if one.share and (kept := [each for each in records if len(each.seen)])
    ]
    weights = []
    for one, records in sets:
        linked = np.concatenate([record.linked for record in records])
        links = linked.sum()
        # A set of pairs of different events has next to no links, and is there for that.
        capped = (
            min(1.0, most_negatives * links / (len(linked) - links)) if 2 * links >= len(records) else 1.0
        )
        weight = np.where(linked > 0, 1.0, capped)
        weights.append(weight * one.share / weight.sum())
    rows = [record for _, records in sets for record in records]
    weight = np.concatenate(weights)
    return Table(
        records=tuple(rows),
        features=np.concatenate([record.evidence.features[record.seen] for record in rows]),
        level=np.stack([record.level.documents for record in rows]),
        event=np.stack([record.level.event for record in rows]),
        linked=np.concatenate([record.linked for record in rows]),
        weight=weight / weight.sum(),
        pair=np.repeat(np.arange(len(rows)), [len(record.seen) for record in rows]),
    )


def _loss(log_odds: Vector, table: Table) -> tuple[float, Vector]:
    """Return the weighted logistic loss and its derivative by the log-odds of each row."""
    loss = table.weight @ (np.logaddexp(0.0, log_odds) - table.linked * log_odds)
    return float(loss), table.weight * (confidence(log_odds) - table.linked)


def fit_event(sets: list[tuple[Set, list[Judged]]]) -> tuple[float, Vector]:
    """Return bias and weights of what tells whether two documents report the same event.

    Both answers count the same, and the bias is that of articles which were put side by side.
    """
    values = np.stack([record.level.event for _, records in sets for record in records])
    same = np.array([one.same_event for one, records in sets for _ in records], dtype=np.float64)
    weight = np.array([one.events / len(records) for one, records in sets for _ in records])
    weight = weight / np.where(same > 0, weight @ same, weight @ (1.0 - same)) / 2
    centre, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(values)), (values - centre) / spread))
    drawn = np.array([0.0] + [EVENT_SHRINKAGE] * values.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        sure = confidence(scaled @ found)
        slope = scaled.T @ (weight * (sure - same)) + 2 * drawn * found
        bend = (scaled * (weight * sure * (1.0 - sure))[:, None]).T @ scaled + np.diag(2 * drawn)
        found = found - np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    return float(found[0] - weights @ centre) + SAME_EVENT_FIRST, weights


def fit_ranking(table: Table) -> tuple[float, Vector]:
    """Return the bias and the weights of the statements' features."""
    against = np.array([one in AGAINST for one in Feature])
    return _ranking(table, table.features, against, np.full(len(against), SHRINKAGE))


def fit_order(table: Table, ranked: Vector, order: Vector) -> float:
    """Return the weight of the order of two documents beside what was ranked without it."""
    columns = np.column_stack((ranked, order))
    _, (scale, weight) = _ranking(table, columns, np.zeros(2, np.bool_), np.array([0.0, ORDER_SHRINKAGE]))
    return float(weight / scale)


def _ranking(
    table: Table, columns: Vector, against: NDArray[np.bool_], shrinkage: Vector
) -> tuple[float, Vector]:
    """Return the bias and the weights of some columns, by Newton's method.

    The free levels of the pairs of documents are many, but each bends the loss alone: they are
    eliminated. A weight at 0 that would change its sign stays there.
    """
    spread = columns.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(columns)), columns / spread))
    pairs = len(table.level)
    firm = 2 * LEVEL_FREEDOM * np.bincount(table.pair, table.weight, pairs)
    drawn = np.concatenate(([1e-9], 2 * shrinkage))
    least = np.concatenate(([-np.inf], np.where(against, -np.inf, 0.0)))
    most = np.concatenate(([np.inf], np.where(against, 0.0, np.inf)))
    starts = np.searchsorted(table.pair, np.arange(pairs))

    def loss_of(slopes: Vector, levels: Vector) -> float:
        log_odds = scaled @ slopes + levels[table.pair]
        loss, _ = _loss(log_odds, table)
        return loss + float(drawn @ slopes**2 + firm @ levels**2) / 2

    slopes, levels = np.zeros(scaled.shape[1]), np.zeros(pairs)
    for _ in range(STEPS):
        log_odds = scaled @ slopes + levels[table.pair]
        _, error = _loss(log_odds, table)
        bend = table.weight * confidence(log_odds) * (1.0 - confidence(log_odds))
        slope, level_slope = (
            scaled.T @ error + drawn * slopes,
            np.bincount(table.pair, error, pairs) + firm * levels,
        )
        free = ~(((slopes <= least) & (slope > 0)) | ((slopes >= most) & (slope < 0)))
        moving = scaled[:, free]
        bent = moving * bend[:, None]
        own = np.bincount(table.pair, bend, pairs) + firm
        across = np.add.reduceat(bent, starts, axis=0)
        left = moving.T @ bent + np.diag(drawn[free]) - (across.T / own) @ across
        step = np.zeros(len(slopes))
        step[free] = -np.linalg.solve(left, slope[free] - (across.T / own) @ level_slope)
        level_step = -(level_slope + across @ step[free]) / own
        share, before = 1.0, loss_of(slopes, levels)
        while share > 1e-6:
            moved = np.clip(slopes + share * step, least, most), levels + share * level_step
            if loss_of(*moved) <= before + 1e-15:
                break
            share /= 2
        slopes, levels = moved
    return float(slopes[0]), slopes[1:] / spread


def fit_level(table: Table, ranked: Vector, event: Vector) -> Expectation:
    """Return what is to be expected of statements of two documents on the same event.

    `event` are the log-odds that each pair of documents reports the same event.
    """
    columns = np.column_stack((ranked, table.level[table.pair]))
    centre, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(columns)), (columns - centre) / spread))
    drawn = np.array([0.0, 0.0] + [LEVEL_SHRINKAGE] * len(LevelFeature))
    gate = event[table.pair]

    def target(values: Vector) -> tuple[float, Vector]:
        if_same = scaled @ values
        log_odds = both(if_same, gate)
        loss, slope = _loss(log_odds, table)
        slope = slope * confidence(-if_same) / confidence(-log_odds)
        return loss + float(drawn @ values**2), scaled.T @ slope + 2 * drawn * values

    start = np.zeros(scaled.shape[1])
    found = minimize(
        target,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 10_000, "ftol": 0.0, "gtol": 1e-12},
    ).x
    slopes = found[1:] / spread
    return Expectation(float(found[0] - slopes @ centre), float(slopes[0]), tuple(slopes[1:].tolist()))


def ordered_of(table: Table, bias: float, features: Vector, first: Expectation) -> Vector:
    """Return how each row of a table fits into the order of its two documents."""
    return np.concatenate(
        [
            ordered(one.evidence, one.level, first, one.evidence.features @ features + bias)[one.seen]
            for one in table.records
        ]
    )


def fit(sets: list[tuple[Set, list[Judged]]]) -> Weights:
    """Fit all four steps."""
    sets = [(one, records) for one, records in sets if records]
    event_bias, event = fit_event(sets)
    capped, table = table_of(sets, MOST_NEGATIVES), table_of(sets)
    bias, features = fit_ranking(capped)
    ranked, on_event = table.features @ features + bias, table.event @ event + event_bias
    first = fit_level(table, ranked, on_event)
    order = ordered_of(table, bias, features, first)
    weight = fit_order(capped, ranked, order)
    return Weights(
        name=MODEL,
        bias=bias,
        features=tuple(features.tolist()),
        order=weight,
        first=first,
        last=fit_level(table, ranked + weight * order, on_event),
        event_bias=event_bias,
        event=tuple(event.tolist()),
        third_source=THIRD_SOURCE,
        rule=RULE,
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """The judged pairs of two documents with the confidence of each, and which of them are shown."""

    record: Judged
    sure: Vector
    shown: NDArray[np.bool_]

    @property
    def linked(self) -> Vector:
        """Which are links."""
        return self.record.linked


def scored_by(model: Weights, record: Judged) -> Scored:
    """Score a pair of documents as the program does."""
    sure = confidence(parts_of(record.evidence, record.level, model).total)
    together = float(confidence(np.array(same_event(record.level, model))))
    marks = np.zeros(len(sure), dtype=np.bool_)
    marks[shown(record.evidence, sure, together, model.rule)] = True
    return Scored(record, sure[record.seen], marks[record.seen])


def held_out(sets: list[tuple[Set, list[Judged]]], by_fold: bool) -> Iterator[tuple[Set, list[Scored]]]:
    """Yield each set scored by models that did not see what they are scored on."""
    for one, records in sets:
        if not one.share:
            continue
        groups = sorted({record.group for record in records})
        fold = {group: number % FOLDS for number, group in enumerate(groups)} if by_fold else {}
        scored: list[Scored] = []
        for number in range(FOLDS if by_fold else 1):
            rest = [
                (other, [each for each in some if not _is_held_out(one, other, fold.get(each.group), number)])
                for other, some in sets
            ]
            model = fit(rest)
            tried = (record for record in records if not by_fold or fold[record.group] == number)
            scored += [scored_by(model, record) for record in tried]
        yield one, scored


def _is_held_out(one: Set, other: Set, fold: int | None, number: int) -> bool:
    """Say whether a record of a set must not be seen by the model that one set is scored with."""
    same = one.file == other.file or (one.corpus != "" and one.corpus == other.corpus)
    return same and fold in (None, number)


def picture(scored: list[tuple[Set, list[Scored]]]) -> str:
    """Return the reliability plot as SVG: one line a set, the share that was right by confidence shown."""
    inks = ("#00795C", "#0B5FA5", "#C27A00", "#8A6BA8", "#B4532A", "#22252A", "#5B8DB8")
    size = 'width="620" height="460" font-family="sans-serif" font-size="12"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size}>']
    lines.append('<rect width="620" height="460" fill="#FFFFFF"/>')
    lines.append('<path d="M60 420 L420 60" stroke="#7A7F87" stroke-dasharray="4 4"/>')
    lines.append('<path d="M60 60 V420 H420" fill="none" stroke="#22252A"/>')
    for tenth in range(0, 11, 2):
        at = 36 * tenth
        lines.append(f'<text x="{60 + at}" y="438" text-anchor="middle">{10 * tenth} %</text>')
        lines.append(f'<text x="52" y="{424 - at}" text-anchor="end">{10 * tenth} %</text>')
    lines.append('<text x="240" y="454" text-anchor="middle">confidence shown</text>')
    lines.append('<text x="60" y="44">right, of what was shown (at least 8 a point)</text>')
    drawn = [(one, records) for one, records in scored if any(each.linked.any() for each in records)]
    for number, (one, records) in enumerate(drawn):
        ink = inks[number % len(inks)]
        points = [f"{60 + 360 * sure:.0f},{420 - 360 * right:.0f}" for sure, right in _reliability(records)]
        lines.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{ink}" stroke-width="2"/>')
        lines += [
            f'<circle cx="{point.split(",")[0]}" cy="{point.split(",")[1]}" r="4" fill="{ink}"/>'
            for point in points
        ]
        lines.append(f'<text x="440" y="{80 + 22 * number}" fill="{ink}">{one.file}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _reliability(records: list[Scored]) -> Iterator[tuple[float, float]]:
    linked = np.concatenate([each.linked[each.shown] for each in records])
    shown = np.concatenate([each.sure[each.shown] for each in records])
    place = np.minimum((shown * 10).astype(int), 9)
    for one in np.unique(place):
        if (place == one).sum() >= 8:
            yield float(shown[place == one].mean()), float(linked[place == one].mean())


def _figures(scored: list[Scored]) -> str:
    """Return F1, average precision, the error of calibration of what is shown, and false links a pair."""
    linked = np.concatenate([each.linked for each in scored])
    sure = np.concatenate([each.sure for each in scored])
    proposed = np.concatenate([each.shown for each in scored])
    missed = sum(each.record.missed for each in scored)
    right = float((linked * proposed).sum())
    f1 = 2 * right / max(proposed.sum() + linked.sum() + missed, 1)
    truth, scores = np.append(linked, np.ones(missed)), np.append(sure, np.zeros(missed))
    precision = average_precision_score(truth, scores) if truth.any() else float("nan")
    wrong = (proposed.sum() - right) / len(scored)
    error = _calibration_error(linked[proposed], sure[proposed])
    return f"F1 {f1:.3f}  AP {precision:.3f}  ECE {error:.3f}  false links a pair {wrong:.2f}"


def _calibration_error(truth: Vector, sure: Vector, bins: int = 10) -> float:
    if not len(sure):
        return float("nan")
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = (
        abs(truth[place == one].mean() - sure[place == one].mean()) * (place == one).mean()
        for one in np.unique(place)
    )
    return float(sum(gaps))


def report(sets: list[tuple[Set, list[Judged]]], model: Weights, languages: Languages) -> dict[str, Any]:
    """Return the model as it is stored, with the languages that the machine had a thesaurus of."""
    return {
        "name": MODEL,
        "trained_at": datetime.now(UTC).date().isoformat(),
        "trained_by": "tests/benchmarks/train_aligner.py",
        "trained_on": [
            {"set": one.file, "source": one.source, "licence": one.licence, "pairs": len(records)}
            for one, records in sets
        ],
        "thesauri": [code for code in ("de", "en", "fr") if languages.thesaurus(code)],
        "bias": _short(model.bias),
        "statements": dict(zip(map(str, Feature), map(_short, model.features), strict=True)),
        "order": _short(model.order),
        "before_order": _stored(model.first),
        "with_order": _stored(model.last),
        "event_bias": _short(model.event_bias),
        "same_event": dict(zip(map(str, EventFeature), map(_short, model.event), strict=True)),
        "third_source": THIRD_SOURCE,
        "show": asdict(RULE),
    }


def _stored(expectation: Expectation) -> dict[str, Any]:
    documents = dict(zip(map(str, LevelFeature), map(_short, expectation.documents), strict=True))
    return {
        "bias": _short(expectation.bias),
        "firmness": _short(expectation.firmness),
        "documents": documents,
    }


def _short(value: float) -> float:
    return round(value, 9) + 0.0


def difference(one: Weights, other: Weights) -> float:
    """Return by how much two models differ where they differ most, relative to weights above 1."""
    first, second = (
        np.array(
            [
                *(model.bias, model.order, model.event_bias, *model.features, *model.event),
                *(number for one in (model.first, model.last) for number in (one.bias, one.firmness)),
                *(*model.first.documents, *model.last.documents),
            ]
        )
        for model in (one, other)
    )
    return float((np.abs(first - second) / np.maximum(np.abs(second), 1.0)).max())


def main() -> None:
    """Read the sets, fit and print the model, what it differs in, or the figures of held-out sets."""
    languages = Languages()
    sets = list(read(Path(sys.argv[1]), languages))
    if "--held-out" in sys.argv:
        scored = []
        for one, records in held_out(sets, by_fold="folds" in sys.argv):
            scored.append((one, records))
            print(f"{one.file:16s} {_figures(records)}", flush=True)
        if sys.argv[-1].endswith(".svg"):
            Path(sys.argv[-1]).write_text(picture(scored), encoding="utf-8")
        return
    model = fit(sets)
    if "--check" in sys.argv:
        found = difference(model, shipped())
        print(f"the weights fitted again differ by {found:.1e} at most")
        sys.exit(int(found > REPRODUCED))
    print(json.dumps(report(sets, model, languages), indent=2))


if __name__ == "__main__":
    main()
