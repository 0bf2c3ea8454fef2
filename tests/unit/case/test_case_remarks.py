"""Searched silences, pins and words on claims: said, taken back, carried over, and never lost unsaid."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import PairAlignment, Settings
from reconciler.case import Case, check
from reconciler.case.intake import compare_versions
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Assessment,
    ClaimField,
    ClaimStanding,
    EntryKind,
    MatchId,
    Proposal,
    Silence,
    SourceDraft,
    SourceId,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

A, B = SourceId(1), SourceId(2)
S1, S2, S3, S4, S5, S6 = map(StatementId, range(1, 7))
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
OnDisk = Callable[..., list[tuple[Any, ...]]]


def test_a_silence_is_on_disk_rejects_what_was_proposed_and_is_undone_whole(
    case: Case, on_disk: OnDisk, path: Path
) -> None:
    case.annotate(M1, "seen")
    change = case.set_silence(S1, B, True)
    assert change.entry is not None
    assert (change.entry.kind, change.entry.matches) == (EntryKind.SILENCE, (M1,))
    assert change.entry.silences == (Silence(S1, B),)
    assert change.statements == {S1}
    assert case.standing(M1) == Standing(Verdict.REJECTED, note="seen")
    assert on_disk("SELECT statement, source, before, after FROM silences") == [(1, 2, 0, 1)]
    assert case.silent_sources(S1) == (B,)
    assert case.set_silence(S1, B, True).entry is None
    case.undo()
    assert case.silences() == ()
    assert case.standing(M1) == Standing(note="seen")
    case.redo()
    case.close()
    assert check(path) == ()
    with Case.open(path) as again:
        assert again.silences() == (Silence(S1, B),)
        assert again.entries()[-3].silences == (Silence(S1, B),)
        again.set_silence(S1, B, False)
        assert again.silences() == ()
        assert again.standing(M1).verdict is Verdict.REJECTED


def test_several_silences_are_one_act_or_none(
    case: Case, draft: Callable[..., SourceDraft], path: Path
) -> None:
    case.add_sources([draft("Third", "It closes.")])
    third = case.sources[2].id
    said = [Silence(S1, B), Silence(S1, third)]
    change = case.set_silences(said, True)
    assert change.entry is not None
    assert (change.entry.silences, change.entry.matches) == (tuple(said), (M1,))
    assert case.set_silences(said, True).entry is None
    case.undo()
    assert (case.silences(), case.standing(M1)) == ((), Standing())
    case.redo()
    assert case.set_silences(said, False).entry is not None
    assert case.silences() == ()
    with pytest.raises(ValueError, match="source"):
        case.set_silences([Silence(S2, third), Silence(S5, B)], True)
    assert case.silences() == ()
    case.close()
    assert check(path) == ()


def test_a_silence_is_refused_where_a_match_is_confirmed_and_in_the_own_source(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    entries = case.entries()
    for statement, source in ((S1, B), (S5, A), (S1, A)):
        with pytest.raises(ValueError, match=r"statement|source"):
            case.set_silence(statement, source, True)
    assert case.entries() == entries


def test_confirming_a_match_takes_back_the_silences_that_it_belies(case: Case, path: Path) -> None:
    case.set_silence(S4, B, True)
    case.set_silence(S5, A, True)
    linked = case.link([S4], [S5]).entry
    assert linked is not None
    assert case.silences() == ()
    case.undo()
    assert len(case.silences()) == 2
    case.redo()
    case.revert(linked.id)
    assert len(case.silences()) == 2
    assert case.match_between(S4, S5) is None
    last = case.entries()[-1].id
    case.revert(last)
    assert case.silences() == ()
    case.close()
    assert check(path) == ()


def test_reverting_a_silence_gives_back_the_proposals_and_overwrites_nothing_unsaid(case: Case) -> None:
    said = case.set_silence(S1, B, True).entry
    assert said is not None
    case.decide([M1], Verdict.UNSURE)
    with pytest.raises(CaseError) as refused:
        case.revert(said.id)
    assert (refused.value.problem, refused.value.detail) == (Problem.DECIDED_SINCE, "1")
    case.revert(said.id, [M1])
    assert (case.silences(), case.standing(M1)) == ((), Standing())


def test_a_pinned_proposal_stays_when_it_is_proposed_no_more(
    case: Case,
    proposal: Callable[[int, int, float], Proposal],
    aligned: Callable[..., PairAlignment],
    path: Path,
) -> None:
    case.set_pin(M2, True)
    case.set_pin(M3, True)
    case.set_pin(M3, False)
    case.record_run("test-2", "{}", [aligned(proposal(1, 5, 0.9))])
    assert set(case.matches) == {M1, M2}
    case.realign("test-3", "{}", Settings(), [aligned(proposal(1, 5, 0.5))])
    assert set(case.matches) == {M1, M2}
    assert case.is_pinned(M2)
    case.undo()
    case.undo()
    assert case.is_pinned(M3)
    case.close()
    assert check(path) == ()


def test_what_is_said_of_a_claim_stands_by_field_and_is_checked(case: Case, on_disk: OnDisk) -> None:
    case.edit_claim(S1, ClaimField.LABEL, "closure \ud800")
    case.edit_claim(S1, ClaimField.ASSESSMENT, "disputed")
    case.edit_claim(S1, ClaimField.NOTE, "why?")
    change = case.edit_claim(S1, ClaimField.NOTE, "")
    assert change.entry is not None
    assert (change.entry.kind, change.entry.statements) == (EntryKind.CLAIM, (S1,))
    assert change.statements == {S1}
    assert case.claim_standing(S1) == ClaimStanding("closure ?", Assessment.DISPUTED, "")
    with pytest.raises(ValueError, match="nonsense"):
        case.edit_claim(S1, ClaimField.ASSESSMENT, "nonsense")
    assert on_disk("SELECT field, before, after FROM claim_edits") == [
        ("label", "", "closure ?"),
        ("assessment", "", "disputed"),
        ("note", "", "why?"),
        ("note", "why?", ""),
    ]


def test_later_words_on_a_claim_are_overwritten_only_when_told_of(case: Case) -> None:
    first = case.edit_claim(S1, ClaimField.LABEL, "one").entry
    case.edit_claim(S1, ClaimField.LABEL, "two")
    assert first is not None
    (foreseen,) = case.foresee_retractions(first.id)
    assert (foreseen.now, foreseen.then, foreseen.overwrites) == ("two", "", True)
    with pytest.raises(CaseError):
        case.revert(first.id)
    case.revert(first.id, [foreseen.subject])
    assert case.claim_standing(S1).label == ""
    case.undo()
    assert case.claim_standing(S1).label == "two"


def fill(case: Case) -> None:
    """Say something of everything that a mending can touch."""
    case.set_pin(M2, True)
    case.set_silence(S3, B, True)
    case.set_silence(S5, A, True)
    for field, value in ((ClaimField.LABEL, "3"), (ClaimField.ASSESSMENT, "unclear"), (ClaimField.NOTE, "n")):
        case.edit_claim(S3, field, value)
    case.edit_claim(S1, ClaimField.LABEL, "3")


def test_on_the_same_words_all_goes_over_and_comes_back(case: Case, path: Path) -> None:
    fill(case)
    case.set_kind(S3, StatementKind.LEAD)
    new = case.statements(A)[2].id
    assert new != S3
    assert case.silent_sources(new) == (B,)
    assert case.claim_standing(new) == ClaimStanding(str(new), Assessment.UNCLEAR, "n")
    assert case.claim_standing(S1).label == str(new)
    assert case.claim_standing(S3) == ClaimStanding()
    case.set_kind(S2, StatementKind.LEAD)
    assert [case.is_pinned(each) for each in case.matches if case.matches[each].right == S6] == [True]
    for _ in range(2):
        case.undo()
    assert (case.is_pinned(M2), case.silent_sources(S3)) == (True, (B,))
    assert case.claim_standing(S3) == ClaimStanding("3", Assessment.UNCLEAR, "n")
    case.close()
    assert check(path) == ()


def test_on_other_words_a_silence_and_an_assessment_are_taken_back_and_the_words_go_over(
    case: Case, on_disk: OnDisk, path: Path
) -> None:
    fill(case)
    case.merge(S3, S4)
    new = case.statements(A)[2].id
    assert case.silent_sources(new) == ()
    assert case.claim_standing(new) == ClaimStanding(str(new), None, "n")
    entry = case.entries()[-1].id
    assert on_disk("SELECT statement, after FROM silences WHERE entry = ?", entry) == [(3, 0)]
    case.undo()
    assert case.silent_sources(S3) == (B,)
    assert case.claim_standing(S3).assessment is Assessment.UNCLEAR
    case.close()
    assert check(path) == ()


def test_a_later_text_keeps_what_it_repeats_and_wants_silences_in_it_searched_again(
    case: Case, draft: Callable[..., SourceDraft], path: Path
) -> None:
    fill(case)
    later = draft("The old bridge closes", "Twelve people were hurt.", "A ferry runs.", name="later.txt")
    case.update_source(A, later, compare_versions(case.statements(A), later))
    title, hurt, _ferry = (each.id for each in case.statements(A))
    assert case.silences() == (Silence(hurt, B),), "A has other words: what was searched in it is open again"
    assert case.claim_standing(hurt) == ClaimStanding(str(hurt), Assessment.UNCLEAR, "n")
    assert case.claim_standing(title).label == str(hurt)
    assert not any(map(case.is_pinned, case.matches)), "its statement is gone"
    case.undo()
    assert case.silences() == (Silence(S3, B), Silence(S5, A))
    assert case.is_pinned(M2)
    case.close()
    assert check(path) == ()
