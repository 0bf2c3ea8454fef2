"""Claims: what statements say together over matches."""

from collections.abc import Callable

from reconciler.case import Case
from reconciler.case.claims import build
from reconciler.model import (
    ClaimBasis,
    MadeBy,
    Match,
    MatchId,
    Relation,
    SourceDraft,
    SourceId,
    Standing,
    Statement,
    StatementId,
    StatementKind,
    Verdict,
)

M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)


def groups(case: Case) -> list[tuple[int, ...]]:
    return [tuple(claim.statements) for claim in case.claims()]


def test_before_anything_is_confirmed_proposals_join_and_say_so(case: Case) -> None:
    assert groups(case) == [(1, 5), (2, 6), (3, 7), (4,)]
    assert {claim.basis for claim in case.claims()} == {ClaimBasis.PROPOSED}


def test_what_is_rejected_or_unsure_joins_nothing(case: Case) -> None:
    case.decide([M1], Verdict.REJECTED)
    case.decide([M2], Verdict.UNSURE)
    assert groups(case) == [(1,), (2,), (3, 7), (4,), (5,), (6,)]


def test_once_something_is_confirmed_only_the_confirmed_joins(case: Case) -> None:
    case.decide([M2], Verdict.CONFIRMED, Relation.CONTRADICTS)
    assert groups(case) == [(1,), (2, 6), (3,), (4,), (5,), (7,)]
    assert {claim.basis for claim in case.claims()} == {ClaimBasis.CONFIRMED}


def test_chains_are_followed_through_all_sources(case: Case, draft: Callable[..., SourceDraft]) -> None:
    case.add_sources([draft("Third", "It closes.", "Nobody was hurt.")])
    case.link([StatementId(3), StatementId(4)], [StatementId(7)])
    case.link([StatementId(7)], [StatementId(10)])
    assert groups(case) == [(1,), (2,), (3, 4, 7, 10), (5,), (6,), (8,), (9,)]


def test_what_is_not_matched_is_no_claim_unless_it_was_linked() -> None:
    kinds = (StatementKind.TITLE, StatementKind.HEADING, StatementKind.METADATA, StatementKind.LEAD)
    statements = [
        Statement(StatementId(number), SourceId(number % 2 + 1), number, 0, 1, kind, "x")
        for number, kind in enumerate(kinds, 1)
    ]
    link = Match(M1, StatementId(1), StatementId(2), 0.5, MadeBy.HAND, None)
    assert [claim.statements for claim in build(statements, [])] == [(1,), (4,)]
    joined = build(statements, [(link, Standing(Verdict.CONFIRMED))])
    assert [claim.statements for claim in joined] == [(1, 2), (4,)]
