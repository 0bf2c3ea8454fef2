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
            norms = tuple(fold(phrase[span.start : span.end]) for span in tokenize(phrase, language))
            if norms:
                self._by_first.setdefault(norms[0], []).append((norms, value))
        for same in self._by_first.values():
            same.sort(key=lambda one: -len(one[0]))

    def at(self, norms: Sequence[str], place: int) -> tuple[int, str] | None:
        """Return where the longest phrase that begins at a token ends, and its value; None if none does."""
        for phrase, value in self._by_first.get(norms[place], ()):
            behind = place + len(phrase)
            if tuple(norms[place:behind]) == phrase:
                return behind, value
        return None


@cache
def phrase_list(language: str, name: str) -> Phrases:
    """Return a word list of signals: lines of ``value: phrase, phrase, …`` in ``language/<code>/signals/``.

    A phrase without a value has itself for one. Several lines may share a value.
    """
    found: dict[str, str] = {}
    for line in entries("language", language, "signals", name):
        value, colon, phrases = line.partition(": ")
        for phrase in (phrases if colon else line).split(", "):
            found[phrase.strip()] = value.strip() if colon else phrase.strip()
    return Phrases(language, found)
