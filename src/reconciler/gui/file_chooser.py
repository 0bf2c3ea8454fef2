"""Qt's own dialog for choosing files, where the system has none: in the language that is spoken, readable."""

from PySide6.QtCore import QFileInfo, QLocale, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from reconciler.gui.marking import QT_TRANSLATE_NOOP
from reconciler.gui.style import FRAME

WORDS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
"""What Qt says in its dialog and has not in its own translations, for ours to supply."""
DATES = 3
SIZE = QSize(860, 540)
PLACES = 150


class _Dates(QStyledItemDelegate):
    """Writes when a file was changed as the language writes it: Qt follows the system's."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the words of a date with all else that is painted."""
        super().initStyleOption(option, index)
        file = index.data(QFileSystemModel.Roles.FileInfoRole)
        if isinstance(file, QFileInfo):
            option.text = QLocale().toString(file.lastModified(), QLocale.FormatType.ShortFormat)


def fit(dialog: QFileDialog) -> None:
    """Let each column be as wide as its words, dates in the language that is spoken.

    Nothing is done where the system shows a dialog of its own.
    """
    files = dialog.findChild(QTreeView, "treeView")
    if not isinstance(files, QTreeView):
        return
    files.setItemDelegateForColumn(DATES, _Dates(files))
    head = files.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.resize(SIZE.boundedTo(dialog.screen().availableSize() - FRAME))
    halves = dialog.findChild(QSplitter, "splitter")
    if isinstance(halves, QSplitter):
        halves.setSizes([PLACES, dialog.width() - PLACES])
