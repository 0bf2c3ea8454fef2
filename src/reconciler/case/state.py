"""A case in memory: a pure function of what its file holds, brought forward batch by batch."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reconciler.alignment import Judgement, Settings
from reconciler.case.ledger import Ledger
from reconciler.case.matches import MatchTable
from reconciler.case.records import Batch, Contents, EntryRows, Pair, SourceRecord, VersionRecord
from reconciler.model import (
    Change,
    ClaimPart,
    EntryId,
    Match,
    MatchId,
    Pin,
    Run,
    RunId,
    Silence,
    Source,
    SourceId,
    Standing,
    Statement,
    StatementId,
    Verdict,
)

MANY = 4000
"""So many matches are read within some 20 ms: more stay in memory when a source goes, for an undo at once."""


class LastNumbers(NamedTuple):
    """The highest number that was given to each kind of row, 0 before the first."""

    source: int = 0
    statement: int = 0
    match: int = 0
    run: int = 0
    entry: int = 0
    decision: int = 0


class State:
    """What `Case` knows. Changed by `apply` alone, after the batch is on disk.

    What was merely proposed of statements that are out of the case is left to the file: an act that
    brings them back is to be preceded by `take_back`.
    """

    def __init__(self, contents: Contents) -> None:
        self.records: dict[SourceId, SourceRecord] = {}
        self._removed: set[SourceId] = set()
        self.versions: dict[tuple[SourceId, int], VersionRecord] = {}
        self.statements: dict[StatementId, Statement] = {}
        self.retired: set[StatementId] = set(contents.retired)
        self.of_source: dict[SourceId, tuple[Statement, ...]] = {}
        self.matches = MatchTable()
        self.held: set[MatchId] = set(contents.held)
        self._left: set[StatementId] = set()
        self.ledger = Ledger()
        self.runs: dict[RunId, Run] = {run.id: run for run in contents.runs}
        self.aligned: dict[Pair, RunId] = dict(contents.aligned)
        self._take_sources(contents.sources, contents.versions)
        self._take_statements(contents.statements)
        self._take_journal(contents)
        self.last = LastNumbers(
            source=max(self.records, default=0),
            statement=max(self.statements, default=0),
            match=contents.last_match,
            run=max(self.runs, default=0),
            entry=self.ledger.last_entry,
            decision=max((row.id for rows in contents.rows.values() for row in rows.decisions), default=0),
        )
        self.matches.put(contents.matches)
        self.matches.set_live({match.id: self.is_live(match) for match in contents.matches})
        self._let_go([match.id for match in contents.matches])

    @property
    def next_entry(self) -> EntryId:
        """The number that the next entry gets."""
        return EntryId(self.last.entry + 1)

    @property
    def settings(self) -> Settings:
        """How the case is aligned."""
        kept = {**settings_text(Settings()), **self.ledger.settings}
        return Settings(reach=float(kept["reach"]), learn=kept["learn"] == "1")

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that are there, in the order that the analyst gave them."""
        records = sorted(self.records.values(), key=lambda record: record.position)
        return tuple(record.source for record in records if not record.removed)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what was decided of pairs of statements, in the case's order of matches."""
        standing = self.ledger.standing
        judged = [judgement(match, standing(number)) for number, match in self.matches.live.items()]
        return tuple([each for each in judged if each is not None])

    def pinned(self) -> frozenset[MatchId]:
        """Return the matches that the analyst keeps at hand."""
        told = self.ledger.remarks.items()
        return frozenset(about.match for about, text in told if text and isinstance(about, Pin))

    def stands(self, match: Match) -> bool:
        """Whether both statements of a match are still those of their sources."""
        return match.left not in self.retired and match.right not in self.retired

    def is_live(self, match: Match) -> bool:
        """Whether the match is one of the case's: decided, waiting after a change, or proposed."""
        if not self.stands(match):
            return False
        if self._is_removed(match):
            return False
        if match.run is not None or self.ledger.standing(match.id).verdict is not None:
            return True
        return self.ledger.is_flagged(match.id)

    def _is_removed(self, match: Match) -> bool:
        return bool(self._removed) and not self._removed.isdisjoint(self.matches.sources_of(match))

    def is_out(self, source: SourceId) -> bool:
        """Whether a source was taken out of the case, or its adding undone."""
        return self.records[source].removed

    def left_to_file(self, rows: EntryRows) -> list[StatementId]:
        """Return the statements that may come back with an entry and whose matches were left to the file."""
        sources = {edit.source for edit in rows.edits if edit.field == "removed"}
        concerned = {change.statement for change in rows.statements}
        known = self.statements
        return sorted(each for each in self._left if each in concerned or known[each].source in sources)

    def take_back(self, statements: Iterable[StatementId], matches: Iterable[Match]) -> None:
        """Have the matches of some statements in memory again that were left to the file."""
        self.matches.put([match for match in matches if match.id not in self.matches.all])
        self._left.difference_update(statements)

    def _let_go(self, numbers: Iterable[MatchId]) -> None:
        """Leave to the file what nobody decided or pinned, between statements of which one is out.

        What is told of an earlier version speaks of decided matches; a damaged file can have lost that.
        """
        ledger = self.ledger
        going = [
            match
            for match in map(self.matches.all.__getitem__, numbers)
            if (not self.stands(match) or self._is_removed(match))
            and not ledger.decisions(match.id)
            and Pin(match.id) not in ledger.remarks
        ]
        carried = ledger.carried_from() if going else frozenset()
        going = [match for match in going if match.id not in carried]
        self._left.update(end for match in going for end in (match.left, match.right))
        self.matches.remove([match.id for match in going])

    def apply(self, batch: Batch) -> Change:
        """Take in what was written, and say what that changed."""
        sources = [*batch.new_sources, *batch.changed_sources]
        toggled = [record.source.id for record in sources if self._comes_goes_or_moves(record)]
        changes = batch.rows.statements
        self._take_sources(sources, batch.new_versions)
        self.retired.difference_update(change.statement for change in changes if not change.retired)
        self.retired.update(change.statement for change in changes if change.retired)
        self._take_statements([*batch.renumbered, *batch.new_statements])
        reshaped = {self.statements[change.statement].source for change in changes}
        if reshaped:
            self._regroup(reshaped)
            self.matches.sort()
        self._take_signals(batch.changed_signals)
        self._take_runs(batch)
        if batch.entry is not None:
            self.ledger.append(batch.entry, batch.rows)
        anew = reshaped.union(toggled)
        touched = self.matches.of_sources(anew) if anew else []
        relived = self._take_matches(batch, touched)
        self._count(batch)
        if len(touched) <= MANY:
            self._let_go(set(touched).difference(batch.deleted_matches))
        return Change(
            entry=batch.entry,
            matches=frozenset(_touched_matches(batch)).union(
                *(self.matches.of_statement(each.id) for each in batch.changed_signals)
            ),
            sources=frozenset(record.source.id for record in sources).union(
                reshaped, (each.source for each in batch.changed_signals)
            ),
            structure=relived or bool(anew),
            statements=frozenset(
                remark.about.statement
                for remark in batch.rows.remarks
                if isinstance(remark.about, Silence | ClaimPart)
            ),
        )

    def _comes_goes_or_moves(self, record: SourceRecord) -> bool:
        known = self.records.get(record.source.id)
        return known is None or (known.removed, known.position) != (record.removed, record.position)

    def _take_sources(self, records: Iterable[SourceRecord], versions: Iterable[VersionRecord]) -> None:
        self.records.update((record.source.id, record) for record in records)
        self._removed = {source for source, record in self.records.items() if record.removed}
        self.versions.update(((version.source, version.number), version) for version in versions)

    def _take_statements(self, statements: Iterable[Statement]) -> None:
        statements = tuple(statements)
        self.statements.update((statement.id, statement) for statement in statements)
        self.matches.add_statements(statements)
        self._regroup({statement.source for statement in statements})

    def _regroup(self, sources: AbstractSet[SourceId]) -> None:
        """List the statements of these sources anew, in order and without those that are retired."""
        if not sources:
            return
        members: dict[SourceId, list[Statement]] = {source: [] for source in sources}
        for statement in self.statements.values():
            if statement.source in members and statement.id not in self.retired:
                members[statement.source].append(statement)
        for source, found in members.items():
            self.of_source[source] = tuple(sorted(found, key=lambda statement: statement.ordinal))

    def _take_signals(self, statements: Iterable[Statement]) -> None:
        changed = {statement.id: statement for statement in statements}
        self.statements.update(changed)
        for source in {statement.source for statement in changed.values()}:
            self.of_source[source] = tuple(changed.get(each.id, each) for each in self.of_source[source])

    def _take_runs(self, batch: Batch) -> None:
        if batch.run is not None:
            self.runs[batch.run.id] = batch.run
        for pair, run in batch.aligned.items():
            if run is None:
                self.aligned.pop(pair, None)
            else:
                self.aligned[pair] = run
        if batch.replaced is not None:
            self.held.update(match.id for match in batch.replaced.proposals)

    def _take_journal(self, contents: Contents) -> None:
        none = EntryRows()
        for entry in contents.entries:
            self.ledger.append(entry, contents.rows.get(entry.id, none))

    def _take_matches(self, batch: Batch, of_reshaped: Iterable[MatchId]) -> bool:
        gone = self.matches.set_live(dict.fromkeys(batch.deleted_matches, False))
        self.matches.remove(batch.deleted_matches)
        self.matches.put([*batch.changed_matches, *batch.new_matches])
        touched = {*_touched_matches(batch), *of_reshaped}.difference(batch.deleted_matches)
        relived = self.matches.set_live({each: self.is_live(self.matches.all[each]) for each in touched})
        return gone or relived

    def _count(self, batch: Batch) -> None:
        last, decisions = self.last, batch.rows.decisions
        self.last = LastNumbers(
            source=max((last.source, *(record.source.id for record in batch.new_sources))),
            statement=max((last.statement, *(statement.id for statement in batch.new_statements))),
            match=max((last.match, *(match.id for match in batch.new_matches))),
            run=batch.run.id if batch.run else last.run,
            entry=self.ledger.last_entry,
            decision=decisions[-1].id if decisions else last.decision,
        )


def judgement(match: Match, standing: Standing) -> Judgement | None:
    """Return what the standing of a match says of its pair of statements; None where that is nothing."""
    verdict = standing.verdict
    if verdict is not Verdict.CONFIRMED and verdict is not Verdict.REJECTED:
        return None
    return Judgement(match.left, match.right, same=verdict is Verdict.CONFIRMED)


def settings_text(settings: Settings) -> Mapping[str, str]:
    """Return each setting as the text in which a case file keeps it."""
    return {"reach": repr(float(settings.reach)), "learn": "1" if settings.learn else "0"}


def _touched_matches(batch: Batch) -> set[MatchId]:
    return {
        *(row.match for row in batch.rows.decisions),
        *(each.match for each in batch.rows.carryings if each.match is not None),
        *(each.about.match for each in batch.rows.remarks if isinstance(each.about, Pin)),
        *(match.id for match in batch.new_matches),
        *(match.id for match in batch.changed_matches),
        *batch.deleted_matches,
    }
