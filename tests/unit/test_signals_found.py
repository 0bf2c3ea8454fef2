"""The way in to signals: which statements carry some, where they stand, what dates come to."""

import gc
from itertools import accumulate

import pytest

from reconciler.language import Languages
from reconciler.language.signals.components import FINDERS, make_signal_pipeline
from reconciler.language.signals.view import StatementView
from reconciler.model import Segment, SignalKind, StatementKind
from reconciler.signals import AttributionValue, DateValue, FigureValue, Granularity, decode

LANGUAGES = Languages()
TEXT = "12 navires\nPhoto : 14 navires\nLe port a vu 13 navires mardi."
SEGMENTS = (
    Segment(0, 10, StatementKind.TITLE),
    Segment(11, 29, StatementKind.BOILERPLATE),
    Segment(30, len(TEXT), StatementKind.SENTENCE),
)


def dates(text: str, published: str | None, language: str = "fr") -> list[DateValue]:
    (found,) = LANGUAGES.signals(text, [Segment(0, len(text), StatementKind.SENTENCE)], language, published)
    values = (decode(one) for one in found if one.kind is SignalKind.DATE)
    return [value for value in values if isinstance(value, DateValue)]


def figure(text: str, language: str = "en") -> FigureValue:
    (found,) = LANGUAGES.signals(text, [Segment(0, len(text), StatementKind.SENTENCE)], language, None)
    (value,) = (decode(one) for one in found if one.kind is SignalKind.FIGURE)
    assert isinstance(value, FigureValue)
    return value


def test_signals_stand_with_their_statement_and_point_into_the_source() -> None:
    title, caption, sentence = LANGUAGES.signals(TEXT, SEGMENTS, "fr", "2024-03-13")

    assert [one.text for one in title] == ["12"]
    assert caption == ()
    assert [TEXT[one.start : one.end] for one in sentence] == ["13", "mardi"]


def test_what_was_looked_through_does_not_wait_in_memory_for_a_collection() -> None:
    lines = [f"{number} people came." for number in range(400)]
    ends = list(accumulate(len(line) + 1 for line in lines))
    segments = [
        Segment(end - len(line) - 1, end - 1, StatementKind.SENTENCE)
        for line, end in zip(lines, ends, strict=True)
    ]
    gc.collect()
    LANGUAGES.signals("\n".join(lines), segments, "en", None)

    left = [each for each in gc.get_objects() if isinstance(each, StatementView)]
    assert len(left) < len(lines) // 2, "but for those that were looked at last"


def test_a_language_without_rules_has_no_signals() -> None:
    assert LANGUAGES.signals(TEXT, SEGMENTS, "de", "2024-03-13") == ((), (), ())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_is_a_component_of_the_pipeline(language: str) -> None:
    assert make_signal_pipeline(language).pipe_names == [str(kind) for kind in FINDERS]
    assert set(FINDERS) == set(SignalKind)


@pytest.mark.parametrize(
    ("text", "precise"),
    [
        ("Il pleut samedi.", Granularity.DAY),
        ("Il pleut samedi soir.", Granularity.PART_OF_DAY),
        ("Il a plu ce week-end.", Granularity.WEEKEND),
        ("Il a plu la semaine dernière.", Granularity.WEEK),
        ("Il a plu le mois dernier.", Granularity.MONTH),
        ("Il a plu l'été dernier.", Granularity.SEASON),
        ("Il a plu en 2019.", Granularity.YEAR),
        ("Il a plu du 3 au 5 mars.", Granularity.RANGE),
        ("Il a plu mardi à 8h30.", Granularity.MOMENT),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, precise: Granularity) -> None:
    (value,) = dates(text, "2024-03-13")

    assert value.granularity is precise


def test_without_a_day_of_publication_a_weekday_stays_open_and_a_dated_day_does_not() -> None:
    weekday, dated = dates("Il a plu mardi, comme le 4 mars 2019.", None)

    assert (weekday.start, weekday.end, weekday.resolved) == (None, None, False)
    assert (dated.start, dated.end, dated.resolved) == ("2019-03-04", "2019-03-04", True)


def test_a_month_of_publication_is_enough_for_a_day_without_a_year() -> None:
    (value,) = dates("Il a plu le 4 mars.", "2024-06")

    assert value.start == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Le conseil a voté vendredi.", "2024-03-08"),
        ("Le conseil votera vendredi.", "2024-03-15"),
        ("Le conseil a dit vendredi qu'il votera.", "2024-03-08"),
        ("Le conseil montra vendredi le plan.", "2024-03-08"),
        ("Le vote est prévu vendredi.", "2024-03-15"),
        ("Mercredi, le conseil a voté.", "2024-03-13"),
    ],
)
def test_the_tense_says_which_weekday_is_meant(text: str, start: str) -> None:
    (value,) = dates(text, "2024-03-13")

    assert value.start == start


def test_another_nine_are_told_from_nine() -> None:
    assert "other" in figure("Nine other climbers were hurt.").counted
    assert "other" not in figure("Nine climbers were hurt.").counted


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("The ridge is 3 km long.", 3000.0, "m"),
        ("The ridge is 300m long.", 300.0, "m"),
        ("The site has 3m users.", 3_000_000.0, ""),
        ("They paid £2.5m for it.", 2_500_000.0, "GBP"),
        ("They bought a $500 guitar.", 500.0, "USD"),
    ],
)
def test_a_letter_behind_a_number_is_a_unit_or_millions(text: str, low: float, unit: str) -> None:
    value = figure(text)

    assert (value.low, value.unit) == (low, unit)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Quatre personnes sont mortes, selon les garde-côtes.", "coastguard"),
        ("fr", "Quatre personnes sont mortes, a dit un garde-côte.", "coastguard"),
        ("en", "Four people died, the coastguard said.", "coastguard"),
        ("en", "Four people died, according to the coast guard.", "coastguard"),
        ("fr", "Le train a déraillé, selon les cheminots.", "worker"),
    ],
)
def test_who_keeps_the_coast_or_works_on_the_railway_is_a_source(
    language: str, text: str, source: str
) -> None:
    (found,) = LANGUAGES.signals(text, [Segment(0, len(text), StatementKind.SENTENCE)], language, None)
    values = [decode(one) for one in found if one.kind is SignalKind.ATTRIBUTION]
    assert [each.source for each in values if isinstance(each, AttributionValue)] == [source]
