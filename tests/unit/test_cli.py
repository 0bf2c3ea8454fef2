"""What the command line answers: exit codes, one line for each fault, never a traceback."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reconciler import __version__
from reconciler.case import Case
from reconciler.cli import main
from reconciler.cli.sentences import problem_sentence
from reconciler.errors import Problem, UserError

FERRY = (
    "Ferry runs aground off Tarn Point\n\n"
    "The ferry Alba ran aground near Tarn Point with 84 passengers aboard, the coast guard said.\n\n"
    "Nobody was hurt. The captain blamed a failed rudder for the accident.\n"
)
FERRY_TOO = (
    "Passengers taken off stranded ferry\n\n"
    "Some 80 passengers were aboard the Alba when the ferry ran aground near Tarn Point, police said.\n\n"
    "A failed rudder caused the accident, according to the captain. Divers will look at the hull today.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "ferry.txt", tmp_path / "ferry-too.txt"]
    for path, text in zip(paths, (FERRY, FERRY_TOO), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def kept(articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Give a case file that `compare --case` left."""
    path = tmp_path / "ferry.reconciler"
    assert main(["compare", *articles, "--case", str(path)]) == 0
    capsys.readouterr()
    return path


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines on standard error, and require that there was no result."""
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "reconciler", *arguments],
        env=inherited | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_version_and_help_say_what_they_should(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reconciler {__version__}\n"
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "compare" in shown
    assert "check" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "one.txt"],
        ["compare", "one.txt", "two.txt", "--format", "pdf"],
        ["compare", "one.txt", "two.txt", "--published", "the day before"],
        ["compare", "one.txt", "two.txt", "--case", "case.txt"],
        ["compare", "one.txt", "two.txt", "--output", "two.txt"],
        ["check"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert told(capsys)[-1].startswith("Error: ")


def test_every_file_that_cannot_be_used_is_named_at_once(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 40)
    bad = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "photo.txt")]
    assert main(["compare", articles[0], *bad, str(tmp_path), articles[0]]) == 1
    lines = told(capsys)
    assert len(lines) == 5
    expected = zip(
        [*bad, str(tmp_path), articles[0]],
        ["no such", "no text", "of a kind", "folder", "same"],
        strict=True,
    )
    for line, (path, word) in zip(lines, expected, strict=True):
        assert path in line
        assert word in line


def test_every_problem_has_its_one_line() -> None:
    sentences = {problem_sentence(UserError(problem, "/a/file", "a detail")) for problem in Problem}
    assert len(sentences) == len(Problem)
    assert all("/a/file" in sentence and "\n" not in sentence for sentence in sentences)


def test_a_file_name_cannot_write_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a\x1b[31m\n.txt", "b.txt"]) == 1
    assert len(told(capsys)) == 2


def test_a_case_is_kept_and_never_overwritten(
    articles: list[str], kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept.read_bytes()
    with Case.open(kept, read_only=True) as case:
        assert [source.name for source in case.sources] == ["ferry.txt", "ferry-too.txt"]
        assert case.matches
    assert main(["compare", *articles, "--case", str(kept)]) == 1
    assert str(kept) in told(capsys)[0]
    assert kept.read_bytes() == before


def test_a_case_that_cannot_be_finished_is_not_left_behind(articles: list[str], tmp_path: Path) -> None:
    out = tmp_path / "no such folder" / "ferry.reconciler"
    assert main(["compare", *articles, "--case", str(out)]) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry-too.txt", "ferry.txt"]


def test_check_finds_a_sound_case_sound(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = kept.read_bytes()
    assert main(["check", str(kept)]) == 0
    assert capsys.readouterr().out == f"{kept}: sound\n"
    assert kept.read_bytes() == before


@pytest.mark.parametrize("content", [b"plain text", b"SQLite format 3\x00" + bytes(200)])
def test_check_says_what_is_no_case(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.reconciler"
    path.write_bytes(content)
    assert main(["check", str(path)]) == 1
    assert len(told(capsys)) == 1
    assert main(["check", str(tmp_path / "missing.reconciler")]) == 1
    assert "no such file" in told(capsys)[0]


def test_check_tells_of_damage(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(kept.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 6000] = b"\xff" * 6000
    kept.write_bytes(data)
    assert main(["check", str(kept)]) == 1
    lines = told(capsys)
    assert lines
    assert all(line.startswith("reconciler: ") and str(kept) in line for line in lines)


def test_check_names_the_guard_that_someone_took_away(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(kept)) as db:
        db.execute("DROP TRIGGER decisions_no_delete")
    assert main(["check", str(kept)]) == 1
    assert "decisions_no_delete" in told(capsys)[0]


def test_without_a_display_articles_are_compared_in_the_terminal(articles: list[str], tmp_path: Path) -> None:
    ran = run(*articles, RECONCILER_HOME=str(tmp_path))
    assert ran.returncode == 0
    assert ran.stderr == "No window: there is no display. Comparing here instead.\n"
    assert "Ferry runs aground off Tarn Point" in ran.stdout


def test_without_a_display_a_case_is_printed(kept: Path, tmp_path: Path) -> None:
    ran = run(str(kept), RECONCILER_HOME=str(tmp_path))
    assert ran.returncode == 0
    assert "A ↔ B" in ran.stdout


def test_without_a_display_and_files_there_is_nothing_to_show() -> None:
    ran = run()
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_fault(articles: list[str]) -> None:
    command = [sys.executable, "-m", "reconciler", "compare", *articles, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_does_not_fit_is_told(articles: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "reconciler", "compare", *articles]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "could not be written" in ran.stderr


def test_a_fault_of_ours_is_one_line_and_a_report(articles: list[str], tmp_path: Path) -> None:
    # Half an installation: a package that the program needs is not there.
    script = (
        "import sys\n"
        "sys.modules['rapidfuzz'] = None\n"
        "from reconciler.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "compare", *articles],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 70
    assert len(ran.stderr.splitlines()) == 1
    report = next(tmp_path.glob("reconciler-fault-*.txt"))
    assert str(report) in ran.stderr
    assert "rapidfuzz" in report.read_text(encoding="utf-8")
