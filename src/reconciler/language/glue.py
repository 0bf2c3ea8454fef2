"""What ran together when lines and spaces were lost: two words in one, a heading before its text."""

import re
from functools import cache

from reconciler.language.lexicon import everywhere

_WORD = re.compile(r"[^\W_]+")
_MAX_HEADING = 90
_MARKS = frozenset(',;:(«“"')


class KnownWords:
    """The words of a whole text, gathered only when one is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text))
        return word in self._words


def are_two_words(left: str, right: str, *, opens: bool, language: str, known: KnownWords) -> bool:
    """Tell "OtanCe" and "coupéeJeanne", which are two words, from names like "YouTube".

    `opens` says that the right one is a word that opens sentences.
    """
    if is_inner_capital(left + right):
        return False
    if left.islower():
        return (opens and len(left) >= 3) or (len(left) >= 4 and len(right) >= 3 and not right.isupper())
    if len(right) == 1 and left.isupper() and language == "en":
        return False
    if opens and len(left) >= 2 and right.casefold() not in _brand_endings():
        return True
    return len(left) >= 4 and len(right) >= 4 and left in known and right in known


def reads_as_heading(text: str, at: int) -> bool:
    """Say whether the words before a place, back to the last stop, read like a heading and no clause."""
    before = text[max(0, at - _MAX_HEADING) : at]
    cut = max(map(before.rfind, ".!?…»”"))
    if cut < 0 and len(before) == _MAX_HEADING:
        return False
    phrase = before[cut + 1 :]
    words = _WORD.findall(phrase)
    if not 2 <= len(words) <= 9 or not words[0][0].isupper() or len(words[-1]) < 3:
        return False
    return _MARKS.isdisjoint(phrase) and _clause_words().isdisjoint(map(str.casefold, words))


def announces_title(word: str) -> bool:
    """Say whether a title may follow a word ("film"), whose capital then opens no sentence."""
    return word.casefold() in _titled()


def has_capital_anyway(word: str) -> bool:
    """Say whether a word that opens sentences has a capital, or is one's end, in their midst too."""
    return word.casefold() in days_and_months() or word in ("I", "It", "Est")


def is_inner_capital(word: str) -> bool:
    """Recognise a name that is written with a capital inside."""
    return word.casefold() in _inner_capitals()


@cache
def days_and_months() -> frozenset[str]:
    """Return the names of weekdays and months, case-folded."""
    months = (name for line in everywhere("months.txt") for name in line.split()[1:])
    return frozenset((*everywhere("weekdays.txt"), *months))


@cache
def _inner_capitals() -> frozenset[str]:
    return frozenset(everywhere("inner_capitals.txt"))


@cache
def _brand_endings() -> frozenset[str]:
    return frozenset(everywhere("brand_endings.txt"))


@cache
def _clause_words() -> frozenset[str]:
    return frozenset(everywhere("clause.txt"))


@cache
def _titled() -> frozenset[str]:
    return frozenset(everywhere("titled.txt"))
