"""An act before it is written, and the rows that it comes to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from reconciler.alignment import ReasonName
from reconciler.case import evidence
from reconciler.case.records import Batch, EntryRows, Remark, SourceRecord
from reconciler.case.sources import with_assumed_dates, with_property
from reconciler.case.state import State
from reconciler.model import (
    Act,
    Decision,
    DecisionId,
    Difference,
    Entry,
    EntryId,
    EntryKind,
    MadeBy,
    Match,
    Reason,
    Silence,
    Standing,
    Verdict,
)
from reconciler.pace import Pace

NO_SCORE = (Reason(ReasonName.WORDS.value, 0.0),)
"""The reasons of a link made by hand that no model has looked at."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an act makes of one match.

    `told` is the row of another case that this one repeats, with its analyst, its time and what they
    had before them.
    """

    match: Match
    act: Act
    standing: Standing
    undoes: DecisionId | None = None
    told: Decision | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One act before it has a time and an analyst.

    `batch` holds all that is written beside the entry and its decisions; the rows in it name the
    entry that comes next.
    """

    kind: EntryKind
    rulings: tuple[Ruling, ...] = ()
    undoes: EntryId | None = None
    batch: Batch = field(default_factory=Batch)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts, and when; whether the score was visible, and how to learn in what a match differs."""

    analyst: str
    at: str
    score_visible: bool
    compared: Callable[[Match], tuple[Difference, ...]]


def complete(state: State, plan: Plan, hand: Hand, pace: Pace | None = None) -> Batch:
    """Turn a plan into the rows to write.

    Raises:
        Cancelled: the pace said so.
    """
    entry = Entry(state.next_entry, plan.kind, storable(hand.analyst), hand.at, plan.undoes, (), ())
    decisions = (
        _decision(state, ruling, entry, DecisionId(number), hand)
        for number, ruling in enumerate((pace or Pace()).over(plan.rulings), state.last.decision + 1)
    )
    rows = replace(plan.batch.rows, decisions=tuple(decisions))
    if plan.kind not in (EntryKind.UNDO, EntryKind.REDO):
        rows = replace(rows, remarks=(*_broken_silences(state, plan.rulings, rows.remarks), *rows.remarks))
    belongs = {each.id: each.source for each in plan.batch.new_statements}
    known = {
        change.statement: state.statements[change.statement].source
        for change in rows.statements
        if change.statement not in belongs
    }
    new, changed = _sources_after(state, plan.batch)
    return replace(
        plan.batch,
        entry=rows.described(entry, {**belongs, **known}),
        rows=rows,
        new_sources=new,
        changed_sources=changed,
    )


def _broken_silences(
    state: State, rulings: Iterable[Ruling], remarks: Iterable[Remark]
) -> tuple[Remark, ...]:
    """Return what takes back each silence that a confirmed match belies, unless the remarks do."""
    told = {remark.about for remark in remarks}
    last = {ruling.match.id: ruling for ruling in rulings}
    belied = dict.fromkeys(
        silence
        for ruling in last.values()
        if ruling.standing.verdict is Verdict.CONFIRMED
        for silence in silences_against(state, ruling.match)
        if state.ledger.said(silence) and silence not in told
    )
    return tuple(Remark(state.next_entry, silence, "1", "") for silence in belied)


def silences_against(state: State, match: Match) -> tuple[Silence, ...]:
    """Return what would be said of the two ends of a match if nothing corresponded to them."""
    ends = [state.statements.get(match.left), state.statements.get(match.right)]
    return tuple(
        Silence(one.id, other.source)
        for one, other in (ends, reversed(ends))
        if one is not None and other is not None
    )


def storable(text: str) -> str:
    """Replace halves of surrogate pairs, which a text field can hold and UTF-8 can't."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _decision(state: State, ruling: Ruling, entry: Entry, number: DecisionId, hand: Hand) -> Decision:
    match, told = ruling.match, ruling.told
    if told is not None:
        return replace(told, id=number, entry=entry.id, match=match.id, act=ruling.act, undoes=ruling.undoes)
    is_known = match.left in state.statements and match.right in state.statements
    return Decision(
        id=number,
        entry=entry.id,
        match=match.id,
        act=ruling.act,
        verdict=ruling.standing.verdict,
        relation=ruling.standing.relation,
        note=ruling.standing.note,
        analyst=entry.analyst,
        at=entry.at,
        undoes=ruling.undoes,
        confidence=match.confidence,
        evidence=evidence.encode_values(match.reasons),
        model=_model(state, match),
        score_visible=hand.score_visible,
        differences=evidence.encode_differences(hand.compared(match)) if is_known else None,
    )


def _model(state: State, match: Match) -> str | None:
    """Name the model that gave the confidence, as far as the case knows it."""
    if match.run is not None:
        return state.runs[match.run].model
    scored_by_hand = match.made_by is MadeBy.HAND and match.reasons != NO_SCORE
    return state.runs[max(state.runs)].model if scored_by_hand and state.runs else None


def _sources_after(state: State, batch: Batch) -> tuple[tuple[SourceRecord, ...], tuple[SourceRecord, ...]]:
    """Return the new sources, and the known ones that the edits change, assumed dates included."""
    rows: EntryRows = batch.rows
    if not rows.edits:
        return (), ()
    after = dict(state.records)
    after.update((record.source.id, record) for record in batch.new_sources)
    versions = {**state.versions, **{(each.source, each.number): each for each in batch.new_versions}}
    for edit in rows.edits:
        record = after[edit.source]
        if edit.field == "removed":
            after[edit.source] = replace(record, removed=edit.after == "1")
        elif edit.field == "position":
            after[edit.source] = replace(record, position=int(edit.after or 0))
        elif edit.field == "version":
            after[edit.source] = record.at_version(versions[edit.source, int(edit.after or 0)])
        else:
            after[edit.source] = replace(record, source=with_property(record.source, edit.field, edit.after))
    dated = with_assumed_dates(tuple(after.values()))
    new = tuple(record for record in dated if record.source.id not in state.records)
    known = (record for record in dated if record.source.id in state.records)
    return new, tuple(record for record in known if record != state.records[record.source.id])
