"""A date where it begins: of the calendar, a weekday, or counted from the day of publication.

News looks back: "Friday" is the last one, or today, unless the clause speaks of the future.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from reconciler.language.signals import days
from reconciler.language.signals.calendar_dates import (
    Mention,
    date_words,
    day_of_month,
    decade,
    in_figures,
    month,
    season,
    which,
)
from reconciler.language.signals.date_parts import is_word, months, norm, weekdays
from reconciler.language.signals.days import Stretch
from reconciler.language.signals.numerals import read_numeral
from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.tense import direction
from reconciler.language.signals.view import StatementView
from reconciler.model import WordKind
from reconciler.signals import Granularity

# How many tokens back "the day before" looks for its day.
_NEAR = 60
_DAYS = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.MOMENT})
# Behind "the day before" these open what it stands before.
_GOES_ON = frozenset({"the", "his", "her", "a", "they", "we", "he", "she"})
_OF = frozenset({"de", "du", "d", "des", "of"})
_SHIFTED: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "fr": (("plus", "tôt"), ("plus", "tard"), ("auparavant",), ("avant",), ("après",)),
        "en": (("earlier",), ("later",), ("before",)),
    }
)


def read_mention(statement: StatementView, here: int) -> Mention | None:
    """Read the date that begins at a token, or None; a day that no calendar has is none."""
    try:
        return _counted_from_now(statement, here) or _plain(statement, here) or _stretch_ago(statement, here)
    except (ValueError, OverflowError):
        return None


def _plain(statement: StatementView, here: int) -> Mention | None:
    for read in (in_figures, _weekday, month, _night, decade, season):
        if (found := read(statement, here)) is not None:
            return found
    return None


def _counted_from_now(statement: StatementView, here: int) -> Mention | None:
    found = phrase_list(statement.language, "days.txt").at(statement.norms, here)
    if found is None:
        return _ahead_or_ago(statement, here)
    return (
        _anchored(statement, here, *found)
        if found[1].startswith("anchor")
        else _relative(statement, here, *found)
    )


def _anchored(statement: StatementView, here: int, behind: int, value: str) -> Mention | None:
    """Read "la veille": the day before one that the statement names, or before one that is not known."""
    following = norm(statement, behind)
    if is_word(statement, behind) or following in _GOES_ON:
        return None
    known = None if following in _OF else _last_day(statement, here)
    if known is None:
        return Mention(here, behind, days.unresolved(Granularity.DAY))
    return Mention(here, behind, days.one_day(known + timedelta(int(value.split()[1]))))


def _relative(statement: StatementView, here: int, behind: int, value: str) -> Mention:
    unit, count, *part = value.split()
    published = statement.published_day
    time = part[0] if part else None
    precise = Granularity.PART_OF_DAY if part else Granularity(unit)
    if published is None:
        return Mention(here, behind, days.unresolved(precise, time))
    if unit == "weekend":
        tense = direction(statement, here, behind) if count == "0" else 0
        return Mention(here, behind, days.weekend(published, int(count), tense))
    stretch = days.shifted(unit, int(count), published)
    return Mention(here, behind, replace(stretch, granularity=precise, time=time) if part else stretch)


def _last_day(statement: StatementView, before: int) -> date | None:
    """Return the day that a statement names last before a token: what "the day before" counts from."""
    for place in range(before - 1, max(before - 1 - _NEAR, -1), -1):
        found = _plain(statement, place)
        if found and found.behind <= before and found.stretch.granularity in _DAYS:
            return found.stretch.start
    return None


def _weekday(statement: StatementView, here: int) -> Mention | None:
    number = weekdays(statement.language).get(statement.norms[here])
    if number is None or not _is_weekday(statement, here):
        return None
    behind = here + 1
    place = behind + (norm(statement, behind) in (",", "le", "the"))
    if dated := day_of_month(statement, place):
        return replace(dated, first=here)
    before = which(statement, here - 1)
    tense = before or which(statement, behind)
    first, behind = (here - 1, behind) if before else (here, behind + (tense != 0))
    published = statement.published_day
    if published is None:
        return Mention(first, behind, days.unresolved(Granularity.DAY))
    if tense:
        return Mention(first, behind, days.one_day(days.weekday(published, number, tense, strict=True)))
    return Mention(
        first, behind, days.one_day(days.weekday(published, number, _looks(statement, first, behind)))
    )


def _looks(statement: StatementView, first: int, behind: int) -> int:
    """Return 1 for a day still to come: by the clause's tense, and behind "until" without any."""
    found = direction(statement, first, behind)
    until = phrase_list(statement.language, "openings.txt").ending_at(statement.norms, first)
    return 1 if found > 0 or (until is not None and until[1] == "until" and found == 0) else -1


