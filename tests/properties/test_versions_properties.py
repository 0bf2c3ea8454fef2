"""What holds of any two versions of a source, and slow twins of what can be said exactly."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconciler.alignment.versions import Carried, Comparison, Fate, Passage, compare
from reconciler.alignment.versions.order import longest_chain
from reconciler.alignment.word_changes import keys_of, same_words, word_changes
from reconciler.model import Span, StatementKind

# Sentences of few frames with other figures, names and dates, repeated and typeset in two ways,
# so that what is nearly the same is everywhere.
POOL = (
    "Le maire a annoncé 12 morts samedi.",
    "Le maire a annoncé 15 morts samedi.",
    "Le maire a annoncé 12 morts dimanche à la presse locale.",
    "« C’est fini », a dit Anne Leroy.",
    '"C\'est fini", a dit Anne Leroy.',
    "« C’est fini », a dit Marc Leroy.",
    "The bridge was closed on Monday and the school on Tuesday.",
    "The bridge was closed on Monday.",
    "The school was closed on Tuesday.",
    "Oui.",
    "Non.",
    "Lire aussi",
    "Lire  aussi",
    "La préfecture a ouvert une enquête, et la navigation est interrompue.",
    "La préfecture a ouvert une enquête.",
    "La navigation est interrompue.",
    "",
    "地震は東京で起きた",
    "\ud800 12",
)
texts = st.lists(st.sampled_from(POOL) | st.text("ab1 .", max_size=6), max_size=14)
wordings = st.text("ab 1,.'’é\u0301\u00ad«»", max_size=24)
EDITS = ("drop", "repeat", "figure", "word", "swap", "typography", "split", "join", "add")


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Return a text, and the text after some edits."""
    old = draw(texts)
    new = list(old)
    for _ in range(draw(st.integers(0, 6))):
        edit = draw(st.sampled_from(EDITS))
        place = draw(st.integers(0, len(new)))
        target = draw(st.integers(0, len(new)))
        _edit(new, edit, place, target, draw(st.sampled_from(POOL)))
    return old, new


def _edit(new: list[str], edit: str, place: int, target: int, other: str) -> None:
    if edit == "add" or place >= len(new):
        new.insert(place, other)
        return
    text = new.pop(place)
    words = text.split()
    middle = len(words) // 2
    match edit:
        case "drop":
            pass
        case "repeat":
            new[place:place] = [text, text]
        case "figure":
            new.insert(place, text.replace("1", "7"))
        case "word":
            new.insert(place, " ".join([*words[:middle], "soudain", *words[middle + 1 :]]))
        case "swap":
            new.insert(target, text)
        case "typography":
            new.insert(place, text.replace("’", "'").replace("« ", '"').replace(" »", '"'))
        case "split":
            new[place:place] = [" ".join(words[:middle]) + ".", " ".join(words[middle:])]
        case "join":
            new[place : place + 1] = [" ".join([text, *new[place : place + 1]])]


def passages(texts: Sequence[str]) -> list[Passage]:
    found, start = [], 0
    for text in texts:
        found.append(Passage(start, start + len(text), StatementKind.SENTENCE, text))
        start += len(text) + 1
    return found


def compared(old: Sequence[str], new: Sequence[str]) -> Comparison:
    return compare(passages(old), passages(new))


def links(comparison: Comparison) -> list[Carried]:
    return [carried for carried in comparison.old if carried.new]


@given(versions())
def test_every_statement_has_its_fate(both: tuple[list[str], list[str]]) -> None:
    old, new = both
    comparison = compared(old, new)
    assert [carried.old for carried in comparison.old] == list(range(len(old)))
    assert len(comparison.new) == len(new)
    for carried in comparison.old:
        assert (carried.fate is Fate.GONE) == (not carried.new)
        assert (carried.fate is Fate.SPLIT) == (len(carried.new) > 1)
        assert carried.fate is not Fate.NEW
        assert all(carried in comparison.new[place] for place in carried.new)
    for place, found in enumerate(comparison.new):
        assert found
        assert all(carried.new == (place,) for carried in found if carried.fate is Fate.NEW)
        assert (len(found) > 1) == any(carried.fate is Fate.MERGED for carried in found)
        assert all(carried == comparison.old[carried.old] for carried in found if carried.old is not None)
    assert sum(comparison.count(fate) for fate in Fate if fate is not Fate.NEW) == len(old)


@given(versions())
def test_what_stands_has_the_words_it_was_decided_on_and_nothing_else_has(
    both: tuple[list[str], list[str]],
) -> None:
    old, new = both
    for carried in links(compared(old, new)):
        assert carried.old is not None
        same = same_words(old[carried.old], new[carried.new[0]])
        if carried.fate.stands:
            assert same
            assert carried.difference == ()
        elif carried.fate is Fate.CHANGED:
            assert not same
            assert carried.difference


