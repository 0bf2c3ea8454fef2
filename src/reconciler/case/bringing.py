"""A colleague's decisions brought into a case: all their rows, and what stands after them.

What only one of both decided, or both alike, stands. Where they disagree nothing is overwritten: the
match comes back to the queue, to be settled (see `reconciler.case.voices`). Rows that the case has
already are passed over, so that the same file can be brought in again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reconciler.case import evidence, voices
from reconciler.case.agreement import alike
from reconciler.case.carrying import joined
from reconciler.case.colleague import Anchor, Colleague, anchor
from reconciler.case.plans import Plan, Ruling, silences_against, storable
from reconciler.case.records import Batch, EntryRows, Remark
from reconciler.case.state import LastNumbers, State
from reconciler.case.voices import Opinion
from reconciler.model import (
    Act,
    Decision,
    DecisionId,
    EntryKind,
    Match,
    MatchId,
    Reason,
    Relation,
    Silence,
    SourceId,
    Standing,
    StatementId,
    Verdict,
)
from reconciler.pace import Pace


@dataclass(frozen=True, slots=True)
class Arrival:
    """What bringing in a colleague's decisions makes of the matches that they are about.

    `taken` are those that only the colleague decided, `alike` those on which both agree, `disputed`
    those to settle, `kept` those of which the colleague has no verdict (any more); `known` brings
    nothing new. `left_out` are the colleague's decided matches on statements that were cut
    differently: they stay in that file. `rows` are the rows of the journal that come in, `silences`
    the searched silences.
    """

    taken: int = 0
    alike: int = 0
    disputed: int = 0
    kept: int = 0
    known: int = 0
    left_out: int = 0
    rows: int = 0
    silences: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """What bringing in a colleague's decisions comes to, ready to be written.

    `basis` is what the case had come to when it was reckoned: it can be written to no other.
    """

    batch: Batch
    basis: LastNumbers


def plan(state: State, colleague: Colleague, pace: Pace | None = None) -> tuple[Plan | None, Arrival]:
    """Plan to bring in what a colleague decided, and say what that comes to.

    Raises:
        CaseError: OTHER_SOURCES, the colleague compared other articles.
        Cancelled: the pace said so.
    """
    pace = pace or Pace()
    present = {number: each.source for number, each in state.records.items() if not each.removed}
    colleague.require_sources(frozenset(source.sha256 for source in present.values()))
    partner = colleague.joined(_anchors(state, {number: each.sha256 for number, each in present.items()}))
    made: list[Match] = []
    rulings: list[Ruling] = []
    counts: dict[str, int] = {}
    for number, theirs in pace.over(list(colleague.matches.items())):
        if theirs.left not in partner or theirs.right not in partner:
            decided = colleague.standings[number].verdict is not None
            counts["left_out"] = counts.get("left_out", 0) + decided
            continue
        pair = state.matches.ordered(partner[theirs.left], partner[theirs.right])
        match, turned = state.matches.between(*pair), pair[0] != partner[theirs.left]
        rows = _unknown(state, match, colleague.rows[number])
        if match is None:
            match = _adopted(theirs, MatchId(state.last.match + 1 + len(made)), pair, turned=turned)
            made += [match] if rows else []
        case = _Case(state, match, rows, colleague.standings[number], colleague.rows[number], turned)
        kind = case.kind() if rows else "known"
        counts[kind] = counts.get(kind, 0) + 1
        rulings += case.rulings(kind, state.last.decision + 1 + len(rulings)) if rows else ()
    silences = _silences(state, colleague, partner, rulings)
    arrival = Arrival(
        **counts,
        rows=sum(ruling.told is not None for ruling in rulings),
        silences=len(silences),
    )
    if not rulings and not silences:
        return None, arrival
    batch = Batch(rows=EntryRows(remarks=silences), new_matches=tuple(made))
    return Plan(EntryKind.IMPORT, tuple(rulings), batch=batch), arrival


def settle(state: State, number: MatchId, verdict: Verdict, relation: Relation | None, words: str) -> Plan:
    """Plan the verdict on a match on which two analysts disagree; `words` name both, and join the note.

    Raises:
        ValueError: there is nothing to settle, or a relation with another verdict than confirmed.
    """
    if not voices.dispute(state.ledger.decisions(number)):
        raise ValueError(f"nobody disagrees on match {number}")
    if relation is not None and verdict is not Verdict.CONFIRMED:
        raise ValueError(f"a match that is {verdict} has no relation")
    note = joined([state.ledger.standing(number).note, storable(words)])
    ruling = Ruling(state.matches.all[number], Act.VERDICT, Standing(verdict, relation, note))
    return Plan(EntryKind.SETTLE, (ruling,))


@dataclass(frozen=True, slots=True)
class _Case:
    """One match with the rows that come in: what stands here, and what the colleague says of it."""

    state: State
    match: Match
    rows: Sequence[Decision]
    theirs: Standing
    all_rows: Sequence[Decision]
    turned: bool

    def kind(self) -> str:
        mine, theirs = self.state.ledger.standing(self.match.id), self.theirs
        if theirs.verdict is None:
            return "kept"
        if voices.dispute(self.state.ledger.decisions(self.match.id)):
            return "disputed"
        if mine.verdict is None:
            return "disputed" if theirs.verdict is Verdict.CONFIRMED and self._is_silent() else "taken"
        both = (Opinion("", "", each) for each in (mine, theirs))
        return "alike" if alike(*both) else "disputed"

    def rulings(self, kind: str, first: int) -> list[Ruling]:
        """Return the rows that come in, and the one that says what stands after them, if they don't."""
        mine = self.state.ledger.standing(self.match.id)
        note = _notes(mine.note, self.all_rows[-1].note)
        rows = list(self.rows)
        if kind == "disputed":
            held = self._row_of(rows)
            if held is None:
                rows.append(next(row for row in reversed(self.all_rows) if self._says(row)))
                held = len(rows) - 1
            marker = Ruling(self.match, Act.IMPORT, Standing(note=note), DecisionId(first + held))
            return [*(self._came(row) for row in rows), marker]
        present = voices.marker(self.state.ledger.decisions(self.match.id))
        if present is not None:
            # The colleague has no verdict any more: whether that settles it is for the analyst to say.
            marker = Ruling(self.match, Act.IMPORT, Standing(note=note), present.undoes)
            return [*(self._came(row) for row in rows), marker]
        stands = mine if kind == "kept" else self.theirs
        relation = stands.relation or (mine.relation if kind == "alike" else None)
        after = Standing(stands.verdict, relation, note)
        came = [self._came(row) for row in rows]
        return came if rows[-1].standing == after else [*came, Ruling(self.match, Act.IMPORT, after)]

    def _row_of(self, rows: Sequence[Decision]) -> int | None:
        return next((place for place in reversed(range(len(rows))) if self._says(rows[place])), None)

    def _says(self, row: Decision) -> bool:
        return (row.verdict, row.relation) == (self.theirs.verdict, self.theirs.relation)

    def _came(self, row: Decision) -> Ruling:
        if self.turned:
            row = replace(row, differences=evidence.turned_differences(row.differences))
        return Ruling(self.match, Act.IMPORT, row.standing, told=row)

    def _is_silent(self) -> bool:
        return any(self.state.ledger.said(each) for each in silences_against(self.state, self.match))


