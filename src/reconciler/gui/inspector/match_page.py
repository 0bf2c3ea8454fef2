"""One match in the inspector, from its statements down to its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.inspector.compared import Compared, compared
from reconciler.gui.inspector.differences_view import DifferencesView
from reconciler.gui.inspector.elsewhere_view import ElsewhereView
from reconciler.gui.inspector.former_view import FormerView
from reconciler.gui.inspector.history_view import HistoryView
from reconciler.gui.inspector.reasons_view import ReasonsView
from reconciler.gui.inspector.source_heading import SourceHeading
from reconciler.gui.inspector.state_label import StateLabel
from reconciler.gui.inspector.statement_text import StatementText
from reconciler.gui.keymap import key_or_name
from reconciler.gui.legend import Legend
from reconciler.gui.session import Session
from reconciler.gui.source_messages import without_signals
from reconciler.gui.theme import Theme
from reconciler.model import MadeBy, Match, MatchId, Reason, Relation, SignalKind, Span, StatementId

WORDS = "words"


class MatchPage(QWidget):
    """Both statements, why they are proposed, and the history of what was decided."""

    properties_requested = Signal(object)
    take_up_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.match: MatchId | None = None
        self._shown: Match | None = None
        self._compared: tuple[Compared, ...] = ()
        self._heading = _heading(self, "")
        self._state = StateLabel(theme, self)
        self._remark = _quiet(self)
        self._former = FormerView(session, theme, self)
        self._former.taken_up.connect(self.take_up_requested)
        self._headings = (SourceHeading(theme, self), SourceHeading(theme, self))
        self._texts = (StatementText(theme, self), StatementText(theme, self))
        self._elsewhere = ElsewhereView(session, theme, self)
        self._legend = Legend(theme, self)
        self._differences = DifferencesView(theme, self)
        self._differences.pointed.connect(self._point_to_difference)
        self._reasons = ReasonsView(theme, self)
        self._reasons.pointed.connect(self._point)
        self._differences.after, self._reasons.after = self._texts[1], self._differences.last
        self._history_heading = _heading(self, self.tr("History"))
        self._history = HistoryView(self)
        for side, heading in enumerate(self._headings):
            heading.clicked.connect(lambda _on=False, side=side: self._ask_properties(side))
        self._build()

    def show_match(self, match_id: MatchId | None) -> None:
        """Show another match, or the same one after a change."""
        anew = match_id != self.match
        self.match = match_id
        case = self._session.case
        if case is None or match_id is None:
            return
        match = case.matches[match_id]
        name = messages.match_name(case, match)
        self._heading.setText(self.tr("Match {name}").format(name=name))
        if anew:
            self._show_ends(match)
        if match != self._shown:
            self._shown = match
            self._reasons.show_match(match, anew=anew)
        self._reasons.setVisible(case.score_visible)
        self._show_differences(match, anew=anew)
        self._show_sources(match)
        self._elsewhere.show_match(match)
        decisions = case.decisions(match_id)
        self._history.show_decisions(decisions, anew=anew)
        self._history_heading.setVisible(bool(decisions))
        self._history.setVisible(bool(decisions))

    def forget(self) -> None:
        """Show everything anew the next time, also of the same match."""
        self.match = self._shown = None

    def renew_state(self) -> None:
        """Show what stands for the match now."""
        case = self._session.case
        if case is None or self.match is None or self.match not in case.matches:
            return
        contradicts = self._session.standing(self.match).relation is Relation.CONTRADICTS
        self._state.show_state(self._session.state(self.match), contradicts=contradicts)
        remarks = []
        if case.matches[self.match].made_by is MadeBy.HAND:
            remarks.append(self.tr("Linked by hand"))
        if case.is_pinned(self.match):
            remarks.append(
                self.tr("Pinned: kept at hand ({key} unpins)").format(key=key_or_name(self, "pin"))
            )
        if self.match in self._session.unsaved:
            remarks.append(self.tr("Not saved yet"))
        self._remark.setText("\n".join(remarks))
        self._remark.setVisible(bool(remarks))
        added = self._former.show_former(self._session.former(), case.matches[self.match])
        for text, spans in zip(self._texts, added, strict=True):
            text.mark_changes(spans, removed=False)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        parts = (
            *(self._state, self._former, self._elsewhere, self._legend, self._differences, self._reasons),
        )
        for part in (*self._headings, *self._texts, *parts):
            part.set_theme(theme)

    def set_text_size(self, points: float, family: str = "serif") -> None:
        """Set the statements a little smaller than articles are."""
        for text in self._texts:
            text.set_text_size(max(8.0, points - 1), family)
        self._former.set_text_size(max(8.0, points - 1.5), family)

    def focus_first(self) -> None:
        """Put the keyboard on the first statement."""
        self._texts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_ends(self, match: Match) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        reasons = match.reasons if case.score_visible else ()
        shared = next((reason for reason in reasons if reason.name == WORDS), None)
        marks: tuple[tuple[Span, ...], ...] = ((), ()) if shared is None else (shared.left, shared.right)
        for text, end, spans in zip(self._texts, _ends(match), marks, strict=True):
            text.show_statement(case.statement(end).text, spans)

    def _show_sources(self, match: Match) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        places = {source.id: place for place, source in enumerate(case.sources)}
        for heading, text, end in zip(self._headings, self._texts, _ends(match), strict=True):
            statement = case.statement(end)
            source = case.source(statement.source)
            heading.show_source(source, places.get(source.id, 0), statement)
            text.setAccessibleName(heading.accessibleName())

    def _show_differences(self, match: Match, *, anew: bool) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        shown = compared(case, match)
        if shown == self._compared and not anew:
            return
        self._compared = shown
        languages = (case.source(case.statement(end).source).language for end in _ends(match))
        self._differences.show_differences(shown, without_signals(languages))
        differing = [each for each in shown if not each.agrees]
        left, right = self._texts
        left.underline([(span, each.kind) for each in differing for span in each.left.spans])
        right.underline([(span, each.kind) for each in differing for span in each.right.spans])
        marked = {each.kind for each in differing if each.left.spans or each.right.spans}
        reasons = match.reasons if case.score_visible else ()
        has_shared = any(reason.name == WORDS and reason.left for reason in reasons)
        self._legend.show_marks([kind for kind in SignalKind if kind in marked], shared=has_shared)

    def _point_to_difference(self, shown: Compared | None) -> None:
        left, right = self._texts
        left.emphasise(shown.left.spans if shown is not None else None, shown.kind if shown else None)
        right.emphasise(shown.right.spans if shown is not None else None, shown.kind if shown else None)

    def _point(self, reason: Reason | None) -> None:
        has_words = reason is not None and (reason.left or reason.right)
        left, right = self._texts
        left.emphasise(reason.left if reason is not None and has_words else None)
        right.emphasise(reason.right if reason is not None and has_words else None)

    def _ask_properties(self, side: int) -> None:
        case = self._session.case
        if case is not None and self.match is not None:
            end = _ends(case.matches[self.match])[side]
            self.properties_requested.emit(case.statement(end).source)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._heading, 1)
        top.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 16)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._remark)
        layout.addSpacing(4)
        layout.addWidget(self._former)
        for heading, text in zip(self._headings, self._texts, strict=True):
            layout.addSpacing(8)
            layout.addWidget(heading)
            layout.addWidget(text)
        layout.addSpacing(4)
        layout.addWidget(self._elsewhere)
        layout.addWidget(self._legend)
        layout.addSpacing(8)
        layout.addWidget(self._differences)
        layout.addSpacing(8)
        layout.addWidget(self._reasons)
        layout.addSpacing(12)
        layout.addWidget(self._history_heading)
        layout.addWidget(self._history)
        layout.addStretch(1)


def _ends(match: Match) -> tuple[StatementId, StatementId]:
    return match.left, match.right


def _heading(parent: QWidget, text: str) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "heading")
    return label


def _quiet(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
