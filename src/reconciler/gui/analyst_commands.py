"""Who decides, and whether they see what the program thinks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from reconciler.settings import login_name

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class AnalystCommands(QObject):
    """The analyst's name, which each decision carries, and the blind mode, which each decision records."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def change(self) -> None:
        """Ask under which name decisions are kept from now on."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("analyst")
        dialog.setWindowTitle(self.tr("Change analyst"))
        login = login_name()
        text = self.tr("Decisions from now on are kept under this name; left empty, under “{login}”:")
        dialog.setLabelText(text.format(login=login))
        dialog.setTextValue(self._window.session.analyst)
        dialog.textValueSelected.connect(self.change_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(480, dialog.height())
        dialog.open()

    def change_to(self, name: str) -> None:
        """Keep decisions under a name from now on, in every case; an empty one is the login name."""
        name, login = " ".join(name.split()), login_name()
        kept = self._window.preferences
        kept.update(replace(kept.value, analyst="" if name == login else name))
        self._window.inspector.commit_note()
        self._window.session.set_analyst(name or login)

    def blind(self) -> None:
        """Hide what the program thinks of matches, or show it again."""
        self.set_blind(self._window.actions_by_id["blind"].isChecked())

    def set_blind(self, on: bool) -> None:
        """Hide what the program thinks of matches, or show it again, and say so in the menu."""
        window = self._window
        window.actions_by_id["blind"].setChecked(on)
        window.preferences.update(replace(window.preferences.value, blind=on))
        window.session.set_blind(on)
