"""What was taken for an article, statement by statement, before it goes into the case."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from reconciler.gui.dialogs.sliced_reader import SlicedReader
from reconciler.gui.panes.article_text import LOOKS, PARAGRAPH_EM, SANS, KindLook, plain, serif
from reconciler.gui.source_messages import statement_kind_word
from reconciler.gui.theme import Theme
from reconciler.model import Segment, StatementKind

GUTTER = 88
"""Room in pixels beside the text, where it is said what a statement is."""
MARGIN = 18
POINTS = 10.5
LONGEST = 3000
"""Characters of one statement that are shown: a line of megabytes would take seconds to lay out."""
_REMOVED = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_UNTAGGED = StatementKind.SENTENCE


class ArticlePreview(SlicedReader):
    """Shows the statements of a draft with their kinds; the kind of each can be changed.

    `kind_chosen` carries the place of a statement and what it is to be.
    """

    kind_chosen = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self._segments: Sequence[Segment] = ()
        self._kinds: dict[int, StatementKind] = {}
        self._current = 0
        self._em = 0.0
        self._formats: Mapping[StatementKind, tuple[QTextCharFormat, KindLook]] = {}
        self._tag_font = QFont()
        self.setAccessibleName(self.tr("What was taken as the article"))
        self.take_palette(theme)
        self._take_fonts()

    def show_article(self, source: str, segments: Sequence[Segment]) -> None:
        """Show the statements of a text from its beginning."""
        self._source, self._segments = source, segments
        self._current = 0
        self.begin()
        self._head()
        self.verticalScrollBar().setValue(0)

    def renew_kind(self, place: int, segments: Sequence[Segment]) -> None:
        """Take the same statements, one of them of another kind."""
        self._segments = segments
        block = self.document().findBlockByNumber(place)
        if block.isValid():
            characters, _look = self._formats[segments[place].kind]
            cursor = QTextCursor(block)
            cursor.beginEditBlock()
            cursor.setBlockFormat(self._block_format(place))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(characters)
            cursor.endEditBlock()
        self.viewport().update()

    @property
    def current(self) -> int:
        """The place of the statement that keys are about."""
        return self._current

    # Writing --------------------------------------------------------------------------------

    def _take_fonts(self) -> None:
        body = serif(POINTS)
        self._em = float(QFontInfo(body).pixelSize())
        self._formats = {kind: (_characters(body, look, self._theme), look) for kind, look in LOOKS.items()}
        self._tag_font = QFont(list(SANS))
        self._tag_font.setPointSizeF(7.5)

    def _head(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(12)
        frame.setBottomMargin(24)
        self.document().rootFrame().setFrameFormat(frame)

    def write_next(self) -> bool:
        """Write a statement; answers whether there are more."""
        place = self.document().blockCount() if not self.document().isEmpty() else 0
        if place >= len(self._segments):
            return False
        segment = self._segments[place]
        characters, _look = self._formats[segment.kind]
        text = self._source[segment.start : min(segment.end, segment.start + LONGEST)]
        cut = "…" if segment.end - segment.start > LONGEST else ""
        self.write_block(plain(text) + cut, characters, self._block_format(place))
        return place + 1 < len(self._segments)

    def _block_format(self, place: int) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLeftMargin(GUTTER)
        form.setRightMargin(MARGIN)
        form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if place:
            before, here = self._segments[place - 1], self._segments[place]
            parted = self._source.count("\n", before.end, here.start) > 1
            ems = (LOOKS[before.kind].after, LOOKS[here.kind].before, PARAGRAPH_EM if parted else 0.3)
            form.setTopMargin(round(max(ems) * self._em))
        return form

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where it is: an editor that is shown first scrolls to its cursor."""
        value = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(value)

    # What is current ------------------------------------------------------------------------

    def _go(self, place: int) -> None:
        place = max(0, min(place, self.document().blockCount() - 1))
        self._current = place
        block = self.document().findBlockByNumber(place)
        rect = self._block_rect(block)
        bar = self.verticalScrollBar()
        if rect.top() < 8:
            bar.setValue(round(bar.value() + rect.top() - 12))
        elif rect.bottom() > self.viewport().height() - 8:
            bar.setValue(round(bar.value() + rect.bottom() - self.viewport().height() + 12))
        self._announce()
        self.viewport().update()

    def _announce(self) -> None:
        if self._current < len(self._segments):
            segment = self._segments[self._current]
            words = plain(self._source[segment.start : min(segment.end, segment.start + LONGEST)])
            told = f"{statement_kind_word(segment.kind)}: {words}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from statement to statement; Delete takes one out of the article, or back in."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self._current + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() in _REMOVED and self._segments:
            self.toggle_part()
        else:
            super().keyPressEvent(event)

    def toggle_part(self) -> None:
        """Take the current statement out of the article, or make it a sentence of it again."""
        kind = self._segments[self._current].kind
        wanted = StatementKind.BOILERPLATE if kind is not StatementKind.BOILERPLATE else _UNTAGGED
        self.kind_chosen.emit(self._current, wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the statement under the mouse the current one."""
        self._point(event.position().toPoint())
        super().mousePressEvent(event)

    def _point(self, at: QPoint) -> None:
        place = self.cursorForPosition(at).blockNumber()
        if place < len(self._segments):
            self._current = place
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the kinds for the statement under the mouse, or for the current one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._point(event.pos())
            at = event.globalPos()
        else:
            block = self.document().findBlockByNumber(self._current)
            at = self.viewport().mapToGlobal(self._block_rect(block).bottomLeft().toPoint())
        menu = self.kind_menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def kind_menu(self) -> QMenu | None:
        """Return a menu of what the current statement can be; None while there is no statement."""
        if not self._segments:
            return None
        menu, place = QMenu(self), self._current
        for kind in StatementKind:
            action = menu.addAction(statement_kind_word(kind))
            action.setCheckable(True)
            action.setChecked(kind is self._segments[place].kind)
            action.triggered.connect(lambda _=False, chosen=kind: self.kind_chosen.emit(place, chosen))
        return menu

    # Painting -------------------------------------------------------------------------------

    def _block_rect(self, block: QTextBlock) -> QRectF:
        """Return where a statement's text lies in the viewport."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        top = rect.top() - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), rect.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the current statement's ground, the text, and what each statement is."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_current(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._tag_font)
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and block.blockNumber() < len(self._segments):
            rect = self._block_rect(block)
            if rect.top() > self.viewport().height():
                break
            self._paint_tag(painter, rect, block)
            block = block.next()
        painter.end()

    def _paint_current(self, painter: QPainter) -> None:
        if not self.hasFocus() or not self._segments:
            return
        rect = self._block_rect(self.document().findBlockByNumber(self._current))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent_fill)
        painter.drawRoundedRect(rect.adjusted(4, -3, -6, 3), 4, 4)
        painter.fillRect(QRectF(4, rect.top() - 3, 3, rect.height() + 6), self._theme.accent)

    def _paint_tag(self, painter: QPainter, rect: QRectF, block: QTextBlock) -> None:
        kind = self._segments[block.blockNumber()].kind
        tag = self._tag(kind)
        if not tag:
            return
        painter.setPen(self._theme.accent if kind is not StatementKind.BOILERPLATE else self._theme.quiet)
        line = block.layout().lineAt(0)
        middle = rect.top() + line.y() + line.height() / 2
        room = QRectF(12, middle - 10, GUTTER - 22, 20)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), tag)

    def _tag(self, kind: StatementKind) -> str:
        tags = {
            StatementKind.TITLE: self.tr("title"),
            StatementKind.HEADING: self.tr("heading"),
            StatementKind.LEAD: self.tr("lead"),
            StatementKind.BOILERPLATE: self.tr("left aside"),
            StatementKind.METADATA: self.tr("details"),
        }
        return tags.get(kind, "")


def _characters(body: QFont, look: KindLook, theme: Theme) -> QTextCharFormat:
    font = QFont(body)
    font.setPointSizeF(body.pointSizeF() * look.scale)
    font.setBold(look.bold)
    ink = QColor(theme.text)
    if look.dimmed:
        font.setFamilies(list(SANS))
        font.setStyleHint(QFont.StyleHint.SansSerif)
        ink = QColor(theme.quiet)
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(ink)
    return form
