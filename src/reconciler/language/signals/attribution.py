"""Who says so: sources named by "according to", by verbs of saying, or by what stands around a quote."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reconciler.language.signals.names import mentions
from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.quoted_words import quoted
from reconciler.language.signals.saying import Sayings
from reconciler.language.signals.sources import Source, SourceReader
from reconciler.language.signals.view import StatementView
from reconciler.model import Signal, SignalKind
from reconciler.signals import AttributionValue, NameType

_CUES = "attribution.txt"
_WHOLE = 0.8


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a statement's own words, at the tokens ``[first, behind)``."""

    first: int
    behind: int
    source: str
    anonymous: bool = False
    is_pronoun: bool = False
    via: tuple[str, ...] = ()


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return who a statement names as its source; for one that is only a quote, who says it beside it."""
    own = attributions(statement)
    if own:
        return tuple(
            statement.signal(
                SignalKind.ATTRIBUTION,
                one.first,
                one.behind,
                AttributionValue(one.source, one.via, one.anonymous),
            )
            for one in own
        )
    carried = carried_attribution(statement)
    if carried is None:
        return ()
    quotes = quoted(statement)
    value = AttributionValue(carried.source, carried.via, carried.anonymous, own_words=False)
    return (statement.span_signal(SignalKind.ATTRIBUTION, quotes[0].span.start, quotes[-1].span.end, value),)


def attributions(statement: StatementView) -> tuple[Attribution, ...]:
    """Return the attributions in a statement's own words, pronouns led back to who spoke before."""
    return tuple(
        replace(one, source=_antecedent(statement, one.first) or one.source) if one.is_pronoun else one
        for one in own_attributions(statement)
    )


# Neighbours ask for it again, and so do quotes and certainty.
@lru_cache(maxsize=64)
def own_attributions(statement: StatementView) -> tuple[Attribution, ...]:
    """Return the attributions that a statement makes by itself, pronouns as they stand."""
    return tuple(_Finder(statement).run())


def _antecedent(statement: StatementView, place: int) -> str | None:
    """Return who a pronoun at a token means: who was named before it or spoke last."""
    nearer = [one for one in mentions(statement) if one.type is NameType.PERSON and one.behind <= place]
    if nearer:
        return nearer[-1].key
    previous = statement.previous
    for _ in range(2):
        if previous is None:
            return None
        named = [one for one in own_attributions(previous) if not one.is_pronoun and not one.anonymous]
        if named:
            return named[-1].source
        people = [one for one in mentions(previous) if one.type is NameType.PERSON]
        if people:
            return people[-1].key
        previous = previous.previous
    return None


def carried_attribution(statement: StatementView) -> Attribution | None:
    """Return who says a statement that is nothing but quoted words, from the statements beside it."""
    quotes = quoted(statement)
    letters = sum(char.isalnum() for char in statement.text)
    inside = sum(char.isalnum() for quote in quotes for char in quote.text)
    if not letters or inside < _WHOLE * letters:
        return None
    if statement.previous is not None:
        before = attributions(statement.previous)
        if before:
            return before[-1]
    if statement.next is not None:
        behind = own_attributions(statement.next)
        if behind and not quoted(statement.next):
            return behind[0] if not behind[0].is_pronoun else None
    return None


