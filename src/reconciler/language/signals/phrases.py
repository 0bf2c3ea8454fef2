"""Phrases of several words, found among the norms of a statement's tokens."""

from collections.abc import Mapping, Sequence
from functools import cache

from reconciler.language.tokens import tokenize
from reconciler.language.words import fold
from reconciler.resources import entries


class Phrases:
    """Phrases with a value each, by their first word; the longest that fits is found.

    They are cut like statements, so that "n'est" and "aujourd'hui" meet their tokens.
    """

    def __init__(self, language: str, phrases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in phrases.items():
            norms = _norms(phrase, language)
            if norms:
                self._by_first.setdefault(norms[0], []).append((norms, value))
        self._longest = max((len(one[0]) for same in self._by_first.values() for one in same), default=0)
        for same in self._by_first.values():
            same.sort(key=lambda one: -len(one[0]))

    def at(self, norms: Sequence[str], place: int) -> tuple[int, str] | None:
        """Return where the longest phrase that begins at a token ends, and its value; None if none does."""
        same = self._by_first.get(norms[place])
        if same is None:
            return None
        for phrase, value in same:
            behind = place + len(phrase)
            if tuple(norms[place:behind]) == phrase:
                return behind, value
        return None

    def is_within(self, norms: Sequence[str], first: int, behind: int) -> bool:
        """Say whether a phrase begins at one of the tokens ``[first, behind)``."""
        if self._by_first.keys().isdisjoint(norms[first:behind]):
            return False
        return any(self.at(norms, place) for place in range(first, min(behind, len(norms))))

    def ending_at(self, norms: Sequence[str], behind: int) -> tuple[int, str] | None:
        """Return where the longest phrase that ends before a token begins, and its value, or None."""
        for first in range(max(0, behind - self._longest), behind):
            for phrase, value in self._by_first.get(norms[first], ()):
                if first + len(phrase) == behind and tuple(norms[first:behind]) == phrase:
                    return first, value
        return None


def _norms(phrase: str, language: str) -> tuple[str, ...]:
    # An elided word ("plus d'") is a token of its own only before another.
    shown = f"{phrase}x" if phrase.endswith("'") else phrase
    norms = tuple(fold(shown[span.start : span.end]) for span in tokenize(shown, language))
    return norms[:-1] if phrase.endswith("'") else norms


@cache
def phrase_list(language: str, name: str, role: str | None = None) -> Phrases:
    """Return a word list of signals: lines of ``value: phrase, phrase, …`` in ``language/<code>/signals/``.

    A phrase without a value has itself for one. Several lines may share a value; with a `role`, only
    the phrases of that value are in it, each its own value, so that a phrase can have several roles.
    """
    found: dict[str, str] = {}
    for line in entries("language", language, "signals", name):
        value, colon, phrases = line.partition(": ")
        if role is not None and value.strip() != role:
            continue
        for phrase in (phrases if colon else line).split(", "):
            found[phrase.strip()] = value.strip() if colon and role is None else phrase.strip()
    return Phrases(language, found)


@cache
def phrase_words(language: str, name: str) -> frozenset[str]:
    """Return a word list of signals that holds single words only, as norms."""
    lines = entries("language", language, "signals", name)
    return frozenset(fold(word.strip()) for line in lines for word in line.split(", "))
