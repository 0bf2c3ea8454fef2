"""Each act of the analyst: what stands afterwards, in memory and in the file."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from reconciler.case import Case
from reconciler.model import (
    Act,
    EntryKind,
    MadeBy,
    MatchId,
    Proposal,
    Relation,
    Standing,
    StatementId,
    Verdict,
)

OnDisk = Callable[..., list[tuple[Any, ...]]]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
LAST = "SELECT match, act, verdict, relation, note FROM decisions ORDER BY id DESC LIMIT ?"
VERDICTS = "SELECT match, verdict, relation, note FROM live_verdicts ORDER BY match"


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [
        (Verdict.CONFIRMED, EntryKind.CONFIRM),
        (Verdict.REJECTED, EntryKind.REJECT),
        (Verdict.UNSURE, EntryKind.UNSURE),
    ],
)
def test_a_verdict_stands_at_once_and_in_the_file(
    case: Case, on_disk: OnDisk, verdict: Verdict, kind: EntryKind
) -> None:
    change = case.decide([M2], verdict)
    assert case.standing(M2) == Standing(verdict)
    assert change.entry is not None
    assert (change.entry.kind, change.entry.matches) == (kind, (M2,))
    assert change.matches == {M2}
    assert not change.structure
    assert on_disk(LAST, 1) == [(2, "verdict", verdict, None, "")]
    assert on_disk(VERDICTS) == [(2, verdict, None, "")]


def test_a_decision_keeps_what_the_analyst_had_before_them(case: Case, on_disk: OnDisk) -> None:
    case.analyst, case.score_visible = "Grace", False
    case.decide([M1], Verdict.CONFIRMED)
    case.score_visible = True
    case.decide([M1], Verdict.REJECTED)
    hidden, shown = on_disk(
        "SELECT analyst, confidence, model, score_visible, evidence, at FROM decisions ORDER BY id"
    )
    assert hidden[:4] == ("Grace", 0.9, "test-1", 0)
    assert shown[3] == 1
    assert json.loads(hidden[4]) == [{"name": "words", "value": 0.45}, {"name": "names", "value": 0.0}]
    date, _, time = hidden[5].partition("T")
    assert (len(date), len(time), time[-1]) == (10, 13, "Z")


def test_several_matches_are_one_entry(case: Case, on_disk: OnDisk) -> None:
    before = len(case.entries())
    change = case.decide([M1, M3, M1], Verdict.REJECTED)
    assert change.matches == {M1, M3}
    assert len(case.entries()) == before + 1
    assert on_disk("SELECT count(DISTINCT entry), count(*) FROM decisions") == [(1, 2)]


def test_the_relation_stays_when_a_confirmation_is_repeated_and_goes_with_another_verdict(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED, Relation.DIFFERS)
    case.decide([M1, M2], Verdict.CONFIRMED)
    assert case.standing(M1) == Standing(Verdict.CONFIRMED, Relation.DIFFERS)
    case.decide([M1], Verdict.UNSURE)
    assert case.standing(M1) == Standing(Verdict.UNSURE)
    case.decide([M1], Verdict.CONFIRMED)
    assert case.standing(M1) == Standing(Verdict.CONFIRMED)


def test_only_a_confirmed_match_has_a_relation(case: Case) -> None:
    with pytest.raises(ValueError, match="relation"):
        case.decide([M1], Verdict.REJECTED, Relation.AGREES)
    assert case.standing(M1) == Standing()


def test_relating_confirms_a_proposal_and_only_changes_the_relation_of_a_confirmed_match(
    case: Case, on_disk: OnDisk
) -> None:
    first = case.relate(M1, Relation.AGREES)
    second = case.relate(M1, Relation.CONTRADICTS)
    third = case.relate(M1, None)
    kinds = [change.entry.kind for change in (first, second, third) if change.entry]
    assert kinds == [EntryKind.CONFIRM, EntryKind.RELATION, EntryKind.RELATION]
    assert on_disk("SELECT act, verdict, relation FROM decisions ORDER BY id") == [
        ("verdict", "confirmed", "agrees"),
        ("relation", "confirmed", "contradicts"),
        ("relation", "confirmed", None),
    ]


def test_clearing_takes_verdict_and_relation_and_leaves_the_note(case: Case, on_disk: OnDisk) -> None:
    case.annotate(M1, "Ask the mayor.")
    case.relate(M1, Relation.AGREES)
    change = case.clear([M1])
    assert case.standing(M1) == Standing(note="Ask the mayor.")
    assert change.entry is not None
    assert change.entry.kind is EntryKind.CLEAR
    assert M1 in case.matches
    assert on_disk(LAST, 1) == [(1, "clear", None, None, "Ask the mayor.")]
    assert on_disk(VERDICTS) == []


def test_a_note_leaves_the_verdict(case: Case) -> None:
    case.decide([M1], Verdict.UNSURE)
    case.annotate(M1, "«\u202f12 ou 15\u202f? »\n")
    assert case.standing(M1) == Standing(Verdict.UNSURE, note="«\u202f12 ou 15\u202f? »\n")


def test_half_a_surrogate_pair_in_a_note_is_no_fault(case: Case) -> None:
    case.annotate(M1, "cut \ud83d off")
    assert case.standing(M1).note == "cut ? off"


def test_what_changes_nothing_writes_nothing(case: Case, on_disk: OnDisk) -> None:
    case.relate(M1, Relation.AGREES)
    entries = on_disk("SELECT count(*) FROM entries")
    idle = [
        case.decide([M1], Verdict.CONFIRMED),
        case.decide([], Verdict.CONFIRMED),
        case.relate(M1, Relation.AGREES),
        case.relate(M2, None),
        case.clear([M2, M3]),
        case.annotate(M2, ""),
        case.link([StatementId(1)], [StatementId(5)]),
        case.add_sources([]),
    ]
    assert all(change.entry is None and not change.matches and not change.structure for change in idle)
    assert on_disk("SELECT count(*) FROM entries") == entries


def test_linking_by_hand_keeps_the_models_own_score(
    case: Case, on_disk: OnDisk, proposal: Callable[[int, int, float], Proposal]
) -> None:
    change = case.link([StatementId(4)], [StatementId(7)], [proposal(4, 7, 0.2)])
    made = case.match_between(StatementId(7), StatementId(4))
    assert made is not None
    assert (made.made_by, made.confidence, made.run) == (MadeBy.HAND, 0.2, None)
    assert [reason.name for reason in made.reasons] == ["words", "names"]
    assert case.standing(made.id) == Standing(Verdict.CONFIRMED)
    assert change.structure
    assert on_disk('SELECT "left", "right", made_by, confidence, run FROM matches WHERE id = ?', made.id) == [
        (4, 7, "hand", 0.2, None)
    ]
    assert on_disk("SELECT act, verdict, confidence, model FROM decisions") == [
        ("link", "confirmed", 0.2, "test-1")
    ]


def test_linking_groups_makes_every_pair_in_one_entry(case: Case) -> None:
    case.decide([M2], Verdict.REJECTED)
    entries = len(case.entries())
    change = case.link([StatementId(6), StatementId(7)], [StatementId(2), StatementId(3)])
    assert len(case.entries()) == entries + 1
    pairs = {(2, 6), (2, 7), (3, 6), (3, 7)}
    confirmed = {
        (match.left, match.right)
        for number, match in case.matches.items()
        if case.standing(number).verdict is Verdict.CONFIRMED
    }
    assert confirmed == pairs
    assert change.entry is not None
    assert len(change.entry.matches) == 4
    assert case.matches[M3].made_by is MadeBy.MODEL, "a proposal that is linked stays the program's"


def test_a_link_without_a_score_says_so(case: Case, on_disk: OnDisk) -> None:
    case.link([StatementId(4)], [StatementId(7)])
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    assert made.confidence == 0
    assert len(made.reasons) == 1
    assert on_disk("SELECT model FROM decisions") == [(None,)]


def test_statements_of_one_source_are_not_linked(case: Case) -> None:
    with pytest.raises(ValueError, match="one source"):
        case.link([StatementId(1)], [StatementId(2)])


def test_clearing_a_link_unlinks_it_and_linking_again_brings_it_back(case: Case, on_disk: OnDisk) -> None:
    case.link([StatementId(4)], [StatementId(7)])
    made = case.match_between(StatementId(4), StatementId(7))
    assert made is not None
    case.annotate(made.id, "same toll")
    change = case.clear([made.id])
    assert change.entry is not None
    assert (change.entry.kind, change.structure) == (EntryKind.UNLINK, True)
    assert made.id not in case.matches
    assert case.match_between(StatementId(4), StatementId(7)) is None
    assert made.id not in case.matches_of(StatementId(4))
    assert on_disk(LAST, 1) == [(made.id, "unlink", None, None, "same toll")]
    case.link([StatementId(4)], [StatementId(7)])
    assert case.standing(made.id) == Standing(Verdict.CONFIRMED, note="same toll")


def test_matches_come_in_the_order_of_their_statements(case: Case) -> None:
    case.link([StatementId(1)], [StatementId(7), StatementId(6)])
    pairs = [(match.left, match.right) for match in case.matches.values()]
    assert pairs == [(1, 5), (1, 6), (1, 7), (2, 6), (3, 7)]
    assert [case.matches[number].right for number in case.matches_of(StatementId(1))] == [5, 6, 7]


def test_matches_given_out_stay_as_they_were(case: Case) -> None:
    before = case.matches
    case.link([StatementId(4)], [StatementId(7)])
    assert len(before) == 3
    assert len(case.matches) == 4


def test_the_history_of_a_match_is_told_in_order(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.annotate(M1, "yes")
    case.undo()
    assert [row.act for row in case.decisions(M1)] == [Act.VERDICT, Act.NOTE, Act.UNDO]
    assert [entry.kind for entry in case.entries()] == [
        EntryKind.ADD_SOURCES,
        EntryKind.CONFIRM,
        EntryKind.NOTE,
        EntryKind.UNDO,
    ]


def test_the_view_is_kept_as_it_was_given(case: Case, on_disk: OnDisk) -> None:
    case.save_view_state('{"scroll": 1}')
    case.save_view_state('{"scroll": 2}')
    assert case.view_state == '{"scroll": 2}'
    assert on_disk('SELECT state FROM "view"') == [('{"scroll": 2}',)]
