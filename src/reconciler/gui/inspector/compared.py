"""The differences of a match made ready to show: both sides' words, and where they stand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reconciler.gui import messages
from reconciler.model import Difference, Match, Outcome, SignalKind, Span, Statement
from reconciler.signals import DateValue, Granularity, decode, places_of

if TYPE_CHECKING:
    from reconciler.case import Case


@dataclass(frozen=True, slots=True)
class SideWords:
    """What one side has: its words on one line, with what they resolve to, and where they stand in it."""

    letter: str
    place: int
    words: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One difference with both its sides."""

    difference: Difference
    left: SideWords
    right: SideWords

    @property
    def kind(self) -> SignalKind:
        """What is compared."""
        return self.difference.kind

    @property
    def agrees(self) -> bool:
        """Whether both sides say the same."""
        return self.difference.outcome is Outcome.AGREES

    @property
    def given(self) -> str:
        """The letter of the source that alone has it, or of the left one when both have."""
        return self.right.letter if self.left.words is None else self.left.letter


def compared(case: "Case", match: Match) -> tuple[Compared, ...]:
    """Return what is compared across a match, the strongest difference first."""
    places = {source.id: place for place, source in enumerate(case.sources)}
    left, right = case.statement(match.left), case.statement(match.right)

    def side(statement: Statement, kind: SignalKind, text: str | None) -> SideWords:
        source = case.source(statement.source)
        place = places.get(statement.source, 0)
        if text is None:
            return SideWords(source.letter, place, None, ())
        words = " ".join(text.split())
        resolved = _resolved(statement, text) if kind is SignalKind.DATE else ""
        if resolved and not resolved.casefold().startswith(words.casefold()):
            words = QCoreApplication.translate("Compared", "{words} → {date}").format(
                words=words, date=resolved
            )
        return SideWords(source.letter, place, words, places_of(statement, kind, text))

    return tuple(
        Compared(each, side(left, each.kind, each.left), side(right, each.kind, each.right))
        for each in case.differences(match.id)
    )


def _resolved(statement: Statement, text: str) -> str:
    """Return the day, month or stretch of days that a date's words stand for, as people write it."""
    for signal in statement.signals:
        if signal.kind is SignalKind.DATE and signal.text == text:
            value = decode(signal)
            if isinstance(value, DateValue) and value.resolved:
                return date_value_words(value)
    return ""


def date_value_words(value: DateValue) -> str:
    """Return a stretch of days as people of the interface's language write it; empty when it is open."""
    start = QDate.fromString(value.start or "", "yyyy-MM-dd")
    end = QDate.fromString(value.end or "", "yyyy-MM-dd")
    if not start.isValid() or not end.isValid():
        return ""
    locale = QLocale()
    if value.granularity is Granularity.YEAR:
        return locale.toString(start, "yyyy")
    if value.granularity is Granularity.MONTH:
        return locale.toString(start, "MMMM yyyy")
    day = messages.day_words(end)
    if start == end:
        return day
    return QCoreApplication.translate("Compared", "{first} – {last}").format(
        first=messages.day_words(start, with_year=False), last=day
    )
