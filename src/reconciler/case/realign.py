"""What an automatic alignment makes of the matches that a case holds already."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconciler.case import acts
from reconciler.case.plans import Plan
from reconciler.case.records import Batch, EntryRows, Pair, Replaced
from reconciler.case.state import State
from reconciler.model import (
    EntryKind,
    MadeBy,
    Match,
    MatchId,
    Pin,
    Proposal,
    Run,
    RunId,
    StatementId,
)

if TYPE_CHECKING:
    from reconciler.alignment import PairAlignment, Settings


def record(state: State, run: Run, alignments: "Sequence[PairAlignment]") -> Batch:
    """Replace the proposals of these pairs of sources by those of the run.

    What the analyst has worked on stays: a decided match keeps all that was known of it but its
    run, a proposal with a note or a pin stays in view though it is not proposed any more. Of the other
    proposals that are not repeated, those that the history speaks of leave view and stay in the
    file, the rest is deleted. An alignment of statements that were mended meanwhile, or of a source
    that was taken out, is dropped; its pair is still to be aligned.

    Raises:
        ValueError: a proposal whose left statement does not belong to the source that stands first.
    """
    current = _current(state, alignments)
    changed, deleted, new = _outcome(state, run, current)
    return Batch(
        run=run if current else None,
        aligned=dict.fromkeys(sorted(_pairs(current)), run.id),
        new_matches=new,
        changed_matches=changed,
        deleted_matches=deleted,
    )


def again(state: State, run: Run, settings: "Settings", alignments: "Sequence[PairAlignment]") -> Plan | None:
    """Plan to align these pairs of sources again, with these settings from now on.

    As `record`, but nothing is deleted: what was proposed is kept with the entry, for undo.

    Raises:
        ValueError: as `record`, or a reach that is not between 0 and 1.
    """
    edits = acts.setting_edits(state, settings)
    current = _current(state, alignments)
    if not current:
        return acts.set_settings(state, settings)
    changed, deleted, new = _outcome(state, run, current)
    dropped = (replace(state.matches.all[each], run=None) for each in deleted)
    pairs = sorted(_pairs(current))
    return Plan(
        EntryKind.REALIGN,
        batch=Batch(
            rows=EntryRows(settings=edits),
            run=run,
            aligned=dict.fromkeys(pairs, run.id),
            replaced=proposed(state, pairs),
            new_matches=new,
            changed_matches=(*changed, *dropped),
        ),
    )


def rank(state: State, run: Run, proposals: Iterable[Proposal]) -> Batch:
    """Give what is proposed and undecided another confidence and other reasons; all else is passed over."""
    changed = []
    for proposal in proposals:
        match = state.matches.between(proposal.left, proposal.right)
        if match is not None and _is_pending(state, match):
            after = replace(match, confidence=float(proposal.confidence), reasons=proposal.reasons)
            if after != match:
                changed.append(replace(after, run=run.id))
    return (
        Batch(run=None if run.id in state.runs else run, changed_matches=tuple(changed))
        if changed
        else Batch()
    )


def run_of(state: State, at: str, model: str, settings: str) -> Run:
    """Return the last run when it was one of this model with these settings, else a new one."""
    last = state.runs.get(RunId(state.last.run))
    if last is not None and (last.model, last.settings) == (model, settings):
        return last
    return Run(RunId(state.last.run + 1), at, model, settings)


def restored(state: State, replaced: Replaced) -> Batch:
    """Put back what was proposed before an entry, and keep what is proposed now, for the way forward."""
    before = {match.id: match for match in replaced.proposals}
    changed = []
    for match in _matches_of(state, set(replaced.runs)):
        former = before.get(match.id)
        after = (
            replace(match, run=None)
            if former is None
            else replace(match, confidence=former.confidence, reasons=former.reasons, run=former.run)
        )
        if after != match:
            changed.append(after)
    return Batch(
        aligned=replaced.runs, replaced=proposed(state, replaced.runs), changed_matches=tuple(changed)
    )


def proposed(state: State, pairs: Iterable[Pair]) -> Replaced:
    """Return what is proposed in these pairs of sources, by which runs."""
    pairs = tuple(pairs)
    matches = (match for match in _matches_of(state, set(pairs)) if match.run is not None)
    return Replaced(tuple(matches), {pair: state.aligned.get(pair) for pair in pairs})


def _current(state: State, alignments: "Sequence[PairAlignment]") -> "tuple[PairAlignment, ...]":
    """Leave out what was aligned before statements were mended, or a source taken out of the case."""
    return tuple(
        each
        for each in alignments
        if not state.is_out(each.left)
        and not state.is_out(each.right)
        and state.retired.isdisjoint(each.left_units)
        and state.retired.isdisjoint(each.right_units)
        and all(state.retired.isdisjoint((one.left, one.right)) for one in each.proposals)
    )


def _pairs(alignments: "Iterable[PairAlignment]") -> set[Pair]:
    return {(alignment.left, alignment.right) for alignment in alignments}


def _outcome(
    state: State, run: Run, alignments: "Sequence[PairAlignment]"
) -> tuple[tuple[Match, ...], tuple[MatchId, ...], tuple[Match, ...]]:
    """Return the matches that the run changes, those that it drops, and new ones."""
    proposals = {
        _checked_pair(state, proposal): proposal
        for alignment in alignments
        for proposal in alignment.proposals
    }
    changed: list[Match] = []
    dropped: list[MatchId] = []
    for match in _matches_of(state, _pairs(alignments)):
        proposal = proposals.pop((match.left, match.right), None)
        if proposal is not None:
            after = _repeated(state, match, proposal, run)
        elif _is_untouched(state, match):
            dropped.append(match.id)
            continue
        else:
            after = _not_repeated(state, match)
        if after != match:
            changed.append(after)
    new = tuple(
        Match(MatchId(number), *pair, float(proposal.confidence), MadeBy.MODEL, run.id, proposal.reasons)
        for number, (pair, proposal) in enumerate(sorted(proposals.items()), state.last.match + 1)
    )
    return tuple(changed), tuple(dropped), new


def _checked_pair(state: State, proposal: Proposal) -> tuple[StatementId, StatementId]:
    pair = (proposal.left, proposal.right)
    if state.matches.ordered(*pair) != pair:
        raise ValueError(f"proposal {pair} is the wrong way round")
    return pair


def _matches_of(state: State, pairs: set[Pair]) -> Iterator[Match]:
    return (
        match
        for match in state.matches.all.values()
        if state.matches.sources_of(match) in pairs and state.stands(match)
    )


def _is_pending(state: State, match: Match) -> bool:
    proposed_now = match.run is not None and match.id in state.matches.live
    return proposed_now and state.ledger.standing(match.id).verdict is None


def _is_untouched(state: State, match: Match) -> bool:
    is_spoken_of = state.ledger.decisions(match.id) or Pin(match.id) in state.ledger.remarks
    return not is_spoken_of and match.id not in state.held


def _repeated(state: State, match: Match, proposal: Proposal, run: Run) -> Match:
    if state.ledger.standing(match.id).verdict is None:
        return replace(match, confidence=float(proposal.confidence), reasons=proposal.reasons, run=run.id)
    return replace(match, run=run.id)


def _not_repeated(state: State, match: Match) -> Match:
    standing = state.ledger.standing(match.id)
    if standing.verdict is None and (standing.note or state.ledger.said(Pin(match.id))):
        return match
    return replace(match, run=None)
