"""How far long work is, told while it is done, and whether it should stop."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reconciler.errors import Cancelled

T = TypeVar("T")


def _tell_nobody(_share: float) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Pace:
    """Whom to tell how much is done, from 0 to 1, and whom to ask whether to stop.

    Work that is a part of other work is given a `part` of its pace, and need not know of it.
    """

    progress: Callable[[float], None] = _tell_nobody
    cancelled: Callable[[], bool] = _never
    start: float = 0.0
    end: float = 1.0

    @classmethod
    def of(
        cls, progress: Callable[[float], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> "Pace":
        """Return the pace of callbacks, each of which may be missing."""
        return cls(progress or _tell_nobody, cancelled or _never)

    def part(self, start: float, end: float) -> "Pace":
        """Return the pace of what is done between two shares of this work."""
        room = self.end - self.start
        return Pace(self.progress, self.cancelled, self.start + start * room, self.start + end * room)

    def tell(self, share: float) -> None:
        """Say how much of this work is done.

        Raises:
            Cancelled: it should stop.
        """
        if self.cancelled():
            raise Cancelled
        self.progress(self.start + share * (self.end - self.start))

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """Give one item after the other, telling at about a hundred of them how far it is.

        Raises:
            Cancelled: it should stop.
        """
        every = max(1, len(items) // 100)
        for number, item in enumerate(items):
            if number % every == 0:
                self.tell(number / len(items))
            yield item
