"""What the analyst says of the current match: verdict, relation and note, always in one place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reconciler.gui.inspector.note_field import NoteField
from reconciler.gui.inspector.verdict_bar import VerdictBar
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Verdict


class DecisionBox(QFrame):
    """Stands below the scrolled part of the inspector, so that its buttons never move away."""

    action_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("decision_box")
        self._verdicts = VerdictBar(theme, self)
        self._verdicts.action_requested.connect(self.action_requested)
        self.note = NoteField(self)
        self._locked = QLabel(self.tr("Open for reading only: nothing can be decided here."), self)
        self._locked.setProperty("role", "quiet")
        self._locked.setTextFormat(Qt.TextFormat.PlainText)
        self._locked.setWordWrap(True)
        self.setAccessibleName(self.tr("Verdict"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for part in (self._locked, self._verdicts, self.note):
            layout.addWidget(part)
        self.set_theme(theme)

    def renew_keys(self) -> None:
        """Show the keys that the actions have now."""
        self._verdicts.renew_keys()
        self.note.renew_key()

    def renew(self) -> None:
        """Show what stands for the current match."""
        case, match = self._session.case, self._session.current
        if case is None or match is None:
            self.note.show_note(None, "")
            return
        standing = self._session.standing(match)
        self._verdicts.show_standing(standing)
        differences = case.differences(match)
        hint = differences and standing.relation is None and standing.verdict is not Verdict.REJECTED
        from reconciler.alignment.differences import suggested_relation

        self._verdicts.suggest(suggested_relation(differences) if hint else None)
        self._verdicts.setEnabled(not self._session.read_only)
        self._locked.setVisible(self._session.read_only)
        self.note.setReadOnly(self._session.read_only)
        self.note.show_note(match, standing.note)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._verdicts.set_theme(theme)
        line = theme.line.name()
        self.setStyleSheet(f"QFrame#decision_box {{ border: none; border-top: 1px solid {line}; }}")
