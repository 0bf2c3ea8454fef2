"""A large case opened in steps: it is the same case, ours from the first step on, let go where it fails."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.campaign.cases import article, draft, rich_case

from reconciler.case import Case
from reconciler.case.loading import LARGE, Held, first_look, hold, load
from reconciler.errors import CaseError, Problem
from reconciler.model import Verdict


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A case with a row in nearly every table, and a file that makes it large."""
    path = rich_case(tmp_path / "large.reconciler")
    with Case.open(path) as case:
        third = draft("Three", article("Three"))
        heavy = replace(third.article, original=os.urandom(LARGE))
        case.add_sources([replace(third, article=heavy)])
    return path


def held(path: Path, *, read_only: bool = False) -> Held:
    """Hold a case that is large."""
    found = hold(path, read_only=read_only)
    assert found is not None
    return found


def test_it_is_the_same_case_as_one_opened_at_once(large: Path) -> None:
    with Case.open(large, read_only=True) as expected:
        one = held(large)
        with Case.of_loaded(one, load(one), analyst="Bo") as case:
            assert case.sources == expected.sources
            assert [case.statements(each.id) for each in case.sources] == [
                expected.statements(each.id) for each in expected.sources
            ]
            assert dict(case.matches) == dict(expected.matches)
            assert case.journal() == expected.journal()
            assert (case.view_state, case.settings) == (expected.view_state, expected.settings)
            match = next(iter(case.matches))
            case.decide([match], Verdict.UNSURE)
            case.undo()
            case.decide([match], Verdict.UNSURE)
    with Case.open(large) as again:
        assert again.standing(match).verdict is Verdict.UNSURE
        assert again.decisions(match)[-1].analyst == "Bo"


def test_the_articles_that_are_shown_first_are_those_asked_for(large: Path) -> None:
    one = held(large, read_only=True)
    with Case.open(large) as case:
        order = [source.id for source in case.sources]
        assert first_look(one, lambda _kept: ()).sources == case.sources
        assert list(first_look(one, lambda _kept: ()).statements) == order[:2]
        look = first_look(one, lambda kept: order[:0:-1] if kept == case.view_state else ())
        assert list(look.statements) == order[:0:-1]
        for source, statements in look.statements.items():
            assert statements == tuple(replace(each, signals=()) for each in case.statements(source))
        nowhere = first_look(one, lambda _kept: (99, order[0]))
        assert list(nowhere.statements) == order[:2]


def test_it_is_ours_from_the_first_step_on(large: Path) -> None:
    one = held(large)
    with pytest.raises(CaseError) as told:
        Case.open(large)
    assert told.value.problem is Problem.LOCKED
    one.release()
    Case.open(large).close()


def test_what_is_small_or_has_to_be_written_first_is_opened_at_once(large: Path, tmp_path: Path) -> None:
    assert hold(rich_case(tmp_path / "small.reconciler")) is None
    large.with_name(large.name + "-journal").touch()
    assert hold(large) is None
    with pytest.raises(CaseError) as told:
        hold(tmp_path / "nowhere.reconciler")
    assert told.value.problem is Problem.NOT_FOUND


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("PRAGMA foreign_keys = OFF; DELETE FROM matches WHERE id = 3", Problem.DAMAGED),
        ("CREATE TRIGGER act AFTER INSERT ON entries BEGIN SELECT 1; END", Problem.STRANGE_SCHEMA),
    ],
)
def test_what_is_wrong_is_found_by_reading_and_nothing_is_written(
    large: Path, damage: str, problem: Problem
) -> None:
    with closing(sqlite3.connect(large)) as db:
        db.executescript(damage)
    before = large.read_bytes()
    one = held(large)
    with pytest.raises(CaseError) as told:
        load(one)
    assert told.value.problem is problem
    one.release()
    assert large.read_bytes() == before
