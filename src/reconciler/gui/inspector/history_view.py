"""What was decided of a match: who, what and when, the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.model import Act, Decision, DecisionId, Verdict

SHOWN_AT_FIRST = 6


def decision_words(decision: Decision, decisions: Sequence[Decision]) -> str:
    """Return what a decision was, in words; `decisions` are all of the match, for what an undo took back."""
    match decision.act:
        case Act.UNDO | Act.REDO:
            words = _reversal_words(decision, decisions)
        case Act.VERDICT | Act.RELATION:
            words = _verdict_words(decision)
        case Act.CLEAR:
            words = QCoreApplication.translate("History", "Cleared")
        case Act.NOTE if decision.note:
            words = QCoreApplication.translate("History", "Note: “{note}”").format(
                note=" ".join(decision.note.split())
            )
        case Act.NOTE:
            words = QCoreApplication.translate("History", "Note taken away")
        case Act.LINK:
            words = QCoreApplication.translate("History", "Linked by hand")
        case Act.UNLINK:
            words = QCoreApplication.translate("History", "Unlinked")
        case Act.CARRY:
            words = QCoreApplication.translate("History", "Carried over to a new version")
        case Act.IMPORT:
            words = _import_words(decision)
    return words


def _import_words(decision: Decision) -> str:
    if decision.verdict is not None:
        text = QCoreApplication.translate("History", "{verdict} (brought in)")
        return text.format(verdict=_verdict_words(decision))
    if decision.undoes is not None:
        return QCoreApplication.translate("History", "To settle: the analysts disagree")
    return QCoreApplication.translate("History", "Imported")


def _verdict_words(decision: Decision) -> str:
    match decision.verdict:
        case Verdict.CONFIRMED if decision.relation is not None:
            return QCoreApplication.translate("History", "Confirmed: {relation}").format(
                relation=messages.relation_word(decision.relation)
            )
        case Verdict.CONFIRMED:
            return QCoreApplication.translate("History", "Confirmed")
        case Verdict.REJECTED:
            return QCoreApplication.translate("History", "Rejected")
        case Verdict.UNSURE:
            return QCoreApplication.translate("History", "Marked unsure")
        case None:
            return QCoreApplication.translate("History", "Cleared")


def _reversal_words(decision: Decision, decisions: Sequence[Decision]) -> str:
    by_id: dict[DecisionId, Decision] = {one.id: one for one in decisions}
    taken = None if decision.undoes is None else by_id.get(decision.undoes)
    undone = decision.act is Act.UNDO
    if taken is None or taken.act in (Act.UNDO, Act.REDO):
        return (
            QCoreApplication.translate("History", "Undone")
            if undone
            else QCoreApplication.translate("History", "Done again")
        )
    text = (
        QCoreApplication.translate("History", "Undone: {what}")
        if undone
        else QCoreApplication.translate("History", "Done again: {what}")
    )
    return text.format(what=decision_words(taken, decisions))


class HistoryView(QWidget):
    """A line for what was done and a quiet one for who and when; older ones on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decisions: tuple[Decision, ...] = ()
        self._all = False
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._more = QPushButton(self)
        self._more.setProperty("role", "quiet")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._show_all)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._lines)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_decisions(self, decisions: Sequence[Decision], *, anew: bool) -> None:
        """Show decisions, given oldest first; `anew` folds the older ones again."""
        stays = self._all and not anew
        if (tuple(decisions), stays) != (self._decisions, self._all):
            self._decisions, self._all = tuple(decisions), stays
            self._fill()

    def lines(self) -> tuple[str, ...]:
        """Return what is shown, each decision in one text."""
        return tuple(f"{what.text()} {who.text()}" for what, who in self._rows if not what.isHidden())

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        latest = self._decisions[::-1]
        shown = latest if self._all else latest[:SHOWN_AT_FIRST]
        while len(self._rows) < len(shown):
            self._add_row()
        for place, (what, who) in enumerate(self._rows):
            what.setVisible(place < len(shown))
            who.setVisible(place < len(shown))
            if place < len(shown):
                decision = shown[place]
                what.setText(decision_words(decision, self._decisions))
                line = self.tr("{analyst}, {time}", "who decided and when")
                if not decision.score_visible:
                    line = self.tr("{analyst}, {time}, confidence hidden", "who decided, when and how")
                who.setText(line.format(analyst=decision.analyst, time=messages.local_time(decision.at)))
        self._more.setVisible(len(shown) < len(latest))
        self._more.setText(self.tr("Show %n older", "", len(latest) - len(shown)))

    def _add_row(self) -> None:
        what, who = QLabel(self), QLabel(self)
        for label in (what, who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        who.setProperty("role", "quiet")
        who.setContentsMargins(0, 0, 0, 8)
        self._lines.addWidget(what)
        self._lines.addWidget(who)
        self._rows.append((what, who))
