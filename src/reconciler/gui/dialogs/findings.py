"""All that contradicts or differs in a case, the strongest first; Enter goes to the match."""

from itertools import chain

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QListView,
    QWidget,
)

from reconciler.case.findings import Contradiction, Finding, contradictions, of_match, strongest_first
from reconciler.gui import evidence_words, messages
from reconciler.gui.dialogs.findings_list import FindingsDelegate, FindingsModel, Shown
from reconciler.gui.dialogs.parts import (
    beside_heading,
    foot_of,
    padded,
    spread,
    stack_up,
    take_size,
    text_label,
)
from reconciler.gui.marks import mark_icon
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, SignalKind

RENEW_MS = 200


class FindingsDialog(QDialog):
    """The findings of the session's case. It fills while matches are still compared."""

    chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._by_match: dict[MatchId, tuple[Finding, ...]] = {}
        self._judged = _judged(session)
        self.setObjectName("findings")
        self.setWindowTitle(self.tr("Findings"))
        self._model = FindingsModel(session, self)
        self._kinds = self._make_kinds(theme)
        self._summary = text_label("", self, role="quiet")
        self._list = self._make_list(theme)
        self._later = QTimer(self, interval=RENEW_MS, singleShot=True)
        self._later.timeout.connect(self._fill)
        self._build()
        session.differing.learned.connect(self._take)
        self._take(frozenset(session.differing.known))
        self._fill()
        self._begin_at(session.current)
        take_size(self, 720, 560)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings shown, in order, but for what the analyst holds to contradict."""
        return tuple(each for each in self._model.findings if isinstance(each, Finding))

    def _take(self, learned: frozenset[MatchId]) -> None:
        case = self._session.case
        if case is None:
            return
        for match in learned:
            if self._session.differing.known.get(match) and match in case.matches:
                self._by_match[match] = of_match(case, case.matches[match])
        if not self._later.isActive():
            self._later.start()

    def _fill(self) -> None:
        case = self._session.case
        if case is None:
            return
        in_order = (self._by_match.get(match, ()) for match in case.matches)
        every = strongest_first(chain.from_iterable(in_order), score_visible=case.score_visible)
        kind = self._kinds.currentData()
        judged = self._judged if kind is None else ()
        shown: list[Shown] = [*judged, *(each for each in every if kind in (None, each.difference.kind))]
        at = self._list.currentIndex().row()
        current = self._model.findings[at] if at >= 0 else None
        self._model.show_findings(shown)
        if shown:
            place = shown.index(current) if current in shown else 0
            self._list.setCurrentIndex(self._model.index(place))
        self._summary.setText(self._summary_words(len(shown), len({each.match.id for each in shown})))

    def _summary_words(self, count: int, matches: int) -> str:
        differing = self._session.differing
        if not differing.is_complete:
            return self.tr("Comparing… {percent}").format(percent=messages.percent(differing.share))
        if not count:
            return self.tr("Nothing differs, as far as the program can tell.")
        found = self.tr("%n finding(s)", None, count)
        return self.tr("{findings} in {matches}. Rejected matches are left out.").format(
            findings=found, matches=self.tr("%n match(es)", None, matches)
        )

    def _begin_at(self, match: MatchId | None) -> None:
        """Begin at the finding of the match that is current in the window."""
        places = (place for place, each in enumerate(self._model.findings) if each.match.id == match)
        place = next(places, 0)
        if self._model.findings:
            self._list.setCurrentIndex(self._model.index(place))
            self._list.scrollTo(self._model.index(place))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.findings[index.row()].match.id)
            self.accept()

    # Building ---------------------------------------------------------------------------------

    def _make_kinds(self, theme: Theme) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("All kinds"), None)
        for kind in SignalKind:
            box.addItem(mark_icon(kind, theme.differs), evidence_words.kind_title(kind), kind)
        box.setAccessibleName(self.tr("Kind of difference"))
        box.currentIndexChanged.connect(lambda _place: self._fill())
        return box

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView(self)
        view.setModel(self._model)
        view.setItemDelegate(FindingsDelegate(theme, view))
        spread(view, self.tr("Findings"), theme)
        view.activated.connect(self._go)
        return view

    def _build(self) -> None:
        top = padded(beside_heading(self._summary, self.tr("&Show:"), self._kinds), spacing=12)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        go = buttons.addButton(self.tr("Go to the match"), QDialogButtonBox.ButtonRole.ActionRole)
        go.setAutoDefault(False)
        go.clicked.connect(lambda: self._go(self._list.currentIndex()))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        stack_up(self, top, self._list, foot_of(buttons))
        self._list.setFocus()


def _judged(session: Session) -> tuple[Contradiction, ...]:
    case = session.case
    return () if case is None else contradictions(case.matches.values(), session.standing)
