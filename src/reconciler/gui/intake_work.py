"""What is done for opening off the GUI thread: articles read and cut, exports made into cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconciler.errors import CaseError, Problem, UserError
from reconciler.gui.arrivals import packed
from reconciler.gui.background import Task
from reconciler.model import SourceDraft

if TYPE_CHECKING:
    from reconciler.language import Languages


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a choice of files: drafts of those that could be read, what was wrong with the rest.

    `known` is the case that holds exactly these articles already.
    """

    drafts: tuple[SourceDraft, ...]
    problems: tuple[UserError, ...]
    known: Path | None


def take_in(
    paths: Sequence[Path],
    languages: "Languages",
    known_in: tuple[Path, Sequence[Path]],
    task: Task,
) -> Intake:
    """Read and cut articles; runs on the worker.

    `known_in` names a folder of cases and further case files in which one that holds just these
    articles is looked for.
    """
    from reconciler.case import find_case
    from reconciler.case.intake import prepare
    from reconciler.reading import read_files

    drafts: list[SourceDraft] = []
    problems: list[UserError] = []
    for outcome in read_files(paths, cancelled=task.cancelled, progress=task.progress):
        if isinstance(outcome, UserError):
            problems.append(outcome)
        elif any(outcome.sha256 == other.article.sha256 for other in drafts):
            problems.append(CaseError(Problem.SAME_AS_ANOTHER, outcome.name))
        else:
            drafts.append(packed(prepare(outcome, languages)))
    known = None
    if drafts:
        folder, others = known_in
        known = find_case({draft.article.sha256 for draft in drafts}, folder, others)
    return Intake(tuple(drafts), tuple(problems), known)


def make_of_export(document: Path, folder: Path) -> Path:
    """Make a case file of an exported document in a folder, on a worker, and return where it is.

    Raises:
        CaseError: the document does not fit, or the file can't be made.
    """
    from reconciler.case import new_case_path
    from reconciler.case.import_reader import read
    from reconciler.case.importing import make

    imported = read(document)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(Problem.WRITE_FAILED, str(folder), error.strerror or "") from error
    path = new_case_path(folder, [imported.name])
    make(path, imported).close()
    return path
