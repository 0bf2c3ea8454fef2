"""A reader at work in a process of its own, seen from the program: started, waited for, ended.

Input, answer and progress are unnamed temporary files, so that no thread is needed to keep pipes
from filling up and no answer can grow past the limit that the child sets itself.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Self

from reconciler.errors import Problem, ReadingError
from reconciler.reading.child import LONGEST_ANSWER, command
from reconciler.reading.formats.extract import Extract
from reconciler.reading.limits import OUT_OF_MEMORY

MEMORY = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: `memory` in bytes, `seconds` by the clock."""

    memory: int = MEMORY
    seconds: float = 30.0


class ConfinedReader:
    """One file being read in a child process; ended with the block at the latest.

    Raises `ReadingError` with UNREADABLE when no process can be started.
    """

    def __init__(self, module: str, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._files = ExitStack()
        try:
            given, self._answer, self._ticks = (self._file() for _ in range(3))
            given.write(content)
            given.seek(0)
            self._process = subprocess.Popen(  # noqa: S603  # this program itself
                command(module, limits.memory, limits.seconds),
                stdin=given,
                stdout=self._answer,
                stderr=self._ticks,
                creationflags=_without_window(),
            )
        except OSError as error:
            self._files.close()
            raise ReadingError(Problem.UNREADABLE, "", error.strerror or "") from error
        self._ends_at = time.monotonic() + limits.seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def progress(self) -> float:
        """How much is read, from 0 to 1, as far as the reader says it."""
        return min(os.fstat(self._ticks.fileno()).st_size / 100, 1.0)

    def wait(self, seconds: float) -> Extract | None:
        """Wait for the answer, no longer than `seconds`; None as long as there is none.

        Raises `ReadingError`: what the reader says, TOO_SLOW, TOO_MUCH_MEMORY, or READER_FAILED where
        the process ended without an answer.
        """
        left = self._ends_at - time.monotonic()
        try:
            code = self._process.wait(max(0.0, min(seconds, left)))
        except subprocess.TimeoutExpired:
            if left > seconds:
                return None
            self.close()
            raise self._too_slow() from None
        if code != 0:
            # It ends itself a little later, should nobody have looked for a while.
            too_late = left <= 0 or (sys.platform != "win32" and code == -signal.SIGXCPU)
            raise self._too_slow() if too_late else ReadingError(_why(code), "", str(code))
        self._answer.seek(0)
        return _understood(self._answer.read(LONGEST_ANSWER + 1))

    def close(self) -> None:
        """End the process if it still runs; nothing of it is left."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._files.close()

    def _file(self) -> IO[bytes]:
        return self._files.enter_context(tempfile.TemporaryFile())

    def _too_slow(self) -> ReadingError:
        return ReadingError(Problem.TOO_SLOW, "", f"{self._limits.seconds:.0f} s")


def _without_window() -> int:
    """Return what keeps Windows from showing a console for the child."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _why(code: int) -> Problem:
    return Problem.TOO_MUCH_MEMORY if code == OUT_OF_MEMORY else Problem.READER_FAILED


def _understood(answer: bytes) -> Extract:
    """Return what a child answered; it has read what strangers wrote, so nothing of it is taken on trust."""
    try:
        said = json.loads(answer)
        if "problem" in said:
            raise ReadingError(Problem(said["problem"]), "", str(said["detail"])[:200])
        left_out = tuple(_text(each) for each in said["left_out"])
        title, outlet, url, published = (
            None if said[key] is None else _text(said[key]) for key in ("title", "outlet", "url", "published")
        )
        return Extract(_text(said["text"]), title, outlet, url, published, left_out)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ReadingError(Problem.READER_FAILED, "", type(error).__name__) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
