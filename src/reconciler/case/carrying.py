"""What becomes of decisions when statements of a source give way to others."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from reconciler.case.plans import Ruling
from reconciler.case.records import Carrying, Outcome
from reconciler.case.state import State
from reconciler.model import (
    Act,
    Match,
    MatchId,
    Pin,
    Reason,
    Standing,
    Statement,
    StatementId,
)


@dataclass(frozen=True, slots=True)
class Heir:
    """The statement that stands in the place of one that was retired; `same` when its words are the same."""

    statement: Statement
    same: bool


HeirOf = Callable[[Match, StatementId], Heir | None]
"""Answers in whose place a retired statement stands for a match, or that nothing does."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The matches, decisions and rows that carry over what was decided.

    `moved` names the match in whose place another one stands now, decided or not.
    """

    matches: tuple[Match, ...]
    rulings: tuple[Ruling, ...]
    carryings: tuple[Carrying, ...]
    moved: Mapping[MatchId, MatchId]


@dataclass(frozen=True, slots=True)
class _Moving:
    """A match on its way to other statements."""

    match: Match
    standing: Standing
    heir: Heir
    is_flagged: bool

    @property
    def is_decided(self) -> bool:
        noted = bool(self.standing.note) and self.match.run is not None
        return self.standing.verdict is not None or self.is_flagged or noted

    @property
    def stands(self) -> bool:
        return self.heir.same and not self.is_flagged


def carry(state: State, retired: AbstractSet[StatementId], heir_of: HeirOf) -> Carried:
    """Carry over what was decided of matches whose statement on one side is retired.

    On a statement of the same words it stands; on one of other words it waits for a verdict of
    its own, the former one in sight; without an heir it is an orphan. A proposal that nobody
    decided is kept where the words are the same, until the pair is aligned again. Where several
    decided matches come to one, they stand only if all say the same of the same words.
    """
    moving: dict[tuple[StatementId, StatementId], list[_Moving]] = defaultdict(list)
    orphans: list[Carrying] = []
    for match in state.matches.of_statements(retired):
        side = match.left if match.left in retired else match.right
        other = match.right if side == match.left else match.left
        if other in state.retired or _is_left_to_the_file(state, match):
            continue
        heir = heir_of(match, side)
        one = _Moving(
            match,
            state.ledger.standing(match.id),
            heir or Heir(state.statements[side], same=False),
            state.ledger.is_flagged(match.id),
        )
        if heir is not None:
            pair = (heir.statement.id, other) if side == match.left else (other, heir.statement.id)
            moving[pair].append(one)
        elif one.is_decided:
            orphans.append(Carrying(state.next_entry, match.id, None, Outcome.GONE))
    return _arrived(state, moving, retired, orphans)


def resolved(state: State, match: MatchId) -> Standing:
    """Return the verdict that stands for a match or, while it waits for one, that of its formers."""
    standing = state.ledger.standing(match)
    if standing.verdict is not None:
        return standing
    before = (resolved(state, each.former) for each in state.ledger.carried_into(match))
    verdict = next((each for each in before if each.verdict is not None), None)
    return standing if verdict is None else replace(verdict, note=joined([verdict.note, standing.note]))


def put(
    former: Match, pair: tuple[StatementId, StatementId], number: MatchId, reworded: AbstractSet[StatementId]
) -> Match:
    """Return the match of two other statements that takes over what is known of a former one.

    Of statements whose words are not the same any more nothing is marked.
    """
    reasons = tuple(
        Reason(
            reason.name,
            reason.value,
            () if former.left in reworded else reason.left,
            () if former.right in reworded else reason.right,
        )
        for reason in former.reasons
    )
    return replace(former, id=number, left=pair[0], right=pair[1], reasons=reasons)


def _arrived(
    state: State,
    moving: Mapping[tuple[StatementId, StatementId], Sequence[_Moving]],
    retired: AbstractSet[StatementId],
    orphans: Sequence[Carrying],
) -> Carried:
    matches: list[Match] = []
    rulings: list[Ruling] = []
    carryings = list(orphans)
    moved: dict[MatchId, MatchId] = {}
    for pair, arriving in sorted(moving.items()):
        decided = [one for one in arriving if one.is_decided]
        stands = all(one.stands for one in decided) and len({one.standing for one in decided}) <= 1
        best = max(decided or arriving, key=lambda one: (one.match.confidence, -one.match.id))
        if not decided and not (best.heir.same and _is_proposed(best)):
            continue
        number = MatchId(state.last.match + 1 + len(matches))
        was = best.match.left if best.match.left in retired else best.match.right
        reworded = {was} if state.statements[was].text != best.heir.statement.text else frozenset()
        match = put(best.match, pair, number, reworded)
        match = match if stands else replace(match, run=None)
        matches.append(match)
        moved.update((one.match.id, number) for one in arriving)
        if decided:
            note = joined([one.standing.note for one in decided])
            standing = decided[0].standing if stands else Standing(note=note)
            rulings.append(Ruling(match, Act.CARRY, standing))
            outcome = Outcome.SAME if stands else Outcome.CHANGED
            carryings += (Carrying(state.next_entry, one.match.id, number, outcome) for one in decided)
    return Carried(tuple(matches), tuple(rulings), tuple(carryings), moved)


def _is_left_to_the_file(state: State, match: Match) -> bool:
    """Whether nobody decided a match with a source that is out of the case.

    The source comes back only once this act is undone, and the match with it.
    """
    is_out = any(state.is_out(source) for source in state.matches.sources_of(match))
    return is_out and not state.ledger.decisions(match.id) and not state.ledger.said(Pin(match.id))


def _is_proposed(one: _Moving) -> bool:
    return one.match.run is not None and one.heir.statement.kind.is_matched


def joined(notes: Sequence[str]) -> str:
    """Return several notes as one."""
    return "\n".join(dict.fromkeys(note for note in notes if note))
