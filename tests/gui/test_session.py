"""One road for every change: what the session shows is what is on disk, or is called not saved."""

import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.in_lines import in_lines

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.errors import NotSavedError
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState
from reconciler.model import Article, Change, MatchId, Relation, SourceDraft, Verdict


def draft(name: str, *sentences: str) -> SourceDraft:
    """Return an article of these sentences, ready for a case."""
    text, segments = in_lines(sentences)
    digest = f"{abs(hash(name)):064x}"[:64]
    return SourceDraft(Article(name, text, digest, title=name), "en", segments)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    """A session on a case with one match made by hand."""
    del qtbot
    case = Case.create(tmp_path / "bridge.reconciler")
    case.add_sources([draft("one", "Twelve were hurt.", "The bridge is old."), draft("two", "15 were hurt.")])
    session = Session()
    session.analyst = "Ada"
    session.set_case(case)
    return session


def linked(session: Session) -> MatchId:
    """Link the first statements of both sources and return the match."""
    assert session.case is not None
    first, second = session.case.sources
    session.select_statement(session.case.statements(first.id)[0].id)
    session.select_statement(session.case.statements(second.id)[0].id)
    assert session.link()
    assert session.current is not None
    return session.current


def rows(session: Session) -> list[tuple[str, str | None, str | None, str]]:
    """Read the journal through a second connection."""
    assert session.case is not None
    with sqlite3.connect(f"file:{session.case.path}?mode=ro", uri=True) as db:
        found = db.execute("SELECT act, verdict, relation, analyst FROM decisions ORDER BY id").fetchall()
    db.close()
    return [tuple(row) for row in found]


def fill_disk(session: Session) -> None:
    """Let SQLite refuse every further page, as on a full disk."""
    assert session.case is not None
    assert session.case._store._db is not None
    session.case._store._db.execute("PRAGMA max_page_count = 1")


def free_disk(session: Session) -> None:
    """Make room again."""
    assert session.case is not None
    assert session.case._store._db is not None
    session.case._store._db.execute("PRAGMA max_page_count = 1000000")


def test_a_link_by_hand_is_a_confirmed_match_that_becomes_current(session: Session) -> None:
    match = linked(session)
    assert session.state(match) is MatchState.CONFIRMED
    assert session.selected == ()
    assert rows(session) == [("link", "confirmed", None, "Ada")]
    session.close()


def test_selecting_a_second_statement_of_a_source_replaces_the_first_unless_extended(
    session: Session,
) -> None:
    assert session.case is not None
    first, second = session.case.statements(session.case.sources[0].id)
    session.select_statement(first.id)
    session.select_statement(second.id)
    assert session.selected == (second.id,)
    session.select_statement(first.id, extend=True)
    assert set(session.selected) == {first.id, second.id}
    session.select_statement(first.id, extend=True)
    assert session.selected == (second.id,)
    session.close()


def test_statements_of_one_source_alone_cannot_be_linked(session: Session) -> None:
    assert session.case is not None
    session.select_statement(session.case.statements(session.case.sources[0].id)[0].id)
    assert session.link_ends() is None
    assert not session.link()
    assert rows(session) == []
    session.close()


def test_each_act_is_told_once_after_it_is_on_disk(session: Session) -> None:
    match = linked(session)
    told: list[tuple[Change, int]] = []
    session.changed.connect(lambda change: told.append((change, len(rows(session)))))
    assert session.relate(Relation.DIFFERS)
    assert session.decide(Verdict.UNSURE)
    assert [(change.matches, count) for change, count in told] == [
        (frozenset({match}), 2),
        (frozenset({match}), 3),
    ]
    assert rows(session)[1:] == [
        ("relation", "confirmed", "differs", "Ada"),
        ("verdict", "unsure", None, "Ada"),
    ]
    session.close()


def test_undo_goes_to_the_match_it_was_about(session: Session) -> None:
    match = linked(session)
    session.decide(Verdict.REJECTED)
    session.set_current(None)
    assert session.undo()
    assert session.current == match
    assert session.state(match) is MatchState.CONFIRMED
    session.close()


def test_a_match_made_by_hand_that_is_cleared_is_gone_and_undo_brings_it_back(session: Session) -> None:
    match = linked(session)
    assert session.clear()
    assert session.case is not None
    assert match not in session.case.matches
    assert session.current is None
    assert session.undo()
    assert match in session.case.matches
    session.close()


def test_on_a_full_disk_a_verdict_is_shown_as_not_saved_until_there_is_room(session: Session) -> None:
    match = linked(session)
    refused: list[NotSavedError] = []
    session.refused.connect(refused.append)
    fill_disk(session)
    while not session.unsaved_acts:  # the first acts may still fit into the pages there are
        session.annotate(match, "x" * 5000 * (1 + len(rows(session))))
    before = rows(session)
    session.decide(Verdict.REJECTED)
    assert session.state(match) is MatchState.REJECTED
    assert session.unsaved == {match}
    assert refused
    assert rows(session) == before
    free_disk(session)
    session.save_waiting()
    assert session.unsaved == frozenset()
    assert rows(session)[-1][:2] == ("verdict", "rejected")
    assert session.state(match) is MatchState.REJECTED
    session.close()


def test_undo_of_an_act_that_waits_takes_it_out_of_the_wait(session: Session) -> None:
    match = linked(session)
    fill_disk(session)
    while not session.unsaved_acts:
        session.annotate(match, "x" * 5000 * (1 + len(rows(session))))
    waiting = session.unsaved_acts
    session.decide(Verdict.REJECTED)
    assert session.unsaved_acts == waiting + 1
    session.undo()
    assert session.unsaved_acts == waiting
    assert session.state(match) is MatchState.CONFIRMED
    session.drop_waiting()
    session.close()


def test_a_case_opened_for_reading_only_refuses_every_act(session: Session) -> None:
    match = linked(session)
    assert session.case is not None
    path = session.case.path
    session.close()
    session.set_case(Case.open(path, read_only=True))
    refused: list[object] = []
    session.refused.connect(refused.append)
    session.set_current(match)
    assert not session.decide(Verdict.REJECTED)
    assert len(refused) == 1
    assert session.state(match) is MatchState.CONFIRMED
    session.close()


def test_what_was_said_of_a_source_that_was_taken_out_is_let_go(session: Session) -> None:
    case = session.case
    assert case is not None
    session.add_sources([draft("noon", "A third article says so.")])
    one, other, third = (source.id for source in case.sources)
    kept = [PairAlignment(one, other, ()), PairAlignment(one, third, ())]
    session.proposing.keep_scores(kept)
    assert session.proposing.alignment_between(third, one) is not None
    session.remove_source(third)
    session.proposing.keep_scores(kept[:1])
    assert session.proposing.alignment_between(third, one) is None
    assert session.proposing.alignment_between(other, one) is not None
