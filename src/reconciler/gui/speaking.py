"""The interface's language, set at the start and whenever another one is chosen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reconciler.resources import resource_path


def translate(app: QApplication, language: str) -> None:
    """Speak `language`, or that of the system where it is empty; what is not translated stays English.

    What was said before stays as it is: windows are built anew (`rebuilding`).
    """
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    ours = str(resource_path("translations"))
    for one, name, folder in (
        (QLocale("en"), "reconciler", ours),  # English needs its plurals, whatever the system speaks
        (locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (locale, "reconciler", ours),
    ):
        translator = QTranslator(app)
        if translator.load(one, name, "_", folder):
            app.installTranslator(translator)
        else:
            translator.deleteLater()
