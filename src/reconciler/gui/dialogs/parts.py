"""Labels that all dialogs are made of: plain text, however it looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QWidget


def text_label(text: str, parent: QWidget, *, role: str = "", selectable: bool = False) -> QLabel:
    """Return a label that wraps, shows markup as it is written and, if wanted, lets its text be copied."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    if selectable:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        label.setTextInteractionFlags(flags)
    return label


def fit_height(dialog: QDialog, width: int) -> None:
    """Make a dialog of wrapped labels as high as they are at a width, and no higher."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.resize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))
