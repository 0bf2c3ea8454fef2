"""The process that reads one file for the program, and the way to start it.

It imports one reader and nothing else, bounds itself first (`limits`), takes the file's bytes from
its standard input and writes one answer, in JSON, to its standard output. What parsers print is
thrown away; on its standard error stands one byte for each hundredth that is read.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol, cast

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.progress import heard_by
from reconciler.reading.limits import OUT_OF_MEMORY, set_limits

COMMAND = "--read-one-file"
"""What the program is started with to be such a process (`reconciler.__main__`)."""

LONGEST_ANSWER = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


class Reader(Protocol):
    """A module of `formats`."""

    @staticmethod
    def read(content: bytes) -> Extract:
        """Read one file of its format."""


def command(module: str, memory: int, seconds: float) -> list[str]:
    """Return the command that reads one file with the reader `module`, frozen or not."""
    arguments = [COMMAND, module, str(memory), str(seconds)]
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    # Without -P the folder that one happens to work in could put modules of its own before ours.
    return [sys.executable, "-P", "-m", "reconciler", *arguments]


def main(arguments: Sequence[str]) -> NoReturn:
    """Read one file as `command` asks, and end this process: nothing needs to be put in order after it."""
    module, memory, seconds = arguments
    # trafilatura would load it, and numpy with it, to guess languages: a third of the start for nothing.
    sys.modules["py3langid"] = None  # type: ignore[assignment]  # what makes an import fail
    answers, ticks = _take_over_streams()
    try:
        set_limits(int(memory), float(seconds), LONGEST_ANSWER + _CHUNK)
        answer = _answer(module, ticks)
        _write(answers, answer)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    os._exit(0)


def _take_over_streams() -> tuple[int, int]:
    """Keep both streams for ourselves, so that nothing a parser prints comes between."""
    answers, ticks = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers, ticks


def _answer(module: str, ticks: int) -> bytes:
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        due = min(int(share * 100), 99) - told
        if due > 0:
            os.write(ticks, b"." * due)
            told += due

    try:
        reader = cast("Reader", import_module(module))
        with heard_by(tell):
            extract = reader.read(_standard_input())
        answer = _as_json(extract)
    except ReadingError as error:
        answer = _problem(error.problem, error.detail)
    except MemoryError:
        raise
    except Exception as error:  # a reader's fault stays with the one file that it was met in
        answer = _problem(Problem.READER_FAILED, type(error).__name__)
    return (
        answer if len(answer) <= LONGEST_ANSWER else _problem(Problem.TOO_LARGE, f"{LONGEST_ANSWER >> 20} MB")
    )


def _standard_input() -> bytes:
    with open(0, "rb", buffering=0, closefd=False) as file:  # a descriptor has no path
        return file.readall()


def _as_json(extract: Extract) -> bytes:
    return json.dumps(
        {
            "text": extract.text,
            "title": extract.title,
            "outlet": extract.outlet,
            "url": extract.url,
            "published": extract.published,
            "left_out": extract.left_out,
        }
    ).encode("ascii")


def _problem(problem: Problem, detail: str) -> bytes:
    return json.dumps({"problem": problem, "detail": detail[:200]}).encode("ascii")


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
