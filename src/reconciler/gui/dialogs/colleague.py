"""A case beside a colleague's: how far both agree, and what they disagree on, to be settled one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reconciler.case.agreement import Agreement, Comparison
from reconciler.case.bringing import Arrival
from reconciler.case.kappa import Concord
from reconciler.case.voices import Opinion
from reconciler.gui import messages
from reconciler.gui.dialogs.parts import padded, spread, stack_up, take_size, text_label
from reconciler.gui.inspector.verdict_button import VerdictButton
from reconciler.gui.marks import Mark, mark_icon
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Change, EntryKind, MatchId, Relation, Standing, StatementId, Verdict

Index = QModelIndex | QPersistentModelIndex
Answer = tuple[Verdict, Relation | None]
_KEYS: tuple[tuple[tuple[str, ...], Answer], ...] = (
    (("A",), (Verdict.CONFIRMED, None)),
    (("R",), (Verdict.REJECTED, None)),
    (("U",), (Verdict.UNSURE, None)),
    (("1", "&"), (Verdict.CONFIRMED, Relation.AGREES)),
    (("2", "É"), (Verdict.CONFIRMED, Relation.DIFFERS)),
    (("3", '"'), (Verdict.CONFIRMED, Relation.CONTRADICTS)),
)
_TRAVELS = (EntryKind.UNDO, EntryKind.REDO)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two statements on which both disagree, and what each says."""

    left: StatementId
    right: StatementId
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class ApartRow:
    """What is shown of a disagreement in the list."""

    words: str
    mark: Mark | MatchState
    ink: QColor


