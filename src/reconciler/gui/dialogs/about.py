"""What this program is, under which licences it stands, and where the open case lies."""

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reconciler import __version__
from reconciler.gui.dialogs.parts import fit_height, text_label


class AboutDialog(QDialog):
    """Version, purpose, licences, and the path of the case."""

    def __init__(self, case: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Reconciler"))
        title = text_label(self.tr("Reconciler {version}").format(version=__version__), self, role="heading")
        purpose = text_label(
            self.tr(
                "Compares several articles on one event, statement by statement. "
                "It works on this machine alone: nothing leaves it."
            ),
            self,
        )
        where = self.tr("The open case lies at {path}").format(path=case) if case is not None else ""
        case_label = text_label(where or self.tr("No case is open."), self, selectable=True)
        licences = text_label(
            self.tr(
                "MIT licence. Uses Qt {qt} and PySide6 (LGPL 3), spaCy (MIT), SciPy and NumPy (BSD), "
                "RapidFuzz (MIT), wordfreq (Apache 2; its data CC BY-SA 4)."
            ).format(qt=qVersion()),
            self,
            role="quiet",
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for part in (title, purpose, case_label, licences):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        fit_height(self, 460)
