"""The smallest parts of dates among a statement's tokens: months, weekdays, days, years, times of day."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reconciler.language.signals.view import StatementView
from reconciler.model import WordKind
from reconciler.resources import entries

_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?")
_CLOCK = re.compile(r"(\d{1,2})\s?[h:]\s?(\d{2})(?::\d{2})?|(\d{1,2})h")
_HALF_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?([ap])m")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_HALVES = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}
_AT = frozenset(
    {"à", "vers", "dès", "avant", "après", "jusqu", "at", "around", "about", "until", "by", "from"}
)
_LASTS = frozenset({"en", "pendant", "durant", "in", "lasted", "dure", "duré"})


@cache
def months(language: str) -> Mapping[str, int]:
    """Return the months by their names and short forms."""
    lines = (line.split() for line in entries("language", language, "months.txt"))
    return MappingProxyType({name: int(number) for number, *names in lines for name in names})


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """Return the days of the week by their full names, Monday 0."""
    return MappingProxyType(
        {name: number for number, name in enumerate(entries("language", language, "weekdays.txt")[:7])}
    )


def norm(statement: StatementView, place: int) -> str:
    """Return a token's norm, and nothing beyond either end."""
    return statement.norms[place] if 0 <= place < len(statement.norms) else ""


def day_number(statement: StatementView, place: int) -> int | None:
    """Return the day of a month that a token may be."""
    found = _DAY.fullmatch(norm(statement, place))
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def year_number(statement: StatementView, place: int) -> int | None:
    """Return the year that a token may be, written with four figures."""
    shown = norm(statement, place)
    return int(shown) if _YEAR.fullmatch(shown) and shown.isascii() else None


def month_number(statement: StatementView, place: int) -> int | None:
    """Return the month that a token names; short forms need their full stop or a number beside them."""
    found = months(statement.language).get(norm(statement, place))
    if found is None:
        return None
    token = statement.tokens[place]
    if statement.language == "en" and not token.text[0].isupper():
        return None
    return found


def behind_month(statement: StatementView, place: int) -> int:
    """Return where a month's name ends: behind the full stop of its short form."""
    short = len(statement.norms[place]) <= 4 and norm(statement, place + 1) == "."
    return place + 2 if short and place + 2 < len(statement.norms) else place + 1


def clock(statement: StatementView, place: int) -> tuple[int, str] | None:
    """Return where a time of day that begins at a token ends, and the time: ``05:25``."""
    shown, before = norm(statement, place), norm(statement, place - 1)
    if not shown[:1].isdigit():
        return None
    if glued := _HALF_CLOCK.fullmatch(shown):
        return _time(place + 1, int(glued[1]), int(glued[2] or 0), 12 if glued[3] == "p" else 0)
    half = _HALVES.get(norm(statement, place + 1))
    found = _CLOCK.fullmatch(shown)
    if half is not None and (found or shown.isdigit()) and len(shown) <= 5:
        hour, minute = (int(found[1]), int(found[2])) if found and found[1] else (int(shown.rstrip("h")), 0)
        return _time(place + 2, hour, minute, half)
    if found and before not in _LASTS and ("h" in shown or before in _AT or before in (",", "")):
        return _time(place + 1, int(found[1] or found[3]), int(found[2] or 0), None)
    return _hours(statement, place)


def _hours(statement: StatementView, place: int) -> tuple[int, str] | None:
    """Read "à 20 heures 30"; "20 heures" alone lasts so long."""
    from reconciler.language.signals.phrases import phrase_words

    if norm(statement, place + 1) not in ("heures", "heure") or not norm(statement, place).isdecimal():
        return None
    before = norm(statement, place - 1)
    named = before == "de" and norm(statement, place - 2) in phrase_words(
        statement.language, "clock_nouns.txt"
    )
    if not named and before not in _AT:
        return None
    if before == "après" and place == 1:
        return None
    minute = norm(statement, place + 2)
    if re.fullmatch(r"[0-5]\d", minute):
        return _time(place + 3, int(norm(statement, place)), int(minute), None)
    return _time(place + 2, int(norm(statement, place)), 0, None)


def _time(behind: int, hour: int, minute: int, half: int | None) -> tuple[int, str] | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return (behind, f"{hour:02}:{minute:02}") if hour <= 23 and minute <= 59 else None


def is_word(statement: StatementView, place: int) -> bool:
    """Say whether an ordinary word in small letters stands at a place."""
    if not 0 <= place < len(statement.tokens):
        return False
    token = statement.tokens[place]
    return token.kind is WordKind.WORD and token.text[0].islower()
