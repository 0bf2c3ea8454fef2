"""From files to a case, without a window: read, cut, align, keep."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.cli.faults import InputFaults
from reconciler.cli.telling import Tell
from reconciler.errors import CaseError, Problem, UserError
from reconciler.export.plain import one_line
from reconciler.model import Article

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.language import Languages


@contextmanager
def compared(
    files: Sequence[Path],
    keep: Path | None = None,
    published: str | None = None,
    pipelines: Sequence[str] = (),
    tell: Tell = lambda _what, _share: None,
) -> "Iterator[Case]":
    """Give a case made of the articles, aligned; kept as `keep`, else gone afterwards.

    `published` is the date of articles that have none, `pipelines` are the trained spaCy pipelines to
    use: only these, whatever the preferences of the window say. `tell` hears how far the work is. A case
    that could not be finished is not left behind.

    Raises:
        InputFaults: with every file that can't be read, or every pipeline that can't be used.
        CaseError: EXISTS and what else may happen to the case file; at the end LOG_LEFT.
    """
    if keep is not None and keep.exists():
        raise CaseError(Problem.EXISTS, str(keep))
    articles = _read_all(files, tell)
    with tempfile.TemporaryDirectory(prefix="reconciler-") as folder:
        case = _made(keep or Path(folder) / "comparison.reconciler", articles, published, pipelines, tell)
        try:
            yield case
            if keep is not None:
                case.fold_back()
        finally:
            case.close()


@contextmanager
def opened(path: Path) -> "Iterator[Case]":
    """Give a case file that exists, to look at.

    Raises:
        CaseError: it can't be opened.
    """
    from reconciler.case import Case

    case = Case.open(path, read_only=True)
    try:
        yield case
    finally:
        case.close()


def _read_all(files: Sequence[Path], tell: Tell) -> list[Article]:
    """Read every file before saying which of them can't be used: never only the first."""
    from reconciler.reading import read_files

    articles: dict[str, Article] = {}
    problems: list[UserError] = []
    for outcome in read_files(files, progress=partial(tell, f"Reading {len(files)} files")):
        if isinstance(outcome, UserError):
            problems.append(outcome)
            continue
        if outcome.sha256 in articles:
            problems.append(UserError(Problem.SAME_AS_ANOTHER, outcome.origin or outcome.name))
        articles[outcome.sha256] = outcome
    if problems:
        raise InputFaults(problems)
    if len(articles) < 2:
        raise UserError(Problem.TOO_FEW_SOURCES, str(files[0]))
    return list(articles.values())


def _made(
    path: Path, articles: Sequence[Article], published: str | None, pipelines: Sequence[str], tell: Tell
) -> "Case":
    from reconciler.case import Case
    from reconciler.case.intake import prepare
    from reconciler.language import Languages
    from reconciler.language.trained import described

    languages = Languages([(described(name).language, name) for name in pipelines])
    drafts = []
    for number, article in enumerate(articles):
        tell(f"Cutting {one_line(article.name)} into statements", number / len(articles))
        drafts.append(prepare(article, languages))
    case = Case.create(path)
    try:
        case.add_sources(drafts, assumed_date=published)
        _compare(case, languages, tell)
    except BaseException:
        case.close()
        path.unlink(missing_ok=True)
        raise
    return case


def _compare(case: "Case", languages: "Languages", tell: Tell) -> None:
    from reconciler.alignment import MODEL
    from reconciler.case.intake import align_sources, run_settings

    statements = tuple(each for source in case.sources for each in case.statements(source.id))
    what = f"Lining up {len(statements):,} statements"
    found = align_sources(case.sources, statements, languages, case.settings, progress=partial(tell, what))
    tell("Keeping what was found", 0.0)
    if found.faults:
        raise InputFaults(found.faults)
    case.record_signals(found.signals)
    case.record_run(MODEL, run_settings(case.settings, found), found.alignments)
