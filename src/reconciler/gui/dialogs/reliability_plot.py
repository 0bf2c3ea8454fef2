"""How sure the program was against how often the analyst agreed, as a plot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconciler.case.statistics import Band
from reconciler.gui import messages
from reconciler.gui.theme import Theme

SIZE = QSize(340, 280)
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class ReliabilityPlot(QWidget):
    """A dot for each band of confidence, with the interval of its share; on the diagonal they are one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bands: tuple[Band, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(SIZE)

    def show_bands(self, bands: tuple[Band, ...]) -> None:
        """Plot other bands."""
        self._bands = bands
        self.setAccessibleName(self.tr("Share confirmed by confidence"))
        said = (
            self.tr("{confidence} sure: {share} of {count} confirmed").format(
                confidence=messages.percent(band.confidence),
                share=messages.percent(band.share),
                count=messages.number(band.decided),
            )
            for band in bands
        )
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def image(self, theme: Theme, scale: float = 3.0) -> QImage:
        """Return the plot as a picture to print, `scale` times as fine as on a usual screen."""
        image = QImage(SIZE * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(theme.page)
        painter = QPainter(image)
        painter.setFont(self.font())
        self._paint(painter, theme)
        painter.end()
        return image

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plot."""
        painter = QPainter(self)
        self._paint(painter, self._theme)
        painter.end()

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(messages.percent(1)) + 10 + metrics.height()
        foot = 2 * metrics.height() + 12
        area = QRectF(left, 10, SIZE.width() - left - 24, SIZE.height() - foot - 10)
        _paint_grid(painter, area, theme)
        painter.setPen(theme.quiet)
        below = QRectF(area.left(), area.bottom() + metrics.height() + 8, area.width(), metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("how sure the program was"))
        painter.save()
        painter.translate(metrics.height() - 2, area.center().y())
        painter.rotate(-90)
        along = QRectF(-area.height() / 2, -metrics.height(), area.height(), metrics.height())
        painter.drawText(along, Qt.AlignmentFlag.AlignCenter, self.tr("share confirmed"))
        painter.restore()
        for band in self._bands:
            _paint_band(painter, area, band, theme)


def _paint_grid(painter: QPainter, area: QRectF, theme: Theme) -> None:
    metrics = painter.fontMetrics()
    for tick in _TICKS:
        at = _place(area, tick, tick)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()))
        painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()))
        painter.setPen(theme.quiet)
        words = messages.percent(tick)
        width = metrics.horizontalAdvance(words)
        painter.drawText(QPointF(area.left() - width - 6, at.y() + metrics.ascent() / 2 - 1), words)
        painter.drawText(QPointF(at.x() - width / 2, area.bottom() + metrics.ascent() + 5), words)
    painter.setPen(QPen(theme.quiet, 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(_place(area, 0, 0), _place(area, 1, 1))


def _paint_band(painter: QPainter, area: QRectF, band: Band, theme: Theme) -> None:
    low, high = band.interval
    ink = QColor(theme.accent)
    painter.setPen(QPen(ink, 1.6))
    painter.drawLine(_place(area, band.confidence, low), _place(area, band.confidence, high))
    for end in (low, high):
        at = _place(area, band.confidence, end)
        painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0))
    radius = 3.5 + min(band.decided, 100) ** 0.5 / 2.5
    painter.setBrush(ink)
    painter.setPen(QPen(theme.page, 1.5))
    painter.drawEllipse(_place(area, band.confidence, band.share), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _place(area: QRectF, across: float, up: float) -> QPointF:
    return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())
