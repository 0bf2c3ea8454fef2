"""How a review goes: how far, how fast, and how the proposals of each confidence were decided."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import sqrt
from statistics import median

from reconciler.case.standing import ReadableCase
from reconciler.model import Act, Decision, MadeBy, MatchId, Outcome, SignalKind, Verdict

IDLE_SECONDS = 300.0
"""After so long without a verdict the analyst did something else: what follows is another sitting."""
BINS = 10
_Z_95 = 1.96
_DECIDING = (Act.VERDICT, Act.RELATION, Act.LINK)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many live matches stand in which state."""

    proposed: int = 0
    confirmed: int = 0
    rejected: int = 0
    unsure: int = 0

    @property
    def decided(self) -> int:
        """How many have a verdict; unsure is one."""
        return self.confirmed + self.rejected + self.unsure

    @property
    def total(self) -> int:
        """How many there are."""
        return self.proposed + self.decided


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast verdicts were given. `sittings` are stretches without a pause of five minutes.

    `seconds` is the median time from one verdict to the next within a sitting, None before there
    are two in one; `worked` the length of all sittings together, in seconds.
    """

    verdicts: int = 0
    sittings: int = 0
    worked: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Proposals of about one confidence that were confirmed or rejected.

    `confidence` is their mean, as it was when they were decided.
    """

    low: float
    high: float
    decided: int
    confirmed: int
    confidence: float

    @property
    def share(self) -> float:
        """Which share of them was confirmed, from 0 to 1."""
        return self.confirmed / self.decided

    @property
    def interval(self) -> tuple[float, float]:
        """Between which bounds that share lies in the long run, at 95 %.

        E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
        """
        n, p, z2 = self.decided, self.share, _Z_95**2
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Agreement:
    """In how many confirmed matches a kind of signal agrees, differs, or stands on one side only."""

    kind: SignalKind
    agrees: int
    differs: int
    missing: int

    @property
    def compared(self) -> int:
        """In how many confirmed matches that kind was found at all."""
        return self.agrees + self.differs + self.missing


@dataclass(frozen=True, slots=True)
class Statistics:
    """A review in figures.

    `not_given_here` counts the proposals in no band because their verdict was brought in from a
    colleague's file or carried over to a new version.
    """

    progress: Progress
    pace: Pace
    bands: tuple[Band, ...]
    agreements: tuple[Agreement, ...]
    not_given_here: int = 0

    @property
    def judged(self) -> int:
        """How many proposals of the program were confirmed or rejected."""
        return sum(band.decided for band in self.bands)

    @property
    def gap(self) -> float | None:
        """By how much confidence and share of confirmations lie apart on average (ECE); None of nothing."""
        if not self.judged:
            return None
        apart = sum(abs(band.share - band.confidence) * band.decided for band in self.bands)
        return apart / self.judged


def measuring(case: ReadableCase) -> Generator[None, None, Statistics]:
    """Measure a case match by match, so that a window can do something else in between."""
    states: dict[Verdict | None, int] = dict.fromkeys((None, *Verdict), 0)
    judged: list[tuple[float, bool]] = []
    not_given_here = 0
    outcomes: dict[tuple[SignalKind, Outcome], int] = {}
    for number, match in tuple(case.matches.items()):
        yield
        verdict = case.standing(number).verdict
        states[verdict] += 1
        if verdict is Verdict.CONFIRMED:
            for what in _worst_of_each_kind(case, number):
                outcomes[what] = outcomes.get(what, 0) + 1
        if match.made_by is MadeBy.MODEL and verdict in (Verdict.CONFIRMED, Verdict.REJECTED):
            confidence = _confidence(case.decisions(number))
            if confidence is None:
                not_given_here += 1
            else:
                judged.append((confidence, verdict is Verdict.CONFIRMED))
    moments: dict[str, list[datetime]] = {}
    verdicts = 0
    for entry in case.entries():
        yield
        given = sum(row.act in _DECIDING and row.verdict is not None for row in case.decisions_of(entry.id))
        if given:
            verdicts += given
            moments.setdefault(entry.analyst, []).append(datetime.fromisoformat(entry.at))
    progress = Progress(
        states[None], states[Verdict.CONFIRMED], states[Verdict.REJECTED], states[Verdict.UNSURE]
    )
    pace = _pace(verdicts, moments.values())
    return Statistics(progress, pace, _bands(judged), _agreements(outcomes), not_given_here)


def measure(case: ReadableCase) -> Statistics:
    """Measure a case at once."""
    steps = measuring(case)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            assert isinstance(found, Statistics)  # noqa: S101
            return found


def _worst_of_each_kind(case: ReadableCase, match: MatchId) -> set[tuple[SignalKind, Outcome]]:
    """Return how each kind compares across a match: one difference in it outweighs what agrees."""
    order = (Outcome.AGREES, Outcome.MISSING, Outcome.DIFFERS)
    worst: dict[SignalKind, Outcome] = {}
    for each in case.differences(match):
        worst[each.kind] = max(worst.get(each.kind, Outcome.AGREES), each.outcome, key=order.index)
    return set(worst.items())


def _confidence(decisions: Sequence[Decision]) -> float | None:
    """Return the confidence that the analyst had before them when they last gave a verdict."""
    given = (
        row.confidence for row in reversed(decisions) if row.act in _DECIDING and row.verdict is not None
    )
    return next(given, None)


def _pace(verdicts: int, by_analyst: Iterable[Sequence[datetime]]) -> Pace:
    gaps: list[float] = []
    sittings = 0
    for moments in by_analyst:
        ordered = sorted(moments)
        apart = [(later - earlier).total_seconds() for earlier, later in pairwise(ordered)]
        within = [gap for gap in apart if gap <= IDLE_SECONDS]
        sittings += 1 + len(apart) - len(within)
        gaps += within
    return Pace(verdicts, sittings, sum(gaps), median(gaps) if gaps else None)


def _bands(judged: Sequence[tuple[float, bool]]) -> tuple[Band, ...]:
    """Return the bands in which something was decided, the least confident first."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for confidence, confirmed in judged:
        found.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, confirmed))
    return tuple(
        Band(
            place / BINS,
            (place + 1) / BINS,
            len(members),
            sum(confirmed for _confidence, confirmed in members),
            sum(confidence for confidence, _confirmed in members) / len(members),
        )
        for place, members in sorted(found.items())
    )


def _agreements(outcomes: dict[tuple[SignalKind, Outcome], int]) -> tuple[Agreement, ...]:
    rows = (
        Agreement(
            kind,
            outcomes.get((kind, Outcome.AGREES), 0),
            outcomes.get((kind, Outcome.DIFFERS), 0),
            outcomes.get((kind, Outcome.MISSING), 0),
        )
        for kind in SignalKind
    )
    return tuple(row for row in rows if row.compared)
