"""All keys on one sheet, made from the table of actions; it can be printed."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import combinations, groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.gui.printing import ask_and_print

KeyRow = tuple[str, str, str]
Group = tuple[str, tuple[KeyRow, ...]]

_CAP = (
    "QLabel { border: 1px solid palette(mid); border-radius: 4px; padding: 1px 6px;"
    " background: palette(button); color: palette(button-text); }"
)


class KeySheet(QDialog):
    """Groups of actions with their keys in two columns; `rows` are (group, action, keys).

    Several keys of one action are parted by two spaces.
    """

    guide_wanted = Signal()

    def __init__(self, rows: Sequence[KeyRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(self.tr("Keys"))
        self._rows = tuple(rows)
        sheet = QWidget(self)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(40)
        for column in _two_columns(_groups(self._rows)):
            columns.addLayout(self._column(column, sheet), 1)
        scroll = QScrollArea(self)
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        printing = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        printing.setAutoDefault(False)
        printing.clicked.connect(self._print)
        guide = buttons.addButton(self.tr("Guide"), QDialogButtonBox.ButtonRole.HelpRole)
        guide.setAutoDefault(False)
        guide.clicked.connect(self.reject)
        guide.clicked.connect(self.guide_wanted)
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        wanted = sheet.sizeHint()
        take_size(
            self, max(840, wanted.width() + 24), min(700, wanted.height() + buttons.sizeHint().height() + 32)
        )

    def document(self) -> QTextDocument:
        """Return the sheet as a document to print."""
        document = QTextDocument()
        document.setHtml(_page(self.tr("Reconciler: keys"), _groups(self._rows)))
        return document

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on the keys that open it as the program comes, too."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.reject()
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        ask_and_print(self, self.document)

    def _column(self, groups: Iterable[Group], parent: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        for name, rows in groups:
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(0, 1)
            grid.addWidget(text_label(name, parent, role="heading"), 0, 0, 1, 2)
            for place, (_group, action, keys) in enumerate(rows, start=1):
                grid.addWidget(text_label(action, parent), place, 0)
                grid.addLayout(_caps(keys, parent), place, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column


def _caps(keys: str, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addStretch(1)
    for key in keys.split("  "):
        cap = QLabel(key, parent)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setStyleSheet(_CAP)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(cap)
    return row


def _groups(rows: Sequence[KeyRow]) -> tuple[Group, ...]:
    names = dict.fromkeys(row[0] for row in rows)
    ordered = sorted(rows, key=lambda row: list(names).index(row[0]))
    return tuple((name, tuple(members)) for name, members in groupby(ordered, key=lambda row: row[0]))


def _two_columns(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Share the groups out so that the columns come out most alike in height; each keeps their order."""
    heights = [len(rows) + 2 for _name, rows in groups]
    ways = (chosen for size in range(len(groups) + 1) for chosen in combinations(range(len(groups)), size))
    left = min(ways, key=lambda chosen: abs(sum(heights) - 2 * sum(heights[at] for at in chosen)))
    columns: tuple[list[Group], list[Group]] = ([], [])
    for at, group in enumerate(groups):
        columns[(at in left) != (0 in left)].append(group)
    return columns


def _page(title: str, groups: Sequence[Group]) -> str:
    parts = [f"<h2>{escape(title)}</h2>", '<table width="100%" cellspacing="2">']
    for name, rows in groups:
        parts.append(f'<tr><td colspan="2"><h4>{escape(name)}</h4></td></tr>')
        parts.extend(
            f'<tr><td>{escape(action)}</td><td align="right"><b>{escape(keys)}</b></td></tr>'
            for _group, action, keys in rows
        )
    return "".join((*parts, "</table>"))
