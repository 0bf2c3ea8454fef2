"""An article's new version against the old one: what became of each statement.

For a case: what was decided on a statement that is kept or moved stands; on one that is changed,
split or merged it comes back to the queue with both wordings; on one that is gone it is orphaned,
and `Carried.suggestions` says where it could be attached by hand. For a window: `Comparison.count`
makes the report that is shown before the version is accepted, `Comparison.new` and
`Carried.difference` mark in a pane what changed since.

Statements of the same words are paired first, repeated ones by context and order; then those
worded otherwise, by words, letters, context and place, as one optimum over all plausible pairs;
a longest chain of pairs in order tells what moved from what stayed. Where it is doubtful whether
a statement is the same, it is gone and the other one new. The result depends on the statements
alone, and exchanging the versions mirrors it.

Importing this package is light: numpy, scipy and rapidfuzz are loaded by the first comparison.
"""

from collections.abc import Sequence

from reconciler.alignment.versions.values import Carried, Comparison, Fate, Passage, Suggestion
from reconciler.alignment.word_changes import ChangeKind, WordChange

__all__ = [
    "Carried",
    "ChangeKind",
    "Comparison",
    "Fate",
    "Passage",
    "Suggestion",
    "WordChange",
    "compare",
]


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Say what became of each statement of the old version; both lists are in the order of the text.

    All kinds of statements take part. Takes about a second for 5,000 statements on each side: to
    be called on a worker.

    Raises:
        ValueError: a passage's span is not as long as its text.
    """
    from reconciler.alignment.versions.comparing import compare_versions

    for passage in (*old, *new):
        if passage.end - passage.start != len(passage.text):
            raise ValueError(f"span {passage.start}–{passage.end} of {len(passage.text)} characters")
    return compare_versions(old, new)
