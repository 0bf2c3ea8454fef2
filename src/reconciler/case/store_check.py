"""Looks a case file over: what SQLite says of it, and whether its rows still hold what they promise."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from reconciler.case import store_file, store_rows
from reconciler.case.records import Contents
from reconciler.case.store_schema import create_script
from reconciler.errors import CaseError, Problem
from reconciler.model import Statement


class Flaw(StrEnum):
    """What can be wrong in a file that SQLite can still read."""

    STORAGE = "storage"
    REFERENCE = "reference"
    SCHEMA = "schema"
    STATEMENT_TEXT = "statement_text"
    STATEMENT_ORDER = "statement_order"
    MATCH_SIDES = "match_sides"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `where` names the row, the table or, for STORAGE, SQLite's own words."""

    flaw: Flaw
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, counted, and what is wrong with it."""

    sources: int
    statements: int
    matches: int
    decisions: int
    findings: tuple[Finding, ...]


def check(path: Path) -> Report:
    """Look the whole file over without changing it, or anything beside it.

    Raises:
        CaseError: it can't be read as a case at all: NOT_FOUND, IS_FOLDER, UNREADABLE,
            NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION, DAMAGED.
    """
    path = path.absolute()
    try:
        with store_file.open_to_read(path) as db:
            findings = [*_storage(db.conn), *_references(db.conn), *_schema(db.conn)]
            contents = store_rows.read(db.conn)
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        raise CaseError(Problem.DAMAGED, str(path), str(error)) from error
    findings += [*_statements(contents), *_matches(contents)]
    live = sum(not record.removed for record in contents.sources)
    return Report(
        live, len(contents.statements), len(contents.matches), len(contents.decisions), tuple(findings)
    )


def _storage(conn: sqlite3.Connection) -> Iterator[Finding]:
    for (complaint,) in conn.execute("PRAGMA integrity_check(20)"):
        if complaint != "ok":
            yield Finding(Flaw.STORAGE, str(complaint))


def _references(conn: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, target, _ in conn.execute("PRAGMA foreign_key_check"):
        yield Finding(Flaw.REFERENCE, f"{table} {row} → {target}")


def _schema(conn: sqlite3.Connection) -> Iterator[Finding]:
    """Find what is missing of our tables, views and guards; what others added is theirs."""
    ours = sqlite3.connect(":memory:")
    try:
        ours.executescript(create_script())
        wanted = _objects(ours)
    finally:
        ours.close()
    for kind, name in sorted(wanted - _objects(conn)):
        yield Finding(Flaw.SCHEMA, f"{kind} {name}")


def _objects(conn: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(conn.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"))


def _statements(contents: Contents) -> Iterator[Finding]:
    texts = {record.source.id: record.source.text for record in contents.sources}
    for each in contents.statements:
        if texts[each.source][each.start : each.end] != each.text:
            yield Finding(Flaw.STATEMENT_TEXT, f"statements {each.id}")
    for one, other in pairwise(contents.statements):
        if _disordered(one, other):
            yield Finding(Flaw.STATEMENT_ORDER, f"statements {other.id}")


def _disordered(one: Statement, other: Statement) -> bool:
    return one.source == other.source and (other.start < one.end or other.ordinal <= one.ordinal)


def _matches(contents: Contents) -> Iterator[Finding]:
    source = {each.id: each.source for each in contents.statements}
    for match in contents.matches:
        if source[match.left] == source[match.right]:
            yield Finding(Flaw.MATCH_SIDES, f"matches {match.id}")
