"""Two journals become one: no decision of either is lost, and settled and unsettled make up all."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.alignment import PairAlignment
from reconciler.case import Case, check
from reconciler.case.agreement import Comparison, alike, compare
from reconciler.case.colleague import Colleague
from reconciler.case.voices import Opinion
from reconciler.model import (
    Article,
    Decision,
    Proposal,
    Reason,
    Relation,
    Segment,
    SourceDraft,
    SourceId,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
TEXTS = ("ab cd ef", "gh ij kl")
Place = tuple[int, int]
Step = tuple[str, int, int, Verdict, Relation | None, str]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["decide", "decide", "decide", "note", "clear", "undo", "redo", "search", "split"]),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(Verdict),
        st.sampled_from([None, *Relation]),
        st.sampled_from(["", "x", "y"]),
    ),
    max_size=8,
)


def made(path: Path, analyst: str, order: Sequence[int]) -> Case:
    case = Case.create(path, analyst=analyst)
    drafts = [
        SourceDraft(
            Article(text, text, text),
            "en",
            tuple(Segment(3 * place, 3 * place + 2, StatementKind.SENTENCE) for place in range(3)),
        )
        for text in TEXTS
    ]
    case.add_sources([drafts[number] for number in order])
    proposals = [
        Proposal(StatementId(one), StatementId(one + 3), 0.5, (Reason("words", 0.5),)) for one in (1, 2, 3)
    ]
    case.record_run("test", "{}", [PairAlignment(SourceId(1), SourceId(2), tuple(proposals))])
    return case


def work(case: Case, steps: Sequence[Step], order: Sequence[int]) -> None:
    """Do what the steps say; a place is named by text and ordinal, whatever its number is here."""
    for step in steps:
        what = step[0]
        if what == "undo":
            case.undo()
        elif what == "redo":
            case.redo()
        elif what == "split":
            long = [
                each for source in case.sources for each in case.statements(source.id) if len(each.text) > 1
            ]
            if long and case.analyst == "Bo":
                case.split(long[0].id, long[0].start + 1)
        else:
            judge(case, step, order)


def judge(case: Case, step: Step, order: Sequence[int]) -> None:
    what, one, other, verdict, relation, note = step
    left, right = (SourceId(order.index(text) + 1) for text in (0, 1))
    mine, theirs = case.statements(left), case.statements(right)
    ends = mine[one % len(mine)].id, theirs[other % len(theirs)].id
    match = case.match_between(*ends)
    if what == "search":
        standings = [case.standing(each).verdict for each in case.matches_of(ends[0])]
        if Verdict.CONFIRMED not in standings:
            case.set_silence(ends[0], right, True)
    elif match is None:
        case.link([ends[0]], [ends[1]])
    elif what == "note":
        case.annotate(match.id, note)
    elif what == "clear":
        case.clear([match.id])
    else:
        case.decide([match.id], verdict, relation if verdict is Verdict.CONFIRMED else None)


def pairs(case: Case) -> dict[tuple[str, str], Standing]:
    """What stands for each pair that is decided, by the words of its statements."""
    return {
        words(case, number): case.standing(number)
        for number in case.decided_matches()
        if case.standing(number).verdict is not None
    }


def words(case: Case, number: int) -> tuple[str, str]:
    texts = sorted(case.statement(end).text for end in case.ends(number))  # type: ignore[arg-type]  # a match
    return texts[0], texts[1]


def told(case: Case, rows: Sequence[Decision]) -> set[tuple[object, ...]]:
    return {(words(case, row.match), row.analyst, row.at, row.standing) for row in rows}


@settings(max_examples=40, deadline=None)
@given(STEPS, STEPS, STEPS, st.permutations([0, 1]))
def test_nothing_is_lost_and_nothing_is_overwritten(
    ours: list[Step], theirs: list[Step], later: list[Step], order: list[int]
) -> None:
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    try:
        with (
            made(folder / "ada.reconciler", "Ada", (0, 1)) as case,
            made(folder / "bo.reconciler", "Bo", order) as other,
        ):
            work(case, ours, (0, 1))
            work(other, theirs, order)
            merged(case, other)
            work(other, later, order)
            merged(case, other)
            merged(other, case)
        for name in ("ada", "bo"):
            assert check(folder / f"{name}.reconciler") == ()
    finally:
        shutil.rmtree(folder)


def merged(case: Case, other: Case) -> None:
    journal, before, waiting = case.journal(), pairs(case), {words(case, each) for each in case.disputes()}
    stands = {words(case, number): case.standing(number) for number in case.matches}
    texts = {each.text for source in case.sources for each in case.statements(source.id)}
    colleague = Colleague.of(other)
    said = {words(other, number): each for number, each in colleague.standings.items() if each.verdict}
    said = {pair: each for pair, each in said.items() if texts.issuperset(pair)}
    agreement, arrival = compare(case, colleague), case.foresee_bringing_in(colleague)
    case.bring_in(colleague)

    assert case.journal()[: len(journal)] == journal
    joined = [
        row
        for number, rows in colleague.rows.items()
        for row in rows
        if texts.issuperset(words(other, number))
    ]
    assert told(other, joined) <= told(case, case.journal())
    settled, unsettled = pairs(case), {words(case, each) for each in case.disputes()}
    assert settled.keys().isdisjoint(unsettled)
    assert settled.keys() | unsettled == before.keys() | waiting | said.keys()
    for pair, standing in settled.items():
        mine, its = before.get(pair), said.get(pair)
        assert standing.verdict in [each.verdict for each in (mine, its) if each is not None]
        if mine is not None:
            assert standing.verdict is mine.verdict
            assert standing.relation is mine.relation or mine.relation is None
    for each in agreement.disagreements:
        if each.match is not None and arrival.rows and arrival.known == 0:
            assert words(case, each.match) in unsettled
    both = agreement.of(Comparison.ALIKE)
    assert agreement.matches.judged == len(both) + len(agreement.disagreements)
    assert case.bring_in(colleague).entry is None
    if arrival.rows or arrival.silences:
        case.undo()
        assert {words(case, number): case.standing(number) for number in case.matches} == stands
        assert pairs(case) == before
        case.redo()
        assert (pairs(case), {words(case, each) for each in case.disputes()}) == (settled, unsettled)


def test_alike_goes_both_ways_round() -> None:
    standings = [Standing(verdict) for verdict in Verdict]
    standings += [Standing(Verdict.CONFIRMED, relation) for relation in Relation]
    opinions = [Opinion("", "", each) for each in standings]
    assert all(alike(one, other) is alike(other, one) for one in opinions for other in opinions)
