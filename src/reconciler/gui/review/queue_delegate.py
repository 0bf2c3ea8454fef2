"""How one match is painted in the review queue: three lines, all rows of one height."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconciler.gui import evidence_words, messages
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.review.queue_model import ROW_ROLE, QueueRow
from reconciler.gui.theme import MatchState, StateStyle, Theme
from reconciler.model import Relation, SignalKind

MARGIN = 4
PADDING = 7
LEADING = 3
GAP = 4
APART = 12
BAR = 4


MOST_KEPT = 64
"""Pictures of rows that are kept: several screens full."""
OPEN_STATES = (
    QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
)
"""The states of a row that are seen."""


@dataclass(frozen=True, slots=True)
class _Look:
    """All that decides how a row is painted but the theme."""

    row: QueueRow
    state: int
    width: int
    height: int
    ratio: float
    font: str


class QueueDelegate(QStyledItemDelegate):
    """Paints rows with the theme's tokens; state shows as bar style, icon and colour together.

    Pictures of rows are kept: a verdict moves all rows below it up, which takes no painting anew.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: dict[_Look, QPixmap] = {}

    @property
    def theme(self) -> Theme:
        """The colours that rows are painted in."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height that all rows have."""
        del index
        metrics = _metrics(option)
        return QSize(120, 3 * metrics.height() + 2 * LEADING + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one match."""
        area: QRect = option.rect
        picture = self.picture(option, index, painter.device().devicePixelRatio())
        if picture is not None:
            painter.drawPixmap(area.topLeft(), picture)

    def picture(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, ratio: float
    ) -> QPixmap | None:
        """Return how a match looks, with so many dots for each pixel, and keep it; None without one."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, QueueRow):
            return None
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        look = _Look(row, (state & OPEN_STATES).value, area.width(), area.height(), ratio, font.key())
        picture = self._pictures.pop(look, None)
        if picture is None:
            picture = self._drawn(look, option)
        self._pictures[look] = picture
        while len(self._pictures) > MOST_KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _drawn(self, look: _Look, option: QStyleOptionViewItem) -> QPixmap:
        picture = QPixmap(ceil(look.width * look.ratio), ceil(look.height * look.ratio))
        picture.setDevicePixelRatio(look.ratio)
        # On a ground that is not seen through, letters are as sharp as may be.
        picture.fill(self._theme.ground)
        painter = QPainter(picture)
        self._paint_row(painter, QRect(0, 0, look.width, look.height), look.row, option)
        painter.end()
        return picture

    def _paint_row(self, painter: QPainter, area: QRect, row: QueueRow, option: QStyleOptionViewItem) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = area.adjusted(MARGIN, 1, -MARGIN, -1)
        selected = self._paint_ground(painter, option, area)
        style = self.theme.state(row.state)
        bar = QRectF(area.left() + 4, area.top() + 6, BAR, area.height() - 12)
        paint_state_bar(painter, bar, row.state, self.theme.accent if selected else style.ink)
        inner = area.adjusted(4 + BAR + PADDING, PADDING - 1, -PADDING, 1 - PADDING)
        metrics = _metrics(option)
        top = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        self._paint_first_line(painter, top, row, style, option)
        step = metrics.height() + LEADING
        self._paint_second_line(painter, top.translated(0, step), row, option)
        self._paint_kinds(painter, top.translated(0, 2 * step), row, option)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> bool:
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(self.theme.accent_fill)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self.theme.accent, 1))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self.theme.raised)
            painter.drawRoundedRect(area, 4, 4)
        return selected

    def _paint_first_line(
        self, painter: QPainter, line: QRect, row: QueueRow, style: StateStyle, option: QStyleOptionViewItem
    ) -> None:
        font: QFont = option.font
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        share = "" if row.confidence is None else messages.confidence_percent(row.confidence)
        width = _metrics(option).horizontalAdvance(messages.confidence_percent(1.0)) if share else -GAP
        painter.setFont(font)
        painter.setPen(style.ink)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), share)
        size = icon_size(_metrics(option))
        right = line.right() + 1 - width - GAP - size
        paint_mark(painter, QRectF(right, line.center().y() + 1 - size / 2, size, size), row.state, style.ink)
        for mark, on, color in (
            (Mark.AGAIN, row.again, self.theme.differs),
            (Mark.NOTE, row.has_note, self.theme.quiet),
            (Mark.HAND, row.by_hand, self.theme.quiet),
            (Mark.PIN, row.pinned, self.theme.accent),
            (Mark.UNSAVED, row.unsaved, self.theme.alarm),
        ):
            if on:
                right -= size + GAP
                paint_mark(painter, QRectF(right, line.center().y() + 1 - size / 2, size, size), mark, color)
        painter.setFont(bold)
        painter.setPen(self.theme.text)
        room = QRect(line.left(), line.top(), right - GAP - line.left(), line.height())
        text = QFontMetrics(bold).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_second_line(
        self, painter: QPainter, line: QRect, row: QueueRow, option: QStyleOptionViewItem
    ) -> None:
        painter.setFont(option.font)
        painter.setPen(self.theme.quiet if row.state is MatchState.REJECTED else self.theme.text)
        gist = _metrics(option).elidedText(row.gist, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), gist)

    def _paint_kinds(
        self, painter: QPainter, line: QRect, row: QueueRow, option: QStyleOptionViewItem
    ) -> None:
        """Paint that the two contradict each other and in what they differ: each a mark and a word.

        Where room ends, kinds are marks alone.
        """
        metrics = _metrics(option)
        size = icon_size(metrics) - 1
        ink = self.theme.quiet if row.state is MatchState.REJECTED else self.theme.differs
        painter.setFont(option.font)
        x = line.left()
        if row.contradicts:
            box = QRectF(x, line.center().y() + 1 - size / 2, size, size)
            paint_mark(painter, box, Mark.CONTRADICTS, self.theme.alarm)
            x += size + GAP
            word = messages.relation_word(Relation.CONTRADICTS)
            painter.setPen(self.theme.alarm)
            room = QRect(x, line.top(), line.right() - x, line.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), word)
            x += metrics.horizontalAdvance(word) + APART
        paint_kinds(painter, line.adjusted(x - line.left(), 0, 0, 0), row.kinds, ink)


