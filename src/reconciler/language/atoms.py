"""Addresses and numbers, inside which no mark is a boundary."""

import re

from reconciler.header import URL
from reconciler.model import Span

_ATOM = re.compile(
    rf"{URL.pattern}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|info|fr|be|ch|ca|uk|de|eu|lu|it|es|nl|us|gov|edu|int|ru|ua|io|tv|co|africa|jpe?g|png|gif|pdf|html?|php|js|py)(?![\w])"
    r"|(?<!\d)\d++(?:[.,:/x]\d++)+"
)
_CHUNK_MARK = re.compile(r"[.@:/,](?=[\w/-])|x(?=\d)")
_NO_SPACE = re.compile(r"\S*")


def find_atoms(text: str) -> list[Span]:
    """Find addresses and numbers, looking only at what has a mark between two of its characters."""
    atoms: list[Span] = []
    behind = 0
    while mark := _CHUNK_MARK.search(text, behind):
        start = mark.start()
        while start > behind and not text[start - 1].isspace():
            start -= 1
        found = _NO_SPACE.match(text, mark.start())
        behind = found.end() if found else len(text)
        atoms.extend(Span(*atom.span()) for atom in _ATOM.finditer(text, start, behind))
    return atoms