def _is_weekday(statement: StatementView, here: int) -> bool:
    """Tell a day that is meant from "every Sunday", "The Sunday Herald", "Vendredi est le héros"."""
    following = norm(statement, here + 1)
    if following in date_words(statement, "special"):
        return False
    if following.isdecimal() or following in months(statement.language) or which(statement, here + 1):
        return True
    if norm(statement, here - 1) in date_words(statement, "habit"):
        return False
    return (
        _is_english_weekday(statement, here)
        if statement.language == "en"
        else _is_french_weekday(statement, here)
    )


def _is_french_weekday(statement: StatementView, here: int) -> bool:
    if statement.tokens[here].text[0].islower():
        return True
    before = norm(statement, here - 1)
    opens = here == 0 or statement.tokens[here - 1].kind is None or before in date_words(statement, "this")
    following = norm(statement, here + 1)
    return opens and following != "" and following not in date_words(statement, "verb")


def _is_english_weekday(statement: StatementView, here: int) -> bool:
    token = statement.tokens[here]
    if not token.text[0].isupper():
        return False
    before = statement.tokens[here - 1] if here else None
    following = statement.tokens[here + 1] if here + 1 < len(statement.tokens) else None
    named = following is not None and following.kind is WordKind.NAME
    return not (named and before is not None and before.norm in ("the", "a", "of"))


def _night(statement: StatementView, here: int) -> Mention | None:
    """Read "la nuit de vendredi à samedi"."""
    if statement.norms[here] != "nuit":
        return None
    names = weekdays(statement.language)
    one, other = names.get(norm(statement, here + 2)), names.get(norm(statement, here + 4))
    joined = norm(statement, here + 1) in ("de", "du") and norm(statement, here + 3) in ("à", "au")
    if one is None or other is None or not joined:
        return None
    published = statement.published_day
    if published is None:
        return Mention(here, here + 5, days.unresolved(Granularity.PART_OF_DAY, "night"))
    end = days.weekday(published, other, _looks(statement, here, here + 5))
    return Mention(here, here + 5, Stretch(days.weekday(end, one, -1), end, Granularity.PART_OF_DAY, "night"))


def _count(statement: StatementView, here: int) -> tuple[int, int, str] | None:
    """Read "trois jours", "une semaine", "an hour": where it ends, how many, and the unit."""
    if here >= len(statement.norms):
        return None
    number = read_numeral(statement, here)
    if number is not None and not number.at_least:
        behind, value = number.behind, number.value
    elif statement.norms[here] in ("un", "une", "a", "an", "one"):
        behind, value = here + 1, 1.0
    else:
        return None
    if behind >= len(statement.norms) or not value.is_integer() or value > 10_000:
        return None
    behind += statement.norms[behind] in ("de", "d")
    if behind >= len(statement.norms):
        return None
    unit = phrase_list(statement.language, "stretches.txt").at(statement.norms, behind)
    return None if unit is None else (unit[0], int(value), unit[1])


def _ahead_or_ago(statement: StatementView, here: int) -> Mention | None:
    """Read "il y a trois jours", "dans trois jours" and, of the future, "in three days"."""
    shown = statement.norms[here]
    if shown not in ("il", "dans", "in", "within"):
        return None
    ago = shown == "il"
    place = here + 1
    if ago:
        if statement.norms[here + 1 : here + 3] != ("y", "a"):
            return None
        place = here + 3
        if place < len(statement.norms) and statement.norms[place] in ("environ", "près", "quelque"):
            place += 1 + (norm(statement, place + 1) == "de")
    counted = _count(statement, place)
    if counted is None:
        return None
    if not ago and direction(statement, here, counted[0]) <= 0:
        return None
    return Mention(here, counted[0], _counted_from(statement, counted, -1 if ago else 1))


def _stretch_ago(statement: StatementView, here: int) -> Mention | None:
    """Read "three days ago", which counts from publication, and "trois jours plus tôt", which does not."""
    norms = statement.norms
    if not phrase_list(statement.language, "stretches.txt").is_within(norms, here + 1, here + 5):
        return None
    counted = _count(statement, here)
    if counted is None:
        return None
    behind = counted[0]
    if norm(statement, behind) == "ago":
        return Mention(here, behind + 1, _counted_from(statement, counted, -1))
    for words in _SHIFTED[statement.language]:
        end = behind + len(words)
        if norms[behind:end] == words and _closes(statement, end, words):
            return Mention(here, end, days.unresolved(Granularity.DAY))
    return None


def _closes(statement: StatementView, place: int, words: tuple[str, ...]) -> bool:
    """Say whether "three days before" has nothing behind it that it stands before."""
    if words not in (("avant",), ("après",), ("before",)):
        return True
    return place >= len(statement.tokens) or statement.tokens[place].kind is None


def _counted_from(statement: StatementView, counted: tuple[int, int, str], sign: int) -> Stretch:
    _, count, unit = counted
    published = statement.published_day
    if unit == "hour":
        near = published is not None and count <= 6
        return days.one_day(published) if near and published else days.unresolved(Granularity.DAY)
    if published is None:
        return days.unresolved(Granularity(unit))
    if unit == "week" and count == 1:
        return days.one_day(published + timedelta(7 * sign))
    return days.shifted(unit, sign * count, published)
