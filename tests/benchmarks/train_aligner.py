"""Fit the aligner's model on annotated pairs of articles and print it as JSON.

    python tests/benchmarks/train_aligner.py FOLDER > resources/alignment/model.json
    python tests/benchmarks/train_aligner.py FOLDER --held-out [corpus | folds] [PICTURE.svg]

FOLDER holds the ``*.dev.jsonl`` files named in `SETS`: records with "id", "lang", "left", "right",
"gold", "ignore" and, where only some statements were judged, "judged_left" and "judged_right". The
project's own articles in tests/quality/alignment are a set too.

Two steps. First the weights of what is seen of two statements, with a free level for each pair of
documents, so that they learn to rank within a pair and not to tell one collection from another; each
weight keeps the sign it must have, and all are drawn towards 0. Then their common scale and what the
pair of documents as a whole says about the level.

With ``--held-out`` nothing is printed but figures: each set scored by a model that did not see it
(``corpus``), or not the topics or events it is scored on (``folds``). The picture shows how often what
was shown at some confidence was right.
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
from reconciler.alignment.level import LevelFeature, level_features
from reconciler.alignment.linking import shown
from reconciler.alignment.model import Rule, Weights, confidence, parts_of
from reconciler.language import Languages

Vector = NDArray[np.float64]

OWN = Path(__file__).parent.parent / "quality" / "alignment"
MOST_NEGATIVES = 8.0
"""In the first step, pairs that are no links count at most this many times the links of their set."""
SHRINKAGE = 0.03
LEVEL_FREEDOM = 0.01
"""How firmly each pair of documents is held to the common level in the first step."""
LEVEL_SHRINKAGE = 0.0003
THIRD_SOURCE = 3.0
RULE = Rule(least=0.38, of_best=0.5, whole=6.0, part=1.5)
"""What is shown, and how far its setting goes: the first two by held-out figures, the others by design."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Set:
    """A set of annotated pairs, and how much it counts."""

    file: str
    source: str
    licence: str
    share: float


SETS = (
    Set(
        "frnews",
        "French news on two events",
        "two news articles, reworded pages, French Wikinews CC BY 2.5",
        1.0,
    ),
    Set("ecbpool", "ECB+, sentences of two reports pooled", "CC BY 3.0", 1.0),
    Set("ecbneg", "ECB+, reports of two different events", "CC BY 3.0", 1.6),
    Set("propseg", "PropSegmEnt", "CC BY-SA 3.0", 0.5),
    Set("stsbfr", "STS benchmark, translated by machine into French", "as the STS benchmark", 0.7),
)
OWN_SETS = (
    Set("own-news", "articles written for this project", "MIT", 0.6),
    Set("own-simplified", "texts and their simple versions written for this project", "MIT", 0.6),
    Set("own-different", "articles on two different events written for this project", "MIT", 0.6),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged pairs of statements of two documents: what was measured on them, and which are links.

    `seen` are their places among the pairs looked at, `missed` the links that were not looked at.
    """

    group: str
    evidence: Evidence
    level: Vector
    seen: NDArray[np.int64]
    linked: Vector
    missed: int


@dataclass(frozen=True, slots=True)
class Table:
    """Judged pairs of all sets: a weight for each row, and the pair of documents it comes from."""

    features: Vector
    level: Vector
    linked: Vector
    weight: Vector
    pair: NDArray[np.int64]


def judged_of(record: dict[str, Any], languages: Languages) -> Judged:
    """Measure the judged pairs of one record."""
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
    return Judged(
        group=str(record.get("group", record["id"])),
        evidence=evidence,
        level=level_features(corpus, 0, 1, evidence),
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
    sets = [(one, kept) for one, records in sets if (kept := [each for each in records if len(each.seen)])]
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
        features=np.concatenate([record.evidence.features[record.seen] for record in rows]),
        level=np.concatenate([np.tile(record.level, (len(record.seen), 1)) for record in rows]),
        linked=np.concatenate([record.linked for record in rows]),
        weight=weight / weight.sum(),
        pair=np.repeat(np.arange(len(rows)), [len(record.seen) for record in rows]),
    )


def _loss(log_odds: Vector, table: Table) -> tuple[float, Vector]:
    """Return the weighted logistic loss and its derivative by the log-odds of each row."""
    loss = table.weight @ (np.logaddexp(0.0, log_odds) - table.linked * log_odds)
    return float(loss), table.weight * (confidence(log_odds) - table.linked)


def fit_ranking(table: Table, precision: float) -> tuple[float, Vector]:
    """Return the bias and the weights of the statements' features."""
    spread = table.features.std(axis=0) + 1e-9
    scaled = table.features / spread
    width, pairs = scaled.shape[1], int(table.pair.max()) + 1
    mass = np.bincount(table.pair, table.weight, pairs)

    def target(values: Vector) -> tuple[float, Vector]:
        slopes, levels = values[1 : width + 1], values[width + 1 :]
        loss, slope = _loss(scaled @ slopes + values[0] + levels[table.pair], table)
        loss += SHRINKAGE * float(slopes @ slopes) + LEVEL_FREEDOM * float(mass @ levels**2)
        by_pair = np.bincount(table.pair, slope, pairs) + 2 * LEVEL_FREEDOM * mass * levels
        return loss, np.concatenate(([slope.sum()], scaled.T @ slope + 2 * SHRINKAGE * slopes, by_pair))

    signs = [(None, 0.0) if feature in AGAINST else (0.0, None) for feature in Feature]
    bounds = [(None, None), *signs, *[(None, None)] * pairs]
    start = np.zeros(1 + width + pairs)
    found = minimize(
        target,
        start,
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"maxiter": 20_000, "maxfun": 40_000, "ftol": precision, "gtol": 1e-9},
    ).x
    return float(found[0]), found[1 : width + 1] / spread


