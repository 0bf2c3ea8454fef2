"""A case made of what `reconciler export --format json` wrote: the same sources, matches and live verdicts.

What stood when it was exported is taken over, with the analyst and the time of each verdict; what was
before (earlier texts, the journal's older rows, the imported bytes) stays in the file it came from.
Nothing of the document is believed unseen: what does not fit is refused, with its place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.alignment import PairAlignment, Settings
from reconciler.case import acts, evidence
from reconciler.case.plans import NO_SCORE, Plan, Ruling
from reconciler.case.records import Batch, EntryRows, Remark
from reconciler.model import (
    Act,
    ClaimField,
    ClaimPart,
    Decision,
    DecisionId,
    Difference,
    EntryId,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Pin,
    Proposal,
    Reason,
    Signal,
    Silence,
    SourceDraft,
    SourceId,
    Standing,
    StatementId,
    Subject,
)

if TYPE_CHECKING:
    from reconciler.case.case import Case
    from reconciler.case.state import State


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """One source; `place` is where it stands in the case's order, `signals` are by statement."""

    draft: SourceDraft
    read_at: str
    place: int
    signals: tuple[tuple[Signal, ...], ...]


@dataclass(frozen=True, slots=True)
class ImportedMatch:
    """One match, its ends numbered as the new case numbers its statements."""

    left: StatementId
    right: StatementId
    confidence: float
    made_by: MadeBy
    reasons: tuple[Reason, ...]
    standing: Standing
    analyst: str
    at: str
    model: str | None
    score_visible: bool
    differences: tuple[Difference, ...]
    pinned: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """A whole case as its document has it; sources in the order in which they were first added."""

    name: str
    sources: tuple[ImportedSource, ...]
    matches: tuple[ImportedMatch, ...]
    silences: tuple[Silence, ...]
    said: Mapping[Subject, str]
    settings: Settings
    model: str | None
    run_settings: str
    assumed_date: str | None


def make(path: Path, imported: Imported, analyst: str | None = None) -> "Case":
    """Return a new case, open, that holds what the document held; none is left where that fails.

    Raises:
        CaseError: EXISTS and what else may happen to a case file; SAME_AS_ANOTHER, two sources are one.
    """
    from reconciler.case.case import Case

    case = Case.create(path, analyst=analyst)
    try:
        _fill(case, imported)
    except BaseException:
        case.close()
        path.unlink(missing_ok=True)
        raise
    return case


def _fill(case: "Case", imported: Imported) -> None:
    for read_at, sources in groupby(imported.sources, key=lambda each: each.read_at):
        drafts = [each.draft for each in sources]
        case.add_sources(drafts, imported.assumed_date, read_at=read_at)
    signals = [each for source in imported.sources for each in source.signals]
    case.record_signals({StatementId(number): each for number, each in enumerate(signals, 1)})
    order = sorted(range(len(imported.sources)), key=lambda place: imported.sources[place].place)
    case.arrange([SourceId(place + 1) for place in order])
    if imported.model is not None:
        case.record_run(imported.model, imported.run_settings, _alignments(case, imported))
    case.take_over(imported)


def _alignments(case: "Case", imported: Imported) -> list[PairAlignment]:
    pairs: dict[tuple[SourceId, SourceId], list[Proposal]] = {
        pair: [] for pair in combinations(sorted(each.id for each in case.sources), 2)
    }
    for each in imported.matches:
        if each.made_by is MadeBy.MODEL:
            pair = case.statement(each.left).source, case.statement(each.right).source
            pairs[pair].append(Proposal(each.left, each.right, each.confidence, each.reasons))
    return [PairAlignment(left, right, tuple(found)) for (left, right), found in pairs.items()]


def plan(state: "State", imported: Imported) -> Plan | None:
    """Plan to take over what was decided and said; one act, that one undo takes back."""
    made: list[Match] = []
    rulings = []
    remarks: dict[Subject, str] = dict.fromkeys(imported.silences, "1")
    for each in imported.matches:
        match = state.matches.between(each.left, each.right)
        if match is None:
            match = _by_hand(MatchId(state.last.match + 1 + len(made)), each)
            made.append(match)
        if each.standing != Standing():
            rulings.append(Ruling(match, Act.IMPORT, each.standing, told=_told(match, each)))
        if each.pinned:
            remarks[Pin(match.id)] = "1"
    remarks.update(imported.said)
    rows = EntryRows(
        settings=acts.setting_edits(state, imported.settings), remarks=_remarks(state.next_entry, remarks)
    )
    if not rulings and not made and rows == EntryRows():
        return None
    return Plan(EntryKind.IMPORT, tuple(rulings), batch=Batch(rows=rows, new_matches=tuple(made)))


def _by_hand(number: MatchId, each: ImportedMatch) -> Match:
    return Match(number, each.left, each.right, each.confidence, MadeBy.HAND, None, each.reasons or NO_SCORE)


def _told(match: Match, each: ImportedMatch) -> Decision:
    """Return the row that the document tells of; entry and numbers are set when it is written."""
    return Decision(
        id=DecisionId(0),
        entry=EntryId(0),
        match=match.id,
        act=Act.IMPORT,
        verdict=each.standing.verdict,
        relation=each.standing.relation,
        note=each.standing.note,
        analyst=each.analyst,
        at=each.at,
        undoes=None,
        confidence=each.confidence,
        evidence=evidence.encode_values(each.reasons),
        model=each.model,
        score_visible=each.score_visible,
        differences=evidence.encode_differences(each.differences),
    )


def _remarks(entry: EntryId, said: Mapping[Subject, str]) -> tuple[Remark, ...]:
    order: tuple[type, ...] = (Silence, Pin, ClaimPart)
    rows = [Remark(entry, about, "", text) for about, text in said.items() if text]
    return tuple(sorted(rows, key=lambda row: order.index(type(row.about))))


def with_new_numbers(
    said: Iterable[tuple[StatementId, ClaimField, str]], numbers: Mapping[int, StatementId]
) -> dict[Subject, str]:
    """Return what is said of claims, labels that name a statement with its number in the new case."""
    found: dict[Subject, str] = {}
    for statement, field, text in said:
        words = text
        if field is ClaimField.LABEL and text.isdecimal():
            words = str(numbers.get(int(text), ""))
        found[ClaimPart(statement, field)] = words
    return found
