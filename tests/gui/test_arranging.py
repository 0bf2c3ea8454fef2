"""Which sources stand in the panes: as many as fit, the two of a match side by side."""

from itertools import combinations, permutations

import pytest

from reconciler.gui.panes.arranging import (
    LEAST_WIDTH,
    MOST,
    are_neighbours,
    brought_together,
    fitting,
    put_at,
    room_for,
)
from reconciler.model import SourceId

A, B, C, D, E, F = (SourceId(number) for number in range(1, 7))


@pytest.mark.parametrize(
    ("width", "count"), [(300, 2), (748, 2), (990, 2), (1000, 3), (1340, 3), (1388, 4), (4000, 4)]
)
def test_as_many_articles_stand_side_by_side_as_can_be_read(width: int, count: int) -> None:
    assert room_for(width, 64) == count
    assert count == 2 or count * LEAST_WIDTH + (count - 1) * 64 <= width


def test_what_is_needed_is_shown_first_and_the_order_stays() -> None:
    assert fitting((A, B, C, D), 4) == (A, B, C, D)
    assert fitting((A, B, C, D), 2) == (A, B)
    assert fitting((A, B, C, D), 2, (D, C)) == (C, D)
    assert fitting((A, B, C, D), 3, (D,)) == (A, B, D)


@pytest.mark.parametrize("room", [2, 3, 4])
def test_whatever_is_chosen_two_sources_come_to_stand_side_by_side(room: int) -> None:
    for count in range(2, MOST + 1):
        for row in permutations((A, B, C, D), count):
            for one, other in combinations((A, B, C, D, E, F), 2):
                after = brought_together(row, room, one, other)
                assert len(after) == len(set(after)) == len(row)
                assert are_neighbours(fitting(after, room, (one, other)), one, other)


def test_bringing_together_changes_as_little_as_it_takes() -> None:
    assert brought_together((A, B), 2, A, C) == (A, C)
    assert brought_together((A, B, C), 3, B, C) == (A, B, C)
    assert brought_together((A, B, C), 3, B, D) == (A, B, D)
    assert brought_together((A, B, C, D), 4, D, E) == (A, B, E, D)
    assert brought_together((A, B, C, D), 4, E, F) == (A, B, E, F)
    assert brought_together((A, B, C, D), 2, A, D) == (A, B, C, D)


def test_the_matches_of_one_source_do_not_turn_three_articles_about_at_each_step() -> None:
    row = brought_together((A, B, C), 3, A, C)
    assert row == (B, A, C)
    assert brought_together(row, 3, A, B) == row


def test_a_source_that_is_chosen_already_changes_places() -> None:
    assert put_at((A, B, C), B, D) == (A, D, C)
    assert put_at((A, B, C), A, C) == (C, B, A)
