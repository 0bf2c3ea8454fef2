"""A case as a workbook (XLSX): claims, matches, decisions and sources, to be sorted and filtered.

Every text is a string cell that is marked as text, so that no spreadsheet takes it for a formula, a
number or a link. Two workbooks of one case differ in the date of their properties alone.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from reconciler import __version__
from reconciler.export import journal
from reconciler.export.index import Index
from reconciler.export.plain import one_line, shown
from reconciler.export.tables import differing
from reconciler.export.values import (
    Cell,
    ClaimRecord,
    Dossier,
    JournalRow,
    MatchRecord,
    RemarkRow,
    SourceRecord,
)
from reconciler.export.words import Words, short, words
from reconciler.model import Source, Verdict, shown_confidence
from reconciler.pace import Pace

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST = 32_767
"""Characters that a cell holds, counted as a spreadsheet counts them, in UTF-16."""
_LONGEST_NAME = 40
_WIDE, _MIDDLE, _NARROW, _NUMBER = 48, 22, 12, 10

_LINE = 15.0
"""Points of one line of text."""
_TALLEST = 400.0
"""Points of the tallest row: spreadsheets take no more than 409."""
_GROUNDS = {
    "confirmed": "#E3F3EC", "rejected": "#F7E7E0", "unsure": "#F1ECF5",
    "says": "#E3F3EC", "attributed": "#EBF1F7", "hedged": "#F1ECF5", "says otherwise": "#FBF0DA",
    "searched": "#F6F5F2",
}  # fmt: skip
"""What lies behind a state, beside its word."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with the state that it is in."""

    text: str
    state: str


_Value = str | int | float | _Marked | None


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its name, its width in characters, and whether its numbers are shares of a hundred."""

    name: str
    width: int
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet. `fixed` is how many columns stay while the others are scrolled."""

    name: str
    columns: tuple[_Column, ...]
    rows: tuple[tuple[_Value, ...], ...]
    fixed: int = 1


def as_xlsx(dossier: Dossier, language: str, pace: Pace | None = None) -> bytes:
    """Return the workbook of a case, its heads in one of `words.LANGUAGES`.

    Raises:
        Cancelled: the pace said so.
    """
    from xlsxwriter import Workbook

    pace = pace or Pace()
    say = words(language)
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with closing(Workbook(file, options)) as book:
        book.set_properties(
            {
                "title": shown(one_line(dossier.name)),
                "subject": say("report"),
                "author": "",
                "comments": say("by_program", version=__version__),
                "created": datetime.fromisoformat(dossier.made),
            }
        )
        writer = _Writer(book, say)
        sheets = _Sheets(dossier, say).all()
        for number, sheet in enumerate(sheets):
            writer.write(sheet, pace.part(number / len(sheets), (number + 1) / len(sheets)))
    return file.getvalue()


def rows(
    dossier: Dossier, language: str
) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """Return name, heads and rows of each sheet as text, to be looked at."""
    for sheet in _Sheets(dossier, words(language)).all():
        body = (
            tuple(_plain(column, value) for column, value in zip(sheet.columns, row, strict=True))
            for row in sheet.rows
        )
        yield sheet.name, tuple(each.name for each in sheet.columns), tuple(body)


def _plain(column: _Column, value: _Value) -> str:
    if isinstance(value, int | float):
        return f"{value:.0%}" if column.is_share else str(value)
    return _text_of(value)


