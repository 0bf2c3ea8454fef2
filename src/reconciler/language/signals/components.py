"""The finders of signals as spaCy components, one for each kind, in a pipeline of their own.

A document carries its statements in ``doc.spans["statements"]`` and their views in
``doc.user_data``; the component of a kind leaves the signals there, one tuple for each view, and
their spans in ``doc.spans[kind]``. This module imports spaCy: only `languages` imports it, when
signals are first asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from reconciler.language.pipelines import STATEMENTS, make_doc
from reconciler.language.signals import attribution, certainty, dates, figures, names, negation, quotes
from reconciler.language.signals.view import StatementView
from reconciler.model import Signal, SignalKind, Span
from reconciler.pace import Pace

Finder = Callable[[StatementView], tuple[Signal, ...]]

# Attribution and certainty stand behind those whose words they may read.
FINDERS: Mapping[SignalKind, Finder] = MappingProxyType(
    {
        SignalKind.FIGURE: figures.find,
        SignalKind.DATE: dates.find,
        SignalKind.NEGATION: negation.find,
        SignalKind.NAME: names.find,
        SignalKind.QUOTE: quotes.find,
        SignalKind.ATTRIBUTION: attribution.find,
        SignalKind.CERTAINTY: certainty.find,
    }
)

_VIEWS, _PACE = "reconciler_views", "reconciler_pace"
_COMPONENT = "reconciler_signals"


def make_signal_pipeline(language: str) -> Language:
    """Make the pipeline that finds every kind of signal in the statements of a language with rules."""
    nlp: Language = type("Signals", (Language,), {"lang": language})()
    nlp.max_length = 1 << 40
    for kind in FINDERS:
        nlp.add_pipe(_COMPONENT, name=str(kind))
    return nlp


def find_signals(
    nlp: Language, text: str, views: Sequence[StatementView], pace: Pace | None = None
) -> list[tuple[Signal, ...]]:
    """Return the signals of every view of one article, in order of their start.

    Raises:
        Cancelled: `pace` says so.
    """
    doc = _document(nlp, text, views)
    doc.user_data[_PACE] = pace or Pace()
    doc = nlp(doc)
    by_kind = [doc.user_data.get(_key(kind), [()] * len(views)) for kind in FINDERS]
    return [
        tuple(
            sorted(
                (signal for found in by_kind for signal in found[place]),
                key=lambda signal: (signal.start, signal.end),
            )
        )
        for place in range(len(views))
    ]


class SignalFinder:
    """Finds one kind of signal in every statement of a document."""

    def __init__(self, kind: SignalKind) -> None:
        self.kind = kind

    def __call__(self, doc: Doc) -> Doc:
        """Add the signals of this kind to a document."""
        find, before = FINDERS[self.kind], tuple(FINDERS).index(self.kind)
        pace = doc.user_data.get(_PACE, Pace()).part(before / len(FINDERS), (before + 1) / len(FINDERS))
        found = [find(view) for view in pace.over(doc.user_data.get(_VIEWS, ()))]
        doc.user_data[_key(self.kind)] = found
        name = str(self.kind)
        _mark(doc, name, [(signal.start, signal.end, name) for signals in found for signal in signals])
        return doc


def _key(kind: SignalKind) -> str:
    return f"{_COMPONENT}_{kind}"


@Language.factory(_COMPONENT)
def _make_finder(nlp: Language, name: str) -> SignalFinder:
    """Make the component of a kind; a pipeline names it after the kind."""
    del nlp
    return SignalFinder(SignalKind(name))


def _document(nlp: Language, text: str, views: Sequence[StatementView]) -> Doc:
    tokens = [
        Span(view.offset + token.start, view.offset + token.end) for view in views for token in view.tokens
    ]
    # What lies between the statements becomes one token each: nothing is looked for there.
    doc = make_doc(nlp.vocab, text, tokens)
    doc.user_data[_VIEWS] = views
    _mark(doc, STATEMENTS, [(view.offset, view.offset + len(view.text), str(view.kind)) for view in views])
    return doc


def _mark(doc: Doc, name: str, edges: Sequence[tuple[int, int, str]]) -> None:
    spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in edges)
    doc.spans[name] = SpanGroup(doc, name=name, spans=[span for span in spans if span is not None])
