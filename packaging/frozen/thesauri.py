"""Put the thesauri that matching looks words up in beside the program, as they are, with their notices.

    python packaging/frozen/thesauri.py FOLDER NOTICES

They are none of the program's: data files of their own in `resources/thesaurus` of the frozen folder, which
a user may replace. They are taken from Debian 12's packages `mythes-fr` and `mythes-en-us`, which must be
installed (or the files be in the folder THESAURI), and must be these very bytes.
"""

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

PLACES = (Path(os.environ.get("THESAURI", "/usr/share/mythes")), Path("/usr/share/mythes"))
TEXTS = (
    Path(os.environ.get("LICENCE_TEXTS", "/usr/share/common-licenses")),
    Path("/usr/share/common-licenses"),
)
DOCUMENTS = Path("/usr/share/doc")
VERSION = "1:7.5.0-1"
NOTICE = """\
{package} {version} | {licence}

{about}

The files {files} in the folder reconciler/resources/thesaurus are those of
Debian's package {package}, version {version}, unchanged. They are data that the program reads, no part of
it: you may replace them by other thesauri in MyThes form, or take them away.

Their source: Debian's source package libreoffice-dictionaries, version {version}, from
https://snapshot.debian.org/package/libreoffice-dictionaries/, and https://git.libreoffice.org/dictionaries.

"""
FRENCH = """\
A French thesaurus. Copyright Kevin Hendricks, Frederic Labbé, Laurent Godard. It is under the GNU Lesser
General Public License, version 2.1 or (at your choice) any later one; the text follows."""
ENGLISH = """\
An English thesaurus, made from WordNet. Copyright 2000-2018 Kevin Atkinson, 2016 Benjamin Titze; WordNet 3.0
Copyright 2006 by Princeton University. Both notices follow."""
KEVIN = """\
Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that
the above copyright notice appears in all copies and that both that copyright notice and this permission
notice appear in supporting documentation. Kevin Atkinson makes no representations about the suitability of
this array for any purpose. It is provided "as is" without express or implied warranty.

"""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """One package: its licence, its files with their SHA-256, and where the text of its licence is."""

    package: str
    licence: str
    about: str
    files: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]


THESAURI = (
    Thesaurus(
        "mythes-fr",
        "LGPL-2.1-or-later",
        FRENCH,
        (
            ("thes_fr.dat", "a28216ddcf499f377979ec1d876472a53527a6450744cd1219b4d04a3c854318"),
            ("thes_fr.idx", "89cbbb093359876266de75e47efc8be4e4daf29296d54c11c54a27b218c85036"),
        ),
        ("LGPL-2.1",),
    ),
    Thesaurus(
        "mythes-en-us",
        "permissive, and the WordNet 3.0 licence",
        ENGLISH,
        (
            ("th_en_US_v2.dat", "8a3e4637450b7277428da248f0a604b5c92942bc30507220c051181462340f39"),
            ("th_en_US_v2.idx", "cadbeea107c550b62fe9405864c4d9ef53994d7221f87b6fd27fccf1d400dce8"),
        ),
        ("wordnet-base",),
    ),
)


def main(folder: Path, notices: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for thesaurus in THESAURI:
        for name, digest in thesaurus.files:
            shutil.copyfile(found(name, digest, thesaurus.package), folder / name)
        notice = NOTICE.format(
            package=thesaurus.package,
            version=VERSION,
            licence=thesaurus.licence,
            about=thesaurus.about,
            files=" and ".join(name for name, _ in thesaurus.files),
        )
        permission = KEVIN if thesaurus.about is ENGLISH else ""
        whole = "\n".join([notice + permission, *map(text, thesaurus.texts)])
        for place in (notices, folder):
            place.joinpath(f"thesaurus-{thesaurus.package}.txt").write_text(whole, encoding="utf-8")


def found(name: str, digest: str, package: str) -> Path:
    """Return where a thesaurus's file is, with the bytes that it must have."""
    path = next((place / name for place in PLACES if (place / name).is_file()), None)
    if path is None:
        raise SystemExit(f"{name} is missing: install Debian 12's {package}, or name its folder in THESAURI")
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{path} is not the one of {package} {VERSION}: its SHA-256 is another")
    return path


def text(name: str) -> str:
    """Return a licence's text, as Debian keeps it."""
    paths = [*(place / name for place in TEXTS), DOCUMENTS / name / "copyright"]
    path = next((each for each in paths if each.is_file()), None)
    if path is None:
        raise SystemExit(f"the text of the licence {name} was not found")
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
