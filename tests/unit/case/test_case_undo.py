"""Undo and redo: derived from the journal, without limit, also after the case was reopened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import PairAlignment
from reconciler.case import Case, check
from reconciler.model import (
    EntryKind,
    MatchId,
    Proposal,
    Relation,
    SourceDraft,
    SourceId,
    SourceProperties,
    Standing,
    StatementId,
    Verdict,
)

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)


def snapshot(case: Case) -> object:
    return (
        case.sources,
        [(match, case.standing(number)) for number, match in case.matches.items()],
        case.claims(),
    )


def test_every_act_is_undone_and_redone_step_by_step(case: Case) -> None:
    acts: list[Callable[[], object]] = [
        lambda: case.decide([M1, M2], Verdict.CONFIRMED, Relation.AGREES),
        lambda: case.decide([M2], Verdict.REJECTED),
        lambda: case.relate(M1, Relation.DIFFERS),
        lambda: case.annotate(M1, "note"),
        lambda: case.link([StatementId(4)], [StatementId(7), StatementId(5)]),
        lambda: case.clear([M1, M2]),
        lambda: case.edit_source(SourceId(1), SourceProperties("New", "Paper", None, "2024-05-05", "fr")),
    ]
    states = [snapshot(case)]
    for act in acts:
        act()
        states.append(snapshot(case))
    for state in reversed(states[:-1]):
        assert case.undo().entry is not None
        assert snapshot(case) == state
    for state in states[1:]:
        assert case.redo().entry is not None
        assert snapshot(case) == state
    assert case.redo().entry is None


def test_undo_goes_on_after_the_case_was_reopened(case: Case, path: Path) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.decide([M1], Verdict.REJECTED)
    case.undo()
    case.close()
    with Case.open(path) as again:
        assert again.undoable is not None
        assert again.undoable.kind is EntryKind.CONFIRM
        assert again.redoable is not None
        assert again.redoable.kind is EntryKind.REJECT
        again.undo()
        assert again.standing(M1) == Standing()
        again.redo()
        again.redo()
        assert again.standing(M1) == Standing(Verdict.REJECTED)


def test_an_undo_is_an_entry_that_names_what_it_takes_back(case: Case, on_disk: OnDisk) -> None:
    done = case.decide([M1, M2], Verdict.CONFIRMED).entry
    undone, redone = case.undo().entry, case.redo().entry
    assert done is not None
    assert undone is not None
    assert redone is not None
    assert (undone.kind, undone.undoes, undone.matches) == (EntryKind.UNDO, done.id, (M1, M2))
    assert (redone.kind, redone.undoes, redone.matches) == (EntryKind.REDO, done.id, (M1, M2))
    assert on_disk("SELECT id, match, act, verdict, undoes FROM decisions ORDER BY id") == [
        (1, 1, "verdict", "confirmed", None),
        (2, 2, "verdict", "confirmed", None),
        (3, 1, "undo", None, 1),
        (4, 2, "undo", None, 2),
        (5, 1, "redo", "confirmed", 1),
        (6, 2, "redo", "confirmed", 2),
    ]


def test_a_new_act_after_an_undo_destroys_no_row(case: Case, on_disk: OnDisk) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.undo()
    rows = on_disk("SELECT * FROM decisions ORDER BY id")
    case.decide([M1], Verdict.UNSURE)
    assert case.redoable is None
    assert on_disk("SELECT * FROM decisions ORDER BY id")[:2] == rows
    case.undo()
    assert case.standing(M1) == Standing()


def test_undoing_a_link_takes_the_match_out_of_the_case(case: Case) -> None:
    case.link([StatementId(4)], [StatementId(7)])
    change = case.undo()
    assert change.structure
    assert case.match_between(StatementId(4), StatementId(7)) is None
    case.redo()
    assert case.match_between(StatementId(4), StatementId(7)) is not None


def test_undoing_the_addition_of_a_source_hides_it_and_its_matches(
    path: Path,
    draft: Callable[..., SourceDraft],
    proposal: Callable[[int, int, float], Proposal],
    aligned: Callable[..., PairAlignment],
    on_disk: OnDisk,
) -> None:
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft("One", "A text.")])
        case.add_sources([draft("Two", "A text.")])
        case.record_run("test-1", "{}", [aligned(proposal(1, 3, 0.9))])
        change = case.undo()
        assert change.structure
        assert [source.letter for source in case.sources] == ["A"]
        assert dict(case.matches) == {}
        assert on_disk("SELECT removed FROM sources") == [(0,), (1,)]
        case.redo()
        assert [source.letter for source in case.sources] == ["A", "B"]
        assert len(case.matches) == 1


def test_nothing_takes_back_the_articles_that_a_case_was_made_of(case: Case) -> None:
    assert case.undoable is None
    case.decide([M1], Verdict.CONFIRMED)
    assert case.undo().entry is not None
    assert case.undo().entry is None
    assert len(case.sources) == 2


def test_a_source_added_after_an_undo_takes_the_free_letter(
    case: Case, draft: Callable[..., SourceDraft], on_disk: OnDisk
) -> None:
    case.add_sources([draft("Third", "Text.")])
    case.undo()
    case.add_sources([draft("Fourth", "Text.")])
    assert [(source.letter, source.title) for source in case.sources][2:] == [("C", "Fourth")]
    assert on_disk("SELECT title, removed FROM sources WHERE id > 2") == [("Third", 1), ("Fourth", 0)]


def test_a_source_is_taken_out_and_comes_back_with_all_that_was_decided(
    case: Case, draft: Callable[..., SourceDraft], path: Path, on_disk: OnDisk
) -> None:
    case.add_sources([draft("Third", "Text.")])
    case.decide([M1], Verdict.CONFIRMED)
    before = snapshot(case)
    change = case.remove_source(SourceId(2))
    assert change.entry is not None
    assert (change.entry.kind, change.structure) == (EntryKind.REMOVE_SOURCE, True)
    assert [(source.letter, source.title) for source in case.sources] == [
        ("A", "The old bridge closes"),
        ("C", "Third"),
    ]
    assert dict(case.matches) == {}
    assert case.remove_source(SourceId(2)).entry is None
    case.add_sources([draft("Fourth", "Text.")])
    assert [source.letter for source in case.sources] == ["A", "C", "D"], "no letter twice"
    assert on_disk("SELECT count(*) FROM decisions") == [(1,)]
    case.undo()
    case.undo()
    assert snapshot(case) == before
    assert check(path) == ()


def test_sources_are_put_in_another_order_and_nothing_else_changes(
    case: Case, draft: Callable[..., SourceDraft], path: Path
) -> None:
    case.add_sources([draft("Third", "Text.")])
    case.decide([M1], Verdict.CONFIRMED)
    matches, pairs = list(case.matches.items()), case.unaligned_pairs()
    change = case.arrange([SourceId(3), SourceId(1), SourceId(2)])
    assert change.entry is not None
    assert (change.entry.kind, change.sources) == (
        EntryKind.ARRANGE,
        frozenset(source.id for source in case.sources),
    )
    assert change.structure
    assert [source.letter for source in case.sources] == ["C", "A", "B"]
    assert (list(case.matches.items()), case.unaligned_pairs()) == (matches, pairs)
    assert case.arrange([SourceId(3), SourceId(1), SourceId(2)]).entry is None
    case.close()
    with Case.open(path) as again:
        assert [source.id for source in again.sources] == [3, 1, 2]
        again.add_sources([draft("Fourth", "Text.")])
        assert [source.letter for source in again.sources] == ["C", "A", "B", "D"]
        for wrong in ([3, 1, 2], [3, 1, 2, 2], [1, 2, 3, 5]):
            with pytest.raises(ValueError, match="not the sources"):
                again.arrange([SourceId(each) for each in wrong])
        again.undo()
        again.undo()
        assert [source.id for source in again.sources] == [1, 2, 3]
    assert check(path) == ()


def test_verdicts_on_a_hidden_source_are_not_live(case: Case, on_disk: OnDisk) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    assert on_disk("SELECT match FROM live_verdicts") == [(1,)]
    case.undo()
    case.undo()
    assert on_disk("SELECT match FROM live_verdicts") == []
    case.redo()
    case.redo()
    assert on_disk("SELECT match FROM live_verdicts") == [(1,)]
