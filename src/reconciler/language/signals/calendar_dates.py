"""Dates of the calendar where they begin: days, months, years, seasons and times of day, however written.

A day or month without a year is the last one, as news looks back, unless the clause looks ahead.
"""

import re
from dataclasses import dataclass
from datetime import date

from reconciler.dates import parse_date
from reconciler.language.signals import days
from reconciler.language.signals.date_parts import (
    behind_month,
    clock,
    day_number,
    is_word,
    month_number,
    months,
    norm,
    year_number,
)
from reconciler.language.signals.days import Stretch
from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.tense import direction
from reconciler.language.signals.view import StatementView
from reconciler.language.signals.word_sets import word_set
from reconciler.signals import Granularity

_DECADE = re.compile(r"((?:1[5-9]|20)\d0)s")
# How many days or months in a row may share what stands behind the last ("3, 4 et 5 juin").
_ROW = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in the tokens ``[first, behind)``."""

    first: int
    behind: int
    stretch: Stretch


def date_words(statement: StatementView, name: str) -> frozenset[str]:
    """Return some of the words that stand around dates."""
    return word_set(statement.language, "date_words.txt", name)


def joins(statement: StatementView, place: int) -> bool:
    """Say whether a token joins two dates."""
    return norm(statement, place) == "," or norm(statement, place) in date_words(statement, "joint")


def which(statement: StatementView, *places: int) -> int:
    """Return -1 where a token says "last", 1 where one says "next", else 0."""
    shown = {norm(statement, place) for place in places}
    if shown & date_words(statement, "last"):
        return -1
    return 1 if shown & date_words(statement, "next") else 0


def in_figures(statement: StatementView, here: int) -> Mention | None:
    """Read a date that begins with a figure."""
    shown = statement.norms[here]
    if not shown[0].isdigit():
        return None
    if dated := day_of_month(statement, here):
        return dated
    if time := clock(statement, here):
        return Mention(here, time[0], days.unresolved(Granularity.MOMENT, time[1]))
    if decade := _DECADE.fullmatch(shown):
        return Mention(here, here + 1, days.decade_of(int(decade[1])))
    return _numeric(statement, here) or _year(statement, here)


def _numeric(statement: StatementView, here: int) -> Mention | None:
    """Read "04.06.2023", "2023-06-04" and "06-06-2023", which is cut into five tokens."""
    for length in (5, 1):
        if here + length > len(statement.tokens):
            continue
        if length == 5 and norm(statement, here + 1) not in ("-", "/", "."):
            continue
        last = statement.tokens[here + length - 1]
        iso = parse_date(statement.text[statement.tokens[here].start : last.end])
        if iso is None or len(iso) < 7:
            continue
        if len(iso) == 7:
            return Mention(here, here + length, days.month_of(int(iso[:4]), int(iso[5:])))
        return Mention(here, here + length, days.one_day(date.fromisoformat(iso[:10])))
    return None


def day_of_month(statement: StatementView, here: int) -> Mention | None:
    """Read "3 juin 2023", "3rd of June", "June 3, 2023", and the "3" of "3 et 4 juin"."""
    if here >= len(statement.norms):
        return None
    if month_number(statement, here) is not None:
        return _month_day(statement, here)
    day = day_number(statement, here)
    if day is None:
        return None
    return _day_month(statement, here, day) or _in_a_row(statement, here, day)


def _day_month(statement: StatementView, here: int, day: int) -> Mention | None:
    place = here + 1 + (norm(statement, here + 1) == "of")
    month = month_number(statement, place) if place < len(statement.norms) else None
    return None if month is None else _dated(statement, here, behind_month(statement, place), (day, month))


def _in_a_row(statement: StatementView, here: int, day: int) -> Mention | None:
    """Read a day that shares the month of one behind it."""
    place = here
    for _ in range(_ROW):
        if not joins(statement, place + 1):
            return None
        place += 2 + (norm(statement, place + 2) in ("le", "the"))
        other = day_number(statement, place)
        if other is None:
            return None
        if (found := _day_month(statement, place, other)) is not None:
            start = found.stretch.start
            shared = found.stretch if start is None else days.one_day(start.replace(day=day))
            return Mention(here, here + 1, shared)
    return None


def _month_day(statement: StatementView, here: int) -> Mention | None:
    month = month_number(statement, here)
    place = behind_month(statement, here)
    day = day_number(statement, place)
    if day is None or month is None or statement.language == "fr":
        return None
    return _dated(statement, here, place + 1, (day, month))


def _dated(statement: StatementView, here: int, behind: int, day_month: tuple[int, int]) -> Mention | None:
    """Make the mention of a day whose year may follow, or is found by what is said of it."""
    day, month = day_month
    comma = behind + (norm(statement, behind) == ",")
    year = year_number(statement, comma)
    if year is not None and (comma == behind or statement.language == "en"):
        return Mention(here, comma + 1, days.one_day(date(year, month, day)))
    anchor = _anchor(statement)
    if anchor is None:
        date(2000, month, day)
        return Mention(here, behind, days.unresolved(Granularity.DAY))
    said = which(statement, behind)
    tense = said or direction(statement, here, behind)
    behind += said != 0
    date(2000, month, day)
    return Mention(here, behind, days.one_day(days.day_in_year(anchor, month, day, tense)))


def _anchor(statement: StatementView) -> date | None:
    """Return what months and days without a year count from: the end of the time of publication."""
    published = statement.published or ""
    if (day := statement.published_day) is not None:
        return day
    try:
        if len(published) == 7:
            return days.month_of(int(published[:4]), int(published[5:])).end
        return days.year_of(int(published)).end if len(published) == 4 else None
    except ValueError:
        return None


def month(statement: StatementView, here: int) -> Mention | None:
    """Read a month with its year or day, or one whose year is found by what is said of it."""
    number = month_number(statement, here)
    if number is None:
        return _middle(statement, here)
    if (dated := _month_day(statement, here)) is not None:
        return dated
    behind = behind_month(statement, here)
    place = behind + (norm(statement, behind) == "of")
    if (year := year_number(statement, place)) is not None:
        return Mention(here, place + 1, days.month_of(year, number))
    shouted = statement.tokens[here].text[0].isupper() and statement.language == "fr"
    if shouted or not _names_month(statement, here, behind):
        return None
    if (shared := _shared_year(statement, behind)) is not None:
        return Mention(here, behind, days.month_of(shared, number))
    return _month_alone(statement, here, behind, number)


def _month_alone(statement: StatementView, here: int, behind: int, number: int) -> Mention:
    first = here - 1 if norm(statement, here - 1) in ("last", "next", "this") else here
    tense = which(statement, first if first < here else behind)
    behind += first == here and tense != 0
    anchor = _anchor(statement)
    if anchor is None:
        return Mention(first, behind, days.unresolved(Granularity.MONTH))
    return Mention(
        first, behind, days.month_in_year(anchor, number, tense or direction(statement, first, behind))
    )


def _names_month(statement: StatementView, here: int, behind: int) -> bool:
    """Say whether a month stands in a date's place: "in May", "mars et mai", "mai dernier"."""
    if norm(statement, here - 1) in date_words(statement, "before_month") or which(statement, behind):
        return True
    return joins(statement, here - 1) and here >= 2 and month_number(statement, here - 2) is not None


