"""A reader runs in a process of its own: what it does to itself, it does not do to the program."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest
from tests.formats import samples

from reconciler.errors import Cancelled, Problem, ReadingError
from reconciler.reading import read_files, read_sources
from reconciler.reading.child import command
from reconciler.reading.confined import ConfinedReader, Limits
from reconciler.reading.formats.extract import Extract

Start = Callable[..., ConfinedReader]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the hostile reader on what it should do."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    started = []

    def begin(what: str, *, memory: int = 512, seconds: float = 30.0) -> ConfinedReader:
        reader = ConfinedReader("hostile_reader", what.encode(), Limits(memory * 1024 * 1024, seconds))
        started.append(reader)
        return reader

    yield begin
    for reader in started:
        reader.close()


def answer(reader: ConfinedReader) -> Extract:
    while (extract := reader.wait(1.0)) is None:
        pass
    return extract


def problem(reader: ConfinedReader) -> Problem:
    with pytest.raises(ReadingError) as caught:
        answer(reader)
    return caught.value.problem


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("what", ["sleep", "spin"])
def test_a_reader_that_takes_too_long_is_ended(start: Start, what: str) -> None:
    reader = start(what, seconds=1.0)
    assert problem(reader) is Problem.TOO_SLOW
    if sys.platform != "win32":
        assert not is_running(reader._process.pid)


@posix
def test_a_reader_that_nobody_waits_for_ends_itself(start: Start) -> None:
    # As when the program was killed meanwhile.
    reader = start("spin", seconds=0.2)
    reader._process.wait(30)
    assert problem(reader) is Problem.TOO_SLOW


def test_a_reader_that_eats_memory_is_stopped(start: Start) -> None:
    assert problem(start("eat")) is Problem.TOO_MUCH_MEMORY


@pytest.mark.parametrize("what", ["crash", "quit 3", "fail", "nothing", "deep"])
def test_a_reader_that_breaks_is_told_of(start: Start, what: str) -> None:
    assert problem(start(what)) is Problem.READER_FAILED


@posix
def test_a_reader_that_is_killed_is_told_of(start: Start) -> None:
    assert problem(start("stop")) is Problem.READER_FAILED


def test_a_text_without_end_is_too_large(start: Start) -> None:
    assert problem(start("endless", memory=1024)) is Problem.TOO_LARGE


def test_what_a_reader_says_comes_through(start: Start) -> None:
    with pytest.raises(ReadingError) as caught:
        answer(start("refuse"))
    assert (caught.value.problem, caught.value.detail) == (Problem.ENCRYPTED, "a fact")


def test_what_a_parser_prints_is_no_answer(start: Start) -> None:
    assert answer(start("print")).text == "print"


def test_every_field_comes_through(start: Start) -> None:
    extract = answer(start("fields"))
    assert extract == Extract("a\ud800b", title="t\udfff", left_out=("one", "two"))


def test_a_reader_reaches_no_network(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        assert problem(start(f"connect {server.getsockname()[1]}")) is Problem.READER_FAILED
        with pytest.raises(TimeoutError):
            server.accept()
    assert problem(start("resolve")) is Problem.READER_FAILED


def test_a_reader_starts_no_other_program(start: Start, tmp_path: Path) -> None:
    assert problem(start(f"spawn {tmp_path / 'mark'}")) is Problem.READER_FAILED
    assert not list(tmp_path.iterdir())


def test_a_reader_carries_nothing_that_it_does_not_need(start: Start) -> None:
    assert answer(start("modules")).text == "none"


def test_how_far_a_reader_is(start: Start) -> None:
    reader = start("spin")
    assert reader.progress in (0.0, 0.25)
    while reader.progress == 0.0:
        sleep(0.01)
    assert reader.progress == 0.25


@posix
def test_a_reader_that_is_left_is_ended(start: Start) -> None:
    with start("sleep") as reader:
        pid = reader._process.pid
        assert is_running(pid)
    assert not is_running(pid)


def test_cancelling_ends_the_work(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / name).write_bytes(samples.html())
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        read_files(sorted(tmp_path.iterdir()), cancelled=cancelled)
    with pytest.raises(Cancelled):
        read_sources(samples.plain(), cancelled=lambda: True)


def test_modules_in_the_folder_one_works_in_are_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "lxml", "striprtf", "reconciler"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (outcome,) = read_sources(samples.rtf())
    assert not isinstance(outcome, ReadingError)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    unfrozen = command("a.reader", 1024, 30.0)
    assert unfrozen[1:4] == ["-P", "-m", "reconciler"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("a.reader", 1024, 30.0) == [sys.executable, *unfrozen[4:]]
