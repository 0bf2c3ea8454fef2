"""The words of a text as spans: one regular expression, linear in the text's length."""

import re
from functools import cache

from reconciler.header import URL
from reconciler.language.lexicon import alternatives, lexicon
from reconciler.model import Span

_SPACED = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"""
    (?:1[5-9]|20)\d\d-\d\d(?:-\d\d)?(?![\d-])
    |     \d{{1,2}}\s?h\s?\d{{2}}(?!\w)
    | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:])
    | \d{{1,3}}(?:{_SPACED}\d{{3}})+(?!\d)(?:,\d+)?
    | \d{{1,3}}\s,\s\d{{3}}(?!\d)
    | \d+(?:[.,/]\d+)*(?:er|ère|ème|nde?|e|st|rd|th)(?!\w)
    | \d+(?:[.,/]\d+)*(?![^\W\d_])
"""
_INVERSION = r"-t-(?:il|elle|on)s?(?!\w)|-(?:ils?|elles?|on|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en|là|ci)(?![\w-])"
_CLITIC = r"(?:n['’]t|['’](?:s|ll|re|ve|d|m))(?!\w)"


def tokenize(text: str, language: str) -> list[Span]:
    """Return the tokens of a text in order: words, numbers, marks. White space lies between them."""
    return [Span(*found.span()) for found in _pattern(language).finditer(text)]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    parts = [URL.pattern, _NUMBER, r"(?:[^\W\d_]\.){2,}", r"\.{2,}"]
    if language == "fr":
        elided = alternatives(tuple(lexicon("fr").elisions))
        parts += [rf"(?<!\w)(?:{elided})['’](?=\w)", _INVERSION, r"(?<!\w)[Aa]ujourd['’]hui(?!\w)"]
        parts.append(rf"\w+(?:(?!{_INVERSION})[-'’]\w+)*")
    elif language == "en":
        parts += [_CLITIC, r"\w+(?=n['’]t(?!\w))", rf"\w+(?:(?!{_CLITIC})[-'’]\w+)*"]
    else:
        parts.append(r"\w+(?:[-'’]\w+)*")
    parts.append(r"[^\w\s]")
    return re.compile("|".join(f"(?:{part})" for part in parts), re.VERBOSE | re.IGNORECASE)
