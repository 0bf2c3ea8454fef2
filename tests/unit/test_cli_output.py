"""Where the results go: pipes, links, and a standard output that takes nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from reconciler.cli import main

MILL = (
    "Mill at Oddby burns down\n\n"
    "The old mill at Oddby burned down on Sunday night, the fire brigade said.\n\n"
    "Four hens were saved by a neighbour.\n"
)
MILL_TOO = (
    "Fire destroys mill\n\n"
    "A fire destroyed the old mill at Oddby on Sunday night, according to the fire brigade.\n\n"
    "A neighbour saved four hens.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "mill.txt", tmp_path / "mill-too.txt"]
    for path, text in zip(paths, (MILL, MILL_TOO), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def kept(articles: list[str], tmp_path: Path) -> Path:
    """Give a case file that `compare --case` left."""
    path = tmp_path / "mill.reconciler"
    assert main(["compare", *articles, "--case", str(path), "--output", str(tmp_path / "table.txt")]) == 0
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_written_through_and_stays_a_pipe(articles: list[str], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = Thread(target=lambda: received.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert main(["compare", *articles, "--output", str(pipe)]) == 0
    assert pipe.is_fifo()
    reader.join(30)
    assert "Mill at Oddby burns down" in received[0].decode()


def test_a_link_stays_and_its_target_is_written(articles: list[str], tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)
    assert main(["compare", *articles, "--output", str(link)]) == 0
    assert link.is_symlink()
    assert "Mill at Oddby burns down" in target.read_text(encoding="utf-8")


def test_a_link_to_nothing_makes_its_target(articles: list[str], tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    assert main(["compare", *articles, "--output", str(link)]) == 0
    assert link.is_symlink()
    assert target.is_file()


def test_a_link_to_an_article_is_not_written_to(articles: list[str], tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(articles[0])
    assert main(["compare", *articles, "--output", str(link)]) == 2
    assert Path(articles[0]).read_text(encoding="utf-8") == MILL


def test_links_in_a_circle_are_told(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    assert main(["compare", *articles, "--output", str(one)]) == 1
    assert "could not be written" in capsys.readouterr().err


def close_output() -> None:
    os.close(1)


def fill_output() -> None:
    """Let no file grow: standard output is one that is as full as it may get."""
    import resource  # only POSIX has it

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def ran(before: Callable[[], None] | None, output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    with output.open("rb") as unwritable, output.open("wb") as writable:
        return subprocess.run(
            [sys.executable, "-m", "reconciler", *arguments],
            stdout=writable if before else unwritable,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            preexec_fn=before,
        )


@pytest.mark.skipif(sys.platform == "win32", reason="closed and limited streams are made the POSIX way")
@pytest.mark.parametrize("before", [close_output, fill_output, None])
def test_check_says_that_its_output_takes_nothing(
    kept: Path, tmp_path: Path, before: Callable[[], None] | None
) -> None:
    output = tmp_path / "output"
    output.touch()
    done = ran(before, output, "check", str(kept))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "The output could not be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closed streams are made the POSIX way")
@pytest.mark.parametrize("before", [close_output, None])
@pytest.mark.parametrize("form", ["table", "json"])
def test_compare_says_that_its_output_takes_nothing(
    articles: list[str], tmp_path: Path, before: Callable[[], None] | None, form: str
) -> None:
    output = tmp_path / "output"
    output.touch()
    done = ran(before, output, "compare", *articles, "--format", form)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "The output could not be written" in done.stderr
