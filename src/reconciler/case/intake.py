"""From an article to what a case takes in, and from a case's sources to their alignment.

Values in, values out: everything here can run on a worker while the case stays on its own thread.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from reconciler.alignment import Document, PairAlignment, Unit, align
from reconciler.errors import Problem, UserError
from reconciler.language import Languages
from reconciler.model import (
    Article,
    Segment,
    Signal,
    Source,
    SourceDraft,
    Statement,
    StatementId,
    StatementKind,
)

if TYPE_CHECKING:
    from reconciler.alignment.versions import Comparison

MOST_CELLS = 25_000_000
"""Pairs of statements that one pair of sources may make: 5,000 statements on each side."""


def prepare(article: Article, languages: Languages) -> SourceDraft:
    """Cut an article into statements; one whose title is not known takes its first title statement's."""
    language = languages.detect(article.text)
    segments = languages.segment(article.text, language)
    if article.title is None:
        article = replace(article, title=_first_title(article.text, segments))
    return SourceDraft(article, language, segments)


def documents(
    sources: Sequence[Source], statements: Sequence[Statement], languages: Languages
) -> tuple[Document, ...]:
    """Return the sources as the aligner sees them; statements of other sources are passed over."""
    return tuple(_document(source, members, languages) for source, members in _by_source(sources, statements))


def read_signals(
    sources: Sequence[Source], statements: Sequence[Statement], languages: Languages
) -> Mapping[StatementId, tuple[Signal, ...]]:
    """Return what each statement of the sources carries, for `Case.record_signals`.

    It follows from a source's text, language and date: after a change of one of them it is read again.
    """
    found: dict[StatementId, tuple[Signal, ...]] = {}
    for source, members in _by_source(sources, statements):
        segments = [Segment(each.start, each.end, each.kind) for each in members]
        signals = languages.signals(source.text, segments, source.language, source.published)
        found.update(zip((each.id for each in members), signals, strict=True))
    return found


def align_sources(
    sources: Sequence[Source],
    statements: Sequence[Statement],
    languages: Languages,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    most_cells: int = MOST_CELLS,
) -> tuple[PairAlignment, ...]:
    """Line up every pair of the sources, for `Case.record_run`.

    A pair takes memory for each statement of the one with each of the other; above `most_cells` of
    them nothing is lined up.

    Raises:
        UserError: TOO_MANY_STATEMENTS, of the first pair that is too large.
        Cancelled: `cancelled` said so.
    """
    _require_room(sources, statements, most_cells)
    return align(documents(sources, statements, languages), progress=progress, cancelled=cancelled)


def compare_versions(statements: Sequence[Statement], draft: SourceDraft) -> "Comparison":
    """Return what became of a source's present statements in a later text, for `Case.update_source`."""
    from reconciler.alignment.versions import Passage, compare

    later = Passage.of_segments(draft.article.text, draft.segments)
    return compare([Passage.of(each) for each in statements], later)


def _require_room(sources: Sequence[Source], statements: Sequence[Statement], most_cells: int) -> None:
    counts = Counter(each.source for each in statements if each.kind.is_matched)
    for one, other in combinations(sources, 2):
        if counts[one.id] * counts[other.id] > most_cells:
            raise UserError(
                Problem.TOO_MANY_STATEMENTS,
                f"{one.name} + {other.name}",
                f"{counts[one.id]} × {counts[other.id]}",
            )


def _by_source(
    sources: Sequence[Source], statements: Sequence[Statement]
) -> list[tuple[Source, tuple[Statement, ...]]]:
    ordered = sorted(statements, key=lambda each: (each.source, each.ordinal))
    of_source = {source: tuple(members) for source, members in groupby(ordered, key=lambda each: each.source)}
    return [(source, of_source.get(source.id, ())) for source in sources]


def _document(source: Source, statements: Sequence[Statement], languages: Languages) -> Document:
    units = (
        Unit(each.id, each.kind, each.text, languages.words(each.text, source.language))
        for each in statements
    )
    return Document(source.id, source.language, source.published, tuple(units))


def _first_title(text: str, segments: Sequence[Segment]) -> str | None:
    titles = (
        " ".join(text[each.start : each.end].split()) for each in segments if each.kind is StatementKind.TITLE
    )
    return next(titles, None)
