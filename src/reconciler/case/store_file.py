"""A case file as SQLite and the operating system see it: made, opened, looked over, copied."""

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.case.store_connect import (
    UNTOUCHED,
    connect,
    connect_to_read,
    connect_to_write,
    damage_told_apart,
    in_memory,
    log_paths,
    translate,
    translated,
    translated_reading,
    uri,
)
from reconciler.case.store_migrations import Migration
from reconciler.case.store_naming import appearing_whole, remove
from reconciler.case.store_schema import (
    APPLICATION_ID,
    MIGRATIONS,
    NOT_READ_AT_OPENING,
    SUFFIX,
    create_script,
    version_after,
)
from reconciler.case.store_trust import (
    altered_tables,
    bounded_time,
    require_bounded,
    require_harmless,
)
from reconciler.errors import CaseError, NotSavedError, Problem

if TYPE_CHECKING:
    from sqlite_utils import Database

_HEADER_LENGTH = 100


def preload() -> None:
    """Import what a case needs, so that a worker can do it before the first case is opened (0.2 s)."""
    import filelock
    import sqlite_utils

    from reconciler.alignment import differences

    _ = filelock, sqlite_utils
    differences.preload()


def require_case(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Make sure, by its first bytes alone, that a file is a case that we know; it is left untouched.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION.
    """
    if path.is_dir():
        raise CaseError(Problem.IS_FOLDER, str(path))
    if not path.exists():
        raise CaseError(Problem.NOT_FOUND, str(path))
    if not path.is_file() or path.stat().st_size < _HEADER_LENGTH:
        raise CaseError(Problem.NOT_A_DATABASE, str(path))
    if not os.access(path, os.R_OK):
        raise CaseError(Problem.UNREADABLE, str(path))
    application, version = _read_header(path)
    if application != APPLICATION_ID:
        raise CaseError(Problem.NOT_A_CASE, str(path))
    if version > version_after(migrations):
        raise CaseError(Problem.NEWER_VERSION, str(path), str(version))


def _read_header(path: Path) -> tuple[int, int]:
    """Return application id and version as the file itself has them, without its log.

    By SQLite: to open and close the file any other way would take away all locks that this process
    holds on it (POSIX), and another program would remove the log of a case that is open.
    """
    with translated_reading(path), closing(sqlite3.connect(uri(path, UNTOUCHED), uri=True)) as conn:
        # While a log is folded back, and after that was broken off, the first page counts more pages than
        # there are: without its log SQLite calls such a file damaged, unless it is told to be lenient.
        conn.execute("PRAGMA writable_schema = ON")
        application = int(conn.execute("PRAGMA application_id").fetchone()[0])
        return application, int(conn.execute("PRAGMA user_version").fetchone()[0])


def can_be_written(path: Path) -> bool:
    """Whether the system lets us write the file and, beside it, its log."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def create_file(path: Path) -> None:
    """Make an empty case file that only its owner may read.

    Raises:
        CaseError: EXISTS; DISK_FULL or WRITE_FAILED, and then no file is left.
    """
    with appearing_whole(path) as fresh, translated(fresh), closing(connect(fresh, "mode=rw")) as db:
        # Before the file goes over to WAL, so that its first bytes say at once what it is.
        db.conn.executescript(
            f"BEGIN; {create_script()} PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {version_after(MIGRATIONS)}; COMMIT;"
        )


def open_to_write(
    path: Path, migrations: tuple[Migration, ...], *, looked_over: bool = False
) -> "Database | None":
    """Open a case file that is locked for us, checked (unless it was) and brought up to date.

    Returns None where the system lets us read the file but not write it.

    Raises:
        CaseError: DAMAGED, STRANGE_SCHEMA, CASE_TOO_LARGE, NOT_A_DATABASE, NEWER_VERSION, LOCKED, DISK_FULL,
            WRITE_FAILED.
    """
    with damage_told_apart(path):
        looked_over = looked_over or _look_over(path, migrations)
    try:
        with damage_told_apart(path):
            db = connect_to_write(path)
        try:
            with damage_told_apart(path), translated(path):
                if not looked_over:
                    _require_fit(db, path)
                _migrate(db, path, migrations)
        except BaseException:
            db.close()
            raise
    except CaseError as error:
        if error.problem is Problem.READ_ONLY:
            return None
        raise
    return db


def is_half_written(path: Path) -> bool:
    """Whether a program that died was writing, without a log: what it wrote is taken back by writing."""
    return log_paths(path)[2].exists()


def _look_over(path: Path, migrations: tuple[Migration, ...]) -> bool:
    """Look a file over before anything is written, so that one that is refused stays as it is.

    Answers whether it was: what a program that died was writing can only be taken back by writing.
    """
    if is_half_written(path):
        return False
    with translated(path), closing(connect_to_read(path, alone=True)) as db:
        if _version(db, path, migrations) == version_after(migrations):
            require_own_tables(db, path, migrations)
        _require_fit(db, path)
    return True


def _require_fit(db: "Database", path: Path) -> None:
    with bounded_time(db.conn):
        require_harmless(db.conn, path)
        require_sound(db, path)


def is_older(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> bool:
    """Whether a case file is of an older version and would be brought up to date.

    Raises:
        CaseError: as `require_case`.
    """
    require_case(path, migrations)
    return _read_header(path)[1] < version_after(migrations)


@contextmanager
def open_to_read(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> "Iterator[Database]":
    """Give a case file to read, leaving it as it is: also on a folder or a medium that can't be written.

    What another window has decided but not folded back yet is seen as well. A file of an older
    version is brought up to date in memory only.

    Raises:
        CaseError: as `require_case`, DAMAGED and STRANGE_SCHEMA.
    """
    require_case(path, migrations)
    with translated_reading(path):
        db = connect_to_read(path)
        try:
            version = _version(db, path, migrations)
            if version < version_after(migrations):
                require_harmless(db.conn, path)
                db = in_memory(db, path)
                _take_steps(db, path, version, migrations)
            yield db
        finally:
            db.close()


@contextmanager
def open_copy(path: Path) -> "Iterator[Database]":
    """Give a copy of a case file in memory: of a file that is only read, SQLite checks less.

    Raises:
        CaseError: as `open_to_read`.
    """
    with open_to_read(path) as db, closing(in_memory(db, path)) as copy:
        yield copy


def require_sound(db: "Database", path: Path) -> None:
    """Let SQLite look over the file, but for what is read on demand: a case opens fast whatever it keeps.

    Raises:
        CaseError: DAMAGED, with SQLite's first complaint; CASE_TOO_LARGE.
    """
    require_bounded(db.conn, path)
    names = [str(row[0]) for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in ("sqlite_schema", *sorted({*names}.difference(NOT_READ_AT_OPENING))):
        complaint = db.conn.execute(f"PRAGMA quick_check({_quoted(name)})").fetchone()
        if complaint != ("ok",):
            raise CaseError(Problem.DAMAGED, str(path), str(complaint[0]) if complaint else "")


def require_own_tables(db: "Database", path: Path, migrations: tuple[Migration, ...]) -> None:
    """Make sure that our tables are as the present version makes them, with no rule of a stranger's.

    Of other steps than the program's own (a test's) it is not known what they make.

    Raises:
        CaseError: STRANGE_SCHEMA.
    """
    for name in altered_tables(db.conn) if migrations is MIGRATIONS else ():
        raise CaseError(Problem.STRANGE_SCHEMA, str(path), f"table {name}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def copy_to(db: "Database", target: Path) -> None:
    """Write a whole copy by SQLite's own backup into a new file, only its owner's to read.

    Raises:
        CaseError: EXISTS, DISK_FULL, WRITE_FAILED; then no file is left.
    """
    with appearing_whole(target) as fresh, translated(fresh), closing(connect(fresh, "mode=rw")) as copy:
        db.conn.backup(copy.conn)


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a failed write into `NotSavedError`."""
    try:
        yield
    except sqlite3.Error as error:
        translated = translate(path, error)
        problem = translated.problem if translated.problem is Problem.DISK_FULL else Problem.WRITE_FAILED
        raise NotSavedError(problem, str(path), str(error)) from error


def read_error(path: Path, error: sqlite3.Error) -> CaseError:
    """Say what SQLite's word on a read means for a case file: it is damaged, or can't be read now."""
    translated = translate(path, error)
    if translated.problem in (Problem.CASE_TOO_LARGE, Problem.DISK_FULL, Problem.LOCKED):
        return translated
    refused = translated.problem in (Problem.READ_ONLY, Problem.WRITE_FAILED)
    return CaseError(Problem.UNREADABLE if refused else Problem.DAMAGED, str(path), str(error))


def _migrate(db: "Database", path: Path, migrations: tuple[Migration, ...]) -> None:
    version = _version(db, path, migrations)
    if version == version_after(migrations):
        return
    backup = _backup_path(path, version)
    copy_to(db, backup)
    try:
        _take_steps(db, path, version, migrations)
    except BaseException:
        remove(backup)
        raise
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _version(db: "Database", path: Path, migrations: tuple[Migration, ...]) -> int:
    """Return the version of an open file: what its log says goes before the file's first bytes."""
    version = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    if version > version_after(migrations):
        raise CaseError(Problem.NEWER_VERSION, str(path), str(version))
    return version


def _take_steps(db: "Database", path: Path, version: int, migrations: tuple[Migration, ...]) -> None:
    # A table that others refer to can be made anew only while SQLite doesn't check references.
    db.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            for step in migrations[version - 1 :]:
                step(db)
            db.conn.execute(f"PRAGMA user_version = {version_after(migrations)}")
            require_own_tables(db, path, migrations)
    finally:
        db.conn.execute("PRAGMA foreign_keys = ON")


def _backup_path(path: Path, version: int) -> Path:
    stem = path.name.removesuffix(SUFFIX)
    names = itertools.chain([""], (f"-{count}" for count in itertools.count(2)))
    candidates = (path.with_name(f"{stem}.v{version}-backup{extra}{SUFFIX}") for extra in names)
    return next(candidate for candidate in candidates if not candidate.exists())
