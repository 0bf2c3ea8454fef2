"""Keeps two articles level while one of them is scrolled, and brings the two ends of a match together."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.links import Link, Links, Side
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


class LinkedScrolling(QObject):
    """Moves the one article when the user scrolls the other. `enabled` switches the following off."""

    def __init__(self, views: tuple[ArticleView, ArticleView], parent: QObject) -> None:
        super().__init__(parent)
        self.enabled = True
        self._views = views
        self._links = Links()
        self._chain: tuple[Rung, ...] | None = None
        self._maps: dict[Side, Polyline] = {}
        for side in Side:
            views[side].moved.connect(self._follower(side))
            views[side].laid_out.connect(self._maps.clear)

    def set_links(self, links: Links) -> None:
        """Follow these links from now on."""
        self._links = links
        self.forget_chain()

    def forget_chain(self) -> None:
        """Find out anew, when it is next needed, which links to follow."""
        self._chain = None
        self._maps.clear()

    def show(self, link: Link, still: Side | None = None, *, may_move: bool = False) -> None:
        """Bring both statements of a link level where people read; with `still`, where that side's stands.

        With `may_move` that side moves too where the other article ends too early to come level.
        """
        stands = tuple(self._stand(side, link.place(side)) for side in Side)
        height = float(min(view.viewport().height() for view in self._views))
        line = float(round(height * EYE))
        if still is not None:
            line = stands[still].top - self._views[still].position()
        scrolls = level_scrolls(stands[0], stands[1], height, line)
        for side in Side:
            if side is not still or may_move:
                self._views[side].scroll_to(scrolls[side])

    def _stand(self, side: Side, place: int) -> Stand:
        extents = self._views[side].extents()
        return Stand(extents.tops[place], extents.bottoms[place], extents.height)

    def _follower(self, side: Side) -> Callable[[int], None]:
        def follow(by: int) -> None:
            if by and self.enabled:
                self._follow(side, by)

        return follow

    def _follow(self, side: Side, by: int) -> None:
        driver, follower = self._views[side], self._views[side.other]
        if not driver.extents().tops or not follower.extents().tops:
            return
        line = self._map(side)
        now = driver.position()
        apart = catch_up(follower.position() - line(now - by), by, driver.viewport().height())
        follower.scroll_to(line(now) + apart)

    def _map(self, side: Side) -> Polyline:
        """Return where the other side stands for each position of this one."""
        if side not in self._maps:
            left, right = (view.extents() for view in self._views)
            if self._chain is None:
                self._chain = chain(self._links.rungs())
            whole = [
                rung for rung in self._chain if rung.left < len(left.tops) and rung.right < len(right.tops)
            ]
            content = content_map(whole, left, right)
            heights = (left.height, right.height)
            self._maps[side] = scroll_map(
                content if side is Side.LEFT else content.inverse(),
                self._views[side].viewport().height(),
                heights[side],
                heights[side.other],
            )
        return self._maps[side]
