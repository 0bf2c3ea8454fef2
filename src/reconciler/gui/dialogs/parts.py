"""What all dialogs are made of: labels of plain text, however it looks, and the frame around a list."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.style import FRAME
from reconciler.gui.theme import Theme

LaidOut = TypeVar("LaidOut", bound=QBoxLayout)


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


def take_size(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog the size that it is made for, in pixels, or what the screen leaves beside its frame.

    What is larger than the screen, as at 150 % on a small one, has its buttons where nobody sees them.
    Where the window spans several screens it may be as large as that.
    """
    owner = (dialog.parentWidget() or dialog).window()
    room = owner.screen().availableSize() - FRAME
    if owner is not dialog:
        room = room.expandedTo(owner.size())
    dialog.resize(QSize(width, height).boundedTo(room))


def fit_height(dialog: QDialog, width: int) -> None:
    """Make a dialog of wrapped labels as high as they are at a width, and no higher."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        take_size(dialog, width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))


def padded(layout: LaidOut, top: int = 12, spacing: int = 8) -> LaidOut:
    """Give a strip above or below a dialog's list the room that all such strips have."""
    layout.setContentsMargins(16, top, 16, 12)
    layout.setSpacing(spacing)
    return layout


def stack_up(dialog: QDialog, head: QLayout, body: QWidget, foot: QLayout) -> None:
    """Lay a dialog out: a head, what fills it from edge to edge, a foot."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(head)
    layout.addWidget(body, 1)
    layout.addLayout(foot)


def foot_of(buttons: QDialogButtonBox) -> QHBoxLayout:
    """Return the foot with a dialog's buttons."""
    foot = padded(QHBoxLayout())
    foot.addWidget(buttons)
    return foot


def print_or_close(dialog: QDialog, words: str, printed: Callable[[], None]) -> QHBoxLayout:
    """Return the foot of a dialog that is read: it can be printed."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    printing = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
    printing.setAutoDefault(False)
    printing.clicked.connect(printed)
    buttons.rejected.connect(dialog.reject)
    foot = QHBoxLayout()
    foot.setContentsMargins(20, 8, 20, 16)
    foot.addWidget(buttons)
    return foot


def yes_or_cancel(dialog: QDialog, yes: QPushButton, agreed: Callable[[], None]) -> QHBoxLayout:
    """Return the foot of a dialog that asks: Return and `yes` agree, Escape and Cancel leave all as it is."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    yes.setProperty("role", "primary")
    yes.setDefault(True)
    buttons.addButton(yes, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
    yes.clicked.connect(agreed)
    buttons.rejected.connect(dialog.reject)
    return foot_of(buttons)


def spread(view: QListView, name: str, theme: Theme) -> None:
    """Let a list of rows of one height fill its dialog, named for those who hear it."""
    view.setUniformItemSizes(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(name)
    view.setStyleSheet(f"QListView {{ background: {theme.page.name()}; }}")


def beside_heading(heading: QWidget, words: str, box: QComboBox) -> QHBoxLayout:
    """Return a line with a heading and, at its end, a choice with its label."""
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(heading, 1)
    label = QLabel(words, heading.parentWidget())
    label.setBuddy(box)
    line.addWidget(label)
    line.addWidget(box)
    return line
