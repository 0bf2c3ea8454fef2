"""Which articles stand side by side, how many, and whether anything stands beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reconciler.gui.panes.arranging import FEWEST, MOST
from reconciler.model import SourceId

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

QUEUE, PANES, INSPECTOR = range(3)
"""The columns of the window, from left to right."""


class PaneCommands(QObject):
    """Acts on what the panes show; nothing of it changes the case."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._sides: tuple[int, ...] = ()

    # Which articles -------------------------------------------------------------------------

    def choose(self) -> None:
        """Offer the sources by their letters, for the pane with the keys or the rightmost one."""
        if not self._window.panes.open_choice():
            self._window.say(self.tr("All sources of this case are shown"))

    def more(self) -> None:
        """Show one article more, the next in the case's order."""
        panes, case = self._window.panes, self._window.session.case
        chosen = panes.chosen_sources()
        left = [source.id for source in case.sources if source.id not in chosen] if case is not None else []
        if len(chosen) >= MOST:
            self._window.say(self.tr("Four articles at most stand side by side"))
        elif not left:
            self._window.say(self.tr("All sources of this case are shown"))
        else:
            panes.show_sources(*chosen, left[0], needed=panes.shown_sources())
            self._tell_room(left[0])

    def _tell_room(self, source: SourceId) -> None:
        """Say why a source is not shown that was chosen just now."""
        window, case = self._window, self._window.session.case
        if case is None or source in window.panes.shown_sources():
            return
        key = window.actions_by_id["panes_alone"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = self.tr("Source {letter} is shown as soon as there is room: widen the window, or press {key}")
        window.say(text.format(letter=case.source(source).letter, key=key))

    def fewer(self) -> None:
        """Take an article out of the row: that with the keys, else the one that is chosen last."""
        panes = self._window.panes
        chosen, pane = panes.chosen_sources(), panes.focused_pane()
        if len(chosen) <= FEWEST:
            self._window.say(self.tr("Two articles at least stand side by side"))
            return
        gone = chosen[-1] if pane is None else panes.shown_sources()[pane]
        panes.show_sources(*(source for source in chosen if source != gone), needed=panes.shown_sources())
        if pane is not None:
            panes.focus_pane(min(pane, len(panes.shown_sources()) - 1))

    # Beside them ----------------------------------------------------------------------------

    def alone(self) -> None:
        """Fold the queue and the inspector away, or bring back what was folded."""
        columns = self._window.columns
        sizes = columns.sizes()
        if not sizes[QUEUE] and not sizes[INSPECTOR]:
            self._unfold()
            return
        self._sides = tuple(sizes)
        focused: QWidget | None = self._window.focusWidget()
        sides = (self._window.queue, self._window.inspector)
        had_keys = focused is not None and any(side.isAncestorOf(focused) for side in sides)
        columns.setSizes([0, sum(sizes), 0])
        if had_keys:
            self._window.panes.focus_pane(0)

    def show_queue(self) -> None:
        """Make sure that the queue can be seen."""
        if not self._window.columns.sizes()[QUEUE]:
            self._unfold()

    def _unfold(self) -> None:
        window = self._window
        width = sum(window.columns.sizes())
        left, right = (self._sides[QUEUE], self._sides[INSPECTOR]) if self._sides else (0, 0)
        left, right = left or window.side_widths()[0], right or window.side_widths()[1]
        window.columns.setSizes([left, width - left - right, right])
