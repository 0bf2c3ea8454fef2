"""What `compare` prints."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.formats import samples

from reconciler.case import Case
from reconciler.case.dossier import dossier
from reconciler.cli import main
from reconciler.cli.table import plain_table
from reconciler.export.plain import one_line
from reconciler.export.tables import as_csv
from reconciler.model import Signal, SignalKind, Verdict
from reconciler.signals import AttributionValue, encode

HARBOUR = (
    "Fire in the harbour [bold]tonight[/bold]\n\n"
    "The fire broke out in a warehouse of the harbour on Tuesday evening, the fire brigade said.\n\n"
    "=SUM(A1) stood on the notice at the warehouse of the harbour, the fire brigade said.\n\n"
    "Two\x1b[31m firefighters\x07 were hurt\u202e by glass.\n"
)
QUAY = (
    "Warehouse burns at the harbour\n\n"
    "A warehouse of the harbour caught fire on Tuesday evening, according to the fire brigade.\n\n"
    "=SUM(A1) was what the notice at the harbour's warehouse said, according to the fire brigade.\n\n"
    "Two firefighters were hurt by broken glass.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "harbour.txt", tmp_path / "quay.txt"]
    for path, text in zip(paths, (HARBOUR, QUAY), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def kept(articles: list[str], tmp_path: Path) -> Path:
    """Give the case that `compare` makes of the articles."""
    path = tmp_path / "harbour.reconciler"
    assert main(["compare", *articles, "--case", str(path), "--output", str(tmp_path / "out")]) == 0
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["compare", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("width", [80, 200])
def test_the_table_tells_who_says_what(kept: Path, width: int) -> None:
    with Case.open(kept, read_only=True) as case:
        shown = plain_table(case, width)
        statements = [each for source in case.sources for each in case.statements(source.id)]
        confidences = [match.confidence for match in case.matches.values()]
    lines = shown.splitlines()
    assert max(map(len, lines)) <= width
    assert "Warehouse burns at the harbour" in shown
    assert "outlet not stated · no date · English · 4 statements" in shown
    assert f"A ↔ B · {len(confidences)} match" in shown
    for confidence in confidences:
        assert f"{min(round(confidence * 100), 99)} %" in shown
    # Whatever is matched or stands alone: every statement is there with its first words.
    for statement in statements:
        assert " ".join(one_line(statement.text).split()[:2]) in shown


def test_the_table_sets_both_texts_side_by_side(kept: Path) -> None:
    with Case.open(kept, read_only=True) as case:
        match = next(iter(case.matches.values()))
        left, right = (
            case.statement(match.left).text.split()[:2],
            case.statement(match.right).text.split()[:2],
        )
        lines = plain_table(case, 120).splitlines()
    assert any(" ".join(left) in line and " ".join(right) in line for line in lines)


def test_matches_follow_the_first_article(kept: Path) -> None:
    with Case.open(kept, read_only=True) as case:
        lines = plain_table(case, 120).splitlines()
        ordinals = [case.statement(match.left).ordinal for match in case.matches.values()]
    begun = [int(line.split()[0]) for line in lines if " % " in line]
    assert begun == sorted(ordinals)


def test_articles_cannot_command_the_terminal(kept: Path) -> None:
    with Case.open(kept, read_only=True) as case:
        shown = plain_table(case, 200)
    assert "[bold]tonight[/bold]" in shown
    assert "Two[31m firefighters were hurt by glass." in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_verdict_stands_in_the_table_and_a_rejected_pair_counts_as_alone(kept: Path) -> None:
    with Case.open(kept) as case:
        for match in tuple(case.matches):
            case.decide([match], Verdict.REJECTED)
        shown = plain_table(case, 100)
    assert "rejected" in shown
    assert "Only in A · 4" in shown
    assert "Only in B · 4" in shown


def test_a_date_given_for_articles_without_one_is_called_assumed(
    articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = printed(capsys, *articles, "--published", "2024-05-07")
    assert shown.count("2024-05-07 (assumed)") == 2


def test_csv_has_one_row_a_match(articles: list[str], kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, *articles, "--format", "csv")
    assert text.startswith("\ufeff")
    with Case.open(kept, read_only=True) as case:
        expected = [
            (
                str(case.statement(each.left).ordinal),
                str(case.statement(each.right).ordinal),
                f"{each.confidence:.4f}",
            )
            for each in case.matches.values()
        ]
    found = rows(text)
    assert [(row["left_number"], row["right_number"], row["confidence"]) for row in found] == expected
    assert {row["verdict"] for row in found} == {"proposed"}


def test_csv_holds_no_formula(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(printed(capsys, *articles, "--format", "csv"))
    assert any(row["left_text"].startswith("'=SUM(A1)") for row in found)
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in found for cell in row.values()
    )


def test_output_takes_the_place_of_a_file_whole_and_keeps_its_mode(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "result.csv"
    out.write_text("older", encoding="utf-8")
    out.chmod(0o640)
    assert printed(capsys, *articles, "--format", "csv", "--output", str(out)) == ""
    assert out.read_bytes().decode() == printed(capsys, *articles, "--format", "csv")
    assert out.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"harbour.txt", "quay.txt", "result.csv"}


def test_output_that_cannot_be_written_leaves_what_was_there(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for where in (tmp_path, tmp_path / "missing" / "result.csv"):
        assert main(["compare", *articles, "--output", str(where)]) == 1
        assert str(where) in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"harbour.txt", "quay.txt"}


def test_three_articles_are_compared_pair_by_pair(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = tmp_path / "third.txt"
    third.write_text(
        "A warehouse of the harbour burned on Tuesday evening, the fire brigade said.\n", encoding="utf-8"
    )
    shown = printed(capsys, *articles, str(third))
    assert [name for name in ("A ↔ B", "A ↔ C", "B ↔ C") if name in shown] == ["A ↔ B", "A ↔ C", "B ↔ C"]


def test_findings_stand_in_the_table_and_in_the_csv(kept: Path) -> None:
    with Case.open(kept) as case:
        match = next(iter(case.matches.values()))
        told = case.statement(match.left)
        value = encode(AttributionValue("fire brigade"))
        said = Signal(SignalKind.ATTRIBUTION, told.start, told.start + 8, told.text[:8], value)
        every = {each.id: () for source in case.sources for each in case.statements(source.id)}
        case.record_signals({**every, told.id: (said,)})
        shown = plain_table(case, 100)
        table = rows(as_csv(dossier(case, "2026-01-02T03:04:05.678Z")))
    wanted = f"attribution lost: “{told.text[:8]}” | nothing"
    assert "Findings · 1" in shown
    assert wanted in shown
    assert [row["differences"] for row in table].count(wanted) == 1


def test_without_findings_there_is_no_section_of_them(kept: Path) -> None:
    with Case.open(kept) as case:
        case.record_signals({each.id: () for source in case.sources for each in case.statements(source.id)})
        assert "Findings" not in plain_table(case, 100)


def test_pages_documents_and_archives_are_compared_like_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Named as badly as may be: what a file is stands in it.
    page, pack = tmp_path / "page.txt", tmp_path / "pack"
    page.write_bytes(samples.html())
    pack.write_bytes(samples.zip_of({"letter": samples.docx(), "notes/mail.txt": samples.email()}))
    found = json.loads(printed(capsys, str(page), str(pack), "--format", "json"))
    assert [(one["title"], one["outlet"]) for one in found["sources"]] == [
        (samples.TITLE, samples.OUTLET),
        (samples.TITLE, None),
        (samples.TITLE, samples.OUTLET),
    ]
    for source in found["sources"]:
        assert [each["text"] for each in source["statements"]][1:] == list(samples.PARAGRAPHS)
