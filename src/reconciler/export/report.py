"""The report of a case: what it says, section by section, in French or English."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reconciler import __version__
from reconciler.alignment.differences import strength
from reconciler.export import journal
from reconciler.export.blocks import (
    Block,
    Figure,
    Figures,
    Heading,
    Items,
    Line,
    Made,
    Pair,
    Paragraph,
    Piece,
    Report,
    Row,
    Table,
    Tone,
    plain,
)
from reconciler.export.index import Index
from reconciler.export.links import weblink
from reconciler.export.looks import look_of
from reconciler.export.marks import marked
from reconciler.export.plain import one_line
from reconciler.export.values import (
    Cell,
    CellState,
    ClaimRecord,
    Dossier,
    FindingRecord,
    Form,
    Group,
    JournalRow,
    MatchRecord,
    RemarkRow,
    SourceRecord,
    extent,
    group_of,
)
from reconciler.export.words import Words, short, words
from reconciler.model import (
    ClaimBasis,
    Decision,
    Entry,
    MatchId,
    Source,
    SourceId,
    Statement,
    StatementId,
    shown_confidence,
)
from reconciler.pace import Pace

_LONGEST_CELL = 140
_LONGEST_SIDE = 160
_LONGEST_NAME = 60
_MOST_IN_SUMMARY = 6
_RESTED_ON = (Group.LIKELY, Group.UNDECIDED)
"""What a report rests on while nothing is confirmed."""
_WEIGHTY = 0.4
"""From this strength on a finding is worth a line in the summary."""


def report(dossier: Dossier, language: str, pace: Pace | None = None) -> Report:
    """Return the report of a case in one of `words.LANGUAGES`.

    Raises:
        Cancelled: the pace said so.
    """
    return _Writer(dossier, words(language), pace or Pace()).report()


def report_in_pieces(
    dossier: Dossier, language: str, pace: Pace | None = None
) -> tuple[Report, Iterator[Block]]:
    """Return a report that has the titles of its sections only, and its blocks, made one after the other.

    The blocks of a large case take hundreds of megabytes when they are all there at once. Giving them
    raises Cancelled when the pace said so.
    """
    writer = _Writer(dossier, words(language), pace or Pace())
    return writer.report(writer.titles()), writer.blocks()


class _Writer:
    """One report on its way: the case, its words, and what is looked up again and again."""

    def __init__(self, dossier: Dossier, say: Words, pace: Pace) -> None:
        self._case = dossier
        self._say = say
        self._pace = pace
        self._index = Index.of(dossier)
        self._sources: dict[SourceId, Source] = {each.source.id: each.source for each in dossier.sources}
        self._statements: dict[StatementId, Statement] = {
            each.id: each for record in dossier.sources for each in record.statements
        }
        self._records: dict[MatchId, MatchRecord] = {each.match.id: each for each in dossier.matches}
        self._basis = dossier.basis
        self._shown = [each for each in dossier.matches if self._is_shown(each)]
        shown = {each.match.id for each in self._shown}
        self._contradictions = [each for each in self._shown if each.is_contradiction]
        self._findings = [each for each in dossier.findings if each.match in shown]
        self._findings_from: dict[StatementId, list[tuple[int, FindingRecord]]] = defaultdict(list)
        for rank, each in enumerate(self._findings):
            self._findings_from[self._records[each.match].match.left].append((rank, each))
        self._findings_of_match: dict[MatchId, list[FindingRecord]] = defaultdict(list)
        for each in dossier.findings:
            self._findings_of_match[each.match].append(each)

    def _is_shown(self, record: MatchRecord) -> bool:
        """Whether the report rests on a match: it is confirmed or, while none is, a likely proposal."""
        if self._basis is ClaimBasis.CONFIRMED:
            return group_of(record) is Group.CONFIRMED
        return group_of(record) in _RESTED_ON

    def _sections(self) -> Iterator[tuple[Heading, Iterator[Block]]]:
        """Return the title of each section and what gives its blocks."""
        sections = (
            ("summary", self._summary()),
            ("sources", self._source_table()),
            ("claims", self._claim_table()),
            ("findings", self._finding_table()),
            (f"matches_{self._basis}", self._matches()),
            ("alone", self._alone()),
            ("open", self._open()),
            ("method", self._method()),
            ("decisions", self._decisions()),
        )
        for name, section in sections:
            yield Heading(self._say(name), anchor=name.partition("_")[0]), section

    def titles(self) -> tuple[Heading, ...]:
        return tuple(title for title, _section in self._sections())

    def blocks(self) -> Iterator[Block]:
        for title, section in self._sections():
            yield title
            yield from section

    def report(self, blocks: Iterable[Block] | None = None) -> Report:
        say, case = self._say, self._case
        return Report(
            title=one_line(case.name),
            subtitle=say("report"),
            made=say("made", date=say.date(case.made[:10]), time=case.made[11:16]),
            language=say.language,
            program=say("by_program", version=__version__),
            contents=say("contents"),
            blocks=tuple(self.blocks() if blocks is None else blocks),
        )

    # Sections

    def _summary(self) -> Iterator[Block]:
        say, case = self._say, self._case
        if self._basis is ClaimBasis.PROPOSED:
            yield Paragraph(plain(say("proposed_warning")), is_warning=True)
        shared = self._shared_claims()
        waiting = [each for each in case.matches if each.standing.verdict in (None, "unsure")]
        counts = (
            ("sources", len(case.sources)),
            ("shared", len(shared)),
            ("alone", len(case.claims) - len(shared)),
            ("contradictions", len(self._contradictions)),
            ("findings", len(self._findings)),
            ("open", len(waiting)),
        )
        yield Figures(tuple(Figure(n, say.count(f"summary_{name}", n)) for name, n in counts))
        decided = sum(each.standing.verdict is not None for each in case.matches)
        reviewed = "reviewed" if decided else "nobody_decided"
        yield Paragraph(plain(say(reviewed, decided=decided, total=len(case.matches))))
        one_origin = sum(each.outlets > 1 and len(each.origins) == 1 for each in shared)
        if one_origin:
            yield Paragraph(plain(say("one_origin", n=one_origin)))
        weighty = [each for each in self._findings if strength(each.difference) >= _WEIGHTY]
        strongest = [
            *map(self._contradiction_line, self._contradictions[:_MOST_IN_SUMMARY]),
            *map(self._finding_line, weighty[:_MOST_IN_SUMMARY]),
        ]
        if strongest:
            yield Heading(say("strongest"), level=3)
            yield Items(tuple(strongest))
        yield Paragraph(plain(say.extent(extent(case, Form.HTML)), Tone.QUIET))

    def _source_table(self) -> Iterator[Block]:
        rows = tuple(
            ((plain(each.source.letter, state="letter"),), self._source_lines(each))
            for each in self._case.sources
        )
        yield Table((), rows, role="sources")

    def _source_lines(self, record: SourceRecord) -> tuple[Line, ...]:
        say, source = self._say, record.source
        compared = sum(each.kind.is_matched for each in record.statements)
        published = say.date(source.published) if source.published else say("no_date")
        if source.published and source.published_assumed:
            published += f" ({say('assumed')})"
        facts = [
            (say("outlet"), Piece(one_line(source.outlet or say("outlet_unknown")))),
            (say("url"), Piece(one_line(source.url or "–"), link=weblink(source.url))),
            (say("published"), Piece(published)),
            (say("sha256"), Piece(source.sha256, Tone.CODE)),
            (say("imported"), Piece(f"{say.moment(source.imported_at)} UTC · {one_line(source.name)}")),
            (
                say("statements"),
                Piece(say("compared_of", compared=compared, rest=len(record.statements) - compared)),
            ),
        ]
        facts += [
            (f"{say('earlier_text')} {each.number}", Piece(each.sha256, Tone.CODE))
            for each in record.versions
            if not each.is_present
        ]
        colon = say("colon")
        title = plain(self._title(source), Tone.STRONG, state="title", language=source.language)
        return (title, *(Line((Piece(f"{name}{colon}", Tone.QUIET), fact)) for name, fact in facts))

    def _claim_table(self) -> Iterator[Block]:
        say, shared = self._say, self._shared_claims()
        if not shared:
            yield Paragraph(plain(say("claims_none")))
            return
        yield Paragraph(plain(say("claims_intro")))
        head = (say("claim"), *(self._source_name(each.source) for each in self._case.sources))
        rows = tuple(map(self._claim_row, self._pace.part(0, 0.4).over(shared)))
        yield Table(head, rows, role="claims")
        yield Paragraph(plain(say("legend"), Tone.QUIET))

    def _claim_row(self, claim: ClaimRecord) -> Row:
        return (self._claim_lines(claim), *(self._cell_lines(cell) for cell in claim.cells))

    def _claim_lines(self, claim: ClaimRecord) -> tuple[Line, ...]:
        say, label = self._say, self._statements[claim.label]
        counted = f"{say.count('outlets', claim.outlets)} · {say.count('origins', len(claim.origins))}"
        judged = any(self._records[each].is_contradiction for each in claim.matches)
        origins = one_line(", ".join(short(each, _LONGEST_NAME) for each in claim.origin_words))
        found = self._findings_of(claim)
        names = dict.fromkeys(say.difference_name(each.difference) for each in found)
        lines = [
            plain(short(one_line(claim.words), _LONGEST_CELL), Tone.STRONG, language=self._language(label)),
            Line((Piece(f"{counted}{say('colon')}{origins}", Tone.QUIET),)),
        ]
        if judged:
            lines.append(plain(say("judged_contradicts"), state="contradicts"))
        if names:
            lines.append(plain(", ".join(names), state="finding"))
        if claim.standing.assessment:
            lines.append(plain(say(f"assessment_{claim.standing.assessment}"), Tone.STRONG))
        if claim.standing.note:
            lines.append(self._note(claim.standing.note))
        return tuple(lines)

    def _note(self, note: str) -> Line:
        say = self._say
        return Line((Piece(f"{say('note')}{say('colon')}", Tone.QUIET), Piece(one_line(note))))

    def _cell_lines(self, cell: Cell) -> tuple[Line, ...]:
        state = plain(self._say(f"state_{cell.state}"), state=cell.state.replace(" ", "-"))
        own = [self._statements[each] for each in cell.statements]
        return (
            state,
            *(
                Line(
                    (
                        Piece(f"{each.ordinal} ", Tone.QUIET),
                        Piece(short(one_line(each.text), _LONGEST_CELL)),
                    ),
                    self._language(each),
                )
                for each in own
            ),
        )

    def _finding_table(self) -> Iterator[Block]:
        say = self._say
        if not (self._findings or self._contradictions):
            yield Paragraph(plain(say("findings_none")))
            return
        yield Paragraph(plain(say("findings_intro")))
        rows = [self._contradiction_row(each) for each in self._contradictions]
        for each in self._findings:
            match = self._records[each.match].match
            sides = zip((match.left, match.right), (each.difference.left, each.difference.right), strict=True)
            rows.append(
                (
                    (self._linked(match.left, match.right),),
                    (plain(say.difference_name(each.difference), Tone.STRONG),),
                    *((self._side_line(self._statements[end], text),) for end, text in sides),
                )
            )
        head = (say("place"), say("finding"), say("wording"), say("wording"))
        yield Table(head, tuple(rows), role="findings")

    def _contradiction_row(self, record: MatchRecord) -> Row:
        ends = record.match.left, record.match.right
        return (
            (self._linked(*ends),),
            (plain(self._say("judged_contradicts"), state="contradicts"),),
            *((self._side_line(end, end.text),) for end in (self._statements[each] for each in ends)),
        )

    def _linked(self, left: StatementId, right: StatementId) -> Line:
        places = self._places(left, right)
        return Line((Piece(" ↔ ".join(places), link=f"#{'-'.join(places)}"),))

    def _side_line(self, statement: Statement, text: str | None) -> Line:
        letter = Piece(f"{self._sources[statement.source].letter}  ", Tone.QUIET)
        if not text:
            return Line((letter, Piece(self._say("nothing"), Tone.QUIET)))
        words = Piece(short(one_line(text), _LONGEST_SIDE), Tone.DIFFERS)
        return Line((letter, words), self._language(statement))

    def _matches(self) -> Iterator[Block]:
        say = self._say
        if not self._shown:
            yield Paragraph(plain(say("matches_none")))
            return
        yield Paragraph(
            Line(
                (
                    Piece(f"{say('matches_intro')} "),
                    Piece(say("marks_shared"), Tone.SHARED),
                    Piece(" · "),
                    Piece(say("marks_differs"), Tone.DIFFERS),
                )
            )
        )
        yield from map(self._pair, self._pace.part(0.4, 1).over(self._shown))

    def _pair(self, record: MatchRecord) -> Pair:
        match = record.match
        ends = self._statements[match.left], self._statements[match.right]
        left, right = marked(record, *ends)
        notes = [
            plain(self._say.difference(each.difference, _LONGEST_SIDE), state="finding")
            for each in self._findings_of_match[match.id]
        ]
        if record.standing.note:
            notes.append(self._note(record.standing.note))
        one, other = (self._sources[each.source] for each in ends)
        return Pair(
            self._places(match.left, match.right),
            (self._outlet(one), self._outlet(other)),
            (Line(left, one.language), Line(right, other.language)),
            self._standing(record),
            tuple(notes),
        )

    def _standing(self, record: MatchRecord) -> Line:
        say, standing = self._say, record.standing
        parts = [say(f"verdict_{standing.verdict or 'proposed'}")]
        if standing.relation:
            parts.append(say(f"relation_{standing.relation}"))
        if record.match.made_by == "hand":
            parts.append(say("by_hand"))
        elif record.scored:
            parts.append(say("likely", percent=round(shown_confidence(record.match.confidence) * 100)))
        if record.flagged:
            parts.append(say("flagged"))
        return plain(" · ".join(parts), state=standing.verdict or "proposed")

    def _alone(self) -> Iterator[Block]:
        say = self._say
        for record in self._case.sources:
            source = record.source
            own = [
                (claim, cell)
                for claim in self._case.claims
                if claim.sources == 1
                for cell in claim.cells
                if cell.source == source.id and cell.statements
            ]
            yield Heading(say("alone_in", source=f"{self._source_name(source)} · {len(own)}"), level=3)
            if own:
                yield Items(tuple(line for each in own for line in self._alone_lines(*each)))
            else:
                yield Paragraph(plain(say("alone_none")))

    def _alone_lines(self, claim: ClaimRecord, cell: Cell) -> Iterator[Line]:
        """Give the words of a claim of one source, and what the analyst said of it."""
        yield self._alone_line(claim, cell)
        say, said = self._say, claim.standing
        searched = ", ".join(
            self._sources[each.source].letter for each in claim.cells if each.state is CellState.SEARCHED
        )
        facts = (
            ("name_of_claim", claim.words if claim.words != self._statements[claim.label].text else ""),
            ("assessment_head", say(f"assessment_{said.assessment}") if said.assessment else ""),
            ("note", said.note),
            ("searched_in", searched),
        )
        pieces = [
            (Piece(f"{say(name)}{say('colon')}", Tone.QUIET), Piece(one_line(fact), Tone.STRONG))
            for name, fact in facts
            if fact
        ]
        if pieces:
            first, *others = pieces
            between = Piece(" · ", Tone.QUIET)
            told = (piece for other in others for piece in (between, *other))
            yield Line((Piece("↳ ", Tone.QUIET), *first, *told))

    def _alone_line(self, claim: ClaimRecord, cell: Cell) -> Line:
        statement = self._statements[cell.statements[0]]
        pieces = [Piece(f"{statement.ordinal}  ", Tone.QUIET), Piece(statement.text)]
        if any(each.state == "open" for each in claim.cells):
            pieces.append(Piece(f"  ({self._say('open_mark')})", Tone.QUIET))
        return Line(tuple(pieces), self._language(statement))

    def _open(self) -> Iterator[Block]:
        say, case = self._say, self._case
        groups = [(record, group_of(record)) for record in case.matches]
        listed = [record for record, group in groups if group is Group.UNSURE]
        if self._basis is ClaimBasis.CONFIRMED:
            likely = [record for record, group in groups if group in _RESTED_ON]
            listed += sorted(likely, key=lambda each: -each.match.confidence)
        weak = sum(group is Group.WEAK for _, group in groups)
        if listed:
            confirmed = self._basis is ClaimBasis.CONFIRMED
            yield Paragraph(plain(say("open_intro" if confirmed else "open_intro_proposed")))
            yield from (self._pair(each) for each in listed)
        if weak:
            yield Paragraph(plain(say("open_weak", n=weak)))
        if case.orphans:
            yield Paragraph(plain(say("open_orphans", n=case.orphans)))
        if not (listed or weak or case.orphans):
            yield Paragraph(plain(say("open_none")))

    def _method(self) -> Iterator[Block]:
        say, runs = self._say, self._case.runs
        yield from (Paragraph(plain(text)) for text in say.method)
        if not self._case.scored:
            yield Paragraph(plain(say("unscored")))
        last = runs[-1] if runs else None
        model = (
            say("model_run", model=last.model, at=f"{say.moment(last.at)} UTC")
            if last
            else say("model_never")
        )
        facts = ((say("program"), say("by_program", version=__version__)), (say("model"), model))
        yield Items(
            tuple(
                Line((Piece(f"{name}{say('colon')}", Tone.QUIET), Piece(one_line(fact))))
                for name, fact in facts
            )
        )

    def _decisions(self) -> Iterator[Block]:
        say, rows = self._say, tuple(journal.rows(self._case))
        if not rows:
            yield Paragraph(plain(say("decisions_none")))
            return
        yield Paragraph(plain(say("decisions_intro")))
        head = (say("when"), say("who"), say("match_or_statement"), say("what"), say("note"))
        yield Table(head, Made(rows, self._decision_row), role="decisions")

    def _decision_row(self, row: JournalRow | RemarkRow) -> Row:
        say = self._say
        by: Decision | Entry
        if isinstance(row, JournalRow):
            by, what, note = row.decision, journal.decided(row.decision, say), row.decision.note
        else:
            by, what, note = row.entry, journal.said(row, say, self._index), journal.note_of(row)
        cells = (
            say.moment(by.at),
            one_line(by.analyst) or say("nobody_named"),
            journal.place_of(row, self._index),
            short(what, _LONGEST_SIDE),
            short(one_line(note), _LONGEST_SIDE),
        )
        return tuple((plain(each),) for each in cells)

    # Parts

    def _shared_claims(self) -> list[ClaimRecord]:
        return [each for each in self._case.claims if each.sources > 1]

    def _findings_of(self, claim: ClaimRecord) -> list[FindingRecord]:
        """Return what differs in a claim's matches, in the order of all findings."""
        found = [each for member in claim.claim.statements for each in self._findings_from[member]]
        return [each for _, each in sorted(found, key=lambda ranked: ranked[0])]

    def _contradiction_line(self, record: MatchRecord) -> Line:
        say, match = self._say, record.match
        sides = (
            say.quoted(short(one_line(self._statements[each].text), _LONGEST_SIDE))
            for each in (match.left, match.right)
        )
        places = " ↔ ".join(self._places(match.left, match.right))
        judged = Piece(f"{look_of('contradicts').sign} {say('judged_contradicts')}", Tone.STRONG)
        return Line((Piece(f"{places}  ", Tone.QUIET), judged, Piece(f"{say('colon')}{' | '.join(sides)}")))

    def _finding_line(self, found: FindingRecord) -> Line:
        match = self._records[found.match].match
        places = " ↔ ".join(self._places(match.left, match.right))
        told = self._say.difference(found.difference, _LONGEST_SIDE)
        return Line((Piece(f"{places}  ", Tone.QUIET), Piece(told)))

    def _places(self, left: StatementId, right: StatementId) -> tuple[str, str]:
        return self._place(self._statements[left]), self._place(self._statements[right])

    def _place(self, statement: Statement) -> str:
        source = self._sources.get(statement.source)
        return f"{source.letter if source else '–'}{statement.ordinal}"

    def _language(self, statement: Statement) -> str:
        return self._sources[statement.source].language

    def _title(self, source: Source) -> str:
        return one_line(source.title or source.name) or self._say("untitled")

    def _outlet(self, source: Source) -> str:
        return short(one_line(source.outlet or self._title(source)), _LONGEST_NAME)

    def _source_name(self, source: Source) -> str:
        return f"{source.letter}  {self._outlet(source)}"
