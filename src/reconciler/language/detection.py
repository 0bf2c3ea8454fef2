"""Which language a text is in: French and English by their small words, others by their letters."""

import re
from functools import cache
from typing import TYPE_CHECKING

from reconciler.language.lexicon import OWN_LANGUAGES, stop_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ENOUGH_LETTERS = 12
_SURE = 0.3
"""Least probability of a language that is believed; names alone, or a few capitals, stay below it."""
_NO_LANGUAGE = "zxx"
_LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk "
    "km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta "
    "te tg th tl tr uk ur uz vi zh"
)


def detect(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, "und" when there is too little to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.casefold())
    if sum(map(len, words)) < _ENOUGH_LETTERS:
        return "und"
    return _by_small_words(words) or _by_letters(sample)


def _by_small_words(words: list[str]) -> str | None:
    """Settle French and English where they are sure, which spares the import of the general method."""
    shares = {
        language: sum(word in stop_words(language) for word in words) / len(words)
        for language in OWN_LANGUAGES
    }
    best = max(shares, key=lambda language: shares[language])
    rest = max(share for language, share in shares.items() if language != best)
    return best if len(words) >= 5 and shares[best] >= 0.3 and shares[best] > 1.8 * rest else None


def _by_letters(sample: str) -> str:
    language, probability = _identifier().classify(sample)
    if probability < _SURE or language == _NO_LANGUAGE:
        return "und"
    return str(language)


@cache
def _identifier() -> "LanguageIdentifier":
    """Return the general method, kept to the languages that articles on news come in.

    Among all that it knows, a text in one of these is now and then taken for a rare neighbour.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*_LANGUAGES.split(), _NO_LANGUAGE])
    return identifier
