"""A match moved to another statement, a group parted: one act each, undone whole, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reconciler.case import Case, check
from reconciler.model import (
    EntryKind,
    MadeBy,
    MatchId,
    Proposal,
    Relation,
    SourceId,
    Standing,
    StatementId,
    Verdict,
)

S1, S2, S3, S5, S6, S7 = map(StatementId, (1, 2, 3, 5, 6, 7))
M1, M2, M3 = map(MatchId, (1, 2, 3))


def test_a_moved_match_takes_verdict_relation_note_and_pin_along(
    case: Case, proposal: Callable[[int, int, float], Proposal], path: Path
) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.DIFFERS)
    case.annotate(M1, "the day?")
    case.set_pin(M1, True)
    change = case.retarget(M1, S5, S6, [proposal(1, 6, 0.4)])
    assert change.entry is not None
    assert change.entry.kind is EntryKind.RETARGET
    new = case.match_between(S1, S6)
    assert new is not None
    assert (new.made_by, new.confidence) == (MadeBy.HAND, 0.4)
    assert case.standing(new.id) == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "the day?")
    assert case.standing(M1) == Standing(Verdict.REJECTED, note="the day?")
    assert (case.is_pinned(M1), case.is_pinned(new.id)) == (False, True)
    case.undo()
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "the day?")
    assert case.match_between(S1, S6) is None
    assert case.is_pinned(M1)
    case.redo()
    case.close()
    assert check(path) == ()


@pytest.mark.parametrize("there", [None, Verdict.REJECTED, Verdict.UNSURE, Verdict.CONFIRMED])
def test_a_moved_match_that_is_unsure_stays_unsure_unless_it_is_confirmed_there(
    case: Case, there: Verdict | None, path: Path
) -> None:
    case.link([S1], [S6])
    found = case.match_between(S1, S6)
    assert found is not None
    case.annotate(found.id, "there")
    if there is None:
        case.clear([found.id])
    else:
        case.decide([found.id], there)
    case.decide([M1], Verdict.UNSURE)
    case.annotate(M1, "here")
    case.retarget(M1, S5, S6)
    moved = case.match_between(S1, S6)
    assert moved is not None
    expected = Verdict.CONFIRMED if there is Verdict.CONFIRMED else Verdict.UNSURE
    assert case.standing(moved.id) == Standing(expected, note="there\nhere")
    assert case.standing(M1) == Standing(Verdict.REJECTED, note="here")
    case.undo()
    assert case.standing(M1) == Standing(Verdict.UNSURE, note="here")
    case.redo()
    case.close()
    assert check(path) == ()


@pytest.mark.parametrize("verdict", [None, Verdict.REJECTED])
def test_a_match_that_is_moved_from_no_yes_is_confirmed_where_it_is_put(
    case: Case, verdict: Verdict | None
) -> None:
    if verdict is not None:
        case.decide([M1], verdict)
    case.retarget(M1, S5, S6)
    moved = case.match_between(S1, S6)
    assert moved is not None
    assert case.standing(moved.id).verdict is Verdict.CONFIRMED


def test_moved_from_where_only_the_analyst_had_linked_it_is_unlinked(case: Case) -> None:
    case.link([S1], [S6])
    made = case.match_between(S1, S6)
    assert made is not None
    case.retarget(made.id, S1, S3)
    assert made.id not in case.matches
    moved = case.match_between(S3, S6)
    assert moved is not None
    assert case.standing(moved.id).verdict is Verdict.CONFIRMED


def test_moved_onto_a_match_that_is_there_no_note_is_lost(case: Case, path: Path) -> None:
    case.annotate(M1, "one")
    case.annotate(M2, "two")
    case.retarget(M1, S1, S2)
    there = case.match_between(S2, S5)
    assert there is not None
    case.retarget(there.id, S5, S6)
    assert case.standing(M2).note == "two\none"
    case.close()
    assert check(path) == ()


@pytest.mark.parametrize(("end", "to"), [(S2, S3), (S5, S1), (S1, S6)])
def test_a_match_is_moved_within_a_source_only(case: Case, end: StatementId, to: StatementId) -> None:
    entries = case.entries()
    with pytest.raises(ValueError, match=r"end|place"):
        case.retarget(M1, end, to)
    assert case.entries() == entries


def test_a_silence_gives_way_to_a_match_that_is_moved_there(case: Case) -> None:
    case.set_silence(S3, SourceId(2), True)
    case.retarget(M1, S1, S3)
    assert case.silences() == ()
    case.undo()
    assert case.silent_sources(S3) == (SourceId(2),)


def test_a_group_hangs_together_over_its_statements_and_is_parted_in_one_act(case: Case, path: Path) -> None:
    case.decide([M1, M2, M3], Verdict.CONFIRMED)
    assert case.group_of(M1) == (M1,)
    case.link([S1], [S6])
    made = case.match_between(S1, S6)
    assert made is not None
    assert case.group_of(M1) == case.group_of(M2) == (M1, made.id, M2)
    change = case.split_group([made.id, M2])
    assert change.entry is not None
    assert change.entry.kind is EntryKind.SPLIT_GROUP
    assert case.group_of(M1) == (M1,)
    assert made.id not in case.matches
    assert case.standing(M2).verdict is Verdict.REJECTED
    assert case.group_of(M2) == ()
    assert case.split_group([M2]).entry is None
    case.undo()
    assert case.group_of(M1) == (M1, made.id, M2)
    case.close()
    assert check(path) == ()
