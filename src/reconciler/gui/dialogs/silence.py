"""Before it is kept that nothing corresponds: the best candidates, of which one may be linked instead."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import messages
from reconciler.gui.candidates import Candidate, candidates, is_known
from reconciler.gui.dialogs.parts import beside_heading, padded, spread, stack_up, take_size, text_label
from reconciler.gui.dialogs.row_painting import paint_ground
from reconciler.gui.keymap import key_name, shortcuts_of, with_key
from reconciler.gui.marks import paint_mark
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import SourceId, StatementId

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y, GAP, LEADING = 14, 8, 10, 3
LINES = 2
"""How many lines of a candidate's text are shown; the tip has all of it."""
DIGITS = {
    key: number
    for number, keys in enumerate(
        (
            (Qt.Key.Key_1, Qt.Key.Key_Ampersand),
            (Qt.Key.Key_2, Qt.Key.Key_Eacute),
            (Qt.Key.Key_3, Qt.Key.Key_QuoteDbl),
            (Qt.Key.Key_4, Qt.Key.Key_Apostrophe),
            (Qt.Key.Key_5, Qt.Key.Key_ParenLeft),
        )
    )
    for key in keys
}
"""The digits, and the unshifted row of a French keyboard."""
NOTHING = (Qt.Key.Key_0, Qt.Key.Key_Agrave)


class CandidateModel(QAbstractListModel):
    """The candidates, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Candidate, ...] = ()

    def show_candidates(self, shown: Sequence[Candidate]) -> None:
        """Show others."""
        self.beginResetModel()
        self.shown = tuple(shown)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a `Candidate`, or its words."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        candidate = self.shown[index.row()]
        if role == ROW_ROLE:
            return candidate
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return candidate.in_words
        return None


class CandidateDelegate(QStyledItemDelegate):
    """Paints its key, what it is, how likely and why, and two lines of its text; `rows` have a key."""

    def __init__(self, theme: Theme, rows: Collection[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height that all rows have."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(240, (1 + LINES) * metrics.lineSpacing() + LEADING + 2 * PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one candidate."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Candidate):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        paint_ground(painter, option, self._theme)
        metrics: QFontMetrics = option.fontMetrics
        inner = area.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        first = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing())
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(option.font)
        painter.setPen(self._theme.quiet)
        if index.row() in self._rows:
            painter.drawText(first, _LEFT, str(index.row() + 1))
        beside = metrics.horizontalAdvance("0") + GAP
        line = first.adjusted(beside, 0, 0, 0)
        right = "   ".join(part for part in (row.reasons, row.likely) if part)
        painter.drawText(line, _RIGHT, right)
        painter.setFont(bold)
        painter.setPen(self._theme.text)
        painter.drawText(line, _LEFT, row.name)
        if row.state is not None:
            self._paint_state(
                painter, line, row.state, QFontMetrics(bold).horizontalAdvance(row.name), option
            )
        painter.setFont(option.font)
        painter.setPen(self._theme.text)
        below = QRect(
            line.left(), line.bottom() + 1 + LEADING, line.width(), LINES * metrics.lineSpacing() + 1
        )
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), row.text)
        painter.restore()

    def _paint_state(
        self, painter: QPainter, line: QRect, state: MatchState, name: int, option: QStyleOptionViewItem
    ) -> None:
        metrics: QFontMetrics = option.fontMetrics
        side, ink = metrics.ascent(), self._theme.state(state).ink
        x = line.left() + name + GAP
        paint_mark(painter, QRectF(x, line.center().y() + 1 - side / 2, side, side), state, ink)
        painter.setFont(option.font)
        painter.setPen(ink)
        painter.drawText(line.adjusted(name + GAP + side + 4, 0, 0, 0), _LEFT, messages.state_word(state))


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CandidateList(QListView):
    """A list in which arrows move; digits, letters and Return belong to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; going down begins at the first row."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        elif not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without choosing the first row: nothing is linked that nobody chose."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)
            self.viewport().update()


