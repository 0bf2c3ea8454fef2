"""What was decided of the current match before its words changed, and how to take that up again."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.inspector.state_label import StateLabel
from reconciler.gui.inspector.statement_text import StatementText
from reconciler.gui.inspector.verdict_button import VerdictButton
from reconciler.gui.keymap import key_name
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Former, Match, MatchId, Span

SIDE = 14


class FormerView(QFrame):
    """Stands above both statements while the match waits for a verdict on its present words."""

    taken_up = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Former, MatchId] | None = None
        self._added: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
        self.setObjectName("former_view")
        self._mark = AgainMark(theme, self)
        self._heading = _label(self, bold=True)
        self._heading.setText(self.tr("Decided on other words"))
        self._state = StateLabel(theme, self)
        self._verdict = _label(self, quiet=True)
        self._names = (_label(self, quiet=True), _label(self, quiet=True))
        self._texts = (StatementText(theme, self), StatementText(theme, self))
        for text in self._texts:
            text.setObjectName("former_text")
        self._button = VerdictButton(self.tr("Take up again"), "T", theme, mark=None, parent=self)
        self._button.setObjectName("button_take_up")
        self._button.clicked.connect(self.taken_up)
        self._build()
        self.set_theme(theme)
        self.hide()

    def show_former(self, former: Former | None, match: Match | None) -> tuple[tuple[Span, ...], ...]:
        """Show what was decided before of a match, or hide; returns the words new in each statement."""
        case = self._session.case
        self.setVisible(former is not None and case is not None)
        if former is None or match is None or case is None:
            self._shown = None
            return ((), ())
        self._button.setEnabled(not self._session.read_only)
        self._button.set_key(key_name(self, "take_up"))
        if self._shown == (former, match.id):
            return self._added
        self._shown = (former, match.id)
        self._verdict.setText(self._verdict_words(former))
        state = MatchState.of(former.standing)
        from reconciler.alignment.word_changes import word_changes

        self._state.show_state(state)
        self._button.setAccessibleName(
            self.tr("Take up the former verdict: {verdict}").format(verdict=messages.state_word(state))
        )
        ends = ((former.match.left, match.left), (former.match.right, match.right))
        added = []
        for name, text, (was, now) in zip(self._names, self._texts, ends, strict=True):
            before, after = case.statement(was), case.statement(now)
            changes = word_changes(before.text, after.text) if was != now else ()
            shown = before.text != after.text and was != now
            name.setVisible(shown)
            text.setVisible(shown)
            added.append(tuple(each.new for each in changes if each.new.start < each.new.end))
            if shown:
                source = messages.source_name(case.source(before.source))
                name.setText(self.tr("{source}, as it read then").format(source=source))
                text.setAccessibleName(name.text())
                text.show_statement(before.text, ())
                text.mark_changes([each.old for each in changes], removed=True)
        self._added = (added[0], added[1])
        return self._added

    def _verdict_words(self, former: Former) -> str:
        case, standing = self._session.case, former.standing
        assert case is not None  # noqa: S101
        words = [] if standing.relation is None else [messages.relation_word(standing.relation)]
        given = [each for each in case.decisions(former.match.id) if each.verdict is not None]
        if given:
            who = self.tr("{analyst}, {time}", "who decided and when")
            time = messages.local_time(given[-1].at)
            words.append(who.format(analyst=given[-1].analyst, time=time))
        return " · ".join(words)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._mark.set_theme(theme)
        self._state.set_theme(theme)
        self._button.set_theme(theme, theme.differs, theme.differs_fill)
        for text in self._texts:
            text.set_theme(theme)
        ground = theme.differs_fill.name()
        self.setStyleSheet(
            f"QFrame#former_view {{ background: {ground}; border: none; border-radius: 6px; }}"
        )

    def set_text_size(self, points: float, family: str = "serif") -> None:
        """Set the former wording in this size and face."""
        for text in self._texts:
            text.set_text_size(points, family)

    def texts(self) -> tuple[StatementText, StatementText]:
        """Return the former wordings of both sides; one that reads as before is hidden."""
        return self._texts

    def verdict_text(self) -> str:
        """Return what it says of the former verdict."""
        return f"{self._state.accessibleName()} · {self._verdict.text()}"

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._mark)
        top.addWidget(self._heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._verdict)
        for name, text in zip(self._names, self._texts, strict=True):
            layout.addWidget(name)
            layout.addWidget(text)
        layout.addSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)


class AgainMark(QWidget):
    """The arrow that goes round, as it stands in the queue."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(SIDE, SIDE))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        del event
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), Mark.AGAIN, self._theme.differs)
        painter.end()


def _label(parent: QWidget, *, bold: bool = False, quiet: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if bold:
        label.setProperty("role", "heading")
    elif quiet:
        label.setProperty("role", "quiet")
    return label
