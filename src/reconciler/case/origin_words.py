"""What articles call those whom their statements lead back to, for people to read.

The keys by which origins are told apart are the program's own: "belgium/official" is in no article.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.speech import speech_verbs
from reconciler.language.signals.word_sets import word_set
from reconciler.language.tokens import tokenize
from reconciler.language.words import fold
from reconciler.model import Signal, SignalKind, Source, SourceId, Statement
from reconciler.signals import AttributionValue, NameType, NameValue, decode

_LANGUAGES = ("en", "fr")
"""The languages in which attributions are found."""
_SETS = "source_words.txt"
_AROUND_VERBS = ("auxiliary", "be", "clitic", "adverb", "negator")
_NAMES = (NameType.PERSON, NameType.ORGANISATION)
_PRONOUNS = ("he", "she", "they", "mute")


class OriginWords:
    """The words of a case's articles for the keys that their attributions name; calling it is naming."""

    def __init__(self, sources: Sequence[Source], statements: Sequence[Statement]) -> None:
        self._languages = {each.id: each.language for each in sources}
        self._statements = statements
        self._known: dict[tuple[SourceId, str], str] = {}

    def __call__(self, statement: Statement, key: str) -> str:
        """Return what a statement calls whom it names by a key, or else what its article does.

        Where the article has no words for them either (it says "he", and no name) it is the key.
        """
        return self._said_in(statement, key) or self._said_anywhere(statement.source, key)

    @cached_property
    def _articles(self) -> dict[SourceId, list[Statement]]:
        """The statements of each article; most claims are named by their own statements alone."""
        articles: dict[SourceId, list[Statement]] = {each: [] for each in self._languages}
        for each in self._statements:
            articles[each.source].append(each)
        return articles

    def _said_anywhere(self, source: SourceId, key: str) -> str:
        known = source, key
        if known not in self._known:
            article = self._articles[source]
            said = (self._said_in(each, key) for each in article)
            found = next(filter(None, said), "") or self._full_name(source, key)
            self._known[known] = found or key.rpartition("/")[2]
        return self._known[known]

    def _said_in(self, statement: Statement, key: str) -> str:
        for signal, value in _attributions(statement, key):
            names = _names(statement, key)
            inside = [each for each, _ in names if signal.start <= each.start and each.end <= signal.end]
            if any(name.type is NameType.PERSON for _, name in names):
                return self._full_name(statement.source, key)
            if inside or (names and value.source != key):
                return max((each.text for each in inside or [each for each, _ in names]), key=len)
            if value.source == key and (said := _speaker(signal.text, self._languages[statement.source])):
                return said
        return ""

    def _full_name(self, source: SourceId, key: str) -> str:
        """Return the longest that an article calls a person or body: "Thomas Reed", later "Reed" alone."""
        article = self._articles[source]
        return max((each.text for one in article for each, _ in _names(one, key)), key=len, default="")


def _attributions(statement: Statement, key: str) -> Iterator[tuple[Signal, AttributionValue]]:
    for signal in statement.signals:
        # Reading a value takes far longer than seeing that the key is not in it.
        if signal.kind is SignalKind.ATTRIBUTION and key in (signal.value or ""):
            value = decode(signal)
            if isinstance(value, AttributionValue) and value.own_words and key in (value.source, *value.via):
                yield signal, value


def _names(statement: Statement, key: str) -> list[tuple[Signal, NameValue]]:
    found = []
    for signal in statement.signals:
        if signal.kind is SignalKind.NAME and key in (signal.value or ""):
            value = decode(signal)
            if isinstance(value, NameValue) and value.type in _NAMES and value.key == key:
                found.append((signal, value))
    return found


def _speaker(said: str, language: str) -> str:
    """Return who speaks in the words of an attribution: "un responsable belge" of "a déclaré un …".

    Empty where it is a pronoun or nothing that a reader would know them by.
    """
    if language not in _LANGUAGES:
        return ""
    spans = tokenize(said, language)
    words = [fold(said[span.start : span.end]) for span in spans]
    first, behind = _without_cue(words, language) or _without_verbs(words, language)
    determiners = word_set(language, _SETS, "determiner") | word_set(language, _SETS, "of")
    while first < behind and words[first].rstrip("'’") in determiners:
        first += 1
    end = next((place for place in range(first, behind) if _ends(words[place], language)), behind)
    pronouns = frozenset().union(*(word_set(language, _SETS, name) for name in _PRONOUNS))
    # "Il a ajouté", "a-t-il ajouté"
    if first >= end or words[end - 1] in pronouns or " ".join(words[first:end]) in pronouns:
        return ""
    return " ".join(said[spans[first].start : spans[end - 1].end].split())


def _without_cue(words: Sequence[str], language: str) -> tuple[int, int] | None:
    """Return what follows the last "according to" or "citing"; None without one."""
    cues = phrase_list(language, "attribution.txt")
    found = None
    for place in range(len(words)):
        cue = cues.at(words, place)
        if cue is not None and (cue[1] == "citing" or (cue[1] in ("according", "opinion") and place == 0)):
            found = cue[0], len(words)
        elif cue is not None and cue[1] == "source" and place == 0:
            found = cue[0] - 1, len(words)
    return found


def _without_verbs(words: Sequence[str], language: str) -> tuple[int, int]:
    """Return the words without the verb of saying that stands before or behind them."""
    verbs = speech_verbs(language)
    small = frozenset().union(*(word_set(language, _SETS, name) for name in _AROUND_VERBS))

    def is_verbal(word: str) -> bool:
        return word in verbs or word.rstrip("'’") in small

    determiners = word_set(language, _SETS, "determiner")
    first, behind, said, determined = 0, len(words), False, False
    while first < behind and is_verbal(words[first]):
        # "Le" is a pronoun before the verb, an article behind it.
        determined = said and words[first].rstrip("'’") in determiners
        if determined:
            break
        said = said or words[first] in verbs
        first += 1
    determined = determined or (first < behind and words[first].rstrip("'’") in determiners)
    if first and (determined or not is_verbal(words[-1])):
        return first, behind
    while behind and is_verbal(words[behind - 1]):
        behind -= 1
    return 0, behind


def _ends(word: str, language: str) -> bool:
    """Whether a word or mark stands behind the speaker: ", qui …", "dans un communiqué" stays out."""
    return not word[0].isalnum() or word in word_set(language, _SETS, "relative")
