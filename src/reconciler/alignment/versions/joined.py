"""One statement of one version that stands as several in the other."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import Indel

from reconciler.alignment.versions.likeness import Pairs, Side
from reconciler.alignment.versions.values import Link

_LEAST_COVERED = 0.55
"""Share of a part's words, by weight, that must be in the whole."""
_LEAST_LIKENESS = 0.7
"""Likeness of the letters of all parts in a row to those of the whole."""
_LEAST_GAIN = 0.06
"""What all parts must be liker than the likest of them alone; less where a part is short."""
_LEAST_GAIN_OF_SHARE = 0.4
"""The same, measured by the share of the shortest part in the letters."""
_LENGTHS = (0.6, 1.6)
"""Letters of all parts, measured by those of the whole."""
_MOST_PARTS = 5
_WITHIN = 2
"""Places from one part to the next: a new statement may have come between."""


@dataclass(frozen=True, slots=True)
class _Whole:
    place: int
    parts: tuple[int, ...]
    likeness: float


def joined(sides: tuple[Side, Side], pairs: Pairs) -> list[Link]:
    """Return what was split or merged, the surest first; no statement stands in two of them.

    A part that is liker to a statement of its own than the parts are to the whole is none.
    """
    mirrored = replace(
        pairs, old=pairs.new, new=pairs.old, old_covered=pairs.new_covered, new_covered=pairs.old_covered
    )
    found = [Link((whole.place,), whole.parts, whole.likeness) for whole in _wholes(sides, pairs)]
    found += [Link(whole.parts, (whole.place,), whole.likeness) for whole in _wholes(sides[::-1], mirrored)]
    found.sort(key=lambda link: (-link.likeness, link.old, link.new))
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    links = []
    for link in found:
        if old_taken.isdisjoint(link.old) and new_taken.isdisjoint(link.new):
            links.append(link)
            old_taken.update(link.old)
            new_taken.update(link.new)
    return links


def _wholes(sides: tuple[Side, Side], pairs: Pairs) -> list[_Whole]:
    """Return what on the first side is made of several on the second."""
    covered = np.flatnonzero(pairs.new_covered >= _LEAST_COVERED)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for place in covered.tolist():
        parts[int(pairs.old[place])].append(int(pairs.new[place]))
    found = [
        best
        for whole, candidates in sorted(parts.items())
        if (best := _best_run(sides, whole, sorted(candidates))) is not None
    ]
    likest = _likest(pairs, {part for whole in found for part in whole.parts})
    return [whole for whole in found if all(_is_part(whole, part, likest) for part in whole.parts)]


def _likest(pairs: Pairs, parts: Collection[int]) -> dict[int, list[tuple[float, int]]]:
    """Return the two likest counterparts of some statements of the second side."""
    likest: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(pairs.new, list(parts))).tolist():
        new, counterpart = int(pairs.new[place]), (float(pairs.likeness[place]), int(pairs.old[place]))
        likest[new] = sorted((*likest[new], counterpart), reverse=True)[:2]
    return likest


def _is_part(whole: _Whole, part: int, likest: Mapping[int, Sequence[tuple[float, int]]]) -> bool:
    return all(likeness <= whole.likeness for likeness, other in likest[part] if other != whole.place)


def _best_run(sides: tuple[Side, Side], whole: int, candidates: Sequence[int]) -> _Whole | None:
    text = sides[0].texts[whole]
    alone = {part: _letters(text, sides[1].texts[part]) for part in candidates} if len(candidates) > 1 else {}
    best: _Whole | None = None
    for run in _runs(candidates):
        together = " ".join(sides[1].texts[part] for part in run)
        if not _LENGTHS[0] * len(text) <= len(together) <= _LENGTHS[1] * len(text):
            continue
        likeness = _letters(text, together)
        shortest = min(len(sides[1].texts[part]) for part in run) / len(together)
        gain = min(_LEAST_GAIN, _LEAST_GAIN_OF_SHARE * shortest)
        least = max(_LEAST_LIKENESS, max(alone[part] for part in run) + gain)
        if likeness >= least and (best is None or likeness > best.likeness):
            best = _Whole(whole, run, likeness)
    return best


def _runs(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every two to five of the places that follow one another closely."""
    for start in range(len(places)):
        for end in range(start + 1, min(start + _MOST_PARTS, len(places))):
            if places[end] - places[end - 1] > _WITHIN:
                break
            yield tuple(places[start : end + 1])


def _letters(one: str, other: str) -> float:
    return Indel.normalized_similarity(one, other)
