"""Numbers where they stand among a statement's tokens, in figures and in words, with what multiplies them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconciler.language.lexicon import NumberWord, lexicon
from reconciler.language.numbers import plain_figure, plain_words
from reconciler.language.signals.phrases import phrase_list, phrase_words
from reconciler.language.signals.view import StatementView

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"\d+(?:er|ère|ème|nde?|e|st|rd|th)", re.IGNORECASE)
_GLUED = re.compile(r"(\d+)([^\W\d_]{1,4}[²³]?)")
_GROUPED = re.compile(r"(\d{1,3})\s?[.,]\s?(\d{3})")
_JOINS = frozenset({"et", "and"})
_HALVES = {
    "fr": (("et", "demi"), ("et", "demie")),
    "en": (("and", "a", "half"), ("and", "half"), ("-", "and-a-half")),
}
# Above this a word that multiplies rounds: nobody counts in millions.
_ROUND = 1_000_000
# A number in so many words or digits is noise, and no float.
_MAX_PARTS = 24
_MAX_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the tokens ``[first, behind)``.

    `rounded` where a word says so ("une dizaine", "7 millions"); `at_least` where no more than the
    size is named ("des centaines"); `factor` is what multiplied it; `suffix` are letters glued to it
    ("300m"); `plain` for figures without any mark, as years and postal codes are written.
    """

    first: int
    behind: int
    value: float
    rounded: bool = False
    at_least: bool = False
    factor: int = 1
    suffix: str = ""
    plain: bool = False


def read_numeral(statement: StatementView, first: int) -> Numeral | None:
    """Read the number that begins at a token, or None."""
    shown = statement.tokens[first].text
    if shown[0].isdigit():
        return _figures(statement, first)
    if found := phrase_list(statement.language, "amounts.txt").at(statement.norms, first):
        behind, value = found
        if value.startswith("times"):
            return None
        many = value.startswith("many ")
        amount = Numeral(first, behind, float(value.removeprefix("many ")), rounded=True, at_least=many)
        return amount if many else _half(statement, _times(statement, amount))
    return _single(statement, first) or _words(statement, first)


def _single(statement: StatementView, first: int) -> Numeral | None:
    """Read "un mort" and "one person": one only of what is counted one by one."""
    if statement.norms[first] not in ("un", "une", "one") or first + 1 == len(statement.norms):
        return None
    if statement.norms[first + 1] not in phrase_words(statement.language, "single.txt"):
        return None
    return Numeral(first, first + 1, 1.0)


def _figures(statement: StatementView, first: int) -> Numeral | None:
    shown = statement.tokens[first].text
    suffix = ""
    if _ORDINAL.fullmatch(shown):
        return None
    if glued := _GLUED.fullmatch(shown):
        shown, suffix = glued[1], glued[2].casefold()
    if sum(char.isdigit() for char in shown) > _MAX_DIGITS:
        return None
    plain = plain_figure(shown, statement.language)
    if not _PLAIN.fullmatch(plain):
        return None
    here = Numeral(first, first + 1, float(plain), suffix=suffix, plain=shown.isdigit())
    if suffix:
        return here
    counted = _times(statement, here)
    grouped = _GROUPED.fullmatch(shown)
    if grouped and counted.factor == 1 and (grouped[2].endswith("0") or _counts(statement, first + 1)):
        # The other language's thousands: nobody writes a decimal's last nought, nor parts of a person.
        return Numeral(first, first + 1, float(grouped[1] + grouped[2]))
    return _half(statement, counted)


def _counts(statement: StatementView, place: int) -> bool:
    """Say whether a word follows that is no unit, so that a number counts whole things."""
    if place >= len(statement.tokens) or not statement.norms[place][:1].isalpha():
        return False
    return phrase_list(statement.language, "units.txt").at(statement.norms, place) is None


