"""Where thesauri in MyThes form stand on a system, and which of them serves a language best."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reconciler.resources import resource_path

# th_fr_FR_v2.idx, th_sv_SE.idx, th_nl.idx, thes_fr.idx
_NAME = re.compile(r"th(?:es)?_([a-z]{2,3})(?:[_-]([a-z]{2,4}))?(?:[_-].*)?\.idx", re.IGNORECASE)
# Whose words are meant when nothing says which country's; elsewhere the one named as the language.
_HOME = {"en": "us", "pt": "pt", "sv": "se", "da": "dk", "cs": "cz", "el": "gr", "uk": "ua", "nb": "no"}


@dataclass(frozen=True, slots=True)
class ThesaurusFiles:
    """The two files of one thesaurus: where the entries stand, and the entries."""

    index: Path
    data: Path


def find_thesaurus(language: str, places: Iterable[Path] | None = None) -> ThesaurusFiles | None:
    """Return the thesaurus of a language, ISO 639-1, from the first folder that has one.

    Of several in one folder the language's home country goes first ("fr_FR" before "fr_CA").
    """
    for folder in standard_places() if places is None else places:
        found = sorted(_in_folder(folder, language.lower()))
        if found:
            path = folder / found[0][1]
            return ThesaurusFiles(path, path.with_suffix(".dat"))
    return None


def standard_places(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """Yield the folders that may hold thesauri, the package's own first."""
    yield resource_path("thesaurus")
    if platform == "win32":
        roots = [Path(environ[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if environ.get(name)]
        suites = [suite for root in roots for suite in _matching(root, "LibreOffice*")]
        yield from _extensions(suite / "share" / "extensions" for suite in suites)
        return
    if platform == "darwin":
        homes = [Path("/"), *([Path(environ["HOME"])] if environ.get("HOME") else [])]
        suites = [suite for home in homes for suite in _matching(home / "Applications", "LibreOffice*.app")]
        yield from _extensions(suite / "Contents" / "Resources" / "extensions" for suite in suites)
    for data in _data_folders(environ):
        yield data / "mythes"
        yield data / "myspell" / "dicts"
    libraries = [Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/local/lib"), Path("/opt")]
    suites = [suite for library in libraries for suite in _matching(library, "libreoffice*")]
    suites.append(Path("/snap/libreoffice/current/lib/libreoffice"))
    suites.append(Path("/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice"))
    yield from _extensions(suite / "share" / "extensions" for suite in suites)


def _data_folders(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield the folders of the XDG rules and, whatever they say, the system's."""
    own = environ.get("XDG_DATA_HOME") or (environ.get("HOME", "") and environ["HOME"] + "/.local/share")
    named = [own, *(environ.get("XDG_DATA_DIRS") or "").split(":"), "/usr/local/share", "/usr/share"]
    # The rules ignore relative folders; a name that stands twice is looked into once.
    yield from dict.fromkeys(Path(name) for name in named if name.startswith("/"))


def _extensions(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for extension in _matching(folder, "dict-*"):
            yield extension
            yield extension / "dictionaries"


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _in_folder(folder: Path, language: str) -> Iterator[tuple[int, str]]:
    """Yield rank and name of the indexes of one language that have their entries beside them."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return
    for name in names:
        parts = _NAME.fullmatch(name)
        if parts is None or parts[1].lower() != language:
            continue
        path = folder / name
        if path.is_file() and path.with_suffix(".dat").is_file():
            yield _rank(language, (parts[2] or "").lower()), name


def _rank(language: str, country: str) -> int:
    if country == _HOME.get(language, language):
        return 0
    # No country at all: "th_es_v2", "th_es_ANY_v2", "thes_fr".
    return 1 if country in ("", "any") or not country.isalpha() else 2
