"""What linked scrolling keeps to for any two articles and any matches between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconciler.gui.panes.scroll_sync import (
    Extents,
    Polyline,
    Rung,
    Stand,
    chain,
    content_map,
    level_scrolls,
    scroll_map,
)

ROUNDING = 1e-6
heights = st.lists(st.integers(12, 400), min_size=1, max_size=40)


def lay_out(sizes: list[int]) -> Extents:
    tops: list[float] = []
    bottoms: list[float] = []
    at = 16.0
    for size in sizes:
        tops.append(at)
        bottoms.append(at + size)
        at += size + 6
    return Extents(tops, bottoms, at + 40)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Extents, Extents, list[Rung]]:
    left, right = lay_out(draw(heights)), lay_out(draw(heights))
    rung = st.builds(
        Rung,
        st.integers(0, len(left.tops) - 1),
        st.integers(0, len(right.tops) - 1),
        st.floats(0.01, 2),
    )
    return left, right, draw(st.lists(rung, max_size=60))


@given(articles())
def test_a_chain_rises_in_both_articles_and_nothing_can_be_added(
    case: tuple[Extents, Extents, list[Rung]],
) -> None:
    rungs = case[2]
    found = chain(rungs)
    assert all(one.left < two.left and one.right < two.right for one, two in pairwise(found))
    for rung in rungs:
        fits = all(
            (rung.left < one.left and rung.right < one.right)
            or (rung.left > one.left and rung.right > one.right)
            for one in found
        )
        assert not fits


@given(articles(), st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_content_rises_meets_the_chain_and_goes_back_the_same_way(
    case: tuple[Extents, Extents, list[Rung]], shares: list[float]
) -> None:
    left, right, rungs = case
    found = chain(rungs)
    there = content_map(found, left, right)
    back = content_map([Rung(one.right, one.left, one.weight) for one in found], right, left)
    values = [there(share * left.height) for share in sorted(shares)]
    assert all(one <= two + ROUNDING for one, two in pairwise(values))
    for rung in found:
        assert abs(there(left.tops[rung.left]) - right.tops[rung.right]) < ROUNDING
    for share in shares:
        assert abs(back(there(share * left.height)) - share * left.height) < ROUNDING * left.height


@given(articles(), st.integers(80, 900), st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_the_follower_never_runs_backwards_nor_past_its_ends(
    case: tuple[Extents, Extents, list[Rung]], viewport: int, shares: list[float]
) -> None:
    left, right, rungs = case
    line = scroll_map(content_map(chain(rungs), left, right), viewport, left.height, right.height)
    end = max(left.height - viewport, 0)
    values = [line(share * end) for share in sorted(shares)]
    assert all(one <= two + ROUNDING for one, two in pairwise(values))
    assert all(0 <= value <= max(right.height - viewport, 0) + ROUNDING for value in values)


@given(articles(), st.integers(80, 900), st.floats(0, 1), st.floats(0, 1))
def test_a_match_shown_is_in_view_on_both_sides(
    case: tuple[Extents, Extents, list[Rung]], viewport: int, one: float, other: float
) -> None:
    stands = []
    for extents, share in zip(case[:2], (one, other), strict=True):
        place = int(share * (len(extents.tops) - 1))
        stands.append(Stand(extents.tops[place], extents.bottoms[place], extents.height))
    scrolls = level_scrolls(stands[0], stands[1], viewport)
    for stand, scroll in zip(stands, scrolls, strict=True):
        assert 0 <= scroll <= max(stand.height - viewport, 0)
        assert stand.top >= scroll - ROUNDING
        assert stand.top < scroll + viewport


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=12, unique_by=lambda p: p[0]
    ),
    st.lists(st.floats(-50, 600), max_size=20),
)
def test_many_places_of_a_line_are_what_each_is(points: list[tuple[int, int]], places: list[float]) -> None:
    xs, ys = zip(*sorted(points), strict=True)
    line = Polyline(xs, ys)
    asked = sorted([*places, *xs])
    assert line.through(asked) == [line(each) for each in asked]
