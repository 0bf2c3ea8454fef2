"""When: the dates of a statement, resolved from the day of publication and as precise as the words are.

A parser of our own over the tokens: the library dateparser takes 0.3 s to be ready and 6 ms to search
a sentence, answers half of such phrases ("samedi soir", "ce 3 juin", "lundi prochain" get nothing),
invents a day for "le mois dernier", and marks words too many.
"""

from dataclasses import replace

from reconciler.language.signals import days
from reconciler.language.signals.calendar_dates import Mention
from reconciler.language.signals.mentions import read_mention
from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.view import StatementView
from reconciler.model import Signal, SignalKind
from reconciler.signals import Granularity

_DAY = frozenset({Granularity.DAY, Granularity.PART_OF_DAY})
# What may stand between a day and its time.
_BETWEEN = frozenset(
    {"à", "vers", "at", "on", "around", "about", ",", "le", "dès", "peu", "avant", "après", "the"}
)
_RANGES = {
    "fr": {"du": ("au",), "de": ("à",), "d": ("à",), "entre": ("et",), "depuis": (), "le": ()},
    "en": {"from": ("to", "until", "till", "through", "-", "–"), "between": ("and",)},
}
_DASHES = frozenset({"-", "–", "—"})
_DEICTIC = frozenset({"ce", "cet", "cette", "this"})


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the dates and times of a statement, as far as possible as days of the calendar."""
    return tuple(
        statement.signal(SignalKind.DATE, one.first, one.behind, one.stretch.value())
        for one in _mentions(statement)
    )


def dated_tokens(statement: StatementView) -> frozenset[int]:
    """Return the tokens that are part of a date, so that its numbers count nothing."""
    return frozenset(place for one in _mentions(statement) for place in range(one.first, one.behind))


def _mentions(statement: StatementView) -> list[Mention]:
    found: list[Mention] = []
    here = 0
    while here < len(statement.tokens):
        one = read_mention(statement, here)
        if one is None:
            here += 1
            continue
        one = _with_part(statement, one)
        found.append(one)
        here = one.behind
        if (second := _second_day(statement, one)) is not None:
            found.append(second)
            here = second.behind
    joined = _with_times(statement, found)
    return [_with_opening(statement, one) for one in _with_ranges(statement, joined)]


def _with_part(statement: StatementView, one: Mention) -> Mention:
    """Add the part of the day: "samedi soir", "Monday morning"; and "ce" before "3 juin"."""
    if (
        one.first
        and statement.norms[one.first - 1] in _DEICTIC
        and one.stretch.granularity is Granularity.DAY
    ):
        one = replace(one, first=one.first - 1)
    if one.stretch.granularity is not Granularity.DAY or one.behind >= len(statement.norms):
        return one
    part = phrase_list(statement.language, "day_parts.txt").at(statement.norms, one.behind)
    if part is None:
        return one
    stretch = replace(one.stretch, granularity=Granularity.PART_OF_DAY, time=part[1])
    return Mention(one.first, part[0], stretch)


def _second_day(statement: StatementView, one: Mention) -> Mention | None:
    """Read the "5" of "May 3 to 5"."""
    norms = statement.norms
    start = one.stretch.start
    if statement.language != "en" or one.stretch.granularity is not Granularity.DAY or start is None:
        return None
    if one.behind + 1 >= len(norms) or norms[one.behind] not in ("to", "and", "-", "–"):
        return None
    shown = norms[one.behind + 1]
    if not norms[one.behind - 1].isdecimal() or not shown.isdecimal() or not start.day < int(shown[:4]) <= 31:
        return None
    following = norms[one.behind + 2] if one.behind + 2 < len(norms) else ""
    if following[:1].isalnum() and read_mention(statement, one.behind + 1) is not None:
        return None
    try:
        day = start.replace(day=int(shown))
    except ValueError:
        return None
    return Mention(one.behind + 1, one.behind + 2, days.one_day(day))


def _with_times(statement: StatementView, found: list[Mention]) -> list[Mention]:
    """Make one of a day and the time beside it: "lundi à 8h30", "5:25 a.m. on Tuesday"."""
    joined: list[Mention] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is None or not _touch(statement, last, one):
            joined.append(one)
            continue
        kinds = {last.stretch.granularity, one.stretch.granularity}
        if Granularity.MOMENT not in kinds or not kinds & _DAY or len(kinds) != 2:
            joined.append(one)
            continue
        day, time = (one, last) if last.stretch.granularity is Granularity.MOMENT else (last, one)
        stretch = replace(day.stretch, granularity=Granularity.MOMENT, time=time.stretch.time)
        joined[-1] = Mention(last.first, one.behind, stretch)
    return joined


def _touch(statement: StatementView, last: Mention, one: Mention) -> bool:
    between = statement.norms[last.behind : one.first]
    return len(between) <= 3 and all(norm in _BETWEEN for norm in between)


def _with_ranges(statement: StatementView, found: list[Mention]) -> list[Mention]:
    """Make one of the two ends of a range: "du 3 au 5 mai", "from 2011 to 2015"."""
    joined: list[Mention] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and (whole := _range(statement, last, one)) is not None:
            joined[-1] = whole
        else:
            joined.append(one)
    return joined


def _range(statement: StatementView, last: Mention, one: Mention) -> Mention | None:
    between = statement.norms[last.behind : one.first]
    before = statement.norms[last.first - 1] if last.first else ""
    if before in ("le", "the") and last.first >= 2:
        before = statement.norms[last.first - 2]
    joints = _RANGES[statement.language].get(before)
    dash = len(between) == 1 and between[0] in _DASHES
    if not between or not (dash or (joints is not None and between[0] in joints)) or len(between) > 2:
        return None
    start, end = last.stretch.start, one.stretch.end
    if start is None or end is None or start > end or last.stretch.time or one.stretch.time:
        return None
    first = (
        last.first if joints is None else last.first - 1 - (statement.norms[last.first - 1] in ("le", "the"))
    )
    return Mention(max(first, 0), one.behind, days.Stretch(start, end, Granularity.RANGE))


def _with_opening(statement: StatementView, one: Mention) -> Mention:
    """Open an end or take a part, as the words before say: "depuis jeudi", "until Friday", "fin mai"."""
    openings = phrase_list(statement.language, "openings.txt")
    for _ in range(2):
        found = openings.ending_at(statement.norms, one.first)
        if found is None:
            break
        first, what = found
        stretch = one.stretch
        if what in ("early", "middle", "late"):
            if stretch.granularity not in (Granularity.MONTH, Granularity.YEAR):
                break
            stretch = days.part_of(stretch, what)
        elif stretch.start is None and stretch.granularity is Granularity.MOMENT:
            break
        else:
            stretch = replace(stretch, end=None) if what == "from" else replace(stretch, start=None)
        one = Mention(first, one.behind, stretch)
    return one
