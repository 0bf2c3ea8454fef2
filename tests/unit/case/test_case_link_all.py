"""Statements of three sources are linked at once: one act, one undo, the model's own scores kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reconciler.case import Case, check
from reconciler.model import EntryKind, MadeBy, Proposal, SourceDraft, StatementId, Verdict

S1, S2, S5, S8 = map(StatementId, (1, 2, 5, 8))


def confirmed(case: Case) -> set[tuple[int, int]]:
    """Return the ends of what is confirmed."""
    return {
        (match.left, match.right)
        for number, match in case.matches.items()
        if case.standing(number).verdict is Verdict.CONFIRMED
    }


def test_every_two_of_different_sources_are_linked_in_one_act(
    case: Case,
    draft: Callable[..., SourceDraft],
    proposal: Callable[[int, int, float], Proposal],
    path: Path,
) -> None:
    case.add_sources([draft("A ferry runs instead", "It is slow.")], "2024-05-06")
    change = case.link_all([S8, S1, S5, S2], [proposal(1, 8, 0.4)])
    assert change.entry is not None
    assert change.entry.kind is EntryKind.LINK
    assert confirmed(case) == {(1, 5), (2, 5), (1, 8), (2, 8), (5, 8)}
    scored, bare = case.match_between(S1, S8), case.match_between(S5, S8)
    assert scored is not None
    assert bare is not None
    assert (scored.confidence, bare.confidence) == (0.4, 0.0)
    assert scored.made_by is MadeBy.HAND
    case.undo()
    assert confirmed(case) == set()
    case.redo()
    assert len(confirmed(case)) == 5
    case.close()
    assert check(path) == ()


def test_statements_of_one_source_are_not_linked(case: Case) -> None:
    entries = case.entries()
    with pytest.raises(ValueError, match="one source"):
        case.link_all([S1, S2])
    assert case.entries() == entries
