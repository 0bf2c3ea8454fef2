"""Named sets of single words: lines of ``name: word, word, …`` in ``language/<code>/signals/``."""

from functools import cache

from reconciler.resources import entries


@cache
def word_set(language: str, file: str, name: str) -> frozenset[str]:
    """Return the words of all lines of a file that have a name; none when there is no such line."""
    return frozenset(
        word.strip()
        for line in entries("language", language, "signals", file)
        if line.startswith(f"{name}: ")
        for word in line.partition(": ")[2].split(",")
    )
