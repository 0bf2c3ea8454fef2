"""A later text of a source: nothing decided is lost, nothing lands silently on other words."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconciler.alignment import PairAlignment
from reconciler.alignment.versions import Carried, Comparison, Fate
from reconciler.case import Case, check
from reconciler.case.intake import compare_versions
from reconciler.errors import CaseError, Problem
from reconciler.model import (
    Act,
    Change,
    EntryKind,
    MatchId,
    Proposal,
    Reason,
    Relation,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    SourceProperties,
    Span,
    Standing,
    StatementId,
    Verdict,
)

OnDisk = Callable[..., list[tuple[Any, ...]]]
Draft = Callable[..., SourceDraft]
M1, M2, M3 = MatchId(1), MatchId(2), MatchId(3)
A, B = SourceId(1), SourceId(2)
LATER = ("The old bridge closes", "Nobody died.", "Thirteen people were hurt.", "It reopens in May.")
PLACES = {StatementId(1): 0, StatementId(4): 1, StatementId(3): 2}
"""Kept, moved, changed; statement 2 is gone, the last one of the later text new."""


def texts(case: Case, source: SourceId) -> list[str]:
    return [each.text for each in case.statements(source)]


def update(case: Case, source: SourceId, draft: SourceDraft, places: Mapping[StatementId, int]) -> Change:
    """Update a source with the statements going to these segments of the draft, whatever their words."""
    old = tuple(
        Carried(place, (places[each.id],), Fate.CHANGED)
        if each.id in places
        else Carried(place, (), Fate.GONE)
        for place, each in enumerate(case.statements(source))
    )
    return case.update_source(source, draft, Comparison(old, ((),) * len(draft.segments)))


def snapshot(case: Case) -> object:
    return (
        [(source, case.statements(source.id)) for source in case.sources],
        [(match, case.standing(number), case.is_flagged(number)) for number, match in case.matches.items()],
        case.orphans(),
        case.claims(),
    )


@pytest.fixture
def decided(case: Case) -> Case:
    """1-5 is confirmed, 2-6 rejected, 3-7 confirmed with relation and note, 4-7 linked by hand."""
    case.decide([M1], Verdict.CONFIRMED, Relation.AGREES)
    case.decide([M2], Verdict.REJECTED)
    case.decide([M3], Verdict.CONFIRMED, Relation.DIFFERS)
    case.annotate(M3, "12 or 15?")
    case.link([StatementId(4)], [StatementId(7)])
    return case


@pytest.fixture
def later(draft: Draft) -> SourceDraft:
    """The later text of the first source."""
    return draft(*LATER, name="later.html")


def test_each_decision_goes_where_its_words_went(decided: Case, later: SourceDraft, path: Path) -> None:
    change = update(decided, A, later, PLACES)
    assert change.entry is not None
    assert (change.entry.kind, change.entry.sources) == (EntryKind.UPDATE_SOURCE, (A,))
    assert texts(decided, A) == list(LATER)
    new = {each.text: each.id for each in decided.statements(A)}
    stood = {
        (match.left, match.right): (decided.standing(number), decided.is_flagged(number))
        for number, match in decided.matches.items()
    }
    assert stood == {
        (new["The old bridge closes"], 5): (Standing(Verdict.CONFIRMED, Relation.AGREES), False),
        (new["Nobody died."], 7): (Standing(Verdict.CONFIRMED), False),
        (new["Thirteen people were hurt."], 7): (Standing(note="12 or 15?"), True),
    }
    (flagged,) = [number for number in decided.matches if decided.is_flagged(number)]
    (former,) = decided.formers(flagged)
    assert former.match.id == M3
    assert former.standing == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "12 or 15?")
    assert decided.statement(former.match.left).text == "Twelve people were hurt."
    assert [(orphan.match.id, orphan.standing) for orphan in decided.orphans()] == [
        (M2, Standing(Verdict.REJECTED))
    ]
    assert decided.statement(StatementId(2)).text == "It closes on Monday."
    assert decided.unaligned_pairs() == ((1, 2),)
    assert check(path) == ()


def test_what_was_carried_over_is_told_also_where_a_file_has_lost_its_decisions(
    decided: Case, later: SourceDraft, path: Path
) -> None:
    update(decided, A, later, PLACES)
    decided.close()
    with closing(sqlite3.connect(path)) as db, db:
        name = "decisions_no_delete"
        (guard,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [name]).fetchone()
        db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM decisions")
        db.execute(guard)
    with Case.open(path) as case:
        assert [each.match.id for each in case.orphans()] == [M2]
        assert [case.formers(number) for number in case.matches]


def test_what_the_comparison_of_the_texts_says_is_followed(decided: Case, draft: Draft, path: Path) -> None:
    later = draft(
        "The old bridge closes",
        "Nobody died.",
        "Twelve people were hurt, officials say.",
        "“Quite another thing”, said the mayor.",
    )
    decided.update_source(A, later, compare_versions(decided.statements(A), later))
    found = {
        (decided.statement(match.left).text, decided.is_flagged(number))
        for number, match in decided.matches.items()
    }
    assert found == {
        ("The old bridge closes", False),
        ("Nobody died.", False),
        ("Twelve people were hurt, officials say.", True),
    }
    assert [orphan.match.id for orphan in decided.orphans()] == [M2]
    assert check(path) == ()


def test_of_a_statement_that_became_two_a_decision_follows_what_spoke_for_it(
    case: Case, draft: Draft, proposal: Callable[..., Proposal], aligned: Callable[..., PairAlignment]
) -> None:
    seen = replace(proposal(2, 6, 0.6), reasons=(Reason("words", 0.5, (Span(0, 9),), (Span(0, 4),)),))
    case.record_run("test-2", "{}", [aligned(seen)])
    (match,) = case.matches
    case.decide([match], Verdict.CONFIRMED)
    later = draft("It closes.", "That is on Monday, and for two years at the very least.")
    old = tuple(Carried(place, (), Fate.GONE) for place in range(4))
    old = (old[0], Carried(1, (0, 1), Fate.SPLIT), *old[2:])
    case.update_source(A, later, Comparison(old, ((), ())))
    assert case.match_between(case.statements(A)[0].id, StatementId(6)) is not None
    assert case.match_between(case.statements(A)[1].id, StatementId(6)) is None


def test_what_stands_was_carried_and_its_history_goes_on(
    decided: Case, later: SourceDraft, on_disk: OnDisk
) -> None:
    rows = on_disk("SELECT * FROM decisions")
    update(decided, A, later, PLACES)
    match = decided.match_between(decided.statements(A)[0].id, StatementId(5))
    assert match is not None
    assert match.reasons == decided._state.matches.all[M1].reasons
    assert [(row.match, row.act) for row in decided.decisions(match.id)] == [
        (M1, Act.VERDICT),
        (match.id, Act.CARRY),
    ]
    assert on_disk("SELECT * FROM decisions")[: len(rows)] == rows
    live = on_disk('SELECT s.text, v.verdict FROM live_verdicts AS v JOIN statements AS s ON s.id = v."left"')
    assert sorted(live) == [("Nobody died.", "confirmed"), ("The old bridge closes", "confirmed")]


def test_all_texts_stay_readable(decided: Case, later: SourceDraft, path: Path) -> None:
    first = decided.source(A)
    before = decided.statements(A)
    (only,) = decided.versions(A)
    assert (only.number, only.text, only.statements, only.is_present) == (1, first.text, before, True)
    update(decided, A, later, PLACES)
    decided.close()
    with Case.open(path) as case:
        old, new = case.versions(A)
        assert (old.text, old.sha256, old.imported_at, old.name) == (
            *(first.text, first.sha256, first.imported_at, first.name),
        )
        assert (old.statements, old.is_present) == (before, False)
        assert (new.number, new.text, new.name, new.is_present) == (2, later.article.text, "later.html", True)
        assert new.statements == case.statements(A)
        assert case.source(A).text == later.article.text
        assert case.holds(later.article.sha256) == case.source(A)


def test_it_is_undone_and_redone_as_one_entry(decided: Case, later: SourceDraft, path: Path) -> None:
    before = snapshot(decided)
    update(decided, A, later, PLACES)
    after = snapshot(decided)
    decided.undo()
    assert snapshot(decided) == before
    assert [each.is_present for each in decided.versions(A)] == [True, False]
    assert [each.text for each in decided.versions(A)[1].statements] == list(LATER)
    assert check(path) == ()
    decided.redo()
    assert snapshot(decided) == after
    decided.close()
    with Case.open(path) as case:
        assert snapshot(case) == after
        case.undo()
        assert snapshot(case) == before
        assert case.source(A).text.startswith("The old bridge closes\nIt closes")
    assert check(path) == ()


def test_a_third_version_follows_the_second_also_after_an_undo(
    decided: Case, later: SourceDraft, draft: Draft, path: Path
) -> None:
    update(decided, A, later, PLACES)
    decided.undo()
    update(decided, A, draft("The old bridge closes", "Twelve people were hurt."), {StatementId(3): 1})
    assert [(each.number, each.is_present) for each in decided.versions(A)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    first, last = (each.id for each in decided.statements(A))
    assert decided.match_between(first, StatementId(5)) is None, "nobody said where the title went"
    kept = decided.match_between(last, StatementId(7))
    assert kept is not None
    assert decided.standing(kept.id).relation is Relation.DIFFERS
    assert sorted(orphan.match.id for orphan in decided.orphans()) == [1, 2, 4]
    assert check(path) == ()


def test_what_waits_still_waits_in_the_next_version(
    decided: Case, later: SourceDraft, draft: Draft, path: Path
) -> None:
    update(decided, A, later, PLACES)
    shown = decided.statements(A)
    third = draft("Title", "Thirteen people were hurt.")
    update(decided, A, third, {shown[2].id: 1})
    (match,) = decided.matches
    assert decided.is_flagged(match), "the words are those of the version before, but not of the verdict"
    (former,) = decided.formers(match)
    assert former.match.id == M3
    update(decided, A, draft("Title", "Nothing."), {})
    assert M3 not in {orphan.match.id for orphan in decided.orphans()}
    orphan = next(orphan for orphan in decided.orphans() if orphan.match.id == match)
    assert orphan.standing == Standing(Verdict.CONFIRMED, Relation.DIFFERS, "12 or 15?")
    assert check(path) == ()


def test_an_orphan_is_put_where_the_analyst_says(decided: Case, later: SourceDraft, path: Path) -> None:
    update(decided, A, later, PLACES)
    place = decided.statements(A)[3].id
    change = decided.reattach(M2, place, StatementId(6))
    assert change.entry is not None
    assert change.entry.kind is EntryKind.REATTACH
    match = decided.match_between(place, StatementId(6))
    assert match is not None
    assert decided.standing(match.id) == Standing(Verdict.REJECTED)
    assert decided.orphans() == ()
    with pytest.raises(ValueError, match="no orphan"):
        decided.reattach(M2, place, StatementId(6))
    decided.undo()
    assert [orphan.match.id for orphan in decided.orphans()] == [M2]
    assert decided.match_between(place, StatementId(6)) is None
    decided.redo()
    assert decided.orphans() == ()
    decided.close()
    assert check(path) == ()


def test_an_orphan_is_put_on_statements_that_stand(decided: Case, later: SourceDraft) -> None:
    update(decided, A, later, PLACES)
    with pytest.raises(ValueError, match="in the place of"):
        decided.reattach(M2, StatementId(2), StatementId(6))
    with pytest.raises(ValueError, match="one source"):
        decided.reattach(M2, StatementId(5), StatementId(6))
    there = decided.match_between(decided.statements(A)[1].id, StatementId(7))
    assert there is not None
    decided.annotate(there.id, "seen")
    decided.reattach(M2, there.right, there.left)
    assert decided.standing(there.id) == Standing(Verdict.REJECTED, note="seen")


def test_a_note_without_a_verdict_is_kept_too(case: Case, draft: Draft) -> None:
    case.annotate(M1, "odd")
    case.annotate(M2, "gone")
    update(case, A, draft("The old bridge closes at last"), {StatementId(1): 0})
    (match,) = case.matches
    assert case.standing(match) == Standing(note="odd")
    assert case.is_flagged(match)
    (orphan,) = case.orphans()
    assert orphan.standing == Standing(note="gone")
    case.reattach(M2, case.statements(A)[0].id, StatementId(6))
    found = case.match_between(case.statements(A)[0].id, StatementId(6))
    assert found is not None
    assert case.standing(found.id).note == "gone"


def test_other_spaces_are_the_same_words(decided: Case, draft: Draft) -> None:
    update(decided, A, draft("The  old bridge\u00a0closes"), {StatementId(1): 0})
    (match,) = decided.matches.values()
    assert decided.standing(match.id) == Standing(Verdict.CONFIRMED, Relation.AGREES)
    assert all(not reason.left and reason.right for reason in match.reasons[:1]), "marks are not shifted"


def test_proposals_stay_on_the_same_words_until_aligned(
    case: Case, later: SourceDraft, proposal: Callable[..., Proposal], aligned: Callable[..., PairAlignment]
) -> None:
    update(case, A, later, PLACES)
    (match,) = case.matches.values()
    assert (match.left, match.right, match.confidence) == (case.statements(A)[0].id, 5, 0.9)
    case.record_run("test-2", "{}", [aligned(proposal(match.left + 2, 7, 0.8))])
    assert [(each.left, each.right) for each in case.matches.values()] == [(match.left + 2, 7)]
    assert case.is_aligned


def test_signals_go_with_the_same_words(case: Case, later: SourceDraft) -> None:
    start = case.statement(StatementId(4)).start
    case.record_signals({StatementId(4): [Signal(SignalKind.NEGATION, start, start + 6, "Nobody", None)]})
    update(case, A, later, PLACES)
    moved = case.statements(A)[1]
    assert moved.signals == (Signal(SignalKind.NEGATION, moved.start, moved.start + 6, "Nobody", None),)
    text = case.source(A).text
    assert text[moved.signals[0].start : moved.signals[0].end] == "Nobody"


def test_what_a_source_lacks_is_taken_from_the_later_text_and_the_rest_left(
    case: Case, later: SourceDraft
) -> None:
    case.edit_source(A, SourceProperties("My title", None, None, None, "en"))
    article = replace(later.article, title="Other", outlet="The Post", published="2024-05-08")
    update(case, A, replace(later, article=article), {})
    source = case.source(A)
    assert (source.title, source.outlet, source.published) == ("My title", "The Post", "2024-05-08")
    assert not source.published_assumed
    case.undo()
    source = case.source(A)
    assert (source.outlet, source.published, source.published_assumed) == (None, "2024-05-06", True)


def test_each_version_has_its_original(case: Case, later: SourceDraft) -> None:
    article = replace(later.article, original=b"<p>later", media_type="text/html")
    update(case, A, replace(later, article=article), PLACES)
    kept = case.original(A)
    assert kept is not None
    assert kept.data == b"<p>later"
    assert case.original(A, 1) is None
    case.undo()
    assert case.original(A) is None
    assert case.original(A, 2) == kept


def test_the_same_bytes_are_no_later_version(case: Case, later: SourceDraft, on_disk: OnDisk) -> None:
    for sha256 in (case.source(A).sha256, case.source(B).sha256):
        same = replace(later, article=replace(later.article, sha256=sha256))
        with pytest.raises(CaseError) as caught:
            update(case, A, same, {})
        assert caught.value.problem is Problem.SAME_AS_ANOTHER
    stale = compare_versions(case.statements(A), later)
    case.split(StatementId(2), case.statement(StatementId(2)).start + 2)
    with pytest.raises(ValueError, match="what stands now"):
        case.update_source(A, later, stale)
    assert on_disk("SELECT count(*) FROM versions") == [(0,)]


def test_a_text_changes_only_with_its_version(decided: Case, path: Path, later: SourceDraft) -> None:
    update(decided, A, later, PLACES)
    decided.close()
    with closing(sqlite3.connect(path)) as other:
        for sql in (
            "UPDATE sources SET text = 'x'",
            "UPDATE sources SET name = 'x', version = version",
            "DELETE FROM versions",
            "UPDATE carryings SET match = NULL",
            "DELETE FROM statement_changes",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(sql)
