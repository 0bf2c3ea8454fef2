"""Searching as people type: what counts as the same, and that hits lie exactly where they stand."""

import pytest

from reconciler.gui.panes.pane_search import PaneSearch
from reconciler.gui.panes.text_search import Folder
from reconciler.gui.panes.utf16 import from_units, to_units
from reconciler.model import SourceId, Statement, StatementId, StatementKind


def found(text: str, needle: str) -> list[str]:
    folder = Folder()
    return [text[span.start : span.end] for span in folder.fold(text).find(folder.fold(needle).folded)]


@pytest.mark.parametrize(
    ("text", "needle", "hits"),
    [
        ("Les ÉLUS ont été élus", "elus", ["ÉLUS", "élus"]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("l’otage, l'otage", "l’OTAGE", ["l’otage", "l'otage"]),
        ("« Oui », dit-il", '" oui "', ["« Oui »"]),
        ("un cœur, un coeur", "coeur", ["cœur", "coeur"]),
        ("e\u0301te\u0301", "été", ["e\u0301te\u0301"]),
        ("12\u00a0000 morts", "12 000", ["12\u00a0000"]),
        ("🔥 feu 🔥 feu", "feu", ["feu", "feu"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("مرحبا بكم", "بكم", ["بكم"]),
        ("rien", "tout", []),
        ("rien", "", []),
    ],
)
def test_same_words(text: str, needle: str, hits: list[str]) -> None:
    assert found(text, needle) == hits


def statement(number: int, source: int, text: str) -> Statement:
    kind = StatementKind.SENTENCE
    return Statement(StatementId(number), SourceId(source), number, 0, len(text), kind, text)


def test_steps_go_on_from_where_one_reads_across_sources_and_around() -> None:
    left = [statement(1, 1, "fire"), statement(2, 1, "water"), statement(3, 1, "fire, fire")]
    right = [statement(4, 2, "Fire")]
    search = PaneSearch()
    assert search.find("fire", [(SourceId(1), left), (SourceId(2), right)]) == 4
    steps = [search.step(1, SourceId(1), 1) for _ in range(4)]
    assert [(hit.source, hit.place, hit.span.start) for hit in steps if hit] == [
        (1, 2, 0),
        (1, 2, 6),
        (2, 0, 0),
        (1, 0, 0),
    ]
    back = search.step(-1, SourceId(1), 0)
    assert back is not None
    assert back.source == 2


def test_a_first_step_back_goes_to_the_hit_before() -> None:
    search = PaneSearch()
    search.find("x", [(SourceId(1), [statement(1, 1, "x"), statement(2, 1, "x"), statement(3, 1, "x")])])
    hit = search.step(-1, SourceId(1), 2)
    assert hit is not None
    assert hit.place == 1


def test_blanks_alone_find_nothing() -> None:
    search = PaneSearch()
    assert search.find("  ", [(SourceId(1), [statement(1, 1, "a  b")])]) == 0
    assert search.step(1, SourceId(1), 0) is None


def test_units_of_a_document_are_utf16() -> None:
    text = "a🔥é👩‍🚒b"
    for index in range(len(text) + 1):
        unit = len(text[:index].encode("utf-16-le")) // 2
        assert to_units(text, index) == unit
        assert from_units(text, unit) == index
    assert from_units(text, 2) == 1
