"""A new case out of what can be read of a damaged one."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from reconciler.alignment import PairAlignment
from reconciler.case import store_naming
from reconciler.case.case import Case
from reconciler.case.checking import check
from reconciler.case.records import Contents, OriginalRecord, SourceRecord
from reconciler.case.store import Store
from reconciler.case.store_recovery import Salvage, salvage
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Article,
    Decision,
    MatchId,
    Proposal,
    Segment,
    SourceDraft,
    SourceId,
    Statement,
    StatementId,
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """How much a new case holds of a damaged one.

    `gaps` are the places at which nothing could be read, `dropped` the rows that were read and could
    not be kept. `whole_history` says whether the history was kept with all its acts; without it the
    new case holds what stood last, decided anew under the names of those who had decided it.
    """

    sources: int
    statements: int
    matches: int
    decided: int
    gaps: int
    dropped: int
    whole_history: bool


def recover(path: Path, target: Path) -> Recovered:
    """Write what can be read of a case file into a new one that is sound; the old one is left as it is.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, NOT_A_DATABASE, NOT_A_CASE, NEWER_VERSION;
            NOTHING_RECOVERED where not even an article could be read; EXISTS, DISK_FULL, WRITE_FAILED for
            the new file.
    """
    with store_naming.appearing_whole(target.absolute()) as fresh:
        found = salvage(path, fresh)
        whole = _is_sound(fresh)
        if not whole:
            _restate(path, fresh)
        told = _told(fresh, found, whole=whole)
        _require_articles(path, told)
    return told


def _require_articles(path: Path, told: Recovered) -> None:
    if not told.sources:
        raise CaseError(Problem.NOTHING_RECOVERED, str(path))


def _is_sound(path: Path) -> bool:
    if check(path):
        return False
    with suppress(CaseError), Case.open(path, read_only=True):
        return True
    return False


def _told(path: Path, found: Salvage, *, whole: bool) -> Recovered:
    with Case.open(path) as case:
        statements = sum(len(case.statements(source.id)) for source in case.sources)
        decided = sum(case.standing(match).verdict is not None for match in case.matches)
        return Recovered(
            *(len(case.sources), statements, len(case.matches), decided),
            *(found.gaps, found.dropped, whole),
        )


def _restate(path: Path, target: Path) -> None:
    """Make the case anew by the acts that lead to what stood last: its history has lost some of its own."""
    store = Store.open(target, read_only=True)
    contents = store.read()
    records = _present(contents)
    originals = {each.source.id: store.read_original(each.source.id, each.version) for each in records}
    store_naming.remove(target)
    with Case.create(target) as case:
        case.add_sources([_draft(each, contents, originals[each.source.id]) for each in records])
        sources = {each.source.id: new.id for each, new in zip(records, case.sources, strict=True)}
        _take_signals(case, contents, records)
        last = _last(contents)
        _take_decisions(case, last, _take_matches(case, contents, sources, last))
    if check(target):
        raise CaseError(Problem.NOTHING_RECOVERED, str(path))


def _present(contents: Contents) -> list[SourceRecord]:
    """Return the sources that were in the case, each article once."""
    by_digest: dict[str, SourceRecord] = {}
    for record in contents.sources:
        if not record.removed:
            by_digest.setdefault(record.source.sha256, record)
    return list(by_digest.values())


def _take_signals(case: Case, contents: Contents, records: list[SourceRecord]) -> None:
    for record, source in zip(records, case.sources, strict=True):
        carried = {(each.start, each.end): each.signals for each in _standing(record, contents)}
        case.record_signals({each.id: carried[each.start, each.end] for each in case.statements(source.id)})


def _draft(record: SourceRecord, contents: Contents, original: OriginalRecord | None) -> SourceDraft:
    source = record.source
    article = Article(
        *(source.name, source.text, source.sha256, source.title, source.outlet, source.url),
        published=None if source.published_assumed else source.published,
    )
    if original is not None:
        # Its bytes are packed already: those of the article are not looked at then.
        article = replace(
            article,
            original=b"",
            media_type=original.media_type,
            origin=original.origin,
            left_out=original.left_out,
        )
    segments = tuple(Segment(each.start, each.end, each.kind) for each in _standing(record, contents))
    return SourceDraft(article, source.language, segments, original.packed if original else None)


def _standing(record: SourceRecord, contents: Contents) -> Iterator[Statement]:
    """Give the statements of a source's present text, none over another."""
    end = 0
    members = (
        each
        for each in contents.statements
        if each.source == record.source.id
        and each.version == record.version
        and each.id not in contents.retired
    )
    for each in sorted(members, key=lambda one: (one.start, one.id)):
        if each.start >= end and record.source.text[each.start : each.end] == each.text:
            end = each.end
            yield each


def _take_matches(
    case: Case,
    contents: Contents,
    sources: dict[SourceId, SourceId],
    last: dict[MatchId, Decision],
) -> dict[MatchId, MatchId]:
    """Propose in the new case what stands between the same words, and say which match became which."""
    at = {
        (each.source, each.start, each.end): each
        for source in case.sources
        for each in case.statements(source.id)
    }
    same: dict[StatementId, Statement | None] = {
        each.id: at.get((sources[each.source], each.start, each.end))
        for each in contents.statements
        if each.source in sources and each.id not in contents.retired
    }
    kept: dict[MatchId, Proposal] = {}
    pairs: dict[tuple[SourceId, SourceId], list[Proposal]] = {}
    for match in contents.matches:
        left, right = same.get(match.left), same.get(match.right)
        decided = match.id in last and last[match.id].verdict is not None
        if left and right and left.source < right.source and (decided or match.run is not None):
            kept[match.id] = Proposal(left.id, right.id, match.confidence, tuple(match.reasons))
            pairs.setdefault((left.source, right.source), []).append(kept[match.id])
    case.record_run("recovered", "{}", [PairAlignment(*pair, tuple(each)) for pair, each in pairs.items()])
    numbers = {(match.left, match.right): number for number, match in case.matches.items()}
    return {former: numbers[each.left, each.right] for former, each in kept.items()}


def _last(contents: Contents) -> dict[MatchId, Decision]:
    rows = (row for each in contents.rows.values() for row in each.decisions)
    return {row.match: row for row in sorted(rows, key=lambda row: row.id)}


def _take_decisions(case: Case, last: dict[MatchId, Decision], numbers: dict[MatchId, MatchId]) -> None:
    for former, row in last.items():
        if former not in numbers:
            continue
        case.analyst = row.analyst
        if row.verdict is not None:
            case.decide([numbers[former]], row.verdict, row.relation)
        if row.note:
            case.annotate(numbers[former], row.note)
