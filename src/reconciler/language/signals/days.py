"""Stretches of days: what weekdays, months and "three days ago" come to, counted from publication."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reconciler.signals import DateValue, Granularity

# A season begins on this day of its month, and ends the day before the next one does.
_SEASON_DAYS = {3: 20, 6: 21, 9: 23, 12: 21}
# A day this far ahead, without a word that says so, is one of last year.
_AHEAD = 60
_BEHIND = 45


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, both included; None is open, or unknown when it is not `resolved`."""

    start: date | None
    end: date | None
    granularity: Granularity
    time: str | None = None
    resolved: bool = True

    def value(self) -> DateValue:
        """Return the value of the signal."""
        start, end = (None if day is None else day.isoformat() for day in (self.start, self.end))
        return DateValue(start, end, self.granularity, self.time, self.resolved)


def unresolved(granularity: Granularity, time: str | None = None) -> Stretch:
    """Return a stretch that nothing is known of but how precise it is."""
    return Stretch(None, None, granularity, time, resolved=False)


def one_day(day: date) -> Stretch:
    """Return a single day."""
    return Stretch(day, day, Granularity.DAY)


def month_of(year: int, month: int) -> Stretch:
    """Return a whole month."""
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Granularity.MONTH)


def year_of(year: int) -> Stretch:
    """Return a whole year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)


def decade_of(year: int) -> Stretch:
    """Return the ten years from one on."""
    return Stretch(date(year, 1, 1), date(year + 9, 12, 31), Granularity.RANGE)


def season_of(year: int, month: int) -> Stretch:
    """Return the season that begins in a month of a year."""
    behind = date(year + 1, 3, 20) if month == 12 else date(year, month + 3, _SEASON_DAYS[month + 3])
    return Stretch(date(year, month, _SEASON_DAYS[month]), behind - timedelta(1), Granularity.SEASON)


def week_of(day: date) -> Stretch:
    """Return the week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(day.weekday())
    return Stretch(monday, monday + timedelta(6), Granularity.WEEK)


def weekday(published: date, number: int, direction: int, *, strict: bool = False) -> date:
    """Return the weekday (Monday is 0) at or before a day, or at or after it where `direction` is 1."""
    if direction > 0:
        ahead = (number - published.weekday()) % 7
        return published + timedelta(ahead or (7 if strict else 0))
    back = (published.weekday() - number) % 7
    return published - timedelta(back or (7 if strict else 0))


def weekend(published: date, count: int, direction: int) -> Stretch:
    """Return a weekend: -1 the last that is over, 1 the next, 0 the one that is on, or nearest."""
    saturday = published + timedelta(5 - published.weekday())
    running = published.weekday() >= 5
    # Until Wednesday people speak of the weekend behind them.
    behind = not running and (direction < 0 or (direction == 0 and published.weekday() < 3))
    if count < 0 or (count == 0 and behind):
        saturday -= timedelta(7)
    elif count > 0 and (running or direction < 0):
        saturday += timedelta(7)
    return Stretch(saturday, saturday + timedelta(1), Granularity.WEEKEND)


def shifted(unit: str, count: int, published: date) -> Stretch:
    """Return the day, week, month or year so many before or after that of publication."""
    if unit == "day":
        return one_day(published + timedelta(count))
    if unit == "week":
        return week_of(published + timedelta(7 * count))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return month_of(months // 12, months % 12 + 1)
    return year_of(published.year + count)


def day_in_year(published: date, month: int, day: int, direction: int) -> date:
    """Return the day of a month that is meant when no year is named."""
    this = _valid(published.year, month, day)
    ahead = (this - published).days
    if ahead > 0:
        return (
            this
            if direction > 0 or (direction == 0 and ahead <= _AHEAD)
            else _valid(this.year - 1, month, day)
        )
    return _valid(this.year + 1, month, day) if direction > 0 and ahead < -_BEHIND else this


def month_in_year(published: date, month: int, direction: int) -> Stretch:
    """Return the month that is meant when no year is named."""
    year = published.year
    if direction > 0:
        return month_of(year if month >= published.month else year + 1, month)
    return month_of(year if month <= published.month else year - 1, month)


def part_of(stretch: Stretch, part: str) -> Stretch:
    """Return the beginning, middle or end of a month or year; of anything else, all of it."""
    if stretch.start is None or stretch.end is None:
        return stretch
    start, end = stretch.start, stretch.end
    if stretch.granularity is Granularity.MONTH:
        edges = {"early": (start, start.replace(day=10)), "late": (start.replace(day=21), end)}
        edges["middle"] = (start.replace(day=11), start.replace(day=20))
    elif stretch.granularity is Granularity.YEAR:
        edges = {"early": (start, start.replace(month=4, day=30)), "late": (start.replace(month=9), end)}
        edges["middle"] = (start.replace(month=5), start.replace(month=8, day=31))
    else:
        return stretch
    return Stretch(*edges[part], Granularity.RANGE)


def _valid(year: int, month: int, day: int) -> date:
    """Return a day; 29 February in another year is the last of its month."""
    return date(year, month, min(day, monthrange(year, month)[1]))
