"""Predict the links of already cut pairs of articles, for the scorers of a benchmark.

    python tests/benchmarks/predict.py INPUT.jsonl > PREDICTIONS.jsonl

Each line of INPUT is ``{"id", "lang", "left": [text…], "right": [text…]}`` and may carry
``kinds_left``, ``kinds_right``, ``published_left``, ``published_right`` and ``pairs``. Each line
printed is ``{"id", "links", "scores", "differences"}``: what the window would propose, every
pair that was scored, and for each of ``pairs`` the kinds of difference.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reconciler.alignment import Document, PairAlignment, Unit, align
from reconciler.alignment.differences import StatementSignals, compare, kinds
from reconciler.language import Languages
from reconciler.model import Segment, SourceId, StatementId, StatementKind

_BOTH = ((SourceId(1), "left"), (SourceId(2), "right"))


def documents_of(record: dict[str, Any], languages: Languages) -> tuple[Document, Document]:
    """Return the two documents of a record with their signals; statement ids count from 0."""
    language = record.get("lang") or languages.detect(" ".join([*record["left"], *record["right"]]))
    left, right = (
        Document(
            source,
            language,
            record.get(f"published_{side}"),
            tuple(_units(record, side, language, languages)),
        )
        for source, side in _BOTH
    )
    second = tuple(replace(unit, id=StatementId(unit.id + len(left.units))) for unit in right.units)
    return _telling(left, languages), _telling(replace(right, units=second), languages)


def _telling(document: Document, languages: Languages) -> Document:
    signals = [one.signals for one in with_signals(document, languages)]
    units = (replace(unit, signals=found) for unit, found in zip(document.units, signals, strict=True))
    return replace(document, units=tuple(units))


def _units(record: dict[str, Any], side: str, language: str, languages: Languages) -> Iterator[Unit]:
    texts: list[str] = record[side]
    kinds: list[str] = record.get(f"kinds_{side}") or ["sentence"] * len(texts)
    for number, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        yield Unit(StatementId(number), StatementKind(kind), text, languages.words(text, language))


def predict(record: dict[str, Any], languages: Languages) -> dict[str, Any]:
    """Return the prediction for one record."""
    documents = documents_of(record, languages)
    (pair,) = align(documents, relations=languages)
    first = len(documents[0].units)
    return {
        "id": record["id"],
        "links": [[link.left, link.right - first, link.confidence] for link in pair.proposals],
        "scores": _scores(pair),
        "differences": differences(record, documents, languages),
    }


def _scores(pair: PairAlignment) -> list[list[float]]:
    if pair.scores is None:
        return []
    found = (pair.scores.rows.tolist(), pair.scores.columns.tolist(), pair.scores.values.tolist())
    return [list(one) for one in zip(*found, strict=True)]


def differences(
    record: dict[str, Any], documents: tuple[Document, Document], languages: Languages
) -> list[list[Any]]:
    """Return for each of the record's pairs the kinds in which it differs."""
    left, right = (with_signals(document, languages) for document in documents)
    return [
        [one, other, sorted(kinds(compare(left[one], right[other]), rounding=True))]
        for one, other in record.get("pairs", [])
    ]


def with_signals(document: Document, languages: Languages) -> list[StatementSignals]:
    """Return the statements as the comparison sees them, each as a line of an article."""
    text = "\n".join(unit.text for unit in document.units)
    segments, start = [], 0
    for unit in document.units:
        segments.append(Segment(start, start + len(unit.text), unit.kind))
        start += len(unit.text) + 1
    signals = languages.signals(text, segments, document.language, document.published)
    return [
        StatementSignals(unit.text, found, segment.start, document.language, document.published)
        for unit, segment, found in zip(document.units, segments, signals, strict=True)
    ]


def main() -> None:
    """Read the records of a file and print their predictions."""
    languages = Languages()
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                print(json.dumps(predict(json.loads(line), languages), ensure_ascii=False))


if __name__ == "__main__":
    main()
