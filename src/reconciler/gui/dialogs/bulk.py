"""What a bulk act would decide, to be looked at first: how many matches and which, each to be left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
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
    QComboBox,
    QDialog,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import evidence_words, messages
from reconciler.gui.bulk import Offer
from reconciler.gui.dialogs.parts import (
    beside_heading,
    padded,
    spread,
    stack_up,
    take_size,
    text_label,
    yes_or_cancel,
)
from reconciler.gui.dialogs.row_painting import paint_ground, write
from reconciler.gui.review.queue_delegate import paint_kinds
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, SignalKind, Verdict

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y, GAP, LEADING = 14, 7, 10, 3


@dataclass(frozen=True, slots=True)
class BulkRow:
    """All that is shown of a match; `likely` is empty while confidence is hidden."""

    name: str
    likely: str
    left: str
    right: str
    kinds: tuple[SignalKind, ...] = ()

    def in_words(self, *, included: bool) -> str:
        """Return the row as a sentence, for a screen reader."""
        text = (
            QCoreApplication.translate("BulkRow", "included")
            if included
            else QCoreApplication.translate("BulkRow", "left out")
        )
        name = self.name.replace("↔", QCoreApplication.translate("BulkRow", "and"))
        parts = ", ".join(part for part in (name, text, self.likely, self._differs()) if part)
        return f"{parts}. {self.left} / {self.right}"

    def _differs(self) -> str:
        if not self.kinds:
            return ""
        text = QCoreApplication.translate("QueueModel", "differs in {kinds}")
        return text.format(kinds=evidence_words.kind_words(self.kinds))


class BulkModel(QAbstractListModel):
    """The matches of one choice, each included until it is left out; rows are made when looked at."""

    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matches: tuple[MatchId, ...] = ()
        self._left_out: set[MatchId] = set()
        self._rows: dict[MatchId, BulkRow] = {}
        session.differing.learned.connect(self._learn_kinds)

    @property
    def included(self) -> tuple[MatchId, ...]:
        """The matches that would be decided."""
        return tuple([one for one in self._matches if one not in self._left_out])

    def show_matches(self, matches: Sequence[MatchId]) -> None:
        """Show another choice; what was left out stays so."""
        self.beginResetModel()
        self._matches = tuple(matches)
        self.endResetModel()
        self.counted.emit()

    def toggle(self, index: QModelIndex) -> None:
        """Leave a match out, or take it in again."""
        if index.isValid():
            self._left_out ^= {self._matches[index.row()]}
            self.dataChanged.emit(index, index)
            self.counted.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many matches there are."""
        return 0 if parent is not None and parent.isValid() else len(self._matches)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a `BulkRow`, its words, or whether it is included."""
        if not index.isValid() or index.row() >= len(self._matches):
            return None
        match = self._matches[index.row()]
        case = self._session.case
        if case is None or (match not in self._rows and match not in case.matches):
            return None  # an alignment that came in meanwhile took it away: nothing is left to show of it
        included = match not in self._left_out
        if role == ROW_ROLE:
            return self._row(match)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if included else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._row(match).in_words(included=included)
        return None

    def _learn_kinds(self, learned: frozenset[MatchId]) -> None:
        """Make those rows anew that were looked at before it was known in what their match differs."""
        known = learned.intersection(self._rows)
        for match in known:
            del self._rows[match]
        if known and self._matches:
            self.dataChanged.emit(self.index(0), self.index(len(self._matches) - 1))

    def _row(self, match_id: MatchId) -> BulkRow:
        made = self._rows.get(match_id)
        if made is None:
            case = self._session.case
            assert case is not None  # noqa: S101
            match = case.matches[match_id]
            left, right = (" ".join(case.statement(end).text.split()) for end in (match.left, match.right))
            likely = messages.likelihood(match.confidence) if case.score_visible else ""
            name, kinds = messages.match_name(case, match), self._session.differing.strongest(match_id)
            made = self._rows[match_id] = BulkRow(name, likely, left, right, kinds)
        return made


class BulkDelegate(QStyledItemDelegate):
    """Paints a box with a tick, which match it is, in what it differs, and both statements on a line each."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height that all rows have."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(240, 3 * metrics.height() + 2 * LEADING + 2 * PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one match."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, BulkRow):
            return
        included = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        paint_ground(painter, option, self._theme)
        metrics: QFontMetrics = option.fontMetrics
        side = metrics.ascent()
        inner = area.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        first = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        box = QRectF(inner.left() + 0.5, first.center().y() + 0.5 - side / 2, side, side)
        self._paint_box(painter, box, included=included)
        line = first.adjusted(side + GAP, 0, 0, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        ink = self._theme.text if included else self._theme.quiet
        likely = row.likely if included else QCoreApplication.translate("BulkRow", "left out")
        write(painter, line, row.name, bold, ink)
        width = metrics.horizontalAdvance(likely) + 2
        right = QRect(line.right() + 1 - width, line.top(), width, line.height())
        write(painter, right, likely, option.font, self._theme.quiet)
        named = QFontMetrics(bold).horizontalAdvance(row.name) + 2 * GAP
        painter.setFont(option.font)
        differs = self._theme.differs if included else self._theme.quiet
        paint_kinds(painter, line.adjusted(named, 0, -width - 2 * GAP, 0), row.kinds, differs)
        for number, words in enumerate((row.left, row.right), 1):
            place = line.translated(0, number * (metrics.height() + LEADING))
            write(painter, place, words, option.font, ink)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, *, included: bool) -> None:
        painter.setPen(QPen(self._theme.accent if included else self._theme.quiet, 1.2))
        painter.setBrush(self._theme.accent if included else self._theme.page)
        painter.drawRoundedRect(box, 3, 3)
        if included:
            painter.setPen(QPen(self._theme.on_accent, 1.8))
            x, y, unit = box.left(), box.top(), box.width() / 16
            for x1, y1, x2, y2 in ((3.5, 8.5, 6.8, 11.8), (6.8, 11.8, 12.6, 4.6)):
                start = QPointF(x + x1 * unit, y + y1 * unit)
                painter.drawLine(start, QPointF(x + x2 * unit, y + y2 * unit))


class BulkList(QListView):
    """A list in which Space or a click leaves a match out; Return belongs to the dialog."""

    toggled = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.toggled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle on Space; all other keys as in any list."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class BulkDialog(QDialog):
    """Shows which matches would get a verdict; `chosen` carries those that the analyst agreed to."""

    chosen = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, offer: Offer, filters: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setObjectName("bulk")
        self.setWindowTitle(offer.title)
        self._model = BulkModel(session, self)
        self._model.counted.connect(self._count)
        self._heading = text_label("", self, role="heading")
        self._options = self._make_options()
        self._list = self._make_list(theme)
        self._yes = QPushButton(self)
        self._build(self.tr("In this list: {filters}.").format(filters=filters))
        self._show_option()
        take_size(self, 640, 520)

    def included(self) -> tuple[MatchId, ...]:
        """Return the matches that would be decided."""
        return self._model.included

    def _show_option(self) -> None:
        self._model.show_matches(self._offer.options[self._options.currentIndex()].matches)
        self._list.setCurrentIndex(self._model.index(0))

    def _count(self) -> None:
        count, total = len(self._model.included), self._model.rowCount()
        if self._offer.verdict is Verdict.CONFIRMED:
            self._heading.setText(self.tr("%n proposal(s) will be confirmed", None, count))
            self._yes.setText(self.tr("Confirm %n match(es)", None, count))
        else:
            self._heading.setText(self.tr("%n proposal(s) will be rejected", None, count))
            self._yes.setText(self.tr("Reject %n match(es)", None, count))
        self._yes.setEnabled(count > 0)
        self._list.setAccessibleDescription(
            self.tr("{count} of {total} included").format(count=count, total=total)
        )

    def _decide(self) -> None:
        if self._model.included:
            self.chosen.emit(self._model.included)
            self.accept()

    # Building ---------------------------------------------------------------------------------

    def _make_options(self) -> QComboBox:
        box = QComboBox(self)
        for option in self._offer.options:
            text = self.tr("{option}: {count}", "a choice of proposals and how many they are")
            box.addItem(text.format(option=option.name, count=self.locale().toString(len(option.matches))))
        box.setCurrentIndex(self._offer.first)
        box.setAccessibleName(self.tr("Which proposals"))
        box.setVisible(len(self._offer.options) > 1)
        box.currentIndexChanged.connect(self._show_option)
        return box

    def _make_list(self, theme: Theme) -> BulkList:
        view = BulkList(self)
        view.setModel(self._model)
        view.setItemDelegate(BulkDelegate(theme, view))
        spread(view, self.tr("Proposals; Space leaves one out"), theme)
        view.toggled.connect(self._model.toggle)
        return view

    def _build(self, where: str) -> None:
        head = padded(QVBoxLayout(), 14, 6)
        if len(self._offer.options) > 1:
            head.addLayout(beside_heading(self._heading, self.tr("&Which:"), self._options))
        else:
            head.addWidget(self._heading)
        head.addWidget(text_label(where, self, role="quiet"))
        stays = self.tr("What is decided stays as it is; one undo takes this back. Space leaves one out.")
        head.addWidget(text_label(stays, self, role="quiet"))
        stack_up(self, head, self._list, yes_or_cancel(self, self._yes, self._decide))
        self._list.setFocus()
