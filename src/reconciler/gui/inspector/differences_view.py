"""What differs between two statements, above why they are matched; what agrees is folded into a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reconciler.gui import evidence_words
from reconciler.gui.inspector.compared import Compared
from reconciler.gui.inspector.difference_row import DifferenceRow
from reconciler.gui.inspector.wrapped_text import WrappedText
from reconciler.gui.theme import Theme

PAD = 6.0
TEXT_X = 20.0


class FoldLine(QAbstractButton):
    """A line that opens and closes what stands below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all its words."""
        return round(self._words(width).height + 2 * PAD)

    def sizeHint(self) -> QSize:
        """Return the size at the width it has now."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(80, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _words(self, width: float) -> WrappedText:
        return WrappedText(self.text(), self.font(), width - TEXT_X)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small arrow and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.text if self.underMouse() or self.hasFocus() else self._theme.quiet
        painter.setPen(QPen(ink, 1.6))
        y = PAD + QFontMetricsF(self.font()).height() / 2
        arrow = ((6, -2), (10, 2), (14, -2)) if self.isChecked() else ((8, -4), (12, 0), (8, 4))
        painter.drawPolyline(QPolygonF([QPointF(dx - 2, y + dy) for dx, dy in arrow]))
        self._words(self.width()).paint(painter, QPointF(TEXT_X, PAD))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()


class DifferencesView(QWidget):
    """A row for each difference; hidden when there is nothing to compare.

    `pointed` carries the difference under the mouse or the keyboard, or None. Tab comes to the rows from
    `after`, and leaves them by `last`.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.after: QWidget | None = None
        self._shown: tuple[Compared, ...] = ()
        self._rows: tuple[list[DifferenceRow], list[DifferenceRow]] = ([], [])
        self._heading = QLabel(self.tr("What differs"), self)
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._same = QLabel(self.tr("Nothing of what was compared."), self)
        self._same.setProperty("role", "quiet")
        self._same.setWordWrap(True)
        self._fold = FoldLine(theme, self)
        self._fold.toggled.connect(self._fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._differing, self._agreeing = QVBoxLayout(), QVBoxLayout()
        for box in (self._differing, self._agreeing):
            box.setSpacing(4)
        self._remark = QLabel(self)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setProperty("role", "quiet")
        self._remark.setWordWrap(True)
        for part in (self._heading, self._remark, self._same):
            layout.addWidget(part)
        layout.addLayout(self._differing)
        layout.addWidget(self._fold)
        layout.addLayout(self._agreeing)

    def show_differences(self, shown: Sequence[Compared], remark: str = "") -> None:
        """Show other differences; `remark` says what could not be compared."""
        self._shown = tuple(shown)
        self._remark.setText(remark)
        self._fill()

    @property
    def last(self) -> QWidget:
        """What has the keyboard last in here."""
        return self._fold

    def rows(self) -> tuple[DifferenceRow, ...]:
        """Return the rows that can be seen, from top to bottom."""
        return tuple(row for rows in self._rows for row in rows if not row.isHidden())

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._fold.set_theme(theme)
        for row in (*self._rows[0], *self._rows[1]):
            row.set_theme(theme)

    def _fill(self) -> None:
        remark = self._remark.text()
        self.setVisible(bool(self._shown or remark))
        self._remark.setVisible(bool(remark))
        agreeing = [each for each in self._shown if each.agrees]
        differing = [each for each in self._shown if not each.agrees]
        self._same.setVisible(bool(self._shown) and not differing)
        self._fold.setVisible(bool(agreeing))
        text = self.tr("Agree: {kinds}").format(
            kinds=evidence_words.agreement_words(each.difference for each in agreeing)
        )
        self._fold.setText(text)
        self._fold.setAccessibleName(text)
        self._fold.updateGeometry()
        self._show_rows(self._rows[0], self._differing, differing)
        self._show_rows(self._rows[1], self._agreeing, agreeing if self._fold.isChecked() else [])

    def _show_rows(self, rows: list[DifferenceRow], box: QVBoxLayout, shown: Sequence[Compared]) -> None:
        while len(rows) < len(shown):
            row = DifferenceRow(self._theme, self)
            row.pointed.connect(self.pointed)
            before = self._fold if rows is self._rows[1] else self.after
            before = rows[-1] if rows else before
            if before is not None:
                QWidget.setTabOrder(before, row)
            rows.append(row)
            box.addWidget(row)
        for number, row in enumerate(rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_difference(shown[number])
