"""What statements carry, kept with them: signals on disk, and the differences that follow."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment.differences import Cause
from reconciler.case import Case
from reconciler.case.findings import findings
from reconciler.model import MatchId, Outcome, Signal, SignalKind, SourceId, StatementId, Verdict
from reconciler.signals import AttributionValue, FigureValue, encode

OnDisk = Callable[..., list[tuple[Any, ...]]]
M3 = MatchId(3)
HURT, HURT_TOO = StatementId(3), StatementId(7)


@pytest.fixture
def signals(case: Case) -> Mapping[StatementId, tuple[Signal, ...]]:
    """Twelve hurt in one article, fifteen and the mayor's word in the other."""

    def at(number: StatementId, kind: SignalKind, words: str, value: str) -> Signal:
        statement = case.statement(number)
        start = statement.start + statement.text.index(words)
        return Signal(kind, start, start + len(words), words, value)

    return {
        HURT: (at(HURT, SignalKind.FIGURE, "Twelve", encode(FigureValue(12, 12, counted=("people",)))),),
        HURT_TOO: (
            at(HURT_TOO, SignalKind.FIGURE, "15", encode(FigureValue(15, 15))),
            at(HURT_TOO, SignalKind.ATTRIBUTION, "the mayor said", encode(AttributionValue("mayor"))),
        ),
    }


def test_signals_are_on_disk_and_there_again_after_opening(
    case: Case, path: Path, signals: Mapping[StatementId, tuple[Signal, ...]], on_disk: OnDisk
) -> None:
    change = case.record_signals(signals)
    assert change.entry is None
    assert change.matches == {M3}
    assert change.sources == {1, 2}
    assert on_disk("SELECT statement, kind, text FROM signals ORDER BY statement, start") == [
        (3, "figure", "Twelve"),
        (7, "figure", "15"),
        (7, "attribution", "the mayor said"),
    ]
    case.close()
    with Case.open(path) as again:
        assert again.statement(HURT_TOO).signals == signals[HURT_TOO]
        assert again.statements(SourceId(1))[2].signals == signals[HURT]


def test_recording_again_replaces_what_is_there_and_leaves_no_trace_in_the_history(
    case: Case, signals: Mapping[StatementId, tuple[Signal, ...]], on_disk: OnDisk
) -> None:
    before = case.entries()
    case.record_signals(signals)
    case.record_signals({HURT_TOO: signals[HURT_TOO][:1], HURT: signals[HURT]})
    assert on_disk("SELECT statement, text FROM signals ORDER BY statement") == [(3, "Twelve"), (7, "15")]
    assert case.statement(HURT_TOO).signals == signals[HURT_TOO][:1]
    assert case.entries() == before


def test_what_is_there_already_changes_nothing(
    case: Case, signals: Mapping[StatementId, tuple[Signal, ...]]
) -> None:
    case.record_signals(signals)
    change = case.record_signals(signals)
    assert (change.matches, change.sources) == (frozenset(), frozenset())


def test_a_case_that_is_open_read_only_has_them_in_memory_alone(
    case: Case, path: Path, signals: Mapping[StatementId, tuple[Signal, ...]], on_disk: OnDisk
) -> None:
    case.close()
    with Case.open(path, read_only=True) as looked_at:
        looked_at.record_signals(signals)
        assert looked_at.differences(M3)
    assert on_disk("SELECT * FROM signals") == []


def test_differences_follow_the_signals(
    case: Case, signals: Mapping[StatementId, tuple[Signal, ...]]
) -> None:
    assert case.differences(M3) == ()
    case.record_signals(signals)
    assert [(each.kind, each.outcome, each.cause) for each in case.differences(M3)] == [
        (SignalKind.FIGURE, Outcome.DIFFERS, Cause.CONTRADICTION),
        (SignalKind.ATTRIBUTION, Outcome.MISSING, Cause.ATTRIBUTION_LOST),
    ]
    case.record_signals({HURT_TOO: ()})
    assert case.differences(M3) == ()


def test_findings_are_ordered_by_strength_and_leave_rejected_matches_out(
    case: Case, signals: Mapping[StatementId, tuple[Signal, ...]]
) -> None:
    case.record_signals(signals)
    proposed = findings(case)
    assert [each.difference.kind for each in proposed] == [SignalKind.FIGURE, SignalKind.ATTRIBUTION]
    case.decide([M3], Verdict.CONFIRMED)
    assert [each.likelihood for each in (*proposed, *findings(case))] == [0.3, 0.3, 1.0, 1.0]
    case.decide([M3], Verdict.REJECTED)
    assert findings(case) == ()


def test_a_claim_leads_back_to_whom_it_names_and_else_to_its_article(
    case: Case, signals: Mapping[StatementId, tuple[Signal, ...]]
) -> None:
    case.record_signals(signals)
    (hurt,) = (
        origins
        for claim, origins in zip(case.claims(), case.origins(), strict=True)
        if HURT in claim.statements
    )
    assert hurt == ("The old bridge closes", "mayor")
