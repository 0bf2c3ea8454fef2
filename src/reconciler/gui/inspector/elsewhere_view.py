"""What corresponds to the statements of a match in the sources beside its own; pressed, it is gone to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reconciler.gui import messages
from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.marks import mark_icon
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Change, Match, MatchId, StatementId


def counterparts(session: Session, match: Match) -> dict[StatementId, MatchId]:
    """Return the statements of other sources that either end is matched with, and by which match.

    In the case's order; what was rejected is left out, and of two matches the confirmed one leads.
    """
    case = session.case
    assert case is not None  # noqa: S101
    own = {case.statement(end).source for end in (match.left, match.right)}
    found: dict[StatementId, MatchId] = {}
    for end in (match.left, match.right):
        for number in case.matches_of(end):
            other = case.matches[number]
            there = other.right if other.left == end else other.left
            state = session.state(number)
            if case.statement(there).source in own or state is MatchState.REJECTED:
                continue
            if there not in found or state is MatchState.CONFIRMED:
                found[there] = number
    places = {source.id: place for place, source in enumerate(case.sources)}
    ordered = sorted(
        found, key=lambda each: (places[case.statement(each).source], case.statement(each).ordinal)
    )
    return {each: found[each] for each in ordered}


class ElsewhereView(QWidget):
    """A small button for each counterpart in another source; hidden where there is none."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._match: Match | None = None
        self._shown: tuple[tuple[StatementId, MatchId, MatchState], ...] = ()
        self._label = QLabel(self.tr("Also:"), self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "quiet")
        self._row = FlowLayout(self, gap=6)
        self._row.addWidget(self._label)
        self._buttons: list[QPushButton] = []
        session.changed.connect(self._follow)
        self.hide()

    def show_match(self, match: Match) -> None:
        """Show what corresponds to the ends of a match elsewhere."""
        self._match = match
        found = counterparts(self._session, match)
        shown = tuple((end, number, self._session.state(number)) for end, number in found.items())
        self.setVisible(bool(shown))
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._fill()

    def _follow(self, change: Change) -> None:
        case = self._session.case
        if case is None or self._match is None or self._match.id not in case.matches:
            self._match = None
        elif change.structure or change.matches:
            self.show_match(case.matches[self._match.id])

    def _fill(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        case = self._session.case
        self._buttons = []
        for end, number, state in self._shown if case is not None else ():
            assert case is not None  # noqa: S101
            statement = case.statement(end)
            letter = case.source(statement.source).letter
            button = QPushButton(
                mark_icon(state, self._theme.state(state).ink), f"{letter} {statement.ordinal}"
            )
            button.setParent(self)
            button.setProperty("role", "chip")
            text = self.tr("Also in source {letter}, statement {number}, {state}: go there")
            button.setAccessibleName(
                text.format(letter=letter, number=statement.ordinal, state=messages.state_word(state))
            )
            button.setToolTip(" ".join(statement.text.split())[:200].replace("<", "‹"))
            button.clicked.connect(lambda _on=False, number=number: self._session.set_current(number))
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)
