"""Five steps through the sample: each points at a part of the window and says what it is for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.theme import Theme
from reconciler.model import Change, EntryKind

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

BUBBLE_WIDTH = 330
GAP = 12
_DECIDING = (EntryKind.CONFIRM, EntryKind.REJECT, EntryKind.UNSURE, EntryKind.RELATION)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it points at, its heading, its words, and whether a verdict leads on from it."""

    target: Callable[["MainWindow"], QWidget]
    heading: str
    words: str
    ends_with_verdict: bool = False


def steps() -> tuple[Step, ...]:
    """Return the steps in the interface's language; names in braces stand for the keys of actions."""
    return (
        Step(
            lambda window: window.queue,
            QCoreApplication.translate("tour", "What corresponds"),
            QCoreApplication.translate(
                "tour",
                "The queue holds pairs of statements that seem to report the same thing, with how "
                "likely that is and in what they differ. {next_match} and {previous_match} go through them.",
            ),
        ),
        Step(
            lambda window: window.panes,
            QCoreApplication.translate("tour", "Side by side"),
            QCoreApplication.translate(
                "tour",
                "The articles to read. A ribbon joins what corresponds: dashed while it is only proposed. "
                "Scrolling one article keeps the other level with it. A statement without a ribbon "
                "stands in this article alone.",
            ),
        ),
        Step(
            lambda window: window.inspector,
            QCoreApplication.translate("tour", "What differs, and why"),
            QCoreApplication.translate(
                "tour",
                "Both statements, what differs between them – another figure, an attribution or a "
                "“reportedly” that got lost – and why the program proposes the pair.",
            ),
        ),
        Step(
            lambda window: window.tool_bar,
            QCoreApplication.translate("tour", "One key decides"),
            QCoreApplication.translate(
                "tour",
                "{confirm} confirms, {reject} rejects, {unsure} leaves it open; each goes on to the next "
                "pair. {relate_contradicts} confirms and says that the two contradict each other. Try one "
                "now: {undo} takes it back.",
            ),
            ends_with_verdict=True,
        ),
        Step(
            lambda window: window.statusBar(),
            QCoreApplication.translate("tour", "Everything is kept"),
            QCoreApplication.translate(
                "tour",
                "Each decision is in the case file as soon as you see it; there is nothing to save. "
                "{history} shows every act, {keys} all keys. Put in your own articles with {new_case}.",
            ),
        ),
    )


