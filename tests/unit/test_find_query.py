"""What is typed to be found: words that may go on, phrases, and exactly where they stand."""

import pytest

from reconciler.case.find_terms import Term, parse
from reconciler.case.store_find import TextIndex
from reconciler.gui.find_query import Marked, Query
from reconciler.gui.panes.text_search import Folder
from reconciler.model import SourceId, Statement, StatementId, StatementKind

FOLDER = Folder()


def found(text: str, typed: str) -> list[str]:
    return [text[span.start : span.end] for span in Query(typed, FOLDER).spans(text)]


def in_index(text: str, typed: str) -> bool:
    index = TextIndex()
    index.put(7, FOLDER.fold(text).folded)
    numbers = index.find(Query(typed, FOLDER).terms)
    index.close()
    return numbers == [7]


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("Les ÉLUS ont été élus", "elus", ["ÉLUS", "élus"]),
        ("Belgorod, le raid", "belgo", ["Belgo"]),
        ("Le raid de Belgorod", "belgorod raid", ["raid", "Belgorod"]),
        ("Le raid de Kiev", "belgorod raid", []),
        ("Le raid de Kiev", "aid", []),
        ("raid, de nuit", '"raid de nuit"', ["raid, de nuit"]),
        ("raid de la nuit", '"raid de nuit"', []),
        ("raid de nuits", '"raid de nuit"', []),
        ("raid de nuits", '"raid de nuit', ["raid de nuit"]),
        ("« Oui », dit-il", "« oui »", ["Oui"]),
        ("L’État et l'État", "l’etat", ["L’État", "l'État"]),
        ("un cœur, un coeur", "coeur", ["cœur", "coeur"]),
        ("e\u0301te\u0301", "été", ["e\u0301te\u0301"]),
        ("12\u00a0000 morts", '"12 000"', ["12\u00a0000"]),
        ("70,5 %", "70,5", ["70,5"]),
        ("🔥 feu 🔥 feux", "feu", ["feu", "feu"]),
        ("aaaa", "aa", ["aa"]),
        ("مرحبا بكم", "بكم", ["بكم"]),
        ("昨日地震がありました", "地震", ["地震"]),
        ("a_b", "b", ["b"]),
        ("rien", "% ...", []),
        ("rien", "", []),
    ],
)
def test_the_same_is_found_by_eye_and_by_index(text: str, typed: str, hits: list[str]) -> None:
    assert found(text, typed) == hits
    assert in_index(text, typed) is bool(hits)


def test_words_may_go_on_and_phrases_end() -> None:
    assert parse('fire "two words" "open ph') == (
        Term(("fire",)),
        Term(("two", "words"), open_ended=False),
        Term(("open", "ph")),
    )
    assert parse('" " --') == ()


def test_spans_that_overlap_are_marked_once() -> None:
    assert found("raiders", "raid raider") == ["raider"]


def test_a_text_is_replaced_and_taken_out_of_the_index() -> None:
    index = TextIndex()
    index.put(1, "first words")
    index.put(1, "other words")
    assert index.find(parse("first")) == []
    assert index.find(parse("other")) == [1]
    index.put(1, "")
    assert index.find(parse("words")) == []
    index.close()


def test_bytes_made_elsewhere_are_the_same_index_and_making_can_be_stopped() -> None:
    texts = [f"text number {number} tells" for number in range(2500)]
    told: list[int] = []
    packed = TextIndex.pack(texts, told.append)
    assert told == [1000, 2000, 2500]
    index = TextIndex(packed)
    assert index.find(parse("number tells")) == list(range(2500))
    assert index.find(parse('"number 17"')) == [17]
    index.close()

    def stop(_taken: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        TextIndex.pack(texts, stop)


def test_what_is_marked_is_looked_up_place_by_place() -> None:
    texts = ("a fire", "no", "two fires, a fire")
    statements = [
        Statement(StatementId(n), SourceId(1), n, 0, len(text), StatementKind.SENTENCE, text)
        for n, text in enumerate(texts, 1)
    ]
    query = Query("fire", FOLDER)
    assert query.places(statements) == [0, 2]
    marked = Marked(query, statements, [0, 2])
    assert 1 not in marked
    assert [len(spans) for spans in marked.values()] == [1, 2]
    with pytest.raises(KeyError):
        marked[1]
