"""Which of its edges an article turns to a gutter: there its bars stand and its ribbons begin."""

from enum import Enum


class Facing(Enum):
    """Where an article's gutters are: the leftmost faces right, the rightmost left, others both ways."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"

    @property
    def to_left(self) -> bool:
        """Whether there is a gutter at the left edge."""
        return self is not Facing.RIGHT

    @property
    def to_right(self) -> bool:
        """Whether there is a gutter at the right edge."""
        return self is not Facing.LEFT


def facing(pane: int, count: int) -> Facing:
    """Return which way a pane of so many faces, counted from 0 at the left."""
    if pane == 0:
        return Facing.RIGHT
    return Facing.LEFT if pane == count - 1 else Facing.BOTH
