"""Printing: asks for a printer, and gives it a document that is made only then."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog


def ask_and_print(parent: QDialog, document: Callable[[], QTextDocument]) -> None:
    """Open the system's print dialog over `parent`; `document` is called when it is accepted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: document().print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
