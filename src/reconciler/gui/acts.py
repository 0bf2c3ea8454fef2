"""What the analyst does to matches and sources, as acts that can wait for room on the disk.

Each says what it writes, and what is shown of its matches until it is written.
"""

from collections.abc import Sequence
from dataclasses import replace

from reconciler.gui.waiting_acts import PendingAct
from reconciler.model import (
    MatchId,
    Proposal,
    Relation,
    SourceId,
    SourceProperties,
    Standing,
    StatementId,
    Verdict,
)


def decided(match: MatchId, verdict: Verdict, relation: Relation | None) -> PendingAct:
    """Set a verdict; without a relation a confirmed match keeps the one it has."""
    confirmed = verdict is Verdict.CONFIRMED

    def preview(before: Standing) -> Standing:
        kept = relation or before.relation
        return replace(before, verdict=verdict, relation=kept if confirmed else None)

    return PendingAct(lambda case: case.decide([match], verdict, relation), (match,), preview)


def all_decided(matches: tuple[MatchId, ...], verdict: Verdict) -> PendingAct:
    """Set one verdict on several matches."""
    return PendingAct(
        lambda case: case.decide(matches, verdict),
        matches,
        lambda before: replace(before, verdict=verdict),
    )


def related(match: MatchId, relation: Relation) -> PendingAct:
    """Set what a match is; that confirms it."""
    return PendingAct(
        lambda case: case.relate(match, relation),
        (match,),
        lambda before: replace(before, verdict=Verdict.CONFIRMED, relation=relation),
    )


def cleared(match: MatchId) -> PendingAct:
    """Take verdict and relation away; a match made by hand is unlinked."""
    return PendingAct(lambda case: case.clear([match]), (match,), lambda before: Standing(note=before.note))


def annotated(match: MatchId, note: str) -> PendingAct:
    """Set the note of a match."""
    return PendingAct(
        lambda case: case.annotate(match, note), (match,), lambda before: replace(before, note=note)
    )


def linked(statements: Sequence[StatementId], scores: Sequence[Proposal]) -> PendingAct:
    """Link statements of several sources; `scores` is what the model says of these pairs, if it is known."""
    return PendingAct(lambda case: case.link_all(statements, scores))


def source_edited(source: SourceId, properties: SourceProperties) -> PendingAct:
    """Correct what is known of a source."""
    return PendingAct(lambda case: case.edit_source(source, properties))
