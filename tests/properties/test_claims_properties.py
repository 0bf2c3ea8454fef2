"""Whatever the order in which sources were added, the claims are the same to the last one."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.in_lines import in_lines

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import ClaimTable, claim_table
from reconciler.model import (
    Article,
    ClaimField,
    Proposal,
    Relation,
    SourceDraft,
    SourceId,
    StatementId,
    Verdict,
)

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it
WORDINGS = ("Twelve were hurt.", "Fifteen were hurt.", "A long sentence about the fire in the mill.", "Rain.")
Place = tuple[int, int]
"""A source and a statement of it, counted from 0, whatever their numbers in a case are."""


@dataclass(frozen=True)
class Story:
    """Articles and what was decided of their statements."""

    articles: tuple[tuple[str, ...], ...]
    dates: tuple[str | None, ...]
    verdicts: tuple[tuple[Place, Place, Verdict | None, Relation | None], ...]
    silences: tuple[tuple[Place, int], ...]
    named: tuple[tuple[Place, str], ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    articles = draw(
        st.lists(st.lists(st.sampled_from(WORDINGS), min_size=1, max_size=4), min_size=2, max_size=5)
    )
    places = [(one, number) for one, sentences in enumerate(articles) for number in range(len(sentences))]
    pairs = [(one, other) for one, other in combinations(places, 2) if one[0] != other[0]]
    verdicts = []
    for one, other in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)):
        verdict = draw(st.sampled_from([None, *Verdict, Verdict.CONFIRMED]))
        relation = draw(st.sampled_from([None, *Relation])) if verdict is Verdict.CONFIRMED else None
        verdicts.append((one, other, verdict, relation))
    silences = draw(
        st.lists(st.tuples(st.sampled_from(places), st.integers(0, len(articles) - 1)), max_size=3)
    )
    named = draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(["one", "two"])), max_size=2))
    dates = draw(st.tuples(*(st.sampled_from([None, "2024-05-06", "2024-05-07"]) for _ in articles)))
    return Story(tuple(map(tuple, articles)), dates, tuple(verdicts), tuple(silences), tuple(named))


def draft(number: int, sentences: Sequence[str], date: str | None) -> SourceDraft:
    text, segments = in_lines(sentences)
    outlet = f"Outlet {number}"
    article = Article(f"{number}.txt", text, f"{number:064}", f"T{number}", outlet, published=date)
    return SourceDraft(article, "en", segments)


def told(story: Story, order: Sequence[int], folder: Path) -> tuple[set[object], object, set[object]]:
    """Return the claims of a story whose sources were added in this order, in words that no order is in."""
    with Case.create(folder / f"{'-'.join(map(str, order))}.reconciler", analyst="Ada") as case:
        case.add_sources([draft(one, story.articles[one], story.dates[one]) for one in order])
        source_of = {one: source.id for one, source in zip(order, case.sources, strict=True)}
        number = {
            (one, place): each.id
            for one, source in source_of.items()
            for place, each in enumerate(case.statements(source))
        }
        _align(case, story, source_of, number)
        for one, other, verdict, relation in story.verdicts:
            match = case.match_between(number[one], number[other])
            if match is not None and verdict is not None:
                case.decide([match.id], verdict, relation)
        for place, source in story.silences:
            silent = number[place], source_of[source]
            if place[0] != source and not any(
                case.standing(each).verdict is Verdict.CONFIRMED
                for each in case.matches_of(silent[0])
                if silent[1] in {case.statement(end).source for end in case.ends(each)}
            ):
                case.set_silence(*silent, searched=True)
        for place, text in story.named:
            case.edit_claim(number[place], ClaimField.LABEL, text)
        return _in_words(claim_table(ClaimFacts.of(case)), {each: place for place, each in number.items()})


def _align(
    case: Case, story: Story, source_of: dict[int, SourceId], number: dict[Place, StatementId]
) -> None:
    for one, other in combinations(source_of, 2):
        left, right = sorted((one, other), key=source_of.__getitem__)
        pairs = [
            sorted((number[first], number[second]))
            for first, second, _, _ in story.verdicts
            if {first[0], second[0]} == {one, other}
        ]
        proposals = [Proposal(first, second, 0.75, ()) for first, second in pairs]
        case.record_run("test", "{}", [PairAlignment(source_of[left], source_of[right], tuple(proposals))])


def _in_words(
    table: ClaimTable, place_of: dict[StatementId, Place]
) -> tuple[set[object], object, set[object]]:
    names = {source.id: source.outlet for source in table.sources}
    claims: set[object] = {
        (
            frozenset(place_of[each] for each in claim.claim.statements),
            claim.claim.basis,
            claim.words,
            place_of[claim.label],
            claim.outlets,
            frozenset(claim.origins),
            claim.first,
            claim.standing.label,
            frozenset(
                (names[cell.source], cell.state, frozenset(map(place_of.__getitem__, cell.statements)))
                for cell in claim.cells
            ),
        )
        for claim in table.claims
    }
    # Between which statements a triangle lies, not which of them was added first.
    implied: set[object] = {
        (frozenset({place_of[each.left], place_of[each.right]}), each.is_conflict) for each in table.triangles
    }
    return claims, table.account, implied


@given(stories(), st.data())
@settings(max_examples=40)
def test_the_order_of_the_sources_changes_no_claim(story: Story, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(story.articles))))
    folder = Path(tempfile.mkdtemp(prefix="claims-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        (folder / "a").mkdir()
        (folder / "b").mkdir()
        plain = told(story, range(len(story.articles)), folder / "a")
        assert told(story, order, folder / "b") == plain
        claims, account, _ = plain
        assert claims
        assert 0 <= account.share <= 1  # type: ignore[attr-defined]
    finally:
        shutil.rmtree(folder)
