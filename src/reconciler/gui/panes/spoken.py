"""A statement in words: which one it is, how its matches stand, what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reconciler.gui import evidence_words, messages
from reconciler.gui.source_messages import statement_kind_word
from reconciler.gui.theme import MatchState
from reconciler.model import SignalKind, Statement, StatementKind

MOST = 3
"""So many matches of a statement are told; a list that never ends tells nothing."""


@dataclass(frozen=True, slots=True)
class SpokenMatch:
    """A match as it is told at one of its statements: the other's number and source, what differs."""

    state: MatchState
    number: int
    source: str
    kinds: frozenset[SignalKind]


def standing_words(statement: Statement, count: int, matches: Sequence[SpokenMatch], tag: str) -> str:
    """Return where a statement stands among `count`, how its matches stand, and a remark on it."""
    text = QCoreApplication.translate("spoken", "Statement {number} of {count}")
    parts = [text.format(number=statement.ordinal, count=count)]
    if statement.kind is not StatementKind.SENTENCE:
        parts.append(statement_kind_word(statement.kind))
    told = [_match_words(match) for match in matches[:MOST]]
    if len(matches) > MOST:
        told.append(QCoreApplication.translate("spoken", "and further matches"))
    if not matches and statement.kind.is_matched:
        told.append(QCoreApplication.translate("spoken", "not linked"))
    if tag:
        told.append(tag)
    return ", ".join((*parts, "; ".join(told))) if told else ", ".join(parts)


def _match_words(match: SpokenMatch) -> str:
    text = QCoreApplication.translate("spoken", "{state}, matches statement {number} of {source}")
    words = text.format(state=messages.state_word(match.state), number=match.number, source=match.source)
    if not match.kinds:
        return words
    if len(match.kinds) == 1:
        text = QCoreApplication.translate("spoken", "{match}, {kind} differs")
    else:
        text = QCoreApplication.translate("spoken", "{match}, {kind} differ")
    return text.format(match=words, kind=evidence_words.kind_words(match.kinds))
