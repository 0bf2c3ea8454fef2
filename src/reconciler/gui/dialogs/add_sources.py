"""What is going to be added, seen and corrected before it goes in; Enter adds it, read or not."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.arrivals import LinkArrival
from reconciler.gui.dialogs.add_entries import Entries, Entry, Holder, Stage
from reconciler.gui.dialogs.add_list import AddList
from reconciler.gui.dialogs.article_form import ArticleForm
from reconciler.gui.dialogs.fields import date_of
from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.gui.problem_messages import problem_sentence
from reconciler.gui.theme import Theme

LIST_WIDTH = 250


class AddSourcesDialog(QDialog):
    """Shows what was read of each article.

    `drafts_accepted` carries those that go in, and what was wrong with others where nobody had the
    time to see it.
    """

    drafts_accepted = Signal(object, object)
    read_requested = Signal(int)
    stop_requested = Signal(int)
    cut_requested = Signal(int, str)
    passage_requested = Signal(int, int)
    source_wanted = Signal(object)
    link_wanted = Signal(str)

    def __init__(self, held: Holder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add_sources")
        self.setWindowTitle(self.tr("Add sources"))
        self.entries = Entries(held, self)
        self.list = AddList(self.entries, theme, self)
        self.form = ArticleForm(self.entries, theme, self)
        self.message = MessagePage(self)
        self._pages = QStackedWidget(self)
        self._status = QLabel(self)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setProperty("role", "quiet")
        self._add = QPushButton(self)
        self._wanted = False
        self._build(theme)
        self._connect()
        take_size(self, 980, 660)

    # What came of the reading -----------------------------------------------------------------

    def begin(self) -> None:
        """Show the first of the entries; to be called when all are expected."""
        several = len(self.entries) > 1
        self.list.setVisible(several)
        self.list.setCurrentIndex(self.entries.index(0))
        (self.list if several else self.form.preview).setFocus()
        self._renew()

    def settle(self) -> None:
        """Take note that something was read, or that nothing will come."""
        if not self.list.isVisible() and len(self.entries) > 1:
            self.list.show()
        self._renew()
        if self._wanted and self.is_settled():
            self._finish()

    def is_settled(self) -> bool:
        """Whether nothing is read or cut any more."""
        return not any(entry.stage is Stage.READING or entry.busy for entry in self.entries)

    def accept(self) -> None:
        """Add what goes in; what is still being read is added as soon as it is read."""
        if not self._may_add():
            return
        if self.is_settled():
            self._finish()
        else:
            self._wanted = True
            self._renew()

    def _may_add(self) -> bool:
        return any(entry.goes_in or entry.stage is Stage.READING for entry in self.entries)

    def _finish(self) -> None:
        for row, entry in enumerate(self.entries):
            if entry.goes_in and not _has_date(entry):
                self._wanted = False
                self.list.setCurrentIndex(self.entries.index(row))
                self._renew()
                self.form.focus_date()
                return
        drafts = tuple(entry.draft for entry in self.entries if entry.goes_in)
        told = tuple(entry.problem for entry in self.entries if entry.problem) if self._wanted else ()
        if not drafts:
            self._wanted = False
            self._renew()
            return
        super().accept()
        self.drafts_accepted.emit(drafts, told)

    # Showing ----------------------------------------------------------------------------------

    def _row(self) -> int:
        return max(self.list.currentIndex().row(), 0)

    def _renew(self) -> None:
        """Show the current entry as it is now, and what would be added."""
        if not len(self.entries):
            return
        row = self._row()
        entry = self.entries[row]
        alone = len(self.entries) == 1
        if entry.stage is Stage.READY:
            self.form.show_entry(row, alone=alone)
            self._pages.setCurrentWidget(self.form)
        else:
            self.message.show_entry(entry)
            self._pages.setCurrentWidget(self.message)
        self._renew_foot()

    def _renew_foot(self) -> None:
        entries = list(self.entries)
        ready = sum(entry.goes_in for entry in entries)
        reading = sum(entry.stage is Stage.READING for entry in entries)
        if self._wanted:
            status = self.tr("Added as soon as they are read; Esc stops that.")
        elif reading:
            status = self.tr("Enter adds them without waiting.")
        else:
            status = self._summary(entries)
        self._status.setText(status)
        count = ready + reading
        self._add.setText(self.tr("Add %n article(s)", None, count) if count else self.tr("Add"))
        self._add.setEnabled(self._may_add() and not self._wanted)
        here = len(entries) == 1 and entries[0].stage is Stage.HERE
        self._add.setVisible(not here)
        self._add.setDefault(not here)
        self.message.go.setDefault(here)

    def _summary(self, entries: list[Entry]) -> str:
        failed = sum(entry.stage is Stage.FAILED for entry in entries)
        here = sum(entry.stage in (Stage.HERE, Stage.TWICE) for entry in entries)
        parts = []
        if failed:
            parts.append(self.tr("%n could not be read", None, failed))
        if here:
            parts.append(self.tr("%n already here", None, here))
        if not parts and entries[self._row()].stage is Stage.READY:
            return self.tr("Up and Down go from statement to statement, Del takes one out of the article.")
        return " · ".join(parts) if len(entries) > 1 else ""

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self._row() <= last.row():
            self._renew()
        else:
            self._renew_foot()

    def _toggle(self, row: int) -> None:
        entry = self.entries[row]
        if entry.stage is Stage.READY:
            self.entries.replace(row, replace(entry, included=not entry.included))

    def _go(self) -> None:
        """Do what the message offers first."""
        entry = self.entries[self._row()]
        if entry.stage is Stage.READING:
            self.stop_requested.emit(self._row())
        elif entry.stage in (Stage.FAILED, Stage.STOPPED):
            self.read_requested.emit(self._row())
        elif entry.here is not None:
            self.reject()
            self.source_wanted.emit(entry.here.id)

    def _change_link(self) -> None:
        entry = self.entries[self._row()]
        if isinstance(entry.arrival, LinkArrival):
            self.reject()
            self.link_wanted.emit(entry.arrival.url)

    # Building ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.entries.dataChanged.connect(self._on_changed)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._renew())
        self.list.toggled.connect(self._toggle)
        self.form.toggled.connect(self._toggle)
        self.form.cut_requested.connect(self.cut_requested)
        self.form.passage_requested.connect(self.passage_requested)
        self.message.go.clicked.connect(self._go)
        self.message.change.clicked.connect(self._change_link)
        self._add.clicked.connect(self.accept)

    def _build(self, theme: Theme) -> None:
        self._pages.addWidget(self.message)
        self._pages.addWidget(self.form)
        self.list.setFixedWidth(LIST_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list)
        middle.addWidget(self._pages, 1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._add.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._status, 1)
        foot.addWidget(cancel)
        foot.addWidget(self._add)
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.line.name()};")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(line)
        layout.addLayout(foot)


class MessagePage(QWidget):
    """Stands in the place of an article that is not there: it is read, was not read, or is here already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = text_label("", self, role="heading")
        self._words = text_label("", self, selectable=True)
        self._share = QProgressBar(self)
        self._share.setTextVisible(False)
        self._share.setFixedHeight(6)
        self._share.setMaximumWidth(360)
        self.go = QPushButton(self)
        self.go.setAutoDefault(False)
        self.change = QPushButton(self.tr("Change the link…"), self)
        self.change.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.change)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(36, 44, 36, 24)
        layout.setSpacing(12)
        for part in (self._heading, self._words, self._share):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_entry(self, entry: Entry) -> None:
        """Say how it stands with an article that can't be shown."""
        link = isinstance(entry.arrival, LinkArrival)
        self._share.setVisible(entry.stage is Stage.READING)
        self.change.setVisible(entry.stage in (Stage.FAILED, Stage.STOPPED) and link)
        self.go.setVisible(entry.stage is not Stage.TWICE)
        match entry.stage:
            case Stage.READING:
                heading = self.tr("Fetching and reading") if link else self.tr("Reading")
                words, offer = entry.name, self.tr("Stop")
                self._share.setRange(0, 100 if entry.share else 0)
                self._share.setValue(round(entry.share * 100))
            case Stage.FAILED:
                heading, offer = self.tr("Could not be read"), self.tr("Try again")
                words = problem_sentence(entry.problem) if entry.problem else ""
            case Stage.STOPPED:
                heading, offer = self.tr("Not read"), self.tr("Read it after all")
                words = self.tr("Reading {name} was stopped.").format(name=entry.name)
            case Stage.HERE:
                heading, offer = self.tr("Already in this case"), self.tr("Go to it")
                words = self._here(entry)
            case _:
                heading, offer = self.tr("Twice in this list"), ""
                words = self.tr("{name} is the same as another one, byte for byte: it is added once.").format(
                    name=entry.name
                )
        self._heading.setText(heading)
        self._words.setText(words)
        self.go.setText(offer)

    def _here(self, entry: Entry) -> str:
        if entry.here is None:
            return ""
        source = entry.here
        return self.tr("{name} is what source {letter} was made of, byte for byte: {title} ({when}).").format(
            name=entry.name,
            letter=source.letter,
            title=source.title or source.name,
            when=messages.local_time(source.imported_at),
        )


def _has_date(entry: Entry) -> bool:
    """Whether the date that was typed is one, or none was typed."""
    try:
        date_of(entry.date_typed)
    except UserError:
        return False
    return True
