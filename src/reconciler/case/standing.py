"""A case to be read: what stands in it, and what happened."""

import zlib
from collections.abc import Mapping

from reconciler.alignment import Judgement, Settings, origins
from reconciler.case import bringing, carrying, claims, regrouping, remarks, updating, voices
from reconciler.case.colleague import Colleague
from reconciler.case.opened import OpenCase, now
from reconciler.case.plans import Hand, complete, silences_against
from reconciler.case.records import Pair, Remark
from reconciler.case.voices import Opinion
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Claim,
    ClaimPart,
    ClaimStanding,
    Decision,
    Difference,
    Entry,
    EntryId,
    Former,
    Match,
    MatchId,
    Original,
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
    Version,
)
from reconciler.pace import Pace

_LONGEST_ORIGINAL = 1 << 28


class ReadableCase(OpenCase):
    """What stands in an open case, and its history."""

    # What stands

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in the order that the analyst gave them, at first that in which they were added."""
        return self._state.sources

    def source(self, source: SourceId) -> Source:
        """Return one source, also one whose adding was undone."""
        return self._state.records[source].source

    def statements(self, source: SourceId) -> tuple[Statement, ...]:
        """Return the statements of a source in order."""
        return self._state.of_source.get(source, ())

    def has_statement(self, statement: StatementId) -> bool:
        """Whether the case has or had a statement of this number."""
        return statement in self._state.statements

    def statement(self, statement: StatementId) -> Statement:
        """Return one statement, also one that others stand in the place of."""
        return self._state.statements[statement]

    @property
    def matches(self) -> Mapping[MatchId, Match]:
        """What is decided, made by hand or proposed, by place of the left statement, then the right.

        The mapping stays as it is while the case goes on.
        """
        return self._state.matches.live

    def match_between(self, one: StatementId, other: StatementId) -> Match | None:
        """Return the match of two statements, whichever is named first."""
        match = self._state.matches.between(one, other)
        return match if match is not None and match.id in self.matches else None

    def matches_of(self, statement: StatementId) -> tuple[MatchId, ...]:
        """Return the matches in which a statement stands, in the case's order."""
        return self._state.matches.of_statement(statement)

    def standing(self, match: MatchId) -> Standing:
        """Return what stands for a match; one without a verdict is proposed."""
        return self._state.ledger.standing(match)

    def is_flagged(self, match: MatchId) -> bool:
        """Whether a match waits for a verdict: its words changed since, or two analysts disagree on it."""
        return self._state.ledger.is_flagged(match)

    def is_disputed(self, match: MatchId) -> bool:
        """Whether a match waits to be settled: two analysts disagree on it."""
        return self._state.ledger.is_disputed(match)

    def disputes(self) -> tuple[MatchId, ...]:
        """Return the matches that wait to be settled, in the case's order."""
        return tuple(number for number in self.matches if self.is_disputed(number))

    def dispute(self, match: MatchId) -> tuple[Opinion, ...]:
        """Return what the analysts say of a match that waits to be settled, this case's side first.

        That side is a rejection where it is a search that found nothing.
        """
        said = voices.dispute(self.own_rows(match))
        if len(said) != 1:
            return said
        against = silences_against(self._state, self._state.matches.all[match])
        entry = next(
            (each for each in reversed(self.entries()) if not set(against).isdisjoint(each.silences)), None
        )
        if entry is None:
            return said
        return Opinion(entry.analyst, entry.at, Standing(Verdict.REJECTED)), *said

    def opinion(self, match: MatchId) -> Opinion | None:
        """Return what was decided of a match in this case, not brought in from another one."""
        return voices.opinion(self.own_rows(match))

    def own_rows(self, match: MatchId) -> tuple[Decision, ...]:
        """Return the journal's rows of this match alone, oldest first."""
        return self._state.ledger.decisions(match)

    def decided_matches(self) -> dict[MatchId, Match]:
        """Return the matches whose statements and sources stand, and of which something was decided."""
        state = self._state
        return {
            number: match
            for number, match in sorted(state.matches.all.items())
            if state.ledger.decisions(number)
            and state.stands(match)
            and not any(state.records[source].removed for source in state.matches.sources_of(match))
        }

    def ordered(self, one: StatementId, other: StatementId) -> tuple[StatementId, StatementId]:
        """Return two statements as a match has them, that of the source which was added first at the left.

        Raises:
            ValueError: both are of one source.
        """
        return self._state.matches.ordered(one, other)

    def formers(self, match: MatchId) -> tuple[Former, ...]:
        """Return the decided matches in whose place this one stands, with the verdicts they had."""
        found = (self._decided(each.former) for each in self._state.ledger.carried_into(match))
        return tuple(former for formers in found for former in formers)

    def _decided(self, match: MatchId) -> tuple[Former, ...]:
        standing = self.standing(match)
        earlier = self.formers(match) if standing.verdict is None else ()
        return earlier or (Former(self._state.matches.all[match], standing),)

    def orphans(self) -> tuple[Former, ...]:
        """Return the decided matches whose statement is gone from its source, with their last verdicts."""
        state = self._state
        return tuple(
            Former(state.matches.all[match], carrying.resolved(state, match))
            for match in state.ledger.orphans()
        )

    def silences(self) -> tuple[Silence, ...]:
        """Return what was searched and found to correspond to nothing, in the order in which it was said.

        Only that of statements and in sources that stand in the case now.
        """
        state, said = self._state, self._state.ledger.remarks.items()
        return tuple(
            about
            for about, text in said
            if text and isinstance(about, Silence) and remarks.is_present(state, about)
        )

    def is_silent(self, statement: StatementId, source: SourceId) -> bool:
        """Whether the analyst searched a source and found nothing that corresponds to a statement."""
        return bool(self._state.ledger.said(Silence(statement, source)))

    def silent_sources(self, statement: StatementId) -> tuple[SourceId, ...]:
        """Return the sources in which nothing corresponds to a statement, as the analyst said, in order."""
        return tuple(source.id for source in self.sources if self.is_silent(statement, source.id))

    def is_pinned(self, match: MatchId) -> bool:
        """Whether the analyst keeps a match at hand."""
        return bool(self._state.ledger.said(Pin(match)))

    def pinned(self) -> frozenset[MatchId]:
        """Return the matches that the analyst keeps at hand."""
        return self._state.pinned()

    def group_of(self, match: MatchId) -> tuple[MatchId, ...]:
        """Return the confirmed matches that hang together with one over their statements, and itself.

        In the case's order; nothing where the match is not confirmed.
        """
        return regrouping.group_of(self._state, match)

    def claim_standing(self, statement: StatementId) -> ClaimStanding:
        """Return what the analyst says, on this statement, of the claim to which it belongs."""
        return remarks.claim_standing(self._state, statement)

    def claim_standings(self) -> dict[StatementId, ClaimStanding]:
        """Return what the analyst says of claims, by the statements on which it is said."""
        told = self._state.ledger.remarks.items()
        statements = (about.statement for about, text in told if text and isinstance(about, ClaimPart))
        return {each: self.claim_standing(each) for each in dict.fromkeys(statements)}

    def foresee_bringing_in(self, colleague: Colleague, pace: Pace | None = None) -> bringing.Arrival:
        """Return what `Case.bring_in` would make of the matches, without doing it.

        Raises:
            CaseError: OTHER_SOURCES, the colleague compared other articles.
            Cancelled: the pace said so.
        """
        return bringing.plan(self._state, colleague, pace)[1]

    def prepare_bringing_in(
        self, colleague: Colleague, analyst: str, *, score_visible: bool, pace: Pace | None = None
    ) -> bringing.Prepared | None:
        """Return all that `Case.bring_in` would write for an analyst; None when that is nothing.

        Raises:
            CaseError: OTHER_SOURCES, the colleague compared other articles.
            Cancelled: the pace said so.
        """
        pace = pace or Pace()
        plan, _ = bringing.plan(self._state, colleague, pace.part(0, 0.2))
        if plan is None:
            return None
        hand = Hand(analyst, now(), score_visible, self._compared)
        return bringing.Prepared(complete(self._state, plan, hand, pace.part(0.2, 1)), basis=self._state.last)

    def is_ready_for(self, prepared: bringing.Prepared) -> bool:
        """Whether what was prepared is about the case as it stands."""
        return prepared.basis == self._state.last

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what the analyst decided of pairs of statements, in the case's order of matches.

        What is confirmed, or was linked by hand, says the same; what is rejected does not; the rest
        is no judgement.
        """
        return self._state.judgements()

    @property
    def settings(self) -> Settings:
        """How the case is aligned, as the analyst set it."""
        return self._state.settings

    def versions(self, source: SourceId) -> tuple[Version, ...]:
        """Return the texts that a source had, the oldest first; one of an update that was undone too."""
        return updating.versions(self._state, source)

    def original(self, source: SourceId, version: int | None = None) -> Original | None:
        """Return what a version (the present one) of a source was read from, or None where it was not kept.

        It is read from the file now: a case is opened without.

        Raises:
            CaseError: DAMAGED.
        """
        kept = self._store.read_original(
            source, self._state.records[source].version if version is None else version
        )
        if kept is None:
            return None
        try:
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(kept.packed, _LONGEST_ORIGINAL)
        except zlib.error as error:
            raise CaseError(Problem.DAMAGED, str(self.path), str(error)) from error
        if not unpacking.eof:
            # Cut short, or a few bytes that would unpack to more than any article has.
            raise CaseError(Problem.DAMAGED, str(self.path), f"{kept.media_type}")
        return Original(data, kept.media_type, kept.origin, kept.left_out)

    def claims(self) -> tuple[Claim, ...]:
        """Return what the sources say together: see `reconciler.case.claims.build`."""
        statements = [each for source in self.sources for each in self.statements(source.id)]
        return claims.build(
            statements, ((match, self.standing(number)) for number, match in self.matches.items())
        )

    def differences(self, match: MatchId) -> tuple[Difference, ...]:
        """Return what differs between the statements of a match, and what agrees; strongest first."""
        return self._compared(self._match(match))

    def origins(self) -> tuple[tuple[str, ...], ...]:
        """Return for each of `claims`, in their order, whom its statements lead back to."""
        statements = [each for source in self.sources for each in self.statements(source.id)]
        found = origins.of_claims(self.sources, statements, self.claims())
        return tuple(tuple(each.key for each in led_back) for led_back in found)

    # What happened

    def decisions(self, match: MatchId) -> tuple[Decision, ...]:
        """Return the journal's rows of a match and of those in whose place it stands, oldest first."""
        ledger = self._state.ledger
        found = {row.id: row for row in ledger.decisions(match)}
        for each in ledger.carried_into(match):
            found.update((row.id, row) for row in self.decisions(each.former))
        return tuple(found[number] for number in sorted(found))

    def journal(self) -> tuple[Decision, ...]:
        """Return all rows of the journal, oldest first; also of matches that stand no more."""
        ledger = self._state.ledger
        return tuple(row for entry in ledger.entries for row in ledger.rows_of(entry.id).decisions)

    def ends(self, match: MatchId) -> tuple[StatementId, StatementId]:
        """Return the two statements of a match, also of one that stands no more."""
        found = self._match(match)
        return found.left, found.right

    def _match(self, number: MatchId) -> Match:
        """Return a match, from the file where it was left: what was proposed of what is out of the case."""
        known = self._state.matches.all.get(number)
        if known is None:
            known = self._store.read_match(number)
        if known is None:
            raise KeyError(number)
        return known

    def entries(self) -> tuple[Entry, ...]:
        """Return the history, oldest first."""
        return self._state.ledger.entries

    def decisions_of(self, entry: EntryId) -> tuple[Decision, ...]:
        """Return the journal's rows of one act, in its order of matches."""
        return self._state.ledger.rows_of(entry).decisions

    def remarks_of(self, entry: EntryId) -> tuple[Remark, ...]:
        """Return what one act said of silences, pins and claims, or took back."""
        return self._state.ledger.rows_of(entry).remarks

    @property
    def runs(self) -> Mapping[RunId, Run]:
        """The automatic alignments so far."""
        return dict(self._state.runs)

    def unaligned_pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of sources that no alignment was recorded for, for example after a crash."""
        present = sorted(source.id for source in self.sources)
        pairs = ((one, other) for index, one in enumerate(present) for other in present[index + 1 :])
        return tuple(pair for pair in pairs if pair not in self._state.aligned)

    @property
    def is_aligned(self) -> bool:
        """Whether an alignment was recorded for every pair of sources."""
        return not self.unaligned_pairs()

    @property
    def undoable(self) -> Entry | None:
        """The act that `undo` takes back, also one of an earlier session."""
        return self._state.ledger.undoable

    @property
    def redoable(self) -> Entry | None:
        """The act that `redo` brings back."""
        return self._state.ledger.redoable
