"""A statement as the finders of signals see it: its tokens, with marks, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reconciler.language.tokens import tokenize
from reconciler.language.words import Analyser, fold
from reconciler.model import Segment, Signal, SignalKind, StatementKind, Word, WordKind
from reconciler.pace import Pace
from reconciler.signals import NameType, SignalValue, encode


@dataclass(frozen=True, slots=True)
class Token:
    """One token, offsets into the statement's text; `kind` is None for a mark.

    `norm` is case-folded with straight apostrophes and none at its ends ("l'" is "l", "-t-il" is "il").
    `lemma` and `stem` are those of `model.Word`; a token of a number in several words has the
    kind NUMBER and its own norm for all three. `name_type` is what a trained pipeline takes a name for.
    """

    start: int
    end: int
    text: str
    norm: str
    lemma: str
    stem: str
    kind: WordKind | None
    name_type: NameType | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement of an article, and by `previous` and `next` those around it that carry signals too.

    `offset` is where the statement begins in the source's text, `published` the source's date
    as ISO 8601, as precise as it is known. `norms` are the tokens' norms, for matching phrases.
    """

    text: str
    offset: int
    kind: StatementKind
    language: str
    published: str | None
    tokens: tuple[Token, ...]
    norms: tuple[str, ...]
    place: int
    _article: list["StatementView"] = field(repr=False, compare=False)

    @property
    def previous(self) -> "StatementView | None":
        """The statement before this one, furniture passed over."""
        return self._article[self.place - 1] if self.place else None

    @property
    def next(self) -> "StatementView | None":
        """The statement behind this one, furniture passed over."""
        return self._article[self.place + 1] if self.place + 1 < len(self._article) else None

    def part(self) -> None:
        """Let go of the views around this one, for all of its article.

        They hold each other: what was looked through would stay in memory until garbage is collected.
        """
        self._article.clear()

    @property
    def published_day(self) -> date | None:
        """The day of publication, None when it is not known to the day."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None

    def signal(self, kind: SignalKind, first: int, behind: int, value: SignalValue) -> Signal:
        """Make the signal that covers the tokens ``[first, behind)``, with offsets into the source."""
        return self.span_signal(kind, self.tokens[first].start, self.tokens[behind - 1].end, value)

    def span_signal(self, kind: SignalKind, start: int, end: int, value: SignalValue) -> Signal:
        """Make the signal that covers some characters of the statement, with offsets into the source."""
        return Signal(kind, self.offset + start, self.offset + end, self.text[start:end], encode(value))


def carries_signals(kind: StatementKind) -> bool:
    """Say whether statements of a kind are looked at: those that are compared, and headings."""
    return kind.is_matched or kind is StatementKind.HEADING


def statement_views(
    text: str,
    segments: Sequence[Segment],
    language: str,
    published: str | None,
    analyser: Analyser,
    *,
    pace: Pace | None = None,
) -> tuple[StatementView, ...]:
    """Return the views of those statements of an article that carry signals, in order.

    Raises:
        Cancelled: `pace` says so.
    """
    article: list[StatementView] = []
    for segment in (pace or Pace()).over(segments):
        if not carries_signals(segment.kind):
            continue
        shown = text[segment.start : segment.end]
        tokens = _tokens(shown, language, analyser)
        norms = tuple(token.norm for token in tokens)
        article.append(
            StatementView(
                shown, segment.start, segment.kind, language, published, tokens, norms, len(article), article
            )
        )
    return tuple(article)


def _tokens(text: str, language: str, analyser: Analyser) -> tuple[Token, ...]:
    spans = tokenize(text, language)
    words = iter(
        (*analyser.words(text, spans), Word(len(text) + 1, len(text) + 1, "", "", "", WordKind.STOP))
    )
    word = next(words)
    found = []
    for span, told in zip(spans, analyser.told(text, spans), strict=True):
        while word.end <= span.start:
            word = next(words)
        shown = text[span.start : span.end]
        norm = fold(shown)
        if span.start < word.start:
            found.append(Token(span.start, span.end, shown, norm, norm, norm, None))
        elif word.kind is WordKind.NUMBER:
            found.append(Token(span.start, span.end, shown, norm, norm, norm, word.kind))
        else:
            found.append(
                Token(span.start, span.end, shown, norm, word.lemma, word.stem, word.kind, told.name_type)
            )
    return tuple(found)
