"""Whether what a case file holds refers to nothing that is not there: asked each time that one is opened."""

from collections.abc import Iterator

from reconciler.case.records import Contents, Remark
from reconciler.model import ClaimPart, Pin, Silence


def require_whole(contents: Contents) -> None:
    """Make sure that each row's statements, sources, matches and runs are there.

    SQLite looks after that while we write; a file can have been damaged since, or written by others.

    Raises:
        LookupError: names the first row that refers to nothing.
    """
    for complaint in _dangling(contents):
        raise LookupError(complaint)


def _dangling(contents: Contents) -> Iterator[str]:
    sources: set[int] = {record.source.id for record in contents.sources}
    statements: set[int] = {each.id for each in contents.statements}
    matches: set[int] = {each.id for each in contents.matches}
    runs: set[int | None] = {None, *(each.id for each in contents.runs)}
    yield from (
        f"statements {each.id} has no source" for each in contents.statements if each.source not in sources
    )
    yield from (
        f"versions {each.number} has no source" for each in contents.versions if each.source not in sources
    )
    for match in contents.matches:
        if match.left not in statements or match.right not in statements or match.run not in runs:
            yield f"matches {match.id} has no statements or no run"
    for pair, run in contents.aligned.items():
        if not sources.issuperset(pair) or run not in runs:
            yield f"aligned {pair} has no sources or no run"
    if not contents.retired <= statements or not contents.held <= matches:
        yield "what was replaced is not there"
    yield from _dangling_in_journal(contents, sources, statements, matches)


def _dangling_in_journal(
    contents: Contents, sources: set[int], statements: set[int], matches: set[int]
) -> Iterator[str]:
    entries = {entry.id for entry in contents.entries}
    known = {*matches, None}
    for number, rows in contents.rows.items():
        if (
            number not in entries
            or any(row.match not in matches for row in rows.decisions)
            or any(edit.source not in sources for edit in rows.edits)
            or any(change.statement not in statements for change in rows.statements)
            or any(not {each.former, each.match} <= known for each in rows.carryings)
            or any(not _is_there(remark, sources, statements, matches) for remark in rows.remarks)
        ):
            yield f"entries {number} speaks of what is not there"


def _is_there(remark: Remark, sources: set[int], statements: set[int], matches: set[int]) -> bool:
    match remark.about:
        case Silence(statement, source):
            return statement in statements and source in sources
        case Pin(of_match):
            return of_match in matches
        case ClaimPart(statement, _):
            return statement in statements
