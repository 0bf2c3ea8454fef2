"""Whether a clause speaks of what is still to come, so that "Friday" can be the next one."""

from collections.abc import Iterable

from reconciler.language.signals.phrases import phrase_list
from reconciler.language.signals.view import StatementView, Token
from reconciler.model import WordKind

_STOPS = frozenset({";", ":", ".", "!", "?", "(", ")", "«", "»", "“", "”"})
# Longer than any clause: a statement may be a whole page.
_CLAUSE = 40
_FUTURE_ENDINGS = ("ra", "ront", "rai", "rez", "rons")
_INFINITIVES = ("er", "ir", "re", "oir")


def direction(statement: StatementView, first: int, behind: int) -> int:
    """Return 1 where the clause around some tokens speaks of the future, -1 of the past, else 0."""
    before = _scan(statement, _back(first))
    if before:
        return before
    if _weak_past(statement, first):
        return -1
    return _scan(statement, range(behind, min(behind + _CLAUSE, len(statement.tokens))))


def _back(first: int) -> range:
    return range(first - 1, max(first - 1 - _CLAUSE, -1), -1)


def _scan(statement: StatementView, places: Iterable[int]) -> int:
    cues = phrase_list(statement.language, "future.txt")
    for passed, place in enumerate(places):
        token = statement.tokens[place]
        if token.norm in _STOPS or (token.norm == "," and passed):
            return 0
        found = cues.at(statement.norms, place)
        if found is not None and found[1] == "edge":
            return 0
        if found is not None:
            return 1 if found[1] == "future" else -1
        if statement.language == "fr" and _is_future(token):
            return 1
    return 0


def _is_future(token: Token) -> bool:
    """Tell "votera" by its infinitive from "montra" and "opéra"."""
    if token.kind is not WordKind.WORD or not token.norm.endswith(_FUTURE_ENDINGS):
        return False
    lemma = token.lemma
    if lemma == token.norm or not lemma.endswith(_INFINITIVES):
        return False
    return token.norm in (f"{lemma}a", f"{lemma}ont") or not lemma.endswith("rer")


def _weak_past(statement: StatementView, first: int) -> bool:
    """Say whether an English past form stands before, which "will be closed" may hold too."""
    if statement.language != "en":
        return False
    for place in _back(first):
        token = statement.tokens[place]
        if token.norm in _STOPS or token.norm == ",":
            return False
        if token.kind is WordKind.WORD and token.norm.endswith("ed") and token.lemma != token.norm:
            return True
    return False