class _Finder:
    """One walk over a statement."""

    def __init__(self, statement: StatementView) -> None:
        self.statement = statement
        self.norms = statement.norms
        self.words = [token.text for token in statement.tokens]
        self.cues = phrase_list(statement.language, _CUES)
        self.reader = SourceReader(statement)
        self.speech = [(quote.span.start, quote.span.end) for quote in quoted(statement) if not quote.is_open]

    def run(self) -> list[Attribution]:
        places = self._cue_places()
        has_setting = any(value == "setting" for _, _, value in places)
        found = [one for place in places for one in self._by_cue(*place)]
        sayings = Sayings(self.statement, self.reader, has_setting=has_setting)
        taken = [(one.first, one.behind) for one in found]
        for saying in sayings.find():
            made = _made(saying.source, saying.first, saying.behind)
            if not any(first < made.behind and made.first < behind for first, behind in taken):
                found.append(made)
                taken.append((made.first, made.behind))
        found.sort(key=lambda one: one.first)
        return _chained(found, list(self._chains(places)), self.reader)

    def _cue_places(self) -> list[tuple[int, int, str]]:
        found = []
        here = 0
        while here < len(self.norms):
            cue = self.cues.at(self.norms, here)
            if cue is None or self._is_quoted(here):
                here += 1
                continue
            found.append((here, *cue))
            here = cue[0]
        return found

    def _is_quoted(self, place: int) -> bool:
        at = self.statement.tokens[place].start
        return any(start <= at < end for start, end in self.speech)

    def _by_cue(self, first: int, behind: int, cue: str) -> Iterator[Attribution]:
        if cue == "source":
            yield Attribution(first, self._clause_end(behind), "source", anonymous=True)
        if cue not in ("according", "opinion"):
            return
        end = self.reader.phrase_end(behind)
        source = self.reader.read(behind, end)
        if source is None or not self._is_speaker(source, cue, end):
            return
        source = self.reader.apposed(source, end)
        yield _made(source, first, max(source.behind, behind) if source.anonymous is False else end)

    def _clause_end(self, here: int) -> int:
        while here < len(self.words) and self.words[here][0].isalnum():
            here += 1
        return here

    def _is_speaker(self, source: Source, cue: str, end: int) -> bool:
        """Tell "selon le maire" from "selon les saisons", and "pour Luc, …" from "pour Noël, …"."""
        if cue == "according":
            known = source.is_known or self.statement.language == "en"
            return known and not (not source.is_known and not self._is_determined(source.first))
        begins = source.first <= 2 and self.norms[0] in ("pour", "for")
        ends = end < len(self.words) and self.words[end] == ","
        return begins and ends and source.type is NameType.PERSON and not source.anonymous

    def _is_determined(self, place: int) -> bool:
        return any(
            self.norms[before] in self.reader.words_of("determiner")
            for before in range(max(0, place - 3), place)
        )

    def _chains(self, places: list[tuple[int, int, str]]) -> Iterator[tuple[int, str, Source]]:
        """Yield where a source is passed on ("citant", "cité par"), and the source named there."""
        for first, behind, cue in places:
            if cue not in ("citing", "cited"):
                continue
            source = self.reader.read(behind, self.reader.phrase_end(behind))
            if source is not None and (cue == "citing" or source.is_known):
                yield first, cue, source


def _made(source: Source, first: int, behind: int) -> Attribution:
    return Attribution(
        min(first, source.first),
        max(behind, source.behind),
        source.key,
        source.anonymous,
        source.is_pronoun,
    )


def _chained(
    found: list[Attribution], chains: list[tuple[int, str, Source]], reader: SourceReader
) -> list[Attribution]:
    """Join "Le Soir, citing a source": the source is whom the others pass on."""
    for at, cue, passed in chains:
        covering = [one for one in found if one.first <= at < one.behind]
        before = [one for one in found if one.behind <= at]
        near = covering[0] if covering else before[-1] if before else None
        if near is None:
            made = _alone(at, cue, passed, reader)
            if made is not None:
                found.append(made)
            continue
        first, behind = min(near.first, at), max(near.behind, passed.behind)
        if cue == "citing":
            joined = Attribution(
                first, behind, passed.key, passed.anonymous, passed.is_pronoun, (near.source, *near.via)
            )
        else:
            joined = replace(near, first=first, behind=behind, via=(*near.via, passed.key))
        found[found.index(near)] = joined
    return sorted(found, key=lambda one: one.first)


def _alone(at: int, cue: str, passed: Source, reader: SourceReader) -> Attribution | None:
    """Return the attribution that "citing" makes by itself: whoever stands before it or behind the comma."""
    here = passed.behind
    if cue == "cited" and at == 0:
        here = reader.phrase_end(0)
        speaker = reader.read(here + 1, reader.phrase_end(here + 1)) if here + 1 < len(reader.words) else None
    else:
        start = at - 1 if at and reader.words[at - 1] in (",", "(") else at
        first = start
        while first > 0 and reader.words[first - 1][0].isalnum():
            first -= 1
        speaker = reader.read(first, start)
    if speaker is None or not speaker.is_known:
        return Attribution(at, passed.behind, passed.key, passed.anonymous) if cue == "citing" else None
    if cue == "citing":
        return Attribution(at, passed.behind, passed.key, passed.anonymous, via=(speaker.key,))
    return Attribution(at, passed.behind, speaker.key, speaker.anonymous, via=(passed.key,))
