"""Whether a case file holds together: what `reconciler check` reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from reconciler.case import store
from reconciler.case.ledger import Ledger
from reconciler.case.records import Contents, EntryRows
from reconciler.model import (
    Act,
    Decision,
    MatchId,
    Source,
    SourceId,
    Standing,
    Statement,
    StatementId,
    Verdict,
)


class FindingKind(StrEnum):
    """What can be wrong with a case file that SQLite opens."""

    DAMAGED = "damaged"
    DANGLING = "dangling"
    UNGUARDED = "unguarded"
    STRANGER = "stranger"
    MISSING_VIEW = "missing_view"
    NOT_ITS_TEXT = "not_its_text"
    OVERLAPPING = "overlapping"
    MISPLACED_MATCH = "misplaced_match"
    BROKEN_HISTORY = "broken_history"
    INCONSISTENT_DECISION = "inconsistent_decision"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `where` names the row, such as ``statements 12``."""

    kind: FindingKind
    where: str
    detail: str = ""


def check(path: Path) -> tuple[Finding, ...]:
    """Return all that is wrong with a case file; nothing when it is sound. The file is only read.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION.
    """
    integrity = store.read_integrity(path)
    found = [Finding(FindingKind.DAMAGED, str(path), complaint) for complaint in integrity.complaints]
    found += [Finding(FindingKind.DANGLING, row) for row in integrity.dangling]
    found += [Finding(FindingKind.UNGUARDED, name) for name in integrity.unguarded]
    found += [Finding(FindingKind.STRANGER, name) for name in integrity.strangers]
    found += [Finding(FindingKind.MISSING_VIEW, name) for name in integrity.missing_views]
    if integrity.contents is not None and not integrity.dangling:
        found += _examine(integrity.contents)
    return tuple(found)


def _examine(contents: Contents) -> Iterator[Finding]:
    sources = {record.source.id: record.source for record in contents.sources}
    yield from _statements(contents, sources)
    yield from _matches(contents)
    yield from _decisions(contents)
    yield from _history(contents)


def _statements(contents: Contents, sources: dict[SourceId, Source]) -> Iterator[Finding]:
    for each in contents.statements:
        where = f"statements {each.id}"
        text = sources[each.source].text
        if text[each.start : each.end] != each.text:
            yield Finding(FindingKind.NOT_ITS_TEXT, where)
        for signal in each.signals:
            if text[signal.start : signal.end] != signal.text:
                yield Finding(FindingKind.NOT_ITS_TEXT, where, signal.kind)
    for one, other in pairwise(contents.statements):
        if one.source == other.source and other.start < one.end:
            yield Finding(FindingKind.OVERLAPPING, f"statements {other.id}", f"statements {one.id}")


def _matches(contents: Contents) -> Iterator[Finding]:
    statements: dict[StatementId, Statement] = {each.id: each for each in contents.statements}
    for match in contents.matches:
        left, right = statements[match.left].source, statements[match.right].source
        if left >= right:
            yield Finding(FindingKind.MISPLACED_MATCH, f"matches {match.id}")


def _decisions(contents: Contents) -> Iterator[Finding]:
    """Replay the journal: each row must follow from the one before it and from its act."""
    decisions = [row for rows in contents.rows.values() for row in rows.decisions]
    rows = {row.id: row for row in decisions}
    before: dict[int, Standing] = {}
    standing: dict[MatchId, Standing] = {}
    for row in decisions:
        before[row.id] = standing.get(row.match, Standing())
        undone = rows.get(row.undoes) if row.undoes is not None else None
        if not _follows(row, before[row.id], undone, before.get(undone.id) if undone else None):
            yield Finding(FindingKind.INCONSISTENT_DECISION, f"decisions {row.id}", row.act)
        standing[row.match] = row.standing


def _follows(row: Decision, before: Standing, undone: Decision | None, earlier: Standing | None) -> bool:
    after = row.standing
    if row.act in (Act.UNDO, Act.REDO):
        reversed_to = earlier if row.act is Act.UNDO or undone is None else undone.standing
        return undone is not None and undone.match == row.match and after == reversed_to
    match row.act:
        case Act.CLEAR | Act.UNLINK:
            return after == Standing(note=before.note)
        case Act.NOTE:
            return (after.verdict, after.relation) == (before.verdict, before.relation)
        case Act.VERDICT:
            return after.verdict is not None and after.note == before.note
        case Act.LINK | Act.RELATION:
            return after.verdict is Verdict.CONFIRMED and after.note == before.note
    return True


def _history(contents: Contents) -> Iterator[Finding]:
    ledger = Ledger()
    for entry in contents.entries:
        try:
            ledger.append(entry, EntryRows())
        except ValueError as error:
            yield Finding(FindingKind.BROKEN_HISTORY, f"entries {entry.id}", str(error))
            return
