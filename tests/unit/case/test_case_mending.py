"""Mending how a source was cut: what is decided is kept, and never put silently on other words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import Judgement, PairAlignment
from reconciler.case import Case, check
from reconciler.model import (
    Act,
    Change,
    EntryKind,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Signal,
    SignalKind,
    SourceId,
    Span,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

OnDisk = Callable[..., list[tuple[Any, ...]]]
Propose = Callable[[int, int, float], Proposal]
Aligned = Callable[..., PairAlignment]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
A, B = SourceId(1), SourceId(2)
HURT = StatementId(7)
"""``15 were hurt, the mayor said.``"""


def texts(case: Case, source: SourceId) -> list[str]:
    return [each.text for each in case.statements(source)]


def snapshot(case: Case) -> object:
    return (
        [(source, case.statements(source.id)) for source in case.sources],
        [(match, case.standing(number), case.is_flagged(number)) for number, match in case.matches.items()],
        case.claims(),
    )


def within(case: Case, statement: StatementId, words: str) -> int:
    found = case.statement(statement)
    return found.start + found.text.index(words)


@pytest.fixture
def decided(case: Case) -> Case:
    """3-7 is confirmed with a note."""
    case.decide([M3], Verdict.CONFIRMED, Relation.DIFFERS)
    case.annotate(M3, "12 or 15?")
    return case


def test_a_split_statement_becomes_two_numbered_anew(case: Case, path: Path, on_disk: OnDisk) -> None:
    change = case.split(StatementId(2), within(case, StatementId(2), " on Monday"))
    assert change.entry is not None
    assert (change.entry.kind, change.entry.sources) == (EntryKind.SPLIT, (A,))
    assert change.structure
    assert texts(case, A) == [
        *("The old bridge closes", "It closes", "on Monday."),
        *("Twelve people were hurt.", "Nobody died."),
    ]
    assert [each.ordinal for each in case.statements(A)] == [1, 2, 3, 4, 5]
    text = case.source(A).text
    assert all(text[each.start : each.end] == each.text for each in case.statements(A))
    assert on_disk(
        "SELECT text, ordinal FROM statements WHERE source = 1 AND NOT retired ORDER BY ordinal"
    ) == [(each.text, each.ordinal) for each in case.statements(A)]
    assert M2 not in case.matches, "what was proposed of it is stale"
    assert case.unaligned_pairs() == ((1, 2),)
    assert check(path) == ()


@pytest.mark.parametrize(("words", "part"), [("were", 1), ("mayor", 0)])
def test_without_evidence_a_decision_goes_with_most_of_the_text_and_waits(
    case: Case, words: str, part: int
) -> None:
    case.link([StatementId(4)], [HURT])
    (linked,) = [match for match in case.matches.values() if match.left == StatementId(4)]
    case.relate(linked.id, Relation.DIFFERS)
    case.annotate(linked.id, "12 or 15?")
    case.split(HURT, within(case, HURT, words))
    now, other = case.statements(B)[2 + part], case.statements(B)[3 - part]
    match = case.match_between(StatementId(4), now.id)
    assert match is not None
    assert case.standing(match.id) == Standing(note="12 or 15?")
    assert case.is_flagged(match.id)
    assert case.match_between(StatementId(4), other.id) is None
    (former,) = case.formers(match.id)
    assert former.standing == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "12 or 15?")
    assert case.statement(former.match.right).text == "15 were hurt, the mayor said."


def test_a_decision_goes_with_the_part_that_spoke_for_it(
    case: Case, aligned: Aligned, proposal: Propose
) -> None:
    said = "15 were hurt, the mayor said.".index("mayor")
    seen = replace(
        proposal(3, 7, 0.3), reasons=(Reason("names", 0.5, (), (Span(said, said + 5),)), Reason("words", 0.0))
    )
    case.record_run("test-2", "{}", [aligned(seen)])
    match = case.match_between(StatementId(3), HURT)
    assert match is not None
    case.decide([match.id], Verdict.REJECTED)
    case.split(HURT, within(case, HURT, "mayor"))
    part = case.statements(B)[3]
    assert part.text == "mayor said."
    now = case.match_between(StatementId(3), part.id)
    assert now is not None
    assert now.reasons == (Reason("names", 0.5), Reason("words", 0.0)), "marks are not put on other words"
    assert case.judgements() == ()


def test_a_verdict_after_it_ends_the_waiting(decided: Case, on_disk: OnDisk) -> None:
    decided.split(HURT, within(decided, HURT, "the mayor"))
    (flagged,) = [number for number in decided.matches if decided.is_flagged(number)]
    assert [each.act for each in decided.decisions(flagged)] == [Act.VERDICT, Act.NOTE, Act.CARRY]
    assert on_disk("SELECT match FROM live_verdicts") == []
    decided.decide([flagged], Verdict.CONFIRMED)
    assert not decided.is_flagged(flagged)
    assert on_disk("SELECT match, verdict FROM live_verdicts") == [(flagged, "confirmed")]
    decided.undo()
    assert decided.is_flagged(flagged)


def test_what_waits_survives_an_alignment_and_another_split(
    decided: Case, aligned: Aligned, path: Path
) -> None:
    decided.split(HURT, within(decided, HURT, "the mayor"))
    decided.record_run("test-2", "{}", [aligned()])
    decided.split(decided.statements(B)[2].id, within(decided, decided.statements(B)[2].id, "were"))
    (match,) = decided.matches
    assert decided.is_flagged(match)
    (former,) = decided.formers(match)
    assert decided.statement(former.match.right).text == "15 were hurt, the mayor said."
    assert former.standing.verdict is Verdict.CONFIRMED
    decided.close()
    assert check(path) == ()


def test_merging_brings_the_decisions_of_both_back_to_the_queue(decided: Case, path: Path) -> None:
    decided.link([StatementId(4)], [HURT])
    decided.decide([M2], Verdict.REJECTED)
    change = decided.merge(StatementId(3), StatementId(4))
    assert change.entry is not None
    assert change.entry.kind is EntryKind.MERGE
    whole = decided.statements(A)[2]
    assert whole.text == "Twelve people were hurt.\nNobody died."
    match = decided.match_between(whole.id, HURT)
    assert match is not None
    assert decided.is_flagged(match.id)
    assert [former.match.left for former in decided.formers(match.id)] == [3, 4]
    assert decided.standing(M2) == Standing(Verdict.REJECTED), "that of another statement stands"
    assert decided.judgements() == (Judgement(StatementId(2), StatementId(6), same=False),)
    assert check(path) == ()


def test_another_kind_keeps_what_was_decided_of_the_same_words(decided: Case, path: Path) -> None:
    before = decided.matches[M3]
    decided.set_kind(HURT, StatementKind.BOILERPLATE)
    now = decided.statements(B)[2]
    assert (now.kind, now.text) == (StatementKind.BOILERPLATE, "15 were hurt, the mayor said.")
    match = decided.match_between(StatementId(3), now.id)
    assert match is not None
    assert replace(match, id=M3, right=HURT) == before, "also what is marked in it"
    assert decided.standing(match.id) == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "12 or 15?")
    assert not decided.is_flagged(match.id)
    assert decided.set_kind(now.id, StatementKind.BOILERPLATE).entry is None
    assert check(path) == ()


def test_what_is_not_part_of_the_article_is_proposed_no_more(case: Case) -> None:
    case.set_kind(HURT, StatementKind.BOILERPLATE)
    assert list(case.matches) == [M1, M2]
    assert case.set_kind(StatementId(6), StatementKind.LEAD).structure
    kept = case.match_between(StatementId(2), case.statements(B)[1].id)
    assert kept is not None, "a proposal stays until the pair is aligned again"


def test_every_mending_is_undone_and_redone(decided: Case, path: Path) -> None:
    states = [snapshot(decided)]
    acts: list[Callable[[], Change]] = [
        lambda: decided.split(HURT, within(decided, HURT, "the mayor")),
        lambda: decided.merge(StatementId(1), StatementId(2)),
        lambda: decided.set_kind(StatementId(4), StatementKind.METADATA),
        lambda: decided.decide([n for n in decided.matches if decided.is_flagged(n)], Verdict.UNSURE),
        lambda: decided.merge(decided.statements(B)[2].id, decided.statements(B)[3].id),
    ]
    for act in acts:
        act()
        states.append(snapshot(decided))
    for state in reversed(states[:-1]):
        assert decided.undo().entry is not None
        assert snapshot(decided) == state
        assert decided.unaligned_pairs() == ((1, 2),)
    assert check(path) == ()
    for state in states[1:]:
        assert decided.redo().entry is not None
        assert snapshot(decided) == state
    decided.close()
    assert check(path) == ()
    with Case.open(path) as again:
        assert snapshot(again) == states[-1]
        again.undo()
        assert snapshot(again) == states[-2]


def test_an_alignment_of_the_statements_before_is_dropped(
    case: Case, proposal: Propose, aligned: Aligned, on_disk: OnDisk
) -> None:
    late = aligned(proposal(3, 7, 0.9))
    case.split(HURT, within(case, HURT, "the mayor"))
    shown = dict(case.matches)
    for stale in (late, replace(aligned(), right_units=(HURT,))):
        case.record_run("test-2", "{}", [stale])
        assert case.realign("test-2", "{}", case.settings, [stale]).entry is None
    assert dict(case.matches) == shown
    assert case.unaligned_pairs() == ((1, 2),)
    assert on_disk("SELECT count(*) FROM runs") == [(1,)]


def test_signals_go_with_their_words(case: Case) -> None:
    start = case.statement(HURT).start
    figure = Signal(SignalKind.FIGURE, start, start + 2, "15", "15")
    across = Signal(SignalKind.ATTRIBUTION, start, start + 20, case.source(B).text[start : start + 20], None)
    case.record_signals({HURT: [figure, across]})
    case.split(HURT, within(case, HURT, "the mayor"))
    assert [each.signals for each in case.statements(B)] == [(), (), (figure,), ()]
    case.merge(case.statements(B)[1].id, case.statements(B)[2].id)
    assert [each.signals for each in case.statements(B)] == [(), (figure,), ()]
    case.undo()
    case.undo()
    assert case.statement(HURT).signals == (figure, across)
    assert case.statements(B)[2].signals == (figure, across)


def test_what_cannot_be_mended_is_refused(case: Case) -> None:
    start, end = case.statement(HURT).start, case.statement(HURT).end
    for offset in (start, end, start - 1, end + 1, 10_000):
        with pytest.raises(ValueError, match="nothing stands"):
            case.split(HURT, offset)
    for one, other in ((1, 3), (2, 1), (4, 5), (4, 4)):
        with pytest.raises(ValueError, match="does not follow"):
            case.merge(StatementId(one), StatementId(other))
    case.split(HURT, start + 3)
    acts: list[Callable[[], Change]] = [
        lambda: case.split(HURT, start + 3),
        lambda: case.merge(StatementId(6), HURT),
        lambda: case.set_kind(HURT, StatementKind.LEAD),
    ]
    for act in acts:
        with pytest.raises(ValueError, match="in the place of"):
            act()


def test_a_link_that_waited_and_is_unlinked_goes(case: Case) -> None:
    case.link([StatementId(4)], [HURT])
    case.split(HURT, within(case, HURT, "the mayor"))
    (flagged,) = [number for number in case.matches if case.is_flagged(number)]
    case.decide([flagged], Verdict.CONFIRMED)
    case.clear([flagged])
    assert flagged not in case.matches
    case.undo()
    case.undo()
    assert case.is_flagged(flagged)
    case.redo()
    case.redo()
    assert flagged not in case.matches
