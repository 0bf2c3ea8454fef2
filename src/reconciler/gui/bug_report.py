"""What helps with a fault and gives nothing of a case away: versions, the system, the size of the case."""

import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from reconciler import __version__
from reconciler.shipped import Package

if TYPE_CHECKING:
    from reconciler.case import Case

_TOO_SHORT = 3
"""Letters below which a case's name is no name to look for: it would be found in every word."""


def surroundings() -> str:
    """Return what the program runs on, in one line."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"Reconciler {__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}, {system}"


def bug_report(case: "Case | None", packages: Sequence[Package]) -> str:
    """Return what to send with a description of a fault; in English, for those who read it.

    `packages` are what the program runs on (`shipped.packages`).

    It holds no text, no name and no path of a case, only counts.
    """
    libraries = ", ".join(f"{each.name} {each.version}" for each in packages if each.version)
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    return "\n".join(
        (
            surroundings(),
            f"Libraries: {libraries}",
            f"Installed as: {_installed_as()}",
            f"Display: {QGuiApplication.platformName()}, scale {scale:g}; language: {QLocale().name()}",
            _size_of(case),
            "",
        )
    )


def without_case(report: str, case: Path | None) -> str:
    """Return a report in which the case's path and name, and the user's own folder, are not told."""
    hidden = [] if case is None else [str(case), case.name, case.stem]
    for name in hidden:
        if len(name) > _TOO_SHORT:
            report = report.replace(name, "<case>")
    home = str(Path.home())
    return report.replace(home, "~") if len(home) > _TOO_SHORT else report


def _installed_as() -> str:
    return "a program of its own" if getattr(sys, "frozen", False) else "Python packages"


def _size_of(case: "Case | None") -> str:
    if case is None:
        return "No case is open."
    statements = sum(len(case.statements(source.id)) for source in case.sources)
    return f"Case: {len(case.sources)} sources, {statements} statements, {len(case.matches)} matches"
