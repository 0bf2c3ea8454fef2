"""Articles side by side with what links them: the middle of the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconciler.gui.panes.arranging import FEWEST, fitting
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.changes import Since
from reconciler.gui.panes.contents import Shown, place_after, reads_alike
from reconciler.gui.panes.link_band import LinkBand
from reconciler.gui.panes.read_row import ReadRow
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.panes.statement_access import tell_refilled
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, MatchId, SourceId, StatementId, Version

if TYPE_CHECKING:
    from reconciler.case.records import FirstLook


FEW = 500
"""So many matches that come or go are linked one by one."""


class PanesView(ReadRow):
    """Shows sources of the session's case and follows its current match.

    Where the current match moves by other means than a click in here, both its statements are
    brought level; after a click only the other articles move.
    """

    statement_menu_requested = Signal(object, object, object)
    match_menu_requested = Signal(object, object)
    split_chosen = Signal(object, int)
    split_moved = Signal(object, int)
    split_left = Signal()
    end_chosen = Signal(object, object)
    end_moved = Signal(object, object)
    end_left = Signal()
    version_chosen = Signal(object, int)
    changes_wanted = Signal(object, object)
    zoom_requested = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._early: Path | None = None
        self._row_before: tuple[SourceId, ...] = ()
        self._pane_actions: tuple[QAction, ...] = ()
        self.setAccessibleName(self.tr("Articles"))
        self._connect()
        self._open()

    def _connect(self) -> None:
        session = self._session
        self.pane_made.connect(self._connect_pane)
        self.band_made.connect(self._connect_band)
        session.opened.connect(self._open)
        session.changed.connect(self._take_change)
        session.current_changed.connect(self._go_to)
        session.selection_changed.connect(self._pointing.mark)
        session.blind_changed.connect(self._relink)
        self._versions.chosen.connect(self.version_chosen)
        self._versions.wanted.connect(self.changes_wanted)

    def _connect_band(self, band: LinkBand) -> None:
        self._session.unsaved_changed.connect(band.update)
        self._session.differing.learned.connect(band.take_learned)
        band.chosen.connect(self._session.set_current)
        band.hovered.connect(self._pointing.hover_match)
        band.menu_requested.connect(self.match_menu_requested)

    def _connect_pane(self, pane: SourcePane) -> None:
        view = pane.view

        def index() -> int:
            """Return where the pane stands now."""
            return self._row.index(pane)

        self._scrolling.watch(view)
        self._pointing.watch(pane, index)
        self._announcing.watch(view, index)
        self._versions.watch(pane, index)
        pane.header.pane_actions = self._pane_actions
        self._connect_modes(view, lambda place: self._contents.statement(index(), place).id)
        view.went_elsewhere.connect(self._session.set_current)
        view.zoom_requested.connect(self.zoom_requested)
        pane.header.chosen.connect(lambda source: self.put_source(index(), source))

    def _connect_modes(self, view: ArticleView, number: Callable[[int], StatementId]) -> None:
        """Pass on what is asked for in an article; `number` answers with the statement at a place."""
        view.menu_requested.connect(
            lambda place, at, gap: self.statement_menu_requested.emit(number(place), at, gap)
        )
        caret, picker = view.caret, view.picker
        caret.moved.connect(lambda place, gap: self.split_moved.emit(number(place), gap))
        caret.chosen.connect(lambda place, gap: self.split_chosen.emit(number(place), gap))
        caret.left.connect(self.split_left)
        picker.moved.connect(lambda old, new: self.end_moved.emit(number(old), number(new)))
        picker.chosen.connect(lambda old, new: self.end_chosen.emit(number(old), number(new)))
        picker.left.connect(self.end_left)

    # Appearance -----------------------------------------------------------------------------

    def set_linked_scrolling(self, on: bool) -> None:
        """Let the other articles follow the one that is scrolled, or leave each to itself."""
        self._scrolling.enabled = on

    def set_focus_mode(self, on: bool) -> None:
        """Dim the statements of which all has been decided, or none."""
        self._focus_mode = on
        for band in self._bands:
            band.set_focus_mode(on)
        self._standings.set_focus_mode(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the articles and the gutters; the current match stays in view."""
        super().resizeEvent(event)
        current = self._session.current
        in_view = current is not None and self._is_in_view(current)
        self.refit()
        self.arrange()
        if current is not None and in_view and event.oldSize().width() != event.size().width():
            self.show_match(current)

    def _is_in_view(self, match: MatchId) -> bool:
        """Whether an end of a match can be seen; one that is laid out only later can't."""
        tie, views = self._links.get(match), self.views()
        return tie is not None and any(
            views[pane].card(place).intersects(self._area(pane))
            for pane, place in tie.ends
            if place < len(views[pane].extents().tops)
        )

    def _area(self, pane: int) -> QRectF:
        return self._row[pane].view.viewport().rect().toRectF()

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the match that was asked for before there was anything to see."""
        super().showEvent(event)
        if self._to_show is not None:
            match, self._to_show = self._to_show, None
            self.show_match(match)

    # Sources --------------------------------------------------------------------------------

    def preview(self, path: Path, look: "FirstLook") -> None:
        """Show articles to be read and scrolled while the rest of the case at `path` is still being read."""
        self._early = path
        texts = {source.id: source.text for source in look.sources}
        self._contents.show_early({one: Shown(texts[one], found) for one, found in look.statements.items()})
        self._held = self._contents.sources
        self.line_up([None] * len(self._held))
        order = {source.id: (place, source) for place, source in enumerate(look.sources)}
        for pane, shown in zip(self.panes(), self._contents.panes, strict=True):
            # Nothing can be done with them yet, so they tell of nothing.
            pane.view.blockSignals(True)
            pane.view.set_patient(True)
            pane.view.set_article(shown.text, shown.statements)
        for pane, one in zip(self.panes(), self._held, strict=False):
            place, source = order[one]
            pane.header.show_source(source, place, len(look.statements[one]))
        self.arrange()

    def _end_preview(self) -> bool:
        """Let the articles tell again what is done with them; answers whether they are those of the case."""
        early, self._early = self._early, None
        if early is None:
            return False
        for view in self.views():
            view.blockSignals(False)
            view.set_patient(False)
            view.laid_out.emit()
        return self._session.case is not None and self._session.case.path == early

    def _open(self) -> None:
        if not self._end_preview():
            self._contents.forget()
            self._held = ()
        self._versions.forget()
        self._finder.forget()
        self.counterparts.forget()
        self._to_show = None
        self._row_before = ()
        case = self._session.case
        self._chosen = () if case is None else tuple(source.id for source in case.sources[:FEWEST])
        self._contents.show(self._chosen)
        self.fill()
        if self._session.current is not None:
            self._go_to(self._session.current)

    def fill(self) -> None:
        """Show other sources; an article that is shown already keeps its pane, wherever that goes."""
        before, held = self._contents.panes, self._held
        self._contents.renew()
        self._held = sources = self._contents.sources
        kept = [held.index(source) if source in held else None for source in sources]
        self.line_up(kept)
        for number, (view, shown) in enumerate(zip(self.views(), self._contents.panes, strict=True)):
            place = kept[number] if number < len(kept) else None
            if place is not None and reads_alike(before[place], shown):
                view.renew_statements(shown.statements)
                continue
            view.set_article(shown.text, shown.statements)
            tell_refilled(view)
        self._relink()
        self._head()
        self.arrange()
        self._finder.find_again()

    def _renew_statements(self) -> bool:
        """Take the statements again with what they carry; answers whether an article is cut otherwise."""
        before = self._contents.renew()
        for number, (view, shown) in enumerate(zip(self.views(), self._contents.panes, strict=True)):
            if number in before:
                place_of = partial(place_after, before[number], shown)
                view.replace_article(shown.text, shown.statements, place_of)
            else:
                view.renew_statements(shown.statements)
        return bool(before)

    def shown_version(self, source: SourceId) -> int | None:
        """Return the former version that a source is shown in, or None for its present one."""
        former = self._contents.panes[self._contents.sources.index(source)].version
        return former.number if former is not None else None

    def show_version(self, source: SourceId, number: int | None) -> None:
        """Show a source in a former version, to be read only, or (None) in its present one."""
        self._contents.show_version(source, number)
        if self._renew_statements():
            self._relink()
            self._finder.find_again()
        self._head()

    def set_pane_actions(self, actions: Sequence[QAction]) -> None:
        """Put actions below the sources in the headers' menus."""
        self._pane_actions = tuple(actions)
        for pane in self._row:
            pane.header.pane_actions = self._pane_actions

    def open_choice(self) -> bool:
        """Open the menu of sources of the pane with the keys, else the rightmost; False without a choice."""
        pane = self.focused_pane()
        count = len(self._contents.sources)
        return bool(count) and self._row[count - 1 if pane is None else pane].header.open_choice()

    def set_version_actions(self, actions: Sequence[QAction]) -> None:
        """Put actions below the versions in the headers' menus."""
        self._versions.set_actions(actions)

    def set_changes_shown(self, on: bool) -> None:
        """Mark what the articles have that their former version had not, or nothing."""
        self._versions.set_shown(on)

    def take_changes(self, former: Version, shown: Version, found: Since) -> None:
        """Take what changed between two versions: the answer to `changes_wanted`."""
        self._versions.take(former, shown, found)

    def _head(self) -> None:
        """Show in the headers what is known of the sources."""
        case = self._session.case
        if case is None:
            return
        order = [source.id for source in case.sources]
        for number, source in enumerate(self._contents.sources):
            if source not in order:
                continue  # taken out, which these panes are told next
            pane, statements = self._row[number], self._contents.statements[number]
            header = pane.header
            header.show_source(case.source(source), order.index(source), len(statements))
            header.offer(case.sources, self._contents.sources, number)
            pane.view.setAccessibleName(header.accessibleName())
            pane.overview.setAccessibleName(
                self.tr("Overview of {source}").format(source=header.accessibleName())
            )
        self._versions.renew()
        self._standings.count()

    # Links ----------------------------------------------------------------------------------

    def _relink(self) -> None:
        """Take all links anew."""
        self._links.renew(self._session, self._contents)
        for band, links in zip(self.bands(), self._links.gutters, strict=True):
            band.set_links(links)
        self._name_bands()
        self._scrolling.forget_chain()
        self.counterparts.forget_arrival()
        self._pointing.forget()
        self._standings.show_all()
        self._pointing.mark()

    def _name_bands(self) -> None:
        case = self._session.case
        letters = (
            [case.source(source).letter for source in self._contents.sources] if case is not None else []
        )
        for band, left, right in zip(self.bands(), letters, letters[1:], strict=False):
            band.setAccessibleName(
                self.tr("Links between source {left} and source {right}").format(left=left, right=right)
            )

    def _take_change(self, change: Change) -> None:
        case = self._session.case
        if case is None:
            return
        ids = [source.id for source in case.sources]
        chosen = self._chosen
        self._choose_anew(ids, change)
        if self._chosen != chosen:
            self._contents.show(fitting(self._chosen, self.room(), self._contents.sources))
            self.fill()
            return
        recut = bool(change.sources) and self._renew_statements()
        if recut or (change.structure and (change.sources or len(change.matches) > FEW)):
            self._relink()
        else:
            if change.structure:
                self._relink_some(change.matches)
            self._refresh(change.matches)
            if change.statements:
                self._standings.show_silences()
            if change.sources:
                self._standings.show_elsewhere()
                self._name_bands()
        if recut:
            self._finder.find_again()
        if change.sources or change.structure:
            self._head()

    def _choose_anew(self, ids: list[SourceId], change: Change) -> None:
        """Choose others for sources that were removed; one that is back brings the row in which it stood."""
        chosen, before = self._chosen, self._row_before
        removed = any(source not in ids for source in chosen)
        if removed or len(chosen) < min(len(ids), FEWEST):
            left = [source for source in chosen if source in ids]
            self._chosen = tuple(left if len(left) >= FEWEST else ids[:FEWEST])
            self._row_before = chosen if removed else ()
        elif change.sources.intersection(before).difference(chosen).intersection(ids):
            self._chosen = tuple(source for source in before if source in ids)
            self._row_before = ()

    def _relink_some(self, matches: frozenset[MatchId]) -> None:
        """Take in that some matches came or went, and no statement did."""
        touched = self._links.follow(self._session, self._contents, matches)
        self._scrolling.forget_chain()
        self.counterparts.forget_arrival()
        self._pointing.forget()
        self._standings.show_at(touched)
        self._standings.show_elsewhere()
        self._pointing.mark()

    def _refresh(self, matches: frozenset[MatchId]) -> None:
        """Take the states of some matches anew."""
        if self._standings.refresh(matches):
            self._scrolling.forget_chain()
        for band in self.bands():
            band.update()

    # The current match ----------------------------------------------------------------------

    def show_match(self, match: MatchId) -> None:
        """Bring both statements of a match into view, level with each other."""
        case = self._session.case
        if case is None or match not in case.matches:
            return
        tie = self._links.get(match)
        if tie is None or not tie.is_near:
            live = case.matches[match]
            ends = case.statement(live.left).source, case.statement(live.right).source
            for source in {*ends}.intersection(self._contents.sources):
                # What is to be decided stands in the present version alone.
                if self.shown_version(source) is not None:
                    self.show_version(source, None)
            self.bring_together(*ends)
        tie = self._links.get(match)
        if tie is None:
            return
        if not self.isVisible():
            self._to_show = match
            return
        for pane, place in tie.ends:
            if pane != self._choosing.still:
                self._row[pane].view.set_focus_place(place)
        self._scrolling.show(tie, self._choosing.still)

    def _go_to(self, match: MatchId | None) -> None:
        if match is not None:
            self.show_match(match)
        self._pointing.mark()
