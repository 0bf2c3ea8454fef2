"""The report as a PDF, read by another program's library."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtWidgets import QApplication
from tests.hostile_case import HOSTILE, TAME, draft, hostile_case

from reconciler.case import Case
from reconciler.case.dossier import dossier
from reconciler.cli import main
from reconciler.errors import Cancelled
from reconciler.export.blocks import Block, Heading, Items, Pair, Report, Table, plain
from reconciler.export.report import report
from reconciler.gui.pdf import as_pdf
from reconciler.pace import Pace

MADE = "2026-01-02T03:04:05.678Z"


@pytest.fixture
def hostile(tmp_path: Path, qapp: QApplication) -> Iterator[Case]:  # noqa: ARG001 - Qt sets the type
    with hostile_case(tmp_path) as case:
        yield case


def pages_of(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return the text without white space: where lines and pages end is the page's affair."""
    return re.sub(r"\s", "", text)


def printed(case: Case, language: str = "en", made: str = MADE) -> bytes:
    return as_pdf(report(dossier(case, made), language), made)


def test_all_words_stand_in_it_and_nothing_else_does(hostile: Case) -> None:
    data = printed(hostile)
    pages = pages_of(data)
    assert pages[0].startswith("Comparison of sources")
    last = len(pages)
    feet = [re.search(rf"{number} / {last}\s*$", page) for number, page in enumerate(pages, 1)]
    assert all(feet)
    bare = "".join(squeezed(re.sub(r"a <b> case\s+\d+ / \d+\s*$", "", page)) for page in pages)
    for text in (
        *HOSTILE[:3],
        *TAME,
        HOSTILE[4],
        "</footer><script>note</script>",
        "<u>Eve</u>",
        "[U+202E]gnp.exe",
    ):
        assert squeezed(text) in bare
    assert not re.search(rb"/JavaScript|/JS\b|/EmbeddedFile|/Launch|/OpenAction", data)
    assert set(re.findall(rb"/URI \((https?:[^)]*)\)", data)) == {b"https://example.org/%22%3E%3Cscript%3E"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", ["Confirmed matches", "6 May 2024"]), ("fr", ["Correspondances confirmées", "6 mai 2024"])],
)
def test_it_speaks_the_language_asked_for(hostile: Case, language: str, expected: list[str]) -> None:
    text = "\n".join(pages_of(printed(hostile, language)))
    for each in expected:
        assert each in text


def test_the_same_case_at_the_same_moment_gives_the_same_bytes(hostile: Case) -> None:
    one = printed(hostile)
    assert printed(hostile) == one
    assert b"/CreationDate (D:20260102030405Z)" in one
    other = pages_of(printed(hostile, made="2031-02-03T04:05:06.000Z"))
    differing = [
        pair
        for a, b in zip(pages_of(one), other, strict=True)
        for pair in zip(a.splitlines(), b.splitlines(), strict=True)
        if pair[0] != pair[1]
    ]
    assert differing == [
        ("Report made on 2 January 2026, 03:04 UTC", "Report made on 3 February 2031, 04:05 UTC")
    ]


def test_an_address_can_not_end_the_text_that_it_stands_in(tmp_path: Path, qapp: QApplication) -> None:  # noqa: ARG001
    with Case.create(tmp_path / "links.reconciler") as case:
        case.add_sources([draft("one", TAME, "https://example.org/)>>/AA<</S/JavaScript>>(")])
        data = printed(case)
    assert b"/URI (https://example.org/%29%3E%3E/AA%3C%3C/S/JavaScript%3E%3E%28)" in data


def test_it_says_how_far_it_is_and_stops_when_asked(hostile: Case) -> None:
    told: list[float] = []
    values = report(dossier(hostile, MADE), "en")
    with pytest.raises(Cancelled):
        as_pdf(values, MADE, Pace(told.append, lambda: len(told) >= 2))
    assert len(told) == 2
    assert 0 <= told[0] < told[1] < 1


def test_the_command_line_writes_it_where_no_window_can_be(hostile: Case, tmp_path: Path) -> None:
    hostile.close()
    target = tmp_path / "report.pdf"
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "reconciler",
            "export",
            str(hostile.path),
            "--format",
            "pdf",
            "--output",
            str(target),
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "In: 2 confirmed, 1 unsure. Left out: 1 weak proposal, 1 rejected.\n"
    assert "Comparison of sources" in pages_of(target.read_bytes())[0]


def test_a_disk_that_fills_up_leaves_no_half_file(
    hostile: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    hostile.close()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert main(["export", str(hostile.path), "--format", "pdf", "--output", str(folder / "out.pdf")]) == 1
    assert "the disk is full; make room" in capsys.readouterr().err
    assert not list(folder.iterdir())


def paged(*blocks: Block) -> list[str]:
    whole = Report("Title", "Subtitle", "made", "en", "program", "contents", blocks)
    return [squeezed(page) for page in pages_of(as_pdf(whole, MADE))]


def words(name: str, count: int) -> str:
    return " ".join(f"{name}-{number}" for number in range(count)) + f" {name}-end"


def test_a_row_stays_whole_and_each_page_says_the_head_again(qapp: QApplication) -> None:  # noqa: ARG001
    rows = tuple(((plain(f"row{n}"),), (plain(words(f"cell{n}", 60)),)) for n in range(30))
    pages = paged(Heading("Chapter"), Table(("First head", "Second head"), rows))
    assert len(pages) > 2
    for number, page in enumerate(pages):
        assert page.count("FirstheadSecondhead") == 1
        assert page.startswith("FirstheadSecondhead") is bool(number)
    for number in range(30):
        own = [page for page in pages if f"cell{number}-0" in page]
        assert len(own) == 1
        assert f"row{number}cell{number}-0" in own[0]
        assert f"cell{number}-end" in own[0]


def test_a_row_that_no_page_can_hold_goes_on_below_the_head(qapp: QApplication) -> None:  # noqa: ARG001
    rows = tuple(((plain(f"row{n}"),), (plain(words(f"cell{n}", 3000 if n == 1 else 20)),)) for n in range(3))
    pages = paged(Heading("Chapter"), Table(("First head", "Second head"), rows), Items((plain("below"),)))
    assert len(pages) > 3
    assert all(page.count("FirstheadSecondhead") == 1 for page in pages)
    text = "".join(pages)
    places = [text.index(f"cell1-{number}cell1-{number + 1}") for number in range(0, 2999, 500)]
    assert places == sorted(places)
    bare = re.sub(r"(Title\d+/\d+)(FirstheadSecondhead)?", "", text)
    assert [n for n in range(2998) if f"cell1-{n}cell1-{n + 1}cell" not in bare] == []
    assert text.index("cell1-end") < text.index("row2") < text.index("below")


def test_a_heading_stands_on_the_page_of_what_it_leads_to(qapp: QApplication) -> None:  # noqa: ARG001
    pair = Pair(("A1", "B1"), ("x", "y"), (plain(words("left", 90)), plain(words("right", 90))), plain("ok"))
    blocks = [
        block for number in range(12) for block in (Heading(f"Chapter{number}", anchor=f"c{number}"), pair)
    ]
    pages = paged(*blocks)
    assert len(pages) > 3
    assert not [page for page in pages if re.search(r"Chapter\d+(Title)?\d+/\d+$", page)]
    for page in pages:
        assert page.count("left-0") == page.count("left-end") == page.count("right-end")
