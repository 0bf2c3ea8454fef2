"""Two statements' signals compared: what counts as a difference, its cause, and what does not."""

import re
from dataclasses import replace

import pytest

from reconciler.alignment.differences import Cause, StatementSignals, compare, kinds, suggested_relation
from reconciler.model import Difference, Outcome, Relation, Signal, SignalKind
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
    encode,
)

_KINDS: dict[type, SignalKind] = {
    FigureValue: SignalKind.FIGURE,
    DateValue: SignalKind.DATE,
    QuoteValue: SignalKind.QUOTE,
    NameValue: SignalKind.NAME,
    AttributionValue: SignalKind.ATTRIBUTION,
    CertaintyValue: SignalKind.CERTAINTY,
    NegationValue: SignalKind.NEGATION,
}


def said(text: str, *values: SignalValue, language: str = "en", start: int = 0) -> StatementSignals:
    """Make a statement of a text in which ``[…]`` marks the words of each of the values, in order."""
    plain, spans = "", []
    for piece in re.split(r"(\[[^\]]*\])", text):
        if piece.startswith("["):
            spans.append((len(plain), len(plain) + len(piece) - 2))
        plain += piece.strip("[]")
    signals = tuple(
        Signal(_KINDS[type(value)], start + first, start + end, plain[first:end], encode(value))
        for (first, end), value in zip(spans, values, strict=True)
    )
    return StatementSignals(plain, signals, start, language)


def number(low: float | None, high: float | None = None, *counted: str, unit: str = "") -> FigureValue:
    return FigureValue(low, low if high is None else high, unit=unit, counted=counted)


def day(iso: str, time: str | None = None) -> DateValue:
    return DateValue(iso, iso, Granularity.DAY, time)


def only(differences: tuple[Difference, ...], kind: SignalKind) -> list[tuple[Outcome, str | None]]:
    return [(each.outcome, each.cause) for each in differences if each.kind is kind]


def figures(left: StatementSignals, right: StatementSignals) -> list[tuple[Outcome, str | None]]:
    return only(compare(left, right), SignalKind.FIGURE)


def dates(left: StatementSignals, right: StatementSignals) -> list[tuple[Outcome, str | None]]:
    return only(compare(left, right), SignalKind.DATE)


def negations(left: StatementSignals, right: StatementSignals) -> list[tuple[Outcome, str | None]]:
    return only(compare(left, right), SignalKind.NEGATION)


def test_two_counts_of_the_dead_contradict_each_other_however_it_is_said() -> None:
    left = said("The crash killed [14] people.", number(14, None, "people"))
    right = said("[Eleven] died in the crash.", number(11, None))
    assert figures(left, right) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


def test_a_conflict_between_articles_of_two_days_may_be_a_revision() -> None:
    left = replace(said("The crash killed [14] people.", number(14, None, "people")), published="2024-03-01")
    right = replace(said("[15] people were killed.", number(15, None, "people")), published="2024-03-02")
    assert figures(left, right) == [(Outcome.DIFFERS, Cause.REVISION)]
    assert figures(left, replace(right, published="2024-03-01")) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


def test_a_bound_agrees_with_what_it_allows_and_with_nothing_else() -> None:
    over = said("[Plus de 70] maisons ont brûlé.", FigureValue(70, None, counted=("maison",)), language="fr")
    within = said("[72] maisons ont brûlé.", number(72, None, "maison"), language="fr")
    below = said("[61] maisons ont brûlé.", number(61, None, "maison"), language="fr")
    assert figures(over, within) == [(Outcome.AGREES, Cause.BOUND)]
    assert figures(over, below) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


def test_a_rounded_number_agrees_with_the_exact_one() -> None:
    rounded = said(
        "Some [7 million] voters turned out.", FigureValue(7e6, 7e6, approximate=True, counted=("voter",))
    )
    exact = said("[7,418,205] voters turned out.", number(7_418_205, None, "voter"))
    far = said("[9,300,000] voters turned out.", number(9_300_000, None, "voter"))
    assert figures(rounded, exact) == [(Outcome.AGREES, Cause.ROUNDING)]
    assert figures(rounded, far) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("[Près de 100]", "[115]", (Outcome.DIFFERS, Cause.CONTRADICTION)),
        ("[400]", "[Environ 460]", (Outcome.DIFFERS, Cause.CONTRADICTION)),
        ("[Environ 2 000]", "[Près de 2 300]", (Outcome.DIFFERS, Cause.CONTRADICTION)),
        ("[Près de 400]", "[387]", (Outcome.AGREES, Cause.ROUNDING)),
        ("[Plus de 6]", "[6]", (Outcome.AGREES, Cause.BOUND)),
    ],
)
def test_an_approximate_number_agrees_with_what_is_near_and_never_without_a_word(
    left: str, right: str, expected: tuple[Outcome, str]
) -> None:
    def housed(number: str) -> StatementSignals:
        named = float("".join(each for each in number if each.isdigit()))
        value = FigureValue(
            named,
            None if "Plus de" in number else named,
            approximate="Près de" in number or "Environ" in number,
            counted=("habitant",),
        )
        return said(f"{number} habitants ont quitté leur logement.", value, language="fr")

    assert figures(housed(left), housed(right)) == [expected]


