"""Finding words in all sources: what is found is marked in the panes, and gone to one by one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reconciler.gui.find_query import Marked, Query
from reconciler.gui.finding import Found
from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.panes.pane_search import Hit, PaneSearch
from reconciler.gui.panes.text_search import Folder
from reconciler.gui.session import Session
from reconciler.model import SourceId, StatementId

Look = Callable[[str], Found]
"""What looks for what was typed."""


class Finder(QObject):
    """Searches what the panes show and the sources that they don't; `show` sees to it that one is shown.

    Without an index (`look`) each statement is looked at. `found_changed` carries what is found now.
    """

    hit_changed = Signal(int, int)
    found_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        contents: PaneContents,
        row: PaneRow,
        show: Callable[[SourceId], None],
    ) -> None:
        super().__init__(row)
        self._session = session
        self._contents = contents
        self._row = row
        self._show = show
        self._search = PaneSearch()
        self._typed = ""
        self._folder = Folder()
        self._found = Found(Query("", self._folder))
        self.look: Look = self._look_at_each

    def forget(self) -> None:
        """Look for nothing."""
        self._typed = ""
        self._search.active = None
        self._take(Found(Query("", self._folder)))

    def find_again(self) -> None:
        """Look for the same again: statements are others now, or others are searched."""
        if self._typed:
            self._take(self.look(self._typed))
        self.mark()

    def find(self, text: str) -> int:
        """Mark where words stand in the sources; returns how many statements of all of them hold them."""
        if text != self._typed:
            self._search.active = None
        self._typed = text
        self._take(self.look(text))
        self.mark()
        return self._search.total

    def found(self) -> Found:
        """Return what is found now."""
        return self._found

    def _take(self, found: Found) -> None:
        # A former version of an article is in no index: what is shown of it is looked through.
        sources = self._contents.sources
        former = [source for pane, source in enumerate(sources) if self._contents.is_former(pane)]
        self._found = found
        self._search.show(
            [
                (source, found.query.places(self._contents.of_source(source)) if source in former else places)
                for source, places in found.statements
            ]
        )
        self.found_changed.emit(found)

    def _look_at_each(self, typed: str) -> Found:
        query, case = Query(typed, self._folder), self._session.case
        sources = case.sources if case is not None and query else ()
        of_source = self._contents.of_source
        return Found(query, tuple((one.id, query.places(of_source(one.id))) for one in sources))

    def step(self, by: int, pane: int) -> None:
        """Go to the next hit (1) or the one before (-1), counted from what a pane shows."""
        sources = self._contents.sources
        if not sources:
            return
        pane = min(pane, len(sources) - 1)  # the keys may be in one that is empty by now
        hit = self._search.step(by, sources[pane], self._row.views()[pane].visible().start)
        if hit is not None:
            self._go(hit)

    def go_to(self, source: SourceId, place: int) -> None:
        """Go to a statement that was found, and on from there."""
        hit = Hit(source, place)
        self._search.go_to(hit)
        self._go(hit)

    def _go(self, hit: Hit) -> None:
        self._show(hit.source)
        places = self._search.in_source(hit.source)
        if places and hit.place not in places:
            # It is shown in a former version, in which other statements were found.
            hit = Hit(hit.source, places[0])
            self._search.go_to(hit)
        elif not places:
            return
        view = self._row.views()[self._contents.sources.index(hit.source)]
        view.set_focus_place(hit.place)
        view.reveal(hit.place)
        self.mark()

    def mark(self) -> None:
        """Mark what was found in what is shown now."""
        active = self._search.active
        for pane, statements, source in zip(
            self._row.panes(), self._contents.statements, self._contents.sources, strict=False
        ):
            places = self._search.in_source(source)
            here = active is not None and active.source == source
            hits = Marked(self._found.query, statements, places) if places else {}
            pane.view.set_hits(hits, active.place if here and active is not None else None)
            pane.overview.set_hits(tuple(places))
        self.hit_changed.emit(self._search.number, self._search.total)

    def found_statement(self) -> StatementId | None:
        """Return the statement that the search stands at, or None."""
        hit = self._search.active
        return None if hit is None else self._contents.of_source(hit.source)[hit.place].id
