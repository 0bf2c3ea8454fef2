"""The report on a later text as a list: each change with its words marked and what it does to decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconciler.alignment.versions import Fate
from reconciler.case.records import Outcome
from reconciler.gui import messages
from reconciler.gui.dialogs.report_entries import Consequence, ReportEntry, Run, Words, wordings
from reconciler.gui.inspector.statement_text import change_format
from reconciler.gui.marks import AnyMark, Mark, paint_mark
from reconciler.gui.panes.article_text import plain, serif
from reconciler.gui.panes.utf16 import to_units
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import SourceDraft, Statement

if TYPE_CHECKING:
    from reconciler.gui.session import Session

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y, GAP, BAR = 16, 11, 8, 4
TEXT_POINTS = 10.5


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decided match of an entry: its state, its name and what becomes of it."""

    state: MatchState
    name: str
    outcome: Outcome

    @property
    def words(self) -> str:
        """What is said of it."""
        return QCoreApplication.translate("Report", "{match} {state}: {outcome}").format(
            match=self.name, state=messages.state_word(self.state), outcome=outcome_words(self.outcome)
        )


@dataclass(frozen=True, slots=True)
class ReportRow:
    """All that is shown of an entry."""

    fate: Fate
    where: str
    texts: tuple[Words, ...]
    decisions: tuple[DecisionLine, ...]

    @property
    def in_words(self) -> str:
        """Return the row as sentences, for a screen reader."""
        removed = QCoreApplication.translate("Report", "[removed: {words}]")
        added = QCoreApplication.translate("Report", "[added: {words}]")
        forms = {Run.SAME: "{words}", Run.REMOVED: removed, Run.ADDED: added}
        texts = ["".join(forms[run].format(words=words) for words, run in text) for text in self.texts]
        return ". ".join(
            (f"{fate_words(self.fate)}, {self.where}", *texts, *(each.words for each in self.decisions))
        )


def fate_words(fate: Fate) -> str:
    """Return what became of a statement, in words."""
    words = {
        Fate.KEPT: QCoreApplication.translate("Report", "Kept"),
        Fate.MOVED: QCoreApplication.translate("Report", "Moved"),
        Fate.CHANGED: QCoreApplication.translate("Report", "Changed"),
        Fate.SPLIT: QCoreApplication.translate("Report", "Changed: one became several"),
        Fate.MERGED: QCoreApplication.translate("Report", "Changed: several became one"),
        Fate.GONE: QCoreApplication.translate("Report", "Gone"),
        Fate.NEW: QCoreApplication.translate("Report", "New"),
    }
    return words[fate]


def outcome_words(outcome: Outcome) -> str:
    """Return what accepting makes of a decision."""
    match outcome:
        case Outcome.SAME | Outcome.REATTACHED:
            return QCoreApplication.translate("Report", "stands")
        case Outcome.CHANGED:
            return QCoreApplication.translate("Report", "comes back to the queue")
        case Outcome.GONE:
            return QCoreApplication.translate("Report", "is orphaned, to be re-attached")


def fate_ink(fate: Fate, theme: Theme) -> QColor:
    """Return the colour of a fate; its mark and its word say the same."""
    if fate is Fate.NEW:
        return theme.accent
    if fate is Fate.GONE:
        return theme.rejected.ink
    if fate is Fate.MOVED:
        return theme.proposed.ink
    return theme.differs if fate.is_reworded else theme.quiet


def fate_mark(fate: Fate) -> Mark:
    """Return the mark of a fate."""
    if fate.is_reworded:
        return Mark.CHANGED
    return {Fate.NEW: Mark.ADD, Fate.GONE: Mark.GONE, Fate.MOVED: Mark.MOVED}.get(fate, Mark.KEPT)