METRES, METRES_TOO = FigureValue(2456, 2456, unit="m"), FigureValue(2152, 2152, unit="m")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            said("The blast killed [two] people.", number(2, None, "people")),
            said("The blast injured [nineteen] people.", number(19, None, "people")),
            id="the dead and the wounded",
        ),
        pytest.param(
            said("It shook [seven] villages and killed many.", number(7, None, "villag")),
            said("It killed [ten].", number(10)),
            id="villages and the dead",
        ),
        pytest.param(
            said("[Twelve] were hurt, including [three] children.", number(12), number(3, None, "child")),
            said("[Three] children were hurt.", number(3, None, "child")),
            id="a part of the other",
        ),
        pytest.param(
            said("It fell near [Mount Ida] ([2,456 m]).", NameValue("ida", NameType.PLACE), METRES),
            said("It fell near [Mount Oeta] ([2,152 m]).", NameValue("oeta", NameType.PLACE), METRES_TOO),
            id="two summits",
        ),
        pytest.param(
            said("The test is [99.9 %] sure.", number(99.9, unit="%")),
            said("The test is wrong in [1] of [1,000] cases.", number(1), number(1000, None, "case")),
            id="a share and odds",
        ),
        pytest.param(
            said("[Nine] died and [nine] others are safe.", number(9), number(9, None, "other")),
            said("[Nine] died.", number(9)),
            id="nine others",
        ),
        pytest.param(
            said(
                "[Orbix] cuts [300] jobs.",
                NameValue("orbix", NameType.ORGANISATION),
                number(300, None, "job"),
            ),
            said(
                "[Delmo] cuts [900] jobs.",
                NameValue("delmo", NameType.ORGANISATION),
                number(900, None, "job"),
            ),
            id="another firm's",
        ),
    ],
)
def test_numbers_of_different_things_are_no_conflict(left: StatementSignals, right: StatementSignals) -> None:
    assert SignalKind.FIGURE not in kinds(compare(left, right))
    assert SignalKind.FIGURE not in kinds(compare(right, left))


def test_a_weekday_and_a_date_of_one_day_agree_and_another_day_does_not() -> None:
    left = said("L'incursion a eu lieu [samedi].", day("2023-06-03"), language="fr")
    right = said("L'incursion a eu lieu [ce 3 juin].", day("2023-06-03"), language="fr")
    other = said("L'incursion a eu lieu [vendredi].", day("2023-06-02"), language="fr")
    assert dates(left, right) == [(Outcome.AGREES, None)]
    assert dates(left, other) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


def test_a_month_agrees_with_a_day_in_it_but_two_months_do_not() -> None:
    march = DateValue("2023-03-01", "2023-03-31", Granularity.MONTH)
    may = DateValue("2023-05-01", "2023-05-31", Granularity.MONTH)
    the_22nd = said("The second incursion into Russia was on [22 May].", day("2023-05-22"))
    assert dates(said("The second incursion into Russia was in [May].", may), the_22nd) == [
        (Outcome.AGREES, Cause.COARSER)
    ]
    both = said("The incursion into Russia was on [22 May].", day("2023-05-22"))
    assert dates(said("Incursions into Russia came in [March] and [May].", march, may), both) == [
        (Outcome.DIFFERS, Cause.OTHER_SCOPE)
    ]


def test_times_of_one_day_are_compared_with_some_slack() -> None:
    left = said("The alarm was raised on [Tuesday at 5.25].", day("2024-03-12", "05:25"))
    assert dates(left, said("The alarm was raised [Tuesday at 5.40].", day("2024-03-12", "05:40"))) == [
        (Outcome.AGREES, None)
    ]
    assert dates(left, said("The alarm was raised [Tuesday at 7].", day("2024-03-12", "07:00"))) == [
        (Outcome.DIFFERS, Cause.CONTRADICTION)
    ]


