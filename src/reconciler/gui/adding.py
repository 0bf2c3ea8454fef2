"""Further articles on their way into the case: read on the worker, seen in a preview, then added."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from reconciler.errors import CaseError, Problem, ReadingError, UserError
from reconciler.gui.arrivals import (
    Arrival,
    LinkArrival,
    Prepared,
    arrival_name,
    cut_anew,
    prepare_arrival,
    with_passage,
)
from reconciler.gui.background import Background, Job
from reconciler.gui.opening import Opening
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Source, SourceDraft

if TYPE_CHECKING:
    from reconciler.gui.dialogs.add_sources import AddSourcesDialog
    from reconciler.reading.connection import Network

Place = QModelIndex | QPersistentModelIndex


class Adding(QObject):
    """Opens the preview on what arrives and adds what the analyst accepts.

    `added` carries the new sources, `source_wanted` one that is here already, `network` the way out
    to links where it is not the usual one.
    """

    added = Signal(object)
    source_wanted = Signal(object)

    def __init__(
        self, session: Session, background: Background, opening: Opening, window: QWidget, theme: Theme
    ) -> None:
        super().__init__(window)
        self._session, self._background, self._opening = session, background, opening
        self._window = window
        self.theme = theme
        self.network: Network | None = None
        self._jobs: dict[Job[tuple[Prepared, ...]], QPersistentModelIndex] = {}
        self._dialog: AddSourcesDialog | None = None
        self._into_new = False
        background.progressed.connect(self._show_share)

    def begin(self, arrivals: Sequence[Arrival]) -> None:
        """Take what was dropped or pasted; links are asked for first: fetching is an act of its own."""
        links = [arrival.url for arrival in arrivals if isinstance(arrival, LinkArrival)]
        if links and len(links) == len(arrivals):
            self.ask_link("\n".join(links))
        elif arrivals:
            self.preview(arrivals)

    def ask_link(self, addresses: str = "") -> None:
        """Ask for addresses, then fetch and preview them."""
        from reconciler.gui.dialogs.add_link import AddLinkDialog

        if self._refused():
            return
        dialog = AddLinkDialog(addresses, self._window)
        dialog.links_accepted.connect(self.preview)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def preview(self, arrivals: Sequence[Arrival], *, into_new: bool = False) -> None:
        """Read what arrived and show it before it goes into the open case, or into a new one."""
        from reconciler.gui.dialogs.add_sources import AddSourcesDialog

        if not into_new and self._refused():
            return
        self._into_new = into_new or self._session.case is None
        dialog = AddSourcesDialog(self._held, self.theme, self._window)
        self._dialog = dialog
        for arrival in arrivals:
            self._read(dialog.entries.expect(arrival), arrival)
        dialog.read_requested.connect(self._read_again)
        dialog.stop_requested.connect(self._stop)
        dialog.cut_requested.connect(self._cut)
        dialog.passage_requested.connect(self._take_passage)
        dialog.drafts_accepted.connect(self._take)
        dialog.source_wanted.connect(self.source_wanted)
        dialog.link_wanted.connect(self.ask_link)
        dialog.finished.connect(self._end)
        dialog.begin()
        dialog.open()

    def _refused(self) -> bool:
        case = self._session.case
        if case is None or not case.read_only:
            return False
        self._opening.problems.emit((CaseError(Problem.READ_ONLY, str(case.path)),))
        return True

    def _held(self, sha256: str) -> Source | None:
        case = self._session.case
        return None if case is None or self._into_new else case.holds(sha256)

    # Reading --------------------------------------------------------------------------------

    def _read(self, place: QPersistentModelIndex, arrival: Arrival) -> None:
        network = self.network
        job = self._opening.lining_up.with_languages(
            self.tr("Reading {name}…").format(name=arrival_name(arrival)),
            lambda task, languages: prepare_arrival(arrival, languages, task, network),
            partial(self._settle, place),
            partial(self._fail, place, arrival),
        )
        self._jobs[job] = place

    def _settle(self, place: QPersistentModelIndex, prepared: tuple[Prepared, ...]) -> None:
        if self._dialog is not None and place.isValid():
            self._dialog.entries.take(place.row(), prepared)
            self._dialog.settle()

    def _fail(self, place: QPersistentModelIndex, arrival: Arrival, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._opening.failed.emit(error)
            error = ReadingError(Problem.READER_FAILED, arrival_name(arrival))
        self._settle(place, (error,))

    def _show_share(self, job: Job[tuple[Prepared, ...]], share: float) -> None:
        place = self._jobs.get(job)
        if self._dialog is not None and place is not None and place.isValid():
            self._dialog.entries.show_share(place.row(), share)

    def _read_again(self, row: int) -> None:
        if self._dialog is not None:
            entries = self._dialog.entries
            entries.read_again(row)
            self._read(QPersistentModelIndex(entries.index(row)), entries[row].arrival)
            self._dialog.settle()

    def _stop(self, row: int) -> None:
        """Stop reading one of the articles; it stands there as not read."""
        if self._dialog is None:
            return
        for job, place in self._jobs.items():
            if place.isValid() and place.row() == row:
                job.cancel()
        self._dialog.entries.stop(row)
        self._dialog.settle()

    def _end(self) -> None:
        """Stop what is still read: the preview is closed."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # Correcting -----------------------------------------------------------------------------

    def _cut(self, row: int, language: str) -> None:
        if self._dialog is not None:
            draft = self._dialog.entries[row].draft
            if draft is not None:
                self._cut_again(row, draft, language)

    def _take_passage(self, row: int, passage: int) -> None:
        if self._dialog is not None:
            draft = self._dialog.entries[row].draft
            if draft is not None:
                self._cut_again(row, with_passage(draft, passage), draft.language)

    def _cut_again(self, row: int, draft: SourceDraft, language: str) -> None:
        assert self._dialog is not None  # noqa: S101
        entries = self._dialog.entries
        place = QPersistentModelIndex(entries.index(row))
        entries.replace(row, replace(entries[row], busy=True))

        def done(cut: SourceDraft) -> None:
            if self._dialog is not None and place.isValid():
                self._dialog.entries.take_cut(place.row(), cut)
                self._dialog.settle()

        self._opening.lining_up.with_languages(
            self.tr("Cutting into statements…"),
            lambda _task, languages: cut_anew(draft, language, languages),
            done,
            self._opening.failed.emit,
        )

    # Adding ---------------------------------------------------------------------------------

    def _take(self, drafts: tuple[SourceDraft, ...], told: tuple[UserError, ...]) -> None:
        if self._into_new:
            self._opening.open_drafts(drafts, told)
            return
        if told:
            self._opening.problems.emit(told)
        case = self._session.case
        if case is not None and self._opening.add_drafts(drafts):
            self.added.emit(tuple(source.id for source in case.sources[-len(drafts) :]))
