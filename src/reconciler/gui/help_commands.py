"""Help: the guide beside the window, and the tour through the sample."""

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
        self._tour_waits = False
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
        """Open the sample and lead through it."""
        self._tour_waits = True
        self._window.open_sample()

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
