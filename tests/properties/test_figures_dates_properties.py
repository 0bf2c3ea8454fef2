"""Figures, dates and negation hold on any text: no failure, exact spans, values that make sense."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconciler.language import Languages
from reconciler.model import Segment, Signal, SignalKind, StatementKind
from reconciler.signals import DateValue, FigureValue, decode

LANGUAGES = Languages()
KINDS = (SignalKind.FIGURE, SignalKind.DATE, SignalKind.NEGATION)

# Random text hardly ever holds what the rules look at.
PARTS = st.sampled_from(
    [
        *(
            "3",
            "12",
            "70",
            "2023",
            "31",
            "29",
            "1,5",
            "7 418 205",
            "6.500",
            "3 , 500",
            "0800",
            "4465m",
            "$7.5bn",
        ),
        *(
            "deux",
            "neuf",
            "cent",
            "millions",
            "et demi",
            "dizaine",
            "des centaines de",
            "half a dozen",
            "hundred",
        ),
        *(
            "plus de",
            "au moins",
            "entre",
            "et",
            "de",
            "à",
            "between",
            "and",
            "from",
            "to",
            "up to",
            "or more",
            "-",
        ),
        *("%", "€", "euros", "km", "ans", "jours", "years", "old", "days", "heures", "sur", "in", "°C"),
        *(
            "lundi",
            "samedi soir",
            "Monday",
            "mai",
            "May",
            "février",
            "February",
            "ce",
            "le",
            "last",
            "prochain",
        ),
        *(
            "il y a",
            "ago",
            "la veille",
            "the day before",
            "le mois dernier",
            "depuis",
            "until",
            "fin",
            "mid-May",
        ),
        *("5h25", "25h61", "5 p.m.", "31.02.2023", "04.06.2023", "2023-06-04", "1990s", "années 90", "été"),
        *(
            "ne",
            "n'",
            "pas",
            "que",
            "jamais",
            "sans",
            "aucun",
            "ni",
            "not",
            "n't",
            "no",
            "never",
            "failed to",
        ),
        *(
            "morts",
            "people",
            "Paris",
            "rue",
            "article",
            "sera",
            "will",
            "a",
            "was",
            ",",
            ".",
            "«",
            "»",
            "(",
            ")",
        ),
        *("٣", "²", "½", "Ⅻ", "१२", "\u200b", "🙂", "’", "é", "e\u0301", "İ", "\u00a0", "\n"),
    ]
)
TEXTS = st.text() | st.lists(PARTS, max_size=40).map(" ".join) | st.lists(PARTS, max_size=40).map("".join)
PUBLISHED = st.sampled_from(
    [
        None,
        "",
        "2023",
        "2023-06",
        "2023-06-04",
        "2024-02-29",
        "0001-01-01",
        "9999-12-31",
        "2023-06-04T10:15+02:00",
    ]
) | st.text(max_size=12)


def signals(text: str, language: str, published: str | None) -> tuple[Signal, ...]:
    shown = f"Titre. {text}"
    segments = [Segment(7, len(shown), StatementKind.SENTENCE)] if text else []
    found = LANGUAGES.signals(shown, segments, language, published)
    assert len(found) == len(segments)
    for signal in (one for every in found for one in every):
        assert shown[signal.start : signal.end] == signal.text
        assert 7 <= signal.start < signal.end <= len(shown)
    return tuple(one for every in found for one in every if one.kind in KINDS)


@given(TEXTS, st.sampled_from(["fr", "en"]), PUBLISHED)
@settings(max_examples=500, deadline=None)
@example("la veille " * 60, "fr", "2023-06-04")
@example("3 et " * 1500 + "3 juin", "fr", "2023-06-04")
@example("mars et " * 1500 + "mai 2023", "fr", None)
@example("il y a 99999 ans", "fr", "2023-06-04")
@example("neuf " * 400, "fr", None)
@example("9" * 400 + " millions", "fr", None)
@example("29 février", "fr", "2023-03-01")
def test_values_make_sense_whatever_the_text(text: str, language: str, published: str | None) -> None:
    for signal in signals(text, language, published):
        value = decode(signal)
        assert value is not None
        if isinstance(value, FigureValue):
            assert value.low is not None or value.high is not None
            assert value.low is None or value.high is None or value.low <= value.high
        if isinstance(value, DateValue):
            start, end = (
                None if day is None else date.fromisoformat(day) for day in (value.start, value.end)
            )
            assert start is None or end is None or start <= end
            assert value.resolved == (start is not None or end is not None)


@given(st.integers(0, 10**12), st.sampled_from(["fr", "en"]))
@settings(max_examples=200, deadline=None)
def test_a_count_is_read_however_its_thousands_are_parted(number: int, language: str) -> None:
    for mark in (" ", "\u202f", "," if number >= 10**6 or language == "en" else " "):
        shown = f"{number:,}".replace(",", mark)
        (figure,) = (
            one
            for one in signals(f"On voit {shown} bateaux ici", language, None)
            if one.kind is SignalKind.FIGURE
        )

        assert figure.text == shown
        value = decode(figure)
        assert isinstance(value, FigureValue)
        assert (value.low, value.high) == (float(number), float(number))
