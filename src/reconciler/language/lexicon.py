"""The word lists that the rules work with, one set for each language, read from the packaged files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reconciler.resources import entries, resource_path

OWN_LANGUAGES = ("fr", "en")
_ABBREVIATING = (*OWN_LANGUAGES, "de", "es", "it", "nl", "pt", "ru")
"""Languages whose abbreviations and words that open sentences are listed."""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a number word is worth.

    It `multiplies` what stands before it, is `ambiguous` where it is a number only before a noun, or
    is one only when `joined` to another ("vingt et un").
    """

    value: int
    multiplies: bool = False
    ambiguous: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the rules must know of one language.

    The sets of abbreviations say what their full stop does: `before_names` and `before_numbers` bind
    what follows, `open_ended` ones end a sentence before a word that opens one, `hours` ("p.m.") before
    any but a day or a time zone, `never_ending` ones never do; `abbreviations` are all of them. Those
    written with a capital count only with one. `starters` are written as they open a sentence.
    """

    language: str
    stop: frozenset[str]
    starters: frozenset[str]
    before_names: frozenset[str]
    before_numbers: frozenset[str]
    open_ended: frozenset[str]
    never_ending: frozenset[str]
    hours: frozenset[str]
    abbreviations: frozenset[str]
    numbers: dict[str, NumberWord]
    elisions: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lists of a language; one that has none gets what French and English have together."""
    own = (language,) if language in _ABBREVIATING else OWN_LANGUAGES
    abbreviations = _abbreviations(own)
    return Lexicon(
        language=language,
        stop=frozenset(_all("stop.txt", own)) if language in OWN_LANGUAGES else frozenset(),
        starters=frozenset(word.rstrip("'") for word in _all("starters.txt", own)),
        before_names=abbreviations["name"],
        before_numbers=abbreviations["number"],
        open_ended=abbreviations["open"],
        never_ending=abbreviations["never"],
        hours=abbreviations["hour"],
        abbreviations=frozenset().union(*abbreviations.values()),
        numbers=_numbers(language) if language in OWN_LANGUAGES else {},
        elisions=frozenset(entries("language", "fr", "elisions.txt")) if language == "fr" else frozenset(),
    )


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of one of our own languages, without reading its other lists."""
    return frozenset(entries("language", language, "stop.txt"))


@cache
def everywhere(name: str) -> tuple[str, ...]:
    """Return a list for all languages at once, case-folded: pages mix languages around their text."""
    found: dict[str, None] = {}
    for language in (*OWN_LANGUAGES, "common"):
        if resource_path("language", language, name).is_file():
            found.update((entry.casefold(), None) for entry in entries("language", language, name))
    return tuple(found)


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, longest first, both apostrophes alike."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in ordered)


def _all(name: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(entry for language in languages for entry in entries("language", language, name))


def _abbreviations(languages: tuple[str, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {
        "name": set(),
        "number": set(),
        "open": set(),
        "never": set(),
        "hour": set(),
    }
    for language in (*languages, "common"):
        for line in entries("language", language, "abbreviations.txt"):
            role, *words = line.split()
            found[role].update(words)
    return {role: frozenset(words) for role, words in found.items()}


def _numbers(language: str) -> dict[str, NumberWord]:
    found = {}
    for line in entries("language", language, "numbers.txt"):
        word, value, *marks = line.split()
        found[word] = NumberWord(
            int(value), multiplies="m" in marks, ambiguous="a" in marks, joined="j" in marks
        )
    return found
