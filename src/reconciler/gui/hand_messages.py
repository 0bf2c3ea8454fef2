"""What the window says of what the analyst does by hand: silences, candidates, parts of a group."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reconciler.gui import evidence_words, messages
from reconciler.model import Reason, StatementId

if TYPE_CHECKING:
    from reconciler.case import Case

REASONS_NAMED = 2


def silence_words(case: "Case | None") -> Mapping[StatementId, str]:
    """Return what is said at each statement to which nothing corresponds in some source."""
    letters: dict[StatementId, list[str]] = {}
    for silence in () if case is None else case.silences():
        assert case is not None  # noqa: S101
        letters.setdefault(silence.statement, []).append(case.source(silence.source).letter)
    text = QCoreApplication.translate("HandMessages", "searched, nothing in {letters}")
    return {each: text.format(letters=messages.listed(sorted(those))) for each, those in letters.items()}


def reasons_in_a_word(reasons: Sequence[Reason]) -> str:
    """Return what speaks most for a pair of statements, in a word or two."""
    speaking = [each for each in reasons if each.value > 0 and evidence_words.says_something(each.value)]
    first = sorted(speaking, key=lambda each: -each.value)[:REASONS_NAMED]
    return messages.listed(evidence_words.reason_word(each.name) for each in first)
