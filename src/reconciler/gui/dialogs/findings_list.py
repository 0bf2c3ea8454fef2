"""The findings of a case as a list: what contradicts or differs, in which match, and both sides' words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reconciler.case.findings import Contradiction, Finding
from reconciler.gui import evidence_words, messages
from reconciler.gui.dialogs.row_painting import paint_ground, write
from reconciler.gui.inspector.compared import SideWords, compared
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import SignalKind, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case

Shown: TypeAlias = Finding | Contradiction
ROW_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y, GAP, LEADING = 14, 8, 8, 3


@dataclass(frozen=True, slots=True)
class FindingRow:
    """All that is shown of a finding; it is of no kind where the analyst says that the two contradict."""

    kind: SignalKind | None
    title: str
    cause: str
    contradicts: bool
    name: str
    state: MatchState
    likely: str
    sides: tuple[SideWords, SideWords]
    statements: tuple[str, str]

    @property
    def in_words(self) -> str:
        """Return the row as a sentence, for a screen reader."""
        name = self.name.replace("↔", QCoreApplication.translate("FindingRow", "and"))
        parts = [self.title, self.cause, name, messages.state_word(self.state), self.likely]
        words = [
            f"{side.letter}: {self.words(side)}: {statement}"
            for side, statement in zip(self.sides, self.statements, strict=True)
        ]
        return ". ".join([", ".join(part for part in parts if part), *words])

    def words(self, side: SideWords) -> str:
        """Return what a side has, or what stands in its place."""
        if side.words is None and self.kind is not None:
            return evidence_words.absent_word(self.kind)
        return side.words or ""


def finding_row(session: Session, found: Shown) -> FindingRow:
    """Return what is shown of a finding."""
    case, match = session.case, found.match
    assert case is not None  # noqa: S101
    statements = (_on_one_line(case, match.left), _on_one_line(case, match.right))
    if isinstance(found, Contradiction):
        kind, is_alarming = None, True
        title = QCoreApplication.translate("FindingRow", "Contradicts")
        cause = QCoreApplication.translate("FindingRow", "says the analyst")
        sides = (_whole(case, match.left), _whole(case, match.right))
    else:
        kind, is_alarming = found.difference.kind, found.difference.cause == "contradiction"
        title, cause = evidence_words.difference_title(kind, found.difference.cause)
        shown = next(each for each in compared(case, match) if each.difference == found.difference)
        sides = (shown.left, shown.right)
    return FindingRow(
        kind,
        title,
        cause,
        is_alarming,
        messages.match_name(case, match),
        session.state(match.id),
        messages.confidence_percent(match.confidence) if case.score_visible else "",
        sides,
        statements,
    )


def _on_one_line(case: "Case", statement: StatementId) -> str:
    return " ".join(case.statement(statement).text.split())


def _whole(case: "Case", statement: StatementId) -> SideWords:
    """Return a side that is the whole of its statement."""
    source = case.source(case.statement(statement).source)
    place = [each.id for each in case.sources].index(source.id)
    return SideWords(source.letter, place, _on_one_line(case, statement), ())


class FindingsModel(QAbstractListModel):
    """Findings in order; a row is made when it is first looked at."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._findings: tuple[Shown, ...] = ()
        self._rows: dict[Shown, FindingRow] = {}

    @property
    def findings(self) -> tuple[Shown, ...]:
        """The findings shown."""
        return self._findings

    def show_findings(self, findings: Sequence[Shown]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many findings there are."""
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a `FindingRow`, or its words."""
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        if role in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            finding = self._findings[index.row()]
            row = self._rows.get(finding)
            if row is None:
                row = self._rows[finding] = finding_row(self._session, finding)
            return row if role == ROW_ROLE else row.in_words
        return None


class FindingsDelegate(QStyledItemDelegate):
    """Paints a finding on three lines: what and where, then each side's words."""

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
        """Paint one finding."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, FindingRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        paint_ground(painter, option, self._theme)
        metrics: QFontMetrics = option.fontMetrics
        inner = area.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        self._paint_head(painter, line, row, option)
        for number in range(2):
            place = line.translated(0, (number + 1) * (metrics.height() + LEADING))
            self._paint_side(painter, place, row, number, option)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, line: QRect, row: FindingRow, option: QStyleOptionViewItem
    ) -> None:
        font: QFont = option.font
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics: QFontMetrics = option.fontMetrics
        side = round(metrics.ascent() * 1.05)
        ink = self._theme.alarm if row.contradicts else self._theme.differs
        box = QRectF(line.left(), line.center().y() + 1 - side / 2, side, side)
        paint_mark(painter, box, row.kind or Mark.CONTRADICTS, ink)
        right = self._paint_match(painter, line, row, option)
        x = line.left() + side + GAP
        x += write(painter, QRect(x, line.top(), right - x, line.height()), row.title, bold, ink) + GAP
        write(painter, QRect(x, line.top(), right - x, line.height()), row.cause, font, self._theme.text)

    def _paint_match(
        self, painter: QPainter, line: QRect, row: FindingRow, option: QStyleOptionViewItem
    ) -> int:
        """Paint at the right which match it is; returns where that begins."""
        metrics: QFontMetrics = option.fontMetrics
        ink = self._theme.state(row.state).ink
        side = round(metrics.ascent() * 1.05)
        widest = messages.confidence_percent(1.0) if row.likely else ""
        x = line.right() + 1 - metrics.horizontalAdvance(widest)
        painter.setFont(option.font)
        painter.setPen(ink)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.likely)
        x -= side + GAP
        paint_mark(painter, QRectF(x, line.center().y() + 1 - side / 2, side, side), row.state, ink)
        x -= metrics.horizontalAdvance(row.name) + GAP
        painter.setPen(self._theme.quiet)
        painter.drawText(
            QRect(x, line.top(), line.width(), line.height()), int(Qt.AlignmentFlag.AlignVCenter), row.name
        )
        return x - GAP

    def _paint_side(
        self, painter: QPainter, line: QRect, row: FindingRow, number: int, option: QStyleOptionViewItem
    ) -> None:
        """Paint the words of a side, and after them the statement that they stand in."""
        side = row.sides[number]
        font: QFont = option.font
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics: QFontMetrics = option.fontMetrics
        mark = round(metrics.ascent() * 1.05)
        write(painter, line, side.letter, bold, self._theme.source(side.place))
        ink = self._theme.text if side.words is not None else self._theme.differs
        room = line.adjusted(mark + GAP, 0, 0, 0)
        used = write(painter, room, row.words(side), font, ink)
        if side.words != row.statements[number]:
            rest = room.adjusted(used + 2 * GAP, 0, 0, 0)
            write(painter, rest, row.statements[number], font, self._theme.quiet)
