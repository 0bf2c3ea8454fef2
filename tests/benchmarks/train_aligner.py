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
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from aligner_figures import figures, held_out, picture
from aligner_fitting import RULE, THIRD_SOURCE, fit
from aligner_sets import Judged, Set, read

from reconciler.alignment import MODEL
from reconciler.alignment.evidence import Feature
from reconciler.alignment.level import EventFeature, LevelFeature
from reconciler.alignment.model import (
    Expectation,
    Weights,
    shipped,
)
from reconciler.language import Languages

REPRODUCED = 1e-6
"""By how much weights that are fitted again may differ from the program's."""


def model_as_stored(
    sets: list[tuple[Set, list[Judged]]], model: Weights, languages: Languages
) -> dict[str, Any]:
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
            print(f"{one.file:16s} {figures(records)}", flush=True)
        if sys.argv[-1].endswith(".svg"):
            Path(sys.argv[-1]).write_text(picture(scored), encoding="utf-8")
        return
    model = fit(sets)
    if "--check" in sys.argv:
        found = difference(model, shipped())
        print(f"the weights fitted again differ by {found:.1e} at most")
        sys.exit(int(found > REPRODUCED))
    print(json.dumps(model_as_stored(sets, model, languages), indent=2))


if __name__ == "__main__":
    main()
