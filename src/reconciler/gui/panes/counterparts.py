"""From a statement to what corresponds to it in the other article, and back to where one was reading."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reconciler.gui.panes.article_page import Anchor
from reconciler.gui.panes.choosing import Choosing
from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.linked_scrolling import LinkedScrolling
from reconciler.gui.panes.links import Link, Links, Side
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId, SourceId, StatementId

if TYPE_CHECKING:
    from reconciler.gui.panes.panes_view import PanesView

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a jump began: the statement, what both articles showed, the current match.

    `had_keys` is false where the keys were outside the articles, as in the queue.
    """

    statement: StatementId
    sources: tuple[SourceId, ...]
    anchors: tuple[Anchor | None, ...]
    match: MatchId | None
    had_keys: bool


class Counterparts(QObject):
    """Brings counterparts level with the statement that is read, or jumps to them and back.

    The statement that is read is the one that the keys act on in an article or, with the keys
    elsewhere, the left one of the current match. Rejected matches lead nowhere.
    """

    def __init__(
        self,
        session: Session,
        contents: PaneContents,
        scrolling: LinkedScrolling,
        choosing: Choosing,
        panes: "PanesView",
    ) -> None:
        super().__init__(panes)
        self._session = session
        self._contents = contents
        self._scrolling = scrolling
        self._choosing = choosing
        self._panes = panes
        self._views = panes.views()
        self._links = Links()
        self._trail: list[Origin] = []
        self._arrived: tuple[Side, int, MatchId] | None = None

    def forget(self) -> None:
        """Know no way back any more: another case is shown."""
        self._trail.clear()
        self._arrived = None

    @property
    def trail(self) -> tuple[Origin, ...]:
        """Where the last jumps began, the oldest first."""
        return tuple(self._trail)

    @trail.setter
    def trail(self, origins: tuple[Origin, ...]) -> None:
        self._trail = list(origins)

    def set_links(self, links: Links) -> None:
        """Follow these links from now on."""
        self._links = links
        self._arrived = None

    def bring_here(self) -> bool:
        """Bring the best counterpart level with the statement that is read; False where it has none.

        The statement itself moves only where the other article ends too early to come level.
        """
        here = self._here()
        if here is None:
            return False
        side, place = here
        links = self._leading(side, place)
        if not links:
            return False
        self._scrolling.show(links[0], side, may_move=True)
        return True

    def jump(self) -> bool:
        """Take the keys to a counterpart, from there to the statement's next one; False without one."""
        here = self._here()
        if here is None:
            return False
        side, place = here
        going_on = self._going_on(side, place)
        if going_on is not None:
            side, place, after = going_on
            links = self._leading(side, place)
            numbers = [link.match for link in links]
            at = numbers.index(after) + 1 if after in numbers else 0
            if len(links) < 2:
                return False
            self._go(side, links[at % len(links)])
            return True
        links = self._leading(side, place)
        if not links:
            return False
        self._remember(side, place)
        self._go(side, links[0])
        return True

    def back(self) -> Origin | None:
        """Show again what was read before the last jump; None where there was no jump."""
        while self._trail:
            origin = self._trail.pop()
            if origin.sources != self._contents.sources and set(origin.sources) <= self._known():
                self._panes.show_sources(
                    origin.sources[0], origin.sources[1] if len(origin.sources) > 1 else None
                )
            where = self._contents.where(origin.statement)
            if where is None:
                continue
            self._arrived = None
            self._session.set_current(origin.match)
            for view, anchor in zip(self._views, origin.anchors, strict=True):
                if anchor is not None:
                    view.set_anchor(anchor)
                    view.moved.emit(0)
            side, place = where
            self._views[side].set_focus_place(place)
            if origin.had_keys:
                self._views[side].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return origin
        return None

    def _known(self) -> set[SourceId]:
        case = self._session.case
        return set() if case is None else {source.id for source in case.sources}

    def _here(self) -> tuple[Side, int] | None:
        pane = self._panes.focused_pane()
        if pane is not None:
            place = self._views[pane].focus_place()
            if place is not None:
                return Side(pane), place
        current = self._links.get(self._session.current)
        return (Side.LEFT, current.left) if current is not None else None

    def _leading(self, side: Side, place: int) -> list[Link]:
        """Return the links to follow, the current match's first, then the strongest and surest."""
        links = [link for link in self._links.of(side, place) if link.state is not MatchState.REJECTED]
        return sorted(links, key=lambda link: link.match != self._session.current)

    def _going_on(self, side: Side, place: int) -> tuple[Side, int, MatchId] | None:
        """Return where the last jump began, and over which match, while the keys stand where it led."""
        if self._arrived is None or not self._trail or self._arrived[:2] != (side, place):
            return None
        origin = self._contents.where(self._trail[-1].statement)
        return (*origin, self._arrived[2]) if origin is not None else None

    def _remember(self, side: Side, place: int) -> None:
        origin = Origin(
            self._contents.statements[side][place].id,
            self._contents.sources,
            tuple(view.anchor(0.0) for view in self._views),
            self._session.current,
            self._panes.focused_pane() is not None,
        )
        self._trail = [*self._trail[1 - LONGEST :], origin]

    def _go(self, side: Side, link: Link) -> None:
        other = side.other
        self._choosing.still = side
        try:
            self._session.set_current(link.match)
        finally:
            self._choosing.still = None
        seen = link.place(side) in self._views[side].visible()
        self._scrolling.show(link, side if seen else None)
        place = link.place(other)
        self._arrived = (other, place, link.match)
        self._views[other].set_focus_place(place)
        self._views[other].setFocus(Qt.FocusReason.ShortcutFocusReason)
