"""Packaged files, found alike from a checkout, an installed wheel and a frozen program."""

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def resource_dir() -> Path:
    """Return the folder that holds the packaged resources.

    A wheel carries it inside the package; a checkout has it at its top level.
    """
    packaged = Path(str(files("reconciler"))) / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of one packaged file, for example ``resource_path("language", "fr", "stop.txt")``."""
    return resource_dir().joinpath(*parts)


@cache
def entries(*parts: str) -> tuple[str, ...]:
    """Return the lines of a packaged word list, without blank lines and comments (which begin with ``#``)."""
    lines = (line.strip() for line in resource_path(*parts).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
