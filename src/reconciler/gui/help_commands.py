"""Help: the guide beside the window, and the tour through the sample."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer

from reconciler.gui.tour import Tour

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class HelpCommands(QObject):
    """Opens the guide, one at a time, and begins the tour."""

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

    def tour(self) -> None:
        """Open the sample and lead through it; the case that is open now comes back after it."""
        case = self._window.session.case
        self._own = case.path if case is not None else None
        self._tour_waits = True
        self._window.open_sample()

    def _go_back(self) -> None:
        """Open the case again that the tour began from."""
        own, self._own = self._own, None
        case = self._window.session.case
        if own is not None and case is not None and case.path != own:
            # After the key or the click that ended the tour: the case that it ended in goes.
            QTimer.singleShot(0, self, lambda: self._window.opening.open_case(own))

    def _go_on(self, _change: object = None) -> None:
        """Begin once the sample is lined up: until then there is nothing to point at."""
        case = self._window.session.case
        if self._tour_waits and case is not None and case.is_aligned:
            self._tour_waits = False
            # After the window has given the keyboard to the queue.
            QTimer.singleShot(0, self, self._begin_tour)

    def _begin_tour(self) -> None:
        if self._window.session.case is not None:
            self.tour_shown.begin()
