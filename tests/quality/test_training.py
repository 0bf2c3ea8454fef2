"""The program that fits the weights of the model: they come out again, however its articles are ordered."""

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reconciler.language import Languages

HERE = Path(__file__).parent
REPRODUCED = 1e-6
NAMES = (
    "fr_port",
    "fr_justice_notaire",
    "en_warehouse",
    "en_court_ruling",
    "fr_ecole_conte",
    "en_two_storms",
)


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script of tests/benchmarks, which stands beside what it imports."""
    monkeypatch.syspath_prepend(str(HERE.parent / "benchmarks"))
    return importlib.import_module("train_aligner")


@pytest.fixture
def sets(training: ModuleType) -> ModuleType:
    """What the script reads its annotated articles with."""
    del training
    return importlib.import_module("aligner_sets")


def test_the_same_articles_in_another_order_give_the_same_weights(
    training: ModuleType, sets: ModuleType
) -> None:
    languages = Languages()
    kinds = {one.file: one for one in sets.OWN_SETS}
    found: dict[str, list[Any]] = {}
    for name in NAMES:
        stored = json.loads((HERE / "alignment" / f"{name}.json").read_text(encoding="utf-8"))
        judged = sets.judged_of(sets.own_record(name, stored), languages)
        found.setdefault(sets.own_set(stored), []).append(judged)
    forth = [(kinds[kind], records) for kind, records in found.items()]
    back = [(kind, records[::-1]) for kind, records in forth[::-1]]
    one, other = training.fit(forth), training.fit(back)
    assert training.difference(one, other) < REPRODUCED
    assert any(weight > 0.5 for weight in one.features)


def test_weights_are_written_with_all_the_digits_that_come_out_again(training: ModuleType) -> None:
    assert training._short(1.23456789012) == pytest.approx(1.23456789012, abs=REPRODUCED / 100)
