"""What stands in the two panes: which sources, in which of their versions, and where each statement is."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconciler.gui.panes.links import Side
from reconciler.gui.session import Session
from reconciler.model import SourceId, Statement, StatementId, Version


@dataclass(frozen=True, slots=True)
class Shown:
    """One article in a pane; `version` is the former version that is shown, or None for the present one."""

    text: str = ""
    statements: tuple[Statement, ...] = ()
    version: Version | None = None


class PaneContents:
    """The sources side by side. A former version of one is shown to be read: nothing in it is live."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.sources: tuple[SourceId, ...] = ()
        self._versions: dict[SourceId, int] = {}
        self._shown: tuple[Shown, Shown] = (Shown(), Shown())
        self._places: dict[StatementId, tuple[Side, int]] = {}

    def show(self, sources: Sequence[SourceId]) -> None:
        """Take other sources, without reading them yet: see `renew`."""
        self.sources = tuple(sources)

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

    def renew(self) -> Mapping[Side, Shown]:
        """Read what is shown from the case; returns the sides cut otherwise now, with what they showed."""
        before = self._shown
        found = [self._read(source) for source in self.sources]
        found += [Shown()] * (2 - len(found))
        self._shown = (found[0], found[1])
        self._places = {
            statement.id: (side, place)
            for side in Side
            for place, statement in enumerate(self._shown[side].statements)
        }
        return {side: before[side] for side in Side if not _reads_alike(before[side], self._shown[side])}

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
    def statements(self) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """The statements of both panes, in order."""
        return self._shown[0].statements, self._shown[1].statements

    def side(self, side: Side) -> Shown:
        """Return what a pane shows."""
        return self._shown[side]

    def is_former(self, side: Side) -> bool:
        """Whether a pane shows a former version, in which nothing can be decided."""
        return self._shown[side].version is not None

    def of_source(self, source: SourceId) -> Sequence[Statement]:
        """Return the statements of any source of the case, as it is shown where it is."""
        if source in self.sources:
            return self.statements[self.sources.index(source)]
        case = self._session.case
        return () if case is None else case.statements(source)

    def where(self, statement: StatementId) -> tuple[Side, int] | None:
        """Return where a statement stands, or None when it is not shown."""
        return self._places.get(statement)


def _reads_alike(before: Shown, now: Shown) -> bool:
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
