"""A case as values, for an export."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reconciler.case.claim_facts import ClaimFacts
from reconciler.case.claim_table import claim_table
from reconciler.case.findings import findings
from reconciler.export.values import (
    Dossier,
    FindingRecord,
    JournalRow,
    MatchRecord,
    RemarkRow,
    SourceRecord,
)
from reconciler.model import Pin

if TYPE_CHECKING:
    from reconciler.case.case import Case


def dossier(case: "Case", made: str) -> Dossier:
    """Return all that an export shows of a case; `made` is the moment that it is dated with."""
    matches = {
        number: MatchRecord(match, case.standing(number), case.differences(number), case.is_flagged(number))
        for number, match in case.matches.items()
    }
    rows = [
        JournalRow(decision, *(case.statement(end) for end in case.ends(decision.match)))
        for decision in case.journal()
    ]
    present = {each.id for source in case.sources for each in case.statements(source.id)}
    return Dossier(
        name=case.name,
        made=made,
        sources=tuple(
            SourceRecord(source, case.statements(source.id), case.versions(source.id))
            for source in case.sources
        ),
        matches=tuple(matches.values()),
        claims=claim_table(ClaimFacts.of(case)).claims,
        findings=tuple(
            FindingRecord(each.match.id, each.difference, each.likelihood) for each in findings(case)
        ),
        journal=tuple(rows),
        remarks=tuple(_remarks(case)),
        entries=case.entries(),
        runs=tuple(case.runs.values()),
        silences=case.silences(),
        pins=case.pinned() & matches.keys(),
        said={number: said for number, said in case.claim_standings().items() if number in present},
        settings=case.settings,
        orphans=len(case.orphans()),
    )


def _remarks(case: "Case") -> Iterator[RemarkRow]:
    for entry in case.entries():
        for remark in case.remarks_of(entry.id):
            about = remark.about
            ends = case.ends(about.match) if isinstance(about, Pin) else (about.statement,)
            yield RemarkRow(
                entry,
                about,
                tuple(case.statement(each) for each in ends),
                remark.after,
            )
