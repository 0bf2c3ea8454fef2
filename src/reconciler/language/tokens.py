"""The words of a text as spans: one regular expression, linear in the text's length."""

import re
from functools import cache

from reconciler.header import URL
from reconciler.language.lexicon import alternatives, lexicon
from reconciler.model import Span

_SPACED = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"""
    (?:1[5-9]|20)\d\d-\d\d(?:-\d\d)?(?![\d-])
    | \d{{1,2}}\s?h\s?\d{{2}}(?!\w)
    | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:])
    | \d{{1,3}}(?:{_SPACED}\d{{3}})+(?!\d)(?:,\d+)?
    | \d{{1,3}}\s,\s\d{{3}}(?!\d)
    | \d++(?:[.,/]\d++)*(?:er|ère|ème|nde?|e|st|rd|th|ST|RD|TH)(?!\w)
    | \d++[.,]\d++(?=(?:bn|mn|tn|k|m|km|cm|mm|ft|kg|g|t|ha|h)(?!\w))
    | \d++(?:[.,/]\d++)*(?![^\W\d_])
"""
_INVERSION = r"""
    -(?:t-(?:[Ii]l|[Ee]lle|[Oo]n)s?(?!\w)
    |(?:ils?|elles?|on|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en|là|ci)(?![\w-]))
"""
_CLITIC = r"(?:[nN]['’][tT]|['’](?:[sdmSDM]|ll|re|ve|LL|RE|VE))(?!\w)"


def tokenize(text: str, language: str) -> list[Span]:
    """Return the tokens of a text in order: words, numbers, marks. White space lies between them."""
    return [Span(*found.span()) for found in _pattern(language).finditer(text)]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = [rf"(?=[hw]){URL.pattern}", r"(?:[^\W\d_]\.){2,}"]
    if language == "fr":
        elided = alternatives(lexicon("fr").elisions)
        words += [rf"(?<!\w)(?i:{elided})['’](?=\w)", r"[Aa]ujourd['’]hui(?!\w)"]
        words.append(rf"\w+(?:(?!{_INVERSION})[-'’]\w+)*")
    elif language == "en":
        words += [r"\w+(?=[nN]['’][tT](?!\w))", rf"\w+(?:(?!{_CLITIC})[-'’]\w+)*"]
    else:
        words.append(r"\w+(?:[-'’]\w+)*")
    # What a token begins with decides, so that few branches are tried for each.
    word = rf"(?=[^\W\d])(?:{'|'.join(words)})"
    number = rf"(?=\d)(?:{_NUMBER}|\w+(?:[-'’]\w+)*)"
    part = {"fr": rf"(?=-){_INVERSION}|", "en": rf"(?=['’nN]){_CLITIC}|"}.get(language, "")
    return re.compile(rf"{part}{word}|{number}|\.{{2,}}|[^\w\s]", re.VERBOSE)
