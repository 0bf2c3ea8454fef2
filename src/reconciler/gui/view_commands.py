"""What is shown, and where the keyboard is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.gui.views import View
from reconciler.model import SignalKind
from reconciler.settings import Preferences

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class ViewCommands(QObject):
    """What is shown and where the keyboard is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def find(self) -> None:
        """Go to the search field."""
        self._window.focus_find()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._window.panes.find_next()

    def find_previous(self) -> None:
        """Go to the previous hit."""
        self._window.panes.find_previous()

    def focus_queue(self) -> None:
        """Give the keyboard to the review queue."""
        self._window.views.show(View.PANES)
        self._window.commands.panes.show_queue()
        self._window.focus_queue()

    def focus_left(self) -> None:
        """Give the keyboard to the left article."""
        self._window.views.show(View.PANES)
        self._window.panes.focus_pane(0)

    def focus_right(self) -> None:
        """Give the keyboard to the right article."""
        self._window.views.show(View.PANES)
        self._window.panes.focus_pane(1)

    def focus_third(self) -> None:
        """Give the keyboard to the third article or, where there is none, to the inspector."""
        self._focus(2)

    def focus_fourth(self) -> None:
        """Give the keyboard to the fourth article or, where there is none, to the inspector."""
        self._focus(3)

    def _focus(self, pane: int) -> None:
        self._window.views.show(View.PANES)
        if not self._window.panes.focus_pane(pane):
            self.focus_inspector()

    def focus_inspector(self) -> None:
        """Give the keyboard to the inspector."""
        self._window.views.show(View.PANES)
        self._window.show_inspector()
        self._window.inspector.focus_first()

    def filter(self) -> None:
        """Give the keyboard to the text filter of the queue, or of the claims."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.filters.focus_text()
            return
        self._window.queue.filters.focus_text()

    def filter_kinds(self) -> None:
        """Open the menu of the kinds of difference."""
        self._window.queue.filters.open_kinds()

    def filter_more(self) -> None:
        """Open the menu of further filters."""
        self._window.queue.filters.open_facets()

    def queue_order(self) -> None:
        """Open the list of orders of the queue."""
        self._window.queue.filters.open_orders()

    def clear_filters(self) -> None:
        """Take all filters off but that by verdict."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.clear_filters()
            return
        self._window.queue.filters.clear()

    def overview(self) -> None:
        """Show or hide the overview strips."""
        self._window.set_overview(self._window.actions_by_id["overview"].isChecked())

    def linked_scrolling(self) -> None:
        """Link or unlink the panes' scrolling."""
        self._window.set_linked_scrolling(self._window.actions_by_id["linked_scrolling"].isChecked())

    def signals(self) -> None:
        """Show or hide what the statements carry."""
        actions = self._window.actions_by_id
        self.show_signals(self.signal_kinds_chosen(), on=actions["signals"].isChecked())

    def signal_kinds(self) -> None:
        """Show the kinds of signal that are checked; without any, none are shown."""
        chosen = self.signal_kinds_chosen()
        self.show_signals(chosen, on=bool(chosen))

    def signal_kinds_chosen(self) -> frozenset[SignalKind]:
        """Return the kinds of signal that are checked."""
        actions = self._window.actions_by_id
        return frozenset(kind for kind in SignalKind if actions[f"signals_{kind}"].isChecked())

    def show_signals(self, kinds: frozenset[SignalKind], *, on: bool) -> None:
        """Show signals of these kinds, all of them when none is named, or hide them."""
        actions = self._window.actions_by_id
        kinds = kinds or frozenset(SignalKind)
        actions["signals"].setChecked(on)
        for kind in SignalKind:
            actions[f"signals_{kind}"].setChecked(kind in kinds)
        self._window.panes.set_signals(kinds if on else frozenset())

    def text_larger(self) -> None:
        """Set the articles in larger letters."""
        self._window.zoom(1)

    def text_smaller(self) -> None:
        """Set the articles in smaller letters."""
        self._window.zoom(-1)

    def text_normal(self) -> None:
        """Set the articles in letters of the usual size."""
        self._window.set_text_size(Preferences().text_size)

    def full_screen(self) -> None:
        """Fill the screen, or give it back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()


class PreferencesCommands(QObject):
    """The preferences."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def show(self) -> None:
        """Show the preferences."""
        self._window.preferring.show()
