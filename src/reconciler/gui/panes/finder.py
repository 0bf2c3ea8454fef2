"""Finding a text in all sources: what is found is marked in the panes, and gone to hit by hit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.links import Side
from reconciler.gui.panes.pane_search import PaneSearch
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.session import Session
from reconciler.model import SourceId, StatementId


class Finder(QObject):
    """Searches what the panes show and the sources that they don't; `show` puts one of those beside."""

    hit_changed = Signal(int, int)

    def __init__(
        self,
        session: Session,
        contents: PaneContents,
        panes: Sequence[SourcePane],
        show: Callable[[SourceId, SourceId], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._contents = contents
        self._panes = panes
        self._show = show
        self._search = PaneSearch()
        self._typed = ""

    def forget(self) -> None:
        """Look for nothing."""
        self._typed = ""
        self._search.forget()

    def find_again(self) -> None:
        """Look for the same text in statements that are others now."""
        if self._typed:
            self.find(self._typed)
        else:
            self.mark()

    def find(self, text: str) -> int:
        """Mark where a text stands in the sources; returns how often it does in all of them."""
        self._typed = text
        case = self._session.case
        ids = [one.id for one in case.sources] if case is not None else []
        found = self._search.find(text, [(source, self._contents.of_source(source)) for source in ids])
        self.mark()
        return found

    def step(self, by: int, side: Side) -> None:
        """Go to the next hit (1) or the one before (-1), counted from what a pane shows."""
        sources = self._contents.sources
        if not sources:
            return
        hit = self._search.step(by, sources[side], self._panes[side].view.visible().start)
        if hit is None:
            return
        if hit.source not in sources:
            # The source that is searched next takes the place of the right one.
            self._show(sources[0], hit.source)
        view = self._panes[self._contents.sources.index(hit.source)].view
        view.set_focus_place(hit.place)
        view.reveal(hit.place)
        self.mark()

    def mark(self) -> None:
        """Mark the hits in what is shown now."""
        active = self._search.active
        for pane, source in zip(self._panes, self._contents.sources, strict=False):
            hits = self._search.in_source(source)
            here = active is not None and active.source == source
            pane.view.set_hits(hits, (active.place, active.span) if here and active is not None else None)
            pane.overview.set_hits(tuple(hits))
        self.hit_changed.emit(self._search.number, len(self._search.hits))

    def found_statement(self) -> StatementId | None:
        """Return the statement of the hit that the search stands at, or None."""
        hit = self._search.active
        return None if hit is None else self._contents.of_source(hit.source)[hit.place].id
