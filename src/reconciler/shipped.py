"""What came with the program: its packages with their licences, and whether its own files are whole.

All of it is read from the metadata that installing leaves behind, in a wheel and in a frozen program
alike, so that no list of ours can fall behind what is really there.
"""

import hashlib
import platform
import re
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reconciler.resources import resource_dir

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PROGRAM = "reconciler"
QT_PACKAGES = ("PySide6_Essentials", "shiboken6")
"""The packages of Qt: they bring no licence texts of their own."""
QT_SOURCE = "https://download.qt.io/official_releases/"
_NOTICES = "licences"
"""The folder of a frozen program with the texts that no package brings (`packaging/frozen/notices.py`)."""
_OF_SYSTEM = "system-"
_THESAURI = "thesaurus-"
_METADATA = ".dist-info"
_FOLDERS = ("licenses", "license_files", "")
_BEGINNINGS = ("licen", "copying", "notice", "authors", "unlicense")
_LONGEST_NAME = 60
_CLASSIFIER = "License :: "
_TELLING = ("PySide6_Essentials", "spacy", "numpy", "scipy", "lxml", "trafilatura", "pypdfium2")
_SAYS_NOTHING = ("Other/Proprietary License", "OSI Approved")


@dataclass(frozen=True, slots=True)
class Package:
    """One package that the program runs on, the program itself included.

    `licence` is its SPDX expression, or what it calls its licence where it has none; `texts` are its
    licence files as they lie beside its metadata.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Path, ...]


def packages() -> tuple[Package, ...]:
    """Return the program and every package that it needs and has here, in the order of their names.

    What is asked for but not there is left out: it is needed for nothing that the program does, or
    the program would not run. Empty where nobody installed the program. A frozen program brings Python,
    thesauri and some of the system's libraries as well; they stand at the end.
    """
    return (*_Gathering(_metadata_folders()).all_packages(), *_frozen_along())


def versions() -> tuple[tuple[str, str], ...]:
    """Return what a report on a fault has to say of what the program runs on, by name."""
    import sqlite3

    folders = _metadata_folders()
    libraries = ((name, folders.get(_key(name))) for name in _TELLING)
    return (
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        *((name, Distribution.at(folder).version) for name, folder in libraries if folder is not None),
    )


def licence_text(path: Path) -> str:
    """Return one of a package's licence files; their encoding nobody says: UTF-8, in old ones Latin 1."""
    text = path.read_bytes()
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def damaged_files() -> tuple[str, ...]:
    """Return those of the program's data files that are missing, or not as they were installed.

    A checkout keeps no record of them: there is nothing to compare with then, and nothing is found.
    """
    folder = _metadata_folders().get(PROGRAM)
    record = Distribution.at(folder).files or () if folder is not None else ()
    return tuple(
        "/".join(path.parts[2:])
        for path in record
        if path.parts[:2] == (PROGRAM, "resources") and path.hash is not None
        if not _is_whole(resource_dir().joinpath(*path.parts[2:]), path.hash.value)
    )


def _is_whole(path: Path, digest: str) -> bool:
    try:
        found = hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return False
    return urlsafe_b64encode(found).rstrip(b"=").decode() == digest


def _frozen_along() -> Iterator[Package]:
    folder = _notices()
    if folder is not None:
        texts = tuple(folder.glob("python.txt"))
        yield Package("Python", platform.python_version(), "PSF-2.0", "https://www.python.org", texts)
        for path in sorted(folder.glob(f"{_THESAURI}*.txt")):
            told, _, licence = _heading(path).partition(" | ")
            name, _, version = told.partition(" ")
            yield Package(name, version, licence, "", (path,))
        for path in sorted(folder.glob(f"{_OF_SYSTEM}*.txt")):
            yield Package(path.stem.removeprefix(_OF_SYSTEM), "", "", "", (path,))


