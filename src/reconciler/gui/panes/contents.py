"""What stands in the panes: which sources, in which of their versions, and where each statement is."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconciler.gui.session import Session
from reconciler.model import SourceId, Statement, StatementId, StatementKind, Version

FEWEST = 2
"""So many panes there are at least, empty where a case has fewer sources."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One article in a pane; `version` is the former version that is shown, or None for the present one."""

    text: str = ""
    statements: tuple[Statement, ...] = ()
    version: Version | None = None


class PaneContents:
    """The sources side by side. A former version of one is shown to be read: nothing in it is live.

    Panes are counted from 0 at the left.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.sources: tuple[SourceId, ...] = ()
        self._versions: dict[SourceId, int] = {}
        self._shown: tuple[Shown, ...] = (Shown(),) * FEWEST
        self._places: dict[StatementId, tuple[int, int]] = {}

    def show(self, sources: Sequence[SourceId]) -> None:
        """Take other sources, without reading them yet: see `renew`."""
        self.sources = tuple(sources)

    def show_early(self, articles: Mapping[SourceId, Shown]) -> None:
        """Show articles whose case is not there yet; they are in no version but the present one."""
        self._versions.clear()
        self.sources = tuple(articles)
        self._take(list(articles.values()))

    def _take(self, found: Sequence[Shown]) -> Sequence[bool]:
        """Show this; answers of which panes it is that what was there before reads alike."""
        before, self._shown = self._shown, (*found, *(Shown(),) * (FEWEST - len(found)))
        alike = [
            pane < len(before) and reads_alike(before[pane], shown) for pane, shown in enumerate(self._shown)
        ]
        if all(alike) and len(before) == len(alike):
            return alike
        self._places = {
            statement.id: (pane, place)
            for pane, shown in enumerate(self._shown)
            for place, statement in enumerate(shown.statements)
        }
        return alike

    def forget(self) -> None:
        """Show nothing, and every source in its present version from now on."""
        self.sources = ()
        self._versions.clear()

    def show_version(self, source: SourceId, number: int | None) -> None:
        """Show a source in a former version, or (None) in its present one, from the next `renew` on."""
        if number is None:
            self._versions.pop(source, None)
        else:
            self._versions[source] = number

    def renew(self) -> Mapping[int, Shown]:
        """Read what is shown from the case; returns what panes showed that read otherwise now."""
        before = self._shown
        alike = self._take([self._read(source) for source in self.sources])
        return {
            pane: before[pane] if pane < len(before) else Shown()
            for pane, is_alike in enumerate(alike)
            if not is_alike
        }

    def _read(self, source: SourceId) -> Shown:
        case = self._session.case
        if case is None:
            return Shown()
        number = self._versions.get(source)
        versions = case.versions(source) if number is not None else ()
        former = next((one for one in versions if one.number == number and not one.is_present), None)
        if former is not None:
            return Shown(former.text, former.statements, former)
        self._versions.pop(source, None)
        return Shown(case.source(source).text, case.statements(source))

    @property
    def panes(self) -> Sequence[Shown]:
        """What each pane shows, from left to right."""
        return self._shown

    @property
    def statements(self) -> tuple[Sequence[Statement], ...]:
        """The statements of each pane, in order."""
        return tuple(shown.statements for shown in self._shown)

    @property
    def is_present(self) -> bool:
        """Whether every pane shows its source as it stands now."""
        return all(shown.version is None for shown in self._shown)

    def is_former(self, pane: int) -> bool:
        """Whether a pane shows a former version, in which nothing can be decided."""
        return self._shown[pane].version is not None

    def of_source(self, source: SourceId) -> Sequence[Statement]:
        """Return the statements of any source of the case, as it is shown where it is."""
        if source in self.sources:
            return self._shown[self.sources.index(source)].statements
        case = self._session.case
        return () if case is None else case.statements(source)

    def where(self, statement: StatementId) -> tuple[int, int] | None:
        """Return the pane and the place of a statement, or None when it is not shown."""
        return self._places.get(statement)

    def statement(self, pane: int, place: int) -> Statement:
        """Return the statement at a place of a pane."""
        return self._shown[pane].statements[place]

    def matched(self, pane: int) -> list[int]:
        """Return the places of the statements of a pane that can be matched."""
        matched = [kind for kind in StatementKind if kind.is_matched]
        return [place for place, one in enumerate(self._shown[pane].statements) if one.kind in matched]


def reads_alike(before: Shown, now: Shown) -> bool:
    """Whether the same statements stand there, whatever they carry."""
    return [one.id for one in before.statements] == [one.id for one in now.statements]


def place_after(before: Shown, now: Shown, place: int) -> int:
    """Return where what stood at a place stands after a mending, or roughly so in another version."""
    if not now.statements or place >= len(before.statements):
        return 0
    was = before.statements[place]
    if before.text == now.text:
        starts = [each.start for each in now.statements]
        return max(bisect_right(starts, was.start) - 1, 0)
    alike = [number for number, each in enumerate(now.statements) if each.text == was.text]
    if alike:
        return min(alike, key=lambda number: abs(number - place))
    return min(place, len(now.statements) - 1)
