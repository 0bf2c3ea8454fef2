"""The annotated pairs of articles that the aligner's model is fitted on, read and measured."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from predict import documents_of

from reconciler.alignment.corpus import corpus_of
from reconciler.alignment.evidence import Evidence, evidence_of
from reconciler.alignment.level import Level, level_of
from reconciler.language import Languages

Vector = NDArray[np.float64]

OWN = Path(__file__).parent.parent / "quality" / "alignment"


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
            own[own_set(stored)].append(judged_of(own_record(path.stem, stored), languages))
    yield from ((one, own[one.file]) for one in OWN_SETS)


def own_set(stored: dict[str, Any]) -> str:
    if not stored["links"]:
        return "own-different"
    return "own-news" if stored.get("genre", "news") == "news" else "own-simplified"


def own_record(name: str, stored: dict[str, Any]) -> dict[str, Any]:
    kinds = {
        f"kinds_{side}": ["title"] + ["sentence"] * (len(stored[side]) - 1) for side in ("left", "right")
    }
    gold = {"gold": stored["links"], "ignore": stored["optional"], "lang": stored["language"]}
    return {"id": name, "left": stored["left"], "right": stored["right"], **gold, **kinds}
