"""A later text of a source on its way into the case: read, compared, reported, then accepted or not."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from reconciler.errors import Cancelled, CaseError, Problem, UserError
from reconciler.gui.arrivals import Arrival, arrival_name, cut_anew, prepare_arrival
from reconciler.gui.background import Job, Task
from reconciler.gui.dialogs.report_entries import Later
from reconciler.gui.notice_bar import Choice
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.review.arrangement import Filter
from reconciler.model import Change, MatchId, Source, SourceId, Statement

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.gui.dialogs.update_source import UpdateSourceDialog
    from reconciler.gui.main_window import MainWindow
    from reconciler.language import Languages
    from reconciler.reading.connection import Network

NOTICE = "updated"
RECOUNT_MS = 250


class Updating(QObject):
    """Asks for a later text, has it read and compared, shows the report and does what the analyst says.

    `updated` carries the source whose later text was accepted. `network` is the way out to links
    where it is not the usual one.
    """

    updated = Signal(object)

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self.network: Network | None = None
        self._dialog: UpdateSourceDialog | None = None
        self._job: Job[Later] | None = None
        self._told: tuple[SourceId, int | None] | None = None
        self._recount = QTimer(self, interval=RECOUNT_MS, singleShot=True)
        self._recount.timeout.connect(self._tell_again)
        window.background.progressed.connect(self._show_share)
        window.session.changed.connect(self._keep_up)

    # Asking -----------------------------------------------------------------------------------

    def begin(self, source: SourceId) -> None:
        """Ask for the later text of a source."""
        from reconciler.gui.dialogs.update_source import UpdateSourceDialog

        case = self._session.case
        if case is None:
            return
        dialog = UpdateSourceDialog(case.source(source), self._window)
        self._dialog = dialog
        dialog.arrival_given.connect(partial(self.read, source))
        dialog.files_wanted.connect(self._choose_file)
        dialog.stopped.connect(self._stop)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _choose_file(self) -> None:
        dialog = self._window.commands.case.file_dialog(self.tr("Later text of the source"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.give_file(Path(name))

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._stop()

    # Reading and comparing --------------------------------------------------------------------

    def read(self, source: SourceId, arrival: Arrival) -> None:
        """Read what was given and compare it with the source as it stands."""
        case = self._session.case
        if case is None:
            return
        name = self.tr("Reading {name}…").format(name=arrival_name(arrival))
        if self._dialog is not None:
            self._dialog.show_work(name)
        present, statements, network = case.source(source), case.statements(source), self.network
        self._job = self._window.lining_up.with_languages(
            name,
            lambda task, languages: read_later(
                arrival, present, statements, languages, task, network=network
            ),
            self._report,
            self._fail,
        )

    def _show_share(self, job: Job[Later], share: float) -> None:
        if self._dialog is not None and job is self._job:
            self._dialog.show_share(share)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            self._window.opening.failed.emit(error)
            error = CaseError(Problem.READER_FAILED, self.tr("The text"))
        if self._dialog is not None:
            self._dialog.show_problem(problem_sentence(error))
        else:
            self._window.telling.problems((error,))

    # The report -------------------------------------------------------------------------------

    def _report(self, later: Later) -> None:
        """Show what the later text would change, unless it is the very one that the case has."""
        self._job = None
        case = self._session.case
        if case is None or later.source.id not in {each.id for each in case.sources}:
            return
        held = case.holds(later.draft.article.sha256)
        if held is not None and held.id == later.source.id:
            self._say_same()
            return
        try:
            carryings = case.foresee_update(later.source.id, later.draft, later.comparison)
        except UserError as error:
            self._fail(error)
            return
        if self._dialog is not None:
            self._dialog.accept()
        from reconciler.gui.dialogs.version_report import VersionReport

        report = VersionReport(self._session, later, carryings, self._window.theme, self._window)
        report.accepted.connect(lambda: self.accept(later))
        report.finished.connect(report.deleteLater)
        # It opens when the first dialog is gone: a dialog over a dialog is left behind.
        QTimer.singleShot(0, report, report.open)

    def _say_same(self) -> None:
        words = self.tr("This is, byte for byte, the text that the case has: nothing has changed.")
        if self._dialog is not None:
            self._dialog.show_problem(words)
        else:
            self._window.say(words)

    def accept(self, later: Later) -> None:
        """Give the source its later text; what stays open after that is said."""
        source, session, window = later.source.id, self._session, self._window
        window.inspector.commit_note()
        if not session.perform(lambda case: case.update_source(source, later.draft, later.comparison)):
            return
        case = session.case
        assert case is not None  # noqa: S101
        again = _to_look_at(case)
        if again and session.current not in again:
            session.set_current(again[0])
        window.show_source(source)
        self._told = source, _present(case, source)
        self._tell(later.source, len(again), len(case.orphans()))
        self.updated.emit(source)

    def _keep_up(self, change: Change) -> None:
        """Take back what was told once its text is taken back; what is left is counted a little later."""
        if self._told is None or self._window.notices.text(NOTICE) is None:
            return
        source, number = self._told
        case = self._session.case
        if case is None or (change.structure and _present(case, source) != number):
            self._told = None
            self._window.notices.clear_notice(NOTICE)
        else:
            self._recount.start()

    def _tell_again(self) -> None:
        case, told = self._session.case, self._told
        if case is None or told is None or self._window.notices.text(NOTICE) is None:
            return
        again, orphaned = len(_to_look_at(case)), len(case.orphans())
        if again or orphaned:
            self._tell(case.source(told[0]), again, orphaned)
        else:
            self._window.notices.clear_notice(NOTICE)

    def _tell(self, source: Source, again: int, orphaned: int) -> None:
        """Say what is left to do, with the way to it."""
        window = self._window
        parts = [self.tr("Source {letter} has its later text.").format(letter=source.letter)]
        choices: list[Choice] = []
        if again:
            parts.append(self.tr("%n match(es) to look at again.", None, again))
            choices.append(
                Choice(self.tr("Show them"), lambda: window.queue.filters.set_filter(Filter.AGAIN))
            )
        if orphaned:
            parts.append(self.tr("%n decision(s) orphaned.", None, orphaned))
            choices.append(Choice(self.tr("Re-attach"), window.actions_by_id["orphans"].trigger))
        if choices:
            told = " ".join(parts)
            if window.notices.text(NOTICE) != told:
                window.notices.show_notice(NOTICE, told, choices)
        else:
            window.say(parts[0])


def _to_look_at(case: "Case") -> list[MatchId]:
    return [match for match in case.matches if case.is_flagged(match)]


def _present(case: "Case", source: SourceId) -> int | None:
    """Return which version of a source stands in the case; None when the source was removed."""
    if source not in {each.id for each in case.sources}:
        return None
    return next(each.number for each in case.versions(source) if each.is_present)


def read_later(
    arrival: Arrival,
    source: Source,
    statements: tuple[Statement, ...],
    languages: "Languages",
    task: Task,
    *,
    network: "Network | None" = None,
) -> Later:
    """Read what was given as one article and compare it with a source's statements; on the worker.

    Raises:
        UserError: it can't be read, or holds several articles.
        Cancelled: the analyst stopped it.
    """
    from reconciler.case.intake import compare_versions

    prepared = prepare_arrival(arrival, languages, task, network)
    if len(prepared) != 1:
        raise UserError(Problem.SEVERAL_ARTICLES, arrival_name(arrival), str(len(prepared)))
    draft = prepared[0]
    if isinstance(draft, UserError):
        raise draft
    if draft.language != source.language:
        # The analyst may have corrected the language; both versions are to be cut by the same rules.
        draft = cut_anew(draft, source.language, languages)
    if task.cancelled():
        raise Cancelled
    return Later(source, statements, draft, compare_versions(statements, draft))
