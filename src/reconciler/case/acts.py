"""What each act of the analyst makes of a case: planned as values, written by `Case`.

A plan names what changes; `batch` turns it into rows. An act that would change nothing has no
plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from reconciler.alignment import ReasonName
from reconciler.case import evidence
from reconciler.case.records import Batch, SourceEdit, SourceRecord
from reconciler.case.sources import letter, properties_of, with_assumed_dates, with_property
from reconciler.case.state import State
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Act,
    Decision,
    DecisionId,
    Entry,
    EntryId,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Source,
    SourceDraft,
    SourceId,
    SourceProperties,
    Standing,
    Statement,
    StatementId,
    Verdict,
)

_VERDICT_ENTRIES = {
    Verdict.CONFIRMED: EntryKind.CONFIRM,
    Verdict.REJECTED: EntryKind.REJECT,
    Verdict.UNSURE: EntryKind.UNSURE,
}
_NO_SCORE = (Reason(ReasonName.WORDS.value, 0.0),)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an act makes of one match."""

    match: Match
    act: Act
    standing: Standing
    undoes: DecisionId | None = None


@dataclass(frozen=True, slots=True)
class PropertyEdit:
    """What an act makes of one property of a source."""

    source: SourceId
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """One act before it has a number, a time and an analyst."""

    kind: EntryKind
    rulings: tuple[Ruling, ...] = ()
    edits: tuple[PropertyEdit, ...] = ()
    undoes: EntryId | None = None
    new_matches: tuple[Match, ...] = ()
    new_sources: tuple[SourceRecord, ...] = ()
    new_statements: tuple[Statement, ...] = ()


def decide(
    state: State, matches: Sequence[MatchId], verdict: Verdict, relation: Relation | None
) -> Plan | None:
    """Plan a verdict on several matches; on confirmed ones a relation alone is an act of its own name."""
    if relation is not None and verdict is not Verdict.CONFIRMED:
        raise ValueError(f"a match that is {verdict} has no relation")
    rulings = []
    for match in _each(state, matches):
        now = state.ledger.standing(match.id)
        kept = now.relation if verdict is Verdict.CONFIRMED else None
        act = Act.RELATION if now.verdict is verdict else Act.VERDICT
        rulings.append(Ruling(match, act, Standing(verdict, relation or kept, now.note)))
    rulings = _effective(state, rulings)
    only_relations = rulings and all(ruling.act is Act.RELATION for ruling in rulings)
    return _plan(EntryKind.RELATION if only_relations else _VERDICT_ENTRIES[verdict], rulings)


def relate(state: State, match: MatchId, relation: Relation | None) -> Plan | None:
    """Plan a relation; None takes that of a confirmed match away."""
    if relation is not None:
        return decide(state, (match,), Verdict.CONFIRMED, relation)
    now = state.ledger.standing(match)
    ruling = Ruling(state.matches.all[match], Act.RELATION, replace(now, relation=None))
    return _plan(EntryKind.RELATION, _effective(state, [ruling]))


def clear(state: State, matches: Sequence[MatchId]) -> Plan | None:
    """Plan to take verdicts and relations away."""
    rulings = []
    for match in _each(state, matches):
        by_hand = match.made_by is MadeBy.HAND
        note = state.ledger.standing(match.id).note
        rulings.append(Ruling(match, Act.UNLINK if by_hand else Act.CLEAR, Standing(note=note)))
    rulings = _effective(state, rulings)
    only_unlinks = rulings and all(ruling.act is Act.UNLINK for ruling in rulings)
    return _plan(EntryKind.UNLINK if only_unlinks else EntryKind.CLEAR, rulings)


def annotate(state: State, match: MatchId, note: str) -> Plan | None:
    """Plan a note."""
    standing = replace(state.ledger.standing(match), note=_storable(note))
    return _plan(EntryKind.NOTE, _effective(state, [Ruling(state.matches.all[match], Act.NOTE, standing)]))


