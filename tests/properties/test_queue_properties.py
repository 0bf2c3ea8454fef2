"""Words typed into the queue's filter, against a plain look at every statement."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.made_case import make_case as make_large

from reconciler.case import Case
from reconciler.gui.review.folded import FoldedStatements


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path = tmp_path_factory.mktemp("queue") / "words.reconciler"
    make_large(path, 60, 20, 0)
    with closing(Case.open(path)) as found:
        yield found


@given(st.lists(st.sampled_from(["r", "re", "rep", "repo", "port", "o", "or", "bridge", "zz", "1", "12"])))
def test_words_typed_one_after_the_other_are_found_as_if_each_were_the_first(
    case: Case, typed: list[str]
) -> None:
    statements = {
        one.id: one.text.casefold() for source in case.sources for one in case.statements(source.id)
    }
    folded = FoldedStatements()
    folded.follow(case, statements)
    for word in typed:
        assert folded.holding(word) == {one for one, text in statements.items() if word in text}
