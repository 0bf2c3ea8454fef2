"""Articles made up for tests of the panes, and how to see what a pane marks."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from reconciler.gui.panes.article_view import ArticleView
from reconciler.model import SourceId, Span, Statement, StatementId, StatementKind

Piece = tuple[StatementKind, str, str]
"""A kind, words, and what follows them in the source's text."""


def article(pieces: Sequence[Piece]) -> tuple[str, list[Statement]]:
    """Return a source's text and its statements from kinds, texts and what follows each of them."""
    text, statements = "", []
    for number, (kind, words, after) in enumerate(pieces, start=1):
        start = len(text)
        statements.append(
            Statement(StatementId(number), SourceId(1), number, start, start + len(words), kind, words)
        )
        text += words + after
    return text, statements


def hit_box(view: ArticleView, place: int, start: int, end: int) -> QRectF:
    """Return the rectangle that changes when a hit is marked."""
    before = view.grab().toImage()
    view.set_hits({place: (Span(start, end),)}, None)
    after = view.grab().toImage()
    changed = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    xs, ys = [x for x, _ in changed], [y for _, y in changed]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
