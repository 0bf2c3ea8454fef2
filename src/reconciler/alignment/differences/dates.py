"""Dates compared by overlap, and only when they date the same event as far as can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconciler.alignment.differences.side import Found, Side
from reconciler.alignment.differences.values import Cause
from reconciler.alignment.differences.wording import shared
from reconciler.model import Difference, Outcome, SignalKind
from reconciler.signals import DateValue

_AND = re.compile(r"\s*(?:,|et|and|,\s*et|puis|then|&)\s*")
_LEAST_MINUTES = 30
"""Times of day nearer to each other than this are one, told more or less exactly."""
_SAME_EVENT_WORDS = 2
_OTHER_PARTS = frozenset(
    frozenset(pair) for pair in (("morning", "afternoon"), ("morning", "evening"), ("afternoon", "night"))
)
"""Parts of a day that are never one: an evening may be called a night, and a night a morning."""


@dataclass(frozen=True, slots=True)
class Dating:
    """Dates that stand together ("March and May"), with the words of the event that they date.

    `is_of_saying` marks the day on which something was said, which is not the day it happened.
    """

    dates: tuple[Found[DateValue], ...]
    about: tuple[str, ...]
    is_of_saying: bool
    occurrences: frozenset[str]

    @property
    def text(self) -> str:
        """The words of all its dates."""
        return " / ".join(each.text for each in self.dates)


def compare_dates(left: Side, right: Side) -> Iterator[Difference]:
    """Yield the dates of one event that agree, then of those that agree with none the ones that differ.

    Days on which something was said are no conflict: it may have been said twice.
    """
    lefts, rights = datings(left), datings(right)
    rivals = [(one, other) for one in lefts for other in rights if _same_event(one, other)]
    settled: list[Dating] = []
    for one, other in rivals:
        if _agree(one, other):
            cause = None if _are_equal(one, other) else Cause.COARSER
            yield Difference(SignalKind.DATE, one.text, other.text, Outcome.AGREES, cause)
            settled += (one, other)
    for one, other in rivals:
        if one not in settled and other not in settled and not one.is_of_saying:
            cause = Cause.OTHER_SCOPE if _partly_agree(one, other) else Cause.CONTRADICTION
            yield Difference(SignalKind.DATE, one.text, other.text, Outcome.DIFFERS, cause)


def datings(side: Side) -> tuple[Dating, ...]:
    """Return the dates of a statement that are known, those joined by "and" taken together."""
    groups: list[list[Found[DateValue]]] = []
    for date in side.dates:
        if not date.value.resolved or (date.value.start is None and date.value.end is None):
            continue
        if groups and _AND.fullmatch(side.text[groups[-1][-1].end : date.start]):
            groups[-1].append(date)
        else:
            groups.append([date])
    return tuple(_dating(side, tuple(group)) for group in groups)


def _dating(side: Side, dates: tuple[Found[DateValue], ...]) -> Dating:
    clause = side.clause(dates[0].start)
    said = [each for each in side.attributions if each.value.own_words]
    return Dating(
        dates,
        side.words_in(clause, *side.dates),
        any(clause.start <= each.start < clause.end for each in said),
        frozenset(side.occurrences(clause)),
    )


def _same_event(one: Dating, other: Dating) -> bool:
    if one.is_of_saying != other.is_of_saying or one.occurrences != other.occurrences:
        return False
    common = min(len(shared(set(one.about), other.about)), len(shared(set(other.about), one.about)))
    smaller = min(len(set(one.about)), len(set(other.about)))
    return common >= _SAME_EVENT_WORDS or 0 < smaller == common


def _agree(one: Dating, other: Dating) -> bool:
    return all(any(_overlap(a.value, b.value) for b in other.dates) for a in one.dates) and all(
        any(_overlap(a.value, b.value) for a in one.dates) for b in other.dates
    )


def _partly_agree(one: Dating, other: Dating) -> bool:
    """Say whether some of the dates agree: "March and May" against "22 May" is wider, not contrary."""
    return any(_overlap(a.value, b.value) for a in one.dates for b in other.dates)


def _are_equal(one: Dating, other: Dating) -> bool:
    spans = [{(each.value.start, each.value.end) for each in dating.dates} for dating in (one, other)]
    return spans[0] == spans[1]


def _overlap(one: DateValue, other: DateValue) -> bool:
    if (one.end or "9999") < (other.start or "") or (other.end or "9999") < (one.start or ""):
        return False
    if one.start != one.end or other.start != other.end:
        return True
    minutes = _minutes(one), _minutes(other)
    if minutes[0] is not None and minutes[1] is not None:
        return abs(minutes[0] - minutes[1]) <= _LEAST_MINUTES
    return frozenset((one.time, other.time)) not in _OTHER_PARTS


def _minutes(date: DateValue) -> int | None:
    found = re.match(r"(\d\d):(\d\d)", date.time or "")
    return int(found[1]) * 60 + int(found[2]) if found else None