def test_a_morning_is_no_evening_but_an_evening_may_be_called_a_night() -> None:
    def part(name: str) -> StatementSignals:
        return said(f"The bridge reopened [on Monday {name}].", day("2024-03-11", name))

    assert dates(part("morning"), part("evening")) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]
    assert dates(part("evening"), part("night")) == [(Outcome.AGREES, None)]


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    left = said(
        "The factory burnt down, the [mayor said] [on Monday].", AttributionValue("mayor"), day("2024-03-11")
    )
    right = said("The factory burnt down [on Sunday].", day("2024-03-10"))
    assert dates(left, right) == []
    on_tuesday = said(
        "The factory burnt down, the [mayor said] [on Tuesday].", AttributionValue("mayor"), day("2024-03-12")
    )
    assert dates(left, on_tuesday) == []


def test_another_raid_on_another_day_is_no_conflict() -> None:
    left = said("[On Sunday] the rebels tried another raid on the port.", day("2024-03-10"))
    right = said("The rebels raided the port [on 22 February].", day("2024-02-22"))
    assert dates(left, right) == []


def test_a_denial_meets_an_assertion() -> None:
    denied = said("The bank did [not] approve the loan.", NegationValue(("approv", "loan"), "not"))
    asserted = said("The bank approved the loan.")
    assert negations(denied, asserted) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]
    assert negations(asserted, denied) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]
    assert negations(denied, denied) == [(Outcome.AGREES, None)]


def test_a_denial_of_something_else_is_no_conflict() -> None:
    left = said("The man, who was [not] named, was arrested.", NegationValue(("name",), "not"))
    assert negations(left, said("The man was arrested.")) == []


def test_opposite_words_are_a_denial_unless_one_is_denied_itself() -> None:
    refused = said("The council rejected the offer of the club.")
    accepted = said("The council accepted the offer of the club.")
    not_accepted = said(
        "The council did [not] accept the offer of the club.", NegationValue(("accept", "offer"), "not")
    )
    assert negations(refused, accepted) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]
    assert negations(refused, not_accepted) == []


def test_an_attribution_is_lost_shared_or_another() -> None:
    by_ministry = said("[The ministry said] 70 were killed.", AttributionValue("ministry"))
    by_army = said("[According to the army] 70 were killed.", AttributionValue("army"))
    bare = said("70 were killed.")
    carried = said("[70 were killed].", AttributionValue("ministry", own_words=False))
    assert only(compare(by_ministry, bare), SignalKind.ATTRIBUTION) == [
        (Outcome.MISSING, Cause.ATTRIBUTION_LOST)
    ]
    assert only(compare(by_ministry, carried), SignalKind.ATTRIBUTION) == [
        (Outcome.MISSING, Cause.ATTRIBUTION_LOST)
    ]
    assert only(compare(by_ministry, by_army), SignalKind.ATTRIBUTION) == [
        (Outcome.DIFFERS, Cause.OTHER_SOURCE)
    ]
    assert only(compare(by_ministry, by_ministry), SignalKind.ATTRIBUTION) == [(Outcome.AGREES, None)]


def test_a_hedge_is_lost_when_the_other_side_asserts_the_same() -> None:
    hedged = said("The general was [reportedly] dismissed.", CertaintyValue(Certainty.HEDGED, "reportedly"))
    confirmed = said(
        "His dismissal as a general [was confirmed].", CertaintyValue(Certainty.CONFIRMED, "confirm")
    )
    assert only(compare(hedged, said("The general was dismissed.")), SignalKind.CERTAINTY) == [
        (Outcome.MISSING, Cause.HEDGE_LOST)
    ]
    assert only(compare(hedged, hedged), SignalKind.CERTAINTY) == [(Outcome.AGREES, None)]
    assert only(compare(confirmed, said("The general was dismissed.")), SignalKind.CERTAINTY) == []


def quoted(words: str, *, scare: bool = False) -> StatementSignals:
    return said(f"She said: “[{words}]”.", QuoteValue(words, scare=scare))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (quoted("we will rebuild"), quoted("We will rebuild."), (Outcome.AGREES, None)),
        (
            quoted("we will rebuild every home on this street"),
            quoted("we will rebuild every home"),
            (Outcome.DIFFERS, Cause.QUOTE_SHORTENED),
        ),
        (
            quoted("a total failure of basic safety"),
            quoted("a complete failure of all safety"),
            (Outcome.DIFFERS, Cause.QUOTE_CHANGED),
        ),
        (
            quoted("a total failure of basic safety"),
            said("She spoke of a total failure of basic safety."),
            (Outcome.MISSING, Cause.QUOTE_MARKS_LOST),
        ),
        (
            quoted("a total failure of basic safety"),
            said("Basic safety, she thinks, was totally absent."),
            (Outcome.MISSING, Cause.QUOTE_PARAPHRASED),
        ),
    ],
)
def test_what_became_of_a_quote(
    left: StatementSignals, right: StatementSignals, expected: tuple[Outcome, Cause | None]
) -> None:
    assert only(compare(left, right), SignalKind.QUOTE) == [expected]
    assert only(compare(right, left), SignalKind.QUOTE) == [expected]


