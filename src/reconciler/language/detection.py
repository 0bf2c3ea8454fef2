"""Which language a text is in: French and English by their small words, others by their letters."""

import re

from reconciler.language.lexicon import OWN_LANGUAGES, stop_words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ENOUGH_LETTERS = 12


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
    from py3langid import classify

    language, _score = classify(sample)
    return str(language)
