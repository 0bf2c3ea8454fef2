"""One article as it looks: grounds, bars, marks and notes of its statements, painted around the text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from reconciler.gui.panes.article_page import INNER, ArticlePage
from reconciler.gui.panes.change_marks import GONE_ROOM, paint_fate, paint_gone, paint_new_words
from reconciler.gui.panes.changes import Since
from reconciler.gui.panes.elsewhere import Elsewhere, Note, boxes, paint_note, width_of
from reconciler.gui.panes.end_picker import EndPicker
from reconciler.gui.panes.facing import Facing
from reconciler.gui.panes.split_caret import SplitCaret
from reconciler.gui.panes.statement_cards import (
    BAR,
    CardLook,
    note_edge,
    number_font,
    paint_card,
    paint_number,
    paint_tag,
    tag_width,
)
from reconciler.gui.panes.utf16 import to_units
from reconciler.gui.theme import MatchState, Theme
from reconciler.gui.underlines import Underline, underline_words
from reconciler.model import SignalKind, Span, Statement

Edges = tuple[MatchState | None, MatchState | None]
"""The states of a statement's matches towards the left and the right gutter."""
NO_EDGES: Mapping[int, Edges] = MappingProxyType({})
MANY = 40
BESIDE_LINE, BELOW_LINE = 6.0, 5.0
"""How far above or below a card's edge the middle of a note stands, in pixels."""
VEIL = 0.34
"""How much of the page covers a statement that is dimmed: its text must stay readable."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Which statements stand out, by place."""

    current: frozenset[int] = frozenset()
    selected: frozenset[int] = frozenset()
    hovered: frozenset[int] = frozenset()


