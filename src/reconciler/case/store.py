"""Rows of a case file in and out: everything is read once, and written a batch at a time."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.case import store_connect, store_file, store_naming, store_objects, store_rows, store_trust
from reconciler.case.records import Batch, Contents, FirstLook, OriginalRecord, Replaced
from reconciler.case.store_lock import Lock, lock_path
from reconciler.case.store_migrations import Migration
from reconciler.case.store_place import identity, is_remote
from reconciler.case.store_schema import MIGRATIONS
from reconciler.errors import CaseError, NotSavedError, Problem
from reconciler.model import EntryId, Match, MatchId, SourceId, StatementId

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """One case file that is open. Belongs to the thread that opened it."""

    def __init__(
        self,
        path: Path,
        db: "Database | None",
        lock: Lock | None,
        migrations: tuple[Migration, ...] = MIGRATIONS,
        analyst: str = "",
    ) -> None:
        self.path = path
        self._analyst = analyst
        # In a network folder the number of a file holds no longer than the file is open.
        self._identity = identity(path) if db is not None or not is_remote(path) else None
        self._db = db
        self._lock = lock
        self._migrations = migrations

    @classmethod
    def create(cls, path: Path, analyst: str = "") -> "Store":
        """Make a new, empty case file and open it.

        Raises:
            CaseError: EXISTS, NOT_FOUND (no such folder), DISK_FULL, WRITE_FAILED.
        """
        store_file.create_file(path)
        return cls.open(path, analyst=analyst)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        migrations: tuple[Migration, ...] = MIGRATIONS,
        analyst: str = "",
    ) -> "Store":
        """Open a case file; for reading only where it can't be written. `analyst` is said to have it then.

        Raises:
            CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, DAMAGED,
                NEWER_VERSION, LOCKED; DISK_FULL or WRITE_FAILED while it is brought up to date.
        """
        path = path.absolute()
        store_file.require_case(path, migrations)
        if not read_only and store_file.can_be_written(path):
            lock = Lock.take(path, analyst)
            if lock is not None:
                try:
                    db = store_file.open_to_write(path, migrations)
                    if db is not None:
                        return cls(path, db, lock, migrations, analyst)
                except BaseException:
                    lock.release()
                    raise
                lock.release()
        return cls(path, None, None, migrations, analyst)

    @classmethod
    def go_on(cls, path: Path, lock: Lock | None, analyst: str) -> "Store":
        """Open a file that was looked over and read by now, while it was locked.

        Raises:
            CaseError: as `open`; the lock is released then.
        """
        if lock is None:
            return cls(path, None, None, analyst=analyst)
        try:
            db = store_file.open_to_write(path, MIGRATIONS, looked_over=True)
        except BaseException:
            lock.release()
            raise
        if db is None:
            lock.release()
        return cls(path, db, None if db is None else lock, analyst=analyst)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._db is None

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was opened is still the one at `path`: not moved, deleted or replaced.

        Of a file in a network folder that is only read it is told whether there is one.
        """
        if self._identity is None:
            return identity(self.path) is not None
        return self.is_file_at(self.path)

    def is_file_at(self, path: Path) -> bool:
        """Whether the file that was opened stands at a path by now."""
        return self._identity is not None and identity(path) == self._identity

    @property
    def has_log(self) -> bool:
        """Whether what is written goes into a write-ahead log first; not where the file system has none."""
        return self._db is not None and store_connect.has_log(self._db)

    def renew(self, analyst: str) -> bool:
        """Say that the file is still open here; false when another machine has taken it over meanwhile."""
        self._analyst = analyst
        return self._lock is None or self._lock.renew(analyst)

    def close(self) -> None:
        """Fold the log back into the file and let go of it. Closing twice is no fault."""
        if self._db is not None:
            is_folded = self.checkpoint()
            self._db.close()
            self._db = None
            if is_folded and not self.path.exists():
                # SQLite leaves them where the file has gone; they would be taken for those of the next one.
                store_naming.remove(self.path)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def checkpoint(self) -> bool:
        """Fold the log back, so that the one file holds everything; false when a reader is in the way.

        Nothing is lost when it fails: what was written stands in the log.
        """
        try:
            return self._fold_back()
        except sqlite3.Error:
            return False

    def fold_back(self) -> None:
        """Fold the log back, unless a reader is in the way, who does it when the file is let go of there.

        Raises:
            CaseError: LOG_LEFT, the disk has no room for it or refuses: part of what was written stands
                in the log alone.
        """
        try:
            self._fold_back()
        except sqlite3.Error as error:
            log, _, _ = store_connect.log_paths(self.path)
            raise CaseError(Problem.LOG_LEFT, str(self.path), log.name) from error

    def _fold_back(self) -> bool:
        if self._db is None:
            return True
        row = self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return bool(row[0] == 0)

    def copy_to(self, target: Path) -> None:
        """Write a copy with all that was decided, by SQLite's own backup, where no file stands yet.

        Raises:
            CaseError: EXISTS, NOT_FOUND (no such folder), DISK_FULL, WRITE_FAILED; CASE_GONE, it is open
                read-only and its file is no longer in its place.
        """
        if self._db is not None:
            store_file.copy_to(self._db, target)
            return
        if not self.is_in_place:
            raise CaseError(Problem.CASE_GONE, str(self.path))
        with store_file.open_to_read(self.path, self._migrations) as db:
            store_file.copy_to(db, target)

    def move_to_copy(self, target: Path, *, replace: bool) -> "Store":
        """Go on in a copy: write it, open it, and only then let go of the present file.

        Raises:
            CaseError: EXISTS, IS_FOLDER, LOCKED (the target is open in another window), NOT_FOUND,
                CASE_GONE, DISK_FULL, WRITE_FAILED; the present file is still open then.
        """
        target = target.absolute()
        if target.is_dir():
            raise CaseError(Problem.IS_FOLDER, str(target))
        if target.exists() and not replace:
            raise CaseError(Problem.EXISTS, str(target))
        if self.is_in_place and (target == self.path or self.is_file_at(target)):
            return self
        fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
        with store_naming.told_as(target, fresh):
            self.copy_to(fresh)
        try:
            with self._letting_go_of(target):
                store_naming.put_in_place(fresh, target)
        except BaseException:
            store_naming.remove(fresh)
            raise
        moved = Store.open(target, migrations=self._migrations, analyst=self._analyst)
        self.close()
        return moved

    @contextmanager
    def _letting_go_of(self, target: Path) -> Iterator[None]:
        """Let another file be put where ours was before it went: our own lock is not in its way."""
        lock = self._lock
        if lock is None or lock_path(target) != lock_path(self.path):
            yield
            return
        self._lock = None
        lock.release()
        try:
            yield
        except BaseException:
            with suppress(CaseError):
                self._lock = Lock.take(self.path, self._analyst)
            raise

    def rename(self, target: Path) -> "Store":
        """Go on under another name, in the same folder or one on the same disk.

        Raises:
            CaseError: EXISTS, READ_ONLY, CASE_GONE, LOCKED (another program reads the file), NOT_FOUND,
                WRITE_FAILED; the case then keeps its name. When even that file can't be opened
                again, its error.
        """
        target = target.absolute()
        if self.read_only:
            raise CaseError(Problem.READ_ONLY, str(self.path))
        if not self.is_in_place:
            raise CaseError(Problem.CASE_GONE, str(self.path))
        if target.exists() and not target.samefile(self.path):
            raise CaseError(Problem.EXISTS, str(target))
        # A window that waits for the case may not take it over between closing and moving it.
        lock, self._lock = self._lock, None
        self.close()
        try:
            store_naming.move(self.path, target)
        except CaseError:
            if lock is not None:
                lock.release()
            self._reopen()
            raise
        if lock is not None:
            lock.release()
        return Store.open(target, migrations=self._migrations, analyst=self._analyst)

    def _reopen(self) -> None:
        again = Store.open(self.path, migrations=self._migrations, analyst=self._analyst)
        self._db, self._lock = again.handed_over()

    def handed_over(self) -> "tuple[Database | None, Lock | None]":
        """Give connection and lock to another store of the same file; this one is closed then."""
        held = self._db, self._lock
        self._db = self._lock = None
        return held

    def write(self, batch: Batch) -> None:
        """Write all rows of the batch in one transaction; they are on disk when this returns.

        Raises:
            NotSavedError: READ_ONLY, LOCKED (this machine slept, and another one took the case over),
                DISK_FULL, WRITE_FAILED; nothing was written.
        """
        with self._writing() as conn:
            store_rows.write(conn, batch)

    def save_view_state(self, text: str) -> None:
        """Keep the window's state.

        Raises:
            NotSavedError: READ_ONLY, DISK_FULL, WRITE_FAILED.
        """
        with self._writing() as conn:
            conn.execute('INSERT OR REPLACE INTO "view" (id, state) VALUES (1, ?)', (text,))

    def read(self) -> Contents:
        """Read everything.

        Raises:
            CaseError: DAMAGED, the rows are not those of a case.
        """
        with self._reading() as conn:
            return store_rows.read(conn)

    def read_first(self, chosen: store_rows.Choose) -> FirstLook:
        """Read the articles that are shown first, without looking the whole file over.

        Raises:
            CaseError: DAMAGED, the rows are not those of a case; STRANGE_SCHEMA, CASE_TOO_LARGE.
        """
        with self._reading(whole=False) as conn:
            store_trust.require_bounded(conn, self.path)
            return store_rows.read_first(conn, chosen)

    def read_replaced(self, entry: EntryId) -> Replaced:
        """Read what was proposed before an entry.

        Raises:
            CaseError: DAMAGED, the rows are not those of a case.
        """
        with self._reading(whole=False) as conn:
            return store_rows.read_replaced(conn, entry)

    def read_matches(self, statements: Sequence[StatementId]) -> tuple[Match, ...]:
        """Read every match in which one of these statements stands.

        Raises:
            CaseError: DAMAGED, the rows are not those of a case.
        """
        with self._reading(whole=False) as conn:
            return store_rows.read_matches(conn, statements)

    def read_match(self, number: MatchId) -> Match | None:
        """Read one match, if the file has it.

        Raises:
            CaseError: DAMAGED, the row is not that of a match.
        """
        with self._reading(whole=False) as conn:
            return store_rows.read_match(conn, number)

    def read_original(self, source: SourceId, version: int) -> OriginalRecord | None:
        """Read what a version of a source was read from, if that was kept.

        Raises:
            CaseError: DAMAGED, the rows are not those of a case.
        """
        with self._reading(whole=False) as conn:
            return store_rows.read_original(conn, source, version)

    @contextmanager
    def _reading(self, *, whole: bool = True) -> Iterator[sqlite3.Connection]:
        try:
            if self._db is not None:
                with store_trust.bounded_time(self._db.conn):
                    yield self._db.conn
                return
            with (
                store_file.open_to_read(self.path, self._migrations) as db,
                store_trust.bounded_time(db.conn),
            ):
                store_trust.require_harmless(db.conn, self.path)
                store_file.require_own_tables(db, self.path, self._migrations)
                if whole:
                    store_file.require_sound(db, self.path)
                yield db.conn
        except sqlite3.Error as error:
            with store_connect.damage_told_apart(self.path):
                raise store_file.read_error(self.path, error) from error
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise CaseError(Problem.DAMAGED, str(self.path), str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            raise NotSavedError(Problem.READ_ONLY, str(self.path))
        if self._lock is not None and self._lock.is_doubtful and not self._lock.renew():
            raise NotSavedError(Problem.LOCKED, str(self.path))
        with store_file.saving(self.path):
            try:
                with self._db.atomic():
                    yield self._db.conn
            finally:
                # A COMMIT that failed for want of space can leave its transaction open.
                with suppress(sqlite3.Error):
                    if self._db.conn.in_transaction:
                        self._db.conn.rollback()


@dataclass(frozen=True, slots=True)
class Integrity:
    """What SQLite says of a case file, and what the file holds if that can be read at all.

    `complaints` are SQLite's own words on damaged pages and indexes, or why the rows can't be
    read; `dangling` names rows that refer to rows which are not there; `unguarded` the triggers
    that keep the journal from being rewritten and that are missing or not ours; `strangers` what
    else stands in the schema and is not ours; `missing_views` what readers with other tools miss.
    """

    complaints: tuple[str, ...]
    dangling: tuple[str, ...] = ()
    unguarded: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    missing_views: tuple[str, ...] = ()
    contents: Contents | None = None


def read_integrity(path: Path) -> Integrity:
    """Look the whole file over, without changing it.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION.
    """
    store_file.require_case(path)
    try:
        with store_file.open_copy(path) as db:
            found = [str(row[0]) for row in db.conn.execute("PRAGMA integrity_check(20)")]
            if found != ["ok"]:
                return Integrity(tuple(found))
            dangling = [
                f"{table} {number}" for table, number, *_ in db.conn.execute("PRAGMA foreign_key_check")
            ]
            return Integrity(
                complaints=(),
                dangling=tuple(dangling),
                unguarded=store_objects.unguarded(db.conn),
                strangers=store_objects.strangers(db.conn),
                missing_views=store_objects.missing_views(db.conn),
                contents=None if store_objects.strangers(db.conn) else store_rows.read(db.conn),
            )
    except CaseError as error:
        if error.problem in (Problem.DAMAGED, Problem.NOT_A_DATABASE, Problem.CASE_TOO_LARGE):
            return Integrity((error.detail or str(error.problem),))
        raise
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        return Integrity((str(error),))


def read_digests(path: Path) -> frozenset[str]:
    """Return the SHA-256 of the sources that a case file holds, without opening it as a case.

    Raises:
        CaseError: it is no case file that we can read.
    """
    with store_file.open_to_read(path) as db, store_trust.bounded_time(db.conn, 1.0):
        store_trust.require_harmless(db.conn, path)
        rows = db.conn.execute("SELECT sha256 FROM sources WHERE NOT removed").fetchall()
    return frozenset(str(row[0]) for row in rows)
