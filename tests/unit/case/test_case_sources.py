"""Sources: taken in with their statements, corrected, and given a date where they have none."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import Case
from reconciler.case.sources import letter
from reconciler.errors import CaseError, Problem
from reconciler.model import EntryKind, SourceDraft, SourceId, SourceProperties, StatementKind, Verdict

OnDisk = Callable[..., list[tuple[Any, ...]]]
Draft = Callable[..., SourceDraft]
A, B = SourceId(1), SourceId(2)


def dates(case: Case) -> list[tuple[str | None, bool]]:
    return [(source.published, source.published_assumed) for source in case.sources]


def test_sources_and_statements_are_kept_as_they_came(case: Case, on_disk: OnDisk) -> None:
    first, second = case.sources
    assert (first.letter, first.title, second.letter) == ("A", "The old bridge closes", "B")
    statements = case.statements(A)
    assert [statement.ordinal for statement in statements] == [1, 2, 3, 4]
    assert [first.text[each.start : each.end] for each in statements] == [each.text for each in statements]
    assert statements[0].kind is StatementKind.TITLE
    assert case.statement(statements[2].id).text == "Twelve people were hurt."
    slices = on_disk(
        'SELECT substr(s.text, t.start + 1, t."end" - t.start) = t.text '
        "FROM statements AS t JOIN sources AS s ON s.id = t.source"
    )
    assert slices == [(1,)] * 7


def test_a_source_without_a_date_takes_the_other_ones_day(case: Case, on_disk: OnDisk) -> None:
    assert dates(case) == [("2024-05-06", True), ("2024-05-06", False)]
    assert on_disk("SELECT published, published_assumed FROM sources") == [
        ("2024-05-06", 1),
        ("2024-05-06", 0),
    ]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["2024-05-07", "2024-05-08", "2024-05-08"], "2024-05-08"),
        (["2024-05", "2024-05", "2024-06-01"], "2024-05"),
        (["2024-05-09", "2024-05-07"], "2024-05-07"),
        (["2024", "2024-05-07T10:15+02:00"], "2024-05-07"),
        ([None], None),
    ],
)
def test_the_most_common_day_is_assumed_then_the_most_precise_then_the_earliest(
    path: Path, draft: Draft, others: list[str | None], expected: str | None
) -> None:
    with Case.create(path) as case:
        case.add_sources([draft("Undated")])
        case.add_sources([draft(f"Source {place}", published=date) for place, date in enumerate(others)])
        assert dates(case)[0] == (expected, expected is not None)


def test_the_date_that_the_user_names_goes_before_that_of_the_others(path: Path, draft: Draft) -> None:
    with Case.create(path) as case:
        case.add_sources(
            [draft("Undated"), draft("Dated", published="2024-05-06")], assumed_date="2024-01-01"
        )
        assert dates(case) == [("2024-01-01", True), ("2024-05-06", False)]
    with Case.open(path) as again:
        assert dates(again) == [("2024-01-01", True), ("2024-05-06", False)]
        again.add_sources([draft("Third", published="2024-05-06")])
        assert dates(again)[0] == ("2024-01-01", True)


def test_correcting_a_date_moves_those_that_follow_it_and_undo_moves_them_back(
    case: Case, on_disk: OnDisk
) -> None:
    change = case.edit_source(B, SourceProperties("Bridge shut", "The Post", None, "2024-06-01", "en"))
    assert change.entry is not None
    assert change.entry.kind is EntryKind.EDIT_SOURCE
    assert change.entry.sources == (B,)
    assert change.sources == {A, B}
    assert dates(case) == [("2024-06-01", True), ("2024-06-01", False)]
    assert on_disk("SELECT field, before, after FROM source_edits WHERE entry = ? ORDER BY id", 2) == [
        ("outlet", None, "The Post"),
        ("published", "2024-05-06", "2024-06-01"),
    ]
    case.undo()
    assert dates(case) == [("2024-05-06", True), ("2024-05-06", False)]
    assert case.source(B).outlet is None
    assert on_disk("SELECT published, published_assumed FROM sources") == [
        ("2024-05-06", 1),
        ("2024-05-06", 0),
    ]


def test_an_assumed_date_is_no_property_until_it_is_entered(case: Case) -> None:
    same = SourceProperties("The old bridge closes", "", "", None, "en")
    assert case.edit_source(A, same).entry is None
    case.edit_source(A, SourceProperties("The old bridge closes", None, None, "2024-05-06", "en"))
    assert dates(case)[0] == ("2024-05-06", False)


def test_the_text_of_a_source_and_its_statements_cannot_be_changed_in_the_file(
    case: Case, path: Path
) -> None:
    case.decide(list(case.matches), Verdict.CONFIRMED)
    case.close()
    attempts = [
        "UPDATE sources SET text = 'other' WHERE id = 1",
        "DELETE FROM sources",
        "UPDATE statements SET text = 'other'",
        "DELETE FROM statements",
        "UPDATE decisions SET verdict = 'rejected'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO entries (id, kind, analyst, at) VALUES (1, 'confirm', 'x', 'y')",
        "DELETE FROM entries",
        "UPDATE source_edits SET after = '1'",
        "DELETE FROM source_edits",
    ]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        for attempt in attempts:
            with pytest.raises(sqlite3.IntegrityError, match="never changed or taken away"):
                connection.execute(attempt)


def test_the_same_article_is_not_taken_twice(case: Case, draft: Draft, on_disk: OnDisk) -> None:
    fresh, again = draft("New", "Text."), draft("New", "Text.", name="copy.txt")
    for drafts in ([fresh, again], [draft(*(each.text for each in case.statements(A)))]):
        with pytest.raises(CaseError) as caught:
            case.add_sources(drafts)
        assert caught.value.problem is Problem.SAME_AS_ANOTHER
    assert on_disk("SELECT count(*) FROM sources") == [(2,)]
    assert case.holds(case.source(A).sha256) == case.source(A)
    assert case.holds(fresh.article.sha256) is None


def test_letters_go_on_after_z() -> None:
    assert [letter(place) for place in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_what_was_compared_of_a_source_that_was_taken_out_is_let_go(case: Case) -> None:
    before = {match: case.differences(match) for match in case.matches}
    assert len(case._comparisons._kept) == len(before) > 0
    case.remove_source(B)
    assert not case._comparisons._kept
    case.undo()
    assert {match: case.differences(match) for match in case.matches} == before
