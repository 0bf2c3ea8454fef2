"""Whether the open case may be left: what is not on the disk, or not in its one file, is said first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from reconciler.gui.problem_messages import problem_sentence

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.gui.main_window import MainWindow


def _stay() -> None:
    pass


class Leaving(QObject):
    """Asks before anything is lost with a case that is closed, or that another one takes the place of."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told_of_log: Case | None = None
        self._told_of_file: Case | None = None

    def may_leave(self, then: Callable[[], object], otherwise: Callable[[], object] = _stay) -> bool:
        """Answer whether nothing is in the way; else the analyst is asked, and does `then` or `otherwise`."""
        session = self._window.session
        self._window.inspector.commit_note()
        session.save_waiting()
        count = session.unsaved_acts
        if count:
            text = self.tr("%n decision(s) could not be saved. Close and lose them?", None, count)
            self._ask(text, self.tr("Close and lose them"), lambda: self._lose(then), otherwise)
            return False
        if not session.look_after_file() and session.case is not self._told_of_file:
            text = self.tr(
                "The case file is no longer in its place: what you decided is lost with this window, "
                "unless you save the case first."
            )
            self._ask(
                text,
                self.tr("Close all the same"),
                lambda: self._leave_file(then),
                otherwise,
                save=self._window.commands.case.save_as,
            )
            return False
        left = None if session.case is self._told_of_log else session.fold_back()
        if left is not None:
            self._ask(
                problem_sentence(left),
                self.tr("Close all the same"),
                lambda: self._leave_log(then),
                otherwise,
            )
            return False
        self._told_of_log = self._told_of_file = None
        return True

    def _lose(self, then: Callable[[], object]) -> None:
        self._window.session.drop_waiting()
        then()

    def _leave_log(self, then: Callable[[], object]) -> None:
        self._told_of_log = self._window.session.case
        then()

    def _leave_file(self, then: Callable[[], object]) -> None:
        self._told_of_file = self._window.session.case
        then()

    def _ask(
        self,
        text: str,
        words: str,
        then: Callable[[], object],
        otherwise: Callable[[], object],
        save: Callable[[], object] | None = None,
    ) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(text)
        leave = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(keep)
        if save is not None:
            saved = box.addButton(self.tr("Save case as…"), QMessageBox.ButtonRole.AcceptRole)
            saved.clicked.connect(save)
            box.setDefaultButton(saved)
        box.finished.connect(lambda: then() if box.clickedButton() is leave else otherwise())
        box.finished.connect(box.deleteLater)
        box.open()