class ApartModel(QAbstractListModel):
    """The disagreements; a row is put into words when it is first looked at, of thousands a few."""

    def __init__(self, describe: Callable[[Apart], ApartRow], parent: QObject) -> None:
        super().__init__(parent)
        self._describe = describe
        self._rows: dict[int, ApartRow] = {}
        self._icons: dict[tuple[Mark | MatchState, str], QIcon] = {}
        self.shown: tuple[Apart, ...] = ()

    def show(self, shown: Sequence[Apart]) -> None:
        """Show other disagreements, or how these stand now."""
        self.beginResetModel()
        self.shown = tuple(shown)
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, or its mark."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.DecorationRole):
            return None
        row = self._rows.get(index.row())
        if row is None:
            row = self._rows[index.row()] = self._describe(self.shown[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        key = row.mark, row.ink.name()
        if key not in self._icons:
            self._icons[key] = mark_icon(row.mark, row.ink)
        return self._icons[key]


class ColleagueDialog(QDialog):
    """Shows the figures, brings the colleague's decisions in, and lets disagreements be settled.

    `wanted` asks that the decisions be brought in, `foresight_wanted` to be told anew what that would
    come to, `stop_wanted` that what is under way be given up.
    """

    wanted = Signal()
    foresight_wanted = Signal()
    stop_wanted = Signal()
    settled = Signal(object, object, object, str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        agreement: Agreement,
        arrival: Arrival,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._agreement, self._arrival = agreement, arrival
        self._is_working = False
        self._model = ApartModel(self._row, self)
        self.setObjectName("colleague")
        self.setWindowTitle(self.tr("Compared with a colleague’s case"))
        self._figures = text_label(self._figure_words(), self, role="heading", selectable=True)
        self._counts = text_label(self._count_words(), self, role="quiet", selectable=True)
        self._state = text_label("", self)
        self._list = QListView(self)
        self._ends = (text_label("", self, selectable=True), text_label("", self, selectable=True))
        self._said = text_label("", self, selectable=True)
        self._bring = QPushButton(self)
        self._bar, self._halt = QProgressBar(self), QPushButton(self.tr("Cancel"), self)
        self._buttons = self._verdict_buttons()
        self._build()
        session.changed.connect(self._follow)
        session.opened.connect(self.reject)
        self._fill()
        take_size(self, 760, 640)

    # What is said -----------------------------------------------------------------------------

    def words(self) -> str:
        """Return all that is read above the list."""
        return "\n".join(each.text() for each in (self._figures, self._counts, self._state))

    def _figure_words(self) -> str:
        matches, relations = self._agreement.matches, self._agreement.relations
        return "\n".join(
            (
                self.tr("Verdicts: {agreement}").format(agreement=self._concord_words(matches)),
                self.tr("Relations: {agreement}").format(agreement=self._concord_words(relations)),
            )
        )

    def _concord_words(self, found: Concord) -> str:
        if found.share is None:
            return self.tr("none that both gave")
        text = self.tr("{alike} of {judged} alike ({percent})").format(
            alike=found.alike, judged=found.judged, percent=messages.percent(found.share)
        )
        if found.kappa is None:
            return self.tr("{agreement}; kappa is not defined where all is the same").format(agreement=text)
        kappa = QLocale().toString(found.kappa, "f", 2)
        if found.low is None or found.high is None:
            words = self.tr("{agreement}, Cohen’s kappa {kappa} (these decisions give no interval)")
            return words.format(agreement=text, kappa=kappa)
        low, high = (QLocale().toString(each, "f", 2) for each in (found.low, found.high))
        return self.tr("{agreement}, Cohen’s kappa {kappa} (95 % interval {low} to {high})").format(
            agreement=text, kappa=kappa, low=low, high=high
        )

    def _count_words(self) -> str:
        found = self._agreement
        mine, theirs, common = (
            len(found.of(each)) for each in (Comparison.ONLY_MINE, Comparison.ONLY_THEIRS, Comparison.COMMON)
        )
        parts = [
            self.tr("only in this case: {count}").format(count=mine),
            self.tr("only in the colleague’s: {count}").format(count=theirs),
        ]
        if common:
            parts.append(self.tr("decided before the files parted: {count}").format(count=common))
        if found.cut_mine or found.cut_theirs:
            text = self.tr(
                "statements cut differently: {mine} here, {theirs} there, {left} decisions stay there"
            )
            left = self._arrival.left_out
            parts.append(text.format(mine=found.cut_mine, theirs=found.cut_theirs, left=left))
        return "  ·  ".join(parts)

    def _opinion_words(self, opinion: Opinion) -> str:
        standing = opinion.standing
        verdict = messages.state_word(MatchState.of(standing))
        if standing.relation is not None:
            verdict = f"{verdict}, {messages.relation_word(standing.relation)}"
        time = messages.local_time(opinion.at)
        line = self.tr("{analyst}: {verdict} ({time})").format(
            analyst=opinion.analyst, verdict=verdict, time=time
        )
        return f"{line}\n“{standing.note}”" if standing.note else line

    def _verdict_words(self, opinion: Opinion) -> str:
        verdict = _ruling_words(opinion.standing)
        return self.tr("{analyst}: {verdict}").format(analyst=opinion.analyst, verdict=verdict)

    def _settling_words(self, apart: Apart) -> str:
        """Return what a settled verdict says of both: it joins the note."""
        told = map(self._verdict_words, apart.opinions)
        return self.tr("settles {opinions}").format(opinions=messages.listed(told))

    # The list ---------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if self._session.case is None:
            return
        if change.entry is not None and change.entry.kind is EntryKind.IMPORT:
            self.show_arrival(Arrival(left_out=self._arrival.left_out))
        elif change.entry is not None and change.entry.kind in _TRAVELS:
            self.foresight_wanted.emit()
            self._fill()
        else:
            self._fill()

    def _fill(self) -> None:
        case = self._session.case
        if case is None:
            return
        known = {(each.left, each.right): each for each in self._model.shown}
        for each in self._agreement.disagreements:
            said = tuple(one for one in (each.mine, each.theirs) if one is not None)
            known.setdefault((each.left, each.right), Apart(each.left, each.right, said))
        for match in case.disputes():
            ends = case.ends(match)
            known[ends] = Apart(*ends, case.dispute(match))
        row = max(0, self._current_row())
        self._model.show(tuple(known.values()))
        self._go_to(min(row, len(known) - 1))
        self._show()
        self._tell()

    def _current_row(self) -> int:
        return self._list.currentIndex().row()

    def _go_to(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))

    def _row(self, apart: Apart) -> ApartRow:
        case = self._session.case
        assert case is not None  # noqa: S101
        match = self._match_of(apart)
        mark: Mark | MatchState
        if match is not None and case.is_disputed(match):
            state, mark, ink = self.tr("to settle"), Mark.AGAIN, self._theme.differs
        elif self._is_settled(apart):
            assert match is not None  # noqa: S101
            standing = case.standing(match)
            stands = MatchState.of(standing)
            state = self.tr("settled: {verdict}").format(verdict=_ruling_words(standing))
            mark, ink = stands, self._theme.state(stands).ink
        else:
            state, mark, ink = self.tr("not brought in yet"), Mark.AGAIN, self._theme.quiet
        name = messages.pair_name(case, apart.left, apart.right)
        between = messages.listed(map(self._verdict_words, apart.opinions))
        return ApartRow(f"{name}   {state}   ({between})", mark, ink)

    def _match_of(self, apart: Apart) -> MatchId | None:
        case = self._session.case
        match = None if case is None else case.match_between(apart.left, apart.right)
        return None if match is None else match.id

    def _is_settled(self, apart: Apart) -> bool:
        """Whether a verdict stands that was given after the colleague's decisions came in."""
        case, match = self._session.case, self._match_of(apart)
        if case is None or match is None or case.standing(match).verdict is None:
            return False
        return not self._arrival.rows

    def _show(self) -> None:
        case, row = self._session.case, self._current_row()
        apart = self._model.shown[row] if 0 <= row < len(self._model.shown) else None
        for button in self._buttons:
            button.setEnabled(apart is not None and self._can_settle(apart))
        if case is None or apart is None:
            for label in (*self._ends, self._said):
                label.clear()
            return
        for label, end in zip(self._ends, (apart.left, apart.right), strict=True):
            statement = case.statement(end)
            source = case.source(statement.source)
            label.setText(f"{source.letter} {statement.ordinal}   {' '.join(statement.text.split())}")
        self._said.setText("\n".join(self._opinion_words(each) for each in apart.opinions))

    def _can_settle(self, apart: Apart) -> bool:
        case, match = self._session.case, self._match_of(apart)
        if self._is_working or not self._session.can_change or case is None or match is None:
            return False
        return case.is_disputed(match)

    def _tell(self) -> None:
        case = self._session.case
        waiting = 0 if case is None else len(case.disputes())
        if self._is_working:
            return
        if not self._model.shown:
            text = self.tr("No disagreement: nothing is to settle.")
        elif self._arrival.rows:
            text = self.tr(
                "Bring the decisions in first: what only one of both decided stands then, and each "
                "disagreement comes back to be settled. Nothing is overwritten, one undo takes it back."
            )
        elif waiting:
            text = self.tr(
                "%n disagreement(s) to settle: A, R, U, 1, 2 or 3 decides the chosen one", None, waiting
            )
        else:
            text = self.tr("All disagreements are settled.")
        self._state.setText(text)

    # What is done -----------------------------------------------------------------------------

    def show_arrival(self, arrival: Arrival) -> None:
        """Say what would be brought in now; nothing when it was."""
        self._arrival = arrival
        self._name_bringing()
        self._fill()

    def show_working(self, words: str) -> None:
        """Say what is under way, or with no words that nothing is any more."""
        self._is_working = bool(words)
        self._bar.setValue(0)
        self._bar.setVisible(self._is_working)
        self._halt.setVisible(self._is_working)
        if words:
            self._state.setText(words)
        self._name_bringing()
        self._show()
        self._tell()

    def show_share(self, share: float) -> None:
        """Say how much of what is under way is done, from 0 to 1."""
        self._bar.setValue(round(share * 100))

    def _name_bringing(self) -> None:
        arrival = self._arrival
        new = arrival.taken + arrival.alike + arrival.disputed + arrival.kept
        is_new = arrival.rows > 0 or arrival.silences > 0
        text = self.tr("Bring in the decisions on %n match(es)", None, new)
        self._bring.setText(text if is_new else self.tr("Everything is brought in"))
        may_bring = self._session.can_change and is_new and not self._is_working
        if self._bring.hasFocus() and not may_bring:
            self._list.setFocus()  # what is to be settled, not the button that closes
        self._bring.setEnabled(may_bring)

    def settle(self, answer: Answer) -> None:
        """Decide the chosen disagreement and go on to the next one that waits."""
        row, shown = self._current_row(), self._model.shown
        if not 0 <= row < len(shown) or not self._can_settle(shown[row]):
            return
        self.settled.emit(self._match_of(shown[row]), *answer, self._settling_words(shown[row]))
        shown = self._model.shown
        rows = ((row + step) % len(shown) for step in range(1, len(shown) + 1))
        self._go_to(next((each for each in rows if self._can_settle(shown[each])), row))

    # Building ---------------------------------------------------------------------------------

    def _verdict_buttons(self) -> tuple[VerdictButton, ...]:
        made = []
        for keys, (verdict, relation) in _KEYS:
            state = {
                Verdict.CONFIRMED: MatchState.CONFIRMED,
                Verdict.REJECTED: MatchState.REJECTED,
                Verdict.UNSURE: MatchState.UNSURE,
            }[verdict]
            names = {
                Verdict.CONFIRMED: self.tr("Confirm"),
                Verdict.REJECTED: self.tr("Reject"),
                Verdict.UNSURE: self.tr("Unsure"),
            }
            text = names[verdict]
            if relation is not None:
                word = messages.relation_word(relation)
                text = word[:1].upper() + word[1:]
            button = VerdictButton(text, keys[0], self._theme, mark=None if relation else state, parent=self)
            look = self._theme.state(state)
            button.setCheckable(False)
            button.set_theme(self._theme, look.ink, look.fill)
            button.clicked.connect(lambda _on=False, answer=(verdict, relation): self.settle(answer))
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(lambda answer=(verdict, relation): self.settle(answer))
            made.append(button)
        return tuple(made)

    def _build(self) -> None:
        self._list.setModel(self._model)
        spread(self._list, self.tr("Disagreements"), self._theme)
        self._list.setMouseTracking(False)
        self._list.setStyleSheet(
            f"QListView {{ background: {self._theme.page.name()}; }}"
            f"QListView::item {{ padding: 6px 12px; color: {self._theme.text.name()}; }}"
            f"QListView::item:selected {{ background: {self._theme.accent_fill.name()};"
            f" color: {self._theme.text.name()}; }}"
        )
        self._list.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self._said.setAccessibleName(self.tr("What both say"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._session.undo)
        head, detail, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for label in (self._figures, self._counts, self._state):
            head.addWidget(label)
        for label in (*self._ends, self._said):
            detail.addWidget(label)
        verdicts = QHBoxLayout()
        verdicts.setSpacing(6)
        for button in self._buttons:
            verdicts.addWidget(button)
        verdicts.addStretch(1)
        detail.addLayout(verdicts)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        self._bring.setProperty("role", "primary")
        self._bring.setAutoDefault(False)
        self._bring.clicked.connect(self.wanted)
        buttons.addButton(self._bring, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._halt.setAutoDefault(False)
        self._halt.clicked.connect(self.stop_wanted)
        for widget in (self._bar, self._halt):
            widget.hide()
            foot.addWidget(widget)
        foot.addWidget(buttons)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addLayout(padded(detail))
        below.addLayout(padded(foot))
        stack_up(self, padded(head), self._list, below)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_bringing()


def _ruling_words(standing: Standing) -> str:
    """Return a verdict, with its relation where there is one."""
    verdict = messages.state_word(MatchState.of(standing))
    if standing.relation is None:
        return verdict
    return f"{verdict} ({messages.relation_word(standing.relation)})"