def _notices() -> Path | None:
    """Return where a frozen program keeps its notices."""
    place = getattr(sys, "_MEIPASS", None)
    return Path(place, _NOTICES) if place is not None else None


def _key(name: str) -> str:
    """Return a package's name as names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _metadata_folders() -> Mapping[str, Path]:
    """Return where the metadata of each package lies, by its name; what is imported first counts."""
    found: dict[str, Path] = {}
    for place in sys.path:
        for path in sorted(Path(place).glob(f"*{_METADATA}")):
            name = path.name.removesuffix(_METADATA).rpartition("-")[0]
            found.setdefault(_key(name), path)
    return found


class _Gathering:
    """The walk over what each package asks for, from the program on."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._folders = folders
        self._found: dict[str, Package] = {}
        self._required: dict[str, tuple[Requirement, ...]] = {}
        self._seen: set[tuple[str, str]] = set()

    def all_packages(self) -> tuple[Package, ...]:
        self._follow(PROGRAM, {""})
        return tuple(self._found[name] for name in sorted(self._found))

    def _follow(self, name: str, extras: set[str]) -> None:
        key = _key(name)
        folder = self._folders.get(key)
        if folder is None:
            return
        if key not in self._found:
            told = cast("Message", Distribution.at(folder).metadata)
            self._found[key] = _described(folder, told)
            self._required[key] = tuple(_requirements(told))
        for extra in extras:
            if (key, extra) not in self._seen:
                self._seen.add((key, extra))
                for wanted in self._required[key]:
                    if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                        self._follow(wanted.name, {*wanted.extras, ""})


def _requirements(told: Message) -> "Iterator[Requirement]":
    from packaging.requirements import InvalidRequirement, Requirement

    for line in told.get_all("Requires-Dist") or ():
        try:
            yield Requirement(line)
        except InvalidRequirement:  # an older package's own way of writing
            continue


def _described(folder: Path, told: Message) -> Package:
    texts = tuple(_texts(folder, told)) or tuple(_noticed(told["Name"]))
    licence = _licence(told) or (_heading(texts[0]) if texts else "")
    return Package(told["Name"], told["Version"], licence, _home(told), texts)


def _noticed(name: str) -> Iterator[Path]:
    folder = _notices()
    if folder is not None:
        yield from folder.glob(f"{name.lower()}.txt")


def _texts(folder: Path, told: Message) -> Iterator[Path]:
    named = told.get_all("License-File") or [
        path.name
        for part in _FOLDERS
        for path in sorted(folder.joinpath(part).glob("*"))
        if path.name.lower().startswith(_BEGINNINGS)
    ]
    for name in dict.fromkeys(named):
        paths = [folder.joinpath(part, name) for part in _FOLDERS]
        yield from [path for path in paths if path.is_file()][:1]


def _licence(told: Message) -> str:
    """Return the licence by its expression, by the classifiers, or as the package calls it, else nothing."""
    if told["License-Expression"]:
        return str(told["License-Expression"])
    kinds = [
        each.rpartition(" :: ")[2]
        for each in told.get_all("Classifier") or ()
        if each.startswith(_CLASSIFIER) and not each.endswith(_SAYS_NOTHING)
    ]
    own = (told["License"] or "").strip()
    named = own if "\n" not in own and len(own) <= _LONGEST_NAME else ""
    return ", ".join(kinds) or named


def _heading(text: Path) -> str:
    """Return the first line of a licence, which is its name more often than not."""
    lines = (line.strip() for line in licence_text(text).splitlines())
    return next((line for line in lines if line), "")[:_LONGEST_NAME]


def _home(told: Message) -> str:
    if told["Home-page"]:
        return str(told["Home-page"])
    pairs = (each.partition(",") for each in told.get_all("Project-URL") or ())
    links = {label.strip().lower(): url.strip() for label, _comma, url in pairs}
    wanted = ("homepage", "source", "repository", "source code", "documentation")
    return next((links[label] for label in wanted if label in links), "")
