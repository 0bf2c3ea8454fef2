"""What an analyst would find in the two seed articles, found by the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciler.alignment.differences import Cause
from reconciler.case import Case
from reconciler.case.comparisons import as_compared
from reconciler.case.findings import LIKELY, findings
from reconciler.cli.comparing import compared
from reconciler.cli.table import plain_table
from reconciler.model import Difference, Outcome, SignalKind, Statement

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def case() -> Iterator[Case]:
    with compared(SEEDS) as made:
        yield made


def statement(case: Case, words: str) -> Statement:
    """Return the one statement with these words."""
    (found,) = (each for source in case.sources for each in case.statements(source.id) if words in each.text)
    return found


def differences(case: Case, left: str, right: str) -> list[Difference]:
    """Return what differs between two statements that the program lines up by itself."""
    match = case.match_between(statement(case, left).id, statement(case, right).id)
    assert match is not None
    return list(case.differences(match.id))


def outcomes(found: list[Difference], kind: SignalKind) -> list[tuple[Outcome, str | None]]:
    return [(each.outcome, each.cause) for each in found if each.kind is kind]


def test_the_ministry_s_word_became_a_bare_fact(case: Case) -> None:
    found = differences(case, "Le raid de mai", "Plus de 70 terroristes avaient")
    assert outcomes(found, SignalKind.ATTRIBUTION) == [(Outcome.MISSING, Cause.ATTRIBUTION_LOST)]
    (lost,) = (each for each in found if each.kind is SignalKind.ATTRIBUTION)
    assert "ministère russe de la Défense" in (lost.left or "")
    assert (Outcome.AGREES, None) in outcomes(found, SignalKind.FIGURE)


def test_saturday_is_the_third_of_june(case: Case) -> None:
    found = differences(case, "Samedi, le Washington Post", "Ce 3 juin")
    assert outcomes(found, SignalKind.DATE) == [(Outcome.AGREES, None)]


def test_march_and_may_are_not_the_22nd_of_may(case: Case) -> None:
    found = differences(case, "en mars et mai 2023", "ce 22 mai")
    assert outcomes(found, SignalKind.DATE) == [(Outcome.DIFFERS, Cause.OTHER_SCOPE)]


def test_what_might_have_been_used_was_used(case: Case) -> None:
    from reconciler.alignment.differences import compare

    hedged, plain = statement(case, "auraient été utilisées"), statement(case, "veut savoir pourquoi")
    found = compare(*(as_compared(each.id, case._state) for each in (hedged, plain)))
    assert outcomes(list(found), SignalKind.CERTAINTY) == [(Outcome.MISSING, Cause.HEDGE_LOST)]
    (lost,) = (each for each in found if each.kind is SignalKind.CERTAINTY)
    assert "auraient été utilisées" in (lost.left or "")


def test_the_lost_hedge_and_the_lost_attribution_stand_in_the_table(case: Case) -> None:
    causes = {each.difference.cause for each in findings(case)}
    assert {Cause.ATTRIBUTION_LOST, Cause.HEDGE_LOST} <= causes
    likely = [each.strength for each in findings(case) if each.likelihood >= LIKELY]
    weak = [each.strength for each in findings(case) if each.likelihood < LIKELY]
    assert [each.strength for each in findings(case)] == likely + weak
    assert likely == sorted(likely, reverse=True)
    assert likely
    assert "attribution lost: “" in plain_table(case, 110)


def test_nothing_in_the_seeds_is_a_conflict_of_figures_or_a_denial(case: Case) -> None:
    kinds = {each.difference.kind for each in findings(case)}
    assert SignalKind.FIGURE not in kinds
    assert SignalKind.NEGATION not in kinds
