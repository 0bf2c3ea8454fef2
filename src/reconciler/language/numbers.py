"""Numbers as written, in figures and in words, as one plain number."""

import re
from collections.abc import Mapping, Sequence

from reconciler.dates import parse_date
from reconciler.language.lexicon import NumberWord

_ORDINAL = re.compile(r"(?:er|ère|ème|nde?|e|st|rd|th)$", re.IGNORECASE)
_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")
_CLOCK = re.compile(r"(\d{1,2})\s?[h:]\s?(\d{2})(?::\d{2})?", re.IGNORECASE)


def plain_figure(text: str, language: str) -> str:
    """Return figures as a plain number: "7 418 205" is 7418205; in French "6.500" is 6500 and "4,5" is 4.5.

    A time of day becomes ``5:25``, a date in figures ISO 8601; what is neither comes back as it is.
    """
    if clock := _CLOCK.fullmatch(text):
        return f"{int(clock[1])}:{clock[2]}"
    if date := parse_date(text):
        return date
    figures = _SPACES.sub("", _ORDINAL.sub("", text))
    thousands, decimal = (".", ",") if language not in ("en", "und") else (",", ".")
    groups = re.split(r"[.,]", figures)
    if len(groups) == 1:
        return figures.lstrip("0") or "0"
    marks = [char for char in figures if char in ".,"]
    if len(set(marks)) == 1 and all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3:
        # Several groups can only be thousands, whoever's mark it is.
        if marks[0] == thousands or len(marks) > 1:
            return "".join(groups).lstrip("0") or "0"
    elif len(set(marks)) == 2:
        decimal = marks[-1]
        thousands = "." if decimal == "," else ","
    if figures.count(decimal if decimal in marks else thousands) > 1:
        return figures
    whole, _, rest = (
        figures.replace(thousands if decimal in marks else "", "").replace(",", ".").partition(".")
    )
    rest = rest.rstrip("0")
    return f"{whole.lstrip('0') or '0'}" + (f".{rest}" if rest else "")


def plain_words(words: Sequence[str], known: Mapping[str, NumberWord]) -> int | None:
    """Return the value of number words in a row ("deux", "cent", "mille"), or None if they are no number.

    Joining words ("et", "and") may stand between them.
    """
    total, here, seen = 0, 0, False
    for word in words:
        number = known.get(word)
        if number is None:
            continue
        seen = True
        if number.value == 20 and here % 100 == 4:
            # quatre-vingts
            here += 76
        elif not number.multiplies:
            here += number.value
        elif number.value >= 1000:
            total += (here or 1) * number.value
            here = 0
        else:
            here = (here or 1) * number.value
    return total + here if seen else None
