"""The report beside its contents: read from the case file on the worker, renewed when that is another."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import CaseError, Problem, UserError
from reconciler.export.blocks import Heading, Report
from reconciler.export.values import Dossier, Extent, Form, extent, unscored
from reconciler.export.words import LANGUAGES, words
from reconciler.gui import export_work
from reconciler.gui.background import Background, Job, Task
from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.report.paper import Paper
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change

QUIET_MS = 900
"""The report is made anew so long after the last change: not at each key."""
USUAL_TEXT = 11.0
SIDE, WIDE = 250, 1000


@dataclass(frozen=True, slots=True)
class Made:
    """A report with all of the case that it was made of, and what of that is in it."""

    dossier: Dossier
    report: Report
    extent: Extent


class ReportView(QWidget):
    """Follows the session's case while it is shown.

    `failed` carries what stood in the way of reading the case.
    """

    failed = Signal(object)

    def __init__(
        self, session: Session, background: Background, theme: Theme, language: str, export: QAction
    ) -> None:
        super().__init__()
        self._session, self._background = session, background
        self._own_language = language
        self._dossier: Dossier | None = None
        self._is_stale = True
        self._job: Job[Made] | None = None
        self._delay = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._delay.timeout.connect(self._renew)
        self.paper = Paper(theme)
        self.contents = QListWidget()
        self.languages = QComboBox()
        self._build(export)
        self.languages.currentIndexChanged.connect(self._speak)
        self.contents.itemClicked.connect(self._go)
        self.contents.itemActivated.connect(self._go)
        self.paper.reached.connect(self._mark)
        session.opened.connect(self._forget)
        session.changed.connect(self._take_change)
        session.unsaved_changed.connect(self._tell_unsaved)
        session.blind_changed.connect(self._take_blindness)
        session.file.gone_changed.connect(self._age)
        background.busy_changed.connect(self._look_after_job)
        self.set_theme(theme)

    def _build(self, export: QAction) -> None:
        self._state = text_label("", self, role="quiet")
        self._inside = text_label("", self, selectable=True)
        self._outside = text_label("", self, selectable=True)
        self._unsaved = text_label(
            self.tr("What could not be saved yet is not in the report."), self, role="alarm"
        )
        title = QLabel(self.tr("Report"))
        title.setProperty("role", "heading")
        names = {"en": "English", "fr": "Français"}
        for language in LANGUAGES:
            self.languages.addItem(names[language], language)
        self.languages.setCurrentIndex(self.languages.findData(self._own_language))
        asked = QLabel(self.tr("&Language of the report"))
        asked.setBuddy(self.languages)
        self.languages.setAccessibleName(self.tr("Language of the report"))
        listed = QLabel(self.tr("C&ontents"))
        listed.setBuddy(self.contents)
        self.contents.setObjectName("guide_contents")
        self.contents.setAccessibleName(self.tr("Contents of the report"))
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.export = QPushButton()
        self.export.setProperty("role", "primary")
        self.export.clicked.connect(export.trigger)
        self._export_action = export
        self._name_export()
        export.changed.connect(self._name_export)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 14, 14)
        column.setSpacing(8)
        for part in (title, self._state, self._inside, self._outside, self._unsaved, asked, self.languages):
            column.addWidget(part)
        column.addWidget(listed)
        column.addWidget(self.contents, 1)
        column.addWidget(self.export)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(side)
        split.addWidget(self.paper)
        # A splitter puts each part below those before it: a screen reader would go from right to left.
        self.paper.raise_()
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE, WIDE])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._tell_unsaved()

    def _name_export(self) -> None:
        export = self._export_action
        self.export.setText(export.text())
        self.export.setToolTip(export.toolTip())
        self.export.setEnabled(export.isEnabled())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.paper.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the report in larger or smaller letters."""
        self.paper.set_scale(points / USUAL_TEXT)

    def focus_report(self) -> None:
        """Give the keyboard to the report."""
        self.paper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def language(self) -> str:
        """Return the language that is chosen for the report's own words."""
        return str(self.languages.currentData())

    def told(self) -> tuple[str, str]:
        """Return what is said to be in the report, and to be left out."""
        return self._inside.text(), self._outside.text()

    @property
    def is_ready(self) -> bool:
        """Whether the report is that of the case as it stands now."""
        return not self._is_stale and self._job is None

    # Keeping up -----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the case from now on."""
        super().showEvent(event)
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the report as it is."""
        super().hideEvent(event)
        self._delay.stop()

    def _forget(self) -> None:
        self._dossier = None
        self._stop()
        self._show(None)
        self._age()

    def _take_change(self, _change: Change) -> None:
        self._age()

    def _age(self) -> None:
        """Let go of what was read of the case: it is another now, and that is much of a large one."""
        self._is_stale = True
        self._dossier = None
        if self.isVisible():
            self._delay.start()

    def _speak(self) -> None:
        """Write the report in other words, of the case as it was read last."""
        self._is_stale = True
        self._stop()
        self._renew(self._dossier)

    def _take_blindness(self) -> None:
        """Take at once what may not be told any more from the eyes, and write the report anew."""
        if self._session.blind:
            self._show(None)
        self._speak()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _renew(self, known: Dossier | None = None) -> None:
        case = self._session.case
        if case is None or not self.isVisible() or not self._is_stale or self._job is not None:
            return
        path, language, blind = case.path, self.language(), self._session.blind
        self._is_stale = False
        if not self._session.file.look():
            # What stands there now, if anything, is another case.
            self._fail(CaseError(Problem.CASE_GONE, str(path)))
            return
        self._state.setText(self.tr("Preparing the report…"))

        def work(task: Task) -> Made:
            return made(path, language, known, task, blind=blind)

        self._job = self._background.run(self.tr("Preparing the report…"), work, self._take, self._fail)

    def _take(self, found: Made) -> None:
        self._job = None
        self._dossier = None if self._is_stale else found.dossier
        self._show(found)
        if self._is_stale:
            self._delay.start()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._state.setText(problem_sentence(error) if isinstance(error, UserError) else "")
        if not self._session.file.is_gone:
            self.failed.emit(error)

    def _look_after_job(self) -> None:
        """Begin again where the work was cancelled, with all other work, before it came to its end."""
        if self._job is not None and self._job not in self._background.jobs:
            self._job = None
            self._age()

    # What is shown --------------------------------------------------------------------------

    def _show(self, found: Made | None) -> None:
        self.paper.show_report(found.report if found is not None else None)
        self._state.setText(found.report.made if found is not None else "")
        inside, outside = ("", "") if found is None else self._shares(found.extent)
        self._inside.setText(inside)
        self._outside.setText(outside)
        self._list(found.report if found is not None else None)
        if found is not None:
            self.paper.setAccessibleName(self.tr("Report: {title}").format(title=found.report.title))

    def _shares(self, found: Extent) -> tuple[str, str]:
        say = words(self._own_language)
        return (
            self.tr("In it: {matches}").format(matches=say.shares(found.included)),
            self.tr("Left out: {matches}").format(matches=say.shares(found.left_out)),
        )

    def _list(self, report: Report | None) -> None:
        chapters = [
            (each.text, each.anchor)
            for each in (report.blocks if report is not None else ())
            if isinstance(each, Heading) and each.level == 2
        ]
        if chapters == [(item.text(), item.data(Qt.ItemDataRole.UserRole)) for item in self._items()]:
            return
        self.contents.clear()
        for text, anchor in chapters:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, anchor)
            self.contents.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.contents.item(row) for row in range(self.contents.count())]

    def _go(self, item: QListWidgetItem) -> None:
        self.paper.go_to(str(item.data(Qt.ItemDataRole.UserRole)))

    def _mark(self, anchor: str) -> None:
        """Show in the contents which chapter is read."""
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) == anchor:
                self.contents.setCurrentItem(item)

    def _tell_unsaved(self) -> None:
        self._unsaved.setVisible(bool(self._session.unsaved_acts))


def made(path: Path, language: str, known: Dossier | None, task: Task, *, blind: bool) -> Made:
    """Return the report of a case file, or of what was read of it before. Runs on the worker.

    A `blind` report tells neither how likely matches are nor why, as one that is exported then.

    Raises:
        CaseError: the file can't be read.
        Cancelled: the task said so.
    """
    from reconciler.export.report import report
    from reconciler.pace import Pace

    dossier = known if known is not None else export_work.gathered(path)
    told = unscored(dossier) if blind else dossier
    return Made(dossier, report(told, language, Pace(task.progress, task.cancelled)), extent(told, Form.HTML))
