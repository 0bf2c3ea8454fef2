"""The window tried once by the program itself, in a folder that is thrown away.

It goes the way of the actions that menus and keys trigger, on the sample of each language, so that a
file or a library that an installer forgot shows here and not with the analyst. What is missing is
named for the administrator who reads it, in English.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLibraryInfo,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reconciler.gui.app import make_application, make_window, release_clipboard
from reconciler.gui.main_window import MainWindow
from reconciler.gui.speaking import translate
from reconciler.model import Verdict
from reconciler.resources import resource_path
from reconciler.settings import Places, PreferencesFile

if TYPE_CHECKING:
    from reconciler.export.values import Dossier, Form

PATIENCE = 120.0
"""Seconds that one step may take before it counts as failed; a cold disk is slow."""
LANGUAGES = ("en", "fr")
_ICONS = ("reconciler.svg", "arrow-dark.svg", "arrow-light.svg")
_BEGINNINGS = MappingProxyType({"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "json": b"{", "jsonld": b"{"})
_ENDS = MappingProxyType({"html": b"</html>", "pdf": b"%%EOF", "json": b"}", "jsonld": b"}"})
"""How the files of some forms begin and end."""
_OF_NO_IMPORT = ("This plugin does not support",)
"""What the offscreen platform says of every window."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of it: what is missing or failed, what Qt warned of, how long each step took."""

    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    milliseconds: tuple[tuple[str, int], ...]
    counts: tuple[tuple[str, int], ...]
    display: str


@dataclass(slots=True)
class _Notes:
    missing: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    milliseconds: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


class _StepError(Exception):
    """A step did not come to its end; the following ones are not tried."""


def check_window(folder: Path) -> Seen:
    """Open the window, work through the sample in each language, export, and look at every resource."""
    notes = _Notes()
    began = time.monotonic()
    there = QCoreApplication.instance()
    app = there if isinstance(there, QApplication) else make_application(["reconciler"])
    before = qInstallMessageHandler(lambda *said: _hear(notes, *said))
    caught = sys.excepthook
    sys.excepthook = lambda kind, error, _trace: notes.missing.append(f"fault {kind.__name__}: {error}")
    try:
        translate(app, "en")
        _look_at_resources(notes)
        for language in LANGUAGES:
            _Trial(folder / language, language, notes, began).run()
            began = time.monotonic()
        release_clipboard()
    except _StepError as error:
        notes.missing.append(str(error))
    finally:
        sys.excepthook = caught
        qInstallMessageHandler(before)
    return Seen(
        tuple(notes.missing),
        tuple(dict.fromkeys(notes.warnings)),
        tuple(notes.milliseconds.items()),
        tuple(notes.counts.items()),
        QGuiApplication.platformName(),
    )


def _hear(notes: _Notes, kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    if kind != QtMsgType.QtDebugMsg and not (text or "").startswith(_OF_NO_IMPORT):
        notes.warnings.append(text or kind.name)


def _look_at_resources(notes: _Notes) -> None:
    ours = str(resource_path("translations"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in [("reconciler_en", ours), ("reconciler_fr", ours), ("qtbase_fr", qts)]:
        if not QTranslator().load(name, folder):
            notes.missing.append(f"translation {name}")
    for icon in _ICONS:
        if QIcon(str(resource_path("icons", icon))).pixmap(32, 32).isNull():
            notes.missing.append(f"icon {icon}")


def _is_written(path: Path, form: str) -> bool:
    data = path.read_bytes()
    return data.startswith(_BEGINNINGS.get(form, b"")) and data.rstrip().endswith(_ENDS.get(form, b""))


class _Paints(QObject):
    """Notes when a window painted for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at: float | None = None
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() == QEvent.Type.Paint:
            self.at = time.monotonic()
        return False


class _Trial:
    """One language's sample, from the start page to an export."""

    def __init__(self, folder: Path, language: str, notes: _Notes, began: float) -> None:
        self._folder, self._language, self._notes, self._began = folder, language, notes, began
        places = Places(folder / "cases", folder / "config")
        self._window = make_window(places, PreferencesFile.load(places.preferences))
        self._paints = _Paints(self._window)
        for signal in (self._window.fault, self._window.session.refused, self._window.opening.problems):
            signal.connect(self._fail)

    def run(self) -> None:
        """Do every step; the window is closed whatever happens."""
        window = self._window
        try:
            window.show()
            self._wait("first paint", lambda: self._paints.at is not None)
            window.begin(sorted(resource_path("sample", self._language).glob("*.txt")))
            self._wait("matches", lambda: self._open_matches() > 0 and not window.background.jobs)
            self._count()
            self._decide()
            self._export()
        finally:
            window.session.drop_waiting()
            window.close()
            window.deleteLater()
            QApplication.processEvents()

    def _fail(self, fault: object) -> None:
        self._notes.missing.append(f"{self._language}: {fault!r}")

    def _decide(self) -> None:
        session = self._window.session
        match = session.current
        if match is None:
            raise _StepError(f"{self._language}: no match is chosen")
        actions = self._window.actions_by_id
        actions["confirm"].trigger()
        self._wait("confirm", lambda: session.standing(match).verdict is Verdict.CONFIRMED)
        actions["undo"].trigger()
        self._wait("undo", lambda: session.standing(match).verdict is None)
        actions["redo"].trigger()
        self._wait("redo", lambda: session.standing(match).verdict is Verdict.CONFIRMED)

    def _export(self) -> None:
        """Write the case in every form that there is; each shows by its first or last bytes what it is."""
        from reconciler.case.dossier import dossier
        from reconciler.case.opened import now
        from reconciler.export.values import Form
        from reconciler.export.writing import write_whole

        case = self._window.session.case
        if case is None:
            raise _StepError(f"{self._language}: the case is gone")
        values = dossier(case, now())
        for form in Form:
            path = self._folder / f"report.{form}"
            try:
                write_whole(path, self._exported(values, form))
            except Exception as error:  # whatever it is belongs to the administrator
                self._notes.missing.append(f"{self._language}: export {form}: {error!r}")
            else:
                self._wait(f"export {form}", partial(_is_written, path, form))

    def _exported(self, values: "Dossier", form: "Form") -> bytes:
        from reconciler.export.rendering import rendered
        from reconciler.export.report import report
        from reconciler.export.values import Form
        from reconciler.gui.pdf import as_pdf

        if form is Form.PDF:
            return as_pdf(report(values, self._language), values.made)
        return rendered(values, form, self._language)

    def _open_matches(self) -> int:
        case = self._window.session.case
        return 0 if case is None else len(case.matches)

    def _count(self) -> None:
        case = self._window.session.case
        if case is not None:
            self._notes.counts[f"matches {self._language}"] = len(case.matches)

    def _wait(self, step: str, is_done: Callable[[], bool]) -> None:
        """Let the window work until a step is done, and note how long that took."""
        until = time.monotonic() + PATIENCE
        while not is_done():
            if time.monotonic() > until or self._notes.missing:
                raise _StepError(f"{self._language}: {step}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        now = time.monotonic()
        self._notes.milliseconds[f"{step} {self._language}"] = round((now - self._began) * 1000)
        self._began = now
