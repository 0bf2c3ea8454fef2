"""From an article to what a case takes in, and from a case's sources to their alignment.

Values in, values out: everything here can run on a worker while the case stays on its own thread.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reconciler.alignment import (
    MODEL,
    Document,
    Judgement,
    Lesson,
    PairAlignment,
    ReasonName,
    Settings,
    Unit,
    align,
)
from reconciler.case.evidence import as_kept
from reconciler.errors import UserError
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
from reconciler.pace import Pace

if TYPE_CHECKING:
    from reconciler.alignment.versions import Comparison


_SIGNALS_SHARE = 0.6
"""How much of lining up is reading signals, where that is still to be done; measured on long articles."""


@dataclass(frozen=True, slots=True)
class LinedUp:
    """Sources lined up, with the signals that were read on the way: for a case to take in, signals first.

    `pipelines` are the trained spaCy pipelines that were used, with their versions; `faults` say why
    others that should have been were not.
    """

    signals: Mapping[StatementId, tuple[Signal, ...]]
    alignments: tuple[PairAlignment, ...]
    pipelines: tuple[str, ...] = ()
    faults: tuple[UserError, ...] = ()


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
    sources: Sequence[Source],
    statements: Sequence[Statement],
    languages: Languages,
    pace: Pace | None = None,
) -> Mapping[StatementId, tuple[Signal, ...]]:
    """Return what each statement of the sources carries, for `Case.record_signals`.

    It follows from a source's text, language and date: after a change of one of them it is read again.

    Raises:
        Cancelled: `pace` says so.
    """
    found: dict[StatementId, tuple[Signal, ...]] = {}
    whole, done = max(sum(len(source.text) for source in sources), 1), 0
    for source, members in _by_source(sources, statements):
        segments = [Segment(each.start, each.end, each.kind) for each in members]
        of_all = (pace or Pace()).part(done / whole, (done + len(source.text)) / whole)
        signals = languages.signals(source.text, segments, source.language, source.published, pace=of_all)
        done += len(source.text)
        found.update(zip((each.id for each in members), signals, strict=True))
    return found


def align_sources(
    sources: Sequence[Source],
    statements: Sequence[Statement],
    languages: Languages,
    settings: Settings | None = None,
    judgements: Sequence[Judgement] = (),
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LinedUp:
    """Line up every pair of the sources, for `Case.record_run` or `Case.realign`.

    Figures and dates are evidence: signals that a source's statements do not carry yet are read first.

    Raises:
        Cancelled: `cancelled` said so.
    """
    pace = Pace.of(progress, cancelled)
    carrying = {each.source for each in statements if each.signals}
    bare = [source for source in sources if source.id not in carrying]
    read = _SIGNALS_SHARE if bare else 0.0
    signals = read_signals(bare, statements, languages, pace.part(0.0, read))
    known = [replace(each, signals=signals.get(each.id, each.signals)) for each in statements]
    alignments = align(
        documents(sources, known, languages),
        settings,
        judgements,
        relations=languages,
        progress=pace.part(read, 1.0).tell,
        cancelled=cancelled,
    )
    spoken = {source.language for source in sources}
    return LinedUp(
        signals, tuple(map(_as_kept, alignments)), languages.in_use(spoken), languages.faults(spoken)
    )


def _as_kept(alignment: PairAlignment) -> PairAlignment:
    """Return an alignment with its reasons as a case keeps them: put into words here, off the GUI thread."""
    return replace(
        alignment,
        proposals=tuple(replace(each, reasons=as_kept(each.reasons)) for each in alignment.proposals),
    )


def run_settings(settings: Settings, found: LinedUp, ground: str = "") -> str:
    """Return as JSON how an alignment was made, for the case's table of runs.

    `ground` is `ground_digest` of what a ranking stood on.
    """
    lesson = next((each.lesson for each in found.alignments if each.lesson), None)
    kept: dict[str, object] = {"lesson": asdict(lesson) if lesson else None, "pipelines": found.pipelines}
    if ground:
        kept["ground"] = ground
    return json.dumps({**asdict(settings), **kept}, sort_keys=True)


def ground_digest(settings: Settings, judgements: Sequence[Judgement]) -> str:
    """Return what is the same for the same verdicts and settings of one case, with the same model."""
    rows = sorted((each.left, each.right, each.same) for each in judgements)
    return hashlib.sha256(json.dumps([MODEL, asdict(settings), rows]).encode()).hexdigest()


def last_lesson(run_settings: str, ground: str) -> Lesson | None:
    """Return what verdicts had taught when a run was recorded, if it stood on this very ground.

    What can't be read, as in a foreign file, is no lesson.
    """
    try:
        kept = json.loads(run_settings)
        if kept["ground"] != ground:
            return None
        raw = kept["lesson"]
        scales = {ReasonName(name): float(scale) for name, scale in raw["scales"].items()}
        return Lesson(int(raw["decisions"]), float(raw["shift"]), scales)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def found_otherwise(
    statements: Iterable[Statement], found: Mapping[StatementId, Sequence[Signal]]
) -> dict[StatementId, tuple[Signal, ...]]:
    """Return what was found of statements that carry something else, or nothing, so far."""
    return {
        each.id: tuple(found[each.id])
        for each in statements
        if each.id in found and tuple(found[each.id]) != each.signals
    }


def compare_versions(statements: Sequence[Statement], draft: SourceDraft) -> "Comparison":
    """Return what became of a source's present statements in a later text, for `Case.update_source`."""
    from reconciler.alignment.versions import Passage, compare

    later = Passage.of_segments(draft.article.text, draft.segments)
    return compare([Passage.of(each) for each in statements], later)


def _by_source(
    sources: Sequence[Source], statements: Sequence[Statement]
) -> list[tuple[Source, tuple[Statement, ...]]]:
    ordered = sorted(statements, key=lambda each: (each.source, each.ordinal))
    of_source = {source: tuple(members) for source, members in groupby(ordered, key=lambda each: each.source)}
    return [(source, of_source.get(source.id, ())) for source in sources]


def _document(source: Source, statements: Sequence[Statement], languages: Languages) -> Document:
    units = (
        Unit(each.id, each.kind, each.text, languages.words(each.text, source.language), each.signals)
        for each in statements
    )
    return Document(source.id, source.language, source.published, tuple(units))


def _first_title(text: str, segments: Sequence[Segment]) -> str | None:
    titles = (
        " ".join(text[each.start : each.end].split()) for each in segments if each.kind is StatementKind.TITLE
    )
    return next(titles, None)
