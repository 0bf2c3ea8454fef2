"""`reconciler import`: a case of an exported document, and sentences for what is none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.hostile_case import HOSTILE, hostile_case

from reconciler.case import Case
from reconciler.cli import main


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """The hostile case as a document."""
    with hostile_case(tmp_path) as case:
        path = case.path
    target = tmp_path / "case.json"
    assert main(["export", str(path), "--format", "json", "--output", str(target)]) == 0
    return target


def test_the_case_is_made_and_told(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.reconciler"
    capsys.readouterr()
    assert main(["import", str(document), "--case", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: 2 sources, 5 matches, 4 of them decided\n"
    assert main(["check", str(out)]) == 0
    with Case.open(out) as case:
        assert [each.text for each in case.statements(case.sources[0].id)] == list(HOSTILE)
        assert {row.analyst for row in case.journal()} == {"<u>Eve</u>"}
        assert case.undoable is not None
        assert case.undoable.kind == "import"


def test_a_case_that_is_there_is_left_alone(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.reconciler"
    out.write_bytes(b"mine")
    assert main(["import", str(document), "--case", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert out.read_bytes() == b"mine"


def _change(path: tuple[object, ...], value: object) -> Callable[[Any], None]:
    def change(whole: Any) -> None:  # noqa: ANN401 - whatever a document holds
        for key in path[:-1]:
            whole = whole[key]
        whole[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_change(("sources", 0, "sha256"), "../../etc"), "document.sources[0].sha256"),
        (_change(("sources", 0, "language"), "<b>"), "document.sources[0].language"),
        (_change(("sources", 0, "statements", 1, "text"), "other"), "document.sources[0].statements[1].text"),
        (_change(("sources", 0, "statements", 1, "start"), 0), "document.sources[0].statements[1].text"),
        (_change(("sources", 0, "statements", 1, "end"), 2**80), "document.sources[0].statements[1].end"),
        (_change(("sources", 1, "id"), 1), "document.sources[1].id"),
        (_change(("matches", 0, "left"), 999), "document.matches[0].left"),
        (_change(("matches", 0, "confidence"), 7), "document.matches[0].confidence"),
        (_change(("matches", 0, "verdict"), "maybe"), "maybe"),
        (_change(("matches", 0, "verdict"), "rejected"), "document.matches[0].relation"),
        (_change(("matches", 0, "at"), "yesterday"), "document.matches[0].at"),
        (_change(("matches", 0, "reasons"), {}), "document.matches[0].reasons"),
        (_change(("settings",), []), "settings: no object"),
        (_change(("silences",), [{"statement": 1, "source": 1}]), "document.silences[0].source"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    document: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Any], None],
    where: str,
) -> None:
    whole = json.loads(document.read_bytes())
    change(whole)
    document.write_text(json.dumps(whole), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(document), "--case", str(tmp_path / "out.reconciler")]) == 1
    told = capsys.readouterr().err
    assert "is no whole case written by Reconciler" in told
    assert where in told
    assert not (tmp_path / "out.reconciler").exists()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[" * 200_000, b'{"reconciler": "1"}', b"[]", b"null"]
)
def test_what_is_no_document_at_all_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    path = tmp_path / "some.json"
    path.write_bytes(data)
    assert main(["import", str(path), "--case", str(tmp_path / "out.reconciler")]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "is no whole case written by Reconciler" in told
    assert "codec" not in told


def test_a_document_of_a_later_program_is_refused(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(document.read_bytes())
    document.write_text(json.dumps({**whole, "format": 2}), encoding="utf-8")
    assert main(["import", str(document), "--case", str(tmp_path / "out.reconciler")]) == 1
    assert "made by a newer version" in capsys.readouterr().err


def test_the_same_article_twice_is_refused_and_nothing_is_left(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(document.read_bytes())
    whole["sources"][1]["sha256"] = whole["sources"][0]["sha256"]
    document.write_text(json.dumps(whole), encoding="utf-8")
    assert main(["import", str(document), "--case", str(tmp_path / "out.reconciler")]) == 1
    assert "the same as another" in capsys.readouterr().err
    assert not list(tmp_path.glob("out.*"))