class PaintedArticle(ArticlePage):
    """Shows how a source's statements stand; knows nothing of mouse and keys but what they are at."""

    focus_moved = Signal(int)

    def __init__(self, facing: Facing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(facing, theme, parent)
        self._states: list[MatchState | None] = []
        self._marks = Marks()
        self._hits: Mapping[int, Sequence[Span]] = {}
        self._active: int | None = None
        self._layers: frozenset[SignalKind] = frozenset()
        self._dimmed: frozenset[int] = frozenset()
        self._tags: Mapping[int, str] = {}
        self._notes: Mapping[int, Note] = {}
        self._edges: Mapping[int, Edges] = {}
        self._focus: int | None = None
        self._pressed: QPoint | None = None
        self._under = -1
        self.spoken: Callable[[int], str] = self.text_at
        self.caret = SplitCaret(self)
        self.picker = EndPicker(self)
        self._since = Since()
        self.viewport().setMouseTracking(True)

    # What stands out ------------------------------------------------------------------------

    def set_article(self, source: str, statements: Sequence[Statement]) -> None:
        """Show the statements of a source's text, from its beginning, none standing out."""
        self._states = [None] * len(statements)
        self._marks = Marks()
        self._hits, self._active = {}, None
        self._dimmed = frozenset()
        self._tags, self._notes, self._edges = {}, {}, {}
        self._focus = None
        self._under = -1
        self._since = Since()
        self._mode.end()
        super().set_article(source, statements)

    def replace_article(
        self, source: str, statements: Sequence[Statement], place_of: Callable[[int], int]
    ) -> None:
        """Show the article cut otherwise, or its other version; the keys stay where they are."""
        self._states = [None] * len(statements)
        self._marks = Marks()
        self._hits, self._active = {}, None
        self._dimmed = frozenset()
        self._tags, self._notes, self._edges = {}, {}, {}
        self._under = -1
        self._since = Since()
        self._mode.end()
        if self._focus is not None:
            self._focus = place_of(self._focus) if statements else None
        super().replace_article(source, statements, place_of)

    def set_states(
        self, states: Mapping[int, MatchState | None], edges: Mapping[int, Edges] = NO_EDGES
    ) -> None:
        """Show other states for some statements; `edges` where those towards left and right differ."""
        for place, state in states.items():
            self._states[place] = state
        self._edges = {**self._edges, **edges} if edges else self._edges
        if len(states) > MANY:
            self.viewport().update()
        else:
            for place in states:
                self._update_card(place)

    def state(self, place: int) -> MatchState | None:
        """Return the state that a statement is shown in."""
        return self._states[place]

    def set_marks(self, marks: Marks) -> None:
        """Show other statements as current, selected and hovered."""
        before, self._marks = self._marks, marks
        for old, new in (
            (before.current, marks.current),
            (before.selected, marks.selected),
            (before.hovered, marks.hovered),
        ):
            for place in old ^ new:
                self._update_card(place)

    def lit(self) -> frozenset[int]:
        """Return the places that stand out because the mouse or the keys are at a counterpart."""
        return self._marks.hovered

    def set_dimmed(self, places: frozenset[int]) -> None:
        """Let these statements step back, all but those that stand out."""
        before, self._dimmed = self._dimmed, places
        if before != places:
            self.viewport().update()

    def is_dimmed(self, place: int) -> bool:
        """Whether a statement is shown dimmed."""
        marks = self._marks
        stands_out = place in marks.current or place in marks.selected or place in marks.hovered
        return place in self._dimmed and not stands_out and not (place == self._focus and self.hasFocus())

    def is_chosen(self, place: int) -> bool:
        """Whether a statement is current or selected."""
        return place in self._marks.current or place in self._marks.selected

    def set_tags(self, tags: Mapping[int, str]) -> None:
        """Say at some statements that nothing corresponds to them, in these words, by place."""
        if tags != self._tags:
            self._tags = tags
            self.viewport().update()

    def tagged(self) -> frozenset[int]:
        """Return the places of the statements at which something is said."""
        return frozenset(self._tags)

    def tag(self, place: int) -> str:
        """Return what is said at a statement, or nothing."""
        return self._tags.get(place, "")

    def set_notes(self, notes: Mapping[int, Note]) -> None:
        """Say at some statements in which sources elsewhere something corresponds, by place."""
        if notes != self._notes:
            self._notes = notes
            self.viewport().update()

    def note(self, place: int) -> Note:
        """Return what corresponds to a statement elsewhere."""
        return self._notes.get(place, ())

    def notes(self) -> Mapping[int, Note]:
        """Return what corresponds to all statements elsewhere, by place."""
        return self._notes

    def set_hits(self, hits: Mapping[int, Sequence[Span]], active: int | None) -> None:
        """Mark what a search found, by place; `active` is the place that the search stands at."""
        self._hits, self._active = hits, active
        self.viewport().update()

    def set_layers(self, kinds: frozenset[SignalKind]) -> None:
        """Underline the signals of these kinds."""
        self._layers = kinds
        self.viewport().update()

    def underlined(self, place: int) -> tuple[tuple[str, SignalKind], ...]:
        """Return the words of a statement that are underlined, with their kinds."""
        signals = self._statements[place].signals
        return tuple((signal.text, signal.kind) for signal in signals if signal.kind in self._layers)

    def set_since(self, since: Since) -> None:
        """Mark what the article has that its former version had not."""
        if since == self._since:
            return
        before, self._since = self._since, since
        if since.gone.keys() != before.gone.keys():
            self.make_room(dict.fromkeys(since.gone, GONE_ROOM))
        self.viewport().update()

    def since(self) -> Since:
        """Return what is marked as changed."""
        return self._since

    # Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of the statements in view, then the text over them.

        What fails here fails once: a painter that is not ended keeps the whole window from being painted.
        """
        with QPainter(self.viewport()) as painter:
            self._paint_grounds(painter, event.rect())
        super().paintEvent(event)
        self._paint_veils(event)
        self._paint_tags(event)
        if self._mode.is_on:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._mode.paint(painter, self._theme)

    def _paint_grounds(self, painter: QPainter, area: QRect) -> None:
        # A style sheet on the window takes the palette's ground away from an editor.
        painter.fillRect(area, self._theme.page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(QApplication.font()))
        offset = self.position()
        for place in self.extents().visible(area.top() + offset - 4, area.bottom() + offset + 4):
            look = self._look(place)
            rect = self.card(place)
            paint_card(painter, rect, self.facing, self._theme, look)
            painter.setPen(self._theme.accent if look.current else self._theme.quiet)
            baseline = self._baseline(place) - offset
            paint_number(painter, rect, self.facing, look, baseline, outer=self.outer)
            if place in self._hits:
                self._paint_hits(painter, place)
            if self._layers:
                self._paint_layers(painter, place)
            self._paint_since(painter, place, rect)

    def _paint_veils(self, event: QPaintEvent) -> None:
        if not self._dimmed:
            return
        veil = QColor(self._theme.page)
        veil.setAlphaF(VEIL)
        offset, area = self.position(), event.rect()
        with QPainter(self.viewport()) as painter:
            for place in self.extents().visible(area.top() + offset - 4, area.bottom() + offset + 4):
                if self.is_dimmed(place):
                    card = self.card(place)
                    painter.fillRect(QRectF(0, card.top(), self.viewport().width(), card.height()), veil)

    def _paint_tags(self, event: QPaintEvent) -> None:
        if not self._tags and not self._notes:
            return
        offset, area = self.position(), event.rect()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in self.extents().visible(area.top() + offset - 12, area.bottom() + offset + 12):
                if place in self._tags:
                    paint_tag(painter, self.card(place), self.facing, self._theme, self._tags[place])
                if place in self._notes:
                    paint_note(painter, self._notes[place], *self._note_corner(place), self._theme)

    def _note_corner(self, place: int) -> tuple[float, float]:
        """Return where the note on a card ends: beside its last line where there is room, else below it."""
        card = self.card(place)
        right = note_edge(card, self.facing) - (0 if self.facing.to_right else 6)
        right -= tag_width(self._tags[place]) + 12 if place in self._tags else 0
        is_free = self._last_line_ends(place) < right - width_of(self._notes[place]) - 4
        return right, card.bottom() - BESIDE_LINE if is_free else card.bottom() + BELOW_LINE

    def _last_line_ends(self, place: int) -> float:
        """Return where the text of a statement ends in its last line, in the viewport."""
        layout = self.lines(place)
        return layout.position().x() + layout.lineAt(layout.lineCount() - 1).naturalTextRect().right()

    def _note_at(self, point: QPointF) -> Elsewhere | None:
        """Return the letter at a point that leads to another source."""
        area = QRectF(point.x() - 1, point.y() + self.position() - 12, 2, 24)
        for place in self.extents().visible(area.top(), area.bottom()) if self._notes else ():
            note = self.note(place)
            for each, box in boxes(note, *self._note_corner(place)) if note else ():
                if box.adjusted(-1, -1, 1, 1).contains(point):
                    return each
        return None

    def _look(self, place: int) -> CardLook:
        statement = self._statements[place]
        return CardLook(
            number=statement.ordinal,
            state=self._states[place],
            matched=statement.kind.is_matched or self._states[place] is not None,
            current=place in self._marks.current,
            selected=place in self._marks.selected,
            hovered=place in self._marks.hovered,
            focused=place == self._focus and self.hasFocus(),
            edges=self._edges.get(place),
        )

    def _paint_hits(self, painter: QPainter, place: int) -> None:
        layout = self.lines(place)
        text = self._statements[place].text
        origin = layout.position() - QPointF(0, self.position())
        for span in self._hits.get(place, ()):
            start = to_units(text, span.start)
            active = self._active == place
            ground = QColor(self._theme.differs)
            ground.setAlphaF(0.55 if active else 0.28)
            painter.setBrush(ground)
            painter.setPen(QPen(self._theme.differs, 1.5) if active else Qt.PenStyle.NoPen)
            # Glyph runs know where the words are also where the direction of writing changes.
            for run in layout.glyphRuns(start, to_units(text, span.end) - start):
                painter.drawRoundedRect(run.boundingRect().translated(origin).adjusted(-1, -1, 1, 1), 2, 2)

    def _paint_since(self, painter: QPainter, place: int, card: QRectF) -> None:
        """Paint what is new in a statement, and what is gone above it (or below the last one)."""
        since = self._since
        if place in since.words:
            layout = self.lines(place)
            origin = layout.position() - QPointF(0, self.position())
            text = self._statements[place].text
            spans = [
                Span(to_units(text, each.start), to_units(text, each.end)) for each in since.words[place]
            ]
            paint_new_words(painter, layout, origin, spans, self._theme)
        if place in since.fates:
            beside = card.right() + 7 if self.facing is Facing.LEFT else card.left() - 18
            if self.facing is Facing.BOTH:
                beside = card.left() + BAR + 2
            below = self._baseline(place) - self.position() + 5
            paint_fate(painter, QPointF(beside, below), since.fates[place], self._theme)
        inside = card.adjusted(INNER, 0, -INNER, 0)
        if place in since.gone:
            above = QRectF(inside.left(), card.top() - GONE_ROOM, inside.width(), GONE_ROOM - 3)
            paint_gone(painter, above, since.gone[place], self._theme)
        end = place + 1
        if end == len(self._statements) and end in since.gone:
            last = QRectF(inside.left(), card.bottom() + 6, inside.width(), GONE_ROOM)
            paint_gone(painter, last, since.gone[end], self._theme)

    def _paint_layers(self, painter: QPainter, place: int) -> None:
        statement = self._statements[place]
        lines = [
            Underline(
                Span(
                    to_units(statement.text, signal.start - statement.start),
                    to_units(statement.text, signal.end - statement.start),
                ),
                signal.kind,
            )
            for signal in statement.signals
            if signal.kind in self._layers
        ]
        if lines:
            layout = self.lines(place)
            origin = layout.position() - QPointF(0, self.position())
            underline_words(painter, layout, origin, lines, self._theme)

    def _baseline(self, place: int) -> float:
        layout = self.lines(place)
        line = layout.lineAt(0)
        return layout.position().y() + line.y() + line.ascent()

    def _update_card(self, place: int) -> None:
        if place < self._text.filled:
            rect = self.card(place)
            self.viewport().update(
                QRectF(0, rect.top() - 8, self.viewport().width(), rect.height() + 16).toRect()
            )

    @property
    def _mode(self) -> SplitCaret | EndPicker:
        """What the keys and the mouse move while a place is being chosen; nothing is, unless it is on."""
        return self.picker if self.picker.is_on else self.caret

    def focus_place(self) -> int | None:
        """Return the statement that the keys act on."""
        return self._focus

    def set_focus_place(self, place: int | None) -> None:
        """Move the keys to a statement without scrolling."""
        if place != self._focus:
            self._set_focus(place)

    def _set_focus(self, place: int | None) -> None:
        before, self._focus = self._focus, place
        for one in (before, place):
            if one is not None:
                self._update_card(one)
        if place is not None and place != before:
            self.focus_moved.emit(place)
