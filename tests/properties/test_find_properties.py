"""Finding: whatever is typed, the index finds just the texts that looking at each of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from reconciler.case.store_find import TextIndex
from reconciler.gui.find_query import Query
from reconciler.gui.panes.text_search import Folder

LETTERS = "aàâbÉeœ’'\"«»“” -_,.0１ßİ震地ก ا"
TEXTS = st.lists(st.text(alphabet=LETTERS, max_size=14), max_size=8)


@given(texts=TEXTS, typed=st.text(alphabet=LETTERS, max_size=8))
def test_the_index_finds_what_looking_at_each_text_finds(texts: list[str], typed: str) -> None:
    folder = Folder()
    query = Query(typed, folder)
    index = TextIndex(TextIndex.pack([folder.fold(text).folded for text in texts], lambda _taken: None))
    found = index.find(query.terms)
    index.close()
    assert found == [place for place, text in enumerate(texts) if query.spans(text)]


@given(text=st.text(max_size=30), typed=st.text(max_size=8))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    spans = Query(typed, Folder()).spans(text)
    ends = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)
