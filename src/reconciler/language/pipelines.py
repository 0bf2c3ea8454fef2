"""An article as a spaCy document, exactly as it is written, for the components that find signals.

spaCy's own French takes two seconds to import for one regular expression of exceptions; the words
come from `tokens.tokenize` instead. Cutting a text into statements needs no document, which takes
longer to make than the cut itself. This module imports spaCy: only `signals` imports it.
"""

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from reconciler.model import Span

STATEMENTS = "statements"
"""The name of a document's statements among its spans."""


def make_doc(vocab: Vocab, text: str, tokens: Sequence[Span]) -> Doc:
    """Make a document whose text is exactly the given one; white space other than one blank is a token."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for token in (*tokens, Span(len(text), len(text))):
        gap = text[at : token.start]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if token.start < token.end:
            words.append(text[token.start : token.end])
            spaces.append(False)
        at = token.end
    return Doc(vocab, words=words, spaces=spaces)
