"""A signal's value comes back from its JSON text as it went in; what fits no kind counts as none."""

import pytest

from reconciler.model import Signal, SignalKind
from reconciler.signals import (
    AttributionValue,
    Certainty,
    CertaintyValue,
    DateValue,
    FigureValue,
    Granularity,
    NameType,
    NameValue,
    NegationValue,
    QuoteValue,
    SignalValue,
    decode,
    encode,
)

VALUES = [
    (SignalKind.FIGURE, FigureValue(70, None, approximate=True, unit="EUR", counted=("terrorist",))),
    (SignalKind.DATE, DateValue("2023-06-03", "2023-06-04", Granularity.WEEKEND, "05:25", resolved=False)),
    (SignalKind.DATE, DateValue(None, None, Granularity.DAY)),
    (SignalKind.QUOTE, QuoteValue("protéger leur territoire", scare=True, speaker="le soir")),
    (SignalKind.NAME, NameValue("country:BE", NameType.PLACE)),
    (
        SignalKind.ATTRIBUTION,
        AttributionValue("source proche", ("le soir",), anonymous=True, own_words=False),
    ),
    (SignalKind.CERTAINTY, CertaintyValue(Certainty.HEDGED, "présumer")),
    (SignalKind.NEGATION, NegationValue(("soutenir",), "ne pas")),
]


def signal(kind: SignalKind, value: str | None) -> Signal:
    return Signal(kind, 0, 1, "x", value)


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_a_value_comes_back_as_it_went_in(kind: SignalKind, value: SignalValue) -> None:
    assert decode(signal(kind, encode(value))) == value


@pytest.mark.parametrize("kind", SignalKind)
@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", "{}", '{"low": "many"}', "3", '{"granularity": "era"}']
)
def test_what_fits_no_kind_is_no_value(kind: SignalKind, text: str | None) -> None:
    assert decode(signal(kind, text)) is None
