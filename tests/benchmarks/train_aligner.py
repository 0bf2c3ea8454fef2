"""Fit the aligner's model on annotated pairs of articles and print it as JSON.

    python tests/benchmarks/train_aligner.py FOLDER > resources/alignment/model.json

FOLDER holds the ``*.dev.jsonl`` files named in `SETS`: records with "id", "lang", "left",
"right", "gold", "ignore" and, where only some statements were judged, "judged_left" and
"judged_right".

Two steps. First the weights of what is seen of two statements, with a free level for each pair
of documents, so that they learn to rank within a pair and not to tell one collection from
another; each weight keeps the sign it must have, and all are drawn towards 0. Then their common
scale and what the pair of documents as a whole says about the level.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from reconciler.alignment import MODEL, Document, Unit
from reconciler.alignment.evidence import corpus_of, evidence_of
from reconciler.alignment.model import Feature, PairFeature, document_features, features_of
from reconciler.language import Languages
from reconciler.model import SourceId, StatementId, StatementKind

Vector = NDArray[np.float64]

AGAINST = frozenset({Feature.OTHER_NUMBERS})
"""Features that may only speak against a match; all others only for it."""
MOST_NEGATIVES = 8.0
"""In the first step, pairs that are no links count at most this many times the links of their set."""
SHRINKAGE = 0.03
LEVEL_FREEDOM = 0.01
"""How firmly each pair of documents is held to the common level in the first step."""
LEVEL_SHRINKAGE = 0.001
SHOW = {"least": 0.27, "of_best": 0.5}


@dataclass(frozen=True, slots=True)
class Set:
    """A set of annotated pairs, and how much it counts in either step."""

    file: str
    source: str
    licence: str
    ranking: float
    level: float


SETS = (
    Set(
        "frnews",
        "French news on two events",
        "two news articles, reworded pages, French Wikinews CC BY 2.5",
        1.0,
        1.0,
    ),
    Set("ecbpool", "ECB+, sentences of two reports pooled", "CC BY 3.0", 1.0, 0.7),
    Set("ecbplus", "ECB+, two whole reports", "CC BY 3.0", 0.5, 0.0),
    Set("ecbneg", "ECB+, reports of two different events", "CC BY 3.0", 0.2, 1.0),
    Set("propseg", "PropSegmEnt", "CC BY-SA 3.0", 0.5, 0.3),
    Set("stsbfr", "STS benchmark, translated by machine into French", "as the STS benchmark", 0.7, 0.7),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged pairs of statements of two documents, one row each."""

    features: Vector
    documents: Vector
    linked: Vector


@dataclass(frozen=True, slots=True)
class Table:
    """Judged pairs of all sets: a weight for each row, and the pair of documents it comes from."""

    features: Vector
    documents: Vector
    linked: Vector
    weight: Vector
    pair: NDArray[np.int64]


def judged_of(record: dict[str, Any], languages: Languages) -> Judged:
    """Measure the judged pairs of one record."""
    left, right = (_document(record, number, languages) for number in (1, 2))
    corpus = corpus_of((left, right))
    evidence = evidence_of(corpus, 0, 1)
    matrices = np.stack([matrix for _, matrix in features_of(evidence)], axis=-1)
    rows, columns = ({int(unit): place for place, unit in enumerate(side.rows)} for side in corpus.sides)
    ignored, gold = ({tuple(pair) for pair in record.get(name, [])} for name in ("ignore", "gold"))
    cells = [
        (i, j)
        for i in record.get("judged_left", range(len(record["left"])))
        for j in record.get("judged_right", range(len(record["right"])))
        if i in rows and j in columns and (i, j) not in ignored
    ]
    seen = document_features(evidence)
    return Judged(
        features=np.array([matrices[rows[i], columns[j]] for i, j in cells]).reshape(-1, len(Feature)),
        documents=np.tile([seen[feature] for feature in PairFeature], (len(cells), 1)),
        linked=np.array([cell in gold for cell in cells], dtype=np.float64),
    )


def _document(record: dict[str, Any], number: int, languages: Languages) -> Document:
    side = ("left", "right")[number - 1]
    texts, language = record[side], record["lang"]
    kinds = record.get(f"kinds_{side}") or ["sentence"] * len(texts)
    units = tuple(
        Unit(StatementId(place), StatementKind(kind), text, languages.words(text, language))
        for place, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    )
    return Document(SourceId(number), language, record.get(f"published_{side}"), units)


