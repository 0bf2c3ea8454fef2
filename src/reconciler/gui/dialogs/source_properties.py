"""What is known of a source: what the analyst may correct, and the facts that never change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.dialogs.parts import fit_height, text_label
from reconciler.model import Source, SourceId, SourceProperties
from reconciler.reading import normalise_date

if TYPE_CHECKING:
    from reconciler.case import Case

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt", "ru", "uk", "ar", "und")


class SourcePropertiesDialog(QDialog):
    """Tells `properties_accepted` with a `SourceProperties`, once, when something was corrected."""

    properties_accepted = Signal(object)

    def __init__(
        self, case: "Case", source: SourceId, *, read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = case.source(source)
        self.setObjectName("source_properties")
        self.setWindowTitle(self.tr("Source {letter}").format(letter=self._source.letter))
        self._title = self._line(self._source.title, self.tr("Title"))
        self._outlet = self._line(self._source.outlet, self.tr("Outlet"))
        self._url = self._line(self._source.url, self.tr("Address (URL)"))
        self._date = self._line(_own_date(self._source), self.tr("Published"))
        self._date_hint = text_label("", self, role="quiet")
        self._date_hint.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 8)
        self._date_hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._language = self._language_box()
        self._date.textChanged.connect(self._explain_date)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form(len(case.statements(source))))
        layout.addStretch(1)
        layout.addWidget(self._buttons(read_only=read_only))
        for field in (self._title, self._outlet, self._url, self._date):
            field.setReadOnly(read_only)
        self._language.setEnabled(not read_only)
        self._explain_date()
        fit_height(self, 600)

    def properties(self) -> SourceProperties:
        """Return what stands in the fields.

        Raises:
            UserError: BAD_DATE.
        """
        typed = self._date.text().strip()
        return SourceProperties(
            title=self._title.text().strip() or None,
            outlet=self._outlet.text().strip() or None,
            url=self._url.text().strip() or None,
            published=normalise_date(typed) if typed else None,
            language=str(self._language.currentData()),
        )

    def accept(self) -> None:
        """Hand the properties over; a date that is none keeps the dialog open and says so."""
        try:
            properties = self.properties()
        except UserError:
            self._explain_date()
            self._date.setFocus()
            self._date.selectAll()
            return
        if properties != _properties(self._source):
            self.properties_accepted.emit(properties)
        super().accept()

    def _explain_date(self) -> None:
        typed = self._date.text().strip()
        problem = False
        if typed:
            try:
                hint = messages.date_words(normalise_date(typed))
            except UserError as error:
                hint, problem = messages.problem_sentence(error), True
        elif self._source.published and self._source.published_assumed:
            hint = self.tr(
                "Assumed: {date}, the date of the other sources, since none stands in this article. "
                "A date typed here takes its place."
            ).format(date=messages.date_words(self._source.published))
        else:
            hint = self.tr("No date is known. Write it like 2023-06-04, 2023-06 or 4 June 2023.")
        self._date_hint.setText(hint)
        self._date_hint.setProperty("role", "alarm" if problem else "quiet")
        self._date_hint.style().unpolish(self._date_hint)
        self._date_hint.style().polish(self._date_hint)
        self._date.setAccessibleDescription(hint)

    def _form(self, statements: int) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Outlet"), self._outlet)
        form.addRow(self.tr("Address (URL)"), self._url)
        form.addRow(self.tr("Published"), self._date)
        form.addRow("", self._date_hint)
        form.addRow(self.tr("Language"), self._language)
        for name, fact in self._facts(statements):
            label = QLabel(name, self)
            label.setProperty("role", "quiet")
            form.addRow(label, text_label(fact, self, selectable=True))
        return form

    def _facts(self, statements: int) -> tuple[tuple[str, str], ...]:
        characters = self.tr("%Ln character(s)", None, len(self._source.text))
        return (
            (self.tr("File"), self._source.name),
            (self.tr("Imported"), messages.local_time(self._source.imported_at)),
            (self.tr("Size"), " · ".join((characters, self.tr("%Ln statement(s)", None, statements)))),
            (self.tr("SHA-256"), _in_halves(self._source.sha256)),
        )

    def _buttons(self, *, read_only: bool) -> QDialogButtonBox:
        if read_only:
            buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        else:
            save, cancel = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel
            buttons = QDialogButtonBox(save | cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _language_box(self) -> QComboBox:
        box = QComboBox(self)
        codes = dict.fromkeys((*LANGUAGES, self._source.language))
        for code in codes:
            box.addItem(messages.language_name(code), code)
        box.setCurrentIndex(box.findData(self._source.language))
        box.setAccessibleName(self.tr("Language"))
        return box

    def _line(self, text: str | None, name: str) -> QLineEdit:
        line = QLineEdit(text or "", self)
        line.setCursorPosition(0)
        line.setAccessibleName(name)
        return line


def _own_date(source: Source) -> str | None:
    return None if source.published_assumed else source.published


def _properties(source: Source) -> SourceProperties:
    return SourceProperties(source.title, source.outlet, source.url, _own_date(source), source.language)


def _in_halves(digest: str) -> str:
    middle = len(digest) // 2
    return f"{digest[:middle]}\n{digest[middle:]}"
