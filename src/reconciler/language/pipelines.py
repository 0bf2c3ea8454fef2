"""Blank spaCy pipelines of our own, one for each language.

spaCy's own French takes two seconds to import for one regular expression of exceptions; a small
tokenizer here splits elisions, inversions, numbers and names in linear time instead. A pipeline
holds the component `statements`, which cuts a text; what is found on statements (quotes, figures,
dates, …) belongs in further components behind it, which read ``doc.spans["statements"]``.

This module imports spaCy: only `languages` imports it, inside `load`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import spacy.tokens
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.vocab import Vocab

from reconciler.language.segmenter import segment
from reconciler.language.tokens import tokenize
from reconciler.model import Segment, Span, StatementKind

STATEMENTS = "statements"
_COMPONENT = "reconciler_statements"


def make_pipeline(language: str) -> Language:
    """Make the pipeline of a language, ISO 639-1 or "und"."""
    nlp: Language = type("Blank", (Language,), {"lang": language})()
    nlp.tokenizer = Tokenizer(nlp.vocab, language)
    nlp.add_pipe(_COMPONENT, name=STATEMENTS)
    # spaCy's own bound protects parsers that need memory by the length of the text; nothing here does.
    nlp.max_length = 1 << 40
    return nlp


def statements(doc: Doc) -> tuple[Segment, ...]:
    """Return the statements of a document, in characters."""
    return tuple(
        Segment(span.start_char, span.end_char, StatementKind(span.label_)) for span in doc.spans[STATEMENTS]
    )


class Tokenizer:
    """spaCy's side of `tokens.tokenize`: every character lies in a token or is the space behind one."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language

    def __call__(self, text: str) -> Doc:
        """Make a document of a text."""
        return make_doc(self.vocab, text, tokenize(text, self.language))


@Language.factory(_COMPONENT)
def _make_statements(nlp: Language, name: str) -> "Statements":
    return Statements(nlp.lang or "und", name)


class Statements:
    """Cuts a document into statements: ``doc.spans["statements"]``, each span labelled with its kind.

    A statement may begin inside a token ("OtanCe 3 juin"): such tokens are split, so that the
    spans are exact.
    """

    def __init__(self, language: str, name: str) -> None:
        self.language = language
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the statements of a document, which may be made anew for it."""
        text = doc.text
        segments = segment(text, self.language)
        tokens = _tokens(doc)
        parts = list(_split_at(tokens, sorted({edge for one in segments for edge in (one.start, one.end)})))
        if len(parts) != len(tokens):
            doc = make_doc(
                doc.vocab, text, [part for part in parts if not text[part.start : part.end].isspace()]
            )
            tokens = _tokens(doc)
        starts = [token.start for token in tokens]
        spans = [
            spacy.tokens.Span(
                doc, bisect_left(starts, one.start), bisect_left(starts, one.end), label=str(one.kind)
            )
            for one in segments
        ]
        doc.spans[STATEMENTS] = SpanGroup(doc, name=STATEMENTS, spans=spans)
        return doc


def _tokens(doc: Doc) -> list[Span]:
    # By an array, for walking over a document makes an object of every token.
    return [Span(start, start + length) for start, length in doc.to_array(["IDX", "LENGTH"]).tolist()]


def _split_at(tokens: Sequence[Span], edges: Sequence[int]) -> Iterator[Span]:
    here = 0
    for token in tokens:
        start = token.start
        while here < len(edges) and edges[here] <= start:
            here += 1
        while here < len(edges) and edges[here] < token.end:
            yield Span(start, edges[here])
            start = edges[here]
            here += 1
        yield Span(start, token.end)


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