def fit_level(table: Table, bias: float, weights: Vector) -> tuple[float, float, float, Vector]:
    """Return the level, how firmly what ranks counts, plain and by strength, and the documents' weights."""
    ranked = table.features @ weights + bias
    strongest = table.level[:, list(LevelFeature).index(LevelFeature.STRONGEST)]
    columns = np.column_stack((ranked, ranked * strongest, table.level))
    centre, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = (columns - centre) / spread
    drawn = np.array([0.0] + [LEVEL_SHRINKAGE] * (columns.shape[1] - 1))

    def target(values: Vector) -> tuple[float, Vector]:
        loss, slope = _loss(scaled @ values[1:] + values[0], table)
        loss += float(drawn @ values[1:] ** 2)
        return loss, np.concatenate(([slope.sum()], scaled.T @ slope + 2 * drawn * values[1:]))

    start = np.zeros(columns.shape[1] + 1)
    found = minimize(
        target,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 10_000, "ftol": 1e-15, "gtol": 1e-10},
    ).x
    slopes = found[1:] / spread
    return float(found[0] - slopes @ centre), float(slopes[0]), float(slopes[1]), slopes[2:]


def fit(sets: list[tuple[Set, list[Judged]]], precision: float = 1e-13) -> Weights:
    """Fit both steps; figures need less precision than weights that are to come out again the same."""
    bias, features = fit_ranking(table_of(sets, MOST_NEGATIVES), precision)
    level_bias, firmness, by_strongest, level = fit_level(table_of(sets), bias, features)
    return Weights(
        name=MODEL,
        bias=bias,
        level_bias=level_bias,
        features=tuple(features.tolist()),
        firmness=firmness,
        firmness_by_strongest=by_strongest,
        level=tuple(level.tolist()),
        third_source=THIRD_SOURCE,
        rule=RULE,
    )


def _sure(record: Judged, weights: Weights) -> Vector:
    """Return the confidence of all pairs that were looked at."""
    return confidence(parts_of(record.evidence, record.level, weights).total)


