"""A colleague's case beside this one: compared on the worker, brought in and settled by the analyst."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reconciler.errors import UserError
from reconciler.gui.background import Job, Task
from reconciler.gui.opening import CASE_SUFFIX
from reconciler.gui.waiting_acts import PendingAct
from reconciler.model import MatchId, Relation, Standing, Verdict
from reconciler.pace import Pace

if TYPE_CHECKING:
    from reconciler.case.agreement import Agreement
    from reconciler.case.bringing import Arrival, Prepared
    from reconciler.case.colleague import Colleague
    from reconciler.gui.dialogs.colleague import ColleagueDialog
    from reconciler.gui.main_window import MainWindow

T = TypeVar("T")


def read_both(here: Path, other: Path, task: Task) -> "tuple[Agreement, Colleague, Arrival]":
    """Compare two case files, which are only read.

    Raises:
        CaseError: one can't be read, or both are of other articles (OTHER_SOURCES).
        Cancelled: the task is to stop.
    """
    from reconciler.case.agreement import compare
    from reconciler.case.colleague import Colleague
    from reconciler.case.standing import ReadableCase

    pace = Pace(task.progress, task.cancelled)
    colleague = Colleague.read(other)
    pace.tell(0.4)
    with ReadableCase.open(here, read_only=True) as case:
        pace.tell(0.6)
        found = compare(case, colleague)
        return found, colleague, case.foresee_bringing_in(colleague, pace.part(0.8, 1))


def foreseen(here: Path, colleague: "Colleague", task: Task) -> "Arrival":
    """Return what bringing in would make of the case as it is on disk.

    Raises:
        CaseError: it can't be read.
        Cancelled: the task is to stop.
    """
    from reconciler.case.standing import ReadableCase

    with ReadableCase.open(here, read_only=True) as case:
        return case.foresee_bringing_in(colleague, Pace(task.progress, task.cancelled).part(0.4, 1))


def prepared(
    here: Path, colleague: "Colleague", analyst: str, score_visible: bool, task: Task
) -> "Prepared | None":
    """Return all that bringing in would write to the case as it is on disk; None when that is nothing.

    Raises:
        CaseError: it can't be read.
        Cancelled: the task is to stop.
    """
    from reconciler.case.standing import ReadableCase

    pace = Pace(task.progress, task.cancelled).part(0.1, 1)
    with ReadableCase.open(here, read_only=True) as case:
        return case.prepare_bringing_in(colleague, analyst, score_visible=score_visible, pace=pace)


class ColleagueCommands(QObject):
    """Asks for the colleague's file, and shows how far both agree."""

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
            self.fail,
        )

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        if isinstance(error, UserError):
            self._window.telling.problems((error,))
        else:
            self._window.opening.failed.emit(error)

    def _show(self, here: Path, agreement: "Agreement", colleague: "Colleague", arrival: "Arrival") -> None:
        from reconciler.gui.dialogs.colleague import ColleagueDialog

        case = self._session.case
        if case is None or case.path != here:
            return
        dialog = ColleagueDialog(self._session, self._window.theme, agreement, arrival, self._window)
        _Beside(self._window, dialog, colleague, self.fail)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Beside(QObject):
    """Does what the dialog is told, as long as it is open. What takes long is reckoned on the worker."""

    def __init__(
        self,
        window: "MainWindow",
        dialog: "ColleagueDialog",
        colleague: "Colleague",
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__(dialog)
        self._window, self._session, self._dialog = window, window.session, dialog
        self._colleague, self._tell_fault = colleague, fail
        self._job: Job[object] | None = None
        dialog.wanted.connect(self._prepare)
        dialog.foresight_wanted.connect(self._foresee)
        dialog.stop_wanted.connect(self._stop)
        dialog.settled.connect(self._settle)
        dialog.finished.connect(self._stop)
        window.background.progressed.connect(self._show_share)

    def _prepare(self) -> None:
        """Reckon what is to be written; the case is left as it is until all of it is known."""
        case = self._session.case
        if case is None:
            return
        if self._session.unsaved_acts:
            self._session.save_waiting()
        here, analyst, visible = case.path, case.analyst, case.score_visible
        self._run(
            self.tr("Bringing in the decisions of {name}…").format(name=self._colleague.path.stem),
            lambda task: prepared(here, self._colleague, analyst, visible, task),
            self._write,
        )

    def _write(self, found: "Prepared | None") -> None:
        case = self._session.case
        if case is None:
            return
        if found is not None and not case.is_ready_for(found):
            self._prepare()  # something was decided, or aligned, meanwhile
            return
        self._dialog.show_working("")
        if found is not None:
            self._session.perform(lambda case: case.bring_in_prepared(found))

    def _foresee(self) -> None:
        case = self._session.case
        if case is None:
            return
        here = case.path
        self._run(
            self.tr("Comparing with {name}…").format(name=self._colleague.path.stem),
            lambda task: foreseen(here, self._colleague, task),
            self._show_arrival,
        )

    def _show_arrival(self, arrival: "Arrival") -> None:
        self._dialog.show_working("")
        self._dialog.show_arrival(arrival)

    def _run(self, name: str, work: Callable[[Task], T], done: Callable[[T], None]) -> None:
        self._stop()
        self._dialog.show_working(name)
        job: Job[object] = self._window.background.run(name, work, done, self._fail)  # type: ignore[arg-type]  # callers pair them
        self._job = job

    def _fail(self, error: Exception) -> None:
        self._dialog.show_working("")
        self._tell_fault(error)

    def _show_share(self, job: Job[object], share: float) -> None:
        if job is self._job:
            self._dialog.show_share(share)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._dialog.show_working("")

    def _settle(self, match: MatchId, verdict: Verdict, relation: Relation | None, words: str) -> None:
        act = PendingAct(
            lambda case: case.settle(match, verdict, relation, words),
            (match,),
            lambda before: Standing(verdict, relation, before.note),
        )
        self._session.perform_act(act)
