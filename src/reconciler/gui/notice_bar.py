"""Notices above the panes: what went wrong or needs a choice, without ever standing in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a notice."""

    text: str
    act: Callable[[], None]


class NoticeBar(QWidget):
    """Notices by key: a second one of the same key takes the place of the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QFrame] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.setVisible(False)

    def show_notice(
        self, key: str, text: str, choices: Sequence[Choice] = (), *, alarm: bool = False, closes: bool = True
    ) -> None:
        """Show a notice; `alarm` for what is not saved, `closes` when it can be waved away."""
        self.clear_notice(key)
        row = self._row(key, text, choices, closes=closes)
        row.setProperty("role", "alarm" if alarm else "notice")
        self._rows[key] = row
        self._layout.addWidget(row)
        self.setVisible(True)

    def clear_notice(self, key: str) -> None:
        """Take a notice away, if it is there."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def text(self, key: str) -> str | None:
        """Return what a notice says, or None when it isn't shown."""
        row = self._rows.get(key)
        found = row.findChild(QLabel) if row is not None else None
        return found.text() if isinstance(found, QLabel) else None

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the notices that are shown."""
        return tuple(self._rows)

    def _row(self, key: str, text: str, choices: Sequence[Choice], *, closes: bool) -> QFrame:
        row = QFrame(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(8)
        label = QLabel(text, row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setWordWrap(True)  # after the policy, which would forget that the height follows the width
        layout.addWidget(label, 1)
        for choice in choices:
            layout.addWidget(self._button(row, choice.text, choice.act))
        if closes:
            layout.addWidget(self._button(row, self.tr("Close"), lambda: self.clear_notice(key)))
        row.setAccessibleName(text)
        return row

    @staticmethod
    def _button(row: QFrame, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, row)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)  # outside a dialog Enter presses no other button
        button.clicked.connect(lambda _checked: act())
        return button
