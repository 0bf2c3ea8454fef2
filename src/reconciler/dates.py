"""Calendar dates as people write them, French and English, found in text and put as ISO 8601.

Only dates that name their year are dates here; "ce 3 juin" and "samedi" need an article around
them and are none of this module's business. An ISO text is as precise as what was written:
``2023``, ``2023-06``, ``2023-06-04``, ``2023-06-04T08:27``, ``2023-06-05T10:35+02:00``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from reconciler.resources import entries

LANGUAGES = ("fr", "en")

_ISO = r"""
    (?<![\d/.-])(?P<iso_y>(?:1[5-9]|20)\d\d)-(?P<iso_m>\d\d)
    (?:-(?P<iso_d>\d\d))?(?![\d/]|-\d)
"""
_NUMERIC = r"""
    (?<![\d/.-])
    (?: (?P<num_a>\d{1,2})(?P<sep>[./-])(?P<num_b>\d{1,2})(?P=sep)(?P<num_y>(?:1[5-9]|20)\d\d)
      | (?P<big_y>(?:1[5-9]|20)\d\d)(?P<bsep>[./])(?P<big_m>\d{1,2})(?P=bsep)(?P<big_d>\d{1,2})
    )
    (?![\d/]|[.-]\d)
"""
_WORDED = r"""
    (?<!\w)(?:le\s+)?(?:(?:DAYS)\.?,?\s+)?(?:the\s+)?
    (?:
        (?P<word_d>\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?P<word_m>MONTHS)\.?,?\s+(?P<word_y>(?:1[5-9]|20)\d\d)(?!\d)
        | (?P<us_m>MONTHS)\.?\s+(?P<us_d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<us_y>(?:1[5-9]|20)\d\d)(?!\d)
        | (?P<lone_m>MONTHS)\.?,?\s+(?P<lone_y>(?:1[5-9]|20)\d\d)(?!\d)
    )
"""
_TIME = r"""
    (?:T|,?\s*(?:à|at|[-–—•|])?\s*)
    (?P<hour>\d{1,2})(?::|\s?h\s?|(?<=at\s\d)\.|(?<=at\s\d\d)\.)(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?![\d])
    (?:\s?(?P<half>[ap])\.?m\b\.?)?
    (?:\s?(?P<zone>Z\b|GMT\b|UTC\b|[+-]\d\d:?\d\d))?
"""
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/-]?)(?P<m>0[1-9]|1[0-2])(?:(?P=sep)(?P<d>0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_DIGITS = re.compile(r"\d\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date where it stands in a text; `iso` is as precise as what is written."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates with a year that stand in a text, in order, each with its time of day if it has one."""
    if not _DIGITS.search(text):
        return
    when, clock = _patterns()
    for found in when.finditer(text):
        day = _day(found)
        if day is None:
            continue
        end = found.end()
        if len(day) == 10 and (time := clock.match(text, end)) and (suffix := _clock(time)):
            day, end = day + suffix, time.end()
        yield WrittenDate(found.start(), end, day)


def parse_date(text: str) -> str | None:
    """Return the ISO form of a text that is one date and nothing else, or None. A bare year will do."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return text
    if compact := _COMPACT.fullmatch(text):
        return _checked(*compact.groups())
    for found in find_dates(text):
        if found.start == 0 and found.end == len(text):
            return found.iso
    return None


def date_in_url(url: str) -> str | None:
    """Return the most precise date that an address carries (``/20230604/``, ``/2023/06/``), or None."""
    path = url.split("?", 1)[0]
    best: str | None = None
    for found in _URL_DAY.finditer(path):
        if not found["sep"] and not found["d"]:
            continue
        iso = _checked(found["y"], found["m"], found["d"])
        if iso and (best is None or len(iso) > len(best)):
            best = iso
    return best


@cache
def _months() -> dict[str, int]:
    return {
        name: int(number)
        for language in LANGUAGES
        for number, *names in (line.split() for line in entries("language", language, "months.txt"))
        for name in names
    }


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    days = "|".join(
        sorted(
            (day for language in LANGUAGES for day in entries("language", language, "weekdays.txt")),
            key=len,
            reverse=True,
        )
    )
    worded = _WORDED.replace("MONTHS", months).replace("DAYS", days)
    flags = re.VERBOSE | re.IGNORECASE
    return re.compile(f"{_ISO} | {_NUMERIC} | {worded}", flags), re.compile(_TIME, flags)


def _day(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    if part["iso_y"]:
        return _checked(part["iso_y"], part["iso_m"], part["iso_d"])
    if part["num_y"]:
        # Day first, as in French and British use; month first only where nothing else is possible.
        return _checked(part["num_y"], part["num_b"], part["num_a"]) or _checked(
            part["num_y"], part["num_a"], part["num_b"]
        )
    if part["big_y"]:
        return _checked(part["big_y"], part["big_m"], part["big_d"])
    for kind in ("word", "us", "lone"):
        if year := part[f"{kind}_y"]:
            month = _months()[part[f"{kind}_m"].lower()]
            return _checked(year, str(month), part.get(f"{kind}_d"))
    return None


def _checked(year: str, month: str, day: str | None) -> str | None:
    try:
        sure = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return sure.isoformat() if day else sure.isoformat()[:7]


def _clock(time: re.Match[str]) -> str | None:
    hour, minute = int(time["hour"]), int(time["minute"])
    if half := time["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    zone = (time["zone"] or "").upper()
    if zone in ("Z", "GMT", "UTC"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02}:{minute:02}{zone}"