def held_out(
    sets: list[tuple[Set, list[Judged]]], by_fold: bool
) -> Iterator[tuple[Set, list[tuple[Judged, Vector]]]]:
    """Yield each set scored by models that did not see what they are scored on."""
    for one, records in sets:
        groups = sorted({record.group for record in records})
        fold = {group: number % FOLDS for number, group in enumerate(groups)} if by_fold else {}
        scored: list[tuple[Judged, Vector]] = []
        for number in range(FOLDS if by_fold else 1):
            rest = [
                (other, [each for each in some if not _is_held_out(one, other, fold.get(each.group), number)])
                for other, some in sets
            ]
            model = fit(rest, precision=1e-8)
            tried = (record for record in records if not by_fold or fold[record.group] == number)
            scored += [(record, _sure(record, model)) for record in tried]
        yield one, scored


def _is_held_out(one: Set, other: Set, fold: int | None, number: int) -> bool:
    """Say whether a record of a set must not be seen by the model that one set is scored with.

    The reports of different events are of the same topics as those of one event.
    """
    same = {"ecbneg": "ecbpool"}
    return same.get(other.file, other.file) == same.get(one.file, one.file) and fold in (None, number)


def picture(scored: list[tuple[Set, list[tuple[Judged, Vector]]]]) -> str:
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
    drawn = [(one, records) for one, records in scored if any(record.linked.any() for record, _ in records)]
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


def _reliability(records: list[tuple[Judged, Vector]]) -> Iterator[tuple[float, float]]:
    proposed = [_proposed(record, sure) for record, sure in records]
    linked = np.concatenate(
        [record.linked[mark] for (record, _), mark in zip(records, proposed, strict=True)]
    )
    shown = np.concatenate(
        [sure[record.seen][mark] for (record, sure), mark in zip(records, proposed, strict=True)]
    )
    place = np.minimum((shown * 10).astype(int), 9)
    for one in np.unique(place):
        if (place == one).sum() >= 8:
            yield float(shown[place == one].mean()), float(linked[place == one].mean())


def _figures(scored: list[tuple[Judged, Vector]]) -> str:
    """Return F1, average precision, the error of calibration of what is shown, and false links a pair."""
    linked = np.concatenate([record.linked for record, _ in scored])
    sure = np.concatenate([values[record.seen] for record, values in scored])
    proposed = np.concatenate([_proposed(record, values) for record, values in scored])
    missed = sum(record.missed for record, _ in scored)
    right = float((linked * proposed).sum())
    f1 = 2 * right / max(proposed.sum() + linked.sum() + missed, 1)
    truth, scores = np.append(linked, np.ones(missed)), np.append(sure, np.zeros(missed))
    precision = average_precision_score(truth, scores) if truth.any() else float("nan")
    wrong = (proposed.sum() - right) / len(scored)
    error = _calibration_error(linked[proposed], sure[proposed])
    return f"F1 {f1:.3f}  AP {precision:.3f}  ECE {error:.3f}  false links a pair {wrong:.2f}"


def _proposed(record: Judged, sure: Vector) -> NDArray[np.bool_]:
    marks = np.zeros(len(sure), dtype=np.bool_)
    marks[shown(record.evidence, sure, RULE)] = True
    return marks[record.seen]


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
        "level_bias": _short(model.level_bias),
        "firmness": _short(model.firmness),
        "firmness_by_strongest": _short(model.firmness_by_strongest),
        "statements": dict(zip(map(str, Feature), map(_short, model.features), strict=True)),
        "documents": dict(zip(map(str, LevelFeature), map(_short, model.level), strict=True)),
        "third_source": THIRD_SOURCE,
        "show": asdict(RULE),
    }


def _short(value: float) -> float:
    return round(value, 5) + 0.0


def main() -> None:
    """Read the sets, fit both steps and print the model, or the figures of held-out sets."""
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
    print(json.dumps(report(sets, fit(sets), languages), indent=2))


if __name__ == "__main__":
    main()
