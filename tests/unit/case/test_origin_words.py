"""Those whom statements lead back to, as the articles call them and not as the program keeps them."""

import io
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reconciler.case import Case
from reconciler.case.dossier import dossier
from reconciler.cli import main

FRENCH = (
    "Un incendie au port\n\n"
    "Le hangar a brûlé mardi soir, selon les pompiers.\n\n"
    "« Rien n’a été sauvé », a déclaré un responsable belge.\n\n"
    "Personne n’a été blessé, rapporte le Washington Post, citant des sources.\n\n"
    "Le maire Thomas Royer a annoncé une enquête sur l’incendie du hangar.\n\n"
    "« Elle sera longue », a-t-il ajouté.\n"
)
ENGLISH = (
    "Fire at the harbour\n\n"
    "The warehouse burnt down on Tuesday evening, according to the fire service.\n\n"
    "Officials said the fire was put out within the hour.\n\n"
    "Mayor Thomas Reed announced an inquiry into the fire of the warehouse. “It will be long,” he added.\n"
)
TWIN = (
    "Warehouse burns at the harbour\n\n"
    "The warehouse burnt down on Tuesday evening, according to the fire service of the harbour.\n"
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    paths = [tmp_path / "un.txt", tmp_path / "two.txt", tmp_path / "twin.txt"]
    for path, text in zip(paths, (FRENCH, ENGLISH, TWIN), strict=True):
        path.write_text(text, encoding="utf-8")
    case = tmp_path / "harbour.reconciler"
    names = [str(each) for each in paths]
    assert main(["compare", *names, "--case", str(case), "--output", str(tmp_path / "out")]) == 0
    return case


def test_an_origin_is_called_what_its_article_calls_it(kept: Path) -> None:
    with Case.open(kept) as case:
        claims = dossier(case, "2026-01-02T03:04:05.678Z").claims
    words = {each for claim in claims for each in claim.origin_words}
    assert {"pompiers", "responsable belge (A)", "sources (Washington Post)", "Thomas Royer"} <= words
    assert {"fire service", "Officials (B)", "Thomas Reed"} <= words
    assert not words & {"firefighters", "belgium/official (A)", "thomas royer", "thomas reed", "a-t-il"}


@pytest.mark.parametrize("form", ["html", "docx", "xlsx"])
def test_no_report_shows_a_key_of_the_program(kept: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"out.{form}"
    paths = ["--output", str(target), "--language", "fr"]
    assert main(["export", str(kept), "--format", form, *paths]) == 0
    data = target.read_bytes()
    match form:
        case "html":
            text = data.decode()
        case "docx":
            tables = Document(io.BytesIO(data)).tables
            text = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
        case _:
            sheet = load_workbook(io.BytesIO(data)).worksheets[0]
            text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "fire service" in text
    assert "firefighters" not in text


def test_programs_get_the_keys_by_which_origins_are_told_apart(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert main(["export", str(kept), "--format", "json", "--output", str(target)]) == 0
    origins = [each for claim in json.loads(target.read_text())["claims"] for each in claim["origins"]]
    assert "firefighters" in origins
