"""From two lists of statements to what became of each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import Self

import numpy as np

from reconciler.alignment.versions.likeness import Side, plausible, sides_of
from reconciler.alignment.versions.order import expected_places, longest_chain
from reconciler.alignment.versions.reworded import Versions, pair_reworded
from reconciler.alignment.versions.same import pair_same
from reconciler.alignment.versions.values import (
    Carried,
    Comparison,
    Fate,
    Link,
    Passage,
    Suggestion,
    Worded,
)
from reconciler.alignment.word_changes import Run, WordChange, changed_runs, span_of, spans_of

_SUGGESTIONS = 5
_LEAST_SUGGESTED = 0.3
"""Likeness from which on a statement is worth a look for one that is gone."""


def compare_versions(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Do the work of `versions.compare`."""
    one, other = Worded.of(old), Worded.of(new)
    # One direction for both, so that exchanging the versions mirrors the result to the last tie.
    if _order_of(old) <= _order_of(new):
        sides = sides_of(one, other)
        links = _links(one, other, sides)
    else:
        mirrored = sides_of(other, one)
        links = [link.mirrored() for link in _links(other, one, mirrored)]
        sides = mirrored[::-1]
    return _comparison(one, other, links, sides)


def _order_of(passages: Sequence[Passage]) -> list[tuple[str, str, int]]:
    return [(each.text, each.kind.value, each.start) for each in passages]


def _links(old: Worded, new: Worded, sides: tuple[Side, Side]) -> list[Link]:
    same = pair_same(old, new)
    in_order = longest_chain(same, [len(old.passages[place].text) for place, _ in same])
    links = [Link((one,), (other,), same_words=True) for one, other in same]
    links += pair_reworded(Versions(old, new, same, sorted(in_order)), sides)
    ends = [(link.old[0], link.new[0]) for link in links]
    in_order = longest_chain(ends, [len(old.passages[place].text) for place, _ in ends])
    return [replace(link, elsewhere=end not in in_order) for link, end in zip(links, ends, strict=True)]


def _comparison(old: Worded, new: Worded, links: Sequence[Link], sides: tuple[Side, Side]) -> Comparison:
    fates: dict[int, Carried] = {}
    leading: list[list[Carried]] = [[] for _ in range(len(new))]
    for link in sorted(links, key=lambda link: link.old):
        for place, difference in zip(link.old, _differences(old, new, link), strict=True):
            carried = Carried(place, link.new, _fate(link), tuple(difference), link.likeness, link.elsewhere)
            fates[place] = carried
            for counterpart in link.new:
                leading[counterpart].append(carried)
    gone = [place for place in range(len(old)) if place not in fates]
    suggestions = _suggestions(old, new, gone, links, sides)
    for place in gone:
        fates[place] = Carried(
            place, (), Fate.GONE, likeness=0.0, suggestions=tuple(suggestions.get(place, ()))
        )
    return Comparison(
        old=tuple(fates[place] for place in range(len(old))),
        new=tuple(
            tuple(found) or (Carried(None, (place,), Fate.NEW, likeness=0.0),)
            for place, found in enumerate(leading)
        ),
    )


def _fate(link: Link) -> Fate:
    if link.same_words:
        return Fate.MOVED if link.elsewhere else Fate.KEPT
    return Fate.SPLIT if len(link.new) > 1 else Fate.MERGED if len(link.old) > 1 else Fate.CHANGED


def _differences(old: Worded, new: Worded, link: Link) -> list[list[WordChange]]:
    """Return how the new statements, taken together, differ from the old ones, for each old one."""
    changes: list[list[WordChange]] = [[] for _ in link.old]
    if link.same_words:
        return changes
    one, other = _Words.of(old, link.old), _Words.of(new, link.new)
    for run in changed_runs(one.keys, other.keys):
        for piece in _cut(run, one.borders, other.borders):
            change = WordChange(
                span_of(one.spans, piece.old_start, piece.old_end),
                span_of(other.spans, piece.new_start, piece.new_end),
            )
            last_word = max(piece.old_end - 1, 0)
            changes[bisect_right(one.borders, last_word) - 1].append(change)
    return changes


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some statements in a row; `borders` are the numbers of their first words."""

    keys: Sequence[str]
    spans: Sequence[tuple[int, int]]
    borders: Sequence[int]

    @classmethod
    def of(cls, version: Worded, places: Sequence[int]) -> Self:
        words = [version.words(place) for place in places]
        passages = [version.passages[place] for place in places]
        spans = [
            (passage.start + start, passage.start + end)
            for passage in passages
            for start, end in spans_of(passage.text)
        ]
        return cls(list(chain.from_iterable(words)), spans, [0, *accumulate(map(len, words[:-1]))])


def _cut(run: Run, old_borders: Sequence[int], new_borders: Sequence[int]) -> Iterator[Run]:
    """Yield a run in pieces that lie within one statement on each side; only one side can have a border."""
    olds = [border for border in old_borders if run.old_start < border < run.old_end]
    news = [border for border in new_borders if run.new_start < border < run.new_end]
    old_ends, new_ends = (*olds, run.old_end), (*news, run.new_end)
    old_start, new_start = run.old_start, run.new_start
    for place in range(max(len(old_ends), len(new_ends))):
        old_end = old_ends[min(place, len(old_ends) - 1)]
        new_end = new_ends[min(place, len(new_ends) - 1)]
        yield Run(old_start, old_end, new_start, new_end)
        old_start, new_start = old_end, new_end


def _suggestions(
    old: Worded, new: Worded, gone: Sequence[int], links: Sequence[Link], sides: tuple[Side, Side]
) -> dict[int, list[Suggestion]]:
    """Return what the gone statements are like, also statements that another one became."""
    in_order = sorted((link.old[0], link.new[0]) for link in links if not link.elsewhere)
    found = plausible(sides, gone, range(len(new)), expected_places(in_order, len(old), len(new)))
    suggestions: defaultdict[int, list[Suggestion]] = defaultdict(list)
    for place in np.flatnonzero(found.likeness >= _LEAST_SUGGESTED).tolist():
        suggestion = Suggestion(int(found.new[place]), float(found.likeness[place]))
        suggestions[int(found.old[place])].append(suggestion)
    return {
        place: sorted(some, key=lambda each: (-each.likeness, each.new))[:_SUGGESTIONS]
        for place, some in suggestions.items()
    }
