"""What goes to and comes from a case file: values between `Case` and its store."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reconciler.model import (
    ClaimPart,
    Decision,
    Entry,
    EntryId,
    Match,
    MatchId,
    Pin,
    Run,
    RunId,
    Silence,
    Source,
    SourceId,
    Statement,
    StatementId,
    Subject,
)

Pair = tuple[SourceId, SourceId]
"""Two sources, the one that stands first in the case first."""


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One text of a source that was brought up to date at some time."""

    source: SourceId
    number: int
    text: str
    sha256: str
    imported_at: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as the file keeps it.

    `given_date` is the date that the user named for a source that has none of its own;
    `removed` is true once the act that added the source was undone, or the source taken out;
    `version` is the number of the version whose text the source has; by `position` the sources
    are in order.
    """

    source: Source
    given_date: str | None = None
    removed: bool = False
    version: int = 1
    position: int = 0

    def at_version(self, version: VersionRecord) -> "SourceRecord":
        """Return the record with another version's text as the present one."""
        source = replace(
            self.source,
            text=version.text,
            sha256=version.sha256,
            imported_at=version.imported_at,
            name=version.name,
        )
        return replace(self, source=source, version=version.number)


@dataclass(frozen=True, slots=True)
class OriginalRecord:
    """What a version of a source was read from; `packed` are the bytes, compressed by zlib."""

    source: SourceId
    version: int
    media_type: str
    origin: str | None
    left_out: tuple[str, ...]
    packed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """One property of a source that an entry changed.

    Adding a source takes ``removed`` from ``1`` to ``0``, taking it out the other way; a new text
    takes ``version`` from one number to another, another order ``position``.
    """

    entry: EntryId
    source: SourceId
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SettingEdit:
    """One setting of the case that an entry changed, both values as text."""

    entry: EntryId
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What an entry says of a silence, a pin or a claim, beside verdicts; the last one of a subject tells.

    Of a silence and a pin ``1`` says that it is, of a claim the text; nothing is said by an empty text.
    """

    entry: EntryId
    about: Subject
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement that an entry retired, or one that it put in or brought back."""

    entry: EntryId
    statement: StatementId
    retired: bool


class Outcome(StrEnum):
    """Where what was decided of a match went when one of its statements was retired."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    REATTACHED = "reattached"


@dataclass(frozen=True, slots=True)
class Carrying:
    """What became of a match in an entry that retired one of its statements; `match` is None when GONE."""

    entry: EntryId
    former: MatchId
    match: MatchId | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was proposed in some pairs of sources before an entry that aligned them again.

    Of the matches the confidence, the reasons and the run count; a pair that was not aligned has
    no run.
    """

    proposals: tuple[Match, ...]
    runs: Mapping[Pair, RunId | None]


@dataclass(frozen=True, slots=True)
class EntryRows:
    """The rows of the journal that belong to one entry."""

    decisions: tuple[Decision, ...] = ()
    edits: tuple[SourceEdit, ...] = ()
    settings: tuple[SettingEdit, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    carryings: tuple[Carrying, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def tells_of_matches_only(self) -> bool:
        """Whether all that its entry speaks of are the matches decided, as most of a long journal does."""
        return not (self.edits or self.statements or self.remarks)

    def decided(self) -> tuple[MatchId, ...]:
        """Return the matches that its decisions are about, each once."""
        if len(self.decisions) == 1:
            return (self.decisions[0].match,)
        return tuple(dict.fromkeys([row.match for row in self.decisions]))

    def described(self, entry: Entry, sources: Mapping[StatementId, SourceId]) -> Entry:
        """Return the entry with what its rows speak of, given where each statement belongs."""
        if self.tells_of_matches_only:
            return replace(entry, matches=self.decided())
        changed = (sources[change.statement] for change in self.statements)
        edited = (edit.source for edit in self.edits)
        subjects = [remark.about for remark in self.remarks]
        pinned = (about.match for about in subjects if isinstance(about, Pin))
        return replace(
            entry,
            matches=tuple(dict.fromkeys((*(decision.match for decision in self.decisions), *pinned))),
            sources=tuple(dict.fromkeys((*edited, *changed))),
            silences=tuple(about for about in subjects if isinstance(about, Silence)),
            statements=tuple(
                dict.fromkeys(about.statement for about in subjects if isinstance(about, ClaimPart))
            ),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that go to disk together or not at all.

    Of `changed_matches` the confidence, the reasons and the run are written, of
    `changed_signals` the signals, which take the place of all that the statement had, of
    `renumbered` the ordinals. `aligned` names the run of each pair, or None where a pair is
    aligned no more; `replaced` is what the entry put something else in the place of.
    """

    entry: Entry | None = None
    rows: EntryRows = field(default_factory=EntryRows)
    new_sources: tuple[SourceRecord, ...] = ()
    new_versions: tuple[VersionRecord, ...] = ()
    originals: tuple[OriginalRecord, ...] = ()
    new_statements: tuple[Statement, ...] = ()
    renumbered: tuple[Statement, ...] = ()
    changed_sources: tuple[SourceRecord, ...] = ()
    run: Run | None = None
    aligned: Mapping[Pair, RunId | None] = field(default_factory=dict)
    replaced: Replaced | None = None
    new_matches: tuple[Match, ...] = ()
    changed_matches: tuple[Match, ...] = ()
    deleted_matches: tuple[MatchId, ...] = ()
    changed_signals: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The articles that are shown first, before the rest of a case is read; signals are not among that.

    `sources` are all that the case has now, in their order, `statements` those of the articles.
    """

    sources: tuple[Source, ...]
    statements: Mapping[SourceId, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a case file holds, as read when it is opened, but for what is read on demand.

    `last_match` is the highest number that a match ever had, so that none is given twice.
    `retired` are the statements that others stand in the place of, `held` the matches that the
    history of alignments refers to.
    """

    sources: tuple[SourceRecord, ...]
    versions: tuple[VersionRecord, ...]
    statements: tuple[Statement, ...]
    retired: frozenset[StatementId]
    matches: tuple[Match, ...]
    held: frozenset[MatchId]
    runs: tuple[Run, ...]
    aligned: Mapping[Pair, RunId]
    entries: tuple[Entry, ...]
    rows: Mapping[EntryId, EntryRows]
    view_state: str | None
    last_match: MatchId
