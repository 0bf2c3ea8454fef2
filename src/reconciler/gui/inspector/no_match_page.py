"""What the inspector shows when no match is current."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconciler.gui.keymap import key_or_name

if TYPE_CHECKING:
    from reconciler.case import Case


class NoMatchPage(QWidget):
    """A sentence, and how to come to a match."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(self.tr("No match selected"), self)
        self._heading.setProperty("role", "heading")
        self._advice = QLabel(self)
        self._advice.setProperty("role", "quiet")
        for label in (self._heading, self._advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._advice)
        layout.addStretch(1)

    def explain(self, case: "Case | None") -> None:
        """Say how to come to a match in this case."""
        if case is None or not case.matches:
            advice = self.tr("To link two statements yourself, select one in each pane and press {key}.")
        else:
            advice = self.tr(
                "Choose a match in the review queue or a ribbon between the panes. "
                "To link two statements yourself, select one in each pane and press {key}."
            )
        self._advice.setText(advice.format(key=key_or_name(self, "link")))
