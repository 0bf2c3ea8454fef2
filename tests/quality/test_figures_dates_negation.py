"""Figures, dates and negation on sentences written for them, half of them traps: found, and right.

What is expected of a sentence is written beside it: the words marked and the value, in a short form
("70..", "~10", "2..6 EUR", "2024-03-09 evening", "2024-02", "../2024-03-15", "?" for unresolved) or for a
negation a word in its scope. An article or preposition before a date is not asked for.
"""

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment.differences import StatementSignals, compare
from reconciler.language import Languages
from reconciler.model import Outcome, Segment, Signal, SignalKind, StatementKind
from reconciler.signals import DateValue, FigureValue, NegationValue, decode

SENTENCES = Path(__file__).parent / "signals" / "figures_dates_negation.jsonl"
LANGUAGES = Languages()
KINDS = (SignalKind.FIGURE, SignalKind.DATE, SignalKind.NEGATION)
_LEADING = re.compile(r"^(?:le |la |l'|l’|the |on |ce |en |in |une? |a |des )", re.IGNORECASE)


@dataclass(frozen=True)
class Tally:
    """What came out over all sentences for one kind."""

    right: int
    found: int
    expected: int
    misses: tuple[str, ...]


def lines(key: str) -> Iterator[dict[str, Any]]:
    """Yield the records that have a key: ``text`` those of sentences, ``left`` those of pairs."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if key in record:
            yield record


def records() -> Iterator[dict[str, Any]]:
    return lines("text")


def signals(record: dict[str, Any], key: str = "text") -> tuple[Signal, ...]:
    text = record[key]
    segment = Segment(0, len(text), StatementKind.SENTENCE)
    (found,) = LANGUAGES.signals(text, [segment], record["language"], record["published"])
    return found


def differs(record: dict[str, Any]) -> bool:
    """Say whether the program sees the two sides of a pair differ in the kind that the pair is about."""
    left, right = (
        StatementSignals(record[key], signals(record, key), 0, record["language"], record["published"])
        for key in ("left", "right")
    )
    found = compare(left, right)
    return any(one.kind == record["kind"] and one.outcome is Outcome.DIFFERS for one in found)


def is_right(record: dict[str, Any], expected: list[str], signal: Signal) -> bool:
    words, value = expected
    if _LEADING.sub("", signal.text) != _LEADING.sub("", words):
        return False
    match decode(signal):
        case FigureValue() as figure:
            return fits_figure(record, value, figure)
        case DateValue() as date:
            return written(date) == full(value)
        case NegationValue() as negation:
            return stem(record, value) in negation.scope
    return False


def fits_figure(record: dict[str, Any], expected: str, figure: FigureValue) -> bool:
    value, _, counted = expected.partition(" #")
    number, _, unit = value.partition(" ")
    low, dots, high = number.removeprefix("~").partition("..")
    ends = (float(low) if low else None, float(high) if high else None) if dots else (float(low), float(low))
    return (
        (figure.low, figure.high) == ends
        and figure.approximate >= number.startswith("~")
        and (figure.unit == unit or not unit)
        and (not counted or any(one.startswith(counted[:4]) for one in figure.counted))
        and record["text"] != ""
    )


def written(date: DateValue) -> tuple[str | None, str | None, str | None]:
    return date.start, date.end, date.time


def full(value: str) -> tuple[str | None, str | None, str | None]:
    days, _, time = value.partition(" ")
    start, slash, end = days.partition("/")
    if not slash:
        if start == "?":
            return None, None, time or None
        return edge(start, first=True), edge(start, first=False), time or None
    return (
        None if start == ".." else edge(start, first=True),
        None if end == ".." else edge(end, first=False),
        time or None,
    )


def edge(day: str, *, first: bool) -> str:
    if len(day) == 4:
        return f"{day}-01-01" if first else f"{day}-12-31"
    if len(day) == 7:
        return f"{day}-01" if first else f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return day


def stem(record: dict[str, Any], word: str) -> str:
    (found,) = LANGUAGES.words(word, record["language"])
    return found.stem


def tally(kind: SignalKind) -> Tally:
    right = found = expected = 0
    misses: list[str] = []
    for record in records():
        shown = [signal for signal in signals(record) if signal.kind is kind]
        wanted: list[list[str]] = list(record[kind])
        found, expected = found + len(shown), expected + len(wanted)
        for signal in shown:
            hit = next((one for one in wanted if is_right(record, one, signal)), None)
            if hit is None:
                misses.append(f"wrong: {signal.text!r} = {signal.value} in {record['text']!r}")
            else:
                wanted.remove(hit)
                right += 1
        misses += [f"missed: {one} in {record['text']!r}" for one in wanted]
    return Tally(right, found, expected, tuple(misses))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_is_right_and_most_of_it_is_found(kind: SignalKind) -> None:
    found = tally(kind)

    said = "\n".join(found.misses)
    assert found.right / found.found >= 0.90, said
    assert found.right / found.expected >= 0.80, said


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_that_say_two_things_are_told_from_those_that_do_not(kind: SignalKind) -> None:
    pairs = [record for record in lines("left") if record["kind"] == kind]
    said = {record["left"] + " | " + record["right"] for record in pairs if differs(record)}
    so = {record["left"] + " | " + record["right"] for record in pairs if record["outcome"] == "differs"}

    assert len(said & so) / len(said) >= 0.90, f"false: {said - so}"
    assert len(said & so) / len(so) >= 0.80, f"missed: {so - said}"


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_enough_to_measure_on(kind: SignalKind) -> None:
    assert tally(kind).expected >= 30
    assert sum(bool(record.get("trap")) for record in records()) >= 0.45 * sum(1 for _ in records())


if __name__ == "__main__":
    for each in KINDS:
        result = tally(each)
        precision, recall = result.right / result.found, result.right / result.expected
        said = f"{each}: precision {precision:.3f}, recall {recall:.3f} of {result.expected}"
        print(said, *result.misses, sep="\n  ")  # noqa: T201  # the table is what this is run for
