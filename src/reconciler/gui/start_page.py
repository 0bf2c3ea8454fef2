"""What the window shows while no case is open: ways in, and the cases of late."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.keymap import key_or_name
from reconciler.gui.tips import plain_tip

COLUMN_WIDTH = 700


class StartPage(QScrollArea):
    """Add articles, open a case, try the sample, or go on with a recent case."""

    case_chosen = Signal(object)
    sample_chosen = Signal()
    tour_chosen = Signal()

    def __init__(self, new_case: QAction, open_case: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget(self)
        across = QHBoxLayout(page)
        column = QWidget(page)
        column.setMaximumWidth(COLUMN_WIDTH)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 56, 24, 32)
        layout.setSpacing(8)
        self._add_heading(layout)
        layout.addSpacing(20)
        layout.addLayout(self._ways_in(new_case, open_case))
        layout.addSpacing(8)
        self._drop = self._label("", "quiet")
        layout.addWidget(self._drop)
        self.renew_keys()
        layout.addSpacing(28)
        self._recent_heading = self._label(self.tr("Recent cases"), "heading")
        layout.addWidget(self._recent_heading)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        layout.addLayout(self._recent)
        layout.addStretch(1)
        self.setWidget(page)
        self.show_recent(())

    def _add_heading(self, layout: QVBoxLayout) -> None:
        layout.addWidget(self._label("Reconciler", "title"))
        intro = self._label(
            self.tr(
                "Put two or more articles on one event side by side. Reconciler lines up the statements that "
                "report the same thing; you confirm or reject each match from the keyboard, and every "
                "decision is kept."
            ),
            "",
        )
        layout.addWidget(intro)

    def _ways_in(self, new_case: QAction, open_case: QAction) -> QLayout:
        row = FlowLayout(gap=8)
        first = QPushButton(self.tr("Add articles…"))
        first.setProperty("role", "primary")
        first.clicked.connect(new_case.trigger)
        second = QPushButton(self.tr("Open case…"))
        second.clicked.connect(open_case.trigger)
        sample = QPushButton(self.tr("Try the sample"))
        sample.setToolTip(self.tr("Two short articles written to show what the program does"))
        sample.clicked.connect(self.sample_chosen)
        tour = QPushButton(self.tr("Take the tour"))
        tour.setToolTip(self.tr("Five steps through the sample, a minute or two"))
        tour.clicked.connect(self.tour_chosen)
        for button in (first, second, sample, tour):
            button.setMinimumHeight(34)
            row.addWidget(button)
        self._first = first
        return row

    @staticmethod
    def _label(text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    def renew_keys(self) -> None:
        """Name the key that pastes, as it is set now."""
        hint = self.tr("… or drop articles, a link or a case file anywhere here, or paste text with {key}.")
        self._drop.setText(hint.format(key=key_or_name(self, "paste_source")))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List cases, the latest first; those that are not there any more are left out."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        there = [path for path in paths if path.is_file()]
        for path in there:
            self._recent.addWidget(self._recent_row(path))
        self._recent_heading.setVisible(bool(there))
        self.renew_keys()

    def _recent_row(self, path: Path) -> QPushButton:
        changed = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
        when = QLocale().toString(changed, QLocale.FormatType.ShortFormat)
        button = QPushButton()
        button.setProperty("role", "row")
        button.setToolTip(plain_tip(str(path)))
        button.setAccessibleName(self.tr("{case}, last changed {when}").format(case=path.stem, when=when))
        layout = QHBoxLayout(button)
        layout.setContentsMargins(12, 8, 12, 8)
        name = ElidedLabel(path.stem)
        date = QLabel(when)
        date.setProperty("role", "quiet")
        layout.addWidget(name, 1)
        layout.addWidget(date)
        button.setMinimumHeight(button.fontMetrics().height() + 20)
        button.clicked.connect(lambda: self.case_chosen.emit(path))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Give the keyboard to the first way in."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)


class ElidedLabel(QLabel):
    """A line of plain text that ends in an ellipsis where there is no more room."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)
        self.setText(text)

    def resizeEvent(self, _event: object) -> None:
        """Cut the text to the new width."""
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))
