"""How far two analysts agree: what both judged, what only one did, and what no longer meets."""

import random
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.case.agreement import Comparison, compare
from reconciler.case.colleague import Colleague
from reconciler.case.kappa import Concord, concord
from reconciler.errors import CaseError, Problem
from reconciler.model import MatchId, Relation, SourceDraft, Standing, StatementId, Verdict

from .conftest import BRIDGE, CROSSING

M1, M2, M3 = map(MatchId, (1, 2, 3))


@pytest.fixture
def other(tmp_path: Path, draft: Callable[..., SourceDraft]) -> Case:
    """Bo's case of the same articles, added the other way round: 4 to 7 stand there for 1 to 4 here."""
    made = Case.create(tmp_path / "bo.reconciler", analyst="Bo")
    made.add_sources([draft(*CROSSING, published="2024-05-06"), draft(*BRIDGE)])
    return made


def link(case: Case, one: int, other: int, verdict: Verdict, relation: Relation | None = None) -> None:
    """Decide a pair in a case that has no proposals."""
    case.link([StatementId(one)], [StatementId(other)])
    match = case.match_between(StatementId(one), StatementId(other))
    assert match is not None
    case.decide([match.id], verdict, relation)


def test_differently_numbered_statements_meet(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.AGREES)
    case.decide([M2], Verdict.CONFIRMED)
    case.decide([M3], Verdict.REJECTED)
    link(other, 1, 4, Verdict.CONFIRMED, Relation.AGREES)
    link(other, 2, 5, Verdict.REJECTED)
    link(other, 3, 7, Verdict.UNSURE)
    with other:
        found = compare(case, Colleague.of(other))
    assert [(each.left, each.right, each.match, each.comparison) for each in found.judged] == [
        (1, 5, 1, Comparison.ALIKE),
        (2, 6, 2, Comparison.APART),
        (3, 7, 3, Comparison.ONLY_MINE),
        (4, 7, None, Comparison.ONLY_THEIRS),
    ]
    (apart,) = found.disagreements
    assert apart.mine is not None
    assert apart.theirs is not None
    assert (apart.mine.analyst, apart.mine.standing) == ("Ada", Standing(Verdict.CONFIRMED))
    assert (apart.theirs.analyst, apart.theirs.standing.verdict) == ("Bo", Verdict.REJECTED)
    assert (found.matches.judged, found.matches.alike, found.matches.share) == (2, 1, 0.5)
    assert (found.relations.judged, found.relations.alike) == (1, 1)


def test_relations_are_compared_where_both_set_one(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.AGREES)
    case.decide([M2], Verdict.CONFIRMED, Relation.DIFFERS)
    link(other, 1, 4, Verdict.CONFIRMED, Relation.CONTRADICTS)
    link(other, 2, 5, Verdict.CONFIRMED)
    with other:
        found = compare(case, Colleague.of(other))
    assert [each.comparison for each in found.judged] == [Comparison.APART, Comparison.ALIKE]
    assert (found.matches.alike, found.relations) == (2, Concord(1, 0, 0.0))


def test_what_was_cut_differently_is_told_apart_and_counted(case: Case, other: Case) -> None:
    case.decide([M1, M2, M3], Verdict.CONFIRMED)
    link(other, 3, 6, Verdict.CONFIRMED)
    link(other, 1, 4, Verdict.CONFIRMED)
    case.split(StatementId(3), case.statement(StatementId(3)).start + 7)
    with other:
        found = compare(case, Colleague.of(other))
    assert (found.cut_mine, found.cut_theirs) == (2, 1)
    assert (found.left_mine, found.left_theirs) == (0, 1), "what Ada decided waits for a verdict anew"
    assert [(each.left, each.right) for each in found.judged] == [(1, 5), (2, 6)]


