"""Fields for what is known of a source, shared by the dialogs in which it is corrected."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.source_messages import WITH_SIGNALS, language_name, language_names
from reconciler.reading import normalise_date

UNKNOWN = "und"


def text_line(text: str | None, name: str, parent: QWidget) -> QLineEdit:
    """Return a field that shows the beginning of its text."""
    line = QLineEdit(text or "", parent)
    line.setCursorPosition(0)
    line.setAccessibleName(name)
    return line


class LanguageBox(QComboBox):
    """All languages that can be found; those with signals first, then by name, the unknown one last."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = dict(language_names())
        names.setdefault(code, code)
        rest = sorted(set(names) - {*WITH_SIGNALS, UNKNOWN}, key=lambda each: names[each].casefold())
        for each in (*WITH_SIGNALS, *rest, UNKNOWN):
            self.addItem(names[each], each)
        self.insertSeparator(len(WITH_SIGNALS))
        self.setMaxVisibleItems(16)
        self.setAccessibleName(self.tr("Language"))
        self.show_code(code)

    def code(self) -> str:
        """Return the language that is chosen."""
        return str(self.currentData())

    def show_code(self, code: str) -> None:
        """Choose a language; one that is not in the list is added under its code."""
        if self.findData(code) < 0:
            self.addItem(language_name(code), code)
        self.setCurrentIndex(self.findData(code))


def date_of(typed: str) -> str | None:
    """Return a date as it was typed as ISO 8601, None for an empty field.

    Raises:
        UserError: BAD_DATE.
    """
    return normalise_date(typed) if typed.strip() else None


def date_hint(typed: str, otherwise: str) -> tuple[str, bool]:
    """Return what to say beside a typed date, and whether it is a complaint."""
    try:
        date = date_of(typed)
    except UserError as error:
        return problem_sentence(error), True
    return (messages.date_words(date), False) if date else (otherwise, False)


def show_hint(label: QLabel, hint: str, *, problem: bool) -> None:
    """Show a hint under its field; a complaint in the colour of one."""
    label.setText(hint)
    role = "alarm" if problem else "quiet"
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
