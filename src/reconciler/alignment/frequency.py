"""How common a word is in its language at large, from wordfreq's small lists."""

from collections.abc import Mapping
from functools import cache
from math import log10

UNKNOWN = 5.0
"""Weight of a word that the list of its language does not know (it knows those from Zipf 3 up)."""
NUMBER = 4.5
"""Weight of a number: round ones are frequent, but in news an equal number is telling."""
_LEAST, _MOST = 0.1, 6.0
_LISTED_AS = {"no": "nb", "bs": "sh", "hr": "sh", "sr": "sh", "tl": "fil"}


@cache
def _list_of(language: str) -> Mapping[str, float]:
    """Return the relative frequency of the language's words; empty where there is no list.

    Reading a list takes about 10 ms, once in the life of the process.
    """
    from wordfreq import available_languages, get_frequency_dict

    # Asked for a language that it has no list of, wordfreq takes that of a relative, and says so.
    name = _LISTED_AS.get(language, language)
    if name not in available_languages("small"):
        return {}
    frequencies: Mapping[str, float] = get_frequency_dict(name, wordlist="small")
    return frequencies


def preload(*languages: str) -> None:
    """Read the lists of some languages early."""
    for language in languages:
        _list_of(language)


def background_weight(language: str, *forms: str) -> float:
    """Return how much a word tells by being rare in its language: 7 less its Zipf frequency.

    `forms` are spellings of one word (as it stands, its lemma); the most frequent one counts.
    The answer lies between 0.1 (the, le) and 6.
    """
    frequencies = _list_of(language)
    frequency = max((frequencies.get(form, 0.0) for form in forms), default=0.0)
    if frequency <= 0.0:
        return UNKNOWN
    zipf = log10(frequency) + 9.0
    return min(max(7.0 - zipf, _LEAST), _MOST)
