"""Names of people, places and organisations, told by capitals, titles and the table of aliases.

Without a trained model: a capital inside a sentence, what stands before a name, and the table of
the world's countries and institutions say what it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reconciler.language.lexicon import stop_words
from reconciler.language.signals.aliases import Alias, Aliases, AliasKind, name_key, plain
from reconciler.language.signals.view import StatementView, Token
from reconciler.language.signals.word_sets import word_set
from reconciler.model import Signal, SignalKind, WordKind
from reconciler.resources import entries
from reconciler.signals import NameType, NameValue

_WORDS = "name_words.txt"
_LONGEST_NAME = 12
_LANGUAGES_SPOKEN = frozenset({"en", "parler", "parle", "parlent", "parlait", "traduit", "traduire"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at the tokens ``[first, behind)`` of a statement; `kind` is None for one no table has."""

    first: int
    behind: int
    key: str
    type: NameType
    kind: AliasKind | None = None


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the names of a statement, none of them overlapping."""
    return tuple(
        statement.signal(SignalKind.NAME, one.first, one.behind, NameValue(one.key, one.type))
        for one in mentions(statement)
    )


# Attribution reads the names of a statement and of its neighbours again.
@lru_cache(maxsize=64)
def mentions(statement: StatementView) -> tuple[Mention, ...]:
    """Return the names of a statement in order."""
    return tuple(_Finder(statement).run())


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(word for line in entries("language", language, "weekdays.txt") for word in line.split())


@cache
def _calendar(language: str) -> frozenset[str]:
    months = (word for line in entries("language", language, "months.txt") for word in line.split()[1:])
    return frozenset(plain(word) for word in (*months, *_weekdays(language)))


class _Finder:
    """One walk over a statement's tokens."""

    def __init__(self, statement: StatementView) -> None:
        self.language = statement.language
        self.tokens = statement.tokens
        self.norms = statement.norms
        self.words = [token.text for token in statement.tokens]
        self.aliases = Aliases.load(statement.language)
        self.stop = stop_words(statement.language)
        self._found: dict[tuple[int, int | None], tuple[tuple[int, Alias], ...]] = {}

    def run(self) -> Iterator[Mention]:
        here = 0
        while here < len(self.tokens):
            found = self._at(here)
            if found is None:
                here += 1
                continue
            behind, mention = found
            if mention is not None:
                yield mention
            here = behind

    def _at(self, here: int) -> tuple[int, Mention | None] | None:
        """Return what begins at a token and where it ends; a mention of None is to be passed over."""
        token = self.tokens[here]
        if not token.text[0].isalpha():
            return None
        known = self._known(here)
        if known is None and (role := self._role_with_capitals(here)):
            return role
        if not token.text[0].isupper():
            return known or self._place_with_head(here)
        title = self._behind_title(here)
        if title > here and (known is None or known[0] <= title):
            return title, None
        run = self._run(here)
        is_known = known is not None and (known[0] >= run or self._is_apart(known, run))
        return known if is_known or run <= here else (run, self._plain_name(here, run))

    def _role_with_capitals(self, here: int) -> tuple[int, Mention | None] | None:
        """Pass over a role of several words ("ministre belge de la Défense"), but for a demonym inside it."""
        country = self._demonym_at(here + 1) if here + 1 < len(self.words) else None
        for skip in (None,) if country is None else (None, here + 1):
            for behind, alias in self._entries(here, skip):
                if alias.kind is AliasKind.ROLE and behind > here + 1 + (skip is not None):
                    if country is None or skip is None:
                        return behind, None
                    inside = Mention(skip, skip + 1, country[1], NameType.PLACE, AliasKind.DEMONYM)
                    return behind, inside
        return None

    def _place_with_head(self, here: int) -> tuple[int, Mention | None] | None:
        """Return a place whose name begins with an ordinary word: "mont Blanc", "rue Neuve"."""
        if self.norms[here] not in word_set(self.language, _WORDS, "head") or here + 1 >= len(self.words):
            return None
        behind = self._run(here + 1) if self.words[here + 1][0].isupper() else here + 1
        if behind <= here + 1:
            return None
        return behind, Mention(here, behind, name_key(self.words[here:behind]), NameType.PLACE)

    # Names of the table

    def _entries(self, here: int, skip: int | None = None) -> tuple[tuple[int, Alias], ...]:
        """Return the entries that begin at a token, looked up once for all the questions to it."""
        found = self._found.get((here, skip))
        if found is None:
            found = self._found[here, skip] = tuple(self.aliases.matches(self.words, here, skip))
        return found

    def _known(self, here: int) -> tuple[int, Mention | None] | None:
        ministry = self._ministry(here)
        if ministry is not None:
            return ministry.behind, ministry
        for behind, alias in self._entries(here):
            if alias.kind in (AliasKind.ROLE, AliasKind.MINISTRY):
                continue
            if alias.kind is AliasKind.DEMONYM and not self._is_demonym(here, behind):
                continue
            if alias.kind is AliasKind.COUNTRY and not self.words[here][0].isupper():
                continue
            return behind, Mention(here, behind, self._key(alias, here), alias.type, alias.kind)
        return None

    def _key(self, alias: Alias, here: int) -> str:
        """Return an entry's key; a capital that is no place here is its country's government."""
        if alias.kind is not AliasKind.CAPITAL or self._is_located(here):
            return alias.key
        return alias.key.rpartition("/")[0]

    def _is_located(self, here: int) -> bool:
        """Say whether a preposition of place stands before a name, as in "near Riga"."""
        places, of = word_set(self.language, _WORDS, "place"), word_set(self.language, _WORDS, "de")
        before = here - 1
        if (before >= 0 and self.norms[before] in of) or self.norms[max(0, before)] in ("le", "la", "the"):
            before -= 1
        return before >= 0 and (self.norms[before] in places)

    def _is_demonym(self, here: int, behind: int) -> bool:
        """Tell "les soldats belges" from a language and from a person spoken of in general."""
        if self.language == "en":
            return self.words[here][0].isupper()
        before = self.norms[here - 1] if here else ""
        if before in _LANGUAGES_SPOKEN:
            return False
        if self.words[here][0].isupper():
            return True
        before_kind = self.tokens[here - 1].kind if here else None
        following = self.tokens[behind].kind if behind < len(self.tokens) else None
        if before_kind is None:
            return here == 0 or following in (WordKind.WORD, WordKind.NAME)
        return before_kind is not WordKind.STOP or following in (WordKind.WORD, WordKind.NAME)

    def _ministry(self, here: int) -> Mention | None:
        """Find a ministry with its country beside or inside it, or without one."""
        first, country = here, None
        demonym = self._demonym_at(here)
        if demonym is not None and self.language == "en":
            first, country = demonym
        if first >= len(self.words):
            return None
        inside = self._demonym_at(first + 1) if first + 1 < len(self.words) else None
        for skip, named in ((None, None), (first + 1, inside)):
            if skip is not None and named is None:
                continue
            for behind, alias in self._entries(first, skip):
                if alias.kind is not AliasKind.MINISTRY:
                    continue
                if skip is not None and behind <= skip + 1:
                    continue
                end, owner = self._country_after(behind, country or (named[1] if named else None))
                key = f"{owner}/{alias.key}" if owner else alias.key
                return Mention(here, end, key, alias.type, alias.kind)
        return None

    def _demonym_at(self, here: int) -> tuple[int, str] | None:
        for behind, alias in self._entries(here):
            if alias.kind is AliasKind.DEMONYM or (
                alias.kind is AliasKind.COUNTRY and self.language == "en" and self.words[here][0].isupper()
            ):
                return behind, alias.key
        return None

    def _country_after(self, behind: int, country: str | None) -> tuple[int, str | None]:
        if country is not None or behind >= len(self.words):
            return behind, country
        if self.language == "fr" and (demonym := self._demonym_at(behind)):
            return demonym
        return behind, country

    # Other names

    def _behind_title(self, here: int) -> int:
        """Return where a title before a name ends, and `here` when there is none."""
        if self.norms[here] in word_set(self.language, _WORDS, "honorific"):
            behind = here + 1
            if behind < len(self.words) and self.words[behind] == ".":
                behind += 1
            return behind if behind < len(self.words) and self.words[behind][0].isupper() else here
        for behind, alias in self._entries(here):
            if alias.kind is AliasKind.ROLE and alias.is_title and not self._is_told(here):
                return behind
        return here

    def _is_told(self, here: int) -> bool:
        """Say whether a trained pipeline takes one word by itself for a name: "Baker said"."""
        if self._told_type(here, here + 1) is None:
            return False
        return here + 1 >= len(self.tokens) or not self._is_name(self.tokens[here + 1])

    def _run(self, here: int) -> int:
        """Return where the row of capitals that begins at a token ends; `here` if none does."""
        token = self.tokens[here]
        if not self._is_name(token) and not self._is_article(here):
            return here
        behind, capitals = here + 1, int(self._is_name(token))
        limit = min(len(self.tokens), here + _LONGEST_NAME)
        while behind < limit:
            if self._is_name(self.tokens[behind]) or self._is_initial(behind):
                capitals += self._is_name(self.tokens[behind])
                behind += 1
                continue
            joined = self._joined(behind, limit, capitals)
            if joined is None:
                break
            behind, capitals = joined, capitals + 1
        calendar = _calendar(self.language)
        if all(plain(norm) in calendar for norm in self.norms[here:behind]):
            return here
        while behind > here + 1 and self.norms[behind - 1] in _weekdays(self.language):
            behind -= 1
        return behind

    def _joined(self, here: int, limit: int, capitals: int) -> int | None:
        """Return where a name goes on behind small words such as "de la", None if it does not."""
        join, inner = word_set(self.language, _WORDS, "join"), word_set(self.language, _WORDS, "inner")
        behind = here
        while behind < limit and self.norms[behind] in join and behind < here + 3:
            behind += 1
        if behind == here or behind >= limit or not self._is_name(self.tokens[behind]):
            return None
        if not all(norm in inner for norm in self.norms[here:behind]) and capitals > 1:
            return None
        return behind + 1

    def _is_article(self, here: int) -> bool:
        """Say whether an article with a capital belongs to the name behind it: "Le Goff", "La Rochelle"."""
        if here == 0 or not self.words[here][0].isupper():
            return False
        if self.norms[here] not in word_set(self.language, _WORDS, "article"):
            return False
        before = self.words[here - 1]
        titles = word_set(self.language, _WORDS, "honorific")
        titled = before == "." and here > 1 and self.norms[here - 2] in titles
        return (
            (titled or before not in (".", "!", "?", "…", ":", "«", '"', "“", "-", "—", "–"))
            and here + 1 < len(self.tokens)
            and self._is_name(self.tokens[here + 1])
        )

    def _is_initial(self, here: int) -> bool:
        """Say whether a token is the stop of an initial inside a name, or an article inside one."""
        if here + 2 < len(self.tokens) and len(self.words[here]) == 1 and self.words[here].isupper():
            return self.words[here + 1] == "." and self._is_name(self.tokens[here + 2])
        if here + 1 >= len(self.tokens) or not self._is_name(self.tokens[here + 1]):
            return False
        if self.words[here] == ".":
            return len(self.words[here - 1]) == 1
        return self._is_article(here) or self.words[here] in ("Le", "La", "Van", "De", "Du", "Des", "The")

    def _is_apart(self, known: tuple[int, Mention | None], run: int) -> bool:
        """Say whether a name of the table stands by itself though more capitals follow it."""
        behind, mention = known
        if mention is None:
            return True
        if mention.kind is AliasKind.DEMONYM:
            return True
        # "Washington" in "Washington Bridge" is part of another name, "Ukraine" in "Ukraine de X" none.
        return self.tokens[behind].kind is WordKind.STOP and behind < run

    def _plain_name(self, here: int, behind: int) -> Mention | None:
        words = self.words[here:behind]
        if len(words) == 1 and self._is_common(here) and not self._is_told(here):
            return None
        key = name_key(words)
        if not any(char.isalnum() for char in key):
            return None
        return Mention(here, behind, key, self._type(here, behind))

    def _is_common(self, here: int) -> bool:
        """Say whether a word with a capital is no name by itself: a title, a time zone, "the Government"."""
        never = any(
            self.norms[here] in word_set(self.language, _WORDS, name) for name in ("honorific", "none")
        )
        return never or any(
            alias.kind is AliasKind.ROLE and behind == here + 1 for behind, alias in self._entries(here)
        )

    def _type(self, here: int, behind: int) -> NameType:
        words, norms = self.words[here:behind], self.norms[here:behind]
        is_acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
        place_words = word_set(self.language, _WORDS, "place_word")
        if self._has_honorific(here):
            found = NameType.PERSON
        elif not word_set(self.language, _WORDS, "organisation").isdisjoint(norms):
            found = NameType.ORGANISATION
        elif len(words) > 1 and not place_words.isdisjoint((norms[0], norms[-1])):
            found = NameType.PLACE
        elif here and self._ends_title(here - 1):
            found = NameType.PERSON
        elif told := self._told_type(here, behind):
            found = told
        elif is_acronym:
            found = NameType.ORGANISATION
        elif here and self.norms[here - 1] in word_set(self.language, _WORDS, "inside"):
            found = NameType.PLACE
        else:
            found = NameType.PERSON if 2 <= len(words) <= 4 else NameType.OTHER
        return found

    def _told_type(self, here: int, behind: int) -> NameType | None:
        """Return what a trained pipeline takes a name for, as far as it says more than that it is one."""
        told = (token.name_type for token in self.tokens[here:behind])
        return next((each for each in told if each not in (None, NameType.OTHER)), None)

    def _has_honorific(self, here: int) -> bool:
        before = here - 2 if here > 1 and self.words[here - 1] == "." else here - 1
        return before >= 0 and self.norms[before] in word_set(self.language, _WORDS, "honorific")

    def _ends_title(self, before: int) -> bool:
        """Say whether a title such as "ministre" ends at a token."""
        return any(
            alias.kind is AliasKind.ROLE and alias.is_title and behind == before + 1
            for behind, alias in self.aliases.matches(self.words, before)
        )

    def _is_name(self, token: Token) -> bool:
        """Say whether a token is written like a name; small words are none where all is in capitals."""
        return token.kind is WordKind.NAME and token.text[0].isupper() and token.norm not in self.stop
