"""What a case is searched by: an index of its statements, made off the GUI thread, of notes and history."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.errors import Cancelled
from reconciler.gui.background import Background, Job, Task
from reconciler.gui.find_query import Query
from reconciler.gui.panes.text_search import Folder
from reconciler.gui.session import Session
from reconciler.model import Change, Entry, EntryId, MatchId, SourceId, Statement, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.store_find import TextIndex

AT_ONCE = 1000
"""So many statements can be looked through while one types; with more the index must be there first."""
SLICE_S = 0.005
"""How long one slice of reading notes and history takes: less than a frame, so that typing goes on."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: places of statements by source in the case's order, matches by their note, acts.

    `is_waiting`: the statements are not searched yet, as their index is still made.
    """

    query: Query
    statements: tuple[tuple[SourceId, Sequence[int]], ...] = ()
    notes: tuple[MatchId, ...] = ()
    acts: tuple[EntryId, ...] = ()
    is_waiting: bool = False

    @property
    def in_sources(self) -> int:
        """How many statements were found."""
        return sum(len(places) for _source, places in self.statements)

    @property
    def elsewhere(self) -> int:
        """How many notes and acts were found."""
        return len(self.notes) + len(self.acts)


def fold_and_pack(task: Task, texts: Sequence[str]) -> bytes:
    """Return the index of texts; runs on the worker.

    Raises:
        Cancelled: the task was cancelled.
    """
    from reconciler.case.store_find import TextIndex

    folder = Folder()

    def go_on(taken: int) -> None:
        if task.cancelled():
            raise Cancelled
        task.progress(taken / len(texts))

    return TextIndex.pack((folder.fold(text).folded for text in texts), go_on)


class Finding(QObject):
    """Searches a case. Indices are made when they are first wanted, and again when the articles change.

    `renewed` tells that what is found may be more now.
    """

    renewed = Signal()

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._folder = Folder()
        self._wanted = False
        self._ids: tuple[StatementId, ...] = ()
        self._sources: tuple[tuple[SourceId, int], ...] = ()
        self._index: TextIndex | None = None
        self._notes: TextIndex | None = None
        self._acts: TextIndex | None = None
        self._known_notes: dict[MatchId, str] = {}
        self._job: Job[bytes] | None = None
        self._reading: Iterator[None] | None = None
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._read_some)
        session.opened.connect(self.forget)
        session.closing.connect(self.forget)
        session.changed.connect(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether everything is in the indices."""
        return self._index is not None and self._reading is None

    def forget(self) -> None:
        """Let go of the indices, until something is looked for again."""
        self._wanted = False
        self._drop_statements()
        self._slices.stop()
        self._reading = None
        for index in (self._notes, self._acts):
            if index is not None:
                index.close()
        self._notes = self._acts = None
        self._known_notes.clear()

    def prepare(self) -> None:
        """Make the indices ready, unless they are or are being made."""
        if self._wanted or self._session.case is None:
            return
        from reconciler.case.store_find import TextIndex

        self._wanted = True
        self._index_statements(self._session.case)
        self._notes, self._acts = TextIndex(), TextIndex()
        self._reading = self._read(self._session.case)
        self._slices.start()

    def query(self, typed: str) -> Query:
        """Return what was typed as something to look for."""
        return Query(typed, self._folder)

    def find(self, typed: str) -> Found:
        """Look for what was typed in statements, notes and the history; of that the latest comes first."""
        query, case = self.query(typed), self._session.case
        if case is None or not query:
            return Found(query)
        self.prepare()
        places = self._places(case, query)
        notes = () if self._notes is None else self._notes.find(query.terms)
        acts = () if self._acts is None else self._acts.find(query.terms)
        return Found(
            query,
            () if places is None else places,
            tuple(MatchId(one) for one in notes if MatchId(one) in case.matches),
            tuple(EntryId(one) for one in reversed(acts)),
            is_waiting=places is None,
        )

    def _places(self, case: "Case", query: Query) -> tuple[tuple[SourceId, Sequence[int]], ...] | None:
        if self._index is None:
            by_source = [(source.id, case.statements(source.id)) for source in case.sources]
            if sum(len(statements) for _source, statements in by_source) > AT_ONCE:
                return None
            return tuple((source, query.places(statements)) for source, statements in by_source)
        numbers = self._index.find(query.terms)
        found, start, first = [], 0, 0
        for source, count in self._sources:
            last = bisect_left(numbers, start + count, first)
            found.append((source, [number - start for number in numbers[first:last]]))
            start, first = start + count, last
        return tuple(found)

    # Statements -------------------------------------------------------------------------------

    def _index_statements(self, case: "Case") -> None:
        statements: list[Statement] = [each for source in case.sources for each in case.statements(source.id)]
        self._ids = tuple(each.id for each in statements)
        self._sources = tuple((source.id, len(case.statements(source.id))) for source in case.sources)
        texts, ids = [each.text for each in statements], self._ids

        def done(packed: bytes) -> None:
            from reconciler.case.store_find import TextIndex

            self._job = None
            if self._session.case is case and self._ids == ids:
                self._index = TextIndex(packed)
                self.renewed.emit()

        def failed(error: Exception) -> None:
            self._job = None
            raise error

        self._job = self._background.run(
            self.tr("Making the articles ready to be searched…"),
            lambda task: fold_and_pack(task, texts),
            done,
            failed,
        )

    def _drop_statements(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        if self._index is not None:
            self._index.close()
        self._index = None

    # Notes and history --------------------------------------------------------------------------

    def _read(self, case: "Case") -> Iterator[None]:
        """Read notes and history, act by act."""
        for match in case.matches:
            self._put_note(match)
            yield
        by_id = {entry.id: entry for entry in case.entries()}
        for entry in by_id.values():
            self._put_act(case, entry, by_id.get(entry.undoes) if entry.undoes is not None else None)
            yield

    def _read_some(self) -> None:
        until = perf_counter() + SLICE_S
        if self._notes is None or self._acts is None:
            return
        with self._notes.together(), self._acts.together():
            while self._reading is not None and perf_counter() < until:
                if next(self._reading, self) is self:
                    self._reading = None
        if self._reading is None:
            self._slices.stop()
            self.renewed.emit()

    def _put_note(self, match: MatchId) -> None:
        case = self._session.case
        note = self._session.standing(match).note if case is not None and match in case.matches else ""
        if self._notes is not None and note != self._known_notes.get(match, ""):
            self._known_notes[match] = note
            self._notes.put(match, self._folder.fold(note).folded)

    def _put_act(self, case: "Case", entry: Entry, undone: Entry | None) -> None:
        from reconciler.gui.history_rows import Fate, act_row

        row = act_row(case, entry, Fate.STANDS, undone)
        if self._acts is not None:
            self._acts.put(entry.id, self._folder.fold(row.in_words).folded)

    def _follow(self, change: Change) -> None:
        case = self._session.case
        if case is None or not self._wanted:
            return
        if change.sources:
            ids = tuple(each.id for source in case.sources for each in case.statements(source.id))
            if ids != self._ids:
                self._drop_statements()
                self._index_statements(case)
        for match in change.matches:
            self._put_note(match)
        if change.entry is not None:
            entries = case.entries()
            undone = next((each for each in reversed(entries) if each.id == change.entry.undoes), None)
            self._put_act(case, change.entry, undone)
