"""How far a comparison is: told while signals are read and statements lined up, on a terminal alone."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.case.intake import align_sources, prepare
from reconciler.errors import Cancelled
from reconciler.language import Languages
from reconciler.reading import read_file


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Return two articles long enough that work on them can be told of."""
    made = []
    for name, verb in (("one", "reached"), ("other", "flooded")):
        lines = [f"The river {verb} {number} houses on Monday." for number in range(300)]
        made.append(tmp_path / f"{name}.txt")
        made[-1].write_text("\n\n".join(["A title", *lines]), encoding="utf-8")
    return made


def test_progress_grows_from_reading_signals_to_lining_up(articles: list[Path], tmp_path: Path) -> None:
    languages, told = Languages(), list[float]()
    with Case.create(tmp_path / "case.reconciler") as case:
        case.add_sources([prepare(read_file(path), languages) for path in articles])
        statements = [each for source in case.sources for each in case.statements(source.id)]
        align_sources(case.sources, statements, languages, progress=told.append)
        assert told == sorted(told)
        assert sum(share < 0.5 for share in told) > 50
        assert told[-1] > 0.9

        seen = 0

        def cancelled() -> bool:
            nonlocal seen
            seen += 1
            return seen > 30

        with pytest.raises(Cancelled):
            align_sources(case.sources, statements, languages, cancelled=cancelled)
        assert seen == 31


def drain(terminal: int, into: bytearray) -> None:
    """Read what is written to a terminal until its other end is closed."""
    with suppress(OSError):  # what Linux says when that happens
        while chunk := os.read(terminal, 65536):
            into += chunk


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_command_tells_a_terminal_and_nobody_else(articles: list[Path]) -> None:
    command = [sys.executable, "-m", "reconciler", "compare", *map(str, articles), "--format", "json"]
    quiet = subprocess.run(command, capture_output=True, check=True)
    assert quiet.stderr == b""

    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    told = bytearray()
    hearing = threading.Thread(target=drain, args=(ours, told))
    hearing.start()
    try:
        heard = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, check=True)
    finally:
        os.close(theirs)
        hearing.join()
        os.close(ours)
    assert b"Lining up 602 statements" in told
    assert heard.stdout == quiet.stdout