def paint_kinds(painter: QPainter, line: QRect, kinds: Sequence[SignalKind], ink: QColor) -> None:
    """Paint in what a match differs: a mark and a word for each kind, marks alone where room ends."""
    metrics = painter.fontMetrics()
    size = icon_size(metrics) - 1
    painter.setPen(ink)
    x = line.left()
    for number, kind in enumerate(kinds):
        paint_mark(painter, QRectF(x, line.center().y() + 1 - size / 2, size, size), kind, ink)
        x += size + GAP
        word = evidence_words.kind_word(kind)
        width = metrics.horizontalAdvance(word)
        rest = (len(kinds) - number - 1) * (size + APART)
        if x + width + rest <= line.right():
            painter.setPen(ink)
            painter.drawText(
                QRect(x, line.top(), width + 2, line.height()), int(Qt.AlignmentFlag.AlignVCenter), word
            )
            x += width
        x += APART - GAP


def paint_state_bar(painter: QPainter, bar: QRectF, state: MatchState, color: QColor) -> None:
    """Paint the bar beside a match: solid confirmed, dashed proposed, dotted unsure, a stub rejected."""
    middle = bar.center().x()
    pen = QPen(color, bar.width(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    bottom = bar.bottom()
    match state:
        case MatchState.PROPOSED:
            pen.setDashPattern([2.0, 0.75])
        case MatchState.UNSURE:
            pen.setDashPattern([1.0, 1.0])
        case MatchState.REJECTED:
            bottom = bar.top() + bar.height() / 3
        case MatchState.CONFIRMED:
            pass
    painter.setPen(pen)
    painter.drawLine(QPointF(middle, bar.top()), QPointF(middle, bottom))


def icon_size(metrics: QFontMetrics) -> int:
    """Return the side of a mark that stands beside text."""
    return max(10, round(metrics.ascent() * 1.05))


def _metrics(option: QStyleOptionViewItem) -> QFontMetrics:
    metrics: QFontMetrics = option.fontMetrics
    return metrics
