"""Every act of a case: filtered, looked up, shown in the window and reverted one by one."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reconciler.case.remarks import Retraction
from reconciler.case.reverting import Reversal
from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.gui.history_model import HistoryModel, ReversalModel
from reconciler.gui.history_rows import ActGroup, group_name
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, Entry, EntryId

FIND_DELAY_MS, RENEW_MS = 120, 60
PREVIEW_LINES = 4


class HistoryDialog(QDialog):
    """The history beside the window. Choosing an act shows its matches there, and what reverting it does."""

    chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reversals: tuple[Reversal | Retraction, ...] = ()
        self._entry: EntryId | None = None
        self._filling = False
        self.setObjectName("history")
        self.setWindowTitle(self.tr("History"))
        self._model = HistoryModel(theme, self)
        self._preview_model = ReversalModel(self)
        self._find, self._analysts, self._kinds = QLineEdit(self), QComboBox(self), QComboBox(self)
        self._summary = text_label("", self, role="quiet")
        self._table = self._make_table(theme)
        self._heading = text_label("", self)
        self._preview = self._make_preview(theme)
        self._delay = QTimer(self, interval=FIND_DELAY_MS, singleShot=True)
        self._delay.timeout.connect(self._filter)
        self._later = QTimer(self, interval=RENEW_MS, singleShot=True)
        self._later.timeout.connect(lambda: self.renew(anew=False))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._revert = self._buttons.addButton(
            self.tr("&Revert this act"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._build()
        self._connect()
        self.renew(anew=True)
        take_size(self, 760, 620)

    # What is shown ----------------------------------------------------------------------------

    def shown(self) -> tuple[Entry, ...]:
        """Return the acts shown, the latest first."""
        return self._model.shown

    def preview(self) -> tuple[str, ...]:
        """Return what reverting the chosen act would do, as it is said."""
        lines = [self._preview_model.index(row).data() for row in range(self._preview_model.rowCount())]
        return (self._heading.text(), *lines)

    def choose(self, entry: EntryId) -> None:
        """Go to an act; filters that hide it are taken off."""
        if self._model.place(entry) is None:
            self._find.clear()
            self._analysts.setCurrentIndex(0)
            self._kinds.setCurrentIndex(0)
            self._filter()
        place = self._model.place(entry)
        if place is None:
            return
        if entry == self._entry:
            self._go()
        self._table.selectRow(place)
        self._table.scrollTo(self._model.index(place, 0))

    def renew(self, *, anew: bool) -> None:
        """Read the history again."""
        self._model.show_case(self._session.case, anew=anew)
        self._fill_analysts()
        self._show_preview()

    def _on_changed(self, change: Change) -> None:
        if change.structure:
            self.renew(anew=True)
        elif not self._later.isActive():
            self._later.start()

    def _filter(self) -> None:
        self._delay.stop()
        group = self._kinds.currentData()  # as plain text: Qt knows nothing of an enumeration of ours
        group = None if group is None else ActGroup(group)
        self._model.set_filter(self._find.text(), group, self._analysts.currentData())
        if self._model.is_searching:
            self._summary.setText(self.tr("Searching…"))

    def _on_filled(self) -> None:
        """Keep to the act that was chosen; moving to another one in the window is the analyst's own act."""
        place = self._model.place(self._entry) or 0
        self._filling = True
        self._table.selectRow(place)
        self._filling = False
        self._entry = self._model.shown[place].id if self._model.shown else None
        self._show_preview()
        shown, total = len(self._model.shown), self._model.total
        words = self.tr("%n act(s)", None, total)
        if shown < total:
            words = self.tr("{shown} of {acts}").format(shown=messages.number(shown), acts=words)
        self._summary.setText(words)

    def _on_current(self, current: QModelIndex) -> None:
        if self._filling or not current.isValid():
            return
        self._entry = self._model.shown[current.row()].id
        self._show_preview()
        self._go()

    def _go(self) -> None:
        """Let the window show the matches of the chosen act."""
        case, place = self._session.case, self._model.place(self._entry)
        if case is not None and place is not None:
            entry = self._model.shown[place]
            self.chosen.emit(tuple(match for match in entry.matches if match in case.matches))

    # Reverting --------------------------------------------------------------------------------

    def _show_preview(self) -> None:
        case = self._session.case
        reversals: tuple[Reversal | Retraction, ...] = ()
        if case is not None and self._entry is not None:
            reversals = (*case.foresee_revert(self._entry), *case.foresee_retractions(self._entry))
        self._reversals = reversals
        self._preview_model.show_reversals(case, reversals)
        self._preview.setVisible(bool(reversals))
        overwritten = sum(each.overwrites for each in reversals)
        self._say(self._preview_words(len(reversals), overwritten), alarm=bool(overwritten))
        self._revert.setText(self.tr("&Revert and overwrite") if overwritten else self.tr("&Revert this act"))
        self._revert.setEnabled(bool(reversals) and self._session.can_change)

    def _preview_words(self, count: int, overwritten: int) -> str:
        if self._entry is None:
            return self.tr("No act is like that.")
        if not count:
            return self.tr("Nothing to revert here: what stood before stands again, or undo is the way back.")
        words = self.tr("Reverting this act changes %n match(es):", None, count)
        if any(isinstance(each, Retraction) for each in self._reversals):
            words = self.tr("Reverting this act sets back:")
        if overwritten:
            later = self.tr(
                "%n was/were decided again later, and that would be overwritten.", None, overwritten
            )
            words = f"{words} {later}"
        return words

    def _say(self, text: str, *, alarm: bool) -> None:
        self._heading.setText(text)
        self._heading.setProperty("role", "alarm" if alarm else "")
        self._heading.style().unpolish(self._heading)
        self._heading.style().polish(self._heading)

    def _do_revert(self) -> None:
        """Revert what is shown; the case refuses what was decided since it was shown."""
        if self._entry is None or not self._reversals:
            return
        entry = self._entry
        told = tuple(each.subject for each in self._reversals if each.overwrites)
        try:
            self._session.perform(lambda case: case.revert(entry, told))
        except UserError as error:
            self._show_preview()
            self._say(problem_sentence(error), alarm=True)
            return
        self.renew(anew=False)

    # Building ---------------------------------------------------------------------------------

    def _make_table(self, theme: Theme) -> QTableView:
        view = QTableView(self)
        view.setModel(self._model)
        view.setAccessibleName(self.tr("History"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = view.verticalHeader(), view.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(view.fontMetrics().height() + 10)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        wide = view.fontMetrics().averageCharWidth()
        for section, letters in ((1, 13), (2, 16), (3, 22)):
            columns.resizeSection(section, wide * letters)
        view.setStyleSheet(
            f"QTableView {{ background: {theme.page.name()}; selection-color: {theme.text.name()};"
            f" selection-background-color: {theme.accent_fill.name()}; }}"
            f" QHeaderView::section {{ background: {theme.page.name()}; color: {theme.quiet.name()};"
            f" border: none; border-bottom: 1px solid {theme.line.name()}; padding: 4px 6px; }}"
        )
        return view

    def _make_preview(self, theme: Theme) -> QListView:
        view = QListView(self)
        view.setModel(self._preview_model)
        view.setAccessibleName(self.tr("What reverting would do"))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setStyleSheet(f"QListView {{ background: {theme.ground.name()}; }}")
        view.setFixedHeight(PREVIEW_LINES * (view.fontMetrics().height() + 4))
        return view

    def _fill_analysts(self) -> None:
        names = self._model.analysts()
        known = [self._analysts.itemData(place) for place in range(1, self._analysts.count())]
        if known == list(names):
            return
        kept = self._analysts.currentData()
        self._analysts.blockSignals(True)
        self._analysts.clear()
        self._analysts.addItem(self.tr("All analysts"), None)
        for name in names:
            self._analysts.addItem(name or self.tr("No name"), name)
        self._analysts.setCurrentIndex(max(0, self._analysts.findData(kept)))
        self._analysts.blockSignals(False)

    def _build(self) -> None:
        self._find.setPlaceholderText(self.tr("Filter by text"))
        self._find.setAccessibleName(self.tr("Filter the history by text"))
        self._find.setClearButtonEnabled(True)
        self._analysts.setAccessibleName(self.tr("Analyst"))
        self._kinds.setAccessibleName(self.tr("Kind of act"))
        self._kinds.addItem(self.tr("All acts"), None)
        for group in ActGroup:
            self._kinds.addItem(group_name(group), group)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(8)
        top.addWidget(self._find, 1)
        top.addWidget(self._analysts)
        top.addWidget(self._kinds)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._heading)
        foot.addWidget(self._preview)
        last = QHBoxLayout()
        last.addWidget(self._summary, 1)
        last.addWidget(self._buttons)
        foot.addLayout(last)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._table, 1)
        layout.addLayout(foot)
        self._revert.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._revert.setToolTip(self.tr("Set back what this act changed, by an act that undo takes back"))
        self._table.setFocus()

    def _connect(self) -> None:
        self._find.textChanged.connect(lambda _text: self._delay.start())
        self._analysts.currentIndexChanged.connect(lambda _place: self._filter())
        self._kinds.currentIndexChanged.connect(lambda _place: self._filter())
        self._model.filled.connect(self._on_filled)
        self._table.selectionModel().currentRowChanged.connect(lambda now, _was: self._on_current(now))
        self._revert.clicked.connect(self._do_revert)
        self._buttons.rejected.connect(self.reject)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self.close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the acts found, and to the matches of the chosen one, on Enter; Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._delay.isActive():
                self._filter()
            self._table.setFocus()
            self._go()
        else:
            super().keyPressEvent(event)
