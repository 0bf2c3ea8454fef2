"""Connections to a case file: to write with SQLite's log, or with a journal where none works, and to read."""

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.case.store_lock import lock_path
from reconciler.case.store_place import is_remote
from reconciler.case.store_trust import bounded_time, limit
from reconciler.errors import CaseError, Problem

if TYPE_CHECKING:
    from sqlite_utils import Database

UNTOUCHED = "mode=ro&immutable=1"
_BUSY_SECONDS = 1.0
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_CANNOT_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


def log_paths(case: Path) -> tuple[Path, Path, Path]:
    """Return where SQLite keeps what is not in the file yet: the write-ahead log, its index, the journal."""
    real = case.resolve()
    log, index, journal = (real.with_name(real.name + end) for end in ("-wal", "-shm", "-journal"))
    return log, index, journal


def connect(path: Path, parameters: str, first: Sequence[str] = ()) -> "Database":
    """Connect to a file that is there; `first` is said before the file is looked at.

    Raises:
        CaseError: what SQLite says of the file.
    """
    from sqlite_utils import Database

    with translated(path):
        conn = sqlite3.connect(uri(path, parameters), uri=True, timeout=_BUSY_SECONDS)
    return _configured(Database(conn, execute_plugins=False), path, first)


def uri(path: Path, parameters: str) -> str:
    """Return the address by which SQLite opens a file."""
    return f"{path.absolute().as_uri()}?{parameters}"


def _configured(db: "Database", path: Path, first: Sequence[str] = ()) -> "Database":
    try:
        with translated(path):
            for each in first:
                db.conn.execute(each)
            # What a stranger's file brings along in views and triggers may not reach outside of it.
            limit(db.conn)
            db.conn.execute("PRAGMA trusted_schema = OFF")
            db.conn.execute("PRAGMA cell_size_check = ON")
            db.conn.execute("PRAGMA foreign_keys = ON")
            db.conn.execute("PRAGMA synchronous = FULL")
            db.conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db


# To write -----------------------------------------------------------------------------------------------


def connect_to_write(path: Path) -> "Database":
    """Connect to a case of which we have the lock: with a log, or with a journal where none works.

    Raises:
        CaseError: READ_ONLY, the system does not let us write; LOCKED, DISK_FULL, WRITE_FAILED, DAMAGED.
    """
    if not is_remote(path):
        try:
            return _with_log(path)
        except CaseError as error:
            if error.problem not in (Problem.READ_ONLY, Problem.WRITE_FAILED):
                raise
    return _with_journal(path)


def has_log(db: "Database") -> bool:
    """Whether a connection to write keeps a write-ahead log."""
    return bool(db.conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _with_log(path: Path) -> "Database":
    db = connect(path, "mode=rw")
    try:
        with translated(path):
            _set_mode(db, path, "wal", Problem.READ_ONLY)
            db.conn.execute("BEGIN IMMEDIATE")
            db.conn.execute("ROLLBACK")
    except BaseException:
        db.close()
        raise
    return db


def _with_journal(path: Path) -> "Database":
    # With the file to itself SQLite reads a log that was left there without the index that can't be shared.
    db = connect(path, "mode=rw", ["PRAGMA locking_mode = EXCLUSIVE"])
    try:
        with translated(path):
            _set_mode(db, path, "delete", Problem.LOCKED)
            db.conn.execute("PRAGMA locking_mode = NORMAL")
            # The folder as well: a journal that comes back after a loss of power takes back what was saved.
            db.conn.execute("PRAGMA synchronous = EXTRA")
            version = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
            db.conn.execute("BEGIN IMMEDIATE")
            db.conn.execute(f"PRAGMA user_version = {version}")  # shows that it can be written
            db.conn.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _set_mode(db: "Database", path: Path, mode: str, otherwise: Problem) -> None:
    if db.conn.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0] != mode:
        raise CaseError(otherwise, str(path))


# To read ------------------------------------------------------------------------------------------------


def connect_to_read(path: Path, *, alone: bool = False) -> "Database":
    """Connect to a case so that nothing of it is changed, with what another window has written so far.

    `alone` says that we have its lock, so that nobody writes to it meanwhile.

    Raises:
        CaseError: what SQLite says of the file.
    """
    log, _, journal = log_paths(path)
    if not (log.exists() or journal.exists() or (lock_path(path).exists() and not alone)):
        return connect(path, UNTOUCHED)
    try:
        return connect(path, "mode=ro")
    except CaseError as error:
        if error.problem not in (Problem.READ_ONLY, Problem.WRITE_FAILED):
            raise
    # The log can't be read where it lies, for example in a folder that can't be written.
    return _connect_to_copy(path)


