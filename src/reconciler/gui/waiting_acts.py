"""Acts of the analyst that could not be written: kept in their order until they are on disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reconciler.errors import NotSavedError
from reconciler.model import Change, MatchId, Standing

if TYPE_CHECKING:
    from reconciler.case import Case


def _unchanged(before: Standing) -> Standing:
    return before


@dataclass(frozen=True, slots=True)
class PendingAct:
    """An act with what it will make of the standing of its matches, should it have to wait."""

    write: "Callable[[Case], Change]"
    matches: tuple[MatchId, ...] = ()
    preview: Callable[[Standing], Standing] = _unchanged


class WaitingActs:
    """The acts that wait. Nothing is dropped but by `clear`, and none overtakes another."""

    def __init__(self) -> None:
        self._acts: list[PendingAct] = []
        self.reason: NotSavedError | None = None

    def __len__(self) -> int:
        return len(self._acts)

    @property
    def matches(self) -> frozenset[MatchId]:
        """The matches with an act that is not on disk yet."""
        return frozenset(match for act in self._acts for match in act.matches)

    def add(self, act: PendingAct, case: "Case") -> None:
        """Let an act wait; it will be kept as of who decides now, and of what they see."""
        self._acts.append(replace(act, write=_as_now(case, act.write)))

    def take_back(self) -> PendingAct:
        """Give up the last act and return it."""
        return self._acts.pop()

    def clear(self) -> None:
        """Give all of them up."""
        self._acts.clear()

    def standing(self, match: MatchId, before: Standing) -> Standing:
        """Return what the acts make of a match that stands as it did before them."""
        for act in self._acts:
            if match in act.matches:
                before = act.preview(before)
        return before

    def write(self, case: "Case") -> list[Change]:
        """Write as many as can be written, in their order; `reason` says why one could not."""
        written: list[Change] = []
        while self._acts:
            try:
                written.append(self._acts[0].write(case))
            except NotSavedError as error:
                self.reason = error
                break
            self._acts.pop(0)
        return written


def _as_now(of: "Case", write: "Callable[[Case], Change]") -> "Callable[[Case], Change]":
    """Return an act that keeps who decided now, and what they saw, whenever it is written."""
    analyst, score_visible = of.analyst, of.score_visible

    def write_later(case: "Case") -> Change:
        then = case.analyst, case.score_visible
        case.analyst, case.score_visible = analyst, score_visible
        try:
            return write(case)
        finally:
            case.analyst, case.score_visible = then

    return write_later
