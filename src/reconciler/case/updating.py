"""A source gets a later text: what was decided goes over to it; what finds no place is put where one says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconciler.alignment.word_changes import keys_of, same_words
from reconciler.case import acts, carrying, remarks, shaping
from reconciler.case.carrying import Heir
from reconciler.case.plans import Plan, Ruling
from reconciler.case.records import (
    Batch,
    Carrying,
    EntryRows,
    Outcome,
    Remark,
    SourceEdit,
    VersionRecord,
)
from reconciler.case.sources import properties_of
from reconciler.case.state import State
from reconciler.model import (
    Act,
    EntryKind,
    Match,
    MatchId,
    Signal,
    SourceDraft,
    SourceId,
    Statement,
    StatementId,
    Version,
)

if TYPE_CHECKING:
    from reconciler.alignment.versions import Comparison


def update(state: State, source: SourceId, draft: SourceDraft, comparison: "Comparison", at: str) -> Plan:
    """Plan another version of a source, given what became of each of its present statements in the draft.

    Raises:
        CaseError: SAME_AS_ANOTHER, the case has these very bytes already.
        ValueError: the comparison is not one of the present statements with those of the draft.
    """
    acts.refuse_doubles(state, (draft,))
    record = state.records[source]
    number = 1 + max([record.version, *(each for of, each in state.versions if of == source)])
    present = state.of_source.get(source, ())
    new = acts.cut(draft, source, state.last.statement, number)
    if (len(comparison.old), len(comparison.new)) != (len(present), len(new)):
        raise ValueError("what was compared is not what stands now")
    old = {each.id: each for each in present}
    going = {
        each.id: tuple(new[place] for place in carried.new)
        for each, carried in zip(present, comparison.old, strict=True)
    }
    changes = shaping.changes(state, old, [each.id for each in new])
    carried = carrying.carry(state, old.keys(), lambda match, side: _heir(match, old[side], going[side]))
    said = remarks.carry(state, old.keys(), carried.moved, lambda each: _heir(None, old[each], going[each]))
    signalled = _with_signals(old, going)
    return Plan(
        EntryKind.UPDATE_SOURCE,
        carried.rulings,
        batch=Batch(
            rows=EntryRows(
                edits=_edits(state, source, draft, number),
                statements=changes,
                carryings=carried.carryings,
                remarks=(*_to_search_again(state, source, comparison), *said),
            ),
            new_versions=_versions(state, source, draft, number, at),
            originals=acts.pack(draft, source, number),
            new_statements=tuple(signalled.get(each.id, each) for each in new),
            changed_signals=tuple(each for each in signalled.values() if each.signals),
            new_matches=carried.matches,
            aligned=shaping.unaligned(state, {source}),
        ),
    )


def reattach(state: State, orphan: MatchId, one: StatementId, other: StatementId) -> Plan:
    """Plan to put what was decided of an orphaned match on two statements that the analyst names.

    Raises:
        ValueError: the match is none of the orphans; both statements are of one source, or another
            stands in the place of one.
    """
    if orphan not in state.ledger.orphans():
        raise ValueError(f"match {orphan} is no orphan")
    pair = state.matches.ordered(one, other)
    if not state.retired.isdisjoint(pair):
        raise ValueError(f"another statement stands in the place of one of {pair}")
    former = state.matches.all[orphan]
    standing = carrying.resolved(state, orphan)
    match = state.matches.between(*pair)
    new: tuple[Match, ...] = ()
    if match is None:
        reworded = {
            was
            for was, now in zip((former.left, former.right), pair, strict=True)
            if state.statements[was].text != state.statements[now].text
        }
        match = replace(carrying.put(former, pair, MatchId(state.last.match + 1), reworded), run=None)
        new = (match,)
    there = state.ledger.standing(match.id)
    verdict = there if standing.verdict is None else standing
    after = replace(verdict, note=carrying.joined([there.note, standing.note]))
    outcome = Outcome.CHANGED if after.verdict is None else Outcome.REATTACHED
    rows = EntryRows(carryings=(Carrying(state.next_entry, orphan, match.id, outcome),))
    return Plan(
        EntryKind.REATTACH,
        (Ruling(match, Act.CARRY, after),),
        batch=Batch(rows=rows, new_matches=new),
    )


def versions(state: State, source: SourceId) -> tuple[Version, ...]:
    """Return all texts that a source had, the oldest first, each with the statements it had last."""
    record = state.records[source]
    numbers = sorted(each for of, each in state.versions if of == source) or [record.version]
    return tuple(_version(state, source, number) for number in numbers)


def _version(state: State, source: SourceId, number: int) -> Version:
    record = state.records[source]
    is_present = record.version == number
    if not is_present:
        record = record.at_version(state.versions[source, number])
    text = record.source
    statements = state.of_source.get(source, ()) if is_present else _last_statements(state, source, number)
    return Version(number, text.text, text.sha256, text.imported_at, text.name, statements, is_present)


def _last_statements(state: State, source: SourceId, number: int) -> tuple[Statement, ...]:
    """Return what the last entry that put another version in this one's place retired."""
    for entry in reversed(state.ledger.entries):
        rows = state.ledger.rows_of(entry.id)
        if any(
            (edit.source, edit.field, edit.before) == (source, "version", str(number)) for edit in rows.edits
        ):
            retired = (state.statements[each.statement] for each in rows.statements if each.retired)
            members = (each for each in retired if each.source == source)
            return tuple(sorted(members, key=lambda each: each.start))
    return ()


