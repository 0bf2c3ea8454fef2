"""The versions of the sources in the panes: which are there, which is shown, what changed since."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reconciler.gui.panes.changes import Since
from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.session import Session
from reconciler.model import SourceId, Version

Key = tuple[tuple[int, ...], tuple[int, ...]]


class PaneVersions(QObject):
    """Fills the headers' menus of versions and has the changes marked.

    `chosen` carries a source and the number of the version wanted; `wanted` two versions whose
    comparison is not known yet (the former one, then the one shown): see `take`.
    """

    chosen = Signal(object, int)
    wanted = Signal(object, object)

    def __init__(self, session: Session, contents: PaneContents, row: PaneRow) -> None:
        super().__init__(row)
        self._session = session
        self._contents = contents
        self._row = row
        self._known: dict[Key, Since] = {}
        self._asked: set[Key] = set()
        self._on = False
        self._actions: tuple[QAction, ...] = ()

    def watch(self, pane: SourcePane, index: Callable[[], int]) -> None:
        """Fill the menu of a pane; `index` answers where it stands now."""
        pane.header.version_actions = self._actions
        pane.header.version_chosen.connect(lambda number: self._choose(index(), number))

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Put these actions below the versions in each menu."""
        self._actions = tuple(actions)
        for pane in self._row.panes():
            pane.header.version_actions = self._actions

    def set_shown(self, on: bool) -> None:
        """Mark what changed since the former version, or nothing."""
        self._on = on
        self.renew()

    def forget(self) -> None:
        """Drop what is known: another case is open."""
        self._known.clear()
        self._asked.clear()

    def renew(self) -> None:
        """Show in the headers which versions there are, and in the articles what changed."""
        case = self._session.case
        for number, source in enumerate(self._contents.sources):
            pane = self._row.panes()[number]
            versions = () if case is None else case.versions(source)
            shown = self._shown(number, versions)
            pane.header.offer_versions(versions, shown)
            former = next((one for one in reversed(versions) if shown and one.number < shown.number), None)
            if not self._on or former is None or shown is None:
                pane.view.set_since(Since())
                continue
            key = _key(former, shown)
            if key in self._known:
                pane.view.set_since(self._known[key])
            elif key not in self._asked:
                pane.view.set_since(Since())
                self._asked.add(key)
                self.wanted.emit(former, shown)

    def take(self, former: Version, shown: Version, found: Since) -> None:
        """Take what was found between two versions, and show it where it is wanted."""
        self._known[_key(former, shown)] = found
        self._asked.discard(_key(former, shown))
        self.renew()

    def _shown(self, pane: int, versions: Sequence[Version]) -> Version | None:
        former = self._contents.panes[pane].version
        if former is not None:
            return former
        return next((one for one in versions if one.is_present), None)

    def _choose(self, pane: int, number: int) -> None:
        source: SourceId = self._contents.sources[pane]
        self.chosen.emit(source, number)


def _key(former: Version, shown: Version) -> Key:
    return tuple(each.id for each in former.statements), tuple(each.id for each in shown.statements)
