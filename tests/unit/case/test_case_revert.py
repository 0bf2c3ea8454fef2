"""Reverting one act of the history: by a new act, and never over a later decision unsaid."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reconciler.case import Case, check
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    EntryId,
    EntryKind,
    MatchId,
    Relation,
    SourceId,
    Standing,
    StatementId,
    Verdict,
)

M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
CONFIRMED = Standing(Verdict.CONFIRMED)


def done(case: Case, act: Callable[[], object]) -> EntryId:
    """Do an act and return its entry."""
    act()
    return case.entries()[-1].id


def test_an_earlier_act_is_taken_back_and_what_came_after_stays(case: Case, path: Path) -> None:
    first = done(case, lambda: case.decide([M1, M2], Verdict.CONFIRMED))
    case.decide([M3], Verdict.REJECTED)
    change = case.revert(first)
    assert change.entry is not None
    assert (change.entry.kind, change.entry.undoes, change.entry.matches) == (
        EntryKind.REVERT, first, (M1, M2),
    )  # fmt: skip
    assert [case.standing(one).verdict for one in (M1, M2, M3)] == [None, None, Verdict.REJECTED]
    case.close()
    assert list(check(path)) == []
    with Case.open(path) as again:
        assert [again.standing(one).verdict for one in (M1, M2, M3)] == [None, None, Verdict.REJECTED]
        again.undo()
        assert [again.standing(one) for one in (M1, M2)] == [CONFIRMED, CONFIRMED]


def test_a_later_decision_is_overwritten_only_when_told_of(case: Case) -> None:
    first = done(case, lambda: case.decide([M1, M2], Verdict.CONFIRMED))
    case.decide([M2], Verdict.REJECTED)
    foreseen = {each.match: each for each in case.foresee_revert(first)}
    assert foreseen[M1].later == ()
    assert [row.verdict for row in foreseen[M2].later] == [Verdict.REJECTED]
    assert foreseen[M2].then == Standing()
    entries = case.entries()
    with pytest.raises(CaseError) as refused:
        case.revert(first)
    assert (refused.value.problem, refused.value.detail) == (Problem.DECIDED_SINCE, "1")
    assert case.entries() == entries
    case.revert(first, [M2])
    assert case.standing(M2) == Standing()
    case.undo()
    assert case.standing(M2).verdict is Verdict.REJECTED


def test_a_note_and_a_verdict_are_reverted_each_without_the_other(case: Case, path: Path) -> None:
    noted = done(case, lambda: case.annotate(M1, "look again"))
    confirmed = done(case, lambda: case.decide([M1], Verdict.CONFIRMED, Relation.DIFFERS))
    case.revert(noted)
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "")
    case.annotate(M1, "another")
    case.revert(confirmed)
    assert case.standing(M1) == Standing(note="another")
    case.close()
    assert list(check(path)) == []


def test_a_relation_goes_back_to_the_one_before(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.AGREES)
    related = done(case, lambda: case.relate(M1, Relation.CONTRADICTS))
    case.revert(related)
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.AGREES)


def test_a_link_is_taken_out_and_its_reverting_reverted(case: Case) -> None:
    before = dict(case.matches)
    linked = done(case, lambda: case.link([StatementId(4)], [StatementId(7)]))
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    reverted = done(case, lambda: case.revert(linked))
    assert dict(case.matches) == before
    case.revert(reverted)
    assert case.standing(made.id) == CONFIRMED


def test_what_stands_again_already_is_not_written_once_more(case: Case) -> None:
    first = done(case, lambda: case.decide([M1], Verdict.CONFIRMED))
    case.undo()
    assert case.foresee_revert(first) == ()
    entries = case.entries()
    assert case.revert(first).entry is None
    assert case.entries() == entries


def test_acts_on_sources_and_on_matches_that_are_gone_are_left_alone(case: Case) -> None:
    added = case.entries()[0].id
    confirmed = done(case, lambda: case.decide([M1, M2], Verdict.CONFIRMED))
    case.split(StatementId(1), case.statement(StatementId(1)).start + 3)
    assert case.foresee_revert(added) == ()
    assert [each.match for each in case.foresee_revert(confirmed)] == [M2]
    case.remove_source(SourceId(1))
    assert case.foresee_revert(confirmed) == ()
