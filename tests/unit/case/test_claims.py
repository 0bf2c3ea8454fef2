"""Who says what: claims against sources, what the analyst says of them, and what is accounted for."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import ClaimTable, claim_table
from reconciler.export.values import CellState, ClaimRecord
from reconciler.model import (
    Assessment,
    ClaimBasis,
    ClaimField,
    Proposal,
    Relation,
    Signal,
    SignalKind,
    SourceDraft,
    SourceId,
    StatementId,
    Verdict,
)
from reconciler.signals import AttributionValue, Certainty, CertaintyValue, FigureValue, encode

# Statements 1 to 3, 4 to 6 and 7 to 9.
FIRE = ("Fire in the old paper mill by the river", "Twelve people were hurt there.", "The mayor came.")
BLAZE = ("Blaze at the paper mill", "Fifteen people were hurt in the fire.", "Nobody knows the cause.")
SMOKE = ("Smoke over the town", "Twelve were hurt, the fire brigade said.", "It will rain.")


def s(number: int) -> StatementId:
    return StatementId(number)


@pytest.fixture
def mill(tmp_path: Path, draft: Callable[..., SourceDraft]) -> Iterator[Case]:
    """Three articles, of which the second has the earliest date; nothing is proposed."""
    with Case.create(tmp_path / "mill.reconciler", analyst="Ada") as case:
        articles = (FIRE, "2024-05-07"), (BLAZE, "2024-05-06T10:00"), (SMOKE, None)
        case.add_sources([draft(*sentences, published=date) for sentences, date in articles])
        yield case


def table(case: Case) -> ClaimTable:
    return claim_table(ClaimFacts.of(case))


def claim_of(case: Case, statement: int) -> ClaimRecord:
    return next(each for each in table(case).claims if statement in each.claim.statements)


def states(claim: ClaimRecord) -> list[str]:
    return [cell.state.value for cell in claim.cells]


def carry(case: Case, number: int, *values: AttributionValue | CertaintyValue | FigureValue) -> None:
    kinds = {
        AttributionValue: SignalKind.ATTRIBUTION,
        CertaintyValue: SignalKind.CERTAINTY,
        FigureValue: SignalKind.FIGURE,
    }
    statement = case.statement(s(number))
    start, words = statement.start, statement.text.split()[0]
    signals = [Signal(kinds[type(one)], start, start + len(words), words, encode(one)) for one in values]
    case.record_signals({s(number): signals})


def link(case: Case, *chain: int) -> None:
    for one, other in pairwise(chain):
        case.link([s(one)], [s(other)])


def propose(
    case: Case, aligned: Callable[..., object], left: int, right: int, sources: Sequence[int]
) -> None:
    pair = aligned(Proposal(s(left), s(right), 0.8, ()), left=sources[0], right=sources[1])
    case.record_run("test", "{}", [pair])  # type: ignore[list-item]


def test_a_claim_has_a_cell_for_each_source_with_its_words(mill: Case) -> None:
    link(mill, 2, 5, 8)
    claim = claim_of(mill, 2)
    assert claim.claim.statements == (2, 5, 8)
    assert [cell.statements for cell in claim.cells] == [(2,), (5,), (8,)]
    assert states(claim) == ["says", "says", "says"]
    assert (claim.sources, claim.outlets, claim.first) == (3, 3, "2024-05-06T10:00")
    alone = claim_of(mill, 9)
    assert (alone.claim.statements, states(alone)) == ((9,), ["silent", "silent", "says"])
    assert alone.first is None


def test_the_shortest_wording_that_says_enough_names_a_claim(mill: Case) -> None:
    link(mill, 1, 4, 7)
    claim = claim_of(mill, 1)
    assert claim.words == FIRE[0], "two titles are too short to say what it is about"
    link(mill, 2, 5)
    assert claim_of(mill, 2).words == FIRE[1]


def test_the_analyst_names_assesses_and_notes_a_claim(mill: Case) -> None:
    link(mill, 2, 5, 8)
    held = claim_of(mill, 2).said_on
    mill.edit_claim(held[ClaimField.LABEL], ClaimField.LABEL, "How many were hurt")
    mill.edit_claim(held[ClaimField.ASSESSMENT], ClaimField.ASSESSMENT, Assessment.DISPUTED)
    mill.edit_claim(s(8), ClaimField.NOTE, "ask the brigade")
    claim = claim_of(mill, 2)
    assert (claim.words, claim.label) == ("How many were hurt", 2)
    assert (claim.standing.assessment, claim.standing.note) == (Assessment.DISPUTED, "ask the brigade")
    assert claim.said_on[ClaimField.NOTE] == 8, "a note is edited where it stands"
    mill.edit_claim(held[ClaimField.LABEL], ClaimField.LABEL, "5")
    assert (claim_of(mill, 2).words, claim_of(mill, 2).label) == (BLAZE[1], 5)
    mill.edit_claim(held[ClaimField.LABEL], ClaimField.LABEL, "9")
    assert claim_of(mill, 2).label == 2, "a statement of another claim names none of this one"


def test_what_is_led_back_to_another_or_hedged_is_not_said(mill: Case) -> None:
    link(mill, 2, 5, 8)
    carry(mill, 5, AttributionValue("brigade"))
    carry(mill, 8, AttributionValue("brigade"), CertaintyValue(Certainty.HEDGED, "could"))
    assert states(claim_of(mill, 2)) == ["says", "attributed", "hedged"]
    assert len(claim_of(mill, 2).origins) == 2, "two lead back to the brigade, one to itself"
    link(mill, 2, 4)
    assert states(claim_of(mill, 2))[1] == "says", "said plainly once is said"


def test_cells_are_measured_against_the_label(mill: Case) -> None:
    link(mill, 2, 5, 8)
    between = mill.match_between(s(2), s(5))
    assert between is not None
    mill.relate(between.id, Relation.CONTRADICTS)
    # 8 is joined to 5 only: it stands with what contradicts the label.
    assert states(claim_of(mill, 2)) == ["says", "says otherwise", "says otherwise"]
    mill.edit_claim(s(2), ClaimField.LABEL, "8")
    assert states(claim_of(mill, 2)) == ["says otherwise", "says", "says"]
    link(mill, 2, 8)
    assert states(claim_of(mill, 2)) == ["says", "says", "says"], "2 agrees with 8, by the analyst's word"


def test_what_the_program_finds_contradicts_until_the_analyst_says_otherwise(mill: Case) -> None:
    link(mill, 2, 5)
    carry(mill, 2, FigureValue(12, 12, counted=("peopl",)))
    carry(mill, 5, FigureValue(15, 15, counted=("peopl",)))
    claim = claim_of(mill, 2)
    assert states(claim) == ["says", "says otherwise", "silent"]
    assert [each.difference.kind for each in claim.findings] == [SignalKind.FIGURE]
    mill.relate(claim.matches[0], Relation.DIFFERS)
    assert states(claim_of(mill, 2)) == ["says", "says", "silent"]


def test_open_silent_searched(mill: Case, aligned: Callable[..., object]) -> None:
    link(mill, 2, 5)
    propose(mill, aligned, 5, 8, (2, 3))
    assert states(claim_of(mill, 2))[2] == "open"
    pending = mill.match_between(s(5), s(8))
    assert pending is not None
    mill.decide([pending.id], Verdict.UNSURE)
    assert states(claim_of(mill, 2))[2] == "open", "unsure is neither a yes nor a no"
    mill.decide([pending.id], Verdict.REJECTED)
    assert states(claim_of(mill, 2))[2] == "silent"
    mill.set_silence(s(2), SourceId(3), searched=True)
    assert states(claim_of(mill, 2))[2] == "searched"
    mill.undo()
    assert states(claim_of(mill, 2))[2] == "silent"


def test_before_anything_is_confirmed_proposals_make_claims(
    mill: Case, aligned: Callable[..., object]
) -> None:
    propose(mill, aligned, 2, 5, (1, 2))
    found = table(mill)
    assert found.basis is ClaimBasis.PROPOSED
    assert claim_of(mill, 2).claim.statements == (2, 5)
    assert found.account.share == 0, "a proposal accounts for nothing"


def test_everything_can_be_accounted_for(mill: Case) -> None:
    assert (table(mill).account.share, table(mill).account.total) == (0, 9)
    link(mill, 1, 4, 7)
    link(mill, 2, 5)
    account = table(mill).account
    assert (account.matched, account.searched) == (5, 0)
    mill.set_silence(s(3), SourceId(2), searched=True)
    assert table(mill).account.searched == 0, "one source is not yet searched for it"
    mill.set_silence(s(3), SourceId(3), searched=True)
    assert table(mill).account.searched == 1
    for number, others in ((6, (1, 3)), (8, (1, 2)), (9, (1, 2))):
        for source in others:
            mill.set_silence(s(number), SourceId(source), searched=True)
    assert table(mill).account.share == 1


def test_a_confirmed_chain_suggests_what_closes_it(mill: Case, aligned: Callable[..., object]) -> None:
    link(mill, 2, 5, 8)
    [found] = table(mill).triangles
    assert (found.left, found.middle, found.right) == (2, 5, 8)
    assert (found.match, found.is_conflict) == (None, False)
    propose(mill, aligned, 2, 8, (1, 3))
    [found] = table(mill).triangles
    assert found.match is not None
    mill.decide([found.match], Verdict.REJECTED)
    assert table(mill).triangles[0].is_conflict
    mill.decide([found.match], Verdict.CONFIRMED)
    assert table(mill).triangles == ()


def test_a_search_that_found_nothing_denies_what_a_chain_implies(mill: Case) -> None:
    link(mill, 2, 5, 8)
    mill.set_silence(s(8), SourceId(1), searched=True)
    assert [each.is_conflict for each in table(mill).triangles] == [True]
    assert CellState.SEARCHED not in {cell.state for cell in claim_of(mill, 2).cells}


def test_two_statements_of_one_source_make_no_triangle(mill: Case) -> None:
    link(mill, 2, 5)
    link(mill, 3, 5)
    assert table(mill).triangles == ()