def _connect_to_copy(path: Path) -> "Database":
    with copied(path) as copy, translated(path):
        # With the file to itself SQLite needs no index that is shared.
        try:
            db = connect(copy, "mode=rw", ["PRAGMA locking_mode = EXCLUSIVE"])
        except CaseError as error:
            raise CaseError(error.problem, str(path), error.detail) from error
        return in_memory(db, path)


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """Give a private copy of a case file with its log, that is gone afterwards; the file stays as it is.

    Raises:
        CaseError: UNREADABLE, the file; DISK_FULL or WRITE_FAILED, the folder of temporary files.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="reconciler-")
    except OSError as error:
        raise _no_temporary_file(error) from error
    with folder as name:
        copy = Path(name) / "copy"
        ours, theirs = log_paths(copy), log_paths(path)
        for source, target in ((path, copy), (theirs[0], ours[0]), (theirs[2], ours[2])):
            if source.exists():
                _copy(source, target)
        yield copy


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise _no_temporary_file(error) from error
        raise CaseError(Problem.UNREADABLE, str(source), error.strerror or "") from error


def _no_temporary_file(error: OSError) -> CaseError:
    problem = Problem.DISK_FULL if error.errno in _NO_ROOM else Problem.WRITE_FAILED
    return CaseError(problem, tempfile.tempdir or "", error.strerror or "")


def in_memory(db: "Database", path: Path) -> "Database":
    """Return a copy of a whole file in memory; the connection to the file is closed."""
    from sqlite_utils import Database

    with closing(db):
        memory = Database(sqlite3.connect(":memory:"), execute_plugins=False)
        db.conn.backup(memory.conn)
    return _configured(memory, path)


# What SQLite says ---------------------------------------------------------------------------------------


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a case file into `CaseError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise translate(path, error) from error
    except UnicodeDecodeError as error:
        # What Python makes of a complaint of SQLite that quotes damaged bytes.
        raise CaseError(Problem.DAMAGED, str(path), ascii(error.object)) from error


@contextmanager
def translated_reading(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a case file that is only read into `CaseError`.

    A disk that does not answer is no damage of the file, nor is it said of it that it can't be written.
    """
    try:
        with damage_told_apart(path), translated(path):
            yield
    except CaseError as error:
        if error.where == str(path) and error.problem in (Problem.READ_ONLY, Problem.WRITE_FAILED):
            raise CaseError(Problem.UNREADABLE, str(path), error.detail) from error
        raise


@contextmanager
def damage_told_apart(path: Path) -> Iterator[None]:
    """Let nothing be called damaged that the disk did not give to read: SQLite calls both the same."""
    try:
        yield
    except CaseError as error:
        is_ours = error.problem is Problem.DAMAGED and error.where == str(path)
        if is_ours and _is_of_pages(error.__cause__) and (refusal := _refusal(path)):
            raise CaseError(Problem.UNREADABLE, str(path), refusal) from error
        raise


def _is_of_pages(cause: BaseException | None) -> bool:
    """Whether it is the file's pages that SQLite complained of, as it does without an error as well."""
    code = getattr(cause, "sqlite_errorcode", 0)
    return cause is None or code & 0xFF == sqlite3.SQLITE_CORRUPT


def _refusal(path: Path) -> str:
    """Return what the disk says when a whole file is read; empty where it can be, and is damaged.

    By SQLite's backup: that hands on what the disk says, and to open and close the file any other way
    would take away the locks that this process holds on it.
    """
    parameters = "mode=ro" if log_paths(path)[0].exists() else UNTOUCHED
    try:
        with (
            closing(sqlite3.connect(uri(path, parameters), uri=True)) as conn,
            closing(sqlite3.connect(":memory:")) as copy,
            bounded_time(copy),
        ):
            conn.execute("PRAGMA writable_schema = ON")
            conn.backup(copy)
            is_sound = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.Error as error:
        is_refused = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_IOERR
        return str(error) if is_refused else ""
    # What was refused a moment ago, and no more, was no damage either.
    return "disk I/O error" if is_sound else ""


def translate(path: Path, error: sqlite3.Error) -> CaseError:
    """Say what a complaint of SQLite means for a case file."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    problems = {
        sqlite3.SQLITE_FULL: Problem.DISK_FULL,
        sqlite3.SQLITE_NOTADB: Problem.NOT_A_DATABASE,
        sqlite3.SQLITE_BUSY: Problem.LOCKED,
        sqlite3.SQLITE_LOCKED: Problem.LOCKED,
        sqlite3.SQLITE_IOERR: Problem.WRITE_FAILED,
        sqlite3.SQLITE_INTERRUPT: Problem.CASE_TOO_LARGE,
        sqlite3.SQLITE_TOOBIG: Problem.CASE_TOO_LARGE,
        **dict.fromkeys(_CANNOT_WRITE, Problem.READ_ONLY),
    }
    # What is left is a file that does not hold what a case holds: SQLITE_CORRUPT, a missing table.
    return CaseError(problems.get(code, Problem.DAMAGED), str(path), str(error))
