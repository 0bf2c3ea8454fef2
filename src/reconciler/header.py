"""Lines that stand around an article rather than in it: its address, its date, who wrote it.

Reading takes a source's properties from them; the segmenter calls them metadata. A line counts
only when nothing else is on it, so that a date in prose is never taken for the article's own.
"""

import re
from dataclasses import dataclass
from functools import cache

from reconciler.dates import LANGUAGES, WrittenDate, find_dates
from reconciler.resources import entries

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?)\]'’]")
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4|webm)\b", re.IGNORECASE)

_MAX_LINE = 600
_TAIL = 120
_MAX_CLOCK_LINE = 40
_MAX_BESIDE_LABEL = 3
_CLOCK = re.compile(r"(?<!\w)\d{1,2}\s?(?::|h)\s?\d{2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?!\w)", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_SEPARATORS = " \t\u00a0\u202f,;:|•·–—-/()[]"
_OUTLET = r"(?P<outlet>[^\W\d_a-z][\w'’&.-]*(?:\s+[\w'’&.-]+){0,3})"
_AFTER_DATE = re.compile(r"\s*[,|•·–—-]\s*" + _OUTLET + r"\s*$")
_BEFORE_DATE = re.compile(_OUTLET + r"\s*[,|•·–—-]\s*")
_STOPS = (".", "!", "?", "…", "»", "”", '"')


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What a header line says; `updated` marks dates later than that of publication."""

    url: str | None = None
    dates: tuple[WrittenDate, ...] = ()
    outlet: str | None = None
    updated: bool = False


def read_header(line: str) -> HeaderLine | None:
    """Return what a line says about its article, or None for a line that says anything else."""
    line = line.strip()
    if not line or len(line) > _MAX_LINE:
        return None
    urls = [found[0] for found in URL.finditer(line)]
    bare = URL.sub(" ", line)
    dates = tuple(find_dates(bare))
    if not (urls or dates or _CLOCK.search(bare)):
        byline = _byline(bare)
        return None if byline is None else HeaderLine(outlet=byline or None)
    if dates and _follows_a_name(bare, dates):
        return HeaderLine(dates=dates)
    rest, outlet = _without_dates(bare, dates)
    if not (dates and _is_labelled(rest)) and not _only_labels(rest):
        byline = _byline(_without_labels_at_end(rest))
        if byline is None:
            return None
        outlet = outlet or byline or None
    address = next((url for url in urls if not PICTURE.search(url)), None)
    if not (urls or dates or outlet) and len(line) > _MAX_CLOCK_LINE:
        return None
    return HeaderLine(address, dates, outlet, updated=bool(_updated().search(bare)))


def _follows_a_name(bare: str, dates: tuple[WrittenDate, ...]) -> bool:
    """Recognise "Name, 4 June 2023". Whether it names a place or an outlet nobody can tell."""
    before = _BEFORE_DATE.fullmatch(bare, 0, dates[0].start)
    if not before or len(dates[0].iso) < 10 or dates[-1].end != len(bare.rstrip()):
        return False
    return _as_name(before["outlet"]) is not None and _byline(before["outlet"]) is None


def _is_labelled(rest: str) -> bool:
    """Say whether a date's label ("Publié le") stands in a line, and at most a section's name beside it."""
    if rest.rstrip().endswith(_STOPS) or not _dates_labels().search(rest):
        return False
    beside = _labels().sub(" ", rest).translate(dict.fromkeys(map(ord, _SEPARATORS), " "))
    return len(beside.split()) <= _MAX_BESIDE_LABEL


def _without_dates(bare: str, dates: tuple[WrittenDate, ...]) -> tuple[str, str | None]:
    """Return what a line holds beside its dates and times, and the outlet named behind them."""
    rest, outlet = bare, None
    named = _AFTER_DATE.match(bare, dates[-1].end) if dates else None
    if named and not _only_labels(named["outlet"]) and (outlet := _as_name(named["outlet"])):
        rest = rest[: named.start()]
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    return _CLOCK.sub(" ", rest), outlet


def header_tail(line: str) -> tuple[int, HeaderLine] | None:
    """Find "04.06.2023, Name" at the end of a line of text: where it starts and what it says."""
    base = max(0, len(line) - _TAIL)
    tail = line[base:]
    for found in find_dates(tail):
        if (
            found.start
            and (named := _AFTER_DATE.match(tail, found.end))
            and (name := _as_name(named["outlet"]))
        ):
            if not tail[: found.start].rstrip().endswith((".", "…", "!", "?")) and not _is_numeric(
                tail, found
            ):
                continue
            return base + found.start, HeaderLine(dates=(found,), outlet=name)
    return None


def _is_numeric(text: str, found: WrittenDate) -> bool:
    return not any(char.isalpha() for char in text[found.start : found.start + 5])


def _as_name(text: str) -> str | None:
    """Return a short name of capitalised words, or None for anything that reads like a clause."""
    words = text.split()
    small = _particles()
    if not words or len(words) > 4 or text.endswith(_STOPS):
        return None
    if not all(word[0].isupper() or word[0].isdigit() or word.lower() in small for word in words):
        return None
    return " ".join(words)


def _byline(text: str) -> str | None:
    """Return the outlet that a byline names, "" for a byline that names none, None for no byline."""
    text = text.strip(_SEPARATORS)
    if not text or text.endswith((".", "!", "?", "…")):
        return None
    low = text.casefold()
    for opening, names_outlet in _bylines():
        if low == opening:
            return "" if " " in opening or opening == "rédaction" else None
        if not low.startswith(opening) or low[len(opening)].isalnum():
            continue
        rest = text[len(opening) :].strip(_SEPARATORS)
        words = _NAME_WORD.findall(rest)
        if " " in opening:
            while words and words[0].lower() in _particles():
                words.pop(0)
        if not words or len(words) > 10 or not words[0][0].isupper():
            continue
        if all(word[0].isupper() or word.lower() in _particles() for word in words):
            return rest if names_outlet and len(words) <= 4 else ""
    return None


def _only_labels(text: str) -> bool:
    return not _labels().sub(" ", text).strip(_SEPARATORS)


def _without_labels_at_end(text: str) -> str:
    text = text.strip(_SEPARATORS)
    while (cut := _label_end().sub("", text).rstrip(_SEPARATORS)) != text:
        text = cut
    return text


def _word_list(name: str) -> tuple[str, ...]:
    found = {entry.casefold() for language in LANGUAGES for entry in entries("language", language, name)}
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _particles() -> frozenset[str]:
    return frozenset(entries("language", "common", "particles.txt"))


@cache
def _bylines() -> tuple[tuple[str, bool], ...]:
    found = {}
    for entry in _word_list("bylines.txt"):
        found[entry.lstrip("= ")] = entry.startswith("=")
    return tuple(sorted(found.items(), key=lambda item: len(item[0]), reverse=True))


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, _word_list("labels.txt"))) + r")(?!\w)", re.IGNORECASE
    )


@cache
def _label_end() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, _word_list("labels.txt"))) + r")\s*$", re.IGNORECASE
    )


@cache
def _dates_labels() -> re.Pattern[str]:
    """Match what says that a date is the article's own ("Publié le", "Updated")."""
    words = "|".join(map(re.escape, _word_list("published.txt") + _word_list("updated.txt")))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, _word_list("updated.txt"))) + r")(?!\w)", re.IGNORECASE
    )
