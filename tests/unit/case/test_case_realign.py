"""Aligning again: proposals are disposable, what the analyst worked on is not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import MadeBy, MatchId, Proposal, RunId, SourceDraft, Standing, StatementId, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
Propose = Callable[[int, int, float], Proposal]
Aligned = Callable[..., PairAlignment]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)


def pairs(case: Case) -> dict[tuple[int, int], float]:
    return {(match.left, match.right): match.confidence for match in case.matches.values()}


def test_proposals_are_replaced(case: Case, proposal: Propose, aligned: Aligned, on_disk: OnDisk) -> None:
    change = case.record_run("test-2", "{}", [aligned(proposal(1, 5, 0.8), proposal(4, 7, 0.4))])
    assert change.entry is None
    assert change.structure
    assert pairs(case) == {(1, 5): 0.8, (4, 7): 0.4}
    assert on_disk("SELECT id, run FROM matches ORDER BY id") == [(1, 2), (4, 2)]
    assert on_disk("SELECT id, model, settings FROM runs") == [(1, "test-1", "{}"), (2, "test-2", "{}")]


def test_the_number_of_a_proposal_that_went_is_never_given_again(
    case: Case, path: Path, proposal: Propose, aligned: Aligned
) -> None:
    case.record_run("test-2", "{}", [aligned()])
    case.close()
    with Case.open(path) as again:
        again.record_run("test-2", "{}", [aligned(proposal(1, 5, 0.8))])
        assert list(again.matches) == [4]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_decided_match_keeps_all_that_was_decided_on(
    case: Case, verdict: Verdict, proposal: Propose, aligned: Aligned, on_disk: OnDisk
) -> None:
    case.decide([M1, M2], verdict)
    case.annotate(M1, "seen")
    before = on_disk("SELECT * FROM decisions")
    known = case.matches[M1], case.matches[M2]
    case.record_run("test-2", "{}", [aligned(proposal(1, 5, 0.1))])
    assert (case.matches[M1], case.matches[M2]) == (
        replace(known[0], run=RunId(2)),
        replace(known[1], run=None),
    )
    assert case.standing(M1) == Standing(verdict, note="seen")
    assert M3 not in case.matches
    assert on_disk("SELECT * FROM decisions") == before


def test_a_link_made_by_hand_stays_made_by_hand(case: Case, proposal: Propose, aligned: Aligned) -> None:
    case.link([StatementId(4)], [StatementId(7)])
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    case.record_run("test-2", "{}", [aligned(proposal(4, 7, 0.9))])
    assert case.matches[made.id] == replace(made, run=RunId(2))
    case.undo()
    assert case.standing(made.id) == Standing()
    assert made.id in case.matches, "the program proposes it now"
    case.record_run("test-3", "{}", [aligned()])
    assert made.id not in case.matches
    case.redo()
    assert case.matches[made.id].made_by is MadeBy.HAND


def test_a_proposal_with_a_note_stays_in_view(case: Case, aligned: Aligned) -> None:
    case.annotate(M2, "odd one")
    case.record_run("test-2", "{}", [aligned()])
    assert list(case.matches) == [M2]


def test_what_was_decided_and_taken_back_leaves_view_and_comes_back_by_redo(
    case: Case, aligned: Aligned
) -> None:
    case.decide([M2], Verdict.CONFIRMED)
    case.undo()
    case.record_run("test-2", "{}", [aligned()])
    assert list(case.matches) == []
    change = case.redo()
    assert change.structure
    assert case.standing(M2) == Standing(Verdict.CONFIRMED)
    assert list(case.matches) == [M2]


def test_other_pairs_of_sources_keep_their_proposals(
    case: Case, draft: Callable[..., SourceDraft], proposal: Propose, aligned: Aligned
) -> None:
    assert case.is_aligned
    case.add_sources([draft("Third", "It closes.")])
    assert case.unaligned_pairs() == ((1, 3), (2, 3))
    case.record_run("test-1", "{}", [aligned(proposal(2, 9, 0.7), right=3), aligned(left=2, right=3)])
    assert pairs(case) == {(1, 5): 0.9, (2, 6): 0.6, (2, 9): 0.7, (3, 7): 0.3}
    assert case.is_aligned


def test_a_proposal_the_wrong_way_round_is_refused(
    case: Case, proposal: Propose, aligned: Aligned, on_disk: OnDisk
) -> None:
    with pytest.raises(ValueError, match="wrong way round"):
        case.record_run("test-2", "{}", [aligned(proposal(5, 1, 0.5))])
    assert on_disk("SELECT count(*) FROM runs") == [(1,)]
