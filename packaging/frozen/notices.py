"""Write what a recipient must be told: every package shipped, its licence, and the licence texts.

    python packaging/frozen/notices.py FOLDER

Reads the metadata of the packages of this environment. The packages of Qt bring no texts; those of the
LGPL and the GPL are looked for in `LICENCE_TEXTS`, by default where Debian keeps them.
"""

import os
import re
import sys
from pathlib import Path

from reconciler.shipped import QT_PACKAGES, Package, packages

TEXTS = Path(os.environ.get("LICENCE_TEXTS", "/usr/share/common-licenses"))
NOT_SHIPPED = {"pip", "setuptools"}
HEAD = """\
Reconciler is under the MIT licence (reconciler.txt). It comes with the packages below, each under its own
licence; the texts are the files beside this one. They are unchanged, but for what is left out of some and for
symbols that only debuggers read.

"""
QT_NOTICE = """\
Qt, Qt for Python (PySide6) and Shiboken {version}
Copyright (C) The Qt Company Ltd. and other contributors.

They are used under the GNU Lesser General Public License, version 3, whose text follows, with that of the
GNU General Public License, version 3, on which it builds.

Their source, for this version: https://download.qt.io/official_releases/qt/ (Qt) and
https://download.qt.io/official_releases/QtForPython/ (PySide6 and Shiboken). They are unchanged.

They are separate files in the folder lib/PySide6 and lib/shiboken6 of this program: you may replace them by
builds of your own that have the same interface, by putting those in their place. Nothing in the program
checks or prevents it, and you may take the program apart to find out why a replacement does not work.

Qt itself holds code of others under licences that it lists at https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shipped = [each for each in packages() if each.name not in NOT_SHIPPED]
    lines = [f"{each.name} {each.version} | {each.licence} | {each.home}".rstrip(" |") for each in shipped]
    folder.joinpath("PACKAGES.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    for each in shipped:
        text = qt_text(each) if each.name in QT_PACKAGES else joined(each)
        if not text:
            raise SystemExit(f"{each.name} brings no licence text, and none is known here")
        folder.joinpath(f"{safe(each.name)}.txt").write_bytes(text)


def joined(package: Package) -> bytes:
    """Return all licence texts of a package, unchanged, one after the other."""
    parts = [b"---- %s ----\n\n%s\n" % (path.name.encode(), path.read_bytes()) for path in package.texts]
    return b"\n".join(parts)


def qt_text(package: Package) -> bytes:
    texts = [TEXTS.joinpath(name).read_bytes() for name in ("LGPL-3", "GPL-3")]
    return b"\n\n".join([QT_NOTICE.format(version=package.version).encode(), *texts])


def safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", name).lower()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
