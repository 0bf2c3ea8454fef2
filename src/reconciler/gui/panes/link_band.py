"""The gutter between two articles, with a ribbon for each match that has an end in view."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reconciler.gui import evidence_words, messages
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.bundles import STUB_END, Bundle, bundle_at, bundles
from reconciler.gui.panes.links import STRENGTH, Links, Side
from reconciler.gui.panes.ribbon_images import (
    BUNDLED,
    CURRENT,
    LOOSE,
    WHOLE,
    RibbonImages,
    RibbonLook,
    ribbon_look,
    with_alpha,
)
from reconciler.gui.panes.ribbon_label import RibbonLabel
from reconciler.gui.panes.ribbons import Port, Ribbon, ribbons
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import MatchId, Relation

NARROWEST = 76
NARROW = 64
"""The least width in pixels of a gutter between two articles, and of each between more."""
WIDEST = 150
GUTTERS_SHARE = 0.11
STUB = 14.0
DOT, DOT_IN = 3.6, 9.0
"""Radius of the dot of a match that differs, and how far in from the article it stands, in pixels."""
REACH = 3.0
"""How far from a ribbon, in pixels, a click still means it."""


class LinkBand(QWidget):
    """Draws the ribbons; `chosen` and `menu_requested` say which match was meant."""

    chosen = Signal(object)
    hovered = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(
        self, session: Session, views: tuple[ArticleView, ArticleView], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._views = views
        self._theme = theme
        self._links = Links()
        self._highlighted: frozenset[MatchId] = frozenset()
        self._drawn: list[Ribbon] = []
        self._images = RibbonImages()
        self._bundles: tuple[Bundle, ...] = ()
        self._bundled: frozenset[MatchId] = frozenset()
        self._dims_decided = False
        self._under: MatchId | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Links between the two articles"))

    def set_views(self, views: tuple[ArticleView, ArticleView]) -> None:
        """Run between these two articles from now on."""
        self._views = views
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_links(self, links: Links) -> None:
        """Draw these links from now on."""
        self._links = links
        self.update()

    def take_learned(self, matches: frozenset[MatchId]) -> None:
        """Show in what matches differ that was compared only now."""
        if any(ribbon.link.match in matches for ribbon in self._drawn):
            self.update()

    def set_focus_mode(self, on: bool) -> None:
        """Let the ribbons of what has been decided step back, or not."""
        self._dims_decided = on
        self.update()

    def highlight(self, matches: frozenset[MatchId]) -> None:
        """Bring some ribbons out quietly."""
        if matches != self._highlighted:
            self._highlighted = matches
            self.update()

    def highlighted(self) -> frozenset[MatchId]:
        """Return which are brought out."""
        return self._highlighted

    def sizeHint(self) -> QSize:
        """Return a comfortable width."""
        return QSize(110, 300)

    # Painting -------------------------------------------------------------------------------

    def _ribbons(self) -> list[Ribbon]:
        """Return the ribbons in view from the bottom one to the top one."""
        found = ribbons(
            self._links,
            (self._views[0].extents(), self._views[1].extents()),
            (self._views[0].position(), self._views[1].position()),
            self.height(),
            self._session.current,
        )
        return sorted(found, key=self._depth)

    def _depth(self, ribbon: Ribbon) -> tuple[bool, bool, int, float]:
        link = ribbon.link
        return (
            link.match == self._session.current,
            link.match in self._highlighted,
            STRENGTH.index(link.state),
            link.confidence,
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint all ribbons, the current match's on top with its label."""
        self._drawn = self._ribbons()
        self._bundle()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._images.begin(self.width(), self.height(), self.devicePixelRatioF())
        for ribbon in self._drawn:
            if ribbon.link.state is MatchState.REJECTED:
                self._paint_rejected(painter, ribbon)
            else:
                self._images.paint(painter, ribbon, self._look(ribbon))
        self._images.end()
        for ribbon in self._drawn:
            self._paint_dot(painter, ribbon)
        for bundle in self._bundles:
            bundle.paint(painter, bundle.place(self.width(), self.height()), self._theme)
        if self._drawn and self._drawn[-1].link.match == self._session.current:
            self._paint_label(painter, self._drawn[-1])
        painter.end()

    def _bundle(self) -> None:
        """Tell together what runs out of view the same way."""
        current = self._session.current
        loose = self._highlighted if current is None else self._highlighted | {current}
        self._bundles = bundles(self._drawn, loose)
        self._bundled = frozenset(each.link.match for one in self._bundles for each in one.ribbons)

    def _look(self, ribbon: Ribbon) -> RibbonLook:
        match = ribbon.link.match
        current = match == self._session.current
        fade = WHOLE
        if not ribbon.whole:
            fade = CURRENT if current else BUNDLED if match in self._bundled else LOOSE
        return ribbon_look(
            ribbon.link,
            self._theme,
            fade,
            current=current,
            highlighted=match in self._highlighted,
            dims_decided=self._dims_decided,
        )

    def _paint_rejected(self, painter: QPainter, ribbon: Ribbon) -> None:
        """Paint a short stub with a cross at each end in view; the current one's line goes through."""
        current = ribbon.link.match == self._session.current
        strong = current or ribbon.link.match in self._highlighted
        ink = with_alpha(self._theme.rejected.ink, 1.0 if strong else 0.55)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.6 if strong else 1.2))
        if strong and ribbon.whole:
            thin = Ribbon(ribbon.link, _line(ribbon.left), _line(ribbon.right), True, True)
            painter.drawPath(thin.shape(self.width()).edges)
        for seen, port, x, inwards in (
            (ribbon.left_seen, ribbon.left, 0.0, 1),
            (ribbon.right_seen, ribbon.right, float(self.width()), -1),
        ):
            if seen:
                y = port.middle
                end = x + inwards * STUB
                painter.drawLine(QPointF(x, y), QPointF(end - inwards * 4, y))
                paint_mark(painter, QRectF(end - 4, y - 4, 8, 8), MatchState.REJECTED, ink)

    def _paint_label(self, painter: QPainter, ribbon: Ribbon) -> None:
        """Paint the pill of the current match: how likely it is, or, once decided, its state's mark.

        What the program thought is no news beside what a person decided.
        """
        link = ribbon.link
        case = self._session.case
        shows_score = case is not None and case.score_visible
        text = (
            messages.confidence_percent(link.confidence) if shows_score else messages.state_word(link.state)
        )
        if link.state is not MatchState.PROPOSED:
            text = ""
        unsaved = link.match in self._session.unsaved
        contradicts = self._session.standing(link.match).relation is Relation.CONTRADICTS
        mark: Mark | MatchState | None = (
            Mark.UNSAVED if unsaved else None if link.state is MatchState.PROPOSED else link.state
        )
        ink = self._theme.accent if link.state is MatchState.PROPOSED else self._theme.state(link.state).ink
        if contradicts:
            text, ink = messages.relation_word(Relation.CONTRADICTS), self._theme.alarm
            mark = Mark.UNSAVED if unsaved else Mark.CONTRADICTS
        label = RibbonLabel(text, mark, self._session.differing.strongest(link.match), ink)
        middle = ribbon.across(0.5).middle if ribbon.whole else self._near_middle(ribbon)
        label.paint(painter, self.rect(), middle, self._theme)

    def _paint_dot(self, painter: QPainter, ribbon: Ribbon) -> None:
        """Paint a dot at the end in view of a match that differs in something."""
        link = ribbon.link
        if link.state is MatchState.REJECTED or link.match == self._session.current:
            return
        if not self._session.differing.kinds(link.match):
            return
        x = DOT_IN if ribbon.left_seen else self.width() - DOT_IN
        y = (ribbon.left if ribbon.left_seen else ribbon.right).middle
        painter.setBrush(self._theme.differs)
        painter.setPen(QPen(self._theme.ground, 1.5))
        painter.drawEllipse(QPointF(x, y), DOT, DOT)

    def _near_middle(self, ribbon: Ribbon) -> float:
        return ribbon.across(0.35 if ribbon.left_seen else 0.65).middle

    # Pointing -------------------------------------------------------------------------------

    def match_at(self, point: QPointF) -> MatchId | None:
        """Return the match whose ribbon is meant at a point: the one whose middle is nearest.

        The number of a bundle stands for the surest of its matches.
        """
        bundle = bundle_at(self._bundles, point, self.width(), self.height())
        if bundle is not None:
            return max(bundle.ribbons, key=self._depth).link.match
        share = point.x() / max(self.width(), 1)
        best: tuple[float, MatchId] | None = None
        for ribbon in self._drawn:
            port = ribbon.across(share)
            if not self._is_drawn_at(ribbon, share):
                continue
            if port.top - REACH <= point.y() <= port.bottom + REACH:
                distance = abs(point.y() - port.middle)
                if best is None or distance <= best[0]:
                    best = (distance, ribbon.link.match)
        return best[1] if best is not None else None

    def _is_drawn_at(self, ribbon: Ribbon, share: float) -> bool:
        """Whether anything of the ribbon can be seen at this share of the width."""
        if ribbon.link.state is MatchState.REJECTED and ribbon.link.match != self._session.current:
            reach = STUB / max(self.width(), 1)
            return (ribbon.left_seen and share <= reach) or (ribbon.right_seen and share >= 1 - reach)
        if ribbon.whole or ribbon.link.match == self._session.current:
            return True
        end = STUB_END if ribbon.link.match in self._bundled else 0.4
        return share <= end if ribbon.left_seen else share >= 1 - end

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the match under the mouse."""
        match = self.match_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and match is not None:
            self.chosen.emit(match)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which match the mouse is over."""
        self._hover(self.match_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over none."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, match: MatchId | None) -> None:
        if match != self._under:
            self._under = match
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if match is not None else Qt.CursorShape.ArrowCursor
            )
            self.hovered.emit(match)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the match under the mouse."""
        match = self.match_at(QPointF(event.pos()))
        if match is not None:
            self.menu_requested.emit(match, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the nearer article."""
        side = Side.LEFT if event.position().x() < self.width() / 2 else Side.RIGHT
        QApplication.sendEvent(self._views[side].viewport(), event)

    def event(self, event: QEvent) -> bool:
        """Name the match under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _told_at(self, point: QPointF) -> str:
        bundle = bundle_at(self._bundles, point, self.width(), self.height())
        if bundle is None:
            match = self.match_at(point)
            return self.describe(match) if match is not None else ""
        if bundle.upwards:
            return self.tr("%n match(es) lead to statements further up", None, len(bundle.ribbons))
        return self.tr("%n match(es) lead to statements further down", None, len(bundle.ribbons))

    def describe(self, match: MatchId) -> str:
        """Return a match in words: its numbers, its state and how likely it is."""
        case = self._session.case
        if case is None or match not in case.matches:
            return ""
        live = case.matches[match]
        parts = [messages.match_name(case, live), messages.state_word(self._session.state(match))]
        if self._session.standing(match).relation is Relation.CONTRADICTS:
            parts.append(messages.relation_word(Relation.CONTRADICTS))
        if case.score_visible:
            parts.append(messages.likelihood(live.confidence))
        kinds = self._session.differing.strongest(match)
        if kinds:
            parts.append(self.tr("differs in {kinds}").format(kinds=evidence_words.kind_words(kinds)))
        return " · ".join(parts)


def gutter_width(width: int, panes: int) -> int:
    """Return how wide each gutter is among so many panes that share a width, in pixels."""
    gutters = panes - 1
    return min(max(round(width * GUTTERS_SHARE / gutters), NARROWEST if gutters == 1 else NARROW), WIDEST)


def _line(port: Port) -> Port:
    return Port(port.middle, port.middle)
