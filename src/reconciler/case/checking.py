"""Whether a case file holds together: what `reconciler check` reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from reconciler.case import store
from reconciler.case.ledger import Ledger
from reconciler.case.records import Carrying, Contents, EntryRows, Outcome
from reconciler.model import (
    Act,
    Decision,
    EntryId,
    MatchId,
    Silence,
    Standing,
    Statement,
    StatementId,
    Subject,
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
    MISNUMBERED = "misnumbered"
    MISLAID = "mislaid"
    MISPLACED_MATCH = "misplaced_match"
    BROKEN_HISTORY = "broken_history"
    INCONSISTENT_DECISION = "inconsistent_decision"
    INCONSISTENT_REMARK = "inconsistent_remark"


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
    yield from _statements(contents)
    yield from _versions(contents)
    yield from _matches(contents)
    yield from _decisions(contents)
    yield from _remarks(contents)
    yield from _history(contents)


def _statements(contents: Contents) -> Iterator[Finding]:
    texts = {(each.source, each.number): each.text for each in contents.versions}
    texts.update(((each.source.id, each.version), each.source.text) for each in contents.sources)
    for each in contents.statements:
        where = f"statements {each.id}"
        text = texts.get((each.source, each.version), "")
        if text[each.start : each.end] != each.text:
            yield Finding(FindingKind.NOT_ITS_TEXT, where)
        for signal in each.signals:
            if text[signal.start : signal.end] != signal.text:
                yield Finding(FindingKind.NOT_ITS_TEXT, where, signal.kind)
    standing = [each for each in contents.statements if each.id not in contents.retired]
    for one, other in pairwise(standing):
        where = f"statements {other.id}"
        if one.source != other.source:
            continue
        if other.start < one.end:
            yield Finding(FindingKind.OVERLAPPING, where, f"statements {one.id}")
        if other.ordinal != one.ordinal + 1:
            yield Finding(FindingKind.MISNUMBERED, where)


def _versions(contents: Contents) -> Iterator[Finding]:
    """Look whether each source has its version's text, each statement the state that history gives it."""
    records = {record.source.id: record for record in contents.sources}
    for each in contents.versions:
        record = records[each.source]
        present = record.at_version(each)
        if record.version == each.number and present != record:
            yield Finding(FindingKind.NOT_ITS_TEXT, f"sources {each.source}", f"versions {each.number}")
    of_present = {number: record.version for number, record in records.items()}
    changed = {
        change.statement: change.retired for rows in contents.rows.values() for change in rows.statements
    }
    for statement in contents.statements:
        retired = statement.id in contents.retired
        stale = not retired and statement.version != of_present[statement.source]
        if stale or retired != changed.get(statement.id, False):
            yield Finding(FindingKind.MISLAID, f"statements {statement.id}")


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
    carried = _carried(contents)
    before: dict[int, Standing] = {}
    standing: dict[MatchId, Standing] = {}
    for row in decisions:
        before[row.id] = standing.get(row.match, Standing())
        undone = rows.get(row.undoes) if row.undoes is not None else None
        follows = _follows(row, before[row.id], undone, before.get(undone.id) if undone else None)
        if row.act is Act.CARRY:
            formers = carried.get((row.entry, row.match), ())
            follows = _is_carried(row, formers, [standing.get(each.former, Standing()) for each in formers])
        if row.act is Act.IMPORT and row.undoes is not None:
            follows = undone is not None and undone.match == row.match and row.verdict is None
        if not follows:
            yield Finding(FindingKind.INCONSISTENT_DECISION, f"decisions {row.id}", row.act)
        standing[row.match] = row.standing


def _remarks(contents: Contents) -> Iterator[Finding]:
    """Replay what was said beside verdicts: each row must begin with what stood before it."""
    belongs = {each.id: each.source for each in contents.statements}
    said: dict[Subject, str] = {}
    for number, rows in contents.rows.items():
        for remark in rows.remarks:
            about = remark.about
            own = isinstance(about, Silence) and belongs[about.statement] == about.source
            if own or said.get(about, "") != remark.before:
                yield Finding(FindingKind.INCONSISTENT_REMARK, f"entries {number}")
            said[about] = remark.after


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
            # What settles a disagreement adds to the note who said what.
            settles = before.verdict is None and after.note.startswith(before.note)
            return after.verdict is not None and (settles or after.note == before.note)
        case Act.LINK | Act.RELATION:
            # A match that was moved to other statements brings its note along; none is lost.
            kept = before.note in after.note if row.act is Act.LINK else before.note == after.note
            return after.verdict is Verdict.CONFIRMED and kept
    return True


def _carried(contents: Contents) -> dict[tuple[EntryId, MatchId], list[Carrying]]:
    found: dict[tuple[EntryId, MatchId], list[Carrying]] = {}
    for rows in contents.rows.values():
        for each in rows.carryings:
            if each.match is not None:
                found.setdefault((each.entry, each.match), []).append(each)
    return found


def _is_carried(row: Decision, formers: Sequence[Carrying], standings: Sequence[Standing]) -> bool:
    """Whether what was carried over says on the same words what was said, and nothing yet on other ones."""
    outcomes = {each.outcome for each in formers}
    if Outcome.CHANGED in outcomes:
        return row.verdict is None
    if Outcome.SAME in outcomes:
        return all(row.standing == each for each in standings)
    return bool(formers)


def _history(contents: Contents) -> Iterator[Finding]:
    ledger = Ledger()
    for entry in contents.entries:
        try:
            ledger.append(entry, EntryRows())
        except ValueError as error:
            yield Finding(FindingKind.BROKEN_HISTORY, f"entries {entry.id}", str(error))
            return
