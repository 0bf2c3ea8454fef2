"""From a statement to what corresponds to it in the other articles, and back to where one was reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from reconciler.gui.panes.article_page import Anchor
from reconciler.gui.panes.choosing import Choosing
from reconciler.gui.panes.desk import Desk
from reconciler.gui.panes.linked_scrolling import LinkedScrolling
from reconciler.gui.panes.pane_keys import PaneKeys
from reconciler.gui.panes.shown_links import Tie
from reconciler.gui.theme import MatchState
from reconciler.model import MatchId, SourceId, StatementId

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a jump began: the statement, what the articles showed, the current match.

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
        desk: Desk,
        scrolling: LinkedScrolling,
        choosing: Choosing,
        keys: PaneKeys,
        show: Callable[[Sequence[SourceId]], None],
    ) -> None:
        super().__init__(desk.row)
        self._session = desk.session
        self._contents = desk.contents
        self._row = desk.row
        self._links = desk.links
        self._scrolling = scrolling
        self._choosing = choosing
        self._keys = keys
        self._show = show
        self._trail: list[Origin] = []
        self._arrived: tuple[int, int, MatchId] | None = None

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

    def forget_arrival(self) -> None:
        """Begin anew with the next jump: the links are others."""
        self._arrived = None

    def bring_here(self) -> bool:
        """Bring the best counterparts level with the statement that is read; False where it has none.

        The statement itself moves only where the other article ends too early to come level.
        """
        here = self._here()
        ties = self._leading(*here) if here is not None else []
        if here is None or not ties:
            return False
        self._scrolling.show(ties[0], here[0], may_move=True)
        return True

    def jump(self) -> bool:
        """Take the keys to a counterpart, from there to the statement's next one; False without one."""
        here = self._here()
        if here is None:
            return False
        pane, place = here
        going_on = self._going_on(pane, place)
        if going_on is not None:
            pane, place, after = going_on
            ties = self._leading(pane, place)
            numbers = [tie.link.match for tie in ties]
            at = numbers.index(after) + 1 if after in numbers else 0
            if len(ties) < 2:
                return False
            self._go(pane, ties[at % len(ties)])
            return True
        ties = self._leading(pane, place)
        if not ties:
            return False
        self._remember(pane, place)
        self._go(pane, ties[0])
        return True

    def back(self) -> Origin | None:
        """Show again what was read before the last jump; None where there was no jump."""
        while self._trail:
            origin = self._trail.pop()
            if origin.sources != self._contents.sources and set(origin.sources) <= self._known():
                self._show(origin.sources)
            where = self._contents.where(origin.statement)
            if where is None:
                continue
            self._arrived = None
            self._session.set_current(origin.match)
            for view, anchor in zip(self._row.views(), origin.anchors, strict=False):
                if anchor is not None:
                    view.set_anchor(anchor)
                    view.moved.emit(0)
            view = self._row.views()[where[0]]
            view.set_focus_place(where[1])
            if origin.had_keys:
                view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return origin
        return None

    def _known(self) -> set[SourceId]:
        case = self._session.case
        return set() if case is None else {source.id for source in case.sources}

    def _here(self) -> tuple[int, int] | None:
        focused = self._keys.focused()
        if focused is not None:
            return focused
        current = self._links.get(self._session.current)
        return current.ends[0] if current is not None else None

    def _leading(self, pane: int, place: int) -> list[Tie]:
        """Return the links to follow, the current match's first, then the strongest and surest."""
        ties = [tie for tie in self._links.of(pane, place) if tie.link.state is not MatchState.REJECTED]
        return sorted(ties, key=lambda tie: tie.link.match != self._session.current)

    def _going_on(self, pane: int, place: int) -> tuple[int, int, MatchId] | None:
        """Return where the last jump began, and over which match, while the keys stand where it led."""
        if self._arrived is None or not self._trail or self._arrived[:2] != (pane, place):
            return None
        origin = self._contents.where(self._trail[-1].statement)
        return (*origin, self._arrived[2]) if origin is not None else None

    def _remember(self, pane: int, place: int) -> None:
        origin = Origin(
            self._contents.statement(pane, place).id,
            self._contents.sources,
            tuple(view.anchor(0.0) for view in self._row.views()),
            self._session.current,
            self._keys.focused_pane() is not None,
        )
        self._trail = [*self._trail[1 - LONGEST :], origin]

    def _go(self, pane: int, tie: Tie) -> None:
        self._choosing.still = pane
        try:
            self._session.set_current(tie.link.match)
        finally:
            self._choosing.still = None
        seen = tie.link.place(tie.side(pane)) in self._row.views()[pane].visible()
        self._scrolling.show(tie, pane if seen else None)
        other = tie.opposite(pane)
        place = tie.link.place(tie.side(other))
        self._arrived = (other, place, tie.link.match)
        self._row.views()[other].set_focus_place(place)
        self._row.views()[other].setFocus(Qt.FocusReason.ShortcutFocusReason)
