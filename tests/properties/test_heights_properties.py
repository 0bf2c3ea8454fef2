"""Where statements lie by their heights, guessed and measured: against a plain sum."""

from hypothesis import given
from hypothesis import strategies as st

from reconciler.gui.panes.heights import Heights

END = 30
rows = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 300), st.integers(1, 300)), max_size=40)


def summed(gaps: list[int], heights: list[int]) -> list[tuple[int, int]]:
    y, found = 0, []
    for gap, height in zip(gaps, heights, strict=True):
        found.append((y + gap, y + gap + height))
        y += gap + height
    return found


def places(heights: Heights) -> list[tuple[float, float]]:
    return list(zip(heights.extents().tops, heights.extents().bottoms, strict=True))


@given(rows, st.data())
def test_each_lies_below_the_other_whatever_was_guessed(
    found: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    gaps, guesses, real = ([row[column] for row in found] for column in range(3))
    heights = Heights(END)
    at = data.draw(st.integers(0, len(found)))
    heights.add(gaps[:at], guesses[:at])
    heights.renew()
    heights.add(gaps[at:], guesses[at:])
    heights.renew()
    assert places(heights) == summed(gaps, guesses)
    assert heights.extents().height == (places(heights)[-1][1] if found else 0) + END
    known = list(guesses)
    for place in data.draw(
        st.lists(st.sampled_from(range(len(found))), unique=True) if found else st.just([])
    ):
        before = places(heights)
        heights.measure(place, real[place])
        known[place] = real[place]
        assert places(heights) == before, "moved before it was told"
    assert heights.renew() == (known != guesses)
    assert places(heights) == summed(gaps, known)
    assert not heights.renew()


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.data())
def test_what_is_only_guessed_is_told(measured: list[bool], data: st.DataObject) -> None:
    heights = Heights(END)
    heights.add([1] * len(measured), [10] * len(measured))
    for place, done in enumerate(measured):
        if done:
            heights.measure(place, 12)
    start = data.draw(st.integers(0, len(measured)))
    stop = data.draw(st.integers(start, len(measured)))
    assert list(heights.unmeasured(range(start, stop))) == [
        place for place in range(start, stop) if not measured[place]
    ]
    assert heights.is_measured == all(measured)
    heights.set_all([1] * len(measured), [11] * len(measured))
    assert list(heights.unmeasured(range(len(measured)))) == list(range(len(measured)))
