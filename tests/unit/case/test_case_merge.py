"""A colleague's decisions brought in: every row kept, agreement live, disagreement to settle."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import Case, check
from reconciler.case.bringing import Arrival
from reconciler.case.colleague import Colleague
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Act,
    EntryKind,
    MadeBy,
    MatchId,
    Proposal,
    Relation,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    Span,
    Standing,
    StatementId,
    Verdict,
)
from reconciler.signals import FigureValue, encode

from .conftest import BRIDGE, CROSSING

M1, M2, M3 = map(MatchId, (1, 2, 3))
CONFIRMED, REJECTED = Standing(Verdict.CONFIRMED), Standing(Verdict.REJECTED)
Said = list[tuple[Act, Verdict | None, str]]


@pytest.fixture
def other(
    tmp_path: Path,
    draft: Callable[..., SourceDraft],
    proposal: Callable[[int, int, float], Proposal],
    aligned: Callable[..., Any],
) -> Case:
    """Bo's case, its sources the other way round: proposed are the same three pairs."""
    made = Case.create(tmp_path / "bo.reconciler", analyst="Bo")
    made.add_sources([draft(*CROSSING, published="2024-05-06"), draft(*BRIDGE)])
    made.record_run("test-1", "{}", [aligned(*(proposal(n, n + 3, 0.5) for n in (1, 2, 3)))])
    return made


def rows(case: Case, match: MatchId) -> Said:
    return [(row.act, row.verdict, row.analyst) for row in case.decisions(match)]


def test_what_one_decided_stands_with_name_and_time_and_what_both_decided_alike(
    case: Case, other: Case, path: Path
) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    other.decide([M1], Verdict.CONFIRMED, Relation.AGREES)
    other.decide([M2], Verdict.UNSURE)
    other.annotate(M2, "ask again")
    theirs = other.decisions(M2)
    case.decide([M3], Verdict.REJECTED)
    change = case.bring_in(Colleague.of(other))
    other.close()
    assert change.entry is not None
    assert (change.entry.kind, change.entry.analyst) == (EntryKind.IMPORT, "Ada")
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.AGREES)
    assert case.standing(M2) == Standing(Verdict.UNSURE, note="ask again")
    assert case.standing(M3) == REJECTED
    came = case.decisions(M2)
    assert [(row.analyst, row.at, row.confidence, row.model) for row in came] == [
        (row.analyst, row.at, row.confidence, row.model) for row in theirs
    ]
    assert {row.act for row in came} == {Act.IMPORT}
    assert case.disputes() == ()
    case.close()
    assert check(path) == ()


def test_a_disagreement_comes_back_to_the_queue_and_nothing_is_overwritten(
    case: Case, other: Case, path: Path, on_disk: Callable[..., list[tuple[Any, ...]]]
) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.DIFFERS)
    case.annotate(M1, "the day")
    other.decide([M1], Verdict.REJECTED)
    other.annotate(M1, "no, the hour")
    case.bring_in(Colleague.of(other))
    other.close()
    assert case.standing(M1) == Standing(note="the day\nno, the hour")
    assert case.is_flagged(M1)
    assert case.disputes() == (M1,)
    ada, bo = case.dispute(M1)
    assert (ada.analyst, ada.standing.verdict, ada.standing.relation) == (
        "Ada",
        Verdict.CONFIRMED,
        Relation.DIFFERS,
    )
    assert (bo.analyst, bo.standing) == ("Bo", Standing(Verdict.REJECTED, note="no, the hour"))
    assert rows(case, M1) == [
        (Act.VERDICT, Verdict.CONFIRMED, "Ada"),
        (Act.NOTE, Verdict.CONFIRMED, "Ada"),
        (Act.IMPORT, Verdict.REJECTED, "Bo"),
        (Act.IMPORT, Verdict.REJECTED, "Bo"),
        (Act.IMPORT, None, "Ada"),
    ]
    assert on_disk("SELECT * FROM live_verdicts") == []
    case.close()
    with Case.open(path, analyst="Ada") as again:
        assert again.dispute(M1) == (ada, bo)
    assert check(path) == ()