def _words(statement: StatementView, first: int) -> Numeral | None:
    known = lexicon(statement.language).numbers
    norms = statement.norms
    article = norms[first] in ("un", "une", "a") and first + 1 < len(norms)
    begin = first
    if article:
        following = known.get(norms[first + 1])
        if following is None or not following.multiplies or following.value < _ROUND:
            return None
        begin = first + 1
    parts, behind = _gather(norms, begin, known)
    if not parts or (behind == begin + 1 and not _is_number(statement, begin, known)):
        return None
    value = plain_words(parts, known)
    if value is None or value > 10**_MAX_DIGITS:
        return None
    factor = max((known[part].value for part in parts if part in known and known[part].multiplies), default=1)
    return _half(
        statement, Numeral(first, behind, float(value), rounded=factor >= _ROUND, factor=max(factor, 1))
    )


def _gather(norms: Sequence[str], first: int, known: Mapping[str, NumberWord]) -> tuple[list[str], int]:
    """Gather the number words in a row, "et" and "and" between them, and say where they end."""
    parts: list[str] = []
    here = first
    while here < len(norms) and len(parts) < _MAX_PARTS:
        if parts and norms[here] in _JOINS:
            if here + 1 >= len(norms) or not _joins(parts[-1], norms[here + 1], known):
                break
            here += 1
            continue
        pieces = norms[here].split("-")
        fits = all(
            (piece in known and (bool(parts or place) or not known[piece].joined))
            or (place and piece in _JOINS)
            for place, piece in enumerate(pieces)
        )
        if not fits:
            break
        parts += pieces
        here += 1
    return parts, here


def _joins(last: str, following: str, known: Mapping[str, NumberWord]) -> bool:
    """Say whether "et" or "and" makes one number of two: "vingt et un", "two hundred and five"."""
    before, behind = (
        known.get(last.rsplit("-", maxsplit=1)[-1]),
        known.get(following.split("-", maxsplit=1)[0]),
    )
    if before is None or behind is None:
        return False
    if before.multiplies:
        return behind.value < before.value and not behind.joined
    return before.value in (20, 30, 40, 50, 60, 70, 80) and behind.value in (1, 11) and behind.joined


def _is_number(statement: StatementView, place: int, known: Mapping[str, NumberWord]) -> bool:
    """Say whether a lone number word is one: "neuf morts", but "un homme neuf", "one of them"."""
    word = known.get(statement.norms[place])
    if word is None or not word.ambiguous:
        return True
    if word.value == 1 or place + 1 == len(statement.tokens):
        return False
    following = statement.tokens[place + 1]
    return following.kind is not None and (
        following.norm in phrase_words(statement.language, "uncounted.txt")
        or following.norm not in lexicon(statement.language).stop
    )


def _times(statement: StatementView, number: Numeral) -> Numeral:
    """Apply what multiplies a number behind it: "1,5 million", "3 dizaines", "une centaine de millions"."""
    place = number.behind
    norms = statement.norms
    if number.rounded and place < len(norms) and norms[place] in ("de", "d", "of"):
        place += 1
    if place >= len(norms):
        return number
    word = lexicon(statement.language).numbers.get(norms[place])
    factor = word.value if word is not None and word.multiplies else 0
    found = phrase_list(statement.language, "amounts.txt").at(norms, place)
    if found and found[1].startswith("times "):
        factor = int(found[1].removeprefix("times "))
    if factor < 1000 and not (found and factor):
        return number
    rounded = number.rounded or factor >= _ROUND or bool(found)
    return Numeral(number.first, place + 1, number.value * factor, rounded=rounded, factor=factor)


def _half(statement: StatementView, number: Numeral) -> Numeral:
    """Add a half that stands behind a number: "deux millions et demi", "two and a half million"."""
    for half in _HALVES[statement.language]:
        behind = number.behind + len(half)
        if statement.norms[number.behind : behind] == half:
            more = Numeral(
                number.first,
                behind,
                number.value + number.factor / 2,
                rounded=number.rounded,
                factor=number.factor,
            )
            return more if number.factor > 1 else _times(statement, more)
    return number
