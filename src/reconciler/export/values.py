"""What an export is made of: a case as it stands at one moment, as values.

`reconciler.case.dossier` fills them; they hold on to no open file, so that a worker can render them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from reconciler.alignment import Settings
from reconciler.alignment.differences import strength
from reconciler.model import (
    Claim,
    ClaimBasis,
    ClaimField,
    ClaimStanding,
    Decision,
    Difference,
    Entry,
    Match,
    MatchId,
    Run,
    Silence,
    Source,
    SourceId,
    Standing,
    Statement,
    StatementId,
    Subject,
    Verdict,
    Version,
)

LIKELY = 0.5
"""From this confidence on the program itself takes it that two statements belong together."""


class CellState(StrEnum):
    """What one source makes of a claim."""

    SAYS = "says"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    OTHERWISE = "says otherwise"
    SILENT = "silent"
    SEARCHED = "searched"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source with its statements, and the texts that it had before."""

    source: Source
    statements: tuple[Statement, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """One live match with what stands for it; `flagged` when it waits because its words changed.

    One that is not `scored` says nothing of what the program thinks of it: see `unscored`.
    """

    match: Match
    standing: Standing
    differences: tuple[Difference, ...]
    flagged: bool = False
    scored: bool = True

    @property
    def is_confirmed(self) -> bool:
        """Whether the analyst confirmed it."""
        return self.standing.verdict is Verdict.CONFIRMED

    @property
    def is_contradiction(self) -> bool:
        """Whether the analyst holds the two statements to contradict each other."""
        return self.standing.is_contradiction


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of a claim; without statements it is silent, or open while a proposal waits."""

    source: SourceId
    state: CellState
    statements: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """One difference of one match; findings come the strongest first."""

    match: MatchId
    difference: Difference
    likelihood: float


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim, with a cell for each source in the case's order.

    `label` is the statement that the cells are measured against: the shortest whole wording, or the one
    that the analyst chose. `words` name the claim: those of the label, or the analyst's own.
    `origins` are told apart by their keys; `origin_words` are what the articles call them, in their order.
    `said_on` are the statements on which it is said, or would be, what the analyst says of the claim.
    `matches` are those that join it. `first` is the earliest date of an article that says it, an
    assumed one left aside.
    """

    claim: Claim
    label: StatementId
    words: str
    outlets: int
    origins: tuple[str, ...]
    origin_words: tuple[str, ...]
    cells: tuple[Cell, ...]
    matches: tuple[MatchId, ...]
    findings: tuple[FindingRecord, ...]
    standing: ClaimStanding
    said_on: Mapping[ClaimField, StatementId]
    first: str | None

    @property
    def sources(self) -> int:
        """How many sources say something of it."""
        return sum(bool(cell.statements) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One decision with the statements that it was made on."""

    decision: Decision
    left: Statement
    right: Statement


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """What an act said of a silence, a pin or a claim, or took back: `after` is empty then.

    `statements` are the one that it was said on, or both of a pinned match.
    """

    entry: Entry
    about: Subject
    statements: tuple[Statement, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole case at one moment. `made` is that moment: UTC, as the journal writes it.

    `journal` has what was decided of matches, `remarks` what was said beside, both the oldest first.
    `silences`, `pins` and `said` are what the analyst says beside verdicts; `said` is by the statements
    on which it is said of their claims.
    """

    name: str
    made: str
    sources: tuple[SourceRecord, ...]
    matches: tuple[MatchRecord, ...]
    claims: tuple[ClaimRecord, ...]
    findings: tuple[FindingRecord, ...]
    journal: tuple[JournalRow, ...]
    remarks: tuple[RemarkRow, ...]
    entries: tuple[Entry, ...]
    runs: tuple[Run, ...]
    silences: tuple[Silence, ...]
    pins: frozenset[MatchId]
    said: Mapping[StatementId, ClaimStanding]
    settings: Settings
    orphans: int
    scored: bool = True

    @property
    def basis(self) -> ClaimBasis:
        """Whether anything is confirmed: until then the proposals are shown, and said to be such."""
        confirmed = any(each.is_confirmed for each in self.matches)
        return ClaimBasis.CONFIRMED if confirmed else ClaimBasis.PROPOSED


class Form(StrEnum):
    """What a case can be written as."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    JSONLD = "jsonld"


class Group(StrEnum):
    """What is counted when it is said what is in an export and what is left out."""

    CONFIRMED = "confirmed"
    UNSURE = "unsure"
    LIKELY = "likely"
    WEAK = "weak"
    UNDECIDED = "undecided"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Share:
    """So many matches of one group, never none."""

    group: Group
    count: int


@dataclass(frozen=True, slots=True)
class Extent:
    """Which matches are in an export and which are left out."""

    included: tuple[Share, ...]
    left_out: tuple[Share, ...]


_REPORTED = (Group.CONFIRMED, Group.UNSURE, Group.LIKELY, Group.UNDECIDED)


def unscored(dossier: Dossier) -> Dossier:
    """Return the case as who reviews it blind may see it: without confidence, reasons and what follows.

    No proposal is likely or weak then, and findings stand in the order of what differs alone.
    """
    matches = (
        replace(each, match=replace(each.match, confidence=0.0, reasons=()), scored=False)
        for each in dossier.matches
    )
    findings = (replace(each, likelihood=1.0) for each in dossier.findings)
    claims = (
        replace(each, findings=tuple(replace(one, likelihood=1.0) for one in each.findings))
        for each in dossier.claims
    )
    journal = (
        replace(row, decision=replace(row.decision, confidence=0.0, evidence=None, model=None))
        for row in dossier.journal
    )
    places = {each.match.id: place for place, each in enumerate(dossier.matches)}
    return replace(
        dossier,
        matches=tuple(matches),
        findings=tuple(sorted(findings, key=lambda each: (-strength(each.difference), places[each.match]))),
        claims=tuple(claims),
        journal=tuple(journal),
        scored=False,
    )


def group_of(record: MatchRecord) -> Group:
    """Return the group that a match is counted in."""
    match record.standing.verdict:
        case None if not record.scored:
            return Group.UNDECIDED
        case None:
            return Group.LIKELY if record.match.confidence >= LIKELY else Group.WEAK
        case verdict:
            return Group(verdict.value)


def included(dossier: Dossier, form: Form) -> tuple[Group, ...]:
    """Return the groups of matches that an export in this form holds.

    Annotations are those that the case rests on: what is confirmed or, while nothing is, what is likely.
    """
    match form:
        case Form.HTML | Form.PDF | Form.DOCX:
            return _REPORTED
        case Form.JSONLD:
            if dossier.basis is ClaimBasis.CONFIRMED:
                return (Group.CONFIRMED,)
            return Group.LIKELY, Group.UNDECIDED
        case _:
            return tuple(Group)


def extent(dossier: Dossier, form: Form) -> Extent:
    """Return what an export in this form holds, for the analyst to see before it is written."""
    counts = dict.fromkeys(Group, 0)
    for record in dossier.matches:
        counts[group_of(record)] += 1
    shares = [Share(group, count) for group, count in counts.items() if count]
    inside = included(dossier, form)
    return Extent(
        tuple(each for each in shares if each.group in inside),
        tuple(each for each in shares if each.group not in inside),
    )
