"""Why the program proposes a match: one bar for each reason, all on one scale."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reconciler.gui import evidence_words, messages
from reconciler.gui.theme import Theme
from reconciler.model import MadeBy, Match, Reason

BAR_HEIGHT = 6
PAD = 4
FULL_BAR = 4.0
"""Log-odds that fill half a bar: by itself it takes an even chance to 98 %."""
MOST = 30.0
SAME = 0.005
AT_FIRST = 2
"""So many reasons are shown however little they say."""


class ReasonRow(QWidget):
    """A reason's name and its bar. Under the mouse or the keyboard it points to the words it speaks of."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reason: Reason | None = None
        self._stacked = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_reason(self, reason: Reason) -> None:
        """Show a reason."""
        self._reason = reason
        words = evidence_words.reason_word(reason.name)
        spoken = self.tr("{reason}: {weight}").format(
            reason=words, weight=evidence_words.weight_word(reason.value)
        )
        hint = evidence_words.reason_hint(reason.name)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{spoken}\n{hint}" if hint else spoken)
        self.update()

    def fits(self, width: int) -> bool:
        """Return whether the name has room beside the bar at a width."""
        if self._reason is None:
            return True
        wanted = QFontMetrics(self.font()).horizontalAdvance(evidence_words.reason_word(self._reason.name))
        return wanted <= width - _bar_width(width) - 4 * PAD

    def stack(self, on: bool) -> None:
        """Set the bar below the name instead of beside it."""
        if on != self._stacked:
            self._stacked = on
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of text high, and the bar's height more when it stands below."""
        below = BAR_HEIGHT + PAD if self._stacked else 0
        return QSize(120, QFontMetrics(self.font()).height() + 2 * PAD + below)

    def minimumSizeHint(self) -> QSize:
        """Return that a long name is cut short."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point to the words."""
        super().enterEvent(event)
        self.pointed.emit(self._reason)

    def leaveEvent(self, event: QEvent) -> None:
        """Point to nothing."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point to the words."""
        super().focusInEvent(event)
        self.pointed.emit(self._reason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point to nothing."""
        super().focusOutEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name and bar."""
        del event
        if self._reason is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self.hasFocus() or self.underMouse()
        if pointed:
            painter.setPen(QPen(self._theme.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.raised)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._paint_name(painter, self._reason)
        self._paint_bar(painter, self._reason)
        painter.end()

    def _paint_name(self, painter: QPainter, reason: Reason) -> None:
        metrics = QFontMetrics(self.font())
        room = QRectF(PAD, 0, self.width() - _bar_width(self.width()) - 4 * PAD, self.height())
        if self._stacked:
            room = QRectF(PAD, PAD, self.width() - 2 * PAD, metrics.height())
        words = evidence_words.reason_word(reason.name)
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.setPen(self._theme.text)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_bar(self, painter: QPainter, reason: Reason) -> None:
        width = _bar_width(self.width())
        bar = QRectF(self.width() - width - PAD, (self.height() - BAR_HEIGHT) / 2, width, BAR_HEIGHT)
        if self._stacked:
            bar = QRectF(PAD, self.height() - BAR_HEIGHT - PAD, self.width() - 2 * PAD, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        # For to the right of the middle, against to the left: one scale for all reasons of all matches.
        half = bar.width() / 2
        length = max(half * min(abs(reason.value) / FULL_BAR, 1.0), BAR_HEIGHT / 2)
        middle = bar.left() + half
        ink = self._theme.proposed.ink if reason.value >= 0 else self._theme.rejected.ink
        painter.setBrush(ink)
        left = middle if reason.value >= 0 else middle - length
        painter.drawRoundedRect(QRectF(left, bar.top(), length, BAR_HEIGHT), BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.setBrush(self._theme.quiet)
        painter.drawRect(QRectF(middle - 0.5, bar.top() - 2, 1, BAR_HEIGHT + 4))


def _bar_width(width: int) -> int:
    return min(112, int(width * 0.34))


class ReasonsView(QWidget):
    """The reasons of one match, with what the program makes of it in words; small ones on request.

    Tab comes to the rows from `after`.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        heading = QLabel(self.tr("Why these two"), self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self._likely = QLabel(self)
        self._likely.setProperty("role", "quiet")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._likely)
        self._summary = QLabel(self)
        self._summary.setProperty("role", "quiet")
        self._summary.setWordWrap(True)
        self.after: QWidget | None = None
        self._rows: list[ReasonRow] = []
        self._reasons: tuple[Reason, ...] = ()
        self._all = False
        self._more = QPushButton(self)
        self._more.setProperty("role", "quiet")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._show_all)
        self._legend = QLabel(self)
        self._legend.setProperty("role", "quiet")
        self._legend.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._summary)
        layout.addSpacing(4)
        layout.addLayout(self._lines)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(4)
        layout.addWidget(self._legend)

    def show_match(self, match: Match, *, anew: bool = True) -> None:
        """Show why these two are proposed, or that the analyst linked them; `anew` folds the small ones."""
        self._likely.setText(messages.likelihood(match.confidence))
        self._summary.setText(self._words(match))
        self._reasons = tuple(match.reasons)
        self._all = self._all and not anew
        self._legend.setText(self._legend_words(match))
        self._legend.setVisible(len(match.reasons) > 1)
        self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _words(self, match: Match) -> str:
        taken = self.tr("The program takes them for a {strength} match.").format(
            strength=messages.strength_word(match.confidence)
        )
        if match.made_by is not MadeBy.HAND:
            return taken
        if not match.reasons and not match.confidence:
            return self.tr("Linked by hand. The program had not compared these two.")
        return self.tr("Linked by hand. {program}").format(program=taken)

    def _legend_words(self, match: Match) -> str:
        sides = self.tr("To the right: speaks for a match; to the left: against it.")
        if not adds_up(match):
            return sides
        sum_ = self.tr("All together they make {percent}.").format(
            percent=messages.confidence_percent(match.confidence)
        )
        return f"{sides} {sum_}"

    def _show_all(self) -> None:
        """Show all reasons; the keyboard goes on at the first of those that were folded."""
        shown = len(unfolded(self._reasons))
        self._all = True
        self._show_rows()
        self._rows[shown].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rows(self) -> None:
        first = unfolded(self._reasons)
        rest = [reason for reason in self._reasons if reason not in first]
        shown = [*first, *rest] if self._all else first
        while len(self._rows) < len(shown):
            row = ReasonRow(self._theme, self)
            row.pointed.connect(self.pointed)
            before = self._rows[-1] if self._rows else self.after
            if before is not None:
                QWidget.setTabOrder(before, row)
            self._rows.append(row)
            self._lines.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_reason(shown[place])
        self._more.setVisible(len(shown) < len(self._reasons))
        self._more.setText(self.tr("%n more, saying little", None, len(rest)))
        self._stack_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set all bars below their names when one name has no room beside its bar."""
        super().resizeEvent(event)
        self._stack_rows()

    def _stack_rows(self) -> None:
        rows = [row for row in self._rows if not row.isHidden()]
        tight = not all(row.fits(self.width()) for row in rows)
        for row in rows:
            row.stack(tight)


def unfolded(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return the reasons that are shown at first: those that say something, and never none."""
    telling = [reason for reason in reasons if evidence_words.says_something(reason.value)]
    if len(reasons) - len(telling) < 2:  # a button takes as much room as what it would hide
        return tuple(reasons)
    return tuple(telling) if len(telling) >= AT_FIRST else tuple(reasons[:AT_FIRST])


def adds_up(match: Match) -> bool:
    """Whether the reasons are the parts of the score: those that earlier models gave were not."""
    total = sum(reason.value for reason in match.reasons)
    return abs(1.0 / (1.0 + math.exp(-max(-MOST, min(MOST, total)))) - match.confidence) < SAME