def test_two_words_are_missed_only_where_they_stand_without_marks() -> None:
    two = quoted("extremely strict", scare=True)
    assert only(compare(two, said("The rules are extremely strict.")), SignalKind.QUOTE) == [
        (Outcome.MISSING, Cause.QUOTE_MARKS_LOST)
    ]
    assert only(compare(two, said("The rules are strict.")), SignalKind.QUOTE) == []


def test_a_quote_of_other_words_and_a_scare_quote_are_nothing_to_compare() -> None:
    assert only(compare(quoted("we will rebuild"), said("The flood was over.")), SignalKind.QUOTE) == []
    assert only(compare(quoted("peace", scare=True), said("The peace was over.")), SignalKind.QUOTE) == []


def test_a_source_that_the_other_side_names_as_well_is_not_lost() -> None:
    left = said("[The mayor spoke of] a shortage.", AttributionValue("mayor"))
    assert only(compare(left, said("A shortage troubles the mayor.")), SignalKind.ATTRIBUTION) == []


def test_a_hedge_before_that_hedges_what_follows() -> None:
    left = said(
        "Pictures of the scene [suggested] that the groups drove armoured cars.",
        CertaintyValue(Certainty.HEDGED, "suggest"),
    )
    right = said("They drove armoured cars.")
    assert only(compare(left, right), SignalKind.CERTAINTY) == [(Outcome.MISSING, Cause.HEDGE_LOST)]


def test_a_hedge_of_something_else_is_nothing_to_compare() -> None:
    left = said(
        "The mayor, who will [perhaps] resign, opened a new bridge.",
        CertaintyValue(Certainty.HEDGED, "perhaps"),
    )
    right = said("A ship passed the canal.")
    assert only(compare(left, right), SignalKind.CERTAINTY) == []


def test_names_agree_by_what_they_name() -> None:
    left = said("[WaPo] has it.", NameValue("washington post", NameType.ORGANISATION))
    right = said("[The Washington Post] has it.", NameValue("washington post", NameType.ORGANISATION))
    assert only(compare(left, right), SignalKind.NAME) == [(Outcome.AGREES, None)]


def test_offsets_count_from_where_the_statement_stands() -> None:
    left = said("The crash killed [14] people.", number(14, None, "people"), start=5_000)
    right = said("[Eleven] died in the crash.", number(11, None), start=90)
    assert figures(left, right) == [(Outcome.DIFFERS, Cause.CONTRADICTION)]


def test_a_signal_whose_value_fits_no_kind_is_passed_over() -> None:
    broken = StatementSignals("Five died.", (Signal(SignalKind.FIGURE, 0, 4, "Five", '{"low": "much"}'),))
    assert compare(broken, broken) == ()


def test_the_strongest_difference_stands_first() -> None:
    left = said(
        "[Six] were [allegedly] killed, [the army said].",
        number(6),
        CertaintyValue(Certainty.HEDGED, "allegedly"),
        AttributionValue("army"),
    )
    right = said("[Nine] were killed.", number(9))
    found = compare(left, right)
    assert [each.kind for each in found] == [
        SignalKind.FIGURE,
        SignalKind.ATTRIBUTION,
        SignalKind.CERTAINTY,
    ]


def test_the_suggested_relation_follows_the_strongest_difference() -> None:
    twelve = said("[Twelve] were killed.", number(12))
    fifteen = said("[Fifteen] were killed.", number(15))
    attributed = said("[Twelve] were killed, [the army said].", number(12), AttributionValue("army"))
    assert suggested_relation(compare(twelve, fifteen)) is Relation.CONTRADICTS
    assert suggested_relation(compare(twelve, attributed)) is Relation.DIFFERS
    assert suggested_relation(compare(twelve, twelve)) is Relation.AGREES


def test_swapping_the_statements_swaps_the_sides() -> None:
    left = said("[Twelve] were killed, [the army said].", number(12), AttributionValue("army"))
    right = said("[Fifteen] were [not] killed.", number(15), NegationValue(("kill",), "not"))
    assert {replace(each, left=each.right, right=each.left) for each in compare(left, right)} == set(
        compare(right, left)
    )
