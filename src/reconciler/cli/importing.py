"""`reconciler import`: a case file made of the JSON document of a case."""

from pathlib import Path

from reconciler.errors import CaseError, Problem
from reconciler.export.plain import one_line


def import_document(document: Path, case_path: Path) -> str:
    """Make the case and return the line that tells what is in it.

    Raises:
        CaseError: EXISTS; NOT_AN_EXPORT and what else may be wrong with the document or the new file.
    """
    from reconciler.case.import_reader import read
    from reconciler.case.importing import make

    if case_path.exists():
        raise CaseError(Problem.EXISTS, str(case_path))
    with make(case_path, read(document)) as case:
        decided = sum(case.standing(number).verdict is not None for number in case.matches)
        counts = f"{len(case.sources)} sources, {len(case.matches)} matches, {decided} of them decided"
    return f"{one_line(str(case_path))}: {counts}"