def _shared_year(statement: StatementView, behind: int) -> int | None:
    """Return the year of "mars et mai 2023" for the first of the two."""
    for _ in range(_ROW):
        if not joins(statement, behind) or behind + 1 >= len(statement.norms):
            return None
        if month_number(statement, behind + 1) is None:
            return None
        behind = behind_month(statement, behind + 1)
        if (year := year_number(statement, behind)) is not None:
            return year
    return None


def _middle(statement: StatementView, here: int) -> Mention | None:
    """Read "mi-mai" and "mid-May", which are one token."""
    half, dash, name = statement.norms[here].partition("-")
    if not dash or half not in ("mi", "mid"):
        return None
    month = months(statement.language).get(name)
    if month is None:
        return None
    year, anchor = year_number(statement, here + 1), _anchor(statement)
    if year is not None:
        return Mention(here, here + 2, days.part_of(days.month_of(year, month), "middle"))
    if anchor is None:
        return Mention(here, here + 1, days.unresolved(Granularity.RANGE))
    whole = days.month_in_year(anchor, month, direction(statement, here, here + 1))
    return Mention(here, here + 1, days.part_of(whole, "middle"))


def _year(statement: StatementView, here: int) -> Mention | None:
    year = year_number(statement, here)
    if year is None:
        return None
    before, following = norm(statement, here - 1), norm(statement, here + 1)
    joined = joins(statement, here - 1) and year_number(statement, here - 2) is not None
    if before not in date_words(statement, "before_year") and not joined:
        return None
    counts = before in ("de", "d", "of", "to", "à", "by", "from") and is_word(statement, here + 1)
    if counts or following == "%" or _is_unit(statement, here + 1):
        return None
    return Mention(here, here + 1, days.year_of(year))


def _is_unit(statement: StatementView, place: int) -> bool:
    units = phrase_list(statement.language, "units.txt")
    return place < len(statement.norms) and units.at(statement.norms, place) is not None


def decade(statement: StatementView, here: int) -> Mention | None:
    """Read "années 90"."""
    shown = norm(statement, here + 1)
    if statement.norms[here] != "années" or not (shown.isascii() and shown.isdecimal()):
        return None
    number = int(shown[:4])
    start = 1900 + number if 10 <= number < 100 else number
    return (
        Mention(here, here + 2, days.decade_of(start)) if start % 10 == 0 and 1500 <= start < 2100 else None
    )


def season(statement: StatementView, here: int) -> Mention | None:
    """Read a season of a year: "été 2022", "cet été", "last summer"; "l'été" alone is none."""
    found = phrase_list(statement.language, "seasons.txt").at(statement.norms, here)
    if found is None:
        return None
    behind, number = found[0], int(found[1])
    place = behind + (norm(statement, behind) in ("of", "de"))
    if (year := year_number(statement, place)) is not None:
        return Mention(here, place + 1, days.season_of(year, number))
    this = norm(statement, here - 1) in date_words(statement, "this")
    tense = which(statement, here - 1, behind)
    if not this and not tense:
        return None
    leads = this or which(statement, here - 1) != 0 or norm(statement, here - 1) == "l"
    behind += which(statement, behind) != 0
    return Mention(here - leads, behind, _season_near(statement, number, tense))


def _season_near(statement: StatementView, number: int, tense: int) -> Stretch:
    published = statement.published_day
    if published is None:
        return days.unresolved(Granularity.SEASON)
    here = days.season_of(published.year, number)
    if here.start is not None and here.end is not None:
        if tense < 0 and here.end >= published:
            return days.season_of(published.year - 1, number)
        if tense > 0 and here.start <= published:
            return days.season_of(published.year + 1, number)
    return here
