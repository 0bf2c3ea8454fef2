"""Which matches the queue shows, in which order, and where a step leads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.gui.review.arrangement import (
    Filter,
    Order,
    QueueItem,
    arrange,
    count_kinds,
    differing,
    fold,
    in_order,
    in_passing,
    nearest,
    terms,
)
from reconciler.gui.review.ordered import Ordered
from reconciler.model import MatchId, SignalKind, Verdict


def item(number: int, verdict: Verdict | None = None, confidence: float = 0.5) -> QueueItem:
    return QueueItem(MatchId(number), verdict, confidence)


ITEMS = (
    item(1, None, 0.92),
    item(2, Verdict.CONFIRMED, 0.90),
    item(3, Verdict.UNSURE, 0.55),
    item(4, None, 0.48),
    item(5, Verdict.REJECTED, 0.31),
    item(6, None, 0.81),
)


@pytest.mark.parametrize(
    ("which", "shown"),
    [
        (Filter.TO_REVIEW, (1, 4, 6)),
        (Filter.CONFIRMED, (2,)),
        (Filter.REJECTED, (5,)),
        (Filter.UNSURE, (3,)),
        (Filter.ALL, (1, 2, 3, 4, 5, 6)),
    ],
)
def test_each_filter_shows_its_own_in_document_order(which: Filter, shown: tuple[int, ...]) -> None:
    assert arrange(ITEMS, which).shown == shown


def test_every_filter_is_counted_as_what_it_would_show() -> None:
    counts = arrange(ITEMS, Filter.REJECTED).counts
    assert counts == {one: len(arrange(ITEMS, one).shown) for one in Filter}
    assert counts[Filter.TO_REVIEW] + counts[Filter.UNSURE] == 4


def test_counts_follow_the_text_but_what_is_left_does_not() -> None:
    arranged = arrange(ITEMS, Filter.ALL, found=lambda match: match in (2, 4))
    assert arranged.shown == (2, 4)
    assert (arranged.counts[Filter.TO_REVIEW], arranged.counts[Filter.CONFIRMED]) == (1, 1)
    assert arranged.counts[Filter.REJECTED] == 0
    assert arranged.open == 3


def test_most_certain_first() -> None:
    assert arrange(ITEMS, Filter.ALL, Order.MOST_CERTAIN).shown == (1, 2, 6, 3, 4, 5)


def test_least_certain_first_means_closest_to_one_half_and_what_is_decided_last() -> None:
    assert arrange(ITEMS, Filter.ALL, Order.LEAST_CERTAIN).shown == (4, 6, 1, 3, 5, 2)


def test_a_verdict_moves_nothing_in_the_order_that_one_goes_on_in() -> None:
    assert [one.match for one in in_passing(ITEMS, Order.LEAST_CERTAIN)] == [4, 3, 5, 6, 2, 1]
    for order in (Order.DOCUMENT, Order.MOST_CERTAIN):
        assert in_passing(ITEMS, order) == in_order(ITEMS, order)


def test_equally_certain_ones_stay_in_document_order() -> None:
    equal = [item(number, None, 0.7) for number in (5, 3, 9, 1)]
    for order in Order:
        assert [one.match for one in in_order(equal, order)] == [5, 3, 9, 1]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ETAT", "le Département d’État"),
        ("l'etat", "l’État"),
        ("soeur", "Sa Sœur"),
        ("cafe\u0301", "CAFÉ"),
        ("strasse", "Straße"),
    ],
)
def test_case_accents_ligatures_and_apostrophes_do_not_matter(typed: str, text: str) -> None:
    assert fold(typed) in fold(text)


def test_what_was_typed_is_split_into_folded_words() -> None:
    assert terms("  Plus\u00a0de  70 Éclaircissements ") == ("plus", "de", "70", "eclaircissements")
    assert terms("   ") == ()


PLACES = {MatchId(number): number for number in (1, 2, 3, 4, 5, 6)}
SHOWN = tuple(MatchId(number) for number in (1, 4, 6))


@pytest.mark.parametrize(
    ("anchor", "step", "row"),
    [
        (1, 1, 1),
        (4, -1, 0),
        (6, 1, None),
        (1, -1, None),
        (2, 1, 1),
        (5, -1, 1),
        (None, 1, 0),
        (None, -1, 2),
        (99, 1, 0),
    ],
)
def test_a_step_leads_to_the_next_shown_and_never_around_the_end(
    anchor: int | None, step: int, row: int | None
) -> None:
    assert nearest(PLACES, SHOWN, None if anchor is None else MatchId(anchor), step) == row


def test_a_step_in_an_empty_list_leads_nowhere() -> None:
    assert nearest(PLACES, (), MatchId(3), 1) is None


KINDS = {
    MatchId(1): frozenset((SignalKind.FIGURE, SignalKind.DATE)),
    MatchId(2): frozenset((SignalKind.FIGURE,)),
    MatchId(4): frozenset[SignalKind](),
}


def test_matches_are_narrowed_to_those_that_differ_in_a_wanted_kind() -> None:
    found = differing(KINDS, frozenset((SignalKind.DATE, SignalKind.QUOTE)))
    assert arrange(ITEMS, Filter.ALL, found=found).shown == (1,)
    both = differing(KINDS, frozenset((SignalKind.FIGURE,)), lambda match: match != 1)
    assert arrange(ITEMS, Filter.ALL, found=both).shown == (2,)


def test_without_a_wanted_kind_all_are_shown_also_those_not_compared_yet() -> None:
    assert differing(KINDS, frozenset()) is None


def test_kinds_are_counted_under_verdict_and_text() -> None:
    every = count_kinds(ITEMS, Filter.ALL, KINDS)
    assert (every.by_kind[SignalKind.FIGURE], every.by_kind[SignalKind.DATE], every.any) == (2, 1, 2)
    open_ones = count_kinds(ITEMS, Filter.TO_REVIEW, KINDS)
    assert (open_ones.by_kind[SignalKind.FIGURE], open_ones.any) == (1, 1)
    assert count_kinds(ITEMS, Filter.ALL, KINDS, lambda match: match == 2).by_kind[SignalKind.DATE] == 0


@given(
    st.lists(st.sampled_from((0.2, 0.5, 0.5, 0.9)), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.sampled_from((None, *Verdict)), st.booleans()), max_size=20),
    st.sampled_from((Order.DOCUMENT, Order.MOST_CERTAIN, Order.LEAST_CERTAIN)),
    st.sampled_from(Filter),
    st.one_of(st.none(), st.frozensets(st.integers(0, 11))),
)
def test_followed_verdict_by_verdict_the_list_is_as_if_made_anew(
    confidences: list[float],
    acts: list[tuple[int, Verdict | None, bool]],
    order: Order,
    which: Filter,
    holding: frozenset[int] | None,
) -> None:
    items = [item(number, None, confidence) for number, confidence in enumerate(confidences)]
    followed = Ordered(in_passing(items, order))
    for number, verdict, again in acts:
        place = number % len(items)
        items[place] = replace(items[place], verdict=verdict, again=again and verdict is None)
        followed.refresh(items[place])
    found = None if holding is None else holding.__contains__
    assert followed.arrangement(which, open_first=order is Order.LEAST_CERTAIN, found=found) == arrange(
        items, which, order, found
    )
