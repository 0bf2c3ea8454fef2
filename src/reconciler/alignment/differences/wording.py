"""Whether two words say the same thing, told from their letters alone, in one language or across two.

Two statements are compared where a window waits for it, so that no dictionary is loaded: words of
one root share a beginning, and a list of families joins those that do not.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reconciler.resources import entries

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FOLDER = ("alignment", "differences")
_SHORTEST_ROOT = 4
_LEAST_ALIKE = 3
"""Letters that words of one root begin with alike, however short they are."""
_LEAST_SHARE = 0.5
"""Share of the longer word that the common beginning of two kindred words makes up."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a statement: offsets into its text, its plain form, and whether it has content."""

    start: int
    end: int
    plain: str
    is_content: bool
    is_capital: bool


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """Return the words of a statement; elided articles and marks are no words, numbers neither."""
    stop = _stop_words(language)
    found = []
    for word in _WORD.finditer(text):
        plain = plain_form(word.group())
        is_content = len(plain) > 2 and plain not in stop
        found.append(Token(word.start(), word.end(), plain, is_content, word.group()[0].isupper()))
    return tuple(found)


@lru_cache(maxsize=20_000)
def plain_form(word: str) -> str:
    """Return a word case-folded and without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=50_000)
def are_kin(one: str, other: str) -> bool:
    """Return whether two plain words may be forms of one word, or say one thing by the list of families."""
    if one == other:
        return True
    family = family_of(one)
    if family is not None and family == family_of(other):
        return True
    short, long = sorted((one, other), key=len)
    common = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) <= _SHORTEST_ROOT:
        return common == len(short) >= _LEAST_ALIKE and len(long) - common <= 3
    return common > _SHORTEST_ROOT and common >= _LEAST_SHARE * len(long)


def shared(words: Collection[str], others: Collection[str]) -> set[str]:
    """Return those of the words that have kin among the others."""
    beginnings = {other[:_LEAST_ALIKE] for other in others}
    families = {family_of(other) for other in others} - {None}
    return {
        word
        for word in words
        # Kin begin alike or are of one family: most words are neither to any other, which is told at once.
        if (word[:_LEAST_ALIKE] in beginnings or family_of(word) in families)
        and any(are_kin(word, other) for other in others)
    }


def share(words: Collection[str], others: Collection[str]) -> float:
    """Return which share of the words has kin among the others; 0 when there are none."""
    distinct = set(words)
    return len(shared(distinct, others)) / len(distinct) if distinct else 0.0


@lru_cache(maxsize=20_000)
def family_of(word: str) -> str | None:
    """Return the name of the family of a plain word, None when it has none."""
    return _listed(_families(), word)


@lru_cache(maxsize=20_000)
def occurrence_of(word: str) -> str | None:
    """Return which time of several a plain word speaks of, as "again" or "first"; None for most words."""
    return _listed(_occurrences(), word)


@lru_cache(maxsize=20_000)
def opposites_of(word: str) -> frozenset[str]:
    """Return the names of what a plain word says, each as a side of a pair of opposites: "3+" or "3-"."""
    return frozenset(name for name, forms in _opposites() if _is_among(word, forms))


@cache
def clause_words() -> frozenset[str]:
    """Return the plain words before which a new clause begins."""
    return frozenset(plain_form(word) for word in entries(*_FOLDER, "clauses.txt"))


@cache
def part_words() -> frozenset[str]:
    """Return the plain words before a number that is a part of another one."""
    return frozenset(plain_form(word) for word in entries(*_FOLDER, "parts.txt"))


_Forms = tuple[frozenset[str], tuple[str, ...]]


@cache
def _stop_words(language: str) -> frozenset[str]:
    languages = (language,) if language in ("fr", "en") else ("fr", "en")
    return frozenset(plain_form(word) for name in languages for word in entries("language", name, "stop.txt"))


@cache
def _families() -> tuple[tuple[str, _Forms], ...]:
    return tuple(_named("families.txt"))


@cache
def _occurrences() -> tuple[tuple[str, _Forms], ...]:
    return tuple(_named("occurrences.txt"))


@cache
def _opposites() -> tuple[tuple[str, _Forms], ...]:
    return tuple(
        (f"{number}{sign}", _forms(side.split()))
        for number, line in enumerate(entries(*_FOLDER, "opposites.txt"))
        for sign, side in zip("+-", line.split("|"), strict=True)
    )


def _named(file: str) -> Iterator[tuple[str, _Forms]]:
    for line in entries(*_FOLDER, file):
        name, _, forms = line.partition(":")
        yield name, _forms(forms.split())


def _forms(words: Iterable[str]) -> _Forms:
    listed = tuple(words)
    whole = frozenset(word for word in listed if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in listed if word.endswith("*"))


def _listed(table: Iterable[tuple[str, _Forms]], word: str) -> str | None:
    return next((name for name, forms in table if _is_among(word, forms)), None)


def _is_among(word: str, forms: _Forms) -> bool:
    whole, beginnings = forms
    return word in whole or word.startswith(beginnings)
