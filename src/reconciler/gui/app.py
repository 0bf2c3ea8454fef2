"""The application: Qt set up, the window shown first, everything heavy after it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QFileOpenEvent, QGuiApplication, QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from reconciler.gui.accessible import install
from reconciler.gui.collecting import Collector
from reconciler.gui.main_window import MainWindow
from reconciler.gui.speaking import translate
from reconciler.gui.themes import DesktopColours, chosen_theme
from reconciler.gui.unread import leave_sources_unread
from reconciler.resources import resource_path
from reconciler.settings import Places, PreferencesFile

if TYPE_CHECKING:
    from reconciler.gui.dialogs.fault_dialog import FaultDialog


UNPAINTED_MS = 500
HAND_OVER_S = 0.0005
"""So long the worker may keep Python to itself once the window asks for it.

By Python's own 5 ms each of the hundred calls into Qt that a key leads to may have to wait so long: while a
large case is ranked anew, a key would take half a second.
"""
ICONS_KB = 2048
"""So much Qt keeps of icons as they were painted: some thousand, of which a window shows a hundred at once.

Each dialog's are others to Qt: by its own limit of 10 MB those of dialogs that are long gone would stay.
"""


class Application(QApplication):
    """The application; macOS tells it by an event, and not by an argument, which file was double-clicked."""

    file_asked_for = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Pass on the file that the system asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked_for.emit(Path(event.file()))
            return True
        return super().event(event)


def run(paths: Sequence[Path]) -> int:
    """Open the window on articles, on a case file, or on the start page; return the exit code."""
    app, window = start(paths)
    faults = Faults(window)
    sys.excepthook = faults.caught
    window.fault.connect(faults.show)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    if not window.background.has_ended:
        # The case is closed; all that is left is work on a long text that nobody waits for.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def start(paths: Sequence[Path]) -> tuple[Application, MainWindow]:
    """Show the window in the user's folders, and open `paths` in it once it has painted."""
    app = make_application(sys.argv[:1])
    collector = Collector(app)
    places = Places.of_user()
    preferences = PreferencesFile.load(places.preferences)
    translate(app, preferences.value.language)
    window = make_window(places, preferences)
    if paths:
        window.show_page(window.columns)
    window.show()
    painted = FirstPaint(window)
    painted.done.connect(lambda: window.begin([path.absolute() for path in paths]))
    collector.look_after(window)
    app.file_asked_for.connect(lambda path: window.opening.open_any([path]))
    return app, window


class FirstPaint(QObject):
    """Tells once that a window has painted, so that nothing heavy competes with that.

    A window that isn't painted, as it begins as an icon, counts as painted a moment later.
    """

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._late = QTimer(self, interval=UNPAINTED_MS, singleShot=True)
        self._late.timeout.connect(self._tell)
        self._late.start()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the window's paint event; those of what is in it follow before the loop turns again."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._late.start(0)
        return False

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self._late.stop()
        self.done.emit()
        self.deleteLater()


def make_application(arguments: Sequence[str]) -> Application:
    """Return the application object with the names and the style that the window is made for."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    sys.setswitchinterval(HAND_OVER_S)
    leave_sources_unread()
    QPixmapCache.setCacheLimit(ICONS_KB)
    app = Application(list(arguments))
    app.setApplicationName("reconciler")
    app.setApplicationDisplayName("Reconciler")
    app.setDesktopFileName("reconciler")
    app.setWindowIcon(QIcon(str(resource_path("icons", "reconciler.svg"))))
    app.setStyle("Fusion")
    app.aboutToQuit.connect(release_clipboard)
    return app


def release_clipboard() -> None:
    """Leave what was copied as text that Qt owns.

    Data made in Python that is still on the clipboard is deleted after the interpreter, which ends
    the process with a crash.
    """
    clipboard = QGuiApplication.clipboard()
    alone = QGuiApplication.platformName() == "offscreen"  # its clipboard is our own, and it doesn't say so
    for mode, owned in (
        (QClipboard.Mode.Clipboard, alone or clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if owned:
            clipboard.setText(clipboard.text(mode), mode)


def make_window(places: Places, preferences: PreferencesFile) -> MainWindow:
    """Return the main window in the colours that are set, or in the system's, following them."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        install(app)
    window = MainWindow(places, preferences, chosen_theme(preferences.value))
    window.apply_theme(window.theme)
    DesktopColours(window).changed.connect(window.follow_desktop)
    return window


class Faults:
    """Faults of ours: a dialog with a report to copy, in place of a traceback or a crash."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._shown: FaultDialog | None = None

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception that nothing caught; stands in for ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.show(error)

    def show(self, error: Exception) -> None:
        """Show a fault, unless one is being shown already."""
        if self._shown is None:
            import traceback

            from reconciler.gui.bug_report import without_case
            from reconciler.gui.dialogs.fault_dialog import FaultDialog

            case = self._window.session.case
            report = "".join(traceback.format_exception(error))
            text = without_case(report, case.path if case else None)
            self._shown = FaultDialog(text, self._window, saved=self._is_saved())
            self._shown.finished.connect(self._closed)
            self._shown.open()

    def _is_saved(self) -> bool | None:
        session = self._window.session
        if session.case is None:
            return None
        return session.file.look() and not session.unsaved_acts

    def _closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
