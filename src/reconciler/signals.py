"""What a signal's value is, kind by kind, and how it stands in the case file: as JSON text.

A `model.Signal` carries its value as text, so that a case file can be read with any tool; code that
compares signals reads it back with `decode`. Values are what was said, normalised, and never more
precise than the words: "plus de 70" is an interval without an upper end, « le mois dernier » a month.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from reconciler.model import Signal, SignalKind, Span, Statement

_JOINED = " / "
"""What stands between the words of several signals that count as one side of a difference."""


class Certainty(StrEnum):
    """How a statement stands to what it says. Plain assertion carries no signal."""

    HEDGED = "hedged"
    QUESTIONED = "questioned"
    DOUBTED = "doubted"
    DENIED = "denied"
    CONFIRMED = "confirmed"


class NameType(StrEnum):
    """What a name names, as far as rules can tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


class Granularity(StrEnum):
    """How precise a date is."""

    MOMENT = "moment"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A quantity as a closed interval; None is an open end.

    `approximate` for "about", round words ("une dizaine") and rounded units ("7 millions").
    `unit` is a normalised unit, currency (ISO 4217) or "%", empty for a count; `counted` the stems
    of what is counted, as far as they stand beside the figure.
    """

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str = ""
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateValue:
    """A stretch of days, both ends included, as ISO 8601 days; None is an open end ("since Thursday").

    `time` is a time of day (``05:25``) or a part of one (morning, noon, afternoon, evening, night).
    `resolved` is false when the words name no year or day by themselves and there is nothing to
    count from: no publication date, or no other date for "the day before".
    """

    start: str | None
    end: str | None
    granularity: Granularity
    time: str | None = None
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class QuoteValue:
    """Quoted words, white space and quotation marks normalised.

    `scare` for a word or two held at a distance rather than said; `speaker` the normalised source.
    """

    words: str
    scare: bool = False
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class NameValue:
    """A name: `key` is the same for all aliases of one thing, `type` what it names."""

    key: str
    type: NameType


@dataclass(frozen=True, slots=True)
class AttributionValue:
    """Who says so: `source` normalised like a name's key, `via` those it is passed on by, nearest first.

    "Le Soir citing a source close to the case": the source is the anonymous one, via Le Soir.
    `own_words` is false when the attribution is carried over from a neighbouring statement.
    """

    source: str
    via: tuple[str, ...] = ()
    anonymous: bool = False
    own_words: bool = True


@dataclass(frozen=True, slots=True)
class CertaintyValue:
    """How sure the statement is, and the word that says so in its dictionary form."""

    level: Certainty
    cue: str


@dataclass(frozen=True, slots=True)
class NegationValue:
    """What is denied: the stems in the negation's scope, and the word that negates."""

    scope: tuple[str, ...]
    cue: str


SignalValue = (
    FigureValue | DateValue | QuoteValue | NameValue | AttributionValue | CertaintyValue | NegationValue
)


def encode(value: SignalValue) -> str:
    """Return a value as JSON text with its keys in order, the same for equal values."""
    return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(signal: Signal) -> SignalValue | None:
    """Return a signal's value; None when it has none or, in a foreign file, one that fits no kind."""
    try:
        raw = json.loads(signal.value) if signal.value else None
        return _read(signal.kind, raw) if isinstance(raw, dict) else None
    except (ArithmeticError, KeyError, RecursionError, TypeError, ValueError):
        return None


def _read(kind: SignalKind, raw: dict[str, object]) -> SignalValue:  # noqa: PLR0911  # one for each kind
    match kind:
        case SignalKind.FIGURE:
            return FigureValue(
                _number(raw["low"]),
                _number(raw["high"]),
                raw["approximate"] is True,
                str(raw["unit"]),
                _texts(raw["counted"]),
            )
        case SignalKind.DATE:
            start, end = _text(raw["start"]), _text(raw["end"])
            precise = Granularity(str(raw["granularity"]))
            return DateValue(start, end, precise, _text(raw["time"]), raw["resolved"] is True)
        case SignalKind.QUOTE:
            return QuoteValue(str(raw["words"]), raw["scare"] is True, _text(raw["speaker"]))
        case SignalKind.NAME:
            return NameValue(str(raw["key"]), NameType(str(raw["type"])))
        case SignalKind.ATTRIBUTION:
            return AttributionValue(
                str(raw["source"]), _texts(raw["via"]), raw["anonymous"] is True, raw["own_words"] is True
            )
        case SignalKind.CERTAINTY:
            return CertaintyValue(Certainty(str(raw["level"])), str(raw["cue"]))
        case SignalKind.NEGATION:
            return NegationValue(_texts(raw["scope"]), str(raw["cue"]))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise ValueError(value)


def places_of(statement: Statement, kind: SignalKind, text: str | None) -> tuple[Span, ...]:
    """Return where the words of one side of a difference stand in its statement."""
    if not text:
        return ()
    own = [signal for signal in statement.signals if signal.kind is kind]
    for parts in ([text], text.split(_JOINED)):
        found = [
            Span(signal.start - statement.start, signal.end - statement.start)
            for signal in own
            if signal.text in parts
        ]
        if found:
            return tuple(found)
    # Opposite words are no signals of their own.
    at = statement.text.find(text)
    return (Span(at, at + len(text)),) if at >= 0 else ()
