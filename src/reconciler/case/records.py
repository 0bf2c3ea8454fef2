"""What goes to and comes from a case file: values between `Case` and its store."""

from collections.abc import Mapping
from dataclasses import dataclass

from reconciler.model import (
    Decision,
    Entry,
    EntryId,
    Match,
    MatchId,
    Run,
    RunId,
    Source,
    SourceId,
    Statement,
)

Pair = tuple[SourceId, SourceId]
"""Two sources, the one that stands first in the case first."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as the file keeps it.

    `given_date` is the date that the user named for a source that has none of its own;
    `removed` is true once the act that added the source was undone.
    """

    source: Source
    given_date: str | None = None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """One property of a source that an entry changed; adding it takes ``removed`` from ``1`` to ``0``."""

    entry: EntryId
    source: SourceId
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that go to disk together or not at all.

    Of `changed_matches` the confidence, the reasons and the run are written, of
    `changed_signals` the signals, which take the place of all that the statement had.
    """

    entry: Entry | None = None
    decisions: tuple[Decision, ...] = ()
    edits: tuple[SourceEdit, ...] = ()
    new_sources: tuple[SourceRecord, ...] = ()
    new_statements: tuple[Statement, ...] = ()
    changed_sources: tuple[SourceRecord, ...] = ()
    run: Run | None = None
    aligned: tuple[Pair, ...] = ()
    new_matches: tuple[Match, ...] = ()
    changed_matches: tuple[Match, ...] = ()
    deleted_matches: tuple[MatchId, ...] = ()
    changed_signals: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a case file holds, as read when it is opened.

    `last_match` is the highest number that a match ever had, so that none is given twice.
    """

    sources: tuple[SourceRecord, ...]
    statements: tuple[Statement, ...]
    matches: tuple[Match, ...]
    runs: tuple[Run, ...]
    aligned: Mapping[Pair, RunId]
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]
    edits: tuple[SourceEdit, ...]
    view_state: str | None
    last_match: MatchId