def link(
    state: State, lefts: Sequence[StatementId], rights: Sequence[StatementId], proposals: Iterable[Proposal]
) -> Plan | None:
    """Plan confirmed matches of every left statement with every right one."""
    scored = {(proposal.left, proposal.right): proposal for proposal in proposals}
    pairs = dict.fromkeys(state.matches.ordered(left, right) for left in lefts for right in rights)
    new: list[Match] = []
    rulings = []
    for left, right in pairs:
        match = state.matches.between(left, right)
        if match is None:
            number = MatchId(state.last.match + 1 + len(new))
            match = _by_hand(number, left, right, scored.get((left, right)))
            new.append(match)
        now = state.ledger.standing(match.id)
        rulings.append(Ruling(match, Act.LINK, replace(now, verdict=Verdict.CONFIRMED)))
    plan = _plan(EntryKind.LINK, _effective(state, rulings))
    return plan and replace(plan, new_matches=tuple(new))


def add_sources(
    state: State, drafts: Sequence[SourceDraft], assumed_date: str | None, *, at: str
) -> Plan | None:
    """Plan sources with their statements, lettered after those that the case has."""
    if not drafts:
        return None
    _refuse_doubles(state, drafts)
    present = sum(not record.removed for record in state.records.values())
    records: list[SourceRecord] = []
    statements: list[Statement] = []
    for place, draft in enumerate(drafts):
        source = _source(draft, SourceId(state.last.source + 1 + place), letter(present + place), at)
        records.append(SourceRecord(source, None if source.published else assumed_date))
        statements += _statements(draft, source.id, state.last.statement + len(statements))
    return Plan(
        EntryKind.ADD_SOURCES,
        edits=tuple(PropertyEdit(record.source.id, "removed", "1", "0") for record in records),
        new_sources=tuple(records),
        new_statements=tuple(statements),
    )


def edit_source(state: State, source: SourceId, properties: SourceProperties) -> Plan | None:
    """Plan to correct properties."""
    now = properties_of(state.records[source].source)
    pairs = ((field.name, getattr(now, field.name), getattr(properties, field.name)) for field in fields(now))
    edits = tuple(
        PropertyEdit(source, name, before, _storable(after) if after else None)
        for name, before, after in pairs
        if (after or None) != (before or None)
    )
    return Plan(EntryKind.EDIT_SOURCE, edits=edits) if edits else None


def reverse(state: State, entry: Entry | None, kind: EntryKind) -> Plan | None:
    """Plan to take an entry back (UNDO), or to bring it back after that (REDO)."""
    if entry is None:
        return None
    back = kind is EntryKind.UNDO
    rulings = tuple(
        Ruling(
            state.matches.all[row.match],
            Act.UNDO if back else Act.REDO,
            state.ledger.before(row) if back else row.standing,
            row.id,
        )
        for row in state.ledger.rows_of(entry.id)
    )
    edits = tuple(
        PropertyEdit(edit.source, edit.field, edit.after, edit.before)
        if back
        else PropertyEdit(edit.source, edit.field, edit.before, edit.after)
        for edit in state.ledger.edits_of(entry.id)
    )
    return Plan(kind, rulings, edits, undoes=entry.id)


def batch(state: State, plan: Plan, analyst: str, at: str, score_visible: bool) -> Batch:
    """Turn a plan into the rows to write."""
    analyst = _storable(analyst)
    entry = Entry(
        EntryId(state.last.entry + 1),
        plan.kind,
        analyst,
        at,
        plan.undoes,
        tuple(ruling.match.id for ruling in plan.rulings),
        tuple(dict.fromkeys(edit.source for edit in plan.edits)),
    )
    decisions = (
        _decision(state, ruling, entry, DecisionId(number), score_visible)
        for number, ruling in enumerate(plan.rulings, state.last.decision + 1)
    )
    new, changed = _sources_after(state, plan)
    return Batch(
        entry=entry,
        decisions=tuple(decisions),
        edits=tuple(
            SourceEdit(entry.id, edit.source, edit.field, edit.before, edit.after) for edit in plan.edits
        ),
        new_sources=new,
        new_statements=plan.new_statements,
        changed_sources=changed,
        new_matches=plan.new_matches,
    )


