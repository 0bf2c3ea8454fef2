"""Which statements are selected for linking, after a click or a key."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reconciler.model import SourceId, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case

Selected = tuple[StatementId, ...]
"""The statements in the order in which they were selected."""


def with_statement(
    case: "Case",
    selected: Selected,
    statement: StatementId,
    *,
    extend: bool,
    among: Collection[SourceId] | None,
) -> Selected:
    """Return the selection with a statement: alone in its source, or, with `extend`, added or taken out.

    `among` are the sources in which others stay selected, all of them when none is named.
    """
    if not extend:
        return (*_beside(case, selected, case.statement(statement).source, among), statement)
    if statement in selected:
        return tuple(one for one in selected if one != statement)
    return (*selected, statement)


def with_source(
    case: "Case", selected: Selected, source: SourceId, statements: Sequence[StatementId]
) -> Selected:
    """Return the selection with these statements in the place of what was selected in their source."""
    return (*_beside(case, selected, source, None), *statements)


def _beside(
    case: "Case", selected: Selected, source: SourceId, among: Collection[SourceId] | None
) -> Selected:
    beside = ((one, case.statement(one).source) for one in selected)
    return tuple(one for one, where in beside if where != source and (among is None or where in among))


def groups(case: "Case", selected: Selected) -> tuple[Selected, ...]:
    """Return what is selected, source by source in the case's order; nothing unless it can be linked."""
    sides: dict[SourceId, list[StatementId]] = {source.id: [] for source in case.sources}
    for statement in selected:
        source = case.statement(statement).source
        if source in sides:
            sides[source].append(statement)
    found = tuple(tuple(side) for side in sides.values() if side)
    return found if len(found) > 1 else ()
