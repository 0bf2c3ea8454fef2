"""What became of each statement of a source in its later text, put in the order in which one reads it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reconciler.alignment.versions import Carried, Comparison, Fate, WordChange
from reconciler.case.records import Carrying, Outcome
from reconciler.model import Match, MatchId, Segment, Source, SourceDraft, Span, Statement, StatementId

_CLOSING = ".,;:!?…)]»”"


class Run(StrEnum):
    """What some words that follow one another are in the later text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


Words = tuple[tuple[str, Run], ...]
"""A text in pieces, each with what it is."""


@dataclass(frozen=True, slots=True)
class Later:
    """A later text of a source, compared with the statements that the source had then."""

    source: Source
    old: tuple[Statement, ...]
    draft: SourceDraft
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Consequence:
    """A decided match and what accepting the later text makes of it."""

    match: MatchId
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """Statements that belong together: positions in the former and the later text, one may be empty."""

    fate: Fate
    old: tuple[int, ...]
    new: tuple[int, ...]
    changes: tuple[WordChange, ...] = ()
    consequences: tuple[Consequence, ...] = ()


def report_entries(
    comparison: Comparison, consequences: Mapping[int, Sequence[Consequence]]
) -> tuple[ReportEntry, ...]:
    """Return an entry for everything that is in either text, by place in the later one.

    What is gone stands after what was before it. `consequences` are by position in the former text.
    """
    placed: list[tuple[tuple[int, int, int], ReportEntry]] = []
    last = -1
    for carried in _grouped(comparison):
        old = tuple(each.old for each in carried if each.old is not None)
        first = carried[0]
        if not first.new:
            key = (last, 1, old[0])
        else:
            key = (first.new[0], 0, 0)
            if first.fate is not Fate.MOVED and old:
                last = first.new[-1]
        met = tuple(each for place in old for each in consequences.get(place, ()))
        changes = tuple(change for each in carried for change in each.difference)
        placed.append((key, ReportEntry(first.fate, old, first.new, changes, met)))
    return tuple(entry for _, entry in sorted(placed, key=lambda each: each[0]))


def _grouped(comparison: Comparison) -> Iterable[tuple[Carried, ...]]:
    """Yield what became of the former statements, those that became one together, then what is new."""
    merged: defaultdict[int, list[Carried]] = defaultdict(list)
    for carried in comparison.old:
        if carried.fate is Fate.MERGED:
            merged[carried.new[0]].append(carried)
    for carried in comparison.old:
        if carried.fate is not Fate.MERGED:
            yield (carried,)
        elif merged[carried.new[0]][0] is carried:
            yield tuple(merged[carried.new[0]])
    for carried in comparison.added:
        yield (carried,)


def foreseen(
    carryings: Iterable[Carrying], matches: Mapping[MatchId, Match], statements: Sequence[Statement]
) -> dict[int, list[Consequence]]:
    """Return what becomes of decisions, by the position of their statement among these."""
    places: dict[StatementId, int] = {each.id: place for place, each in enumerate(statements)}
    found: defaultdict[int, list[Consequence]] = defaultdict(list)
    for carrying in carryings:
        match = matches.get(carrying.former)
        if match is None:
            continue  # of a source that was taken out: nobody sees it
        end = match.left if match.left in places else match.right
        found[places[end]].append(Consequence(match.id, carrying.outcome))
    return dict(found)


def wordings(entry: ReportEntry, old: Sequence[Statement], draft: SourceDraft) -> tuple[Words, ...]:
    """Return what is shown of an entry, each a paragraph.

    Where one statement became one other both wordings are one text, else the former ones stand
    above the later ones.
    """
    segments = [draft.segments[place] for place in entry.new]
    text = draft.article.text
    before = [old[place] for place in entry.old]
    if entry.fate.stands or not before:
        run = Run.SAME if before else Run.ADDED
        return tuple(((text[each.start : each.end], run),) for each in segments)
    if not segments:
        return tuple(((each.text, Run.REMOVED),) for each in before)
    if len(before) == len(segments) == 1:
        return (_in_one(before[0], segments[0], text, entry.changes),)
    return (
        *(_marked(each.text, each.start, [c.old for c in entry.changes], Run.REMOVED) for each in before),
        *(
            _marked(text[each.start : each.end], each.start, [c.new for c in entry.changes], Run.ADDED)
            for each in segments
        ),
    )


def _in_one(old: Statement, new: Segment, text: str, changes: Sequence[WordChange]) -> Words:
    """Return the later wording with what it lost struck out in its place."""
    pieces: list[tuple[str, Run]] = []
    at = new.start
    for change in changes:
        pieces.append((text[at : change.new.start], Run.SAME))
        lost = old.text[change.old.start - old.start : change.old.end - old.start]
        won = text[change.new.start : change.new.end]
        if lost:
            stands_first = len(pieces) == 1 and not pieces[0][0]
            if not stands_first and not pieces[-1][0][-1:].isspace() and lost[0] not in _CLOSING:
                pieces.append((" ", Run.SAME))
            pieces.append((lost, Run.REMOVED))
            if won:
                pieces.append((" ", Run.SAME))
        if won:
            pieces.append((won, Run.ADDED))
        at = change.new.end
        if lost and not won and at < new.end and text[at].isalnum():
            pieces.append((" ", Run.SAME))
    pieces.append((text[at : new.end], Run.SAME))
    return tuple(piece for piece in pieces if piece[0])


def _marked(text: str, start: int, spans: Sequence[Span], run: Run) -> Words:
    pieces: list[tuple[str, Run]] = []
    at = 0
    for span in spans:
        first, end = span.start - start, span.end - start
        if at <= first < end <= len(text):
            pieces += [(text[at:first], Run.SAME), (text[first:end], run)]
            at = end
    pieces.append((text[at:], Run.SAME))
    return tuple(piece for piece in pieces if piece[0])