def test_a_settled_verdict_is_a_decision_of_its_own_that_names_both(
    case: Case, other: Case, path: Path
) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    other.decide([M1], Verdict.REJECTED)
    other.annotate(M1, "not the same day")
    colleague = Colleague.of(other)
    other.close()
    case.bring_in(colleague)
    disputed = case.dispute(M1)
    words = "settles Ada: confirmed, Bo: rejected"
    change = case.settle(M1, Verdict.CONFIRMED, Relation.DIFFERS, words)
    assert change.entry is not None
    assert change.entry.kind is EntryKind.SETTLE
    note = f"not the same day\n{words}"
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.DIFFERS, note)
    assert (case.is_flagged(M1), case.disputes()) == (False, ())
    assert case.bring_in(colleague).entry is None, "what is settled is not opened again"
    case.undo()
    assert case.dispute(M1) == disputed
    case.redo()
    with pytest.raises(ValueError, match="disagrees"):
        case.settle(M1, Verdict.REJECTED)
    case.close()
    assert check(path) == ()


def test_twice_adds_nothing_and_undo_takes_all_of_it_back(case: Case, other: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    other.decide([M1], Verdict.REJECTED)
    other.decide([M2], Verdict.CONFIRMED)
    other.set_silence(StatementId(7), SourceId(1), True)
    colleague = Colleague.of(other)
    other.close()
    before = dict(case.matches), case.silences()
    standings = [case.standing(number) for number in case.matches]
    case.bring_in(colleague)
    assert case.silent_sources(StatementId(4)) == (SourceId(2),)
    after = dict(case.matches), [case.standing(number) for number in case.matches], case.silences()
    journal = case.journal()
    assert case.bring_in(colleague).entry is None
    assert case.journal() == journal
    case.undo()
    assert (dict(case.matches), case.silences()) == before
    assert [case.standing(number) for number in case.matches] == standings
    assert not case.is_flagged(M1)
    assert case.bring_in(colleague).entry is not None, "what was undone can be brought in again"
    now = dict(case.matches), [case.standing(number) for number in case.matches], case.silences()
    assert now == after
    assert case.disputes() == (M1,)
    case.close()
    assert check(path) == ()


def test_what_is_undone_and_done_again_waits_to_be_settled_again(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    other.decide([M1], Verdict.REJECTED)
    case.bring_in(Colleague.of(other))
    other.close()
    disputed = case.dispute(M1)
    case.undo()
    assert case.standing(M1) == CONFIRMED
    case.redo()
    assert case.dispute(M1) == disputed


def test_reverting_it_from_the_history_sets_back_what_stood_before(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    other.decide([M1], Verdict.REJECTED)
    other.decide([M2], Verdict.UNSURE)
    other.decide([M2], Verdict.CONFIRMED)
    change = case.bring_in(Colleague.of(other))
    other.close()
    assert change.entry is not None
    case.annotate(M3, "later")
    case.revert(change.entry.id)
    assert (case.standing(M1), case.standing(M2)) == (CONFIRMED, Standing())
    assert case.standing(M3).note == "later"


def test_a_match_that_only_the_colleague_has_comes_along_with_its_reasons_the_right_way_round(
    case: Case, other: Case, proposal: Callable[[int, int, float], Proposal]
) -> None:
    (found,) = (proposal(3, 7, 0.25),)
    other.link([StatementId(3)], [StatementId(7)], [found])
    case.bring_in(Colleague.of(other))
    other.close()
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    assert (made.left, made.right, made.made_by, made.confidence) == (4, 7, MadeBy.HAND, 0.25)
    assert (made.reasons[0].left, made.reasons[0].right) == ((Span(1, 2),), (Span(0, 3),))
    assert case.standing(made.id) == CONFIRMED
    case.undo()
    assert made.id not in case.matches


def test_what_differed_for_the_colleague_is_told_the_right_way_round(case: Case, other: Case) -> None:
    def hurt(number: int, start: int, words: str, count: int) -> dict[StatementId, list[Signal]]:
        value = encode(FigureValue(count, count))
        return {StatementId(number): [Signal(SignalKind.FIGURE, start, start + len(words), words, value)]}

    three, seven = other.statement(StatementId(3)), other.statement(StatementId(6))
    other.record_signals({**hurt(3, three.start, "15", 15), **hurt(6, seven.start, "Twelve", 12)})
    other.decide([M3], Verdict.CONFIRMED)
    case.bring_in(Colleague.of(other))
    (theirs,) = other.decisions(M3)
    other.close()
    (came,) = case.decisions(M3)
    assert theirs.differences is not None
    assert came.differences is not None
    (there,), (here,) = json.loads(theirs.differences), json.loads(came.differences)
    assert (there["left"], there["right"]) == ("15", "Twelve")
    assert here == {**there, "left": "Twelve", "right": "15"}


def test_a_search_that_found_nothing_is_not_overruled_either(case: Case, other: Case) -> None:
    case.set_silence(StatementId(4), SourceId(2), True)
    other.link([StatementId(3)], [StatementId(7)])
    case.bring_in(Colleague.of(other))
    other.close()
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    assert case.silent_sources(StatementId(4)) == (SourceId(2),)
    ada, bo = case.dispute(made.id)
    assert (ada.analyst, ada.standing, bo.analyst) == ("Ada", REJECTED, "Bo")
    case.settle(made.id, Verdict.CONFIRMED)
    assert case.silent_sources(StatementId(4)) == ()


def test_what_the_colleague_took_back_is_no_verdict(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    for match in (M1, M2):
        other.decide([match], Verdict.REJECTED)
        other.clear([match])
    assert case.foresee_bringing_in(Colleague.of(other)) == Arrival(kept=2, rows=4)
    case.bring_in(Colleague.of(other))
    other.close()
    assert (case.standing(M1), case.standing(M2)) == (CONFIRMED, Standing())
    assert case.disputes() == ()
    assert not case.is_flagged(M2)


def test_both_ways_round_both_cases_hold_the_same(case: Case, other: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.decide([M2], Verdict.REJECTED)
    other.decide([M1], Verdict.REJECTED)
    other.decide([M3], Verdict.CONFIRMED)
    case.bring_in(Colleague.of(other))
    other.bring_in(Colleague.of(case))
    assert other.standing(M2) == REJECTED
    assert [case.disputes(), other.disputes()] == [(M1,), (M1,)]
    assert {each.analyst for each in other.dispute(M1)} == {"Ada", "Bo"}
    case.settle(M1, Verdict.REJECTED, words="settled")
    other.bring_in(Colleague.of(case))
    assert other.standing(M3) == CONFIRMED
    for each in (other, case):
        each.close()
        assert check(each.path) == ()


def test_what_stands_on_statements_cut_differently_stays_and_is_counted(case: Case, other: Case) -> None:
    other.decide([M1, M3], Verdict.CONFIRMED)
    case.split(StatementId(3), case.statement(StatementId(3)).start + 7)
    arrival = case.foresee_bringing_in(Colleague.of(other))
    other.close()
    assert arrival == Arrival(taken=1, left_out=1, rows=1)


def test_other_articles_are_refused_and_a_removed_source_is_none(case: Case, other: Case) -> None:
    other.remove_source(SourceId(1))
    entries = case.entries()
    with pytest.raises(CaseError) as caught:
        case.bring_in(Colleague.of(other))
    other.close()
    assert caught.value.problem is Problem.OTHER_SOURCES
    assert case.entries() == entries
