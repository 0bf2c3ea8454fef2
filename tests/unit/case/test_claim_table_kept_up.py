"""A table of claims that is kept up act by act is the one that is made anew."""

import random
from collections.abc import Callable

import pytest

from reconciler.case import Case
from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import claim_table
from reconciler.model import (
    Change,
    ClaimField,
    MadeBy,
    MatchId,
    Relation,
    SourceDraft,
    StatementId,
    Verdict,
)


def acts(case: Case, chance: random.Random) -> Change:  # noqa: PLR0911  # a list of acts
    """Do anything that an analyst may do without changing statements or sources."""
    match = chance.choice(list(case.matches))
    statement = StatementId(chance.randint(1, 10))
    source = chance.choice([each.id for each in case.sources])
    match chance.randint(0, 6):
        case 0:
            return case.decide([match], Verdict.CONFIRMED, chance.choice([None, *Relation]))
        case 1:
            return case.decide([match], chance.choice([Verdict.REJECTED, Verdict.UNSURE]))
        case 2 if case.matches[match].made_by is MadeBy.MODEL:
            return case.clear([match])
        case 3:
            return case.edit_claim(statement, ClaimField.LABEL, chance.choice(["", "ours", str(statement)]))
        case 4:
            return case.edit_claim(statement, ClaimField.ASSESSMENT, chance.choice(["", "unclear"]))
        case 5:
            return case.undo()
        case _:
            try:
                return case.set_silence(statement, source, chance.random() < 0.7)
            except ValueError:
                return Change(None)


@pytest.mark.parametrize("seed", range(8))
def test_kept_up_or_made_anew_is_all_the_same(
    case: Case, draft: Callable[..., SourceDraft], seed: int
) -> None:
    case.add_sources([draft("Third", "It closes on Monday.", "Nobody was hurt.")])
    case.link([StatementId(3)], [StatementId(10)])
    case.clear([MatchId(1)])
    chance = random.Random(seed)  # noqa: S311  # acts for a test
    table = claim_table(ClaimFacts.of(case))
    for _ in range(60):
        change = acts(case, chance)
        facts = ClaimFacts.of(case)
        anew = claim_table(facts)
        if change.structure or change.sources:
            table = anew
            continue
        touched = change.statements.union(*(case.ends(each) for each in change.matches))
        table = claim_table(facts, table, touched)
        assert table == anew


def test_what_nothing_touched_is_taken_over_as_it_was(case: Case) -> None:
    case.decide([MatchId(1), MatchId(2)], Verdict.CONFIRMED)
    before = claim_table(ClaimFacts.of(case))
    change = case.relate(MatchId(1), Relation.CONTRADICTS)
    after = claim_table(ClaimFacts.of(case), before, [*case.ends(MatchId(1)), *change.statements])
    same = [one is other for one, other in zip(before.claims, after.claims, strict=True)]
    assert same == [False, *[True] * (len(same) - 1)]