def _anchors(state: State, digests: Mapping[SourceId, str]) -> dict[Anchor, StatementId]:
    return {
        anchor(sha256, each): each.id
        for source, sha256 in digests.items()
        for each in state.of_source.get(source, ())
    }


def _unknown(state: State, match: Match | None, rows: Sequence[Decision]) -> list[Decision]:
    """Return the rows that the case does not have, or has no more since bringing them in was undone."""
    ledger = state.ledger
    known = (
        set()
        if match is None
        else {_key(row) for row in ledger.decisions(match.id) if not ledger.is_void(row.entry)}
    )
    return [row for row in rows if _key(row) not in known]


def _key(row: Decision) -> tuple[object, ...]:
    return row.analyst, row.at, row.standing


def _adopted(theirs: Match, number: MatchId, pair: tuple[StatementId, StatementId], *, turned: bool) -> Match:
    reasons = theirs.reasons
    if turned:
        reasons = tuple(Reason(each.name, each.value, each.right, each.left) for each in reasons)
    return replace(theirs, id=number, left=pair[0], right=pair[1], run=None, reasons=reasons, differences=())


def _notes(mine: str, theirs: str) -> str:
    if theirs in mine:
        return mine
    return theirs if mine in theirs else joined([mine, theirs])


def _silences(
    state: State,
    colleague: Colleague,
    partner: Mapping[StatementId, StatementId],
    rulings: Iterable[Ruling],
) -> tuple[Remark, ...]:
    """Return the searched silences that nothing here speaks against, and that nobody took back here."""
    of_digest = {each.source.sha256: number for number, each in state.records.items() if not each.removed}
    source_of = {number: of_digest[sha256] for sha256, number in colleague.digests.items()}
    finals = {ruling.match.id: ruling for ruling in rulings}
    broken = {
        silence
        for ruling in finals.values()
        if ruling.standing.verdict is Verdict.CONFIRMED
        for silence in silences_against(state, ruling.match)
    }
    confirmed = {
        silence
        for number, match in state.matches.live.items()
        if number not in finals and state.ledger.standing(number).verdict is Verdict.CONFIRMED
        for silence in silences_against(state, match)
    }
    found = (
        Silence(partner[each.statement], source_of[each.source])
        for each in colleague.silences
        if each.statement in partner
    )
    return tuple(
        Remark(state.next_entry, silence, "", "1")
        for silence in dict.fromkeys(found)
        if not state.ledger.was_said(silence) and silence not in broken | confirmed
    )
