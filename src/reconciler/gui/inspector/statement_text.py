"""A statement to read, as plain serif text that fits its height, with words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from reconciler.gui.panes.article_text import reading_font
from reconciler.gui.theme import Theme
from reconciler.gui.underlines import Underline, underline_words
from reconciler.model import SignalKind, Span

LEADING = 112
_BREAKS = str.maketrans("\r\n\x0b\x0c\x85\u2028\u2029\x00", " " * 8)
_OWN_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


def utf16_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Turn spans of code points into spans of UTF-16 units, which Qt counts in."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return tuple(spans)

    def units(offset: int) -> int:
        return offset + sum(character > "\uffff" for character in text[:offset])

    return tuple(Span(units(span.start), units(span.end)) for span in spans)


def change_format(theme: Theme, *, removed: bool) -> QTextCharFormat:
    """Return how words look that only one version has: what is gone struck out, what is new lined."""
    look = QTextCharFormat()
    if removed:
        look.setFontStrikeOut(True)
        look.setForeground(theme.rejected.ink)
        look.setBackground(theme.rejected.fill)
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme.accent)
        look.setBackground(theme.accent_fill)
    return look


class StatementText(QTextEdit):
    """Shows one statement. Its text can be selected and copied; all other keys go on to the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._marked: tuple[Span, ...] = ()
        self._strong: tuple[Span, ...] | None = None
        self._changed: tuple[Span, ...] = ()
        self._removed = False
        self._underlines: tuple[Underline, ...] = ()
        self._strong_lines: tuple[Underline, ...] = ()
        self._heights: dict[int, int] = {}
        self.setObjectName("statement_text")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lead()
        self.set_text_size(11)

    def show_statement(self, text: str, marked: Sequence[Span]) -> None:
        """Show a statement with the words at `marked` (code points into it) marked."""
        self._text = text.translate(_BREAKS)
        self._marked = utf16_spans(text, marked)
        self._strong = None
        self._changed = ()
        self._underlines = ()
        self._heights.clear()
        # Put in the place of the text before, it keeps the leading: the text is set once, not three times.
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._text)
        self.setTextCursor(QTextCursor(self.document()))
        self._mark()
        self.updateGeometry()

    def underline(self, spans: Sequence[tuple[Span, SignalKind]]) -> None:
        """Underline the words that differ (code points into the statement), each by its kind."""
        underlines = self._as_underlines(spans)
        if underlines != self._underlines:
            self._underlines = underlines
            self._mark()

    def mark_changes(self, spans: Sequence[Span], *, removed: bool) -> None:
        """Mark the words (code points) that another version lacks: struck out if removed, else lined."""
        changed = utf16_spans(self._text, [span for span in spans if span.start < span.end])
        if (changed, removed) != (self._changed, self._removed):
            self._changed, self._removed = changed, removed
            self._mark()

    def changed_words(self) -> tuple[str, ...]:
        """Return the words that are marked as removed or added."""
        return tuple(self._cursor(span).selectedText() for span in self._changed)

    def emphasise(self, spans: Sequence[Span] | None, kind: SignalKind | None = None) -> None:
        """Mark these words only, and more strongly, underlined by `kind`; None goes back to usual."""
        if spans is None and self._strong is None:
            return
        self._strong = utf16_spans(self._text, spans) if spans is not None else None
        self._strong_lines = self._as_underlines([(span, kind) for span in spans or () if kind is not None])
        self._mark()

    def _as_underlines(self, spans: Sequence[tuple[Span, SignalKind]]) -> tuple[Underline, ...]:
        units = utf16_spans(self._text, [span for span, _ in spans])
        return tuple(Underline(span, kind) for span, (_, kind) in zip(units, spans, strict=True))

    def _shown_lines(self) -> tuple[Underline, ...]:
        return self._underlines if self._strong is None else self._strong_lines

    def marked_words(self) -> tuple[str, ...]:
        """Return the words that are marked now."""
        return tuple(selection.cursor.selectedText() for selection in self._selections())

    def underlined_words(self) -> tuple[tuple[str, SignalKind], ...]:
        """Return the words that are underlined now, with their kinds."""
        return tuple(
            (self._cursor(line.span).selectedText(), line.kind)
            for line in sorted(self._shown_lines(), key=lambda each: each.span)
        )

    def set_theme(self, theme: Theme) -> None:
        """Mark with other colours."""
        self._theme = theme
        self._mark()

    def set_text_size(self, points: float, family: str = "serif") -> None:
        """Set the text in letters of `points`, in a face as in Preferences."""
        font = reading_font(family, points)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the text decides how high it is."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the whole text at a width."""
        # Layouts ask time and again for the same widths; each answer sets the whole text anew.
        if width not in self._heights:
            shown = self.document().textWidth()
            self.document().setTextWidth(max(width, 1))
            self._heights[width] = int(self.document().size().height()) + 2
            self.document().setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size at the width it has now."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(80, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Claim no key that the window may want."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _OWN_KEYS):
                event.accept()
            else:
                event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and select with the usual keys; leave all others to the window."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if any(event.matches(key) for key in _OWN_KEYS) or (shift and event.key() in arrows):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and the underlines of what differs."""
        super().paintEvent(event)
        lines = self._shown_lines()
        # The document's layout is asked for once: the pieces of one answer go together.
        layout = self.document().firstBlock().layout()
        if lines and layout is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                underline_words(painter, layout, layout.position(), lines, self._theme)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setPen(QPen(self._theme.accent, 1))
                painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw a line around the text: it shows no caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the line away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _lead(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def _mark(self) -> None:
        if self._strong is not None:
            grounds = [(span, self._theme.differs_fill) for span in self._strong]
        else:
            grounds = [(span, self._theme.mark) for span in self._marked]
        changed = [] if self._strong is not None else self._changed
        self.setExtraSelections(
            [self._selection(span, ground) for span, ground in grounds]
            + [self._change_selection(span) for span in changed]
        )
        self.viewport().update()

    def _selections(self) -> list[QTextEdit.ExtraSelection]:
        found: list[QTextEdit.ExtraSelection] = self.extraSelections()
        return found

    def _selection(self, span: Span, ground: QColor) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(ground)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format = look
        return selection

    def _change_selection(self, span: Span) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format = change_format(self._theme, removed=self._removed)
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor
