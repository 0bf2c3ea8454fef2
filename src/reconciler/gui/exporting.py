"""Export: asks how, reads the case in the background, writes there, and says where the file is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from reconciler.errors import CaseError, Problem, UserError
from reconciler.export.values import Dossier, Extent, Form, extent, unscored
from reconciler.export.words import words
from reconciler.gui import export_work
from reconciler.gui.background import Job, Task
from reconciler.gui.notice_bar import Choice
from reconciler.gui.problem_messages import problem_sentence

if TYPE_CHECKING:
    from reconciler.gui.dialogs.export import ExportDialog
    from reconciler.gui.main_window import MainWindow

NOTICE = "exported"
UNSAVED = "export_unsaved"


class ExportCommands(QObject):
    """The case handed over in another form."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ExportDialog | None = None
        self._dossier: Dossier | None = None
        self._shown: Dossier | None = None
        self._jobs: list[Job[object]] = []
        self._writing: Job[object] | None = None
        window.background.progressed.connect(self._show_share)
        window.session.closing.connect(self._close)

    def show(self) -> None:
        """Ask in which form the case is handed over."""
        case = self._window.session.case
        if case is None or self._dialog is not None:
            return
        self._window.inspector.commit_note()
        if not self._window.session.file.look():
            self._window.telling.problems((CaseError(Problem.CASE_GONE, str(case.path)),))
            return
        from reconciler.gui.dialogs.export import ExportDialog

        self._dossier = self._shown = None
        dialog = ExportDialog(self.language(), self._window)
        self._dialog = dialog
        dialog.preview_wanted.connect(self._preview)
        dialog.export_wanted.connect(self._choose_name)
        dialog.stop_wanted.connect(self._stop)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if self._window.session.unsaved_acts:
            dialog.show_problem(self.tr("What could not be saved yet is not in the export."))
        path, is_blind = case.path, not case.score_visible

        def work(_task: Task) -> tuple[Dossier, Dossier]:
            values = export_work.gathered(path)
            return values, unscored(values) if is_blind else values

        self._run(self.tr("Reading the case…"), work, self._gathered)

    def language(self) -> str:
        """Return the language of the interface, as reports know it."""
        return "fr" if self._window.locale().language() == QLocale.Language.French else "en"

    def export_to(self, path: Path, form: Form, language: str) -> None:
        """Write the case to a file, in the background."""
        values, dialog, case = self._values(form), self._dialog, self._window.session.case
        if values is None or dialog is None or case is None:
            return
        if path.exists() and path.samefile(case.path):
            problem = CaseError(Problem.EXISTS, str(path))
            dialog.show_problem(problem_sentence(problem))
            return
        shown = self._shown
        dialog.show_problem("")
        dialog.show_writing(True)

        def work(task: Task) -> Extent:
            export_work.written(
                values, form, language, path, progress=task.progress, cancelled=task.cancelled
            )
            return extent(shown or values, form)

        name = self.tr("Exporting…")
        self._writing = self._run(name, work, lambda found: self._tell(path, found))

    # In the background --------------------------------------------------------------------------

    def _run(self, name: str, work: object, done: object) -> Job[object]:
        job: Job[object] = self._window.background.run(name, work, done, self._fail)  # type: ignore[arg-type]  # callers pair them
        self._jobs.append(job)
        return job

    def _gathered(self, found: tuple[Dossier, Dossier]) -> None:
        self._dossier, self._shown = found
        if self._dialog is not None:
            self._dialog.show_dossier(self._shown)

    def _values(self, form: Form) -> Dossier | None:
        """Return what is written in a form: the whole case as JSON has all that it can be made of again."""
        return self._dossier if form is Form.JSON else self._shown

    def _preview(self, form: Form, language: str) -> None:
        values = self._values(form)
        if values is None:
            return
        if values is not self._shown and self._dialog is not None:
            self._dialog.hide_preview(
                self.tr(
                    "The whole case is written, confidence and reasons too. "
                    "While they are hidden nothing of it is shown here."
                )
            )
            return

        def work(_task: Task) -> str:
            from reconciler.export.preview import preview

            return preview(values, form, language)

        def done(text: str) -> None:
            if self._dialog is not None:
                self._dialog.show_preview(form, language, text)

        self._run(self.tr("Preparing the preview…"), work, done)

    def _fail(self, error: Exception) -> None:
        self._writing = None
        if isinstance(error, UserError) and self._dialog is not None:
            self._dialog.show_problem(problem_sentence(error))
            return
        if self._dialog is not None:
            self._dialog.show_writing(False)
        self._window.opening.tell_failure(error)

    def _show_share(self, job: Job[object], share: float) -> None:
        if job is self._writing and self._dialog is not None:
            self._dialog.show_share(share)

    def _stop(self) -> None:
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._writing = None

    def _forget(self) -> None:
        self._stop()
        self._dialog = None
        self._dossier = self._shown = None

    def _close(self) -> None:
        if self._dialog is not None:
            self._stop()
            self._dialog.show_writing(False)
            self._dialog.reject()

    # The file -----------------------------------------------------------------------------------

    def _choose_name(self, form: Form, language: str) -> None:
        case = self._window.session.case
        if case is None:
            return
        dialog = self._window.commands.case.file_dialog(self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.selectFile(f"{case.name}.{form.value}")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name), form, language))
        dialog.open()

    def _tell(self, path: Path, found: Extent) -> None:
        self._writing = None
        if self._dialog is not None:
            self._dialog.show_writing(False)
            self._dialog.accept()
        say = words(self.language())
        told = self.tr("Exported as {name}. In it: {inside}. Left out: {outside}.").format(
            name=path.name, inside=say.shares(found.included), outside=say.shares(found.left_out)
        )
        folder = Choice(self.tr("Show in folder"), lambda: _open(path.parent))
        file = Choice(self.tr("Open"), lambda: _open(path))
        self._window.notices.show_notice(NOTICE, told, [folder, file])


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
