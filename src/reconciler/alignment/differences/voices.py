"""Who says so and how surely: lost attributions, other sources, lost hedges; and other names."""

import re
from collections.abc import Iterator, Sequence

from reconciler.alignment.differences.side import Found, Side
from reconciler.alignment.differences.values import Cause
from reconciler.alignment.differences.wording import plain_form, share, shared
from reconciler.model import Difference, Outcome, SignalKind
from reconciler.signals import AttributionValue, Certainty, CertaintyValue, NameValue

_NAME_WORD = re.compile(r"[^\W_]+")
_UNSURE = frozenset({Certainty.HEDGED, Certainty.QUESTIONED, Certainty.DOUBTED, Certainty.DENIED})


def compare_attributions(left: Side, right: Side) -> Iterator[Difference]:
    """Yield how the statements' own attributions compare; what a neighbour says does not count."""
    lefts = [each for each in left.attributions if each.value.own_words]
    rights = [each for each in right.attributions if each.value.own_words]
    if not lefts and not rights:
        return
    if not lefts or not rights:
        if all(_is_named(each.value, right if lefts else left) for each in lefts or rights):
            return
        texts = _text(lefts), _text(rights)
        yield Difference(SignalKind.ATTRIBUTION, *texts, Outcome.MISSING, Cause.ATTRIBUTION_LOST)
        return
    for one in lefts:
        for other in rights:
            if _tellers(one.value) & _tellers(other.value):
                yield Difference(SignalKind.ATTRIBUTION, one.text, other.text, Outcome.AGREES)
                return
    yield Difference(SignalKind.ATTRIBUTION, _text(lefts), _text(rights), Outcome.DIFFERS, Cause.OTHER_SOURCE)


def _is_named(value: AttributionValue, side: Side) -> bool:
    """Whether a side has the source's name all the same: it then tells by whom in another way."""
    words = {plain_form(word) for word in _NAME_WORD.findall(value.source) if len(word) > 2}
    return bool(words) and share(words, side.words()) == 1.0


def _tellers(value: AttributionValue) -> set[str]:
    """Return the source as the statement hands it on: the outermost of a chain, which a reader sees first."""
    return {value.via[0] if value.via else value.source}


def _text(found: Sequence[Found[AttributionValue]] | Sequence[Found[CertaintyValue]]) -> str | None:
    return " / ".join(dict.fromkeys(each.text for each in found)) or None


def compare_certainties(left: Side, right: Side) -> Iterator[Difference]:
    """Yield whether one side hedges what the other asserts."""
    lefts, rights = _hedges(left, right), _hedges(right, left)
    if not lefts and not rights:
        return
    texts = _text(lefts), _text(rights)
    denied = [any(each.value.level is Certainty.DENIED for each in found) for found in (lefts, rights)]
    if lefts and rights:
        outcome = Outcome.AGREES if denied[0] == denied[1] else Outcome.DIFFERS
        yield Difference(SignalKind.CERTAINTY, *texts, outcome)
        return
    cause = Cause.CONTRADICTION if any(denied) else Cause.HEDGE_LOST
    yield Difference(SignalKind.CERTAINTY, *texts, Outcome.MISSING, cause)


def _hedges(side: Side, other: Side) -> list[Found[CertaintyValue]]:
    """Return the hedges in or before a clause that speaks of what the other side speaks of."""
    words = other.words()
    unsure = (each for each in side.certainties if each.value.level in _UNSURE)
    return [each for each in unsure if shared(set(side.words_governed_by(each)), words)]


def compare_names(left: Side, right: Side) -> Iterator[Difference]:
    """Yield the names both sides have, and those that stand in each other's place.

    A name stands in another's place when it is of its kind, only on its own side, and its
    neighbours in the sentence are those of the other.
    """
    lefts = {each.value.key: each for each in reversed(left.names)}
    rights = {each.value.key: each for each in reversed(right.names)}
    for key in sorted(lefts.keys() & rights.keys(), key=lambda key: lefts[key].start):
        yield Difference(SignalKind.NAME, lefts[key].text, rights[key].text, Outcome.AGREES)
    others = [each for key, each in rights.items() if key not in lefts]
    for key, name in lefts.items():
        if key in rights:
            continue
        rival = next((other for other in others if _stand_alike(name, left, other, right)), None)
        if rival is not None:
            others.remove(rival)
            yield Difference(SignalKind.NAME, name.text, rival.text, Outcome.DIFFERS)


def _stand_alike(one: Found[NameValue], left: Side, other: Found[NameValue], right: Side) -> bool:
    if one.value.type != other.value.type:
        return False
    here, there = _beside(one, left), _beside(other, right)
    return min(len(here), len(there)) > 1 and share(here, there) == 1.0 and share(there, here) == 1.0


def _beside(found: Found[NameValue], side: Side) -> tuple[str, ...]:
    """Return the content words right before and right after a name."""
    content = [each for each in side.tokens if each.is_content]
    before = [each.plain for each in content if each.end <= found.start][-1:]
    after = [each.plain for each in content if each.start >= found.end][:1]
    return (*before, *after)