class ReportModel(QAbstractListModel):
    """Entries in order; a row is made when it is first looked at."""

    def __init__(
        self, session: "Session", old: Sequence[Statement], draft: SourceDraft, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._old, self._draft = old, draft
        self._entries: tuple[ReportEntry, ...] = ()
        self._rows: dict[ReportEntry, ReportRow] = {}

    @property
    def entries(self) -> tuple[ReportEntry, ...]:
        """The entries shown."""
        return self._entries

    def show_entries(self, entries: Sequence[ReportEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a `ReportRow`, or its words."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        if role in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(self._entries[index.row()])
            return row if role == ROW_ROLE else row.in_words
        return None

    def row(self, entry: ReportEntry) -> ReportRow:
        """Return what is shown of an entry."""
        made = self._rows.get(entry)
        if made is None:
            made = self._rows[entry] = ReportRow(
                entry.fate,
                self._where(entry),
                wordings(entry, self._old, self._draft),
                tuple(self._decision(each) for each in entry.consequences),
            )
        return made

    def _where(self, entry: ReportEntry) -> str:
        old = ", ".join(str(self._old[place].ordinal) for place in entry.old)
        new = ", ".join(str(place + 1) for place in entry.new)
        if old and new and old != new:
            return f"{old} → {new}"
        return old or new

    def _decision(self, consequence: Consequence) -> DecisionLine:
        case = self._session.case
        assert case is not None  # noqa: S101
        formers = case.formers(consequence.match) if case.is_flagged(consequence.match) else ()
        standing = formers[0].standing if formers else case.standing(consequence.match)
        name = messages.match_name(case, case.matches[consequence.match])
        return DecisionLine(MatchState.of(standing), name, consequence.outcome)


class ReportDelegate(QStyledItemDelegate):
    """Paints an entry: what became of it, the words, then a line for each decision."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._font = serif(TEXT_POINTS)
        self._heights: dict[tuple[ReportRow, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that a row needs at the view's width."""
        row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if not isinstance(row, ReportRow):
            return QSize(width, 0)
        height = self._heights.get((row, width))
        if height is None:
            metrics: QFontMetrics = option.fontMetrics
            texts = sum(_height(layout) for layout in self._layouts(row, width))
            lines = (1 + len(row.decisions)) * (metrics.height() + 4)
            height = self._heights[row, width] = round(2 * PAD_Y + lines + texts + 4)
        return QSize(width, height)

    def _layouts(self, row: ReportRow, width: int) -> list[QTextLayout]:
        return [self._layout(text, width - 2 * PAD_X - BAR - GAP) for text in row.texts]

    def _layout(self, words: Words, width: int) -> QTextLayout:
        text = plain("".join(piece for piece, _ in words))
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges, at = [], 0
        for piece, run in words:
            if run is not Run.SAME:
                span = QTextLayout.FormatRange()
                start, end = to_units(text, at), to_units(text, at + len(piece))
                span.start, span.length = start, end - start
                span.format = change_format(self._theme, removed=run is Run.REMOVED)
                ranges.append(span)
            at += len(piece)
        layout.setFormats(ranges)
        layout.beginLayout()
        y = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.12
            line = layout.createLine()
        layout.endLayout()
        return layout

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ReportRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        self._paint_ground(painter, option, area)
        ink = fate_ink(row.fate, self._theme)
        bar = QRectF(area.left() + PAD_X - 6, area.top() + PAD_Y, BAR, area.height() - 2 * PAD_Y)
        painter.fillRect(bar, ink)
        x, y = area.left() + PAD_X + BAR + GAP, float(area.top() + PAD_Y)
        self._paint_head(painter, QRectF(x, y, area.width() - x - PAD_X, metrics.height()), row, option)
        y += metrics.height() + 6
        for layout in self._layouts(row, area.width()):
            painter.setPen(self._theme.text)
            layout.draw(painter, QPointF(x, y))
            y += _height(layout)
        for decision in row.decisions:
            line = QRectF(x, y + 2, area.right() - x - PAD_X, metrics.height())
            self._paint_decision(painter, line, decision, option)
            y += metrics.height() + 4
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state: QStyle.StateFlag = option.state
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), self._theme.line)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 1))
            painter.drawRoundedRect(QRectF(area).adjusted(2.5, 1.5, -2.5, -2.5), 4, 4)

    def _paint_head(
        self, painter: QPainter, line: QRectF, row: ReportRow, option: QStyleOptionViewItem
    ) -> None:
        metrics: QFontMetrics = option.fontMetrics
        ink = fate_ink(row.fate, self._theme)
        x = line.left() + self._paint_icon(painter, line, fate_mark(row.fate), ink, metrics)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(ink)
        word = fate_words(row.fate)
        base = line.top() + metrics.ascent()
        painter.drawText(QPointF(x, base), word)
        painter.setFont(option.font)
        painter.setPen(self._theme.quiet)
        painter.drawText(QPointF(x + QFontMetrics(bold).horizontalAdvance(word) + GAP, base), row.where)

    def _paint_decision(
        self, painter: QPainter, line: QRectF, decision: DecisionLine, option: QStyleOptionViewItem
    ) -> None:
        metrics: QFontMetrics = option.fontMetrics
        style = self._theme.state(decision.state)
        x = line.left() + self._paint_icon(painter, line, decision.state, style.ink, metrics)
        base = line.top() + metrics.ascent()
        painter.setFont(option.font)
        painter.setPen(style.ink)
        words = f"{decision.name} {messages.state_word(decision.state)}"
        painter.drawText(QPointF(x, base), words)
        x += metrics.horizontalAdvance(words) + GAP
        painter.setPen(self._theme.quiet)
        painter.drawText(QPointF(x, base), "→")
        x += metrics.horizontalAdvance("→") + GAP
        loud = decision.outcome in (Outcome.CHANGED, Outcome.GONE)
        painter.setPen(self._theme.differs if loud else self._theme.quiet)
        painter.drawText(QPointF(x, base), outcome_words(decision.outcome))

    def _paint_icon(
        self, painter: QPainter, line: QRectF, mark: AnyMark, ink: QColor, metrics: QFontMetrics
    ) -> float:
        side = round(metrics.ascent() * 1.05)
        paint_mark(painter, QRectF(line.left(), line.center().y() - side / 2, side, side), mark, ink)
        return side + GAP - 2


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return 0.0 if last is None else last.y() + last.height() * 1.12 + 4
