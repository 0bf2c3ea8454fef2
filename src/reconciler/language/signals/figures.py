"""Quantities: what a statement counts and measures, as intervals.

A number is a point; a bound ("plus de 70") opens one end, a range closes both, "about" and round
words ("une dizaine", "7 millions") leave the point and say `approximate`: how far it may be off
follows from its last digit that is not nought. Metric units are led back to one of a kind (km to m).
"""

from dataclasses import dataclass, replace

from reconciler.language.signals.dates import dated_tokens
from reconciler.language.signals.numerals import Numeral, read_numeral
from reconciler.language.signals.phrases import phrase_list, phrase_words
from reconciler.language.signals.quantities import has_noun, is_quantity
from reconciler.language.signals.view import StatementView
from reconciler.model import Signal, SignalKind, WordKind
from reconciler.signals import FigureValue

_TO = {"fr": frozenset({"à", "-", "–"}), "en": frozenset({"to", "-", "–"})}
_AND = {"fr": "et", "en": "and"}
_BETWEEN = {"fr": "entre", "en": "between"}
_FROM = {"fr": "de", "en": "from"}
_OF = frozenset({"de", "d", "of"})
_NUMBER_OF = frozenset({"nombre", "number", "total", "count"})
# Letters glued to a sum of money.
_MONEY = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "md": 1e9,
    "mds": 1e9,
    "mrd": 1e9,
    "tn": 1e12,
}
# Stop words to matching, and counted all the same.
_PEOPLE = frozenset({"personne", "personnes"})
_OTHERS = frozenset({"autre", "autres", "other", "others", "another", "further", "more"})
_PER = frozenset({"in", "out", "sur"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure being read: its tokens so far, its interval and unit."""

    first: int
    behind: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str = ""


def find(statement: StatementView) -> tuple[Signal, ...]:
    """Return the quantities of a statement; dates, ages, scores, names and labels are none."""
    found: list[Signal] = []
    dated = dated_tokens(statement)
    here = 0
    while here < len(statement.tokens):
        figure = None if here in dated else _figure(statement, here)
        if figure is None:
            here = _behind_number(statement, here)
            continue
        value = FigureValue(
            figure.low, figure.high, figure.approximate, figure.unit, _counted(statement, figure)
        )
        found.append(statement.signal(SignalKind.FIGURE, figure.first, figure.behind, value))
        here = figure.behind
    return tuple(found)


def _behind_number(statement: StatementView, here: int) -> int:
    # What was refused as a whole is not looked at again word by word.
    number = read_numeral(statement, here)
    return here + 1 if number is None else number.behind


def _figure(statement: StatementView, here: int) -> _Figure | None:
    part = phrase_list(statement.language, "fractions.txt").at(statement.norms, here)
    if part is not None:
        return _fraction(statement, here, part)
    number = read_numeral(statement, here)
    if ratio := _ratio(statement, number or Numeral(here, here + 1, 1.0)):
        return ratio
    if number is None or not is_quantity(statement, number):
        return None
    figure = _range(statement, number) or _alone(number)
    figure = _with_unit(statement, figure, number)
    if figure.unit == "" and number.suffix and number.suffix not in _MONEY:
        return None
    return _bounded_behind(statement, _bounded(statement, figure))


def _alone(number: Numeral) -> _Figure:
    high = None if number.at_least else number.value
    return _Figure(number.first, number.behind, number.value, high, number.rounded)


def _fraction(statement: StatementView, here: int, part: tuple[int, str]) -> _Figure | None:
    behind, share = part
    following = statement.norms[behind] if behind < len(statement.norms) else ""
    if following in ("finale", "heure", "hour", "tour", "siècle", "century", "time"):
        return None
    # The word "of" and the article of the whole are no part of it.
    while behind > here + 1 and statement.norms[behind - 1] in (*_OF, "des", "du", "la", "l", "the", "its"):
        behind -= 1
    value = float(share)
    return _bounded(statement, _Figure(here, behind, value, value, value not in (10, 20, 25, 50, 75), "%"))


def _ratio(statement: StatementView, number: Numeral) -> _Figure | None:
    """Read "one in five", "deux sur trois", "9 out of 10"; the whole is a round number or a small one."""
    norms = statement.norms
    place = number.behind
    if number.value == 1 and norms[number.first] not in ("un", "une", "one", "1"):
        return None
    if place < len(norms) and norms[place] not in _PER and statement.tokens[place].kind is WordKind.WORD:
        place += 1
    if place + 1 >= len(norms) or norms[place] not in _PER:
        return None
    place += 2 if norms[place] == "out" else 1
    whole = read_numeral(statement, place) if place < len(norms) else None
    if whole is None or whole.value <= number.value or whole.value not in _WHOLES:
        return None
    share = round(100 * number.value / whole.value, 4)
    return _bounded(statement, _Figure(number.first, whole.behind, share, share, number.rounded, "%"))


_WHOLES = frozenset({*range(2, 13), 20, 50, 100, 1_000, 10_000, 100_000, 1_000_000})


def _range(statement: StatementView, number: Numeral) -> _Figure | None:
    """Read "de 2 à 6", "entre 40 et 50", "10-15"; not what a verb of change stands before."""
    norms, language = statement.norms, statement.language
    if number.behind + 1 >= len(norms):
        return None
    before = norms[number.first - 1] if number.first else ""
    joint = norms[number.behind]
    between = before == _BETWEEN[language] and joint == _AND[language]
    if not between and joint not in _TO[language]:
        return None
    other = read_numeral(statement, number.behind + 1)
    if other is None or (before == _FROM[language] and _changes(statement, number.first)):
        return None
    if not (between or before == _FROM[language] or has_noun(statement, other.behind)):
        return None
    low = number.value
    if number.factor == 1 and other.factor >= 1000 and low * other.factor < other.value:
        low *= other.factor
    if low >= other.value:
        return None
    first = number.first - 1 if between or before == _FROM[language] else number.first
    return _Figure(first, other.behind, low, other.value, number.rounded or other.rounded)


def _changes(statement: StatementView, place: int) -> bool:
    verbs = phrase_words(statement.language, "changes.txt")
    return any(
        token.lemma in verbs or token.norm in verbs for token in statement.tokens[max(0, place - 5) : place]
    )


def _with_unit(statement: StatementView, figure: _Figure, number: Numeral) -> _Figure:
    norms, language = statement.norms, statement.language
    if figure.first and (sign := _currency(statement, figure.first)):
        first, unit = sign
        return _money(statement, replace(figure, first=first, unit=unit), number)
    units = phrase_list(language, "units.txt")
    if number.suffix:
        if number.suffix in _MONEY and (found := units.at((*norms[figure.behind :], ""), 0)):
            scaled = _scaled(figure, _MONEY[number.suffix], rounded=True)
            return _apply(scaled, found[1], figure.behind + found[0])
        if (factor := _many(statement, figure, number)) is not None:
            return _scaled(figure, factor, rounded=factor >= 1e6)
        glued = units.at((number.suffix,), 0)
        return _apply(figure, glued[1], figure.behind) if glued else figure
    place = figure.behind
    if place < len(norms) and norms[place] in _OF and (number.factor > 1 or number.rounded):
        place += 1
    if place < len(norms) and norms[place] == "-" and place + 1 < len(norms):
        place += 1
    found = units.at(norms, place) if place < len(norms) else None
    if found is None:
        return figure
    if norms[found[0] : found[0] + 2] in (("et", "demi"), ("et", "demie")):
        # "trois heures et demie"
        low, high = (None if end is None else end + 0.5 for end in (figure.low, figure.high))
        figure, found = replace(figure, low=low, high=high), (found[0] + 2, found[1])
    return _apply(figure, found[1], found[0])


def _many(statement: StatementView, figure: _Figure, number: Numeral) -> float | None:
    """Return what the letter of "2m users" and "3bn people" multiplies by; None where it is a unit."""
    place = figure.behind
    following = statement.tokens[place] if place < len(statement.tokens) else None
    if statement.language != "en" or following is None or number.suffix not in _MONEY:
        return None
    counted = following.kind in (WordKind.WORD, WordKind.NAME) or following.norm == "people"
    return (
        _MONEY[number.suffix] if counted and following.norm not in phrase_words("en", "lengths.txt") else None
    )


def _currency(statement: StatementView, place: int) -> tuple[int, str] | None:
    signs = phrase_list(statement.language, "currency_signs.txt")
    for first in range(max(0, place - 2), place):
        found = signs.at(statement.norms, first)
        # "A$500", but "a $500 guitar"
        shown = statement.text[statement.tokens[first].start : statement.tokens[place - 1].end]
        if found is not None and found[0] == place and not any(char.isspace() for char in shown):
            return first, found[1]
    return None


def _money(statement: StatementView, figure: _Figure, number: Numeral) -> _Figure:
    if number.suffix in _MONEY:
        return _scaled(figure, _MONEY[number.suffix], rounded=_MONEY[number.suffix] >= 1e6)
    behind = figure.behind
    if behind < len(statement.tokens) and statement.tokens[behind].start == statement.tokens[behind - 1].end:
        factor = _MONEY.get(statement.norms[behind])
        if factor is not None:
            return _scaled(replace(figure, behind=behind + 1), factor, rounded=factor >= 1e6)
    return figure


def _apply(figure: _Figure, unit: str, behind: int) -> _Figure:
    name, _, factor = unit.partition(" ")
    return _scaled(replace(figure, behind=behind, unit=name), float(factor or 1), rounded=False)


def _scaled(figure: _Figure, factor: float, *, rounded: bool) -> _Figure:
    low, high = (None if end is None else round(end * factor, 6) for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high, approximate=figure.approximate or rounded)


def _bounded(statement: StatementView, figure: _Figure) -> _Figure:
    """Open the interval as the words before it say: "plus de", "at least", "environ"."""
    bounds = phrase_list(statement.language, "bounds.txt")
    for _ in range(2):
        found = bounds.ending_at(statement.norms, figure.first)
        if found is None or (found[1] == "low" and _is_duration(statement, figure)):
            break
        figure = _opened(replace(figure, first=found[0]), found[1])
    return figure


def _is_duration(statement: StatementView, figure: _Figure) -> bool:
    """Tell "over three days" (while they last) from "over three metres"."""
    before = statement.norms[figure.first - 1]
    return before == "over" and figure.unit in ("day", "week", "month", "year", "hour", "minute")


def _bounded_behind(statement: StatementView, figure: _Figure) -> _Figure:
    bounds = phrase_list(statement.language, "bounds_behind.txt")
    found = bounds.at(statement.norms, figure.behind) if figure.behind < len(statement.norms) else None
    if found is None:
        return figure
    if found[0] < len(statement.norms) and read_numeral(statement, found[0]) is not None:
        # "12 blessés, au moins 3 morts" bounds what follows.
        return figure
    return _opened(figure, found[1])


def _opened(figure: _Figure, bound: str) -> _Figure:
    match bound:
        case "low":
            return replace(figure, high=None)
        case "high":
            return replace(figure, low=None)
        case _:
            return replace(figure, approximate=True)


def _counted(statement: StatementView, figure: _Figure) -> tuple[str, ...]:
    """Return the stem of what is counted: behind the figure, or before it after "le nombre de"."""
    if figure.unit not in ("", "%"):
        return ()
    passed = phrase_words(statement.language, "uncounted.txt")
    place = figure.behind
    while place < len(statement.tokens) and place < figure.behind + 4 and statement.norms[place] in passed:
        place += 1
    # "neuf autres" are others than nine that stand elsewhere.
    stems = [norm for norm in statement.norms[figure.behind : place] if norm in _OTHERS]
    for token in statement.tokens[place : place + (1 if statement.language == "fr" else 2)]:
        if token.norm in _PEOPLE:
            stems.append(token.norm.removesuffix("s"))
            break
        if token.norm == "people":
            stems.append(token.stem)
            break
        if token.kind not in (WordKind.WORD, WordKind.NAME):
            break
        stems.append(token.stem)
        if token.norm.endswith("s"):
            # In English the plural is what is counted; what stands behind it is a verb.
            break
    return tuple(stems) or _counted_before(statement, figure.first)


def _counted_before(statement: StatementView, first: int) -> tuple[str, ...]:
    for place in range(max(0, first - 8), first - 1):
        if statement.norms[place] in _NUMBER_OF and statement.norms[place + 1] in _OF:
            following = statement.tokens[place + 2 : place + 3]
            return tuple(token.stem for token in following if token.kind is WordKind.WORD)
    return ()
