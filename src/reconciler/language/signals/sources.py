"""Who is meant by a noun phrase that names a source: a person, an institution, or somebody without a name."""

from dataclasses import dataclass

from reconciler.language.signals.aliases import Alias, Aliases, AliasKind, name_key
from reconciler.language.signals.names import Mention, mentions
from reconciler.language.signals.view import StatementView
from reconciler.language.signals.word_sets import word_set
from reconciler.model import WordKind
from reconciler.signals import NameType

WORDS = "source_words.txt"
_PRONOUNS = ("he", "she", "they")
_REACH = 16
_MARKS_INSIDE = frozenset({"-", "'", "’"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the tokens ``[first, behind)``: its normalised name, and how it is known.

    `is_known` is false for a noun that no list has, `is_pronoun` for "he", "she" and "they".
    """

    key: str
    first: int
    behind: int
    anonymous: bool = False
    is_known: bool = True
    is_pronoun: bool = False
    type: NameType = NameType.OTHER


class SourceReader:
    """Reads the noun phrases of one statement."""

    def __init__(self, statement: StatementView) -> None:
        self.statement = statement
        self.language = statement.language
        self.words = [token.text for token in statement.tokens]
        self.norms = statement.norms
        self.aliases = Aliases.load(statement.language)
        self.names = mentions(statement)
        self._name_at = {one.first: one for one in self.names}
        self._inside = {place: one for one in self.names for place in range(one.first, one.behind)}

    def words_of(self, name: str) -> frozenset[str]:
        """Return one of the sets of small words that sources are read by."""
        return word_set(self.language, WORDS, name)

    def phrase_end(self, first: int) -> int:
        """Return where the noun phrase that begins at a token ends: at a mark or another clause."""
        boundary = self.words_of("boundary")
        here = first
        while here < min(len(self.words), first + _REACH):
            one = self._name_at.get(here)
            if one is not None:
                here = one.behind
                continue
            kind = self.statement.tokens[here].kind
            if kind is None and self.words[here] not in _MARKS_INSIDE and not self._is_abbreviation(here):
                break
            if here > first and self.norms[here] in boundary:
                break
            here += 1
        return here

    def read(self, first: int, behind: int) -> Source | None:
        """Return the source that the tokens ``[first, behind)`` name; None when they name nobody."""
        prepositions, determiners = self.words_of("preposition"), self.words_of("determiner")
        here, country, unknown = first, None, None
        while here < behind:
            pronoun = self._pronoun(here)
            if pronoun is not None and unknown is None:
                return pronoun
            if (opened := self._behind_honorific(here)) > here:
                here = opened
                continue
            one = self._name_at.get(here)
            role = self._role(here, behind)
            if role is not None and (one is None or one.behind <= role[0]):
                return self._role_source(role, here, behind, country)
            if one is not None:
                if one.kind is AliasKind.DEMONYM and one.behind < behind:
                    country, here = one.key, one.behind
                    continue
                beside = unknown is None or (unknown.behind == here and one.type is NameType.PERSON)
                return self._name_source(one, behind) if beside else unknown
            norm = self.norms[here]
            kind = self.statement.tokens[here].kind
            if norm in prepositions and here + 1 < behind and unknown is None:
                here = self._behind_prepositional(here + 1, behind)
                continue
            if unknown is not None and norm in self.words_of("of"):
                break
            if kind in (WordKind.WORD, WordKind.NAME) and norm not in determiners and unknown is None:
                unknown = self._unknown(here, first)
            here += 1
        return unknown

    def apposed(self, source: Source, behind: int) -> Source:
        """Return the person named behind a comma, "the bishop, Aldo Ferri", or the source itself."""
        if behind + 1 < len(self.words) and self.words[behind] == ",":
            one = self._name_at.get(behind + 1)
            if one is not None and one.type is NameType.PERSON and source.type is not NameType.PERSON:
                following = self.words[one.behind] if one.behind < len(self.words) else "."
                if following in (",", ".", "»", '"', "”"):
                    return Source(one.key, source.first, one.behind, type=one.type)
        return source

    def _behind_prepositional(self, here: int, behind: int) -> int:
        determiners = self.words_of("determiner")
        while here < behind and self.norms[here] in determiners:
            here += 1
        one = self._inside.get(here)
        return one.behind if one is not None else here + 1

    def _behind_honorific(self, here: int) -> int:
        """Return where "Mme" or "Mr." ends, and `here` when there is none."""
        if self.norms[here] not in word_set(self.language, "name_words.txt", "honorific"):
            return here
        behind = here + 1
        if behind < len(self.words) and self.words[behind] == ".":
            behind += 1
        return behind if behind in self._name_at else here

    def _pronoun(self, here: int) -> Source | None:
        following = self.statement.tokens[here + 1].kind if here + 1 < len(self.words) else None
        if self.norms[here] in ("her", "him") and following is not None and following is not WordKind.STOP:
            return None
        for key in _PRONOUNS:
            if self.norms[here] in self.words_of(key):
                return Source(key, here, here + 1, is_pronoun=True)
        return None

    def _unknown(self, here: int, first: int) -> Source:
        token = self.statement.tokens[here]
        del first
        return Source(name_key([token.lemma or token.norm]), here, here + 1, is_known=False)

    def _name_source(self, one: Mention, behind: int) -> Source:
        """Read on behind an institution for the person who speaks, "Reuters reporter Tom Hale"."""
        here = one.behind
        if one.type is not NameType.PERSON and here < behind:
            role = self._role(here, behind)
            if role is not None:
                person = self._name_at.get(role[0])
                if person is not None and person.behind <= behind and person.kind is None:
                    return Source(person.key, one.first, person.behind, type=NameType.PERSON)
                if not role[1].speaks_for:
                    key = f"{one.key}/{role[1].key}" if one.kind is not None else role[1].key
                    return Source(key, one.first, role[0], role[1].hides)
                return Source(one.key, one.first, role[0], type=one.type)
        return Source(one.key, one.first, one.behind, type=one.type)

    def _role(self, here: int, behind: int) -> tuple[int, Alias] | None:
        """Return the role that begins at a token, with one demonym allowed inside it."""
        inside = self._name_at.get(here + 1)
        skip = here + 1 if inside is not None and inside.kind is AliasKind.DEMONYM else None
        best: tuple[int, Alias] | None = None
        for places in (None,) if skip is None else (None, skip):
            for end, alias in self.aliases.matches(self.words, here, places):
                if alias.kind is AliasKind.ROLE and end <= behind and (best is None or end > best[0]):
                    best = end, alias
        return best

    def _role_source(self, role: tuple[int, Alias], first: int, behind: int, country: str | None) -> Source:
        here, alias = role
        # "The police spokesman", "fire service chief": the last of several nouns is who speaks.
        while self.language == "en" and here < behind and (further := self._role(here, behind)):
            here, alias = further[0], alias if further[1].speaks_for else further[1]
        here, country = self._beside(here, behind, first, country)
        one = self._name_at.get(here)
        if one is not None and one.behind <= behind and one.kind in (None, AliasKind.NAME):
            return Source(one.key, first, one.behind, type=one.type)
        if here < behind and self.norms[here] in self.words_of("of"):
            rest = self._of(here, behind)
            if rest is not None and alias.speaks_for and rest.is_known:
                return Source(rest.key, first, rest.behind, type=rest.type)
            if rest is not None and alias.speaks_for:
                return Source(rest.key, first, rest.behind, is_known=True)
            country = country or self._country_of(here, behind)
        key = f"{country}/{alias.key}" if country else alias.key
        return Source(key, first, here, alias.hides)

    def _beside(self, here: int, behind: int, first: int, country: str | None) -> tuple[int, str | None]:
        """Pass over demonyms and at most one other adjective behind a role."""
        for place in range(first, here):
            one = self._name_at.get(place)
            if one is not None and one.kind is AliasKind.DEMONYM:
                country = country or one.key
        for _ in range(2):
            one = self._name_at.get(here)
            if one is None or one.kind is not AliasKind.DEMONYM or one.behind > behind:
                break
            country, here = country or one.key, one.behind
        token = self.statement.tokens[here] if here < behind else None
        if (
            token is not None
            and token.kind is WordKind.WORD
            and (one := self._name_at.get(here + 1)) is not None
            and one.kind in (None, AliasKind.NAME)
            and token.text.islower()
        ):
            here += 1
        return here, country

    def _of(self, here: int, behind: int) -> Source | None:
        of = self.words_of("of")
        while here < behind and (self.norms[here] in of or self.norms[here] in self.words_of("determiner")):
            here += 1
        return self.read(here, behind) if here < behind else None

    def _country_of(self, here: int, behind: int) -> str | None:
        """Return the country or institution that a role is of, when the table has it."""
        for one in self.names:
            if here <= one.first < min(behind, here + 4) and one.kind in (
                AliasKind.COUNTRY,
                AliasKind.DEMONYM,
                AliasKind.NAME,
                AliasKind.MINISTRY,
            ):
                return one.key
        return None

    def _is_abbreviation(self, here: int) -> bool:
        return (
            self.words[here] == "."
            and here > 0
            and len(self.words[here - 1]) <= 4
            and (here + 1 in self._name_at)
        )
