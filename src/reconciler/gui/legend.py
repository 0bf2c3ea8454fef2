"""What the marks in a text mean: samples with their words, in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from reconciler.gui import evidence_words
from reconciler.gui.theme import Theme
from reconciler.gui.underlines import kind_pen
from reconciler.model import SignalKind

SAMPLE = 18.0
GAP = 5.0
APART = 14.0


class Legend(QWidget):
    """Words under the samples of the marks that are shown now; hidden while there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: tuple[SignalKind, ...] = ()
        self._shared = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def kinds(self) -> tuple[SignalKind, ...]:
        """The kinds that are explained."""
        return self._kinds

    def show_marks(self, kinds: Sequence[SignalKind], *, shared: bool = False) -> None:
        """Explain the underlines of these kinds, and with `shared` the ground of shared words."""
        if (tuple(kinds), shared) == (self._kinds, self._shared):
            return
        self._kinds, self._shared = tuple(kinds), shared
        self.setAccessibleName(self.tr("Marked: {words}").format(words=", ".join(self._words())))
        self.setVisible(bool(kinds))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def _words(self) -> list[str]:
        shared = [self.tr("shared words")] if self._shared else []
        return [evidence_words.kind_word(kind) for kind in self._kinds] + shared

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows at a width."""
        places = self._places(width)
        return round(places[-1].y() + self._row()) if places else 0

    def sizeHint(self) -> QSize:
        """Return the size at the width it has now."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(80, round(self._row()))

    def one_row_width(self) -> int:
        """Return the width at which all stands in one row."""
        metrics = QFontMetrics(self._small())
        return sum(round(SAMPLE + GAP + APART) + metrics.horizontalAdvance(word) for word in self._words())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint samples and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._small()
        painter.setFont(font)
        metrics = QFontMetrics(font)
        samples: list[SignalKind | None] = [*self._kinds, *([None] if self._shared else [])]
        for sample, word, place in zip(samples, self._words(), self._places(self.width()), strict=True):
            base = place.y() + (self._row() + metrics.ascent() - metrics.descent()) / 2
            if sample is None:
                painter.fillRect(
                    QRectF(place.x(), base - metrics.ascent() + 2, SAMPLE, metrics.ascent()), self._theme.mark
                )
            else:
                painter.setPen(kind_pen(sample, self._theme))
                painter.drawLine(QPointF(place.x(), base), QPointF(place.x() + SAMPLE, base))
            painter.setPen(self._theme.quiet)
            painter.drawText(QPointF(place.x() + SAMPLE + GAP, base), word)
        painter.end()

    def _places(self, width: int) -> list[QPointF]:
        metrics = QFontMetrics(self._small())
        places: list[QPointF] = []
        x, y = 0.0, 0.0
        for word in self._words():
            needed = SAMPLE + GAP + metrics.horizontalAdvance(word)
            if x and x + needed > width:
                x, y = 0.0, y + self._row()
            places.append(QPointF(x, y))
            x += needed + APART
        return places

    def _row(self) -> float:
        return QFontMetrics(self._small()).height() + 2.0

    def _small(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(9)
        return font
