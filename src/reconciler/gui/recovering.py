"""The offer to recover what can be read of a case file that can't be opened."""

from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconciler.errors import CaseError, Problem, UserError
from reconciler.gui.background import Task
from reconciler.gui.notice_bar import Choice

if TYPE_CHECKING:
    from reconciler.case import Recovered
    from reconciler.gui.main_window import MainWindow

_RECOVERABLE = (Problem.DAMAGED, Problem.STRANGE_SCHEMA)


class Recovering(QObject):
    """Makes a new case beside a damaged one, on the worker, and opens it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def choices(self, errors: Sequence[UserError]) -> tuple[Choice, ...]:
        """Return the button for a notice that tells of these errors, where one of them can be helped."""
        cases = (error for error in errors if isinstance(error, CaseError) and error.problem in _RECOVERABLE)
        path = next((Path(error.where) for error in cases if Path(error.where).is_file()), None)
        if path is None:
            return ()
        return (Choice(self.tr("Recover what can be read"), lambda: self.recover(path)),)

    def recover(self, path: Path) -> None:
        """Write what can be read into a new case in the same folder, and open that."""
        window = self._window
        target = _free_path(path, self.tr("recovered"))

        def work(_task: Task) -> "Recovered":
            from reconciler.case import recover

            return recover(path, target)

        def done(found: "Recovered") -> None:
            if window.opening.open_case(target, at_once=True):
                window.notices.show_notice("recovered", self._told(found))

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                window.telling.problems((error,))
            else:
                window.opening.failed.emit(error)

        window.background.run(self.tr("Recovering what can be read…"), work, done, failed)

    def _told(self, found: "Recovered") -> str:
        kept = self.tr("%n match(es) recovered", "", found.matches)
        decided = self.tr("%n of them decided", "", found.decided)
        lost = self.tr("%n row(s) could not be kept", "", found.dropped)
        history = (
            self.tr("the whole history is in it")
            if found.whole_history
            else self.tr("its history could not be kept: what stood last was decided anew")
        )
        return self.tr("{kept}, {decided}; {lost}; {history}. The damaged file was left as it is.").format(
            kept=kept, decided=decided, lost=lost, history=history
        )


def _free_path(path: Path, word: str) -> Path:
    names = chain([f"{path.stem} {word}"], (f"{path.stem} {word} {number}" for number in count(2)))
    return next(new for name in names if not (new := path.with_name(f"{name}{path.suffix}")).exists())
