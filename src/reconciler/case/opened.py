"""A case file that is open: made, held, copied, renamed and closed."""

import gc
import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from reconciler.case import files, plans
from reconciler.case.comparisons import Comparisons
from reconciler.case.loading import Held, Loaded
from reconciler.case.records import Batch
from reconciler.case.state import State
from reconciler.case.store import Store
from reconciler.case.store_file import is_older
from reconciler.case.store_lock import Holder, holder_of
from reconciler.case.wholeness import require_whole
from reconciler.errors import CaseError, Problem
from reconciler.model import Change, Difference, Match


class OpenCase:
    """The file of a case with what it holds in memory, and the one way to write to it.

    `holder` is who has the case open, where it was opened for reading only because of that.
    """

    def __init__(
        self, store: Store, state: State, view_state: str | None, analyst: str | None = None
    ) -> None:
        self.analyst = _login_name() if analyst is None else analyst
        self.score_visible = True
        self.holder: Holder | None = None
        self._store = store
        self._state = state
        self._comparisons = Comparisons()
        self._view_state = view_state

    @classmethod
    def create(cls, path: Path, *, analyst: str | None = None) -> Self:
        """Make a new, empty case file and open it.

        Raises:
            CaseError: EXISTS, NOT_FOUND (there is no such folder), DISK_FULL, WRITE_FAILED.
        """
        return cls._of(Store.create(path, analyst or _login_name()), analyst)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, analyst: str | None = None) -> Self:
        """Open a case file; one that can't be written, or whose folder can't, is opened read-only.

        Raises:
            CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, DAMAGED,
                NEWER_VERSION, STRANGE_SCHEMA, CASE_TOO_LARGE, LOCKED; DISK_FULL or WRITE_FAILED while it
                is brought up to date.
        """
        if not read_only and is_older(path):
            # A file of which nothing comes once it is up to date is refused as it was.
            cls._of(Store.open(path, read_only=True), analyst).close()
        return cls._of(Store.open(path, read_only=read_only, analyst=analyst or _login_name()), analyst)

    @classmethod
    def open_or_read(cls, path: Path, *, analyst: str | None = None) -> Self:
        """Open a case file, for reading only where another window has it: `holder` says who that is.

        Raises:
            CaseError: as `open`; LOCKED where it can't even be read now.
        """
        try:
            return cls.open(path, analyst=analyst)
        except CaseError as error:
            if error.problem is not Problem.LOCKED:
                raise
        case = cls.open(path, read_only=True, analyst=analyst)
        case.holder = holder_of(path)
        return case

    @classmethod
    def of_loaded(cls, held: Held, loaded: Loaded, *, analyst: str | None = None) -> Self:
        """Open a case that a worker has read: see `reconciler.case.loading`.

        Raises:
            CaseError: as `open`; the file is let go of then.
        """
        store = Store.go_on(held.path, held.lock, analyst or _login_name())
        case = cls(store, loaded.state, loaded.view_state, analyst)
        case.holder = held.holder
        return case

    @classmethod
    def _of(cls, store: Store, analyst: str | None) -> Self:
        try:
            with _collector_paused():
                contents = store.read()
                require_whole(contents)
                return cls(store, State(contents), contents.view_state, analyst)
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            store.close()
            raise CaseError(Problem.DAMAGED, str(store.path), str(error)) from error
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Fold the log into the one file and let go of it. Closing twice is no fault."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the case is

    @property
    def path(self) -> Path:
        """The case file, absolute."""
        return self._store.path

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether every act fails because the file can't or shall not be written."""
        return self._store.read_only

    @property
    def has_log(self) -> bool:
        """Whether acts go into a write-ahead log first; on a network each goes into the file itself."""
        return self._store.has_log

    @property
    def is_in_place(self) -> bool:
        """Whether what is written goes into the file at `path`: it was not moved, deleted or replaced.

        Acts are kept all the same, by the system and in memory, as long as the case is open: `save_as`
        makes a whole case of them.
        """
        return self._store.is_in_place

    def is_file_at(self, path: Path) -> bool:
        """Whether the case's file stands at a path by now, where somebody moved it."""
        return self._store.is_file_at(path)

    def renew_hold(self) -> bool:
        """Tell other machines that the case is still open here; false when one has taken it over meanwhile.

        Due every `RENEWED_AFTER` seconds: a window that slept for longer than three times that may have
        lost the case.
        """
        return self._store.renew(self.analyst)

    # The file

    @property
    def view_state(self) -> str | None:
        """What the window asked to keep, as it gave it."""
        return self._view_state

    def save_view_state(self, text: str) -> None:
        """Keep the window's state; a case that is open read-only keeps none, silently."""
        if not self.read_only and text != self._view_state:
            self._store.save_view_state(text)
            self._view_state = text

    def checkpoint(self) -> bool:
        """Fold the log into the one file, which can then be copied; false when a reader is in the way."""
        return self._store.checkpoint()

    def fold_back(self) -> None:
        """Fold the log into the one file before it is let go of.

        Raises:
            CaseError: LOG_LEFT, there is no room for it, or the disk refuses; nothing is lost.
        """
        self._store.fold_back()

    def save_as(self, path: Path, *, replace: bool = False) -> None:
        """Write a copy and go on in it; also the way to go on with a case that is open read-only.

        Raises:
            CaseError: EXISTS (and `replace` is false), IS_FOLDER, LOCKED, NOT_FOUND (no such folder),
                DISK_FULL, WRITE_FAILED; the case stays where it was.
        """
        self._store = self._store.move_to_copy(path, replace=replace)
        self.holder = None

    def rename(self, name: str) -> None:
        """Give the file another name in its folder; characters that no file name takes are replaced.

        Raises:
            CaseError: EXISTS, READ_ONLY, CASE_GONE, LOCKED (another program reads the file), WRITE_FAILED;
                the case keeps its name.
        """
        self._store = self._store.rename(self.path.with_name(files.file_name(name)))

    def move_to_trash(self) -> None:
        """Close the case and move its file to the trash.

        Raises:
            CaseError: CASE_GONE, the case is still open then; NOT_FOUND, LOCKED or WRITE_FAILED, it is
                closed, its file left where it was.
        """
        if not self.is_in_place:
            raise CaseError(Problem.CASE_GONE, str(self.path))
        self.close()
        files.move_to_trash(self.path)

    # Writing

    def _record(self, plan: plans.Plan | None) -> Change:
        if plan is None:
            return Change(entry=None)
        hand = plans.Hand(self.analyst, now(), self.score_visible, self._compared)
        return self._write(plans.complete(self._state, plan, hand))

    def _compared(self, match: Match) -> tuple[Difference, ...]:
        return self._comparisons.of(match, self._state)

    def _write(self, batch: Batch) -> Change:
        self._store.write(batch)
        change = self._state.apply(batch)
        live = self._state.matches.live
        if change.sources:
            self._comparisons.keep(live)
        elif change.structure:
            self._comparisons.let_go([number for number in change.matches if number not in live])
        return change


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through the values of a large case.

    None of them is part of a cycle, and the looking takes as long as the reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def now() -> str:
    """Return this moment as the journal writes it: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
