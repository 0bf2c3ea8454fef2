"""Triangles: two confirmed matches that imply a third one, which nobody confirmed or somebody rejected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reconciler.export.marks import shared
from reconciler.export.words import short
from reconciler.gui import messages
from reconciler.gui.claims.claims_model import AnyIndex
from reconciler.gui.claims.following import Following
from reconciler.gui.claims.rows import one_line
from reconciler.gui.dialogs.parts import stack_up, take_size, text_label
from reconciler.gui.inspector.statement_text import StatementText
from reconciler.gui.marks import Mark, mark_icon
from reconciler.gui.panes.pane_header import Badge
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.gui.waiting_acts import PendingAct
from reconciler.model import Change, MatchId, Span, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.triangles import Triangle

ICON = 14
LONGEST = 700
"""Characters of a statement; the panes have all of it."""
FIRST = (Qt.Key.Key_1, Qt.Key.Key_Ampersand)
SECOND = (Qt.Key.Key_2, Qt.Key.Key_Eacute)
"""Also the unshifted row of a French keyboard."""
MOVING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class TrianglesModel(QAbstractListModel):
    """The triangles of a case, those to settle first."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.triangles: tuple[Triangle, ...] = ()
        self._icons: dict[bool, QIcon] = {
            True: mark_icon(Mark.UNSAVED, theme.alarm, ICON),
            False: mark_icon(MatchState.PROPOSED, theme.proposed.ink, ICON),
        }

    def show(self, triangles: "tuple[Triangle, ...]") -> None:
        """Show other triangles."""
        self.beginResetModel()
        self.triangles = triangles
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.triangles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a triangle in signs, its icon, or in words."""
        case = self._session.case
        if case is None or not index.isValid() or index.row() >= len(self.triangles):
            return None
        found = self.triangles[index.row()]
        names = {
            name: messages.statement_name(case, end)
            for name, end in (("a", found.left), ("b", found.middle), ("c", found.right))
        }
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[found.is_conflict]
        if role == Qt.ItemDataRole.DisplayRole:
            text = (
                self.tr("{a} = {b} = {c}, but {a} ≠ {c}") if found.is_conflict else self.tr("{a} = {b} = {c}")
            )
            return text.format(**names)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = (
                self.tr("To settle: {a} and {b} match, {b} and {c} match, {a} and {c} do not")
                if found.is_conflict
                else self.tr("Suggestion: {a} and {b} match, {b} and {c} match, so do {a} and {c}?")
            )
            return text.format(**names)
        return None


class TriangleList(QListView):
    """A list whose letters and digits are left to the dialog: they settle."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and page keys; leave all other keys alone."""
        if Qt.Key(event.key()) in MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters settle."""


class Edge(QWidget):
    """One side of a triangle: what stands for it, and the button that would change that."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.words = text_label("", self)
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAutoDefault(False)
        self.other = QPushButton(self)
        self.other.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.other.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.button)
        layout.addWidget(self.other)
        layout.addWidget(self.words, 1)

    def show_edge(self, words: str, act: str, other: str = "", *, possible: bool) -> None:
        """Say what stands for it and what can be done."""
        self.words.setText(words)
        self.button.setText(f"{act}  {self._key}")
        self.button.setEnabled(possible)
        self.other.setText(f"{other}  R")
        self.other.setVisible(bool(other))
        self.other.setEnabled(possible)


