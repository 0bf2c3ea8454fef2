"""Export: in which form and language, what is in it and what is left out, and how it reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reconciler.export.values import Dossier, Form, extent
from reconciler.export.words import LANGUAGES, words
from reconciler.gui.dialogs.parts import take_size, text_label

_SIZE = (760, 640)
_FOR_PROGRAMS = (Form.CSV, Form.JSON, Form.JSONLD)
"""Forms that are the same in all languages."""


class ExportDialog(QDialog):
    """Asks what to export; what it shows of the case is given to it once it is read.

    `preview_wanted` asks for the text of a form in a language, `export_wanted` for the export itself,
    `stop_wanted` that it be given up.
    """

    preview_wanted = Signal(object, str)
    export_wanted = Signal(object, str)
    stop_wanted = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_language = language
        self._dossier: Dossier | None = None
        self._is_writing = False
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Export"))
        self._forms = self._make_forms()
        self._languages = self._make_languages()
        self._about = text_label("", self, role="quiet")
        self._inside = text_label("", self, selectable=True)
        self._outside = text_label("", self, selectable=True)
        self._problem = text_label("", self, role="alarm")
        self._problem.setVisible(False)
        self._text = self._make_text()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._explain()
        self._renew()

    def form(self) -> Form:
        """Return the form that is chosen."""
        return Form(self._forms.currentData())

    def language(self) -> str:
        """Return the language that is chosen for the report's own words."""
        return str(self._languages.currentData())

    def show_dossier(self, dossier: Dossier) -> None:
        """Say what of this case is in an export and what is left out."""
        self._dossier = dossier
        self._choose()

    def hide_preview(self, why: str) -> None:
        """Show nothing of what is written, and say why."""
        self._text.clear()
        self._text.setPlaceholderText(why)

    def show_preview(self, form: Form, language: str, text: str) -> None:
        """Show how an export reads, if it is still the one that is chosen."""
        if (form, language) == (self.form(), self.language()):
            self._text.setPlaceholderText(self.tr("Preview"))
            self._text.setPlainText(text)
            self._renew()

    def show_writing(self, is_writing: bool) -> None:
        """Say that an export is being written, or no more."""
        self._is_writing = is_writing
        self._bar.setRange(0, 0)
        self._renew()

    def show_share(self, share: float) -> None:
        """Say how much is written, from 0 to 1."""
        self._bar.setRange(0, 100)
        self._bar.setValue(round(share * 100))

    def show_problem(self, text: str) -> None:
        """Say why nothing was written."""
        self.show_writing(False)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def reject(self) -> None:
        """Give up what is being written, or close."""
        self.stop_wanted.emit()
        if self._is_writing:
            self.show_writing(False)
            return
        super().reject()

    # What is chosen -----------------------------------------------------------------------------

    def _choose(self) -> None:
        self._explain()
        self._text.clear()
        self.show_problem("")
        if self._dossier is not None:
            self.preview_wanted.emit(self.form(), self.language())

    def _explain(self) -> None:
        form = self.form()
        about = [self._description(form)]
        if self._dossier is not None and not self._dossier.scored and form is not Form.JSON:
            about.append(self.tr("Confidence and reasons are left out while they are hidden."))
        self._about.setText(" ".join(about))
        self._languages.setEnabled(form not in _FOR_PROGRAMS)
        if self._dossier is None:
            self._inside.setText(self.tr("Reading the case…"))
            return
        found, say = extent(self._dossier, form), words(self._own_language)
        self._inside.setText(self.tr("In it: {matches}").format(matches=say.shares(found.included)))
        self._outside.setText(self.tr("Left out: {matches}").format(matches=say.shares(found.left_out)))

    def _renew(self) -> None:
        is_ready = self._dossier is not None and not self._is_writing
        self._export.setEnabled(is_ready)
        self._forms.setEnabled(not self._is_writing)
        self._languages.setEnabled(not self._is_writing and self.form() not in _FOR_PROGRAMS)
        waits = self._is_writing or self._dossier is None
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.setVisible(waits)
        if not self._is_writing:
            self._bar.setRange(0, 0)

    # Building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        rows.addRow(self.tr("&Format"), self._forms)
        rows.addRow("", self._about)
        rows.addRow(self.tr("&Language of the report"), self._languages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(rows)
        layout.addSpacing(4)
        layout.addWidget(self._inside)
        layout.addWidget(self._outside)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._bar)
        layout.addWidget(self._buttons)
        self._export.setProperty("role", "primary")
        self._export.setDefault(True)
        self._export.style().unpolish(self._export)
        self._export.style().polish(self._export)
        self._buttons.accepted.connect(lambda: self.export_wanted.emit(self.form(), self.language()))
        self._buttons.rejected.connect(self.reject)
        self._forms.currentIndexChanged.connect(self._choose)
        self._languages.currentIndexChanged.connect(self._choose)
        take_size(self, *_SIZE)

    def _make_forms(self) -> QComboBox:
        box = QComboBox(self)
        names = {
            Form.HTML: self.tr("Report as a web page (HTML)"),
            Form.PDF: self.tr("Report for printing (PDF)"),
            Form.DOCX: self.tr("Report for a word processor (DOCX)"),
            Form.XLSX: self.tr("Workbook (XLSX)"),
            Form.CSV: self.tr("Table of the matches (CSV)"),
            Form.JSON: self.tr("The whole case (JSON)"),
            Form.JSONLD: self.tr("Web Annotations (JSON-LD)"),
        }
        for form, name in names.items():
            box.addItem(name, form.value)
        return box

    def _make_languages(self) -> QComboBox:
        box = QComboBox(self)
        names = {"en": "English", "fr": "Français"}
        for language in LANGUAGES:
            box.addItem(names[language], language)
        box.setCurrentIndex(box.findData(self._own_language))
        return box

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setPlaceholderText(self.tr("Preview"))
        text.setAccessibleName(self.tr("Preview"))
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return text

    def _description(self, form: Form) -> str:
        return {
            Form.HTML: self.tr("One file that opens in any browser and loads nothing, ready to be checked."),
            Form.PDF: self.tr("The same report on numbered pages; its text can be searched and copied."),
            Form.DOCX: self.tr("The same report, to be edited or taken into another document."),
            Form.XLSX: self.tr("Claims, matches, decisions and sources on four sheets with filters."),
            Form.CSV: self.tr("One row for each match, for a spreadsheet or a program."),
            Form.JSON: self.tr("All that stands in the case, for programs and for Reconciler itself."),
            Form.JSONLD: self.tr("One annotation for each match, as the W3C defines them, for other tools."),
        }[form]
