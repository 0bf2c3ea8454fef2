"""Whether one side says that it is and the other that it is not."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from reconciler.alignment.differences.side import Found, Side
from reconciler.alignment.differences.values import Cause
from reconciler.alignment.differences.wording import Token, opposites_of, plain_form, share, shared
from reconciler.model import Difference, Outcome, SignalKind
from reconciler.signals import NegationValue

_LEAST_SHARE = 0.6
"""Share of a negation's scope that the other side must speak of."""
_LEAST_COMMON = 0.5
"""Share of the shorter statement's words that opposite words must have in common beside them."""


def compare_negations(left: Side, right: Side) -> Iterator[Difference]:
    """Yield what one side denies and the other has too, denied or not."""
    both = [(one, other) for one in left.negations for other in right.negations if _same_scope(one, other)]
    settled = {each for pair in both for each in pair}
    lefts = [each for each in left.negations if each not in settled and _is_asserted(each, left, right)]
    rights = [each for each in right.negations if each not in settled and _is_asserted(each, right, left)]
    found = [
        *(Difference(SignalKind.NEGATION, one.text, other.text, Outcome.AGREES) for one, other in both),
        *(_contradiction(each.text, None) for each in lefts),
        *(_contradiction(None, each.text) for each in rights),
    ]
    yield from found or _opposites(left, right)


def _contradiction(left: str | None, right: str | None) -> Difference:
    return Difference(SignalKind.NEGATION, left, right, Outcome.DIFFERS, Cause.CONTRADICTION)


def _scope(negation: Found[NegationValue]) -> set[str]:
    return {plain_form(word) for word in negation.value.scope if len(word) > 2}


def _same_scope(one: Found[NegationValue], other: Found[NegationValue]) -> bool:
    mine, theirs = _scope(one), _scope(other)
    return bool(shared(mine, theirs)) or not mine or not theirs


def _is_asserted(negation: Found[NegationValue], side: Side, other: Side) -> bool:
    """Whether the other side says without a negation what this one denies.

    It denies it too when it has the opposite of a word in the scope.
    """
    scope = _scope(negation)
    words = other.words()
    common = shared(scope, words)
    opposed = {_other_side(name) for word in scope for name in opposites_of(word)}
    if any(opposed & opposites_of(word) for word in words):
        return False
    enough = bool(common) and len(common) >= _LEAST_SHARE * len(scope)
    return enough and _is_about_the_same(side, other)


def _is_about_the_same(side: Side, other: Side) -> bool:
    mine, theirs = side.words(), other.words()
    return max(share(mine, theirs), share(theirs, mine)) >= _LEAST_COMMON


def _opposites(left: Side, right: Side) -> Iterator[Difference]:
    """Yield words of which only one can hold, where the rest of the statements speaks of the same."""
    theirs, mine = _with_opposites(right), _with_opposites(left)
    for name, token in mine.items():
        rival = theirs.get(_other_side(name))
        if rival is None or name in theirs or _other_side(name) in mine:
            continue
        rest = [word for word in left.words() if word != token.plain]
        other_rest = [word for word in right.words() if word != rival.plain]
        denied = left.negations or right.negations
        common = min(len(shared(set(rest), other_rest)), len(shared(set(other_rest), rest)))
        smaller = min(len(set(rest)), len(set(other_rest)))
        if not denied and common and common >= _LEAST_COMMON * smaller:
            texts = left.text[token.start : token.end], right.text[rival.start : rival.end]
            yield Difference(SignalKind.NEGATION, *texts, Outcome.DIFFERS, Cause.CONTRADICTION)
            return


@lru_cache(maxsize=1_000)
def _with_opposites(side: Side) -> Mapping[str, Token]:
    """Return the words of a statement that have an opposite, by what they say; of several the first."""
    return {name: each for each in reversed(side.tokens) for name in opposites_of(each.plain)}


def _other_side(name: str) -> str:
    return name[:-1] + ("-" if name.endswith("+") else "+")
