"""What counts as a match: a slider from the whole statement to a part of it, and what the program learnt."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.matching_messages import reach_words
from reconciler.gui.theme import Theme

STOPS = 8
"""The slider goes from 0 to this; the place in the middle is the usual one."""
STILL_MS = 300
"""So long the slider has to stand still before it is worked out what its place would do."""
WIDTH = 460
KNOB = 8.0
"""Radius of the knob; the dots of the stops are smaller."""


class ReachSlider(QSlider):
    """A slider between two ends of equal rank: nothing fills it from one side, and each stop has a dot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(0, STOPS)
        self.setSingleStep(1)
        self.setPageStep(STOPS // 4)

    def sizeHint(self) -> QSize:
        """Leave room for the knob and the ring that says that it has the keys."""
        return QSize(super().sizeHint().width(), round(2 * KNOB) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, stops and knob."""
        del event
        theme, middle = self._theme, self.height() / 2
        places = [self._place(stop) for stop in range(STOPS + 1)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(QRectF(places[0] - 2, middle - 2, places[-1] - places[0] + 4, 4), 2, 2)
        painter.setBrush(theme.quiet)
        for stop, place in enumerate(places):
            size = 4.0 if stop == STOPS // 2 else 2.5
            painter.drawEllipse(QPointF(place, middle), size, size)
        knob = QPointF(places[self.value()], middle)
        painter.setBrush(theme.accent)
        painter.drawEllipse(knob, KNOB, KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawEllipse(knob, KNOB + 3, KNOB + 3)
        painter.end()

    def _place(self, stop: int) -> float:
        """Return where the knob's middle is at a stop, which is where the mouse takes hold of it."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.sliderPosition = stop
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return QRectF(handle).center().x()


class MatchingDialog(QDialog):
    """Holds the place of the slider until it is applied.

    `tried` tells a place at which the slider stands for a moment: what aligning there would do is
    shown by `show_effect`. `applied` tells the place that was chosen.
    """

    tried = Signal(float)
    applied = Signal(float)

    def __init__(self, reach: float, learn: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = reach
        self.setObjectName("matching")
        self.setWindowTitle(self.tr("What counts as a match"))
        self._words = text_label("", self)
        self._effect = text_label("", self, role="quiet")
        self._slider = self._make_slider(reach, theme)
        self._learn = self._make_learn(learn, theme)
        self._learnt = text_label("", self, role="quiet")
        self._still = QTimer(self, interval=STILL_MS, singleShot=True)
        self._still.timeout.connect(lambda: self.tried.emit(self.reach()))
        self._build()
        self._explain()
        self._still.start()
        self._slider.setFocus()
        # Two lines for each text that comes and goes, so that nothing jumps while one reads.
        lines = 2 * self.fontMetrics().lineSpacing() + 4
        for label in (self._words, self._effect, self._learnt):
            label.setMinimumHeight(lines)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(WIDTH)

    def reach(self) -> float:
        """Return the place: where the case has it until the slider is moved, else that of the stop."""
        stop = self._slider.value()
        return self._kept if stop == _stop(self._kept) else stop / STOPS

    def show_effect(self, words: str) -> None:
        """Say what aligning at this place would change."""
        self._effect.setText(words)

    def show_learning(self, words: str) -> None:
        """Say what was learnt from the decisions, or when that will begin."""
        self._learnt.setText(words)
        self._learn.setAccessibleDescription(words)

    def accept(self) -> None:
        """Take the place."""
        self._still.stop()
        reach = self.reach()
        super().accept()
        self.applied.emit(reach)

    def reject(self) -> None:
        """Leave the case as it is."""
        self._still.stop()
        super().reject()

    def _moved(self) -> None:
        self._explain()
        self._effect.clear()
        self._still.start()

    def _explain(self) -> None:
        words = reach_words(self.reach())
        self._words.setText(words)
        self._slider.setAccessibleDescription(words)

    # Building ---------------------------------------------------------------------------------

    def _make_slider(self, reach: float, theme: Theme) -> ReachSlider:
        slider = ReachSlider(theme, self)
        slider.setValue(_stop(reach))
        slider.setAccessibleName(self.tr("What counts as a match, from whole statement to part of it"))
        slider.valueChanged.connect(self._moved)
        return slider

    def _make_learn(self, learn: QAction, theme: Theme) -> QCheckBox:
        box = QCheckBox(self.tr("&Learn from my decisions"), self)
        if theme.dark:  # its outline is darker than the window: without a ground it would not be seen
            colours = box.palette()
            colours.setColor(QPalette.ColorRole.Base, theme.line)
            box.setPalette(colours)
        box.setChecked(learn.isChecked())
        keys = learn.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        box.setToolTip(f"{learn.statusTip()} ({keys})")
        box.clicked.connect(learn.trigger)
        learn.toggled.connect(box.setChecked)
        return box

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(
            text_label(self.tr("How much of two statements must correspond to be proposed as a match"), self)
        )
        layout.addSpacing(4)
        layout.addLayout(self._scale())
        layout.addSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self._effect)
        layout.addSpacing(8)
        layout.addWidget(self._learn)
        layout.addWidget(self._learnt)
        layout.addSpacing(8)
        layout.addWidget(self._buttons())

    def _scale(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.addWidget(self._slider, 0, 0, 1, 3)
        ends = (
            (self.tr("whole statement"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("usual"), Qt.AlignmentFlag.AlignHCenter),
            (self.tr("part of it"), Qt.AlignmentFlag.AlignRight),
        )
        for column, (text, side) in enumerate(ends):
            label = QLabel(text, self)
            label.setProperty("role", "quiet")
            grid.addWidget(label, 1, column, side)
            grid.setColumnStretch(column, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        align = buttons.addButton(self.tr("&Align the rest again"), QDialogButtonBox.ButtonRole.AcceptRole)
        align.setProperty("role", "primary")
        align.setDefault(True)
        align.style().unpolish(align)
        align.style().polish(align)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _stop(reach: float) -> int:
    return round(reach * STOPS)
