"""Help: the guide beside the window, the tour through the sample, all keys, what this program is."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QShortcut

from reconciler.gui.menus import key_rows
from reconciler.gui.tour import Tour

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class HelpCommands(QObject):
    """Opens the guide, one at a time, begins the tour, and shows keys and licences."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.tour_shown = Tour(window, self)
        self.tour_shown.left.connect(self._go_back)
        self._tour_waits = False
        self._own: Path | None = None
        window.session.opened.connect(self._go_on)
        window.session.changed.connect(self._go_on)

    def guide(self) -> None:
        """Show the guide, with the keys as they are now."""
        from reconciler.gui.dialogs.guide import GuideDialog, native_keys

        shown = self._window.findChild(GuideDialog)
        if shown is None:
            keys = native_keys({name: act.shortcut() for name, act in self._window.actions_by_id.items()})
            french = self._window.locale().language() == QLocale.Language.French
            shown = GuideDialog("fr" if french else "en", keys, self._window.theme, self._window)
            shown.finished.connect(shown.deleteLater)
            shown.show()
        shown.raise_()
        shown.activateWindow()

    def keys(self) -> None:
        """Show the sheet of all keys."""
        from reconciler.gui.dialogs.key_sheet import KeySheet

        window = self._window
        sheet = KeySheet(key_rows(window.actions_by_id), window)
        for key in window.actions_by_id["keys"].shortcuts():
            QShortcut(key, sheet, sheet.reject)
        sheet.guide_wanted.connect(self.guide)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def about(self) -> None:
        """Show what this program is, and what is shipped with it as soon as that is read."""
        from reconciler.gui.bug_report import bug_report
        from reconciler.gui.dialogs.about import AboutDialog, AboutFacts
        from reconciler.shipped import packages

        window = self._window
        case, places = window.session.case, window.places
        path = case.path if case is not None else None
        facts = AboutFacts(path, places.cases, places.preferences, partial(bug_report, case))
        dialog = AboutDialog(facts, window)
        job = window.background.run(
            self.tr("Reading the licences…"),
            lambda _task: packages(),
            dialog.show_packages,
            window.fault.emit,
        )
        dialog.finished.connect(job.cancel)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tour(self) -> None:
        """Open the sample and lead through it; the case that is open now comes back after it."""
        case = self._window.session.case
        self._own = case.path if case is not None else None
        self._tour_waits = True
        self._window.open_sample()
        self._go_on()

    def _go_back(self) -> None:
        """Open the case again that the tour began from."""
        own, self._own = self._own, None
        case = self._window.session.case
        if own is not None and case is not None and case.path != own:
            # After the key or the click that ended the tour: the case that it ended in goes.
            QTimer.singleShot(0, self, lambda: self._window.opening.open_case(own))

    def _go_on(self, _change: object = None) -> None:
        """Begin once the sample is lined up: until then there is nothing to point at."""
        if self._tour_waits and self._is_sample_lined_up():
            self._tour_waits = False
            # After the window has given the keyboard to the queue.
            QTimer.singleShot(0, self, self._begin_tour)

    def _is_sample_lined_up(self) -> bool:
        case = self._window.session.case
        names = [path.name for path in self._window.sample()]
        return case is not None and case.is_aligned and sorted(each.name for each in case.sources) == names

    def _begin_tour(self) -> None:
        if self._window.session.case is not None:
            self.tour_shown.begin()
