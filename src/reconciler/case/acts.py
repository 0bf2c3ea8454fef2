"""What each act of the analyst makes of a case: planned as values, written by `Case`.

An act that would change nothing has no plan.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from itertools import combinations

from reconciler.alignment import Settings
from reconciler.case.plans import NO_SCORE, Plan, Ruling, storable
from reconciler.case.records import (
    Batch,
    EntryRows,
    OriginalRecord,
    SettingEdit,
    SourceEdit,
    SourceRecord,
)
from reconciler.case.sources import letter, next_place, properties_of
from reconciler.case.state import State, settings_text
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Act,
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Proposal,
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
    standing = replace(state.ledger.standing(match), note=storable(note))
    return _plan(EntryKind.NOTE, _effective(state, [Ruling(state.matches.all[match], Act.NOTE, standing)]))


def link(
    state: State, lefts: Sequence[StatementId], rights: Sequence[StatementId], proposals: Iterable[Proposal]
) -> Plan | None:
    """Plan confirmed matches of every left statement with every right one."""
    return _link(state, [(left, right) for left in lefts for right in rights], proposals)


def link_all(state: State, statements: Sequence[StatementId], proposals: Iterable[Proposal]) -> Plan | None:
    """Plan confirmed matches of every two statements that are of different sources."""
    source_of = {each: state.statements[each].source for each in statements}
    if len(set(source_of.values())) < 2:
        raise ValueError("all statements belong to one source")
    pairs = [(one, other) for one, other in combinations(source_of, 2) if source_of[one] != source_of[other]]
    return _link(state, pairs, proposals)


def _link(
    state: State, ends: Iterable[tuple[StatementId, StatementId]], proposals: Iterable[Proposal]
) -> Plan | None:
    scored = {(proposal.left, proposal.right): proposal for proposal in proposals}
    pairs = dict.fromkeys(state.matches.ordered(one, other) for one, other in ends)
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
    return plan and replace(plan, batch=Batch(new_matches=tuple(new)))


def match_of(
    state: State, left: StatementId, right: StatementId, proposals: Iterable[Proposal]
) -> tuple[Match, tuple[Match, ...]]:
    """Return the match of two statements, and it once more where it is to be made by hand."""
    match = state.matches.between(left, right)
    if match is not None:
        return match, ()
    scored = next((each for each in proposals if (each.left, each.right) == (left, right)), None)
    match = _by_hand(MatchId(state.last.match + 1), left, right, scored)
    return match, (match,)


def add_sources(
    state: State, drafts: Sequence[SourceDraft], assumed_date: str | None, *, at: str
) -> Plan | None:
    """Plan sources with their statements, lettered after and placed behind those that the case has."""
    if not drafts:
        return None
    refuse_doubles(state, drafts)
    present = next_place(record.source.letter for record in state.records.values() if not record.removed)
    last = max((record.position for record in state.records.values()), default=0)
    records: list[SourceRecord] = []
    statements: list[Statement] = []
    originals: list[OriginalRecord] = []
    for place, draft in enumerate(drafts):
        source = _source(draft, SourceId(state.last.source + 1 + place), letter(present + place), at)
        given = None if source.published else assumed_date
        records.append(SourceRecord(source, given, position=last + 1 + place))
        statements += cut(draft, source.id, state.last.statement + len(statements))
        originals += pack(draft, source.id, 1)
    edits = (SourceEdit(state.next_entry, record.source.id, "removed", "1", "0") for record in records)
    return Plan(
        EntryKind.ADD_SOURCES,
        batch=Batch(
            rows=EntryRows(edits=tuple(edits)),
            new_sources=tuple(records),
            new_statements=tuple(statements),
            originals=tuple(originals),
        ),
    )


def edit_source(state: State, source: SourceId, properties: SourceProperties) -> Plan | None:
    """Plan to correct properties."""
    now = properties_of(state.records[source].source)
    pairs = ((field.name, getattr(now, field.name), getattr(properties, field.name)) for field in fields(now))
    edits = tuple(
        SourceEdit(state.next_entry, source, name, before, storable(after) if after else None)
        for name, before, after in pairs
        if (after or None) != (before or None)
    )
    return Plan(EntryKind.EDIT_SOURCE, batch=Batch(rows=EntryRows(edits=edits))) if edits else None


def remove_source(state: State, source: SourceId) -> Plan | None:
    """Plan to take a source out of the case."""
    if state.records[source].removed:
        return None
    edit = SourceEdit(state.next_entry, source, "removed", "0", "1")
    return Plan(EntryKind.REMOVE_SOURCE, batch=Batch(rows=EntryRows(edits=(edit,))))


def arrange(state: State, order: Sequence[SourceId]) -> Plan | None:
    """Plan another order of the sources.

    Raises:
        ValueError: `order` does not name each source of the case once.
    """
    present = {number: each for number, each in state.records.items() if not each.removed}
    if sorted(order) != sorted(present):
        raise ValueError(f"{order} are not the sources of the case")
    positions = sorted(record.position for record in present.values())
    edits = tuple(
        SourceEdit(state.next_entry, source, "position", str(present[source].position), str(position))
        for source, position in zip(order, positions, strict=True)
        if present[source].position != position
    )
    return Plan(EntryKind.ARRANGE, batch=Batch(rows=EntryRows(edits=edits))) if edits else None


def set_settings(state: State, settings: Settings) -> Plan | None:
    """Plan other settings of the alignment."""
    edits = setting_edits(state, settings)
    return Plan(EntryKind.SETTINGS, batch=Batch(rows=EntryRows(settings=edits))) if edits else None


def setting_edits(state: State, settings: Settings) -> tuple[SettingEdit, ...]:
    """Return what changes when the case gets these settings.

    Raises:
        ValueError: the reach is not between 0 and 1.
    """
    if not 0 <= settings.reach <= 1:
        raise ValueError(f"a reach of {settings.reach} is not between 0 and 1")
    before, after = settings_text(state.settings), settings_text(settings)
    return tuple(
        SettingEdit(state.next_entry, name, before[name], text)
        for name, text in after.items()
        if text != before[name]
    )


def pack(draft: SourceDraft, source: SourceId, version: int) -> tuple[OriginalRecord, ...]:
    """Return what the draft was read from as the case keeps it; nothing when that is not known."""
    article = draft.article
    if article.original is None:
        return ()
    packed = zlib.compress(article.original) if draft.packed is None else draft.packed
    origin = None if article.origin is None else storable(article.origin)
    left_out = tuple(map(storable, article.left_out))
    return (OriginalRecord(source, version, article.media_type, origin, left_out, packed),)


def cut(draft: SourceDraft, source: SourceId, last: int, version: int = 1) -> list[Statement]:
    """Return the statements of a draft, numbered after the last one of the case."""
    return [
        Statement(
            StatementId(last + ordinal),
            source,
            ordinal,
            segment.start,
            segment.end,
            segment.kind,
            draft.article.text[segment.start : segment.end],
            version=version,
        )
        for ordinal, segment in enumerate(draft.segments, 1)
    ]


def _each(state: State, matches: Sequence[MatchId]) -> list[Match]:
    return [state.matches.all[match] for match in dict.fromkeys(matches)]


def _effective(state: State, rulings: Sequence[Ruling]) -> list[Ruling]:
    return [ruling for ruling in rulings if ruling.standing != state.ledger.standing(ruling.match.id)]


def _plan(kind: EntryKind, rulings: Sequence[Ruling]) -> Plan | None:
    return Plan(kind, tuple(rulings)) if rulings else None


def _by_hand(number: MatchId, left: StatementId, right: StatementId, scored: Proposal | None) -> Match:
    confidence = float(scored.confidence) if scored else 0.0
    reasons = scored.reasons if scored else NO_SCORE
    return Match(number, left, right, confidence, MadeBy.HAND, None, reasons)


def refuse_doubles(state: State, drafts: Sequence[SourceDraft]) -> None:
    """Make sure that none of the drafts was made of bytes that the case or another draft has.

    Raises:
        CaseError: SAME_AS_ANOTHER.
    """
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
