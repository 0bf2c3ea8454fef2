"""The decisions whose statement is gone from its source, and how to put them on other statements."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import messages
from reconciler.gui.inspector.wrapped_text import WrappedText
from reconciler.gui.keymap import key_name, with_key
from reconciler.gui.marks import paint_mark
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import Former, MatchId

ROW_ROLE = Qt.ItemDataRole.UserRole
LINES = 3
PAD_X, PAD_Y, GAP = 12, 9, 6


@dataclass(frozen=True, slots=True)
class OrphanRow:
    """All that is shown of an orphaned decision; `gone` says of each side whether its statement is."""

    match: MatchId
    state: MatchState
    verdict: str
    letters: tuple[str, str]
    texts: tuple[str, str]
    gone: tuple[bool, bool]

    def in_words(self, gone: str) -> str:
        """Return the row as sentences, for a screen reader; `gone` is the word for a statement that is."""
        sides = zip(self.letters, self.texts, self.gone, strict=True)
        texts = (f"{letter}{f' ({gone})' if went else ''}: {text}" for letter, text, went in sides)
        return ". ".join((self.verdict, *texts))


def orphan_row(session: Session, former: Former) -> OrphanRow:
    """Return what is shown of an orphaned decision."""
    case = session.case
    assert case is not None  # noqa: S101
    ends = [case.statement(end) for end in (former.match.left, former.match.right)]
    verdict = messages.state_word(MatchState.of(former.standing)).capitalize()
    if former.standing.relation is not None:
        verdict = f"{verdict} · {messages.relation_word(former.standing.relation)}"
    letters = [case.source(end.source).letter for end in ends]
    texts = [" ".join(end.text.split()) for end in ends]
    gone = [not session.is_present(end.id) for end in ends]
    return OrphanRow(
        former.match.id,
        MatchState.of(former.standing),
        verdict,
        (letters[0], letters[1]),
        (texts[0], texts[1]),
        (gone[0], gone[1]),
    )


class OrphansModel(QAbstractListModel):
    """The orphaned decisions of the case."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[OrphanRow, ...] = ()

    def show_rows(self, rows: tuple[OrphanRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return an `OrphanRow`, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.in_words(self.tr("gone"))
        return None


class OrphansPage(QWidget):
    """`chosen` carries the orphaned match gone to; `left` says that the page is done with."""

    chosen = Signal(object)
    reattach_requested = Signal()
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._heading = _label(self, "heading")
        self._hint = _label(self, "quiet")
        self._model = OrphansModel(self)
        self._delegate = OrphanDelegate(theme, self)
        self._list = OrphansList(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Orphaned decisions"))
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.left.connect(self.left)
        self._button = QPushButton(self)
        self._button.setObjectName("button_reattach")
        self._button.setProperty("role", "primary")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.reattach_requested)
        self._build()

    def renew(self) -> None:
        """Show what is orphaned now, and what can be done with the present selection."""
        case = self._session.case
        orphans = () if case is None else case.orphans()
        rows = tuple(orphan_row(self._session, each) for each in orphans)
        if rows != self._model.rows:
            before = self.current()
            self._model.show_rows(rows)
            places = [place for place, row in enumerate(rows) if row.match == before]
            if rows:
                self._list.setCurrentIndex(self._model.index(places[0] if places else 0))
        self._button.setText(with_key(self.tr("Re-attach"), key_name(self, "reattach")))
        self._heading.setText(self.tr("%n orphaned decision(s)", "", len(rows)))
        ends = self._session.link_ends()
        ready = ends is not None and len(ends[0]) == len(ends[1]) == 1
        self._button.setEnabled(ready and bool(rows) and self._session.can_change)
        self._hint.setText(
            self.tr("The decision goes on the two selected statements.")
            if ready
            else self.tr(
                "Its statement is gone from the source. Select the one that says it now, "
                "and the one in the other article that it is matched with."
            )
        )

    def current(self) -> MatchId | None:
        """Return the orphaned match that is chosen."""
        place = self._list.currentIndex().row()
        return self._model.rows[place].match if 0 <= place < len(self._model.rows) else None

    def begin(self) -> None:
        """Go to the list, at what is chosen or the first one."""
        self.renew()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.current() is not None:
            self.chosen.emit(self.current())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.chosen.emit(self._model.rows[index.row()].match)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def _build(self) -> None:
        close = QPushButton(self.tr("Back"), self)
        close.setProperty("role", "quiet")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setAccessibleName(self.tr("Back to the current match"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(6)
        top.addLayout(head)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self._hint)
        foot.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)


class OrphansList(QListView):
    """Escape leaves; letters are the window's."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; no letter looks for a row."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class OrphanDelegate(QStyledItemDelegate):
    """Paints the former verdict and both wordings, what is gone struck out."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height that all rows have."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(160, (1 + 2 * LINES) * metrics.height() + 2 * GAP + 2 * PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one orphaned decision."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OrphanRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        self._paint_ground(painter, option, area)
        ink = self.theme.state(row.state).ink
        side = round(metrics.ascent() * 1.05)
        x, y = area.left() + PAD_X, area.top() + PAD_Y
        paint_mark(painter, QRectF(x, y + (metrics.height() - side) / 2, side, side), row.state, ink)
        painter.setFont(option.font)
        painter.setPen(ink)
        painter.drawText(QPointF(x + side + GAP, y + metrics.ascent()), row.verdict)
        y += metrics.height() + GAP
        for letter, text, gone in zip(row.letters, row.texts, row.gone, strict=True):
            painter.setFont(option.font)
            painter.setPen(self.theme.quiet)
            painter.drawText(QPointF(x, y + metrics.ascent()), letter)
            font = QFont(option.font)
            font.setStrikeOut(gone)
            left = x + metrics.horizontalAdvance("M") + GAP
            painter.setPen(self.theme.rejected.ink if gone else self.theme.text)
            WrappedText(text, font, area.right() - PAD_X - left, LINES).paint(painter, QPointF(left, y))
            y += LINES * metrics.height() + GAP
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state: QStyle.StateFlag = option.state
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), self.theme.line)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self.theme.accent_fill)
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(self.theme.accent, 1) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(area).adjusted(4.5, 2.5, -4.5, -2.5), 4, 4)


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