def _each(state: State, matches: Sequence[MatchId]) -> list[Match]:
    return [state.matches.all[match] for match in dict.fromkeys(matches)]


def _effective(state: State, rulings: Sequence[Ruling]) -> list[Ruling]:
    return [ruling for ruling in rulings if ruling.standing != state.ledger.standing(ruling.match.id)]


def _plan(kind: EntryKind, rulings: Sequence[Ruling]) -> Plan | None:
    return Plan(kind, tuple(rulings)) if rulings else None


def _by_hand(number: MatchId, left: StatementId, right: StatementId, scored: Proposal | None) -> Match:
    confidence = float(scored.confidence) if scored else 0.0
    reasons = scored.reasons if scored else _NO_SCORE
    return Match(number, left, right, confidence, MadeBy.HAND, None, reasons)


def _decision(
    state: State, ruling: Ruling, entry: Entry, number: DecisionId, score_visible: bool
) -> Decision:
    match = ruling.match
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
        score_visible=score_visible,
    )


def _model(state: State, match: Match) -> str | None:
    """Name the model that gave the confidence, as far as the case knows it."""
    if match.run is not None:
        return state.runs[match.run].model
    scored_by_hand = match.made_by is MadeBy.HAND and match.reasons != _NO_SCORE
    return state.runs[max(state.runs)].model if scored_by_hand and state.runs else None


def _sources_after(state: State, plan: Plan) -> tuple[tuple[SourceRecord, ...], tuple[SourceRecord, ...]]:
    """Return the new sources, and the known ones that the plan changes, assumed dates included."""
    if not plan.edits:
        return (), ()
    after = dict(state.records)
    after.update((record.source.id, record) for record in plan.new_sources)
    for edit in plan.edits:
        after[edit.source] = _edited(after[edit.source], edit.field, edit.after)
    dated = with_assumed_dates(tuple(after.values()))
    new = tuple(record for record in dated if record.source.id not in state.records)
    known = (record for record in dated if record.source.id in state.records)
    return new, tuple(record for record in known if record != state.records[record.source.id])


def _edited(record: SourceRecord, field: str, value: str | None) -> SourceRecord:
    if field == "removed":
        return replace(record, removed=value == "1")
    return replace(record, source=with_property(record.source, field, value))


def _refuse_doubles(state: State, drafts: Sequence[SourceDraft]) -> None:
    names = {r.source.sha256: r.source.name for r in state.records.values() if not r.removed}
    for draft in drafts:
        article = draft.article
        if article.sha256 in names:
            raise CaseError(Problem.SAME_AS_ANOTHER, article.name, names[article.sha256])
        names[article.sha256] = article.name


def _source(draft: SourceDraft, number: SourceId, letter_: str, at: str) -> Source:
    article = draft.article
    return Source(
        id=number,
        letter=letter_,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        published_assumed=False,
        language=draft.language,
        text=article.text,
        sha256=article.sha256,
        imported_at=at,
        name=article.name,
    )


def _statements(draft: SourceDraft, source: SourceId, last: int) -> list[Statement]:
    return [
        Statement(
            StatementId(last + ordinal),
            source,
            ordinal,
            segment.start,
            segment.end,
            segment.kind,
            draft.article.text[segment.start : segment.end],
        )
        for ordinal, segment in enumerate(draft.segments, 1)
    ]


def _storable(text: str) -> str:
    """Replace halves of surrogate pairs, which a text field can hold and UTF-8 can't."""
    return text.encode("utf-8", "replace").decode("utf-8")