def read(folder: Path, languages: Languages) -> Iterator[tuple[Set, list[Judged]]]:
    """Read and measure each set."""
    for one in SETS:
        with (folder / f"{one.file}.dev.jsonl").open(encoding="utf-8") as lines:
            yield one, [judged_of(json.loads(line), languages) for line in lines if line.strip()]


def table_of(
    sets: list[tuple[Set, list[Judged]]], share: Callable[[Set], float], most_negatives: float = np.inf
) -> Table:
    """Put the judged pairs of all sets together; each set counts as much as its share says."""
    kept = [(one, records) for one, records in sets if share(one) > 0]
    weights = []
    for one, records in kept:
        linked = np.concatenate([record.linked for record in records])
        links = linked.sum()
        # A set of pairs of different events has next to no links, and is there for that.
        capped = min(1.0, most_negatives * links / (len(linked) - links)) if links >= len(records) else 1.0
        weight = np.where(linked > 0, 1.0, capped)
        weights.append(weight * share(one) / weight.sum())
    rows = [record for _, records in kept for record in records]
    weight = np.concatenate(weights)
    return Table(
        features=np.concatenate([record.features for record in rows]),
        documents=np.concatenate([record.documents for record in rows]),
        linked=np.concatenate([record.linked for record in rows]),
        weight=weight / weight.sum(),
        pair=np.repeat(np.arange(len(rows)), [len(record.linked) for record in rows]),
    )


def _loss(log_odds: Vector, table: Table) -> tuple[float, Vector]:
    """Return the weighted logistic loss and its derivative by the log-odds of each row."""
    chance = 1.0 / (1.0 + np.exp(-log_odds))
    loss = table.weight @ (np.logaddexp(0.0, log_odds) - table.linked * log_odds)
    return float(loss), table.weight * (chance - table.linked)


def fit_ranking(table: Table) -> tuple[float, Vector]:
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
    found = minimize(target, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 2000}).x
    return float(found[0]), found[1 : width + 1] / spread


def fit_level(table: Table, bias: float, weights: Vector) -> tuple[float, float, Vector]:
    """Return the level, the scale of what ranks, and the weights of the documents' features."""
    columns = np.column_stack((table.features @ weights + bias, table.documents))
    centre, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = (columns - centre) / spread
    drawn = np.array([0.0] + [LEVEL_SHRINKAGE] * (columns.shape[1] - 1))

    def target(values: Vector) -> tuple[float, Vector]:
        loss, slope = _loss(scaled @ values[1:] + values[0], table)
        loss += float(drawn @ values[1:] ** 2)
        return loss, np.concatenate(([slope.sum()], scaled.T @ slope + 2 * drawn * values[1:]))

    found = minimize(target, np.zeros(columns.shape[1] + 1), jac=True, method="L-BFGS-B").x
    slopes = found[1:] / spread
    return float(found[0] - slopes @ centre), float(slopes[0]), slopes[1:]


def main() -> None:
    """Read the sets, fit both steps and print the model."""
    sets = list(read(Path(sys.argv[1]), Languages()))
    bias, weights = fit_ranking(table_of(sets, lambda one: one.ranking, MOST_NEGATIVES))
    level, scale, documents = fit_level(table_of(sets, lambda one: one.level), bias, weights)
    model = {
        "name": MODEL,
        "trained_at": datetime.now(UTC).date().isoformat(),
        "trained_by": "tests/benchmarks/train_aligner.py",
        "trained_on": [
            {"set": one.file, "source": one.source, "licence": one.licence, "pairs": len(records)}
            for one, records in sets
        ],
        "bias": round(level + scale * bias, 5),
        "statements": _named(Feature, scale * weights),
        "documents": _named(PairFeature, documents),
        "show": SHOW,
    }
    print(json.dumps(model, indent=2))


def _named(names: type[Feature] | type[PairFeature], values: Vector) -> dict[str, float]:
    return {name.value: round(float(value), 5) + 0.0 for name, value in zip(names, values, strict=True)}


if __name__ == "__main__":
    main()
