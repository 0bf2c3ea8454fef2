"""A review in figures: what is counted, how fast it went, how sure the program was of what was confirmed."""

from collections.abc import Callable
from itertools import count

import pytest

from reconciler.alignment import PairAlignment
from reconciler.case import Case, opened
from reconciler.case.statistics import Band, Pace, Progress, measure
from reconciler.model import MatchId, Proposal, Relation, Signal, SignalKind, Statement, StatementId, Verdict
from reconciler.signals import FigureValue, encode

M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)


def test_each_verdict_is_counted_and_what_was_cleared_is_not(case: Case) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.decide([M2], Verdict.UNSURE)
    case.decide([M3], Verdict.REJECTED)
    case.clear([M3])
    found = measure(case).progress
    assert found == Progress(proposed=1, confirmed=1, rejected=0, unsure=1)
    assert (found.decided, found.total) == (2, 3)


def test_bands_hold_what_was_confirmed_or_rejected_with_the_confidence_of_that_moment(
    case: Case, proposal: Callable[[int, int, float], Proposal], aligned: Callable[..., PairAlignment]
) -> None:
    case.decide([M1], Verdict.CONFIRMED)
    case.decide([M3], Verdict.REJECTED)
    case.decide([M2], Verdict.UNSURE)
    case.record_run("test-2", "{}", [aligned(proposal(1, 5, 0.2), proposal(3, 7, 0.8))])
    assert measure(case).bands == (Band(0.3, 0.4, 1, 0, 0.3), Band(0.9, 1.0, 1, 1, 0.9))
    assert measure(case).gap == pytest.approx((0.3 + 0.1) / 2)


def test_what_was_linked_by_hand_says_nothing_of_the_program(case: Case) -> None:
    case.link([StatementId(4)], [StatementId(6)])
    found = measure(case)
    assert found.progress.confirmed == 1
    assert (found.bands, found.judged, found.gap) == ((), 0, None)


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = Band(0.8, 0.9, 10, 8, 0.85).interval
    assert low == pytest.approx(0.490, abs=0.001)
    assert high == pytest.approx(0.943, abs=0.001)
    assert Band(0.0, 0.1, 3, 0, 0.05).interval[0] == 0.0


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the journal's clock show these seconds, one a call; the last for ever."""
    shown: list[int] = []
    calls = count()

    def now() -> str:
        at = shown[min(next(calls), len(shown) - 1)]
        return f"2024-05-01T{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}.000Z"

    monkeypatch.setattr(opened, "now", now)
    return shown


def test_pauses_part_sittings_and_do_not_slow_the_pace(case: Case, seconds: list[int]) -> None:
    seconds += [0, 10, 14, 3600, 3608]
    for match, verdict in (
        (M1, Verdict.CONFIRMED), (M2, Verdict.REJECTED), (M3, Verdict.UNSURE),
        (M3, Verdict.CONFIRMED), (M2, Verdict.CONFIRMED),
    ):  # fmt: skip
        case.decide([match], verdict)
    assert measure(case).pace == Pace(verdicts=5, sittings=2, worked=22.0, seconds=8.0)


def figure(statement: Statement, words: str, value: int) -> Signal:
    start = statement.start + statement.text.index(words)
    return Signal(SignalKind.FIGURE, start, start + len(words), words, encode(FigureValue(value, value)))


def test_one_difference_outweighs_what_agrees_and_only_confirmed_matches_count(case: Case) -> None:
    third, seventh = case.statement(StatementId(3)), case.statement(StatementId(7))
    case.record_signals({third.id: [figure(third, "Twelve", 12)], seventh.id: [figure(seventh, "15", 15)]})
    assert measure(case).agreements == ()
    case.relate(M3, Relation.DIFFERS)
    (figures,) = measure(case).agreements
    assert (figures.kind, figures.agrees, figures.differs) == (SignalKind.FIGURE, 0, 1)
