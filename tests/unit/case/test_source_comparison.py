"""What sources alone say, leave out, assert and share: counted from the table of claims."""

from collections.abc import Callable

import pytest

from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import claim_table
from reconciler.case.source_comparison import Instance, SourceComparison, compare_sources
from reconciler.model import Signal, SignalKind, SourceDraft, SourceId, StatementId
from reconciler.signals import AttributionValue, encode

A, B, C = map(SourceId, (1, 2, 3))
Draft = Callable[..., SourceDraft]


@pytest.fixture
def three(case: Case, draft: Draft) -> Case:
    """A has statements 1 to 4, B 5 to 7, C 8 to 10; 1 = 5 = 8, 3 = 7, 2 = 9."""
    case.add_sources(
        [draft("Bridge is shut", "On Monday it closes.", "Ferries run.", published="2024-05-01")]
    )
    for one, other in ((1, 5), (5, 8), (1, 8), (3, 7), (2, 9)):
        case.link([StatementId(one)], [StatementId(other)])
    return case


def compared(case: Case) -> SourceComparison:
    return compare_sources(claim_table(ClaimFacts.of(case)))


def statements(found: tuple[Instance, ...]) -> list[int]:
    return [each.statement for each in found]


def attribute(case: Case, number: int) -> None:
    """Let a statement name somebody for what it says."""
    statement = case.statement(StatementId(number))
    signal = Signal(
        SignalKind.ATTRIBUTION, statement.start, statement.start + 3, statement.text[:3],
        encode(AttributionValue("mayor")),
    )  # fmt: skip
    case.record_signals({statement.id: [signal]})


def test_what_each_source_alone_says_and_shares(three: Case) -> None:
    found = compared(three)
    assert [profile.source for profile in found.profiles] == [A, B, C]
    assert [statements(profile.alone) for profile in found.profiles] == [[4], [6], [10]]
    assert [len(profile.said) for profile in found.profiles] == [4, 3, 3]
    assert [len(found.between(*pair)) for pair in ((A, B), (B, A), (A, C), (B, C))] == [2, 2, 2, 1]


def test_what_most_have_is_left_out_by_the_one_that_is_silent(three: Case) -> None:
    table = claim_table(ClaimFacts.of(three))
    names = [
        [table.claims[each.place].claim.statements for each in profile.left_out]
        for profile in compare_sources(table).profiles
    ]
    assert names == [[], [], [(3, 7)]], "in B a proposal for 2 waits"
    three.set_silence(StatementId(2), B, True)
    assert statements(compared(three).profiles[1].left_out) == [2], "searched in vain"


def test_where_a_proposal_waits_nothing_is_said_to_be_left_out(case: Case) -> None:
    assert all(not profile.left_out for profile in compared(case).profiles)


def test_who_asserts_what_another_attributes(three: Case) -> None:
    assert all(not profile.asserted for profile in compared(three).profiles)
    attribute(three, 5)
    assert [statements(profile.asserted) for profile in compared(three).profiles] == [[1], [], [8]]


def test_claims_stand_on_the_day_of_their_first_article_with_a_date_of_its_own(three: Case) -> None:
    found = compared(three)
    assert [(day.date, len(day.appeared)) for day in found.days] == [("2024-05-01", 3), ("2024-05-06", 2)]
    assert found.undated == 1


def test_a_case_of_one_source_compares_with_nothing(case: Case) -> None:
    case.remove_source(B)
    (profile,) = compared(case).profiles
    assert (len(profile.said), len(profile.alone), profile.left_out, profile.asserted) == (4, 4, (), ())
