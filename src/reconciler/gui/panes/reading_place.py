"""Where the articles are read and scrolled to: taken down, and gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from reconciler.gui.panes.article_page import Anchor
from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.counterparts import Origin
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.model import SourceId, StatementId

SHARE_PERMILLE = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """Where articles are read: the statements that the keys are at, the origins of the last jumps."""

    sources: tuple[SourceId, ...]
    places: tuple[int | None, ...]
    jumps: tuple[Origin, ...]


def scroll_positions(row: PaneRow, contents: PaneContents) -> tuple[int, ...]:
    """Return, for each pane, the statement at its top edge and the thousandths of it that are above."""
    found: list[int] = []
    for number, view in enumerate(row.views()):
        anchor = view.anchor(0.0)
        if anchor is not None:
            share = round(anchor.share * SHARE_PERMILLE)
            found += [contents.statement(number, anchor.place).id, share]
    return tuple(found)


def restore_scroll_positions(row: PaneRow, contents: PaneContents, positions: Sequence[int]) -> None:
    """Scroll to where `scroll_positions` said; statements that are not shown are passed over."""
    for statement, share in zip(positions[::2], positions[1::2], strict=False):
        where = contents.where(StatementId(statement))
        if where is not None:
            pane, place = where
            row.views()[pane].set_anchor(Anchor(place, share / SHARE_PERMILLE, 0.0))
