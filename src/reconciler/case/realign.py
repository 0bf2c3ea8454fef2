"""What an automatic alignment makes of the matches that a case holds already."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconciler.case.records import Batch, Pair
from reconciler.case.state import State
from reconciler.model import MadeBy, Match, MatchId, Proposal, Run, StatementId

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment


def plan(state: State, run: Run, alignments: "Sequence[PairAlignment]") -> Batch:
    """Replace the proposals of these pairs of sources by those of the run.

    What the analyst has worked on stays: a decided match keeps all that was known of it but its
    run, a proposal with a note stays in view though it is not proposed any more. Of the other
    proposals that are not repeated, those that were ever decided leave view and stay in the
    file, the rest is deleted.

    Raises:
        ValueError: a proposal whose left statement does not belong to the source that stands first.
    """
    pairs = {(alignment.left, alignment.right) for alignment in alignments}
    proposals = {
        _checked_pair(state, proposal): proposal
        for alignment in alignments
        for proposal in alignment.proposals
    }
    changed: list[Match] = []
    deleted: list[MatchId] = []
    for match in _matches_of(state, pairs):
        proposal = proposals.pop((match.left, match.right), None)
        if proposal is not None:
            after = _repeated(state, match, proposal, run)
        elif _is_untouched(state, match):
            deleted.append(match.id)
            continue
        else:
            after = _not_repeated(state, match)
        if after != match:
            changed.append(after)
    new = tuple(
        Match(MatchId(number), *pair, float(proposal.confidence), MadeBy.MODEL, run.id, proposal.reasons)
        for number, (pair, proposal) in enumerate(sorted(proposals.items()), state.last.match + 1)
    )
    return Batch(
        run=run,
        aligned=tuple(sorted(pairs)),
        new_matches=new,
        changed_matches=tuple(changed),
        deleted_matches=tuple(deleted),
    )


def _checked_pair(state: State, proposal: Proposal) -> tuple[StatementId, StatementId]:
    pair = (proposal.left, proposal.right)
    if state.matches.ordered(*pair) != pair:
        raise ValueError(f"proposal {pair} is the wrong way round")
    return pair


def _matches_of(state: State, pairs: set[Pair]) -> Iterator[Match]:
    return (match for match in state.matches.all.values() if state.matches.sources_of(match) in pairs)


def _is_untouched(state: State, match: Match) -> bool:
    return not state.ledger.decisions(match.id)


def _repeated(state: State, match: Match, proposal: Proposal, run: Run) -> Match:
    if state.ledger.standing(match.id).verdict is None:
        return replace(match, confidence=float(proposal.confidence), reasons=proposal.reasons, run=run.id)
    return replace(match, run=run.id)


def _not_repeated(state: State, match: Match) -> Match:
    standing = state.ledger.standing(match.id)
    if standing.verdict is None and standing.note:
        return match
    return replace(match, run=None)
