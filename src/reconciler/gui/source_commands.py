"""What the actions on sources do: adding them, looking at them, correcting, moving and removing them."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSaveFile, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from reconciler.errors import CaseError, Problem, UserError
from reconciler.gui.arrivals import FileArrival, arrivals_of
from reconciler.model import Original, Source, SourceId

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

_ENDINGS = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "multipart/related": ".mhtml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
}
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\ufffd]+')
_LONGEST_NAME = 80


class SourceCommands(QObject):
    """Acts on the source that is meant, or else on that of the pane in use."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    # Adding ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Choose articles and preview them for the open case."""
        self.choose_articles(self.tr("Add articles"), into_new=False)

    def choose_articles(self, title: str, *, into_new: bool) -> None:
        """Choose articles and preview them for the open case, or for a new one."""
        dialog = self._window.commands.case.file_dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in (*_ENDINGS.values(), ".htm", ".mht", ".zip"))
        dialog.setNameFilters(
            [self.tr("Articles ({endings})").format(endings=endings), self.tr("All files (*)")]
        )
        adding = self._window.adding

        def preview(names: list[str]) -> None:
            files = [FileArrival(Path(name)) for name in names]
            # The preview opens when the choice of files is gone: a dialog over a dialog is left behind.
            QTimer.singleShot(0, adding, lambda: adding.preview(files, into_new=into_new))

        dialog.filesSelected.connect(preview)
        dialog.open()

    def add_link(self) -> None:
        """Ask for addresses to fetch."""
        self._window.adding.ask_link()

    def paste(self) -> None:
        """Preview what is on the clipboard."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nobody copied anything
        arrivals = () if data is None else arrivals_of(data)
        if arrivals:
            self._window.take_arrivals(arrivals)
        else:
            self._window.say(self.tr("There is no text, no file and no link on the clipboard"))

    # Looking and correcting -----------------------------------------------------------------

    def properties(self, source: SourceId | None = None) -> None:
        """Show and correct what is known of a source."""
        window, case = self._window, self._window.session.case
        chosen = self._meant(source)
        if case is None or chosen is None:
            return
        from reconciler.gui.dialogs.source_properties import SourcePropertiesDialog

        dialog = SourcePropertiesDialog(case, chosen, read_only=case.read_only, parent=window)
        dialog.properties_accepted.connect(lambda new: window.session.edit_source(chosen, new))
        dialog.original_requested.connect(lambda: self.show_original(chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_original(self, source: SourceId | None = None) -> None:
        """Show the imported bytes of a source as text."""
        chosen = self._meant(source)
        original = self._original(chosen)
        if chosen is None or original is None:
            return
        from reconciler.gui.dialogs.original import OriginalDialog

        parent = self._window.findChild(QObject, "source_properties")
        above = parent if parent is not None and parent.isWidgetType() else self._window
        dialog = OriginalDialog(original, self._name(chosen), self._window.theme, above)  # type: ignore[arg-type]  # it is a widget
        dialog.export_requested.connect(lambda: self.export_original(chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_original(self, source: SourceId | None = None) -> None:
        """Choose a name and save the imported bytes of a source under it."""
        chosen = self._meant(source)
        original = self._original(chosen)
        if chosen is None or original is None:
            return
        dialog = self._window.commands.case.file_dialog(self.tr("Export original"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file_name(self._source(chosen), original))
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name), original))
        dialog.open()

    def export_to(self, path: Path, original: Original) -> None:
        """Save bytes as a file, all of them or, when that fails, none."""
        file = QSaveFile(str(path))
        done = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(original.data) == len(original.data)
        if done and file.commit():
            self._window.say(self.tr("Original saved as {name}").format(name=path.name))
        else:
            self._window.telling.problems((CaseError(Problem.WRITE_FAILED, str(path), file.errorString()),))

    # Order ----------------------------------------------------------------------------------

    def move_left(self) -> None:
        """Put a source before the one before it."""
        self._move(-1)

    def move_right(self) -> None:
        """Put a source behind the one behind it."""
        self._move(1)

    def _move(self, step: int) -> None:
        case, chosen = self._window.session.case, self._meant(None)
        if case is None or chosen is None:
            return
        order = [source.id for source in case.sources]
        place = order.index(chosen)
        other = place + step
        if not 0 <= other < len(order):
            self._window.say(self.tr("It stands at the end already"))
            return
        order[place], order[other] = order[other], order[place]
        if self._window.session.arrange(order):
            self._window.show_source(chosen)

    def remove(self) -> None:
        """Take a source out of the case."""
        chosen = self._meant(None)
        if chosen is None:
            return
        name = self._name(chosen)
        if self._window.session.remove_source(chosen):
            key = self._window.actions_by_id["undo"].shortcut()
            words = self.tr("{source} was removed; {key} brings it back")
            native = key.toString(QKeySequence.SequenceFormat.NativeText)
            self._window.say(words.format(source=name, key=native))

    # Which ----------------------------------------------------------------------------------

    def _meant(self, source: SourceId | None) -> SourceId | None:
        if source is not None:
            return source
        shown = self._window.panes.shown_sources()
        pane = self._window.panes.focused_pane() or 0
        return shown[min(pane, len(shown) - 1)] if shown else None

    def _source(self, source: SourceId) -> Source:
        case = self._window.session.case
        assert case is not None  # noqa: S101
        return case.source(source)

    def _name(self, source: SourceId) -> str:
        return self.tr("Source {letter}").format(letter=self._source(source).letter)

    def _original(self, source: SourceId | None) -> Original | None:
        case = self._window.session.case
        if case is None or source is None:
            return None
        try:
            original = case.original(source)
        except UserError as error:
            self._window.telling.problems((error,))
            return None
        if original is None:
            self._window.say(self.tr("The file that it was read from was not kept in this case"))
        return original


def file_name(source: Source, original: Original) -> str:
    """Return a name for the file of an original: its own, or one made of the title, with its ending."""
    ending = _ENDINGS.get(original.media_type, ".bin")
    own = Path(source.name)
    if own.suffix and "/" not in source.name:
        return _NOT_IN_A_NAME.sub("_", source.name)
    stem = _NOT_IN_A_NAME.sub("_", source.title or source.name).strip(" ._")[:_LONGEST_NAME]
    return f"{stem or 'original'}{ending}"
