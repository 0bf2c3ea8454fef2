"""What a claim is made of, as a list: what the sources say in full, what differs, whom it leads back to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reconciler.gui import evidence_words, messages
from reconciler.gui.claims.claims_model import AnyIndex
from reconciler.gui.claims.looks import look, paint_state, state_word
from reconciler.gui.claims.rows import one_line
from reconciler.gui.inspector.wrapped_text import WrappedText
from reconciler.gui.marks import paint_mark
from reconciler.gui.panes.article_text import serif
from reconciler.gui.panes.pane_header import ui_font
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, SignalKind, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.claim_table import ClaimTable
    from reconciler.export.values import CellState, ClaimRecord

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y, GAP = 12.0, 5.0, 7.0
LONGEST = 1200
"""Characters of a statement; the panes have all of it."""
MOST = 150
"""Findings and statements listed: a claim that chains whole articles together has thousands."""


class Part(StrEnum):
    """What a row of the list is."""

    HEAD = "head"
    STATEMENT = "statement"
    FINDING = "finding"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Detail:
    """One row: `title` is a name in bold, `quiet` what stands beside it, `text` the words below."""

    part: Part
    title: str
    quiet: str = ""
    text: str = ""
    place: int = -1
    state: "CellState | None" = None
    kind: SignalKind | None = None
    contradicts: bool = False
    statement: StatementId | None = None
    match: MatchId | None = None

    @property
    def in_words(self) -> str:
        """Return the row for a screen reader."""
        state = state_word(self.state) if self.state is not None else ""
        return ", ".join(part for part in (self.title, self.quiet, state, self.text) if part)


class DetailMaker(QObject):
    """Puts a claim into rows; an object, as plurals want one."""

    def details(self, case: "Case", table: "ClaimTable", record: "ClaimRecord") -> tuple[Detail, ...]:
        """Return all that is listed of a claim."""
        rows = [Detail(Part.HEAD, self.tr("What the sources say"))]
        for place, cell in enumerate(record.cells):
            for number in cell.statements:
                is_label = number == record.label
                rows.append(
                    Detail(
                        Part.STATEMENT,
                        messages.statement_name(case, number),
                        self.tr("the claim's wording") if is_label else "",
                        one_line(table.statements[number].text[:LONGEST]),
                        place,
                        cell.state,
                        statement=number,
                    )
                )
        rows = rows[: MOST + 1]
        if record.findings:
            rows.append(Detail(Part.HEAD, self.tr("%n finding(s)", None, len(record.findings))))
            # A match may be gone that a table of a moment ago still tells of: the next one follows.
            rows += [
                self._finding(case, record, place)
                for place, found in enumerate(record.findings[:MOST])
                if found.match in case.matches
            ]
        rows.append(Detail(Part.HEAD, self.tr("%n independent origin(s)", None, len(record.origins))))
        rows += [Detail(Part.ORIGIN, one_line(origin)) for origin in record.origin_words]
        return tuple(rows)

    def _finding(self, case: "Case", record: "ClaimRecord", place: int) -> Detail:
        found = record.findings[place]
        difference = found.difference
        left, right = (messages.statement_name(case, end) for end in case.ends(found.match))
        words = (
            self.tr("{name}: {words}").format(
                name=name, words=one_line(side) if side else evidence_words.absent_word(difference.kind)
            )
            for name, side in ((left, difference.left), (right, difference.right))
        )
        title, cause = evidence_words.difference_title(difference.kind, difference.cause)
        return Detail(
            Part.FINDING,
            title,
            cause,
            " · ".join(words),
            kind=difference.kind,
            contradicts=difference.cause == "contradiction",
            match=found.match,
        )


class DetailsModel(QAbstractListModel):
    """The rows of one claim."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Detail, ...] = ()

    def show(self, rows: tuple[Detail, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that heads can't be chosen."""
        if index.isValid() and self.rows[index.row()].part is Part.HEAD:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a `Detail`, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        return (
            row.in_words
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            else None
        )


class DetailsDelegate(QStyledItemDelegate):
    """Paints rows as high as their words are."""

    def __init__(self, theme: Theme, points: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._texts: dict[tuple[str, int, bool], WrappedText] = {}
        self.set_text_size(points)

    def set_text_size(self, points: float) -> None:
        """Set the words in another size."""
        self._words = serif(points * 0.92)
        self._small = ui_font(max(points * 0.8, 7.5))
        self._bold = QFont(self._small)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._line = QFontMetricsF(self._bold).height()
        self._texts.clear()

    def _set(self, row: Detail, width: float) -> WrappedText:
        is_serif = row.part is Part.STATEMENT
        key = row.text or row.title, round(width), is_serif
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > 1000:
                self._texts.clear()
            font = self._words if is_serif else self._small
            found = self._texts[key] = WrappedText(key[0], font, width - 2 * PAD_X)
        return found

    def _width(self) -> float:
        view = self.parent()
        return float(view.viewport().width()) if isinstance(view, QListView) else 300.0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row's words at the width of the list."""
        del option
        row, width = index.data(ROW_ROLE), self._width()
        assert isinstance(row, Detail)  # noqa: S101
        if row.part is Part.HEAD:
            return QSize(100, round(self._line + 16))
        words = self._set(row, width).height
        first = 0.0 if row.part is Part.ORIGIN else self._line + 2
        return QSize(100, round(first + words + 2 * PAD_Y + 0.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Detail):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(area).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        if row.part is Part.HEAD:
            painter.setFont(self._bold)
            painter.setPen(self.theme.quiet)
            painter.drawText(QPointF(inner.left(), area.bottom() - 6), row.title)
            painter.restore()
            return
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.accent, 1))
            painter.setBrush(self.theme.accent_fill)
            painter.drawRoundedRect(QRectF(area).adjusted(4.5, 0.5, -4.5, -0.5), 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver and row.part is not Part.ORIGIN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.raised)
            painter.drawRoundedRect(QRectF(area).adjusted(4, 0, -4, 0), 4, 4)
        y = inner.top()
        if row.part is not Part.ORIGIN:
            self._paint_first(painter, inner, row)
            y += self._line + 2
        painter.setPen(self.theme.text)
        self._set(row, self._width()).paint(painter, QPointF(inner.left(), y))
        painter.restore()

    def _paint_first(self, painter: QPainter, inner: QRectF, row: Detail) -> None:
        metrics = QFontMetricsF(self._bold)
        side, x = round(metrics.ascent() * 1.1), inner.left()
        box = QRectF(x, inner.top() + (self._line - side) / 2, side, side)
        ink = self.theme.text
        if row.state is not None:
            paint_state(painter, box, row.state, look(self.theme, row.state).ink)
            ink = self.theme.source(row.place)
        elif row.kind is not None:
            ink = self.theme.alarm if row.contradicts else self.theme.differs
            paint_mark(painter, box, row.kind, ink)
        x += side + GAP
        base = inner.top() + metrics.ascent()
        painter.setFont(self._bold)
        painter.setPen(ink)
        painter.drawText(QPointF(x, base), row.title)
        x += metrics.horizontalAdvance(row.title) + GAP
        words = ", ".join(
            part for part in (state_word(row.state) if row.state is not None else "", row.quiet) if part
        )
        painter.setFont(self._small)
        painter.setPen(self.theme.quiet)
        room = QFontMetricsF(self._small)
        painter.drawText(
            QPointF(x, base), room.elidedText(words, Qt.TextElideMode.ElideRight, inner.right() - x)
        )


class DetailsList(QListView):
    """The list: Enter or a click goes to what a row speaks of; letters stay keys of the window."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, points: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DetailsModel(self)
        self._delegate = DetailsDelegate(theme, points, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the claim is made of"))
        self.clicked.connect(self._choose)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        colors = self.palette()
        colors.setColor(colors.ColorRole.Base, theme.page)
        self.setPalette(colors)
        # Under the window's style sheet what is scrolled has a palette of its own.
        self.viewport().setPalette(colors)
        self.viewport().update()

    def set_text_size(self, points: float) -> None:
        """Set the words in another size."""
        self._delegate.set_text_size(points)
        self.scheduleDelayedItemsLayout()

    def current_statement(self) -> StatementId | None:
        """Return the statement of the row that has the keys, or None."""
        row = self.currentIndex().row()
        return self.rows.rows[row].statement if self.hasFocus() and 0 <= row < len(self.rows.rows) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew in another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and page keys, go on with Enter; leave all other keys to the window."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif plain and key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters are keys of the window."""

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.rows[index.row()].part in (Part.STATEMENT, Part.FINDING):
            self.chosen.emit(self.rows.rows[index.row()])
