"""What is known of a source: what the analyst may correct, and the facts that never change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.dialogs.fields import LanguageBox, date_hint, date_of, show_hint, text_line
from reconciler.gui.dialogs.parts import fit_height, text_label
from reconciler.gui.source_messages import WITH_SIGNALS, media_type_name, size_words
from reconciler.model import Original, Source, SourceId, SourceProperties

if TYPE_CHECKING:
    from reconciler.case import Case


class SourcePropertiesDialog(QDialog):
    """Tells `properties_accepted` with a `SourceProperties`, once, when something was corrected."""

    properties_accepted = Signal(object)
    original_requested = Signal()

    def __init__(
        self, case: "Case", source: SourceId, *, read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = case.source(source)
        self.setObjectName("source_properties")
        self.setWindowTitle(self.tr("Source {letter}").format(letter=self._source.letter))
        self._title = text_line(self._source.title, self.tr("Title"), self)
        self._outlet = text_line(self._source.outlet, self.tr("Outlet"), self)
        self._url = text_line(self._source.url, self.tr("Address (URL)"), self)
        self._date = text_line(_own_date(self._source), self.tr("Published"), self)
        self._date_hint = text_label("", self, role="quiet")
        self._date_hint.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 8)
        self._date_hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._language = LanguageBox(self._source.language, self)
        self._language_hint = text_label("", self, role="quiet")
        self._language_hint.setMinimumHeight(self.fontMetrics().lineSpacing() + 4)
        self._language.currentIndexChanged.connect(lambda _place: self._explain_language())
        self._date.textChanged.connect(self._explain_date)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form(len(case.statements(source)), _original(case, source)))
        layout.addStretch(1)
        layout.addWidget(self._buttons(read_only=read_only))
        for field in (self._title, self._outlet, self._url, self._date):
            field.setReadOnly(read_only)
        self._language.setEnabled(not read_only)
        self._explain_date()
        self._explain_language()
        fit_height(self, 620)

    def properties(self) -> SourceProperties:
        """Return what stands in the fields.

        Raises:
            UserError: BAD_DATE.
        """
        return SourceProperties(
            title=self._title.text().strip() or None,
            outlet=self._outlet.text().strip() or None,
            url=self._url.text().strip() or None,
            published=date_of(self._date.text()),
            language=self._language.code(),
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
        if self._source.published and self._source.published_assumed:
            otherwise = self.tr(
                "Assumed: {date}, the date of the other sources, since none stands in this article. "
                "A date typed here takes its place."
            ).format(date=messages.date_words(self._source.published))
        else:
            otherwise = self.tr("No date is known. Write it like 2023-06-04, 2023-06 or 4 June 2023.")
        hint, problem = date_hint(self._date.text(), otherwise)
        show_hint(self._date_hint, hint, problem=problem)
        self._date.setAccessibleDescription(hint)

    def _explain_language(self) -> None:
        """Say what the language decides, and that a change of it has the article read anew."""
        code = self._language.code()
        if code not in WITH_SIGNALS:
            hint = self.tr("Figures, dates, quotes and the like are found in French and English only.")
        elif code != self._source.language:
            hint = self.tr("Figures, dates, quotes and the like are read anew by the rules of this language.")
        else:
            hint = ""
        self._language_hint.setText(hint)
        self._language.setAccessibleDescription(hint)

    def _form(self, statements: int, original: Original | None) -> QFormLayout:
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
        form.addRow("", self._language_hint)
        for name, fact in self._facts(statements, original):
            label = QLabel(name, self)
            label.setProperty("role", "quiet")
            form.addRow(label, text_label(fact, self, selectable=True))
        return form

    def _facts(self, statements: int, original: Original | None) -> tuple[tuple[str, str], ...]:
        characters = self.tr("%Ln character(s)", None, len(self._source.text))
        size = [characters, self.tr("%Ln statement(s)", None, statements)]
        kept: tuple[tuple[str, str], ...] = ()
        if original is not None:
            size.insert(0, size_words(len(original.data)))
            kept = (
                (self.tr("Came from"), original.origin or self.tr("the clipboard")),
                (self.tr("Format"), media_type_name(original.media_type)),
            )
        return (
            (self.tr("File"), self._source.name),
            *kept,
            (self.tr("Imported"), messages.local_time(self._source.imported_at)),
            (self.tr("Size"), " · ".join(size)),
            (self.tr("SHA-256"), _in_halves(self._source.sha256)),
        )

    def _buttons(self, *, read_only: bool) -> QDialogButtonBox:
        if read_only:
            buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        else:
            save, cancel = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel
            buttons = QDialogButtonBox(save | cancel, self)
        show = buttons.addButton(self.tr("Show original…"), QDialogButtonBox.ButtonRole.ActionRole)
        show.setAutoDefault(False)
        show.clicked.connect(self.original_requested)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _original(case: "Case", source: SourceId) -> Original | None:
    """Return what the case kept of the import; a damaged one is as good as none here."""
    try:
        return case.original(source)
    except UserError:
        return None


def _own_date(source: Source) -> str | None:
    return None if source.published_assumed else source.published


def _properties(source: Source) -> SourceProperties:
    return SourceProperties(source.title, source.outlet, source.url, _own_date(source), source.language)


def _in_halves(digest: str) -> str:
    middle = len(digest) // 2
    return f"{digest[:middle]}\n{digest[middle:]}"
