"""Whatever two statements carry, comparing them ends well and does not depend on their order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconciler.alignment.differences import StatementSignals, compare, strength, suggested_relation
from reconciler.alignment.differences.wording import are_kin, plain_form, shared
from reconciler.model import Outcome, Relation, Signal, SignalKind
from reconciler.signals import (
    AttributionValue,
    Certainty,
    CertaintyValue,
    DateValue,
    FigureValue,
    Granularity,
    NameType,
    NameValue,
    NegationValue,
    QuoteValue,
    encode,
)

words = st.sampled_from(
    ["mort", "tué", "bridge", "opened", "closed", "Lyon", "12", "plus", "«", "»", ",", "."]
)
texts = st.one_of(st.lists(words, min_size=3, max_size=8).map(" ".join), st.text(max_size=40))
stems = st.lists(st.sampled_from(["mort", "pont", "bridg", "open", "é", ""]), max_size=3).map(tuple)
numbers = st.one_of(st.none(), st.floats(-1e12, 1e12))
days = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
clocks = st.one_of(st.none(), st.sampled_from(["05:25", "23:59", "soon"]))
values = st.one_of(
    st.tuples(
        st.just(SignalKind.FIGURE),
        st.builds(FigureValue, numbers, numbers, st.booleans(), st.sampled_from(["", "%", "EUR"]), stems),
    ),
    st.tuples(
        st.just(SignalKind.DATE),
        st.builds(DateValue, days, days, st.sampled_from(Granularity), clocks, st.booleans()),
    ),
    st.tuples(
        st.just(SignalKind.QUOTE), st.builds(QuoteValue, texts, st.booleans(), st.one_of(st.none(), texts))
    ),
    st.tuples(st.just(SignalKind.NAME), st.builds(NameValue, texts, st.sampled_from(NameType))),
    st.tuples(
        st.just(SignalKind.ATTRIBUTION),
        st.builds(AttributionValue, texts, stems, st.booleans(), st.booleans()),
    ),
    st.tuples(st.just(SignalKind.CERTAINTY), st.builds(CertaintyValue, st.sampled_from(Certainty), texts)),
    st.tuples(st.just(SignalKind.NEGATION), st.builds(NegationValue, stems, texts)),
)


@st.composite
def statements(draw: st.DrawFn) -> StatementSignals:
    text, offset = draw(texts), draw(st.integers(0, 1000))
    signals = []
    for kind, value in draw(st.lists(values, max_size=5)):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        signals.append(Signal(kind, offset + start, offset + end, text[start:end], encode(value)))
    published = draw(st.sampled_from([None, "2024", "2024-03-13", "2024-03-14T10:00+01:00"]))
    return StatementSignals(
        text, tuple(signals), offset, draw(st.sampled_from(["fr", "en", "und"])), published
    )


@given(statements(), statements())
def test_it_compares_whatever_comes(left: StatementSignals, right: StatementSignals) -> None:
    found = compare(left, right)
    assert [strength(each) for each in found] == sorted((strength(each) for each in found), reverse=True)
    assert all(0 <= strength(each) <= 1 for each in found)
    differing = [each for each in found if each.outcome is not Outcome.AGREES]
    assert (suggested_relation(found) is Relation.AGREES) == (not differing)


@given(statements(), statements())
def test_whether_a_kind_differs_does_not_depend_on_the_order(
    left: StatementSignals, right: StatementSignals
) -> None:
    one = {each.kind for each in compare(left, right) if each.outcome is not Outcome.AGREES}
    other = {each.kind for each in compare(right, left) if each.outcome is not Outcome.AGREES}
    assert one == other


@given(statements())
def test_a_statement_does_not_contradict_itself(statement: StatementSignals) -> None:
    again = replace(statement)
    kinds = {each.kind for each in compare(statement, again) if each.outcome is Outcome.DIFFERS}
    assert kinds.isdisjoint({SignalKind.FIGURE, SignalKind.ATTRIBUTION})


letters = st.text(alphabet="abeort", max_size=8)
known = st.sampled_from(
    ["mort", "tué", "tuer", "dead", "killed", "died", "pont", "ponts", "bridge", "bridges", "a", "ab", ""]
)
plain_words = st.lists(st.one_of(letters, known.map(plain_form)), max_size=8)


@given(plain_words, plain_words)
def test_what_is_shared_is_what_has_kin_word_for_word(mine: list[str], theirs: list[str]) -> None:
    assert shared(mine, theirs) == {one for one in mine if any(are_kin(one, other) for other in theirs)}
