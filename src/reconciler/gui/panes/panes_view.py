"""Two articles side by side with what links them: the middle of the window."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from reconciler.gui import messages
from reconciler.gui.finding import Found
from reconciler.gui.hand_messages import silence_words
from reconciler.gui.panes.article_page import Anchor
from reconciler.gui.panes.article_text import TypeLook
from reconciler.gui.panes.article_view import ArticleView, Marks
from reconciler.gui.panes.changes import Since
from reconciler.gui.panes.choosing import Choosing
from reconciler.gui.panes.contents import PaneContents, place_after
from reconciler.gui.panes.counterparts import Counterparts, Origin
from reconciler.gui.panes.finder import Finder, Look
from reconciler.gui.panes.link_band import NARROWEST, WIDEST, LinkBand
from reconciler.gui.panes.linked_scrolling import LinkedScrolling
from reconciler.gui.panes.links import Links, Side, links_between
from reconciler.gui.panes.pane_versions import PaneVersions
from reconciler.gui.panes.signal_strip import SignalStrip
from reconciler.gui.panes.source_pane import SourcePane
from reconciler.gui.panes.spoken import SpokenMatch, standing_words
from reconciler.gui.panes.statement_access import tell_focus, tell_refilled, tell_renamed
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Change, MatchId, SignalKind, SourceId, StatementId, Version

SHARE_PERMILLE = 1000
BARE_GUTTER = 12
"""Pixels between the articles while no ribbons are shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where two articles are read: the statements that the keys are at, the origins of the last jumps."""

    sources: tuple[SourceId, ...]
    places: tuple[int | None, ...]
    jumps: tuple[Origin, ...]


class PanesView(QWidget):
    """Shows two sources of the session's case and follows its current match.

    Where the current match moves by other means than a click in here, both its statements are
    brought level; after a click only the other article moves. `hit_changed` carries the number
    of the hit a search stands at (0 for none) and how many there are.
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
    hit_changed = Signal(int, int)
    found_changed = Signal(object)
    sources_shown = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._contents = PaneContents(session)
        self._links = Links()
        self._matched = [0, 0]
        self._dims_decided = False
        self._ribbons_shown = True
        self._hovered: frozenset[MatchId] = frozenset()
        self._choosing = Choosing(session)
        self._to_show: MatchId | None = None
        self._panes = (SourcePane(Side.LEFT, theme, self), SourcePane(Side.RIGHT, theme, self))
        self._views = (self._panes[0].view, self._panes[1].view)
        self._band = LinkBand(session, self._views, theme, self)
        self._strip = SignalStrip(theme, self)
        self._scrolling = LinkedScrolling(self._views, self)
        self._versions = PaneVersions(session, self._contents, self._panes, self)
        self.counterparts = Counterparts(session, self._contents, self._scrolling, self._choosing, self)
        self._finder = Finder(session, self._contents, self._panes, self.show_sources, self)
        self.setAccessibleName(self.tr("Articles"))
        self._connect()
        self._open()

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.changed.connect(self._take_change)
        session.current_changed.connect(self._go_to)
        session.selection_changed.connect(self._mark)
        session.selection_changed.connect(self._tell_selection)
        session.unsaved_changed.connect(self._band.update)
        session.blind_changed.connect(self._relink)
        session.differing.learned.connect(self._band.take_learned)
        self._versions.chosen.connect(self.version_chosen)
        self._versions.wanted.connect(self.changes_wanted)
        self._finder.hit_changed.connect(self.hit_changed)
        self._finder.found_changed.connect(self.found_changed)
        self._band.chosen.connect(session.set_current)
        self._band.hovered.connect(lambda match: self._hover(() if match is None else (match,)))
        self._band.menu_requested.connect(self.match_menu_requested)
        for side, pane in zip(Side, self._panes, strict=True):
            self._connect_pane(side, pane)
            pane.view.spoken = partial(self._spoken, side)
        QWidget.setTabOrder(self._views[0], self._views[1])

    def _connect_pane(self, side: Side, pane: SourcePane) -> None:
        view = pane.view
        view.pointed.connect(lambda place, keys: self._point(side, place, keys))
        view.entered.connect(lambda place, extend: self._enter(side, place, extend))
        view.stretched.connect(lambda start, place: self._stretch(side, start, place))
        view.hovered.connect(lambda place: self._hover_statement(side, place))
        view.menu_requested.connect(lambda place, at, gap: self._ask_menu(side, place, at, gap))
        view.focus_moved.connect(lambda place: self._announce(side, place))
        view.focus_entered.connect(self._light_keys)
        view.focus_left.connect(self._light_keys)
        view.zoom_requested.connect(self.zoom_requested)
        view.caret.moved.connect(lambda place, gap: self.split_moved.emit(self._id(side, place), gap))
        view.caret.chosen.connect(lambda place, gap: self.split_chosen.emit(self._id(side, place), gap))
        view.caret.left.connect(self.split_left)
        view.picker.moved.connect(
            lambda old, new: self.end_moved.emit(self._id(side, old), self._id(side, new))
        )
        view.picker.chosen.connect(
            lambda old, new: self.end_chosen.emit(self._id(side, old), self._id(side, new))
        )
        view.picker.left.connect(self.end_left)
        view.moved.connect(self._band.update)
        view.moved.connect(pane.overview.update)
        view.laid_out.connect(self._band.update)
        view.laid_out.connect(pane.overview.redraw)
        pane.header.chosen.connect(lambda source: self._choose(side, source))

    # Appearance -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; what is read stays where it is."""
        self._theme = theme
        for pane in self._panes:
            pane.set_theme(theme)
        self._band.set_theme(theme)
        self._strip.set_theme(theme)
        self.update()

    def set_text_size(self, points: float) -> None:
        """Set the articles in another size; what is read stays where it is."""
        for pane in self._panes:
            pane.set_text_size(points)

    def set_types(self, left: TypeLook, right: TypeLook) -> None:
        """Set each article in its own way; what is read stays where it is."""
        for pane, look in zip(self._panes, (left, right), strict=True):
            pane.set_type(look)

    def set_ribbons_visible(self, on: bool) -> None:
        """Show the ribbons, or put the articles close to each other."""
        self._ribbons_shown = on
        self._arrange()

    def set_linked_scrolling(self, on: bool) -> None:
        """Let the one article follow the other, or leave each to itself."""
        self._scrolling.enabled = on

    def set_focus_mode(self, on: bool) -> None:
        """Dim the statements of which all has been decided, or none."""
        self._dims_decided = on
        self._band.set_focus_mode(on)
        self._dim()

    def _dim(self) -> None:
        for side, view in zip(Side, self._views, strict=True):
            searched = {place for place in view.tagged() if not self._links.is_open(side, place)}
            decided = self._links.decided(side) | searched
            view.set_dimmed(decided if self._dims_decided else frozenset())

    def set_overview_visible(self, on: bool) -> None:
        """Show the overview strips, or plain scroll bars in their stead."""
        for pane in self._panes:
            pane.set_overview_visible(on)

    def set_signals(self, kinds: frozenset[SignalKind]) -> None:
        """Underline what the statements carry of these kinds, with a legend; none shows no signals."""
        for view in self._views:
            view.set_layers(kinds)
        self._strip.show_kinds(kinds)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the articles and the gutter; the current match stays in view."""
        super().resizeEvent(event)
        current = self._session.current
        in_view = current is not None and self._is_in_view(current)
        self._arrange()
        if current is not None and in_view and event.oldSize().width() != event.size().width():
            self.show_match(current)

    def _is_in_view(self, match: MatchId) -> bool:
        link = self._links.get(match)
        return link is not None and any(
            self._views[side].card(link.place(side)).intersects(self._views[side].viewport().rect().toRectF())
            for side in Side
        )

    def _arrange(self) -> None:
        width = self.width()
        strip = self._strip.height_at(width)
        height = self.height() - strip
        self._strip.setGeometry(QRect(0, height, width, strip))
        two = len(self._contents.sources) > 1
        gutter = min(max(round(width * 0.11), NARROWEST), WIDEST) if two else 0
        if two and not self._ribbons_shown:
            gutter = BARE_GUTTER
        left = (width - gutter) // 2 if two else width
        self._panes[0].setGeometry(QRect(0, 0, left, height))
        self._panes[1].setGeometry(QRect(left + gutter, 0, width - left - gutter, height))
        top = self._panes[0].header_height()
        self._band.setGeometry(QRect(left, top, gutter, max(height - top, 0)))
        self._panes[1].setVisible(two)
        self._band.setVisible(two and self._ribbons_shown)
        self._panes[0].setVisible(bool(self._contents.sources))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground above the gutter."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        painter.fillRect(0, self._band.y() - 1, self.width(), 1, self._theme.line)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the match that was asked for before there was anything to see."""
        super().showEvent(event)
        if self._to_show is not None:
            match, self._to_show = self._to_show, None
            self.show_match(match)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(960, 640)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can still be read."""
        return QSize(520, 240)

    # Sources --------------------------------------------------------------------------------

    def shown_sources(self) -> tuple[SourceId, ...]:
        """Return the sources in the panes, from left to right."""
        return self._contents.sources

    def show_sources(self, left: SourceId, right: SourceId | None) -> None:
        """Put two sources side by side, or one alone."""
        sources = (left,) if right is None else (left, right)
        if sources != self._contents.sources:
            self._contents.show(sources)
            self._fill()
            self.sources_shown.emit()

    def _open(self) -> None:
        self._contents.forget()
        self._versions.forget()
        self._finder.forget()
        self.counterparts.forget()
        self._to_show = None
        case = self._session.case
        if case is not None:
            self._contents.show([source.id for source in case.sources[:2]])
        self._fill()
        if self._session.current is not None:
            self._go_to(self._session.current)

    def _fill(self) -> None:
        self._contents.renew()
        for side in Side:
            shown = self._contents.side(side)
            self._views[side].set_article(shown.text, shown.statements)
            tell_refilled(self._views[side])
        self._relink()
        self._head()
        self._arrange()
        self._finder.find_again()

    def _renew_statements(self) -> bool:
        """Take the statements again with what they carry; answers whether an article is cut otherwise."""
        before = self._contents.renew()
        for side, view in zip(Side, self._views, strict=True):
            shown = self._contents.side(side)
            if side in before:
                view.replace_article(shown.text, shown.statements, partial(place_after, before[side], shown))
            else:
                view.renew_statements(shown.statements)
        self._choosing.set_contents(self._contents.statements, self._links)
        return bool(before)

    def shown_version(self, source: SourceId) -> int | None:
        """Return the former version that a source is shown in, or None for its present one."""
        former = self._contents.side(Side(self._contents.sources.index(source))).version
        return former.number if former is not None else None

    def show_version(self, source: SourceId, number: int | None) -> None:
        """Show a source in a former version, to be read only, or (None) in its present one."""
        self._contents.show_version(source, number)
        if self._renew_statements():
            self._relink()
            self._finder.find_again()
        self._head()

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
        for pane, source in zip(self._panes, self._contents.sources, strict=False):
            header = pane.header
            header.show_source(
                case.source(source), order.index(source), len(self._contents.statements[pane.side])
            )
            header.offer(case.sources, self._contents.sources)
            pane.view.setAccessibleName(header.accessibleName())
            pane.overview.setAccessibleName(
                self.tr("Overview of {source}").format(source=header.accessibleName())
            )

        self._versions.renew()
        self._count()

    def _choose(self, side: Side, source: SourceId) -> None:
        pair = list(self._contents.sources)
        pair[side] = source
        self.show_sources(pair[0], pair[1])

    # Links ----------------------------------------------------------------------------------

    def _relink(self) -> None:
        """Take all links anew."""
        self._links = links_between(self._session, self._contents.statements[0], self._contents.statements[1])
        self._band.set_links(self._links)
        self._scrolling.set_links(self._links)
        self.counterparts.set_links(self._links)
        self._choosing.set_contents(self._contents.statements, self._links)
        self._hovered = frozenset()
        for side in Side:
            places = range(len(self._contents.statements[side]))
            self._views[side].set_states({place: self._links.state(side, place) for place in places})
        self._show_states()
        self._show_silences()
        self._dim()
        self._mark()

    def _take_change(self, change: Change) -> None:
        case = self._session.case
        if case is None:
            return
        ids = [source.id for source in case.sources]
        if any(source not in ids for source in self._contents.sources) or len(self._contents.sources) < min(
            len(ids), 2
        ):
            self._contents.show(ids[:2])
            self._fill()
            return
        recut = bool(change.sources) and self._renew_statements()
        if change.structure or recut:
            self._relink()
        else:
            self._refresh(change.matches)
            if change.statements:
                self._show_silences()
        if recut:
            self._finder.find_again()
        if change.sources or change.structure:
            self._head()

    def _refresh(self, matches: frozenset[MatchId]) -> None:
        """Take the states of some matches anew."""
        assert self._session.case is not None  # noqa: S101
        live = (match for match in matches if self._links.get(match) is not None)
        changed = self._links.update({match: self._session.state(match) for match in live})
        if changed:
            self._scrolling.forget_chain()
            for side in Side:
                places = {link.place(side) for link in changed}
                states = {place: self._links.state(side, place) for place in places}
                self._views[side].set_states(states)
                for place in states:
                    tell_renamed(self._views[side], place)
                self._panes[side].overview.update_states(states)
            self._count()
            self._dim()
        self._band.update()

    def _show_states(self) -> None:
        """Show in the strips how all statements stand that can be matched."""
        for side, pane in zip(Side, self._panes, strict=True):
            matched = [
                place for place, one in enumerate(self._contents.statements[side]) if one.kind.is_matched
            ]
            pane.overview.set_states({place: self._links.state(side, place) for place in matched})
            self._matched[side] = len(matched)
        self._count()

    def _count(self) -> None:
        """Say in the headers how many statements are linked."""
        for side, pane in zip(Side, self._panes, strict=True):
            if not self._contents.is_former(side):
                pane.header.show_linked(self._links.linked(side), self._matched[side])

    def _mark(self) -> None:
        """Show what is current, selected and hovered."""
        current = self._links.get(self._session.current)
        hovered = [link for match in self._hovered if (link := self._links.get(match)) is not None]
        where = map(self._contents.where, self._session.selected)
        selected = [one for one in where if one is not None]
        for side, pane in zip(Side, self._panes, strict=True):
            place = None if current is None else current.place(side)
            pane.view.set_marks(
                Marks(
                    frozenset(() if place is None else (place,)),
                    frozenset(chosen for of, chosen in selected if of is side),
                    frozenset(link.place(side) for link in hovered),
                )
            )
            pane.overview.set_current(place)
            pane.overview.set_lit(frozenset(link.place(side) for link in hovered))
        self._band.update()

    # The current match ----------------------------------------------------------------------

    def show_match(self, match: MatchId) -> None:
        """Bring both statements of a match into view, level with each other."""
        case = self._session.case
        if case is None or match not in case.matches:
            return
        if self._links.get(match) is None:
            live = case.matches[match]
            ends = case.statement(live.left).source, case.statement(live.right).source
            for source in {*ends}.intersection(self._contents.sources):
                # What is to be decided stands in the present version alone.
                if self.shown_version(source) is not None:
                    self.show_version(source, None)
            if self._links.get(match) is None:
                self.show_sources(*ends)
        link = self._links.get(match)
        if link is None:
            return
        if not self.isVisible():
            self._to_show = match
            return
        for side in Side:
            if side is not self._choosing.still:
                self._views[side].set_focus_place(link.place(side))
        self._scrolling.show(link, self._choosing.still)

    def _go_to(self, match: MatchId | None) -> None:
        if match is not None:
            self.show_match(match)
        self._mark()

    def _hover_statement(self, side: Side, place: int) -> None:
        if place >= 0:
            self._hover([link.match for link in self._links.of(side, place)])
        else:
            self._light_keys()

    def _light_keys(self) -> None:
        """Let the counterparts of the statement stand out that the keys are at."""
        pane = self.focused_pane()
        place = self._views[pane].focus_place() if pane is not None else None
        if pane is None or place is None:
            self._hover(())
        else:
            self._hover([link.match for link in self._links.of(Side(pane), place)])

    def light_up(self, matches: Sequence[MatchId]) -> None:
        """Make matches stand out, as those under the mouse do, until the mouse is over others."""
        self._hover(matches)

    def _hover(self, matches: Sequence[MatchId]) -> None:
        self._hovered = frozenset(matches)
        self._band.highlight(self._hovered)
        self._mark()

    def _point(self, side: Side, place: int, keys: Qt.KeyboardModifier) -> None:
        """Take a click; in a former version it only moves the keys there."""
        if not self._contents.is_former(side):
            self._choosing.point(side, place, keys)

    def _enter(self, side: Side, place: int, extend: bool) -> None:
        if not self._contents.is_former(side):
            self._choosing.enter(side, place, extend)

    def _stretch(self, side: Side, start: int, place: int) -> None:
        if not self._contents.is_former(side):
            self._choosing.stretch(side, start, place)

    def toggle_selected(self) -> bool:
        """Select the statement that the keys act on, or not any more; False where they are in no article."""
        pane = self.focused_pane()
        place = self._views[pane].focus_place() if pane is not None else None
        if pane is None or place is None or self._contents.is_former(Side(pane)):
            return False
        self._choosing.toggle(Side(pane), place)
        return True

    def _show_silences(self) -> None:
        """Say at the statements of the panes that nothing corresponds to them in some source."""
        tags = silence_words(self._session.case)
        for side, view in zip(Side, self._views, strict=True):
            statements = self._contents.statements[side] if tags else ()
            view.set_tags({place: tags[one.id] for place, one in enumerate(statements) if one.id in tags})
        if self._dims_decided:
            self._dim()

    def _ask_menu(self, side: Side, place: int, at: QPoint, gap: int | None) -> None:
        self.statement_menu_requested.emit(self._id(side, place), at, gap)

    def _id(self, side: Side, place: int) -> StatementId:
        return self._contents.statements[side][place].id

    # Focus ----------------------------------------------------------------------------------

    def focus_pane(self, index: int) -> None:
        """Give the keys to a pane, counted from 0."""
        if index < len(self._contents.sources):
            self._views[index].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_pane(self) -> int | None:
        """Return which pane has the keys, counted from 0, or None."""
        # The window's focus, so that a menu or a dialog above it makes no difference.
        focused = self.window().focusWidget()
        return next((int(side) for side in Side if self._views[side] is focused), None)

    def focused_statement(self) -> StatementId | None:
        """Return the statement that the keys act on in the pane that has them, or None."""
        pane = self.focused_pane()
        place = self._views[pane].focus_place() if pane is not None else None
        return self._id(Side(pane), place) if pane is not None and place is not None else None

    def statement_in_use(self) -> StatementId | None:
        """Return the statement that the keys act on or, with the keys elsewhere, the one selected last."""
        selected = [one for one in self._session.selected if self._contents.where(one) is not None]
        return self.focused_statement() or (selected[-1] if selected else None)

    def begin_split(self, statement: StatementId) -> bool:
        """Let the keys choose where a statement is split; answers False where it can't be."""
        where = self._contents.where(statement)
        if where is None:
            return False
        view, place = self._views[where[0]], where[1]
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.set_focus_place(place)
        view.reveal(place)
        return view.caret.begin(place)

    def begin_picking(self, statement: StatementId) -> bool:
        """Let the keys choose another statement in the place of one; answers False where it is not shown."""
        where = self._contents.where(statement)
        if where is None or self._contents.is_former(where[0]):
            return False
        side, place = where
        self._views[side].setFocus(Qt.FocusReason.ShortcutFocusReason)
        matched = [at for at, one in enumerate(self._contents.statements[side]) if one.kind.is_matched]
        self._views[side].picker.begin(place, sorted({*matched, place}))
        return True

    def reveal(self, statement: StatementId) -> None:
        """Bring a statement that is shown into view, and the keys of its article to it."""
        where = self._contents.where(statement)
        if where is not None:
            self._views[where[0]].set_focus_place(where[1])
            self._views[where[0]].reveal(where[1])

    @contextmanager
    def keeping_still(self, statement: StatementId) -> Iterator[None]:
        """Leave the article of a statement where it is while the current match moves."""
        where = self._contents.where(statement)
        before, self._choosing.still = self._choosing.still, where[0] if where is not None else None
        try:
            yield
        finally:
            self._choosing.still = before

    def selected_text(self) -> str:
        """Return the text that is selected for copying, or nothing."""
        return next((text for view in self._views if (text := view.selected_text())), "")

    def _announce(self, side: Side, place: int) -> None:
        """Tell a screen reader which statement the keys are at."""
        view = self._views[side]
        view.setAccessibleDescription(self._standing_words(side, place))
        if view.hasFocus():
            self._light_keys()
            tell_focus(view, place)

    def _spoken(self, side: Side, place: int) -> str:
        """Return a statement in words: how it stands and what it says."""
        return f"{self._standing_words(side, place)}: {self._contents.statements[side][place].text}"

    def _standing_words(self, side: Side, place: int) -> str:
        statements, case = self._contents.statements, self._session.case
        matches = []
        for link in self._links.of(side, place) if case is not None else ():
            other = statements[side.other][link.place(side.other)]
            source = messages.source_name(case.source(other.source)) if case is not None else ""
            kinds = self._session.differing.known.get(link.match, frozenset())
            matches.append(SpokenMatch(link.state, other.ordinal, source, kinds))
        count = statements[side][-1].ordinal
        return standing_words(statements[side][place], count, matches, self._views[side].tag(place))

    def _tell_selection(self) -> None:
        """Tell a screen reader how much is selected, when the keys in an article selected it."""
        pane = self.focused_pane()
        if pane is not None:
            words = self.tr("%n statement(s) selected", None, len(self._session.selected))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._views[pane], words))

    def reading(self) -> "Reading":
        """Return which statements the keys are at, and the way back of the jumps."""
        places = tuple(view.focus_place() for view in self._views)
        return Reading(self._contents.sources, places, self.counterparts.trail)

    def read_again(self, reading: "Reading") -> None:
        """Go on where the articles were read, if they are the same."""
        self.counterparts.trail = reading.jumps
        if reading.sources == self._contents.sources:
            for view, place in zip(self._views, reading.places, strict=True):
                view.set_focus_place(place)

    # Where it is scrolled to ----------------------------------------------------------------

    def scroll_positions(self) -> tuple[int, ...]:
        """Return, for each pane, the statement at its top edge and the thousandths of it that are above."""
        found: list[int] = []
        for side in Side:
            anchor = self._views[side].anchor(0.0)
            if anchor is not None:
                share = round(anchor.share * SHARE_PERMILLE)
                found += [self._contents.statements[side][anchor.place].id, share]
        return tuple(found)

    def restore_scroll_positions(self, positions: Sequence[int]) -> None:
        """Scroll to where `scroll_positions` said; statements that are not shown are passed over."""
        self._to_show = None
        for statement, share in zip(positions[::2], positions[1::2], strict=False):
            where = self._contents.where(StatementId(statement))
            if where is not None:
                side, place = where
                self._views[side].set_anchor(Anchor(place, share / SHARE_PERMILLE, 0.0))

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
        self._finder.step(1, Side(self.focused_pane() or 0))

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._finder.step(-1, Side(self.focused_pane() or 0))

    def clear_find(self) -> None:
        """Take the marks of a search away."""
        self.find("")

    def found_statement(self) -> StatementId | None:
        """Return the statement of the hit that the search stands at, or None."""
        return self._finder.found_statement()

    def panes(self) -> tuple[SourcePane, SourcePane]:
        """Return the two panes, left and right."""
        return self._panes

    def views(self) -> tuple[ArticleView, ArticleView]:
        """Return the two article views, for what the window does with them (their menus, their keys)."""
        return self._views
