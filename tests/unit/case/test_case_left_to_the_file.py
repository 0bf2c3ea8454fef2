"""What was proposed of articles that are out of the case: left to the file, there again after undo."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.case.intake import compare_versions
from reconciler.model import Match, Proposal, SourceDraft, SourceId, StatementId, Verdict

Draft = Callable[..., SourceDraft]
Proposed = Callable[[int, int, float], Proposal]
Aligned = Callable[..., PairAlignment]
A, B, C = SourceId(1), SourceId(2), SourceId(3)
Seen = list[tuple[object, ...]]


@pytest.fixture
def three(path: Path, draft: Draft, proposal: Proposed) -> Iterator[Case]:
    """A case of three articles, each two of which have three proposals; one of A and C is confirmed."""
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft(f"{name} title", f"{name} one.", f"{name} two.") for name in "ABC"])
        pairs = [(A, B, 0, 3), (A, C, 0, 6), (B, C, 3, 6)]
        case.record_run(
            "test",
            "{}",
            [
                PairAlignment(
                    one, two, tuple(proposal(left + each, right + each, 0.5 + each / 9) for each in (1, 2, 3))
                )
                for one, two, left, right in pairs
            ],
        )
        case.decide([between(case, 2, 8).id], Verdict.CONFIRMED)
        yield case


def between(case: Case, left: int, right: int) -> Match:
    match = case.match_between(StatementId(left), StatementId(right))
    assert match is not None
    return match


def seen(case: Case) -> Seen:
    """Return all matches with their reasons, and what stands for them."""
    return [
        (m.id, m.left, m.right, m.confidence, m.run, tuple(m.reasons), case.standing(m.id))
        for m in case.matches.values()
    ]


def held(case: Case, statements: range) -> set[tuple[int, int]]:
    """Return the matches that an open case holds, wherever, of which a statement is one of these."""
    found: set[tuple[int, int]] = set()
    left: list[object] = [case]
    known = {id(case)}
    while left:
        one = left.pop()
        if isinstance(one, type | ModuleType):
            continue
        if isinstance(one, Match) and (one.left in statements or one.right in statements):
            found.add((one.left, one.right))
        within = list(one.__closure__ or ()) if isinstance(one, FunctionType) else gc.get_referents(one)
        left += (each for each in within if id(each) not in known)
        known.update(id(each) for each in within)
    return found


def test_nothing_is_held_of_what_was_proposed_of_an_article_that_is_taken_out(three: Case) -> None:
    three.remove_source(C)
    assert held(three, range(7, 10)) == {(2, 8)}, "what was decided is named by the history"
    path = three.path
    three.close()
    with Case.open(path) as again:
        assert held(again, range(7, 10)) == {(2, 8)}
        assert len(again.matches) == 3


@pytest.mark.parametrize("reopen", [False, True])
def test_undo_brings_all_of_it_back_as_it_was_and_redo_takes_it_out_again(three: Case, reopen: bool) -> None:
    before = seen(three)
    three.remove_source(C)
    without = seen(three)
    if reopen:
        path = three.path
        three.close()
        three = Case.open(path)
    three.undo()
    assert seen(three) == before
    three.redo()
    assert seen(three) == without
    three.undo()
    assert seen(three) == before
    path = three.path
    three.close()
    with Case.open(path, read_only=True) as read:
        assert seen(read) == before


def test_undoing_back_over_a_later_text_of_another_article_brings_all_of_it_back(
    three: Case, draft: Draft
) -> None:
    before = seen(three)
    three.remove_source(C)
    later = draft("A title", "A one.", "Something else.")
    three.update_source(A, later, compare_versions(three.statements(A), later))
    three.undo()
    three.undo()
    assert seen(three) == before
    three.redo()
    three.redo()
    assert [each.text for each in three.statements(A)] == ["A title", "A one.", "Something else."]
    three.undo()
    three.undo()
    assert seen(three) == before


def test_undoing_a_later_text_brings_back_what_was_proposed_of_the_former_one(
    three: Case, draft: Draft
) -> None:
    before = seen(three)
    later = draft("A title", "A one.", "Something else.")
    three.update_source(A, later, compare_versions(three.statements(A), later))
    assert held(three, range(1, 4)) == {(2, 8)}
    three.undo()
    assert seen(three) == before


def test_a_later_text_takes_nothing_over_for_an_article_that_is_out(three: Case, draft: Draft) -> None:
    three.remove_source(C)
    later = draft("A title", "A one.", "A two.", "One more.")
    three.update_source(A, later, compare_versions(three.statements(A), later))
    new = {each.id for each in three.statements(A)}
    of_c = [pair for pair in held(three, range(7, 10)) if not new.isdisjoint(pair)]
    assert len(of_c) == 1, "the verdict goes over, and no proposal"


def test_an_alignment_that_ends_after_its_article_was_taken_out_is_passed_over(
    three: Case, aligned: Aligned, proposal: Proposed
) -> None:
    before = seen(three)
    three.remove_source(C)
    three.record_run("late", "{}", [aligned(proposal(1, 7, 0.9), proposal(1, 8, 0.9), left=A, right=C)])
    three.undo()
    assert seen(three) == before


def test_a_match_that_is_out_still_has_its_ends_and_differences(three: Case) -> None:
    match = between(three, 1, 7).id
    differences = three.differences(match)
    three.remove_source(C)
    assert match not in three.matches
    assert three.ends(match) == (1, 7)
    assert three.differences(match) == differences
    with pytest.raises(KeyError):
        three.ends(type(match)(10_000))
