"""In what the matches of the case differ, learned little by little so that the window never waits.

Comparing thousands of matches takes seconds. What a view asks for is compared first, the rest in
slices between events; the case keeps what was compared.
"""

import time
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconciler.model import Difference, MatchId, Outcome, SignalKind

if TYPE_CHECKING:
    from reconciler.case import Case

SLICE_S = 0.004
"""How long one slice may take: a key pressed meanwhile waits no longer than that."""
GIVE_WAY_MS = 150
"""So long after a step or a verdict only what a view asks for is compared: the next key comes soon."""
AT_ONCE = 8
"""So many matches that were known already are compared again at once, so that nothing flickers."""


class Differing(QObject):
    """What is known so far of the differences of each live match.

    `learned` carries the matches that became known, after each slice; `cleared` says that what was
    known holds no more.
    """

    learned = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._noted: dict[MatchId, tuple[Difference, ...]] = {}
        self._kinds: dict[MatchId, frozenset[SignalKind]] = {}
        self._first: deque[MatchId] = deque()
        self._rest: deque[MatchId] = deque()
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._learn_slice)
        self._given_way = QTimer(self, interval=GIVE_WAY_MS, singleShot=True)

    # What is known ----------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether all matches are known."""
        return not self._slices.isActive()

    @property
    def share(self) -> float:
        """Which share of the matches is known, from 0 to 1."""
        total = 0 if self._case is None else len(self._case.matches)
        return min(len(self._kinds) / total, 1.0) if total else 1.0

    @property
    def known(self) -> Mapping[MatchId, frozenset[SignalKind]]:
        """The kinds in which the matches differ that are known so far."""
        return self._kinds

    def kinds(self, match: MatchId) -> frozenset[SignalKind] | None:
        """Return the kinds in which a match differs; None when that is learned only now."""
        found = self._kinds.get(match)
        if found is None and self._case is not None and match in self._case.matches:
            self._first.append(match)
            self._slices.start(0)
        return found

    def noted(self, match: MatchId) -> tuple[Difference, ...]:
        """Return what differs across a match, strongest first; compares when it has to."""
        if match not in self._noted:
            self._learn(match)
        return self._noted.get(match, ())

    def all_noted(self) -> dict[MatchId, tuple[Difference, ...]]:
        """Return what differs across each match that is known so far; nothing is compared for it."""
        return dict(self._noted)

    def strongest(self, match: MatchId) -> tuple[SignalKind, ...]:
        """Return the kinds in which a match differs, the strongest first; none while it is not known."""
        if self.kinds(match) is None:
            return ()
        return tuple(dict.fromkeys(each.kind for each in self._noted[match]))

    # Keeping up -------------------------------------------------------------------------------

    def follow(self, case: "Case | None") -> None:
        """Learn of another case, or of one whose matches are others now."""
        self._case = case
        self._noted.clear()
        self._kinds.clear()
        self._first.clear()
        self._rest = deque(() if case is None else case.matches)
        if self._rest:
            self._slices.start(0)
        else:
            self._slices.stop()
        self.cleared.emit()

    def give_way(self) -> None:
        """Leave the next moment to the keys: what no view waits for is compared a little later."""
        self._given_way.start()

    def renew(self, matches: Collection[MatchId], *, anew: bool) -> None:
        """Take in that these matches changed, came or went; `anew` when others may have as well."""
        live = {} if self._case is None else self._case.matches
        if anew:
            self.follow(self._case)
            return
        for match in matches:
            if match not in live:
                self._noted.pop(match, None)
                self._kinds.pop(match, None)
        if len(matches) <= AT_ONCE:
            for match in matches:
                self._learn(match)
        else:
            self._forget(matches)

    def _forget(self, matches: Iterable[MatchId]) -> None:
        for match in matches:
            self._noted.pop(match, None)
            self._kinds.pop(match, None)
        self._rest.extend(matches)
        self._slices.start(0)
        self.cleared.emit()

    def _learn_slice(self) -> None:
        end = time.perf_counter() + SLICE_S
        learned = []
        while time.perf_counter() < end and (match := self._next()) is not None:
            if match not in self._kinds and self._learn(match):
                learned.append(match)
        if not self._first and not self._rest:
            self._slices.stop()
        elif not self._first and self._given_way.isActive():
            self._slices.start(self._given_way.remainingTime())
        else:
            self._slices.start(0)
        if learned or self.is_complete:
            self.learned.emit(frozenset(learned))

    def _next(self) -> MatchId | None:
        if self._first:
            return self._first.popleft()
        return self._rest.popleft() if self._rest and not self._given_way.isActive() else None

    def _learn(self, match: MatchId) -> bool:
        if self._case is None or match not in self._case.matches:
            return False
        noted = tuple(each for each in self._case.differences(match) if each.outcome is not Outcome.AGREES)
        self._noted[match] = noted
        self._kinds[match] = frozenset(each.kind for each in noted)
        return True
