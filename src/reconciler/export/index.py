"""A case's parts by their numbers, and the names that exports call them by."""

from dataclasses import dataclass
from typing import Self

from reconciler.export.plain import one_line
from reconciler.export.values import Dossier, MatchRecord
from reconciler.model import Decision, MatchId, Source, SourceId, Statement, StatementId


@dataclass(frozen=True, slots=True)
class Index:
    """What exports look up again and again; `decided` is the last row of the journal of each match."""

    sources: dict[SourceId, Source]
    statements: dict[StatementId, Statement]
    records: dict[MatchId, MatchRecord]
    decided: dict[MatchId, Decision]

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """Return the index of a case."""
        return cls(
            {each.source.id: each.source for each in dossier.sources},
            {each.id: each for record in dossier.sources for each in record.statements},
            {each.match.id: each for each in dossier.matches},
            {row.decision.match: row.decision for row in dossier.journal},
        )

    def place(self, statement: Statement) -> str:
        """Return what a statement is called: its source's letter and its number, such as ``B4``."""
        source = self.sources.get(statement.source)
        return f"{source.letter if source else '–'}{statement.ordinal}"

    def source_of(self, statement: StatementId) -> Source:
        """Return the source in which a statement stands."""
        return self.sources[self.statements[statement].source]

    @staticmethod
    def outlet(source: Source) -> str:
        """Return by whom a source is, or else what it is called, in one line."""
        return one_line(source.outlet or source.title or source.name)
