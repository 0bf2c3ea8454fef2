"""The report and the workbook tell all that the analyst said, and the weightiest of it first."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.hostile_case import draft

from reconciler.alignment import PairAlignment
from reconciler.alignment.differences import Cause
from reconciler.case import Case
from reconciler.case.dossier import dossier
from reconciler.cli.table import plain_table
from reconciler.export.blocks import Figures, Items, Pair, Report, Table
from reconciler.export.document import as_docx
from reconciler.export.html import html_lines
from reconciler.export.report import report
from reconciler.export.sheets import as_xlsx
from reconciler.export.words import words
from reconciler.gui import evidence_words
from reconciler.model import (
    ClaimField,
    Difference,
    Outcome,
    Proposal,
    Relation,
    SignalKind,
    StatementId,
    Verdict,
)

FIRST = ("Fire in the harbour town", "The fire broke out at noon.", "Belgian rifles were found there.")
OTHER = ("The harbour town burns", "The fire broke out at midnight.", "Nobody knows who lit it.")
AT = "2026-11-29T16:00:51.123Z"


def made(path: Path, one: tuple[str, ...], other: tuple[str, ...], *shares: tuple[int, int, float]) -> Case:
    """Make a case of two articles whose statements are proposed to match, each so likely."""
    case = Case.create(path, analyst="Ada")
    case.add_sources([draft("one", one, None), draft("two", other, None)])
    a, b = (each.id for each in case.sources)
    found = tuple(Proposal(StatementId(left), StatementId(right), share, ()) for left, right, share in shares)
    case.record_run("test-1", "{}", [PairAlignment(a, b, found)])
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with made(tmp_path / "fire.reconciler", FIRST, OTHER, (1, 4, 0.9), (2, 5, 0.9)) as case:
        b = case.sources[1].id
        first, second = case.matches
        case.decide([first], Verdict.CONFIRMED)
        case.decide([second], Verdict.CONFIRMED, Relation.CONTRADICTS)
        rifles = StatementId(3)
        case.edit_claim(rifles, ClaimField.LABEL, "Belgian <b>weapons</b>")
        case.edit_claim(rifles, ClaimField.ASSESSMENT, "unclear")
        case.edit_claim(rifles, ClaimField.NOTE, "Ask the ministry.")
        case.set_silence(rifles, b, True)
        yield case


def lines_of(made: Report, section: str) -> list[str]:
    found, is_in = [], False
    for block in made.blocks:
        anchor = getattr(block, "anchor", None)
        if anchor:
            is_in = anchor == section
        elif is_in and isinstance(block, Items):
            found += [line.text for line in block.lines]
        elif is_in and isinstance(block, Table):
            found += [" | ".join(line.text for cell in row for line in cell) for row in block.rows]
    return found


def test_what_was_said_of_a_claim_of_one_source_stands_with_it(case: Case) -> None:
    alone = lines_of(report(dossier(case, AT), "en"), "alone")
    place = next(number for number, line in enumerate(alone) if line.endswith(FIRST[2]))
    assert alone[place + 1] == (
        "↳ Name: Belgian <b>weapons</b> · Assessment: unclear · Note: Ask the ministry."
        " · Searched, nothing there in: B"
    )
    french = lines_of(report(dossier(case, AT), "fr"), "alone")
    assert any("Cherché, rien trouvé dans\u00a0: B" in line for line in french)


def test_names_notes_assessments_and_searches_are_in_the_journal(case: Case) -> None:
    case.undo()
    rows = lines_of(report(dossier(case, AT), "en"), "decisions")
    said = [row.split(" | ", 1)[1] for row in rows]
    assert "Ada | A3 | name of the claim: “Belgian <b>weapons</b>” | " in said
    assert "Ada | A3 | assessment of the claim: unclear | " in said
    assert "Ada | A3 | note on the claim | Ask the ministry." in said
    assert "Ada | A3 | searched, nothing there in B | " in said
    assert said[-1] == "Ada | A3 | undone, no longer marked as searched in B | "
    sheet = load_workbook(io.BytesIO(as_xlsx(dossier(case, AT), "en")))["Decisions"]
    acts = [(row[2].value, row[3].value) for row in sheet.iter_rows(min_row=2)]
    assert ("searched, nothing there in B", "A3") in acts
    assert len(acts) == len(rows)


def test_pages_and_documents_say_it_too_and_take_no_markup_of_it(case: Case) -> None:
    made = report(dossier(case, AT), "en")
    page = "\n".join(html_lines(made, made.blocks))
    assert "Name: " in re.sub(r"<[^>]+>", "", page)
    assert "Belgian &lt;b&gt;weapons&lt;/b&gt;" in page
    assert "<b>weapons" not in page
    document = Document(io.BytesIO(as_docx(made, AT)))
    assert any("Note: Ask the ministry." in each.text for each in document.paragraphs)


def test_the_analyst_s_contradictions_come_first_and_are_counted(case: Case) -> None:
    made = report(dossier(case, AT), "en")
    strongest = lines_of(made, "summary")[0]
    assert strongest.startswith("A2 ↔ B2  ≠ contradicts, says the analyst: “The fire broke out at noon.”")
    assert lines_of(made, "findings")[0].startswith("A2 ↔ B2 | contradicts, says the analyst | A  The fire")
    figures = next(each for each in made.blocks if isinstance(each, Figures))
    assert (1, "contradiction, says the analyst") in [(each.number, each.words) for each in figures.figures]
    assert any("contradicts, says the analyst" in line for line in lines_of(made, "claims"))
    sheet = load_workbook(io.BytesIO(as_xlsx(dossier(case, AT), "en")))["Claims"]
    found = [
        row[5].value
        for row in sheet.iter_rows(min_row=2)
        if row[0].value == OTHER[1] or row[0].value == FIRST[1]
    ]
    assert [str(each).startswith("contradicts, says the analyst") for each in found] == [True]


def test_the_terminal_names_them_first_too(case: Case) -> None:
    told = plain_table(case, 180).split("Findings · ")[1].splitlines()
    assert told[0].startswith("1 ")
    assert told[1].startswith(
        "A2 ↔ B2  contradicts, says the analyst: “The fire broke out at noon.” | “The fire broke out at mid"
    )


def test_the_journal_of_a_french_report_reads_as_french_does(case: Case) -> None:
    first = next(iter(case.matches))
    case.annotate(first, "Voir l’agence.")
    case.clear([first])
    case.undo()
    rows = [row.split(" | ") for row in lines_of(report(dossier(case, AT), "fr"), "decisions")]
    assert [row[3:] for row in rows[-3:]] == [
        ["note", "Voir l’agence."],
        ["effacé", "Voir l’agence."],
        ["annulé, désormais confirmée", "Voir l’agence."],
    ]
    assert re.fullmatch(r"\d{1,2}(?:er)? [a-zéû]+ \d{4}, \d\d:\d\d:\d\d", rows[0][0])
    words_of_all = " ".join(" ".join(row[1:]) for row in rows)
    assert "nom de l’affirmation\u00a0: «\u00a0Belgian" in words_of_all
    assert not re.search(r"[\w»] ?[:;?!»]", words_of_all)
    told = " ".join(lines_of(report(dossier(case, AT), "fr"), "sources"))
    assert re.search(r"Lu le\u00a0: \d{1,2}(?:er)? [a-zéû]+ \d{4}, ", told)


def test_a_finding_has_one_name_in_the_window_and_in_what_is_exported() -> None:
    for cause in Cause:
        exported = words("en").difference_name(
            Difference(SignalKind.FIGURE, "12", "15", Outcome.DIFFERS, cause)
        )
        assert evidence_words.cause_word(cause) in exported
    revised = Difference(SignalKind.FIGURE, "douze", "quinze", Outcome.DIFFERS, Cause.REVISION)
    assert words("fr").difference_name(revised) == "chiffre (contradiction ou révision)"


def test_a_teaser_that_is_cut_off_does_not_name_a_claim(tmp_path: Path) -> None:
    cut, whole = "The authorities will ask for…", "The authorities will ask for the rifles to be returned."
    for number, ends in enumerate(((cut, whole), (f"{cut[:-1]}...", whole), (f"{cut} »", whole))):
        path = tmp_path / f"{number}.reconciler"
        with made(path, ("A title", ends[0]), ("A name", ends[1]), (2, 4, 0.9)) as case:
            case.decide(list(case.matches), Verdict.CONFIRMED)
            names = [each.words for each in dossier(case, AT).claims if each.sources == 2]
            assert names == [whole]


def test_no_proposal_is_told_as_certain(tmp_path: Path) -> None:
    with made(tmp_path / "sure.reconciler", FIRST, OTHER, (1, 4, 0.9996), (2, 5, 1.0)) as case:
        values = dossier(case, AT)
        pairs = [each for each in report(values, "en").blocks if isinstance(each, Pair)]
        assert ["99 % likely" in each.standing.text for each in pairs] == [True, True]
        sheet = load_workbook(io.BytesIO(as_xlsx(values, "en")))["Matches"]
        assert [row[6].value for row in sheet.iter_rows(min_row=2)] == [0.99, 0.99]
        told = plain_table(case, 120)
    assert "99 %" in told
    assert "100 %" not in told
