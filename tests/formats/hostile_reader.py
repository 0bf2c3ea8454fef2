"""A reader that does what no reader should: the content names it. Only tests have a child import this."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.progress import tell_progress


def read(content: bytes) -> Extract:
    what, _, argument = content.decode().partition(" ")
    said = getattr(Deeds, what)(argument)
    return said if isinstance(said, Extract) else Extract(what)


class Deeds:
    """What the content may name, with an argument."""

    @staticmethod
    def sleep(_argument: str) -> None:
        time.sleep(600)

    @staticmethod
    def spin(_argument: str) -> None:
        tell_progress(0.25)
        tell_progress(0.1)
        while True:
            pass

    @staticmethod
    def eat(_argument: str) -> None:
        eaten = []
        while True:
            eaten.append(bytearray(16 * 1024 * 1024))

    @staticmethod
    def crash(_argument: str) -> None:
        ctypes.string_at(0)

    @staticmethod
    def quit(argument: str) -> None:
        os._exit(int(argument))

    @staticmethod
    def stop(_argument: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    @staticmethod
    def print(_argument: str) -> None:
        sys.stdout.write('{"text": "not the answer"}')
        sys.stdout.flush()
        os.write(1, b"more of it")
        os.write(2, b"noise")

    @staticmethod
    def connect(argument: str) -> None:
        socket.create_connection(("127.0.0.1", int(argument)))

    @staticmethod
    def resolve(_argument: str) -> None:
        socket.getaddrinfo("localhost", 80)

    @staticmethod
    def spawn(argument: str) -> None:
        subprocess.run([sys.executable, "-c", f"open({argument!r}, 'w')"], check=True)

    @staticmethod
    def fail(_argument: str) -> None:
        raise LookupError("a fault of ours")

    @staticmethod
    def refuse(_argument: str) -> None:
        raise ReadingError(Problem.ENCRYPTED, "somewhere else", "a fact")

    @staticmethod
    def nothing(_argument: str) -> Extract:
        return Extract(None)  # type: ignore[arg-type]

    @staticmethod
    def endless(_argument: str) -> Extract:
        return Extract("long " * 20_000_000)

    @staticmethod
    def deep(_argument: str) -> Extract:
        return read(b"deep")

    @staticmethod
    def fields(_argument: str) -> Extract:
        return Extract("a\ud800b", title="t\udfff", left_out=("one", "two"))

    @staticmethod
    def modules(_argument: str) -> Extract:
        heavy = ("spacy", "PySide6", "numpy", "lxml", "trafilatura", "click")
        return Extract(",".join(each for each in heavy if each in sys.modules) or "none")
