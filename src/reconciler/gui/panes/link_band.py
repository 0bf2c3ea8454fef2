"""The gutter between two articles, with a ribbon for each match that has an end in view."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reconciler.gui import evidence_words, messages
from reconciler.gui.marks import Mark, paint_mark
from reconciler.gui.panes.article_view import ArticleView
from reconciler.gui.panes.bundles import STUB_END, Bundle, bundle_at, bundles
from reconciler.gui.panes.links import STRENGTH, Link, Links, Side
from reconciler.gui.panes.ribbon_label import RibbonLabel
from reconciler.gui.panes.ribbons import Port, Ribbon, ribbons
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState, Theme
from reconciler.model import MatchId

NARROWEST = 76
NARROW = 64
"""The least width in pixels of a gutter between two articles, and of each between more."""
WIDEST = 150
GUTTERS_SHARE = 0.11
STUB = 14.0
Pieces = tuple[tuple[float, float, float], ...]
WHOLE: Pieces = ((0.0, 1.0, 1.0),)
BUNDLED: Pieces = ((0.0, STUB_END, 0.8),)
FADE: Pieces = ((0.0, 0.15, 0.75), (0.15, 0.3, 0.45), (0.3, 0.45, 0.18))
FINE_FADE: Pieces = tuple((step / 10, step / 10 + 0.1, 0.85 - step * 0.17) for step in range(5))
LONG_FADE: Pieces = ((0.0, 0.3, 1.0), (0.3, 0.6, 0.7), (0.6, 0.8, 0.4), (0.8, 1.0, 0.15))
"""From the end in view: from where to where, as shares of the width, a ribbon has what strength."""
FEW = 14
"""Up to so many ribbons that run out are painted with fine steps; more would take too long."""
DOT, DOT_IN = 3.6, 9.0
"""Radius of the dot of a match that differs, and how far in from the article it stands, in pixels."""
DIMMED = 0.35
"""What is left of a decided ribbon's strength while focus mode is on."""
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
        self._fade = FADE
        self._bundles: tuple[Bundle, ...] = ()
        self._bundled: frozenset[MatchId] = frozenset()
        self._dims_decided = False
        self._under: MatchId | None = None
        self.setMouseTracking(True)
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
        current = self._links.get(self._session.current)
        found = ribbons(
            self._links,
            (self._views[0].extents(), self._views[1].extents()),
            (self._views[0].position(), self._views[1].position()),
            self.height(),
            frozenset((current,)) if current is not None else frozenset(),
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
        loose = sum(not ribbon.whole for ribbon in self._drawn) - len(self._bundled)
        self._fade = FINE_FADE if loose <= FEW else FADE
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in self._drawn:
            if ribbon.link.state is MatchState.REJECTED:
                self._paint_rejected(painter, ribbon)
            else:
                self._paint_ribbon(painter, ribbon)
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
        self._bundles = bundles(self._drawn, self.height(), loose)
        self._bundled = frozenset(each.link.match for one in self._bundles for each in one.ribbons)

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        fill, line, pen = self._look(ribbon.link)
        pieces = WHOLE
        if not ribbon.whole:
            # Towards an end that is out of view it runs out, in pieces: gradients are slow to paint.
            pieces = LONG_FADE if ribbon.link.match == self._session.current else self._fade
            pieces = BUNDLED if ribbon.link.match in self._bundled else pieces
        for start, end, strength in pieces:
            part = (start, end) if ribbon.left_seen else (1 - end, 1 - start)
            upper, lower = ribbon.edges(self.width(), *part)
            # The edges smooth the fill's own, which is several times faster without.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_with_alpha(fill, fill.alphaF() * strength))
            painter.drawPolygon(QPolygonF([*upper.toList(), *reversed(lower.toList())]))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen.setColor(_with_alpha(line, line.alphaF() * strength))
            painter.setPen(pen)
            painter.drawPolyline(upper)
            painter.drawPolyline(lower)

    def _look(self, link: Link) -> tuple[QColor, QColor, QPen]:
        """Return the fill, the colour of the edges and their pen."""
        style = self._theme.state(link.state)
        if link.match == self._session.current:
            ink, fill, line, thick = self._theme.accent, 0.34, 1.0, 1.6
        elif link.state is MatchState.CONFIRMED:
            ink, fill, line, thick = style.ink, 0.24, 0.85, 1.0
        elif link.state is MatchState.UNSURE:
            ink, fill, line, thick = style.ink, 0.13, 0.8, 1.6
        else:
            ink, fill, line, thick = (
                style.ink,
                0.04 + 0.15 * link.confidence,
                0.2 + 0.5 * link.confidence,
                1.0,
            )
        if link.match in self._highlighted and link.match != self._session.current:
            fill, line = fill + 0.16, 1.0
        elif self._dims_decided and link.state is not MatchState.PROPOSED and ink is style.ink:
            fill, line = fill * DIMMED, line * DIMMED
        pen = QPen(line_color := _with_alpha(ink, line), thick)
        # A cosmetic pen of one pixel has a much faster stroker, dashes included.
        pen.setCosmetic(True)
        if link.state is MatchState.PROPOSED:
            pen.setDashPattern([4, 3])
        elif link.state is MatchState.UNSURE:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.4])
        return _with_alpha(ink, fill), line_color, pen

    def _paint_rejected(self, painter: QPainter, ribbon: Ribbon) -> None:
        """Paint a short stub with a cross at each end in view; the current one's line goes through."""
        current = ribbon.link.match == self._session.current
        strong = current or ribbon.link.match in self._highlighted
        ink = _with_alpha(self._theme.rejected.ink, 1.0 if strong else 0.55)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.6 if strong else 1.2))
        if strong and ribbon.whole:
            thin = Ribbon(ribbon.link, _line(ribbon.left), _line(ribbon.right), True, True)
            painter.drawPolyline(thin.edges(self.width())[0])
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
        text = messages.percent(link.confidence) if shows_score else messages.state_word(link.state)
        if link.state is not MatchState.PROPOSED:
            text = ""
        unsaved = link.match in self._session.unsaved
        mark = Mark.UNSAVED if unsaved else None if link.state is MatchState.PROPOSED else link.state
        ink = self._theme.accent if link.state is MatchState.PROPOSED else self._theme.state(link.state).ink
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


def _with_alpha(color: QColor, alpha: float) -> QColor:
    changed = QColor(color)
    changed.setAlphaF(min(alpha, 1.0))
    return changed


def _line(port: Port) -> Port:
    return Port(port.middle, port.middle)
