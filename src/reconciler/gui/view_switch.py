"""The switch between the views of a case, in the tool bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reconciler.gui.theme import Theme

PAD, NARROW_PAD, HEIGHT = 11, 5, 30


class ViewButton(QToolButton):
    """One view: filled with colour while it is shown."""

    def __init__(self, action: QAction, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pad = PAD
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave less beside the name, or as much as looks best."""
        pad = NARROW_PAD if narrow else PAD
        if pad != self._pad:
            self._pad = pad
            self.updateGeometry()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Leave room for the name in bold, so that nothing moves when it is chosen."""
        metrics = QFontMetrics(self._bold())
        width = metrics.horizontalAdvance(self.defaultAction().iconText()) + 2 * self._pad
        return QSize(width, max(HEIGHT, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its name."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        fill = theme.accent if self.isChecked() else theme.line if self.underMouse() else theme.raised
        ring = theme.text if self.isChecked() else theme.accent
        painter.setPen(QPen(ring, 2) if self.hasFocus() else QPen(fill, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 11, 11)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        ink = theme.on_accent if self.isChecked() else theme.text if self.isEnabled() else theme.quiet
        painter.setPen(ink)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.defaultAction().iconText())
        painter.end()


class ViewSwitch(QWidget):
    """A button for each view, side by side."""

    def __init__(self, actions: Sequence[QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [ViewButton(action, theme) for action in actions]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self.buttons:
            layout.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for button in self.buttons:
            button.set_theme(theme)

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, or as much as looks best."""
        for button in self.buttons:
            button.set_narrow(narrow)
        self.updateGeometry()
