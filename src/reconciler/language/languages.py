"""The languages of one worker: what is slow is loaded once, on request or at first use."""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reconciler.errors import UserError
from reconciler.language.detection import detect
from reconciler.language.lexicon import OWN_LANGUAGES, lexicon
from reconciler.language.segmenter import segment
from reconciler.language.thesaurus import Thesaurus
from reconciler.language.tokens import tokenize
from reconciler.language.trained import TrainedReader
from reconciler.language.words import Analyser
from reconciler.model import Segment, Signal, Word
from reconciler.pace import Pace

if TYPE_CHECKING:
    from spacy.language import Language

    from reconciler.language.signals.view import StatementView

_VIEWS_SHARE = 0.4
"""How much of reading signals is cutting statements into words; measured on long articles."""

# Names that Snowball gives its algorithms, by ISO 639-1.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class Languages:
    """The loaded language pipelines; one instance belongs to one worker thread.

    A language is loaded when it is first used; `load` only makes that happen early. Languages
    without lists of our own get the general rules.

    `pipelines` names trained spaCy pipelines to use, by language: they tell names and dictionary forms.
    One that can't be used is left out, and `faults` says why.
    """

    def __init__(self, pipelines: Sequence[tuple[str, str]] = ()) -> None:
        self.pipelines = tuple(pipelines)
        self._faults: dict[str, UserError] = {}
        self._signal_pipelines: dict[str, Language] = {}
        self._analysers: dict[str, Analyser] = {}
        self._thesauri: dict[str, Thesaurus | None] = {}

    def load(self, *languages: str) -> None:
        """Load what is slow (spaCy, the dictionaries) for some languages, ISO 639-1."""
        for language in languages:
            # The rules and the dictionaries are read when first used.
            self.segment("A. B 10\n\nC", language)
            self.words("mots words", language)
            if language in OWN_LANGUAGES:
                self._signal_pipeline(language)

    def detect(self, text: str) -> str:
        """Return the ISO 639-1 code of a text's language, "und" when there is too little to tell."""
        return detect(text)

    def segment(self, text: str, language: str) -> tuple[Segment, ...]:
        """Cut a text into statements, in order; every character but white space is in exactly one."""
        return segment(text, language)

    def words(self, text: str, language: str) -> tuple[Word, ...]:
        """Return the words of one statement, with offsets into its text; marks are left out."""
        tokens = tokenize(text, language)
        try:
            return self._analyser(language).words(text, tokens)
        except UserError as error:
            self._leave_out(language, error)
            return self._analyser(language).words(text, tokens)

    def signals(
        self,
        text: str,
        segments: Sequence[Segment],
        language: str,
        published: str | None,
        *,
        pace: Pace | None = None,
    ) -> tuple[tuple[Signal, ...], ...]:
        """Return what each statement of an article carries, in order of start; offsets are into the text.

        Only what is compared and headings are looked at, only in languages with rules; everything
        else carries nothing. Relative dates count from `published`, ISO 8601 as precise as it is known.

        Raises:
            Cancelled: `pace` says so.
        """
        if language not in OWN_LANGUAGES:
            return ((),) * len(segments)
        from reconciler.language.signals.components import find_signals
        from reconciler.language.signals.view import carries_signals, statement_views

        pace = pace or Pace()

        def views() -> "tuple[StatementView, ...]":
            analyser = self._analyser(language)
            return statement_views(
                text, segments, language, published, analyser, pace=pace.part(0.0, _VIEWS_SHARE)
            )

        try:
            seen = views()
        except UserError as error:
            self._leave_out(language, error)
            seen = views()
        try:
            rest = pace.part(_VIEWS_SHARE, 1.0)
            found = iter(find_signals(self._signal_pipeline(language), text, seen, rest))
        finally:
            for view in seen[:1]:
                view.part()
        return tuple(next(found) if carries_signals(segment.kind) else () for segment in segments)

    def thesaurus(self, language: str) -> Thesaurus | None:
        """Return the thesaurus that the system or the package has for a language, None if there is none."""
        if language not in self._thesauri:
            self._thesauri[language] = Thesaurus.open(language)
        return self._thesauri[language]

    def synonyms(self, language: str, lemmas: Sequence[str]) -> Sequence[tuple[int, int, float]]:
        """Return which of some lemmas stand for each other by the system's thesaurus, if it has one."""
        thesaurus = self.thesaurus(language)
        return [] if thesaurus is None else thesaurus.similarities(lemmas)

    def same_things(self, language: str, lemmas: Sequence[str]) -> Sequence[tuple[int, int, float]]:
        """Return which of some lemmas name one thing: a country, its people, its capital, its short name."""
        from reconciler.language.signals.aliases import same_things

        return same_things(language, lemmas)

    # Trained pipelines

    def faults(self, languages: Collection[str]) -> tuple[UserError, ...]:
        """Return why pipelines for some of these languages are not used."""
        return tuple(error for language, error in self._faults.items() if language in languages)

    def in_use(self, languages: Collection[str]) -> tuple[str, ...]:
        """Return the trained pipelines, with their versions, that read these languages."""
        wanted = [language for language, _name in self.pipelines if language in languages]
        readers = (self._analyser(language).reader for language in sorted(wanted))
        return tuple(f"{reader.name} {reader.version}".strip() for reader in readers if reader is not None)

    def _reader(self, language: str) -> TrainedReader | None:
        name = dict(self.pipelines).get(language)
        if name is None or language in self._faults:
            return None
        try:
            return TrainedReader.load(name, language)
        except UserError as error:
            self._leave_out(language, error)
            return None

    def _leave_out(self, language: str, error: UserError) -> None:
        self._faults[language] = error
        self._analysers.pop(language, None)

    def _signal_pipeline(self, language: str) -> "Language":
        if language not in self._signal_pipelines:
            from reconciler.language.signals.components import make_signal_pipeline

            self._signal_pipelines[language] = make_signal_pipeline(language)
        return self._signal_pipelines[language]

    def _analyser(self, language: str) -> Analyser:
        if language not in self._analysers:
            lemma, is_known = _dictionary(language)
            self._analysers[language] = Analyser(
                lexicon(language), lemma, _stemmer(language), is_known, self._reader(language)
            )
        return self._analysers[language]


def _stemmer(language: str) -> Callable[[str], str]:
    if language not in _STEMMERS:
        return _unchanged
    import snowballstemmer

    # A stem takes longer than all the rest of a word, and an article repeats its words.
    return lru_cache(maxsize=50_000)(snowballstemmer.stemmer(_STEMMERS[language]).stemWord)


def _dictionary(language: str) -> tuple[Callable[[str], str], Callable[[str], bool]]:
    import simplemma
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    if language not in SUPPORTED_LANGUAGES:
        return _unchanged, _is_nothing

    def lemma(word: str) -> str:
        return str(simplemma.lemmatize(word, lang=language))

    def is_known(word: str) -> bool:
        return bool(simplemma.is_known(word, lang=language))

    return lemma, is_known


def _unchanged(word: str) -> str:
    return word


def _is_nothing(word: str) -> bool:
    del word
    return False
