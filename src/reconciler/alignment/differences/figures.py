"""Numbers compared as intervals, and only when they count the same thing as far as can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from reconciler.alignment.differences.side import Found, Side
from reconciler.alignment.differences.values import Cause
from reconciler.alignment.differences.wording import Token, family_of, part_words, plain_form, shared
from reconciler.model import Difference, Outcome, SignalKind, Span
from reconciler.signals import FigureValue

_STATES = frozenset({"dead", "injured", "missing", "unharmed", "rescued", "arrested", "displaced"})
_LIFELESS = frozenset({"home", "job", "weapon", "vehicle", "attack"})
_ANYONE, _AMOUNT = "people", "amount"
_AND = frozenset({"and", "et", "but", "mais"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_LEAST_COMMON = 2
"""Words around two amounts that they need in common, where those around one are not all in common."""
_ROUGHLY = 0.1
"""How far off an approximate number may be, as a share of the larger one."""
_NEARLY = 0.03
"""How far off a round number may be from an exact one without being called approximate."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: what became of people (at most one state), and the words for the thing."""

    state: str | None
    things: frozenset[str]
    about: tuple[str, ...]
    owner: str | None
    is_part: bool
    occurrences: frozenset[str]


def compare_figures(left: Side, right: Side) -> Iterator[Difference]:
    """Yield the numbers that count one thing: those that agree, then of the rest those nearest to each other.

    A number that stands on both sides is no conflict, whatever it counts: of two numbers of one
    thing one may be a part of the other.
    """
    if not left.figures or not right.figures:
        return
    rivals = [
        (one, other)
        for one, what in zip(left.figures, _counts(left), strict=True)
        for other, thing in zip(right.figures, _counts(right), strict=True)
        if _same_thing(one.value, what, other.value, thing)
    ]
    settled: list[Found[FigureValue]] = []
    for one, other in rivals:
        if _overlap(one.value, other.value):
            settled += (one, other)
            yield _agreement(one, other)
    settled += (one for one in left.figures if any(_is_same_number(one, other) for other in right.figures))
    settled += (other for other in right.figures if any(_is_same_number(one, other) for one in left.figures))
    for one, other in sorted(rivals, key=lambda pair: _distance(pair[0].value, pair[1].value)):
        if one not in settled and other not in settled:
            settled += (one, other)
            yield _conflict(one, other, left, right)


@lru_cache(maxsize=1_000)
def _counts(side: Side) -> tuple[Counted, ...]:
    """Return what each of a statement's numbers counts, found once for all its matches."""
    return tuple(counted(side, each) for each in side.figures)


def counted(side: Side, figure: Found[FigureValue]) -> Counted:
    """Return what a number counts, from the words beside it and those of its clause."""
    clause = side.clause(figure.start)
    own = {_in_full(plain_form(stem), side, clause) for stem in figure.value.counted}
    families = {family_of(word) for word in own}
    state = next((name for name in sorted(_STATES) if name in families), None)
    if state is None and not figure.value.unit and families.isdisjoint(_LIFELESS):
        state = _nearest_state(side, figure)
    things = frozenset(word for word in own if family_of(word) not in (_ANYONE, *_STATES))
    before = [each.plain for each in side.tokens if each.end <= figure.start]
    owners = [each for each in side.names if clause.start <= each.start and each.end <= figure.start]
    return Counted(
        state,
        things,
        tuple(word for word in side.words_in(clause, figure) if family_of(word) != _AMOUNT),
        owners[-1].value.key if owners else None,
        not part_words().isdisjoint(before[-2:]),
        frozenset(side.occurrences(clause)),
    )


def _in_full(stem: str, side: Side, clause: Span) -> str:
    """Return the word of the clause that has the stem; a stem by itself is in no list."""
    within = (each.plain for each in side.tokens if clause.start <= each.start < clause.end)
    return next((word for word in within if word.startswith(stem)), stem)


def _nearest_state(side: Side, figure: Found[FigureValue]) -> str | None:
    """Return the state that stands nearest after the number, up to the next one, or before it."""
    later = min((each.start for each in side.figures if each.start > figure.start), default=len(side.text))
    earlier = max((each.end for each in side.figures if each.end < figure.start), default=0)
    clause = side.clause(figure.start)
    end = min(later, max(clause.end, figure.end))
    after = [each for each in side.tokens if figure.start <= each.start < end]
    before = [each for each in side.tokens if max(earlier, clause.start) <= each.start < figure.start]
    for token in (*takewhile(_is_no_and, after), *takewhile(_is_no_and, reversed(before))):
        family = family_of(token.plain)
        if family in _STATES:
            return family
    return None


