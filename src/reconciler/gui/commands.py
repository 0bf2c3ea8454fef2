"""What the actions of the table do: each a short method over the session and the panels."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QInputDialog, QMessageBox

from reconciler.errors import UserError
from reconciler.gui.analyst_commands import AnalystCommands
from reconciler.gui.bulk import BulkCommands
from reconciler.gui.by_hand import HandCommands
from reconciler.gui.claims.commands import ClaimCommands
from reconciler.gui.colleague_commands import ColleagueCommands
from reconciler.gui.exporting import ExportCommands
from reconciler.gui.help_commands import HelpCommands
from reconciler.gui.history_commands import HistoryCommands
from reconciler.gui.mending import MendCommands
from reconciler.gui.opening import CASE_SUFFIX, EXPORT_SUFFIX
from reconciler.gui.reading_commands import ReadingCommands
from reconciler.gui.realigning import AlignCommands
from reconciler.gui.source_commands import SourceCommands
from reconciler.gui.theme import MatchState
from reconciler.gui.version_commands import VersionCommands
from reconciler.gui.views import View
from reconciler.model import Relation, SignalKind, StatementId, Verdict
from reconciler.settings import Preferences

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
        self._with_case_file(lambda: self._window.session.save_case_as(path))

    def rename_to(self, name: str) -> None:
        """Give the case another name."""
        self._with_case_file(lambda: self._window.session.rename_case(name))

    def _with_case_file(self, work: Callable[[], object]) -> None:
        window, case = self._window, self._window.session.case
        if case is None:
            return
        before = case.path
        try:
            work()
        except UserError as error:
            window.tell_problems((error,))
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
        window.background.cancel_all()
        try:
            window.session.delete_case()
        except UserError as error:
            window.tell_problems((error,))
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


class ReviewCommands(QObject):
    """Decisions and the way from match to match."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def next(self) -> None:
        """Go to the next match of the queue."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous match of the queue."""
        self._step(-1)

    def _step(self, step: int) -> None:
        """Go on; what was selected for linking belonged to where the analyst was."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.step(step)
        if self._window.views.shown is not View.PANES:
            return
        if self._window.queue.next(step):
            self._session.clear_selection()

    def skip(self) -> None:
        """Go to the next match without a verdict; Space on a focused button presses it all the same."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()
        else:
            self._window.queue.next_undecided(1)

    def previous_undecided(self) -> None:
        """Go to the previous match without a verdict."""
        self._window.queue.next_undecided(-1)

    def next_finding(self) -> None:
        """Go to the next match that differs in something."""
        self._go_to_finding(1)

    def previous_finding(self) -> None:
        """Go to the match before that differs in something."""
        self._go_to_finding(-1)

    def _go_to_finding(self, step: int) -> None:
        if self._window.queue.next_finding(step):
            return
        if not self._session.differing.is_complete:
            self._window.say(self.tr("Still comparing: try again in a moment"))
        elif step > 0:
            self._window.say(self.tr("No finding further down in this list"))
        else:
            self._window.say(self.tr("No finding further up in this list"))

    def next_contradiction(self) -> None:
        """Go to the next match that contradicts."""
        self._go_to_contradiction(1)

    def previous_contradiction(self) -> None:
        """Go to the match before that contradicts."""
        self._go_to_contradiction(-1)

    def _go_to_contradiction(self, step: int) -> None:
        if self._window.queue.next_contradiction(step):
            return
        if not self._session.differing.is_complete:
            self._window.say(self.tr("Still comparing: try again in a moment"))
        elif step > 0:
            self._window.say(self.tr("No contradiction further down in this list"))
        else:
            self._window.say(self.tr("No contradiction further up in this list"))

    def back(self) -> None:
        """Go back to where the last jump began."""
        if not self._window.queue.back():
            self._window.say(self.tr("Nowhere to go back to"))

    def forward(self) -> None:
        """Go forward again."""
        if not self._window.queue.forward():
            self._window.say(self.tr("Nowhere to go forward to"))

    def findings(self) -> None:
        """Show all that differs in the case."""
        from reconciler.gui.dialogs.findings import FindingsDialog

        dialog = FindingsDialog(self._session, self._window.theme, self._window)
        dialog.chosen.connect(self._session.set_current)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def statistics(self) -> None:
        """Show the review in figures, beside the window."""
        from reconciler.gui.dialogs.statistics import StatisticsDialog

        shown = self._window.findChild(StatisticsDialog)
        if shown is None:
            self._window.inspector.commit_note()
            shown = StatisticsDialog(self._session, self._window.theme, self._window)
            shown.finished.connect(shown.deleteLater)
            shown.show()
        shown.raise_()
        shown.activateWindow()

    def confirm(self) -> None:
        """Confirm and go on."""
        self._decide(Verdict.CONFIRMED)

    def reject(self) -> None:
        """Reject and go on."""
        self._decide(Verdict.REJECTED)

    def unsure(self) -> None:
        """Mark unsure and go on."""
        self._decide(Verdict.UNSURE)

    def _decide(self, verdict: Verdict) -> None:
        if self._session.decide(verdict):
            self._session.clear_selection()
            self._window.queue.next_undecided(1)

    def relate_agrees(self) -> None:
        """Say that a match agrees."""
        self._relate(Relation.AGREES)

    def relate_differs(self) -> None:
        """Say that a match differs."""
        self._relate(Relation.DIFFERS)

    def relate_contradicts(self) -> None:
        """Say that a match contradicts."""
        self._relate(Relation.CONTRADICTS)

    def _relate(self, relation: Relation) -> None:
        current = self._session.current
        if current is None:
            return
        stays = self._session.state(current) is MatchState.CONFIRMED
        if self._session.relate(relation) and not stays:
            self._window.queue.next_undecided(1)

    def take_up(self) -> None:
        """Decide as was decided before the words changed, and go on."""
        former = self._session.former()
        if former is None or former.standing.verdict is None:
            return
        if self._session.decide(former.standing.verdict, former.standing.relation):
            self._session.clear_selection()
            self._window.queue.next_undecided(1)

    def clear(self) -> None:
        """Take verdict and relation away."""
        self._window.inspector.commit_note()
        self._session.clear()

    def note(self) -> None:
        """Go to the note of the current match."""
        self._window.show_inspector()
        self._window.inspector.focus_note()

    def link(self) -> None:
        """Link the selected statements."""
        self._window.inspector.commit_note()
        self._session.link()

    def undo(self) -> None:
        """Take the last act back."""
        self._window.inspector.commit_note()
        self._session.undo()

    def redo(self) -> None:
        """Bring back what was undone."""
        self._session.redo()

    def copy_statement(self, statement: StatementId | None = None) -> None:
        """Copy a statement with its citation: the one meant, or the one in use."""
        case = self._session.case
        chosen = statement if statement is not None else self._window.panes.focused_statement()
        if case is not None and chosen is not None:
            from reconciler.gui.citation import cite_statement

            QGuiApplication.clipboard().setText(cite_statement(case, chosen))
            self._window.say(self.tr("Statement copied with its citation"))

    def copy_match(self) -> None:
        """Copy the current match, both statements with their citations."""
        case, current = self._session.case, self._session.current
        if case is not None and current is not None:
            from reconciler.gui.citation import cite_match

            QGuiApplication.clipboard().setText(cite_match(case, current))
            self._window.say(self.tr("Match copied with its citations"))


