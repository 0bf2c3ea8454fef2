"""What is typed to be looked for: words that may go on, and phrases in quotation marks."""

import re
from dataclasses import dataclass

_PIECES = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_WORDS = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese put no space between words."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other. `open_ended`: the last of them may be the beginning of a word.

    `anywhere`: they are of a script without spaces, and may stand within what looks like one word.
    """

    words: tuple[str, ...]
    open_ended: bool = True
    anywhere: bool = False


def parse(folded: str) -> tuple[Term, ...]:
    """Return the terms of a folded text, all of which must be found; nothing where it has no word.

    A phrase whose closing mark is not typed yet may still go on.
    """
    found = []
    for phrase, closed, bare in _PIECES.findall(folded):
        words = tuple(_WORDS.findall(phrase or bare))
        if words:
            anywhere = any(_UNSPACED.search(word) for word in words)
            found.append(Term(words, open_ended=not closed, anywhere=anywhere))
    return tuple(dict.fromkeys(found))