def test_a_common_beginning_is_no_agreement(case: Case, tmp_path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.checkpoint()
    copy = tmp_path / "copy.reconciler"
    copy.write_bytes(case.path.read_bytes())
    with Case.open(copy, analyst="Bo") as other:
        other.decide([M2], Verdict.REJECTED)
        case.decide([M2], Verdict.REJECTED)
        found = compare(case, Colleague.of(other))
    assert [each.comparison for each in found.judged] == [Comparison.COMMON, Comparison.ALIKE]
    assert found.matches == Concord(1, 1), "one category says nothing of chance"


def test_what_was_brought_in_is_not_ones_own_opinion(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    link(other, 1, 4, Verdict.REJECTED)
    link(other, 2, 5, Verdict.CONFIRMED)
    with other:
        colleague = Colleague.of(other)
    before = compare(case, colleague)
    case.bring_in(colleague)
    assert compare(case, colleague) == before


def test_other_articles_are_refused(case: Case, tmp_path: Path, draft: Callable[..., SourceDraft]) -> None:
    with Case.create(tmp_path / "else.reconciler") as other:
        other.add_sources([draft(*BRIDGE), draft("Something else", "It rained.")])
        colleague = Colleague.of(other)
    with pytest.raises(CaseError) as caught:
        compare(case, colleague)
    assert caught.value.problem is Problem.OTHER_SOURCES
    assert caught.value.where == str(tmp_path / "else.reconciler")


def test_the_example_of_fleiss_is_found() -> None:
    """Fleiss, Statistical Methods for Rates and Proportions, 100 patients: kappa 0.68, error 0.087."""
    cells = {
        ("p", "p"): 75,
        ("p", "n"): 1,
        ("p", "o"): 4,
        ("n", "p"): 5,
        ("n", "n"): 4,
        ("n", "o"): 1,
        ("o", "o"): 10,
    }
    found = concord([pair for pair, count in cells.items() for _ in range(count)])
    assert found.share == 0.89
    assert found.kappa is not None
    assert found.low is not None
    assert found.kappa == pytest.approx(0.676, abs=0.001)
    assert (found.kappa - found.low) / 1.96 == pytest.approx(0.087, abs=0.001)


def slow_error(pairs: list[tuple[int, int]]) -> float:
    """The delta method by small steps in each cell's probability: no formula of the standard error."""
    cells = sorted({(one, other) for one in range(3) for other in range(3)})
    share = {cell: pairs.count(cell) / len(pairs) for cell in cells}

    def kappa(of: dict[tuple[int, int], float]) -> float:
        rows = [sum(of[one, other] for other in range(3)) for one in range(3)]
        columns = [sum(of[one, other] for one in range(3)) for other in range(3)]
        observed = sum(of[each, each] for each in range(3))
        expected = sum(row * column for row, column in zip(rows, columns, strict=True))
        return (observed - expected) / (1 - expected)

    step = 1e-6
    slope = {cell: (kappa({**share, cell: share[cell] + step}) - kappa(share)) / step for cell in cells}
    mean = sum(share[cell] * slope[cell] for cell in cells)
    return sqrt(sum(share[cell] * slope[cell] ** 2 for cell in cells) - mean**2) / sqrt(len(pairs))


def test_the_standard_error_is_that_of_the_delta_method() -> None:
    chance = random.Random(7)  # noqa: S311 - examples, no secrets
    for _ in range(20):
        truth = [chance.randrange(3) for _ in range(120)]
        pairs = [(each, each if chance.random() < 0.7 else chance.randrange(3)) for each in truth]
        found = concord(pairs)
        assert found.kappa is not None
        assert found.low is not None
        assert (found.kappa - found.low) / 1.959964 == pytest.approx(slow_error(pairs), rel=1e-3)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], Concord(0, 0)),
        ([("yes", "yes")] * 4, Concord(4, 4)),
        ([("yes", "no"), ("no", "yes")], Concord(2, 0, -1.0)),
    ],
)
def test_at_the_edges(pairs: list[tuple[str, str]], expected: Concord) -> None:
    assert concord(pairs) == expected