class ViewCommands(QObject):
    """What is shown and where the keyboard is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def find(self) -> None:
        """Go to the search field."""
        self._window.focus_find()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._window.panes.find_next()

    def find_previous(self) -> None:
        """Go to the previous hit."""
        self._window.panes.find_previous()

    def focus_queue(self) -> None:
        """Give the keyboard to the review queue."""
        self._window.views.show(View.PANES)
        self._window.focus_queue()

    def focus_left(self) -> None:
        """Give the keyboard to the left article."""
        self._window.views.show(View.PANES)
        self._window.panes.focus_pane(0)

    def focus_right(self) -> None:
        """Give the keyboard to the right article."""
        self._window.views.show(View.PANES)
        self._window.panes.focus_pane(1)

    def focus_inspector(self) -> None:
        """Give the keyboard to the inspector."""
        self._window.views.show(View.PANES)
        self._window.show_inspector()
        self._window.inspector.focus_first()

    def filter(self) -> None:
        """Give the keyboard to the text filter of the queue, or of the claims."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.filters.focus_text()
            return
        self._window.queue.focus_filter()

    def filter_kinds(self) -> None:
        """Open the menu of the kinds of difference."""
        self._window.queue.open_kinds()

    def filter_more(self) -> None:
        """Open the menu of further filters."""
        self._window.queue.open_facets()

    def queue_order(self) -> None:
        """Open the list of orders of the queue."""
        self._window.queue.open_orders()

    def clear_filters(self) -> None:
        """Take all filters off but that by verdict."""
        if self._window.views.shown is View.CLAIMS:
            self._window.views.claims.clear_filters()
            return
        self._window.queue.clear_filters()

    def overview(self) -> None:
        """Show or hide the overview strips."""
        self._window.set_overview(self._window.actions_by_id["overview"].isChecked())

    def linked_scrolling(self) -> None:
        """Link or unlink the panes' scrolling."""
        self._window.set_linked_scrolling(self._window.actions_by_id["linked_scrolling"].isChecked())

    def signals(self) -> None:
        """Show or hide what the statements carry."""
        actions = self._window.actions_by_id
        self.show_signals(self.signal_kinds_chosen(), on=actions["signals"].isChecked())

    def signal_kinds(self) -> None:
        """Show the kinds of signal that are checked; without any, none are shown."""
        chosen = self.signal_kinds_chosen()
        self.show_signals(chosen, on=bool(chosen))

    def signal_kinds_chosen(self) -> frozenset[SignalKind]:
        """Return the kinds of signal that are checked."""
        actions = self._window.actions_by_id
        return frozenset(kind for kind in SignalKind if actions[f"signals_{kind}"].isChecked())

    def show_signals(self, kinds: frozenset[SignalKind], *, on: bool) -> None:
        """Show signals of these kinds, all of them when none is named, or hide them."""
        actions = self._window.actions_by_id
        kinds = kinds or frozenset(SignalKind)
        actions["signals"].setChecked(on)
        for kind in SignalKind:
            actions[f"signals_{kind}"].setChecked(kind in kinds)
        self._window.panes.set_signals(kinds if on else frozenset())

    def text_larger(self) -> None:
        """Set the articles in larger letters."""
        self._window.zoom(1)

    def text_smaller(self) -> None:
        """Set the articles in smaller letters."""
        self._window.zoom(-1)

    def text_normal(self) -> None:
        """Set the articles in letters of the usual size."""
        self._window.set_text_size(Preferences().text_size)

    def full_screen(self) -> None:
        """Fill the screen, or give it back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def keys(self) -> None:
        """Show all keys."""
        self._window.show_keys()

    def about(self) -> None:
        """Show what this program is."""
        self._window.show_about()


class PreferencesCommands(QObject):
    """The preferences."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def show(self) -> None:
        """Show the preferences."""
        self._window.preferring.show()


class Commands:
    """All commands, in the groups that the table names."""

    def __init__(self, window: "MainWindow") -> None:
        self.case = CaseCommands(window)
        self.source = SourceCommands(window)
        self.review = ReviewCommands(window)
        self.view = ViewCommands(window)
        self.reading = ReadingCommands(window)
        self.mend = MendCommands(window)
        self.bulk = BulkCommands(window)
        self.hand = HandCommands(window)
        self.analyst = AnalystCommands(window)
        self.history = HistoryCommands(window)
        self.help = HelpCommands(window)
        self.preferences = PreferencesCommands(window)
        self.align = AlignCommands(window)
        self.version = VersionCommands(window)
        self.claims = ClaimCommands(window)
        self.exporting = ExportCommands(window)
        self.colleague = ColleagueCommands(window)

    def slot(self, name: str) -> Callable[[], None]:
        """Return the method that ``group.method`` names."""
        group, method = name.split(".")
        found = getattr(getattr(self, group), method)
        assert callable(found)  # noqa: S101
        return lambda *_checked: found()
