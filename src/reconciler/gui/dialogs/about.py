"""What this program is, where the user's data lies, and all that is shipped with it under which licence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reconciler import __version__
from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.resources import resource_path
from reconciler.shipped import QT_PACKAGES, QT_SOURCE, Package, licence_text

COPIED_MS = 2000
ICON_SIZE = 64
_PACKAGE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class AboutFacts:
    """What the dialog tells beside versions and licences: where things lie, and the report to copy.

    `report` makes it of the packages shipped.
    """

    case: Path | None
    cases: Path
    preferences: Path
    report: Callable[[Sequence[Package]], str]


class AboutDialog(QDialog):
    """Opens at once; the packages are shown when `show_packages` brings them."""

    def __init__(self, facts: AboutFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Reconciler"))
        self._make_report = facts.report
        self._report = ""
        self._packages = self._make_list()
        self._licence = self._make_reader()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._heading())
        layout.addLayout(self._places(facts))
        layout.addWidget(text_label(self._word_on_qt(), self, role="quiet"))
        layout.addWidget(text_label(self.tr("Shipped with it"), self, role="heading"))
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        columns.addWidget(self._packages)
        columns.addWidget(self._licence)
        columns.setSizes([220, 640])
        layout.addWidget(columns, 1)
        layout.addWidget(self._buttons())
        take_size(self, 900, 640)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        icon = QLabel(self)
        drawn = QIcon(str(resource_path("icons", "reconciler.svg")))
        icon.setPixmap(drawn.pixmap(ICON_SIZE, ICON_SIZE))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        title = self.tr("Reconciler {version}").format(version=__version__)
        words.addWidget(text_label(title, self, role="heading"))
        purpose = self.tr(
            "Compares several articles on one event, statement by statement. "
            "It works on this machine alone: nothing leaves it."
        )
        words.addWidget(text_label(purpose, self))
        words.addWidget(text_label(self.tr("It never looks for updates by itself."), self, role="quiet"))
        row.addLayout(words, 1)
        return row

    def _places(self, facts: AboutFacts) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        rows = (
            (self.tr("Open case"), str(facts.case) if facts.case else self.tr("No case is open.")),
            (self.tr("New cases"), str(facts.cases)),
            (self.tr("Preferences"), str(facts.preferences)),
        )
        for name, value in rows:
            form.addRow(text_label(name, self, role="quiet"), text_label(value, self, selectable=True))
        return form

    def _word_on_qt(self) -> str:
        words = self.tr(
            "Reconciler is under the MIT licence. Qt and PySide6 are used under the LGPL, version 3: their "
            "libraries are separate files that you may replace; their source is at {address}."
        )
        return words.format(address=QT_SOURCE)

    def _make_list(self) -> QListWidget:
        packages = QListWidget(self)
        packages.setAccessibleName(self.tr("Shipped with it"))
        packages.addItem(self.tr("Reading the licences…"))
        packages.currentItemChanged.connect(self._show_licence)
        return packages

    def _make_reader(self) -> QPlainTextEdit:
        reader = QPlainTextEdit(self)
        reader.setReadOnly(True)
        reader.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # licences are set in lines of their own
        reader.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        reader.setAccessibleName(self.tr("Licence"))
        reader.setTabChangesFocus(True)
        return reader

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._copy = QPushButton(self.tr("Copy for a bug report"), self)
        self._copy.setToolTip(self.tr("Versions and counts; no text, no name and no path of a case"))
        self._copy.setAutoDefault(False)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copy_report)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    # What is shipped ------------------------------------------------------------------------

    def show_packages(self, packages: Sequence[Package]) -> None:
        """List what is shipped; the program itself, whose licence comes first to mind, is chosen."""
        self._report = self._make_report(packages)
        self._copy.setEnabled(True)
        self._packages.clear()
        for package in packages:
            item = QListWidgetItem(f"{package.name} {package.version}".rstrip())
            item.setToolTip(package.licence)
            item.setData(_PACKAGE, package)
            self._packages.addItem(item)
            if package.name == "reconciler":
                self._packages.setCurrentItem(item)
        if not packages:
            self._packages.addItem(self.tr("Not installed: run from its source."))

    def _show_licence(self, item: QListWidgetItem | None) -> None:
        package = item.data(_PACKAGE) if item is not None else None
        if isinstance(package, Package):
            self._licence.setPlainText(licence_words(package))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self, lambda: self._copy.setText(self.tr("Copy for a bug report")))


def licence_words(package: Package) -> str:
    """Return what there is to read of a package's licence: name, place and every text that came with it."""
    head = [part for part in (package.licence, package.home) if part]
    if package.name in QT_PACKAGES:
        head.append(QT_SOURCE)
    texts = [_text(path) for path in package.texts]
    if not texts:
        texts.append(
            QCoreApplication.translate("AboutDialog", "The text of its licence was not shipped with it.")
        )
    return "\n\n".join(("\n".join(head), *texts)).strip()


def _text(path: Path) -> str:
    try:
        return licence_text(path)
    except OSError as error:
        return f"{path.name}: {error.strerror}"