def _is_no_and(token: Token) -> bool:
    """Whether what follows can still be said of the number: not behind "seven villages and killing"."""
    return token.plain not in _AND


def _same_thing(one: FigureValue, what: Counted, other: FigureValue, thing: Counted) -> bool:
    if one.unit != other.unit or what.is_part != thing.is_part or what.occurrences != thing.occurrences:
        return False
    if not one.unit and (what.state or thing.state):
        alike = not what.things or not thing.things or bool(shared(what.things, thing.things))
        return what.state == thing.state and alike
    if _have_other_owners(what, thing):
        return False
    if not one.unit:
        return _same_count(what, thing)
    stands_alone = one.unit == "%" or _CURRENCY.fullmatch(one.unit) is not None
    return _same_measure(what, thing, least=1 if stands_alone else _LEAST_COMMON)


def _same_count(what: Counted, thing: Counted) -> bool:
    """Whether two counts are of one thing, which one of them may leave to the words around it."""
    if what.things and thing.things:
        return bool(shared(what.things, thing.things))
    if what.things or thing.things:
        named, loose = (what, thing) if what.things else (thing, what)
        return bool(shared(named.things, loose.about))
    return _same_measure(what, thing, least=1)


def _have_other_owners(what: Counted, thing: Counted) -> bool:
    return what.owner is not None and thing.owner is not None and what.owner != thing.owner


def _same_measure(what: Counted, thing: Counted, *, least: int) -> bool:
    """Whether two amounts are of one thing, by the words around them."""
    common = min(
        len(shared(set(what.about), thing.about)),
        len(shared(set(thing.about), what.about)),
    )
    smaller = min(len(set(what.about)), len(set(thing.about)))
    return common >= least and (common == smaller or (common >= _LEAST_COMMON and common >= smaller / 2))


def _bounds(value: FigureValue) -> tuple[float, float]:
    low = float("-inf") if value.low is None else value.low
    high = float("inf") if value.high is None else value.high
    return low, high


def _overlap(one: FigureValue, other: FigureValue) -> bool:
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    if low <= other_high and other_low <= high:
        return True
    slack = (
        _ROUGHLY if one.approximate or other.approximate else _NEARLY if _one_is_round(one, other) else 0.0
    )
    gap = max(low - other_high, other_low - high)
    return gap <= slack * max(abs(one.low or one.high or 0), abs(other.low or other.high or 0))


def _one_is_round(one: FigureValue, other: FigureValue) -> bool:
    return any(
        value.low is not None and value.low >= 100 and len(f"{value.low:.0f}".rstrip("0")) <= 2
        for value in (one, other)
    )


def _is_same_number(one: Found[FigureValue], other: Found[FigureValue]) -> bool:
    return (one.value.unit, *_bounds(one.value)) == (other.value.unit, *_bounds(other.value))


def _distance(one: FigureValue, other: FigureValue) -> float:
    return abs((one.low or one.high or 0) - (other.low or other.high or 0))


def _agreement(one: Found[FigureValue], other: Found[FigureValue]) -> Difference:
    """Return an agreement, with its cause where the numbers named are not the same."""
    ends = [(each.low, each.high) for each in (one.value, other.value)]
    cause = None
    if ends[0] != ends[1]:
        cause = Cause.BOUND if None in (*ends[0], *ends[1]) else Cause.ROUNDING
    return Difference(SignalKind.FIGURE, one.text, other.text, Outcome.AGREES, cause)


def _conflict(one: Found[FigureValue], other: Found[FigureValue], left: Side, right: Side) -> Difference:
    """Return a conflict; between articles of two days the later one may have learnt more since."""
    days = {side.published[:10] for side in (left, right) if side.published and len(side.published) >= 10}
    cause = Cause.REVISION if len(days) == 2 else Cause.CONTRADICTION
    return Difference(SignalKind.FIGURE, one.text, other.text, Outcome.DIFFERS, cause)
