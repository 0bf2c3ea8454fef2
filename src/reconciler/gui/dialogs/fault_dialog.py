"""A fault of the program's own, told calmly: how the case stands, here is what to report."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.bug_report import surroundings
from reconciler.gui.dialogs.parts import fit_height, text_label

COPIED_MS = 2000


class FaultDialog(QDialog):
    """Continue stands first: most faults leave the window usable.

    `saved` is whether all that was decided was found to be in the case file; None while no case is open.
    """

    def __init__(self, report: str, parent: QWidget | None = None, *, saved: bool | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault")
        self.setWindowTitle(self.tr("Reconciler"))
        self._report = f"{surroundings()}\n\n{report}"
        title = text_label(self.tr("Something went wrong inside the program"), self, role="heading")
        sentence = text_label(self._standing(saved), self)
        self._details = self._make_details()
        self._fold = self._button(self.tr("Show details"), self._toggle)
        self._fold.setCheckable(True)
        self._copy = self._button(self.tr("Copy report"), self._copy_report)
        quit_button = self._button(self.tr("Quit"), self._quit)
        go_on = self._button(self.tr("Continue"), self.accept)
        go_on.setDefault(True)
        go_on.setProperty("role", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._fold)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(quit_button)
        buttons.addWidget(go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(sentence)
        layout.addWidget(self._details, 1)
        layout.addLayout(buttons)
        fit_height(self, 560)
        go_on.setFocus()

    def _standing(self, saved: bool | None) -> str:
        if saved is None:
            return self.tr("No case is open. You can go on, or quit and start again.")
        if saved:
            return self.tr(
                "Your case file is in its place, and all that you decided is written in it. "
                "You can go on, or quit and open the case again."
            )
        return self.tr(
            "Part of what you decided may not be in the case file. Continue, and save the case under "
            "another name before you quit."
        )

    def _make_details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self._report, self)
        details.setReadOnly(True)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(self.tr("Report"))
        details.setMinimumHeight(200)
        details.hide()
        return details

    def _button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _toggle(self) -> None:
        shown = self._fold.isChecked()
        self._details.setVisible(shown)
        self._fold.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        fit_height(self, self.width())

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self, lambda: self._copy.setText(self.tr("Copy report")))

    def _quit(self) -> None:
        self.reject()
        QApplication.quit()