class Tour(QObject):
    """Shows the steps over the window; ends with the last, with Escape, or when the case is closed.

    `left` tells that the analyst ended it.
    """

    left = Signal()

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._outline: Outline | None = None
        self.bubble: Bubble | None = None
        window.session.closing.connect(self.end)
        window.session.changed.connect(self._on_changed)

    @property
    def is_shown(self) -> bool:
        """Whether a step is shown."""
        return self.bubble is not None

    def begin(self) -> None:
        """Show the first step."""
        self.end()
        window = self._window
        self._steps, self._at = steps(), 0
        self._outline = Outline(window.theme, window)
        self.bubble = Bubble(window)
        self.bubble.stepped.clicked.connect(lambda: self.step(1))
        self.bubble.back.clicked.connect(lambda: self.step(-1))
        self.bubble.ended.clicked.connect(self._leave)
        self.bubble.installEventFilter(self)
        window.installEventFilter(self)
        self._show()

    def step(self, by: int) -> None:
        """Go on or back; past the last step the tour ends."""
        self._at += by
        if 0 <= self._at < len(self._steps):
            self._show()
        else:
            self._leave()

    def _leave(self) -> None:
        self.end()
        self.left.emit()

    def end(self) -> None:
        """Take the tour away and give the keyboard back to the queue."""
        if self.bubble is None:
            return
        self._window.removeEventFilter(self)
        for part in (self.bubble, self._outline):
            if part is not None:
                part.hide()
                part.deleteLater()
        self.bubble = self._outline = None
        if self._window.session.case is not None:
            self._window.focus_queue()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; Escape ends the tour."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.bubble and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._leave()
            return True
        return super().eventFilter(watched, event)

    def _on_changed(self, change: Change) -> None:
        decided = change.entry is not None and change.entry.kind in _DECIDING
        if self.bubble is not None and decided and self._steps[self._at].ends_with_verdict:
            self.step(1)

    def _show(self) -> None:
        if self.bubble is not None:
            step = self._steps[self._at]
            place = self.tr("{number} of {total}").format(number=self._at + 1, total=len(self._steps))
            self.bubble.say(
                place, step.heading, self._filled(step.words), last=self._at + 1 == len(self._steps)
            )
            self.bubble.back.setEnabled(self._at > 0)
            self._place()
            self.bubble.stepped.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self, words: str) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        keys = {
            name: action.shortcut().toString(native) for name, action in self._window.actions_by_id.items()
        }
        return words.format_map(keys)

    def _place(self) -> None:
        if self.bubble is None or self._outline is None:
            return
        window = self._window
        widget = self._steps[self._at].target(window)
        target = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        self._outline.surround(target)
        self.bubble.setFixedWidth(BUBBLE_WIDTH)
        self.bubble.adjustSize()
        self.bubble.move(bubble_place(target, self.bubble.frameGeometry(), window.rect()))
        self._outline.raise_()
        self._outline.show()
        self.bubble.raise_()
        self.bubble.show()


def bubble_place(target: QRect, bubble: QRect, room: QRect) -> QPoint:
    """Return where the bubble stands: beside its target, above or below it, or else inside it."""
    level = max(room.top() + GAP, min(target.top() + GAP, room.bottom() - bubble.height() - GAP))
    across = max(
        room.left() + GAP, min(target.center().x() - bubble.width() // 2, room.right() - bubble.width() - GAP)
    )
    if target.right() + GAP + bubble.width() <= room.right():
        return QPoint(target.right() + GAP, level)
    if target.left() - GAP - bubble.width() >= room.left():
        return QPoint(target.left() - GAP - bubble.width(), level)
    if target.bottom() + GAP + bubble.height() <= room.bottom():
        return QPoint(across, target.bottom() + GAP)
    if target.top() - GAP - bubble.height() >= room.top():
        return QPoint(across, target.top() - GAP - bubble.height())
    return QPoint(target.center().x() - bubble.width() // 2, target.center().y() - bubble.height() // 2)


class Bubble(QFrame):
    """The words of a step, and the buttons that lead on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_bubble")
        self._place = text_label("", self, role="quiet")
        self._heading = text_label("", self, role="heading")
        self._words = text_label("", self)
        self.stepped = QPushButton(self)
        self.stepped.setProperty("role", "primary")
        self.back = QPushButton(self.tr("Back"), self)
        self.ended = QPushButton(self.tr("End the tour"), self)
        self.ended.setProperty("role", "quiet")
        for button in (self.stepped, self.back, self.ended):
            button.setAutoDefault(True)  # outside a dialog Enter presses no other button
        row = QHBoxLayout()
        row.addWidget(self.ended)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.stepped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for part in (self._place, self._heading, self._words):
            layout.addWidget(part)
        layout.addLayout(row)

    def say(self, place: str, heading: str, words: str, *, last: bool) -> None:
        """Show another step."""
        self._place.setText(place)
        self._heading.setText(heading)
        self._words.setText(words)
        self.stepped.setText(self.tr("Done") if last else self.tr("Next"))
        self.stepped.setAccessibleDescription(f"{place}. {heading}. {words}")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(words)


class Outline(QWidget):
    """A line around the part of the window that is spoken of; clicks go through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def surround(self, target: QRect) -> None:
        """Stand around a part of the window."""
        self.setGeometry(target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        painter.end()
