"""`reconciler compare --format json` on the two seed articles, against its schema."""

import hashlib
import json
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reconciler.cli import main
from reconciler.model import SignalKind

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("json") / "seeds.json"
    assert main(["compare", *map(str, SEEDS), "--format", "json", "--output", str(out)]) == 0
    loaded: dict[str, Any] = json.loads(out.read_bytes())
    return loaded


def test_it_is_what_the_schema_says(document: dict[str, Any]) -> None:
    schema = json.loads((HERE / "compare.schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(document)


def test_the_sources_are_the_files(document: dict[str, Any]) -> None:
    assert [one["sha256"] for one in document["sources"]] == [
        hashlib.sha256(seed.read_bytes()).hexdigest() for seed in SEEDS
    ]
    first, second = document["sources"]
    assert (first["published"], first["published_assumed"], first["language"]) == ("2023-06-04", True, "fr")
    assert (second["published"], second["published_assumed"]) == ("2023-06-04", False)
    assert second["outlet"] == "Sputnik Afrique"
    assert first["outlet"] is None


def test_every_statement_is_exactly_its_slice(document: dict[str, Any]) -> None:
    for source in document["sources"]:
        assert source["statements"]
        for statement in source["statements"]:
            assert statement["text"] == source["text"][statement["start"] : statement["end"]]


def test_statement_ids_are_unique_over_all_sources(document: dict[str, Any]) -> None:
    ids = [statement["id"] for source in document["sources"] for statement in source["statements"]]
    assert len(set(ids)) == len(ids)


def test_matches_join_the_two_sources(document: dict[str, Any]) -> None:
    left, right = ({one["id"] for one in source["statements"]} for source in document["sources"])
    assert len(document["matches"]) > 5
    for match in document["matches"]:
        assert match["left"] in left
        assert match["right"] in right
        assert match["verdict"] is None
        assert {one["kind"] for one in match["differences"]} <= set(SignalKind)


def test_claims_hold_each_statement_once_and_follow_the_matches(document: dict[str, Any]) -> None:
    claims = document["claims"]
    members = list(chain.from_iterable(claim["statements"] for claim in claims))
    assert len(set(members)) == len(members)
    claim_of = {statement: number for number, claim in enumerate(claims) for statement in claim["statements"]}
    for match in document["matches"]:
        assert claim_of[match["left"]] == claim_of[match["right"]]
    for claim in claims:
        assert claim["basis"] == "proposed"
        assert len(set(claim["origins"])) == len(claim["origins"]) >= 1
        assert claim["outlets"] == (2 if len({one <= 15 for one in claim["statements"]}) == 2 else 1)


def test_signals_are_exactly_their_slices_and_differences_speak_of_them(document: dict[str, Any]) -> None:
    texts = set()
    for source in document["sources"]:
        for signal in (one for statement in source["statements"] for one in statement["signals"]):
            assert signal["text"] == source["text"][signal["start"] : signal["end"]]
            texts.add(signal["text"])
    differing = [one for match in document["matches"] for one in match["differences"]]
    assert {"attribution", "certainty", "quote", "date"} <= {one["kind"] for one in differing}
    for one in differing:
        parts = [part for side in (one["left"], one["right"]) if side for part in side.split(" / ")]
        assert parts
        assert one["kind"] == "negation" or set(parts) <= texts


def test_it_is_the_same_each_time(document: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "again.json"
    assert main(["compare", *map(str, SEEDS), "--format", "json", "--output", str(out)]) == 0
    assert json.loads(out.read_bytes()) == document