def _to_search_again(state: State, source: SourceId, comparison: "Comparison") -> tuple[Remark, ...]:
    """Return what takes back the silences that were searched in a text which has other words now."""
    if all(places and all(each.fate.stands for each in places) for places in comparison.new):
        return ()
    return remarks.drop_silences_in(state, source)


def _heir(match: Match | None, old: Statement, places: Sequence[Statement]) -> Heir | None:
    """Return the heir: of several the one with most of the words that spoke for the match, or most text."""
    if not places:
        return None
    if len(places) == 1:
        return Heir(places[0], same=same_words(old.text, places[0].text))
    spans = [
        span
        for reason in (match.reasons if match is not None else ())
        for span in (reason.left if match is not None and old.id == match.left else reason.right)
    ]
    words = {key for span in spans for key in keys_of(old.text[span.start : span.end])}
    heir = max(places, key=lambda each: (len(words.intersection(keys_of(each.text))), len(each.text)))
    return Heir(heir, same=same_words(old.text, heir.text))


def _edits(state: State, source: SourceId, draft: SourceDraft, number: int) -> tuple[SourceEdit, ...]:
    """Return the change of version; what the source lacks is taken from the new text."""
    record, article = state.records[source], draft.article
    known = properties_of(record.source)
    found = (
        ("title", known.title, article.title),
        ("outlet", known.outlet, article.outlet),
        ("url", known.url, article.url),
        ("published", known.published, article.published),
    )
    filled = (
        SourceEdit(state.next_entry, source, name, None, value)
        for name, before, value in found
        if value and not before
    )
    return (SourceEdit(state.next_entry, source, "version", str(record.version), str(number)), *filled)


def _versions(
    state: State, source: SourceId, draft: SourceDraft, number: int, at: str
) -> tuple[VersionRecord, ...]:
    """Return the new version, and the first one where the source had no other so far."""
    article, record = draft.article, state.records[source]
    fresh = VersionRecord(source, number, article.text, article.sha256, at, article.name)
    if (source, record.version) in state.versions:
        return (fresh,)
    s = record.source
    return (VersionRecord(source, record.version, s.text, s.sha256, s.imported_at, s.name), fresh)


def _with_signals(
    old: Mapping[StatementId, Statement], going: Mapping[StatementId, Sequence[Statement]]
) -> dict[StatementId, Statement]:
    """Return the new statements of the very same words with the signals of the old ones."""
    found: dict[StatementId, Statement] = {}
    for number, places in going.items():
        was = old[number]
        for heir in places:
            if was.text == heir.text:
                signals = _shifted(was.signals, heir.start - was.start)
                found[heir.id] = replace(heir, text=was.text, signals=signals)
    return found


def _shifted(signals: tuple[Signal, ...], distance: int) -> tuple[Signal, ...]:
    if not distance:
        return signals
    return tuple(replace(each, start=each.start + distance, end=each.end + distance) for each in signals)
