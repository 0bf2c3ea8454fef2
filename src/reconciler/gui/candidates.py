"""What of another source may correspond to a statement: the model's best, whether proposed or not."""

from dataclasses import dataclass

from reconciler.gui import messages
from reconciler.gui.hand_messages import reasons_in_a_word
from reconciler.gui.session import Session
from reconciler.gui.theme import MatchState
from reconciler.model import SourceId, StatementId

MOST = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement that may correspond; `likely` and `reasons` are empty while confidence is hidden."""

    statement: StatementId
    name: str
    text: str
    likely: str
    reasons: str
    state: MatchState | None

    @property
    def in_words(self) -> str:
        """Return it as a sentence, for a screen reader."""
        state = messages.state_word(self.state) if self.state is not None else ""
        parts = ", ".join(part for part in (self.name, state, self.likely, self.reasons) if part)
        return f"{parts}. {self.text}"


def is_known(session: Session, statement: StatementId, source: SourceId) -> bool:
    """Whether the model's scores of a statement and a source are at hand."""
    case = session.case
    if case is None:
        return False
    alignment = session.proposing.alignment_between(case.statement(statement).source, source)
    return alignment is not None and statement in (*alignment.left_units, *alignment.right_units)


def candidates(session: Session, statement: StatementId, source: SourceId) -> tuple[Candidate, ...]:
    """Return the likeliest counterparts of a statement in a source, the best first.

    While confidence is hidden they stand in the article's order, which gives nothing away. Before
    the scores are at hand the matches that the case has are all that is known.
    """
    case = session.case
    if case is None:
        return ()
    if is_known(session, statement, source):
        alignment = session.proposing.alignment_between(case.statement(statement).source, source)
        assert alignment is not None  # noqa: S101
        found = [
            (each.right if each.left == statement else each.left, each.confidence, each.reasons)
            for each in alignment.best_for(statement, MOST)
        ]
    else:
        matches = [case.matches[number] for number in case.matches_of(statement)]
        ends = [(each.right if each.left == statement else each.left, each) for each in matches]
        there = [(end, match) for end, match in ends if case.statement(end).source == source]
        there.sort(key=lambda each: -each[1].confidence)
        found = [(end, match.confidence, tuple(match.reasons)) for end, match in there[:MOST]]
    present = [each for each in found if session.is_present(each[0])]
    if not case.score_visible:
        present.sort(key=lambda each: case.statement(each[0]).ordinal)
    made = []
    for other, confidence, reasons in present:
        match = case.match_between(statement, other)
        made.append(
            Candidate(
                other,
                messages.statement_name(case, other),
                " ".join(case.statement(other).text.split()),
                messages.likelihood(confidence) if case.score_visible else "",
                reasons_in_a_word(reasons) if case.score_visible else "",
                session.state(match.id) if match is not None else None,
            )
        )
    return tuple(made)
