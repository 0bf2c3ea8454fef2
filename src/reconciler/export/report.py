"""The report of a case: what it says, section by section, in French or English."""

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
    Paragraph,
    Piece,
    Report,
    Row,
    Table,
    Tone,
    plain,
)
from reconciler.export.links import weblink
from reconciler.export.plain import one_line
from reconciler.export.report_claims import ClaimSections
from reconciler.export.report_parts import LONGEST_SIDE, Parts
from reconciler.export.values import (
    Dossier,
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
)
from reconciler.pace import Pace

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
        self._case, self._say, self._pace = dossier, say, pace
        self._basis = dossier.basis
        self._shown = [each for each in dossier.matches if self._is_shown(each)]
        shown = {each.match.id for each in self._shown}
        self._contradictions = [each for each in self._shown if each.is_contradiction]
        self._findings = [each for each in dossier.findings if each.match in shown]
        self._parts = Parts(dossier, say)
        self._claims = ClaimSections(dossier, say, self._parts, self._findings)

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
            ("claims", self._claims.table(self._pace.part(0, 0.4))),
            ("findings", self._finding_table()),
            (f"matches_{self._basis}", self._matches()),
            ("alone", self._claims.alone()),
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
        shared = self._claims.shared
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
            *map(self._parts.contradiction_line, self._contradictions[:_MOST_IN_SUMMARY]),
            *map(self._parts.finding_line, weighty[:_MOST_IN_SUMMARY]),
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
        title = plain(self._parts.title(source), Tone.STRONG, state="title", language=source.language)
        return (title, *(Line((Piece(f"{name}{colon}", Tone.QUIET), fact)) for name, fact in facts))

    def _finding_table(self) -> Iterator[Block]:
        say = self._say
        if not (self._findings or self._contradictions):
            yield Paragraph(plain(say("findings_none")))
            return
        yield Paragraph(plain(say("findings_intro")))
        rows = (
            *map(self._parts.contradiction_row, self._contradictions),
            *map(self._parts.finding_row, self._findings),
        )
        head = (say("place"), say("finding"), say("wording"), say("wording"))
        yield Table(head, rows, role="findings")

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
        yield from map(self._parts.pair, self._pace.part(0.4, 1).over(self._shown))

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
            yield from (self._parts.pair(each) for each in listed)
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
            by, what, note = row.entry, journal.said(row, say, self._parts.index), journal.note_of(row)
        cells = (
            say.moment(by.at),
            one_line(by.analyst) or say("nobody_named"),
            journal.place_of(row, self._parts.index),
            short(what, LONGEST_SIDE),
            short(one_line(note), LONGEST_SIDE),
        )
        return tuple((plain(each),) for each in cells)
