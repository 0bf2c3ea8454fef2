"""A colleague's case beside this one: compared on the worker, brought in and settled by the analyst."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reconciler.errors import UserError
from reconciler.gui.background import Task
from reconciler.gui.opening import CASE_SUFFIX
from reconciler.gui.session import PendingAct
from reconciler.model import MatchId, Relation, Standing, Verdict

if TYPE_CHECKING:
    from reconciler.case.agreement import Agreement
    from reconciler.case.colleague import Colleague
    from reconciler.gui.main_window import MainWindow


def read_both(here: Path, other: Path, task: Task) -> "tuple[Agreement, Colleague]":
    """Compare two case files, which are only read.

    Raises:
        CaseError: one can't be read, or both are of other articles (OTHER_SOURCES).
    """
    from reconciler.case.agreement import compare
    from reconciler.case.colleague import Colleague
    from reconciler.case.standing import ReadableCase

    colleague = Colleague.read(other)
    task.progress(0.5)
    with ReadableCase.open(here, read_only=True) as case:
        return compare(case, colleague), colleague


class ColleagueCommands(QObject):
    """Asks for the colleague's file, and does what the dialog is told."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def compare(self) -> None:
        """Choose a colleague's case of the same articles."""
        dialog = self._window.commands.case.file_dialog(self.tr("A colleague’s case of the same articles"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Cases (*{suffix})").format(suffix=CASE_SUFFIX)])
        dialog.fileSelected.connect(lambda name: self.compare_with(Path(name)))
        dialog.open()

    def compare_with(self, other: Path) -> None:
        """Compare the case with another file, then show how far both agree."""
        case = self._session.case
        if case is None:
            return
        self._window.inspector.commit_note()
        here = case.path
        self._window.background.run(
            self.tr("Comparing with {name}…").format(name=other.stem),
            lambda task: read_both(here, other, task),
            lambda found: self._show(here, *found),
            self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.tell_problems((error,))
        else:
            self._window.opening.failed.emit(error)

    def _show(self, here: Path, agreement: "Agreement", colleague: "Colleague") -> None:
        from reconciler.gui.dialogs.colleague import ColleagueDialog

        case = self._session.case
        if case is None or case.path != here:
            return
        dialog = ColleagueDialog(
            self._session,
            self._window.theme,
            agreement,
            lambda: case.foresee_bringing_in(colleague),
            self._window,
        )
        dialog.wanted.connect(lambda: self._session.perform(lambda case: case.bring_in(colleague)))
        dialog.settled.connect(self._settle)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self, match: MatchId, verdict: Verdict, relation: Relation | None, words: str) -> None:
        act = PendingAct(
            (match,),
            lambda before: Standing(verdict, relation, before.note),
            lambda case: case.settle(match, verdict, relation, words),
        )
        self._session.perform_act(act)
