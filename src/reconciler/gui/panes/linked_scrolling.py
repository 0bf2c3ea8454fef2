"""Keeps the articles level while one of them is scrolled, and brings the two ends of a match together."""

from PySide6.QtCore import QObject

from reconciler.gui.panes.article_page import Anchor
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.links import Side
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.panes.scroll_sync import (
    EYE,
    Polyline,
    Rung,
    Stand,
    catch_up,
    chain,
    content_map,
    level_scrolls,
    scroll_map,
)
from reconciler.gui.panes.shown_links import ShownLinks, Tie
from reconciler.gui.theme import MatchState

Way = tuple[int, int]
"""From one pane to its neighbour."""


class LinkedScrolling(QObject):
    """Moves the other articles when the user scrolls one. `enabled` switches the following off.

    Each follows its neighbour, so that across a gutter the two are always level.
    """

    def __init__(self, row: PaneRow, links: ShownLinks) -> None:
        super().__init__(row)
        self.enabled = True
        self._row = row
        self._links = links
        self._chains: dict[int, tuple[Rung, ...]] = {}
        self._maps: dict[Way, Polyline] = {}

    def watch(self, view: ArticleView) -> None:
        """Follow an article of the row from now on, wherever it stands in it."""
        view.moved.connect(lambda by: self._follow(view, by))
        view.laid_out.connect(self._maps.clear)

    def forget_chain(self) -> None:
        """Find out anew, when it is next needed, which links to follow."""
        self._chains.clear()
        self._maps.clear()

    # To a match -----------------------------------------------------------------------------

    def show(self, tie: Tie, still: int | None = None, *, may_move: bool = False) -> None:
        """Bring both statements of a link level where people read; with `still`, where that pane's stands.

        With `may_move` that pane moves too where the other article ends too early to come level. The
        articles beyond the two come level with what corresponds there.
        """
        views = self._row.views()
        if any(place >= len(views[pane].extents().tops) for pane, place in tie.ends):
            # It is laid out only later; each article goes there by itself then.
            for pane, place in tie.ends:
                if pane != still:
                    views[pane].set_anchor(
                        Anchor(place, 0.0, float(round(views[pane].viewport().height() * EYE)))
                    )
            return
        stands = tuple(self._stand(pane, place) for pane, place in tie.ends)
        height = float(min(views[pane].viewport().height() for pane, _place in tie.ends))
        line = float(round(height * EYE))
        if still is not None:
            line = stands[tie.side(still)].top - views[still].position()
        scrolls = level_scrolls(stands[0], stands[1], height, line)
        for (pane, _place), scroll in zip(tie.ends, scrolls, strict=True):
            if pane != still or may_move:
                views[pane].scroll_to(scroll)
        if tie.is_near and (self.enabled or may_move):
            self._level_beyond(tie.left, tie.link.left, -1)
            self._level_beyond(tie.right, tie.link.right, 1)

    def _level_beyond(self, pane: int, place: int | None, step: int) -> None:
        """Bring the articles on one side of a pane level with its statement, or at least with the article."""
        views = self._row.views()
        while 0 <= pane + step < len(views):
            other = pane + step
            at = None if place is None else self._counterpart(pane, place, other)
            if at is not None and place is not None:
                top = views[pane].extents().tops[place] - views[pane].position()
                views[other].scroll_to(self._stand(other, at).top - top)
            elif views[pane].extents().tops and views[other].extents().tops:
                views[other].scroll_to(self._map(pane, other)(views[pane].position()))
            pane, place = other, at

    def _counterpart(self, pane: int, place: int, other: int) -> int | None:
        """Return the place in a neighbour that corresponds best to a statement and is laid out."""
        laid_out = len(self._row.views()[other].extents().tops)
        for tie in self._links.of(pane, place):
            at = tie.link.place(tie.side(other)) if other in (tie.left, tie.right) else laid_out
            if tie.link.state is not MatchState.REJECTED and at < laid_out:
                return at
        return None

    def _stand(self, pane: int, place: int) -> Stand:
        extents = self._row.views()[pane].ready(place)
        return Stand(extents.tops[place], extents.bottoms[place], extents.height)

    # While scrolling ------------------------------------------------------------------------

    def _follow(self, view: ArticleView, by: int) -> None:
        if not by or not self.enabled or view not in self._row.views():
            return
        pane = self._row.views().index(view)
        for step in (-1, 1):
            self._follow_on(pane, step, by)

    def _follow_on(self, pane: int, step: int, by: int) -> None:
        """Have the panes on one side follow one after the other; each moves as far as its neighbour asks."""
        views = self._row.views()
        while by and 0 <= pane + step < len(views):
            driver, follower = views[pane], views[pane + step]
            if not driver.extents().tops or not follower.extents().tops:
                return
            line = self._map(pane, pane + step)
            now, before = driver.position(), follower.position()
            apart = catch_up(before - line(now - by), by, driver.viewport().height())
            follower.scroll_to(line(now) + apart)
            pane, by = pane + step, follower.position() - before

    def _map(self, pane: int, other: int) -> Polyline:
        """Return where a neighbour stands for each position of a pane."""
        if (pane, other) not in self._maps:
            gutter = min(pane, other)
            views = self._row.views()
            left, right = views[gutter].extents(), views[gutter + 1].extents()
            if gutter not in self._chains:
                self._chains[gutter] = chain(self._links.gutters[gutter].rungs())
            whole = [
                rung
                for rung in self._chains[gutter]
                if rung.left < len(left.tops) and rung.right < len(right.tops)
            ]
            content = content_map(whole, left, right)
            heights = (left.height, right.height)
            side = Side.LEFT if pane == gutter else Side.RIGHT
            self._maps[pane, other] = scroll_map(
                content if side is Side.LEFT else content.inverse(),
                views[pane].viewport().height(),
                heights[side],
                heights[side.other],
            )
        return self._maps[pane, other]
