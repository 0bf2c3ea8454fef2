"""One key for all the names of one thing: countries, capitals, demonyms, institutions, newspapers.

Keys are lower-case English words. What belongs to a country stands behind its key and a stroke
("russia/defence ministry", "belgium/brussels"), so that a seat, an organ and their country can be
told to be related. The table is a broad general one, in ``resources/language/aliases``.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reconciler.language.tokens import tokenize
from reconciler.resources import entries
from reconciler.signals import NameType

SAME_THING = 0.8
SEAT = 0.5
"""How surely two words name one thing: names are used for more than what they name."""
_DROPPED = re.compile(r"[^\w.' -]")


class AliasKind(StrEnum):
    """What kind of entry of the table a name was found in."""

    COUNTRY = "country"
    CAPITAL = "capital"
    DEMONYM = "demonym"
    NAME = "name"
    MINISTRY = "ministry"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Alias:
    """One entry: its key, what it names, and for a role whether it `hides` who or only `speaks for` another.

    `is_title` for a role that stands before a name.
    """

    key: str
    kind: AliasKind
    type: NameType = NameType.OTHER
    hides: bool = False
    speaks_for: bool = False
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    parts: tuple[str, ...]
    shown: tuple[str, ...]
    alias: Alias

    def is_written(self, shown: Sequence[str]) -> bool:
        """Say whether words are written like this form: capitals where it has them, acronyms alike."""
        return all(_same_case(own, other) for own, other in zip(self.shown, shown, strict=True))


class Aliases:
    """The table as one language writes it; words are compared without accents, hyphens as spaces."""

    def __init__(self, language: str, forms: Iterator[tuple[str, Alias]]) -> None:
        self._by_first: dict[str, list[_Form]] = {}
        for written, alias in forms:
            parts = [
                part
                for span in tokenize(written, language)
                for part in split_word(written[span.start : span.end])
            ]
            if parts:
                form = _Form(tuple(plain(part) for part in parts), tuple(parts), alias)
                self._by_first.setdefault(form.parts[0], []).append(form)
        for same in self._by_first.values():
            same.sort(key=lambda form: -len(form.parts))

    @staticmethod
    def load(language: str) -> "Aliases":
        """Return the table for a language, ISO 639-1; one without forms of its own has an empty table."""
        return _load(language)

    def key_of(self, words: Sequence[str]) -> str | None:
        """Return the key of a name given by its words as they are written; None for one unknown."""
        for behind, alias in self.matches(words, 0):
            if behind == len(words) and alias.kind is not AliasKind.ROLE:
                return alias.key
        return None

    @lru_cache(maxsize=20_000)  # noqa: B019  # tables live as long as the program
    def keys_of_word(self, word: str) -> frozenset[str]:
        """Return the keys that a word in lower case may stand for, however it is capitalised; no roles."""
        return frozenset(
            alias.key
            for shown in dict.fromkeys((word, word[:1].upper() + word[1:], word.upper()))
            if shown
            for _, alias in self.matches([shown], 0)
            if alias.kind is not AliasKind.ROLE
        )

    def matches(
        self, words: Sequence[str], place: int, skip: int | None = None
    ) -> Iterator[tuple[int, Alias]]:
        """Yield the entries that begin at a word, longest first: where each ends, and what it is.

        `skip` is the place of a word that may stand inside the name ("ministère *russe* de la Défense").
        """
        same = self._by_first.get(_opening(words[place]))
        if not same:
            return
        longest = len(same[0].parts)
        ends: dict[int, int] = {}
        shown: list[str] = []
        for here in range(place, len(words)):
            if here != skip:
                shown += split_word(words[here])
            ends[len(shown)] = here + 1
            if len(shown) >= longest:
                break
        folded = [plain(part) for part in shown]
        for form in same:
            size = len(form.parts)
            if size in ends and tuple(folded[:size]) == form.parts and form.is_written(shown[:size]):
                yield ends[size], form.alias


def related(one: str, other: str) -> bool:
    """Say whether two keys may mean the same: equal, one part of the other, or a person's name and surname.

    Spellings of one name in two alphabets' fashions ("Zelensky", "Zelenskyy") count as equal.
    """
    if one == other:
        return True
    first, second = one.split("/"), other.split("/")
    if len(first) != len(second) and (first[0] == second[0] or first[-1] == second[-1]):
        return True
    if len(first) > 1 or len(second) > 1:
        return False
    words, others = ([_sound(word) for word in key.split()] for key in (one, other))
    short, long = sorted((words, others), key=len)
    return bool(short) and long[-len(short) :] == short


def same_things(language: str, words: Sequence[str]) -> list[tuple[int, int, float]]:
    """Return the pairs of places, i < j, of single words in lower case that name one thing, and how surely.

    `SAME_THING` for two forms of one name, `SEAT` for a country and the seat of its government.
    """
    table = Aliases.load(language)
    known = [(place, keys) for place, word in enumerate(words) if (keys := table.keys_of_word(word))]
    found = []
    for number, (one, keys) in enumerate(known):
        for other, others in known[number + 1 :]:
            strength = max(_sameness(key, another) for key in keys for another in others)
            if strength:
                found.append((one, other, strength))
    return found


def _sameness(one: str, other: str) -> float:
    if one == other:
        return SAME_THING
    country, _, part = one.partition("/")
    another, _, other_part = other.partition("/")
    return SEAT if country == another and bool(part) != bool(other_part) else 0.0


def name_key(words: Sequence[str]) -> str:
    """Return the key of a name that no table has: its words without accents and marks, in lower case."""
    return " ".join(filter(None, (_DROPPED.sub("", plain(word)).strip("'. ") for word in words)))


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return a word in lower case without accents, its apostrophes straight."""
    folded = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in folded if not unicodedata.combining(char)).replace("œ", "oe")