class _Sheets:
    """The sheets of a case, as values."""

    def __init__(self, dossier: Dossier, say: Words) -> None:
        self._case = dossier
        self._say = say
        self._index = Index.of(dossier)

    def all(self) -> tuple[_Sheet, ...]:
        return self._claims(), self._matches(), self._decisions(), self._sources()

    def _claims(self) -> _Sheet:
        say = self._say
        columns = [
            _Column(say("claim"), _WIDE),
            _Column(say("assessment_head"), _NARROW + 2),
            _Column(say("outlets_head"), _NUMBER),
            _Column(say("origins_head"), _NARROW + 3),
            _Column(say("origins_whom"), _MIDDLE),
            _Column(say("findings"), _MIDDLE + 6),
            _Column(say("first_dated"), _NARROW),
            _Column(say("note"), _MIDDLE),
            _Column(say("basis"), _MIDDLE - 4),
        ]
        names = [f"{each.source.letter}  {self._outlet(each.source)}" for each in self._case.sources]
        columns += [_Column(name, _WIDE - 12) for name in names]
        return _Sheet(say("claims"), tuple(columns), tuple(map(self._claim, self._case.claims)))

    def _outlet(self, source: Source) -> str:
        return short(self._index.outlet(source), _LONGEST_NAME)

    def _claim(self, record: ClaimRecord) -> tuple[_Value, ...]:
        say, said = self._say, record.standing
        return (
            record.words,
            say(f"assessment_{said.assessment}") if said.assessment else None,
            record.outlets,
            len(record.origins),
            ", ".join(short(each, _LONGEST_NAME) for each in record.origin_words),
            "; ".join(self._findings(record)),
            record.first,
            said.note,
            say(f"basis_{record.claim.basis}"),
            *map(self._cell, record.cells),
        )

    def _findings(self, record: ClaimRecord) -> Iterator[str]:
        """Give what the matches of a claim have to show, what the analyst holds to contradict first."""
        if any(self._index.records[each].is_contradiction for each in record.matches):
            yield self._say("judged_contradicts")
        yield from dict.fromkeys(self._say.difference_name(each.difference) for each in record.findings)

    def _cell(self, cell: Cell) -> _Marked:
        own = (self._index.statements[each] for each in cell.statements)
        lines = (f"{each.ordinal}  {each.text}" for each in own)
        return _Marked("\n".join((self._say(f"state_{cell.state}"), *lines)), cell.state)

    def _matches(self) -> _Sheet:
        say = self._say
        columns = (
            _Column(say("left"), _NUMBER - 2),
            _Column(say("left_outlet"), _MIDDLE - 4),
            _Column(say("left_wording"), _WIDE),
            _Column(say("right"), _NUMBER - 2),
            _Column(say("right_outlet"), _MIDDLE - 4),
            _Column(say("right_wording"), _WIDE),
            _Column(say("likelihood"), _NARROW, is_share=True),
            _Column(say("made_by"), _NARROW + 2),
            _Column(say("verdict"), _NARROW),
            _Column(say("relation"), _NARROW),
            _Column(say("findings"), _WIDE - 12),
            _Column(say("note"), _MIDDLE),
            _Column(say("decided_by"), _NARROW + 4),
            _Column(say("decided_at"), _MIDDLE - 2),
        )
        return _Sheet(say("sheet_matches"), columns, tuple(map(self._match, self._case.matches)))

    def _match(self, record: MatchRecord) -> tuple[_Value, ...]:
        say, match, standing = self._say, record.match, record.standing
        decision = self._index.decided.get(match.id)
        ends = [self._index.statements[each] for each in (match.left, match.right)]
        sides = (
            (self._index.place(each), self._outlet(self._index.sources[each.source]), each.text)
            for each in ends
        )
        return (
            *next(sides),
            *next(sides),
            shown_confidence(match.confidence) if record.scored else None,
            say(f"made_by_{match.made_by}"),
            self._verdict(standing.verdict),
            say(f"relation_{standing.relation}") if standing.relation else None,
            differing(record, say.language),
            standing.note,
            decision.analyst if decision else None,
            say.stamp(decision.at) if decision else None,
        )

    def _decisions(self) -> _Sheet:
        say = self._say
        columns = (
            _Column(f"{say('when')} (UTC)", _MIDDLE - 2),
            _Column(say("who"), _MIDDLE - 4),
            _Column(say("act"), _NARROW + 4),
            _Column(say("match_or_statement"), _NARROW + 2),
            _Column(say("verdict"), _NARROW),
            _Column(say("relation"), _NARROW),
            _Column(say("note"), _WIDE),
            _Column(say("likelihood"), _NARROW, is_share=True),
            _Column(say("model_of"), _MIDDLE),
            _Column(say("left_wording"), _WIDE),
            _Column(say("right_wording"), _WIDE),
        )
        return _Sheet(say("decisions"), columns, tuple(map(self._decision, journal.rows(self._case))))

    def _decision(self, row: JournalRow | RemarkRow) -> tuple[_Value, ...]:
        if isinstance(row, RemarkRow):
            return self._remark(row)
        say, decision = self._say, row.decision
        return (
            say.stamp(decision.at),
            decision.analyst,
            say(f"act_{decision.act}"),
            journal.place_of(row, self._index),
            self._verdict(decision.verdict),
            say(f"relation_{decision.relation}") if decision.relation else None,
            decision.note,
            _shown_share(decision.confidence) if self._case.scored else None,
            decision.model,
            row.left.text,
            row.right.text,
        )

    def _remark(self, row: RemarkRow) -> tuple[_Value, ...]:
        say = self._say
        texts = tuple(each.text for each in row.statements)
        return (
            say.stamp(row.entry.at),
            row.entry.analyst,
            journal.said(row, say, self._index),
            journal.place_of(row, self._index),
            None,
            None,
            journal.note_of(row),
            None,
            None,
            texts[0],
            texts[1] if texts[1:] else None,
        )

    def _verdict(self, verdict: Verdict | None) -> _Marked:
        state = verdict or "proposed"
        return _Marked(self._say(f"verdict_{state}"), state)

    def _sources(self) -> _Sheet:
        say = self._say
        columns = (
            _Column(say("letter"), _NUMBER - 2),
            _Column(say("outlet"), _MIDDLE),
            _Column(say("title"), _WIDE),
            _Column(say("url"), _WIDE),
            _Column(say("published"), _MIDDLE - 4),
            _Column(say("date_assumed"), _NARROW + 2),
            _Column(say("sha256"), 68),
            _Column(f"{say('imported')} (UTC)", _MIDDLE),
            _Column(say("file_name"), _MIDDLE + 6),
            _Column(say("statements_compared"), _NARROW + 2),
            _Column(say("statements_kept"), _NARROW + 2),
        )
        return _Sheet(say("sources"), columns, tuple(map(self._source, self._case.sources)))

    def _source(self, record: SourceRecord) -> tuple[_Value, ...]:
        source = record.source
        compared = sum(each.kind.is_matched for each in record.statements)
        return (
            source.letter,
            source.outlet,
            source.title,
            source.url,
            source.published,
            self._say("yes") if source.published and source.published_assumed else None,
            source.sha256,
            self._say.stamp(source.imported_at),
            source.name,
            compared,
            len(record.statements) - compared,
        )


