"""What helps to read two articles against each other: counterparts brought here, jumps, focus mode."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class ReadingCommands(QObject):
    """Acts on the statement that is read; nothing of it changes the case."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def bring_here(self) -> None:
        """Bring the counterparts of the statement in use level with it."""
        if not self._window.panes.counterparts.bring_here():
            self._window.say(self.tr("Nothing corresponds to this statement"))

    def jump(self) -> None:
        """Go to a counterpart of the statement in use, or from one to the next."""
        if not self._window.panes.counterparts.jump():
            self._window.say(self.tr("No further counterpart of this statement"))

    def jump_back(self) -> None:
        """Go back to where the last jump to a counterpart began."""
        origin = self._window.panes.counterparts.back()
        if origin is None:
            self._window.say(self.tr("Nowhere to go back to"))
        elif not origin.had_keys:
            self._window.focus_queue()

    def focus_mode(self) -> None:
        """Dim what has been decided, or nothing."""
        self.set_focus_mode(self._window.actions_by_id["focus_mode"].isChecked())

    def set_focus_mode(self, on: bool) -> None:
        """Dim what has been decided, or nothing, and say so in the menu."""
        self._window.actions_by_id["focus_mode"].setChecked(on)
        self._window.panes.set_focus_mode(on)
