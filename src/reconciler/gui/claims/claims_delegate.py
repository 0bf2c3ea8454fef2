"""Paints the claims table: the claim in the first column, what each source makes of it in the others."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconciler.export.values import CellState
from reconciler.gui import messages
from reconciler.gui.claims.claims_model import ROW_ROLE, AnyIndex
from reconciler.gui.claims.looks import CellLook, look, paint_state, state_word
from reconciler.gui.claims.rows import CellRow, ClaimRow, Tone
from reconciler.gui.inspector.wrapped_text import WrappedText
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.panes.article_text import serif
from reconciler.gui.panes.pane_header import ui_font
from reconciler.gui.theme import Theme

PAD_X, PAD_Y = 14.0, 9.0
AROUND = 4.0
INSET = 9.0
BAR = 3.0
GAP = 6.0
LINES = 3
"""Lines of a source's words; the tip has all of them."""
TITLE_LINES = 2
MOST_KEPT = 6000
"""So many set texts are kept: those of 500 claims and 12 sources."""


class ClaimsDelegate(QStyledItemDelegate):
    """Rows of one height. `current_row` is the one that stands out from end to end."""

    def __init__(self, theme: Theme, points: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.current_row = -1
        self._texts: dict[tuple[str, int, bool], WrappedText] = {}
        self._cut: dict[tuple[str, int, bool], str] = {}
        self._words_of = {state: state_word(state) for state in CellState}
        self._looks = {state: look(theme, state) for state in CellState}
        self._set_faces(points)

    def _set_faces(self, points: float) -> None:
        self._words = serif(points * 0.9)
        self._title = serif(points * 0.95)
        self._title.setWeight(QFont.Weight.DemiBold)
        self._small = ui_font(max(points * 0.78, 7.5))
        self._small_bold = QFont(self._small)
        self._small_bold.setWeight(QFont.Weight.DemiBold)
        self._words_line = QFontMetricsF(self._words).height()
        self._title_line = QFontMetricsF(self._title).height()
        self._small_metrics = QFontMetricsF(self._small)
        self._bold_metrics = QFontMetricsF(self._small_bold)
        self._texts.clear()
        self._cut.clear()

    def set_text_size(self, points: float) -> None:
        """Set the words of the sources in another size."""
        self._set_faces(points)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._looks = {state: look(theme, state) for state in CellState}

    def row_height(self) -> int:
        """Return the one height that all rows have, in pixels."""
        small = self._small_metrics.height()
        claim = 2 * PAD_Y + TITLE_LINES * self._title_line + 2 * (small + 3) + 2
        cell = 2 * AROUND + 2 * 7 + small + 3 + LINES * self._words_line
        return round(max(claim, cell) + 0.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size of a cell at its narrowest."""
        del option, index
        return QSize(120, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        shown = index.data(ROW_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = index.row() == self.current_row
        painter.fillRect(area, self._theme.accent_fill if is_current else self._theme.page)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme.line)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if isinstance(shown, ClaimRow):
            self._paint_claim(painter, QRectF(area), shown, is_current=is_current, chosen=chosen)
        elif isinstance(shown, CellRow):
            self._paint_cell(painter, QRectF(area), shown, chosen=chosen, hovered=hovered)
        painter.restore()

    # The claim --------------------------------------------------------------------------------

    def _paint_claim(
        self, painter: QPainter, area: QRectF, row: ClaimRow, *, is_current: bool, chosen: bool
    ) -> None:
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), self._theme.line)
        if is_current:
            painter.fillRect(QRectF(area.left(), area.top(), 4, area.height() - 1), self._theme.accent)
        if chosen:
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(6, 3, -5, -4), 5, 5)
        inner = area.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        number = messages.number(row.number)
        width = max(self._small_metrics.horizontalAdvance(number), 14.0) + 8
        painter.setFont(self._small)
        painter.setPen(self._theme.quiet)
        baseline = inner.top() + QFontMetricsF(self._title).ascent()
        painter.drawText(QPointF(inner.left(), baseline), number)
        inner.setLeft(inner.left() + width)
        painter.setPen(self._theme.text)
        title = self._set(row.title, self._title, inner.width(), TITLE_LINES, is_title=True)
        title.paint(painter, inner.topLeft())
        y = inner.top() + TITLE_LINES * self._title_line + 3
        self._paint_said_by(painter, QRectF(inner.left(), y, inner.width(), 0), row)
        self._paint_badge(painter, inner, y + self._small_metrics.height() + 3, row)

    def _paint_said_by(self, painter: QPainter, line: QRectF, row: ClaimRow) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.quiet)
        right = line.right()
        baseline = line.top() + self._small_metrics.ascent()
        if row.date:
            right -= self._small_metrics.horizontalAdvance(row.date)
            painter.drawText(QPointF(right, baseline), row.date)
            right -= GAP
        room = right - line.left()
        painter.drawText(QPointF(line.left(), baseline), self._elided(row.said_by, room))

    def _paint_badge(self, painter: QPainter, inner: QRectF, y: float, row: ClaimRow) -> None:
        """Paint what differs, or that all agree, and at the right what the analyst makes of it."""
        right = inner.right()
        height = self._bold_metrics.height()
        painter.setFont(self._small_bold)
        if row.has_note:
            right -= height
            paint_mark(painter, QRectF(right, y, height, height), Mark.NOTE, self._theme.quiet)
            right -= GAP
        if row.assessment is not None:
            word = messages.assessment_word(row.assessment)
            width = self._bold_metrics.horizontalAdvance(word) + 12
            right -= width
            chip = QRectF(right, y - 1, width, height + 2)
            painter.setPen(QPen(self._theme.accent, 1))
            painter.setBrush(self._theme.page)
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(self._theme.accent)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
            right -= GAP
        ink = self._tone(row.tone)
        painter.setPen(ink)
        text = self._elided(row.badge, right - inner.left(), bold=True)
        painter.drawText(QPointF(inner.left(), y + self._bold_metrics.ascent()), text)

    def _tone(self, tone: Tone) -> QColor:
        match tone:
            case Tone.CONTRADICTS:
                return self._theme.alarm
            case Tone.DIFFERS:
                return self._theme.differs
            case Tone.QUIET:
                return self._theme.quiet

    # A source ---------------------------------------------------------------------------------

    def _paint_cell(
        self, painter: QPainter, area: QRectF, row: CellRow, *, chosen: bool, hovered: bool
    ) -> None:
        style = self._looks[row.state]
        box = area.adjusted(AROUND, AROUND, -AROUND, -AROUND - 1)
        self._paint_box(painter, box, style, chosen=chosen, hovered=hovered)
        inner = box.adjusted(INSET, 7, -INSET, -7)
        if style.bar:
            inner.setLeft(inner.left() + BAR + 2)
        height = self._bold_metrics.height()
        side = round(self._bold_metrics.ascent() * 1.05)
        paint_state(
            painter, QRectF(inner.left(), inner.top() + (height - side) / 2, side, side), row.state, style.ink
        )
        right = inner.right()
        painter.setFont(self._small)
        painter.setPen(self._theme.quiet)
        if row.more:
            more = f"+{messages.number(row.more)}"
            right -= self._small_metrics.horizontalAdvance(more)
            painter.drawText(QPointF(right, inner.top() + self._small_metrics.ascent()), more)
            right -= GAP
        if row.is_label:
            right -= side
            paint_mark(
                painter,
                QRectF(right, inner.top() + (height - side) / 2, side, side),
                Mark.PIN,
                self._theme.quiet,
            )
            right -= GAP
        painter.setFont(self._small_bold)
        painter.setPen(style.ink)
        left = inner.left() + side + GAP
        word = self._elided(self._words_of[row.state], right - left, bold=True)
        painter.drawText(QPointF(left, inner.top() + self._bold_metrics.ascent()), word)
        if row.words:
            painter.setPen(self._theme.text)
            words = self._set(row.words, self._words, inner.width(), LINES)
            words.paint(painter, QPointF(inner.left(), inner.top() + height + 3))

    def _paint_box(
        self, painter: QPainter, box: QRectF, style: CellLook, *, chosen: bool, hovered: bool
    ) -> None:
        """Paint the ground, and the line: a bar where something is said, a frame where nothing is."""
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen if style.bar else QPen(self._theme.line.darker(108), 1, style.line))
        if style.line is Qt.PenStyle.DashLine and not style.bar and style.ink != self._theme.quiet:
            painter.setPen(QPen(style.ink, 1, style.line))
        painter.setBrush(style.fill)
        painter.drawRoundedRect(frame, 5, 5)
        if style.bar:
            pen = QPen(style.ink, BAR, style.line, Qt.PenCapStyle.FlatCap)
            if style.line is Qt.PenStyle.DashLine:
                pen.setDashPattern([2.6, 1.0])
            elif style.line is Qt.PenStyle.DotLine:
                pen.setDashPattern([1.0, 1.0])
            painter.setPen(pen)
            x = box.left() + 5
            painter.drawLine(QPointF(x, box.top() + 7), QPointF(x, box.bottom() - 7))
        if chosen or hovered:
            painter.setPen(QPen(self._theme.accent if chosen else self._theme.quiet, 2 if chosen else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 5, 5)

    def _elided(self, text: str, width: float, *, bold: bool = False) -> str:
        """Return as much of a text as fits; what was cut before is kept."""
        key = text, round(width), bold
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) >= MOST_KEPT:
                self._cut.clear()
            metrics = self._bold_metrics if bold else self._small_metrics
            found = self._cut[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return found

    def _set(
        self, text: str, font: QFont, width: float, lines: int, *, is_title: bool = False
    ) -> WrappedText:
        """Return a text set in a width; what was set before is kept."""
        key = text, round(width), is_title
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= MOST_KEPT:
                self._texts.clear()
            # A cell shows some 100 characters, a wide one 300; a statement can have 20,000.
            most = max(int(width * lines / 3), 60)
            found = self._texts[key] = WrappedText(text[:most], font, width, lines)
        return found
