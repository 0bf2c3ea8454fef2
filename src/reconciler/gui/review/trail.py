"""The way back: from which matches the analyst jumped away."""

from collections.abc import Container

from reconciler.model import MatchId

LONGEST = 100


class Trail:
    """Where jumps began, as in a browser: a step to a neighbour is none, a new jump ends the way forward."""

    def __init__(self) -> None:
        self._behind: list[MatchId] = []
        self._ahead: list[MatchId] = []

    def jumped(self, origin: MatchId) -> None:
        """Note that a jump led away from a match."""
        if not self._behind or self._behind[-1] != origin:
            self._behind = [*self._behind[1 - LONGEST :], origin]
        self._ahead.clear()

    def back(self, here: MatchId | None, live: Container[MatchId]) -> MatchId | None:
        """Return where the last jump began, passing over what is gone; None when there is no way back."""
        return _turn(self._behind, self._ahead, here, live)

    def forward(self, here: MatchId | None, live: Container[MatchId]) -> MatchId | None:
        """Return where the last way back began; None when there was none."""
        return _turn(self._ahead, self._behind, here, live)

    def forget(self) -> None:
        """Begin anew, in another case."""
        self._behind.clear()
        self._ahead.clear()


def _turn(
    taken: list[MatchId], given: list[MatchId], here: MatchId | None, live: Container[MatchId]
) -> MatchId | None:
    while taken:
        found = taken.pop()
        if found in live and found != here:
            if here is not None:
                given.append(here)
            return found
    return None
