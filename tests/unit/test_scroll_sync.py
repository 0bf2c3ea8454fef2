"""Linked scrolling: which matches it follows and where it puts the other article."""

from itertools import combinations, pairwise

import pytest

from reconciler.gui.panes.scroll_sync import (
    Extents,
    Rung,
    Stand,
    catch_up,
    chain,
    content_map,
    eye_line,
    level_scrolls,
    scroll_map,
)


def extents(*heights: float, gap: float = 10) -> Extents:
    tops: list[float] = []
    bottoms: list[float] = []
    at = gap
    for height in heights:
        tops.append(at)
        bottoms.append(at + height)
        at += height + gap
    return Extents(tops, bottoms, at)


def heaviest(rungs: list[Rung]) -> float:
    """The obvious way: try every subset."""
    best = 0.0
    for size in range(1, len(rungs) + 1):
        for some in combinations(sorted(rungs, key=lambda rung: rung.left), size):
            steps = list(pairwise(some))
            if all(one.left < two.left and one.right < two.right for one, two in steps):
                best = max(best, sum(rung.weight for rung in some))
    return best


def test_crossing_match_is_left_out_of_the_chain() -> None:
    straight = [Rung(0, 0, 0.5), Rung(1, 2, 0.5), Rung(3, 3, 0.5)]
    assert chain([*straight, Rung(2, 0, 0.9)]) == tuple(straight)


def test_a_confirmed_crossing_match_outweighs_weak_ones() -> None:
    assert chain([Rung(0, 1, 0.3), Rung(1, 2, 0.3), Rung(2, 0, 2.0)]) == (Rung(2, 0, 2.0),)


def test_a_statement_stands_in_the_chain_once() -> None:
    found = chain([Rung(0, 0, 0.4), Rung(0, 1, 0.6), Rung(0, 2, 0.5), Rung(1, 2, 0.2)])
    assert found == (Rung(0, 1, 0.6), Rung(1, 2, 0.2))


def test_the_chain_is_the_heaviest_of_all() -> None:
    rungs = [Rung(n * 5 % 7, n * 3 % 8, 0.1 + n * 0.37 % 1) for n in range(11)]
    found = chain(rungs)
    assert sum(rung.weight for rung in found) == pytest.approx(heaviest(rungs))


def test_no_links_no_chain() -> None:
    assert chain([]) == ()


def test_linked_statements_meet_with_both_their_edges() -> None:
    left, right = extents(40, 40, 40), extents(100, 20, 30, 60)
    where = content_map([Rung(1, 2, 1.0)], left, right)
    assert where(left.tops[1]) == right.tops[2]
    assert where(left.bottoms[1]) == right.bottoms[2]
    assert where(0) == 0
    assert where(left.height) == right.height


def test_without_links_scrolling_is_proportional() -> None:
    where = content_map([], extents(90), extents(290))
    assert where(55) == pytest.approx(where(110) / 2)


def test_what_is_read_comes_level_with_its_match() -> None:
    left, right = extents(*[80] * 40), extents(*[80] * 20, *[300] * 10, *[80] * 20)
    line = scroll_map(content_map([Rung(20, 25, 1.0)], left, right), 600, left.height, right.height)
    scroll = left.tops[20] - 200
    assert left.tops[20] - scroll == pytest.approx(right.tops[25] - line(scroll))


def test_both_ends_of_the_articles_meet() -> None:
    left, right = extents(*[80] * 40), extents(*[80] * 90)
    line = scroll_map(content_map([Rung(3, 60, 1.0)], left, right), 600, left.height, right.height)
    assert line(0) == 0
    assert line(left.height - 600) == pytest.approx(right.height - 600)


def test_an_article_that_fits_the_window_moves_nothing() -> None:
    left, right = extents(50), extents(*[80] * 90)
    line = scroll_map(content_map([], left, right), 600, left.height, right.height)
    assert line(0) == 0
    back = scroll_map(content_map([], right, left), 600, right.height, left.height)
    assert {back(scroll) for scroll in (0, 500, 5000)} == {0}


def test_every_part_of_an_article_comes_under_the_eye() -> None:
    eye = eye_line(600, 3000)
    assert eye(0) == 0
    assert eye(2400) == 3000
    assert eye(1000) == pytest.approx(1200)


def test_a_jump_is_made_good_while_scrolling_on() -> None:
    apart = 900.0
    for _ in range(12):
        apart = catch_up(apart, 60, 600)
    assert 0 <= apart < 12
    assert catch_up(apart, 600, 600) == 0
    assert catch_up(-500, 30, 600) == pytest.approx(-catch_up(500, 30, 600))


def test_a_match_is_shown_level_at_the_reading_line() -> None:
    left, right = Stand(1000, 1060, 3000), Stand(2000, 2100, 4000)
    one, other = level_scrolls(left, right, 600)
    assert (1000 - one, 2000 - other) == (200, 200)


def test_a_match_at_the_top_of_one_article_is_level_there() -> None:
    left, right = Stand(30, 80, 3000), Stand(2000, 2100, 4000)
    one, other = level_scrolls(left, right, 600)
    assert one == 0
    assert 2000 - other == 30


def test_a_match_at_the_bottom_is_level_there_and_wholly_in_view() -> None:
    left, right = Stand(2900, 2990, 3000), Stand(1000, 1200, 4000)
    one, other = level_scrolls(left, right, 600)
    assert one == 2400
    assert 1000 - other == 2900 - one


def test_a_match_that_can_not_be_level_is_in_view_at_both_ends() -> None:
    left, right = Stand(2900, 2990, 3000), Stand(20, 60, 4000)
    one, other = level_scrolls(left, right, 600)
    assert one <= 2900
    assert one + 600 >= 2990
    assert other == 0


def test_a_tall_statement_is_raised_so_that_its_end_is_seen() -> None:
    left, right = Stand(1000, 1550, 3000), Stand(2000, 2030, 4000)
    one, other = level_scrolls(left, right, 600)
    assert 1550 - one <= 600
    assert 2000 - other == 1000 - one


def test_visible_places_and_the_place_at_a_height() -> None:
    some = extents(40, 40, 40, 40)
    assert list(some.visible(20, 70)) == [0, 1]
    assert list(some.visible(50, 60)) == []
    assert some.place_at(0) == 0
    assert some.place_at(54) == 0
    assert some.place_at(57) == 1
    assert some.place_at(10_000) == 3
    assert Extents((), (), 0).place_at(5) is None
