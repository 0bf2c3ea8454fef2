"""Reasons as a case file keeps them: read late where they have the form that we write, at once where not."""

import gc

import pytest

from reconciler.case.evidence import KeptReasons, as_kept, decode, encode
from reconciler.model import Reason, Span

REASONS = (
    Reason("words", 1.25, (Span(0, 3), Span(7, 12)), (Span(1, 2),)),
    Reason("third_source", -3e-07),
    Reason("names", 2),
)


def test_what_was_written_is_read_late_and_is_the_same() -> None:
    read = decode(encode(REASONS))
    assert isinstance(read, KeptReasons)
    assert read == REASONS
    assert read == REASONS
    assert hash(read) == hash(REASONS)
    assert (len(read), read[0], read[1:], list(read)) == (3, REASONS[0], REASONS[1:], list(REASONS))
    assert read == decode(encode(REASONS))
    assert read != decode(encode(REASONS[:2]))
    assert encode(read) == encode(REASONS)
    assert decode("[]") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "{}x",
        '[{"name":"words"}]',
        '[{"name":"words","value":1,"left":[[1,2,3]],"right":[]}]',
        '[{"name":"words","value":1,"left":[[1,2],],"right":[]}]',
        '[{"name":"words","value":1,"left":[],"right":[]},]',
        '[{"name":"words","value":1,"left":[],"right":[]}',
        '[[[["words"]]]]',
        '[{"name":"words","value":1,"left":[],"right":[]}{"name":"words","value":1,"left":[],"right":[]}]',
    ],
)
def test_what_is_no_list_of_reasons_is_found_at_once(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(text)


def test_the_same_in_another_form_is_read_at_once() -> None:
    assert decode('[ {"value": 1, "name": "words", "left": [[0, 3]], "right": []} ]') == (
        Reason("words", 1, (Span(0, 3),)),
    )


def test_reasons_that_were_looked_at_stay_in_words() -> None:
    kept = as_kept(REASONS)
    assert list(kept) == [*REASONS]
    assert not [each for each in gc.get_referents(kept) if isinstance(each, tuple | Reason)]
    assert as_kept(kept) is kept
    assert as_kept(()) == ()
