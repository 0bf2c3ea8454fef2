"""`reconciler --self-check`: whether this program, as it is installed here, can do all of its work.

It works in a folder that is thrown away, with the display there is or without one, and needs no network.
"""

import gc
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from reconciler import __version__
from reconciler.cli.display import why_no_window
from reconciler.errors import UserError
from reconciler.export.plain import one_line
from reconciler.resources import resource_path
from reconciler.shipped import damaged_files, packages, versions

SOUND, FAULTY = 0, 1
_ARTICLES = "self_check"
_STANDS_IN_ALL = "6,200"


def self_check() -> int:
    """Try everything once, print one line of JSON, and return the exit code: 1 if anything is missing."""
    if why_no_window() is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gc.disable()  # as for the window
    from reconciler.gui.self_check import check_window

    with tempfile.TemporaryDirectory(prefix="reconciler-self-check-", ignore_cleanup_errors=True) as folder:
        os.environ["RECONCILER_HOME"] = folder
        began = time.monotonic()
        unread = _unread_articles()
        reading = round((time.monotonic() - began) * 1000)
        seen = check_window(Path(folder))
    damaged = [f"file {name}" for name in damaged_files()]
    missing = [*damaged, *unread, *seen.missing]
    told = {
        "reconciler": __version__,
        "ok": not missing,
        "missing": missing,
        "warnings": list(seen.warnings),
        "display": seen.display,
        "milliseconds": dict(seen.milliseconds) | {"read": reading},
        "counts": dict(seen.counts) | {"packages": len(packages())},
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "versions": dict(versions()),
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=True) + "\n")
    return FAULTY if missing else SOUND


def _unread_articles() -> list[str]:
    """Read one article of each format, and return those that did not come out right."""
    from reconciler.reading import read_files

    files = sorted(resource_path(_ARTICLES).glob("article.*"))
    faults = [] if files else ["articles to read"]
    for file, outcome in zip(files, read_files(files), strict=True):
        if isinstance(outcome, UserError):
            faults.append(one_line(f"reader {file.suffix}: {outcome.problem} {outcome.detail}".strip()))
        elif _STANDS_IN_ALL not in outcome.text:
            faults.append(f"reader {file.suffix}: text is missing")
    return faults