@given(versions())
def test_what_did_not_change_is_never_gone(both: tuple[list[str], list[str]]) -> None:
    """As many of the same words stand as both versions have, whatever else could be made of them."""
    old, new = both
    expected = Counter(map(keys_of, old)) & Counter(map(keys_of, new))
    stand = Counter(
        keys_of(old[carried.old])
        for carried in compared(old, new).old
        if carried.old is not None and carried.fate.stands
    )
    assert stand == expected


@given(texts)
def test_a_version_against_itself_is_kept(old: list[str]) -> None:
    comparison = compared(old, old)
    assert comparison.is_identical
    assert all(carried.new == (carried.old,) for carried in comparison.old)


MIRRORED = {Fate.SPLIT: Fate.MERGED, Fate.MERGED: Fate.SPLIT}


@given(versions())
def test_exchanging_the_versions_mirrors_the_result(both: tuple[list[str], list[str]]) -> None:
    one, other = compared(*both), compared(*both[::-1])
    forth = {
        (carried.old, place, carried.fate, carried.elsewhere)
        for carried in links(one)
        for place in carried.new
    }
    back = {
        (place, carried.old, MIRRORED.get(carried.fate, carried.fate), carried.elsewhere)
        for carried in links(other)
        for place in carried.new
    }
    assert forth == back
    gone = [(carried.old,) for carried in one.old if carried.fate is Fate.GONE]
    assert gone == [carried.new for carried in other.added]
    assert one.count(Fate.NEW) == other.count(Fate.GONE)


@given(versions())
def test_what_is_not_elsewhere_is_in_order_and_no_more_could_be(both: tuple[list[str], list[str]]) -> None:
    found = {carried.new: carried for carried in reversed(links(compared(*both)))}.values()
    kept = sorted((carried.old or 0, carried.new[0]) for carried in found if not carried.elsewhere)
    assert all(one[1] < other[1] for one, other in pairwise(kept))
    every = sorted((carried.old or 0, carried.new[0]) for carried in found)
    assert len(kept) == _longest_slowly(every)


def _longest_slowly(pairs: Sequence[tuple[int, int]]) -> int:
    longest: list[int] = []
    for place, (_, new) in enumerate(pairs):
        longest.append(1 + max((longest[each] for each in range(place) if pairs[each][1] < new), default=0))
    return max(longest, default=0)


@given(st.permutations(range(8)), st.lists(st.integers(0, 9), min_size=8, max_size=8), st.integers(0, 8))
def test_the_longest_chain_is_the_best_of_all(
    order: Sequence[int], lengths: Sequence[int], count: int
) -> None:
    pairs = list(enumerate(order))[:count]
    chains = (
        chain
        for size in range(count + 1)
        for chain in combinations(pairs, size)
        if all(one[1] < other[1] for one, other in pairwise(chain))
    )
    best = max((len(chain), sum(lengths[old] for old, _ in chain)) for chain in chains)
    found = longest_chain(pairs, lengths[:count])
    assert all(one[1] < other[1] for one, other in pairwise(sorted(found)))
    assert (len(found), sum(lengths[old] for old, _ in found)) == best


@given(versions())
def test_without_what_changed_both_sides_read_the_same(both: tuple[list[str], list[str]]) -> None:
    """The marks that a pane shows lie each in a statement, and leave out no change."""
    old, new = both
    comparison = compared(old, new)
    texts = "\n".join(old), "\n".join(new)
    olds, news = passages(old), passages(new)
    for carried in comparison.old:
        if not carried.fate.is_reworded:
            continue
        partners = comparison.new[carried.new[0]]
        changes = [change for each in partners for change in each.difference]
        one = [olds[each.old] for each in partners if each.old is not None]
        other = [news[place] for place in carried.new]
        for change in changes:
            assert any(_is_in(change.old, each) for each in one)
            assert any(_is_in(change.new, each) for each in other)
        left = _without([change.old for change in changes], one, texts[0])
        right = _without([change.new for change in changes], other, texts[1])
        assert left == right


def _is_in(span: Span, passage: Passage) -> bool:
    return passage.start <= span.start <= span.end <= passage.end


def _without(spans: Sequence[Span], passages: Sequence[Passage], text: str) -> list[str]:
    left: list[str] = []
    for passage in passages:
        cut = passage.start
        for span in spans:
            if _is_in(span, passage):
                left += keys_of(text[cut : span.start])
                cut = span.end
        left += keys_of(text[cut : passage.end])
    return left


@given(wordings, wordings)
def test_a_difference_is_all_that_differs(old: str, new: str) -> None:
    changes = word_changes(old, new)
    assert (not changes) == same_words(old, new)
    assert [change.old.start for change in changes] == sorted(change.old.start for change in changes)
    both: list[list[str]] = []
    for text, spans in ((old, [each.old for each in changes]), (new, [each.new for each in changes])):
        rest: list[str] = []
        cut = 0
        for span in spans:
            rest += keys_of(text[cut : span.start])
            cut = span.end
        both.append([*rest, *keys_of(text[cut:])])
    assert both[0] == both[1]
    assert all(
        keys_of(old[each.old.start : each.old.end]) != keys_of(new[each.new.start : each.new.end])
        for each in changes
    )
