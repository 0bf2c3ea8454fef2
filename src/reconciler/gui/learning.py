"""The verdicts of a case teach: what is undecided is ranked anew in the background, and never in a hurry."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Self, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.alignment import FEWEST, FEWEST_OF_A_KIND, Judgement, Settings
from reconciler.gui.background import Background, Job, Task
from reconciler.gui.lining_up import LiningUp, cells
from reconciler.gui.session import Session
from reconciler.model import Change, EntryKind, Proposal, Source, Statement, StatementId

if TYPE_CHECKING:
    from reconciler.alignment import Lesson, PairAlignment
    from reconciler.case import Case
    from reconciler.case.intake import LinedUp
    from reconciler.language import Languages

Ends: TypeAlias = tuple[StatementId, StatementId]
IDLE_MS = 1500
"""So long after the last decision the rest is ranked anew; while one decides, nothing moves."""
SOON = 4_000_000
"""Pairs of statements that are ranked in some seconds: with twice as many one waits twice as long."""
GATHER_S = 0.004
"""How long at a time is gathered what there is to learn from, between events."""
SLICE = 50
"""Proposals that are written in one go, of the thousands that a case may have: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a ranking stands on."""

    settings: Settings
    judgements: tuple[Judgement, ...]

    @property
    def digest(self) -> str:
        """What is the same for the same ground in one case."""
        from reconciler.case.intake import ground_digest

        return ground_digest(self.settings, self.judgements)

    @property
    def teaches(self) -> bool:
        """Whether there is enough to learn from, and learning is on."""
        same = sum(one.same for one in self.judgements)
        fewer = min(same, len(self.judgements) - same)
        return self.settings.learn and len(self.judgements) >= FEWEST and fewer >= FEWEST_OF_A_KIND


@dataclass(frozen=True, slots=True)
class Material:
    """What an alignment of a case is made from: values that a worker may have, never the case itself."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    settings: Settings
    judgements: tuple[Judgement, ...]

    @classmethod
    def of(cls, case: "Case", settings: Settings, judgements: tuple[Judgement, ...]) -> Self:
        """Return what an alignment of a case with these settings is made from."""
        statements = tuple(one for source in case.sources for one in case.statements(source.id))
        return cls(case.sources, statements, settings, judgements)

    def line_up(self, task: Task, languages: "Languages") -> "LinedUp":
        """Line up all pairs of the sources; runs on the worker.

        Raises:
            Cancelled: the task was cancelled.
        """
        from reconciler.case.intake import align_sources

        return align_sources(
            self.sources,
            self.statements,
            languages,
            self.settings,
            self.judgements,
            progress=task.progress,
            cancelled=task.cancelled,
        )


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the worker found: the sources lined up, and what it says of each pair that was asked for."""

    found: "LinedUp"
    proposals: tuple[Proposal, ...]


class Learning(QObject):
    """Has the undecided proposals ranked by what the verdicts teach.

    One ranking at a time; it gives way to all other work, and one that decisions have overtaken is
    dropped. What is ranked is written in slices and shown at once: the confidence on screen is that
    which a decision would keep. `renewed` says that the lesson, or what there is to learn from,
    changed; `ranked` that the rest was ranked anew, with the lesson before.
    """

    renewed = Signal()
    ranked = Signal(object)

    def __init__(
        self, session: Session, background: Background, lining_up: LiningUp, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._lining_up = lining_up
        self.lesson: Lesson | None = None
        self._had_lesson = False
        self._patience = 1
        self._ranked_on: Ground | None = None
        self._job: Job[Ranking] | None = None
        self._run_settings = ""
        self._left: deque[Proposal] = deque()
        self._held_back: list[Proposal] = []
        self._before: Lesson | None = None
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self.rank_now)
        self._gathering: Iterator[None] | None = None
        self._gathers = QTimer(self, interval=0)
        self._gathers.timeout.connect(self._gather_some)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._write_slice)
        session.opened.connect(self._begin)
        session.closing.connect(self._end)
        session.changed.connect(self._follow)
        session.proposing.scored.connect(self._take_lesson)
        session.current_changed.connect(self._put_off)
        background.busy_changed.connect(self._give_way)

    # What is known ----------------------------------------------------------------------------

    @property
    def is_due(self) -> bool:
        """Whether the rest will be ranked anew soon, or is being ranked now."""
        under_way = self._job is not None or self._gathering is not None or self._slices.isActive()
        return under_way or self._idle.isActive()

    def ground(self) -> Ground | None:
        """Return what a ranking would stand on now; None without a case."""
        case = self._session.case
        return None if case is None else Ground(case.settings, case.judgements())

    def _take_lesson(self, alignments: "Sequence[PairAlignment]") -> None:
        self.lesson = next((each.lesson for each in alignments if each.lesson is not None), None)
        self.renewed.emit()

    # When -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Begin with another case; one that was left before it was ranked is ranked now."""
        self._drop()
        self.lesson = self._ranked_on = None
        case = self._session.case
        self._had_lesson = case is not None and _last_run_learnt(case)
        self._patience = 1
        if case is not None and case.runs:
            self._patience = max(1, cells(case) // SOON)
            if self._had_lesson:
                self._take_up(case)
        if self._session.can_change:
            self._idle.start(IDLE_MS * self._patience)
        self.renewed.emit()

    def _take_up(self, case: "Case") -> None:
        """Go on with what was learnt when the case was left, if no verdict came since."""
        from reconciler.case.intake import last_lesson

        ready = self._session.ready
        ground = Ground(case.settings, case.judgements() if ready is None else ready.judgements)
        digest = ground.digest if ready is None or not ready.digest else ready.digest
        self.lesson = last_lesson(case.runs[max(case.runs)].settings, digest)
        if self.lesson is not None:
            self._ranked_on, self._had_lesson = ground, False

    def _end(self) -> None:
        self._idle.stop()
        self._drop()

    def _follow(self, change: Change) -> None:
        if change.structure and self._gathering is not None:
            self._stop_gathering()
            self._idle.start()
        if change.entry is None or not self._session.can_change:
            return
        self._drop()
        at_once = change.entry.kind is EntryKind.SETTINGS
        self._idle.start(0 if at_once else IDLE_MS * self._patience)
        self.renewed.emit()

    def _put_off(self) -> None:
        """Wait anew: whoever moves to the next match is about to decide it."""
        if self._idle.isActive():
            self._idle.start()

    def _give_way(self) -> None:
        """Let other work go first: what the analyst asked for does not wait for a ranking."""
        jobs, own = self._background.jobs, self._job
        if own is None:
            return
        if own not in jobs:
            self._job = None
        elif len(jobs) > 1:
            self._drop()
            self._idle.start(IDLE_MS * self._patience)

    def _drop(self) -> None:
        """Give up a ranking under way; what was written of it already is shown."""
        self._stop_gathering()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        if self._slices.isActive():
            self._slices.stop()
            self._ranked_on = None
            self._session.proposing.show_ranked()
        self._left.clear()
        self._held_back.clear()

    # Ranking ----------------------------------------------------------------------------------

    def rank_now(self) -> None:
        """Rank the rest anew, if what it stands on changed."""
        case = self._session.case
        if case is None or not self._session.can_change or self._session.unsaved_acts:
            return
        if len(case.sources) > 1:
            self._gathering = self._gather(case)
            self._gather_some()

    def _gather_some(self) -> None:
        """Go through some more matches; those of a large case take longer than a key may wait."""
        end = perf_counter() + GATHER_S
        self._gathers.start()
        while self._gathering is not None and perf_counter() < end:
            if next(self._gathering, self) is self:
                self._stop_gathering()

    def _stop_gathering(self) -> None:
        self._gathers.stop()
        self._gathering = None

    def _gather(self, case: "Case") -> Iterator[None]:
        """Read off all matches what verdicts they have and which have none, and rank these."""
        from reconciler.case.state import judgement

        judged: list[Judgement] = []
        pending: list[Ends] = []
        for number, match in tuple(case.matches.items()):
            standing = case.standing(number)
            said = judgement(match, standing)
            if said is not None:
                judged.append(said)
            elif standing.verdict is None and match.run is not None:
                pending.append((match.left, match.right))
            yield
        self._rank(case, Ground(case.settings, tuple(judged)), tuple(pending))

    def _rank(self, case: "Case", ground: Ground, pending: tuple[Ends, ...]) -> None:
        if self._background.jobs:
            self._idle.start(IDLE_MS * self._patience)
            return
        learnt = self._had_lesson or self.lesson is not None
        if ground == self._ranked_on or not (ground.teaches or learnt):
            return

        def done(ranking: Ranking) -> None:
            self._job = None
            if self._session.case is case:
                self._take(ground, ranking)

        material = Material.of(case, ground.settings, ground.judgements)
        self._job = self._lining_up.with_languages(
            self.tr("Ranking what is left…"),
            lambda task, languages: rank(task, languages, material, pending),
            done,
            self._lining_up.failed.emit,
            patient=True,
        )

    def _take(self, ground: Ground, ranking: Ranking) -> None:
        from reconciler.case.intake import run_settings

        self._before = self.lesson
        self._session.proposing.record_signals(ranking.found.signals)
        self._session.proposing.keep_scores(ranking.found.alignments)
        self._ranked_on, self._had_lesson = ground, False
        self._run_settings = run_settings(ground.settings, ranking.found, ground.digest)
        self._left = deque(ranking.proposals)
        self._slices.start()

    def _write_slice(self) -> None:
        """Write some proposals; that of the current match comes last, in one go with showing it."""
        case, current = self._session.case, self._session.current
        match = case.matches.get(current) if case is not None and current is not None else None
        looked_at = None if match is None else (match.left, match.right)
        chunk: list[Proposal] = []
        while self._left and len(chunk) < SLICE:
            proposal = self._left.popleft()
            is_looked_at = (proposal.left, proposal.right) == looked_at
            (self._held_back if is_looked_at else chunk).append(proposal)
        is_last = not self._left
        if is_last:
            chunk += self._held_back
        if not self._write(chunk):
            self._drop()
        elif is_last:
            self._slices.stop()
            self._held_back.clear()
            self._session.proposing.show_ranked()
            self.ranked.emit(self._before)

    def _write(self, proposals: Sequence[Proposal]) -> bool:
        from reconciler.alignment import MODEL

        return self._session.proposing.rank(MODEL, self._run_settings, proposals)


def _last_run_learnt(case: "Case") -> bool:
    """Whether what the case proposes was ranked by a lesson when it was last left."""
    runs = case.runs
    if not runs:
        return False
    try:
        kept = json.loads(runs[max(runs)].settings)
    except (ValueError, RecursionError):
        return False
    return isinstance(kept, dict) and bool(kept.get("lesson"))


def rank(task: Task, languages: "Languages", material: Material, pending: Sequence[Ends]) -> Ranking:
    """Line up the sources by what the verdicts teach, and say it of the pairs; runs on the worker.

    Raises:
        Cancelled: the task was cancelled.
    """
    from reconciler.errors import Cancelled

    found = material.line_up(task, languages)
    source_of = {each.id: each.source for each in material.statements}
    by_sources = {(each.left, each.right): each for each in found.alignments}
    proposals = []
    for left, right in pending:
        if task.cancelled():
            raise Cancelled
        proposals.append(by_sources[source_of[left], source_of[right]].proposal_for(left, right))
    return Ranking(found, tuple(proposals))
