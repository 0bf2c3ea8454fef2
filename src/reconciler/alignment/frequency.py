"""How common a word is in its language at large, from wordfreq's small lists."""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.metadata import distribution
from math import log10
from pathlib import Path

import msgpack

UNKNOWN = 5.0
"""Weight of a word that the list of its language does not know (it knows those from Zipf 3 up)."""
NUMBER = 4.5
"""Weight of a number: round ones are frequent, but in news an equal number is telling."""
_LEAST, _MOST = 0.1, 6.0
_LISTED_AS = {"no": "nb", "bs": "sh", "hr": "sh", "sr": "sh", "tl": "fil"}


@cache
def _list_of(language: str) -> Mapping[str, float]:
    """Return the relative frequency of the language's words; empty where there is no list.

    Reading a list takes about 10 ms, once in the life of the process. The file is read here, and
    wordfreq itself never imported: it would load tables of all languages of the world, to find a
    relative of a language that it has no list of, and take longer than an alignment does.
    """
    path = _lists() / f"small_{_LISTED_AS.get(language, language)}.msgpack.gz"
    if not path.is_file():
        return {}
    with gzip.open(path) as file:
        _header, *by_centibel = msgpack.load(file)
    return {word: 10 ** (-place / 100) for place, words in enumerate(by_centibel) for word in words}


def _lists() -> Path:
    """Return the folder of wordfreq's lists: each holds the words that are 10^(-n/100) of all in place n."""
    return Path(str(distribution("wordfreq").locate_file("wordfreq"))) / "data"


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
