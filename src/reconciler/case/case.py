"""One open case: the acts of the analyst, and what stands after them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconciler.alignment import Settings
from reconciler.case import (
    acts,
    bringing,
    importing,
    mending,
    realign,
    regrouping,
    remarks,
    reverting,
    undoing,
    updating,
)
from reconciler.case.opened import now
from reconciler.case.records import Batch, Carrying, EntryRows
from reconciler.case.standing import ReadableCase
from reconciler.model import (
    Change,
    ClaimField,
    Entry,
    EntryId,
    EntryKind,
    MatchId,
    Proposal,
    Relation,
    Run,
    RunId,
    Signal,
    Silence,
    Source,
    SourceDraft,
    SourceId,
    SourceProperties,
    StatementId,
    StatementKind,
    Subject,
    Verdict,
)

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment
    from reconciler.alignment.versions import Comparison
    from reconciler.case.colleague import Colleague
    from reconciler.case.importing import Imported


class Case(ReadableCase):
    """The only door to change.

    Each act is one transaction: on disk when it returns, answered by the `Change` that views
    refresh from. An act that changes nothing writes nothing and answers a `Change` without an
    entry. Every act raises `NotSavedError` (READ_ONLY, DISK_FULL, WRITE_FAILED) when it can't be
    written; everything is then as it was, and trying again is safe. A case belongs to the thread
    that opened it.

    `analyst` and `score_visible` are written beside each decision.
    """

    # Acts

    def decide(
        self, matches: Sequence[MatchId], verdict: Verdict, relation: Relation | None = None
    ) -> Change:
        """Set the verdict, and with a confirmation the relation; without one the relation stays.

        Raises:
            ValueError: a relation with another verdict than confirmed.
        """
        return self._record(acts.decide(self._state, matches, verdict, relation))

    def relate(self, match: MatchId, relation: Relation | None) -> Change:
        """Set the relation of a match, confirming it if it is not; None takes the relation away."""
        return self._record(acts.relate(self._state, match, relation))

    def clear(self, matches: Sequence[MatchId]) -> Change:
        """Take verdict and relation away; notes stay, and what was made by hand is unlinked.

        A link made by hand that the program proposes as well is a proposal then.
        """
        return self._record(acts.clear(self._state, matches))

    def annotate(self, match: MatchId, note: str) -> Change:
        """Set the note; an empty one takes it away."""
        return self._record(acts.annotate(self._state, match, note))

    def link(
        self,
        lefts: Sequence[StatementId],
        rights: Sequence[StatementId],
        proposals: Iterable[Proposal] = (),
    ) -> Change:
        """Confirm a match of every statement of one side with every one of the other.

        `proposals` hold the model's own score and reasons for pairs that have no match yet; a
        pair without one is kept with the confidence 0.

        Raises:
            ValueError: two statements of one source.
        """
        return self._record(acts.link(self._state, lefts, rights, proposals))

    def link_all(self, statements: Sequence[StatementId], proposals: Iterable[Proposal] = ()) -> Change:
        """Confirm a match of every two of these statements that are of different sources, in one act.

        `proposals` are as for `link`.

        Raises:
            ValueError: all are of one source.
        """
        return self._record(acts.link_all(self._state, statements, proposals))

    def retarget(
        self,
        match: MatchId,
        end: StatementId,
        statement: StatementId,
        proposals: Iterable[Proposal] = (),
    ) -> Change:
        """Move a match from one of its statements to another one of the same source, in one act.

        The match is rejected, or unlinked where only the analyst made it; that of its other statement
        with the new one is confirmed (unsure, if the match was), and takes over relation, note and pin.
        `proposals` are as for `link`.

        Raises:
            ValueError: the match has no such end or is none of the case; the statement is of another
                source, or another one stands in its place.
        """
        return self._record(regrouping.retarget(self._state, match, end, statement, proposals))

    def split_group(self, matches: Sequence[MatchId]) -> Change:
        """Let confirmed matches join nothing any more, so that their group falls apart: see `group_of`.

        They are rejected, or unlinked where only the analyst made them.
        """
        return self._record(regrouping.split_group(self._state, matches))

    def add_sources(
        self, drafts: Sequence[SourceDraft], assumed_date: str | None = None, *, read_at: str | None = None
    ) -> Change:
        """Add articles; `assumed_date` is the date of those that have none, `read_at` when they were read.

        Raises:
            CaseError: SAME_AS_ANOTHER, an article that the case has already or that comes twice;
                none is added then.
        """
        return self._record(acts.add_sources(self._state, drafts, assumed_date, at=read_at or now()))

    def remove_source(self, source: SourceId) -> Change:
        """Take a source out of the case; its text and all decisions stay in the file, for undo."""
        return self._record(acts.remove_source(self._state, source))

    def arrange(self, order: Sequence[SourceId]) -> Change:
        """Put the sources in another order; letters, matches and decisions are untouched.

        Raises:
            ValueError: `order` does not name each source of the case once.
        """
        return self._record(acts.arrange(self._state, order))

    def holds(self, sha256: str) -> Source | None:
        """Return the source that was imported from these very bytes."""
        return next((source for source in self.sources if source.sha256 == sha256), None)

    def edit_source(self, source: SourceId, properties: SourceProperties) -> Change:
        """Correct the properties of a source; assumed dates follow."""
        return self._record(acts.edit_source(self._state, source, properties))

    def split(self, statement: StatementId, offset: int) -> Change:
        """Cut a statement in two; `offset` is where in its source's text the second part begins.

        What was decided of it goes with the part in which most of its evidence lies (or most of its
        text), and waits there for a verdict: see `is_flagged` and `formers`. The pairs of its source
        are to be aligned again.

        Raises:
            ValueError: another statement stands in its place, or one part would be empty.
        """
        return self._record(mending.split(self._state, statement, offset))

    def merge(self, statement: StatementId, following: StatementId) -> Change:
        """Make one statement, of the first one's kind, of two that follow one another.

        What was decided of either waits for a verdict, as after `split`.

        Raises:
            ValueError: another statement stands in one's place, or the second is not the next one.
        """
        return self._record(mending.merge(self._state, statement, following))

    def set_kind(self, statement: StatementId, kind: StatementKind) -> Change:
        """Say what a statement is in its article; what was decided of it stands.

        Raises:
            ValueError: another statement stands in its place.
        """
        return self._record(mending.set_kind(self._state, statement, kind))

    def update_source(self, source: SourceId, draft: SourceDraft, comparison: "Comparison") -> Change:
        """Give a source a later text; the one before stays in the case, see `versions`.

        `comparison` is that of the present statements with the draft's: see
        `reconciler.case.intake.compare_versions`. Where the words are the same, what was decided
        stands on the new statement; where they are not, it waits for a verdict (`is_flagged`,
        `formers`); of what is gone it is listed by `orphans`. Properties that the source lacks are
        taken from the draft. The pairs of the source are to be aligned again.

        Raises:
            CaseError: SAME_AS_ANOTHER, the case has these very bytes already.
            ValueError: the comparison is of other statements, for example those before a mending.
        """
        return self._record(updating.update(self._state, source, draft, comparison, now()))

    def foresee_update(
        self, source: SourceId, draft: SourceDraft, comparison: "Comparison"
    ) -> tuple[Carrying, ...]:
        """Return what `update_source` would make of each decision, without doing it; it raises the same."""
        return updating.update(self._state, source, draft, comparison, now()).batch.rows.carryings

    def reattach(self, orphan: MatchId, one: StatementId, other: StatementId) -> Change:
        """Put what was decided of an orphaned match on two statements: its verdict stands there.

        Raises:
            ValueError: the match is none of `orphans`; both statements are of one source, or another
                stands in the place of one.
        """
        return self._record(updating.reattach(self._state, orphan, one, other))

    def set_silence(self, statement: StatementId, source: SourceId, searched: bool) -> Change:
        """Say that a source was searched and nothing in it corresponds to a statement, or take that back.

        What is proposed between them and not decided is rejected with it; confirming a match between
        them later takes the silence back.

        Raises:
            ValueError: the statement is one of that source, another stands in its place, or a match
                between them is confirmed.
        """
        return self._record(remarks.set_silence(self._state, statement, source, searched))

    def set_silences(self, silences: Collection[Silence], searched: bool) -> Change:
        """Say several silences in one act, or take them back; each is as `set_silence` says.

        Raises:
            ValueError: as for `set_silence`; nothing is said then.
        """
        return self._record(remarks.set_silences(self._state, silences, searched))

    def set_pin(self, match: MatchId, pinned: bool) -> Change:
        """Keep a match at hand, or not any more; one that is proposed stays when it is aligned again."""
        return self._record(remarks.set_pin(self._state, match, pinned))

    def edit_claim(self, statement: StatementId, field: ClaimField, value: str) -> Change:
        """Say something of the claim that a statement belongs to; an empty text takes it back.

        A label is a text, or the number of the statement whose words are chosen, as text.

        Raises:
            ValueError: an assessment that is none of `Assessment`, or another statement stands in
                the place of this one.
        """
        return self._record(remarks.edit_claim(self._state, statement, field, value))

    def bring_in(self, colleague: "Colleague") -> Change:
        """Bring in what a colleague decided of the same articles, as rows with that analyst's name and time.

        What only one of both decided, or both alike, stands; where they disagree the match waits to be
        settled: see `disputes`. What was brought in already is passed over.

        Raises:
            CaseError: OTHER_SOURCES, the colleague compared other articles.
        """
        return self._record(bringing.plan(self._state, colleague)[0])

    def bring_in_prepared(self, prepared: bringing.Prepared) -> Change:
        """Bring in what `prepare_bringing_in` made ready, another instance's of this file too.

        Raises:
            ValueError: the case has gone on since: see `is_ready_for`.
        """
        if not self.is_ready_for(prepared):
            raise ValueError("the case has gone on since this was prepared")
        return self._write(prepared.batch)

    def settle(
        self, match: MatchId, verdict: Verdict, relation: Relation | None = None, words: str = ""
    ) -> Change:
        """Decide a match on which two analysts disagree; `words`, which name both, join its note.

        Raises:
            ValueError: there is nothing to settle, or a relation with another verdict than confirmed.
        """
        return self._record(bringing.settle(self._state, match, verdict, relation, words))

    def take_over(self, imported: "Imported") -> Change:
        """Take over what was decided and said in an exported case, into the new case of its sources.

        Each verdict keeps its analyst and its time: see `reconciler.case.importing.make`.
        """
        return self._record(importing.plan(self._state, imported))

    def undo(self) -> Change:
        """Take back the last act that stands, by a new entry that names it; without one, nothing."""
        return self._reverse(self.undoable, EntryKind.UNDO)

    def redo(self) -> Change:
        """Bring back what was undone last; without one, nothing."""
        return self._reverse(self.redoable, EntryKind.REDO)

    def foresee_revert(self, entry: EntryId) -> tuple[reverting.Reversal, ...]:
        """Return what `revert` would make of each match of an act, without doing it."""
        return reverting.foresee(self._state, entry)

    def foresee_retractions(self, entry: EntryId) -> tuple[remarks.Retraction, ...]:
        """Return what `revert` would make of the silences, pins and words on claims of an act."""
        return reverting.foresee_remarks(self._state, entry)

    def revert(self, entry: EntryId, told: Collection[MatchId | Subject] = ()) -> Change:
        """Set back what one act of the history changed of its matches, whatever was done since.

        So also what it said beside verdicts: silences, pins, words on claims. An act of its own, that
        undo takes back. `told` are the matches and subjects of which the analyst knows that something
        later is overwritten.

        Raises:
            CaseError: DECIDED_SINCE, a match or subject that is not told of was decided again later.
        """
        return self._record(reverting.plan(self._state, entry, told, where=str(self.path)))

    def _reverse(self, entry: Entry | None, kind: EntryKind) -> Change:
        if entry is None:
            return Change(entry=None)
        replaced = None
        if entry.kind is EntryKind.REALIGN:
            replaced = self._store.read_replaced(self._state.ledger.last_turn(entry.id))
        self._take_back(self._state.ledger.rows_of(entry.id))
        return self._record(undoing.plan(self._state, entry, kind, replaced))

    def _take_back(self, rows: EntryRows) -> None:
        """Have again what was proposed in sources that are to come back, or get other statements."""
        statements = self._state.left_to_file(rows)
        if statements and not self.read_only:
            self._state.take_back(statements, self._store.read_matches(statements))

    # The program's alignment

    def set_settings(self, settings: Settings) -> Change:
        """Set how the case is aligned from now on, without aligning it.

        Raises:
            ValueError: the reach is not between 0 and 1.
        """
        return self._record(acts.set_settings(self._state, settings))

    def realign(
        self, model: str, settings_json: str, settings: Settings, alignments: "Sequence[PairAlignment]"
    ) -> Change:
        """Align these pairs of sources again, with these settings from now on: an act of the analyst.

        What is decided stays as it is, a rejected pair too; what is proposed and undecided gives way
        to what the run proposes. Undoing brings back the former proposals, with all that was known
        of them, and the former settings. `settings_json` is kept with the run. An alignment of
        statements that were mended meanwhile is passed over, its pair left as it is.

        Raises:
            ValueError: the reach is not between 0 and 1; a proposal is the wrong way round.
        """
        run = Run(RunId(self._state.last.run + 1), now(), model, settings_json)
        return self._record(realign.again(self._state, run, settings, alignments))

    def rank(self, model: str, settings_json: str, proposals: Iterable[Proposal]) -> Change:
        """Give proposed matches that nobody decided another confidence and other reasons.

        No act of the analyst: the `Change` has no entry. Pairs that are not proposed now, and what
        is decided, are passed over. A case that is open read-only has it in memory only.
        """
        run = realign.run_of(self._state, now(), model, settings_json)
        return self._write_derived(realign.rank(self._state, run, proposals))

    def record_run(self, model: str, settings: str, alignments: "Sequence[PairAlignment]") -> Change:
        """Replace the proposals of these pairs of sources, leaving alone what the analyst worked on.

        No act of the analyst: the `Change` has no entry. An alignment of statements that were mended
        meanwhile is passed over; its pair is still to be aligned.
        """
        run = Run(RunId(self._state.last.run + 1), now(), model, settings)
        return self._write(realign.record(self._state, run, alignments))

    def record_signals(self, by_statement: Mapping[StatementId, Sequence[Signal]]) -> Change:
        """Put signals in the place of those that these statements had.

        Derived from the articles, like proposals: the `Change` has no entry. A case that is open
        read-only has them in memory only.
        """
        known = self._state.statements
        changed = tuple(
            replace(known[number], signals=tuple(signals))
            for number, signals in sorted(by_statement.items())
            if known[number].signals != tuple(signals) and number not in self._state.retired
        )
        return self._write_derived(Batch(changed_signals=changed))

    def _write_derived(self, batch: Batch) -> Change:
        """Write what follows from the articles; a case that is open read-only has it in memory only."""
        if batch == Batch():
            return Change(entry=None)
        return self._state.apply(batch) if self.read_only else self._write(batch)
