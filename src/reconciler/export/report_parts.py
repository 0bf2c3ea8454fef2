"""What the sections of a report are made of: matches, findings and names of sources, as lines and rows."""

from collections import defaultdict
from collections.abc import Sequence

from reconciler.export.blocks import Line, Pair, Piece, Row, Tone, plain
from reconciler.export.index import Index
from reconciler.export.looks import look_of
from reconciler.export.marks import marked
from reconciler.export.plain import one_line
from reconciler.export.values import Dossier, FindingRecord, MatchRecord
from reconciler.export.words import Words, short
from reconciler.model import Match, MatchId, Source, Statement, shown_confidence

LONGEST_SIDE = 160
_LONGEST_NAME = 60


class Parts:
    """The parts of one report, in its language."""

    def __init__(self, dossier: Dossier, say: Words) -> None:
        self._say = say
        self.index = Index.of(dossier)
        self._findings: dict[MatchId, list[FindingRecord]] = defaultdict(list)
        for each in dossier.findings:
            self._findings[each.match].append(each)

    # Matches and findings

    def pair(self, record: MatchRecord) -> Pair:
        """Return a match with both its statements, marked where they differ and agree."""
        left, right = self._ends(record.match)
        notes = [
            plain(self._say.difference(each.difference, LONGEST_SIDE), state="finding")
            for each in self._findings[record.match.id]
        ]
        if record.standing.note:
            notes.append(self.note(record.standing.note))
        one, other = (self.index.sources[each.source] for each in (left, right))
        said = marked(record, left, right)
        return Pair(
            (self.index.place(left), self.index.place(right)),
            (self._outlet(one), self._outlet(other)),
            (Line(said[0], one.language), Line(said[1], other.language)),
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

    def finding_row(self, found: FindingRecord) -> Row:
        """Return a finding for the table of all: where it is, what it is, both sides' words."""
        difference = found.difference
        name = plain(self._say.difference_name(difference), Tone.STRONG)
        return self._row(self.index.records[found.match].match, name, (difference.left, difference.right))

    def contradiction_row(self, record: MatchRecord) -> Row:
        """Return what the analyst holds to contradict for the table of all findings."""
        judged = plain(self._say("judged_contradicts"), state="contradicts")
        return self._row(record.match, judged, [each.text for each in self._ends(record.match)])

    def _row(self, match: Match, what: Line, said: Sequence[str | None]) -> Row:
        ends = self._ends(match)
        places = [self.index.place(each) for each in ends]
        linked = Line((Piece(" ↔ ".join(places), link=f"#{'-'.join(places)}"),))
        sides = ((self._side(end, text),) for end, text in zip(ends, said, strict=True))
        return ((linked,), (what,), *sides)

    def _side(self, statement: Statement, text: str | None) -> Line:
        letter = Piece(f"{self.index.sources[statement.source].letter}  ", Tone.QUIET)
        if not text:
            return Line((letter, Piece(self._say("nothing"), Tone.QUIET)))
        words = Piece(short(one_line(text), LONGEST_SIDE), Tone.DIFFERS)
        return Line((letter, words), self.language(statement))

    def finding_line(self, found: FindingRecord) -> Line:
        """Return a finding in one line, for the summary."""
        told = Piece(self._say.difference(found.difference, LONGEST_SIDE))
        return Line((self._places(self.index.records[found.match].match), told))

    def contradiction_line(self, record: MatchRecord) -> Line:
        """Return what the analyst holds to contradict in one line, for the summary."""
        say = self._say
        left, right = (one_line(each.text) for each in self._ends(record.match))
        judged = Piece(f"{look_of('contradicts').sign} {say('judged_contradicts')}", Tone.STRONG)
        sides = Piece(f"{say('colon')}{say.sides(left, right, LONGEST_SIDE)}")
        return Line((self._places(record.match), judged, sides))

    def _places(self, match: Match) -> Piece:
        return Piece(f"{' ↔ '.join(map(self.index.place, self._ends(match)))}  ", Tone.QUIET)

    def _ends(self, match: Match) -> tuple[Statement, Statement]:
        return self.index.statements[match.left], self.index.statements[match.right]

    # Words

    def note(self, note: str) -> Line:
        """Return a note of the analyst."""
        say = self._say
        return Line((Piece(f"{say('note')}{say('colon')}", Tone.QUIET), Piece(one_line(note))))

    def language(self, statement: Statement) -> str:
        """Return the language that a statement is written in."""
        return self.index.sources[statement.source].language

    def title(self, source: Source) -> str:
        """Return what a source is called."""
        return one_line(source.title or source.name) or self._say("untitled")

    def source_name(self, source: Source) -> str:
        """Return the letter of a source, and by whom it is."""
        return f"{source.letter}  {self._outlet(source)}"

    def names(self, names: Sequence[str]) -> str:
        """Return names one after the other, each in its first words."""
        return one_line(", ".join(short(each, _LONGEST_NAME) for each in names))

    def _outlet(self, source: Source) -> str:
        return short(one_line(source.outlet or self.title(source)), _LONGEST_NAME)
