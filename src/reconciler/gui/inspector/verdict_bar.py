"""The buttons that decide a match, each with its key, and what stands now held down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.inspector.verdict_button import VerdictButton
from reconciler.gui.keymap import key_name
from reconciler.gui.marks import Mark
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Relation, Standing


class VerdictBar(QWidget):
    """Asks for actions by id; it decides nothing itself."""

    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdicts = {
            MatchState.CONFIRMED: self._button(
                "confirm", self.tr("Confirm"), "A", MatchState.CONFIRMED, theme
            ),
            MatchState.REJECTED: self._button("reject", self.tr("Reject"), "R", MatchState.REJECTED, theme),
            MatchState.UNSURE: self._button("unsure", self.tr("Unsure"), "U", MatchState.UNSURE, theme),
        }
        self._clear = self._button("clear", self.tr("Clear"), Mark.BACKSPACE, Mark.CLEAR, theme)
        self._clear.setCheckable(False)
        self._relations = {
            Relation.AGREES: self._button("relate_agrees", self.tr("Agrees"), "1", None, theme),
            Relation.DIFFERS: self._button("relate_differs", self.tr("Differs"), "2", None, theme),
            Relation.CONTRADICTS: self._button(
                "relate_contradicts", self.tr("Contradicts"), "3", None, theme
            ),
        }
        self._build()
        self.set_theme(theme)

    def show_standing(self, standing: Standing) -> None:
        """Hold down what stands."""
        state = MatchState.of(standing)
        for which, button in self._verdicts.items():
            button.setChecked(which is state)
        for relation, button in self._relations.items():
            button.setChecked(relation is standing.relation)

    def renew_keys(self) -> None:
        """Show the keys that the actions have now."""
        for button in (*self._verdicts.values(), *self._relations.values(), self._clear):
            button.set_key(key_name(self, button.objectName().removeprefix("button_")))

    def suggest(self, suggested: Relation | None) -> None:
        """Hint at the relation that what was compared suggests, or at none."""
        for relation, button in self._relations.items():
            button.suggest(relation is suggested)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours; a contradiction alone is red."""
        for state, button in self._verdicts.items():
            style = theme.state(state)
            button.set_theme(theme, style.ink, style.fill)
        self._clear.set_theme(theme, theme.text, theme.raised)
        tones = {
            Relation.AGREES: (theme.confirmed.ink, theme.confirmed.fill),
            Relation.DIFFERS: (theme.differs, theme.differs_fill),
            Relation.CONTRADICTS: (theme.alarm, theme.alarm_fill),
        }
        for relation, button in self._relations.items():
            button.set_theme(theme, *tones[relation])

    def _button(
        self,
        action: str,
        text: str,
        key: str | Mark,
        mark: MatchState | Mark | None,
        theme: Theme,
    ) -> VerdictButton:
        button = VerdictButton(text, key, theme, mark=mark, key_first=mark is None, parent=self)
        button.setObjectName(f"button_{action}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.action_requested.emit(action))
        return button

    def _build(self) -> None:
        decide, relate = FlowLayout(gap=4, fill=True), FlowLayout(gap=4, fill=True)
        for button in (*self._verdicts.values(), self._clear):
            decide.addWidget(button)
        for button in self._relations.values():
            relate.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(decide)
        layout.addLayout(relate)
