"""Cases as files: making, opening, copying, naming and deleting them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from reconciler.errors import UserError
from reconciler.gui.file_chooser import fit
from reconciler.gui.opening import CASE_SUFFIX, EXPORT_SUFFIX

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow


class CaseCommands(QObject):
    """Cases as files."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def new_case(self) -> None:
        """Choose articles and make a case of them."""
        self._window.commands.source.choose_articles(self.tr("New case from articles"), into_new=True)

    def open_case(self) -> None:
        """Choose a case file and open it."""
        dialog = self.file_dialog(self.tr("Open case"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._window.places.cases))
        exported = self.tr("Exported cases (*{suffix})").format(suffix=EXPORT_SUFFIX)
        dialog.setNameFilters([self._case_files(), exported, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        """Open a case file, whatever it is called, or make a case of an exported one."""
        path = Path(name)
        if path.suffix.lower() == EXPORT_SUFFIX:
            self._window.opening.open_any([path])
        else:
            self._window.opening.open_case(path)

    def save_as(self) -> None:
        """Choose a name and go on in a copy of the case there."""
        case = self._window.session.case
        if case is None:
            return
        dialog = self.file_dialog(self.tr("Save case as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(CASE_SUFFIX.lstrip("."))
        dialog.setNameFilters([self._case_files()])
        dialog.selectFile(case.path.name)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def _case_files(self) -> str:
        return self.tr("Cases (*{suffix})").format(suffix=CASE_SUFFIX)

    def file_dialog(self, title: str) -> QFileDialog:
        """Return a dialog to choose files in, beginning where the last one ended."""
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("file_dialog")
        fit(dialog)
        folder = self._window.preferences.value.folder
        if folder:
            dialog.setDirectory(folder)
        dialog.fileSelected.connect(self._remember_folder)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def rename(self) -> None:
        """Ask for another name of the case."""
        case = self._window.session.case
        if case is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Rename case"))
        dialog.setLabelText(self.tr("Name of the case:"))
        dialog.setTextValue(case.name)
        dialog.textValueSelected.connect(self.rename_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(480, dialog.height())
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Go on in a copy of the case at `path`."""
        self._with_case_file(lambda: self._window.session.file.save_as(path))

    def rename_to(self, name: str) -> None:
        """Give the case another name."""
        self._with_case_file(lambda: self._window.session.file.rename(name))

    def _with_case_file(self, work: Callable[[], object]) -> None:
        window, case = self._window, self._window.session.case
        if case is None:
            return
        before = case.path
        try:
            work()
        except UserError as error:
            window.telling.problems((error,))
        if case.path != before:
            window.preferences.update(window.preferences.value.without_recent(before))
            window.note_case(case.path)
        window.renew()

    def delete_now(self) -> None:
        """Move the case file to the trash."""
        window = self._window
        if window.session.case is None:
            return
        path = window.session.case.path
        if window.session.file.look():
            window.background.cancel_all()
        try:
            window.session.delete_case()
        except UserError as error:
            window.telling.problems((error,))
            return
        window.preferences.update(window.preferences.value.without_recent(path))
        window.start_page.show_recent(window.recent_cases())

    def _remember_folder(self, chosen: str) -> None:
        """Begin the next choice of files where this one ended."""
        kept = self._window.preferences
        kept.update(kept.value.with_folder(Path(chosen).parent))

    def show_in_folder(self) -> None:
        """Show the folder that holds the case file."""
        case = self._window.session.case
        if case is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(case.path.parent)))

    def delete(self) -> None:
        """Ask, then move the case file to the trash."""
        case = self._window.session.case
        if case is None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Move case to the trash"))
        box.setText(self.tr("Move “{case}” with all its decisions to the trash?").format(case=case.name))
        move = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        move.clicked.connect(self.delete_now)
        box.finished.connect(box.deleteLater)
        box.open()

    def close(self) -> None:
        """Close the case and show the start page."""
        self._window.close_case()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
