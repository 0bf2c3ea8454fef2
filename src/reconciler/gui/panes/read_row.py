"""The articles with what is done in them: keys and pointing, counterparts, search, the place one reads."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconciler.gui.finding import Found
from reconciler.gui.panes.announcing import Announcing
from reconciler.gui.panes.arranging import (
    FEWEST,
    MOST,
    are_neighbours,
    brought_together,
    fitting,
    put_at,
)
from reconciler.gui.panes.choosing import Choosing
from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.counterparts import Counterparts
from reconciler.gui.panes.desk import Desk
from reconciler.gui.panes.finder import Finder, Look
from reconciler.gui.panes.linked_scrolling import LinkedScrolling
from reconciler.gui.panes.pane_keys import PaneKeys
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.panes.pane_versions import PaneVersions
from reconciler.gui.panes.pointing import Pointing
from reconciler.gui.panes.reading_place import Reading, restore_scroll_positions, scroll_positions
from reconciler.gui.panes.shown_links import ShownLinks
from reconciler.gui.panes.standings import Standings
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, SourceId, StatementId


class ReadRow(PaneRow):
    """A row of panes that can be read, whatever fills it: see `fill`.

    `hit_changed` carries the number of the hit a search stands at (0 for none) and how many there are.
    """

    hit_changed = Signal(int, int)
    found_changed = Signal(object)
    sources_shown = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._contents = PaneContents(session)
        self._links = ShownLinks()
        self._held: tuple[SourceId, ...] = ()
        self._chosen: tuple[SourceId, ...] = ()
        self._room = FEWEST
        self._to_show: MatchId | None = None
        desk = Desk(session, self._contents, self, self._links)
        self._choosing = Choosing(session, self._contents, self._links)
        self._keys = PaneKeys(session, self._contents, self)
        self._pointing = Pointing(desk, self._choosing, self._keys)
        self._announcing = Announcing(desk, self._keys, self._pointing)
        self._standings = Standings(desk)
        self._scrolling = LinkedScrolling(self, self._links)
        self._versions = PaneVersions(session, self._contents, self)
        self.counterparts = Counterparts(
            desk, self._scrolling, self._choosing, self._keys, lambda sources: self.show_sources(*sources)
        )
        self._finder = Finder(session, self._contents, self, self.bring_source)
        self._finder.hit_changed.connect(self.hit_changed)
        self._finder.found_changed.connect(self.found_changed)

    # Sources --------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the sources that the contents name now."""
        raise NotImplementedError

    def shown_sources(self) -> tuple[SourceId, ...]:
        """Return the sources in the panes, from left to right."""
        return self._contents.sources

    def chosen_sources(self) -> tuple[SourceId, ...]:
        """Return the sources that are to be shown, also those that there is no room for now."""
        return self._chosen

    def show_sources(self, *sources: SourceId, needed: Collection[SourceId] = ()) -> None:
        """Put sources side by side, or one alone: those needed first, if there is no room for all.

        One that was taken out of the case is passed over, also before these panes have heard of that.
        """
        case = self._session.case
        there = {source.id for source in case.sources} if case is not None else set()
        self._chosen = tuple(source for source in sources if source in there)[:MOST]
        self._room = self.room()
        shown = fitting(self._chosen, self._room, needed)
        if shown != self._contents.sources:
            self._contents.show(shown)
            self.fill()
            self.sources_shown.emit()

    def bring_source(self, source: SourceId) -> None:
        """See to it that a source is shown: one that is not takes the place of the rightmost."""
        chosen = self._chosen
        if source not in self.shown_sources():
            kept = chosen if source in chosen else (*chosen[: max(len(chosen) - 1, 1)], source)
            self.show_sources(*kept, needed=(source,))

    def bring_together(self, one: SourceId, other: SourceId) -> None:
        """See to it that two sources stand side by side."""
        if not are_neighbours(self.shown_sources(), one, other):
            chosen = brought_together(self._chosen, self.room(), one, other)
            self.show_sources(*chosen, needed=(one, other))

    def put_source(self, pane: int, source: SourceId) -> None:
        """Show a source in a pane; one that is chosen already changes places with what stood there."""
        shown = self.shown_sources()
        needed = [source if place == pane else each for place, each in enumerate(shown)]
        if source in shown:
            needed = [*shown]
        self.show_sources(*put_at(self._chosen, shown[pane], source), needed=needed)

    def follow_order(self, order: Sequence[SourceId]) -> None:
        """Show the chosen sources in another order."""
        self.show_sources(*sorted(self._chosen, key=order.index), needed=self.shown_sources())

    def refit(self) -> None:
        """Show as many of the chosen sources as there is room for now."""
        if len(self._chosen) > FEWEST and self.room() != self._room:
            tie = self._links.get(self._session.current)
            shown = self.shown_sources()
            needed = [shown[tie.left], shown[tie.right]] if tie is not None else shown[:FEWEST]
            self.show_sources(*self._chosen, needed=needed)

    def light_up(self, matches: Sequence[MatchId]) -> None:
        """Make matches stand out, as those under the mouse do, until the mouse is over others."""
        self._pointing.hover(matches)

    def toggle_selected(self) -> bool:
        """Select the statement that the keys act on, or not any more; False where they are in no article."""
        return self._pointing.toggle_selected()

    @contextmanager
    def keeping_still(self, statement: StatementId) -> Iterator[None]:
        """Leave the article of a statement where it is while the current match moves."""
        where = self._contents.where(statement)
        before, self._choosing.still = self._choosing.still, where[0] if where is not None else None
        try:
            yield
        finally:
            self._choosing.still = before

    # Keys -----------------------------------------------------------------------------------

    def focus_pane(self, index: int) -> bool:
        """Give the keys to a pane, counted from 0; False where there is none."""
        return self._keys.focus_pane(index)

    def focused_pane(self) -> int | None:
        """Return which pane has the keys, counted from 0, or None."""
        return self._keys.focused_pane()

    def focused_statement(self) -> StatementId | None:
        """Return the statement that the keys act on in the pane that has them, or None."""
        return self._keys.focused_statement()

    def statement_in_use(self) -> StatementId | None:
        """Return the statement that the keys act on or, with the keys elsewhere, the one selected last."""
        return self._keys.statement_in_use()

    def begin_split(self, statement: StatementId) -> bool:
        """Let the keys choose where a statement is split; answers False where it can't be."""
        return self._keys.begin_split(statement)

    def begin_picking(self, statement: StatementId) -> bool:
        """Let the keys choose another statement in the place of one; answers False where it is not shown."""
        return self._keys.begin_picking(statement)

    def reveal(self, statement: StatementId) -> None:
        """Bring a statement that is shown into view, and the keys of its article to it."""
        self._keys.reveal(statement)

    def selected_text(self) -> str:
        """Return the text that is selected for copying, or nothing."""
        return self._keys.selected_text()

    def reading(self) -> Reading:
        """Return which statements the keys are at, and the way back of the jumps."""
        places = tuple(view.focus_place() for view in self.views())
        return Reading(self._contents.sources, places, self.counterparts.trail)

    def read_again(self, reading: Reading) -> None:
        """Go on where the articles were read, if they are the same."""
        self.counterparts.trail = reading.jumps
        if reading.sources == self._contents.sources:
            for view, place in zip(self.views(), reading.places, strict=True):
                view.set_focus_place(place)

    def scroll_positions(self) -> tuple[int, ...]:
        """Return, for each pane, the statement at its top edge and the thousandths of it that are above."""
        return scroll_positions(self, self._contents)

    def restore_scroll_positions(self, positions: Sequence[int]) -> None:
        """Scroll to where `scroll_positions` said; statements that are not shown are passed over."""
        self._to_show = None
        restore_scroll_positions(self, self._contents, positions)

    # Search ---------------------------------------------------------------------------------

    def find(self, text: str) -> int:  # type: ignore[override]  # hides a look-up of native windows
        """Mark where words stand in the sources; returns how many statements of all of them hold them."""
        return self._finder.find(text)

    def find_again(self) -> None:
        """Look for the same again, as more is searched now."""
        self._finder.find_again()

    def found(self) -> Found:
        """Return what is found now, in the sources and elsewhere."""
        return self._finder.found()

    def go_to_found(self, source: SourceId, place: int) -> None:
        """Go to a statement that was found, with the keys, and on from there."""
        self._finder.go_to(source, place)
        self.focus_pane(self._contents.sources.index(source))

    def look_with(self, look: Look) -> None:
        """Have this look for what is searched, in the place of looking at each statement."""
        self._finder.look = look

    def find_next(self) -> None:
        """Go to the next hit, from one source on to the next."""
        self._finder.step(1, self.focused_pane() or 0)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._finder.step(-1, self.focused_pane() or 0)

    def clear_find(self) -> None:
        """Take the marks of a search away."""
        self.find("")

    def found_statement(self) -> StatementId | None:
        """Return the statement of the hit that the search stands at, or None."""
        return self._finder.found_statement()
