"""Asks for the later text of a source: a file, a link, or the text itself; shows how far it is read."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.arrivals import (
    Arrival,
    FileArrival,
    LinkArrival,
    PastedArrival,
    arrivals_of,
    brings_something,
    completed_link,
    links_in,
)
from reconciler.gui.dialogs.parts import fit_height, text_label
from reconciler.model import Source

LINES = 7


class UpdateSourceDialog(QDialog):
    """`arrival_given` carries what the analyst gave, `files_wanted` that one is to be chosen.

    It stays open while that is read (`show_work`, `show_share`) and to say what was wrong with it
    (`show_problem`); `stopped` asks to stop reading.
    """

    arrival_given = Signal(object)
    files_wanted = Signal()
    stopped = Signal()

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update_source")
        self.setWindowTitle(self.tr("Update source {letter}").format(letter=source.letter))
        self.setAcceptDrops(True)
        name = source.title or source.outlet or source.name
        self._asked = text_label(self.tr("The later text of “{title}”:").format(title=name), self)
        self.field = LaterField(self)
        self.field.arrived.connect(self._give)
        self.field.textChanged.connect(self._renew)
        self.field.entered.connect(self._take)
        self._told = text_label("", self, role="quiet")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._busy = False
        self._build()
        self._tell("", alarm=False)
        fit_height(self, 600)
        self.field.setFocus()

    # What goes on -----------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._busy

    def show_work(self, words: str) -> None:
        """Say what is being done, with a bar; nothing else can be given meanwhile."""
        self._set_busy(True)
        self._bar.setRange(0, 0)
        self._tell(words, alarm=False)

    def show_share(self, share: float) -> None:
        """Show how much of the reading is done."""
        if self._busy:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(share * 100))

    def show_problem(self, words: str) -> None:
        """Say why what was given can't be taken; something else can be given."""
        self._set_busy(False)
        self._tell(words, alarm=True)

    def told(self) -> str:
        """Return what it says of the reading."""
        return self._told.text()

    def reject(self) -> None:
        """Stop reading first; the dialog closes when nothing is read."""
        if self._busy:
            self._set_busy(False)
            self._tell(self.tr("Stopped. Nothing was changed."), alarm=False)
            self.stopped.emit()
        else:
            super().reject()

    def give_file(self, path: Path) -> None:
        """Take a file that was chosen."""
        self._give(FileArrival(path))

    def _give(self, arrival: Arrival) -> None:
        if not self._busy:
            self.arrival_given.emit(arrival)

    def _take(self) -> None:
        arrival = self.field.arrival()
        if arrival is not None:
            self._give(arrival)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._bar.setVisible(busy)
        self.field.setReadOnly(busy)
        self._choose.setEnabled(not busy)
        self._renew()

    def _renew(self) -> None:
        arrival = self.field.arrival()
        self._go.setEnabled(arrival is not None and not self._busy)
        fetches = isinstance(arrival, LinkArrival)
        self._go.setText(self.tr("Fetch and compare") if fetches else self.tr("Compare"))

    def _tell(self, words: str, *, alarm: bool) -> None:
        self._told.setText(words or self.tr("What it changes is shown before anything is accepted."))
        self._told.setProperty("role", "alarm" if alarm else "quiet")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)

    # Dropping ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, links and text."""
        if brings_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first of what was dropped."""
        arrivals = arrivals_of(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if arrivals:
            self._give(arrivals[0])

    # Building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._choose = QPushButton(self.tr("Choose &file…"), self)
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self.files_wanted)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._go = QPushButton(self.tr("Compare"), self)
        self._go.setProperty("role", "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._take)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._choose)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for part in (self._asked, self.field, self._bar, self._told):
            layout.addWidget(part)
        layout.addLayout(foot)
        self._set_busy(False)


class LaterField(QPlainTextEdit):
    """Text or an address; a page that is pasted is kept. Ctrl+Enter is done, after an address Enter."""

    arrived = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pasted: PastedArrival | None = None
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Later text, or the address where it is"))
        self.setPlaceholderText(self.tr("Paste the text here, type its address, or drop a file."))
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 20)

    def arrival(self) -> Arrival | None:
        """Return what stands in it: an address alone is a link; nothing while it is empty."""
        text = self.toPlainText()
        if not text.strip():
            return None
        links = links_in(completed_link(text))
        if len(links) == 1:
            return links[0]
        if self._pasted is not None and self._pasted.text.split() == text.split():
            return self._pasted
        return PastedArrival(text, None)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste text, remembering the page that it came from; a file is taken at once."""
        arrivals = arrivals_of(source)
        if arrivals and isinstance(arrivals[0], FileArrival):
            self.arrived.emit(arrivals[0])
            return
        if arrivals and isinstance(arrivals[0], PastedArrival):
            self._pasted = arrivals[0]
        super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter for the end, and Enter after an address."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        done = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (done or isinstance(self.arrival(), LinkArrival)):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
