"""The sections of a report on claims: which source says which, and what one source alone says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconciler.export.blocks import Block, Heading, Items, Line, Paragraph, Piece, Row, Table, Tone, plain
from reconciler.export.plain import one_line
from reconciler.export.report_parts import Parts
from reconciler.export.values import Cell, CellState, ClaimRecord, Dossier, FindingRecord
from reconciler.export.words import Words, short
from reconciler.model import StatementId
from reconciler.pace import Pace

_LONGEST_CELL = 140


class ClaimSections:
    """The claims of one report; `findings` are those of the matches that it rests on."""

    def __init__(self, dossier: Dossier, say: Words, parts: Parts, findings: Sequence[FindingRecord]) -> None:
        self._case, self._say, self._parts, self._index = dossier, say, parts, parts.index
        self.shared = [each for each in dossier.claims if each.sources > 1]
        self._findings_from: dict[StatementId, list[tuple[int, FindingRecord]]] = defaultdict(list)
        for rank, each in enumerate(findings):
            self._findings_from[self._index.records[each.match].match.left].append((rank, each))

    # What several sources say

    def table(self, pace: Pace) -> Iterator[Block]:
        """Give the table of the claims that several sources make."""
        say = self._say
        if not self.shared:
            yield Paragraph(plain(say("claims_none")))
            return
        yield Paragraph(plain(say("claims_intro")))
        head = (say("claim"), *(self._parts.source_name(each.source) for each in self._case.sources))
        yield Table(head, tuple(map(self._row, pace.over(self.shared))), role="claims")
        yield Paragraph(plain(say("legend"), Tone.QUIET))

    def _row(self, claim: ClaimRecord) -> Row:
        return (self._head(claim), *(self._cell(cell) for cell in claim.cells))

    def _head(self, claim: ClaimRecord) -> tuple[Line, ...]:
        say, language = self._say, self._parts.language(self._index.statements[claim.label])
        counted = f"{say.count('outlets', claim.outlets)} · {say.count('origins', len(claim.origins))}"
        origins = self._parts.names(claim.origin_words)
        names = dict.fromkeys(say.difference_name(each.difference) for each in self._findings_of(claim))
        lines = [
            plain(short(one_line(claim.words), _LONGEST_CELL), Tone.STRONG, language=language),
            Line((Piece(f"{counted}{say('colon')}{origins}", Tone.QUIET),)),
        ]
        if any(self._index.records[each].is_contradiction for each in claim.matches):
            lines.append(plain(say("judged_contradicts"), state="contradicts"))
        if names:
            lines.append(plain(", ".join(names), state="finding"))
        if claim.standing.assessment:
            lines.append(plain(say(f"assessment_{claim.standing.assessment}"), Tone.STRONG))
        if claim.standing.note:
            lines.append(self._parts.note(claim.standing.note))
        return tuple(lines)

    def _findings_of(self, claim: ClaimRecord) -> list[FindingRecord]:
        """Return what differs in a claim's matches, in the order of all findings."""
        found = [each for member in claim.claim.statements for each in self._findings_from[member]]
        return [each for _, each in sorted(found, key=lambda ranked: ranked[0])]

    def _cell(self, cell: Cell) -> tuple[Line, ...]:
        state = plain(self._say(f"state_{cell.state}"), state=cell.state.replace(" ", "-"))
        own = (self._index.statements[each] for each in cell.statements)
        return (
            state,
            *(
                Line(
                    (
                        Piece(f"{each.ordinal} ", Tone.QUIET),
                        Piece(short(one_line(each.text), _LONGEST_CELL)),
                    ),
                    self._parts.language(each),
                )
                for each in own
            ),
        )

    # What one source says

    def alone(self) -> Iterator[Block]:
        """Give what each source says that no other does."""
        for record in self._case.sources:
            source = record.source
            own = [
                (claim, cell)
                for claim in self._case.claims
                if claim.sources == 1
                for cell in claim.cells
                if cell.source == source.id and cell.statements
            ]
            name = f"{self._parts.source_name(source)} · {len(own)}"
            yield Heading(self._say("alone_in", source=name), level=3)
            if own:
                yield Items(tuple(line for each in own for line in self._alone_lines(*each)))
            else:
                yield Paragraph(plain(self._say("alone_none")))

    def _alone_lines(self, claim: ClaimRecord, cell: Cell) -> Iterator[Line]:
        """Give the words of a claim of one source, and what the analyst said of it."""
        statement = self._index.statements[cell.statements[0]]
        pieces = [Piece(f"{statement.ordinal}  ", Tone.QUIET), Piece(statement.text)]
        if any(each.state is CellState.OPEN for each in claim.cells):
            pieces.append(Piece(f"  ({self._say('open_mark')})", Tone.QUIET))
        yield Line(tuple(pieces), self._parts.language(statement))
        said = [piece for fact in self._said(claim) for piece in (Piece(" · ", Tone.QUIET), *fact)]
        if said:
            yield Line((Piece("↳ ", Tone.QUIET), *said[1:]))

    def _said(self, claim: ClaimRecord) -> Iterator[tuple[Piece, Piece]]:
        """Give what the analyst said of a claim: what kind of thing it is, and what they said."""
        say, said = self._say, claim.standing
        searched = ", ".join(
            self._index.sources[each.source].letter
            for each in claim.cells
            if each.state is CellState.SEARCHED
        )
        own_name = claim.words if claim.words != self._index.statements[claim.label].text else ""
        facts = (
            ("name_of_claim", own_name),
            ("assessment_head", say(f"assessment_{said.assessment}") if said.assessment else ""),
            ("note", said.note),
            ("searched_in", searched),
        )
        for name, fact in facts:
            if fact:
                yield Piece(f"{say(name)}{say('colon')}", Tone.QUIET), Piece(one_line(fact), Tone.STRONG)