class _Writer:
    """Puts sheets into a workbook."""

    def __init__(self, book: "Workbook", say: Words) -> None:
        self._book = book
        self._say = say
        common = {
            "valign": "top",
            "font_name": "Calibri",
            "font_size": 11,
            "bottom": 1,
            "bottom_color": "#E2E0DA",
        }
        text = {**common, "text_wrap": True, "num_format": "@", "quote_prefix": True}
        self._text = book.add_format(text)
        self._strong = book.add_format({**text, "bold": True})
        self._states = {
            state: book.add_format({**text, "bg_color": colour}) for state, colour in _GROUNDS.items()
        }
        self._number = book.add_format({**common, "align": "center"})
        self._share = book.add_format({**common, "align": "center", "num_format": "0 %"})
        self._head = book.add_format({**text, "bold": True, "bg_color": "#E2E0DA", "bottom_color": "#7A7F87"})

    def write(self, sheet: _Sheet, pace: Pace) -> None:
        """Add one sheet with its head frozen and a filter over all its columns."""
        page = self._book.add_worksheet(sheet.name)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
        heads = tuple(each.name for each in sheet.columns)
        for number, row in enumerate(pace.over((heads, *sheet.rows))):
            page.set_row(number, _height(sheet, row))
            for place, value in enumerate(row):
                look = self._format(sheet, place, value) if number else self._head
                self._put(page, number, place, value, look)
        page.freeze_panes(1, sheet.fixed)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(0.4, 0.4, 0.5, 0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&L&A&R&P / &N")

    def _format(self, sheet: _Sheet, place: int, value: _Value) -> "Format":
        match value:
            case str():
                return self._strong if place < sheet.fixed else self._text
            case _Marked():
                return self._states.get(value.state, self._text)
            case _:
                return self._share if sheet.columns[place].is_share else self._number

    def _put(self, page: "Worksheet", row: int, column: int, value: _Value, look: "Format") -> None:
        text = _text_of(value)
        if text:
            page.write_string(row, column, _fitting(shown(text), self._say("cut_short")), look)
        elif isinstance(value, int | float):
            page.write_number(row, column, value, look)
        else:
            page.write_blank(row, column, None, look)


def _text_of(value: _Value) -> str:
    match value:
        case _Marked():
            return value.text
        case str():
            return value
        case _:
            return ""


def _shown_share(confidence: float | None) -> float | None:
    return None if confidence is None else shown_confidence(confidence)


def _height(sheet: _Sheet, row: Sequence[_Value]) -> float:
    """Return how tall a row must be for its texts to be seen: spreadsheets do not all measure them."""
    lines = max(
        sum(ceil(len(line) / column.width) or 1 for line in _text_of(value).split("\n"))
        for column, value in zip(sheet.columns, row, strict=True)
    )
    return min(_TALLEST, lines * _LINE + 3)


def _fitting(text: str, cut: str) -> str:
    """Return as much of a text as a cell holds, and that it was cut where it was."""
    if len(text) * 2 <= _MOST or len(text.encode("utf-16-le")) <= _MOST * 2:
        return text
    kept = text.encode("utf-16-le")[: (_MOST - len(cut) - 1) * 2].decode("utf-16-le", "ignore")
    return f"{kept} {cut}"
