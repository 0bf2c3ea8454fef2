"""Aligning the rest again: an act that can be taken back, bounded by what is decided; and ranking anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import Judgement, PairAlignment, Settings
from reconciler.case import Case, check
from reconciler.model import EntryKind, MadeBy, MatchId, Proposal, RunId, Standing, StatementId, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
Propose = Callable[[int, int, float], Proposal]
Aligned = Callable[..., PairAlignment]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
WIDE = Settings(reach=0.9, learn=False)


def snapshot(case: Case) -> object:
    return (
        list(case.matches.items()),
        [case.standing(match) for match in case.matches],
        case.settings,
        case.is_aligned,
        case.claims(),
    )


def again(case: Case, alignment: PairAlignment, settings: Settings = WIDE) -> None:
    case.realign("test-2", '{"reach": 0.9}', settings, [alignment])


def test_what_is_undecided_gives_way_and_what_is_decided_stays(
    case: Case, proposal: Propose, aligned: Aligned, on_disk: OnDisk
) -> None:
    case.decide([M1], Verdict.REJECTED)
    case.decide([M2], Verdict.CONFIRMED)
    known = case.matches[M1], case.matches[M2]
    change = case.realign("test-2", "{}", WIDE, [aligned(proposal(1, 5, 0.99), proposal(4, 7, 0.4))])
    assert change.entry is not None
    assert change.entry.kind is EntryKind.REALIGN
    assert change.structure
    assert {(match.left, match.right): match.confidence for match in case.matches.values()} == {
        (1, 5): 0.9,
        (2, 6): 0.6,
        (4, 7): 0.4,
    }
    assert case.matches[M1] == replace(known[0], run=RunId(2))
    assert case.matches[M2] == replace(known[1], run=None)
    assert case.standing(M1) == Standing(Verdict.REJECTED)
    assert case.settings == WIDE
    assert on_disk("SELECT id, model FROM runs") == [(1, "test-1"), (2, "test-2")]


def test_undo_brings_back_the_former_proposals_exactly_and_redo_the_new_ones(
    case: Case, path: Path, proposal: Propose, aligned: Aligned
) -> None:
    case.decide([M1], Verdict.REJECTED)
    case.annotate(M3, "look again")
    before = snapshot(case)
    again(case, aligned(proposal(2, 6, 0.1), proposal(4, 7, 0.4)))
    after = snapshot(case)
    assert after != before
    for _ in range(2):
        assert case.undo().entry is not None
        assert snapshot(case) == before
        case.close()
        case = Case.open(path)
        assert snapshot(case) == before
        assert case.redo().entry is not None
        assert snapshot(case) == after
    case.close()
    assert check(path) == ()


def test_what_is_aligned_in_between_does_not_keep_undo_from_the_former_proposals(
    case: Case, path: Path, proposal: Propose, aligned: Aligned
) -> None:
    before = snapshot(case)
    again(case, aligned(proposal(2, 6, 0.1), proposal(4, 7, 0.4)))
    case.record_run("test-3", "{}", [aligned(proposal(3, 6, 0.2))])
    assert [(match.left, match.right) for match in case.matches.values()] == [(3, 6)]
    now = snapshot(case)
    case.undo()
    assert snapshot(case) == before
    case.redo()
    assert snapshot(case) == now
    case.close()
    assert check(path) == ()


def test_a_decision_after_it_is_undone_first(case: Case, proposal: Propose, aligned: Aligned) -> None:
    again(case, aligned(proposal(4, 7, 0.4)))
    match = case.match_between(StatementId(4), StatementId(7))
    assert match is not None
    case.decide([match.id], Verdict.CONFIRMED)
    case.undo()
    case.undo()
    assert list(case.matches) == [M1, M2, M3]
    assert case.settings == Settings()
    assert case.undoable is None


def test_settings_are_an_act_of_their_own_and_kept(case: Case, path: Path, on_disk: OnDisk) -> None:
    assert case.settings == Settings(reach=0.5, learn=True)
    change = case.set_settings(Settings(learn=False))
    assert change.entry is not None
    assert change.entry.kind is EntryKind.SETTINGS
    assert case.set_settings(Settings(learn=False)).entry is None
    case.set_settings(Settings(reach=0.1, learn=False))
    case.close()
    with Case.open(path) as reopened:
        assert reopened.settings == Settings(reach=0.1, learn=False)
        reopened.undo()
        assert reopened.settings == Settings(learn=False)
        reopened.undo()
        assert reopened.settings == Settings()
    assert on_disk("SELECT field, before, after FROM setting_edits") == [
        ("learn", "1", "0"),
        ("reach", "0.5", "0.1"),
        ("reach", "0.1", "0.5"),
        ("learn", "0", "1"),
    ]


@pytest.mark.parametrize("reach", [-0.1, 1.5, float("nan")])
def test_a_reach_that_is_none_is_refused(case: Case, aligned: Aligned, reach: float) -> None:
    with pytest.raises(ValueError, match="reach"):
        case.set_settings(Settings(reach=reach))
    with pytest.raises(ValueError, match="reach"):
        case.realign("test-2", "{}", Settings(reach=reach), [aligned()])
    assert len(case.runs) == 1


def test_judgements_are_what_was_confirmed_or_rejected(case: Case) -> None:
    assert case.judgements() == ()
    case.decide([M3], Verdict.REJECTED)
    case.decide([M2], Verdict.UNSURE)
    case.decide([M1], Verdict.CONFIRMED)
    case.link([StatementId(7)], [StatementId(4)])
    assert case.judgements() == (
        Judgement(StatementId(1), StatementId(5), same=True),
        Judgement(StatementId(3), StatementId(7), same=False),
        Judgement(StatementId(4), StatementId(7), same=True),
    )
    case.undo()
    case.clear([M3])
    assert case.judgements() == (Judgement(StatementId(1), StatementId(5), same=True),)


def test_ranking_moves_what_is_pending_alone(case: Case, proposal: Propose, on_disk: OnDisk) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.link([StatementId(4)], [StatementId(7)])
    known = dict(case.matches)
    ranked = [proposal(*pair, 0.2) for pair in ((1, 5), (2, 6), (4, 7), (4, 5))]
    change = case.rank("test-1+1", "{}", ranked)
    assert change.entry is None
    assert change.matches == {M2}
    assert not change.structure
    after = {**known, M2: replace(known[M2], confidence=0.2, reasons=ranked[1].reasons, run=RunId(2))}
    assert dict(case.matches) == after
    assert case.rank("test-1+1", "{}", ranked) == type(change)(entry=None)
    case.rank("test-1+1", "{}", [proposal(2, 6, 0.3)])
    assert on_disk("SELECT count(*) FROM runs") == [(2,)], "one run for as long as the model is the same"
    case.decide([M2], Verdict.REJECTED)
    assert case.decisions(M2)[-1].model == "test-1+1"


def test_ranking_a_case_that_is_only_read_leaves_its_file(case: Case, path: Path, proposal: Propose) -> None:
    case.close()
    before = path.read_bytes()
    with Case.open(path, read_only=True) as read:
        read.rank("test-1+1", "{}", [proposal(2, 6, 0.2)])
        assert read.matches[M2].confidence == 0.2
    assert path.read_bytes() == before


def test_undo_of_an_alignment_takes_no_rank_for_the_former(
    case: Case, proposal: Propose, aligned: Aligned
) -> None:
    before = snapshot(case)
    again(case, aligned(proposal(2, 6, 0.5)))
    case.rank("test-2+1", "{}", [proposal(2, 6, 0.7)])
    ranked = snapshot(case)
    case.undo()
    assert snapshot(case) == before
    case.redo()
    assert snapshot(case) == ranked


def test_a_link_made_by_hand_stays_made_by_hand(case: Case, proposal: Propose, aligned: Aligned) -> None:
    case.link([StatementId(4)], [StatementId(7)])
    again(case, aligned(proposal(4, 7, 0.9)))
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    assert made.made_by is MadeBy.HAND