def split_word(word: str) -> list[str]:
    """Return the parts of a hyphenated word; an elided article is without its apostrophe."""
    return [part for part in word.strip("'’-").split("-") if part]


@lru_cache(maxsize=50_000)
def _opening(word: str) -> str:
    """Return what entries that begin with a word begin with; nothing begins with marks alone."""
    first = split_word(word)[:1]
    return plain(first[0]) if first else ""


def _sound(word: str) -> str:
    """Return what two transliterations of a name have in common."""
    shorter = re.sub(r"(?:yy|iy|ii|ij|y)$", "i", word).replace("ou", "u").replace("w", "v")
    return shorter.removesuffix("e").replace("tch", "ch").replace("y", "i")


def _same_case(own: str, other: str) -> bool:
    if own.isupper() and len(own) > 1:
        return own == other
    return other[:1].isupper() or not own[:1].isupper()


@cache
def _load(language: str) -> Aliases:
    return Aliases(language, _forms(language) if language in ("fr", "en") else iter(()))


def _forms(language: str) -> Iterator[tuple[str, Alias]]:
    yield from _country_forms(language)
    for line in entries("language", "aliases", "names.txt"):
        key, kind, english, french = line.split("|")
        alias = Alias(key, AliasKind.NAME, NameType(kind))
        yield from ((form, alias) for form in _listed(french if language == "fr" else english))
    yield from _portfolio_forms(language)
    for line in entries("language", "aliases", "roles.txt"):
        key, marks, english, french = line.split("|")
        alias = Alias(
            key,
            AliasKind.ROLE,
            hides="a" in marks,
            speaks_for="g" in marks,
            is_title="t" in marks,
        )
        for form in _listed(french if language == "fr" else english):
            yield form, alias
            yield _plural(form, language), alias


def _country_forms(language: str) -> Iterator[tuple[str, Alias]]:
    for line in entries("language", "aliases", "countries.txt"):
        name, english, french, capital, capital_french, demonyms_french, demonyms = line.split("|")
        key = plain(name)
        country = Alias(key, AliasKind.COUNTRY, NameType.PLACE)
        own = french if language == "fr" else f"{name.rpartition('/')[2]},{english}"
        yield from ((form, country) for form in _listed(own))
        if capital:
            seat = Alias(f"{key}/{plain(capital.split(',')[0])}", AliasKind.CAPITAL, NameType.PLACE)
            yield from ((form, seat) for form in _listed(capital_french if language == "fr" else capital))
        of_it = Alias(key, AliasKind.DEMONYM, NameType.PLACE)
        for form in _listed(demonyms_french if language == "fr" else demonyms):
            for inflected in _inflected(form, language):
                yield inflected, of_it


def _portfolio_forms(language: str) -> Iterator[tuple[str, Alias]]:
    for line in entries("language", "aliases", "portfolios.txt"):
        key, english, french = line.split("|")
        ministry = Alias(f"{key} ministry", AliasKind.MINISTRY, NameType.ORGANISATION)
        minister = Alias(f"{key} minister", AliasKind.ROLE, is_title=True)
        if language == "fr":
            for field in _listed(french):
                yield f"ministère {field}", ministry
                yield f"ministre {field}", minister
            continue
        for field in _listed(english):
            yield f"{field} ministry", ministry
            yield f"ministry of {field}", ministry
            yield f"department of {field}", ministry
            yield f"{field} minister", minister
            yield f"minister of {field}", minister
            yield f"minister for {field}", minister
            yield f"{field} secretary", minister


def _listed(forms: str) -> list[str]:
    return [form.strip() for form in forms.split(",") if form.strip()]


def _inflected(form: str, language: str) -> set[str]:
    """Return a demonym's forms: both genders and numbers in French, the plural in English."""
    if language == "en":
        return {form} if form.endswith(("sh", "ch", "ese", "s")) else {form, f"{form}s"}
    feminine = {"turc": "turque", "grec": "grecque", "nippon": "nippone"}.get(form)
    if feminine is None:
        if form.endswith(("en", "letton")):
            feminine = f"{form}ne"
        else:
            feminine = form if form.endswith(("e", "è")) else f"{form}e"
    plural = form if form.endswith("s") else f"{form}s"
    return {form, plural, feminine, f"{feminine}s"}


def _plural(form: str, language: str) -> str:
    """Return the plural of a noun, or of each word of a French one ("premiers ministres")."""
    if language == "en":
        if form.endswith("y") and form[-2:-1] not in "aeiou":
            return f"{form[:-1]}ies"
        if form.endswith("man"):
            return f"{form[:-3]}men"
        return f"{form}es" if form.endswith(("s", "ch")) else f"{form}s"
    return " ".join(_french_plural(word) for word in form.split())


def _french_plural(word: str) -> str:
    if word in ("de", "la", "l'ordre", "l'air", "d'état") or word.endswith(("s", "x")):
        return word
    return f"{word[:-2]}aux" if word.endswith("al") and word != "chacal" else f"{word}s"
