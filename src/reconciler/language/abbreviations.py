"""Words that a full stop belongs to: what stands before a stop, and whether it is short for something."""

import re

from reconciler.language.lexicon import Lexicon

REACH = 40
"""How many characters before a stop are looked at."""

_INSIDE = frozenset("_.'’-")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_SPACED_ACRONYM = re.compile(r"(?<![\w'’])(?:[^\W\d_]\.\s)+[^\W\d_]$")
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}", re.IGNORECASE)


def word_before(text: str, at: int, floor: int = 0) -> str:
    """Return the word right before a stop, with the dots inside it; the letters of "p. m" are one word.

    Nothing before `floor`, where its sentence begins, is part of it.
    """
    before = text[max(floor, at - REACH) : at].rstrip()
    if before[-3:-1].startswith(".") and (spaced := _SPACED_ACRONYM.search(before)):
        return re.sub(r"\s", "", spaced[0])
    return _last_word(before)


def word_before_that(text: str, at: int, left: str) -> str:
    """Return the word before the one that `word_before` found."""
    end = text.rfind(left, max(0, at - 2 * REACH), at)
    return _last_word(text[max(0, end - REACH) : max(0, end)].rstrip())


def bare(left: str) -> str:
    """Return a word without an elided one before it ("d'env")."""
    alone = left.strip("-'’")
    return alone[max(alone.rfind("'"), alone.rfind("’")) + 1 :]


def is_among(left: str, known: frozenset[str]) -> bool:
    """Say whether a word, or its part behind a hyphen, is listed.

    What is listed with a capital must have one.
    """
    alone = bare(left)
    tail = alone[alone.rfind("-") + 1 :]
    return alone in known or alone.casefold() in known or (len(tail) > 1 and tail.casefold() in known)


def is_listed(left: str, lexicon: Lexicon) -> bool:
    """Say whether a word is a listed abbreviation."""
    return any(
        is_among(left, known)
        for known in (
            lexicon.before_names,
            lexicon.before_numbers,
            lexicon.open_ended,
            lexicon.never_ending,
        )
    )


def is_initial(left: str) -> bool:
    """Recognise one capital letter, also behind a hyphen ("Paul-A")."""
    alone = bare(left)
    return alone[-1:].isupper() and (len(alone) == 1 or alone[-2] == "-")


def is_acronym(left: str) -> bool:
    """Recognise "l'A.S.B.L" and "U.S", whose last letter has its stop too."""
    return bool(_ACRONYM.fullmatch(bare(left)))


def is_clipped(left: str) -> bool:
    """Recognise what has no vowel and no capitals: it is short for another word in whatever language."""
    alone = bare(left)
    street = alone.endswith("str")
    return street or (bool(_NO_VOWEL.fullmatch(alone)) and not (alone.isupper() and len(alone) > 1))


def _last_word(text: str) -> str:
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
        start -= 1
    return text[start:]
