"""What a search found as a list, in groups by where it stands; a row is made when it is looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reconciler.gui import messages
from reconciler.gui.find_query import Query
from reconciler.gui.finding import Found
from reconciler.gui.session import Session
from reconciler.model import EntryId, MatchId, SourceId, Span

if TYPE_CHECKING:
    from reconciler.case import Case

ROW_ROLE = Qt.ItemDataRole.UserRole
SHOWN = 200
"""So many of a group are listed; all of them are marked and stepped through."""
BEFORE = 28
"""How many characters of a text stand before the first words that were found in it."""
LONGEST = 240
Index = QModelIndex | QPersistentModelIndex


class Where(StrEnum):
    """What kind of thing was found."""

    STATEMENT = "statement"
    NOTE = "note"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that was found: a statement by its place in its source, a match or an act by its number."""

    where: Where
    number: int
    source: SourceId | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a group."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """Stands for those of a group that are not listed."""

    count: int


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What is shown of a thing that was found; the spans are where the words stand in `text`."""

    name: str
    text: str
    spans: tuple[Span, ...]
    beside: str = ""

    @property
    def in_words(self) -> str:
        """Return the row as a sentence, for a screen reader."""
        return ", ".join(part for part in (self.name, self.text, self.beside) if part)


Line = Heading | Target | More


class FoundModel(QAbstractListModel):
    """The groups that something was found in, each with its heading."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query: Query | None = None
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[Target, FoundRow] = {}

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        case = self._session.case
        self.beginResetModel()
        self._query = found.query
        self._rows.clear()
        self._lines = () if case is None else tuple(self._of(case, found))
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return what stands in a row."""
        return self._lines[row]

    def next_target(self, row: int, step: int) -> int | None:
        """Return the next row from one on, or back, that can be gone to; -1 stands before the first."""
        row += step
        while 0 <= row < len(self._lines):
            if isinstance(self._lines[row], Target):
                return row
            row += step
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings can't be chosen."""
        chosen = index.isValid() and isinstance(self._lines[index.row()], Target)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line as a value, or its words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return self._row(line) if isinstance(line, Target) else line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line)
        return None

    def _words(self, line: Line) -> str:
        match line:
            case Heading():
                return self.tr("{group}: {count}", "a group of what was found").format(
                    group=line.words, count=messages.number(line.count)
                )
            case More():
                return self.tr("… and %n more", None, line.count)
            case Target():
                return self._row(line).in_words

    def _of(self, case: "Case", found: Found) -> Iterator[Line]:
        for source, places in found.statements:
            of = case.source(source)
            name = f"{of.letter} · {messages.source_name(of)}"
            yield from _group(
                name, [Target(Where.STATEMENT, each, source) for each in places[:SHOWN]], len(places)
            )
        notes = [Target(Where.NOTE, each) for each in found.notes[:SHOWN]]
        yield from _group(self.tr("Notes"), notes, len(found.notes))
        acts = [Target(Where.ACT, each) for each in found.acts[:SHOWN]]
        yield from _group(self.tr("History"), acts, len(found.acts))

    def _row(self, target: Target) -> FoundRow:
        if target not in self._rows:
            case = self._session.case
            assert case is not None  # noqa: S101
            self._rows[target] = self._made(case, target)
        return self._rows[target]

    def _made(self, case: "Case", target: Target) -> FoundRow:
        if target.source is not None:
            statement = case.statements(target.source)[target.number]
            return self._cut(messages.statement_name(case, statement.id), statement.text)
        if target.where is Where.NOTE:
            match = case.matches[MatchId(target.number)]
            return self._cut(messages.match_name(case, match), self._session.standing(match.id).note)
        from reconciler.gui.history_rows import Fate, act_row

        entries = {entry.id: entry for entry in case.entries()}
        entry = entries[EntryId(target.number)]
        undone = entries.get(entry.undoes) if entry.undoes is not None else None
        row = act_row(case, entry, Fate.STANDS, undone)
        return self._cut("", row.what, f"{row.who}, {row.when}")

    def _cut(self, name: str, text: str, beside: str = "") -> FoundRow:
        """Return a row with the part of a text in which the words stand, on one line."""
        spans = self._query.spans(text) if self._query is not None else ()
        start = max(0, spans[0].start - BEFORE) if spans else 0
        if start:
            start = text.find(" ", start, spans[0].start) + 1 or start
        part = text[start : start + LONGEST]
        line = _WHITE.sub(" ", part)
        lead = "… " if start else ""
        moved = len(lead) - start
        inside = [Span(each.start + moved, each.end + moved) for each in spans if each.end <= start + LONGEST]
        return FoundRow(name, lead + line, tuple(inside), beside)


_WHITE = re.compile(r"\s")


def _group(words: str, targets: Sequence[Target], count: int) -> Iterator[Line]:
    if count:
        yield Heading(words, count)
        yield from targets
        if count > len(targets):
            yield More(count - len(targets))
