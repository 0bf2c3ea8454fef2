"""The report as a page: what a reader finds in it, and what no article can make it do."""

import hashlib
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.hostile_case import HOSTILE, TAME, hostile_case

from reconciler.case import Case
from reconciler.cli import main


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with hostile_case(tmp_path) as case:
        yield case


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, where they lead, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self._words: list[str] = []
        self.feed(page)
        self.close()

    @property
    def words(self) -> str:
        return " ".join("".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        self.anchors.update(value or "" for name, value in attrs if name == "id")

    def handle_data(self, data: str) -> None:
        self._words.append(data)


def exported(case: Case, target: Path, *options: str) -> str:
    case.checkpoint()
    case.close()
    path = str(case.path)
    assert main(["export", path, "--format", "html", "--output", str(target), *options]) == 0
    return target.read_text(encoding="utf-8")


def test_no_markup_of_an_article_gets_through(hostile: Case, tmp_path: Path) -> None:
    page = exported(hostile, tmp_path / "report.html")
    read = Reader(page)
    assert not read.tags & {"script", "img", "i", "u", "iframe", "object", "link", "svg", "form"}
    assert not [name for name in read.attributes if name.startswith("on") or name in ("src", "style")]
    assert HOSTILE[0] in read.words
    assert HOSTILE[2] in read.words
    assert "<u>Eve</u>" in read.words
    assert "</footer><script>note</script>" in read.words
    assert HOSTILE[4] in read.words


def test_only_web_addresses_and_places_of_the_page_are_links(hostile: Case, tmp_path: Path) -> None:
    read = Reader(exported(hostile, tmp_path / "report.html"))
    away = [each for each in read.addresses if not each.startswith("#")]
    assert away == ['https://example.org/"><script>']
    assert "javascript:alert(1)" in read.words
    assert {each[1:] for each in read.addresses if each.startswith("#")} <= read.anchors


def test_nothing_is_loaded_and_nothing_turned_around(hostile: Case, tmp_path: Path) -> None:
    page = exported(hostile, tmp_path / "report.html")
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", page)
    assert "\u202e" not in page
    assert "\x07" not in page
    assert "[U+202E]gnp.exe[U+202C]" in Reader(page).words


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Confirmed matches", "Decisions", "confirmed · contradicts", "6 May 2024", "Reconciler"]),
        ("fr", ["Correspondances confirmées", "Décisions", "confirmée · contredit", "6 mai 2024", "test-1"]),
    ],
)
def test_it_speaks_the_language_asked_for(
    hostile: Case, tmp_path: Path, language: str, expected: list[str]
) -> None:
    page = exported(hostile, tmp_path / "report.html", "--language", language)
    words = Reader(page).words
    assert f'<html lang="{language}">' in page
    for each in (
        *expected,
        *(hashlib.sha256("\n".join(text).encode()).hexdigest() for text in (HOSTILE, TAME)),
    ):
        assert each in words


def test_what_is_in_and_what_is_left_out_is_said_before(
    hostile: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported(hostile, tmp_path / "report.html")
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "In: 2 confirmed, 1 unsure. Left out: 1 weak proposal, 1 rejected.\n"


def test_two_reports_differ_in_the_line_with_the_date_alone(
    hostile: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = exported(hostile, tmp_path / "one.html").splitlines()
    monkeypatch.setattr("reconciler.case.opened.now", lambda: "2031-02-03T04:05:06.000Z")
    other = exported(hostile, tmp_path / "other.html").splitlines()
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    assert [b for _, b in differing] == ["<p>Report made on 3 February 2031, 04:05 UTC</p>"]


def refused(case: Case, target: Path, capsys: pytest.CaptureFixture[str]) -> str:
    case.close()
    assert main(["export", str(case.path), "--format", "html", "--output", str(target)]) == 1
    return capsys.readouterr().err


def test_a_name_in_use_is_told_and_left_alone(
    hostile: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.html"
    target.write_text("mine", encoding="utf-8")
    assert "is there already" in refused(hostile, target, capsys)
    assert target.read_text(encoding="utf-8") == "mine"
    assert "Comparison of sources" in exported(hostile, target, "--replace")


@pytest.mark.parametrize("break_it", [Path.mkdir, lambda path: path.symlink_to(path)])
def test_what_can_not_be_written_is_told_in_a_sentence(
    hostile: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], break_it: Callable[[Path], None]
) -> None:
    target = tmp_path / "report.html"
    break_it(target)
    assert "Traceback" not in refused(hostile, target, capsys)


def test_a_full_disk_leaves_no_half_file(
    hostile: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "the disk is full" in refused(hostile, folder / "report.html", capsys)
    assert not list(folder.iterdir())


def test_the_case_file_is_never_written_over(hostile: Case) -> None:
    hostile.close()
    path = str(hostile.path)
    assert main(["export", path, "--format", "html", "--output", path, "--replace"]) == 2
    assert main(["check", path]) == 0
