"""What the analyst says beside verdicts: searched silences, pins, and words on claims.

The subject of a remark is a statement or a match, so that remarks go where those go when a
statement is mended or its source gets another text.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reconciler.case.carrying import Heir, joined
from reconciler.case.plans import Plan, Ruling, silences_against, storable
from reconciler.case.records import Batch, EntryRows, Remark
from reconciler.case.state import State
from reconciler.model import (
    Act,
    Assessment,
    ClaimField,
    ClaimPart,
    ClaimStanding,
    EntryKind,
    Match,
    MatchId,
    Pin,
    Silence,
    SourceId,
    Standing,
    StatementId,
    Subject,
    Verdict,
)

HeirOfStatement = Callable[[StatementId], Heir | None]
"""Answers which statement stands in the place of a retired one, or that none does."""


def set_silence(state: State, statement: StatementId, source: SourceId, searched: bool) -> Plan | None:
    """Plan to say that nothing in a source corresponds to a statement, or to take that back.

    What was proposed there and nobody decided is rejected with it.

    Raises:
        ValueError: the statement is one of that source or retired, or a match there is confirmed.
    """
    silence = Silence(statement, source)
    if not searched:
        return _plan(state, EntryKind.UNSILENCE, {silence: ""})
    if state.statements[statement].source == source:
        raise ValueError(f"statement {statement} belongs to source {source}")
    if statement in state.retired:
        raise ValueError(f"another statement stands in the place of {statement}")
    if has_counterpart(state, silence):
        raise ValueError(f"a statement of source {source} corresponds to {statement}")
    pending = [each for each in _there(state, silence) if state.ledger.standing(each.id).verdict is None]
    rulings = tuple(_rejected(state, match) for match in pending)
    return _plan(state, EntryKind.SILENCE, {silence: "1"}, rulings)


def set_silences(state: State, silences: Collection[Silence], searched: bool) -> Plan | None:
    """Plan to say several silences in one act, or to take them back.

    Raises:
        ValueError: as for `set_silence`.
    """
    plans = [set_silence(state, each.statement, each.source, searched) for each in silences]
    made = [plan for plan in plans if plan is not None]
    if not made:
        return None
    rulings = {ruling.match.id: ruling for plan in made for ruling in plan.rulings}
    remarks = tuple(remark for plan in made for remark in plan.batch.rows.remarks)
    return Plan(made[0].kind, tuple(rulings.values()), batch=Batch(rows=EntryRows(remarks=remarks)))


def set_pin(state: State, match: MatchId, pinned: bool) -> Plan | None:
    """Plan to keep a match at hand, or not any more."""
    if match not in state.matches.all:
        raise KeyError(match)
    return _plan(state, EntryKind.PIN if pinned else EntryKind.UNPIN, {Pin(match): "1" if pinned else ""})


def pin_moved(state: State, match: MatchId, to: MatchId) -> tuple[Remark, ...]:
    """Return what takes the pin of a match to another one, if it is pinned."""
    return _remarks(state, {Pin(match): "", Pin(to): "1"}) if state.ledger.said(Pin(match)) else ()


def edit_claim(state: State, statement: StatementId, field: ClaimField, value: str) -> Plan | None:
    """Plan to say something of the claim that a statement belongs to; an empty text takes it back.

    Raises:
        ValueError: the statement is retired, or an assessment is none.
    """
    if statement in state.retired:
        raise ValueError(f"another statement stands in the place of {statement}")
    if field is ClaimField.ASSESSMENT and value:
        value = Assessment(value).value
    if statement not in state.statements:
        raise KeyError(statement)
    return _plan(state, EntryKind.CLAIM, {ClaimPart(statement, field): storable(value)})


def claim_standing(state: State, statement: StatementId) -> ClaimStanding:
    """Return what is said on a statement of its claim."""
    label, assessment, note = (state.ledger.said(ClaimPart(statement, field)) for field in ClaimField)
    return ClaimStanding(label, Assessment(assessment) if assessment else None, note)


def is_present(state: State, silence: Silence) -> bool:
    """Whether the statement and the source of a silence stand in the case."""
    if silence.statement in state.retired or state.records[silence.source].removed:
        return False
    return not state.records[state.statements[silence.statement].source].removed


def has_counterpart(state: State, silence: Silence, besides: Collection[MatchId] = ()) -> bool:
    """Whether a confirmed match belies a silence, `besides` left aside."""
    return any(
        state.ledger.standing(each.id).verdict is Verdict.CONFIRMED and each.id not in besides
        for each in _there(state, silence)
    )


def carry(
    state: State,
    retired: AbstractSet[StatementId],
    moved: Mapping[MatchId, MatchId],
    heir_of: HeirOfStatement,
) -> tuple[Remark, ...]:
    """Carry over what was said of statements and matches that give way to others.

    `moved` names the match in whose place each one stands now. Where the words are the same all
    stands; where they are not, names and notes of claims go over, while a silence and an assessment
    are taken back, as both were said of those words. The rows say what was taken back.
    """
    after: dict[Subject, str] = {}
    for about, said in state.ledger.remarks.items():
        if not said:
            continue
        if isinstance(about, Pin):
            match = state.matches.all[about.match]
            if not retired.isdisjoint((match.left, match.right)) and state.stands(match):
                after[about] = ""
                if about.match in moved:
                    after[Pin(moved[about.match])] = said
        elif about.statement in retired:
            after[about] = ""
            heir = heir_of(about.statement)
            if heir is not None:
                after.update(_inherited(about, _named_anew(about, said, retired, heir_of), heir, after))
        elif isinstance(about, ClaimPart) and _names(about, said, retired):
            after[about] = _named_anew(about, said, retired, heir_of)
    return _remarks(state, after)


def drop_silences_in(state: State, source: SourceId) -> tuple[Remark, ...]:
    """Return what takes back the silences in a source that has other words now."""
    told = state.ledger.remarks.items()
    return _remarks(
        state,
        {about: "" for about, said in told if isinstance(about, Silence) and about.source == source and said},
    )


@dataclass(frozen=True, slots=True)
class Retraction:
    """What reverting an act makes of one remark; `overwrites` when something else was said since."""

    subject: Subject
    now: str
    then: str
    overwrites: bool


def retractions(state: State, rows: EntryRows) -> Iterator[Retraction]:
    """Return what reverting an act makes of its remarks; what stands again already is passed over.

    The act's own matches give way with it: they belie no silence that it took back.
    """
    own = {row.match for row in rows.decisions}
    for remark in rows.remarks:
        now = state.ledger.said(remark.about)
        if now != remark.before and _can_be_said(state, remark, own):
            yield Retraction(remark.about, now, remark.before, overwrites=now != remark.after)


def retracted(state: State, found: Iterable[Retraction]) -> tuple[Remark, ...]:
    """Return the rows that set these remarks back."""
    return _remarks(state, {each.subject: each.then for each in found})


def _can_be_said(state: State, remark: Remark, own: Collection[MatchId]) -> bool:
    about = remark.about
    if isinstance(about, Pin):
        return about.match in state.matches.live
    if isinstance(about, Silence):
        return is_present(state, about) and not (remark.before and has_counterpart(state, about, own))
    statement = state.statements[about.statement]
    return about.statement not in state.retired and not state.records[statement.source].removed


def _plan(
    state: State, kind: EntryKind, after: Mapping[Subject, str], rulings: tuple[Ruling, ...] = ()
) -> Plan | None:
    remarks = _remarks(state, after)
    if not remarks:
        return None
    return Plan(kind, rulings, batch=Batch(rows=EntryRows(remarks=remarks)))


def _remarks(state: State, after: Mapping[Subject, str]) -> tuple[Remark, ...]:
    """Return the rows of what changes, in the order in which a case file keeps them."""
    order: tuple[type, ...] = (Silence, Pin, ClaimPart)
    rows = (Remark(state.next_entry, about, state.ledger.said(about), said) for about, said in after.items())
    return tuple(
        sorted((row for row in rows if row.before != row.after), key=lambda row: order.index(type(row.about)))
    )


def _there(state: State, silence: Silence) -> list[Match]:
    """Return the matches of the case that join the statement of a silence with its source."""
    found = (state.matches.all[each] for each in state.matches.of_statement(silence.statement))
    return [match for match in found if silence in silences_against(state, match)]


def _rejected(state: State, match: Match) -> Ruling:
    note = state.ledger.standing(match.id).note
    return Ruling(match, Act.VERDICT, Standing(Verdict.REJECTED, note=note))


def _inherited(
    about: Silence | ClaimPart, said: str, heir: Heir, after: Mapping[Subject, str]
) -> Mapping[Subject, str]:
    """Return what is said of the heir; of several claims that come together the notes stand together."""
    if isinstance(about, Silence):
        return {Silence(heir.statement.id, about.source): said} if heir.same else {}
    if about.field is ClaimField.ASSESSMENT and not heir.same:
        return {}
    here = ClaimPart(heir.statement.id, about.field)
    there = after.get(here, "")
    if about.field is ClaimField.NOTE:
        return {here: joined([there, said])}
    return {here: there or said}


def _names(about: ClaimPart, said: str, statements: AbstractSet[StatementId]) -> bool:
    """Whether a label is the number of one of these statements."""
    return about.field is ClaimField.LABEL and said.isdecimal() and int(said) in statements


def _named_anew(
    about: Silence | ClaimPart, said: str, retired: AbstractSet[StatementId], heir_of: HeirOfStatement
) -> str:
    """Return what was said, with the statement that stands in the place of one that gave its words."""
    if not isinstance(about, ClaimPart) or not _names(about, said, retired):
        return said
    heir = heir_of(StatementId(int(said)))
    return "" if heir is None else str(heir.statement.id)