class SilenceDialog(QDialog):
    """Asks whether nothing in a source corresponds to a statement, with the best candidates before it.

    `confirmed` carries the source and whether it counts as searched, `linked` a candidate that
    corresponds after all. `source_wanted` asks for the scores of another source; `renew` shows them.
    """

    confirmed = Signal(object, bool)
    linked = Signal(object)
    source_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        statement: StatementId,
        source: SourceId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._statement = statement
        # The keys of the window say the same here; a digit that is one of them links nothing.
        self._own = {name: shortcuts_of(self, name) for name in ("silence", "link")}
        taken = [key for keys in self._own.values() for key in keys]
        self._digits = {key: row for key, row in DIGITS.items() if QKeySequence(key) not in taken}
        self.setObjectName("silence")
        self.setWindowTitle(self.tr("Nothing corresponds"))
        self._heading = text_label("", self, role="heading")
        self._sources = self._make_sources(source)
        self._model = CandidateModel(self)
        self._list = self._make_list(theme)
        self._empty = text_label("", self, role="quiet")
        self._stack = QStackedWidget(self)
        self._told = text_label("", self, role="quiet")
        self._link = QPushButton(with_key(self.tr("&Link"), key_name(self, "link")), self)
        self._yes = QPushButton(self)
        self._build(theme)
        self.renew()
        take_size(self, 620, 510)

    @property
    def source(self) -> SourceId:
        """The source that is searched."""
        return SourceId(self._sources.currentData())

    def shown(self) -> tuple[Candidate, ...]:
        """Return the candidates shown, in order."""
        return self._model.shown

    def renew(self) -> None:
        """Show what is known of the source now."""
        case = self._session.case
        if case is None:
            return
        letter = case.source(self.source).letter
        name = messages.statement_name(case, self._statement)
        silent = case.is_silent(self._statement, self.source)
        if silent:
            heading = self.tr("Searched: nothing in {letter} corresponds to {statement}")
            yes = self.tr("&Search again")
        else:
            heading = self.tr("Does nothing in {letter} correspond to {statement}?")
            yes = self.tr("&Nothing in {letter} corresponds")
        self._heading.setText(heading.format(letter=letter, statement=name))
        self._yes.setText(with_key(yes.format(letter=letter), key_name(self, "silence")))
        self._model.show_candidates(candidates(self._session, self._statement, self.source))
        known = is_known(self._session, self._statement, self.source)
        searching, none = self.tr("Searching…"), self.tr("No statement of {letter} has anything in common.")
        self._empty.setText(none.format(letter=letter) if known else searching)
        self._stack.setCurrentIndex(0 if self._model.shown else 1)
        self._tell(is_known=known)
        self._choose()

    def _tell(self, *, is_known: bool) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        confirmed = [each.name for each in self._model.shown if each.state is MatchState.CONFIRMED]
        matches = (case.matches[one] for one in case.matches_of(self._statement))
        ends = ((one.id, one.right if one.left == self._statement else one.left) for one in matches)
        taken = [
            messages.statement_name(case, end)
            for number, end in ends
            if case.statement(end).source == self.source
            and self._session.state(number) is MatchState.CONFIRMED
        ]
        self._yes.setEnabled(not taken)
        if taken or confirmed:
            text = self.tr("{statements} is confirmed: reject that first.")
            self._told.setText(text.format(statements=messages.listed(taken or confirmed)))
        elif not is_known and self._model.shown:
            self._told.setText(self.tr("These are proposed; searching for others…"))
        else:
            self._told.setText(self.tr("A digit links that statement. What is proposed here is rejected."))

    def _choose(self) -> None:
        """Let Return do what the eye is at: link the chosen candidate, else keep that there is none."""
        chosen = self._list.currentIndex().isValid()
        self._link.setEnabled(chosen and self._session.can_change)
        self._link.setDefault(chosen)
        self._yes.setDefault(not chosen)

    def _link_chosen(self, row: int) -> None:
        if 0 <= row < len(self._model.shown):
            self.accept()
            self.linked.emit(self._model.shown[row].statement)

    def _say(self) -> None:
        case = self._session.case
        if case is not None and self._yes.isEnabled():
            self.accept()
            self.confirmed.emit(self.source, not case.is_silent(self._statement, self.source))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits and the keys of the window; Return and Escape as in any dialog."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(plain.value | event.key())
        if pressed in self._own["link"]:
            self._link_chosen(self._list.currentIndex().row())
        elif pressed in self._own["silence"]:
            self._say()
        elif plain & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() in self._digits:
            self._link_chosen(self._digits[Qt.Key(event.key())])
        elif event.key() in NOTHING:
            self._say()
        else:
            super().keyPressEvent(event)

    # Building ---------------------------------------------------------------------------------

    def _make_sources(self, source: SourceId) -> QComboBox:
        case = self._session.case
        assert case is not None  # noqa: S101
        own = case.statement(self._statement).source
        box = QComboBox(self)
        for each in case.sources:
            if each.id != own:
                box.addItem(f"{each.letter} · {messages.source_name(each)}", int(each.id))
        box.setCurrentIndex(max(box.findData(int(source)), 0))
        box.setAccessibleName(self.tr("Source that is searched"))
        box.currentIndexChanged.connect(self._change_source)
        return box

    def _change_source(self) -> None:
        self.renew()
        self.source_wanted.emit(self.source)

    def _make_list(self, theme: Theme) -> CandidateList:
        view = CandidateList(self)
        view.setModel(self._model)
        view.setItemDelegate(CandidateDelegate(theme, frozenset(self._digits.values()), view))
        spread(view, self.tr("What corresponds best"), theme)
        view.selectionModel().currentChanged.connect(self._choose)
        view.doubleClicked.connect(lambda index: self._link_chosen(index.row()))
        self._model.modelReset.connect(self._choose)
        return view

    def _build(self, theme: Theme) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        head = padded(QVBoxLayout(), 14)
        if self._sources.count() > 1:
            head.addLayout(beside_heading(self._heading, self.tr("S&ource:"), self._sources))
        else:
            self._sources.hide()
            head.addWidget(self._heading)
        head.addWidget(text_label(" ".join(case.statement(self._statement).text.split()), self))
        head.addWidget(text_label(self.tr("What corresponds best:"), self, role="quiet"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setStyleSheet(f"background: {theme.page.name()};")
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._link.clicked.connect(lambda: self._link_chosen(self._list.currentIndex().row()))
        self._yes.clicked.connect(self._say)
        self._yes.setProperty("role", "primary")
        foot = padded(QHBoxLayout())
        foot.addWidget(self._told, 1)
        for button in (cancel, self._link, self._yes):
            foot.addWidget(button)
        stack_up(self, head, self._stack, foot)
        self._list.setFocus()
