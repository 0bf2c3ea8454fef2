"""The current claim beside the table: its name, what the analyst makes of it, a note, what it is made of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.claims.details import DetailMaker, DetailsList
from reconciler.gui.claims.rows import one_line
from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.inspector.note_field import NoteField
from reconciler.gui.theme import Theme
from reconciler.model import Assessment, ClaimField, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.claim_table import ClaimTable
    from reconciler.export.values import ClaimRecord

LATER_MS = 40
"""While the arrow keys run through the table, the panel waits for where they stop."""


class NameField(QLineEdit):
    """The analyst's own name of a claim: Enter keeps it, Esc takes back what was typed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.undo_all()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def undo_all(self) -> None:
        """Take back all that was typed since the name was shown."""
        while self.isUndoAvailable():
            self.undo()
        self.setModified(False)


class ClaimPanel(QWidget):
    """Says what was edited by `edited`: a statement, a field and its text; leaves the act to others.

    `chosen` carries a row of the details that the panes are to be brought to, `left` that the keyboard
    is to go back to the table.
    """

    edited = Signal(object, object, str)
    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, points: float, assess: dict[Assessment, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._maker = DetailMaker(self)
        self._shown: tuple[Case, ClaimTable, ClaimRecord] | None = None
        self._name_of: StatementId | None = None
        self.name = NameField()
        self.note = NoteField()
        self.details = DetailsList(theme, points)
        self.chips = {assessment: self._chip(assessment, action) for assessment, action in assess.items()}
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self._fill)
        self._build()
        self.set_theme(theme)
        self.setMinimumWidth(240)

    def _chip(self, assessment: Assessment, action: QAction) -> QPushButton:
        word = messages.assessment_word(assessment)
        chip = QPushButton(word[:1].upper() + word[1:])
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setToolTip(action.toolTip())
        chip.clicked.connect(action.trigger)
        return chip

    def _build(self) -> None:
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self.name.setAccessibleName(self.tr("Name of the claim"))
        self.name.setToolTip(self.tr("A name of your own; empty, the claim has the words of a source"))
        self.name.editingFinished.connect(self.commit_name)
        self.name.left.connect(self.left)
        self.note.setPlaceholderText(self.tr("Note on this claim…"))
        self.note.setAccessibleName(self.tr("Note on this claim"))
        self.note.finished.connect(
            lambda about, text: self.edited.emit(StatementId(about), ClaimField.NOTE, text)
        )
        self.note.left.connect(self.left)
        self.details.chosen.connect(self.chosen)
        chips = QWidget()
        flow = FlowLayout(chips, gap=4)
        for chip in self.chips.values():
            flow.addWidget(chip)
        top = QWidget()
        inner = QVBoxLayout(top)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(8)
        for part in (self._head, self.name, chips, self.note):
            inner.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.details, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.details.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the words in another size."""
        self.details.set_text_size(points)

    # What is shown ----------------------------------------------------------------------------

    def show_claim(self, case: "Case", table: "ClaimTable", record: "ClaimRecord", number: int) -> None:
        """Show a claim; the list follows when the keys have come to rest."""
        self._shown = case, table, record
        self._head.setText(self.tr("Claim {number}").format(number=messages.number(number)))
        standing, may = record.standing, not case.read_only
        self._show_name(table, record)
        self.note.show_note(record.said_on[ClaimField.NOTE], standing.note)
        for assessment, chip in self.chips.items():
            chip.setChecked(standing.assessment is assessment)
            chip.setEnabled(may)
        self.name.setReadOnly(not may)
        self.note.setReadOnly(not may)
        self._later.start()

    def _show_name(self, table: "ClaimTable", record: "ClaimRecord") -> None:
        about, label = record.said_on[ClaimField.LABEL], record.standing.label
        own = "" if label.isdecimal() else label
        if about != self._name_of or not self.name.isModified():
            if about != self._name_of:
                self.commit_name()
            self._name_of = about
            if self.name.text() != own or self.name.isModified():
                self.name.setText(own)
        self.name.setPlaceholderText(one_line(table.statements[record.label].text))

    def _fill(self) -> None:
        if self._shown is not None:
            self.details.rows.show(self._maker.details(*self._shown))

    def clear(self) -> None:
        """Show no claim."""
        self.commit()
        self._shown = None
        self._name_of = None
        self.name.clear()
        self._head.clear()
        self.note.show_note(None, "")
        self.details.rows.show(())

    # What is typed ----------------------------------------------------------------------------

    def commit(self) -> None:
        """Hand over what was typed and not yet kept."""
        self.commit_name()
        self.note.finish()

    def commit_name(self) -> None:
        """Hand over the name that was typed, if it is another one."""
        if self.name.isModified() and self._name_of is not None:
            self.name.setModified(False)
            self.edited.emit(self._name_of, ClaimField.LABEL, self.name.text().strip())

    def focus_name(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def focus_note(self) -> None:
        """Give the keyboard to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
