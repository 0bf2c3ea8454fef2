"""Whether the open case may be left: what is not on the disk, or not in its one file, is said first."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from reconciler.gui.problem_messages import problem_sentence

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class _Risk(Enum):
    """What the analyst may leave a case with, once they were told."""

    FILE_GONE = auto()
    LOG_LEFT = auto()


def _stay() -> None:
    pass


class Leaving(QObject):
    """Asks before anything is lost with a case that is closed, or that another one takes the place of."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._accepted: frozenset[_Risk] = frozenset()

    def may_leave(self, then: Callable[[], object], otherwise: Callable[[], object] = _stay) -> bool:
        """Answer whether nothing is in the way; else the analyst is asked, and does `then` or `otherwise`.

        `then` asks here again, at once: what was accepted on the way there counts for that alone.
        """
        session, accepted = self._window.session, self._accepted
        self._window.inspector.commit_note()
        session.save_waiting()
        if count := session.unsaved_acts:
            text = self.tr("%n decision(s) could not be saved. Close and lose them?", None, count)
            self._question(text, self.tr("Close and lose them"), lambda: self._lose(then), otherwise).open()
            return False
        is_asked = session.can_change and _Risk.FILE_GONE not in accepted
        if is_asked and not session.file.look():
            self._ask_of_file(lambda: self._leave(accepted | {_Risk.FILE_GONE}, then), otherwise)
            return False
        left = None if _Risk.LOG_LEFT in accepted else session.file.fold_back()
        if left is not None:
            go = self.tr("Close all the same")
            risks = accepted | {_Risk.LOG_LEFT}
            self._question(problem_sentence(left), go, lambda: self._leave(risks, then), otherwise).open()
            return False
        return True

    def _lose(self, then: Callable[[], object]) -> None:
        self._window.session.drop_waiting()
        then()

    def _leave(self, accepted: frozenset[_Risk], then: Callable[[], object]) -> None:
        self._accepted = accepted
        try:
            then()
        finally:
            self._accepted = frozenset()

    def _ask_of_file(self, then: Callable[[], object], otherwise: Callable[[], object]) -> None:
        text = self.tr(
            "The case file is no longer in its place: what you decided is lost with this window, "
            "unless you save the case first."
        )
        box = self._question(text, self.tr("Close all the same"), then, otherwise)
        saved = box.addButton(self.tr("Save case as…"), QMessageBox.ButtonRole.AcceptRole)
        saved.clicked.connect(self._window.commands.case.save_as)
        box.setDefaultButton(saved)
        box.open()

    def _question(
        self, text: str, words: str, then: Callable[[], object], otherwise: Callable[[], object]
    ) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(text)
        leave = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(keep)
        box.finished.connect(lambda: then() if box.clickedButton() is leave else otherwise())
        box.finished.connect(box.deleteLater)
        return box
