"""One difference in the inspector: what is compared, how it came out, and both sides' words."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconciler.gui import evidence_words
from reconciler.gui.inspector.compared import Compared, SideWords
from reconciler.gui.inspector.wrapped_text import WrappedText
from reconciler.gui.marks import paint_mark
from reconciler.gui.theme import Theme

PAD_X, PAD_Y = 8.0, 6.0
GAP = 6.0
BETWEEN = 10.0
ICON = 13.0
NARROWEST = 92.0
"""Pixels that a column needs for words; narrower ones stand below each other."""
NARROW = 120
"""Pixels that a row is wide at least."""
MOST_BESIDE, MOST_BELOW = 4, 5
"""Lines of a side beside the other and below it; the whole words stand in the statement above."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text where it is drawn."""

    text: WrappedText
    at: QPointF
    color: QColor


_Layout = tuple[list[_Piece], float]


class DifferenceRow(QWidget):
    """Amber where the sides differ, quiet where they agree. Pointed at, it shows its words alone."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Compared | None = None
        self._laid_out: dict[float, _Layout] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> Compared | None:
        """What is shown."""
        return self._shown

    def show_difference(self, shown: Compared) -> None:
        """Show a difference."""
        self._shown = shown
        self._laid_out.clear()
        self.setAccessibleName(self.in_words())
        self.updateGeometry()
        self.update()

    def in_words(self) -> str:
        """Return all that is shown as a sentence, for a screen reader."""
        shown = self._shown
        if shown is None:
            return ""
        head = ", ".join(part for part in (*self._title(), self._outcome()) if part)
        sides = [f"{side.letter}: {self._words(side)}" for side in (shown.left, shown.right)]
        return ". ".join((head, *sides))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._laid_out.clear()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another face."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._laid_out.clear()
            self.updateGeometry()

    # Its size ---------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all its lines at a width."""
        if width < NARROW:
            # Layouts ask how high it would be at the least width of all; nothing is ever shown at that.
            width = max(self.width(), NARROW)
        return round(self._pieces(width)[1] + 0.49)

    def sizeHint(self) -> QSize:
        """Return the size at the width it has now."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(NARROW, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # What stands where ------------------------------------------------------------------------

    def _pieces(self, width: float) -> _Layout:
        """Return what is drawn at a width, and how high all of it is; layouts ask again and again."""
        if width not in self._laid_out:
            self._laid_out[width] = self._lay_out(width)
        return self._laid_out[width]

    def _lay_out(self, width: float) -> _Layout:
        shown = self._shown
        if shown is None:
            return [], 0.0
        bold = self._bold()
        pieces, y = self._head(width, bold)
        y += 2
        sides = (shown.left, shown.right)
        metrics = QFontMetricsF(bold)
        letters = max(metrics.horizontalAdvance(side.letter) for side in sides) + GAP
        column = (width - 2 * PAD_X - BETWEEN) / 2
        beside = self._beside(sides, column - letters)
        for number, side in enumerate(sides):
            x = PAD_X + (number * (column + BETWEEN) if beside else 0)
            if beside:
                text = beside[number]
            else:
                room = width - 2 * PAD_X - letters
                text = WrappedText(self._words(side), self.font(), room, MOST_BELOW)
            letter = WrappedText(side.letter, bold, letters)
            pieces.append(_Piece(letter, QPointF(x, y), self._theme.source(side.place)))
            ink = self._theme.text if side.words is not None else self._theme.quiet
            pieces.append(_Piece(text, QPointF(x + letters, y), ink))
            if not beside:
                y += text.height + 2
        if beside:
            y += max(text.height for text in beside)
        return pieces, y + PAD_Y

    def _beside(self, sides: tuple[SideWords, SideWords], room: float) -> list[WrappedText]:
        """Return the words of both sides where each has room for its own beside the other's; else none."""
        if room < NARROWEST:
            return []
        texts = [WrappedText(self._words(side), self.font(), room) for side in sides]
        return texts if all(len(text.lines) <= MOST_BESIDE for text in texts) else []

    def _head(self, width: float, face: QFont) -> tuple[list[_Piece], float]:
        """Return the line above: kind, cause, outcome; the cause goes below when there is no room."""
        assert self._shown is not None  # noqa: S101
        metrics, bold = QFontMetricsF(self.font()), QFontMetricsF(face)
        title, cause = self._title()
        outcome = self._outcome()
        x, y, right = PAD_X + ICON + GAP, PAD_Y, width - PAD_X
        ink = self._ink()
        pieces = [_Piece(WrappedText(title, face, width), QPointF(x, y), ink)]
        used = x + bold.horizontalAdvance(title) + GAP
        outcome_x = right - metrics.horizontalAdvance(outcome)
        if used > outcome_x:
            used, y = x, y + bold.height()
            outcome_x = max(outcome_x, x)
        pieces.append(_Piece(WrappedText(outcome, self.font(), width), QPointF(outcome_x, y), ink))
        if not cause:
            return pieces, y + bold.height()
        if used + metrics.horizontalAdvance(cause) + 2 * GAP > outcome_x:
            used, y = x, y + bold.height()
        text = WrappedText(cause, self.font(), right - used)
        pieces.append(_Piece(text, QPointF(used, y), self._theme.text))
        return pieces, y + text.height

    def _words(self, side: SideWords) -> str:
        assert self._shown is not None  # noqa: S101
        return evidence_words.absent_word(self._shown.kind) if side.words is None else side.words

    def _title(self) -> tuple[str, str]:
        assert self._shown is not None  # noqa: S101
        return evidence_words.difference_title(self._shown.kind, self._shown.difference.cause)

    def _outcome(self) -> str:
        assert self._shown is not None  # noqa: S101
        return evidence_words.outcome_word(self._shown.difference.outcome, self._shown.given)

    def _ink(self) -> QColor:
        """Return the ink of kind and outcome; red for a contradiction alone."""
        assert self._shown is not None  # noqa: S101
        if self._shown.agrees:
            return self._theme.quiet
        return self._theme.alarm if self._shown.difference.cause == "contradiction" else self._theme.differs

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # Painting and pointing --------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark and words."""
        del event
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.raised if self._shown.agrees else self._theme.differs_fill)
        painter.setPen(QPen(self._theme.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        pieces, _ = self._pieces(self.width())
        line = QFontMetricsF(self._bold()).height()
        paint_mark(
            painter, QRectF(PAD_X, PAD_Y + (line - ICON) / 2, ICON, ICON), self._shown.kind, self._ink()
        )
        for piece in pieces:
            painter.setPen(piece.color)
            piece.text.paint(painter, piece.at)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point to the words that are compared."""
        super().enterEvent(event)
        self.pointed.emit(self._shown)

    def leaveEvent(self, event: QEvent) -> None:
        """Point to nothing more."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point to the words that are compared."""
        super().focusInEvent(event)
        self.pointed.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point to nothing more."""
        super().focusOutEvent(event)
        self.pointed.emit(None)
