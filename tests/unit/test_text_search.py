"""Searching as people type: what counts as the same, and that hits lie exactly where they stand."""

import pytest

from reconciler.gui.panes.pane_search import Hit, PaneSearch
from reconciler.gui.panes.text_search import Folder
from reconciler.gui.panes.utf16 import from_units, to_units
from reconciler.model import SourceId


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


A, B = SourceId(1), SourceId(2)


def test_steps_go_on_from_where_one_reads_across_sources_and_around() -> None:
    search = PaneSearch()
    search.show([(A, [0, 2, 5]), (B, [3])])
    assert search.total == 4
    steps = [search.step(1, A, 1) for _ in range(5)]
    assert steps == [Hit(A, 2), Hit(A, 5), Hit(B, 3), Hit(A, 0), Hit(A, 2)]
    assert search.number == 2
    assert search.step(-1, B, 0) == Hit(A, 0)


def test_a_first_step_back_goes_to_the_hit_before() -> None:
    search = PaneSearch()
    search.show([(A, [0, 1, 2]), (B, [0])])
    assert search.step(-1, A, 2) == Hit(A, 1)
    search.show([(A, []), (B, [1])])
    assert search.number == 0
    assert search.step(-1, A, 0) == Hit(B, 1)


def test_what_was_gone_to_stays_while_it_is_found() -> None:
    search = PaneSearch()
    search.show([(A, [0, 2]), (B, [3])])
    search.go_to(Hit(B, 3))
    search.show([(A, [0]), (B, [3, 4])])
    assert (search.active, search.number) == (Hit(B, 3), 2)
    search.show([(A, [0]), (B, [4])])
    assert search.active is None


def test_without_a_hit_there_is_nowhere_to_go() -> None:
    search = PaneSearch()
    search.show([(A, []), (B, [])])
    assert search.step(1, A, 0) is None


def test_units_of_a_document_are_utf16() -> None:
    text = "a🔥é👩‍🚒b"
    for index in range(len(text) + 1):
        unit = len(text[:index].encode("utf-16-le")) // 2
        assert to_units(text, index) == unit
        assert from_units(text, unit) == index
    assert from_units(text, 2) == 1
