"""Verbs of saying with their subject, where they report words and not an act."""

from collections.abc import Iterator
from dataclasses import dataclass

from reconciler.language.signals.aliases import AliasKind
from reconciler.language.signals.quoted_words import Quoted, quoted
from reconciler.language.signals.sources import Source, SourceReader
from reconciler.language.signals.speech import SpeechKind, SpeechVerb, speech_verbs
from reconciler.language.signals.view import StatementView
from reconciler.model import WordKind
from reconciler.signals import NameType

_QUOTE_MARKS = frozenset('«»“”"„')
_STOPS = frozenset(".;:!?…")
_ENDS = frozenset({".", ",", ";", "!", "?", "…", "»", "”", '"', ")", "--", "–", "—", ""})
_BEFORE_INFINITIVES = frozenset({"ne", "n", "pas", "plus", "rien", "jamais", "se", "s", "y", "en", "l"})
_ARTICLES = frozenset({"Le", "La", "Les", "The", "Un", "Une", "A"})
_BEFORE_INVERSION = frozenset({",", "!", "?", "–", "—", "-"}) | _QUOTE_MARKS
_ENGLISH_SUBJECTS = tuple((word,) for word in ("he", "she", "it", "they", "we", "there"))
_DASHES = frozenset({"–", "—", "-"})
_REACH = 14
_NEAR = 10
_FAR = 14
_INFINITIVE = ("er", "ir", "re", "oir")
_RARE_INFINITIVES = frozenset(
    {"faire", "boire", "croire", "taire", "plaire", "conclure", "exclure", "inclure", "refaire"}
)
_NOT_INFINITIVE = frozenset(
    {"hier", "dernier", "premier", "entre", "votre", "notre", "contre", "être-là", "février", "octobre",
     "septembre", "novembre", "décembre", "autre", "outre", "janvier", "particulier", "soir"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying and its subject, at the tokens ``[first, behind)``."""

    first: int
    behind: int
    source: Source
    verb: str


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of saying at ``[first, behind)``, its auxiliary and what stands between included."""

    first: int
    behind: int
    form: SpeechVerb
    pronoun: int | None = None
    is_reflexive: bool = False


class Sayings:
    """The verbs of saying of one statement; `has_setting` when it says where words were spoken."""

    def __init__(self, statement: StatementView, reader: SourceReader, *, has_setting: bool) -> None:
        self.statement = statement
        self.language = statement.language
        self.tokens = statement.tokens
        self.norms = statement.norms
        self.words = reader.words
        self.reader = reader
        self.has_setting = has_setting
        self.quotes = quoted(statement)
        self.verbs = speech_verbs(statement.language)

    def find(self) -> Iterator[Saying]:
        """Yield what is said by whom, in order of the verbs."""
        for place, norm in enumerate(self.norms):
            form = self.verbs.get(norm)
            if form is None or self.tokens[place].kind is None or self._is_quoted(place):
                continue
            verb = self._verb(place, form)
            if verb is None:
                continue
            saying = self._inverted(verb) or self._forward(verb)
            if saying is not None:
                yield saying

    def _is_quoted(self, place: int) -> bool:
        at = self.tokens[place].start
        return any(quote.span.start <= at < quote.span.end for quote in self.quotes if not quote.is_open)

    # The verb and what belongs to it

    def _verb(self, place: int, form: SpeechVerb) -> _Verb | None:
        return self._english_verb(place, form) if self.language == "en" else self._french_verb(place, form)

    def _english_verb(self, place: int, form: SpeechVerb) -> _Verb | None:
        first = place
        while first > 0 and self._is_adverb(first - 1):
            first -= 1
        before = self.norms[first - 1] if first else ""
        if before in self.reader.words_of("be") or before in self.reader.words_of("negator"):
            return None
        if before in self.reader.words_of("auxiliary"):
            return _Verb(first - 1, place + 1, form) if form.is_participle else None
        if self.norms[place] == "told" and place + 1 < len(self.norms) and self.norms[place + 1] == "off":
            return None
        if not form.is_finite or before in self.reader.words_of("determiner"):
            return None
        return _Verb(first, place + 1, form)

    def _is_adverb(self, place: int) -> bool:
        """Say whether an English adverb stands between a subject and its verb."""
        norm = self.norms[place]
        written = norm.endswith("ly") and self.tokens[place].kind is WordKind.WORD and place > 0
        return written or norm in self.reader.words_of("clitic")

    def _french_verb(self, place: int, form: SpeechVerb) -> _Verb | None:
        behind, pronoun = place + 1, None
        if behind < len(self.words) and self.words[behind].startswith("-") and len(self.words[behind]) > 1:
            pronoun, behind = behind, behind + 1
        first, inside, negated = self._auxiliary(place)
        if first < place:
            if not form.is_participle or negated:
                return None
            return self._preceded(first, behind, form, inside if inside is not None else pronoun)
        if not form.is_finite:
            return None
        return self._preceded(place, behind, form, pronoun)

    def _auxiliary(self, place: int) -> tuple[int, int | None, bool]:
        """Return where the auxiliary of a participle stands (or the place itself), and a pronoun on it."""
        adverbs = self.reader.words_of("adverb")
        pronoun, negated = None, False
        for here in range(place - 1, max(-1, place - 6), -1):
            norm = self.norms[here]
            if self.words[here].startswith("-") and len(self.words[here]) > 1:
                pronoun = here
            elif norm in ("pas", "jamais", "rien", "guère"):
                negated = True
            elif norm in self.reader.words_of("auxiliary") or (
                norm == "est" and here and self.norms[here - 1] == "s"
            ):
                return here, pronoun, negated
            elif norm == "fait" and self.norms[place] == "savoir":
                continue
            elif norm not in adverbs and not norm.endswith("ment"):
                break
        return place, None, False

    def _preceded(self, first: int, behind: int, form: SpeechVerb, pronoun: int | None) -> _Verb | None:
        """Take in the clitics before a verb; nouns ("le juge", "une note") and negated verbs are none."""
        clitics, reflexive = self.reader.words_of("clitic"), False
        here = first
        while here > 0 and self.norms[here - 1] in clitics:
            here -= 1
            reflexive = reflexive or self.norms[here] in ("s", "se")
        before = self.norms[here - 1] if here else ""
        if before in self.reader.words_of("negator"):
            return None
        clitic = here < first
        if self.norms[first] not in self.reader.words_of("auxiliary") and not reflexive:
            if before in self.reader.words_of("determiner"):
                return None
            if clitic and not self._is_clitic(here, behind):
                return None
        if reflexive and SpeechKind.SELF not in form.kinds:
            return None
        if not reflexive and form.kinds == {SpeechKind.SELF}:
            return None
        return _Verb(here, behind, form, pronoun, reflexive)

    def _is_clitic(self, here: int, behind: int) -> bool:
        """Tell "le maire l'assure : …" and "comme l'assure" from "l'annonce"."""
        if not here:
            return False
        if self.norms[here] in ("l", "le", "la", "les") and self.norms[here - 1] not in ("comme", "qu"):
            following = self.words[behind] if behind < len(self.words) else "."
            if following not in (":", ",", ".", ";"):
                return False
        kind = self.tokens[here - 1].kind
        return kind in (WordKind.WORD, WordKind.NAME) or self.norms[here - 1] in ("comme", "il", "elle", "qu")

    # Subjects behind the verb

    def _inverted(self, verb: _Verb) -> Saying | None:
        if verb.pronoun is not None:
            source = self.reader.read(verb.pronoun, verb.pronoun + 1)
            return Saying(verb.first, verb.behind, source, verb.form.base) if source else None
        before = self.words[verb.first - 1] if verb.first else ""
        first = self._behind_adverbs(verb.behind)
        led = self.language == "fr" and before.casefold().strip("'’") in ("qu", "que", "comme")
        if not (led or before in _BEFORE_INVERSION) or first >= len(self.words):
            return None
        if not self._begins_noun(first):
            return None
        end = self.reader.phrase_end(first)
        source = self.reader.read(first, end)
        if source is None or not (
            self._is_beside_quote(verb) or self._is_speaker(verb, source, first, end, led)
        ):
            return None
        return Saying(verb.first, verb.behind, self.reader.apposed(source, end), verb.form.base)

    def _is_beside_quote(self, verb: _Verb) -> bool:
        return not _QUOTE_MARKS.isdisjoint(self.words[max(0, verb.first - 2) : verb.first])

    def _is_speaker(self, verb: _Verb, source: Source, first: int, end: int, led: bool) -> bool:
        """Say whether a noun behind a verb is its subject where no quote says so."""
        if verb.form.base == "dire" and self._is_epithet(verb.first, first):
            return False
        return source.is_known and (led or not self._is_object(source, end))

    def _is_epithet(self, place: int, first: int) -> bool:
        """Say whether "dit" gives a surname: "Guillaume, dit le Bref"."""
        named = place > 1 and self.tokens[place - 2].kind is WordKind.NAME
        behind = self.tokens[first + 1].kind if first + 1 < len(self.tokens) else None
        return named and self.norms[first] in ("le", "la") and behind is WordKind.NAME

    def _is_object(self, source: Source, end: int) -> bool:
        """Say whether a noun behind a verb is what it acts on: words go on behind it without a stop."""
        following = self.words[end] if end < len(self.words) else ""
        return not (following in _ENDS or source.type is NameType.PERSON)

    def _behind_adverbs(self, here: int) -> int:
        """Pass over adverbs, days and "à l'AFP" between a verb and the subject behind it."""
        adverbs, prepositions = self.reader.words_of("adverb"), self.reader.words_of("preposition")
        limit = min(len(self.words), here + _REACH)
        while here < limit:
            norm = self.norms[here]
            if norm in prepositions and self.language == "fr":
                here = self._behind_phrase(here + 1, limit)
            elif norm in adverbs or norm.endswith("ment"):
                here += 1
            else:
                break
        return here

    def _behind_phrase(self, here: int, limit: int) -> int:
        """Return where the noun phrase behind a preposition ends and another begins with its article."""
        begun = False
        determiners = self.reader.words_of("determiner")
        while here < limit and self.tokens[here].kind is not None:
            norm = self.norms[here]
            if begun and norm in determiners and norm not in self.reader.words_of("of"):
                break
            begun = begun or self.tokens[here].kind in (WordKind.WORD, WordKind.NAME)
            here += 1
        return here

    def _begins_noun(self, here: int) -> bool:
        norm, token = self.norms[here], self.tokens[here]
        if norm in self.reader.words_of("that") or norm in self.reader.words_of("of"):
            return norm in ("des", "du")
        if norm in self.reader.words_of("determiner"):
            return True
        if token.kind is WordKind.NAME or token.text[0].isupper():
            return True
        if self.language == "fr" and norm in ("m", "mme"):
            return True
        return (
            self.language == "en"
            and token.kind is WordKind.WORD
            and self.reader.read(here, here + 1) is not None
        )

    # Subjects before the verb

    def _forward(self, verb: _Verb) -> Saying | None:
        found = self._subject(verb)
        if found is None:
            return None
        first, source = found
        if not self._reports(verb, source, first):
            return None
        return Saying(first, verb.behind, source, verb.form.base)

    def _subject(self, verb: _Verb) -> tuple[int, Source] | None:
        end = verb.first
        while end > 0 and self.norms[end - 1] in self.reader.words_of("relative"):
            end -= 1
        if end < verb.first and end and self.words[end - 1] == ",":
            end -= 1
        if end and self.words[end - 1] in (",", ")", *_DASHES):
            end = self._before_insertion(end)
        first = self._phrase_start(end, verb)
        if first >= end:
            return None
        source = self.reader.read(first, end)
        if source is None or (self.norms[first] in self.reader.words_of("mute") and first + 1 == end):
            return None
        if any(norm in self.reader.words_of("mute") for norm in self.norms[first:end][-1:]):
            return None
        if verb.first - source.behind > _FAR and end == verb.first:
            return None
        start = self._phrase_begin(source, first)
        return start, self.reader.apposed(source, end)

    def _phrase_begin(self, source: Source, first: int) -> int:
        determiners = self.reader.words_of("determiner")
        while source.first > first and self.norms[source.first - 1] in determiners:
            return source.first - 1
        return source.first

    def _before_insertion(self, end: int) -> int:
        """Return where the phrase before an insertion between commas ends: "Le joueur, blessé, a dit"."""
        mark = self.words[end - 1]
        opening = {")": "("}.get(mark, mark)
        for here in range(end - 2, max(-1, end - 30), -1):
            if self.words[here] == opening:
                return here
            if self.words[here] in _STOPS and self.tokens[here].kind is None:
                break
        return end if mark != "," else 0

    def _phrase_start(self, end: int, verb: _Verb) -> int:
        """Return where the clause that ends before a verb begins."""
        boundary, joining = self.reader.words_of("boundary"), self.reader.words_of("and")
        here = end
        if here and self.norms[here - 1] in joining and here == verb.first:
            here -= 1
        while here > 0:
            word, norm = self.words[here - 1], self.norms[here - 1]
            if norm in boundary and self.tokens[here - 1].kind is not None and here < end:
                break
            if self.tokens[here - 1].kind is None and not self._is_inside_name(here - 1):
                break
            del word
            here -= 1
        return here

    def _is_inside_name(self, here: int) -> bool:
        return self.words[here] in ("-", "'", "’") or (
            self.words[here] == "." and here > 0 and len(self.words[here - 1]) <= 4
        )

    # Whether words are reported

    def _reports(self, verb: _Verb, source: Source, first: int) -> bool:
        kinds = verb.form.kinds
        if self._quotes_beside(verb):
            return True
        if SpeechKind.FREE in kinds:
            return self._speaks(verb, source)
        if verb.is_reflexive:
            return verb.form.base == "dire"
        if SpeechKind.SAY not in kinds:
            return False
        if self.has_setting or self._is_of_table(source):
            return True
        return self._clause_behind(verb) or self._trails(verb, first)

    def _speaks(self, verb: _Verb, source: Source) -> bool:
        """Say whether "say" and "tell" have a speaker; the base form needs one right before it."""
        following = self.norms[verb.behind] if verb.behind < len(self.norms) else ""
        if self.norms[verb.behind - 1] == "told" and following in ("", "off"):
            return False
        if verb.form.is_base and self.norms[verb.behind - 1] == verb.form.base:
            return source.is_known and source.behind <= verb.first and self.words[verb.first - 1] != ","
        return True

    def _is_of_table(self, source: Source) -> bool:
        """Say whether an agency, a newspaper or another institution of the table speaks."""
        return source.type is NameType.ORGANISATION and any(
            one.key == source.key and one.kind is AliasKind.NAME for one in self.reader.names
        )

    def _quotes_beside(self, verb: _Verb) -> bool:
        """Say whether quoted words belong to a verb: behind it in its clause, or right before it."""
        at, end = self.tokens[verb.first].start, self.tokens[verb.behind - 1].end
        for quote in self.quotes:
            if quote.span.start >= end and not self._stops_between(end, quote.span.start):
                return self._is_reported(quote, verb, self.statement.text[end : quote.span.start])
            if quote.span.end <= at and quote.size > 2 and not self._stops_between(quote.span.end, at):
                return True
        return False

    def _is_reported(self, quote: Quoted, verb: _Verb, between: str) -> bool:
        """Leave out titles and labels, and for verbs that need quoted words those far from them."""
        if SpeechKind.SAY not in verb.form.kinds and len(between.split()) > _NEAR:
            return False
        return SpeechKind.QUOTE in verb.form.kinds or not looks_like_title(quote)

    def _stops_between(self, start: int, end: int) -> bool:
        return any(mark in ".;!?" for mark in self.statement.text[start:end])

    def _clause_behind(self, verb: _Verb) -> bool:
        that = self.reader.words_of("that")
        if self.language == "en" and self.norms[verb.behind : verb.behind + 1] in _ENGLISH_SUBJECTS:
            return True
        here = self._behind_adverbs(verb.behind) if self.language == "fr" else verb.behind
        if here < len(self.norms) and self._is_infinitive(here):
            return True
        for place in range(verb.behind, min(len(self.norms), verb.behind + _REACH)):
            norm, word = self.norms[place], self.words[place]
            if norm in that and (place == here or self._is_adverbial(verb.behind, place)):
                return True
            if word == ":":
                return True
            if word in _STOPS or (norm in self.verbs and self.verbs[norm].is_finite and place > here + 2):
                return False
        return False

    def _is_infinitive(self, here: int) -> bool:
        if self.language == "en":
            return self.norms[here].endswith("ing") and len(self.norms[here]) > 5
        while here < len(self.norms) and self.norms[here] in _BEFORE_INFINITIVES:
            here += 1
        return here < len(self.norms) and is_infinitive(self.norms[here])

    def _is_adverbial(self, first: int, behind: int) -> bool:
        """Say whether only words that are no object stand between a verb and "that"."""
        determiners = self.reader.words_of("determiner")
        norm = self.norms[first]
        if self.language == "en":
            return norm not in determiners and self.tokens[first].kind is not WordKind.NUMBER
        if norm in ("le", "la", "l", "les") and behind - first <= 3:
            # Days and months may have an article: "a annoncé le 3 mai que".
            return self.tokens[first + 1].kind is WordKind.NUMBER
        return norm not in determiners and self.tokens[first].kind is not WordKind.NUMBER

    def _trails(self, verb: _Verb, first: int) -> bool:
        """Say whether a verb closes what was reported before it: ", she added."."""
        following = self.words[verb.behind] if verb.behind < len(self.words) else ""
        before = self.words[first - 1] if first else ""
        adverb = self.norms[verb.behind] in self.reader.words_of("adverb") if following else False
        return self.language == "en" and before == "," and (following in _ENDS or adverb)


def looks_like_title(quote: Quoted) -> bool:
    """Say whether quoted words are a title or a proper name: their long words have capitals."""
    words = [word for word in quote.inner.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    opened = quote.inner.split()
    article = opened[:1] and opened[0] in _ARTICLES and len(opened) > 1 and opened[1][0].isupper()
    titled = bool(article) or capitals == len(words)
    return bool(words) and len(words) <= 8 and titled and not quote.is_sentence


def is_infinitive(norm: str) -> bool:
    """Say whether a French word has the form of an infinitive."""
    if norm.endswith(("ère", "oire", "aire", "ure")) and norm not in _RARE_INFINITIVES:
        return False
    return norm.endswith(_INFINITIVE) and len(norm) > 3 and norm not in _NOT_INFINITIVE
