"""How the sources compare: counts of claims, what two of them share, when claims appeared."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from reconciler.case.source_comparison import Instance, Profile, SourceComparison, compare_sources
from reconciler.gui import messages
from reconciler.gui.background import Background
from reconciler.gui.claims.counts import Count, CountsTable
from reconciler.gui.claims.details import Detail, DetailsList, Part
from reconciler.gui.claims.following import Following
from reconciler.gui.claims.rows import one_line
from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import ClaimBasis, Source, SourceId, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.claim_table import ClaimTable

AT_ONCE = 3000
"""So many cells of the claims table are counted in some 10 ms; more are left to the worker."""
NAME_WIDTH, COUNT_WIDTH, PAIR_WIDTH = 230, 130, 56
MOST = 300
"""Claims listed behind a count."""


class SourcesView(QWidget):
    """Follows the claims while it is shown.

    `went` carries a statement, and a source to show beside it or None.
    """

    went = Signal(object, object)

    def __init__(
        self,
        session: Session,
        following: Following,
        background: Background,
        theme: Theme,
        points: float,
    ) -> None:
        super().__init__()
        self._session, self._following, self._background = session, following, background
        self._words = CountWords(self)
        self._table: ClaimTable | None = None
        self._behind: Count | None = None
        self.profiles = CountsTable(theme, self.tr("What each source has"))
        self.pairs = CountsTable(theme, self.tr("Claims that two sources share"))
        self.days = CountsTable(theme, self.tr("Claims by the date of their first article"))
        self.details = DetailsList(theme, points)
        self._build()
        for table in (self.profiles, self.pairs, self.days):
            table.chosen.connect(self._show_behind)
        self.details.chosen.connect(self._go)
        following.renewed.connect(self._take)
        session.opened.connect(self._forget)
        self.set_theme(theme)

    def _build(self) -> None:
        self._note = text_label("", self, role="quiet")
        self._undated = text_label("", self, role="quiet")
        self._sentence = text_label("", self, role="heading")
        self._sentence.setContentsMargins(12, 12, 12, 8)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(self._note)
        for name, table in (
            (self.tr("What each source has"), self.profiles),
            (self.tr("Claims that two sources share"), self.pairs),
            (self.tr("Claims by the date of their first article"), self.days),
        ):
            head = QLabel(name)
            head.setProperty("role", "heading")
            head.setContentsMargins(0, 10, 0, 2)
            column.addWidget(head)
            column.addWidget(table)
        column.addWidget(self._undated)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page)
        side = QWidget()
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._sentence)
        inner.addWidget(self.details, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(area)
        self._split.addWidget(side)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([900, 380])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in (self.profiles, self.pairs, self.days):
            table.set_theme(theme)
        self.details.set_theme(theme)

    def set_text_size(self, points: float) -> None:
        """Set the statements in another size."""
        self.details.set_text_size(points)

    def focus_table(self) -> None:
        """Give the keyboard to the first table."""
        self.profiles.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.profiles.currentIndex().isValid() and self.profiles.counts.rowCount():
            self.profiles.setCurrentIndex(self.profiles.counts.index(0, 1))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the claims from now on."""
        super().showEvent(event)
        self._following.look(self, on=True)
        if self._following.table is not None and self._following.table is not self._table:
            self._take(self._following.table)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the counts as they are."""
        super().hideEvent(event)
        self._following.look(self, on=False)

    # What is shown ----------------------------------------------------------------------------

    def _forget(self) -> None:
        self._table = self._behind = None
        for table in (self.profiles, self.pairs, self.days):
            table.show_counts((), (), (), (NAME_WIDTH, COUNT_WIDTH))
        self.details.rows.show(())
        self._sentence.clear()

    def _take(self, table: "ClaimTable") -> None:
        if not self.isVisible():
            return
        if len(table.claims) * len(table.sources) <= AT_ONCE:
            self._fill(table, compare_sources(table))
        else:
            self._background.run(
                self.tr("Comparing the sources…"),
                lambda _task: compare_sources(table),
                lambda found: self._fill(table, found),
                self._following.failed.emit,
            )

    def _fill(self, table: "ClaimTable", found: SourceComparison) -> None:
        case = self._session.case
        if case is None or self._following.table is not table:
            return
        self._table = table
        places = [each.currentIndex() for each in (self.profiles, self.pairs, self.days)]
        kept = [(index.row(), index.column()) for index in places]
        words = self._words
        widths = NAME_WIDTH, COUNT_WIDTH
        self.profiles.show_counts(*words.profiles(table, found), widths)
        self.pairs.show_counts(*words.pairs(table, found), (NAME_WIDTH, PAIR_WIDTH))
        self.days.show_counts(*words.days(found), widths)
        self._undated.setText(words.undated(found.undated) if found.undated else "")
        proposed = table.basis is ClaimBasis.PROPOSED and len(table.sources) > 1
        self._note.setText(words.note(proposed=proposed))
        for each, (row, column) in zip((self.profiles, self.pairs, self.days), kept, strict=True):
            if 0 <= row < each.counts.rowCount():
                each.setCurrentIndex(each.counts.index(row, column))
        if self._behind is None and found.profiles:
            self.profiles.setCurrentIndex(self.profiles.counts.index(0, 1))

    def _show_behind(self, count: Count) -> None:
        """List what was counted."""
        case, table = self._session.case, self._table
        if case is None or table is None:
            return
        self._behind = count
        self._sentence.setText(count.sentence)
        self.details.rows.show(tuple(_details(case, table, count.found[:MOST])))

    def sentence(self) -> str:
        """Return what is said of the count that is chosen."""
        return self._sentence.text()

    def note_text(self) -> str:
        """Return what is said above the counts."""
        return self._note.text()

    def _go(self, row: Detail) -> None:
        beside = self._behind.absent_from if self._behind is not None else None
        if row.statement is not None:
            self.went.emit(row.statement, None if beside is None else SourceId(beside))


def _details(case: "Case", table: "ClaimTable", found: Sequence[Instance]) -> list[Detail]:
    places = {source.id: place for place, source in enumerate(table.sources)}
    rows = []
    for each in found:
        record, statement = table.claims[each.place], table.statements[each.statement]
        place = places[statement.source]
        rows.append(
            Detail(
                Part.STATEMENT,
                messages.statement_name(case, each.statement),
                "",
                one_line(statement.text[:1200]),
                place,
                record.cells[place].state,
                statement=StatementId(each.statement),
            )
        )
    return rows


class CountWords(QObject):
    """Puts counts into rows and sentences; an object, as plurals want one."""

    def note(self, *, proposed: bool) -> str:
        """Return what is to be known of all counts."""
        text = self.tr("Counts of claims, and the statements behind each: no mark is given to a source.")
        if proposed:
            return self.tr(
                "{text} Nothing is confirmed yet: they follow from the program's proposals."
            ).format(text=text)
        return text

    def undated(self, count: int) -> str:
        """Return how many claims stand on no day."""
        return self.tr("%n claim(s) stand in no article with a date of its own.", None, count)

    def profiles(
        self, table: "ClaimTable", found: SourceComparison
    ) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[Count, ...]]]:
        """Return the table of what each source has: names of columns, what they count, rows."""
        heads = (
            self.tr("Source"),
            self.tr("Claims"),
            self.tr("It alone"),
            self.tr("Left out"),
            self.tr("Asserted"),
        )
        tips = (
            "",
            self.tr("Claims of which it says something"),
            self.tr("Claims that no other source has"),
            self.tr("Claims that most sources have and it does not"),
            self.tr("What it says plainly and another source attributes or hedges"),
        )
        most = max(len(table.claims), 1)
        rows = [
            self._profile(source, place, profile, most)
            for place, (source, profile) in enumerate(zip(table.sources, found.profiles, strict=True))
        ]
        return heads, tips, rows

    def _profile(self, source: Source, place: int, profile: Profile, most: int) -> tuple[Count, ...]:
        name = messages.source_name(source)
        said, alone = len(profile.said), len(profile.alone)
        left_out, asserted = len(profile.left_out), len(profile.asserted)
        return (
            Count(name, name, profile.said, letter=source.letter, place=place, is_name=True),
            _count(self.tr("{source} says something of %n claim(s).", None, said), name, profile.said, most),
            _count(self.tr("{source} alone has %n claim(s).", None, alone), name, profile.alone, most),
            _count(
                self.tr("{source} leaves out %n claim(s) that most sources have.", None, left_out),
                name,
                profile.left_out,
                most,
                absent_from=source.id,
            ),
            _count(
                self.tr("{source} asserts %n claim(s) that others attribute or hedge.", None, asserted),
                name,
                profile.asserted,
                most,
            ),
        )

    def pairs(
        self, table: "ClaimTable", found: SourceComparison
    ) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[Count, ...]]]:
        """Return the table of what two sources share."""
        names = [messages.source_name(source) for source in table.sources]
        most = max((len(each) for each in found.shared.values()), default=1)
        rows = []
        for place, one in enumerate(table.sources):
            row = [Count(names[place], names[place], letter=one.letter, place=place, is_name=True)]
            for other_place, other in enumerate(table.sources):
                if other.id == one.id:
                    row.append(Count("·", self.tr("The same source")))
                    continue
                shared = found.between(one.id, other.id)
                text = self.tr("{one} and {other} share %n claim(s).", None, len(shared))
                sentence = text.format(one=names[place], other=names[other_place])
                row.append(Count(messages.number(len(shared)), sentence, shared, len(shared) / most))
            rows.append(tuple(row))
        heads = ("", *(source.letter for source in table.sources))
        return heads, ("", *names), rows

    def days(
        self, found: SourceComparison
    ) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[Count, ...]]]:
        """Return the table of days."""
        heads: tuple[str, ...] = (self.tr("Date"), self.tr("Claims"))
        tips: tuple[str, ...] = ("", self.tr("Claims that first appeared then"))
        rows: list[tuple[Count, ...]] = []
        most = max((len(day.appeared) for day in found.days), default=1)
        for day in found.days:
            date, count = messages.date_words(day.date), len(day.appeared)
            text = self.tr("%n claim(s) first appeared on {date}.", None, count).format(date=date)
            rows.append(
                (
                    Count(date, text, day.appeared, is_name=True),
                    Count(messages.number(count), text, day.appeared, count / most),
                )
            )
        return heads, tips, rows


def _count(
    sentence: str, name: str, found: tuple[Instance, ...], most: int, absent_from: int | None = None
) -> Count:
    return Count(
        messages.number(len(found)),
        sentence.format(source=name),
        found,
        len(found) / most,
        absent_from=absent_from,
    )
