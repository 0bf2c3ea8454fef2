"""The table of claims, kept up with the session: what changed is worked out anew, the rest taken over."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.gui.background import Background, Job
from reconciler.gui.session import Session
from reconciler.model import Change, Difference, MatchId, Standing, StatementId
from reconciler.pace import Pace

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.claim_facts import ClaimFacts
    from reconciler.case.claim_table import ClaimTable
    from reconciler.gui.claims.arrangement import Counts

AT_ONCE = 300
"""So many statements and matches take some 10 ms; what is more is left to the worker."""
QUIET_MS = 1500
"""A large case has its claims ready some time after the last act, also while nobody looks at them."""
SLICE_S = 0.004
"""So long at a time is looked at how the matches of a large case stand, between events."""


class Following(QObject):
    """Has the table of claims of the session's case. `renewed` carries it each time it is another.

    Nothing is worked out while nobody looks, but for a large case, whose table takes a while.
    """

    renewed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self.table: ClaimTable | None = None
        self.counts: Counts | None = None
        self._lookers: set[QObject] = set()
        self._stale = True
        self._anew = True
        self._touched: set[StatementId] = set()
        self._differences: dict[MatchId, tuple[Difference, ...]] = {}
        self._standings: dict[MatchId, Standing] = {}
        self._has_standings = False
        self._reading: Iterator[MatchId] | None = None
        self._is_urgent = False
        self._job: Job[tuple[ClaimTable, Counts]] | None = None
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._renew_quietly)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._read_some)
        session.opened.connect(self._open)
        session.changed.connect(self._take_change)
        session.blind_changed.connect(self._begin_anew)
        session.current_changed.connect(self._put_off)
        session.differing.learned.connect(self._learn)
        background.busy_changed.connect(self._look_after_job)

    @property
    def is_ready(self) -> bool:
        """Whether the table is that of the case as it stands now."""
        return self.table is not None and not self._stale and self._job is None

    def look(self, who: QObject, *, on: bool) -> None:
        """Keep the table up with each change while anybody looks at it, from now on or not any more."""
        if on:
            self._lookers.add(who)
            self._renew()
        else:
            self._lookers.discard(who)

    def _open(self) -> None:
        self.table = self.counts = None
        self._differences.clear()
        self._touched.clear()
        ready = self._session.ready
        self._forget_standings()
        if ready is not None:
            self._standings, self._has_standings = ready.standings, True
        self._anew = self._stale = True
        if self._job is not None:
            self._job.cancel()
        self._soon()

    def _begin_anew(self) -> None:
        """Work out all of it: what follows from how likely matches are is to be hidden, or shown again."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._anew = self._stale = True
        self._soon()

    def _forget_standings(self) -> None:
        """Look anew at how all matches stand, when that is next wanted."""
        self._slices.stop()
        self._reading = None
        self._standings, self._has_standings = {}, False

    def _take_change(self, change: Change) -> None:
        case = self._session.case
        if case is None:
            return
        self._is_urgent = True
        if change.structure or change.sources:
            self._anew = True
            self._forget_standings()
        else:
            self._touched.update(change.statements, *(case.ends(each) for each in self._live(change.matches)))
            self._standings.update((each, self._session.standing(each)) for each in change.matches)
        self._stale = True
        self._soon()

    def _learn(self, learned: frozenset[MatchId]) -> None:
        """Take in what differs; while much is still compared, the table waits for the end of it."""
        case = self._session.case
        if case is None:
            return
        self._touched.update(*(case.ends(each) for each in self._live(learned)))
        self._stale = self._stale or bool(learned)
        if self._session.differing.is_complete and self._stale:
            self._soon()

    def _live(self, matches: frozenset[MatchId]) -> list[MatchId]:
        """Return those that stand: a proposal that went away while it stood nowhere has no ends any more."""
        case = self._session.case
        return [] if case is None else [each for each in matches if each in case.matches]

    def _put_off(self) -> None:
        """Wait anew while keys are pressed."""
        if self._quiet.isActive():
            self._quiet.start()

    def _soon(self) -> None:
        if self._lookers:
            self._renew()
        elif not self._is_small():
            self._quiet.start()

    def _is_small(self) -> bool:
        case = self._session.case
        if case is None:
            return True
        return len(case.matches) + sum(len(case.statements(each.id)) for each in case.sources) <= AT_ONCE

    # Working it out ---------------------------------------------------------------------------

    def _renew_quietly(self) -> None:
        """Work it out for whoever looks next; not twice, while the matches are still being compared."""
        if self._lookers or self._session.differing.is_complete:
            self._renew()

    def _renew(self) -> None:
        case = self._session.case
        if case is None or not self._stale or self._job is not None:
            return
        self._quiet.stop()
        if not self._has_standings:
            if self._reading is None:
                self._reading = iter(tuple(case.matches))
                self._slices.start()
                self._read_some()
            return
        former = None if self._anew else self.table
        touched = frozenset(self._touched)
        facts = self._facts(case)
        self._touched.clear()
        self._stale = self._anew = self._is_urgent = False
        if self._is_small():
            self._take(*_gathered(facts, former, touched, Pace()))
            return
        self._job = self._background.run(
            self.tr("Gathering the claims…"),
            lambda task: _gathered(facts, former, touched, Pace(task.progress, task.cancelled)),
            self._done,
            self._fail,
            patient=not self._lookers,
        )

    def _read_some(self) -> None:
        """Look at how some more matches stand; what is decided meanwhile is taken in as it comes."""
        end, standing = time.perf_counter() + SLICE_S, self._session.standing
        for match in self._reading or ():
            self._standings[match] = standing(match)
            if time.perf_counter() > end:
                return
        self._slices.stop()
        self._reading, self._has_standings = None, True
        self._renew()

    def _facts(self, case: "Case") -> "ClaimFacts":
        """Return what the claims follow from: what is shown of the matches, what is known of differences."""
        from reconciler.case.claim_facts import ClaimFacts

        # What is compared anew keeps what was known of it until then: nothing flickers.
        self._differences.update(self._session.differing.all_noted())
        return ClaimFacts.of(case, dict(self._differences), dict(self._standings))

    def _done(self, found: "tuple[ClaimTable, Counts]") -> None:
        self._job = None
        self._take(*found)
        if self._stale and (self._is_urgent or self._session.differing.is_complete):
            self._soon()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._anew = True
        self.failed.emit(error)

    def _take(self, table: "ClaimTable", counts: "Counts") -> None:
        self.table, self.counts = table, counts
        self.renewed.emit(table)

    def _look_after_job(self) -> None:
        """Begin again where the work was cancelled, with all other work, before it came to its end."""
        if self._job is not None and self._job not in self._background.jobs:
            self._job = None
            self._anew = self._stale = True
            self._soon()


def _gathered(
    facts: "ClaimFacts", former: "ClaimTable | None", touched: frozenset[StatementId], pace: Pace
) -> "tuple[ClaimTable, Counts]":
    """Work out the table of claims, and count what is in it.

    Raises:
        Cancelled: the pace said so.
    """
    from reconciler.case.claim_table import claim_table
    from reconciler.gui.claims.arrangement import counts

    table = claim_table(facts, former, touched, pace)
    return table, counts(table)