class Corner(QWidget):
    """One statement of a triangle: whose it is and what it says, its words marked that the others say too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge(self)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("role", "heading")
        self.words = StatementText(theme, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addStretch(1)

    def show_statement(
        self, case: "Case", statement: StatementId, others: Sequence[StatementId], theme: Theme
    ) -> None:
        """Show a statement beside others."""
        found = case.statement(statement)
        source = case.source(found.source)
        place = [each.id for each in case.sources].index(source.id)
        self._badge.show_letter(source.letter, place, theme)
        self._name.setText(f"{messages.statement_name(case, statement)}  {messages.source_name(source)}")
        text = short(one_line(found.text), LONGEST)
        self.words.show_statement(text, shared_words(text, [case.statement(each).text for each in others]))
        self.words.setAccessibleName(self._name.text())


def shared_words(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """Return where the words stand that one of the others has too."""
    return tuple(dict.fromkeys(span for other in others for span in shared(text, other)))


class TrianglesDialog(QDialog):
    """Stands beside the window; each act is one step of undo, and Ctrl+Z takes it back here as well."""

    undo_wanted = Signal()

    def __init__(
        self, session: Session, following: Following, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._following, self._theme = session, following, theme
        self.setObjectName("claim_triangles")
        self.setWindowTitle(self.tr("What your decisions imply"))
        self.model = TrianglesModel(session, theme, self)
        self.list = self._make_list()
        self.summary = text_label("", self, role="quiet")
        self.corners = (Corner(theme, self), Corner(theme, self), Corner(theme, self))
        self.edges = (Edge("1", self), Edge("2", self), Edge("A", self))
        self._build()
        following.renewed.connect(self._fill)
        following.look(self, on=True)
        self.finished.connect(lambda _result: following.look(self, on=False))
        session.opened.connect(self.close)
        self._fill()
        take_size(self, 980, 560)

    def _make_list(self) -> TriangleList:
        view = TriangleList(self)
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setIconSize(QSize(ICON, ICON))
        view.setSpacing(2)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Triangles"))
        view.setStyleSheet(
            f"QListView {{ background: {self._theme.page.name()}; padding: 6px; }}"
            "QListView::item { padding: 7px 6px; border-radius: 4px; }"
            f"QListView::item:selected {{ background: {self._theme.accent_fill.name()};"
            f" color: {self._theme.text.name()}; }}"
        )
        view.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        return view

    def _build(self) -> None:
        self._sentence = text_label("", self, role="heading")
        corners = QWidget()
        grid = QGridLayout(corners)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, corner in enumerate(self.corners):
            grid.addWidget(corner, 0, column)
            grid.setColumnStretch(column, 1)
        self._page = QWidget()
        right = QVBoxLayout(self._page)
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(10)
        right.addWidget(self._sentence)
        right.addWidget(corners)
        right.addSpacing(6)
        for edge in self.edges:
            right.addWidget(edge)
        right.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        split.addWidget(self._page)
        split.setStretchFactor(1, 1)
        split.setSizes([250, 730])
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 10)
        top.addWidget(self.summary)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.confirm_all = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.confirm_all.setAutoDefault(False)
        self.confirm_all.clicked.connect(self.confirm_proposed)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.addWidget(buttons)
        stack_up(self, top, split, foot)
        self.edges[0].button.clicked.connect(self.reject_first)
        self.edges[1].button.clicked.connect(self.reject_second)
        self.edges[2].button.clicked.connect(self.confirm_third)
        self.edges[2].other.clicked.connect(self.reject_third)
        self.list.setFocus()

    # What is shown ----------------------------------------------------------------------------

    def current(self) -> "Triangle | None":
        """Return the triangle that is looked at."""
        row = self.list.currentIndex().row()
        return self.model.triangles[row] if 0 <= row < len(self.model.triangles) else None

    def _fill(self, _table: object = None) -> None:
        """Show the triangles that there are now; the next one takes the place of one that is settled."""
        table = self._following.table
        found = () if table is None else table.triangles
        current, row = self.current(), max(self.list.currentIndex().row(), 0)
        self.model.show(found)
        same = [
            place for place, each in enumerate(found) if current is not None and _pair(each) == _pair(current)
        ]
        place = same[0] if same else min(row, len(found) - 1)
        if found:
            self.list.setCurrentIndex(self.model.index(place))
        conflicts = sum(each.is_conflict for each in found)
        parts = [
            self.tr("%n contradiction(s) to settle", None, conflicts) if conflicts else "",
            self.tr("%n suggestion(s)", None, len(found) - conflicts) if len(found) > conflicts else "",
        ]
        self.summary.setText(
            " · ".join(part for part in parts if part)
            or self.tr("Your decisions contradict each other nowhere.")
        )
        proposed = len(self.proposed())
        self.confirm_all.setVisible(proposed > 1)
        self.confirm_all.setEnabled(self._session.can_change)
        self.confirm_all.setText(self.tr("Confirm all %n that are proposed", None, proposed))
        self._page.setVisible(bool(found))
        self._show()

    def _show(self) -> None:
        case, found = self._session.case, self.current()
        if case is None or found is None:
            return
        ends = (found.left, found.middle, found.right)
        for corner, end in zip(self.corners, ends, strict=True):
            corner.show_statement(case, end, [each for each in ends if each != end], self._theme)
        a, b, c = (messages.statement_name(case, end) for end in ends)
        text = (
            self.tr("You confirmed {a} = {b} and {b} = {c} but not {a} = {c}: one of the three is wrong.")
            if found.is_conflict
            else self.tr("You confirmed {a} = {b} and {b} = {c}: does {a} match {c} as well?")
        )  # fmt: skip
        self._sentence.setText(text.format(a=a, b=b, c=c))
        may = self._session.can_change
        confirmed = self.tr("{one} = {other}: confirmed")
        self.edges[0].show_edge(confirmed.format(one=a, other=b), self.tr("Reject"), possible=may)
        self.edges[1].show_edge(confirmed.format(one=b, other=c), self.tr("Reject"), possible=may)
        reject = self.tr("Reject") if found.match is not None and not found.is_conflict else ""
        self.edges[2].show_edge(
            self._third(case, found).format(one=a, other=c), self.tr("Confirm"), reject, possible=may
        )

    def _third(self, case: "Case", found: "Triangle") -> str:
        """Return what stands for the match that the other two imply."""
        if found.match is None:
            return (
                self.tr("{one} – {other}: searched, nothing there")
                if found.is_conflict
                else self.tr("{one} – {other}: not proposed")
            )
        match case.standing(found.match).verdict:
            case Verdict.REJECTED:
                return self.tr("{one} ≠ {other}: rejected")
            case Verdict.UNSURE:
                return self.tr("{one} – {other}: unsure")
            case _:
                return self.tr("{one} – {other}: proposed")

    # Settling ---------------------------------------------------------------------------------

    def reject_first(self) -> None:
        """Take it that the first two statements do not say the same."""
        found = self.current()
        if found is not None:
            self._decide(found.first, Verdict.REJECTED)

    def reject_second(self) -> None:
        """Take it that the last two statements do not say the same."""
        found = self.current()
        if found is not None:
            self._decide(found.second, Verdict.REJECTED)

    def confirm_third(self) -> None:
        """Take it that all three say the same."""
        found = self.current()
        if found is None:
            return
        if found.match is not None:
            self._decide(found.match, Verdict.CONFIRMED)
        else:
            scores = self._session.proposing.scores_of((found.left,), (found.right,))
            self._perform((), lambda case: case.link([found.left], [found.right], scores))

    def proposed(self) -> tuple[MatchId, ...]:
        """Return the matches that are suggested, proposed as well, and decided by nobody."""
        case = self._session.case
        if case is None:
            return ()
        suggested = (each.match for each in self.model.triangles if not each.is_conflict)
        return tuple([each for each in suggested if each is not None and case.standing(each).verdict is None])

    def confirm_proposed(self) -> None:
        """Confirm in one act all that is suggested and proposed as well."""
        self._session.decide_all(self.proposed(), Verdict.CONFIRMED)

    def reject_third(self) -> None:
        """Take it that the outer two do not say the same; that stays to be settled then."""
        found = self.current()
        if found is not None and found.match is not None and not found.is_conflict:
            self._decide(found.match, Verdict.REJECTED)

    def _decide(self, match: MatchId, verdict: Verdict) -> None:
        self._perform((match,), lambda case: case.decide([match], verdict), verdict)

    def _perform(
        self, matches: tuple[MatchId, ...], write: "Callable[[Case], Change]", verdict: Verdict | None = None
    ) -> None:
        self._session.perform_act(
            PendingAct(write, matches, lambda before: replace(before, verdict=verdict, relation=None))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle by one key; Ctrl+Z takes it back."""
        key, control = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        elif key in FIRST:
            self.reject_first()
        elif key in SECOND:
            self.reject_second()
        elif key == Qt.Key.Key_A:
            self.confirm_third()
        elif key == Qt.Key.Key_R:
            self.reject_third()
        else:
            super().keyPressEvent(event)


def _pair(found: "Triangle") -> tuple[StatementId, StatementId]:
    return found.left, found.right
