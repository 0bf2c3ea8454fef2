"""A case in memory: a pure function of what its file holds, brought forward batch by batch."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from reconciler.case.ledger import Ledger
from reconciler.case.matches import MatchTable
from reconciler.case.records import Batch, Contents, Pair, SourceEdit, SourceRecord
from reconciler.model import (
    Change,
    Decision,
    EntryId,
    Match,
    MatchId,
    Run,
    RunId,
    SourceId,
    Statement,
    StatementId,
)


class LastNumbers(NamedTuple):
    """The highest number that was given to each kind of row, 0 before the first."""

    source: int = 0
    statement: int = 0
    match: int = 0
    run: int = 0
    entry: int = 0
    decision: int = 0


class State:
    """What `Case` knows. Changed by `apply` alone, after the batch is on disk."""

    def __init__(self, contents: Contents) -> None:
        self.records: dict[SourceId, SourceRecord] = {}
        self.statements: dict[StatementId, Statement] = {}
        self.of_source: dict[SourceId, tuple[Statement, ...]] = {}
        self.matches = MatchTable()
        self.ledger = Ledger()
        self.runs: dict[RunId, Run] = {run.id: run for run in contents.runs}
        self.aligned: dict[Pair, RunId] = dict(contents.aligned)
        self._take_sources(contents.sources, contents.statements)
        self._take_journal(contents)
        self.last = LastNumbers(
            source=max(self.records, default=0),
            statement=max(self.statements, default=0),
            match=contents.last_match,
            run=max(self.runs, default=0),
            entry=self.ledger.last_entry,
            decision=contents.decisions[-1].id if contents.decisions else 0,
        )
        self.matches.put(contents.matches)
        self.matches.set_live({match.id: self.is_live(match) for match in contents.matches})

    def is_live(self, match: Match) -> bool:
        """Whether the match is one of the case's: decided, made by hand, or proposed by the last run."""
        if any(self.records[source].removed for source in self.matches.sources_of(match)):
            return False
        return match.run is not None or self.ledger.standing(match.id).verdict is not None

    def apply(self, batch: Batch) -> Change:
        """Take in what was written, and say what that changed."""
        sources = [*batch.new_sources, *batch.changed_sources]
        toggled = [record.source.id for record in sources if self._appears_or_goes(record)]
        self._take_sources(sources, batch.new_statements)
        self._take_signals(batch.changed_signals)
        if batch.run is not None:
            self.runs[batch.run.id] = batch.run
            self.aligned.update(dict.fromkeys(batch.aligned, batch.run.id))
        if batch.entry is not None:
            self.ledger.append(batch.entry, batch.decisions, batch.edits)
        relived = self._take_matches(batch, self.matches.of_sources(toggled) if toggled else ())
        self._count(batch)
        return Change(
            entry=batch.entry,
            matches=frozenset(_touched_matches(batch)).union(
                *(self.matches.of_statement(each.id) for each in batch.changed_signals)
            ),
            sources=frozenset(record.source.id for record in sources).union(
                each.source for each in batch.changed_signals
            ),
            structure=relived or bool(toggled),
        )

    def _appears_or_goes(self, record: SourceRecord) -> bool:
        known = self.records.get(record.source.id)
        return known is None or known.removed != record.removed

    def _take_sources(self, records: Iterable[SourceRecord], statements: Iterable[Statement]) -> None:
        self.records.update((record.source.id, record) for record in records)
        for source, members in groupby(statements, key=lambda statement: statement.source):
            self.of_source[source] = tuple(members)
            self.statements.update((statement.id, statement) for statement in self.of_source[source])
            self.matches.add_statements(self.of_source[source])

    def _take_signals(self, statements: Iterable[Statement]) -> None:
        changed = {statement.id: statement for statement in statements}
        self.statements.update(changed)
        for source in {statement.source for statement in changed.values()}:
            self.of_source[source] = tuple(changed.get(each.id, each) for each in self.of_source[source])

    def _take_journal(self, contents: Contents) -> None:
        decisions: dict[EntryId, list[Decision]] = defaultdict(list)
        for decision in contents.decisions:
            decisions[decision.entry].append(decision)
        edits: dict[EntryId, list[SourceEdit]] = defaultdict(list)
        for edit in contents.edits:
            edits[edit.entry].append(edit)
        for entry in contents.entries:
            self.ledger.append(entry, decisions.get(entry.id, ()), edits.get(entry.id, ()))

    def _take_matches(self, batch: Batch, of_toggled: Iterable[MatchId]) -> bool:
        gone = self.matches.set_live(dict.fromkeys(batch.deleted_matches, False))
        self.matches.remove(batch.deleted_matches)
        self.matches.put([*batch.changed_matches, *batch.new_matches])
        touched = {*_touched_matches(batch), *of_toggled}.difference(batch.deleted_matches)
        relived = self.matches.set_live({each: self.is_live(self.matches.all[each]) for each in touched})
        return gone or relived

    def _count(self, batch: Batch) -> None:
        last = self.last
        self.last = LastNumbers(
            source=max((last.source, *(record.source.id for record in batch.new_sources))),
            statement=max((last.statement, *(statement.id for statement in batch.new_statements))),
            match=max((last.match, *(match.id for match in batch.new_matches))),
            run=batch.run.id if batch.run else last.run,
            entry=self.ledger.last_entry,
            decision=batch.decisions[-1].id if batch.decisions else last.decision,
        )


def _touched_matches(batch: Batch) -> set[MatchId]:
    return {
        *(row.match for row in batch.decisions),
        *(match.id for match in batch.new_matches),
        *(match.id for match in batch.changed_matches),
        *batch.deleted_matches,
    }
