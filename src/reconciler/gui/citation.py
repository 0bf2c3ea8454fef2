"""A statement or a match as plain text with where it comes from, to paste elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reconciler.gui import messages
from reconciler.gui.theme import MatchState
from reconciler.model import MadeBy, MatchId, Source, Standing, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case


def cite_statement(case: "Case", statement_id: StatementId) -> str:
    """Return a statement, word for word, and on the next line its source."""
    statement = case.statement(statement_id)
    quoted = QCoreApplication.translate("citation", "“{text}”").format(text=" ".join(statement.text.split()))
    return f"{quoted}\n{cite_source(case.source(statement.source))}"


def cite_match(case: "Case", match_id: MatchId) -> str:
    """Return both statements with their sources, and what stands for the match."""
    match = case.matches[match_id]
    standing = case.standing(match_id)
    parts = [cite_statement(case, match.left), cite_statement(case, match.right)]
    likely = messages.likelihood(match.confidence) if case.score_visible else ""
    parts.append(_standing_words(standing, likely, by_hand=match.made_by is MadeBy.HAND))
    if standing.note:
        note = QCoreApplication.translate("citation", "Note: {note}")
        parts[-1] += "\n" + note.format(note=standing.note)
    return "\n\n".join(parts)


def cite_source(source: Source) -> str:
    """Return outlet, title, date and address of a source; what is not known is said, what is assumed too."""
    outlet = source.outlet or QCoreApplication.translate("citation", "outlet not stated")
    title = source.title or source.name
    line = QCoreApplication.translate(
        "citation", "— {outlet}, “{title}”, {date}", "source of a quoted statement"
    ).format(outlet=outlet, title=" ".join(title.split()), date=messages.source_date(source))
    return f"{line}, {source.url}" if source.url else line


def _standing_words(standing: Standing, likely: str, *, by_hand: bool) -> str:
    verdict = messages.state_word(MatchState.of(standing))
    if standing.relation is not None:
        pair = QCoreApplication.translate(
            "citation", "{verdict}, {relation}", "verdict and relation of a match"
        )
        verdict = pair.format(verdict=verdict, relation=messages.relation_word(standing.relation))
    if by_hand:
        return QCoreApplication.translate("citation", "Match: {verdict} (linked by hand)").format(
            verdict=verdict
        )
    if not likely:
        return QCoreApplication.translate("citation", "Match: {verdict}").format(verdict=verdict)
    return QCoreApplication.translate("citation", "Match: {verdict} ({likelihood})").format(
        verdict=verdict, likelihood=likely
    )
